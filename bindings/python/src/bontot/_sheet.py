# SPDX-License-Identifier: BSL-1.0
"""What a rubric says about itself."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, Mapping, Optional, Sequence, Tuple

from . import _ffi
from ._handles import borrowed, figure

FactType = Literal["number", "boolean", "text", "date", "choice"]
Kind = Literal["base", "bonus", "penalty"]
Score = Literal[
    "group", "condition", "choice", "steps", "proportional", "deductions", "additions", "mark", "formula"
]
Effect = Literal["voids", "not_good", "grade_at_most", "grade_down", "grade_is"]
Severity = Literal["info", "warning", "error"]

_FACT_TYPES: Mapping[int, FactType] = {
    _ffi.BONTOT_FACT_NUMBER: "number",
    _ffi.BONTOT_FACT_BOOLEAN: "boolean",
    _ffi.BONTOT_FACT_TEXT: "text",
    _ffi.BONTOT_FACT_DATE: "date",
    _ffi.BONTOT_FACT_CHOICE: "choice",
}
_KINDS: Mapping[int, Kind] = {
    _ffi.BONTOT_BASE: "base",
    _ffi.BONTOT_BONUS: "bonus",
    _ffi.BONTOT_PENALTY: "penalty",
}
_SCORES: Mapping[int, Score] = {
    _ffi.BONTOT_SCORE_GROUP: "group",
    _ffi.BONTOT_SCORE_CONDITION: "condition",
    _ffi.BONTOT_SCORE_CHOICE: "choice",
    _ffi.BONTOT_SCORE_STEPS: "steps",
    _ffi.BONTOT_SCORE_PROPORTIONAL: "proportional",
    _ffi.BONTOT_SCORE_DEDUCTIONS: "deductions",
    _ffi.BONTOT_SCORE_ADDITIONS: "additions",
    _ffi.BONTOT_SCORE_MARK: "mark",
    _ffi.BONTOT_SCORE_FORMULA: "formula",
}
_EFFECTS: Mapping[int, Effect] = {
    _ffi.BONTOT_VOIDS_NODE: "voids",
    _ffi.BONTOT_NOT_GOOD: "not_good",
    _ffi.BONTOT_GRADE_AT_MOST: "grade_at_most",
    _ffi.BONTOT_GRADE_DOWN: "grade_down",
    _ffi.BONTOT_GRADE_IS: "grade_is",
}
_SEVERITIES: Mapping[int, Severity] = {
    _ffi.BONTOT_INFO: "info",
    _ffi.BONTOT_WARNING: "warning",
    _ffi.BONTOT_ERROR: "error",
}


@dataclass(frozen=True)
class RubricSource:
    """The document that a rubric comes from; "" is what the rubric does not say."""

    document: str
    issued: Optional[datetime.date]
    issuer: str
    uri: str
    note: str
    """In Vietnamese."""
    note_en: str
    """In English."""


@dataclass(frozen=True)
class RubricScope:
    """What a rubric is for."""

    valid_from: Optional[datetime.date]
    period_months: int
    """How long a period is; 0: any length."""
    unit_kinds: Tuple[str, ...]
    """The kinds of unit; none: any."""
    least: Optional[Decimal]
    """What the total is never below."""
    most: Optional[Decimal]


@dataclass(frozen=True)
class Fact:
    """One fact of the unit that a rubric asks for."""

    id: str
    slot: int
    """Its place in the rubric, from 0."""
    type: FactType
    label: str
    """In Vietnamese."""
    label_en: str
    """In English."""
    unit: str = ""
    """What it is counted in, in Vietnamese."""
    unit_en: str = ""
    """In English."""
    least: Optional[Decimal] = None
    """The ends of a number's range."""
    most: Optional[Decimal] = None
    is_integer: bool = False
    choices: Tuple[str, ...] = ()
    is_by_committee: bool = False
    """Whether the committee gives it, in a reference."""
    is_from_results: bool = False
    """Whether it is worked out from results of others, where there are such."""
    is_read: bool = True
    """Whether the rubric reads it in any way."""


