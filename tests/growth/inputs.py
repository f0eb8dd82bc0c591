# SPDX-License-Identifier: BSL-1.0
"""Inputs of any size, each growing in one way alone: what run.py counts the work for.

Each function of KINDS takes a size and a folder, writes what it needs there and returns the command line behind
the program. Sizes go up to 4,096, below the limit of 5,000 items in a rubric. Lists that have no such limit are TIMES
as long: each entry costs so little that what a list costs once would show, and the quick reader leaves long ones to
the general one.
"""

import json

BUILT_IN = "bon-tot-2023"
YEAR = {"from": "2023-01-01", "to": "2023-12-31"}


def write(folder, name, content):
    path = folder / name
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    return str(path)


def dossier(**parts):
    return {"format": "bontot-dossier/1", "unit": {"id": "U"}, "period": YEAR, "facts": {}, **parts}


def rubric(facts=(), indicators=None, **parts):
    line = [{"id": "1.1", "max": 1, "score": {"formula": "0"}}]
    return {
        "format": "bontot-rubric/1", "id": "growth", "version": "1", "label": {"en": "Growth"}, "facts": list(facts),
        "criteria": [{"id": "1", "max": 100000, "indicators": indicators or line}],
        "grades": [{"id": "a", "min_total": 1}, {"id": "b"}], **parts,
    }  # fmt: skip


def numbers(n):
    return [{"id": f"f{i}", "type": "number"} for i in range(n)]


def built_in(folder, output="summary", **parts):
    return ["evaluate", "--rubric", BUILT_IN, write(folder, "d.json", dossier(**parts)), "--format", output]


def under(folder, sheet, given=None, output="summary"):
    return [
        "evaluate", "--rubric", write(folder, "r.json", sheet), write(folder, "d.json", given or dossier()),
        "--format", output,
    ]  # fmt: skip


def document(i, **more):
    return {
        "id": f"e{i}", "supports": ["1.1"], "kind": "report", "number": f"{i}/BC", "issuer": "x",
        "issued": "2023-06-01", "submitted": "2023-06-02", **more,
    }  # fmt: skip


# ---- A dossier alone, under a rubric that comes with the library ----
def documents(n, folder):
    return built_in(folder, evidence=[document(i) for i in range(n)])


def equal_documents(n, folder):
    return built_in(folder, evidence=[document(i, number="1/BC") for i in range(n)])


def unknown_lines(n, folder):
    return built_in(folder, evidence=[document(i, supports=[f"{i}.x"]) for i in range(n)])


def supports(n, folder):
    return built_in(folder, evidence=[document(0, supports=["1.1"] * n)])


def equal_ids(n, folder):
    return built_in(folder, evidence=[document(0) for i in range(n)])


def long_name(n, folder):
    return built_in(folder, "text", unit={"id": "U", "name": "x" * (40 * n)})


def marks_without_width(n, folder):
    return built_in(folder, "text", unit={"id": "U", "name": "x" + "\u0301" * (20 * n)})


def many_words(n, folder):
    return built_in(folder, "text", unit={"id": "U", "name": "chi bộ " * (4 * n)})


def members(n, folder):
    return built_in(folder, members=[{"id": f"m{i}"} for i in range(n)])


def equal_members(n, folder):
    return built_in(folder, members=[{"id": "m"} for i in range(n)])


def members_with_results(n, folder):
    results = [{"unit": f"m{i}", "rubric": "dang-vien", "grade": "good", "points": 5} for i in range(n)]
    return built_in(folder, members=[{"id": f"m{i}"} for i in range(n)], results=results)


def unknown_facts(n, folder):
    return built_in(folder, facts={f"meetings.planed{i}": 1 for i in range(n)})


def history(n, folder):
    years = [1000 + i * 7 % 9000 for i in range(n)]  # in no order
    entries = [{"from": f"{year}-01-01", "to": f"{year}-12-31", "rubric": "r", "grade": "a"} for year in years]
    return built_in(folder, history=entries)


def unknown_members(n, folder):
    return built_in(folder, members=[{"id": "m", **{f"k{i}": 1 for i in range(n)}}])


def lines(n, folder):
    text = (json.dumps(dossier(), separators=(",", ":")) + "\n") * n
    return ["evaluate", "--rubric", BUILT_IN, "--ndjson", write(folder, "d.ndjson", text), "--format", "summary"]


def broken_lines(n, folder):
    return ["evaluate", "--rubric", BUILT_IN, "--ndjson", write(folder, "d.ndjson", "{\n" * n), "--format", "summary"]


