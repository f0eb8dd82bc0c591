# SPDX-License-Identifier: BSL-1.0
"""Lines that are scored as they come, and functions of the caller that stop it or raise."""

import gc
import json
import unittest
import weakref

import bontot
from support import DOSSIERS, RUBRIC_ID

NAMES = ("example", "eight-errors", "full")


def one_line(name):
    return json.dumps(json.loads((DOSSIERS / f"{name}.json").read_text(encoding="utf-8")), ensure_ascii=False)


class LinesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rubric = bontot.Rubric.builtin(RUBRIC_ID)
        cls.text = "\n\n".join(map(one_line, NAMES)).encode()
        cls.expected = [cls.rubric.evaluate(DOSSIERS / f"{name}.json").to_summary() for name in ("example", "full")]

    def setUp(self):
        self.taken = []

    def check(self):
        self.assertEqual([each.number for each in self.taken], [1, 3, 5])
        self.assertEqual([each.text for each in self.taken], [self.expected[0], None, self.expected[1]])
        self.assertEqual([each.error and len(each.error.entries) for each in self.taken], [None, 8, None])

    def test_a_text_in_memory(self):
        for text in (self.text, self.text.decode(), self.text.replace(b"\n", b"\r\n") + b"\n"):
            self.taken.clear()
            self.assertIsNone(bontot.evaluate_lines(text, self.taken.append, self.rubric))
            self.check()

    def test_pieces_of_any_length(self):
        for length in (1, 1000, len(self.text)):
            self.taken.clear()
            with bontot.Lines(self.taken.append, self.rubric) as lines:
                for start in range(0, len(self.text), length):
                    lines.feed(self.text[start : start + length])
                self.assertEqual(len(self.taken), 2)  # the last line has no end yet
                lines.end()
                self.assertEqual((lines.count, lines.wrong_count), (3, 1))
            self.check()

    def test_forms_and_language(self):
        result = self.rubric.evaluate(DOSSIERS / "example.json", language="en")
        for form, expected in (("json", result.to_json()), ("text", result.to_text("en"))):
            self.taken.clear()
            bontot.evaluate_lines(self.text, self.taken.append, self.rubric, form=form, language="en")
            self.assertEqual(self.taken[0].text, expected)
        with self.assertRaises(bontot.MisuseError):
            bontot.evaluate_lines(self.text, self.taken.append, self.rubric, form="xml")

    def test_stopped(self):
        def stop(line):
            self.taken.append(line)
            return True

        with self.assertRaises(bontot.CancelledError):
            bontot.evaluate_lines(self.text, stop, self.rubric)
        lines = bontot.Lines(stop, self.rubric)
        for _ in range(2):
            with self.assertRaises(bontot.CancelledError):
                lines.feed(self.text)
        self.assertEqual([each.number for each in self.taken], [1, 1])

    def test_an_exception_of_a_function_passes(self):
        class Mine(BaseException):
            pass

        def fail(line):
            self.taken.append(line)
            raise Mine(line.number)

        with self.assertRaises(Mine) as caught:
            bontot.evaluate_lines(self.text, fail, self.rubric)
        self.assertEqual(caught.exception.args, (1,))
        with bontot.Lines(fail, self.rubric) as lines, self.assertRaises(Mine):
            lines.feed(self.text)
        self.assertEqual([each.number for each in self.taken], [1, 1])

        def nothing_found(id):
            raise Mine(id)

        with self.assertRaises(Mine) as caught:
            bontot.evaluate_lines(self.text, self.taken.append, find=nothing_found)
        self.assertEqual(caught.exception.args, (RUBRIC_ID,))
        self.assertEqual(len(self.taken), 2)

    def test_rubrics_that_lines_name(self):
        asked = []

        def find(id):
            asked.append(id)
            return self.rubric if id == RUBRIC_ID else None

        bontot.evaluate_lines(self.text, self.taken.append, find=find)
        self.check()
        self.assertEqual(asked, [RUBRIC_ID])
        self.taken.clear()
        bontot.evaluate_lines(self.text.replace(RUBRIC_ID.encode(), b"other"), self.taken.append, find=find)
        self.assertEqual([each.text for each in self.taken], [None] * 3)

    def test_closed(self):
        lines = bontot.Lines(self.taken.append, self.rubric)
        lines.close()
        lines.close()
        for use in (lambda: lines.feed(b""), lines.end, lambda: lines.count):
            with self.assertRaisesRegex(bontot.MisuseError, "this text of lines is closed"):
                use()
        lines = bontot.Lines(self.taken.append, self.rubric)
        lines.end()
        with self.assertRaises(bontot.MisuseError):
            lines.feed(self.text)

    def test_freed_without_being_closed(self):
        lines = bontot.Lines(self.taken.append, find=lambda id: self.rubric)
        lines.feed(self.text)
        handle = weakref.ref(lines._handle)
        del lines
        gc.collect()
        self.assertIsNone(handle())
        self.assertEqual(self.rubric._handle._users, 0)


class NamesTest(unittest.TestCase):
    def test_values(self):
        names = bontot.Names({"a": 2, "b": True, "thưởng": "x y", "u": None})
        self.assertEqual(names.evaluate("a + 0.5"), "2.5")
        self.assertEqual(names.evaluate('thưởng + "!"'), '"x y!"')
        self.assertEqual(names.evaluate("u"), "unknown")
        names.define("list", "[a, a * 2]")
        self.assertEqual(names.evaluate("sum(list)"), "6")
        names.set("a", 3)
        self.assertEqual(names.evaluate("a"), "3")
        for expression in ("a +", "c"):
            with self.assertRaises(bontot.InputError):
                names.evaluate(expression)
        for wrong in (0.5, [1]):
            with self.assertRaises(TypeError):
                names.set("a", wrong)
        names.close()
        with self.assertRaisesRegex(bontot.MisuseError, "this list of names is closed"):
            names.evaluate("a")


if __name__ == "__main__":
    unittest.main()
