# SPDX-License-Identifier: BSL-1.0
"""What the score of a line gives, by kind, before ceilings, evidence and rounding (design 5.3 and 7.2)."""

import math
from dataclasses import dataclass
from fractions import Fraction

from feel import UNKNOWN, Fact, Fold, compares_one_fact, literals
from points import clamped

WITHOUT_LIMIT = Fraction(10**18)
"""More than any line can have."""

ONE_SURE, ONE_OPEN, NO_VALUE = "", "unknown", "uncovered"


@dataclass
class Scored:
    """The ends of a line's points, why they are apart, and whether its choice voids the parent."""

    low: Fraction
    high: Fraction
    why: str = ONE_SURE
    voids: object = False
    may_lack: bool = False
    """Whether a completion may leave the line without a value or a rule that fits."""


def score(line, scope, mark):
    """Scores a line whose rules are asked; mark is the effective mark, if it was given."""
    kind = next(iter(line.score))
    if kind in SCORES:
        return SCORES[kind](line, line.score[kind], scope)
    return open_mark(line, line.score["mark"]) if mark is None else Scored(mark, mark)


def open_mark(line, rule):
    """A missing mark lies on its grid."""
    step = Fraction(rule["step"])
    low, high = math.ceil(line.least / step) * step, math.floor(line.most / step) * step
    return Scored(low, high, ONE_OPEN) if low <= high else Scored(line.least, line.most, ONE_OPEN)


def anything(line, why, may_lack=False):
    return Scored(line.least, line.most, why, may_lack=may_lack)


def condition(line, test, scope):
    holds = test.value(scope)
    if holds is None:
        return anything(line, NO_VALUE)
    if holds is UNKNOWN:
        return open_condition(line, test, scope)
    points = line.most if holds else line.least
    return Scored(points, points)


def open_condition(line, test, scope):
    """One missing fact that is only compared with literals: what its range leaves; else both ends."""
    fact = compares_one_fact(test)
    values = scope.values_of(fact, literals(test)) if fact in scope.facts else []
    answers = {test.value({**scope, fact: value}) for value in values}
    if not answers:
        return anything(line, ONE_OPEN, test.nullable)
    points = [line.most if answer else line.least for answer in answers]
    return Scored(min(points), max(points), ONE_OPEN)


def choice(line, rule, scope):
    value = scope[rule["fact"]]
    options = rule["options"]
    if value is UNKNOWN:
        return open_choice(line, rule, scope)
    for option in options:
        if option["is"] == value:
            points = Fraction(option["points"])
            return Scored(points, points, voids=option.get("void", False))
    return anything(line, NO_VALUE)


def open_choice(line, rule, scope):
    options = rule["options"]
    voids = UNKNOWN if any(option.get("void") for option in options) else False
    named = {option["is"] for option in options}
    if not named.issuperset(scope.choices(rule["fact"])):
        return Scored(line.least, line.most, ONE_OPEN, voids, may_lack=True)
    points = [Fraction(option["points"]) for option in options]
    return Scored(min(points), max(points), ONE_OPEN, voids)


def steps(line, rule, scope):
    value = rule["value"].value(scope)
    if value is None:
        return anything(line, NO_VALUE)
    if value is UNKNOWN:
        return open_steps(line, rule, scope)
    for row in rule["table"]:
        holds = row["when"].holds(value, scope)
        if holds is UNKNOWN:
            return anything(line, ONE_OPEN, True)
        if holds is None:
            return anything(line, NO_VALUE)
        if holds:
            return Scored(Fraction(row["points"]), Fraction(row["points"]))
    return anything(line, NO_VALUE)


