# SPDX-License-Identifier: BSL-1.0
"""What can be given as a dossier, and how it is written as JSON."""

import datetime
import json
import unittest
from decimal import Decimal
from pathlib import Path

import bontot
from bontot import _json
from support import EXAMPLE, RUBRIC_ID

DIGITS = "1234567890123456789012345678901234"


class SourcesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rubric = bontot.Rubric.builtin(RUBRIC_ID)
        cls.text = EXAMPLE.read_text(encoding="utf-8")

    def test_all_sources_give_the_same(self):
        expected = self.rubric.evaluate(EXAMPLE)
        for source in (self.text, self.text.encode(), json.loads(self.text), _json.loads(self.text)):
            with self.subTest(type(source).__name__):
                result = self.rubric.evaluate(source)
                self.assertEqual(result, expected)
                self.assertEqual(result.to_json(), expected.to_json())

    def test_a_str_is_never_a_path(self):
        with self.assertRaises(bontot.InputError):
            self.rubric.evaluate(str(EXAMPLE))

    def test_other_sources_are_refused(self):
        for source in (None, 5, [1], object()):
            with self.subTest(source), self.assertRaises(TypeError):
                self.rubric.evaluate(source)

    def test_absent_file(self):
        with self.assertRaises(FileNotFoundError):
            self.rubric.evaluate(Path("/nowhere/dossier.json"))

    def test_dates_and_exact_numbers(self):
        dossier = json.loads(self.text)
        expected = self.rubric.evaluate(dossier)
        dossier["period"] = {key: datetime.date.fromisoformat(day) for key, day in dossier["period"].items()}
        for scale in (Decimal("1.00"), Decimal("1E+2")):
            dossier["facts"].update(
                (id, (value / scale) * scale) for id, value in expected.node("3.5").facts
            )
            self.assertEqual(self.rubric.evaluate(dossier), expected)

    def test_other_rubric(self):
        dossier = json.loads(self.text)
        dossier["rubric"]["version"] = "0.0.1"
        with self.assertRaises(bontot.InputError) as caught:
            self.rubric.evaluate(dossier)
        self.assertEqual(caught.exception.entries[0].pointer, "/rubric/version")
        self.assertEqual(self.rubric.evaluate(dossier, allow_other_rubric=True), self.rubric.evaluate(self.text))


class NumbersTest(unittest.TestCase):
    def test_written_exactly(self):
        cases = [
            (7, "7"),
            (-(10**40), "-1" + "0" * 40),
            (True, "true"),
            (None, "null"),
            (Decimal("0.10"), "0.10"),
            (Decimal("-0"), "-0"),
            (Decimal(DIGITS), DIGITS),
            (Decimal("1E+3"), "1E+3"),
            (Decimal("1E-9"), "1E-9"),
            (Decimal("1E+999999"), "1E+999999"),
            (datetime.date(2023, 1, 2), '"2023-01-02"'),
            ('chi bộ "tốt"\n', '"chi bộ \\"tốt\\"\\n"'),
            ({"a/b": [1, (2, {})]}, '{"a/b":[1,[2,{}]]}'),
        ]
        for value, text in cases:
            with self.subTest(text):
                self.assertEqual(_json.dumps(value).decode(), text)

    def test_integers_of_any_length(self):
        huge = 10**5000
        self.assertEqual(_json.dumps(huge), b"1" + b"0" * 5000)
        self.assertEqual(_json.loads("1" + "0" * 5000), huge)

    def test_the_context_of_decimal_changes_nothing(self):
        import decimal

        with decimal.localcontext() as context:
            context.prec = 3
            self.assertEqual(_json.dumps(Decimal(DIGITS)).decode(), DIGITS)
            self.assertEqual(_json.dumps(int(DIGITS)).decode(), DIGITS)
            self.assertEqual(_json.loads("1.23456"), Decimal("1.23456"))

    def test_refused(self):
        circle = []
        circle.append(circle)
        cases = [
            ({"facts": {"tax.due": 0.1}}, TypeError, "/facts/tax.due.*Decimal"),
            ({"a": [1, Decimal("NaN")]}, ValueError, "/a/1"),
            ({"a~/": Decimal("-Infinity")}, ValueError, "/a~0~1"),
            ({"a": {1: 2}}, TypeError, "/a.*1 is not a str"),
            ({"a": datetime.datetime(2023, 1, 2)}, TypeError, "time of day"),
            ({"a": {1, 2}}, TypeError, "set"),
            (1.5, TypeError, "the whole"),
            ({"a": circle}, ValueError, "nested"),
        ]
        for value, kind, message in cases:
            with self.subTest(message), self.assertRaisesRegex(kind, message):
                _json.dumps(value)


class FeelTest(unittest.TestCase):
    def test_values(self):
        cases = [
            ("1 + 2", None, "3"),
            ("0.1 + 0.2 = 0.3", None, "true"),
            ("x", {"x": Decimal(DIGITS)}, DIGITS),
            ("x + 1", {"x": int(DIGITS)}, str(int(DIGITS) + 1)),
            ("x / 3 = 2", {"x": Decimal("6.00")}, "true"),
            ('"Chi bộ " + tên', {"tên": "bốn tốt 🏅"}, '"Chi bộ bốn tốt 🏅"'),
            ("date(ngày).year", {"ngày": datetime.date(2023, 12, 31)}, "2023"),
            ("count(xs)", {"xs": [1, 2, 3]}, "3"),
        ]
        for expression, facts, value in cases:
            with self.subTest(expression):
                self.assertEqual(bontot.feel(expression, facts), value)

    def test_errors_tell_the_column(self):
        with self.assertRaises(bontot.InputError) as caught:
            bontot.feel('"đảng" + )')
        self.assertEqual(caught.exception.entries[0].expression_column, 10)
        with self.assertRaises(TypeError):
            bontot.feel("x", {"x": 0.1})

    def test_zero_bytes_do_not_cut(self):
        self.assertEqual(bontot.feel("string length(x)", {"x": "a\0b"}), "3")


if __name__ == "__main__":
    unittest.main()
