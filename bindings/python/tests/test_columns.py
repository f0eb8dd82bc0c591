# SPDX-License-Identifier: BSL-1.0
"""Tables of facts in columns: what may be a column, what comes out, what is refused."""

import array
import importlib
import json
import unittest
from datetime import date
from decimal import Decimal

import bontot
from bontot import _columns

try:
    numpy = importlib.import_module("numpy")
except ImportError:
    numpy = None

# A has n points, B ten when the flag is set; C ten for "yes", ten for a day in 2026.
SHEET = {
    "format": "bontot-rubric/1", "id": "s", "version": "1", "label": {"en": "Sheet"}, "period": "year",
    "facts": [
        {"id": "m.n", "type": "number", "min": 0, "max": 10},
        {"id": "flag", "type": "boolean"},
        {"id": "pick", "type": "choice", "choices": ["yes", "no", "ừ"]},
        {"id": "day", "type": "date"},
        {"id": "word", "type": "text"},
    ],
    "criteria": [
        {"id": "A", "max": 10, "indicators": [{"id": "A1", "max": 10, "score": {"formula": "m.n"}}]},
        {"id": "B", "max": 10, "indicators": [{"id": "B1", "max": 10, "score": {"condition": "flag"}}]},
        {"id": "C", "max": 20, "indicators": [
            {"id": "C1", "max": 10, "score": {"condition": 'pick = "yes"'}},
            {"id": "C2", "max": 10, "score": {"condition": "day in [period.from..period.to]"}},
        ]},
    ],
    "grades": [{"id": "top", "min_total": 15}, {"id": "rest"}],
}
YEAR = ("2026-01-01", date(2026, 12, 31))
rubric = bontot.Rubric.from_json(json.dumps(SHEET))


def score(columns, **more):
    return bontot.evaluate_columns(rubric, columns, period=YEAR, **more)


def points(column, fact="m.n", node="A", **more):
    """The points of each row at a scale of 1; None where there are none."""
    results = score({fact: column}, scale=3, **more)
    found = [results.decimal(each) for each in results.nodes[node].points]
    return [None if status else float(each) for each, status in zip(found, results.status)]


