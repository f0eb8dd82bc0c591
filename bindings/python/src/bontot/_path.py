# SPDX-License-Identifier: BSL-1.0
"""What a unit has to change to reach a grade."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Mapping, Optional, Tuple

from . import _ffi, _json
from ._errors import Language
from ._handles import PathHandle, options, written
from ._result import FactValue, Grade, fact_value
from ._told import Told


@dataclass(frozen=True)
class PathSide:
    """What a dossier comes to."""

    points: Decimal
    grade: Grade


@dataclass(frozen=True)
class PathChange:
    """One thing to change."""

    item: str
    """A fact's id, `members.` and a field, `evidence:` or `mark:` and a line's id."""
    label: str
    before: Optional[FactValue]
    """None: it is missing, or differs among the members. Of evidence, how many documents there are."""
    after: Optional[FactValue]
    count: int
    """How many members change, or documents are to be added; 0 of what is counted by none."""
    role: Optional[str]
    """Whose mark it is."""
    kinds: Tuple[str, ...]
    """What documents will do; empty: any."""
    status: Optional[Literal["submitted", "verified"]]
    """Of evidence, what is asked of it."""


@dataclass(frozen=True)
class PathStep:
    """One line that rises to its most, or a condition that must hold besides."""

    at: str
    """A line's id; of a condition `good:`, `gate:` or `grade:` and an id, or the node that is to apply."""
    label: str
    points: Optional[Decimal]
    """Of a line: what it has. None of a condition."""
    after: Optional[Decimal]
    effort: int
    """0 of a condition."""
    is_open: bool
    """No facts were found for it: people must see how."""
    changes: Tuple[PathChange, ...]
    """None: it comes with the steps before, or is open."""
    text: str


@dataclass(frozen=True)
class PathFall:
    """A line that has less with all steps done."""

    at: str
    label: str
    points: Decimal
    after: Decimal


@dataclass(frozen=True)
class Obstacle:
    """Something that stands in the way."""

    code: str
    at: Optional[str]
    """The id of a gate, grade, criterion or line."""
    asked: Optional[Decimal]
    best: Optional[Decimal]
    text: str


@dataclass(frozen=True, repr=False)
class Path(Told):
    """A way to a grade: a complete copy, immutable, for any thread.

    Only `to_text` needs the library; after `close` it raises MisuseError, and
    all else stays.
    """

    _writer = "bontot_path_write"  # JSON in the format bontot-path/1

    language: Language
    grade: Grade
    """Where to."""
    outcome: Literal["reached", "found", "conflict", "forbidden"]
    effort: int
    """The sum over the steps."""
    before: PathSide
    after: Optional[PathSide]
    """With all steps done; of `found` and `conflict` only."""
    steps: Tuple[PathStep, ...]
    falls: Tuple[PathFall, ...]
    obstacles: Tuple[Obstacle, ...]
    _text: str = field(compare=False)
    _handle: PathHandle = field(compare=False)

    def __repr__(self) -> str:
        return f"<bontot.Path to {self.grade.id}: {self.outcome}, {len(self.steps)} steps>"


def path_from(handle: PathHandle, language: Language) -> Path:
    """Reads everything of a path."""
    with handle.use() as path, options(language) as chosen:
        text = written("bontot_path_write", path, _ffi.BONTOT_JSON, chosen, language=language)
    said = _json.loads(text)
    return Path(
        language=language,
        grade=Grade(said["to"]["id"], said["to"]["label"]),
        outcome=said["outcome"],
        effort=said["effort"],
        before=_side(said["before"]),
        after=_side(said["after"]) if "after" in said else None,
        steps=tuple(_step(each) for each in said["steps"]),
        falls=tuple(
            PathFall(each["at"], each["label"], Decimal(each["points"]), Decimal(each["after"]))
            for each in said["falls"]
        ),
        obstacles=tuple(
            Obstacle(
                each["code"],
                each.get("at"),
                _optional(each.get("asked")),
                _optional(each.get("best")),
                each["text"],
            )
            for each in said["obstacles"]
        ),
        _text=text,
        _handle=handle,
    )


def _side(said: Mapping[str, Any]) -> PathSide:
    return PathSide(Decimal(said["points"]), Grade(said["grade"]["id"], said["grade"]["label"]))


def _step(said: Mapping[str, Any]) -> PathStep:
    return PathStep(
        at=said["at"],
        label=said.get("label", ""),
        points=_optional(said.get("points")),
        after=_optional(said.get("after")),
        effort=said["effort"],
        is_open=said["open"],
        changes=tuple(_change(each) for each in said["changes"]),
        text=said["text"],
    )


def _change(said: Mapping[str, Any]) -> PathChange:
    return PathChange(
        item=said["item"],
        label=said["label"],
        before=_value(said["from"]),
        after=_value(said["to"]),
        count=said.get("count", 0),
        role=said.get("role"),
        kinds=tuple(said.get("kinds", ())),
        status=said.get("status"),
    )


def _value(said: Any) -> Optional[FactValue]:
    return None if said is None else fact_value(said)


def _optional(said: Any) -> Optional[Decimal]:
    return None if said is None else Decimal(said)
