#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""`bontot rubric lint`, from outside: BONTOT_TOOL=<path> python3 tests/tool/test_lint.py"""

import json
import re
import tempfile
import unittest
from pathlib import Path

from support import ROOT, run


def named(id):
    return {"id": id, "label": {"vi": "mục " + id, "en": "item " + id}}


def sheet(least="< 0.5", gate="n > 0.9"):
    table = [{"when": ">= 0.5", "points": 10}, {"when": least, "points": 0}]
    line = {**named("L"), "max": 10, "score": {"steps": {"value": "n", "table": table}}}
    return {
        "format": "bontot-rubric/1", **named("test"), "version": "1",
        "facts": [{**named("n"), "type": "number", "min": 0, "max": 1}],
        "criteria": [{**named("C"), "max": 10, "indicators": [line]}],
        "gates": [{**named("g"), "when": gate, "effect": {"grade_at_most": "rest"}}],
        "grades": [{**named("top"), "min_total": 8}, named("rest")],
    }


class LintTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, content):
        path = self.folder / "sheet.json"
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        return str(path)

    def test_place_sentence_code_pointer_line_and_witness(self):
        done = run("rubric", "lint", self.file(sheet(least="< 0.4")), "--lang", "en")
        self.assertEqual((done.returncode, done.err), (1, ""))
        lines = done.out.splitlines()
        text = (self.folder / "sheet.json").read_text(encoding="utf-8")
        before = text[: text.index('"table": [')].splitlines()
        row, column = len(before), len(before[-1]) + len('"table": ') + 1
        self.assertEqual(
            lines[0],
            f"{self.folder}/sheet.json:{row}:{column}: error: No row of this table fits the value 0.4: people would "
            "have to decide. [step_gap] (/criteria/0/indicators/0/score/steps/table)",
        )
        self.assertEqual(lines[1].strip(), '"table": [')
        self.assertEqual(lines[2].index("^"), lines[1].index("["))
        self.assertEqual(lines[3], "  shown by: the value 0.4; n = 0.4")
        self.assertEqual(lines[-1], "1 errors, 0 warnings, 0 for information")

    def test_vietnamese_is_the_default(self):
        done = run("rubric", "lint", self.file(sheet(gate="n > 1")))
        self.assertEqual(done.returncode, 1)
        self.assertIn("cảnh báo: Điều kiện của điểm liệt này không bao giờ đúng", done.out)
        self.assertIn("  ví dụ: n từ 0 đến 1\n", done.out)
        self.assertTrue(done.out.endswith("0 lỗi, 1 cảnh báo, 0 thông tin\n"))

    def test_nothing_and_information_alone(self):
        done = run("rubric", "lint", self.file(sheet()), "--lang", "en")
        self.assertEqual((done.returncode, done.out), (0, "Nothing in this rubric looks wrong.\n"))
        given = sheet()
        del given["gates"][0]["label"]
        done = run("rubric", "lint", self.file(given), "--lang", "en")
        self.assertEqual(done.returncode, 0)
        self.assertIn(' info: "g" has no label', done.out)

    def test_json(self):
        done = run("rubric", "lint", self.file(sheet(least="< 0.4")), "--format", "json", "--lang", "en")
        self.assertEqual(done.returncode, 1)
        said = json.loads(done.out)
        self.assertEqual(said["format"], "bontot-lint/1")
        self.assertEqual(said["rubric"], {"id": "test", "version": "1"})
        self.assertEqual(said["summary"], {"errors": 1, "warnings": 0, "infos": 0})
        (found,) = said["findings"]
        self.assertEqual((found["code"], found["severity"], found["node"]), ("step_gap", "error", "L"))
        self.assertEqual(found["witness"]["facts"], {"n": 0.4})

    def test_standard_input_and_built_in(self):
        done = run("rubric", "lint", "-", stdin=json.dumps(sheet(gate="n > 1")))
        self.assertTrue(done.out.startswith("<stdin>:1:"))
        done = run("rubric", "lint", "bon-tot-2023", "--lang", "en")
        self.assertEqual(done.returncode, 0)
        self.assertIn("bon-tot-2023: info: This gate adds nothing", done.out)

    def test_colour(self):
        file = self.file(sheet(gate="n > 1"))
        self.assertNotIn("\x1b", run("rubric", "lint", file).out)
        self.assertIn("\x1b[33mcảnh báo\x1b[0m", run("rubric", "lint", file, "--colour", "always").out)

    def test_every_code_is_documented(self):
        table = (ROOT / "src" / "messages" / "lint.tsv").read_text(encoding="utf-8")
        codes = re.findall(r"^lint_(\w+)\t", table, re.MULTILINE)
        page = (ROOT / "docs" / "lint.md").read_text(encoding="utf-8")
        documented = re.findall(r"^\| `(\w+)` \| (?:error|warning|info) \|", page, re.MULTILINE)
        self.assertGreater(len(codes), 25)
        self.assertEqual(sorted(documented), sorted(codes))

    def test_bad_input(self):
        done = run("rubric", "lint", self.file({"format": "bontot-rubric/1"}))
        self.assertEqual((done.returncode, done.out), (3, ""))
        self.assertIn("reading_missing_key", done.err)
        self.assertEqual(run("rubric", "lint", "no-such-sheet").returncode, 3)
        self.assertEqual(run("rubric", "lint").returncode, 3)


if __name__ == "__main__":
    unittest.main()