@dataclass(frozen=True)
class Role:
    """Who gives marks."""

    id: str
    label: str
    """In Vietnamese."""
    label_en: str
    """In English."""
    overrides: bool = False
    """Whether it may mark any line, in place of what its rules give."""


@dataclass(frozen=True)
class RubricGrade:
    """A grade that units may have."""

    id: str
    label: str
    """In Vietnamese."""
    label_en: str
    """In English."""
    clause: str = ""
    """Where it stands in the document, or ""."""
    has_quota: bool = False
    """Whether only so many units may have it."""


@dataclass(frozen=True)
class RubricNode:
    """A criterion or indicator."""

    id: str
    parent: Optional[str]
    """The id of the node above; None for a criterion."""
    label: str
    """In Vietnamese."""
    label_en: str
    """In English."""
    clause: str
    kind: Kind
    """Of its criterion."""
    score: Score
    """How its points come about; group: it is no line."""
    least: Decimal
    most: Decimal
    """The points that it may have."""
    effort: Optional[int]
    """What it costs to raise a line, from 1 to 100; None: it cannot be changed any more."""
    facts: Tuple[str, ...]
    """The ids of the facts that a line's own rules read."""
    roles: Tuple[str, ...]
    """The ids of the roles that may mark it."""
    mark_step: Optional[Decimal]
    """What its marks are multiples of."""
    asks_comment: bool
    """Whether a mark below the maximum needs a comment."""
    asks_evidence: bool
    evidence_kinds: Tuple[str, ...]
    """The kinds of document that it accepts; none: any."""


@dataclass(frozen=True)
class RubricGate:
    """A condition that takes something away when it holds."""

    id: str
    label: str
    """In Vietnamese."""
    label_en: str
    """In English."""
    clause: str
    effect: Effect
    target: str
    """The id of the node or grade that it is about; "" of grade_down."""
    grades: int
    """Of grade_down: how many."""


@dataclass(frozen=True)
class RubricCheck:
    """A policy check, which changes no points."""

    id: str
    message: str
    """What it says when it fails, in Vietnamese."""
    message_en: str
    """In English."""
    clause: str
    severity: Severity


@dataclass(frozen=True)
class RubricRule:
    """A rule of consistency, without which a dossier is wrong."""

    id: str
    message: str
    """What it says when it does not hold, in Vietnamese."""
    message_en: str
    """In English."""


def source_of(rubric: Any) -> RubricSource:
    return RubricSource(
        document=borrowed("bontot_rubric_document", rubric),
        issued=_day(borrowed("bontot_rubric_issued", rubric)),
        issuer=borrowed("bontot_rubric_issuer", rubric),
        uri=borrowed("bontot_rubric_uri", rubric),
        note=borrowed("bontot_rubric_note", rubric, _ffi.BONTOT_VI),
        note_en=borrowed("bontot_rubric_note", rubric, _ffi.BONTOT_EN),
    )


def scope_of(rubric: Any) -> RubricScope:
    library = _ffi.library()
    kinds = range(library.bontot_rubric_unit_kind_count(rubric))
    return RubricScope(
        valid_from=_day(borrowed("bontot_rubric_valid_from", rubric)),
        period_months=library.bontot_rubric_period_months(rubric),
        unit_kinds=tuple(borrowed("bontot_rubric_unit_kind", rubric, kind) for kind in kinds),
        least=figure("bontot_rubric_total_bound_text", rubric, _ffi.BONTOT_LEAST),
        most=figure("bontot_rubric_total_bound_text", rubric, _ffi.BONTOT_MOST),
    )


def facts_of(rubric: Any) -> Tuple[Fact, ...]:
    return tuple(_fact(rubric, slot) for slot in range(_ffi.library().bontot_rubric_fact_count(rubric)))


