# SPDX-License-Identifier: BSL-1.0
"""The whole sheet: total, good, gates, grade, checks, completeness, as the format of results says them."""

from fractions import Fraction

from feel import UNKNOWN
from nodes import criteria_of
from points import clamped, rounded, settled
from tree import Judge, both, combine, either
from world import World

NO_POINTS = Fraction(0)


def evaluate(rubric, dossier, reference=None, as_of=None, with_columns=True):
    """What evaluating a dossier must give."""
    world = World(rubric, dossier, reference, as_of)
    gates = [(gate, gate["when"].value(world)) for gate in rubric.get("gates", ())]
    live = [(gate, fires(value)) for gate, value in gates if not world.lifted(gate["id"])]
    judge = Judge(world, strongest(live, "void"))
    verdicts = [judge.verdict(node) for node in criteria_of(rubric)]
    sheet = Sheet(rubric, verdicts, world, strongest(live, "not_good"))
    order = [grade["id"] for grade in rubric["grades"]]
    reachable = after_gates(live, sheet.grades(), order)
    return {
        "as_of": world.as_of,
        "columns": columns(rubric, dossier, reference, world) if with_columns else {},
        "total": interval(*sheet.total, sheet.whole.most),
        "grade": order[max(reachable)],
        "grade_possible": order[min(reachable)],
        "by_exception": any(value is True and world.lifted(gate["id"]) for gate, value in gates),
        "reachable": [order[index] for index in sorted(reachable)],
        "completeness": sheet.completeness(),
        "nodes": dict(entry for found in verdicts for entry in described(found)),
        "good": sheet.good,
        "gates": [(gate["id"], shown(fires(value))) for gate, value in gates],
        "checks": [(check["id"], OUTCOMES[shown(check["assert"].value(world))]) for check in rubric.get("checks", ())],
    }


def columns(rubric, dossier, reference, world):
    """By role, what the result is as of each that gave marks, where several did."""
    roles = world.marking if len(world.marking) > 1 else []
    return {role: evaluate(rubric, dossier, reference, role, with_columns=False) for role in roles}


OUTCOMES = {True: "pass", False: "fail", None: "unknown"}


def contradicted(rubric, dossier, reference=None):
    """Whether a rule of consistency is false, so that the dossier is wrong."""
    world = World(rubric, dossier, reference)
    return any(rule["assert"].value(world) is False for rule in rubric.get("consistency", ()))


def fires(value):
    """A gate without a value does not fire."""
    return False if value is None else value


def shown(truth):
    """A truth as a result shows it: what is open is None."""
    return None if truth is UNKNOWN else truth


def interval(low, high, most):
    return {"points": low, "possible": high, "max": settled(most)}


def strongest(gates, effect):
    """By node: how surely gates of an effect fire."""
    found = {}
    for gate, value in gates:
        if effect in gate["effect"] and value is not False:
            node = gate["effect"][effect]
            found[node] = True if value is True else found.get(node, UNKNOWN)
    return found


def described(found):
    """What a result says of a node and of all below it."""
    yield found.node.id, {**interval(*found.ends(), found.shown_most()), "state": found.state()}
    for child in found.children:
        yield from described(child)


class Root:
    """What the base criteria make up together."""

    least = NO_POINTS
    is_highest = False
    policy = "full"

    def __init__(self, most):
        self.most = most


