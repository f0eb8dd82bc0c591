# SPDX-License-Identifier: BSL-1.0
"""What every node scores: whether it applies, its ends, its maximum and its state (design 5.5, 5.6 and 7).

A parent goes through all cases of which of its children apply, so that what
depends on it (shares, rescaling, dropped maxima) is exact in each.
"""

import itertools
from dataclasses import dataclass, field, replace
from fractions import Fraction

from feel import UNKNOWN
from points import clamped, hull, settled
from rules import TROUBLES, Ends, finished, first_of, ruled
from scoring import score

NOTHING = Fraction(0)


@dataclass
class Verdict:
    """What one node comes to.

    `low` and `high` are its points if it applies; `least_most` and `most` the
    ends of the maximum that is left of it then. `applies` is True, False or
    UNKNOWN.
    """

    node: object
    applies: object
    low: Fraction
    high: Fraction
    least_most: Fraction
    most: Fraction
    why: str = ""
    children: list = field(default_factory=list)
    below: str = ""
    """The first trouble of the children."""
    voids: object = False
    is_voided: bool = False

    def exact_ends(self):
        """The ends of the points over what applies and what does not."""
        ends = []
        if self.applies is not False:
            ends.append((self.low, self.high))
        if self.applies is not True:
            left = self.node.most if self.node.policy == "full" else NOTHING
            ends.append((left, left))
        return hull(ends)

    def ends(self):
        low, high = self.exact_ends()
        return settled(low), settled(high)

    def maxima(self):
        """The ends of the maximum over what applies and what does not."""
        left = self.node.most if self.node.policy in ("full", "zero") else NOTHING
        if self.applies is False:
            return left, left
        with_it = (self.least_most, self.most)
        return with_it if self.applies is True else hull([with_it, (left, left)])

    def shown_most(self):
        """The maximum as it is shown; nothing that is missing shrinks it."""
        return settled(self.maxima()[1])

    def is_open(self):
        """Whether something can still move the node's points, or whether it applies."""
        low, high = self.ends()
        return low != high or self.applies is UNKNOWN

    def state(self):
        if self.is_voided:
            return "voided"
        if self.applies is False:
            return "not_applicable"
        if self.why:
            return self.why
        if self.is_open():
            return "unknown"
        low, _ = self.ends()
        if low == self.shown_most():
            return "met"
        return "unmet" if low == settled(self.node.least) else "partly"

    def trouble(self):
        """What a parent learns of the trouble here."""
        state = self.state()
        return state if state in TROUBLES else ""


class Judge:
    """Judges the nodes of one rubric over one world; `voids` says by id how surely a gate voids a node."""

    def __init__(self, world, voids):
        self.world = world
        self.voids = voids

    def verdict(self, node):
        """What a node comes to if all above it applies."""
        value = True if node.applies is None else node.applies.value(self.world)
        if value is False:
            return self.left_out(node)
        found = self.parent(node) if node.children else self.line(node)
        doubted(found, value)
        if found.is_open():
            found.why = first_of(found.why, found.below)
        elif found.why == "unknown":
            found.why = ""
        return voided(found, self.void_by_option(found), self.voids.get(node.id, False))

    def left_out(self, node):
        """A node that does not apply; no node below it does."""
        below = [self.left_out(child) for child in node.children]
        found = Verdict(node, False, NOTHING, NOTHING, node.most, node.most, children=below)
        return voided(found, False, self.voids.get(node.id, False))

    def void_by_option(self, found):
        """Whether the option that a line below names voids this node."""
        truth = False
        for child in found.children:
            truth = either(truth, both(child.voids, child.applies))
        return truth

    # Lines.

    def line(self, node):
        ends, voids = self.scored_line(node)
        return Verdict(node, True, ends.low, ends.high, node.most, node.most, ends.why, voids=voids)

    def scored_line(self, node):
        if node.score is None:
            return finished(node, node.most, Ends(NOTHING, NOTHING)), False
        mark, overrides = self.world.mark(node)
        if overrides:
            return finished(node, node.most, Ends(mark, mark)), False
        voids = [False]

        def scored():
            found = score(node, self.world, mark)
            voids.append(found.voids)
            return Ends(found.low, found.high, found.why, found.may_lack)

        ends = ruled(node, node.most, scored, self.world)
        required = True if node.requires is None else node.requires.value(self.world)
        return ends, False if required is None else both(voids[-1], required)

    # Parents.

    def parent(self, node):
        children = [self.verdict(child) for child in node.children]
        combined = combine(node, children)
        most = (combined.least_most, combined.most)
        if combined.applies is False:
            return Verdict(node, False, NOTHING, NOTHING, *most, children=children)
        ends = ruled(node, combined.most, lambda: Ends(combined.low, combined.high), self.world)
        below = first_of(*(child.trouble() for child in children))
        return Verdict(node, combined.applies, ends.low, ends.high, *most, ends.why, children, below)


