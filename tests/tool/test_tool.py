#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The command bontot, from outside: BONTOT_TOOL=<path> python3 tests/tool/test_tool.py"""

import csv
import json
import os
import pty
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from decimal import Decimal
from pathlib import Path

from support import DATA, ROOT, TOOL, environment, run

RUBRICS = ROOT / "src" / "rubrics"
BUILT_IN = [
    "bon-tot-2023",
    "bon-tot-pilot-2023",
    "sinh-hoat-an-phu-2025",
    "sinh-hoat-hd42-2025",
    "tthtcd-2025",
    "xep-loai-dang-vien-366-2025",
    "xep-loai-to-chuc-366-2025",
]
SCORED = ["example", "full", "disciplined", "missing-third", "pilot"]

HEAD = (
    '{"format": "bontot-dossier/1", "rubric": {"id": "bon-tot-2023"}, "unit": {"id": "A"},'
    ' "period": {"from": "2023-01-01", "to": "2023-12-31"}'
)


def width(text):
    """How many columns a terminal gives a text."""
    columns = 0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
            continue
        columns += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return columns


def dossier(name):
    return str(DATA / f"{name}.json")


class ToolTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return str(path)

    def fails(self, done, code=3):
        """Checks that a run failed cleanly; returns what it said."""
        self.assertEqual(done.returncode, code, done.err)
        self.assertEqual(done.stdout, b"")
        self.assertNotEqual(done.err, "")
        self.assertIsNone(re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.err), done.err)
        for line in done.err.splitlines():
            if line.startswith("  "):
                self.assertLessEqual(width(line), 100, line)
        return done.err

    def caret_char(self, err, entry=0):
        """The letter over the caret of an entry."""
        lines = err.splitlines()
        carets = [i for i, line in enumerate(lines) if line.strip() == "^"]
        line, target = lines[carets[entry] - 1], lines[carets[entry]].index("^")
        columns = 0
        for at, char in enumerate(line):
            if columns == target and width(char) > 0:
                return char
            columns += width(char)
        return ""


