# SPDX-License-Identifier: BSL-1.0
"""The library is found by argument, then by BONTOT_LIBRARY, then beside the package, then the system's; never elsewhere."""

import ctypes.util
import shutil
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import bontot
from bontot import _ffi
from support import BINDING, run_python

COUNT = "import bontot; print(len(bontot.Rubric.builtins()))"
LOAD = "import sys, bontot; bontot.load(sys.argv[1]); print(len(bontot.Rubric.builtins()))"


class LoadingTest(unittest.TestCase):
    def setUp(self):
        _ffi.library()
        self.library = _ffi._loaded_from
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.count = f"{len(bontot.Rubric.builtins())}\n"

    def test_argument_before_variable(self):
        done = run_python(LOAD, library=self.folder / "nothing", arguments=[self.library])
        self.assertEqual((done.stdout, done.stderr), (self.count, ""))

    def test_variable_before_neighbour(self):
        package = self.copied_package()
        (package / "bontot" / "libbontot.so").write_text("not a library")
        done = run_python(COUNT, package=package, library=self.library)
        self.assertEqual((done.stdout, done.stderr), (self.count, ""))

    def test_neighbour(self):
        package = self.copied_package()
        (package / "bontot" / "libbontot.so.0").symlink_to(self.library)
        done = run_python(COUNT, package=package)
        self.assertEqual((done.stdout, done.stderr), (self.count, ""))

    def test_system(self):
        (self.folder / "libbontot.so.0").symlink_to(self.library)
        with mock.patch.dict("os.environ", LD_LIBRARY_PATH=str(self.folder)):
            done = run_python(COUNT, package=self.copied_package())
        self.assertEqual((done.stdout, done.stderr), (self.count, ""))

    def test_not_from_the_working_directory(self):
        for name in ("libbontot.so", "libbontot.so.0"):
            (self.folder / name).symlink_to(self.library)
        done = run_python(COUNT, package=self.copied_package(), cwd=self.folder)
        self.assertNotEqual(done.returncode, 0)
        for way in ("bontot.load(path)", "BONTOT_LIBRARY", "beside the package"):
            self.assertIn(way, done.stderr)

    def test_empty_variable_is_none(self):
        with mock.patch.dict("os.environ", BONTOT_LIBRARY=""):
            self.assertEqual(_ffi.find(self.folder), "libbontot.so.0")

    def test_what_is_no_library(self):
        text = self.folder / "text.so"
        text.write_text("not a library")
        for path in (text, self.folder / "absent.so", ctypes.util.find_library("c")):
            with self.subTest(path), self.assertRaises(bontot.LibraryError) as caught:
                _ffi.open_library(str(path))
            self.assertIn(str(path), str(caught.exception))

    def test_library_of_another_version(self):
        with mock.patch.object(_ffi, "VERSION", "99.0.0"), self.assertRaises(bontot.LibraryError) as caught:
            _ffi.open_library(self.library)
        self.assertIn("99.0.0", str(caught.exception))
        self.assertIn(bontot.__version__, str(caught.exception))

    def test_loading_again(self):
        bontot.load(self.library)
        with self.assertRaises(bontot.LibraryError):
            bontot.load(self.folder / "another.so")

    def copied_package(self):
        """The package in a folder of its own, without a library beside it."""
        package = self.folder / "package"
        ignored = shutil.ignore_patterns("libbontot*", "__pycache__")
        shutil.copytree(BINDING / "src" / "bontot", package / "bontot", ignore=ignored)
        return package


if __name__ == "__main__":
    unittest.main()
