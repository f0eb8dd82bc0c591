# SPDX-License-Identifier: BSL-1.0
"""A program as a user writes it, for mypy alone: the public names have the types that are promised."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Dict, List, Optional, Tuple

import bontot


def score(path: Path) -> Tuple[Decimal, str]:
    with bontot.Rubric.builtin("bon-tot-2023") as rubric:
        result = rubric.evaluate(path, language="en", allow_other_rubric=True)
    good: List[Optional[bool]] = [criterion.good for criterion in result.criteria]
    worth: Dict[str, Decimal] = {each.item: each.worth for each in result.missing}
    wrong = [node for node in result.nodes if node.state is bontot.State.UNMET]
    points: Decimal = sum((node.points for node in wrong), Decimal(0)) + max(worth.values())
    return points, f"{result.grade.label} {good} {result.to_text('vi', colour=False)}"


def order(rubric: bontot.Rubric, results: List[bontot.Result]) -> List[Tuple[Optional[int], str, bontot.Quota]]:
    ranking = bontot.rank(rubric, results, raised=["north"])
    first: Decimal = ranking.places[0].points
    ranks = {place.unit_id: place.rank for place in ranking.places if place.possible >= first}
    return [(ranks[each.unit_id], each.to, each.quota) for each in ranking.movements if not each.undecided]


def places(dossier: Dict[str, object]) -> List[Tuple[str, int, int]]:
    try:
        failed: List[str] = [
            check.text
            for check in bontot.Rubric.from_file("rubric.json").check(dossier)
            if check.outcome == "fail"
        ]
        return [(each, 0, 0) for each in failed]
    except bontot.InputError as error:
        return [(entry.pointer, entry.line, entry.column) for entry in error.entries]


def table(rubric: bontot.Rubric, shares: List[Decimal]) -> List[Decimal]:
    results = bontot.evaluate_columns(rubric, {"share": shares, "met": bytes(len(shares))}, threads=2)
    wrong: List[Tuple[int, str]] = [(error.row, error.message) for error in results.errors]
    first: bontot.NodePoints = results.nodes["1"]
    return [results.decimal(each) for each in first.points] if not wrong else []


def batch(rubric: bontot.Rubric, given: bontot.ArrowBatch) -> int:
    return len(bontot.evaluate_arrow(rubric, given, ignore=["unit"], decimals={"share": 1}))


def many(rubric: bontot.Rubric, file: Path) -> Tuple[List[Decimal], List[str]]:
    outcomes: List[bontot.Scored] = list(rubric.evaluate_many(file, as_of=None))
    points = [each.result.total.points for each in outcomes if each.result is not None]
    texts: List[Optional[str]] = [each.text for each in rubric.write_many([b"{}", {}, file], "json")]
    return points, [str(each.error) for each in outcomes if each.error is not None] + [each or "" for each in texts]


def build(rubric: bontot.Rubric) -> bontot.Result:
    with rubric.dossier("U1", period=("2026-01-01", date(2026, 12, 31))) as dossier:
        dossier.update({"share": Decimal("1.5"), "met": True, "day": date(2026, 1, 2), "word": None})
        return dossier.evaluate(language="en")


def assemble(rubric: bontot.Rubric) -> Dict[str, Tuple[Decimal, Decimal]]:
    dossier = rubric.dossier("U1")
    dossier.mark("2.2", "self", Decimal("17.5"), comment="fair", date=date(2027, 1, 2))
    member: bontot.Member = dossier.add_member("D1", {"disciplined": False})
    member.set("disciplined", None)
    dossier.add_evidence("E1", ["1.1"], kind="report", issued="2026-12-05")
    dossier.add_history("2025-01-01", "2025-12-31", grade="good", points=93)
    reference = rubric.reference()
    reference.set("province.average", Decimal("0.93"), group="north")
    dossier.apply(reference)
    return {node.id: (node.least, node.most) for node in rubric.nodes if node.score != "group"}


def lines(rubric: bontot.Rubric, pieces: List[bytes]) -> Tuple[int, List[str]]:
    texts: List[str] = []

    def take(line: bontot.Written) -> bool:
        texts.append(line.text or str(line.error))
        return line.number >= 100

    with bontot.Lines(take, find=lambda id: rubric if id == rubric.id else None) as scored:
        for piece in pieces:
            scored.feed(piece)
        scored.end()
        return scored.wrong_count, texts


def differences(old: bontot.Rubric, new: bontot.Rubric, file: Path) -> Dict[Tuple[str, str], int]:
    with bontot.RubricDiff(old, new) as diff:
        moved: List[str] = [cause.id for cause in diff.add(file).causes if cause.difference]
        return dict(diff.counts.grades) if moved else {}
