#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Counts the instructions that a path takes for a dossier, and compares with instructions.tsv.

instructions.py BUILD            fails when a path takes over 10 % more than the file says
instructions.py BUILD --write    writes what was counted into the file

BUILD is a Release build with BONTOT_BUILD_BENCH. Each row of the file is a path of paths.cpp. The counts
are of the compiler that the file's first line names; with another one this exits with 77.
"""

import gzip
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
COUNTS = HERE / "instructions.tsv"
MOST_GROWTH = 1.10
DOSSIERS = 100  # every third of the sample: most on a threshold, some with facts missing


def compiler_of(build):
    """Such as "GNU 12"."""
    text = next((build / "CMakeFiles").glob("*/CMakeCXXCompiler.cmake")).read_text(encoding="utf-8")
    kind, version = (
        re.search(rf'set\(CMAKE_CXX_COMPILER_{key} "([^"]*)"', text)[1] for key in ("ID", "VERSION")
    )
    return f"{kind} {version.split('.')[0]}"


def read_counts():
    lines = COUNTS.read_text(encoding="utf-8").splitlines()
    counts = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
    return lines[0].removeprefix("# ").split(",")[0], {name: int(count) for name, count in counts.items()}


def write_counts(compiler, counts):
    rows = [f"# {compiler}, Release, x86-64: instructions a dossier by callgrind; see instructions.py"]
    rows += [f"{name}\t{count}" for name, count in counts.items()]
    COUNTS.write_text("\n".join(rows) + "\n", encoding="utf-8")


def counted(build, name, folder):
    """Instructions a dossier, once every one of them has been scored before."""
    command = [
        "valgrind", "--tool=callgrind", f"--callgrind-out-file={folder / name}", "--collect-atstart=no",
        "--toggle-collect=bench_measured", build / "tests" / "bontot_paths", HERE / "rubric.json",
        folder / "dossiers.ndjson", "--count", name,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{name} could not be counted:\n{done.stderr[-2000:]}")
    total = re.search(r"^summary: (\d+)", (folder / name).read_text(encoding="utf-8"), re.MULTILINE)
    return round(int(total[1]) / int(done.stdout))


def names_of(build):
    done = subprocess.run([build / "tests" / "bontot_paths", "--names"], capture_output=True, text=True, check=True)
    return done.stdout.split()


def main(build, writes):
    compiler = compiler_of(build)
    if not writes:
        expected_compiler, expected = read_counts()
        if compiler != expected_compiler:
            print(f"skipped: instructions.tsv is of {expected_compiler}, this is {compiler}")
            sys.exit(77)
    names = names_of(build)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = HERE.parent / "data" / "bench" / "sample.ndjson.gz"
        lines = gzip.decompress(sample.read_bytes()).splitlines(keepends=True)
        (folder / "dossiers.ndjson").write_bytes(b"".join(lines[::3][:DOSSIERS]))
        counts = {each: counted(build, each, folder) for each in names}
    if writes:
        return write_counts(compiler, counts)
    if set(names) != set(expected):
        sys.exit(f"instructions.tsv has {sorted(expected)}, paths.cpp {sorted(names)}: use --write")
    grown = [each for each in names if counts[each] > expected[each] * MOST_GROWTH]
    for each in names:
        print(f"{each:12} {counts[each]:9} instructions, {counts[each] / expected[each] - 1:+.1%} against the file")
    if grown:
        sys.exit(f"grown by more than 10 %: {', '.join(grown)}; if that must be, commit what --write writes")
    return None


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--write"]):
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve(), len(sys.argv) == 3)
