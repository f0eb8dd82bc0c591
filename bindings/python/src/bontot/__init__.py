# SPDX-License-Identifier: BSL-1.0
"""bontot scores how well a unit meets a published set of criteria, and says why.

    rubric = bontot.Rubric.builtin("bon-tot-2023")
    result = rubric.evaluate(pathlib.Path("dossier.json"))
    print(result.grade.label, result.total.points)

Points are exact: decimal.Decimal, never float. Everything may be used by many
threads at once. The library libbontot.so is found where `load` says, else
where the environment variable BONTOT_LIBRARY says, else beside this package.
"""

from ._arrow import ArrowBatch, evaluate_arrow
from ._cohort import Cohort, Movement, Place, Quota, Ranking, rank
from ._columns import ColumnResults, Decimals, NodePoints, RowError, evaluate_columns
from ._comparison import (
    CheckChange,
    Compared,
    Comparison,
    FactChange,
    GateChange,
    MarkChange,
    Move,
    NodeChange,
    NodeSide,
    compare,
)
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
from ._lint import LintFinding, LintWitness
from ._path import Obstacle, Path, PathChange, PathFall, PathSide, PathStep
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
    "ArrowBatch",
    "BontotError",
    "Check",
    "CheckChange",
    "Cohort",
    "Column",
    "ColumnResults",
    "Compared",
    "Comparison",
    "Decimals",
    "ErrorEntry",
    "ExampleReport",
    "Fact",
    "FactChange",
    "Finding",
    "Gate",
    "GateChange",
    "Grade",
    "InputError",
    "InternalError",
    "Interval",
    "Language",
    "LibraryError",
    "LiftedBy",
    "LintFinding",
    "LintWitness",
    "Mark",
    "MarkChange",
    "Missing",
    "MisuseError",
    "Move",
    "Movement",
    "NoFitError",
    "Node",
    "NodeChange",
    "NodeSide",
    "NotFoundError",
    "NodePoints",
    "Obstacle",
    "OutOfMemory",
    "Path",
    "PathChange",
    "PathFall",
    "PathSide",
    "PathStep",
    "Place",
    "Points",
    "Quota",
    "Ranking",
    "Reference",
    "Result",
    "Role",
    "RowError",
    "Rubric",
    "State",
    "__version__",
    "compare",
    "evaluate_arrow",
    "evaluate_columns",
    "feel",
    "load",
    "rank",
]
