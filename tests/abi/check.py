#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compares the C ABI of a built library with what it was at the last release.

check.py LIBRARY            fails when something that was there is gone or different
check.py LIBRARY --write    stores what is there now as that of this version: only for a release
check.py --try              shows on tiny headers that a break fails and an addition does not

Stored are, in a folder for each release: symbols.txt, what the library exports; abi.xml, functions and types
as abidw sees them; constants.tsv, bontot.h's macros, which abidw does not see. abidw reads a library that is
made of bontot.h with empty functions: what the compiler lets through is what the real one is made of, in
which abidw would describe all of the C++ behind the handles. Needs Debian's abigail-tools and a C compiler;
exits with 77 (skipped) without them.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
INCLUDE = HERE.parent.parent / "include"
CONSTANT = re.compile(r"^#define (BONTOT_[A-Z0-9_]+) (-?\d+|SIZE_MAX)\b", flags=re.MULTILINE)
DECLARED = re.compile(r"\bBONTOT_API\b\s*([^;{}]*?\b\w+\s*\([^;{}]*\))\s*;")


def run(*command):
    return subprocess.run(command, check=False, capture_output=True, text=True)


def empty_functions(header):
    """The definition of each function of a header, doing nothing."""
    text = re.sub(r"/\*.*?\*/", " ", header, flags=re.DOTALL)
    text = re.sub(r"^\s*#(?:.*\\\n)*.*$", " ", text, flags=re.MULTILINE)
    bodies = []
    for prototype in DECLARED.findall(text):
        returns = not re.match(r"void\s+\w+\s*\(", prototype)
        bodies.append(f"{prototype} {{ {'return 0;' if returns else ''} }}")
    return "\n".join(bodies) + "\n"


def describe(header, include):
    """What abidw says of the functions and types of a header."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "abi.h").write_text(header, encoding="ascii")
        (place / "abi.c").write_text('#include "abi.h"\n' + empty_functions(header), encoding="ascii")
        flags = ("-g", "-w", "-std=c99", "-shared", "-fPIC", f"-I{include}", f"-ffile-prefix-map={folder}=.")
        built = run("cc", *flags, str(place / "abi.c"), "-o", str(place / "libabi.so"))
        if built.returncode != 0:
            sys.exit(f"the header cannot be compiled: {built.stderr}")
        shown = ("--no-corpus-path", "--no-comp-dir-path", "--no-show-locs")
        done = run("abidw", *shown, "--type-id-style", "hash", str(place / "libabi.so"))
        if done.returncode != 0:
            sys.exit(f"abidw cannot describe it: {done.stderr}")
        return done.stdout


def broken(before, after):
    """What is gone or different between two descriptions."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("before.xml", "after.xml")]
        for path, text in zip(paths, (before, after)):
            path.write_text(text, encoding="utf-8")
        done = run("abidiff", "--no-added-syms", *map(str, paths))
    return "" if done.returncode == 0 else done.stdout + done.stderr


def constants(header):
    return dict(CONSTANT.findall(header))


def broken_constants(before, after):
    return [
        f"{name} was {value} and is {after.get(name, 'gone')}\n"
        for name, value in before.items()
        if after.get(name) != value
    ]


def symbols(library):
    """What a library exports, each with its version."""
    rows = [line.split() for line in run("nm", "-D", "--defined-only", str(library)).stdout.splitlines()]
    return sorted(row[2] for row in rows)


def broken_symbols(before, after):
    return [f"the library no longer exports {name}\n" for name in before if name not in after]


def header():
    return (INCLUDE / "bontot" / "bontot.h").read_text(encoding="ascii")


def version():
    text = (INCLUDE / "bontot" / "version.h").read_text(encoding="ascii")
    return ".".join(re.findall(r"^#define BONTOT_VERSION_[A-Z]+ (\d+)$", text, flags=re.MULTILINE))


def releases():
    """The folders of the releases, oldest first."""
    folders = [path.parent for path in HERE.glob("*/abi.xml")]
    return sorted(folders, key=lambda folder: [int(part) for part in folder.name.split(".")])


def write(library):
    folder = HERE / version()
    folder.mkdir(exist_ok=True)
    rows = "".join(f"{name}\t{value}\n" for name, value in constants(header()).items())
    (folder / "abi.xml").write_text(describe(header(), INCLUDE), encoding="utf-8")
    (folder / "constants.tsv").write_text(rows, encoding="ascii")
    (folder / "symbols.txt").write_text("\n".join(symbols(library)) + "\n", encoding="ascii")


def compare(library):
    last = releases()[-1]
    rows = (last / "constants.tsv").read_text(encoding="ascii").splitlines()
    exported = (last / "symbols.txt").read_text(encoding="ascii").split()
    complaints = broken_symbols(exported, symbols(library))
    complaints += broken_constants(dict(row.split("\t") for row in rows), constants(header()))
    complaints.append(broken((last / "abi.xml").read_text(encoding="utf-8"), describe(header(), INCLUDE)))
    if any(complaints):
        sys.exit(f"{''.join(complaints)}\nThe C ABI is not what it was in {last.name}.")
    print(f"all that {last.name} has is there: {len(exported)} symbols, {len(rows)} constants")


# ---- Trying it ----------------------------------------------------------------

TINY = """#include <stdint.h>
#define BONTOT_API
typedef struct tiny tiny;
typedef struct number { int64_t coefficient; int32_t scale; } number;
BONTOT_API int32_t tiny_put(tiny *into, number value);
BONTOT_API double tiny_get(const tiny *from);
"""
# What is changed in the header, and whether that is a break.
CHANGES = {
    "nothing": ("", "", False),
    "a new function": ("BONTOT_API double", "BONTOT_API void tiny_more(int one);\nBONTOT_API double", False),
    "a function gone": ("BONTOT_API double tiny_get(const tiny *from);", "", True),
    "another name": ("tiny_put", "tiny_set", True),
    "another parameter": ("number value)", "const number *value)", True),
    "one parameter more": ("number value)", "number value, int more)", True),
    "a longer result": ("int32_t tiny_put", "int64_t tiny_put", True),
    "a longer struct": ("int32_t scale;", "int32_t scale, more[2];", True),
    "another order": ("int64_t coefficient; int32_t scale;", "int32_t scale; int64_t coefficient;", True),
}


def told_wrongly():
    before = describe(TINY, INCLUDE)
    for name, (old, new, is_break) in CHANGES.items():
        if bool(broken(before, describe(TINY.replace(old, new) if old else TINY, INCLUDE))) != is_break:
            yield name
    old = {"BONTOT_A": "1", "BONTOT_B": "2"}
    if broken_constants(old, {**old, "BONTOT_C": "3"}) or broken_symbols(["a@@V_0"], ["a@@V_0", "b@@V_1"]):
        yield "an addition"
    if len(broken_constants(old, {"BONTOT_B": "3"})) != 2 or not broken_symbols(["a@@V_0"], ["a@@V_1"]):
        yield "another value, a constant gone, another version of a symbol"


def main():
    arguments = sys.argv[1:]
    for command in ("abidw", "abidiff", "cc"):
        if not shutil.which(command):
            print(f"skipped: {command} is not installed (abigail-tools)")
            sys.exit(77)
    if arguments == ["--try"]:
        wrong = list(told_wrongly())
        if wrong:
            sys.exit(f"told wrongly: {'; '.join(wrong)}")
        print(f"{len(CHANGES)} changes told rightly, and those of constants and symbols")
    elif len(arguments) == 2 and arguments[1] == "--write":
        write(arguments[0])
    elif len(arguments) == 1 and not arguments[0].startswith("-"):
        compare(arguments[0])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
