# SPDX-License-Identifier: BSL-1.0
"""bontot scores how well a unit meets a published set of criteria, and says why.

    rubric = bontot.Rubric.builtin("bon-tot-2023")
    result = rubric.evaluate(pathlib.Path("dossier.json"))
    print(result.grade.label, result.total.points)

Points are exact: decimal.Decimal, never float. Everything may be used by many
threads at once. The library libbontot.so is found where `load` says, else
where the environment variable BONTOT_LIBRARY says, else beside this package.
"""

from ._errors import (
    BontotError,
    ErrorEntry,
    InputError,
    InternalError,
    Language,
    LibraryError,
    MisuseError,
    NoFitError,
    NotFoundError,
    OutOfMemory,
)
from ._ffi import VERSION as __version__
from ._ffi import load
from ._result import Check, Finding, Gate, Grade, Interval, Missing, Node, Result, State
from ._rubric import Fact, Rubric, feel

__all__ = [
    "BontotError",
    "Check",
    "ErrorEntry",
    "Fact",
    "Finding",
    "Gate",
    "Grade",
    "InputError",
    "InternalError",
    "Interval",
    "Language",
    "LibraryError",
    "MisuseError",
    "Missing",
    "NoFitError",
    "Node",
    "NotFoundError",
    "OutOfMemory",
    "Result",
    "Rubric",
    "State",
    "__version__",
    "feel",
    "load",
]
