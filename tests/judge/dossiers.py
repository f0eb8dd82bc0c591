# SPDX-License-Identifier: BSL-1.0
"""Makes dossiers for a rubric: more or less complete, with documents of every flaw."""

import datetime
import math
from decimal import Decimal
from fractions import Fraction

from expressions import GRADES, KINDS
from nodes import criteria_of
from world import matches

STATUSES = ("submitted", "verified", "rejected", "false")
FIRST, LAST = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)


def make_dossier(random, rubric, features):
    return Maker(random, rubric, features).dossier()


class Maker:
    def __init__(self, random, rubric, features):
        self.random = random
        self.rubric = rubric
        self.features = features
        self.missing = random.choice((0, 0, 0.1, 0.3, 0.6))
        self.gates = [gate["id"] for gate in rubric.get("gates", ())]
        self.roles = [role if isinstance(role, dict) else {"id": role} for role in rubric["roles"]]
        self.nodes = [node for criterion in criteria_of(rubric) for node in criterion.walk()]

    def chance(self, likelihood):
        return self.random.random() < likelihood

    def is_missing(self):
        return self.chance(self.missing)

    def dossier(self):
        dossier = {"format": "bontot-dossier/1", "unit": self.unit(), "period": {"from": FIRST, "to": LAST}}
        dossier["facts"] = self.facts()
        dossier["marks"] = {node.id: self.marks(node) for node in self.nodes if self.is_marked(node)}
        for part, make in (("members", self.members), ("history", self.history), ("evidence", self.evidence)):
            if not self.is_missing():
                dossier[part] = make()
        if self.has("results") and self.chance(0.7):
            dossier["results"] = [self.past_result() for _ in range(self.random.randint(0, 5))]
            self.leave_out_derived(dossier)
        if self.has("reference") and self.chance(0.3) and self.gates:
            dossier["exceptions"] = [self.exception() for _ in range(self.random.randint(1, 2))]
        return dossier

    def has(self, feature):
        return feature in self.features

    def unit(self):
        unit = {"id": "u1"}
        if not self.is_missing():
            unit["kind"] = "cell"
        if self.chance(0.5):
            unit["group"] = "north"
        return unit

    def exception(self):
        return {"gate": self.random.choice(self.gates), "reason": "Bất khả kháng", "authority": "Đảng ủy"}

    # Facts.

    def facts(self):
        facts = {}
        for fact in self.rubric["facts"]:
            if fact.get("of") == "member":
                continue
            if not self.is_missing():
                facts[fact["id"]] = self.value(fact)
            elif self.chance(0.3):
                facts[fact["id"]] = None
        return facts

    def value(self, fact):
        kind = fact["type"]
        if kind == "boolean":
            return self.chance(0.5)
        if kind == "choice":
            return self.random.choice(fact["choices"])
        if kind == "date":
            return FIRST + datetime.timedelta(days=self.random.choice((-200, -1, 0, 100, 180, 364, 365, 500)))
        return self.number(fact)

    def number(self, fact):
        low = fact.get("min", Decimal(0) if self.chance(0.9) else Decimal(-3))
        high = min(fact.get("max", Decimal(20)), low + 15)
        if fact.get("integer") or self.chance(0.5):
            return Decimal(self.random.randint(int(low), int(high)))
        return Decimal(self.random.randint(int(low * 100), int(high * 100))).scaleb(-2)

    # Marks.

    def is_marked(self, node):
        """Whether a node gets marks: lines that ask for them, and any line by a role that overrides."""
        if node.score is None or not self.grid(node) or self.is_missing():
            return False
        return "mark" in node.score or (self.overriding() and self.chance(0.15))

    def overriding(self):
        return [role["id"] for role in self.roles if role.get("overrides")]

    def marks(self, node):
        roles = [role["id"] for role in self.roles] if "mark" in node.score else self.overriding()
        marks = {role: self.full_mark(node, role) for role in roles if self.chance(0.6)}
        return marks or {roles[0]: self.full_mark(node, roles[0])}

    def full_mark(self, node, role):
        """A mark as a number, or with what has to be said beside it."""
        points = self.mark(node)
        if role in self.overriding():
            return {"points": points, "reason": "Theo biên bản", "comment": "Đã xem"}
        asks = "mark" in node.score and node.score["mark"].get("comment") == "below_max"
        return {"points": points, "comment": "Còn thiếu"} if asks or self.chance(0.2) else points

    def grid(self, node):
        """The numbers of steps that a mark of a line may have."""
        step = self.step(node)
        return range(math.ceil(node.least / step), math.floor(node.most / step) + 1)

    def step(self, node):
        return Fraction(node.score["mark"]["step"]) if "mark" in node.score else Fraction(1, 2)

    def mark(self, node):
        """Points on the grid of a line, between its ends."""
        points = self.random.choice(self.grid(node)) * self.step(node)
        return Decimal(points.numerator) / Decimal(points.denominator)

    # Lists.

    def members(self):
        fields = [fact for fact in self.rubric["facts"] if fact.get("of") == "member"]
        members = []
        for place in range(self.random.choice((0, 1, 2, 3, 5))):
            member = {"id": f"m{place}"}
            for fact in fields:
                if not self.chance(self.missing / 4):
                    member[fact["id"]] = self.value(fact)
                elif self.chance(0.3):
                    member[fact["id"]] = None
            members.append(member)
        return members

    def history(self):
        return [self.past(place) for place in range(self.random.choice((0, 1, 2, 3)))]

    def past(self, place):
        year = 2025 - self.random.randint(0, 4)
        past = {"from": datetime.date(year, 1, 1), "to": datetime.date(year, 12, 31), "rubric": "judged"}
        past["grade"] = self.random.choice(GRADES)
        past["points"] = Decimal(self.random.randint(40, 100))
        for key in ("grade", "points"):
            if self.chance(self.missing / 4):
                del past[key]
        return past

    def past_result(self):
        """A result of a member or of the unit itself, short or as a whole."""
        day = datetime.date(2026, self.random.randint(1, 12), 1)
        short = {
            "unit": self.random.choice(("m0", "m1", "u1")),
            "rubric": self.random.choice(("sinh-hoat-01", "sinh-hoat-02", "quy-1", "khac")),
            "from": day,
            "to": day + datetime.timedelta(days=27),
            "grade": self.random.choice(GRADES),
            "points": Decimal(self.random.randint(400, 1000)).scaleb(-1),
        }
        for key in ("grade", "points", "from", "to"):
            if self.chance(self.missing / 3):
                del short[key]
        return short

    def leave_out_derived(self, dossier):
        """What results say must not be said again."""
        for fact in self.rubric["facts"]:
            rule = fact.get("from_results")
            results = [each for each in dossier["results"] if rule and is_of(rule, each)]
            if results:
                dossier["facts"].pop(fact["id"], None)
            for member in dossier.get("members", ()):
                if any(each["unit"] == member["id"] for each in results):
                    member.pop(fact["id"], None)

    # Evidence.

    def evidence(self):
        documents = []
        for node in self.nodes:
            if node.evidence is not None:
                documents += [self.document(node) for _ in range(self.random.choice((0, 1, 1, 2, 3, 4)))]
        repeats = [dict(each) for each in documents if self.chance(0.12)]
        documents += repeats
        for place, each in enumerate(documents):
            each["id"] = f"e{place}"
            if self.chance(0.1):
                each["supports"] = sorted({*each["supports"], self.random.choice(self.nodes).id})
        for each in repeats:
            if "number" in each:
                each["number"] = each["number"].replace("-", self.random.choice(("-", "\u2013", "\u2011", " - ")))
        return documents

    def document(self, node):
        document = {"supports": [node.id]}
        kinds = node.evidence.get("kinds", KINDS)
        document["kind"] = self.random.choice(kinds if self.chance(0.85) else KINDS)
        document["number"] = f"{self.random.randint(1, 30)}-BC/CB"
        document["issuer"] = self.random.choice(("CB", "DU"))
        document["issued"] = self.random.choice((FIRST, LAST, datetime.date(2026, 3, 3), datetime.date(2026, 3, 4)))
        document["submitted"] = LAST + datetime.timedelta(days=self.random.choice((-20, 0, 5, 10)))
        document["status"] = self.random.choice(("submitted", "verified", "verified"))
        self.spoil(document)
        return document

    def spoil(self, document):
        pick = self.random.random()
        if pick < 0.05:
            document["issued"] = self.random.choice((FIRST - datetime.timedelta(1), LAST + datetime.timedelta(1)))
        elif pick < 0.1:
            document["status"] = "rejected"
        elif pick < 0.13:
            document["status"] = "false"
        elif pick < 0.2:
            document["submitted"] = LAST + datetime.timedelta(days=self.random.choice((1, 11, 31, 60)))
        elif pick < 0.3:
            document.pop(self.random.choice(("kind", "number", "issuer", "issued", "submitted", "status")))


