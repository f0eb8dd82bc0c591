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
WHOLE = {
    "format": "bontot-rubric/1", "id": "whole", "version": "1", "label": {"en": "Whole"}, "period": "year",
    "applies_to": {"unit_kinds": ["cell"]}, "roles": ["self", "final"],
    "facts": [
        {"id": "done", "type": "number", "min": 0, "max": 10},
        {"id": "fined", "of": "member", "type": "boolean"},
        {"id": "age", "of": "member", "type": "number", "integer": True, "min": 18},
        {"id": "since", "of": "member", "type": "date"},
        {"id": "level", "of": "member", "type": "choice", "choices": ["high", "low"]},
    ],
    "criteria": [{"id": "1", "max": 30, "indicators": [
        {"id": "L", "max": 10, "score": {"formula": "done"}, "evidence": {"kinds": ["report"]}},
        {"id": "M", "max": 10, "score": {"mark": {"step": "0.5"}}},
        {"id": "N", "max": 10, "score": {"condition": "count(members[fined = true]) = 1 and history[1].points > 12"}}]}],
    "gates": [{"id": "g", "when": "count(members[fined = true]) > 0", "effect": {"grade_at_most": "rest"}}],
    "grades": [{"id": "good", "min_total": 20}, {"id": "rest"}],
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

    def test_all_parts_as_in_json(self):
        rubric = bontot.Rubric.from_json(json.dumps(WHOLE))
        built = rubric.dossier(language="en")
        built.set_unit("U1", "Unit", kind="cell", group="north", parent="P")
        built.set_period(*YEAR)
        built.set("done", 8)
        built.mark("M", "self", Decimal("6.5"), comment="fair", by="B", date=datetime.date(2027, 1, 2))
        built.mark("M", "final", 9, comment="good")
        built.mark("M", "final", 7, comment="well")
        built.add_member("D1", {"fined": False, "age": 30, "since": datetime.date(2020, 5, 4), "level": "high"})
        second = built.add_member("D2")
        second.update({"fined": True, "age": "41", "level": "low"})
        second.clear("level")
        built.add_evidence("E1", ["M", "L"], kind="report", number="12", issuer="I", issued="2026-12-01",
                           submitted=datetime.date(2026, 12, 2), title="T", uri="u", sha256="0" * 64, status="submitted")
        built.add_history("2025-01-01", "2025-12-31", rubric="whole", grade="good", points=Decimal("12.5"))
        built.add_exception("g", "a flood", "the committee", datetime.date(2027, 1, 3))
        given = {
            "format": "bontot-dossier/1",
            "unit": {"id": "U1", "name": "Unit", "kind": "cell", "group": "north", "parent": "P"},
            "period": {"from": "2026-01-01", "to": "2026-12-31"}, "facts": {"done": 8},
            "marks": {"M": {"self": {"points": Decimal("6.5"), "comment": "fair", "by": "B", "date": "2027-01-02"},
                            "final": {"points": 7, "comment": "well"}}},
            "members": [{"id": "D1", "fined": False, "age": 30, "since": "2020-05-04", "level": "high"},
                        {"id": "D2", "fined": True, "age": 41}],
            "evidence": [{"id": "E1", "supports": ["M", "L"], "kind": "report", "number": "12", "issuer": "I",
                          "issued": "2026-12-01", "submitted": "2026-12-02", "title": "T", "uri": "u",
                          "sha256": "0" * 64, "status": "submitted"}],
            "history": [{"from": "2025-01-01", "to": "2025-12-31", "rubric": "whole", "grade": "good",
                         "points": Decimal("12.5")}],
            "exceptions": [{"gate": "g", "reason": "a flood", "authority": "the committee", "date": "2027-01-03"}],
        }
        result = built.evaluate()
        self.assertEqual(result, rubric.evaluate(given, language="en"))
        self.assertTrue(result.by_exception)
        self.assertEqual(result.node("M").points, 7)

    def test_parts_that_are_taken_away(self):
        built = bontot.Rubric.from_json(json.dumps(WHOLE)).dossier("U1")

        def missing():
            return [each.item for each in built.evaluate().missing]

        built.mark("M", "self", Decimal("6.5"))
        built.mark("M", "final", 7)
        built.unmark("M", "final")
        self.assertEqual(built.evaluate().node("M").points, Decimal("6.5"))
        built.remove("marks")
        self.assertIn("mark:M", missing())
        self.assertIn("members", missing())
        built.give("members")
        self.assertNotIn("members", missing())
        built.remove("members")
        self.assertIn("members", missing())
        built.reset()
        self.assertEqual(built.evaluate().unit_id, "")

    def test_what_the_rubric_has_not(self):
        built = bontot.Rubric.from_json(json.dumps(WHOLE)).dossier("U1")
        member = built.add_member("D1")
        for use in (
            lambda: built.mark("Z", "self", 1),
            lambda: built.mark("M", "boss", 1),
            lambda: built.add_evidence("E1", ["Z"]),
            lambda: built.add_exception("z", "r", "a"),
            lambda: member.set("fine", True),
        ):
            with self.assertRaises(bontot.NotFoundError):
                use()
        for use in (
            lambda: built.mark("M", "self", 11),
            lambda: built.mark("L", "self", 1),
            lambda: built.add_member("D1"),
            lambda: built.add_history("2025-01-01", "2024-12-32"),
            lambda: built.add_exception("g", "", ""),
            lambda: member.set("age", True),
        ):
            with self.assertRaises(bontot.InputError):
                use()
        with self.assertRaises(bontot.MisuseError):
            built.give("friends")
        with self.assertRaises(TypeError):
            built.mark("M", "self", 0.5)

    def test_a_reference_piece_by_piece(self):
        reference = self.rubric.reference()
        reference.set_period(*YEAR)
        reference.set("average", 5)
        reference.set("average", "6.5", group="north")
        reference.set("average", Decimal("7.5"), unit="U1")
        with self.assertRaises(bontot.MisuseError):
            reference.set("average", 1, group="north", unit="U1")
        for wrong in (lambda: reference.set("average", "x"), lambda: reference.set("share", 1)):
            with self.assertRaises(bontot.InputError):
                wrong()
        text = json.dumps({"format": "bontot-dossier/1", "unit": {"id": "U1"},
                           "period": {"from": "2026-01-01", "to": "2026-12-31"}})
        for unit, points in (("U1", Decimal("7.5")), ("U2", Decimal(5))):
            result = self.rubric.evaluate(text.replace("U1", unit), reference=reference)
            self.assertEqual(result.node("e").points, points)
        read = self.rubric.reference({"format": "bontot-reference/1", "facts": {"average": 8}})
        with self.assertRaises(bontot.MisuseError):  # what was read from JSON is immutable
            read.set("average", 1)
        whole = bontot.Rubric.from_json(json.dumps(WHOLE))
        reference = whole.reference()
        reference.add_exception("U1", "g", "a flood", "the committee")
        reference.add_finding("U1", "E1", "rejected")
        with self.assertRaises(bontot.InputError):
            reference.add_finding("U1", "E2", "kept")
        with self.assertRaises(bontot.NotFoundError):
            reference.add_exception("U1", "z", "a flood", "the committee")

    def test_results_of_others(self):
        rubric = bontot.Rubric.from_json(json.dumps(SHEET))
        self.dossier.set("share", 20)
        built = rubric.dossier("P1")
        built.add_result(self.dossier.evaluate())
        built.add_result_in_short("U2", "s", period=YEAR, grade="good", points=Decimal("31.5"))
        self.assertEqual(built.evaluate().unit_id, "P1")

    def test_dossiers_under_two_rubrics(self):
        other = bontot.Rubric.from_json(json.dumps(SHEET))
        self.dossier.set("share", 20)
        second = other.dossier("U1", period=YEAR)
        second.set("share", 40)
        with bontot.RubricDiff(self.rubric, other) as diff:
            change = diff.add_dossiers(self.dossier, second)
            self.assertEqual((change.points.before, change.points.after), (2, 4))
            with self.assertRaises(bontot.MisuseError):
                diff.add_dossiers(second, self.dossier)

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
