# SPDX-License-Identifier: BSL-1.0
"""Comparisons: figures that were worked out by hand, sources of every kind, and errors."""

import dataclasses
import json
import os
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

import bontot
from support import DOSSIERS, EXAMPLE, RUBRIC_ID


def sheet(**more):
    return json.dumps(
        {
            "format": "bontot-rubric/1",
            "id": "small", "version": "1",
            "label": {"vi": "Nhỏ", "en": "Small"},
            "roles": ["self", "appraised"],
            "facts": [{"id": "n", "type": "number"}, {"id": "flag", "type": "boolean"}],
            "criteria": [
                {
                    "id": "1",
                    "label": {"vi": "Một", "en": "One"},
                    "max": 20,
                    "good": {"min_points": 10},
                    "rounding": {"step": 2, "mode": "down"},
                    "indicators": [
                        {"id": "1.1", "max": 10, "score": {"formula": "n"}, "evidence": {"kinds": ["report"]}},
                        {"id": "1.2", "max": 10, "score": {"mark": {"step": "0.5"}}},
                    ],
                }
            ],
            "gates": [{"id": "g", "when": "flag", "effect": {"grade_down": 1}}],
            "grades": [{"id": "high", "min_total": 12}, {"id": "low"}],
            "checks": [
                {"id": "k", "severity": "info", "assert": "n > 5", "message": {"vi": "Ít.", "en": "Few."}}
            ],
            **more,
        }
    )


def dossier(n, mark, document, **more):
    return {
        "format": "bontot-dossier/1",
        "unit": {"id": "U", "name": "Chi bộ"},
        "period": {"from": "2026-01-01", "to": "2026-12-31"},
        "facts": {"n": n, **more},
        "marks": {"1.2": {"self": mark}},
        "evidence": [{"id": document, "supports": ["1.1"], "kind": "report"}],
    }


class ComparisonTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rubric = bontot.Rubric.from_json(sheet())
        # 1.1 + 1.2 = 4 + 7.5 = 11.5, rounded down to 10; then 6 + 7 = 13, rounded down to 12.
        cls.before = cls.rubric.evaluate(dossier(4, "7.5", "E1", flag=False), language="en")
        cls.after = cls.rubric.evaluate(dossier(6, 7, "E2"), language="en")
        cls.comparison = bontot.compare(cls.before, cls.after, language="en")

    def test_total(self):
        all = self.comparison
        self.assertEqual(all.points, bontot.Move(Decimal(10), Decimal(12), Decimal(2)))
        self.assertEqual(all.max.difference, 0)
        self.assertEqual((all.remainder, all.possible_remainder), (0, 0))
        self.assertEqual(all.before.grade, bontot.Grade("low", "low"))
        # flag is not known any more: the gate may take a grade.
        self.assertEqual((all.after.grade.id, all.after.grade_possible), ("low", "high"))
        self.assertTrue(all.grade_changed)
        self.assertEqual(all.after.as_of, "self")
        self.assertEqual(all.before.unit_name, "Chi bộ")
        self.assertEqual(repr(all), "<bontot.Comparison U: low -> low, +2>")

    def test_nodes(self):
        criterion, first, second = self.comparison.nodes
        self.assertEqual(criterion.points.difference, Decimal(2))
        # 2 = 2 - 0.5 + 0.5
        self.assertEqual(criterion.remainder, Decimal("0.5"))
        self.assertEqual(criterion.children, (first, second))
        self.assertEqual((criterion.parent, first.parent), (None, "1"))
        self.assertEqual((criterion.where, criterion.elsewhere), ("both", None))
        self.assertEqual(first.points, bontot.Move(Decimal(4), Decimal(6), Decimal(2)))
        self.assertEqual(first.facts, (bontot.FactChange("n", Decimal(4), Decimal(6)),))
        self.assertEqual((first.evidence_added, first.evidence_removed), (("E2",), ("E1",)))
        self.assertEqual(second.points.difference, Decimal("-0.5"))
        self.assertEqual(second.marks, (bontot.MarkChange("self", Decimal("7.5"), Decimal(7)),))
        self.assertEqual(first.after.reason, "n: 6: 6 points")
        self.assertEqual(first.after.state, bontot.State.PARTLY)
        self.assertEqual((criterion.after.has_good, criterion.after.good), (True, True))
        self.assertEqual(criterion.after.notes, ())

    def test_gates_and_checks(self):
        self.assertEqual(self.comparison.gates, (bontot.GateChange("g", "no", "open", False, False),))
        self.assertEqual(self.comparison.checks, (bontot.CheckChange("k", "fail", "pass", "info", "Few."),))

    def test_other_rubric(self):
        young = bontot.Rubric.from_json(
            sheet(
                id="young",
                criteria=[
                    {"id": "2", "max": 8, "indicators": [{"id": "1.1", "max": 8, "score": {"formula": "n"}}]}
                ],
                gates=[],
                checks=[],
            )
        )
        given = {key: value for key, value in dossier(4, 1, "E1", flag=True).items() if key != "marks"}
        after = young.evaluate(given, language="en")
        all = bontot.compare(self.before, after, language="en")
        self.assertEqual(all.after.rubric_id, "young")
        self.assertEqual([node.where for node in all.criteria], ["after", "before"])
        moved = all.node("1.1")
        self.assertEqual((moved.where, moved.parent, moved.elsewhere), ("after", "2", "1"))
        self.assertIsNone(moved.before)
        self.assertEqual(all.node("1").elsewhere, None)
        self.assertEqual([gate.after for gate in all.gates], [None])
        with self.assertRaises(bontot.NotFoundError):
            all.node("9")

    def test_differences_add_up(self):
        builtin = bontot.Rubric.builtin(RUBRIC_ID)
        results = [
            builtin.evaluate(DOSSIERS / f"{name}.json")
            for name in ("example", "full", "disciplined", "missing-third")
        ]
        for before in results:
            for after in results:
                all = bontot.compare(before, after)
                criteria = sum(each.points.difference for each in all.criteria)
                self.assertEqual(all.points.difference, criteria + all.remainder)
                self.assertEqual(all.points.difference, after.total.points - before.total.points)
                for node in all.nodes:
                    if node.children:
                        below = sum(each.points.difference for each in node.children)
                        self.assertEqual(node.points.difference, below + node.remainder)
                    self.assertEqual(
                        node.points.difference, after.node(node.id).points - before.node(node.id).points
                    )

    def test_sources(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "before.json"
            file.write_text(self.before.to_json(), encoding="utf-8")
            for source in (self.before.to_json(), self.before.to_json().encode(), self.before.to_dict(), file):
                with self.subTest(kind=type(source).__name__):
                    self.assertEqual(bontot.compare(source, self.after, language="en"), self.comparison)

    def test_language(self):
        # Of results in memory both languages are there, whatever they were evaluated in.
        self.assertEqual(bontot.compare(self.before, self.after).node("1").label, "Một")
        text = bontot.compare(self.before.to_json(), self.after.to_json())
        self.assertEqual(text.node("1").label, "One")

    def test_written(self):
        parsed = self.comparison.to_dict()
        self.assertEqual(parsed["format"], "bontot-comparison/1")
        self.assertEqual(json.loads(self.comparison.to_json()), json.loads(json.dumps(parsed, default=float)))
        self.assertIn("4 → 6 (+2)", self.comparison.to_text("en"))
        self.assertIn("\x1b[", self.comparison.to_text(colour=True))

    def test_errors(self):
        for source, line in (('{\n"format": 1}', 2), ({"format": 1}, 0)):
            with self.assertRaises(bontot.InputError) as caught:
                bontot.compare(self.before, source)
            entry = next(each for each in caught.exception.entries if each.pointer == "/format")
            self.assertEqual((entry.code, entry.line), ("reading_wrong_type", line))
        with self.assertRaises(bontot.InputError) as caught:
            bontot.compare(EXAMPLE, self.after)  # a dossier
        self.assertEqual(caught.exception.source, os.fspath(EXAMPLE))
        with self.assertRaises(TypeError):
            bontot.compare(self.before, 5)

    def test_close(self):
        with bontot.compare(self.before, self.after, language="en") as closed:
            pass
        closed.close()
        self.assertEqual(closed, self.comparison)
        with self.assertRaises(bontot.MisuseError):
            closed.to_text()
        gone = self.rubric.evaluate(dossier(1, 1, "E"))
        gone.close()
        with self.assertRaises(bontot.MisuseError):
            bontot.compare(gone, self.after)

    def test_immutable(self):
        with self.assertRaises(dataclasses.FrozenInstanceError):
            self.comparison.points = None


if __name__ == "__main__":
    unittest.main()
