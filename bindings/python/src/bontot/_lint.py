# SPDX-License-Identifier: BSL-1.0
"""What lint finds in a rubric."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, List, Literal, Mapping, Optional

from . import _json

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True)
class LintWitness:
    """What shows a finding."""

    text: str
    """For people; empty when there is nothing more to show."""
    value: Optional[Decimal] = None
    """The value in the gap, or the best that can be reached."""
    dossier: Mapping[str, Any] = field(default_factory=dict)
    """Parts of a dossier that shows it: "facts", "members" and so on."""
    ranges: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Of each fact that was looked at, "min" and "max" where there are some."""


@dataclass(frozen=True)
class LintFinding:
    """One thing in a rubric that is likely not meant so."""

    code: str
    """Its kind, such as "step_gap"."""
    severity: Severity
    pointer: str
    """Where it is in the rubric: a JSON Pointer."""
    text: str
    """What is wrong, for people, in the language that was asked for."""
    witness: LintWitness
    node: Optional[str] = None
    """The id of the criterion or indicator that it is about."""
    line: Optional[int] = None
    """From 1, when the text was given."""
    column: Optional[int] = None
    """From 1, in code points."""

    def __str__(self) -> str:
        return f"{self.text} [{self.code}] ({self.pointer})"


def findings_from(text: str) -> List[LintFinding]:
    """Reads what lint found from JSON."""
    return [_finding(each) for each in _json.loads(text)["findings"]]


def _finding(said: Mapping[str, Any]) -> LintFinding:
    return LintFinding(
        code=said["code"],
        severity=said["severity"],
        pointer=said["pointer"],
        text=said["text"],
        witness=_witness(said.get("witness", {})),
        node=said.get("node"),
        line=said.get("line"),
        column=said.get("column"),
    )


def _witness(said: Mapping[str, Any]) -> LintWitness:
    value = said.get("value")
    apart = ("text", "value", "ranges")
    return LintWitness(
        text=said.get("text", ""),
        value=None if value is None else Decimal(value),
        dossier={key: part for key, part in said.items() if key not in apart},
        ranges=said.get("ranges", {}),
    )
