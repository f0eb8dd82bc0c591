#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""`bontot evaluate` on many dossiers, one a line."""

import gzip
import json
import os
import pty
import re
import subprocess
import tempfile
import unittest
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

from support import DATA, ROOT, TOOL, environment, run

RUBRIC = {
    "format": "bontot-rubric/1", "id": "lines", "version": "1", "label": {"vi": "Dòng", "en": "Lines"},
    "facts": [
        {"id": "flag", "type": "boolean"},
        {"id": "n", "type": "number", "min": 0, "max": 10},
    ],
    "criteria": [
        {"id": "1", "label": {"vi": "Một", "en": "One"}, "max": 10, "indicators": [
            {"id": "1.1", "label": {"vi": "Cờ", "en": "Flag"}, "max": 4, "score": {"condition": "flag"}},
            {"id": "1.2", "max": 6, "score": {"proportional": {"value": "n", "from": [0, 9], "points": [0, 6]}}},
        ]},
        {"id": "B", "kind": "bonus", "max": 1, "indicators": [
            {"id": "B.1", "label": {"vi": "Thưởng", "en": "Extra"}, "max": 1, "score": {"condition": "n > 9"}}]},
    ],
    "grades": [
        {"id": "top", "label": {"vi": "Nhất", "en": "Top"}, "min_total": 8},
        {"id": "mid", "label": {"vi": "Nhì", "en": "Middle"}, "min_total": 5},
        {"id": "rest", "label": {"vi": "Khác", "en": "Rest"}},
    ],
}


def dossier(unit, **facts):
    return json.dumps({
        "format": "bontot-dossier/1", "rubric": {"id": "lines"}, "unit": {"id": unit},
        "period": {"from": "2026-01-01", "to": "2026-12-31"}, "facts": facts,
    })


def built_in(name):
    return json.dumps(json.loads((DATA / f"{name}.json").read_text(encoding="utf-8")), ensure_ascii=False)


