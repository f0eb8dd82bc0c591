#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What the command says when memory is out."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from support import ROOT, TOOL, environment

MIB = 1 << 20
SAYS = "bontot: Hết bộ nhớ.\n"


def lines(count, size):
    """Dossiers that each take some memory to read: a text of so many bytes."""
    text = "\\u1ea5" * (size // 6)
    head = '{"format": "bontot-dossier/1", "rubric": {"id": "bon-tot-2023"}, "unit": {"id": "U", "name": "'
    tail = '"}, "period": {"from": "2023-01-01", "to": "2023-12-31"}, "facts": {}}\n'
    return (head + text + tail) * count


@unittest.skipUnless(sys.platform == "linux", "memory is limited in another way")
class MemoryTest(unittest.TestCase):
    def run_within(self, mebibytes, *arguments):
        import resource

        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (mebibytes * MIB, mebibytes * MIB))

        return subprocess.run(
            [TOOL, *arguments], capture_output=True, timeout=60, env=environment(), cwd=ROOT, preexec_fn=limit,
            stdin=subprocess.DEVNULL,
        )

    def test_memory_is_out_once(self):
        if self.run_within(1000, "--version").returncode != 0:
            self.skipTest("a sanitizer takes more memory than any limit leaves")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "many.ndjson"
            path.write_text(lines(24, 4 * MIB), encoding="ascii")
            told = 0
            for mebibytes in (40, 60, 80, 100, 130, 160, 200, 250, 300):
                done = self.run_within(mebibytes, "evaluate", str(path), "--jobs", "4", "--format", "summary")
                if done.returncode == 4:
                    told += 1
                    self.assertEqual(done.stderr.decode("utf-8").count(SAYS), 1, mebibytes)
            self.assertGreater(told, 0)


if __name__ == "__main__":
    unittest.main()
