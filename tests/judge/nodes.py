# SPDX-License-Identifier: BSL-1.0
"""The tree of a rubric as the judge walks it: what each node may score, and how it is rounded."""

from fractions import Fraction

BONUS, PENALTY = "bonus", "penalty"


class Node:
    """A criterion or an indicator; rules that it does not have are None or empty."""

    def __init__(self, given, kind, level, rounding):
        self.given = given
        self.id = given["id"]
        self.kind = kind
        self.most = Fraction(given["max"])
        self.least = Fraction(given.get("min", 0))
        self.score = given.get("score")
        self.applies = given.get("applies")
        self.policy = given.get("not_applicable", "full")
        self.requires = given.get("requires")
        self.ceilings = given.get("at_most", ())
        self.evidence = given.get("evidence")
        self.is_highest = given.get("combine") == "highest"
        self.rounding = given.get("rounding") or rounding.get(level)
        self.children = [Node(each, kind, "indicator", rounding) for each in given.get("indicators", ())]

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


def criteria_of(rubric):
    rounding = {each["at"]: each for each in rubric.get("rounding", ())}
    return [Node(each, each["kind"], "criterion", rounding) for each in rubric["criteria"]]
