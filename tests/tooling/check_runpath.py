#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that no program or shared library of some folders looks for libraries in the working directory.

check_runpath.py FOLDER...

An entry of RPATH or RUNPATH that is empty, or relative, is looked up from wherever the program is started: who can
write there has his own libz.so.1 loaded. READELF in the environment names the tool; without it nothing is checked.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ENTRY = re.compile(r"\((?:RPATH|RUNPATH)\)\s+Library r(?:un)?path: \[(.*)\]")
FIXED = ("/", "$ORIGIN", "${ORIGIN}")
PROGRAM_OR_LIBRARY = (2, 3)  # ET_EXEC, ET_DYN


def is_loaded(path):
    """Whether the dynamic linker loads a file: an ELF program or shared library."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(18)
    if len(head) < 18 or head[:4] != b"\x7fELF":
        return False
    order = "little" if head[5] == 1 else "big"
    return int.from_bytes(head[16:18], order) in PROGRAM_OR_LIBRARY


def complaints_about(path, readelf):
    text = subprocess.run((readelf, "-dW", str(path)), check=True, capture_output=True, text=True).stdout
    entries = [each for found in ENTRY.findall(text) for each in found.split(":")]
    return [f"{path}: looks for libraries in '{each}'" for each in entries if not each.startswith(FIXED)]


def main():
    readelf = shutil.which(os.environ.get("READELF") or "readelf")
    if readelf is None:
        print("readelf is not installed")
        return 77
    files = [path for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*")) if is_loaded(path)]
    if not files:
        print("no program or shared library in", *sys.argv[1:])
        return 1
    complaints = [each for path in files for each in complaints_about(path, readelf)]
    print(*complaints, sep="\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
