# SPDX-License-Identifier: BSL-1.0
"""What the end of a process, and a fork, do to handles that are alive."""

import os
import unittest

from bontot import _ffi
from support import EXAMPLE, RUBRIC_ID, run_python

ALIVE = """
import sys, json, pathlib, bontot
rubric = bontot.Rubric.builtin(sys.argv[1])
example = pathlib.Path(sys.argv[2])
result = rubric.evaluate(example)
cohort = bontot.Cohort(rubric)
cohort.add(result)
diff = bontot.RubricDiff(rubric, rubric)
diff.add(example)
dossier = rubric.dossier("U1")
many = rubric.evaluate_many([example, example])
first = next(many)
names = bontot.Names({"a": 1})
lines = bontot.Lines(lambda line: None, rubric)
lines.feed(b"{")
reference = rubric.reference()
dossier.apply(reference)
alive = [names, lines, reference, rubric, result, cohort, cohort.rank(), diff, dossier, many, first,
         bontot.compare(result, result), rubric.path(example)]
"""
CIRCLE = ALIVE + """
alive.append(alive)
bontot.kept = alive
"""
FORKED = ALIVE + """
import os, gc
expected = result.to_text()
child = os.fork()
if child == 0:
    code = 1
    try:
        same = [result.to_text() == expected, rubric.evaluate(example) == result, len(cohort) == 1,
                dossier.evaluate().unit_id == "U1", diff.add(example).move == "same", next(many).result == result,
                names.evaluate("a") == "1", lines.end() is None, lines.wrong_count == 1]
        for each in alive:
            close = getattr(each, "close", None)
            if close: close()
        alive = rubric = result = cohort = diff = dossier = many = first = each = None
        names = lines = reference = None
        gc.collect()
        code = 0 if all(same) else 2
    finally:
        os._exit(code)
_, status = os.waitpid(child, 0)
still = result.to_text() == expected and rubric.evaluate(example) == result
print(os.WEXITSTATUS(status), still)
"""
LOCKED = """
import os, sys, threading, bontot
rubric = bontot.Rubric.builtin(sys.argv[1])
taken, done = threading.Event(), threading.Event()
def hold():
    with rubric._handle._lock:
        taken.set()
        done.wait()
thread = threading.Thread(target=hold)
thread.start()
taken.wait()
child = os.fork()
if child == 0:
    os._exit(0 if rubric.describe() else 1)
_, status = os.waitpid(child, 0)
done.set()
thread.join()
print(os.WEXITSTATUS(status))
"""


class ProcessTest(unittest.TestCase):
    def run_program(self, program):
        _ffi.library()
        done = run_python(program, library=_ffi._loaded_from, arguments=[RUBRIC_ID, EXAMPLE])
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def test_the_end_with_handles_alive(self):
        self.assertEqual(self.run_program(CIRCLE), "")

    @unittest.skipUnless(hasattr(os, "fork"), "there is no fork")
    def test_a_child_uses_and_frees_what_was_made_before(self):
        self.assertEqual(self.run_program(FORKED), "0 True\n")

    @unittest.skipUnless(hasattr(os, "fork"), "there is no fork")
    def test_a_lock_that_another_thread_held(self):
        self.assertEqual(self.run_program(LOCKED), "0\n")


if __name__ == "__main__":
    unittest.main()
