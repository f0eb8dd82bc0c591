# SPDX-License-Identifier: BSL-1.0
"""Points: exact fractions, settled half-even to 12 decimals where they are shown or compared."""

from fractions import Fraction

UNIT = 10**12
"""Settled points are whole numbers of this part of a point."""


def settled(points):
    """Rounds half-even to 12 decimals; the answer is a Fraction again."""
    return Fraction(round(points * UNIT), UNIT)


def rounded(points, step, mode):
    """Rounds settled points to a multiple of step; the modes act on the magnitude."""
    steps = abs(settled(points)) / step
    whole = steps.numerator // steps.denominator
    rest = steps - whole
    up = {
        "down": False,
        "up": rest > 0,
        "half_up": rest >= Fraction(1, 2),
        "half_even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
    }[mode]
    magnitude = (whole + up) * step
    return magnitude if points >= 0 else -magnitude


def clamped(points, low, high):
    """What is outside of the ends becomes the nearer end; the lower one wins if they cross."""
    return max(low, min(high, points))


def hull(intervals):
    """The least interval that holds all of these."""
    intervals = list(intervals)
    return min(low for low, _ in intervals), max(high for _, high in intervals)
