# SPDX-License-Identifier: BSL-1.0
"""Exceptions carry everything that is wrong, with its place."""

import json
import pickle
import unittest

import bontot
from support import DOSSIERS, EXAMPLE, RUBRIC_ID, tsv

EIGHT = DOSSIERS / "eight-errors.json"


class EntriesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rubric = bontot.Rubric.builtin(RUBRIC_ID)

    def error(self, dossier, **more):
        with self.assertRaises(bontot.InputError) as caught:
            self.rubric.evaluate(dossier, **more)
        return caught.exception

    def test_eight_errors(self):
        text = EIGHT.read_bytes()
        lines = text.decode().splitlines(keepends=True)
        rows = tsv("eight-errors.expected.tsv")
        self.assertEqual(len(rows), 8)
        expected = [(row["pointer"], int(row["line"]), int(row["column"])) for row in rows]
        for error in (self.error(EIGHT), self.error(text), self.error(text.decode())):
            self.assertEqual([(each.pointer, each.line, each.column) for each in error.entries], expected)
            for each in error.entries:
                before = "".join(lines[: each.line - 1]) + lines[each.line - 1][: each.column - 1]
                self.assertEqual(each.offset, len(before.encode()))
                self.assertTrue(each.code and each.message and each.message_en)
                self.assertNotEqual(each.message, each.message_en)
                self.assertEqual(each.expression_column, 0)

    def test_str_shows_all_with_places(self):
        error = self.error(EIGHT)
        shown = str(error).splitlines()
        self.assertEqual(len(shown), 8)
        for line, entry in zip(shown, error.entries):
            self.assertEqual(line, f"{EIGHT}:{entry.line}:{entry.column} {entry.pointer}: {entry.message}")
        english = str(self.error(EIGHT.read_bytes(), language="en")).splitlines()
        self.assertEqual(english, [each.describe("en") for each in error.entries])

    def test_a_dict_has_no_lines(self):
        error = self.error(json.loads(EIGHT.read_text(encoding="utf-8")))
        expected = {row["pointer"] for row in tsv("eight-errors.expected.tsv")}
        self.assertEqual({each.pointer for each in error.entries}, expected)
        for each in error.entries:
            self.assertEqual((each.offset, each.line, each.column), (0, 0, 0))
            self.assertIn(f"{each.pointer}: {each.message}", str(error).splitlines())

    def test_what_is_no_json(self):
        text = EXAMPLE.read_bytes()
        cases = [b"", b" ", b"{", b"\xff", b"\xef\xbb\xbf{", b"nul", b"[" * 100000, text + b"x", text[:-3]]
        cases += ['{"a": "\ud800"}', "\0", '{"facts": {"tax.due": 1e999999999}}', '{"facts": {"tax.due": NaN}}']
        for case in cases:
            with self.subTest(ascii(case[:40])):
                for each in self.error(case).entries:
                    self.assertGreaterEqual(each.line, 1)
                    self.assertGreaterEqual(each.column, 1)

    def test_columns_count_code_points(self):
        error = self.error('{"đảng 🏅": 1, "bộ": 2}')
        columns = {each.pointer: each.column for each in error.entries}
        self.assertEqual((columns["/đảng 🏅"], columns["/bộ"]), (2, 15))

    def test_huge_numbers_have_a_place(self):
        dossier = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        dossier["facts"]["tasks.assigned"] = 10**5000
        self.assertEqual([each.pointer for each in self.error(dossier).entries], ["/facts/tasks.assigned"])

    def test_rubric(self):
        with self.assertRaises(bontot.InputError) as caught:
            bontot.Rubric.from_file(EIGHT)
        self.assertTrue(str(caught.exception).startswith(f"{EIGHT}:"))
        with self.assertRaises(bontot.InputError) as caught:
            bontot.Rubric.from_json('{"format": "bontot-rubric/1", "colour": 1}')
        self.assertIn("/colour", [each.pointer for each in caught.exception.entries])

    def test_not_found(self):
        with self.assertRaises(bontot.NotFoundError) as caught:
            bontot.Rubric.builtin("nothing")
        self.assertIn("nothing", str(caught.exception))

    def test_classes(self):
        cases = {
            bontot.InputError: ValueError,
            bontot.NotFoundError: LookupError,
            bontot.MisuseError: ValueError,
            bontot.OutOfMemory: MemoryError,
            bontot.NoFitError: OverflowError,
        }
        for ours, theirs in cases.items():
            self.assertTrue(issubclass(ours, bontot.BontotError) and issubclass(ours, theirs))
        error = self.error(EIGHT)
        self.assertEqual(str(pickle.loads(pickle.dumps(error))), str(error))


if __name__ == "__main__":
    unittest.main()
