# SPDX-License-Identifier: BSL-1.0
"""What an evaluation says, as values of Python."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Iterator, Literal, Mapping, Optional, Tuple, Union

from . import _ffi, _json
from ._errors import Language, NotFoundError
from ._handles import ResultHandle, options, written
from ._told import Told


class State(str, enum.Enum):
    """What became of a criterion or indicator."""

    VOIDED = "voided"
    """A gate or an option made it 0."""
    NOT_APPLICABLE = "not_applicable"
    UNCOVERED = "uncovered"
    """No step fits, or there is no value: people decide."""
    UNKNOWN = "unknown"
    """A fact or mark is missing."""
    UNPROVEN = "unproven"
    """Evidence is missing."""
    MET = "met"
    """The most."""
    UNMET = "unmet"
    """The least."""
    PARTLY = "partly"

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True)
class Interval:
    """Points as an interval: exact, as the rubric's points are."""

    points: Decimal
    """What is sure, whatever is missing."""
    possible: Decimal
    """What can be reached with what is missing."""
    max: Decimal
    """The printed maximum."""


@dataclass(frozen=True)
class Grade:
    id: str
    label: str


@dataclass(frozen=True)
class LiftedBy:
    """A recorded exception."""

    reason: str
    authority: str
    date: Optional[datetime.date]


@dataclass(frozen=True)
class Gate:
    id: str
    fired: Optional[bool]
    """None: it depends on what is missing."""
    lifted: Optional[LiftedBy]
    """The exception by which it has no effect, although it fires or may fire."""


@dataclass(frozen=True)
class Mark:
    """Points that one role gave to a line."""

    role: str
    points: Decimal
    comment: str
    reason: str
    by: str
    date: Optional[datetime.date]


@dataclass(frozen=True)
class Points:
    """What is sure, and what can be reached."""

    points: Decimal
    possible: Decimal


@dataclass(frozen=True)
class Column:
    """What the result would be as of one role."""

    role: str
    total: Points
    grade: str
    grade_possible: str
    nodes: Mapping[str, Points]
    """By the id of criterion or indicator."""


@dataclass(frozen=True)
class Check:
    """A policy check, which changes no points."""

    id: str
    outcome: Literal["pass", "fail", "unknown"]
    severity: Literal["info", "warning", "error"]
    text: str
    """What is the matter when it fails."""


@dataclass(frozen=True)
class Missing:
    """Something that the dossier lacks."""

    item: str
    """Such as "petitions.upheld", "members.grade", "evidence:3.1" or "mark:2.2"."""
    label: str
    worth: Decimal
    """The points that wait for it, over all its lines."""
    lines: Tuple[str, ...]
    """The lines that wait for it."""
    also: Tuple[str, ...]
    """What else those lines wait for."""
    decides: Tuple[str, ...]
    """What else waits for it, such as "grade:excellent"."""


@dataclass(frozen=True)
class Finding:
    """Something that people must look at, such as a division by 0."""

    code: str
    at: str
    expression: Optional[str]


FactValue = Union[Decimal, bool, str]


