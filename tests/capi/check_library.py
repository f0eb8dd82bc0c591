#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks what the built library shows and needs.

check_library.py exports LIBRARY    it exports bontot.h's functions, which exports.txt lists, each
                                    with the version of its SONAME
check_library.py needed LIBRARY     it needs the C and C++ runtimes alone
check_library.py alone LIBRARY      it needs the C runtime alone (BONTOT_STATIC_RUNTIME)
check_library.py undefined LIBRARY  it calls nothing that prints, exits or aborts (Release)
check_library.py size LIBRARY       stripped, it has at most 2,000,000 bytes (Release)
check_library.py list               writes exports.txt from bontot.h; look at the difference
"""

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
MOST_BYTES = 2_000_000
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


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def compare(first, first_name, second, second_name):
    only_first = [name for name in first if name not in second]
    only_second = [name for name in second if name not in first]
    complaints = [f"  {name}: in {first_name}, not in {second_name}" for name in only_first]
    return complaints + [f"  {name}: in {second_name}, not in {first_name}" for name in only_second]


def exports(library):
    rows = [line.split() for line in run("nm", "-D", "--defined-only", library).splitlines()]
    soname = re.search(r"\(SONAME\).*\[libbontot\.so\.(\d+)\]", run("readelf", "-dW", library))
    version = f"BONTOT_{soname[1]}" if soname else "?"
    # The version itself (BONTOT_0) is an absolute symbol.
    symbols = [row[2].partition("@@") for row in rows if row[1] != "A"]
    exported = sorted(name for name, _, _ in symbols)
    listed = EXPORTS.read_text(encoding="ascii").split()
    complaints = compare(declared(), HEADER.name, listed, EXPORTS.name)
    complaints += compare(listed, EXPORTS.name, exported, "the library")
    complaints += [f"  {name} has the version {found or 'none'}" for name, _, found in symbols if found != version]
    return complaints, f"{len(exported)} functions exported, version {version}"


def needed(library, allowed=NEEDED):
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
