#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Counts the instructions of the command over inputs that double, twice each: run.py COMMAND [KIND...]

Fails where the work grows by more than 2.4 times when an input doubles: n log n grows by less, a walk within a walk by
up to four times. What an empty input costs is taken off. Counted by callgrind, so that nothing depends on the clock.
"""

import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import inputs

MOST_GROWTH = 2.4
SIZES = (1024, 2048, 4096)


def counted(command, arguments, folder):
    """The instructions of one run, which may refuse its input but not fail otherwise."""
    out = folder / "callgrind.out"
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", command, *arguments],
        capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    if done.returncode not in (0, 1, 2, 3):
        sys.exit(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return int(re.search(r"^(?:summary|totals): (\d+)", out.read_text(encoding="utf-8"), re.MULTILINE)[1])


def measured(command, kind):
    """What a kind costs at each size, and at the least."""
    costs = []
    for size in (2, *SIZES):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            costs.append(counted(command, kind(size * inputs.TIMES.get(kind, 1), folder), folder))
    return costs


def report(kind, costs):
    """Prints how a kind grows, and returns whether that is too much."""
    empty, *full = costs
    own = [cost - empty for cost in full]
    growth = [later / max(earlier, 1) for earlier, later in zip(own, own[1:])]
    is_bad = max(growth) > MOST_GROWTH
    shown = "  ".join(f"{each:.2f}" for each in growth)
    print(f"{kind.__name__:22} {full[-1] / 1e6:9.1f} M  {shown}{'  TOO MUCH' if is_bad else ''}", flush=True)
    return is_bad


def main(command, names):
    kinds = [kind for kind in inputs.KINDS if not names or kind.__name__ in names]
    if not kinds:
        sys.exit(f"there are: {', '.join(kind.__name__ for kind in inputs.KINDS)}")
    print(f"instructions at {SIZES[-1]:,}; growth from {SIZES[0]:,} to {SIZES[1]:,} and to {SIZES[2]:,}")
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda kind: (kind, measured(command, kind)), kinds)
        bad = [kind.__name__ for kind, costs in results if report(kind, costs)]
    if bad:
        sys.exit(f"grew by more than {MOST_GROWTH} times: {', '.join(bad)}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(str(Path(sys.argv[1]).resolve()), sys.argv[2:])
