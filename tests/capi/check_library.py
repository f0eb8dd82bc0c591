#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks what the built library shows and needs.

check_library.py exports LIBRARY    it exports bontot.h's functions, which exports.txt lists, each
                                    with the version of its SONAME
check_library.py needed LIBRARY     it needs the C and C++ runtimes alone; a DLL, Windows alone
check_library.py alone LIBRARY      it needs the C runtime alone (BONTOT_STATIC_RUNTIME)
check_library.py undefined LIBRARY  it calls nothing that prints, exits or aborts (Release)
check_library.py size LIBRARY       stripped, it has at most 2,200,000 bytes (Release)
check_library.py list               writes exports.txt from bontot.h; look at the difference

NM, READELF, OBJDUMP and STRIP in the environment name the tools for libraries of another system.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEADER = HERE.parent.parent / "include" / "bontot" / "bontot.h"
EXPORTS = HERE / "exports.txt"
NEEDED = re.compile(r"(libc|libm|libgcc_s|libstdc\+\+|ld-linux[-\w]*)\.so\.\d+")
C_ALONE = re.compile(r"(libc|libm|ld-linux[-\w]*)\.so\.\d+")
MOST_BYTES = 2_200_000
# What every Windows has.
NEEDED_DLL = re.compile(r"(KERNEL32|msvcrt|ucrtbase|api-ms-win-crt-[-\w]+)\.dll")
FORBIDDEN = {"abort", "exit", "printf", "puts", "cout", "cerr", "stdout", "stderr"}


def declared():
    """The names of the functions that the header declares."""
    text = HEADER.read_text(encoding="ascii")
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL)
    text = re.sub(r"^\s*#(?:.*\\\n)*.*$", " ", text, flags=re.MULTILINE)
    names = re.findall(r"\bBONTOT_API\b[^;(]*?\b(\w+)\s*\(", text)
    if not names:
        sys.exit(f"no function found in {HEADER.name}")
    return sorted(names)


def run(tool, *arguments):
    command = (os.environ.get(tool.upper()) or tool, *arguments)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def compare(first, first_name, second, second_name):
    only_first = [name for name in first if name not in second]
    only_second = [name for name in second if name not in first]
    complaints = [f"  {name}: in {first_name}, not in {second_name}" for name in only_first]
    return complaints + [f"  {name}: in {second_name}, not in {first_name}" for name in only_second]


def exported_of(library):
    """What it exports: names, and the version of each in a shared object."""
    if library.endswith(".dll"):
        table = run("objdump", "-p", library).split("[Ordinal/Name Pointer] Table", 1)[1]
        names = re.findall(r"^\s*\[ *\d+\](?: \+base\[ *\d+\] +[0-9a-f]+)? (\S+)$", table, re.MULTILINE)
        return {name: None for name in sorted(names)}
    rows = [line.split() for line in run("nm", "-D", "--defined-only", library).splitlines()]
    # The version itself (BONTOT_0) is an absolute symbol.
    symbols = [row[2].partition("@@") for row in rows if row[1] != "A"]
    return {name: found or "none" for name, _, found in sorted(symbols)}


def version_of(library):
    """The version that each function has to have; none in a DLL."""
    if library.endswith(".dll"):
        return None
    soname = re.search(r"\(SONAME\).*\[libbontot\.so\.(\d+)\]", run("readelf", "-dW", library))
    return f"BONTOT_{soname[1]}" if soname else "?"


def exports(library):
    exported = exported_of(library)
    version = version_of(library)
    listed = EXPORTS.read_text(encoding="ascii").split()
    complaints = compare(declared(), HEADER.name, listed, EXPORTS.name)
    complaints += compare(listed, EXPORTS.name, list(exported), "the library")
    complaints += [f"  {name} has the version {found}" for name, found in exported.items() if found != version]
    return complaints, f"{len(exported)} functions exported, version {version or 'none'}"


def needed(library, allowed=NEEDED):
    if library.endswith(".dll"):
        names, allowed = re.findall(r"DLL Name: (\S+)", run("objdump", "-p", library)), NEEDED_DLL
    else:
        names = re.findall(r"\(NEEDED\).*\[(.*)\]", run("readelf", "-dW", library))
    complaints = [f"  needs {name}" for name in names if not allowed.fullmatch(name)]
    return complaints, f"needs {' '.join(names)}"


def alone(library):
    return needed(library, C_ALONE)


def undefined(library):
    symbols = run("nm", "-D", "-C", "--undefined-only", library).splitlines()
    complaints = []
    for symbol in symbols:
        name = symbol.split(maxsplit=1)[1].split("@")[0]
        if FORBIDDEN & set(re.findall(r"\w+", name)):
            complaints.append(f"  calls or reads {name}")
    return complaints, f"{len(symbols)} undefined symbols, none that prints, exits or aborts"


def size(library):
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder, "stripped.so")
        run("strip", "-o", str(stripped), library)
        bytes_ = stripped.stat().st_size
    complaints = [f"  {bytes_:,} bytes stripped, at most {MOST_BYTES:,} are allowed"]
    return complaints if bytes_ > MOST_BYTES else [], f"{bytes_:,} bytes stripped"


def main():
    checks = {"exports": exports, "needed": needed, "alone": alone, "undefined": undefined, "size": size}
    if sys.argv[1:] == ["list"]:
        EXPORTS.write_text("\n".join(declared()) + "\n", encoding="ascii")
        return
    if len(sys.argv) != 3 or sys.argv[1] not in checks:
        sys.exit(__doc__)
    complaints, summary = checks[sys.argv[1]](sys.argv[2])
    if complaints:
        sys.exit("\n".join([f"{sys.argv[1]}:"] + complaints))
    print(summary)


if __name__ == "__main__":
    main()