def _fact(rubric: Any, slot: int) -> Fact:
    library = _ffi.library()
    id, label, label_en = _labelled(rubric, slot, "bontot_rubric_fact_id", "bontot_rubric_fact_label")
    choices = range(library.bontot_rubric_fact_choice_count(rubric, slot))
    return Fact(
        id=id,
        slot=slot,
        type=_FACT_TYPES[library.bontot_rubric_fact_type(rubric, slot)],
        label=label,
        label_en=label_en,
        unit=borrowed("bontot_rubric_fact_unit", rubric, slot, _ffi.BONTOT_VI),
        unit_en=borrowed("bontot_rubric_fact_unit", rubric, slot, _ffi.BONTOT_EN),
        least=figure("bontot_rubric_fact_bound_text", rubric, slot, _ffi.BONTOT_LEAST),
        most=figure("bontot_rubric_fact_bound_text", rubric, slot, _ffi.BONTOT_MOST),
        is_integer=library.bontot_rubric_fact_is_integer(rubric, slot) == 1,
        choices=tuple(borrowed("bontot_rubric_fact_choice", rubric, slot, choice) for choice in choices),
        is_by_committee=library.bontot_rubric_fact_is_by_committee(rubric, slot) == 1,
        is_from_results=library.bontot_rubric_fact_is_from_results(rubric, slot) == 1,
        is_read=library.bontot_rubric_fact_is_read(rubric, slot) == 1,
    )


def member_facts_of(rubric: Any) -> Tuple[Fact, ...]:
    return tuple(_member_fact(rubric, field) for field in range(_ffi.library().bontot_rubric_field_count(rubric)))


def _member_fact(rubric: Any, field: int) -> Fact:
    library = _ffi.library()
    id, label, label_en = _labelled(rubric, field, "bontot_rubric_field_id", "bontot_rubric_field_label")
    choices = range(library.bontot_rubric_field_choice_count(rubric, field))
    return Fact(
        id=id,
        slot=field,
        type=_FACT_TYPES[library.bontot_rubric_field_type(rubric, field)],
        label=label,
        label_en=label_en,
        unit=borrowed("bontot_rubric_field_unit", rubric, field, _ffi.BONTOT_VI),
        unit_en=borrowed("bontot_rubric_field_unit", rubric, field, _ffi.BONTOT_EN),
        least=figure("bontot_rubric_field_bound_text", rubric, field, _ffi.BONTOT_LEAST),
        most=figure("bontot_rubric_field_bound_text", rubric, field, _ffi.BONTOT_MOST),
        is_integer=library.bontot_rubric_field_is_integer(rubric, field) == 1,
        choices=tuple(borrowed("bontot_rubric_field_choice", rubric, field, choice) for choice in choices),
        is_from_results=library.bontot_rubric_field_is_from_results(rubric, field) == 1,
        is_read=library.bontot_rubric_field_is_read(rubric, field) == 1,
    )


def roles_of(rubric: Any) -> Tuple[Role, ...]:
    library = _ffi.library()
    return tuple(
        Role(
            *_labelled(rubric, role, "bontot_rubric_role_id", "bontot_rubric_role_label"),
            overrides=library.bontot_rubric_role_overrides(rubric, role) == 1,
        )
        for role in range(library.bontot_rubric_role_count(rubric))
    )


def grades_of(rubric: Any) -> Tuple[RubricGrade, ...]:
    library = _ffi.library()
    return tuple(
        RubricGrade(
            *_labelled(rubric, grade, "bontot_rubric_grade_id", "bontot_rubric_grade_label"),
            clause=borrowed("bontot_rubric_grade_clause", rubric, grade),
            has_quota=library.bontot_rubric_grade_has_quota(rubric, grade) == 1,
        )
        for grade in range(library.bontot_rubric_grade_count(rubric))
    )


def nodes_of(rubric: Any) -> Tuple[RubricNode, ...]:
    roles = [role.id for role in roles_of(rubric)]
    return tuple(_node(rubric, node, roles) for node in range(_ffi.library().bontot_rubric_node_count(rubric)))