def reference(n, folder, **parts):
    return {"format": "bontot-reference/1", "rubric": {"id": "growth", "version": "1"}, **parts}


def findings(n, folder):
    """A committee's word on each document of a unit, which expressions read."""
    sheet = rubric(indicators=[{"id": "1.1", "max": 1, "score": {"condition": "count(evidence) > 0"}}])
    said = [{"unit": "U", "id": f"e{i}", "status": "verified"} for i in range(n)]
    committee = write(folder, "c.json", reference(n, folder, evidence=said))
    return under(folder, sheet, dossier(evidence=[document(i) for i in range(n)])) + ["--reference", committee]


def units_of_a_reference(n, folder):
    """A fact of each unit of a province, and one dossier for each."""
    sheet = rubric([{"id": "f", "type": "number", "given_by": "committee"}])
    committee = write(folder, "c.json", reference(n, folder, units={f"u{i}": {"f": 1} for i in range(n)}))
    text = "".join(json.dumps(dossier(unit={"id": f"u{i}"}), separators=(",", ":")) + "\n" for i in range(n))
    return [
        "evaluate", "--rubric", write(folder, "r.json", sheet), "--ndjson", write(folder, "d.ndjson", text),
        "--format", "summary", "--reference", committee,
    ]  # fmt: skip


def cohort(n, folder):
    text = "".join(
        json.dumps(dossier(unit={"id": f"u{i}", "group": f"g{i % 7}"}), separators=(",", ":")) + "\n" for i in range(n)
    )
    return ["rank", "--rubric", BUILT_IN, write(folder, "d.ndjson", text)]


def groups(n, folder):
    text = "".join(
        json.dumps(dossier(unit={"id": f"u{i}", "group": f"g{i}"}), separators=(",", ":")) + "\n" for i in range(n)
    )
    return ["rank", "--rubric", BUILT_IN, write(folder, "d.ndjson", text)]


# ---- A rubric alone, with an empty dossier ----
def facts(n, folder):
    return under(folder, rubric(numbers(n)))


def facts_of_one_word(n, folder):
    return under(folder, rubric([{"id": f"a.f{i}", "type": "number"} for i in range(n)]))


def equal_facts(n, folder):
    return under(folder, rubric([{"id": "f", "type": "number"} for i in range(n)]))


def reading_lines(n, folder):
    indicators = [{"id": f"1.{i}", "max": 1, "score": {"formula": f"f{i}"}} for i in range(n)]
    return under(folder, rubric(numbers(n), indicators))


def waiting_lines(n, folder, output="summary"):
    indicators = [
        {"id": f"1.{i}", "max": 1, "score": {"condition": " or ".join(f"f{(i * 7 + j) % n} > 1" for j in range(4))}}
        for i in range(n)
    ]
    return under(folder, rubric(numbers(n), indicators), output=output)


def waiting_json(n, folder):
    return waiting_lines(n, folder, "json")


def waiting_text(n, folder):
    return waiting_lines(n, folder, "text")


def void_gates(n, folder):
    gates = [{"id": f"g{i}", "when": "f0 > 0", "effect": {"void": "1.1"}} for i in range(n)]
    return under(folder, rubric(numbers(1), gates=gates))


def gates_of_lines(n, folder):
    indicators = [{"id": f"1.{i}", "max": 1, "score": {"formula": "f0"}} for i in range(n)]
    gates = [{"id": f"g{i}", "when": "f0 > 0", "effect": {"void": f"1.{i}"}} for i in range(n)]
    return under(folder, rubric(numbers(1), indicators, gates=gates))


def lifted_gates(n, folder):
    gates = [{"id": f"g{i}", "when": "f0 > 0", "effect": {"grade_down": 1}} for i in range(n)]
    lifted = [{"gate": f"g{i}", "reason": "r", "authority": "a"} for i in range(n)]
    return under(folder, rubric(numbers(1), gates=gates), dossier(facts={"f0": 1}, exceptions=lifted))


def unknown_gates(n, folder):
    gates = [{"id": f"gate{i}", "when": "f0 > 0", "effect": {"grade_down": 1}} for i in range(n)]
    lifted = [{"gate": f"gata{i}", "reason": "r", "authority": "a"} for i in range(1200)]
    return under(folder, rubric(numbers(1), gates=gates), dossier(exceptions=lifted))


def unknown_targets(n, folder):
    gates = [{"id": f"g{i}", "when": "f0 > 0", "effect": {"void": f"9.{i}"}} for i in range(n)]
    return under(folder, rubric(numbers(1), gates=gates))