def combine(node, children, is_total=False):
    """What the children of a node come to before its own rules, over all cases of which of them apply."""
    open_ones = [child for child in children if child.applies is UNKNOWN]
    ends, truths = [], set()
    for assumed in itertools.product((True, False), repeat=len(open_ones)):
        choice = iter(assumed)
        family = Family(node, [(child, next(choice) if child.applies is UNKNOWN else child.applies) for child in children])
        truths.add(family.applies or is_total)
        if family.applies or is_total:
            ends.append(family.ends(is_total))
    applies = UNKNOWN if len(truths) == 2 else truths.pop()
    if applies is False:
        return Verdict(node, False, NOTHING, NOTHING, node.most, node.most)
    return Verdict(node, applies, *hull(ends), *maxima_left(node, children))


def maxima_left(node, children):
    """The ends of the maximum that is left of a parent that applies."""
    taken = [lost_by(child) for child in children]
    if node.is_highest:
        left = highest_left(node, children, taken)
    else:
        left = [node.most - sum(each[end] for each in taken) for end in (1, 0)]
    return tuple(max(end, node.least, NOTHING) for end in left)


def highest_left(node, children, taken):
    """The same where only the highest counts: once something is lost, the highest that is left.

    At least it is the highest of those that surely stay, or the lowest of the others where none does.
    """
    may_be = [child.node.most if is_kept_out(child) else child.most for child in children if may_stay(child)]
    at_least = [(child.node.most if child.applies is False else child.least_most, surely_stays(child)) for child in children if may_stay(child)]
    sure = [most for most, stays_surely in at_least if stays_surely]
    least = max(sure) if sure else min((most for most, _ in at_least), default=node.most)
    return (
        min(node.most, least) if any(most for _, most in taken) else node.most,
        min(node.most, max(may_be, default=NOTHING)) if any(least for least, _ in taken) else node.most,
    )


def may_stay(child):
    return child.applies is not False or is_kept_out(child)


def surely_stays(child):
    return child.applies is True or child.node.policy in ("full", "zero")


def is_kept_out(child):
    """Whether it may be that a child does not apply and yet counts, with its whole maximum."""
    return child.applies is not True and child.node.policy in ("full", "zero")


def lost_by(child):
    """The least and the most that a child takes from its parent's maximum."""
    left_out = child.node.most if child.node.policy == "drop" else NOTHING
    if child.applies is False:
        return left_out, left_out
    within = (child.node.most - child.most, child.node.most - child.least_most)
    return within if child.applies is True else hull([within, (left_out, left_out)])