class Evaluate(ToolTest):
    def expected(self):
        with open(DATA / "expected.tsv", encoding="utf-8", newline="") as table:
            return list(csv.DictReader(table, delimiter="\t"))

    def nodes(self, result):
        todo = list(result["criteria"])
        while todo:
            node = todo.pop()
            todo += node.get("indicators", [])
            yield node["id"], node

    def test_points_are_those_worked_by_hand(self):
        rows = self.expected()
        compared = 0
        for name in SCORED:
            done = run("evaluate", dossier(name), "--format", "json")
            self.assertEqual((done.returncode, done.err), (0, ""))
            self.assertEqual(done.out.count("\n"), 1)
            result = json.loads(done.out, parse_float=Decimal, parse_int=Decimal)
            found = dict(self.nodes(result))
            for row in (row for row in rows if row["dossier"] == name and row["node"] in found):
                with self.subTest(dossier=name, node=row["node"]):
                    node = found[row["node"]]
                    for key in ("points", "possible", "max"):
                        self.assertEqual(node[key], Decimal(row[key]), key)
                    if row["state"]:
                        self.assertEqual(node["state"], row["state"])
                    if row["good"]:
                        self.assertEqual(json.dumps(node["good"]), row["good"])
                    compared += 1
            for row in (row for row in rows if row["dossier"] == name and row["node"] == "total"):
                for key in ("points", "possible", "max"):
                    self.assertEqual(result["total"][key], Decimal(row[key]), (name, key))
        self.assertGreater(compared, 150)

    def test_text_leads_with_grade_and_total_in_both_languages(self):
        vi = run("evaluate", dossier("example")).out.splitlines()
        self.assertTrue(vi[0].startswith("Xếp loại: "), vi[0])
        self.assertTrue(vi[1].startswith("Tổng điểm: "), vi[1])
        en = run("evaluate", dossier("example"), "--lang", "en").out.splitlines()
        self.assertTrue(en[0].startswith("Grade: "), en[0])
        self.assertTrue(en[1].startswith("Total: "), en[1])

    def test_text_fits_100_columns(self):
        for name in SCORED:
            for language in ("vi", "en"):
                for line in run("evaluate", dossier(name), "--lang", language).out.splitlines():
                    self.assertLessEqual(width(line), 100, line)

    def test_standard_input(self):
        text = Path(dossier("example")).read_bytes()
        from_file = run("evaluate", dossier("example")).stdout
        self.assertEqual(run("evaluate", stdin=text).stdout, from_file)
        self.assertEqual(run("evaluate", "-", stdin=text).stdout, from_file)

    def test_rubric_by_id_and_file_and_standard_input(self):
        by_name = run("evaluate", dossier("pilot")).stdout
        path = RUBRICS / "bon-tot-pilot-2023.json"
        self.assertEqual(run("evaluate", dossier("pilot"), "--rubric", BUILT_IN[1]).stdout, by_name)
        self.assertEqual(run("evaluate", dossier("pilot"), "--rubric", str(path)).stdout, by_name)
        piped = run("evaluate", dossier("pilot"), "--rubric", "-", stdin=path.read_bytes())
        self.assertEqual(piped.stdout, by_name)
        self.assertIn("[input_twice]", self.fails(run("evaluate", "--rubric", "-")))

    def test_dossier_that_names_no_rubric_or_another(self):
        none = HEAD.replace('"rubric": {"id": "bon-tot-2023"}, ', "") + "}"
        err = self.fails(run("evaluate", "--lang", "en", stdin=none))
        self.assertIn("<stdin>: The dossier names no rubric", err)
        self.assertIn(", ".join(BUILT_IN) + ". [rubric_not_named]", err)
        other = HEAD.replace("bon-tot-2023", "demo-2026") + "}"
        err = self.fails(run("evaluate", "--lang", "en", stdin=other))
        self.assertIn("[rubric_not_built_in]", err)
        self.assertEqual(run("evaluate", "--rubric", BUILT_IN[0], stdin=none).returncode, 0)

    def test_any_version(self):
        old = HEAD.replace('"bon-tot-2023"', '"bon-tot-2023", "version": "0.9"') + "}"
        self.assertIn("[dossier_other_version] (/rubric/version)", self.fails(run("evaluate", stdin=old)))
        self.assertEqual(run("evaluate", "--any-version", stdin=old).returncode, 0)
        pilot = ("evaluate", dossier("pilot"), "--rubric", BUILT_IN[0])
        err = self.fails(run(*pilot, "--lang", "en"))
        self.assertIn(f"{dossier('pilot')}:3:20: ", err)
        self.assertIn("[dossier_other_rubric] (/rubric/id)", err)
        self.assertEqual(run(*pilot, "--any-version").returncode, 0)

    def test_set(self):
        def points(*more):
            done = run("evaluate", dossier("full"), "--format", "json", *more)
            self.assertEqual((done.returncode, done.err), (0, ""))
            return Decimal(json.loads(done.out, parse_float=Decimal)["total"]["points"])

        self.assertEqual(points("--set", "tasks.overdue=2"), points() - 1)
        self.assertEqual(points("--set=tasks.overdue=2", "--set", "tasks.overdue=1"), points() - Decimal("0.5"))
        self.assertEqual(points("--set", "rules.issued=false"), points() - 2)
        self.assertEqual(points("--set", "rules.reviewed_on=2021-05-01"), points() - 2)
        self.assertEqual(points("--set", "workers.income_trend=held"), points() - Decimal("0.5"))
        # The option takes one value: the file may follow.
        done = run("evaluate", "--set", "tasks.overdue=2", dossier("full"))
        self.assertEqual(done.returncode, 0, done.err)

    def test_bad_set_names_the_fact_and_tells_all(self):
        bad = ["tasks.overdue=x", "tasks.overdu=1", "tasks.overdue", "tasks.overdue=99999",
               "rules.issued=maybe", "rules.reviewed_on=2023-02-30", "workers.income_trend=up",
               "tasks.overdue=1.000", "tasks.overdue=1e999999999", "tasks.overdue=NaN"]
        for each in bad:
            with self.subTest(each):
                fact = each.split("=")[0]
                err = self.fails(run("evaluate", dossier("full"), "--set", each))
                self.assertTrue(err.startswith(f"--set {fact}: "), err)
                self.assertEqual(err.count("\n"), 1)
        err = self.fails(run("evaluate", dossier("full"), "--set", bad[0], "--set", bad[1]))
        self.assertEqual([line.split(": ")[0] for line in err.splitlines()],
                         ["--set tasks.overdue", "--set tasks.overdu"])

    def test_set_that_contradicts(self):
        err = self.fails(run("evaluate", dossier("full"), "--set", "tasks.on_time=61", "--lang", "en"))
        self.assertTrue(err.startswith(f"{dossier('full')}: The facts contradict each other: "), err)
        self.assertIn("More tasks on time than completed.", err)
        self.assertIn("[dossier_inconsistent]", err)


