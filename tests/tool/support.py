# SPDX-License-Identifier: BSL-1.0
"""What the tests of the command share: where it is, and how it is run."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "tests" / "data" / "dossiers"
TOOL = os.environ.get("BONTOT_TOOL", "")


def environment(**changed):
    out = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "LC_ALL", "LANG")}
    out.update(changed)
    return out


def run(*arguments, stdin=b"", env=None, **more):
    if isinstance(stdin, str):
        stdin = stdin.encode("utf-8")
    done = subprocess.run(
        [TOOL, *arguments], input=stdin, capture_output=True, timeout=60,
        env=env or environment(), cwd=ROOT, **more
    )
    done.out = done.stdout.decode("utf-8")
    done.err = done.stderr.decode("utf-8")
    return done
