# SPDX-License-Identifier: BSL-1.0
"""Scores dossiers by a rubric, and says where points were lost and what is missing.

usage: score.py RUBRIC DOSSIERS...
"""

import sys
from pathlib import Path

import bontot


def print_errors(file, entries, line=None):
    """The line is that of the text, unless the text is itself a line of a file."""
    for entry in entries:
        print(f"{file}:{line or entry.line}:{entry.column}: {entry.message}")


def possible(figures):
    return "" if figures.points == figures.possible else f" (possible: {figures.possible})"


def print_result(result):
    total = result.total
    print(f"{result.unit_name or result.unit_id}: {result.grade.label}, {total.points} points{possible(total)}")
    for node in result.nodes:
        # A line has lost what it cannot have any more, whatever is handed in; what has lines is none.
        if not node.children and node.possible < node.max:
            print(f"  {node.id} {node.label}: {node.points} of {node.max}{possible(node)}")
            print(f"      {'; '.join([node.reason, *node.notes])}")
    for item in result.missing:
        print(f"  missing: {item.label}, worth {item.worth}")


def score_file(rubric, file):
    """Returns whether nothing was wrong."""
    if file.suffix != ".ndjson":
        try:
            print_result(rubric.evaluate(file))
        except bontot.InputError as error:
            print_errors(file, error.entries)
            return False
        return True
    right = True
    for each in rubric.evaluate_many(file):
        if each.error:
            print_errors(file, each.error.entries, each.number)
            right = False
        else:
            print_result(each.result)
    return right


def main(arguments):
    if len(arguments) < 2:
        print("usage: score.py RUBRIC DOSSIERS...", file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8")
    sheet, *files = map(Path, arguments)
    try:
        rubric = bontot.Rubric.from_file(sheet)
        right = [score_file(rubric, file) for file in files]
    except bontot.InputError as error:
        print_errors(sheet, error.entries)
        return 1
    except (OSError, bontot.BontotError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0 if all(right) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
