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
from ._dossier import Dossier, Member
from ._errors import (
    BontotError,
    CancelledError,
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
from ._handles import Limits
from ._lines import Lines, evaluate_lines
from ._lint import LintFinding, LintWitness
from ._many import Scored, Written
from ._names import Names
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
from ._rubric import ExampleReport, Rubric, feel, rubric_named_by
from ._sheet import (
    Fact,
    Role,
    RubricCheck,
    RubricGate,
    RubricGrade,
    RubricNode,
    RubricRule,
    RubricScope,
    RubricSource,
)

__all__ = [
    "ArrowBatch",
    "BontotError",
    "CancelledError",
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
    "Limits",
    "Lines",
    "LintFinding",
    "LintWitness",
    "Mark",
    "MarkChange",
    "Member",
    "Missing",
    "MisuseError",
    "Move",
    "Movement",
    "Names",
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
    "RubricCheck",
    "RubricDiff",
    "RubricGate",
    "RubricGrade",
    "RubricNode",
    "RubricRule",
    "RubricScope",
    "RubricSource",
    "Scored",
    "State",
    "Written",
    "__version__",
    "compare",
    "evaluate_arrow",
    "evaluate_columns",
    "evaluate_lines",
    "feel",
    "load",
    "rank",
    "rubric_named_by",
]
