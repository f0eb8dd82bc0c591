# SPDX-License-Identifier: BSL-1.0
"""The manual page and the shells' completions are what the command's help says, and work."""

import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

TOOL = Path(os.environ["BONTOT_TOOL"]).resolve()
MANUAL = Path(__file__).resolve().parents[2] / "src" / "tool" / "manual"


def run(*command, text=None):
    environment = {**os.environ, "PATH": f"{TOOL.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, input=text, check=False)


def completed_by_bash(*words):
    """What bash offers for the last of the words."""
    quoted = " ".join(f"'{word}'" for word in words)
    script = f"""
        . '{MANUAL}/bontot.bash'
        COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}
        _bontot
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = run("bash", "-u", "-c", script)
    return done.stderr or done.stdout.split()


class ManualTest(unittest.TestCase):
    def test_fresh(self):
        done = run(sys.executable, str(MANUAL / "generate.py"), str(TOOL), "--check")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_page_tells_every_command_and_exit_code(self):
        page = (MANUAL / "bontot.1").read_text(encoding="utf-8")
        commands = re.findall(r'^\.SS "bontot (.*)"', page, flags=re.MULTILINE)
        self.assertEqual(commands[:3], ["evaluate", "check", "compare"])
        self.assertIn("rubric lint", commands)
        codes = page.split(".SH EXIT STATUS")[1].split(".SH ENVIRONMENT")[0]
        self.assertEqual(re.findall(r"\\fB(\d)\\fR", codes), list("01234"))

    def test_page_without_warnings(self):
        checkers = (("mandoc", "-Tlint", "-Wwarning"), ("groff", "-ww", "-man", "-Tutf8", "-z"))
        found = [command for command in checkers if shutil.which(command[0])]
        if not found:
            self.skipTest("neither mandoc nor groff is installed")
        for command in found:
            done = run(*command, str(MANUAL / "bontot.1"))
            self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))


class CompletionTest(unittest.TestCase):
    @unittest.skipUnless(shutil.which("bash"), "bash is not installed")
    def test_bash(self):
        for words, offered in (
            (("bontot", "ev"), ["evaluate"]),
            (("bontot", "rubric", "l"), ["lint"]),
            (("bontot", "evaluate", "--format", ""), ["text", "json", "summary"]),
            (("bontot", "check", "--format", "s"), []),
            (("bontot", "rubric", "diff", "--trust", "c"), ["committee"]),
            (("bontot", "evaluate", "--stop"), ["--stop-on-error"]),
            (("bontot", "show", "tthtcd-"), ["tthtcd-2025"]),
            (("bontot", "evaluate", "--rubric", "bon-tot-p"), ["bon-tot-pilot-2023"]),
            (("bontot", "evaluate", str(MANUAL / "bontot.b")), [str(MANUAL / "bontot.bash")]),
        ):
            with self.subTest(words):
                self.assertEqual(completed_by_bash(*words), offered)

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish(self):
        for words, offered in (
            ("bontot ev", ["evaluate"]),
            ("bontot rubric l", ["lint"]),
            ("bontot check --format ", ["json", "text"]),
            ("bontot show tthtcd-", ["tthtcd-2025"]),
        ):
            with self.subTest(words):
                done = run("fish", "--no-config", text=f"source {MANUAL}/bontot.fish; complete -C '{words}'")
                self.assertEqual([line.split("\t")[0] for line in done.stdout.splitlines()], offered, done.stderr)

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh_reads_it(self):
        done = run("zsh", "-n", str(MANUAL / "bontot.zsh"))
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
