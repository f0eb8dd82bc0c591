# SPDX-License-Identifier: BSL-1.0
"""Roles, references, trust and examples."""

import datetime
import json
import unittest
from decimal import Decimal

import bontot

SHEET = {
    "format": "bontot-rubric/1", "id": "s", "version": "1", "label": {"en": "Sheet"},
    "roles": ["self", {"id": "final", "label": {"vi": "duyệt", "en": "decision"}, "overrides": True}],
    "facts": [{"id": "avg", "type": "number", "min": 0, "max": 10, "given_by": "committee"},
              {"id": "blame", "type": "boolean"}],
    "criteria": [{"id": "1", "max": 20, "indicators": [
        {"id": "L", "max": 10, "score": {"formula": "avg"}},
        {"id": "M", "max": 10, "score": {"mark": {}}}]}],
    "grades": [{"id": "top", "min_total": 12}, {"id": "rest"}],
    "gates": [{"id": "g", "when": "blame", "effect": {"grade_at_most": "rest"}}],
    "examples": [{"label": {"en": "one"}, "expect": {"points": 3}, "dossier": {
        "format": "bontot-dossier/1", "unit": {"id": "U"},
        "period": {"from": "2026-01-01", "to": "2026-12-31"}, "facts": {"avg": 3}}}],
}
DOSSIER = {
    "format": "bontot-dossier/1", "unit": {"id": "U"},
    "period": {"from": "2026-01-01", "to": "2026-12-31"},
    "facts": {"blame": True},
    "marks": {"M": {"self": 6, "final": {
        "points": 5, "reason": "late", "by": "B", "date": datetime.date(2027, 1, 2)}}},
}
REFERENCE = {
    "format": "bontot-reference/1", "facts": {"avg": Decimal("7.5")},
    "exceptions": [{"unit": "U", "gate": "g", "reason": "a flood", "authority": "the committee"}],
}


class CommitteeTest(unittest.TestCase):
    def setUp(self):
        self.rubric = bontot.Rubric.from_json(json.dumps(SHEET))
        self.addCleanup(self.rubric.close)

    def test_roles(self):
        self.assertEqual(
            self.rubric.roles,
            (bontot.Role("self", "self", "self"), bontot.Role("final", "duyệt", "decision", overrides=True)),
        )

    def test_reference(self):
        with self.rubric.reference(REFERENCE) as reference:
            result = self.rubric.evaluate(DOSSIER, reference=reference)
        self.assertEqual((result.total.points, result.grade.id), (Decimal("12.5"), "top"))
        self.assertTrue(result.by_exception)
        self.assertEqual(
            result.gates, (bontot.Gate("g", True, bontot.LiftedBy("a flood", "the committee", None)),)
        )

    def test_columns_and_marks(self):
        with self.rubric.reference(REFERENCE) as reference:
            result = self.rubric.evaluate(DOSSIER, reference=reference)
            alone = self.rubric.evaluate(DOSSIER, reference=reference, as_of="self")
        self.assertEqual((result.as_of, alone.as_of), ("final", "self"))
        self.assertEqual([column.role for column in result.columns], ["self", "final"])
        self.assertEqual(result.columns[0].total, bontot.Points(Decimal("13.5"), Decimal("13.5")))
        self.assertEqual(result.columns[0].nodes["M"], bontot.Points(Decimal(6), Decimal(6)))
        self.assertEqual(alone.total.points, Decimal("13.5"))
        self.assertEqual(alone.columns, ())
        self.assertEqual(
            result.node("M").marks,
            (
                bontot.Mark("self", Decimal(6), "", "", "", None),
                bontot.Mark("final", Decimal(5), "", "late", "B", datetime.date(2027, 1, 2)),
            ),
        )

    def test_unknown_role(self):
        with self.assertRaises(bontot.NotFoundError):
            self.rubric.evaluate(DOSSIER, as_of="chief")

    def test_trust(self):
        said = dict(DOSSIER, facts={"avg": 9})
        self.assertEqual(self.rubric.evaluate(said).total.points, Decimal(14))
        with self.assertRaises(bontot.InputError) as caught:
            self.rubric.evaluate(said, trust="committee")
        self.assertEqual([entry.code for entry in caught.exception.entries], ["dossier_committee_only"])
        with self.assertRaises(bontot.MisuseError):
            self.rubric.evaluate(said, trust="nobody")

    def test_faulty_reference(self):
        with self.assertRaises(bontot.InputError) as caught:
            self.rubric.reference(dict(REFERENCE, facts={"blame": True}))
        self.assertEqual(caught.exception.entries[0].pointer, "/facts/blame")

    def test_reference_of_another_rubric_object(self):
        with bontot.Rubric.from_json(json.dumps(SHEET)) as other, other.reference(REFERENCE) as reference:
            with self.assertRaises(bontot.InputError) as caught:
                self.rubric.evaluate(DOSSIER, reference=reference)
        self.assertEqual(caught.exception.entries[0].code, "reference_other_rubric")

    def test_examples(self):
        report = self.rubric.test(language="en")
        self.assertEqual(report.failed, 0)
        self.assertEqual(report.text, "PASS  /examples/0  one\n1 examples passed, 0 failed\n")


if __name__ == "__main__":
    unittest.main()
