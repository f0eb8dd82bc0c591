#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""`bontot rubric diff`, from outside: BONTOT_TOOL=<path> python3 tests/tool/test_rubric_diff.py"""

import json
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

from support import DATA, ROOT, run

SHEET = {
    "format": "bontot-rubric/1", "id": "small", "version": "1", "label": {"vi": "Nhỏ", "en": "Small"},
    "facts": [{"id": "n", "type": "number", "min": 0}, {"id": "m", "type": "number"}],
    "criteria": [{"id": "1", "label": {"en": "One"}, "max": 20, "indicators": [
        {"id": "1.1", "label": {"en": "Ns"}, "clause": "I.1", "max": 10, "score": {"formula": "n"}},
        {"id": "1.2", "label": {"en": "Ms"}, "clause": "I.2", "max": 10, "score": {"formula": "m"}}]}],
    "grades": [{"id": "high", "label": {"vi": "Cao", "en": "High"}, "min_total": 12},
               {"id": "low", "label": {"vi": "Thấp", "en": "Low"}}],
}


def changed(**more):
    out = json.loads(json.dumps(SHEET))
    out.update(version="2", **more)
    return out


def dossier(unit, **facts):
    return json.dumps({
        "format": "bontot-dossier/1", "unit": {"id": unit},
        "period": {"from": "2026-01-01", "to": "2026-12-31"}, "facts": facts,
    })


class RubricDiffTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.old = self.file("old.json", json.dumps(SHEET))
        young = changed()
        young["criteria"][0]["indicators"][0]["score"] = {"formula": "n / 2"}
        young["facts"].append({"id": "extra", "type": "boolean"})
        self.young = self.file("young.json", json.dumps(young))

    def file(self, name, content):
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return str(path)

    def lines(self, *arguments, stdin=b"", code=0):
        ran = run("rubric", "diff", *arguments, "--format", "json", stdin=stdin)
        self.assertEqual(ran.returncode, code, ran.err)
        read = [json.loads(line, parse_float=Decimal) for line in ran.out.splitlines()]
        self.assertEqual({each["format"] for each in read}, {"bontot-rubric-diff/1"})
        return read[:-1], read[-1], ran.err

    def test_changes_and_counts(self):
        # 6 + 7 = 13 falls to 3 + 7; 10 + 9 = 19 to 5 + 9; 1 + 1 stays low.
        given = [dossier("A", n=6, m=7), dossier("B", n=10, m=9), dossier("C", n=1, m=1, extra=True)]
        changes, counts, err = self.lines(self.old, self.young, stdin="\n".join(given))
        self.assertEqual(err, "")
        self.assertEqual(len(changes), 1)
        self.assertEqual(changes[0]["unit"], {"id": "A"})
        self.assertEqual(changes[0]["move"], "down")
        self.assertEqual(changes[0]["grade"], {"before": "high", "after": "low"})
        self.assertEqual(changes[0]["points"], {"before": 13, "after": 10, "difference": -3})
        self.assertEqual(
            changes[0]["causes"],
            [{"kind": "line", "id": "1.1", "label": "Ns", "clause": "I.1", "difference": -3}],
        )
        self.assertEqual((counts["before"]["version"], counts["after"]["version"]), ("1", "2"))
        self.assertEqual([counts[key] for key in ("dossiers", "up", "down", "same", "refused", "open")], [3, 0, 1, 2, 0, 0])
        self.assertEqual(counts["matrix"], [
            {"before": "high", "after": "high", "count": 1}, {"before": "high", "after": "low", "count": 1},
            {"before": "low", "after": "low", "count": 1}])
        self.assertEqual(counts["passed_over"], [{"by": "before", "name": "extra", "dossiers": 1}])

    def test_the_other_way_round(self):
        changes, counts, _ = self.lines(self.young, self.old, stdin=dossier("A", n=6, m=7))
        self.assertEqual((changes[0]["move"], changes[0]["causes"][0]["difference"]), ("up", 3))
        self.assertEqual(counts["up"], 1)

    def test_text(self):
        given = "\r\n".join([dossier("A", n=6, m=7), "", dossier("C", n=1, m=1, extra=True)]) + "\r\n"
        file = self.file("dossiers.ndjson", given)
        done = run("rubric", "diff", self.old, self.young, file)
        self.assertEqual((done.returncode, done.err), (0, ""))
        self.assertIn("A: Cao → Thấp (xuống)", done.out)
        self.assertIn("1.1  Ns (theo I.1)", done.out)
        self.assertIn("Hồ sơ: 2; lên 0, xuống 1, giữ nguyên 1, không so bậc được 0", done.out)
        self.assertIn("Bộ cũ không biết, đã bỏ qua: extra (1)", done.out)
        self.assertTrue(all(len(line) <= 100 for line in done.out.splitlines()))
        english = run("rubric", "diff", self.old, self.young, file, "--lang", "en", "--colour", "always")
        self.assertIn("\x1b[31mA: High → Low (down)", english.out)

    def test_a_blank_line_parts_changes_from_counts(self):
        moved, still = dossier("A", n=6, m=7), dossier("C", n=1, m=1)
        for language in ("vi", "en"):
            for extra in ((), ("--format", "text")):
                given = ("rubric", "diff", self.old, self.young, "--lang", language, *extra)
                # Where nobody moved, the counts stand alone: they begin with what the rubrics are.
                head = run(*given, stdin=still).out.splitlines()[0]
                self.assertIn("small 1", head)
                self.assertIn("\n\n" + head + "\n", run(*given, stdin=moved).out)

    def test_bad_lines_do_not_stop_the_rest(self):
        strict = changed()
        strict["facts"][1]["max"] = 8
        young = self.file("strict.json", json.dumps(strict))
        given = [dossier("A", n=6, m=7), "{", dossier("B", n=-1, m=9), dossier("C", n=6, m=9), dossier("D", n=1, m=1)]
        changes, counts, err = self.lines(self.old, young, "--lang", "en", stdin="\n".join(given), code=3)
        self.assertEqual((changes, counts["dossiers"], counts["refused"]), ([], 2, 3))
        self.assertIn("<stdin>:2:2: old rubric: ", err)
        self.assertIn("<stdin>:3:", err)
        self.assertRegex(err, r"<stdin>:4:\d+: new rubric: .*\[dossier_above_range\] \(/facts/m\)")
        self.assertNotIn("<stdin>:5", err)
        # Unknown to both is a fault still.
        _, counts, err = self.lines(self.old, young, stdin=dossier("A", weather=1), code=3)
        self.assertEqual(counts["refused"], 1)
        self.assertIn("[dossier_unknown_fact]", err)

    def test_a_line_without_end(self):
        given = dossier("A", n=6, m=7) + "\n" + "x" * ((64 << 20) + 100) + "\n" + dossier("B", n=6, m=7)
        changes, counts, err = self.lines(self.old, self.young, stdin=given, code=3)
        self.assertEqual([each["unit"]["id"] for each in changes], ["A", "B"])
        self.assertIn("[json_too_large]", err)
        self.assertLess(len(err), 2000)

    def test_built_in_rubrics(self):
        texts = [json.dumps(json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"), parse_float=str))
                 for name in ("example", "full", "disciplined", "missing-third")]
        strict = json.loads((ROOT / "src" / "rubrics" / "bon-tot-2023.json").read_text(encoding="utf-8"))
        strict["grades"][1]["min_total"] = 86
        young = self.file("strict.json", json.dumps(strict))
        changes, counts, _ = self.lines("bon-tot-2023", young, stdin="\n".join(texts))
        self.assertEqual(counts["dossiers"], 4)
        # example has 85.50896656535 points and the second grade; nothing but its bar has moved.
        self.assertIn("CB-THVX", [each["unit"]["id"] for each in changes])
        for change in changes:
            self.assertEqual([each["kind"] for each in change["causes"]], ["grade"])
            self.assertEqual(change["points"]["difference"], 0)

    def test_nothing(self):
        changes, counts, _ = self.lines(self.old, self.young, stdin="\n \n")
        self.assertEqual((changes, counts["dossiers"]), ([], 0))

    def test_usage(self):
        for arguments, code in (
            (["-", self.young], "input_twice"),
            (["no-such", self.young, self.old], "rubric_missing"),
            ([self.old, self.young, str(self.folder / "nowhere")], "file_missing"),
            ([self.old], "usage_missing"),
        ):
            done = run("rubric", "diff", *arguments)
            self.assertEqual((done.returncode, done.out), (3, ""))
            self.assertIn(f"[{code}]", done.err)


if __name__ == "__main__":
    unittest.main()
