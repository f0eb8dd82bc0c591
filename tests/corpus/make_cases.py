#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes cases.tsv, assembled.tsv and the files under derived/: from the built-in rubrics and their examples, the
dossiers of tests/data, the benchmark's sample, and what stands in inputs/.

make_cases.py          writes them
make_cases.py --check  exits with 1 when they are not what this script would write
"""

import gzip
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
INPUTS = HERE / "inputs"
LANGUAGES = ("vi", "en")
DEMO = "file:tests/corpus/inputs/demo.json"
BENCH = "file:tests/bench/rubric.json"
REFERENCE = "reference=file:tests/corpus/inputs/demo-reference.json"
FUZZED = "tests/fuzz/corpus/rubric"
DOSSIERS = ("example", "full", "missing-third", "disciplined")
RANKED = "xep-loai-to-chuc-366-2025"

cases = []
derived = {}


def line(value):
    return json.dumps(value, ensure_ascii=False)


def add(operation, name, rubric, language, *inputs, **options):
    """Adds one case; an option that is None is left out."""
    chosen = ";".join(f"{key}={value}" for key, value in options.items() if value is not None)
    kind = "/".join(str(options[key]) for key in ("format", "as_of", "to") if options.get(key))
    add_raw(operation, "/".join(filter(None, (name, kind, language))), rubric, language, chosen, *inputs)


def add_raw(operation, name, rubric, language, options, *inputs):
    fields = [f"{operation}/{name}", operation, rubric, language, options or "-", *inputs]
    fields += ["-"] * (8 - len(fields))
    if any(not field.isprintable() and "\x1b" not in field for field in fields):
        sys.exit(f"{fields[0]}: a field has a tab or a line break")
    cases.append(fields)


def tsv(name, columns):
    rows = [row.split("\t") for row in (INPUTS / name).read_text(encoding="utf-8").splitlines()]
    if any(len(row) != columns for row in rows):
        sys.exit(f"inputs/{name}: not every line has {columns} fields")
    return rows


def derive(name, lines):
    """Makes a file of lines, and returns how cases name it."""
    derived[name] = "".join(each + "\n" for each in lines)
    return f"file:tests/corpus/derived/{name}"


def dossier(name):
    return f"file:tests/data/dossiers/{name}.json"


def builtins():
    return {path.stem: json.loads(path.read_text(encoding="utf-8"))
            for path in sorted((ROOT / "src" / "rubrics").glob("*.json"))}


def examples():
    """Yields of each example of a built-in rubric the rubric, a name, and how cases name it."""
    for id, rubric in builtins().items():
        found = [line(each["dossier"]) for each in rubric.get("examples", ())]
        file = derive(f"{id}.ndjson", found) if found else ""
        for number in range(1, len(found) + 1):
            yield rubric, f"{id}/{number}", f"{file}#{number}"


def add_rubrics():
    add("builtins", "all", "-", "vi")
    files = {"demo": DEMO, "small": f"file:{FUZZED}/small.json", "faulty": f"file:{FUZZED}/faulty.json",
             "bench": BENCH}
    for id in builtins():
        text = f"file:src/rubrics/{id}.json"
        add("rubric", id, id, "vi")
        for language in LANGUAGES:
            for operation in ("describe", "template", "test", "lint"):
                add(operation, id, id, language)
            add("lint", f"{id}/text", text, language, text)
    for name, file in files.items():
        add("rubric", name, file, "en")
        for language in LANGUAGES:
            for operation in ("describe", "template", "test"):
                add(operation, name, file, language)
            add("lint", name, file, language, file)
    for name, rubric in (("wrong", "file:tests/corpus/inputs/wrong-rubric.json"), ("unknown", "bon-tot-2024"),
                         ("cut", "file:tests/fuzz/crashes/rubric/cut-after-grade.json")):
        add("rubric", name, rubric, "vi")


def add_results():
    for number, (rubric, name, file) in enumerate(examples()):
        id = rubric["id"]
        for language in LANGUAGES:
            add("evaluate", name, id, language, file)
            add("evaluate", name, id, language, file, format="text")
        turn = LANGUAGES[number % 2]
        add("figures", name, id, turn, file)
        add("path", name, id, turn, file)
        for role in rubric.get("roles", ()):
            add("evaluate", name, id, turn, file, as_of=role["id"])
        for grade in rubric["grades"][:2]:
            add("path", name, id, turn, file, format="text", to=grade["id"])
    for name in DOSSIERS:
        for language in LANGUAGES:
            add("evaluate", name, "bon-tot-2023", language, dossier(name))
            add("figures", name, "bon-tot-2023", language, dossier(name))
            add("path", name, "bon-tot-2023", language, dossier(name))
            add("path", name, "bon-tot-2023", language, dossier(name), format="text", to="bon-tot")
        add("evaluate", name, "bon-tot-2023", "vi", dossier(name), format="text")
        add("evaluate", name, "bon-tot-2023", "vi", dossier(name), format="summary")
    add("evaluate", "pilot", "bon-tot-pilot-2023", "vi", dossier("pilot"))
    add("evaluate", "pilot", "bon-tot-pilot-2023", "en", dossier("pilot"), format="text")
    add("evaluate", "colour", "bon-tot-2023", "en", dossier("example"), format="text", colour=1)


def add_demo():
    for number in range(1, 6):
        file = f"file:tests/corpus/inputs/demo.ndjson#{number}"
        turn = LANGUAGES[number % 2]
        add("evaluate", f"demo/{number}", DEMO, turn, file)
        add("figures", f"demo/{number}", DEMO, turn, file)
        add_raw("evaluate", f"demo/{number}/reference/{turn}", DEMO, turn, REFERENCE, file)
        add_raw("evaluate", f"demo/{number}/reference-alone/{turn}", DEMO, turn, f"{REFERENCE};trust=committee", file)
        for role in ("self", "committee", "final"):
            add("evaluate", f"demo/{number}", DEMO, turn, file, as_of=role)
        add("path", f"demo/{number}", DEMO, turn, file, format="text", to="excellent")
    add("evaluate", "demo/no-role", DEMO, "vi", "file:tests/corpus/inputs/demo.ndjson#1", as_of="boss")
    add("path", "demo/no-grade", DEMO, "vi", "file:tests/corpus/inputs/demo.ndjson#1", to="best")
    add_raw("evaluate", "demo/wrong-reference", DEMO, "vi",
            "reference=file:tests/corpus/inputs/wrong-reference.json", "file:tests/corpus/inputs/demo.ndjson#1")


def add_errors():
    for language in LANGUAGES:
        add("evaluate", "eight-errors", "bon-tot-2023", language, dossier("eight-errors"))
    for number in range(1, 6):
        add("evaluate", f"demo-wrong/{number}", DEMO, "vi", f"file:tests/corpus/inputs/demo-wrong.ndjson#{number}")
    for name, text in tsv("wrong-texts.tsv", 2):
        add("evaluate", f"wrong/{name}", DEMO, "vi", text)
    for name, text in tsv("wrong-texts.tsv", 2)[::4]:
        add("named", f"wrong/{name}", "-", "vi", text)
    add("evaluate", "of-another", "bon-tot-pilot-2023", "vi", dossier("example"))
    add("evaluate", "of-another-allowed", "bon-tot-pilot-2023", "vi", dossier("pilot"), other_rubric=1)
    add("named", "example", "-", "vi", dossier("example"))
    for name in ("control-characters", "long-key"):
        add("evaluate", name, "bon-tot-2023", "en", f"file:tests/fuzz/crashes/dossier/{name}.json")


def plain(value):
    """A value of a FEEL case as JSON; None where JSON has no such value."""
    if isinstance(value, dict):
        if "$unknown" in value:
            return True, None
        if "$num" in value:
            return True, json.loads(value["$num"])
        if any(key.startswith("$") for key in value):
            return False, None
        parts = {key: plain(each) for key, each in value.items()}
        return all(ok for ok, _ in parts.values()), {key: part for key, (_, part) in parts.items()}
    if isinstance(value, list):
        parts = [plain(each) for each in value]
        return all(ok for ok, _ in parts), [part for _, part in parts]
    return not isinstance(value, float) and value is not None, value


def add_feel():
    for number, (expression, facts) in enumerate(tsv("expressions.tsv", 2), 1):
        add("feel", f"own/{number}", "-", LANGUAGES[number % 2], expression, facts)
    for file in ("error_cases", "unknown_cases", "own_cases"):
        met = {}
        for text in (ROOT / "tests" / "data" / "feel" / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(text)
            group = case["id"].split("/")[1]
            fits, facts = plain(case.get("context", {}))
            if not fits or not case["expression"].isprintable() or met.setdefault(group, 0) >= 1:
                continue
            met[group] += 1
            given = line(facts) if facts else "-"
            add("feel", case["id"].replace(" ", "-"), "-", "vi", case["expression"], given)


def add_comparisons():
    pairs = [("missing-third", "full"), ("full", "disciplined"), ("example", "example")]
    for first, second in pairs:
        for language in LANGUAGES:
            for format in (None, "text"):
                add("compare", f"{first}-{second}", "bon-tot-2023", language, dossier(first), dossier(second),
                    format=format)
        add("compare", f"{first}-{second}/saved", "bon-tot-2023", "en", dossier(first), dossier(second), saved=1)
    marked = "file:tests/corpus/inputs/demo.ndjson#3"
    add_raw("compare", "roles/vi", DEMO, "vi", "as_of=self;after_as_of=final", marked, marked)
    add_raw("compare", "other-unit/vi", DEMO, "vi", "format=text", marked, "file:tests/corpus/inputs/demo.ndjson#2")
    tightened = tightened_rubric()
    add_raw("compare", "rubrics/en", "bon-tot-2023", "en", f"after={tightened};other_rubric=1",
            dossier("example"), dossier("example"))


def tightened_rubric():
    """A later version of a built-in rubric: one line is worth less, another is gone, a grade asks for more."""
    rubric = builtins()["bon-tot-2023"]
    rubric["version"] = "2.0.0"
    first = rubric["criteria"][0]["indicators"]
    first[-1]["label"]["en"] += " (new)"
    del rubric["criteria"][1]["indicators"][0]
    rubric["grades"][0]["min_total"] = 95
    return derive("bon-tot-2.json", [line(rubric)])


def add_diffs():
    names = ("example", "full", "missing-third", "disciplined", "eight-errors")
    read = [(ROOT / "tests" / "data" / "dossiers" / f"{name}.json").read_text(encoding="utf-8") for name in names]
    stream = derive("dossiers.ndjson", [line(json.loads(text)) for text in read])
    tightened = tightened_rubric()
    for language in LANGUAGES:
        for format in (None, "text"):
            add("diff", "tightened", "bon-tot-2023", language, stream, after=tightened, format=format)
        add("diff", "loosened", tightened, language, stream, after="bon-tot-2023")


def unit(number, group, tasks, mark):
    """One dossier of the ranked rubric."""
    facts = {fact["id"]: 0 for fact in builtins()[RANKED]["facts"]}
    facts.update({"tasks.assigned": 40, "tasks.completed": tasks, "tasks.on_time": tasks, "tasks.exceeded": 12})
    out = {"format": "bontot-dossier/1", "unit": {"id": f"U{number}", "name": f"Unit {number}"},
           "period": {"from": "2025-01-01", "to": "2025-12-31"}, "facts": facts,
           "marks": {"1.1": {"final": 30}, "2.1": {"final": mark}}}
    if group:
        out["unit"]["group"] = group
    return out


def add_rankings():
    marks = [66, 64, 64, 63.5, 50, 50, 50, 50, 50, 50, 50, 50, 45]
    units = [unit(n, "north" if n % 3 else "south", 40, mark) for n, mark in enumerate(marks, 1)]
    units += [unit(20, "", 40, 66), unit(21, "", 36, 60), unit(22, "south", 40, 66)]
    del units[-1]["facts"]["tasks.exceeded"]
    stream = derive("units.ndjson", [line(each) for each in units])
    twice = derive("units-twice.ndjson", [line(each) for each in (*units[:2], units[0])])
    for language in LANGUAGES:
        for format in (None, "text"):
            add("rank", "units", RANKED, language, stream, format=format)
        add("rank", "raised", RANKED, language, stream, **{"raise": "north"})
        add("rank", "everywhere", RANKED, language, stream, raise_everywhere=1)
        add("rank", "saved", RANKED, language, stream, saved=1)
        add("rank", "twice", RANKED, language, twice)
        add("rank", "raised-nowhere", RANKED, language, stream, **{"raise": "west"})
        add("rank", "demo", DEMO, language, "file:tests/corpus/inputs/demo.ndjson")
    add("rank", "two-raised", RANKED, "vi", stream, format="text", raise_everywhere=None, **{"raise": "north;raise="})


def sample(count):
    with gzip.open(ROOT / "tests" / "data" / "bench" / "sample.ndjson.gz", "rt", encoding="utf-8") as file:
        return [next(file).rstrip("\n") for _ in range(count)]


def add_streams():
    lines = sample(12)
    stream = derive("bench.ndjson", lines)
    for number in range(1, 13):
        add("evaluate", f"bench/{number}", BENCH, LANGUAGES[number % 2], f"{stream}#{number}")
    for language in LANGUAGES:
        add("many", "bench", BENCH, language, stream, format="summary")
        add("many", "demo", DEMO, language, "file:tests/corpus/inputs/demo.ndjson")
        add("many", "demo-wrong", DEMO, language, "file:tests/corpus/inputs/demo-wrong.ndjson", format="text")
        add("many", "mixed", "bon-tot-2023", language, "file:tests/corpus/derived/dossiers.ndjson", format="summary")


def table(facts, rows):
    """A table as lines: columns as fact:type, numbers with their decimals, then the cells."""
    heads = [f"{id}:{type}" for id, type in facts]
    return [",".join(heads), *(",".join(row) for row in rows)]


def add_tables():
    given = [json.loads(text)["facts"] for text in sample(12)]
    rubric = json.loads((ROOT / "tests" / "bench" / "rubric.json").read_text(encoding="utf-8"))
    facts = [(fact["id"], "boolean" if fact["type"] == "boolean" else "number:1") for fact in rubric["facts"]][:20]
    rows = []
    for each in given:
        values = [each.get(id) for id, _ in facts]
        rows.append(["" if v is None else str(v).lower() if isinstance(v, bool) else str(round(v * 10))
                     for v in values])
    add("columns", "bench", BENCH, "vi", derive("bench.csv", table(facts, rows)))
    head = [("tasks.assigned", "number:0"), ("tasks.completed", "number:1"), ("tasks.overdue", "number:0"),
            ("workers.count", "number:0"), ("workers.income_trend", "text")]
    cells = [["40", "400", "1", "0", "held"], ["40", "", "", "3", "rose"], ["40", "410", "1", "", ""],
             ["0", "0", "20000", "1", "risen"], ["7", "60", "3", "2", "fell"], ["40", "395", "0", "0", ""]]
    demo = derive("demo.csv", table(head, cells))
    for language in LANGUAGES:
        add("columns", "demo", DEMO, language, demo)
    add("columns", "demo/scale", DEMO, "vi", demo, scale=0)
    add("columns", "demo/period", DEMO, "vi", demo, period="2026-01-01/2026-12-31")
    add("columns", "demo/half-a-year", DEMO, "vi", demo, period="2026-01-01/2026-06-30")
    dated = derive("dated.csv", table([("rules.issued", "boolean"), ("rules.reviewed_on", "date")],
                                      [["true", "2023-02-10"], ["false", ""], ["", "2022-12-31"], ["true", "2023-02-30"]]))
    add("columns", "dated", "bon-tot-2023", "en", dated, period="2023-01-01/2023-12-31")


def add_built():
    for number, (name, rubric, options, steps) in enumerate(tsv("builds.tsv", 4)):
        sheet = DEMO if rubric == "demo" else rubric
        turn = LANGUAGES[number % 2]
        add_raw("build", f"{name}/{turn}", sheet, turn, options, steps)


def number_words(value):
    """A number as coefficient and scale."""
    whole, _, fraction = str(value).partition(".")
    return f"{whole}{fraction} {len(fraction)}"


def steps_of(given):
    """The steps that build a dossier; what a step cannot say (a comment with a line break) is left out."""
    unit = given["unit"]
    steps = [f"unit {unit['id']} {unit.get('name', '')}".rstrip()]
    steps += [f"unit-{key} {unit[key]}" for key in ("kind", "group", "parent") if key in unit]
    steps.append(f"period {given['period']['from']} {given['period']['to']}")
    for id, value in given["facts"].items():
        typed = str(value).lower() if isinstance(value, bool) else value
        steps += [] if value is None else [f"set {id} {typed}"]
    for node, marks in given.get("marks", {}).items():
        for role, mark in marks.items():
            points = mark["points"] if isinstance(mark, dict) else mark
            steps.append(f"mark {node} {role} {number_words(points)} -")
    for number, member in enumerate(given.get("members", ())):
        steps.append(f"member {member['id']}")
        steps += [f"of-member {number} {key} {str(value).lower()}" for key, value in member.items()
                  if key != "id" and value is not None]
    for each in given.get("evidence", ()):
        words = [each.get(key) or "-" for key in ("kind", "number", "issued", "submitted", "status")]
        steps.append(f"evidence {each['id']} {','.join(each['supports'])} {' '.join(words)}")
    for each in given.get("history", ()):
        points = f" {number_words(each['points'])}" if "points" in each else ""
        words = " ".join(each.get(key, "-") for key in ("from", "to", "rubric", "grade"))
        steps.append(f"history {words}{points}")
    if any(";" in each for each in steps):
        sys.exit(f"{unit['id']}: a step has a semicolon")
    return ";".join(steps)


def add_pieces():
    for number, (name, options, steps) in enumerate(tsv("pieces.tsv", 3)):
        turn = LANGUAGES[number % 2]
        add_raw("assemble", f"{name}/{turn}", DEMO, turn, options, steps)
    lines = (INPUTS / "demo.ndjson").read_text(encoding="utf-8").splitlines()
    for number, text in enumerate(lines, 1):
        add_raw("assemble", f"demo/{number}", DEMO, "vi", "-", steps_of(json.loads(text)))
    for name in DOSSIERS:
        given = json.loads((ROOT / "tests" / "data" / "dossiers" / f"{name}.json").read_text(encoding="utf-8"))
        add_raw("assemble", name, "bon-tot-2023", "en", "-", steps_of(given))


def make():
    for part in (add_rubrics, add_results, add_demo, add_errors, add_feel, add_comparisons, add_diffs, add_rankings,
                 add_streams, add_tables, add_built, add_pieces):
        part()
    ids = [fields[0] for fields in cases]
    twice = sorted({id for id in ids if ids.count(id) > 1})
    if twice:
        sys.exit(f"there are several cases of one id: {', '.join(twice)}")
    out = {HERE / "derived" / name: text for name, text in derived.items()}
    out[HERE / "cases.tsv"] = written(fields for fields in cases if fields[1] != "assemble")
    out[HERE / "assembled.tsv"] = written(fields for fields in cases if fields[1] == "assemble")
    return out


def written(some):
    head = "# id\toperation\trubric\tlanguage\toptions\tinput 1\tinput 2\tinput 3: written by make_cases.py"
    return "".join("\t".join(fields) + "\n" for fields in [[head], *some])


def stale(files):
    """The names of the files that are not as they would be written, or should not be there."""
    wrong = [path for path, text in files.items()
             if not path.is_file() or path.read_text(encoding="utf-8") != text]
    wrong += [path for path in (HERE / "derived").glob("*") if path not in files]
    return [path.relative_to(HERE).as_posix() for path in wrong]


def main():
    files = make()
    if sys.argv[1:] == ["--check"]:
        wrong = stale(files)
        if wrong:
            sys.exit(f"not fresh: {', '.join(wrong)}; run {Path(__file__).name}")
        return
    (HERE / "derived").mkdir(exist_ok=True)
    for path in (HERE / "derived").glob("*"):
        path.unlink()
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    print(f"{len(cases)} cases")


if __name__ == "__main__":
    main()
