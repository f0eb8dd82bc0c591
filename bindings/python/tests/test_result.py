# SPDX-License-Identifier: BSL-1.0
"""Results: every figure that was worked out by hand, and the shape of what is returned."""

import dataclasses
import datetime
import json
import unittest
from decimal import Decimal

import bontot
from support import DOSSIERS, EXAMPLE, RUBRIC_ID, tsv

GOOD = {"": (False, None), "null": (True, None), "true": (True, True), "false": (True, False)}
SUMMARY = ("total", "grade", "reachable", "completeness")


class ExpectedTest(unittest.TestCase):
    def test_every_figure(self):
        rubric = bontot.Rubric.builtin(RUBRIC_ID)
        rows = tsv("expected.tsv")
        names = {row["dossier"] for row in rows}
        self.assertLessEqual({"example", "full", "disciplined", "missing-third"}, names)
        for name in names:
            result = rubric.evaluate(DOSSIERS / f"{name}.json")
            mine = [row for row in rows if row["dossier"] == name]
            lines = [row for row in mine if row["node"] not in SUMMARY]
            self.assertEqual([node.id for node in result.nodes], [row["node"] for row in lines])
            self.assertEqual(len(mine), len(lines) + len(SUMMARY))
            for row in mine:
                with self.subTest(dossier=name, node=row["node"]):
                    getattr(self, f"{row['node']}_row" if row["node"] in SUMMARY else "node_row")(result, row)

    def node_row(self, result, row):
        node = result.node(row["node"])
        self.assertEqual(node.points, Decimal(row["points"]))
        self.assertEqual(node.possible, Decimal(row["possible"]))
        self.assertEqual(node.max, Decimal(row["max"]))
        self.assertEqual((node.has_good, node.good), GOOD[row["good"]])
        if row["state"]:
            self.assertEqual(node.state, row["state"])

    def total_row(self, result, row):
        expected = bontot.Interval(*(Decimal(row[key]) for key in ("points", "possible", "max")))
        self.assertEqual(result.total, expected)

    def grade_row(self, result, row):
        self.assertEqual((result.grade.id, result.grade_possible), (row["points"], row["possible"]))

    def reachable_row(self, result, row):
        self.assertEqual(result.reachable, tuple(row["points"].split(",")))

    def completeness_row(self, result, row):
        self.assertEqual(result.completeness, Decimal(row["points"]))


class ShapeTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rubric = bontot.Rubric.builtin(RUBRIC_ID)
        cls.result = cls.rubric.evaluate(EXAMPLE)
        cls.given = json.loads(EXAMPLE.read_text(encoding="utf-8"))

    def test_head(self):
        result = self.result
        self.assertEqual((result.rubric_id, result.rubric_version), (self.rubric.id, self.rubric.version))
        self.assertEqual((result.unit_id, result.unit_name), (self.given["unit"]["id"], self.given["unit"]["name"]))
        self.assertEqual(result.period, (datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)))
        self.assertIn(result.unit_id, repr(result))
        self.assertLess(len(repr(result)), 120)

    def test_to_dict_is_exact_and_new(self):
        first = self.result.to_dict()
        self.assertEqual(first["format"], "bontot-result/1")
        self.assertEqual(first["total"]["points"], self.result.total.points)
        self.assertIs(type(first["total"]["points"]), Decimal)
        self.assertIs(type(first["total"]["max"]), int)
        first["total"].clear()
        self.assertNotEqual(first, self.result.to_dict())
        self.assertEqual(self.result.to_json().count("\n"), 0)

    def test_to_summary_is_the_figures_alone(self):
        said = bontot._json.loads(self.result.to_summary())
        full = self.result.to_dict()
        self.assertEqual(said, {
            "format": "bontot-summary/1",
            "unit": full["unit"]["id"],
            "rubric": full["rubric"],
            "period": full["period"],
            "total": full["total"],
            "grade": full["grade"]["id"],
            "grade_possible": full["grade_possible"],
            "criteria": {each["id"]: {key: each[key] for key in ("points", "possible")} for each in full["criteria"]},
        })

    def test_tree(self):
        for criterion in self.result.criteria:
            self.assertIsNone(criterion.parent)
            self.assertEqual(criterion.kind, "base")
            self.assertEqual(criterion.indicators, tuple(criterion.walk())[1:])
            for line in criterion.children:
                self.assertEqual(line.parent, criterion.id)
                self.assertTrue(line.reason)
                self.assertIsInstance(line.state, bontot.State)
        self.assertEqual(self.result.node("1.1").parent, "1")
        line = self.result.node("1.4")
        self.assertEqual(line.facts, (("workers.count", Decimal(6)), ("workers.income_trend", "held")))
        self.assertEqual(self.result.node("1.1").clause, "1¶1")
        with self.assertRaises(bontot.NotFoundError):
            self.result.node("9.9")

    def test_missing(self):
        missing = {each.item: each for each in self.result.missing}
        self.assertIn("evidence:3.1", missing)
        self.assertEqual(missing["evidence:3.1"].lines, ("3.1",))
        self.assertEqual(missing["evidence:3.1"].worth, Decimal("0.666666666667"))
        self.assertEqual(self.result.node("3.1").missing, ("evidence:3.1",))
        self.assertEqual(sorted(self.result.missing, key=lambda each: -each.worth), list(self.result.missing))

    def test_gates_checks_findings(self):
        said = self.result.to_dict()
        self.assertEqual([(each.id, each.fired) for each in self.result.gates],
                         [(each["id"], each["fired"]) for each in said["gates"]])
        self.assertEqual(len(self.result.checks), len(said["checks"]))
        self.assertEqual(len(self.result.findings), len(said["findings"]))

    def test_languages(self):
        english = self.rubric.evaluate(EXAMPLE, language="en")
        self.assertEqual(english.total, self.result.total)
        self.assertNotEqual(english.grade.label, self.result.grade.label)
        self.assertNotEqual(english.node("1.1").reason, self.result.node("1.1").reason)
        self.assertEqual(english.to_text("vi"), self.result.to_text())
        self.assertEqual(english.to_text("en"), self.result.to_text("en"))

    def test_text(self):
        plain, coloured = self.result.to_text(), self.result.to_text(colour=True)
        self.assertIn(self.result.grade.label.casefold(), plain.casefold())
        self.assertNotIn("\x1b", plain)
        self.assertIn("\x1b[", coloured)

    def test_immutable(self):
        for value in (self.result, self.result.total, self.result.criteria[0], self.result.missing[0]):
            with self.assertRaises(dataclasses.FrozenInstanceError):
                value.points = Decimal(100)
            hash(value)

    def test_pilot_rubric(self):
        result = bontot.Rubric.builtin("bon-tot-pilot-2023").evaluate(DOSSIERS / "pilot.json")
        self.assertEqual(result.grade.id, "fit")
        self.assertEqual([(each.good, each.children) for each in result.criteria], [(True, ())] * 3)


if __name__ == "__main__":
    unittest.main()
