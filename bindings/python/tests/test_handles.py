# SPDX-License-Identifier: BSL-1.0
"""Everything is freed, once, whatever happens; and handles do not mix."""

import copy
import ctypes
import gc
import pickle
import sys
import unittest
from unittest import mock

import bontot
from bontot import _ffi, _handles
from support import DOSSIERS, EXAMPLE, RUBRIC_ID, run_python


class OwnershipTest(unittest.TestCase):
    def setUp(self):
        self.rubric = bontot.Rubric.builtin(RUBRIC_ID)

    def test_mixed_handles_are_refused(self):
        result = self.rubric.evaluate(EXAMPLE)
        library = _ffi.library()
        with self.rubric._handle.use() as rubric, result._handle.use() as evaluated:
            for function, wrong in (("bontot_result_free", rubric), ("bontot_rubric_free", evaluated)):
                with self.subTest(function), self.assertRaises(ctypes.ArgumentError):
                    getattr(library, function)(wrong)

    def test_close_twice_frees_once(self):
        handle = self.rubric._handle
        handle._free = mock.Mock(wraps=handle._free)
        self.rubric.close()
        self.rubric.close()
        handle.__del__()
        self.assertEqual(handle._free.call_count, 1)

    def test_with_closes(self):
        with bontot.Rubric.builtin(RUBRIC_ID) as rubric, rubric.evaluate(EXAMPLE) as result:
            pass
        for closed in (rubric, result):
            self.assertFalse(closed._handle._pointer)

    def test_use_after_close(self):
        result = self.rubric.evaluate(EXAMPLE)
        text = result.to_text()
        self.rubric.close()
        for use in (lambda: self.rubric.evaluate(EXAMPLE), self.rubric.describe, self.rubric.template):
            with self.assertRaisesRegex(bontot.MisuseError, "this rubric is closed"):
                use()
        self.assertEqual(self.rubric.id, RUBRIC_ID)
        self.assertEqual(result.to_text(), text)  # it keeps its rubric alive
        result.close()
        with self.assertRaisesRegex(bontot.MisuseError, "this result is closed"):
            result.to_text()
        with self.assertRaisesRegex(bontot.MisuseError, "this result is closed"):
            result.to_summary()
        self.assertEqual(result.to_dict()["grade"]["id"], result.grade.id)

    def test_close_while_in_use_waits(self):
        handle = self.rubric._handle
        with handle.use() as pointer:
            handle.close()
            self.assertTrue(pointer)
            self.assertEqual(_handles.borrowed("bontot_rubric_id", pointer), RUBRIC_ID)
            with self.assertRaises(bontot.MisuseError):
                self.rubric.describe()
        self.assertFalse(handle._pointer)

    def test_constructors_that_raise(self):
        with mock.patch.object(sys, "unraisablehook") as hook:
            with self.assertRaises(bontot.NotFoundError):
                bontot.Rubric.builtin("nothing")
            with self.assertRaises(bontot.InputError):
                bontot.Rubric.from_json("{")
            with mock.patch.object(_ffi, "library", side_effect=bontot.LibraryError("gone")):
                with self.assertRaises(bontot.LibraryError):
                    _handles.RubricHandle()
            _handles.RubricHandle.__new__(_handles.RubricHandle).__del__()
            gc.collect()
        hook.assert_not_called()

    def test_all_but_the_result_is_freed_at_once(self):
        made = []
        original = _handles.Handle.__init__

        def remembering(handle):
            original(handle)
            made.append(handle)

        with mock.patch.object(_handles.Handle, "__init__", remembering):
            result = self.rubric.evaluate(EXAMPLE)
            result.to_text("en", colour=True)
            with self.assertRaises(bontot.InputError):
                self.rubric.evaluate(DOSSIERS / "eight-errors.json")
            bontot.feel("1 + 1", {"a": 1})
        self.assertGreater(len(made), 10)
        self.assertEqual([handle for handle in made if handle._pointer], [result._handle])

    def test_handles_are_not_copied(self):
        for copied in (copy.deepcopy, copy.copy, pickle.dumps):
            with self.assertRaisesRegex(TypeError, "a rubric cannot be copied"):
                copied(self.rubric._handle)

    def test_interpreter_shutdown(self):
        _ffi.library()
        program = (
            "import sys, pathlib, bontot\n"
            "rubric = bontot.Rubric.builtin(sys.argv[1])\n"
            "result = rubric.evaluate(pathlib.Path(sys.argv[2]))\n"
            "circle = [rubric, result]; circle.append(circle)\n"
            "bontot.kept = circle\n"
        )
        done = run_python(program, library=_ffi._loaded_from, arguments=[RUBRIC_ID, EXAMPLE])
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))


if __name__ == "__main__":
    unittest.main()
