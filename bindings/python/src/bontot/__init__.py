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
from ._reference import Reference
from ._result import (
    Check,
    Column,
    Finding,
    Gate,
    Grade,
    Interval,
    LiftedBy,
    Mark,
    Missing,
    Node,
    Points,
    Result,
    State,
)
from ._rubric import ExampleReport, Fact, Role, Rubric, feel

__all__ = [
    "BontotError",
    "Check",
    "Column",
    "ErrorEntry",
    "ExampleReport",
    "Fact",
    "Finding",
    "Gate",
    "Grade",
    "InputError",
    "InternalError",
    "Interval",
    "Language",
    "LibraryError",
    "LiftedBy",
    "Mark",
    "MisuseError",
    "Missing",
    "NoFitError",
    "Node",
    "NotFoundError",
    "OutOfMemory",
    "Points",
    "Reference",
    "Result",
    "Role",
    "Rubric",
    "State",
    "__version__",
    "feel",
    "load",
]
