#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that each part of the core looks only down, and that its bodies are compiled once.

check_parts.py             complains, and exits with 1, when a rule is broken
check_parts.py --picture   prints the parts and what each includes, for docs/architecture.md

A part is a folder below include/bontot, with the public headers that PARTS gives it. A file may include
what is of its own part or of one that stands before it in PARTS. No header includes an .ipp, no includes
make a circle, <bontot/src.hpp> has every .ipp, and of the sources in src/core exactly one has each.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
INCLUDE = ROOT / "include" / "bontot"

# From the ground up: the part, and the public headers that belong to it.
PARTS = {
    "base": "version.h memory.hpp arena.hpp date.hpp text.hpp message.hpp error.hpp",
    "number": "number.hpp",
    "json": "",
    "feel/values": "feel/symbols.hpp feel/type.hpp feel/value.hpp feel/environment.hpp feel/program.hpp"
    " feel/scratch.hpp feel/run.hpp feel.hpp",
    "feel/code": "",
    "feel/builtins": "",
    "feel/run": "",
    "feel/syntax": "",
    "rubric": "rubric.hpp",
    "rubric/reader": "",
    "reference": "reference.hpp",
    "dossier": "dossier.hpp",
    "dossier/reader": "rubric_id.hpp",
    "result": "result.hpp result_summary.hpp",
    "words": "",
    "evaluate": "evaluate.hpp",
    "table": "columns.hpp",
    "build": "dossier_builder.hpp reference_builder.hpp",
    "path": "path.hpp",
    "cohort": "cohort.hpp ranking.hpp",
    "compare": "compare.hpp",
    "diff": "rubric_diff.hpp",
    "lint": "lint.hpp",
    "examples": "examples.hpp",
    "write": "write_comparison.hpp write_json.hpp write_lint.hpp write_path.hpp write_ranking.hpp"
    " write_rubric.hpp write_rubric_diff.hpp write_summary.hpp write_text.hpp",
    "write/text": "",
    "write/json": "",
}

# The inside of FEEL is for FEEL: other parts take its public headers.
PRIVATE = ("feel/values", "feel/code", "feel/builtins", "feel/run", "feel/syntax")

# What breaks a rule and still stands, each with its reason. This list only shrinks.
DECOMPILES = "lint takes conditions apart from FEEL's machine code, because FEEL keeps no tree yet"
TRIES = "the facts that a path tries are found in FEEL's machine code, because FEEL keeps no tree yet"
EXCEPTIONS = {
    ("lint/candidates.ipp", "feel/code/code.hpp"): DECOMPILES,
    ("lint/formulas.ipp", "feel/code/code.hpp"): DECOMPILES,
    ("lint/meaning.hpp", "feel/code/code.hpp"): DECOMPILES,
    ("lint/meaning.ipp", "feel/builtins/table.hpp"): DECOMPILES,
    ("lint/search.ipp", "feel/code/code.hpp"): DECOMPILES,
    ("lint/space.ipp", "feel/code/code.hpp"): DECOMPILES,
    ("lint/term.hpp", "feel/code/code.hpp"): DECOMPILES,
    ("lint/term.ipp", "feel/code/code.hpp"): DECOMPILES,
    ("path/candidates.hpp", "feel/code/code.hpp"): TRIES,
}

ORDER = list(PARTS)
PART_OF = {header: part for part, headers in PARTS.items() for header in headers.split()}
WHOLE = ("bontot.hpp", "src.hpp", "bontot.h")  # of no part: the umbrellas and the C ABI


def files():
    return sorted(
        path.relative_to(INCLUDE).as_posix() for path in INCLUDE.rglob("*") if path.suffix in (".h", ".hpp", ".ipp")
    )


def includes(path):
    text = (INCLUDE / path).read_text(encoding="ascii")
    return re.findall(r"^#include <bontot/([^>]+)>", text, flags=re.MULTILINE)


def part_of(path):
    return PART_OF.get(path) or path.rpartition("/")[0]


def is_inside_of_feel(path):
    return path not in PART_OF and part_of(path) in PRIVATE


def looks_up(path, included):
    if part_of(path) not in ORDER or part_of(included) not in ORDER:
        return False  # told by unknown_parts
    if not part_of(path).startswith("feel/") and is_inside_of_feel(included):
        return True
    return ORDER.index(part_of(included)) > ORDER.index(part_of(path))


def unknown_parts():
    for path in files():
        if path not in WHOLE and part_of(path) not in ORDER:
            yield f"{path}: is of no part; give it one in PARTS"
    for header in PART_OF:
        if not (INCLUDE / header).exists():
            yield f"{header}: PARTS names it, and it is not there"


def upward_includes():
    used = set()
    for path in files():
        if path in WHOLE:
            continue
        for included in includes(path):
            if included.endswith(".ipp"):
                yield f"{path}: includes {included}; bodies are included by src.hpp and src/core alone"
            elif not looks_up(path, included):
                continue
            elif (path, included) in EXCEPTIONS:
                used.add((path, included))
            else:
                yield f"{path}: includes {included}, which {part_of(path)} must not see"
    for path, included in sorted(set(EXCEPTIONS) - used):
        yield f"{path}: no longer includes {included}; take it out of EXCEPTIONS"


def circles():
    state = {}
    stack = []

    def walk(path):
        state[path] = "open"
        stack.append(path)
        for included in includes(path):
            if state.get(included) == "open":
                yield " -> ".join([*stack[stack.index(included) :], included]) + ": a circle"
            elif included not in state and (INCLUDE / included).exists():
                yield from walk(included)
        stack.pop()
        state[path] = "done"

    for path in files():
        if path not in state:
            yield from walk(path)


def bodies():
    wanted = {path for path in files() if path.endswith(".ipp")}
    compiled = defaultdict(list)
    for source in sorted((ROOT / "src" / "core").glob("*.cpp")):
        for path in re.findall(r"^#include <bontot/([^>]+)>", source.read_text(encoding="ascii"), flags=re.MULTILINE):
            compiled[path].append(source.name)
    in_one = includes("src.hpp")
    for path in sorted(wanted | set(compiled) | set(in_one)):
        if path not in wanted:
            yield f"{path}: is compiled, and is no .ipp that is there"
            continue
        if len(compiled[path]) != 1:
            yield f"{path}: compiled by {compiled[path] or 'no source'} of src/core, not by exactly one"
        if in_one.count(path) != 1:
            yield f"{path}: stands {in_one.count(path)} times in src.hpp, not once"


def picture():
    seen = defaultdict(set)
    for path in files():
        if path not in WHOLE:
            seen[part_of(path)] |= {part_of(each) for each in includes(path)} - {part_of(path)}
    for part in ORDER:
        print(f"{part:15} sees {' '.join(sorted(seen[part], key=ORDER.index)) or 'nothing'}")


def main():
    if sys.argv[1:] == ["--picture"]:
        return picture()
    if sys.argv[1:]:
        sys.exit(__doc__)
    complaints = [each for check in (unknown_parts, upward_includes, circles, bodies) for each in check()]
    for complaint in complaints:
        print(complaint)
    return sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