def choices(n, folder):
    fact = {"id": "c", "type": "choice", "choices": [f"c{i}" for i in range(n)]}
    options = [{"is": f"c{i}", "points": "0.5"} for i in range(n)]
    line = {"id": "1.1", "max": 1, "score": {"choice": {"fact": "c", "options": options}}}
    return ["show", write(folder, "r.json", rubric([fact], [line]))]


def wrong_choices(n, folder):
    fact = {"id": "c", "of": "member", "type": "choice", "choices": [f"c{i}" for i in range(n)]}
    people = [{"id": f"m{i}", "c": "x"} for i in range(1200)]
    return under(folder, rubric([fact]), dossier(members=people))


def steps(n, folder):
    table = [{"when": f">= {n - i}", "points": 0} for i in range(n)] + [{"when": "-", "points": 0}]
    line = {"id": "1.1", "max": 1, "score": {"steps": {"value": "f0", "table": table}}}
    return under(folder, rubric(numbers(1), [line]), dossier(facts={"f0": -1}))


def ceilings(n, folder):
    line = {
        "id": "1.1", "max": 1, "score": {"formula": "0"},
        "at_most": [{"when": f"f0 > {i}", "points": "0.5"} for i in range(n)],
    }  # fmt: skip
    return under(folder, rubric(numbers(1), [line]))


def checks(n, folder):
    wanted = [{"id": f"k{i}", "assert": f"f{i} > 0"} for i in range(n)]
    return under(folder, rubric(numbers(n), checks=wanted))


def broken_rules(n, folder):
    rules = [{"id": f"k{i}", "assert": f"f{i} > 1"} for i in range(n)]
    return under(folder, rubric(numbers(n), consistency=rules), dossier(facts={f"f{i}": 0 for i in range(n)}))


def evidence_kinds(n, folder):
    line = {
        "id": "1.1", "max": 1, "score": {"formula": "1"},
        "evidence": {"kinds": [f"k{i}" for i in range(n)], "at_least": n},
    }  # fmt: skip
    return under(folder, rubric(indicators=[line]), dossier(evidence=[document(i, kind=f"k{i}") for i in range(n)]))


def named_criteria(n, folder):
    sheet = rubric()
    sheet["criteria"] = [
        {"id": f"c{i}", "max": 1, "good": {"min_points": 0}, "indicators": [
            {"id": f"c{i}.1", "max": 1, "score": {"formula": "0"}}]}
        for i in range(n // 2)
    ]  # fmt: skip
    sheet["grades"] = [{"id": "a", "good_criteria": [f"c{i}" for i in range(n // 2)]}, {"id": "b"}]
    return under(folder, sheet)


def examples(n, folder):
    wanted = [{"dossier": dossier(), "expect": {"nodes": {"1.1": 0}}} for _ in range(n)]
    return ["show", write(folder, "r.json", rubric(examples=wanted))]


def expected_nodes(n, folder):
    indicators = [{"id": f"1.{i}", "max": 1, "score": {"formula": "0"}} for i in range(n)]
    expected = {f"1.{i}": 0 for i in range(n)}
    wanted = [{"dossier": dossier(), "expect": {"nodes": expected}}]
    return ["show", write(folder, "r.json", rubric(indicators=indicators, examples=wanted))]


def long_sum(n, folder):
    line = {"id": "1.1", "max": 1, "score": {"formula": " + ".join(["f0"] * n)}}
    return under(folder, rubric(numbers(1), [line]), dossier(facts={"f0": 0}))


def long_list(n, folder):
    line = {"id": "1.1", "max": 1, "score": {"condition": f"f0 in [{','.join(str(i) for i in range(n))}]"}}
    return under(folder, rubric(numbers(1), [line]), dossier(facts={"f0": -1}))


def template(n, folder):
    return ["template", write(folder, "r.json", rubric(numbers(n)))]


TIMES = {
    documents: 10, equal_documents: 10, supports: 50, members: 50, members_with_results: 10, history: 10, findings: 10,
    evidence_kinds: 10, long_list: 4,
}  # fmt: skip

KINDS = [
    documents, equal_documents, unknown_lines, supports, equal_ids, long_name, marks_without_width, many_words, members,
    equal_members, members_with_results, unknown_facts, history, unknown_members, lines, broken_lines, findings,
    units_of_a_reference, cohort, groups, facts, facts_of_one_word, equal_facts, reading_lines, waiting_lines,
    waiting_json, waiting_text, void_gates, gates_of_lines, lifted_gates, unknown_gates, unknown_targets, choices,
    wrong_choices, steps, ceilings, checks, broken_rules, evidence_kinds, named_criteria, examples, expected_nodes,
    long_sum, long_list, template,
]  # fmt: skip
