# SPDX-License-Identifier: BSL-1.0
"""Dossiers that are built piece by piece."""

import datetime
import json
import unittest
from decimal import Decimal

import bontot
from support import EXAMPLE, RUBRIC_ID

SHEET = {
    "format": "bontot-rubric/1", "id": "s", "version": "1", "label": {"en": "Sheet"}, "period": "year",
    "roles": ["self", "final"],
    "facts": [
        {"id": "share", "type": "number", "min": 0, "max": 100},
        {"id": "met", "type": "boolean"},
        {"id": "day", "type": "date"},
        {"id": "level", "type": "choice", "choices": ["high", "low"]},
        {"id": "word", "type": "text"},
        {"id": "average", "type": "number", "given_by": "committee"},
    ],
    "consistency": [{"id": "c", "assert": "met or share < 50", "message": {"en": "Too much."}}],
    "criteria": [{"id": "1", "max": 50, "indicators": [
        {"id": "a", "max": 10, "score": {"formula": "share / 10"}},
        {"id": "b", "max": 10, "score": {"condition": "met"}},
        {"id": "c", "max": 10, "score": {"condition": 'day > date("2026-06-30")'}},
        {"id": "d", "max": 10, "score": {"condition": 'level = "high" and word = "x"'}},
        {"id": "e", "max": 10, "score": {"formula": "average"}}]}],
    "grades": [{"id": "good", "min_total": 30}, {"id": "rest"}],
}
YEAR = (datetime.date(2026, 1, 1), "2026-12-31")


class BuildingTest(unittest.TestCase):
    def setUp(self):
        self.rubric = bontot.Rubric.from_json(json.dumps(SHEET))
        self.dossier = self.rubric.dossier("U1", "Unit", period=YEAR, language="en")

    def points(self):
        result = self.dossier.evaluate()
        return {node.id: node.points for node in result.nodes if node.parent}

    def test_every_kind_of_value(self):
        self.dossier.update({"share": Decimal("72.5"), "met": True, "day": datetime.date(2026, 7, 1)})
        self.dossier.update({"level": "high", "word": "x"})
        self.assertEqual(
            self.points(), {"a": Decimal("7.25"), "b": Decimal(10), "c": Decimal(10), "d": Decimal(10), "e": 0}
        )
        result = self.dossier.evaluate()
        self.assertEqual((result.unit_id, result.unit_name), ("U1", "Unit"))
        self.assertEqual(result.period, (datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)))
        self.assertEqual([each.item for each in result.missing], ["average"])

    def test_as_typed(self):
        for fact, text in (("share", "40.25"), ("met", "false"), ("day", "2026-06-30")):
            self.dossier.set(fact, text)
        self.assertEqual(self.points(), {"a": Decimal("4.025"), "b": 0, "c": 0, "d": 0, "e": 0})

    def test_numbers_keep_every_digit(self):
        for number in (Decimal("1E+1"), Decimal("0.000000000001"), 10, Decimal("10.000"), Decimal(0)):
            self.dossier.set("share", number)
            self.assertEqual(self.points()["a"], Decimal(number) / 10 if number != Decimal("1e-12") else 0)

    def test_numbers_that_do_not_fit(self):
        for number in (2**63, -(2**63), Decimal("1E+19"), Decimal("1E-6001"), Decimal("1." + 19 * "1")):
            with self.subTest(number), self.assertRaises(bontot.NoFitError):
                self.dossier.set("share", number)
        with self.assertRaises(bontot.InputError):  # so many bits fit, but not the range
            self.dossier.set("share", 2**63 - 1)
        self.dossier.set("share", "1." + 19 * "1")
        for wrong in (0.5, object(), [1]):
            with self.subTest(wrong), self.assertRaises(TypeError):
                self.dossier.set("share", wrong)
        with self.assertRaises(bontot.MisuseError):
            self.dossier.set("share", Decimal("NaN"))

    def test_wrong_values_change_nothing(self):
        self.dossier.set("share", 20)
        for value, code in ((101, "dossier_out_of_range"), (True, "dossier_slot_type"), ("x", "api_not_typed")):
            with self.subTest(value), self.assertRaises(bontot.InputError) as caught:
                self.dossier.set("share", value)
            self.assertEqual([each.code for each in caught.exception.entries], [code])
        self.assertEqual(self.points()["a"], 2)

    def test_unknown_facts_name_the_nearest(self):
        for value in (1, "1", None):
            with self.assertRaises(bontot.NotFoundError) as caught:
                self.dossier.set("shore", value)
            self.assertIn('did you mean "share"', str(caught.exception))

    def test_cleared(self):
        self.dossier.update({"share": 20, "met": True})
        self.dossier.clear("share")
        self.dossier.set("met", None)
        self.assertEqual({each.item for each in self.dossier.evaluate().missing} & {"share", "met"}, {"share", "met"})

    def test_inconsistent(self):
        self.dossier.update({"share": 60, "met": False})
        for use in (self.dossier.evaluate, self.dossier.path):
            with self.assertRaises(bontot.InputError) as caught:
                use()
            self.assertIn("Too much.", str(caught.exception))

    def test_reference(self):
        reference = self.rubric.reference({"format": "bontot-reference/1", "facts": {"average": 8}})
        self.dossier.apply(reference)
        self.assertEqual(self.points()["e"], 8)

    def test_period_and_days(self):
        with self.assertRaises(bontot.InputError):
            self.dossier.set_period("2026-02-30", "2026-12-31")
        for wrong in (datetime.datetime(2026, 1, 1), None):
            with self.assertRaises((TypeError, AttributeError)):
                self.dossier.set_period(wrong, "2026-12-31")
        with self.assertRaises(TypeError):
            self.dossier.set("day", datetime.datetime(2026, 1, 1))

    def test_as_of_and_path(self):
        self.assertEqual(self.dossier.evaluate(as_of="self").as_of, "self")
        with self.assertRaises(bontot.NotFoundError):
            self.dossier.evaluate(as_of="nobody")
        self.assertEqual(self.dossier.path("good").grade.id, "good")

    def test_the_same_as_json(self):
        rubric = bontot.Rubric.builtin(RUBRIC_ID)
        given = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        built = rubric.dossier(given["unit"]["id"], given["unit"]["name"], period=tuple(given["period"].values()))
        built.update({id: value for id, value in given["facts"].items() if value is not None})
        for part in ("evidence", "members", "history", "marks", "rubric"):
            given.pop(part, None)
        for key in ("kind", "group", "parent"):
            given["unit"].pop(key, None)
        self.assertEqual(built.evaluate(), rubric.evaluate(given))

    def test_closed(self):
        self.rubric.close()  # it keeps its rubric alive
        self.dossier.set("share", 10)
        self.assertEqual(self.points()["a"], 1)
        self.dossier.close()
        self.dossier.close()
        for use in (lambda: self.dossier.set("share", 1), self.dossier.evaluate, self.dossier.path):
            with self.assertRaisesRegex(bontot.MisuseError, "this dossier is closed"):
                use()


if __name__ == "__main__":
    unittest.main()
