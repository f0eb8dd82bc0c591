# SPDX-License-Identifier: BSL-1.0
"""Dossiers under two rubrics."""

import json
import unittest
from decimal import Decimal

import bontot
from support import DOSSIERS, EXAMPLE, ROOT, RUBRIC_ID

SHEET = {
    "format": "bontot-rubric/1", "id": "s", "version": "1", "label": {"en": "Sheet"},
    "facts": [{"id": "a", "type": "number", "min": 0, "max": 10}, {"id": "old", "type": "boolean"}],
    "criteria": [{"id": "1", "max": 10, "indicators": [
        {"id": "1.1", "label": {"en": "Line"}, "max": 10, "clause": "1a", "score": {"formula": "a"}}]}],
    "grades": [{"id": "good", "min_total": 6}, {"id": "rest"}],
}


def dossier(unit, **facts):
    return {"format": "bontot-dossier/1", "unit": {"id": unit, "name": unit.lower()},
            "period": {"from": "2026-01-01", "to": "2026-12-31"}, "facts": facts}


def changed():
    """A later version: the line is worth half, and a fact is gone."""
    sheet = json.loads(json.dumps(SHEET))
    sheet["version"] = "2"
    del sheet["facts"][1]
    sheet["criteria"][0]["indicators"][0]["score"]["formula"] = "a / 2"
    return sheet


class DiffTest(unittest.TestCase):
    def setUp(self):
        before = bontot.Rubric.from_json(json.dumps(SHEET))
        after = bontot.Rubric.from_json(json.dumps(changed()))
        self.diff = bontot.RubricDiff(before, after, language="en")
        before.close()  # it keeps both alive
        after.close()

    def test_a_change(self):
        change = self.diff.add(dossier("U1", a=7, old=True))
        self.assertEqual((change.unit_id, change.unit_name, change.move), ("U1", "u1", "down"))
        self.assertEqual((change.before, change.after), ("good", "rest"))
        self.assertEqual((change.before_possible, change.after_possible), ("good", "rest"))
        self.assertEqual(change.points, bontot.Move(Decimal(7), Decimal("3.5"), Decimal("-3.5")))
        self.assertEqual(change.causes, (bontot.DiffCause("line", "1.1", "Line", "1a", Decimal("-3.5")),))
        self.assertEqual(json.loads(change.to_json())["move"], "down")
        self.assertIn("U1", self.diff.last_text())

    def test_counts(self):
        self.diff.add(dossier("U1", a=7, old=True))
        self.assertEqual(self.diff.add(dossier("U2", a=3)).move, "same")
        self.assertIsNone(self.diff.refused_by)
        with self.assertRaises(bontot.InputError):
            self.diff.add(dossier("U3", a=11))
        self.assertEqual(self.diff.refused_by, "before")
        with self.assertRaises(bontot.NotFoundError):
            self.diff.last_text()
        counts = self.diff.counts
        figures = (counts.dossiers, counts.same, counts.up, counts.down, counts.other, counts.refused, counts.open)
        self.assertEqual(figures, (2, 1, 0, 1, 0, 1, 0))
        self.assertEqual(counts.grades, {("good", "rest"): 1, ("rest", "rest"): 1})
        self.assertEqual(counts.passed_over, (bontot.PassedOver("old", "after", 1),))
        self.assertEqual(json.loads(self.diff.to_json())["down"], 1)
        self.assertEqual(self.diff.to_dict()["same"], 1)
        self.assertNotEqual(self.diff.to_text("vi"), self.diff.to_text("en"))

    def test_files_are_named(self):
        rubric = bontot.Rubric.builtin(RUBRIC_ID)
        with bontot.RubricDiff(rubric, rubric) as diff:
            self.assertEqual(diff.add(EXAMPLE).move, "same")
            with self.assertRaises(bontot.InputError) as caught:
                diff.add(DOSSIERS / "eight-errors.json")
            self.assertIn("eight-errors.json:11:27", str(caught.exception))

    def test_closed(self):
        self.diff.close()
        self.diff.close()
        for use in (lambda: self.diff.add(EXAMPLE), lambda: self.diff.counts, lambda: self.diff.refused_by):
            with self.assertRaisesRegex(bontot.MisuseError, "this difference of rubrics is closed"):
                use()


class NamedRubricTest(unittest.TestCase):
    def test_the_rubric_that_a_dossier_names(self):
        self.assertEqual(bontot.rubric_named_by(EXAMPLE), RUBRIC_ID)
        with self.assertRaises(bontot.NotFoundError):
            bontot.rubric_named_by(dossier("U1"))
        with self.assertRaises(bontot.InputError):
            bontot.rubric_named_by("{")

    def test_grades_and_nodes_are_those_of_the_source(self):
        def below(node, parent=None):
            yield node["id"], parent
            for each in node.get("indicators", ()):
                yield from below(each, node["id"])

        for source in sorted((ROOT / "src" / "rubrics").glob("*.json")):
            given = json.loads(source.read_text(encoding="utf-8"))
            rubric = bontot.Rubric.builtin(source.stem)
            grades = [(each["id"], each["label"]["vi"], each["label"]["en"]) for each in given["grades"]]
            self.assertEqual([(each.id, each.label, each.label_en) for each in rubric.grades], grades)
            nodes = [pair for criterion in given["criteria"] for pair in below(criterion)]
            self.assertEqual([(each.id, each.parent) for each in rubric.nodes], nodes)


if __name__ == "__main__":
    unittest.main()
