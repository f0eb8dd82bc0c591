# SPDX-License-Identifier: BSL-1.0
"""Rubrics and the cases of each, by seed: the same seed makes the same ones everywhere."""

import random
from dataclasses import dataclass
from typing import Optional

from dossiers import is_clean, make_dossier, make_reference
from features import ALL
from rubrics import make_rubric


@dataclass
class Case:
    """One dossier with all that it is evaluated with."""

    rubric: dict
    dossier: dict
    reference: Optional[dict] = None
    trust: str = "all"
    as_of: Optional[str] = None


def rubric_of(seed, features=ALL):
    return make_rubric(random.Random(f"rubric {seed}"), features)


def case_of(seed, place, rubric, features=ALL):
    """The case at a place, from 0, of the rubric of a seed."""
    dice = random.Random(f"case {seed}/{place}")
    case = Case(rubric, make_dossier(dice, rubric, features))
    if "reference" in features:
        case.reference = make_reference(dice, rubric, case.dossier)
        if dice.random() < 0.3 and is_clean(case.dossier, rubric):
            case.trust = "committee"
    roles = [role["id"] if isinstance(role, dict) else role for role in rubric["roles"]]
    if len(roles) > 1 and dice.random() < 0.2:
        case.as_of = dice.choice(roles)
    return case
