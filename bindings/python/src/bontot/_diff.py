# SPDX-License-Identifier: BSL-1.0
"""One set of dossiers under an old and a new rubric."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Dict, Literal, Mapping, Optional, Tuple

from . import _ffi, _json
from ._comparison import Move
from ._dossier import Dossier
from ._errors import Language
from ._handles import Closing, DiffHandle, call, options, written
from ._rubric import Rubric, Trust
from ._sources import Source, errors_of, text_of

GradeMove = Literal["same", "up", "down", "other"]
Side = Literal["before", "after"]

_SIDES: Mapping[int, Side] = {_ffi.BONTOT_BEFORE: "before", _ffi.BONTOT_AFTER: "after"}


@dataclass(frozen=True)
class DiffCause:
    """Something that a change of grade needs."""

    kind: Literal["line", "remainder", "total", "good", "grade", "gate"]
    id: str
    """Of the line, node, criterion, grade or gate; "" of the total."""
    label: str
    clause: str
    difference: Optional[Decimal]
    """Of points: of a line, remainder or total."""


@dataclass(frozen=True)
class DossierChange:
    """What became of one dossier."""

    unit_id: str
    unit_name: str
    move: GradeMove
    """other: no rubric ranks the two grades."""
    before: str
    """The grade that is sure under the old rubric."""
    after: str
    before_possible: str
    after_possible: str
    points: Move
    causes: Tuple[DiffCause, ...]
    """What the change needs, the largest differences first; none without a change."""
    _text: str = field(compare=False, repr=False)

    def to_json(self) -> str:
        """Returns all of it as JSON in one line (format bontot-rubric-diff/1)."""
        return self._text


@dataclass(frozen=True)
class PassedOver:
    """Something that one of the rubrics alone knows."""

    name: str
    """A fact's id, or `members.`, `evidence:`, `mark:`, `role:` or `gate:` and an id."""
    by: Side
    """Which rubric does not know it."""
    dossiers: int


@dataclass(frozen=True)
class DiffCounts:
    """What became of all dossiers."""

    dossiers: int
    """How many were scored."""
    same: int
    up: int
    down: int
    other: int
    refused: int
    open: int
    """How many may still have another grade under a rubric, by what they lack."""
    grades: Mapping[Tuple[str, str], int]
    """How many have these grades before and after."""
    passed_over: Tuple[PassedOver, ...]


class RubricDiff(Closing):
    """Scores dossiers under an old and a new rubric: who changes grade, and what causes it.

    It keeps counts and the last dossier's outcome, however many are added.
    Adding belongs to one thread at a time. Freed by `close`, at the end of a
    `with`, or by the garbage collector.
    """

    def __init__(
        self, before: Rubric, after: Rubric, *, trust: Trust = "all", language: Language = "vi"
    ) -> None:
        self._language: Language = language
        with before._handle.use() as old, after._handle.use() as new, options(language, trust=trust) as chosen:
            self._handle = DiffHandle.made_by("bontot_diff_new", old, new, chosen, language=language)

    def add(self, dossier: Source) -> DossierChange:
        """Scores a dossier, given as in `Rubric.evaluate`, under both rubrics.

        One of another rubric or version is accepted; what one of the rubrics
        alone knows is passed over and counted. Raises InputError when a rubric
        refuses it, which is counted; `refused_by` says which one.
        """
        text = text_of(dossier)
        with errors_of(dossier), self._handle.use() as diff:
            call("bontot_diff_add", diff, text, len(text), language=self._language)
        return _change(self._written("bontot_diff_write_last", _ffi.BONTOT_JSON, self._language, False))

    def add_dossiers(self, before: Dossier, after: Dossier) -> DossierChange:
        """Scores a unit's dossiers in memory, one under each rubric. Raises MisuseError when one is of another
        rubric object, and InputError when one breaks a rule, which is counted as refused."""
        with self._handle.use() as diff, before._handle.use() as old, after._handle.use() as new:
            call("bontot_diff_add_dossiers", diff, old, new, language=self._language)
        return _change(self._written("bontot_diff_write_last", _ffi.BONTOT_JSON, self._language, False))

    @property
    def refused_by(self) -> Optional[Side]:
        """Which rubric refused the last dossier; None: none did."""
        with self._handle.use() as diff:
            return _SIDES.get(_ffi.library().bontot_diff_refused_by(diff))

    @property
    def counts(self) -> DiffCounts:
        """What became of all that were added so far."""
        return _counts(self.to_dict())

    def last_text(self, language: Optional[Language] = None, colour: bool = False) -> str:
        """Returns what became of the last dossier as text for people. Raises NotFoundError: it was
        refused, or there is none."""
        return self._written("bontot_diff_write_last", _ffi.BONTOT_TEXT, language, colour)

    def to_json(self, language: Optional[Language] = None) -> str:
        """Returns the counts of all as JSON in one line (format bontot-rubric-diff/1)."""
        return self._written("bontot_diff_write", _ffi.BONTOT_JSON, language, False)

    def to_dict(self, language: Optional[Language] = None) -> Dict[str, Any]:
        """Returns what `to_json` holds, as a new dict."""
        parsed: Dict[str, Any] = _json.loads(self.to_json(language))
        return parsed

    def to_text(self, language: Optional[Language] = None, colour: bool = False) -> str:
        """Returns the counts of all as text for people, at most 100 columns wide."""
        return self._written("bontot_diff_write", _ffi.BONTOT_TEXT, language, colour)

    def _written(self, maker: str, form: int, language: Optional[Language], colour: bool) -> str:
        chosen_language = language or self._language
        with self._handle.use() as diff, options(chosen_language, colour=colour) as chosen:
            return written(maker, diff, form, chosen, language=chosen_language)


def _change(text: str) -> DossierChange:
    said = _json.loads(text)
    grade, possible, points = said["grade"], said["grade_possible"], said["points"]
    return DossierChange(
        unit_id=said["unit"]["id"],
        unit_name=said["unit"].get("name", ""),
        move=said["move"],
        before=grade["before"],
        after=grade["after"],
        before_possible=possible["before"],
        after_possible=possible["after"],
        points=Move(*(Decimal(points[key]) for key in ("before", "after", "difference"))),
        causes=tuple(_cause(each) for each in said["causes"]),
        _text=text,
    )


def _cause(said: Mapping[str, Any]) -> DiffCause:
    difference = said.get("difference")
    return DiffCause(
        kind=said["kind"],
        id=said.get("id", ""),
        label=said.get("label", ""),
        clause=said.get("clause", ""),
        difference=None if difference is None else Decimal(difference),
    )


def _counts(said: Mapping[str, Any]) -> DiffCounts:
    return DiffCounts(
        dossiers=said["dossiers"],
        same=said["same"],
        up=said["up"],
        down=said["down"],
        other=said["other"],
        refused=said["refused"],
        open=said["open"],
        grades={(each["before"], each["after"]): each["count"] for each in said["matrix"]},
        passed_over=tuple(
            PassedOver(each["name"], each["by"], each["dossiers"]) for each in said["passed_over"]
        ),
    )
