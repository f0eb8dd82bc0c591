#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""`bontot compare`, from outside: BONTOT_TOOL=<path> python3 tests/tool/test_compare.py"""

import json
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

from support import DATA, run

FULL, THIRD = str(DATA / "full.json"), str(DATA / "missing-third.json")

SHEET = {
    "format": "bontot-rubric/1", "id": "small", "version": "1", "label": {"vi": "Nhỏ", "en": "Small"},
    "roles": ["self", "appraised"], "facts": [{"id": "n", "type": "number"}],
    "criteria": [{"id": "1", "label": {"vi": "Một", "en": "One"}, "max": 20, "indicators": [
        {"id": "1.1", "label": {"vi": "Số", "en": "Count"}, "max": 10, "score": {"formula": "n"}},
        {"id": "1.2", "label": {"vi": "Chấm", "en": "Marked"}, "max": 10, "score": {"mark": {"step": "0.5"}}}]}],
    "grades": [{"id": "high", "min_total": 12}, {"id": "low"}],
}
DOSSIER = {
    "format": "bontot-dossier/1", "rubric": {"id": "small"}, "unit": {"id": "U"},
    "period": {"from": "2026-01-01", "to": "2026-12-31"}, "facts": {"n": 4},
    "marks": {"1.2": {"self": 9, "appraised": "7.5"}},
}


class CompareTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.sheet = self.file("sheet.json", SHEET)

    def file(self, name, content):
        path = self.folder / name
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def done(self, *arguments, stdin=b""):
        ran = run("compare", *arguments, stdin=stdin)
        self.assertEqual((ran.returncode, ran.err), (0, ""))
        return ran.out

    def json(self, *arguments, **more):
        return json.loads(self.done("--format", "json", *arguments, **more), parse_float=Decimal)

    def refused(self, code, *arguments):
        ran = run("compare", "--lang", "en", *arguments)
        self.assertEqual((ran.returncode, ran.out), (3, ""))
        self.assertIn(f"[{code}]", ran.err)
        return ran.err


class Dossiers(CompareTest):
    def test_two_dossiers_of_a_built_in_rubric(self):
        # tests/data/dossiers/expected.tsv: 85.707575757576 less 33.916666666667
        said = self.json(THIRD, FULL)
        self.assertEqual(said["total"]["points"]["difference"], Decimal("51.790909090909"))
        below = sum(each["points"]["difference"] for each in said["criteria"])
        self.assertEqual(below + said["total"]["remainder"]["points"], Decimal("51.790909090909"))

    def test_text(self):
        text = self.done(THIRD, FULL, "--lang", "en")
        self.assertIn("33.916666666667..88.75 → 85.707575757576 (+51.790909090909; possible -3.042424242424)", text)
        self.assertLess(text.index("1.1  "), text.index("1.3  "))
        self.assertTrue(all(len(line) <= 100 for line in text.splitlines()))
        self.assertIn("Tổng điểm", self.done(THIRD, FULL))
        self.assertIn("\x1b[", self.done(THIRD, FULL, "--colour", "always"))

    def test_as_of_two_roles(self):
        dossier = self.file("dossier.json", DOSSIER)
        said = self.json(dossier, "--rubric", self.sheet, "--before-as-of", "self")
        self.assertEqual((said["before"]["as_of"], said["after"]["as_of"]), ("self", "appraised"))
        self.assertEqual(said["total"]["points"]["difference"], Decimal("-1.5"))
        self.assertEqual((said["before"]["grade"]["id"], said["after"]["grade"]["id"]), ("high", "low"))
        said = self.json(dossier, "--rubric", self.sheet, "--after-as-of", "self")
        self.assertEqual(said["total"]["points"]["difference"], Decimal("1.5"))
        self.refused("api_no_role", dossier, "--rubric", self.sheet, "--after-as-of", "nobody")

    def test_two_rubrics(self):
        dossier = self.file("dossier.json", {**DOSSIER, "rubric": {"id": "small"}})
        young = json.loads(json.dumps(SHEET))
        young["version"] = "2"
        young["criteria"][0]["indicators"][0]["score"] = {"formula": "n * 2"}
        second = self.file("young.json", young)
        said = self.json(dossier, "--before-rubric", self.sheet, "--after-rubric", second)
        self.assertEqual(said["criteria"][0]["indicators"][0]["points"], {"before": 4, "after": 8, "difference": 4})
        self.assertEqual((said["before"]["rubric"]["version"], said["after"]["rubric"]["version"]), ("1", "2"))

    def test_standard_input(self):
        said = self.json("-", "--rubric", self.sheet, "--before-as-of", "self", stdin=json.dumps(DOSSIER))
        self.assertEqual(said["total"]["points"]["difference"], Decimal("-1.5"))
        self.refused("input_twice", "-", "-")
        self.refused("input_twice", "-", "--after-rubric", "-")


class Results(CompareTest):
    def result(self, name, source, *more):
        ran = run("evaluate", source, "--format", "json", *more)
        self.assertEqual(ran.returncode, 0)
        return self.file(name, ran.out)

    def test_results_say_the_same_as_their_dossiers(self):
        before, after = self.result("a.json", THIRD), self.result("b.json", FULL)
        expected = self.json(THIRD, FULL)
        self.assertEqual(self.json(before, after), expected)
        self.assertEqual(self.json(before, FULL), expected)
        self.assertEqual(self.json(THIRD, after), expected)

    def test_a_result_is_not_evaluated_again(self):
        before = self.result("a.json", THIRD)
        self.refused("compare_result", before)
        self.refused("compare_result", before, FULL, "--before-as-of", "self")
        self.refused("compare_result", FULL, before, "--after-rubric", self.sheet)

    def test_errors_name_the_file(self):
        before = self.result("a.json", THIRD)
        broken = self.file("broken.json", '{"format": "bontot-result/1",\n "unit": 5}')
        err = self.refused("reading_wrong_type", before, broken)
        self.assertIn(f"{broken}:2:10: ", err)
        neither = self.file("neither.json", '{"format": "bontot-rubric/1"}')
        self.assertIn("bontot-dossier/1", self.refused("reading_wrong_format", neither, before, "--rubric", self.sheet))
        self.refused("json_syntax", before, self.file("syntax.json", "{]"))
        self.refused("file_missing", before, str(self.folder / "nowhere.json"))
        self.refused("usage_missing")


if __name__ == "__main__":
    unittest.main()
