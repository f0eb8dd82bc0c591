# SPDX-License-Identifier: BSL-1.0
"""Whether evidence backs a line: which documents count, and what too few of them do (design 6.1 and 7.2)."""

import datetime
import re
from fractions import Fraction

from feel import UNKNOWN

RANKS = {"false": 0, "rejected": 0, "submitted": 1, "verified": 2}
NO, WAITING, LATE, YES = range(4)
COUNTED_TOGETHER = ((YES,), (YES, WAITING), (YES, LATE))
"""What there is, what there may be, what there would be had nothing been late."""



def proven(node, most, ends, world):
    """The ends of a node after its rule on evidence, which asks only for points above the least."""
    rule = node.evidence
    if rule is None or ends.high <= node.least:
        return ends
    backing = [each for each in world.documents if node.id in each["supports"]]
    if any(each["status"] == "false" for each in backing):
        return type(ends)(node.least, node.least, "unproven", ends.may_lack)
    standings = [(standing(rule, each, world), each) for each in backing]
    counted = [len(distinct([each for its, each in standings if its in kinds])) for kinds in COUNTED_TOGETHER]
    have, may_have, late_or_not = counted
    asked = number_asked(rule, world)
    if asked is None:
        return type(ends)(node.least, most, "uncovered")
    if asked is UNKNOWN:
        return type(ends)(node.least, ends.high, "unknown", ends.may_lack or rule["at_least"].nullable)
    if have >= asked:
        return ends
    if may_have < asked <= late_or_not:
        return type(ends)(node.least, node.least, "unproven", ends.may_lack)
    return type(ends)(short(rule, node, ends.low, have, asked), ends.high, ends.why or "unproven", ends.may_lack)


def number_asked(rule, world):
    asked = rule.get("at_least", 1)
    return asked.value(world) if hasattr(asked, "value") else asked


def short(rule, node, low, have, asked):
    """The lower end when there are too few."""
    if rule.get("short") != "proportional":
        return node.least
    return node.least + (low - node.least) * Fraction(have) / Fraction(asked)


def standing(rule, document, world):
    """Whether a document counts, would if it were accepted, would had it been in time, or does not."""
    if "kinds" in rule and document.get("kind") not in rule["kinds"]:
        return NO
    if rule.get("within") == "period" and not is_within(document.get("issued"), world.period):
        return NO
    if "due_days_after_period" in rule and document.get("submitted") is None:
        return NO
    late = is_late(rule, document, world)
    if RANKS[document["status"]] < RANKS[rule.get("status", "submitted")]:
        return NO if late else WAITING
    return LATE if late else YES


def is_within(day, period):
    return day is not None and bool(period) and period["from"] <= day <= period["to"]


def is_late(rule, document, world):
    if "due_days_after_period" not in rule:
        return False
    due = world.period["to"] + datetime.timedelta(days=int(rule["due_days_after_period"]))
    return document["submitted"] > due


def distinct(documents):
    """One of each that are the same by type, number, issuer and date, if they have all four."""
    kept = {}
    for place, each in enumerate(documents):
        name = (each.get("kind"), number_read(each.get("number")), each.get("issuer"), each.get("issued"))
        kept.setdefault(place if None in name else name, each)
    return list(kept.values())


def number_read(number):
    """A document's number as it is compared: one kind of hyphen and slash, no blanks."""
    if number is None:
        return None
    plain = re.sub("[\u2010-\u2013-]", "-", re.sub(r"\s", "", number))
    return re.sub("/+", "/", plain)
