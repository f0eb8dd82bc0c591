# SPDX-License-Identifier: BSL-1.0
"""What FEEL and the rules can see: a dossier and a reference, seen through the facts of a rubric."""

import datetime
import math
from decimal import Decimal
from fractions import Fraction

from feel import UNKNOWN

EVIDENCE_FIELDS = ("id", "kind", "number", "issuer", "issued", "submitted", "status")
HISTORY_FIELDS = ("from", "to", "rubric", "grade", "points")
RESULT_FIELDS = ("unit", "rubric", "from", "to", "grade", "points")
NO_DATE = datetime.date.min


class World(dict):
    """The values by name: fact ids, `members`, `evidence`, `history`, `results`, `unit.kind`, `period.from`, ..."""

    def __init__(self, rubric, dossier, reference=None, as_of=None):
        super().__init__()
        self.facts = {fact["id"]: fact for fact in rubric["facts"] if fact.get("of") != "member"}
        self.member_facts = [fact for fact in rubric["facts"] if fact.get("of") == "member"]
        self.dossier = dossier
        self.reference = reference or {}
        self.unit = dossier["unit"]
        self.period = dossier.get("period", {})
        self.documents = [self.document(each) for each in dossier.get("evidence") or ()]
        self.read_parts()
        for fact in self.facts.values():
            self[fact["id"]] = self.fact(fact)
        roles = [role if isinstance(role, dict) else {"id": role} for role in rubric.get("roles", ())]
        self.overriding = {role["id"] for role in roles if role.get("overrides")}
        names = [role["id"] for role in roles]
        self.roles = names[: names.index(as_of) + 1] if as_of else names
        self.marking = [role for role in self.roles if any(role in self.marks(line) for line in dossier.get("marks", {}))]
        self.as_of = self.marking[-1] if self.marking else next(iter(self.roles), None)

    def read_parts(self):
        for name in ("kind", "group", "id"):
            self[f"unit.{name}"] = known(self.unit.get(name))
        for name in ("from", "to"):
            self[f"period.{name}"] = known(self.period.get(name))
        self["history"] = in_order(self.dossier.get("history"), HISTORY_FIELDS)
        self["results"] = in_order(self.dossier.get("results"), RESULT_FIELDS)
        given = self.dossier.get("evidence")
        self["evidence"] = UNKNOWN if given is None else [context(each, EVIDENCE_FIELDS) for each in self.documents]
        members = self.dossier.get("members")
        self["members"] = UNKNOWN if members is None else [self.member(each) for each in members]

    def fact(self, fact):
        value = self.dossier.get("facts", {}).get(fact["id"])
        if value is not None:
            return value
        if "from_results" in fact:
            return self.from_results(fact, None)
        if fact.get("given_by") == "committee":
            return self.referred(fact["id"])
        return UNKNOWN

    def referred(self, id):
        """What the reference says of a fact: the nearest to the unit counts."""
        places = (
            self.reference.get("units", {}).get(self.unit["id"], {}),
            self.reference.get("groups", {}).get(self.unit.get("group"), {}),
            self.reference.get("facts", {}),
        )
        return next((known(place[id]) for place in places if id in place), UNKNOWN)

    def from_results(self, fact, member):
        """What a fact's expression gives over the results of its rubrics, and of one member if so."""
        rule = fact["from_results"]
        if self["results"] is UNKNOWN:
            return UNKNOWN
        mine = [
            each
            for each in self["results"]
            if each["rubric"] is not UNKNOWN
            and any(matches(pattern, each["rubric"]) for pattern in rule["rubrics"])
            and member in (None, each["unit"])
        ]
        if not mine:
            return UNKNOWN
        value = rule["value"].value({**self, "results": mine})
        return UNKNOWN if value is None else value

    def member(self, given):
        found = {"id": given["id"]}
        for fact in self.member_facts:
            value = known(given.get(fact["id"]))
            if value is UNKNOWN and "from_results" in fact:
                value = self.from_results(fact, given["id"])
            found[fact["id"]] = value
        return found

    def document(self, given):
        """A document with the status that the reference gives it, if it does."""
        for each in self.reference.get("evidence", ()):
            if each["unit"] == self.unit["id"] and each["id"] == given["id"]:
                return {**given, "status": each["status"]}
        return {**given, "status": given.get("status") or "submitted"}

    def lifted(self, gate):
        """Whether an exception of the dossier or of the reference lifts a gate."""
        own = self.dossier.get("exceptions", ())
        others = (each for each in self.reference.get("exceptions", ()) if each["unit"] == self.unit["id"])
        return any(each["gate"] == gate for each in (*own, *others))

    def marks(self, line):
        """The marks of a line by role, of those roles that count."""
        given = self.dossier.get("marks", {}).get(line, {})
        return {role: mark_points(given[role]) for role in self.roles if given.get(role) is not None}

    def mark(self, line):
        """The effective mark of a line, that of the last role that gave one, and whether it overrides."""
        marks = self.marks(line.id)
        if not marks:
            return None, False
        role = list(marks)[-1]
        return marks[role], role in self.overriding

    def range_of(self, id):
        """The ends of a number's range, of an integer's the whole numbers within; None for no end."""
        fact = self.facts[id]
        low, high = fact.get("min"), fact.get("max")
        if fact.get("integer"):
            low = None if low is None else Decimal(math.ceil(low))
            high = None if high is None else Decimal(math.floor(high))
        return low, high

    def values_of(self, id, bounds):
        """Values that stand for all that a fact may be where it is compared with bounds; none for endless types."""
        fact = self.facts[id]
        if fact["type"] == "boolean":
            return [False, True]
        if fact["type"] == "choice":
            return fact["choices"]
        if fact["type"] != "number":
            return []
        return samples(self.range_of(id), bounds, fact.get("integer", False))

    def choices(self, id):
        return self.facts[id]["choices"]


def mark_points(mark):
    return Fraction(mark["points"] if isinstance(mark, dict) else mark)


def known(value):
    return UNKNOWN if value is None else value


def context(given, fields):
    return {field: known(given.get(field)) for field in fields}


def in_order(given, fields):
    """A list in the order of from, then to, those without a date first."""
    if given is None:
        return UNKNOWN
    return [context(each, fields) for each in sorted(given, key=lambda each: [each.get(end) or NO_DATE for end in ("from", "to")])]


def matches(pattern, id):
    return id.startswith(pattern[:-1]) if pattern.endswith("*") else id == pattern


def samples(reach, bounds, is_integer):
    """The ends of a range, every bound in it, and one value between any two neighbours and beyond the outer ones."""
    low, high = reach
    marks = {each for each in (*bounds, *reach) if each is not None} or {Decimal(0)}
    if is_integer:
        marks = {Decimal(whole) for each in marks for whole in (math.floor(each), math.ceil(each))}
        marks |= {each + step for each in marks for step in (-1, 1)}
    else:
        inner = sorted(marks)
        marks |= {(left + right) / 2 for left, right in zip(inner, inner[1:])} | {inner[0] - 1, inner[-1] + 1}
    return sorted(each for each in marks if (low is None or each >= low) and (high is None or each <= high))
