#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes the manual page and the shells' completions from what the command's --help says.

generate.py TOOL            writes bontot.1, bontot.bash, bontot.zsh and bontot.fish beside this file
generate.py TOOL --check    fails when they are not what would be written

TOOL is the built command. Exit codes come from docs/command.md.
"""

import subprocess
import sys
from pathlib import Path

import command_help
import completions
import page

HERE = Path(__file__).resolve().parent
DOCUMENTED = HERE.parents[2] / "docs" / "command.md"


def main():
    check = sys.argv[2:] == ["--check"]
    if len(sys.argv) != 2 and not check:
        sys.exit(__doc__)
    tool = sys.argv[1]
    said = subprocess.run([tool, "--version"], check=True, capture_output=True, encoding="utf-8").stdout
    top = command_help.read(tool)
    texts = {
        "bontot.1": page.write(top, said.split()[-1], DOCUMENTED.read_text(encoding="utf-8")),
        "bontot.bash": completions.bash(top),
        "bontot.zsh": completions.zsh(top),
        "bontot.fish": completions.fish(top),
    }
    for name, text in texts.items():
        path = HERE / name
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.exit(f"{name} is out of date: run src/tool/manual/generate.py TOOL")


if __name__ == "__main__":
    main()
