# SPDX-License-Identifier: BSL-1.0
"""Paths to a grade: what was worked out by hand, and errors."""

import json
import unittest
from decimal import Decimal

import bontot

SHEET = json.dumps(
    {
        "format": "bontot-rubric/1",
        "id": "small", "version": "1",
        "label": {"vi": "Nhỏ", "en": "Small"},
        "facts": [
            {"id": "n", "type": "number", "integer": True, "min": 0, "label": {"vi": "Số", "en": "Count"}},
            {"id": "bad", "type": "boolean"},
        ],
        "criteria": [
            {
                "id": "1",
                "max": 10,
                "indicators": [
                    {"id": "1.1", "max": "7.5", "effort": 2, "score": {"condition": "n >= 4"}},
                    {
                        "id": "1.2",
                        "max": "2.5",
                        "score": {"condition": "n >= 1"},
                        "evidence": {"kinds": ["report"], "status": "verified"},
                    },
                ],
            }
        ],
        "gates": [{"id": "g", "when": "bad", "effect": {"grade_down": 1}}],
        "grades": [{"id": "high", "min_total": 10}, {"id": "mid", "min_total": 2}, {"id": "low"}],
    }
)


def dossier(n, bad=False):
    return {
        "format": "bontot-dossier/1",
        "unit": {"id": "U"},
        "period": {"from": "2026-01-01", "to": "2026-12-31"},
        "facts": {"n": n, "bad": bad},
    }


class PathTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rubric = bontot.Rubric.from_json(SHEET)

    def test_found(self):
        path = self.rubric.path(dossier(2), to="high", language="en")
        self.assertEqual((path.outcome, path.grade.id, path.effort), ("found", "high", 3))
        self.assertEqual((path.before.points, path.before.grade.id), (Decimal(0), "low"))
        self.assertEqual((path.after.points, path.after.grade.id), (Decimal(10), "high"))
        first, second = path.steps
        self.assertEqual((first.at, first.points, first.after, first.effort), ("1.1", 0, Decimal("7.5"), 2))
        self.assertEqual(
            first.changes, (bontot.PathChange("n", "Count", Decimal(2), Decimal(4), 0, None, (), None),)
        )
        self.assertIn("Count: 2 → 4", first.text)
        (document,) = second.changes
        self.assertEqual((document.item, document.count), ("evidence:1.2", 1))
        self.assertEqual((document.kinds, document.status), (("report",), "verified"))
        self.assertEqual(repr(path), "<bontot.Path to high: found, 2 steps>")
        self.assertEqual(path.to_dict()["format"], "bontot-path/1")

    def test_next_better_grade(self):
        path = self.rubric.path(dossier(2))
        self.assertEqual((path.grade.id, [step.at for step in path.steps]), ("mid", ["1.2"]))
        self.assertEqual(path.effort, 1)

    def test_reached(self):
        path = self.rubric.path(dossier(2), "low")
        self.assertEqual((path.outcome, path.steps, path.after), ("reached", (), None))

    def test_forbidden(self):
        path = self.rubric.path(dossier(2, bad=True), "high")
        self.assertEqual((path.outcome, [each.code for each in path.obstacles]), ("forbidden", ["gate"]))
        self.assertEqual((path.obstacles[0].at, path.obstacles[0].asked), ("g", None))

    def test_words_need_the_library_and_the_rest_stays(self):
        path = self.rubric.path(dossier(2), "high")
        self.assertIn("Việc cần làm", path.to_text("vi"))
        path.close()
        path.close()
        self.assertEqual(len(path.steps), 2)
        with self.assertRaises(bontot.MisuseError):
            path.to_text()

    def test_errors(self):
        with self.assertRaises(bontot.NotFoundError) as caught:
            self.rubric.path(dossier(2), "best")
        self.assertEqual(caught.exception.entries[0].code, "api_no_grade")
        with self.assertRaises(bontot.NotFoundError):
            self.rubric.path(dossier(2), as_of="nobody")
        with self.assertRaises(bontot.InputError):
            self.rubric.path(dossier(-1))


if __name__ == "__main__":
    unittest.main()
