#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""`bontot rank`, from outside: BONTOT_TOOL=<path> python3 tests/tool/test_rank.py"""

import gzip
import json
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

from support import run

SHEET = {
    "format": "bontot-rubric/1", "id": "small", "version": "1", "label": {"vi": "Nhỏ", "en": "Small"},
    "roles": ["self", "appraised"],
    "facts": [{"id": "n", "type": "number", "min": 0, "max": 10}, {"id": "late", "type": "number"}],
    "criteria": [{"id": "1", "max": 20, "indicators": [
        {"id": "1.1", "max": 10, "score": {"formula": "n"}}, {"id": "1.2", "max": 10, "score": {"mark": {}}}]}],
    "grades": [
        {"id": "best", "label": {"vi": "Xuất sắc", "en": "Best"}, "min_total": 18,
         "quota": {"share": "0.2", "raised": "0.4", "of": "next"}},
        {"id": "good", "label": {"vi": "Tốt", "en": "Good"}, "min_total": 12}, {"id": "rest"}],
    "cohort": {"tie_chain": ["total", "-fact:late"]},
}


def dossier(unit, n, late=0, group="north", mark=9, **more):
    return {
        "format": "bontot-dossier/1", "rubric": {"id": "small", "version": "1"},
        "unit": {"id": unit, "name": f"Chi bộ {unit}", "group": group},
        "period": {"from": "2026-01-01", "to": "2026-12-31"}, "facts": {"n": n, "late": late},
        "marks": {"1.2": {"self": 10, "appraised": mark}}, **more,
    }


# North: A 19, B 18.5 and C 18.5 (later) are best, five are good with 17: 20 % is one.
NORTH = [dossier("A", 10), dossier("B", 9.5), dossier("C", 9.5, 3)] + [dossier(f"G{i}", 8, i) for i in range(5)]
SOUTH = [dossier("S", 10, group="south"), dossier("T", 9, group="south", facts={"late": 1})]


class RankTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.sheet = self.file("sheet.json", SHEET)

    def file(self, name, content):
        path = self.folder / name
        if isinstance(content, list):
            content = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in content)
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def done(self, *arguments, stdin=b""):
        ran = run("rank", "--rubric", self.sheet, *arguments, stdin=stdin)
        self.assertEqual((ran.returncode, ran.err), (0, ""))
        return ran.out

    def json(self, *arguments, **more):
        return json.loads(self.done("--format", "json", *arguments, **more), parse_float=Decimal)

    def refused(self, *arguments, stdin=b"", rubric=True):
        given = ("--rubric", self.sheet) if rubric else ()
        ran = run("rank", "--lang", "en", *given, *arguments, stdin=stdin)
        self.assertEqual((ran.returncode, ran.out), (3, ""))
        return ran.err

    def result(self, each):
        path = self.file("one.json", each)
        ran = run("evaluate", "--rubric", self.sheet, "--format", "json", path)
        self.assertEqual(ran.returncode, 0, ran.err)
        return json.loads(ran.out)


