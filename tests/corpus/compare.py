#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs engines over the corpus and compares what they print, byte for byte, with the first of them.

compare.py --engine NAME=COMMAND --engine NAME=COMMAND [...] [--cases FILE]

A command is split as a shell would split it; the path of the cases is added. Names the first difference of each engine,
and exits with 1 when there is one.
"""

import argparse
import shlex
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
AROUND = 60  # bytes that are shown before and behind a difference


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", action="append", required=True, metavar="NAME=COMMAND")
    parser.add_argument("--cases", type=Path, default=HERE / "cases.tsv")
    arguments = parser.parse_args()
    arguments.engine = [each.partition("=")[::2] for each in arguments.engine]
    if len(arguments.engine) < 2 or not all(command for _, command in arguments.engine):
        parser.error("at least two engines are needed, each as NAME=COMMAND")
    return arguments


def case_ids(cases):
    return [line.split(b"\t")[0] for line in cases.read_bytes().splitlines() if not line.startswith(b"#")]


def answers(name, command, cases):
    """Returns the lines that an engine prints."""
    run = subprocess.run([*shlex.split(command), str(cases)], cwd=ROOT, stdout=subprocess.PIPE, check=False)
    if run.returncode != 0:
        sys.exit(f"{name}: ended with {run.returncode}")
    if run.stdout and not run.stdout.endswith(b"\n"):
        sys.exit(f"{name}: the last line is not ended")
    return run.stdout.split(b"\n")[:-1]


def check_order(name, lines, ids):
    """Every case is answered, once and in order."""
    told = [line.split(b"\t")[0] for line in lines]
    if told == ids:
        return
    at = next((i for i, pair in enumerate(zip(told, ids)) if pair[0] != pair[1]), min(len(told), len(ids)))
    wanted = ids[at].decode() if at < len(ids) else "nothing more"
    found = told[at].decode(errors="replace") if at < len(told) else "nothing"
    sys.exit(f"{name}: answer {at + 1} is of {found}, not of {wanted}")


def show_difference(first, second, names):
    """Prints what stands around the first byte that differs."""
    at = next((i for i, pair in enumerate(zip(first, second)) if pair[0] != pair[1]), min(len(first), len(second)))
    print(f"  byte {at} of the line:")
    for name, line in zip(names, (first, second)):
        print(f"    {name:8} ...{line[max(0, at - AROUND):at + AROUND].decode(errors='replace')}...")


def compare(names, expected, found):
    """Returns how many cases differ, and shows the first of them."""
    wrong = [(one, other) for one, other in zip(expected, found) if one != other]
    if wrong:
        one, other = wrong[0]
        print(f"{names[1]}: {len(wrong)} of {len(expected)} cases differ from {names[0]}; the first is {case_of(one)}")
        show_difference(one, other, names)
        for each, _ in wrong[1:10]:
            print(f"  also {case_of(each)}")
    return len(wrong)


def case_of(line):
    return line.split(b"\t")[0].decode()


def main():
    arguments = read_arguments()
    ids = case_ids(arguments.cases)
    if not ids:
        sys.exit("there are no cases")
    (reference, command), *others = arguments.engine
    expected = answers(reference, command, arguments.cases)
    check_order(reference, expected, ids)
    wrong = 0
    for name, command in others:
        found = answers(name, command, arguments.cases)
        check_order(name, found, ids)
        wrong += compare((reference, name), expected, found)
    print(f"{len(ids)} cases, engines: {', '.join(name for name, _ in arguments.engine)}: "
          + (f"{wrong} differences" if wrong else "the same bytes"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
