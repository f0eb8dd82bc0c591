#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs the judge against the library over generated rubrics and dossiers.

BONTOT_LIBRARY names the library; the binding must be in PYTHONPATH. The exit
code is 1 when they differ, when fewer pairs ran than asked, or when some kind
of rule was met too rarely. Every difference comes with the command that
replays it.
"""

import argparse
import multiprocessing
import sys
from collections import Counter

from cases import case_of, rubric_of
from compare import minimal
from coverage import covered, lacking
from library import load
from shrink import shrunk
from trial import tried
from writing import readable

DOSSIERS = 10
"""Dossiers for a rubric."""
CHUNK = 20
"""Rubrics for one piece of work."""
SHOWN = 3
"""Differences that are shown in full."""


def main():
    options = parsed()
    if options.replay:
        return replay(options.replay)
    pairs = options.deep or options.pairs
    met, failures, ran = Counter(), [], 0
    rubrics = -(-pairs // DOSSIERS)
    pieces = [(options.seed, first, min(first + CHUNK, rubrics)) for first in range(0, rubrics, CHUNK)]
    with multiprocessing.Pool(options.processes) as pool:
        for done, found, wrong in pool.imap_unordered(judged, pieces):
            ran += done
            met.update(found)
            failures += wrong
    return report(pairs, ran, met, sorted(failures))


def parsed():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=50_000, help="how many pairs of rubric and dossier")
    parser.add_argument("--deep", type=int, metavar="N", help="the same, for long runs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--replay", metavar="SEED", help="one pair, as the runner names it: show it smaller")
    return parser.parse_args()


def judged(piece):
    """Judges all pairs of some rubrics: how many, what they met, which were wrong."""
    seed, first, last = piece
    ran, met, wrong = 0, Counter(), []
    for place in range(first, last):
        name = f"{seed}.{place}"
        rubric = rubric_of(name)
        try:
            sheet = load(rubric)
        except Exception as error:
            wrong.append((f"{name}/0", [("rubric", str(error), "no error")]))
            continue
        for dossier in range(DOSSIERS):
            case = case_of(name, dossier, rubric)
            found, expected = tried(case, sheet)
            ran += 1
            met.update(covered(case, expected))
            if found:
                wrong.append((f"{name}/{dossier}", found))
    return ran, met, wrong


def report(asked, ran, met, failures):
    for name, found in failures[:SHOWN]:
        print(f"\n--replay {name}")
        show(found)
    print("\n" + "\n".join(f"{count:9,d}  {name}" for name, count in sorted(met.items())))
    rare = lacking(met, asked)
    for name in rare:
        print(f"met too rarely: {name} ({met[name]})")
    print(f"{ran:,d} pairs, {len(failures):,d} differ: {' '.join(name for name, _ in failures[:20])}")
    return 1 if failures or rare or ran < asked else 0


def show(found):
    for path, library, judge in minimal(found)[:10]:
        print(f"  {path}: the library says {library}, the judge {judge}")


def replay(name):
    """Judges one pair again; where it differs, shows the smallest case that still does."""
    seed, _, place = name.partition("/")
    rubric = rubric_of(seed)
    case = case_of(seed, int(place or 0), rubric)
    found, _ = tried(case)
    if not found:
        print("they agree")
        return 0
    show(found)
    small = shrunk(case)
    print("\nThe smallest case that still differs:")
    show(tried(small)[0])
    for part in ("rubric", "dossier", "reference"):
        if getattr(small, part) is not None:
            print(f"{part}: {readable(getattr(small, part))}")
    print(f"trust: {small.trust}, as of: {small.as_of}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
