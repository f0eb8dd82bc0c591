# SPDX-License-Identifier: BSL-1.0
"""What moved between two results."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Iterator, Literal, Mapping, Optional, Tuple, Union

from . import _ffi, _json
from ._errors import Language, NotFoundError
from ._handles import ComparisonHandle, SummaryHandle, options, written
from ._result import FactValue, Grade, Result, State, fact_value, period_from
from ._sources import errors_of, text_of
from ._told import Told

ResultSource = Union[Result, _json.Source]
"""A result as `Rubric.evaluate` returns it, or one in the format bontot-result/1: dict, text or file."""


@dataclass(frozen=True)
class Move:
    """A figure on both sides; 0 where there is none."""

    before: Decimal
    after: Decimal
    difference: Decimal
    """after - before, exactly."""


@dataclass(frozen=True)
class NodeSide:
    """What one result says of a criterion or indicator."""

    label: str
    clause: str
    state: State
    has_good: bool
    good: Optional[bool]
    """Of a criterion with a rule for it; None: open, or there is no rule."""
    reason: str
    notes: Tuple[str, ...]


@dataclass(frozen=True)
class FactChange:
    id: str
    before: Optional[FactValue]
    """None: not known, or read by no line."""
    after: Optional[FactValue]


@dataclass(frozen=True)
class MarkChange:
    role: str
    before: Optional[Decimal]
    """None: this role gave no mark."""
    after: Optional[Decimal]


@dataclass(frozen=True)
class NodeChange:
    """A criterion or indicator of either side.

    The difference of its points is the sum of its children's and `remainder`.
    """

    id: str
    label: str
    clause: str
    parent: Optional[str]
    """The id of the node above; None for a criterion."""
    where: Literal["both", "before", "after"]
    elsewhere: Optional[str]
    """Of one that stands under another parent on the other side: the id of that parent, "" when it
    is a criterion there. Else None."""
    points: Move
    possible: Move
    max: Move
    remainder: Decimal
    """What the children's differences do not say: rounding, clamp, rescaling, a void, the highest."""
    possible_remainder: Decimal
    changed: bool
    """Whether anything about it differs; the rest is told only then."""
    before: Optional[NodeSide]
    after: Optional[NodeSide]
    facts: Tuple[FactChange, ...]
    """The facts it used whose value is not the same."""
    evidence_added: Tuple[str, ...]
    evidence_removed: Tuple[str, ...]
    marks: Tuple[MarkChange, ...]
    children: Tuple[NodeChange, ...]
    """The nodes directly below."""

    def walk(self) -> Iterator[NodeChange]:
        """Yields this node, then all below it, each before those below it."""
        yield self
        for child in self.children:
            yield from child.walk()


Fired = Literal["yes", "no", "open"]
Outcome = Literal["pass", "fail", "unknown"]


@dataclass(frozen=True)
class GateChange:
    """A gate that is not the same on both sides."""

    id: str
    before: Optional[Fired]
    """Whether it fired; None: there is no such gate."""
    after: Optional[Fired]
    was_lifted: bool
    is_lifted: bool


@dataclass(frozen=True)
class CheckChange:
    """A check that is not the same on both sides."""

    id: str
    before: Optional[Outcome]
    """None: there is no such check."""
    after: Optional[Outcome]
    severity: Literal["info", "warning", "error"]
    text: str


@dataclass(frozen=True)
class Compared:
    """Whose result one side is, and what it comes to."""

    rubric_id: str
    rubric_version: str
    unit_id: str
    unit_name: str
    period: Optional[Tuple[datetime.date, datetime.date]]
    as_of: Optional[str]
    """The last role whose marks counted."""
    grade: Grade
    grade_possible: str
    by_exception: bool
    completeness: Decimal


@dataclass(frozen=True, repr=False)
class Comparison(Told):
    """What moved between two results: a complete copy, immutable, for any thread.

    The differences add up exactly: that of `points` is the sum of the
    criteria's and `remainder`. Only `to_text` needs the library; after `close`
    it raises MisuseError, and all else stays.
    """

    _writer = "bontot_comparison_write"  # JSON in the format bontot-comparison/1

    language: Language
    before: Compared
    after: Compared
    grade_changed: bool
    """Whether another grade is sure or possible, or holds by exception."""
    points: Move
    possible: Move
    max: Move
    remainder: Decimal
    """Of the total: rounding and clamp."""
    possible_remainder: Decimal
    criteria: Tuple[NodeChange, ...]
    gates: Tuple[GateChange, ...]
    checks: Tuple[CheckChange, ...]
    _text: str = field(compare=False)
    _handle: ComparisonHandle = field(compare=False)

    @property
    def nodes(self) -> Tuple[NodeChange, ...]:
        """All criteria and indicators, each before those below it."""
        return tuple(node for criterion in self.criteria for node in criterion.walk())

    def node(self, id: str) -> NodeChange:
        """Returns the criterion or indicator of an id; of one that moved to another parent, where it is now.

        Raises NotFoundError.
        """
        found = [node for node in self.nodes if node.id == id]
        if not found:
            raise NotFoundError(f"there is no criterion or indicator {id!r}")
        return next((node for node in found if node.where != "before"), found[0])

    def __repr__(self) -> str:
        grades = f"{self.before.grade.id} -> {self.after.grade.id}"
        return f"<bontot.Comparison {self.after.unit_id}: {grades}, {self.points.difference:+}>"


