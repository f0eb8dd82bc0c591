#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compares the C ABI of a built library with what it was at the last release.

check.py LIBRARY            fails when something that was there is gone or different
check.py LIBRARY --write    stores what is there now as that of this version: only for a release
check.py --try              shows on tiny libraries that a break fails and an addition does not

LIBRARY is a Debug build: functions and types are read from its debug information. Stored are, in a folder
for each release, abi.xml (of abidw) and constants.tsv (bontot.h's macros). Needs Debian's abigail-tools;
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
HEADERS = INCLUDE / "bontot"
CONSTANT = re.compile(r"^#define (BONTOT_[A-Z0-9_]+) (-?\d+|SIZE_MAX)\b", flags=re.MULTILINE)


def run(*command):
    return subprocess.run(command, check=False, capture_output=True, text=True)


def describe(library, headers):
    """The description of a library, of what its headers show alone."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "abi.xml")
        done = run(
            "abidw", "--headers-dir", str(headers), "--drop-private-types", "--no-comp-dir-path",
            "--no-corpus-path", "--no-show-locs", "--type-id-style", "hash", "--out-file", str(out), str(library),
        )
        if done.returncode != 0:
            sys.exit(f"abidw cannot read {library}: {done.stderr}")
        return out.read_text(encoding="utf-8")


def broken(before, after):
    """What is gone or different between two descriptions."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("before.xml", "after.xml")]
        for path, text in zip(paths, (before, after)):
            path.write_text(text, encoding="utf-8")
        done = run("abidiff", "--no-added-syms", *map(str, paths))
    return "" if done.returncode == 0 else done.stdout + done.stderr


def constants(headers):
    return dict(CONSTANT.findall((headers / "bontot.h").read_text(encoding="ascii")))


def broken_constants(before, after):
    return [
        f"{name} was {value} and is {after.get(name, 'gone')}\n"
        for name, value in before.items()
        if after.get(name) != value
    ]


def version():
    text = (HEADERS / "version.h").read_text(encoding="ascii")
    return ".".join(re.findall(r"^#define BONTOT_VERSION_[A-Z]+ (\d+)$", text, flags=re.MULTILINE))


def releases():
    """The folders of the releases, oldest first."""
    folders = [path.parent for path in HERE.glob("*/abi.xml")]
    return sorted(folders, key=lambda folder: [int(part) for part in folder.name.split(".")])


def write(library):
    folder = HERE / version()
    folder.mkdir(exist_ok=True)
    (folder / "abi.xml").write_text(describe(library, HEADERS), encoding="utf-8")
    rows = "".join(f"{name}\t{value}\n" for name, value in constants(HEADERS).items())
    (folder / "constants.tsv").write_text(rows, encoding="ascii")


def compare(library):
    last = releases()[-1]
    complaints = broken((last / "abi.xml").read_text(encoding="utf-8"), describe(library, HEADERS))
    rows = (last / "constants.tsv").read_text(encoding="ascii").splitlines()
    complaints += "".join(broken_constants(dict(row.split("\t") for row in rows), constants(HEADERS)))
    if complaints:
        sys.exit(f"{complaints}\nThe C ABI is not what it was in {last.name}.")
    print(f"all that {last.name} has is there: {len(rows)} constants, {count_functions(last)} functions")


def count_functions(release):
    return len(re.findall("<elf-symbol ", (release / "abi.xml").read_text(encoding="utf-8")))


# ---- Trying it ----------------------------------------------------------------

TINY = """#include <stdint.h>
typedef struct tiny tiny;
typedef struct number { int64_t coefficient; int32_t scale; } number;
int32_t tiny_put(tiny *into, number value);
double tiny_get(const tiny *from);
"""
BODIES = """#include "tiny.h"
struct tiny { number value; };
int32_t tiny_put(tiny *into, number value) { into->value = value; return 0; }
double tiny_get(const tiny *from) { return (double)from->value.coefficient; }
"""
MORE = "int32_t tiny_more(void)"
# What is done to the header and the bodies, and whether that is a break.
CHANGES = {
    "nothing": ([], False),
    "a new function": ([("double tiny_get", MORE + ";\ndouble tiny_get", MORE + " { return 1; }\ndouble tiny_get")], False),
    "a longer handle": ([("struct tiny {", None, "struct tiny { int more;")], False),
    "a function gone": ([("double tiny_get", "static double tiny_get", "static double tiny_get")], True),
    "another name": ([("tiny_put", "tiny_set", "tiny_set")], True),
    "another parameter": ([("number value)", "const number *value)", "const number *value)"),
                           ("= value", None, "= *value")], True),
    "a longer result": ([("int32_t tiny_put", "int64_t tiny_put", "int64_t tiny_put")], True),
    "a longer struct": ([("int32_t scale;", "int32_t scale, more[2];", None)], True),
    "another order": ([("int64_t coefficient; int32_t scale;", "int32_t scale; int64_t coefficient;", None)], True),
}


def changed(text, changes, which):
    for change in changes:
        if change[which] is not None:
            text = text.replace(change[0], change[which])
    return text


def tiny(changes):
    """The description of a tiny library."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "tiny.h").write_text(changed(TINY, changes, 1), encoding="ascii")
        (place / "tiny.c").write_text(changed(BODIES, changes, 2), encoding="ascii")
        library = place / "libtiny.so"
        built = run("cc", "-g", "-w", "-shared", "-fPIC", str(place / "tiny.c"), "-o", str(library))
        if built.returncode != 0:
            sys.exit(built.stderr)
        return describe(library, place)


def try_out():
    before = tiny([])
    wrong = [name for name, (changes, is_break) in CHANGES.items() if bool(broken(before, tiny(changes))) != is_break]
    old = {"BONTOT_A": "1", "BONTOT_B": "2"}
    for name, new, count in (("a new constant", {**old, "BONTOT_C": "3"}, 0),
                             ("another value", {**old, "BONTOT_B": "3"}, 1),
                             ("a constant gone", {"BONTOT_A": "1"}, 1)):
        if len(broken_constants(old, new)) != count:
            wrong.append(name)
    if wrong:
        sys.exit(f"told wrongly: {', '.join(wrong)}")
    print(f"{len(CHANGES) + 3} changes told rightly")


def main():
    arguments = sys.argv[1:]
    for command in ("abidw", "abidiff"):
        if not shutil.which(command):
            print(f"skipped: {command} is not installed (abigail-tools)")
            sys.exit(77)
    if arguments == ["--try"]:
        try_out()
    elif len(arguments) == 2 and arguments[1] == "--write":
        write(arguments[0])
    elif len(arguments) == 1 and not arguments[0].startswith("-"):
        compare(arguments[0])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
