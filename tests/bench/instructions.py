#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Counts the instructions that a path takes for a dossier, and compares with instructions.tsv.

instructions.py BUILD             fails when a path takes over 3 % more than the file says
instructions.py BUILD --write     writes what was counted into the file
instructions.py BUILD --loading   prints what it takes to load the flagship dossiers, and from their texts to
                                  summaries, as ratios to Boost.JSON's SAX parse of the same texts, of one run

BUILD is a Release build with BONTOT_BUILD_BENCH. Each row of the file is a path of paths.cpp and says what
is counted: the second time that the path is gone. The counts are of the compiler that the file's first line
names; with another one this exits with 77. The same library and program count the same; other folders and
environments move a count by less than 0.1 %.
"""

import gzip
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
COUNTS = HERE / "instructions.tsv"
MOST_GROWTH = 1.03
DOSSIERS = 100  # every third of the sample: most on a threshold, some with facts missing
FLAGSHIP = ("example", "full", "disciplined", "missing-third")


def compiler_of(build):
    """Such as "GNU 12"."""
    text = next((build / "CMakeFiles").glob("*/CMakeCXXCompiler.cmake")).read_text(encoding="utf-8")
    kind, version = (
        re.search(rf'set\(CMAKE_CXX_COMPILER_{key} "([^"]*)"', text)[1] for key in ("ID", "VERSION")
    )
    return f"{kind} {version.split('.')[0]}"


def read_counts():
    lines = COUNTS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return lines[0].removeprefix("# ").split(",")[0], {row[0]: int(row[1]) for row in rows}


def write_counts(compiler, paths, counts):
    rows = [f"# {compiler}, Release, x86-64: instructions by callgrind; see instructions.py"]
    rows += ["# Over the sample under tests/bench/rubric.json; or under bon-tot-2023, over example.json or the four"]
    rows += [f"# flagship dossiers of tests/data/dossiers: {', '.join(FLAGSHIP)}."]
    rows += ["# path\tinstructions a dossier\tover\twhat is counted"]
    rows += [f"{name}\t{counts[name]}\t{over}\t{what}" for name, over, what in paths]
    COUNTS.write_text("\n".join(rows) + "\n", encoding="utf-8")


def inputs(over, folder):
    """The rubric and the dossiers that a path is run over."""
    if over == "sample":
        sample = HERE.parent / "data" / "bench" / "sample.ndjson.gz"
        lines = gzip.decompress(sample.read_bytes()).splitlines(keepends=True)
        (folder / "dossiers.ndjson").write_bytes(b"".join(lines[::3][:DOSSIERS]))
        return [HERE / "rubric.json", folder / "dossiers.ndjson"]
    names = {"example": FLAGSHIP[:1], "flagship": FLAGSHIP}[over]
    dossiers = [HERE.parent / "data" / "dossiers" / f"{name}.json" for name in names]
    return [ROOT / "src" / "rubrics" / "bon-tot-2023.json", *dossiers]


def counted(build, names, over, folder):
    """Instructions a dossier of each path, all in one run, once every dossier has been scored before."""
    out = folder / "counts"
    command = [
        "valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--collect-atstart=no",
        "--toggle-collect=bench_measured", "--dump-after=bench_measured", build / "tests" / "bontot_paths",
        "--count", ",".join(names), *inputs(over, folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{', '.join(names)} could not be counted:\n{done.stderr[-2000:]}")
    totals = [
        int(re.search(r"^totals: (\d+)", Path(f"{out}.{i + 1}").read_text(encoding="utf-8"), re.MULTILINE)[1])
        for i in range(len(names))
    ]
    return [round(total / int(dossiers)) for total, dossiers in zip(totals, done.stdout.split())]


def own_paths(build):
    """Of each path its name, what it is run over, and what is counted."""
    done = subprocess.run([build / "tests" / "bontot_paths", "--names"], capture_output=True, text=True, check=True)
    return [line.split("\t") for line in done.stdout.splitlines()]


def print_loading(build, folder):
    events, loading, summary = counted(build, ("boost_events", "read", "summary"), "flagship", folder)
    print(f"a flagship dossier, the mean of {len(FLAGSHIP)}, in instructions:")
    print(f"Boost.JSON's SAX parse  {events:9}")
    print(f"text to dossier         {loading:9}  {loading / events:.2f} x")
    print(f"text to summary         {summary:9}  {summary / events:.2f} x")


def compare(counts, expected):
    if set(counts) != set(expected):
        sys.exit(f"instructions.tsv has {sorted(expected)}, paths.cpp {sorted(counts)}: use --write")
    for name, count in counts.items():
        print(f"{name:16} {count:9} instructions, {count / expected[name] - 1:+.1%} against the file")
    grown = [name for name, count in counts.items() if count > expected[name] * MOST_GROWTH]
    if grown:
        sys.exit(f"grown by more than 3 %: {', '.join(grown)}; if that must be, commit what --write writes")


def main(build, mode):
    compiler = compiler_of(build)
    expected_compiler, expected = read_counts()
    if not mode and compiler != expected_compiler:
        print(f"skipped: instructions.tsv is of {expected_compiler}, this is {compiler}")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if mode == "--loading":
            return print_loading(build, folder)
        paths = own_paths(build)
        counts = {name: counted(build, [name], over, folder)[0] for name, over, _ in paths}
    return write_counts(compiler, paths, counts) if mode else compare(counts, expected)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--write"], ["--loading"]):
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve(), "".join(sys.argv[2:]))
