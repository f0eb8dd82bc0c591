#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compiles every header of the core alone, syntax only.

headers_alone.py 'COMPILER OPTIONS...' ['C COMPILER OPTIONS...']

What comes before a header in a file does not matter where the header includes all of that anyway. So headers
are lined up, each behind one whose own includes are a part of its own, and one file that includes such a line
in its order shows each of its headers to be as good as alone, in half the time. Each is included twice. Those
for C are compiled alone by the C compiler, too.
"""

import os
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from check_parts import INCLUDE, files, includes


def headers(*suffixes):
    return [path for path in files() if path.endswith(suffixes) and path != "src.hpp"]  # tests/consumers compiles that


@lru_cache(maxsize=None)
def seen_by(header):
    """The header and whatever of ours it includes, itself or by another."""
    return frozenset({header}.union(*map(seen_by, includes(header))))


def lines_of(names):
    lines = []
    for header in sorted(names, key=lambda name: (len(seen_by(name)), name)):
        fitting = [line for line in lines if seen_by(line[-1]) < seen_by(header)]
        if fitting:
            max(fitting, key=lambda line: len(seen_by(line[-1]))).append(header)
        else:
            lines.append([header])
    return lines


def complaint(compiler, language, line):
    source = "".join(f"#include <bontot/{header}>\n" for header in line + line) + "extern int not_empty;\n"
    command = [*shlex.split(compiler), f"-I{INCLUDE.parent}", "-fsyntax-only", "-x", language, "-"]
    done = subprocess.run(command, input=source, capture_output=True, text=True)
    if done.returncode == 0:
        return ""
    return f"{' '.join(command)}, of\n{source}{done.stderr}"


def main():
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    work = [(sys.argv[1], "c++", line) for line in lines_of(headers(".h", ".hpp"))]
    if len(sys.argv) == 3:
        work += [(sys.argv[2], "c", [header]) for header in headers(".h")]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = [text for text in pool.map(lambda job: complaint(*job), work) if text]
    print("\n".join(complaints), end="")
    print(f"{len(headers('.h', '.hpp'))} headers, {len(work)} files, {len(complaints)} of them wrong")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
