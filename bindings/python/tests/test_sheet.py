# SPDX-License-Identifier: BSL-1.0
"""What a rubric says about itself, against its source."""

import datetime
import json
import unittest
from decimal import Decimal

import bontot
from support import ROOT

SOURCES = sorted((ROOT / "src" / "rubrics").glob("*.json"))


def number(value):
    return None if value is None else Decimal(str(value))


def facts_in(given, of_members):
    return [each for each in given["facts"] if (each.get("of") == "member") == of_members]


class SourceTest(unittest.TestCase):
    def each(self):
        self.assertTrue(SOURCES)
        for source in SOURCES:
            with self.subTest(source.stem):
                yield bontot.Rubric.builtin(source.stem), json.loads(source.read_text(encoding="utf-8"))

    def test_facts(self):
        for rubric, given in self.each():
            for told, said in ((rubric.facts, facts_in(given, False)), (rubric.member_facts, facts_in(given, True))):
                self.assertEqual([each.id for each in told], [each["id"] for each in said])
                for fact, its in zip(told, said):
                    unit = its.get("unit", {})
                    self.assertEqual((fact.least, fact.most), (number(its.get("min")), number(its.get("max"))))
                    self.assertEqual((fact.unit, fact.unit_en), (unit.get("vi", ""), unit.get("en", "")))
                    self.assertEqual(fact.is_integer, its.get("integer", False))
                    self.assertEqual(fact.choices, tuple(its.get("choices", ())))
                    self.assertEqual(fact.is_by_committee, its.get("given_by") == "committee")

    def test_source_and_scope(self):
        for rubric, given in self.each():
            source, total = given.get("source", {}), given.get("total", {})
            told = rubric.source
            self.assertEqual((told.document, told.issuer), (source.get("document", ""), source.get("issuer", "")))
            self.assertEqual(told.note, source.get("note", {}).get("vi", ""))
            self.assertEqual(told.note_en, source.get("note", {}).get("en", ""))
            issued = source.get("issued")
            self.assertEqual(told.issued, issued and datetime.date.fromisoformat(issued))
            scope = rubric.scope
            self.assertEqual(scope.unit_kinds, tuple(given.get("applies_to", {}).get("unit_kinds", ())))
            self.assertEqual(scope.period_months, {"year": 12, "month": 1, None: 0}[given.get("period")])
            self.assertEqual((scope.least, scope.most), (number(total.get("min")), number(total.get("max"))))

    def test_grades_checks_and_rules(self):
        for rubric, given in self.each():
            quotas = [each.has_quota for each in rubric.grades]
            self.assertEqual(quotas, ["quota" in each for each in given["grades"]])
            for told, name, plain in ((rubric.checks, "checks", "warning"), (rubric.rules, "consistency", "")):
                said = given.get(name, [])
                self.assertEqual([each.id for each in told], [each["id"] for each in said])
                self.assertEqual([each.message for each in told], [each["message"]["vi"] for each in said])
                self.assertEqual([each.message_en for each in told], [each["message"]["en"] for each in said])
            severities = [each.get("severity", "warning") for each in given.get("checks", [])]
            self.assertEqual([each.severity for each in rubric.checks], severities)

    def test_gates(self):
        effects = {"void": "voids"}
        for rubric, given in self.each():
            said = given.get("gates", [])
            self.assertEqual([each.id for each in rubric.gates], [each["id"] for each in said])
            for gate, its in zip(rubric.gates, said):
                ((effect, target),) = its["effect"].items()
                self.assertEqual(gate.effect, effects.get(effect, effect))
                self.assertEqual(gate.grades if effect == "grade_down" else gate.target, target)
                self.assertEqual((gate.label, gate.clause), (its["label"]["vi"], its.get("clause", "")))

    def test_nodes(self):
        for rubric, given in self.each():
            said = {}

            def take(node, kind):
                said[node["id"]] = (node, kind)
                for each in node.get("indicators", ()):
                    take(each, kind)

            for criterion in given["criteria"]:
                take(criterion, criterion.get("kind", "base"))
            for node in rubric.nodes:
                its, kind = said[node.id]
                self.assertEqual((node.kind, node.clause), (kind, its.get("clause", "")))
                self.assertEqual((node.label, node.label_en), (its["label"]["vi"], its["label"]["en"]))
                self.assertEqual(node.score, next(iter(its.get("score", {"group": 0}))))
                self.assertEqual(node.asks_evidence, "evidence" in its)
                kinds = its.get("evidence", {}).get("kinds", ())
                self.assertEqual(node.evidence_kinds, tuple(kinds))
                if "max" in its:
                    self.assertEqual(node.most, number(its["max"]))
                if node.score != "group":
                    self.assertEqual(node.effort, its.get("effort", 1))

    def test_by_hand(self):
        rubric = bontot.Rubric.builtin("bon-tot-2023")
        node = next(each for each in rubric.nodes if each.id == "1.2")
        self.assertEqual(set(node.facts), {"tasks.on_time", "tasks.completed"})
        self.assertEqual((node.parent, node.least, node.most), ("1", 0, 3))
        rubric = bontot.Rubric.builtin("sinh-hoat-an-phu-2025")
        self.assertEqual([each.overrides for each in rubric.roles], [False, True])
        rubric = bontot.Rubric.builtin("sinh-hoat-hd42-2025")
        marked = next(each for each in rubric.nodes if each.score == "mark")
        self.assertEqual(marked.roles, ("observer", "committee", "cell", "upper"))

    def test_after_close(self):
        rubric = bontot.Rubric.builtin("bon-tot-2023")
        grades = rubric.grades
        rubric.close()
        self.assertIs(rubric.grades, grades)
        with self.assertRaises(bontot.MisuseError):
            rubric.nodes


if __name__ == "__main__":
    unittest.main()
