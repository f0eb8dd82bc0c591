#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Makes Doxygen's comments of bontot.h's own: doc_comments.py FILE writes the file so to standard output.

A comment that begins a line stands before what it is about; one behind a value or a field is about that. A
comment about several functions, up to the next empty line, is about each of them. No line is added or taken
away, so that Doxygen's messages name the right one.
"""

import re
import sys
from pathlib import Path

# A comment at a line's begin that is no heading, and what stands below it up to an empty line or comment.
ABOUT = re.compile(r"^/\*(?! ----| SPDX)((?:[^*]|\*(?!/))*)\*/((?:\n(?!/\*).+)*)", flags=re.MULTILINE)
BEHIND = re.compile(r"(?<=\S)( +)/\*(?!\*)")
DECLARED = "BONTOT_API"


def escaped(text):
    """Text in which nothing is a command, a link or a tag of Doxygen."""
    return re.sub(r"([@\\#<>%&])", r"\\\1", text)


def about_all(found):
    comment, below = found.groups()
    written = f"/**{escaped(comment)}*/"
    if below.count(DECLARED) < 2:
        return written + below
    return f"/**@{{*/{written}{below}/**@}}*/"


def doc_comments(text):
    text = BEHIND.sub(r"\1/**<", ABOUT.sub(about_all, text))
    return text.replace("/**\n", "/** @file\n", 1)


def main():
    sys.stdout.write(doc_comments(Path(sys.argv[1]).read_text(encoding="ascii")))


if __name__ == "__main__":
    main()