def is_of(rule, result):
    return any(matches(pattern, result["rubric"]) for pattern in rule["rubrics"])


def make_reference(random, rubric, dossier):
    """A committee's reference that says nothing against the dossier; None for none."""
    if random.random() < 0.3:
        return None
    reference = {"format": "bontot-reference/1"}
    if random.random() < 0.5:
        reference["rubric"] = {"id": rubric["id"]}
        reference["period"] = dict(dossier["period"])
    maker = Maker(random, rubric, frozenset())
    places = ("facts", reference.setdefault("facts", {})), ("group", {}), ("unit", {}), ("other", {})
    for fact in rubric["facts"]:
        if fact.get("given_by") == "committee" and dossier["facts"].get(fact["id"]) is None:
            for _, place in places:
                if random.random() < 0.4:
                    place[fact["id"]] = maker.value(fact)
    _, (_, group), (_, unit), (_, other) = places
    reference["groups"] = {"north": group, "south": other}
    reference["units"] = {"u1": unit, "u2": other}
    reference["evidence"] = [
        {"unit": random.choice(("u1", "u1", "u2")), "id": each["id"], "status": random.choice(STATUSES[1:])}
        for each in dossier.get("evidence", ())
        if random.random() < 0.15
    ]
    reference["exceptions"] = [
        {"unit": random.choice(("u1", "u2")), "gate": gate, "reason": "Khách quan", "authority": "Đảng ủy"}
        for gate in maker.gates
        if random.random() < 0.25
    ]
    return reference


def is_clean(dossier, rubric):
    """Whether a dossier says nothing that only the committee may say."""
    theirs = {fact["id"] for fact in rubric["facts"] if fact.get("given_by") == "committee"}
    says = any(dossier["facts"].get(id) is not None for id in theirs)
    statuses = {each.get("status", "submitted") for each in dossier.get("evidence", ())}
    return not says and "exceptions" not in dossier and statuses <= {"submitted"}
