# SPDX-License-Identifier: BSL-1.0
"""Many dossiers, one after the other."""

import io
import json
import tempfile
import tracemalloc
import unittest
from pathlib import Path

import bontot
from support import DOSSIERS, EXAMPLE, RUBRIC_ID, tsv

NAMES = ("example", "eight-errors", "full", "disciplined")


def one_line(name):
    return json.dumps(json.loads((DOSSIERS / f"{name}.json").read_text(encoding="utf-8")), ensure_ascii=False)


class ManyTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rubric = bontot.Rubric.builtin(RUBRIC_ID)
        cls.lines = [one_line(name) for name in NAMES]

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name, "dossiers.ndjson")

    def check(self, outcomes, numbers=(1, 2, 3, 4)):
        """The criteria of expected.tsv, and eight errors in the second."""
        outcomes = list(outcomes)
        self.assertEqual([each.number for each in outcomes], list(numbers))
        self.assertEqual([each.result is None for each in outcomes], [False, True, False, False])
        self.assertEqual([each.error is None for each in outcomes], [True, False, True, True])
        self.assertEqual(len(outcomes[1].error.entries), 8)
        points = {(row["dossier"], row["node"]): row["points"] for row in tsv("expected.tsv")}
        for name, outcome in zip(NAMES, outcomes):
            for criterion in outcome.result.criteria if outcome.result else ():
                self.assertEqual(format(criterion.points, "f"), points[name, criterion.id])

    def test_all_sources_give_the_same(self):
        text = "\n".join(self.lines)
        self.file.write_text(text, encoding="utf-8")
        for given in (
            self.lines,
            text,
            text.encode(),
            self.file,
            (json.loads(each) for each in self.lines),
            [DOSSIERS / f"{name}.json" for name in NAMES],
            io.StringIO(text),
            io.BytesIO(text.encode()),
        ):
            with self.subTest(type(given).__name__):
                self.check(self.rubric.evaluate_many(given))

    def test_blank_lines_are_counted(self):
        first, *others = self.lines
        for text in (f"\n{first}\n\r\n" + "\r\n".join(others), f"\n{first}\n  \n" + "\n".join(others) + "\n"):
            self.check(self.rubric.evaluate_many(text), numbers=(2, 4, 5, 6))

    def test_results_are_those_of_evaluate(self):
        alone = [self.rubric.evaluate(each, language="en") for each in (self.lines[0], self.lines[2])]
        many = [each.result for each in self.rubric.evaluate_many([self.lines[0], self.lines[2]], language="en")]
        self.assertEqual(many, alone)
        self.assertEqual([each.to_text("en") for each in many], [each.to_text("en") for each in alone])

    def test_written_as_results_write_themselves(self):
        result = self.rubric.evaluate(EXAMPLE, language="en")
        texts = {"summary": result.to_summary(), "json": result.to_json(), "text": result.to_text("en")}
        for form, expected in texts.items():
            outcomes = list(self.rubric.write_many(self.lines, form, language="en"))
            self.assertEqual(outcomes[0].text, expected)
            self.assertEqual([each.text is None for each in outcomes], [False, True, False, False])
            self.assertEqual(len(outcomes[1].error.entries), 8)
        with self.assertRaises(bontot.MisuseError):
            next(self.rubric.write_many(self.lines, "xml"))

    def test_errors_name_the_line_of_a_file(self):
        self.file.write_text("\n".join(self.lines), encoding="utf-8")
        outcome = list(self.rubric.evaluate_many(self.file))[1]
        self.assertTrue(str(outcome.error).startswith(f"{self.file}:2:1:"), str(outcome.error))
        outcome = list(self.rubric.evaluate_many(map(json.loads, self.lines)))[1]
        self.assertEqual({each.line for each in outcome.error.entries}, {0})

    def test_options_count(self):
        rubric = bontot.Rubric.builtin("bon-tot-pilot-2023")
        (outcome,) = rubric.evaluate_many(self.lines[:1])
        self.assertEqual(outcome.error.entries[0].code, "dossier_other_rubric")
        with self.assertRaises(bontot.NotFoundError):
            next(self.rubric.evaluate_many(self.lines, as_of="nobody"))

    def test_what_is_no_dossier_ends_it(self):
        outcomes = self.rubric.evaluate_many([self.lines[0], 5, self.lines[2]])
        self.assertEqual(next(outcomes).number, 1)
        with self.assertRaises(TypeError):
            next(outcomes)
        for wrong in ({"format": "bontot-dossier/1"}, 5):
            with self.assertRaises(TypeError):
                next(self.rubric.evaluate_many(wrong))

    def test_an_exception_of_the_iterable_passes(self):
        def dossiers():
            yield self.lines[0]
            raise KeyError("mine")

        outcomes = self.rubric.evaluate_many(dossiers())
        next(outcomes)
        with self.assertRaisesRegex(KeyError, "mine"):
            next(outcomes)

    def test_closed_in_between(self):
        rubric = bontot.Rubric.builtin(RUBRIC_ID)
        outcomes = rubric.evaluate_many(self.lines)
        next(outcomes)
        rubric.close()  # the dossier that is read into keeps it alive
        self.assertEqual(next(outcomes).number, 2)
        outcomes.close()
        with self.assertRaises(bontot.MisuseError):
            next(rubric.evaluate_many(self.lines))

    def test_memory_is_bounded(self):
        def count(times):
            lines = (self.lines[0] for _ in range(times))
            tracemalloc.start()
            for outcome in self.rubric.evaluate_many(lines):
                self.assertIsNone(outcome.error)
            _, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            return peak

        count(20)
        self.assertLess(count(200), 2 * count(20))


if __name__ == "__main__":
    unittest.main()