class Check(ToolTest):
    def verdicts(self, done):
        rows = [re.split(r"\s{2,}", line) for line in done.out.splitlines()[:-1]]
        return {row[2]: (row[0], row[1]) for row in rows}

    def test_all_pass(self):
        done = run("check", dossier("pilot"), "--lang", "en")
        self.assertEqual((done.returncode, done.err), (0, ""))
        self.assertIn("not so: The dossier has results of fewer than two earlier years.", done.out)
        self.assertTrue(done.out.endswith("1 passed, 0 failed, 0 unknown\n"))

    def test_failed(self):
        done = run("check", dossier("example"), "--lang", "en")
        self.assertEqual((done.returncode, done.err), (1, ""))
        self.assertEqual(self.verdicts(done)["k2"], ("FAIL", "warning"))
        self.assertEqual(self.verdicts(done)["k1"], ("PASS", "error"))
        vi = run("check", dossier("example"))
        self.assertEqual(vi.returncode, 1)
        self.assertEqual(self.verdicts(vi)["k2"], ("KHÔNG ĐẠT", "cảnh báo"))

    def test_unknown_and_failed_is_failed(self):
        done = run("check", dossier("missing-third"), "--lang", "en")
        self.assertEqual(done.returncode, 1)
        self.assertIn("UNKNOWN", done.out)

    def test_unknown(self):
        done = run("check", "--lang", "en", stdin=HEAD + "}")
        self.assertEqual(done.returncode, 2, done.out)
        self.assertEqual(self.verdicts(done)["k1"], ("UNKNOWN", "error"))

    def test_info_decides_nothing(self):
        """k6 is for information: it may fail or be unknown, and the rest passes."""
        facts = {"meetings.regular_held": 12, "meetings.regular_due": 12, "meetings.thematic_held": 4,
                 "committee.exists": True, "roster.assigned": 3, "roster.active": 3}
        members = [{"id": f"M{i}", "official": True} for i in range(3)]
        text = HEAD + f', "facts": {json.dumps(facts)}, "members": {json.dumps(members)}'
        for history in (', "history": []}', "}"):
            done = run("check", "--lang", "en", stdin=text + history)
            self.assertEqual(done.returncode, 0, done.out + done.err)
            self.assertEqual(self.verdicts(done)["k6"][1], "info")
            self.assertNotEqual(self.verdicts(done)["k6"][0], "PASS")

    def test_bad_input(self):
        self.assertEqual(run("check", dossier("eight-errors")).returncode, 3)

    def test_json_is_the_whole_result(self):
        done = run("check", dossier("example"), "--format", "json")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, run("evaluate", dossier("example"), "--format", "json").stdout)

    def test_long_messages_are_wrapped(self):
        rubric = json.loads((RUBRICS / "bon-tot-pilot-2023.json").read_text("utf-8"))
        rubric["checks"][0]["message"]["vi"] = "Chưa đủ điều kiện để thí điểm năm nay. " * 12
        path = self.file("rubric.json", json.dumps(rubric))
        done = run("check", dossier("pilot"), "--rubric", path)
        self.assertEqual(done.returncode, 0, done.err)
        self.assertGreater(len(done.out.splitlines()), 4)
        for line in done.out.splitlines():
            self.assertLessEqual(width(line), 100, line)

    def test_no_checks(self):
        rubric = json.loads((RUBRICS / "bon-tot-pilot-2023.json").read_text("utf-8"))
        del rubric["checks"]
        path = self.file("rubric.json", json.dumps(rubric))
        done = run("check", dossier("pilot"), "--rubric", path, "--lang", "en")
        self.assertEqual((done.returncode, done.out), (0, "This rubric has no checks.\n"))


