#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes which functions of bontot.h each binding covers: how many in bindings/README.md, which in bindings/coverage.md.

binding_coverage.py          writes them
binding_coverage.py --check  exits with 1 when they are not what the sources say

A binding is a folder of bindings/. The file that names the most functions is its table of signatures (with those beside it
whose names begin alike, as Functions.cs and Functions.Many.cs); what the other sources name is called. Tests and comments do
not count.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEADER = ROOT / "include" / "bontot" / "bontot.h"
BINDINGS = ROOT / "bindings"
README = BINDINGS / "README.md"
COVERAGE = BINDINGS / "coverage.md"
SOURCES = {".c", ".cdef", ".cpp", ".cs", ".h", ".hpp", ".java", ".js", ".mjs", ".php", ".py", ".ts"}
NOT_SHIPPED = {"bin", "build", "dist", "node_modules", "obj", "target", "test", "tests", "vendor"}
COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*|^\s*#[^\n]*", re.DOTALL | re.MULTILINE)
BEGIN = "<!-- Written by tests/tooling/binding_coverage.py -->\n"
END = "<!-- To here -->\n"


def read_sections():
    """The functions of the header, by the sections that it has."""
    text = HEADER.read_text(encoding="ascii")
    parts = re.split(r"^/\* -{4} (.+?) -+ \*/$", text, flags=re.MULTILINE)
    sections = {}
    for title, part in zip(parts[1::2], parts[2::2]):
        bare = re.sub(r"/\*.*?\*/", " ", part, flags=re.DOTALL)
        functions = re.findall(r"^BONTOT_API\b[^;]*?\b(bontot_\w+)\s*\(", bare, flags=re.MULTILINE)
        if functions:
            sections[title] = functions
    return sections


def sources(folder):
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.suffix in SOURCES and path.is_file() and not NOT_SHIPPED.intersection(parts[:-1]):
            yield path


def names_in(path, functions):
    text = COMMENT.sub(" ", path.read_text(encoding="utf-8"))
    return functions.intersection(re.findall(r"\bbontot_\w+", text))


def coverage(folder, functions):
    """What stands in the table of a binding, and what is called; None of what has no sources."""
    named = {path: names_in(path, functions) for path in sources(folder)}
    if not any(named.values()):
        return None
    largest = max(named, key=lambda path: len(named[path]))
    stem = largest.name.split(".")[0]
    tables = [path for path in named if path.parent == largest.parent and path.name.split(".")[0] == stem]
    in_table = set().union(*(named[path] for path in tables))
    called = set().union(*(found for path, found in named.items() if path not in tables))
    return in_table, called


def summary(bindings, count):
    lines = [
        "| binding | functions in its table of signatures | called by its idiom |\n",
        "|---|---|---|\n",
    ]
    for name, (in_table, called) in bindings.items():
        lines.append(f"| [{name}]({name}) | {len(in_table)} of {count} | {len(called)} of {count} |\n")
    return "".join(lines)


def mark(function, in_table, called):
    if function in called:
        return "called"
    return "table" if function in in_table else "no"


def full(bindings, sections):
    lines = [
        "# Which functions each binding covers\n\n",
        "Written by `tests/tooling/binding_coverage.py`; a test compares. *called*: by the idiom. *table*: it stands in the\n",
        "table of signatures, and the idiom says the same by another way, as the figures of a result by its JSON. *no*: it is\n",
        "not there.\n",
    ]
    for title, functions in sections.items():
        lines.append(f"\n## {title}\n\n")
        lines.append("| function | " + " | ".join(bindings) + " |\n")
        lines.append("|---" * (len(bindings) + 1) + "|\n")
        for function in functions:
            marks = (mark(function, *covered) for covered in bindings.values())
            lines.append(f"| `{function}` | " + " | ".join(marks) + " |\n")
    return "".join(lines)


def with_summary(readme, table):
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{README.name}: there is no place for the table")
    return before + BEGIN + table + END + after


def make():
    sections = read_sections()
    functions = {each for part in sections.values() for each in part}
    found = {path.name: coverage(path, functions) for path in sorted(BINDINGS.iterdir()) if path.is_dir()}
    bindings = {name: covered for name, covered in found.items() if covered}
    if not functions or not bindings:
        sys.exit("no functions, or no bindings")
    readme = README.read_text(encoding="utf-8")
    return {README: with_summary(readme, summary(bindings, len(functions))), COVERAGE: full(bindings, sections)}


def main():
    for path, text in make().items():
        is_fresh = path.is_file() and path.read_text(encoding="utf-8") == text
        if is_fresh:
            continue
        if sys.argv[1:] == ["--check"]:
            sys.exit(f"{path.relative_to(ROOT)} is not fresh: run tests/tooling/{Path(__file__).name}")
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