def _node(rubric: Any, node: int, roles: Sequence[str]) -> RubricNode:
    library = _ffi.library()
    id, label, label_en = _labelled(rubric, node, "bontot_rubric_node_id", "bontot_rubric_node_label")
    parent = library.bontot_rubric_node_parent(rubric, node)
    least = figure("bontot_rubric_node_bound_text", rubric, node, _ffi.BONTOT_LEAST)
    most = figure("bontot_rubric_node_bound_text", rubric, node, _ffi.BONTOT_MOST)
    assert least is not None and most is not None
    slots = [
        library.bontot_rubric_node_fact(rubric, node, fact)
        for fact in range(library.bontot_rubric_node_fact_count(rubric, node))
    ]
    kinds = range(library.bontot_rubric_node_evidence_kind_count(rubric, node))
    return RubricNode(
        id=id,
        parent=None if parent == _ffi.BONTOT_NONE else borrowed("bontot_rubric_node_id", rubric, parent),
        label=label,
        label_en=label_en,
        clause=borrowed("bontot_rubric_node_clause", rubric, node),
        kind=_KINDS[library.bontot_rubric_node_kind(rubric, node)],
        score=_SCORES[library.bontot_rubric_node_score(rubric, node)],
        least=least,
        most=most,
        effort=library.bontot_rubric_node_effort(rubric, node) or None,
        facts=tuple(borrowed("bontot_rubric_fact_id", rubric, slot) for slot in slots),
        roles=tuple(
            role
            for number, role in enumerate(roles)
            if library.bontot_rubric_node_takes_marks(rubric, node, number) == 1
        ),
        mark_step=figure("bontot_rubric_node_mark_step_text", rubric, node),
        asks_comment=library.bontot_rubric_node_asks_comment(rubric, node) == 1,
        asks_evidence=library.bontot_rubric_node_asks_evidence(rubric, node) == 1,
        evidence_kinds=tuple(borrowed("bontot_rubric_node_evidence_kind", rubric, node, kind) for kind in kinds),
    )


def gates_of(rubric: Any) -> Tuple[RubricGate, ...]:
    return tuple(_gate(rubric, gate) for gate in range(_ffi.library().bontot_rubric_gate_count(rubric)))


def _gate(rubric: Any, gate: int) -> RubricGate:
    library = _ffi.library()
    id, label, label_en = _labelled(rubric, gate, "bontot_rubric_gate_id", "bontot_rubric_gate_label")
    effect = _EFFECTS[library.bontot_rubric_gate_effect(rubric, gate)]
    target = library.bontot_rubric_gate_target(rubric, gate)
    of_node = effect in ("voids", "not_good")
    named = "bontot_rubric_node_id" if of_node else "bontot_rubric_grade_id"
    is_count = effect == "grade_down"
    return RubricGate(
        id=id,
        label=label,
        label_en=label_en,
        clause=borrowed("bontot_rubric_gate_clause", rubric, gate),
        effect=effect,
        target="" if is_count else borrowed(named, rubric, target),
        grades=target if is_count else 0,
    )


def checks_of(rubric: Any) -> Tuple[RubricCheck, ...]:
    library = _ffi.library()
    return tuple(
        RubricCheck(
            *_labelled(rubric, check, "bontot_rubric_check_id", "bontot_rubric_check_message"),
            clause=borrowed("bontot_rubric_check_clause", rubric, check),
            severity=_SEVERITIES[library.bontot_rubric_check_severity(rubric, check)],
        )
        for check in range(library.bontot_rubric_check_count(rubric))
    )


def rules_of(rubric: Any) -> Tuple[RubricRule, ...]:
    return tuple(
        RubricRule(*_labelled(rubric, rule, "bontot_rubric_rule_id", "bontot_rubric_rule_message"))
        for rule in range(_ffi.library().bontot_rubric_rule_count(rubric))
    )


def _labelled(rubric: Any, index: int, id: str, label: str) -> Tuple[str, str, str]:
    """The id of something, and what it is called in both languages."""
    return (
        borrowed(id, rubric, index),
        borrowed(label, rubric, index, _ffi.BONTOT_VI),
        borrowed(label, rubric, index, _ffi.BONTOT_EN),
    )


def _day(text: str) -> Optional[datetime.date]:
    return datetime.date.fromisoformat(text) if text else None
