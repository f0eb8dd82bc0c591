# SPDX-License-Identifier: BSL-1.0
"""Roles, references, trust and examples, by the command."""

import json
import tempfile
import unittest
from pathlib import Path

from support import run

SHEET = {
    "format": "bontot-rubric/1", "id": "s", "version": "1", "label": {"en": "Sheet"},
    "roles": ["self", {"id": "final", "label": {"vi": "duyệt", "en": "decision"}}],
    "facts": [{"id": "avg", "type": "number", "min": 0, "max": 10, "given_by": "committee"},
              {"id": "blame", "type": "boolean"}],
    "criteria": [{"id": "1", "max": 20, "indicators": [
        {"id": "L", "max": 10, "score": {"formula": "avg"}},
        {"id": "M", "max": 10, "score": {"mark": {}}}]}],
    "grades": [{"id": "top", "min_total": 12}, {"id": "rest"}],
    "gates": [{"id": "g", "when": "blame", "effect": {"grade_at_most": "rest"}}],
}
DOSSIER = {
    "format": "bontot-dossier/1", "unit": {"id": "U"},
    "period": {"from": "2026-01-01", "to": "2026-12-31"},
    "facts": {"blame": True}, "marks": {"M": {"self": 6, "final": 5}},
}
REFERENCE = {
    "format": "bontot-reference/1", "facts": {"avg": 8},
    "exceptions": [{"unit": "U", "gate": "g", "reason": "a flood", "authority": "the committee"}],
}


class CommitteeTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.sheet = self.file("sheet.json", SHEET)
        self.dossier = self.file("dossier.json", DOSSIER)
        self.reference = self.file("reference.json", REFERENCE)

    def file(self, name, content):
        path = self.folder / name
        path.write_text(json.dumps(content), encoding="utf-8")
        return str(path)

    def evaluate(self, *more):
        return run("evaluate", self.dossier, "--rubric", self.sheet, "--lang", "en", *more)

    def test_reference(self):
        done = self.evaluate("--reference", self.reference)
        self.assertEqual((done.returncode, done.err), (0, ""))
        lines = done.out.splitlines()
        self.assertEqual(lines[0], "Grade: top, by a recorded exception")
        self.assertEqual(lines[1], "Total: 13 of 20")
        self.assertEqual(lines[2:4], ["  self: 14, top", "  decision: 13, top"])
        self.assertIn("  g: lifted by an exception: a flood (by the committee)", lines)

    def test_as_of(self):
        done = self.evaluate("--reference", self.reference, "--as-of", "self", "--format", "json")
        result = json.loads(done.out)
        self.assertEqual((result["as_of"], result["total"]["points"]), ("self", 14))
        self.assertNotIn("columns", result)
        wrong = self.evaluate("--as-of", "chief")
        self.assertEqual(wrong.returncode, 3)
        self.assertIn("[api_no_role]", wrong.err)

    def test_trust(self):
        said = dict(DOSSIER, facts={"avg": 9})
        path = self.file("said.json", said)
        done = run("evaluate", path, "--rubric", self.sheet, "--trust", "committee")
        self.assertEqual((done.returncode, done.out), (3, ""))
        self.assertIn("[dossier_committee_only] (/facts/avg)", done.err)
        self.assertEqual(run("evaluate", path, "--rubric", self.sheet, "--trust", "all").returncode, 0)

    def test_faulty_reference(self):
        path = self.file("faulty.json", dict(REFERENCE, facts={"blame": True}))
        done = self.evaluate("--reference", path)
        self.assertEqual((done.returncode, done.out), (3, ""))
        self.assertIn("faulty.json:1:", done.err)
        self.assertIn("[reference_not_given] (/facts/blame)", done.err)

    def test_one_standard_input(self):
        done = run("evaluate", "-", "--rubric", self.sheet, "--reference", "-", stdin="{}")
        self.assertEqual(done.returncode, 3)
        self.assertIn("[input_twice]", done.err)


class ExamplesTest(unittest.TestCase):
    def report(self, expectation):
        example = {"label": {"en": "one"}, "dossier": dict(DOSSIER, facts={"avg": 3}), "expect": expectation}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "sheet.json"
            path.write_text(json.dumps(dict(SHEET, examples=[example])), encoding="utf-8")
            return run("rubric", "test", str(path), "--lang", "en")

    def test_passes(self):
        done = self.report({"points": 8, "grade": "rest"})
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.out, "PASS  /examples/0  one\n1 examples passed, 0 failed\n")

    def test_fails(self):
        done = self.report({"points": 9})
        self.assertEqual(done.returncode, 1)
        self.assertIn("    the total: 9 expected, 8 found\n", done.out)


if __name__ == "__main__":
    unittest.main()