def compare(before: ResultSource, after: ResultSource, *, language: Language = "vi") -> Comparison:
    """Compares two results node by node, by the ids of the nodes.

    Each is what `Rubric.evaluate` returned and is not closed, or a result in
    the format bontot-result/1: a dict, JSON text (str or bytes), or a file
    (os.PathLike). A text has labels and sentences in one language, which is
    then shown whatever `language` says.

    Raises InputError with all that is wrong with such a text, and OSError for
    a file that cannot be read.
    """
    with _summary(before, language) as old, _summary(after, language) as young:
        with old.use() as first, young.use() as second:
            handle = ComparisonHandle.made_by("bontot_compare", first, second, None, language=language)
    with handle.use() as comparison, options(language) as chosen:
        text = written("bontot_comparison_write", comparison, _ffi.BONTOT_JSON, chosen, language=language)
    return _comparison(text, handle, language)


def _summary(source: ResultSource, language: Language) -> SummaryHandle:
    if isinstance(source, Result):
        with source._handle.use() as result:
            return SummaryHandle.made_by("bontot_summary_of", result, None, language=language)
    text = text_of(source)
    with errors_of(source):
        return SummaryHandle.made_by("bontot_summary_load", text, len(text), None, language=language)


def _comparison(text: str, handle: ComparisonHandle, language: Language) -> Comparison:
    said = _json.loads(text)
    total = said["total"]
    return Comparison(
        language=language,
        before=_compared(said["before"]),
        after=_compared(said["after"]),
        grade_changed=said["grade_changed"],
        points=_move(total["points"]),
        possible=_move(total["possible"]),
        max=_move(total["max"]),
        remainder=Decimal(total["remainder"]["points"]),
        possible_remainder=Decimal(total["remainder"]["possible"]),
        criteria=tuple(_node(each, None) for each in said["criteria"]),
        gates=tuple(_gate(each) for each in said["gates"]),
        checks=tuple(
            CheckChange(each["id"], each.get("before"), each.get("after"), each["severity"], each["text"])
            for each in said["checks"]
        ),
        _text=text,
        _handle=handle,
    )


def _compared(said: Mapping[str, Any]) -> Compared:
    grade = said["grade"]
    return Compared(
        rubric_id=said["rubric"]["id"],
        rubric_version=said["rubric"]["version"],
        unit_id=said["unit"]["id"],
        unit_name=said["unit"].get("name", ""),
        period=period_from(said.get("period")),
        as_of=said.get("as_of"),
        grade=Grade(grade["id"], grade["label"]),
        grade_possible=said["grade_possible"],
        by_exception=grade["by_exception"],
        completeness=Decimal(said["completeness"]),
    )


def _move(said: Mapping[str, Any]) -> Move:
    return Move(Decimal(said["before"]), Decimal(said["after"]), Decimal(said["difference"]))


def _node(said: Mapping[str, Any], parent: Optional[str]) -> NodeChange:
    remainder = said.get("remainder", {"points": 0, "possible": 0})
    evidence = said.get("evidence", {"added": (), "removed": ()})
    return NodeChange(
        id=said["id"],
        label=said["label"],
        clause=said.get("clause", ""),
        parent=parent,
        where=said["in"],
        elsewhere=_elsewhere(said),
        points=_move(said["points"]),
        possible=_move(said["possible"]),
        max=_move(said["max"]),
        remainder=Decimal(remainder["points"]),
        possible_remainder=Decimal(remainder["possible"]),
        changed=said["changed"],
        before=_side(said.get("before")),
        after=_side(said.get("after")),
        facts=tuple(
            FactChange(id, _optional_fact(each["before"]), _optional_fact(each["after"]))
            for id, each in said.get("facts", {}).items()
        ),
        evidence_added=tuple(evidence["added"]),
        evidence_removed=tuple(evidence["removed"]),
        marks=tuple(
            MarkChange(role, _optional(each["before"]), _optional(each["after"]))
            for role, each in said.get("marks", {}).items()
        ),
        children=tuple(_node(each, said["id"]) for each in said.get("indicators", ())),
    )


def _elsewhere(said: Mapping[str, Any]) -> Optional[str]:
    for key in ("moved_to", "moved_from"):
        if key in said:
            return said[key] or ""
    return None


def _side(said: Optional[Mapping[str, Any]]) -> Optional[NodeSide]:
    if said is None:
        return None
    return NodeSide(
        label=said["label"],
        clause=said.get("clause", ""),
        state=State(said["state"]),
        has_good="good" in said,
        good=said.get("good"),
        reason=said.get("reason", {}).get("text", ""),
        notes=tuple(each["text"] for each in said.get("notes", ())),
    )


def _optional(said: Union[int, Decimal, None]) -> Optional[Decimal]:
    return None if said is None else Decimal(said)


def _optional_fact(said: Union[int, Decimal, bool, str, None]) -> Optional[FactValue]:
    return None if said is None else fact_value(said)


def _gate(said: Mapping[str, Any]) -> GateChange:
    def fired(side: str) -> Optional[Fired]:
        if side not in said:
            return None
        return "open" if said[side] is None else "yes" if said[side] else "no"

    lifted = said.get("lifted", {"before": False, "after": False})
    return GateChange(said["id"], fired("before"), fired("after"), lifted["before"], lifted["after"])
