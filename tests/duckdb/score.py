#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Scores tables that DuckDB reads from files, writes the results back, and checks them.

score.py sample             the dossiers of tests/data/bench
score.py all SHARED FOLDER  all 40,000 of SHARED/bench as well; see tests/bench/check_exact.py

DuckDB's own readers read facts from CSV and from Parquet; its chunks are handed over and back by the
Arrow C data interface. What then stands in DuckDB's table must be what exact fractions give.
"""

import csv
import ctypes
import json
import os
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "bench"))
sys.path.insert(0, str(HERE.parent.parent / "bindings" / "python" / "src"))

import bontot  # noqa: E402 - found by the path above
from bontot import _ffi, _handles  # noqa: E402

import check_exact  # noqa: E402
from duckdb import Database  # noqa: E402

TYPES = {"boolean": "BOOLEAN", "integer": "INTEGER", "number": "DECIMAL(4,1)"}


def library_path():
    """Where libduckdb.so is; skips when there is none."""
    named = os.environ.get("BONTOT_DUCKDB")
    if named:
        return Path(named)
    done = subprocess.run([HERE / "install.sh"], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)
    found = sorted(Path(done.stdout.strip()).glob("node_modules/@duckdb/node-bindings-*/libduckdb.so"))
    if not found:
        print("skipped: @duckdb/node-api brought no libduckdb.so for this machine")
        sys.exit(77)
    return found[0]


def fact_types():
    """The columns of the table, by the facts' ids."""
    sheet = json.loads(check_exact.RUBRIC.read_text(encoding="utf-8"))
    return {each["id"]: TYPES["integer" if each.get("integer") else each["type"]] for each in sheet["facts"]}


def write_facts(dossiers, path):
    """Writes the facts of dossiers as CSV; what is missing is empty."""
    ids = list(fact_types())
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["unit", *ids])
        for dossier in dossiers:
            cells = [dossier["facts"].get(id) for id in ids]
            writer.writerow([dossier["unit"]["id"], *("" if cell is None else str(cell).lower() for cell in cells)])


def score(database, rubric, source):
    """Scores what a SQL expression reads, into the table results; returns how many batches it took."""
    criteria = ", ".join(
        f'"{id}.points" DECIMAL(38,12), "{id}.possible" DECIMAL(38,12)' for id in check_exact.CRITERIA
    )
    database.run(f"CREATE OR REPLACE TABLE facts AS SELECT * FROM {source}")
    database.run(
        "CREATE OR REPLACE TABLE results (points DECIMAL(38,12), possible DECIMAL(38,12), "
        f"{criteria}, completeness DECIMAL(38,12), grade VARCHAR, grade_possible VARCHAR, error VARCHAR)"
    )
    count = 0
    with rubric._handle.use() as handle, _handles.options("en", ignored=("unit",)) as options:
        with database.appender("results") as append:
            for schema, array in database.batches("SELECT * FROM facts ORDER BY rowid"):
                out_schema, out = _ffi.ArrowSchema(), _ffi.ArrowArray()
                _handles.call(
                    "bontot_evaluate_arrow",
                    ctypes.byref(out_schema), ctypes.byref(out), handle, ctypes.byref(schema),
                    ctypes.byref(array), options, language="en",
                )
                append(out_schema, out)
                count += 1
    return count


def rows_of(database, folder):
    """What stands in the table of results, beside the units, as text."""
    path = folder / "results.csv"
    database.run(
        "COPY (SELECT facts.unit, results.* FROM facts JOIN results ON facts.rowid = results.rowid "
        f"ORDER BY facts.rowid) TO '{path}' (HEADER, NULLSTR 'none')"
    )
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def said_of(row):
    """A row as check_exact.py compares it."""
    return {
        "unit": row["unit"],
        "grade": row["grade"],
        "grade_possible": row["grade_possible"],
        "total": {"points": Decimal(row["points"]), "possible": Decimal(row["possible"])},
        "criteria": {
            id: {"points": Decimal(row[f"{id}.points"]), "possible": Decimal(row[f"{id}.possible"])}
            for id in check_exact.CRITERIA
        },
    }


def check(database, rubric, dossiers, expected, folder):
    """Returns how many rows were compared, over CSV and Parquet, and how many had faults."""
    given, wanted = list(check_exact.lines_of(dossiers)), list(check_exact.lines_of(expected))
    types = ", ".join(f"'{id}': '{type}'" for id, type in {"unit": "VARCHAR", **fact_types()}.items())
    text = f"read_csv('{folder}/facts.csv', header = true, columns = {{{types}}})"
    write_facts(given, folder / "facts.csv")
    database.run(f"COPY (SELECT * FROM {text}) TO '{folder}/facts.parquet' (FORMAT parquet)")
    compared = bad = 0
    for source in (text, f"read_parquet('{folder}/facts.parquet')"):
        batches = score(database, rubric, source)
        rows = rows_of(database, folder)
        for dossier, result, row in zip(given, wanted, rows, strict=True):
            faults = [row["error"]] if row["error"] != "none" else []
            faults = faults or list(check_exact.faults_of(dossier, result, said_of(row)))
            compared += 1
            bad += bool(faults)
            if faults and bad <= 5:
                print("\n".join(faults))
        print(f"{dossiers.name}, {source.split('(', maxsplit=1)[0]}: {len(given)} rows in {batches} batches")
    return compared, bad


def check_wrong_rows(database, rubric):
    """A row that is wrong has an error and nothing else, in DuckDB too."""
    source = """(VALUES (true, 50), (true, 101), (NULL, NULL)) AS t("g1.f0", "g1.f1")"""
    score(database, rubric, source)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.csv"
        database.run(f"COPY (SELECT points, grade, error FROM results ORDER BY rowid) TO '{path}' (NULLSTR 'none')")
        lines = path.read_text(encoding="utf-8").splitlines()[1:]
    wanted = [
        "3.500000000000,D,none",
        'none,none,"The fact g1.f1 is 101, but must be from 0 to 100."',
        "0.000000000000,D,none",
    ]
    if lines != wanted:
        sys.exit(f"wrong rows: {lines}")


def main(arguments):
    is_all = len(arguments) == 3 and arguments[0] == "all"
    if not is_all and arguments != ["sample"]:
        sys.exit(__doc__)
    path = library_path()
    sample = check_exact.SAMPLE
    runs = [(sample / "sample.ndjson.gz", sample / "sample.expected.ndjson", 600)]
    if is_all:
        made = Path(arguments[2])
        check_exact.make_all(Path(arguments[1]), made)
        runs += [(made / f"{name}.ndjson", made / f"{name}.expected.ndjson", 40000) for name in ("d", "edge")]
    database = Database(path)
    rubric = bontot.Rubric.from_file(check_exact.RUBRIC)
    check_wrong_rows(database, rubric)
    worst = 0
    for dossiers, expected, least in runs:
        with tempfile.TemporaryDirectory() as folder:
            compared, bad = check(database, rubric, dossiers, expected, Path(folder))
        print(f"DuckDB {database.version}: {compared} rows compared, {bad} not exact")
        if compared < least:
            sys.exit(f"there should have been {least}")
        worst = max(worst, bad)
    database.close()
    if worst > 0:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