class Rubrics(ToolTest):
    def test_rubrics(self):
        for language, label in (("vi", "Chi bộ bốn tốt 2023"), ("en", "Four-good Party cell 2023")):
            done = run("rubrics", "--lang", language)
            self.assertEqual((done.returncode, done.err), (0, ""))
            self.assertEqual([line.split()[0] for line in done.out.splitlines()], BUILT_IN)
            self.assertEqual(done.out.splitlines()[0], f"bon-tot-2023                 1.0.0   {label}")

    def test_show(self):
        for rubric in BUILT_IN + [str(RUBRICS / "bon-tot-2023.json")]:
            for language in ("vi", "en"):
                done = run("show", rubric, "--lang", language)
                self.assertEqual((done.returncode, done.err), (0, ""))
                for line in done.out.splitlines():
                    self.assertLessEqual(width(line), 100, line)
        self.assertEqual(run("show", BUILT_IN[0]).out, run("show", str(RUBRICS / "bon-tot-2023.json")).out)

    def test_template_is_a_dossier_of_unknown_facts(self):
        for rubric in BUILT_IN:
            done = run("template", rubric)
            self.assertEqual((done.returncode, done.err), (0, ""))
            self.assertTrue(done.out.endswith("}\n"))
            facts = json.loads(done.out)["facts"]
            self.assertTrue(facts)
            self.assertEqual(set(facts.values()), {None})
            scored = run("evaluate", "--format", "json", stdin=done.out)
            self.assertEqual(scored.returncode, 0, scored.err)

    def test_unknown_rubric(self):
        for command in (("show", "nope"), ("template", "nope"), ("evaluate", "--rubric", "nope")):
            err = self.fails(run(*command, "--lang", "en"))
            self.assertTrue(err.startswith("nope: There is no built-in rubric"), err)
            self.assertIn(", ".join(BUILT_IN), err)

    def test_error_in_an_expression_of_a_rubric(self):
        text = (RUBRICS / "bon-tot-pilot-2023.json").read_text("utf-8")
        text = text.replace('"count(history) >= 2"', '"\\"ế\\" = \\"\\" and count(histry) >= 2"')
        err = self.fails(run("show", self.file("r.json", text), "--lang", "en"))
        self.assertIn("(/checks/0/assert; column 20 of the expression)", err)
        self.assertEqual(self.caret_char(err), "h")


class Feel(ToolTest):
    def value(self, *arguments, **more):
        done = run("feel", *arguments, **more)
        self.assertEqual((done.returncode, done.err), (0, ""))
        return done.out

    def test_values(self):
        self.assertEqual(self.value("1 + 2"), "3\n")
        self.assertEqual(self.value("[1,2]"), "[1, 2]\n")
        self.assertEqual(self.value("-1 + 2"), "1\n")
        self.assertEqual(self.value("1/3"), "0." + "3" * 34 + "\n")
        self.assertEqual(self.value("--", "-(1)"), "-1\n")
        self.assertEqual(self.value("-", stdin="6 *\n 7"), "42\n")

    def test_facts(self):
        facts = self.file("facts.json", '{"x": 41, "name": "Chi bộ"}')
        self.assertEqual(self.value("x + 1", "--facts", facts), "42\n")
        self.assertEqual(self.value("string length(name)", "--facts", facts), "6\n")
        self.assertEqual(self.value("x", "--facts", "-", stdin='{"x": 1}'), "1\n")
        self.assertEqual(self.value("tasks.overdue", "--facts", dossier("example")), "1\n")

    def test_error_has_its_place_behind_vietnamese_letters(self):
        for text in ('"Đạt tốt ế" + x', unicodedata.normalize("NFD", '"Đạt tốt ế" + x')):
            err = self.fails(run("feel", text, "--lang", "en"))
            self.assertTrue(err.startswith(f"<expression>:1:{len(text)}: "), err)
            self.assertEqual(self.caret_char(err), "x")
            self.assertEqual(err.splitlines()[2].index("^"), 2 + 14)

    def test_error_in_the_second_line_and_in_the_facts(self):
        err = self.fails(run("feel", "-", stdin="1 +\n\t漢 + 1"))
        self.assertTrue(err.startswith("<stdin>:2:2: "), err)
        facts = self.file("facts.json", '{"x": 1,\n "y" 2}')
        err = self.fails(run("feel", "x", "--facts", facts))
        self.assertTrue(err.startswith(f"{facts}:2:6: "), err)
        self.assertEqual(self.caret_char(err), "2")
        self.assertIn("[input_twice]", self.fails(run("feel", "-", "--facts", "-")))

    def test_hostile_expressions(self):
        for text in ("[" * 100000, "(" * 100000 + "1", "1" * 1000000, '"' + "x" * 1000000, "\xff" * 3,
                     "x" * 100000, "[1]" + "[true]" * 20000, "-" * 100000 + "1"):
            with self.subTest(text[:5]):
                done = run("feel", "-", stdin=text.encode("latin-1"))
                self.assertIn(done.returncode, (0, 3), done.err[:500])
                if done.returncode == 3:
                    self.assertLess(len(self.fails(done)), 3000)


