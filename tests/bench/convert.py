#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Converts the workload of the comparison (../shared/bench) into dossiers of the format bontot-dossier/1.

convert.py IN OUT    the same facts and the same evidence, line by line; fails when
                     the size differs by more than 5 %
"""

import json
import sys

MOST_DIFFERENCE = 0.05


def converted(line):
    """Renames what is called otherwise here: the format, and what evidence supports."""
    given = json.loads(line)
    out = {"format": "bontot-dossier/1", **{key: value for key, value in given.items() if key != "schema"}}
    out["evidence"] = [
        {("supports" if key == "for" else key): value for key, value in record.items()}
        for record in given["evidence"]
    ]
    if given["schema"] != "bontot.dossier/1" or len(out["evidence"]) != 15:
        raise ValueError("this is not the workload that the rubric is for")
    return out


def main(source, target):
    before = after = 0
    with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8", newline="\n") as out:
        for line in lines:
            text = json.dumps(converted(line), ensure_ascii=False) + "\n"
            before += len(line.encode("utf-8"))
            after += len(text.encode("utf-8"))
            out.write(text)
    difference = after / before - 1
    print(f"{target}: {after} bytes, {difference:+.1%}", file=sys.stderr)
    if abs(difference) > MOST_DIFFERENCE:
        sys.exit(f"{target} differs in size from {source} by more than {MOST_DIFFERENCE:.0%}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