class ColumnsTest(unittest.TestCase):
    def test_results(self):
        results = score(
            {
                "m.n": array.array("q", [75, 20, 110, 0]),
                "flag": bytes([1, 0, 1, 1]),
                "pick": ["yes", "no", "yes", None],
                "day": [date(2026, 5, 1), date(2025, 5, 1), None, date(2026, 12, 31)],
            },
            scales={"m.n": 1}, masks={"m.n": bytes([1, 1, 1, 0])}, scale=2, language="en",
        )
        self.assertEqual(len(results), 4)
        self.assertEqual(list(results.points), [3750, 200, 0, 2000])
        self.assertEqual(list(results.possible), [3750, 200, 0, 4000])
        self.assertEqual(list(results.completeness), [10**12, 10**12, 0, 10**12 // 2])
        self.assertEqual([results.grades[each] for each in results.grade if each >= 0], ["top", "rest", "top"])
        self.assertEqual(list(results.grade), [0, 1, -1, 0])
        self.assertEqual(list(results.grade_possible), [0, 1, -1, 0])
        self.assertEqual(list(results.status), [0, 0, 1, 0])
        self.assertEqual(list(results.nodes), ["A", "B", "C"])
        self.assertEqual(list(results.nodes["C"].points), [2000, 0, 0, 1000])
        self.assertEqual(list(results.nodes["C"].possible), [2000, 0, 0, 2000])
        self.assertEqual(results.decimal(results.points[0]), Decimal("37.50"))
        self.assertEqual((results.error_count, results.wrong_rows), (1, 1))
        error = results.errors[0]
        self.assertEqual((error.row, error.fact, error.code), (2, "m.n", "dossier_out_of_range"))
        self.assertEqual(error.message_en, "The fact m.n is 11, but must be from 0 to 10.")

    def test_chosen_nodes(self):
        results = score({"m.n": [5]}, nodes=["C2", "A1"], scale=1)
        self.assertEqual(list(results.nodes), ["C2", "A1"])
        self.assertEqual(list(results.nodes["A1"].points), [50])
        with self.assertRaises(bontot.NotFoundError):
            score({"m.n": [5]}, nodes=["D"])

    def test_integers(self):
        for code in "bBhHiIlLqQ":
            with self.subTest(code):
                self.assertEqual(points(array.array(code, [0, 7, 10, 11])), [0, 7, 10, None])
        self.assertEqual(points(array.array("q", [75, -1]), scales={"m.n": 1}), [7.5, None])
        self.assertEqual(points(memoryview(array.array("i", [1, 2, 3, 4, 5]))[::2]), [1, 3, 5])
        self.assertEqual(points(bytes([3, 4])), [3, 4])

    def test_floats(self):
        given = array.array("d", [2.5, 0.1 + 0.2, float("nan"), 11])
        self.assertEqual(points(given, decimals={"m.n": 1}), [2.5, None, None, None])
        self.assertEqual(points(array.array("f", [2.5, 0.1]), decimals={"m.n": 1}), [2.5, 0.1])
        with self.assertRaisesRegex(bontot.MisuseError, "how many decimals"):
            points(given)
        with self.assertRaises(bontot.MisuseError):
            points(given, decimals={"m.n": 16})

    def test_decimals(self):
        self.assertEqual(points([Decimal("2.5"), None, 3, Decimal("1E+1"), Decimal("-0")]), [2.5, 0, 3, 10, 0])
        self.assertEqual(points([Decimal("9." + "9" * 33), Decimal("0.125")]), [10, 0.125])  # points have 12 decimals
        self.assertEqual(points([Decimal(10) ** 30, 1]), [None, 1])
        data = b"".join(each.to_bytes(16, "little", signed=True) for each in (25, -1, 10**20))
        self.assertEqual(points(bontot.Decimals(data, 1)), [2.5, None, None])
        for wrong in (1.5, True, "1", Decimal("NaN")):
            with self.assertRaises(TypeError, msg=repr(wrong)):
                points([wrong])
        with self.assertRaises(bontot.MisuseError):
            points([Decimal("1e-40"), 10])

    def test_booleans_texts_and_days(self):
        self.assertEqual(points([True, False, None], "flag", "B"), [10, 0, 0])
        self.assertEqual(points(memoryview(bytes([1, 0])).cast("?"), "flag", "B"), [10, 0])
        self.assertEqual(points(["yes", b"no", None, "maybe", "ư\u0300"], "pick", "C"), [10, 0, 0, None, 0])
        self.assertEqual(points(["\ud800", b"\xff", "yes"], "pick", "C"), [None, None, 10])
        self.assertEqual(points(["2026-01-01", "2025-12-31", "x", date(2026, 2, 3)], "day", "C"), [10, 0, None, 10])
        self.assertEqual(points(array.array("i", [20454, 20453]), "day", "C"), [10, 0])
        self.assertEqual(len(score({"word": ["", "chữ"]})), 2)
        for fact, wrong in (("flag", [1]), ("day", [5]), ("word", [5])):
            with self.assertRaises(TypeError, msg=fact):
                score({fact: wrong})
        for fact, code in (("flag", "i"), ("day", "q"), ("word", "b"), ("pick", "d")):
            with self.assertRaises(bontot.MisuseError, msg=fact):
                score({fact: array.array(code, [1])})

    def test_masks(self):
        self.assertEqual(points(array.array("b", [1, 99, 3]), masks={"m.n": [True, False, True]}), [1, 0, 3])
        self.assertEqual(points([1, None, 3], masks={"m.n": [False, True, True]}), [0, 0, 3])
        for wrong in (bytes(2), array.array("i", [1, 1, 1])):
            with self.assertRaises(bontot.MisuseError):
                points([1, 2, 3], masks={"m.n": wrong})
        for name in ("masks", "scales", "decimals"):
            with self.assertRaisesRegex(bontot.MisuseError, name):
                points([1], **{name: {"flag": 1}})

    def test_wrong_tables(self):
        with self.assertRaisesRegex(bontot.NotFoundError, "did you mean 'm.n'"):
            score({"m.m": [1]})
        with self.assertRaisesRegex(bontot.MisuseError, "the same number of rows"):
            score({"m.n": [1], "flag": [True, False]})
        with self.assertRaisesRegex(bontot.MisuseError, "the same number of rows"):
            score({})
        with self.assertRaises(bontot.MisuseError):
            points(array.array("b", [1]), scales={"m.n": 39})
        with self.assertRaises(bontot.MisuseError):
            score({"m.n": [1]}, scale=13)
        with self.assertRaises(bontot.MisuseError):
            score({"m.n": [1]}, threads=0)
        with self.assertRaises(bontot.InputError):
            bontot.evaluate_columns(rubric, {"m.n": [1]}, period=("2026-01-01", "2026-11-30"))
        with self.assertRaises(bontot.InputError):
            bontot.evaluate_columns(rubric, {"m.n": [1]}, period=("2026-01-01", "soon"))
        with self.assertRaises(TypeError):
            score({"m.n": 5})
        with self.assertRaises(bontot.MisuseError):
            score({"m.n": memoryview(bytes(4)).cast("B", (2, 2))})

    def test_no_rows(self):
        results = score({"m.n": [], "word": []})
        self.assertEqual((len(results), list(results.points), results.errors), (0, [], ()))

    def test_figures_that_do_not_fit(self):
        results = score({"m.n": [Decimal("0.25"), 1]}, scale=1)
        self.assertEqual(list(results.status), [2, 0])
        self.assertEqual([(each.row, each.fact, each.code) for each in results.errors], [(0, "", "columns_no_fit")])

    def test_threads(self):
        rows = 10000
        given = array.array("h", [row * row % 12 for row in range(rows)])
        one = score({"m.n": given}, scale=2)
        several = score({"m.n": given}, scale=2, threads=3)
        for name in ("points", "possible", "completeness", "grade", "grade_possible", "status"):
            self.assertEqual(list(getattr(one, name)), list(getattr(several, name)), name)
        self.assertEqual(one.errors, several.errors)
        self.assertEqual(one.error_count, several.error_count)
        self.assertEqual(one.wrong_rows, sum(row * row % 12 == 11 for row in range(rows)))

    def test_parts(self):
        self.assertEqual(_columns._parts(0, 4), [(0, 0)])
        self.assertEqual(_columns._parts(1000, 4), [(0, 1000)])
        self.assertEqual(_columns._parts(3000, 2), [(0, 1024), (1024, 1976)])
        self.assertEqual(_columns._parts(4096, 4), [(0, 1024), (1024, 1024), (2048, 1024), (3072, 1024)])

    def test_many_errors(self):
        results = score({"m.n": array.array("b", [11] * 5000)}, threads=2)
        self.assertEqual([each.row for each in results.errors], list(range(1000)))
        self.assertEqual((results.error_count, results.wrong_rows), (5000, 5000))

    def test_closed_rubric(self):
        closed = bontot.Rubric.from_json(json.dumps(SHEET))
        closed.close()
        with self.assertRaises(bontot.MisuseError):
            bontot.evaluate_columns(closed, {"m.n": [1]})

    @unittest.skipIf(numpy is not None, "NumPy is installed")
    def test_arrays_of_the_standard_library(self):
        results = score({"m.n": [1]})
        self.assertIsInstance(results.points, array.array)
        self.assertEqual((results.points.typecode, results.grade.typecode, results.status.typecode), ("q", "i", "B"))


@unittest.skipIf(numpy is None, "NumPy is not installed")
class NumpyTest(unittest.TestCase):
    def test_arrays(self):
        results = score(
            {
                "m.n": numpy.array([1.5, 2.25, 3]),
                "flag": numpy.array([True, False, True]),
                "pick": numpy.array(["yes", "no", "yes"]),
                "day": numpy.array(["2026-05-01", "NaT", "2025-01-01"], dtype="datetime64[D]"),
            },
            decimals={"m.n": 2}, scale=2,
        )
        self.assertIsInstance(results.points, numpy.ndarray)
        self.assertEqual(results.points.tolist(), [3150, 225, 2300])
        self.assertEqual(results.possible.tolist(), [3150, 1225, 2300])

    def test_read_only_and_strided(self):
        given = numpy.arange(6, dtype="int32")
        given.setflags(write=False)
        self.assertEqual(points(given[1::2]), [1, 3, 5])
        self.assertEqual(points(given), [0, 1, 2, 3, 4, 5])

    def test_byte_order(self):
        with self.assertRaises(bontot.MisuseError):
            points(numpy.array([1], dtype=">i4"))


if __name__ == "__main__":
    unittest.main()