class Family:
    """Siblings in one case: each with whether it applies."""

    def __init__(self, above, members):
        self.above = above
        self.members = members
        self.applies = any(applies for _, applies in members)
        lost = [lost_by(replace(child, applies=applies)) for child, applies in members]
        self.least_most, self.most = (self.printed(lost, end) for end in (1, 0))
        self.is_most_open = any(least != most for least, most in lost)
        self.is_rescaled = self.has_left("rescale")
        shared = sum((child.node.most for child, applies in members if is_left(child, applies, "share")), NOTHING)
        sharing = sum(1 for child, applies in members if applies and child.most > 0)
        self.is_shared = shared > 0
        self.share = shared / sharing if sharing else NOTHING

    def printed(self, lost, end):
        """The parent's maximum less what is lost of it; of the highest, no more than is left."""
        all_lost = sum(each[end] for each in lost)
        if all_lost == 0:
            return self.above.most
        left = self.above.most - all_lost
        if self.above.is_highest:
            kept = [self.kept(child, applies)[end] for child, applies in self.members if stays(child, applies)]
            left = min(self.above.most, max(kept, default=NOTHING))
        return max(left, self.above.least, NOTHING)

    @staticmethod
    def kept(child, applies):
        """The most and the least that a maximum that counts may be."""
        return (child.most, child.least_most) if applies else (child.node.most, child.node.most)

    def has_left(self, policy):
        return any(is_left(child, applies, policy) for child, applies in self.members)

    def ends(self, is_total=False):
        """The ends of sum or highest, shared out and rescaled; clamped, unless it is the total."""
        if self.is_most_open and (self.is_rescaled or self.is_shared):
            return self.above.least, self.most
        counted = [self.counted(child, applies) for child, applies in self.members if stays(child, applies)]
        fold = max if self.above.is_highest else sum
        low, high = (fold([each[end] for each in counted] or [NOTHING]) for end in (0, 1))
        remaining = fold([most for _, _, most in counted] or [NOTHING])
        if self.is_rescaled and remaining > 0:
            low, high = low * self.most / remaining, high * self.most / remaining
        if is_total:
            return low, high
        return clamped(low, self.above.least, self.least_most), clamped(high, self.above.least, self.most)

    def counted(self, child, applies):
        """What one that counts adds: its ends and its maximum."""
        if not applies:
            left = child.node.most if child.node.policy == "full" else NOTHING
            return left, left, child.node.most
        larger = (child.most + self.share) / child.most if child.most > 0 else 1
        return child.low * larger, child.high * larger, child.most + (self.share if child.most > 0 else NOTHING)


def is_left(child, applies, policy):
    return not applies and child.node.policy == policy


def stays(child, applies):
    """Whether a sibling counts: it applies, or counts as full or zero."""
    return applies or child.node.policy in ("full", "zero")


def doubted(found, value):
    """Says of a verdict that it is not sure whether the node applies."""
    node = found.node
    if value is True or found.applies is False:
        return
    if value is None or node.applies.nullable:
        ends = finished(node, found.most, Ends(node.least, found.most))
        found.low, found.high = ends.low, ends.high
    if value is None:
        found.why, found.voids = "uncovered", False
        return
    found.applies = UNKNOWN
    found.why = first_of("unknown", found.why)
    found.voids = both(found.voids, UNKNOWN)


def voided(found, by_option, by_gate):
    """A verdict after voids: an option voids a node that applies, a gate any."""
    if by_option is False and by_gate is False:
        return found
    if found.applies is False:
        found.low = found.high = NOTHING
    if by_option is True or by_gate is True:
        found.low = found.high = NOTHING
    else:
        found.low, found.high = min(found.low, NOTHING), max(found.high, NOTHING)
    if by_gate is not False and found.applies is not True:
        found.most = found.node.most
    found.is_voided = by_gate is True or (by_option is True and found.applies is True)
    if not found.is_voided:
        found.why = first_of("unknown", found.why)
    if by_gate is True:
        found.applies = True
    elif by_gate is UNKNOWN and found.applies is False:
        found.applies = UNKNOWN
    return found


def both(left, right):
    if left is False or right is False:
        return False
    return UNKNOWN if left is UNKNOWN or right is UNKNOWN else True


def either(left, right):
    if left is True or right is True:
        return True
    return UNKNOWN if left is UNKNOWN or right is UNKNOWN else False