@dataclass(frozen=True)
class Node:
    """A criterion, or an indicator below one."""

    id: str
    label: str
    parent: Optional[str]
    """The id of the node above; None for a criterion."""
    kind: Optional[Literal["base", "bonus", "penalty"]]
    """Of a criterion; None for an indicator."""
    state: State
    has_good: bool
    """Whether the rubric says when this criterion is good."""
    good: Optional[bool]
    """Whether it is; None: it depends on what is missing, or the rubric does not say."""
    points: Decimal
    possible: Decimal
    max: Decimal
    reason: str
    """Why it has its points, in the language of the evaluation; "" for a sum."""
    notes: Tuple[str, ...]
    """What changed the points after that."""
    children: Tuple[Node, ...]
    """The nodes directly below."""
    facts: Tuple[Tuple[str, FactValue], ...]
    """The facts that its rule read, where they are known: ids and values."""
    evidence: Tuple[str, ...]
    """The ids of the documents that prove it."""
    missing: Tuple[str, ...]
    """What it waits for, named as in Missing.item."""
    clause: str
    """Where it stands in the published text, or ""."""
    marks: Tuple[Mark, ...]
    """What each role gave, in order of precedence."""

    def walk(self) -> Iterator[Node]:
        """Yields this node, then all below it, each before those below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def indicators(self) -> Tuple[Node, ...]:
        """All nodes below this one, at any depth."""
        return tuple(self.walk())[1:]


@dataclass(frozen=True, repr=False)
class Result(Told):
    """What evaluating one dossier says: complete copies, immutable, for any thread.

    Labels and sentences are in the language of the evaluation. Two results are
    equal when they say the same. Only `to_text` and `to_summary` need the library;
    after `close` they raise MisuseError, and all else stays.
    """

    _writer = "bontot_result_write"  # JSON in the format bontot-result/1

    language: Language
    rubric_id: str
    rubric_version: str
    unit_id: str
    unit_name: str
    period: Optional[Tuple[datetime.date, datetime.date]]
    """The first and the last day."""
    total: Interval
    grade: Grade
    """The grade that is sure."""
    by_exception: bool
    """Whether a gate that fired was lifted by a recorded exception."""
    as_of: Optional[str]
    """The last role whose marks counted; None: the rubric has no roles."""
    grade_possible: str
    """The id of the best grade that is still possible."""
    reachable: Tuple[str, ...]
    """The ids of all grades that are reachable, best first."""
    completeness: Decimal
    """From 0 to 1."""
    criteria: Tuple[Node, ...]
    gates: Tuple[Gate, ...]
    checks: Tuple[Check, ...]
    findings: Tuple[Finding, ...]
    missing: Tuple[Missing, ...]
    """What is worth most first."""
    columns: Tuple[Column, ...]
    """The roles side by side, when several gave marks."""
    _text: str = field(compare=False)
    _handle: ResultHandle = field(compare=False)

    @property
    def nodes(self) -> Tuple[Node, ...]:
        """All criteria and indicators, each before those below it."""
        return tuple(node for criterion in self.criteria for node in criterion.walk())

    def node(self, id: str) -> Node:
        """Returns the criterion or indicator of an id. Raises NotFoundError."""
        for node in self.nodes:
            if node.id == id:
                return node
        raise NotFoundError(f"there is no criterion or indicator {id!r}")

    def to_summary(self) -> str:
        """Returns the figures alone as JSON in one short line (format bontot-summary/1)."""
        with self._handle.use() as result:
            return written("bontot_result_write", result, _ffi.BONTOT_SUMMARY, None, language=self.language)

    def __repr__(self) -> str:
        total = self.total
        return f"<bontot.Result {self.unit_id}: {self.grade.id}, {total.points}..{total.possible} of {total.max}>"


def result_from(handle: ResultHandle, language: Language) -> Result:
    """Copies all that an evaluated result says."""
    with handle.use() as result, options(language) as chosen:
        text = written("bontot_result_write", result, _ffi.BONTOT_JSON, chosen, language=language)
    said = _json.loads(text)
    return Result(
        language=language,
        rubric_id=said["rubric"]["id"],
        rubric_version=said["rubric"]["version"],
        unit_id=said["unit"]["id"],
        unit_name=said["unit"].get("name", ""),
        period=period_from(said.get("period")),
        total=_interval(said["total"]),
        grade=Grade(said["grade"]["id"], said["grade"]["label"]),
        by_exception=said["grade"]["by_exception"],
        as_of=said.get("as_of"),
        grade_possible=said["grade_possible"],
        reachable=tuple(said["reachable"]),
        completeness=Decimal(said["completeness"]),
        criteria=tuple(_node(each, None) for each in said["criteria"]),
        gates=tuple(Gate(each["id"], each["fired"], _lifted(each.get("lifted"))) for each in said["gates"]),
        checks=tuple(
            Check(each["id"], each["outcome"], each["severity"], each["text"]) for each in said["checks"]
        ),
        findings=tuple(Finding(each["code"], each["at"], each.get("expression")) for each in said["findings"]),
        missing=tuple(_missing(each) for each in said["missing"]),
        columns=tuple(_column(each) for each in said.get("columns", ())),
        _text=text,
        _handle=handle,
    )


def period_from(said: Optional[Mapping[str, str]]) -> Optional[Tuple[datetime.date, datetime.date]]:
    """Returns the first and the last day of a period as JSON holds it."""
    if said is None:
        return None
    return (datetime.date.fromisoformat(said["from"]), datetime.date.fromisoformat(said["to"]))


def _interval(said: Mapping[str, Any]) -> Interval:
    return Interval(Decimal(said["points"]), Decimal(said["possible"]), Decimal(said["max"]))


def _node(said: Mapping[str, Any], parent: Optional[str]) -> Node:
    reason = said.get("reason")
    return Node(
        id=said["id"],
        label=said["label"],
        parent=parent,
        kind=said.get("kind"),
        state=State(said["state"]),
        has_good="good" in said,
        good=said.get("good"),
        points=Decimal(said["points"]),
        possible=Decimal(said["possible"]),
        max=Decimal(said["max"]),
        reason=reason["text"] if reason else "",
        notes=tuple(each["text"] for each in said.get("notes", ())),
        children=tuple(_node(each, said["id"]) for each in said.get("indicators", ())),
        facts=tuple((id, fact_value(value)) for id, value in said.get("facts", {}).items()),
        evidence=tuple(said.get("evidence", ())),
        missing=tuple(said.get("missing", ())),
        clause=said.get("clause", ""),
        marks=tuple(_mark(role, mark) for role, mark in said.get("marks", {}).items()),
    )


def _mark(role: str, said: Mapping[str, Any]) -> Mark:
    return Mark(
        role=role,
        points=Decimal(said["points"]),
        comment=said.get("comment", ""),
        reason=said.get("reason", ""),
        by=said.get("by", ""),
        date=_date(said.get("date")),
    )


def _lifted(said: Optional[Mapping[str, str]]) -> Optional[LiftedBy]:
    if said is None:
        return None
    return LiftedBy(said["reason"], said["authority"], _date(said.get("date")))


def _column(said: Mapping[str, Any]) -> Column:
    return Column(
        role=said["role"],
        total=_points(said),
        grade=said["grade"],
        grade_possible=said["grade_possible"],
        nodes={id: _points(points) for id, points in said["nodes"].items()},
    )


def _points(said: Mapping[str, Any]) -> Points:
    return Points(Decimal(said["points"]), Decimal(said["possible"]))


def _date(said: Optional[str]) -> Optional[datetime.date]:
    return None if said is None else datetime.date.fromisoformat(said)


def fact_value(said: Union[int, Decimal, bool, str]) -> FactValue:
    """Returns the value of a fact as JSON holds it."""
    return said if isinstance(said, (bool, str)) else Decimal(said)


def _missing(said: Mapping[str, Any]) -> Missing:
    return Missing(
        item=said["item"],
        label=said["label"],
        worth=Decimal(said["worth"]),
        lines=tuple(said["lines"]),
        also=tuple(said["also"]),
        decides=tuple(said["decides"]),
    )
