# SPDX-License-Identifier: BSL-1.0
"""What several tests share: where things are."""

import csv
import os
import subprocess
import sys
from pathlib import Path

BINDING = Path(__file__).resolve().parents[1]
ROOT = BINDING.parents[1]
DOSSIERS = ROOT / "tests" / "data" / "dossiers"
EXAMPLE = DOSSIERS / "example.json"
RUBRIC_ID = "bon-tot-2023"


def tsv(name):
    """Returns the rows of a table of expectations, as dicts; never none."""
    with open(DOSSIERS / name, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    if not rows:
        raise AssertionError(f"{name} has no rows")
    return rows


def run_python(program, *, package=BINDING / "src", library=None, cwd=None, arguments=()):
    """Runs a program in another Python, with BONTOT_LIBRARY as given or unset."""
    environment = dict(os.environ, PYTHONPATH=str(package), PYTHONDONTWRITEBYTECODE="1")
    environment.pop("BONTOT_LIBRARY", None)
    if library is not None:
        environment["BONTOT_LIBRARY"] = str(library)
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