def two_decimals(value):
    """A fraction rounded half away from zero."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


class NdjsonTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.rubric = self.file("rubric.json", json.dumps(RUBRIC))

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return str(path)

    def evaluate(self, content, *more, name="in.ndjson", rubric=True, code=0):
        """Scores lines and returns what was written, parsed."""
        given = ("--rubric", self.rubric) if rubric else ()
        done = run("evaluate", self.file(name, content), *given, *more)
        self.assertEqual(done.returncode, code, done.err)
        done.lines = [json.loads(line, parse_float=Decimal) for line in done.out.splitlines()]
        return done

    def units(self, done):
        return [each["unit"] for each in done.lines]


class Lines(NdjsonTest):
    def test_each_line_gives_a_summary_in_order(self):
        done = self.evaluate(dossier("A", flag=True, n=3) + "\n" + dossier("B", flag=False) + "\n")
        # A: 4 + 6 * 3 / 9; B: nothing is sure, and n may give 6 and the bonus.
        self.assertEqual(done.lines[0], {
            "format": "bontot-summary/1", "unit": "A", "rubric": {"id": "lines", "version": "1"},
            "period": {"from": "2026-01-01", "to": "2026-12-31"},
            "total": {"points": 6, "possible": 6, "max": 10}, "grade": "mid", "grade_possible": "mid",
            "criteria": {"1": {"points": 6, "possible": 6}, "B": {"points": 0, "possible": 0}}})
        self.assertEqual(done.lines[1]["total"], {"points": 0, "possible": 7, "max": 10})
        self.assertEqual((done.lines[1]["grade"], done.lines[1]["grade_possible"]), ("rest", "mid"))

    def test_json_is_what_one_dossier_alone_gives(self):
        names = ["example", "pilot", "full", "disciplined"]
        done = self.evaluate("\n".join(map(built_in, names)), "--format", "json", rubric=False)
        alone = "".join(run("evaluate", str(DATA / f"{name}.json"), "--format", "json").out for name in names)
        self.assertEqual(done.out, alone)
        summaries = self.evaluate("\n".join(map(built_in, names)), "--format", "summary", rubric=False)
        alone = "".join(run("evaluate", str(DATA / f"{name}.json"), "--format", "summary").out for name in names)
        self.assertEqual(summaries.out, alone)

    def test_blank_lines_line_ends_and_the_last_line(self):
        a, b, c = (dossier(unit, flag=True, n=9) for unit in "ABC")
        content = f"\r\n{a}\r\n\n  \t\n{b}\n\r\n\n{c}"
        self.assertEqual(self.units(self.evaluate(content)), ["A", "B", "C"])
        bad = self.evaluate(content + "}", "--lang", "en", code=3)
        self.assertEqual(self.units(bad), ["A", "B"])
        self.assertIn(f"in.ndjson:8:{len(c) + 1}: ", bad.err)
        self.assertEqual(self.evaluate(b"\xEF\xBB\xBF" + a.encode()).lines[0]["unit"], "A")
        for nothing in ("", "\n", "\r\n \n"):
            self.assertEqual(self.evaluate(nothing).out, "")

    def test_a_line_of_a_megabyte(self):
        # Longer than a block, with lines before and behind it.
        long = json.loads(dossier("LONG", flag=True, n=0))
        long["unit"]["name"] = "x" * (1 << 20)
        content = "\n".join([dossier("A", n=1), json.dumps(long), dossier("B", n=2), json.dumps(long)])
        for jobs in ("1", "3"):
            done = self.evaluate(content, "--jobs", jobs)
            self.assertEqual(self.units(done), ["A", "LONG", "B", "LONG"])
        cut = self.evaluate(content[:-1] + "\n" + dossier("C", n=3), code=3)
        self.assertEqual(self.units(cut), ["A", "LONG", "B", "C"])
        self.assertIn("in.ndjson:4:", cut.err)

    def test_standard_input_and_names(self):
        content = dossier("A", n=1)
        args = ("evaluate", "--rubric", self.rubric)
        self.assertEqual(run(*args, "--ndjson", stdin=content).out, self.evaluate(content).out)
        self.assertEqual(run(*args, "-", "--ndjson", stdin=content).out, self.evaluate(content).out)
        for name in ("a.jsonl", "a.ndjson.gz", "a.jsonl.gz"):
            self.assertEqual(self.evaluate(content, name=name).out, self.evaluate(content).out)
        self.assertIn("[input_twice]", run("evaluate", "-", "--ndjson", "--rubric", "-").err)
        self.assertIn("[file_missing]", run("evaluate", str(self.folder / "none.ndjson")).err)
        self.assertIn("[file_directory]", run("evaluate", str(self.folder), "--ndjson").err)

    def test_options_of_one_dossier_hold_for_each(self):
        lines = dossier("A", flag=True) + "\n" + dossier("B", flag=True, n=9)
        done = self.evaluate(lines, "--set", "n=0")
        self.assertEqual([each["total"]["points"] for each in done.lines], [4, 4])
        bad = self.evaluate(lines, "--set", "n=11", "--lang", "en", code=3)
        self.assertIn("in.ndjson:1: --set n: ", bad.err)
        self.assertIn("in.ndjson:2: --set n: ", bad.err)
        self.assertEqual(bad.out, "")
        bad = self.evaluate(lines, "--as-of", "nobody", code=3)
        self.assertIn("in.ndjson:2: ", bad.err)
        self.assertIn("[api_no_role]", bad.err)
        self.assertIn("[set_no_value]", run("evaluate", "--ndjson", "--set", "n").err)

    def test_reference(self):
        sheet = json.loads(json.dumps(RUBRIC))
        sheet["facts"][1]["given_by"] = "committee"
        self.rubric = self.file("rubric.json", json.dumps(sheet))
        reference = {"format": "bontot-reference/1", "facts": {"n": 9}, "units": {"B": {"n": 3}}}
        path = self.file("reference.json", json.dumps(reference))
        lines = dossier("A", flag=True) + "\n" + dossier("B", flag=True)
        done = self.evaluate(lines, "--reference", path)
        self.assertEqual([each["total"]["points"] for each in done.lines], [10, 6])
        # Of the rubric of the command line a bad reference is told at once, of a line's rubric there.
        bad = self.file("bad.json", '{"format": "bontot-reference/1", "facts": {"nobody": 9}}')
        done = self.evaluate(lines, "--reference", bad, code=3)
        self.assertTrue(done.err.startswith(bad + ":1:"), done.err)
        done = self.evaluate(built_in("full"), "--reference", bad, "--lang", "en", rubric=False, code=3)
        self.assertIn(f"in.ndjson:1: {bad}:1:", done.err)

    def test_what_is_refused(self):
        cases = {
            "lines_format": ("--ndjson", "--format", "text"),
            "lines_only": ("--jobs", "2"),
            "usage_value": ("--ndjson", "--jobs", "-1"),
        }
        for code, arguments in cases.items():
            done = run("evaluate", *arguments, stdin=dossier("A"))
            self.assertEqual((done.returncode, done.out), (3, ""))
            self.assertIn(f"[{code}]", done.err)
        self.assertIn("[lines_only]", run("evaluate", "--errors", "x").err)
        self.assertIn("[lines_only]", run("evaluate", "--stop-on-error").err)
        path = self.file("same.ndjson", dossier("A"))
        done = run("evaluate", path, "--errors", str(self.folder / "." / "same.ndjson"))
        self.assertIn("[errors_are_input]", done.err)
        self.assertEqual(Path(path).read_text(encoding="utf-8"), dossier("A"))


class Rubrics(NdjsonTest):
    def test_each_line_may_name_its_own(self):
        lines = "\n".join([built_in("pilot"), dossier("A", n=1), built_in("full")])
        done = self.evaluate(lines)
        self.assertEqual([each["rubric"]["id"] for each in done.lines],
                         ["bon-tot-pilot-2023", "lines", "bon-tot-2023"])
        # Without --rubric only built-in ones are known.
        done = self.evaluate(lines, "--lang", "en", rubric=False, code=3)
        self.assertEqual([each["rubric"]["id"] for each in done.lines], ["bon-tot-pilot-2023", "bon-tot-2023"])
        self.assertIn("in.ndjson:2: The dossier names a rubric that is not built in", done.err)

    def test_unknown_and_none(self):
        nobody = dossier("A", n=1).replace('"lines"', '"nobody"')
        none = dossier("B", n=1).replace('"rubric": {"id": "lines"}, ', "")
        done = self.evaluate(f"{nobody}\n{none}", "--lang", "en", code=3)
        self.assertEqual(self.units(done), ["B"])
        self.assertRegex(done.err, r"in\.ndjson:1:\d+: .*\[dossier_other_rubric\] \(/rubric/id\)")
        done = self.evaluate(f"{nobody}\n{none}", "--lang", "en", rubric=False, code=3)
        self.assertIn("in.ndjson:1: ", done.err)
        self.assertIn("[rubric_not_built_in]", done.err)
        self.assertIn("in.ndjson:2: The dossier names no rubric", done.err)
        self.assertEqual(self.units(self.evaluate(nobody, "--any-version")), ["A"])

    def test_the_rubric_given_comes_before_a_built_in_one_of_its_id(self):
        sheet = dict(RUBRIC, id="bon-tot-2023")
        self.rubric = self.file("rubric.json", json.dumps(sheet))
        done = self.evaluate(dossier("A", n=9).replace('"lines"', '"bon-tot-2023"'))
        self.assertEqual(done.lines[0]["total"]["points"], 6)


class Errors(NdjsonTest):
    LINES = "\n".join([
        dossier("A", n=1), '{"facts":', "", dossier("B", n=99, other=1), dossier("C", n=2), "[]",
    ])

    def test_bad_lines_do_not_stop_the_rest(self):
        done = self.evaluate(self.LINES, "--lang", "en", code=3)
        self.assertEqual(self.units(done), ["A", "C"])
        places = re.findall(r"^\S*in\.ndjson:(\d+):(\d+): .* \[(\w+)\]", done.err, re.MULTILINE)
        fourth = self.LINES.splitlines()[3]
        self.assertEqual(places, [
            ("2", "10", "json_incomplete"),
            ("4", str(fourth.index("99") + 1), "dossier_out_of_range"),
            ("4", str(fourth.index('"other"') + 1), "dossier_unknown_fact"),
            ("6", "1", "reading_wrong_type"),
        ])
        self.assertIn("2 dossiers scored; 3 lines were bad.\n", done.err)

    def test_errors_as_ndjson(self):
        path = self.folder / "lỗi.ndjson"
        done = self.evaluate(
            self.LINES, "--errors", str(path), "--lang", "en", name="hồ sơ.ndjson", code=3
        )
        self.assertEqual(self.units(done), ["A", "C"])
        self.assertTrue(done.err.startswith("2 dossiers scored; 3 lines were bad.\n"))
        said = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        self.assertEqual([each["line"] for each in said], [2, 4, 6])
        self.assertEqual({each["format"] for each in said}, {"bontot-errors/1"})
        second = said[1]["errors"]
        self.assertEqual([(each["code"], each["pointer"]) for each in second],
                         [("dossier_out_of_range", "/facts/n"), ("dossier_unknown_fact", "/facts/other")])
        self.assertEqual(second[0]["column"], self.LINES.splitlines()[3].index("99") + 1)
        self.assertIn("99", second[0]["message"])
        # Without any there is an empty file, whatever it held.
        self.evaluate(dossier("A", n=1), "--errors", str(path))
        self.assertEqual(path.read_bytes(), b"")
        done = self.evaluate(dossier("A", n=11), "--errors", str(self.folder / "no" / "x"), code=3)
        self.assertIn("[file_missing]", done.err)

    def test_errors_of_other_sources_say_which(self):
        path = self.folder / "errors.ndjson"
        self.evaluate(dossier("A"), "--set", "n=11", "--errors", str(path), code=3)
        said = json.loads(path.read_text(encoding="utf-8"))["errors"]
        self.assertEqual([(each["source"], each["code"], "column" in each) for each in said],
                         [("--set n", "dossier_out_of_range", False)])

    def test_stop_on_error(self):
        many = "\n".join([dossier(f"U{i}", n=1) for i in range(5000)])
        content = self.LINES + "\n" + many
        for jobs in ("1", "4"):
            done = self.evaluate(content, "--stop-on-error", "--lang", "en", "--jobs", jobs, code=3)
            self.assertEqual(self.units(done), ["A"])
            self.assertIn("in.ndjson:2:", done.err)
            self.assertNotIn("in.ndjson:4:", done.err)
            self.assertIn("1 dossiers scored; 1 lines were bad.\n", done.err)

    def test_errors_cannot_be_written(self):
        if not Path("/dev/full").exists():
            self.skipTest("there is no /dev/full")
        done = self.evaluate(self.LINES, "--errors", "/dev/full", code=4)
        self.assertTrue(done.err.startswith("bontot: "), done.err)


class Threads(NdjsonTest):
    def test_four_jobs_write_what_one_does(self):
        lines = []
        for i in range(5000):
            lines.append(dossier(f"U{i}", flag=i % 3 == 0, n=i % 11))
            if i % 7 == 0:
                lines.append("x" * (i % 100))
            if i % 500 == 0:
                lines.append(built_in("full"))
        content = "\n".join(lines)
        self.assertGreater(len(content), 3 * (1 << 18))  # several blocks
        outputs = []
        for jobs in ("1", "4", "0"):
            done = self.evaluate(content, "--jobs", jobs, code=3)
            outputs.append((done.stdout, done.stderr))
        self.assertEqual(len(outputs[0][0].splitlines()), 5010)
        self.assertEqual(outputs[0], outputs[1])
        self.assertEqual(outputs[0], outputs[2])

    def test_reader_that_goes_away(self):
        path = self.file("in.ndjson", "\n".join([dossier(f"U{i}", n=1) for i in range(20000)]))
        for jobs in ("1", "2"):
            with subprocess.Popen(
                [TOOL, "evaluate", path, "--rubric", self.rubric, "--jobs", jobs],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
            ) as child:
                child.stdout.readline()
                child.stdout.close()
                self.assertEqual(child.stderr.read(), b"")
                self.assertEqual(child.wait(60), 0)

    def test_output_that_is_full(self):
        if not Path("/dev/full").exists():
            self.skipTest("there is no /dev/full")
        path = self.file("in.ndjson", dossier("A", n=1))
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [TOOL, "evaluate", path, "--rubric", self.rubric], stdout=full, stderr=subprocess.PIPE,
                timeout=60, env=environment()
            )
        self.assertEqual(done.returncode, 4)

    def test_lines_are_answered_as_they_come(self):
        with subprocess.Popen(
            [TOOL, "evaluate", "--ndjson", "--rubric", self.rubric], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        ) as child:
            for unit in ("A", "B"):
                child.stdin.write(dossier(unit, n=1).encode() + b"\n")
                child.stdin.flush()
                self.assertEqual(json.loads(child.stdout.readline())["unit"], unit)
            child.stdin.close()
            self.assertEqual(child.stdout.read(), b"")
            child.stderr.read()
            self.assertEqual(child.wait(60), 0)


class Gzip(NdjsonTest):
    CONTENT = "\n".join([dossier(f"U{i}", n=i % 10) for i in range(3000)]) + "\n"

    def test_packed_is_what_plain_is(self):
        plain = self.evaluate(self.CONTENT).out
        raw = self.CONTENT.encode()
        packed = gzip.compress(raw)
        self.assertEqual(self.evaluate(packed, name="in.ndjson.gz").out, plain)
        self.assertEqual(self.evaluate(packed, "--jobs", "2").out, plain)  # whatever its name
        done = run("evaluate", "--ndjson", "--rubric", self.rubric, stdin=packed)
        self.assertEqual(done.out, plain)
        two = gzip.compress(raw[:1000]) + gzip.compress(raw[1000:])
        self.assertEqual(self.evaluate(two).out, plain)
        self.assertEqual(self.evaluate(gzip.compress(b"")).out, "")

    def test_damaged_and_cut_off(self):
        packed = gzip.compress(self.CONTENT.encode())
        whole = self.evaluate(self.CONTENT).out.splitlines()
        middle = len(packed) // 2
        damaged = packed[:middle] + bytes(byte ^ 0x55 for byte in packed[middle:middle + 40]) + packed[middle + 40:]
        for content, code in ((packed[:-3], "gzip_cut"), (packed[:middle], "gzip_cut"), (damaged, "gzip_damaged")):
            done = self.evaluate(content, "--jobs", "2", code=3)
            self.assertIn("in.ndjson: ", done.err)
            self.assertIn(f"[{code}]", done.err)
            found = done.out.splitlines()
            self.assertEqual(found, whole[:len(found)])
        self.assertGreater(len(self.evaluate(packed[:-3], code=3).lines), 2000)
        done = self.evaluate(packed + b"more", code=3)
        self.assertIn("[gzip_damaged]", done.err)


class Table(NdjsonTest):
    def test_grades_mean_and_losses(self):
        # flag and n of each; the mean of the totals is exact: thirds are settled at 12 decimals.
        given = [(True, 9), (True, 3), (True, 2), (False, 1), (False, 10), (None, 5)]
        lines = [
            dossier(f"U{i}", **{key: value for key, value in (("flag", flag), ("n", n)) if value is not None})
            for i, (flag, n) in enumerate(given)
        ]
        totals = []
        for flag, n in given:
            points = Fraction(6) * min(n, 9) / 9
            totals.append((4 if flag else 0) + points + (1 if n > 9 else 0))
        settled = [Fraction(str(Decimal(t.numerator) / t.denominator)).limit_denominator(10**12) for t in totals]
        mean = two_decimals(sum(settled) / len(settled))
        done = self.evaluate("\n".join(lines), "--lang", "en")
        err = done.err
        self.assertIn("6 dossiers scored.\n", err)
        self.assertIn(f"lines 1: 6 dossiers, {mean} points on average (", err)
        rows = {row.split()[0]: row.split()[1:] for row in err.splitlines() if "%" in row}
        # Totals: 10, 6, 5.33, 0.67, 7, 3.33 (7.33 with the flag).
        self.assertEqual(rows["Top"], ["1", "16.7", "%", "1"])
        self.assertEqual(rows["Middle"], ["3", "50.0", "%", "4"])
        self.assertEqual(rows["Rest"], ["2", "33.3", "%", "1"])
        losses = re.findall(r"^ +(\d+\.\d\d) +(\d+\.\d\d)  (\S+)", err, re.MULTILINE)
        # 1.1: three lose 4, one of them perhaps; 1.2: 6 - 6n/9 each; the bonus is no loss.
        lost = sum(Fraction(6) - Fraction(6) * min(n, 9) / 9 for _, n in given) / 6
        self.assertEqual(losses, [
            (two_decimals(lost), "0.00", "1.2"), ("2.00", "0.67", "1.1"),
        ])

    def test_vietnamese_and_several_rubrics(self):
        done = self.evaluate("\n".join([built_in("full"), dossier("A", flag=True, n=9)]))
        self.assertIn("Đã chấm 2 hồ sơ.\n", done.err)
        self.assertLess(done.err.index("bon-tot-2023 "), done.err.index("lines 1: 1 hồ sơ, điểm trung bình 10,00\n"))
        self.assertIn("100,0 %", done.err)

    def test_means_are_exact(self):
        # 0.005 half a cent up, in both signs; sums in doubles would miss it.
        sheet = {
            "format": "bontot-rubric/1", "id": "lines", "version": "1", "label": {"vi": "S"},
            "facts": [{"id": "n", "type": "number"}],
            "criteria": [
                {"id": "1", "max": 1000000000, "indicators": [
                    {"id": "1.1", "max": 1000000000, "score": {"formula": "if n < 0 then 0 else n"}}]},
                {"id": "P", "kind": "penalty", "min": -1000000000, "max": 0, "indicators": [
                    {"id": "P.1", "min": -1000000000, "max": 0, "score": {"deductions": [
                        {"count": "if n < 0 then -n else 0", "each": 1}]}}]}],
            "grades": [{"id": "all"}],
        }
        self.rubric = self.file("rubric.json", json.dumps(sheet))
        cases = [
            (["0.01", "0"], "0.01"),
            (["0.009999999999", "0"], "0.00"),
            (["0.1"] * 10 + ["0.2"] * 10, "0.15"),
            (["123456789.123456789012", "0.000000000001"], "61728394.56"),
            (["999999999.999999999999"] * 3, "1000000000.00"),
            (["1", "1", "0.005"], "0.67"),
            (["-0.01", "0"], "-0.01"),
            (["-0.009999999999", "0"], "0.00"),
            (["-7.25", "-7.26"], "-7.26"),
            (["1.005"], "1.01"),
        ]
        for numbers, mean in cases:
            lines = "\n".join(dossier("U", n=0).replace('"n": 0', f'"n": {n}') for n in numbers)
            done = self.evaluate(lines, "--lang", "en")
            self.assertIn(f"lines 1: {len(numbers)} dossiers, {mean} points on average\n", done.err, numbers)


class Progress(NdjsonTest):
    def on_terminal(self, arguments, stdin=subprocess.DEVNULL, **variables):
        """Runs with standard error on a terminal; returns what it showed."""
        try:
            master, slave = pty.openpty()
        except OSError as error:  # a bare chroot has no /dev/pts
            self.skipTest(f"no terminal can be opened: {error}")
        with subprocess.Popen(
            [TOOL, "evaluate", *arguments, "--rubric", self.rubric, "--lang", "en"], stdin=stdin,
            stdout=subprocess.DEVNULL, stderr=slave, env=environment(**variables), cwd=ROOT
        ) as child:
            os.close(slave)
            out = b""
            while True:
                try:
                    piece = os.read(master, 65536)
                except OSError:
                    break
                if not piece:
                    break
                out += piece
            os.close(master)
            child.wait(60)
        return out.decode("utf-8")

    def test_on_a_terminal_only(self):
        lines = "\n".join([dossier("A", n=1)] * 2000 + ["x"])
        path = self.file("in.ndjson", lines)
        shown = self.on_terminal([path], TERM="xterm")
        self.assertIn("100 %", shown)
        self.assertRegex(shown, r"\[#{24}\] 100 %  2001 dossiers, \d+ a second, 1 bad\r\n2000 dossiers scored; 1 ")
        # What is told in between does not stand behind the bar.
        self.assertRegex(shown, r"\x1b\[K\S*in\.ndjson:2001:1: ")
        self.assertNotIn("\x1b", run("evaluate", path, "--rubric", self.rubric).err)
        self.assertNotIn("%", run("evaluate", path, "--rubric", self.rubric).err.split("\n")[0])
        self.assertNotIn("\x1b", self.on_terminal([path], TERM="dumb"))

    def test_of_gzip_and_of_a_pipe(self):
        lines = "\n".join([dossier("A", n=1)] * 2000)
        path = self.file("in.ndjson", gzip.compress(lines.encode()))
        self.assertIn("100 %  2000 dossiers", self.on_terminal([path], TERM="xterm"))
        with open(path, "rb") as packed:
            shown = self.on_terminal(["--ndjson"], stdin=packed, TERM="xterm")
        self.assertRegex(shown, r"\x1b\[K2000 dossiers, \d+ a second, 0 bad\r\n")


if __name__ == "__main__":
    unittest.main()
