#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs a program of docs/examples, and compares what it prints and its exit code with what they have to be.

A program is built and run as docs/examples/README.md says under the heading of its language: the last command
there runs it, those before it are run once; what they build in build/examples is built in a folder of this test.
--program names one that is built.

--list takes all languages that there are tests for: each has a folder, each folder is one of them, each has its
commands in the README, and what that shows is what is expected.
"""

import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = "docs/examples"
HEADINGS = {
    "c": "C", "cpp": "C++", "python": "Python", "java": "Java", "csharp": "C#", "node": "Node", "php": "PHP"
}
RUBRIC = f"{EXAMPLES}/mau-2026.json"
GROUP = f"{EXAMPLES}/nhom.ndjson"
RIGHT = f"{EXAMPLES}/ho-so.json"
WRONG = f"{EXAMPLES}/ho-so-sai.json"
ARGUMENTS = f" {RUBRIC} {GROUP}"


def shown(heading, language):
    """The first block in a language under a heading of the README, or nothing."""
    text = (ROOT / EXAMPLES / "README.md").read_text(encoding="utf-8")
    _, _, section = text.partition(f"# {heading}\n")
    _, _, block = section.partition("\n#")[0].partition(f"\n```{language}\n")
    return block.partition("```")[0]


def commands(language):
    """The commands that build and run the program of a language, or none."""
    return shown(HEADINGS.get(language, language), "sh").replace(" \\\n   ", "").splitlines()


class Program:
    """A program, and how it is started."""

    def __init__(self, language, folder):
        found = commands(language)
        if not found or not found[-1].endswith(ARGUMENTS):
            sys.exit(f"{EXAMPLES}/README.md does not say how to run the program in {language}")
        here = [self._local(each, folder) for each in found]
        self._shell("\n".join(here[:-1]))
        self.start = ["sh", "-c", here[-1].removesuffix(ARGUMENTS) + ' "$@"', "sh"]

    @staticmethod
    def _local(command, folder):
        return re.sub(r"\bpython3\b", sys.executable, command.replace("build/examples", str(folder)))

    @staticmethod
    def _shell(script):
        done = subprocess.run(
            ["sh", "-eu", "-c", script], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=240
        )
        if done.returncode != 0:
            sys.exit(f"this failed:\n{script}\n{(done.stdout + done.stderr).decode(errors='replace')}")


class Built:
    """A program that is built."""

    def __init__(self, program):
        self.start = [program]


def unit_text(number):
    """What is printed of a unit of the group, by its place in it."""
    lines = expected_text().splitlines(keepends=True)
    begins = [index for index, line in enumerate(lines) if not line.startswith(" ")] + [len(lines)]
    return "".join(lines[begins[number]:begins[number + 1]])


def expected_text():
    return (ROOT / EXAMPLES / "expected.txt").read_text(encoding="utf-8")


def all_files(_folder):
    """Right and wrong dossiers: all that is right is scored."""
    return [RUBRIC, GROUP, WRONG, RIGHT], expected_text(), 1


def right_files(_folder):
    return [RUBRIC, GROUP], expected_text().partition(WRONG)[0], 0


def wrong_line(folder):
    """A line between two others, behind an empty one, the last without a line end."""
    right = (ROOT / GROUP).read_text(encoding="utf-8").splitlines()
    before, after = '"viec.qua_han": ', '"viec.qua_han": -1'
    wrong = re.sub(rf"{before}\d+", after, right[3])
    file = folder / "wrong.ndjson"
    file.write_text("\n".join([right[1], "", wrong, right[2]]), encoding="utf-8")
    column = wrong.index(after) + len(before) + 1
    said = next(line for line in expected_text().splitlines() if line.startswith(f"{WRONG}:9:"))
    error = said.replace(f"{WRONG}:9:21:", f"{file}:3:{column}:")
    return [RUBRIC, str(file)], f"{unit_text(1)}{error}\n{unit_text(2)}", 1


def wrong_rubric(folder):
    file = folder / "wrong.json"
    text = (ROOT / RUBRIC).read_text(encoding="utf-8")
    file.write_text(text.replace("bontot-rubric/1", "bontot-rubric/9"), encoding="utf-8")
    said = 'Định dạng "bontot-rubric/9" không đọc được; cần "bontot-rubric/1".'
    return [str(file), GROUP], f"{file}:2:13: {said}\n", 1


def no_file(folder):
    return [RUBRIC, str(folder / "none.json")], "", 2


def no_rubric(folder):
    return [str(folder / "none.json"), GROUP], "", 2


def no_arguments(_folder):
    return [], "", 2


def wrong_with(program, case, folder, line_end):
    """Says what is wrong with a case, or nothing."""
    arguments, expected, code = case(folder)
    done = subprocess.run(
        [*program.start, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=240
    )
    printed = done.stdout.decode("utf-8", "replace").replace(line_end, "\n")
    complaint = done.stderr.decode("utf-8", "replace")
    if done.returncode != code:
        return f"exit code {done.returncode} instead of {code}\n{complaint}"
    if printed != expected:
        rows = (expected.splitlines(), printed.splitlines())
        return "\n".join(difflib.unified_diff(*rows, "expected", "printed", lineterm="")) or "the line ends differ"
    if code == 2 and not complaint:
        return "it does not say why"
    return ""


def check_program(options):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        program = Built(options.program) if options.program else Program(options.language, folder)
        failed = 0
        for case in (all_files, right_files, wrong_line, wrong_rubric, no_file, no_rubric, no_arguments):
            wrong = wrong_with(program, case, folder, "\r\n" if options.windows else "\n")
            print(f"{case.__name__}: {f'FAILED: {wrong}' if wrong else 'as expected'}")
            failed += bool(wrong)
    return failed


def check_list(tested):
    folders = sorted(each.name for each in (ROOT / EXAMPLES).iterdir() if each.is_dir())
    wrong = [f"{EXAMPLES}/{each} has no test" for each in folders if each not in tested]
    for each in tested:
        if each not in folders:
            wrong.append(f"{EXAMPLES}/{each} is tested, but is not there")
        elif not commands(each):
            wrong.append(f"{EXAMPLES}/README.md does not say how to run the program in {each}")
    errors = [each for each in expected_text().splitlines(keepends=True) if each.startswith(WRONG)]
    if shown("What they print", "text") != unit_text(0) + "".join(errors):
        wrong.append(f"{EXAMPLES}/README.md does not show what is expected")
    print("\n".join(wrong) or f"{len(folders)} folders, each with its test")
    return len(wrong)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", nargs="?", help="a folder of docs/examples")
    parser.add_argument("--program", help="the program, if it is built")
    parser.add_argument("--windows", action="store_true", help="its lines end as they do there")
    parser.add_argument("--list", nargs="+", help="all languages that are tested")
    return parser.parse_args()


def main():
    options = arguments()
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(1 if (check_list(options.list) if options.list else check_program(options)) else 0)


if __name__ == "__main__":
    main()