class Rankings(RankTest):
    def test_dossiers_one_a_line(self):
        all = self.json(self.file("all.ndjson", NORTH + SOUTH))
        self.assertEqual(all["format"], "bontot-ranking/1")
        north, south = all["groups"]
        self.assertEqual(
            [(place["unit"]["id"], place["rank"], place["state"]) for place in north["places"]],
            [("A", 1, "kept"), ("B", 2, "moves"), ("C", 3, "moves"), ("G0", 4, "kept"), ("G1", 5, "kept"),
             ("G2", 6, "kept"), ("G3", 7, "kept"), ("G4", 8, "kept")])
        self.assertEqual(north["places"][1]["keys"], {"total": Decimal("18.5"), "-fact:late": 0})
        # S is best of a group in which nobody is good; T has 9..19 points.
        self.assertEqual([place["proposed"] for place in south["places"]], ["good"])
        self.assertEqual([(each["unit"]["id"], each["possible"]) for each in south["open"]], [("T", 19)])
        self.assertEqual([line["allowed"] for line in all["quotas"]], [1, 0])
        self.assertEqual([each["unit"] for each in all["movements"]], ["B", "C", "S"])

    def test_every_kind_of_input_gives_the_same(self):
        lines = "".join(json.dumps(each) + "\n" for each in NORTH)
        expected = self.done("--format", "json", self.file("all.ndjson", lines))
        results = [self.result(each) for each in NORTH]
        files = [self.file(f"{i}.json", each) for i, each in enumerate(NORTH[:4])]
        mixed = self.file("mixed.jsonl", results[4:6] + NORTH[6:])
        packed = self.folder / "packed.ndjson.gz"
        packed.write_bytes(gzip.compress(lines.encode()))
        for arguments, stdin in (
            ([self.file("results.ndjson", results)], b""),
            ([mixed, *reversed(files)], b""),
            ([str(packed)], b""),
            (["--ndjson", "-"], lines.encode()),
            ([*files, "--ndjson", "-"], b"\n\n".join(json.dumps(each).encode() for each in NORTH[4:])),
        ):
            with self.subTest(arguments=arguments):
                if arguments[-2:] == ["--ndjson", "-"] and len(arguments) > 2:
                    # With --ndjson every file has a unit a line.
                    arguments[:4] = [self.file("four.json", NORTH[:4])]
                self.assertEqual(self.done("--format", "json", *arguments, stdin=stdin), expected)
        one = self.file("one.json", NORTH[0])
        self.assertEqual(len(self.json("-", stdin=Path(one).read_bytes())["groups"][0]["places"]), 1)

    def test_text(self):
        path = self.file("all.ndjson", NORTH)
        vietnamese = self.done(path)
        self.assertIn("Chi bộ A [A]", vietnamese)
        self.assertIn("18,5  Xuất sắc -> Tốt", vietnamese)
        english = self.done(path, "--lang", "en")
        self.assertIn("---- at most 1 Best ----", english)
        self.assertNotIn("\x1b", english)
        self.assertIn("\x1b", self.done(path, "--colour", "always"))

    def test_raised(self):
        path = self.file("all.ndjson", NORTH + SOUTH)
        for raised, allowed in ((["north"], [2, 0]), (["*"], [2, 0]), (["south"], [1, 0]), (["south", "north"], [2, 0])):
            options = [word for group in raised for word in ("--raised", group)]
            with self.subTest(raised=raised):
                all = self.json(path, *options)
                self.assertEqual([line["allowed"] for line in all["quotas"]], allowed)
        err = self.refused(path, "--raised", "nort")
        self.assertEqual(err, '--raised: There is no unit in the group "nort" (nearest: "north"). [cohort_no_group]\n')

    def test_roles_and_references(self):
        path = self.file("all.ndjson", NORTH)
        all = self.json(path, "--as-of", "self")
        self.assertEqual(all["groups"][0]["places"][0]["keys"]["total"], 20)
        err = self.refused(self.file("result.json", self.result(NORTH[0])), "--as-of", "self")
        self.assertIn("[rank_as_of_result]", err)

    def test_built_in_rubric_that_is_named(self):
        from support import DATA
        ran = run("rank", "--format", "json", str(DATA / "full.json"))
        self.assertEqual((ran.returncode, ran.err), (0, ""))
        self.assertEqual(json.loads(ran.out)["rubric"]["id"], "bon-tot-2023")


class Errors(RankTest):
    def test_all_at_once_with_their_lines(self):
        wrong = dossier("W", 11)
        other = dossier("P", 8, period={"from": "2025-01-01", "to": "2025-12-31"})
        lines = [NORTH[0], wrong, NORTH[0], other]
        text = "".join(json.dumps(each) + "\n" for each in lines) + "\n{\n"
        path = self.file("bad.ndjson", text)
        result = self.result(NORTH[1])
        result["rubric"]["version"] = "2"
        second = self.file("old.json", result)
        missing = str(self.folder / "nowhere.json")
        err = self.refused(path, missing, second)
        heads = [line for line in err.splitlines() if line.startswith(str(self.folder))]
        self.assertEqual([head[len(str(self.folder)) + 1:].split(": ")[0] for head in heads][1:],
                         ["bad.ndjson:3", "bad.ndjson:4", "bad.ndjson:6:2", "nowhere.json", "old.json"])
        self.assertRegex(heads[0], r"bad\.ndjson:2:\d+: .*\[dossier_out_of_range\] \(/facts/n\)$")
        for head, code in zip(heads[1:], ("cohort_repeated_unit", "cohort_other_period", "json_incomplete",
                                          "file_missing", "cohort_other_rubric")):
            self.assertIn(f"[{code}]", head)

    def test_rubric(self):
        path = self.file("one.json", NORTH[0])
        self.assertIn("[rubric_not_built_in]", self.refused(path, rubric=False))
        nameless = dict(NORTH[0])
        del nameless["rubric"]
        self.assertIn("[rubric_not_named]", self.refused(self.file("two.json", nameless), rubric=False))

    def test_nothing(self):
        self.assertIn("[input_empty]", self.refused(self.file("empty.ndjson", "\n \n")))
        self.assertIn("[file_empty]", self.refused(self.file("empty.json", "")))
        self.assertIn("[usage_missing]", self.refused())

    def test_standard_input_twice(self):
        self.assertIn("[input_twice]", self.refused("-", "-"))

    def test_cut_gzip(self):
        path = self.folder / "cut.ndjson.gz"
        whole = gzip.compress("".join(json.dumps(each) + "\n" for each in NORTH).encode())
        path.write_bytes(whole[:-9])
        self.assertIn("[gzip_cut]", self.refused(str(path)))

    def test_another_format(self):
        err = self.refused(self.file("odd.json", {"format": "bontot-summary/1"}))
        self.assertIn("[reading_wrong_format]", err)


if __name__ == "__main__":
    unittest.main()