def open_steps(line, rule, scope):
    """One missing fact that is only compared with literals: the rows its range can reach, if they cover it."""
    table, fact = rule["table"], rule["value"]
    bounds = [bound for row in table for bound in row["when"].bounds]
    if not isinstance(fact, Fact) or not all(bound.is_literal for bound in bounds):
        return anything(line, ONE_OPEN, True)
    reached = []
    for value in scope.values_of(fact.text, [bound.constant for bound in bounds]):
        row = next((row for row in table if row["when"].holds(value, scope)), None)
        if row is None:
            return anything(line, ONE_OPEN, True)
        reached.append(Fraction(row["points"]))
    return Scored(min(reached), max(reached), ONE_OPEN) if reached else anything(line, ONE_OPEN, True)


def range_of(expression, scope):
    """The least and the most that a waiting number may be, None for no end; None where it may have no value."""
    if expression.nullable:
        return None
    return scope.range_of(expression.text) if isinstance(expression, Fact) else (None, None)


def proportional(line, rule, scope):
    value = rule["value"].value(scope)
    if value is None:
        return anything(line, NO_VALUE)
    if value is not UNKNOWN:
        points = mapped(rule, value)
        return Scored(points, points)
    reach = range_of(rule["value"], scope)
    if reach is None:
        return anything(line, ONE_OPEN, True)
    falls = Fraction(rule["from"][0]) > Fraction(rule["from"][1])
    ends = [Fraction(each) for each in (reversed(rule["points"]) if falls else rule["points"])]
    ends = [mapped(rule, value) if value is not None else end for value, end in zip(reach, ends)]
    return Scored(min(ends), max(ends), ONE_OPEN)


def mapped(rule, value):
    first, last = (Fraction(each) for each in rule["from"])
    start, end = (Fraction(each) for each in rule["points"])
    return start + clamped((Fraction(value) - first) / (last - first), 0, 1) * (end - start)


def deductions(line, entries, scope):
    taken = counted(line, entries, scope)
    if taken.high is None:
        return anything(line, taken.why, taken.why == ONE_OPEN)
    return Scored(line.most - taken.high, line.most - taken.low, taken.why)


def additions(line, entries, scope):
    given = counted(line, entries, scope)
    return anything(line, given.why, given.why == ONE_OPEN) if given.high is None else given


def counted(line, entries, scope):
    """The sum over the entries of each times count, capped; without ends where a count may have no value."""
    total = Scored(Fraction(0), Fraction(0))
    for value, entry in sorted_by_trouble(entries, scope):
        if value is None or (value is not UNKNOWN and value < 0):
            return Scored(None, None, NO_VALUE)
        least, most = (value, value) if value is not UNKNOWN else count_range(entry["count"], scope)
        if least is None:
            return Scored(None, None, ONE_OPEN)
        total.why = total.why or (ONE_OPEN if value is UNKNOWN else ONE_SURE)
        total.low += amount(entry, least)
        total.high += amount(entry, most)
    return total


def sorted_by_trouble(entries, scope):
    """The entries with their counts; those that have none come first, since the line has none then."""
    counts = [(entry["count"].value(scope), entry) for entry in entries]
    return sorted(counts, key=lambda each: not (each[0] is None or (each[0] is not UNKNOWN and each[0] < 0)))


def amount(entry, count):
    """What so many events come to; a count of None has no limit."""
    cap = Fraction(entry["cap"]) if "cap" in entry else WITHOUT_LIMIT
    return cap if count is None else min(Fraction(entry["each"]) * Fraction(count), cap)


def count_range(count, scope):
    """The range of a waiting count; its least is None where it may be below 0 or have no value."""
    if isinstance(count, Fold) and count.name == "count":
        return 0, None
    reach = range_of(count, scope)
    return reach if reach and reach[0] is not None and reach[0] >= 0 else (None, None)


def formula(line, expression, scope):
    value = expression.value(scope)
    if value is None:
        return anything(line, NO_VALUE)
    if value is UNKNOWN:
        return anything(line, ONE_OPEN, expression.nullable)
    return Scored(Fraction(value), Fraction(value))


SCORES = {
    "condition": condition,
    "choice": choice,
    "steps": steps,
    "proportional": proportional,
    "deductions": deductions,
    "additions": additions,
    "formula": formula,
}
