#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compares what the library says of the comparison's workload with what exact fractions give.

check_exact.py TOOL sample               the dossiers of tests/data/bench
check_exact.py TOOL all SHARED FOLDER    all 40,000 of SHARED/bench; exits with 77 when it is not there
check_exact.py make SHARED FOLDER        makes the workload alone, and exits with 77 when it cannot
check_exact.py sample SHARED FOLDER      writes tests/data/bench anew

What is made of SHARED/bench stays in FOLDER for the next time: dossiers in d.ndjson and edge.ndjson,
exact results in *.expected.ndjson.

The command scores the dossiers; and where BONTOT_LIBRARY says which library to load, their facts are
scored from columns as well, of integers and of floats, in one thread and in two.

Not one grade may be wrong and not one figure inexact, with and without what is missing.
"""

import array
import gzip
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import convert  # noqa: E402 - beside this file

HERE = Path(__file__).resolve().parent
RUBRIC = HERE / "rubric.json"
SAMPLE = HERE.parent / "data" / "bench"
CRITERIA = ("1", "2", "3", "4")
MOST = Fraction(5, 2)  # points of an indicator


def grade_of(points, good):
    total = sum(points)
    if total >= 60 and good == 4:
        return "A"
    if total >= 50 and good >= 3:
        return "B"
    return "C" if total >= 40 else "D"


def best_of(dossier, expected):
    """What could be reached at best, from what is sure: every missing fact gives its most."""
    facts, points, good = dossier["facts"], [], 0
    for criterion in CRITERIA:
        missing = sum(1 for j in range(10) if facts.get(f"g{criterion}.f{j}") is None)
        points.append(Fraction(expected[f"g{criterion}"]) + MOST * missing)
        good += points[-1] >= Fraction(25, 2) and facts.get(f"g{criterion}.f0") is not False
    return points, grade_of(points, good)


def faults_of(dossier, expected, said):
    """Yields what is not so of one line."""
    best, best_grade = best_of(dossier, expected)
    wanted = {"unit": expected["unit"], "grade": expected["grade"], "grade_possible": best_grade}
    wanted.update({"points": Fraction(expected["total"]), "possible": sum(best)})
    found = {key: said[key] for key in ("unit", "grade", "grade_possible")}
    found.update({key: Fraction(said["total"][key]) for key in ("points", "possible")})
    for criterion, most in zip(CRITERIA, best):
        wanted[criterion] = (Fraction(expected[f"g{criterion}"]), most)
        figures = said["criteria"][criterion]
        found[criterion] = (Fraction(figures["points"]), Fraction(figures["possible"]))
    for key, value in wanted.items():
        if found[key] != value:
            yield f"{expected['unit']}: {key} is {found[key]}, not {value}"


def columns_of(dossiers, *, are_floats):
    """The facts of dossiers as columns, with their masks; numbers with one decimal."""
    columns, masks = {}, {}
    for fact in json.loads(RUBRIC.read_text(encoding="utf-8"))["facts"]:
        cells = [dossier["facts"].get(fact["id"]) for dossier in dossiers]
        masks[fact["id"]] = bytes(cell is not None for cell in cells)
        if fact["type"] == "boolean":
            columns[fact["id"]] = bytes(map(bool, cells))
        elif are_floats:
            columns[fact["id"]] = array.array("d", [float(cell or 0) for cell in cells])
        else:
            columns[fact["id"]] = array.array("q", [int((cell or 0) * 10) for cell in cells])
    return columns, masks


def said_of_row(table, row):
    """A row of results, as the command says it of a dossier."""
    def figures(of):
        return {"points": table.decimal(of.points[row]), "possible": table.decimal(of.possible[row])}

    grades = {name: table.grades[getattr(table, name)[row]] for name in ("grade", "grade_possible")}
    criteria = {id: figures(node) for id, node in table.nodes.items()}
    return {**grades, "total": figures(table), "criteria": criteria}


def check_columns(dossiers, expected):
    """Returns how many rows were compared and how many had faults, of tables of the same facts."""
    sys.path.insert(0, str(HERE.parent.parent / "bindings" / "python" / "src"))
    import bontot

    rubric = bontot.Rubric.from_file(RUBRIC)
    given, wanted = list(lines_of(dossiers)), list(lines_of(expected))
    numbers = [fact.id for fact in rubric.facts if fact.type == "number"]
    compared = bad = 0
    for are_floats, threads in ((False, 1), (True, 1), (False, 2)):
        columns, masks = columns_of(given, are_floats=are_floats)
        digits = {"decimals" if are_floats else "scales": dict.fromkeys(numbers, 1)}
        table = bontot.evaluate_columns(rubric, columns, masks=masks, threads=threads, **digits)
        for row, (dossier, result) in enumerate(zip(given, wanted, strict=True)):
            said = {"unit": dossier["unit"]["id"], **said_of_row(table, row)}
            faults = list(faults_of(dossier, result, said)) if table.status[row] == 0 else [f"row {row} is wrong"]
            compared += 1
            bad += bool(faults)
            if faults and bad <= 5:
                print("\n".join(faults))
    return compared, bad


def lines_of(path):
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line, parse_float=Decimal)


def check(tool, dossiers, expected, more=()):
    """Returns how many lines were compared and how many had faults."""
    command = [tool, "evaluate", dossiers, "--ndjson", "--rubric", RUBRIC, *more]
    with tempfile.TemporaryFile() as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            sys.exit(f"the command ended with {done.returncode}:\n{done.stderr.decode()[:3000]}")
        out.seek(0)
        compared = bad = 0
        triples = zip(lines_of(dossiers), lines_of(expected), out, strict=True)
        for dossier, wanted, line in triples:
            faults = list(faults_of(dossier, wanted, json.loads(line, parse_float=Decimal)))
            compared += 1
            bad += bool(faults)
            if faults and bad <= 5:
                print("\n".join(faults))
    return compared, bad


def make_all(shared, folder):
    """Makes the workload, its exact results, and our dossiers in a folder, unless they are there."""
    done = folder / "made"
    if done.exists():
        return
    if not (shared / "bench" / "data" / "make.py").exists():
        print(f"skipped: there is no {shared}/bench")
        sys.exit(77)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for part in ("data", "00-ref"):
        shutil.copytree(shared / "bench" / part, folder / part, copy_function=shutil.copyfile)
        (folder / part).chmod(0o755)
    quietly = {"check": True, "stdout": subprocess.DEVNULL}
    subprocess.run([sys.executable, folder / "data" / "make.py"], **quietly)
    for name in ("d", "edge"):
        source, expected = folder / "data" / f"{name}.ndjson", folder / f"{name}.expected.ndjson"
        subprocess.run([sys.executable, folder / "00-ref" / "reference.py", source, expected], **quietly)
        convert.main(source, folder / f"{name}.ndjson")
    done.touch()


def write_sample(folder):
    """Takes 250 dossiers on a threshold and 50 with facts missing, by lot."""
    SAMPLE.mkdir(exist_ok=True)
    dossiers, expected = [], []
    for name, count in (("edge", 250), ("d", 50)):
        texts = (folder / f"{name}.ndjson").read_text(encoding="utf-8").splitlines()
        results = (folder / f"{name}.expected.ndjson").read_text(encoding="utf-8").splitlines()
        for at in sorted(random.Random(4).sample(range(len(texts)), count)):
            dossiers.append(texts[at] + "\n")
            expected.append(results[at] + "\n")
    packed = gzip.compress("".join(dossiers).encode("utf-8"), mtime=0)
    (SAMPLE / "sample.ndjson.gz").write_bytes(packed)
    (SAMPLE / "sample.expected.ndjson").write_text("".join(expected), encoding="utf-8")


def main(arguments):
    if len(arguments) == 2 and arguments[1] == "sample":
        return report(arguments[0], [(SAMPLE / "sample.ndjson.gz", SAMPLE / "sample.expected.ndjson", 300)])
    is_run = len(arguments) == 4 and arguments[1] == "all"
    if not is_run and not (len(arguments) == 3 and arguments[0] in ("make", "sample")):
        sys.exit(__doc__)
    folder = Path(arguments[-1])
    make_all(Path(arguments[-2]), folder)
    if arguments[0] == "sample":
        return write_sample(folder)
    if is_run:
        names = ("d", "edge")
        runs = [(folder / f"{name}.ndjson", folder / f"{name}.expected.ndjson", 20000) for name in names]
        return report(arguments[0], runs)
    return None


def report(tool, runs):
    worst = 0
    for dossiers, expected, least in runs:
        compared, bad = check(tool, dossiers, expected, ("--jobs", "2"))
        print(f"{dossiers.name}: {compared} dossiers compared, {bad} not exact")
        if compared < least:
            sys.exit(f"there should have been {least}")
        worst = max(worst, bad)
        if "BONTOT_LIBRARY" in os.environ:
            compared, bad = check_columns(dossiers, expected)
            print(f"{dossiers.name}: {compared} rows of columns compared, {bad} not exact")
            worst = max(worst, bad)
    if worst > 0:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
