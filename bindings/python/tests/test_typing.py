# SPDX-License-Identifier: BSL-1.0
"""mypy --strict accepts the package, and a program that uses it."""

import os
import shutil
import subprocess
import tempfile
import unittest

from support import BINDING

MYPY = shutil.which("mypy")


@unittest.skipUnless(MYPY, "mypy is not installed")
class TypingTest(unittest.TestCase):
    def check(self, *targets):
        with tempfile.TemporaryDirectory() as cache:
            done = subprocess.run(
                [MYPY, "--strict", "--cache-dir", cache, *map(str, targets)],
                env=dict(os.environ, MYPYPATH=str(BINDING / "src")),
                capture_output=True,
                encoding="utf-8",
            )
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_package(self):
        self.check(BINDING / "src")

    def test_use(self):
        self.check(BINDING / "tests" / "typed_use.py")

    def test_marker(self):
        self.assertTrue((BINDING / "src" / "bontot" / "py.typed").is_file())


if __name__ == "__main__":
    unittest.main()
