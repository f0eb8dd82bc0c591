# SPDX-License-Identifier: BSL-1.0
"""Cohorts and rankings: places and quotas that were worked out by hand, sources of every kind, errors."""

import dataclasses
import gc
import json
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

import bontot

SHEET = json.dumps(
    {
        "format": "bontot-rubric/1",
        "id": "small", "version": "1",
        "label": {"vi": "Nhỏ", "en": "Small"},
        "facts": [{"id": "n", "type": "number", "min": 0, "max": 10}, {"id": "late", "type": "number"}],
        "criteria": [{"id": "1", "max": 10, "indicators": [{"id": "1.1", "max": 10, "score": {"formula": "n"}}]}],
        "grades": [
            {"id": "best", "min_total": 9, "quota": {"share": "0.2", "raised": "0.5", "of": "next"}},
            {"id": "good", "min_total": 7, "quota": {"count": 9, "within": "all"}},
            {"id": "rest"},
        ],
        "cohort": {"tie_chain": ["total", "-fact:late"]},
    }
)


def dossier(unit, group="north", **facts):
    return {
        "format": "bontot-dossier/1",
        "unit": {"id": unit, "name": f"Chi bộ {unit}", **({"group": group} if group else {})},
        "period": {"from": "2026-01-01", "to": "2026-12-31"},
        "facts": facts,
    }


# North: A and B are best and equal; five are good, of whom 20 % is one. O can be anything.
DOSSIERS = [
    dossier("A", n=Decimal("9.5"), late=1),
    dossier("B", n=Decimal("9.5"), late=1),
    *(dossier(f"G{i}", n=8, late=i) for i in range(5)),
    dossier("O"),
    dossier("H", group=None, n=10),
]


class CohortTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rubric = bontot.Rubric.from_json(SHEET)
        cls.results = [cls.rubric.evaluate(each) for each in DOSSIERS]
        cls.ranking = bontot.rank(cls.rubric, cls.results)

    def test_places(self):
        all = self.ranking
        self.assertEqual((all.rubric_id, all.rubric_version, all.tie_chain), ("small", "1", ("total", "-fact:late")))
        self.assertEqual([day.isoformat() for day in all.period], ["2026-01-01", "2026-12-31"])
        self.assertEqual([place.unit_id for place in all.places], ["H", "A", "B", "G0", "G1", "G2", "G3", "G4", "O"])
        self.assertEqual(list(all.groups), [None, "north"])
        self.assertEqual(len(all.groups["north"]), 8)
        b = all.place("B")
        self.assertEqual((b.unit_name, b.group, b.rank, b.rank_possible, b.tied), ("Chi bộ B", "north", 1, 1, True))
        self.assertEqual((b.points, b.keys), (Decimal("9.5"), {"total": Decimal("9.5"), "-fact:late": Decimal(1)}))
        self.assertEqual(
            (b.grade, b.state, b.proposed, b.proposed_possible), ("best", "undecided", "good", "best")
        )
        h = all.place("H")
        self.assertEqual((h.group, h.state, h.proposed), (None, "moves", "good"))
        self.assertEqual(h.keys["-fact:late"], (None, None))
        o = all.place("O")
        self.assertEqual((o.rank, o.state, o.grade, o.grade_possible), (None, "open", "rest", "best"))
        self.assertEqual((o.points, o.possible, o.keys), (Decimal(0), Decimal(10), {}))
        with self.assertRaises(bontot.NotFoundError):
            all.place("Z")

    def test_quotas(self):
        nobody, north, good = self.ranking.quotas
        self.assertEqual((nobody.group, nobody.base, nobody.allowed, nobody.moved), (None, 0, 0, 1))
        self.assertEqual((north.grade, north.group, north.over_all, north.share), ("best", "north", False, Decimal("0.2")))
        self.assertEqual((north.base, north.allowed, north.held, north.kept), (5, 1, 2, 0))
        self.assertEqual((north.undecided, north.open, north.raised), (2, 1, False))
        self.assertEqual((good.over_all, good.group, good.share, good.base, good.allowed), (True, None, None, None, 9))
        first = self.ranking.movements[0]
        self.assertEqual((first.unit_id, first.undecided, first.grade, first.to), ("H", False, "best", "good"))
        self.assertIs(first.quota, nobody)
        self.assertEqual([each.unit_id for each in self.ranking.movements if each.undecided], ["A", "B"])

    def test_raised(self):
        for how in ({"raised": ["north"]}, {"raised_everywhere": True}, {"raised": iter(["", "north"])}):
            with self.subTest(how=how):
                raised = bontot.rank(self.rubric, self.results, **how)
                self.assertEqual([line.allowed for line in raised.quotas[:2]], [0, 2])
                self.assertTrue(raised.quotas[1].raised)
        with self.assertRaises(bontot.InputError) as caught:
            bontot.rank(self.rubric, self.results, raised=["nort"], language="en")
        self.assertEqual(caught.exception.entries[0].code, "cohort_no_group")
        with self.assertRaises(TypeError):
            bontot.rank(self.rubric, self.results, raised="north")

    def test_sources(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "result.json"
            file.write_text(self.results[0].to_json(), encoding="utf-8")
            others = [each.to_dict() for each in self.results[1:4]]
            texts = [each.to_json() for each in self.results[4:]]
            mixed = [*reversed(texts), *others, file]
            self.assertEqual(bontot.rank(self.rubric, mixed), self.ranking)
        self.assertEqual(bontot.rank(self.rubric, (self.rubric.evaluate(each) for each in DOSSIERS)), self.ranking)

    def test_cohort(self):
        with bontot.Cohort(self.rubric) as cohort:
            self.assertEqual((len(cohort), repr(cohort)), (0, "<bontot.Cohort of 0>"))
            self.assertEqual(cohort.rank().places, ())
            for result in self.results:
                cohort.add(result)
            early = cohort.rank()
            cohort.add(self.rubric.evaluate(dossier("Z", n=1)))
            self.assertEqual(len(cohort), 10)
        self.assertEqual(early, self.ranking)
        self.assertEqual(len(early.to_text("en").splitlines()), len(self.ranking.to_text("en").splitlines()))
        with self.assertRaises(bontot.MisuseError):
            cohort.add(self.results[0])
        with self.assertRaises(bontot.MisuseError):
            cohort.rank()

    def test_errors(self):
        later = dossier("L", n=1)
        later["period"] = {"from": "2025-01-01", "to": "2025-12-31"}
        broken = self.results[1].to_json()[:-1]
        results = [self.results[0], self.results[0], self.rubric.evaluate(later), broken, self.results[1]]
        with self.assertRaises(bontot.InputError) as caught:
            bontot.rank(self.rubric, results, language="en")
        self.assertEqual(
            [(each.code, each.pointer) for each in caught.exception.entries],
            [("cohort_repeated_unit", "/1/unit/id"), ("cohort_other_period", "/2/period"), ("json_incomplete", "/3")],
        )
        with bontot.Cohort(self.rubric) as cohort:
            for wrong in ({"format": 1}, Path(__file__).parent / "support.py"):
                with self.assertRaises(bontot.InputError):
                    cohort.add(wrong)
            with self.assertRaises(TypeError):
                cohort.add(5)
            gone = self.rubric.evaluate(DOSSIERS[0])
            gone.close()
            with self.assertRaises(bontot.MisuseError):
                cohort.add(gone)
            self.assertEqual(len(cohort), 0)

    def test_written(self):
        parsed = self.ranking.to_dict()
        self.assertEqual(parsed["format"], "bontot-ranking/1")
        self.assertEqual(json.loads(self.ranking.to_json()), json.loads(json.dumps(parsed, default=float)))
        self.assertIn("people in charge", self.ranking.to_text("en"))
        self.assertIn("\x1b[", self.ranking.to_text(colour=True))
        self.assertEqual(repr(self.ranking), "<bontot.Ranking small: 9 units, 1 move, 2 undecided>")

    def test_what_it_needs_stays(self):
        rubric = bontot.Rubric.from_json(SHEET)
        cohort = bontot.Cohort(rubric)
        rubric.close()
        for result in self.results:
            cohort.add(result)
        ranking = cohort.rank()
        cohort.close()
        del rubric, cohort
        gc.collect()
        self.assertEqual(ranking.to_text(), self.ranking.to_text())
        with ranking:
            pass
        self.assertEqual(ranking, self.ranking)
        with self.assertRaises(bontot.MisuseError):
            ranking.to_text()
        with self.assertRaises(dataclasses.FrozenInstanceError):
            ranking.places = ()


if __name__ == "__main__":
    unittest.main()
