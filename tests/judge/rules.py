# SPDX-License-Identifier: BSL-1.0
"""The rules that a node of any kind has around its score: requires, ceilings, evidence, clamp, rounding."""

from dataclasses import dataclass
from fractions import Fraction

from feel import UNKNOWN
from points import clamped, rounded, settled
from proof import proven

TROUBLES = ("uncovered", "unknown", "unproven")
"""Why a node's ends may be apart, the first that fits first."""


@dataclass
class Ends:
    """What a node may score at least and at most, and the trouble that it has."""

    low: Fraction
    high: Fraction
    why: str = ""
    may_lack: bool = False
    """Whether a completion may leave it to people, who may decide anything."""

    def is_one(self):
        return settled(self.low) == settled(self.high)


def first_of(*reasons):
    return next((reason for reason in TROUBLES if reason in reasons), "")


def ruled(node, most, scored, world):
    """The ends of a node after all of its rules; scored() gives what its score is, when that is asked."""
    holds = True if node.requires is None else node.requires.value(world)
    if holds is None:
        return finished(node, most, Ends(node.least, most, "uncovered"))
    if holds is False:
        return finished(node, most, Ends(node.least, node.least))
    ends = scored()
    if ends.why != "uncovered":
        ends = under_ceilings(node, most, clamped_ends(node, most, ends), world)
    if ends.why != "uncovered":
        ends = proven(node, most, clamped_ends(node, most, ends), world)
    if holds is UNKNOWN and ends.why != "uncovered":
        ends = Ends(node.least, ends.high, ends.why, ends.may_lack or node.requires.nullable)
        if not ends.is_one():
            ends.why = first_of("unknown", ends.why)
    if ends.may_lack and ends.why != "uncovered":
        ends = Ends(node.least, most, "unknown")
    return finished(node, most, ends)


def under_ceilings(node, most, ends, world):
    low, high, why, may_lack = ends.low, ends.high, ends.why, ends.may_lack
    for ceiling in node.ceilings:
        holds, points = ceiling["when"].value(world), Fraction(ceiling["points"])
        if holds is None:
            return Ends(node.least, most, "uncovered")
        if holds is True:
            low, high = min(low, points), min(high, points)
        elif holds is UNKNOWN:
            why = "unknown" if points < high or ceiling["when"].nullable else why
            low, may_lack = min(low, points), may_lack or ceiling["when"].nullable
    return Ends(low, high, why, may_lack)


def clamped_ends(node, most, ends):
    return Ends(clamped(ends.low, node.least, most), clamped(ends.high, node.least, most), ends.why, ends.may_lack)


def finished(node, most, ends):
    """Clamped, then rounded."""
    ends = clamped_ends(node, most, ends)
    if node.rounding:
        step, mode = Fraction(node.rounding["step"]), node.rounding["mode"]
        return Ends(rounded(ends.low, step, mode), rounded(ends.high, step, mode), ends.why)
    return ends