class Sheet:
    """The criteria together."""

    def __init__(self, rubric, verdicts, world, not_good):
        self.rubric, self.verdicts, self.world = rubric, verdicts, world
        self.base = [found for found in verdicts if found.node.kind == "base"]
        self.printed = sum((found.node.most for found in self.base), NO_POINTS)
        self.whole = combine(Root(self.printed), self.base, is_total=True)
        based = (self.whole.low, self.whole.high)
        extra = [found.exact_ends() for found in verdicts if found.node.kind != "base"]
        self.of_base = tuple(self.finished(end) for end in based)
        self.total = tuple(self.finished(based[end] + sum(each[end] for each in extra)) for end in (0, 1))
        self.good = {}
        for found in verdicts:
            truth = self.is_good(found)
            if truth is not None:
                self.good[found.node.id] = shown(self.after_gate(truth, not_good.get(found.node.id, False)))

    def finished(self, points):
        """Rounded, then clamped, as the rubric says for the total; settled."""
        for rule in self.rubric.get("rounding", ()):
            if rule["at"] == "total":
                points = rounded(points, Fraction(rule["step"]), rule["mode"])
        rule = self.rubric.get("total", {})
        points = settled(points)
        if "min" in rule:
            points = max(points, Fraction(rule["min"]))
        return min(points, Fraction(rule["max"])) if "max" in rule else points

    # Good.

    def is_good(self, found):
        """Whether a criterion is good by its own rule; null where that has no value."""
        rule = found.node.given.get("good")
        if rule is None:
            return None
        truth = True
        if "min_points" in rule:
            truth = reaches(*found.ends(), Fraction(rule["min_points"]))
        if "requires" in rule:
            value = rule["requires"].value(self.world)
            truth = both(truth, UNKNOWN if value is None else value)
        return truth

    def after_gate(self, truth, fired):
        if truth is None or fired is False:
            return truth
        return both(truth, False if fired is True else UNKNOWN)

    # Grades.

    def grades(self):
        """The places of the grades that can be reached, before the gates on grades."""
        reached = set()
        for place, grade in enumerate(self.rubric["grades"]):
            truth = self.holds(grade)
            if truth is not False:
                reached.add(place)
            if truth is True:
                break
        return reached

    def holds(self, grade):
        truth = True
        for condition in self.conditions(grade):
            truth = both(truth, UNKNOWN if condition is None else condition)
        return truth

    def conditions(self, grade):
        for key, test in (("min_total", reaches), ("above_total", passes)):
            if key in grade:
                read = self.read()
                yield UNKNOWN if read is None else test(*read, Fraction(grade[key]))
        for id, points in grade.get("min_points", {}).items():
            yield reaches(*self.of(id).ends(), Fraction(points))
        for id, share in grade.get("min_share", {}).items():
            yield has_share(self.of(id), Fraction(share))
        if grade.get("no_zero_criterion"):
            yield from (is_above_zero(found) for found in self.base if found.node.most > 0)
        if "good_criteria" in grade:
            yield self.enough_good(grade["good_criteria"])
        if "requires" in grade:
            yield grade["requires"].value(self.world)

    def of(self, id):
        return next(found for found in self.verdicts if found.node.id == id)

    def read(self):
        """The ends of the figure that grades read; None where there may be no maximum to divide by."""
        kind = self.rubric.get("total", {}).get("grades_on", "total")
        if kind != "share":
            return self.of_base if kind == "base" else self.total
        (low, high), (least_most, most) = self.total, (self.whole.least_most, self.whole.most)
        if least_most <= 0:
            return None
        return settled(low / (most if low >= 0 else least_most)), settled(high / (least_most if high >= 0 else most))

    def enough_good(self, asked):
        if isinstance(asked, list):
            truths = [self.good[id] for id in asked]
            asked = len(truths)
        else:
            truths = list(self.good.values())
            asked = len(truths) if asked == "all" else asked
        return reaches(truths.count(True), truths.count(True) + truths.count(None), asked)

    def completeness(self):
        """The part of the printed maximum that is sure; without points, of the criteria that are decided."""
        if self.printed == 0:
            decided = [self.good.get(found.node.id, True) is not None for found in self.base]
            return settled(Fraction(sum(decided), len(decided))) if decided else Fraction(1)
        open_points = sum((high - low for low, high in (found.ends() for found in self.base)), NO_POINTS)
        return settled(clamped(1 - open_points / self.printed, 0, 1))


def is_above_zero(found):
    """Whether a criterion has points; one that does not apply is not counted."""
    truth = passes(*found.ends(), NO_POINTS)
    return either(truth, {True: False, False: True, UNKNOWN: UNKNOWN}[found.applies])


def has_share(found, share):
    """Whether a criterion has a part of the maximum that is left of it."""
    (low, high), (least_most, most) = found.ends(), found.maxima()
    return True if low >= share * most else UNKNOWN if high >= share * least_most else False


def reaches(low, high, least):
    """Whether something between two ends is at least so much."""
    return True if low >= least else UNKNOWN if high >= least else False


def passes(low, high, least):
    return True if low > least else UNKNOWN if high > least else False


def after_gates(gates, reached, order):
    """The places of the grades that can be reached after the gates on grades, in written order."""
    for gate, value in gates:
        moves = [move(gate["effect"], place, order) for place in sorted(reached)]
        if value is True:
            reached = set(moves)
        elif value is UNKNOWN:
            reached = reached | set(moves)
    return reached


def move(effect, place, order):
    """Where a gate that fires moves a grade."""
    if "grade_at_most" in effect:
        return max(place, order.index(effect["grade_at_most"]))
    if "grade_is" in effect:
        return order.index(effect["grade_is"])
    return min(place + int(effect.get("grade_down", 0)), len(order) - 1)
