# SPDX-License-Identifier: BSL-1.0
"""bontot scores how well a unit meets a published set of criteria, and says why.

    rubric = bontot.Rubric.builtin("bon-tot-2023")
    result = rubric.evaluate(pathlib.Path("dossier.json"))
    print(result.grade.label, result.total.points)

Points are exact: decimal.Decimal, never float. Everything may be used by many
threads at once. The library libbontot.so is found where `load` says, else
where the environment variable BONTOT_LIBRARY says, else beside this package,
else where the system has it.
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
from ._diff import DiffCause, DiffCounts, DossierChange, PassedOver, RubricDiff
from ._dossier import Dossier
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
from ._many import Scored, Written
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
from ._rubric import ExampleReport, Fact, Role, Rubric, RubricGrade, RubricNode, feel, rubric_named_by

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
    "DiffCause",
    "DiffCounts",
    "Dossier",
    "DossierChange",
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
    "NodePoints",
    "NodeSide",
    "NotFoundError",
    "Obstacle",
    "OutOfMemory",
    "PassedOver",
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
    "RubricDiff",
    "RubricGrade",
    "RubricNode",
    "Scored",
    "State",
    "Written",
    "__version__",
    "compare",
    "evaluate_arrow",
    "evaluate_columns",
    "feel",
    "load",
    "rank",
    "rubric_named_by",
]
