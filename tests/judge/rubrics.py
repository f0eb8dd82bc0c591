# SPDX-License-Identifier: BSL-1.0
"""Makes rubrics of every kind of rule. A rubric is as its format says, with trees where its text has FEEL."""

from decimal import Decimal

import feel
from expressions import CHOICES, KINDS, RESULT_RUBRICS, Expressions, number_of_results
from feel import Literal

MAXIMA = [Decimal(text) for text in ("1", "2", "2", "3", "4", "5", "10", "0.5", "2.5", "3.3", "7.25")]
STEPS = [Decimal(text) for text in ("1", "0.5", "0.5", "0.25", "0.1", "0.01", "0.3")]
MODES = ("half_up", "half_even", "down", "up")
POLICIES = ("full", "rescale", "share", "drop", "zero")
SCORES = ("condition", "choice", "steps", "proportional", "deductions", "additions", "mark", "formula")


def make_rubric(random, features):
    return Maker(random, features).rubric()


class Maker:
    def __init__(self, random, features):
        self.random = random
        self.features = features
        self.facts = self.make_facts()
        self.feel = Expressions(random, self.facts, features)

    def chance(self, likelihood):
        return self.random.random() < likelihood

    # Facts.

    def make_facts(self):
        facts = [self.number_fact(f"task.n{place}") for place in range(self.random.randint(3, 7))]
        facts += [{"id": f"task.b{place}", "type": "boolean"} for place in range(self.random.randint(1, 3))]
        facts += [self.choice_fact(f"level.c{place}") for place in range(self.random.randint(1, 3))]
        if self.chance(0.4):
            facts.append({"id": "signed_on", "type": "date"})
        if "reference" in self.features:
            for fact in facts:
                if self.chance(0.2):
                    fact["given_by"] = "committee"
        if "results" in self.features and self.chance(0.4):
            facts += [{"id": f"derived.r{place}", "type": "number", "from_results": self.from_results()} for place in range(2)]
        if "results" in self.features and self.chance(0.3):
            facts.append({"id": "meetings", "of": "member", "type": "number", "from_results": self.from_results()})
        facts += [
            {"id": "missed", "of": "member", "type": "number", "integer": True, "min": Decimal(0), "max": Decimal(9)},
            {"id": "disciplined", "of": "member", "type": "boolean"},
            {**self.choice_fact("rating"), "of": "member"},
        ]
        return facts

    def number_fact(self, id):
        fact = {"id": id, "type": "number"}
        if self.chance(0.6):
            fact["integer"] = True
        if self.chance(0.7):
            fact["min"] = Decimal(self.random.choice((0, 0, 0, 1, -3)))
        if self.chance(0.6):
            fact["max"] = Decimal(self.random.choice((1, 3, 5, 12, 100)))
        return fact

    def from_results(self):
        """How a fact comes from results: a count, a sum, a streak."""
        rubrics = self.random.sample(RESULT_RUBRICS, self.random.randint(1, 2))
        return {"rubrics": rubrics, "value": number_of_results(self.random)}

    def choice_fact(self, id):
        return {"id": id, "type": "choice", "choices": list(CHOICES[: self.random.randint(2, 4)])}

    # The sheet.

    def rubric(self):
        rubric = {"format": "bontot-rubric/1", "id": "judged", "version": "1", "label": {"vi": "Phiếu"}}
        if self.chance(0.5):
            rubric["period"] = "year"
        rubric["roles"] = self.roles()
        rounding = [self.rounding(at) for at in ("indicator", "criterion", "total") if self.chance(0.25)]
        if rounding:
            rubric["rounding"] = rounding
        rubric["facts"] = self.facts
        if self.chance(0.06):
            rubric["consistency"] = [{"id": "c1", "assert": self.feel.boolean(), "message": {"vi": "Sai"}}]
        rubric["criteria"] = self.criteria()
        total = self.total(rubric)
        if total:
            rubric["total"] = total
        rubric["grades"] = self.grades(rubric)
        rubric["gates"] = [self.gate(place, rubric) for place in range(self.random.choice((0, 0, 1, 2, 3)))]
        rubric["checks"] = [self.check(place) for place in range(self.random.randint(0, 2))]
        return rubric

    def roles(self):
        if "roles" not in self.features or self.chance(0.3):
            return ["self"]
        roles = ["self", "committee", "appraised", "final"][: self.random.randint(2, 4)]
        if self.chance(0.5):
            roles[-1] = {"id": roles[-1], "label": {"vi": "Quyết định"}, "overrides": True}
        return roles

    def rounding(self, at):
        return {"at": at, "step": self.random.choice(STEPS), "mode": self.random.choice(MODES)}

    def total(self, rubric):
        total = {}
        if self.chance(0.2):
            total["min"] = Decimal(self.random.choice((0, 0, -2, 5)))
        if self.chance(0.2):
            total["max"] = Decimal(self.random.choice((8, 15, 30)))
        kinds = ["total", "base"] + (["share"] if "share" in self.features else [])
        if self.chance(0.4):
            total["grades_on"] = self.random.choice(kinds)
        return total

    # Nodes.

    def criteria(self):
        kinds = ["base"] * self.random.randint(1, 3)
        kinds += ["bonus"] * self.chance(0.3) + ["penalty"] * self.chance(0.3)
        return [self.criterion(str(place + 1), kind) for place, kind in enumerate(kinds)]

    def criterion(self, id, kind):
        criterion = {"id": id, "kind": kind}
        children = [] if self.chance(0.06) else self.children(id, kind, 1)
        self.add_ends(criterion, kind, children)
        self.add_applies(criterion, 0.15)
        self.add_rounding(criterion)
        if self.chance(0.6):
            criterion["good"] = self.good(criterion)
        criterion["indicators"] = children
        return criterion

    def good(self, criterion):
        good = {}
        if self.chance(0.7):
            good["min_points"] = (criterion["max"] * Decimal(self.random.randint(0, 10)) / 10).quantize(Decimal("0.01"))
        if not good or self.chance(0.3):
            good["requires"] = self.feel.boolean()
        return good

    def children(self, id, kind, level):
        count = self.random.choice((1, 2, 2, 3, 3, 4) if level == 1 else (1, 2, 3))
        return [self.indicator(f"{id}.{place + 1}", kind, level) for place in range(count)]

    def indicator(self, id, kind, level):
        if level < 4 and self.chance(0.25 if level == 1 else 0.3):
            return self.parent(id, kind, level)
        return self.line(id, kind)

    def parent(self, id, kind, level):
        parent = {"id": id}
        children = self.children(id, kind, level + 1)
        self.add_ends(parent, kind, children)
        self.add_rules(parent, 0.5)
        parent["indicators"] = children
        return parent

    def add_ends(self, node, kind, children):
        """The maximum of a parent; mostly what its children come to."""
        if self.chance(0.15):
            node["combine"] = "highest"
        fold = max if node.get("combine") == "highest" else sum
        if kind == "penalty":
            node["max"] = Decimal(0)
            node["min"] = -self.random.choice(MAXIMA)
            return
        sum_of_children = fold([child["max"] for child in children] or [Decimal(0)])
        node["max"] = sum_of_children if self.chance(0.85) or not children else self.random.choice(MAXIMA)
        if self.chance(0.1):
            node["min"] = min(Decimal("0.5"), node["max"])

    def line(self, id, kind):
        line = {"id": id, "max": Decimal(0) if kind == "penalty" else self.random.choice(MAXIMA)}
        if kind == "penalty":
            line["min"] = -self.random.choice(MAXIMA)
        elif self.chance(0.15):
            line["min"] = (line["max"] * self.random.randint(1, 4) / 10).quantize(Decimal("0.01"))
        self.add_rules(line, 1)
        line["score"] = self.score(line)
        return line

    def add_rules(self, node, scale):
        self.add_applies(node, 0.25)
        if self.chance(0.12 * scale):
            node["requires"] = self.feel.boolean()
        if self.chance(0.12 * scale):
            node["at_most"] = [self.ceiling(node) for _ in range(self.random.choice((1, 1, 2)))]
        if self.chance(0.3 * scale):
            node["evidence"] = self.evidence()
        self.add_rounding(node)

    def add_applies(self, node, likelihood):
        if self.chance(likelihood):
            node["applies"] = self.feel.boolean(1)
            node["not_applicable"] = self.random.choice(POLICIES)
        elif self.chance(0.1):
            node["not_applicable"] = self.random.choice(POLICIES)

    def add_rounding(self, node):
        if self.chance(0.12):
            node["rounding"] = {"step": self.random.choice(STEPS), "mode": self.random.choice(MODES)}

    def ceiling(self, node):
        return {"when": self.feel.boolean(1), "points": self.points(node)}

    def evidence(self):
        rule = {}
        if self.chance(0.6):
            rule["kinds"] = self.random.sample(KINDS, self.random.randint(1, 2))
        if self.chance(0.8):
            rule["at_least"] = self.random.choice(
                (Decimal(1), Decimal(2), Decimal(3), Decimal(0), self.feel.number(1), self.feel.fact("number"))
            )
        if self.chance(0.4):
            rule["status"] = self.random.choice(("submitted", "verified"))
        if self.chance(0.3):
            rule["within"] = "period"
        if self.chance(0.3):
            rule["due_days_after_period"] = Decimal(self.random.choice((0, 10, 30)))
        if self.chance(0.5):
            rule["short"] = self.random.choice(("unproven", "proportional", "proportional"))
        return rule

    # Scores.

    def points(self, node):
        """Points between the ends of a node."""
        low, high = node.get("min", Decimal(0)), node["max"]
        pick = self.random.random()
        if pick < 0.2:
            return low
        if pick < 0.45:
            return high
        return (low + (high - low) * self.random.randint(0, 20) / 20).quantize(Decimal("0.001")).normalize() + 0

    def score(self, line):
        kind = self.random.choice(SCORES)
        return {kind: getattr(self, kind)(line)}

    def condition(self, line):
        return self.feel.boolean()

    def choice(self, line):
        fact = self.random.choice(self.feel.by_type["choice"])
        choices = fact["choices"] if self.chance(0.8) else fact["choices"][:-1]
        options = [{"is": each, "points": self.points(line)} for each in choices]
        if self.chance(0.25):
            self.random.choice(options)["void"] = True
        return {"fact": fact["id"], "options": options}

    def steps(self, line):
        if self.chance(0.12):
            return self.steps_of_choice(line)
        value = self.feel.fact("number") if self.chance(0.4) else self.feel.number(2)
        marks = sorted({self.feel.small().constant for _ in range(self.random.randint(1, 4))})
        rows = [{"when": self.step(low, high), "points": self.points(line)} for low, high in self.spans(marks)]
        if self.chance(0.2):
            rows.reverse()
        if self.chance(0.15) and len(rows) > 1:
            rows.pop(self.random.randrange(len(rows)))
        if self.chance(0.08):
            bound = feel.Test(self.random.choice(("<", ">=")), self.feel.fact("number"))
            rows.insert(self.random.randint(0, len(rows)), {"when": bound, "points": self.points(line)})
        return {"value": value, "table": rows}

    def spans(self, marks):
        ends = [None, *(Literal(mark) for mark in marks), None]
        return list(zip(ends, ends[1:]))

    def step(self, low, high):
        """A row for what lies between two marks; its ends are mostly such that nothing is left out."""
        closed = self.chance(0.9)
        if low is None:
            return feel.Test("<" if closed else "<=", high)
        if high is None:
            return feel.Test(">=" if closed else ">", low)
        span = feel.Range(low, high, closed, not closed)
        return feel.Either([span, feel.Test("=", high)]) if self.chance(0.1) else span

    def steps_of_choice(self, line):
        fact = self.random.choice(self.feel.by_type["choice"])
        rows = [{"when": feel.Test("=", Literal(each)), "points": self.points(line)} for each in fact["choices"]]
        return {"value": feel.Fact(fact["id"]), "table": rows}

    def proportional(self, line):
        first, last = self.random.sample([Decimal(text) for text in ("0", "0.1", "0.5", "1", "5", "10", "-2")], 2)
        value = self.feel.fact("number") if self.chance(0.3) else self.feel.number(2)
        return {"value": value, "from": [first, last], "points": [self.points(line), self.points(line)]}

    def deductions(self, line):
        return [self.entry() for _ in range(self.random.choice((1, 1, 2)))]

    def additions(self, line):
        return self.deductions(line)

    def entry(self):
        count = self.feel.fact("number") if self.chance(0.4) else self.feel.counted() if self.chance(0.5) else self.feel.number(1)
        entry = {"count": count, "each": self.random.choice([Decimal(text) for text in ("0.5", "1", "0.25", "2")])}
        if self.chance(0.6):
            entry["cap"] = self.random.choice([Decimal(text) for text in ("1", "2.5", "4")])
        return entry

    def mark(self, line):
        rule = {"step": self.random.choice((Decimal("0.5"), Decimal("0.25"), Decimal(1)))}
        if self.chance(0.3):
            rule["comment"] = self.random.choice(("never", "below_max"))
        return rule

    def formula(self, line):
        expression = self.feel.number(2)
        return feel.Arithmetic("-", Literal(Decimal(0)), expression) if line["max"] == 0 else expression

    # Grades, gates, checks.

    def grades(self, rubric):
        count = self.random.randint(1, 4)
        printed = sum(each["max"] for each in rubric["criteria"] if each["kind"] == "base")
        least = sorted((self.random.randint(0, 100) for _ in range(count - 1)), reverse=True)
        grades = [self.grade(f"g{place}", rubric, printed, Decimal(part) / 100) for place, part in enumerate(least)]
        return [*grades, {"id": "last"}]

    def grade(self, id, rubric, printed, part):
        on_share = rubric.get("total", {}).get("grades_on") == "share"
        grade = {"id": id}
        if self.chance(0.7):
            figure = part if on_share else (printed * part).quantize(Decimal("0.1"))
            grade[self.random.choice(("min_total", "min_total", "above_total"))] = figure
        based = [each for each in rubric["criteria"] if each["max"] > 0]
        if based and self.chance(0.25):
            some = self.random.choice(based)
            grade["min_points"] = {some["id"]: (some["max"] * part).quantize(Decimal("0.01"))}
        if based and self.chance(0.25):
            grade["min_share"] = {self.random.choice(based)["id"]: part}
        if self.chance(0.2):
            grade["no_zero_criterion"] = True
        self.add_good_criteria(grade, rubric)
        if self.chance(0.25) or len(grade) == 1:
            grade["requires"] = self.feel.boolean()
        return grade

    def add_good_criteria(self, grade, rubric):
        rated = [each["id"] for each in rubric["criteria"] if "good" in each]
        if not rated or not self.chance(0.35):
            return
        forms = ["all", Decimal(self.random.randint(1, len(rated)))]
        if "good_lists" in self.features:
            forms.append(self.random.sample(rated, self.random.randint(1, len(rated))))
        grade["good_criteria"] = self.random.choice(forms)

    def gate(self, place, rubric):
        return {"id": f"gate{place}", "when": self.feel.boolean(), "effect": self.effect(rubric)}

    def effect(self, rubric):
        rated = [each["id"] for each in rubric["criteria"] if "good" in each]
        kind = self.random.choice(("void", "not_good", "grade_at_most", "grade_down", "grade_is"))
        if kind == "void":
            return {"void": self.random.choice(list(ids_of(rubric["criteria"])))}
        if kind == "not_good" and rated:
            return {"not_good": self.random.choice(rated)}
        if kind == "grade_down":
            return {"grade_down": Decimal(1)}
        return {"grade_is" if kind == "grade_is" else "grade_at_most": self.random.choice(rubric["grades"])["id"]}

    def check(self, place):
        expression = self.feel.boolean()
        if self.chance(0.3):
            expression = feel.IsKnown(self.feel.number(1))
        return {
            "id": f"check{place}",
            "severity": self.random.choice(("info", "warning", "error")),
            "assert": expression,
            "message": {"vi": "Xem"},
        }


def ids_of(nodes):
    for node in nodes:
        yield node["id"]
        yield from ids_of(node.get("indicators", ()))
