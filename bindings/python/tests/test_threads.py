# SPDX-License-Identifier: BSL-1.0
"""Ten at once give what one gives."""

import threading
import unittest
from concurrent.futures import ThreadPoolExecutor

import bontot
from bontot import _ffi
from bontot._handles import options, written
from support import DOSSIERS, EXAMPLE, RUBRIC_ID

TEN = range(10)
NAMES = ("example", "full", "disciplined", "missing-third")


class ThreadsTest(unittest.TestCase):
    def setUp(self):
        self.rubric = bontot.Rubric.builtin(RUBRIC_ID)
        self.expected = self.rubric.evaluate(EXAMPLE)

    def test_ten_evaluations_in_ten_threads(self):
        gate = threading.Barrier(len(TEN))
        results = [None] * len(TEN)

        def evaluate(index):
            gate.wait()
            results[index] = self.rubric.evaluate(EXAMPLE)

        threads = [threading.Thread(target=evaluate, args=(index,)) for index in TEN]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(results, [self.expected] * len(TEN))
        self.assertEqual({each.to_json() for each in results}, {self.expected.to_json()})

    def test_a_pool_over_one_rubric(self):
        expected = {name: self.rubric.evaluate(DOSSIERS / f"{name}.json") for name in NAMES}
        tasks = list(NAMES) * 10
        with ThreadPoolExecutor(len(TEN)) as pool:
            results = list(pool.map(lambda name: self.rubric.evaluate(DOSSIERS / f"{name}.json"), tasks))
        self.assertEqual(results, [expected[name] for name in tasks])

    def test_one_result_for_all_threads(self):
        with ThreadPoolExecutor(len(TEN)) as pool:
            texts = list(pool.map(lambda index: self.expected.to_text("en" if index % 2 else "vi"), range(40)))
        self.assertEqual(texts, [self.expected.to_text("vi"), self.expected.to_text("en")] * 20)

    def test_one_result_written_as_json_by_all_threads(self):
        def write(index):
            with self.expected._handle.use() as result, options("en" if index % 2 else "vi") as chosen:
                return written("bontot_result_write", result, _ffi.BONTOT_JSON, chosen)

        expected = [self.rubric.evaluate(EXAMPLE, language=language).to_json() for language in ("vi", "en")]
        with ThreadPoolExecutor(len(TEN)) as pool:
            texts = list(pool.map(write, range(2000)))
        self.assertEqual(texts, expected * 1000)

    def test_errors_stay_with_their_thread(self):
        def wrong(index):
            with self.assertRaises(bontot.InputError) as caught:
                bontot.feel(" " * index + ")")
            return caught.exception.entries[0].expression_column

        with ThreadPoolExecutor(len(TEN)) as pool:
            columns = list(pool.map(wrong, range(100)))
        self.assertEqual(columns, list(range(1, 101)))

    def test_closing_while_others_evaluate(self):
        def evaluate(index):
            if index == 20:
                self.rubric.close()
            try:
                return self.rubric.evaluate(EXAMPLE)
            except bontot.MisuseError:
                return None

        with ThreadPoolExecutor(len(TEN)) as pool:
            results = list(pool.map(evaluate, range(40)))
        self.assertIn(None, results)
        self.assertEqual({each for each in results if each}, {self.expected})


if __name__ == "__main__":
    unittest.main()
