# SPDX-License-Identifier: BSL-1.0
"""Makes expressions of the right type over the facts of a rubric."""

import datetime
from decimal import Decimal

import feel
from feel import Literal

KINDS = ("report", "minutes", "plan")
GRADES = ("excellent", "good", "other")
CHOICES = ("rose", "held", "fell", "gone")
RESULT_RUBRICS = ("sinh-hoat-*", "sinh-hoat-01", "quy-*", "khac")


def number_of_results(random):
    """A number that results give: how many, how much, how many in a row."""
    test = feel.Compare("=", feel.Field("grade"), Literal(random.choice(GRADES)))
    results = feel.Part("results")
    pick = random.random()
    if pick < 0.4:
        return feel.Fold("count", feel.Filter(results, test))
    if pick < 0.6:
        return feel.Fold("count", results)
    if pick < 0.8:
        return feel.Fold(random.choice(("sum", "min", "max")), feel.Pluck(results, "points"))
    named = feel.Compare("=", feel.Field("grade", "x"), Literal(random.choice(GRADES)))
    return feel.Streak(results, named)


class Expressions:
    """Makes trees; `facts` and `fields` are the rubric's, already chosen."""

    def __init__(self, random, facts, features):
        self.random = random
        self.features = features
        self.by_type = {kind: [] for kind in ("number", "boolean", "choice", "date")}
        self.fields = {kind: [] for kind in self.by_type}
        for fact in facts:
            (self.fields if fact.get("of") == "member" else self.by_type)[fact["type"]].append(fact)

    def one(self, *makers):
        return self.random.choice(makers)()

    def small(self):
        """A literal number as rubrics have them."""
        pick = self.random.random()
        if pick < 0.6:
            return Literal(Decimal(self.random.randint(0, 12)))
        if pick < 0.9:
            return Literal(Decimal(self.random.randint(0, 100)).scaleb(-1).normalize() + 0)
        return Literal(Decimal(self.random.randint(-500, 500)).scaleb(-2))

    def fact(self, kind):
        return feel.Fact(self.random.choice(self.by_type[kind])["id"])

    # Numbers.

    def number(self, depth=2):
        if depth == 0 or self.random.random() < 0.35:
            return self.fact("number") if self.random.random() < 0.85 else self.small()
        return self.one(
            lambda: self.arithmetic(depth),
            lambda: self.arithmetic(depth),
            lambda: self.quotient(),
            lambda: self.counted(),
            lambda: self.folded(),
            lambda: feel.If(self.boolean(depth - 1), self.number(depth - 1), self.number(depth - 1)),
            lambda: self.called(depth),
        )

    def arithmetic(self, depth):
        return feel.Arithmetic(self.random.choice("++--*"), self.number(depth - 1), self.number(depth - 1))

    def quotient(self):
        """What rubrics most often measure: this of that."""
        quotient = feel.Arithmetic("/", self.fact("number"), self.fact("number"))
        if self.random.random() < 0.2:
            return feel.Arithmetic("*", quotient, self.small())
        return quotient

    def called(self, depth):
        name = self.random.choice(("abs", "floor", "ceiling", "min", "max"))
        operands = [self.number(depth - 1) for _ in range(2 if name in ("min", "max") else 1)]
        return feel.Call(name, *operands)

    def counted(self):
        if "results" in self.features and self.random.random() < 0.2:
            return self.one(lambda: number_of_results(self.random), self.streak)
        return feel.Fold("count", self.one(self.some_members, self.some_members, self.some_documents, self.some_history))

    def folded(self):
        if not self.fields["number"]:
            return self.counted()
        plucked = feel.Pluck(feel.Part("members"), self.random.choice(self.fields["number"])["id"])
        return feel.Fold(self.random.choice(("sum", "sum", "min", "max")), plucked)

    def some_members(self):
        members = feel.Part("members")
        return members if self.random.random() < 0.2 else feel.Filter(members, self.test_of_member())

    def some_documents(self):
        test = feel.Compare("=", feel.Field("kind"), Literal(self.random.choice(KINDS)))
        if self.random.random() < 0.4:
            status = feel.Compare("=", feel.Field("status"), Literal("verified"))
            test = feel.Junction(self.random.choice(("and", "or")), test, status)
        return feel.Filter(feel.Part("evidence"), test)

    def some_history(self):
        test = feel.Compare("=", feel.Field("grade"), Literal(self.random.choice(GRADES)))
        if self.random.random() < 0.4:
            points = feel.Compare(self.random.choice((">=", "<")), feel.Field("points"), Literal(Decimal(70)))
            test = feel.Junction(self.random.choice(("and", "or")), test, points)
        elif self.random.random() < 0.3:
            before = feel.Compare("<", feel.Field("to"), feel.Fact("period.from"))
            test = feel.Junction("and", before, test)
        return feel.Filter(feel.Part("history"), test)

    def streak(self):
        test = feel.Compare("=", feel.Field("grade", "x"), Literal(self.random.choice(GRADES)))
        return feel.Streak(feel.Part("history"), test)

    # Truths.

    def boolean(self, depth=2):
        if depth > 0 and self.random.random() < 0.35:
            return self.one(
                lambda: self.junction(depth),
                lambda: feel.Not(self.boolean(depth - 1)),
                lambda: self.quantified(),
            )
        return self.one(self.comparison, self.comparison, self.flag, self.chosen, self.within, self.dated)

    def junction(self, depth):
        operands = [self.boolean(depth - 1) for _ in range(self.random.choice((2, 2, 3)))]
        return feel.Junction(self.random.choice(("and", "or")), *operands)

    def comparison(self):
        operation = self.random.choice(("=", "!=", "<", "<=", ">", ">=", ">="))
        return feel.Compare(operation, self.number(1), self.one(self.small, self.small, lambda: self.number(0)))

    def flag(self):
        flag = self.fact("boolean")
        return flag if self.random.random() < 0.5 else feel.Compare("=", flag, Literal(self.random.random() < 0.5))

    def chosen(self):
        fact = self.random.choice(self.by_type["choice"])
        value = lambda: Literal(self.random.choice(fact["choices"]))
        if self.random.random() < 0.6:
            return feel.Compare(self.random.choice(("=", "!=")), feel.Fact(fact["id"]), value())
        return feel.In(feel.Fact(fact["id"]), [feel.Test("=", value()), feel.Test("=", value())])

    def within(self):
        low, high = sorted((self.small(), self.small()), key=lambda each: each.constant)
        if self.random.random() < 0.5:
            return feel.Between(self.fact("number"), low, high)
        return feel.In(self.fact("number"), [self.range(low, high), feel.Test(">", self.small())])

    def range(self, low, high):
        return feel.Range(low, high, self.random.random() < 0.6, self.random.random() < 0.6)

    def dated(self):
        if not self.by_type["date"]:
            return self.comparison()
        ends = (feel.Fact("period.from"), feel.Fact("period.to"), Literal(datetime.date(2026, 6, 30)))
        return feel.Compare(self.random.choice(("<", "<=", ">", ">=")), self.fact("date"), self.random.choice(ends))

    def quantified(self):
        return feel.Quantified(self.random.choice(("some", "every")), feel.Part("members"), self.test_of_member("x"))

    def test_of_member(self, of=""):
        kind = self.random.choice([kind for kind, fields in self.fields.items() if fields])
        fact = self.random.choice(self.fields[kind])
        field = feel.Field(fact["id"], of)
        if kind == "number":
            test = feel.Compare(self.random.choice(("=", "<", ">=", ">")), field, Literal(Decimal(self.random.randint(0, 5))))
        elif kind == "boolean":
            test = feel.Compare("=", field, Literal(self.random.random() < 0.7))
        else:
            test = feel.Compare(self.random.choice(("=", "!=")), field, Literal(self.random.choice(fact["choices"])))
        return test if self.random.random() < 0.9 else feel.Not(test)
