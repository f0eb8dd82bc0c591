# SPDX-License-Identifier: BSL-1.0
"""Counts what was met: a kind of rule that hardly occurs is not tested."""

from collections import Counter

from nodes import criteria_of
from rubrics import POLICIES, SCORES

STATES = ("voided", "not_applicable", "uncovered", "unknown", "unproven", "met", "unmet", "partly")
EFFECTS = ("void", "not_good", "grade_at_most", "grade_down", "grade_is")
GRADE_RULES = (
    "min_total", "above_total", "min_points", "min_share", "no_zero_criterion", "good_criteria", "requires",
)  # fmt: skip
LINE_RULES = ("applies", "requires", "at_most", "evidence", "rounding", "min")

WANTED = (
    *(f"score {kind}" for kind in SCORES),
    *(f"state {state}" for state in STATES),
    *(f"policy {policy}" for policy in POLICIES),
    *(f"gate {effect} {how}" for effect in EFFECTS for how in ("fires", "open")),
    *(f"grade {rule}" for rule in GRADE_RULES),
    *(f"{level} {rule}" for level in ("line", "parent") for rule in LINE_RULES),
    *(f"good_criteria {kind}" for kind in ("all", "number", "list")),
    *(f"grades on {kind}" for kind in ("total", "base", "share")),
    *(f"depth {depth}" for depth in range(1, 6)),
    *(f"kind {kind}" for kind in ("base", "bonus", "penalty")),
    *(f"check {outcome}" for outcome in ("pass", "fail", "unknown")),
    *(f"good {truth}" for truth in (True, False, None)),
    *("refused", "highest", "total clamp", "several grades reachable", "by exception"),
    *("reference", "trust committee", "results", "columns", "as of", "mark overrides", "void by option"),
)
LEAST = 300
"""In so many pairs as follow each of them is met at least so often; in others in proportion."""
PAIRS = 50_000


def lacking(found, pairs):
    """What was met too rarely."""
    least = max(1, LEAST * min(pairs, PAIRS) // PAIRS)
    return [name for name in WANTED if found[name] < least]


def covered(case, expected):
    """What one case meets; expected is None where the dossier is refused."""
    found = Counter()
    if expected is None:
        found["refused"] += 1
        return found
    sheet_coverage(found, case, expected)
    for criterion in criteria_of(case.rubric):
        found[f"kind {criterion.kind}"] += 1
        for node in criterion.walk():
            node_coverage(found, node, case, expected)
    return found


def sheet_coverage(found, case, expected):
    rubric = case.rubric
    fired = dict(expected["gates"])
    for gate in rubric.get("gates", ()):
        effect = next(iter(gate["effect"]))
        how = {True: "fires", None: "open", False: "rests"}[fired[gate["id"]]]
        found[f"gate {effect} {how}"] += 1
    for grade in rubric["grades"]:
        found.update(f"grade {rule}" for rule in GRADE_RULES if rule in grade)
        if "good_criteria" in grade:
            asked = grade["good_criteria"]
            found["good_criteria " + ("all" if asked == "all" else "list" if isinstance(asked, list) else "number")] += 1
    total = rubric.get("total", {})
    found[f"grades on {total.get('grades_on', 'total')}"] += 1
    found["total clamp"] += "min" in total or "max" in total
    found.update(f"check {outcome}" for _, outcome in expected["checks"])
    found.update(f"good {truth}" for truth in expected["good"].values())
    found["several grades reachable"] += len(expected["reachable"]) > 1
    found["by exception"] += expected["by_exception"]
    found["reference"] += case.reference is not None
    found["trust committee"] += case.trust == "committee"
    found["results"] += bool(case.dossier.get("results"))
    found["columns"] += bool(expected["columns"])
    found["as of"] += case.as_of is not None


def node_coverage(found, node, case, expected):
    state = expected["nodes"][node.id]["state"]
    found[f"state {state}"] += 1
    found[f"depth {node.id.count('.') + 1}"] += 1
    if state == "not_applicable":
        found[f"policy {node.policy}"] += 1
        return
    level = "parent" if node.children else "line"
    found.update(f"{level} {rule}" for rule in LINE_RULES if rule in node.given)
    found["highest"] += node.is_highest
    if node.score is not None:
        kind = next(iter(node.score))
        found[f"score {kind}"] += 1
        marks = case.dossier.get("marks", {}).get(node.id, {})
        found["mark overrides"] += kind != "mark" and bool(marks)
        found["void by option"] += kind == "choice" and any(option.get("void") for option in node.score["choice"]["options"])
