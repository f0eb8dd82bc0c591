# SPDX-License-Identifier: BSL-1.0
"""What lint says of a rubric."""

import json
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

import bontot
from support import RUBRIC_ID


def named(id):
    return {"id": id, "label": {"vi": "mục " + id, "en": "item " + id}}


def sheet(table):
    fact = {**named("n"), "type": "number", "min": 0, "max": 1}
    line = {**named("L"), "max": 10, "score": {"steps": {"value": "n", "table": table}}}
    return {
        "format": "bontot-rubric/1",
        **named("test"), "version": "1",
        "facts": [fact],
        "criteria": [{**named("C"), "max": 10, "indicators": [line]}],
        "grades": [{**named("top"), "min_total": 8}, named("rest")],
    }


FAULTY = [{"when": "> 0.5", "points": 10}, {"when": "< 0.5", "points": 0}]
SOUND = [{"when": "> 0.5", "points": 10}, {"when": "<= 0.5", "points": 0}]


class LintTest(unittest.TestCase):
    def test_a_gap(self):
        text = json.dumps(sheet(FAULTY), ensure_ascii=False, indent=1)
        rubric = bontot.Rubric.from_json(text)
        (found,) = rubric.lint(language="en")
        self.assertEqual((found.code, found.severity, found.node), ("step_gap", "error", "L"))
        self.assertEqual(found.pointer, "/criteria/0/indicators/0/score/steps/table")
        self.assertEqual(found.text, "No row of this table fits the value 0.5: people would have to decide.")
        self.assertEqual(str(found), f"{found.text} [step_gap] ({found.pointer})")
        self.assertEqual(found.witness.text, "the value 0.5; n = 0.5")
        self.assertEqual(found.witness.value, Decimal("0.5"))
        self.assertEqual(found.witness.dossier, {"facts": {"n": Decimal("0.5")}})
        self.assertEqual((found.line, found.column), (None, None))

    def test_the_witness_is_a_dossier_that_shows_it(self):
        rubric = bontot.Rubric.from_json(json.dumps(sheet(FAULTY)))
        (found,) = rubric.lint()
        period = {"from": "2026-01-01", "to": "2026-12-31"}
        head = {"format": "bontot-dossier/1", "unit": {"id": "A"}, "period": period}
        result = rubric.evaluate({**head, **found.witness.dossier})
        self.assertEqual(result.node("L").state, bontot.State.UNCOVERED)

    def test_lines_of_a_text_and_of_a_file(self):
        text = json.dumps(sheet(FAULTY), ensure_ascii=False, indent=1)
        place = text[: text.index('"table": ')]
        rubric = bontot.Rubric.from_json(text)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "sheet.json"
            file.write_text(text, encoding="utf-8")
            for source in (text, text.encode(), file):
                (found,) = rubric.lint(source)
                self.assertEqual(found.line, place.count("\n") + 1)
                self.assertEqual(found.column, len(place.rpartition("\n")[2]) + len('"table": ') + 1)

    def test_ranges(self):
        given = sheet(SOUND)
        given["gates"] = [{**named("g"), "when": "n > 1", "effect": {"not_good": "C"}}]
        (found,) = bontot.Rubric.from_json(json.dumps(given)).lint()
        self.assertEqual((found.code, found.severity, found.node), ("gate_never", "warning", None))
        self.assertEqual(found.witness.ranges, {"n": {"min": 0, "max": 1}})
        self.assertEqual(found.witness.dossier, {})
        self.assertIn("không bao giờ", found.text)

    def test_nothing(self):
        self.assertEqual(bontot.Rubric.from_json(json.dumps(sheet(SOUND))).lint(), [])

    def test_a_built_in_rubric(self):
        found = bontot.Rubric.builtin(RUBRIC_ID).lint(language="en")
        self.assertIn("gate_without_effect", [each.code for each in found])
        self.assertEqual({each.severity for each in found}, {"info"})

    def test_closed(self):
        rubric = bontot.Rubric.builtin(RUBRIC_ID)
        rubric.close()
        with self.assertRaises(bontot.MisuseError):
            rubric.lint()


if __name__ == "__main__":
    unittest.main()