class Errors(ToolTest):
    def test_eight_errors_at_once_with_their_places(self):
        with open(DATA / "eight-errors.expected.tsv", encoding="utf-8", newline="") as table:
            expected = list(csv.DictReader(table, delimiter="\t"))
        for language in ("vi", "en"):
            err = self.fails(run("evaluate", dossier("eight-errors"), "--lang", language))
            heads = [line for line in err.splitlines() if not line.startswith("  ")]
            self.assertEqual(len(heads), len(expected))
            for head, row in zip(heads, expected):
                place = f"{dossier('eight-errors')}:{row['line']}:{row['column']}: "
                self.assertTrue(head.startswith(place), (head, place))
                self.assertTrue(head.endswith(f"({row['pointer']})"), head)
                self.assertRegex(head, r" \[[a-z_]+\] \(")
            self.assertEqual([line.strip() for line in err.splitlines()].count("^"), len(expected))
        for entry, letter in enumerate('-""""""'):
            self.assertEqual(self.caret_char(err, entry), letter)

    def excerpts(self, done):
        """The different lines that errors quote, without their indent."""
        lines = self.fails(done).splitlines()
        return {lines[i - 1][2:] for i, line in enumerate(lines) if line.strip() == "^"}

    # What is read, and how its line is quoted: keys, punctuation and numbers of the unit stay.
    HIDDEN = (
        ('{"a": "bí mật", "n": -5.2, "b": null, x}', '{"a": "******", "n": -5.2, "b": null, *}'),
        ('{"a": "漢字\\"\\\\", x}', '{"a": "********", *}'),
        ('{"a": ["b", {"c": "d"}], x}', '{"a": ["*", {"c": "*"}], *}'),
        ('{"members": [{"age": 41, "ok": true, "l": [1, {"k": 2}]}], "n": 5, x}',
         '{"members": [{"age": **, "ok": ****, "l": [*, {"k": *}]}], "n": 5, *}'),
        ('{"members": 41, "n": 5, x}', '{"members": **, "n": 5, *}'),
        ('{"m\\u0065mbers": [7], "n": 5, x}', '{"m\\u0065mbers": [*], "n": 5, *}'),
        ('{"a": {"members": [7]}, "n": 5, x}', '{"a": {"members": [*]}, "n": 5, *}'),
        # Behind what is damaged nothing is sure.
        ('{"members": [{"age": 41]], "n": 5}', '{"members": [{"age": **]], "*": *}'),
        ('{"a": "An, "b": 5}', '{"a": "****"*"****'),
        ("{'a': 'An', 'n': 5}", "{***: ****, ***: 5}"),
        ('[1, true, An, -, 5]', '[1, true, **, *, 5]'),
        ('"An" 5', '"**" 5'),
        ('{"a": "An', '{"a": "**'),
    )

    def test_values_are_hidden_in_excerpts(self):
        for text, quoted in self.HIDDEN:
            with self.subTest(text):
                for more in ([], ["--ndjson"]):
                    asked = ["evaluate", "-", "--rubric", "bon-tot-2023", *more]
                    hidden, shown = (run(*asked, *also, stdin=text) for also in ([], ["--show-values"]))
                    self.assertEqual(self.excerpts(hidden), {quoted})
                    self.assertEqual(self.excerpts(shown), {text})
                    places = [[line.index("^") for line in done.err.splitlines() if line.strip() == "^"]
                              for done in (hidden, shown)]
                    self.assertEqual(*places)

    def test_values_are_hidden_wherever_dossiers_are_read(self):
        text = '{"a": "An", x}'
        file = self.file("wrong.json", text)
        lines = self.file("wrong.ndjson", text + "\n")
        rubric = "bon-tot-2023"
        for asked in (["check", file, "--rubric", rubric], ["path", file, "--rubric", rubric],
                      ["compare", file, file, "--rubric", rubric], ["rank", file, "--rubric", rubric],
                      ["rank", lines, "--rubric", rubric], ["rubric", "diff", rubric, rubric, lines],
                      ["feel", "a", "--facts", file],
                      ["evaluate", dossier("example"), "--rubric", rubric, "--reference", file]):
            with self.subTest(asked[0]):
                for more, quoted in ([], '{"a": "**", *}'), (["--show-values"], text):
                    done = run(*asked, *more)
                    self.assertIn(quoted, [line[2:] for line in done.err.splitlines()])
        self.assertEqual(self.excerpts(run("show", file)), {text})
        self.assertEqual(self.excerpts(run("feel", '"An" + x')), {'"An" + x'})

    def test_members_are_hidden_far_into_a_line(self):
        for many in (10, 1000, 100000):
            text = '{"members": [' + '{"age": 41},' * many + ' x], "n": 5}'
            done = run("evaluate", "-", "--rubric", "bon-tot-2023", stdin=text)
            self.assertFalse([each for each in self.excerpts(done) if "41" in each or "x" in each])

    def test_caret_behind_letters_of_every_width(self):
        for name in ("Chi bộ Tổng hợp", unicodedata.normalize("NFD", "Chi bộ Tổng hợp"), "漢字",
                     "e\u0302\u0301\u200b", "", "👍"):
            text = '{"format": "bontot-dossier/1",\n"' + name + '":\t5}'
            err = self.fails(run("evaluate", "--rubric", BUILT_IN[0], "--lang", "en", stdin=text))
            self.assertIn("<stdin>:2:1: ", err)
            text = '{"facts":\n{"' + name + '":\t,}}'
            err = self.fails(run("evaluate", stdin=text))
            column = len(name) + 6
            self.assertIn(f"<stdin>:2:{column}: ", err)
            self.assertEqual(self.caret_char(err, -1), ",")

    def test_long_lines_are_cut_around_the_place(self):
        for before, after in ((10, 500), (500, 10), (500, 500), (5_000_000, 5_000_000)):
            text = '{"' + "ế" * before + '": ?, "' + "ộ" * after + '": 1}'
            err = self.fails(run("evaluate", "--show-values", stdin=text))
            self.assertLess(len(err), 2000)
            self.assertEqual(self.caret_char(err, -1), "?")
            self.assertIn("...", err)

    def test_windows_line_ends_and_byte_order_mark(self):
        text = HEAD.replace(", ", ",\r\n") + ',\r\n"facts": {"tasks.overdue": -1}}'
        err = self.fails(run("evaluate", stdin=text))
        self.assertIn("<stdin>:6:28: ", err)
        self.assertEqual(self.caret_char(err), "-")
        self.assertEqual(run("evaluate", stdin="\ufeff" + HEAD + "}").returncode, 0)

    def test_files(self):
        empty = self.file("empty.json", b"")
        for path, code in (
            (str(self.folder), "file_directory"),
            (empty, "file_empty"),
            (str(self.folder / "không có.json"), "file_missing"),
            (empty + "/x", "file_missing"),
        ):
            for command in (("evaluate", path), ("check", path), ("feel", "1", "--facts", path)):
                vi = self.fails(run(*command))
                en = self.fails(run(*command, "--lang", "en"))
                self.assertTrue(vi.startswith(path + ": ") and vi.endswith(f" [{code}]\n"), vi)
                self.assertTrue(en.isascii() or "không" in path)
                self.assertNotEqual(vi, en)
        self.assertIn("[input_empty]", self.fails(run("evaluate")))
        secret = self.file("secret.json", "{}")
        os.chmod(secret, 0)
        if os.geteuid() != 0:
            self.assertIn("[file_denied]", self.fails(run("evaluate", secret)))

    def test_vietnamese_path(self):
        for form in ("NFC", "NFD"):
            name = unicodedata.normalize(form, "hồ sơ Chi bộ.json")
            path = self.file(name, Path(dossier("full")).read_bytes())
            self.assertEqual(run("evaluate", path).returncode, 0)
            bad = self.file("lỗi " + name, "[")
            self.assertTrue(self.fails(run("evaluate", bad)).startswith(bad + ":1:"))

    def test_hostile_files(self):
        cases = {
            "not_utf8": (b'{"a": "caf\xe9"}', "json_not_utf8"),
            "deep": (b"[" * 100000, "json_too_deep"),
            "deep_object": (b'{"a":' * 100000, "json_too_deep"),
            "repeated": (HEAD + ', "unit": {"id": "B"}}', "json_repeated_key"),
            "exponent": (HEAD + ', "facts": {"tasks.overdue": 1e999999999}}', "number_out_of_range"),
            "nan": (HEAD + ', "facts": {"tasks.overdue": NaN}}', "json_syntax"),
            "infinity": (HEAD + ', "facts": {"tasks.overdue": -Infinity}}', "json_syntax"),
            "long_id": (HEAD.replace('"A"', '"' + "A" * 10000 + '"') + "}", "reading_bad_id"),
            "long_fact": (HEAD + ', "facts": {"' + "x" * 10000 + '": 1}}', "dossier_unknown_fact"),
            "long_key": (HEAD + ', "' + "x" * 10000 + '": 1}', "reading_unknown_key"),
            "escapes": (HEAD + ', "facts": {"\\u001b[31m\\n\\u0007": 1}}', "dossier_unknown_fact"),
            "cut": (HEAD, "json_incomplete"),
            "extra": (HEAD + "} x", "json_extra_data"),
            "zeros": (b"\0" * 1000, "json_syntax"),
            "blank": (b" \n\t", "json_incomplete"),
        }
        for name, (content, code) in cases.items():
            with self.subTest(name):
                for language in ("vi", "en"):
                    err = self.fails(run("evaluate", self.file(name, content), "--lang", language))
                    self.assertIn(f"[{code}]", err)
                    for line in err.splitlines():
                        self.assertLess(len(line), 1000)

    def test_too_large(self):
        path = self.folder / "large.json"
        with open(path, "wb") as file:
            file.write(b'{"a": "')
            file.truncate((64 << 20) + 1)
        err = self.fails(run("evaluate", str(path)))
        self.assertIn("[json_too_large]", err)
        self.assertLess(len(err), 1000)

    def test_usage(self):
        cases = {
            (): "usage_missing",
            ("feel",): "usage_missing",
            ("show",): "usage_missing",
            ("evaluate", "--set"): "usage_missing",
            ("nonsense",): "usage_unknown",
            ("evaluate", "a", "b"): "usage_unknown",
            ("evaluate", "--nonsense"): "usage_unknown",
            ("evaluate", "--lang", "fr"): "usage_value",
            ("evaluate", "--format", "xml"): "usage_value",
            ("evaluate", "--colour", "pink"): "usage_value",
        }
        for arguments, code in cases.items():
            with self.subTest(arguments):
                vi = self.fails(run(*arguments))
                self.assertIn(f"[{code}]", vi)
                self.assertIn("Cách dùng", vi)
        self.assertIn("For help", self.fails(run("nonsense", "--lang", "en")))
        self.assertIn("For help", self.fails(run("nonsense", "--lang=en")))


