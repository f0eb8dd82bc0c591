#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that programs and shared libraries are hardened: check_hardening.py FILE...

Relocations are read-only once the file is loaded, all of them made before it starts; stacks are protected, and can not
be run. READELF in the environment names the tool; without it nothing is checked.
"""

import os
import re
import shutil
import subprocess
import sys

WANTED = {
    "has relocations that can be written to": r"^\s+GNU_RELRO\s",
    "makes relocations while it runs": r"\((?:FLAGS|FLAGS_1)\).*\b(?:BIND_NOW|NOW)\b",
    "has a stack that can be run": r"^\s+GNU_STACK\s.*\sRW\s",
    "has unprotected stacks": r"\sUND\s__stack_chk_fail\b",
}


def complaints_about(path, readelf):
    text = subprocess.run((readelf, "-ldW", "--dyn-syms", path), check=True, capture_output=True, text=True).stdout
    return [f"{path}: {what}" for what, pattern in WANTED.items() if not re.search(pattern, text, re.MULTILINE)]


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    readelf = shutil.which(os.environ.get("READELF") or "readelf")
    if readelf is None:
        print("readelf is not installed")
        return 77
    complaints = [each for path in sys.argv[1:] for each in complaints_about(path, readelf)]
    print(*complaints, sep="\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
