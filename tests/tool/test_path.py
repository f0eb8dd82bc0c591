#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""`bontot path`, from outside: BONTOT_TOOL=<path> python3 tests/tool/test_path.py"""

import json
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

from support import DATA, run

EXAMPLE, FULL = str(DATA / "example.json"), str(DATA / "full.json")

SHEET = {
    "format": "bontot-rubric/1", "id": "small", "version": "1", "label": {"vi": "Nhỏ", "en": "Small"},
    "facts": [{"id": "n", "type": "number", "integer": True, "min": 0,
               "label": {"vi": "Số kỳ họp", "en": "Meetings"}}],
    "criteria": [{"id": "1", "label": {"vi": "Một", "en": "One"}, "max": 10, "indicators": [
        {"id": "1.1", "label": {"vi": "Họp", "en": "Held"}, "max": 10, "score": {"condition": "n >= 12"}}]}],
    "gates": [{"id": "g", "label": {"vi": "Quá nhiều", "en": "Too many"}, "when": "n > 20",
               "effect": {"grade_is": "low"}}],
    "grades": [{"id": "high", "label": {"vi": "Cao", "en": "High"}, "min_total": 10},
               {"id": "low", "label": {"vi": "Thấp", "en": "Low"}}],
}


def dossier(n):
    return json.dumps({
        "format": "bontot-dossier/1", "unit": {"id": "U"},
        "period": {"from": "2026-01-01", "to": "2026-12-31"}, "facts": {"n": n},
    })


class PathTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.sheet = str(Path(folder.name) / "sheet.json")
        Path(self.sheet).write_text(json.dumps(SHEET), encoding="utf-8")

    def path(self, n, *more):
        return run("path", "--rubric", self.sheet, *more, stdin=dossier(n))

    def json(self, *arguments, **more):
        ran = run("path", "--format", "json", *arguments, **more)
        return ran.returncode, json.loads(ran.out, parse_float=Decimal)

    def test_words(self):
        ran = self.path(9, "--lang", "en")
        self.assertEqual((ran.returncode, ran.err), (0, ""))
        self.assertIn('to "High": 1 to do, total effort 1', ran.out)
        self.assertIn("Meetings: 9 → 12", ran.out)
        self.assertIn("Số kỳ họp: 9 → 12", self.path(9).out)

    def test_reached_ends_with_0_and_no_way_with_1(self):
        self.assertEqual(self.path(12).returncode, 0)
        ran = self.path(21, "--lang", "en")
        self.assertEqual(ran.returncode, 1)
        self.assertIn('gate "Too many": Meetings (21) > 20', ran.out)

    def test_set_and_grade(self):
        code, said = self.json("--rubric", self.sheet, "--to", "high", "--set", "n=3", stdin=dossier(9))
        self.assertEqual((code, said["outcome"], said["to"]["id"]), (0, "found", "high"))
        change = said["steps"][0]["changes"][0]
        self.assertEqual((change["item"], change["from"], change["to"]), ("n", 3, 12))

    def test_built_in_rubric(self):
        # 3.7 waits for one fact; with it all four criteria are good: tests/data/dossiers/WORKED.md.
        code, said = self.json(EXAMPLE)
        self.assertEqual((code, said["effort"], said["to"]["id"]), (0, 1, "bon-tot"))
        self.assertEqual([step["at"] for step in said["steps"]], ["3.7"])
        self.assertEqual(said["after"]["points"] - said["before"]["points"], 3)
        self.assertEqual(self.json(FULL)[1]["steps"] != [], self.json(FULL)[1]["outcome"] == "found")

    def test_unknown_grade(self):
        ran = self.path(9, "--to", "best", "--lang", "en")
        self.assertEqual((ran.returncode, ran.out), (3, ""))
        self.assertIn("[api_no_grade]", ran.err)


if __name__ == "__main__":
    unittest.main()