class Surroundings(ToolTest):
    def on_terminal(self, *arguments, **variables):
        """Runs with standard output on a terminal; returns what it shows."""
        try:
            master, slave = pty.openpty()
        except OSError as error:  # a bare chroot has no /dev/pts
            self.skipTest(f"no terminal can be opened: {error}")
        try:
            with subprocess.Popen(
                [TOOL, *arguments], stdin=subprocess.DEVNULL, stdout=slave,
                stderr=subprocess.PIPE, env=environment(**variables), cwd=ROOT
            ) as child:
                os.close(slave)
                slave = -1
                out = b""
                while True:
                    try:
                        part = os.read(master, 65536)
                    except OSError:
                        break
                    if not part:
                        break
                    out += part
                child.communicate(timeout=60)
            return out
        finally:
            os.close(master)
            if slave >= 0:
                os.close(slave)

    def test_colour_only_on_a_terminal(self):
        for command in (("evaluate", dossier("example")), ("check", dossier("example"))):
            with self.subTest(command[0]):
                plain = run(*command).stdout
                self.assertNotIn(b"\x1b", plain)
                self.assertIn(b"\x1b[", run(*command, "--colour", "always").stdout)
                self.assertIn(b"\x1b[", self.on_terminal(*command))
                self.assertIn(b"\x1b[", self.on_terminal(*command, NO_COLOR=""))
                self.assertNotIn(b"\x1b", self.on_terminal(*command, NO_COLOR="1"))
                self.assertNotIn(b"\x1b", self.on_terminal(*command, "--colour", "never"))
                always = run(*command, "--color", "always", env=environment(NO_COLOR="1")).out
                self.assertEqual(re.sub(r"\x1b\[\d*m", "", always).encode(), plain)

    def test_json_has_no_colour(self):
        self.assertNotIn(b"\x1b", self.on_terminal("evaluate", dossier("example"), "--format", "json"))
        done = run("evaluate", dossier("example"), "--format", "json", "--colour", "always")
        self.assertNotIn(b"\x1b", done.stdout)

    def test_locale_changes_nothing(self):
        for command in (("evaluate", dossier("example")), ("evaluate", dossier("eight-errors")),
                        ("evaluate", dossier("example"), "--format", "json"), ("feel", "1/4")):
            usual = run(*command)
            for locale in ("vi_VN.UTF-8", "de_DE.UTF-8", "C", "POSIX", "nonsense"):
                done = run(*command, env=environment(LC_ALL=locale, LANG=locale, LANGUAGE=locale))
                self.assertEqual((done.stdout, done.stderr), (usual.stdout, usual.stderr))

    def test_reader_that_goes_away(self):
        for arguments, code in ((("evaluate", dossier("example")), 0), (("check", dossier("example")), 1)):
            reader, writer = os.pipe()
            os.close(reader)
            try:
                done = subprocess.run(
                    [TOOL, *arguments], stdin=subprocess.DEVNULL, stdout=writer,
                    stderr=subprocess.PIPE, timeout=60, env=environment()
                )
            finally:
                os.close(writer)
            self.assertEqual((done.returncode, done.stderr), (code, b""))

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_full_disk(self):
        for arguments in (("evaluate", dossier("example")), ("feel", "1"), ("--help",), ("rubrics",)):
            with open("/dev/full", "wb") as full:
                done = subprocess.run(
                    [TOOL, *arguments, *([] if arguments[0] == "--help" else ["--lang", "en"])],
                    stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, timeout=60,
                    env=environment()
                )
            self.assertEqual(done.returncode, 4)
            self.assertTrue(done.stderr.startswith(b"bontot: "), done.stderr)

    def test_version_and_help(self):
        text = (ROOT / "include/bontot/version.h").read_text("ascii")
        version = ".".join(re.findall(r"BONTOT_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", text))
        self.assertEqual(run("--version").out, f"bontot {version}\n")
        self.assertEqual(run("--help").returncode, 0)
        for command in ("evaluate", "check", "rubrics", "show", "template", "feel"):
            self.assertIn(command, run("--help").out)
            done = run(command, "--help")
            self.assertEqual((done.returncode, done.err), (0, ""))
            self.assertIn("--lang", done.out)

    def test_texts_are_those_of_the_table(self):
        done = subprocess.run(
            [sys.executable, "src/tool/generate_texts.py", "--check"], cwd=ROOT, capture_output=True
        )
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_result_does_not_depend_on_the_run(self):
        first = run("evaluate", dossier("example"), "--format", "json").stdout
        for _ in range(3):
            self.assertEqual(run("evaluate", dossier("example"), "--format", "json").stdout, first)


if __name__ == "__main__":
    if not TOOL:
        raise SystemExit("BONTOT_TOOL is not set: it names the built command")
    unittest.main()
