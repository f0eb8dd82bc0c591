# SPDX-License-Identifier: BSL-1.0
"""The engine of this binding for the corpus: what is asked, and what is answered, is in tests/corpus/README.md.

    corpus_engine.py CASES
"""

import sys
from decimal import Decimal
from pathlib import Path

import bontot

ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
STATUSES = {
    bontot.InputError: "bad_input",
    bontot.NotFoundError: "not_found",
    bontot.MisuseError: "misuse",
    bontot.OutOfMemory: "no_memory",
    bontot.NoFitError: "no_fit",
    bontot.InternalError: "internal",
}
GOOD = {True: "yes", False: "no", None: "open"}


def line(*fields):
    return "\t".join(plain(each).translate(ESCAPES) for each in fields) + "\n"


def plain(field):
    if field is None:
        return "-"
    return format(field, "f") if isinstance(field, Decimal) else str(field)


def errors(error):
    return "".join(
        line(
            each.code,
            each.pointer,
            each.offset,
            each.line,
            each.column,
            each.expression_column,
            each.message,
            each.message_en,
        )
        for each in error.entries
    )


def content(field):
    """What an input is: bytes, or None."""
    if field == "-":
        return None
    if not field.startswith("file:"):
        return field.encode()
    path, _, number = field[len("file:") :].partition("#")
    text = Path(path).read_bytes()
    return text.split(b"\n")[int(number) - 1] if number else text


def read_rubric(named):
    if named.startswith("file:"):
        return bontot.Rubric.from_json(content(named))
    return bontot.Rubric.builtin(named)


class Case:
    def __init__(self, fields):
        self.id, self.operation, rubric, self.language, options, *inputs = fields
        self.options = [each.partition("=")[::2] for each in options.split(";")] if options != "-" else []
        self.inputs = [content(each) for each in inputs]
        self.rubric = None if rubric == "-" else read_rubric(rubric)
        reference = self.option("reference")
        self.reference = self.rubric.reference(content(reference)) if reference else None

    def option(self, name, default=None):
        return next((value for key, value in self.options if key == name), default)

    def has(self, name):
        return self.option(name) is not None

    @property
    def reading(self):
        """How dossiers are read and evaluated."""
        return {
            "language": self.language,
            "allow_other_rubric": self.has("other_rubric"),
            "reference": self.reference,
            "trust": self.option("trust", "all"),
            "as_of": self.option("as_of"),
        }

    def written(self, told):
        """A result, comparison, ranking or path in the format of the case."""
        if self.option("format") == "text":
            return told.to_text(self.language, colour=self.has("colour"))
        return told.to_summary() if self.option("format") == "summary" else told.to_json()


def run_builtins(case):
    return "".join(line(each) for each in bontot.Rubric.builtins())


def run_rubric(case):
    rubric = case.rubric
    out = [line("rubric", rubric.id, rubric.version, rubric.label_in("vi"), rubric.label_in("en"))]
    out += [line("fact", each.slot, each.id, each.type, each.label, each.label_en) for each in rubric.facts]
    out += [line("role", each.id, each.label, each.label_en) for each in rubric.roles]
    out += [line("grade", each.id, each.label, each.label_en) for each in rubric.grades]
    out += [line("node", each.id, each.parent) for each in rubric.nodes]
    return "".join(out)


def run_test(case):
    report = case.rubric.test(language=case.language)
    return line(report.failed) + report.text


def run_lint(case):
    return case.rubric.lint_json(case.inputs[0], language=case.language)


def run_figures(case):
    result = case.rubric.evaluate(case.inputs[0], **case.reading)
    total = result.total
    exception = "yes" if result.by_exception else "no"
    out = [
        line("total", total.points, total.possible, total.max, result.completeness),
        line("grade", result.grade.id, result.grade.label, result.grade_possible, exception),
        line("as_of", result.as_of),
    ]
    out += [line("reachable", each) for each in result.reachable]
    for node in result.nodes:
        good = GOOD[node.good] if node.has_good else None
        figures = (node.points, node.possible, node.max)
        why = "; ".join(filter(None, (node.reason, *node.notes)))
        out.append(line("node", node.id, node.parent, node.label, node.kind, node.state, good, *figures, why))
    out += [line("check", each.id, each.outcome, each.severity, each.text) for each in result.checks]
    return "".join(out)


def run_many(case):
    out = []
    form = case.option("format", "json")
    for each in case.rubric.write_many(case.inputs[0], form, **case.reading):
        answer = errors(each.error) if each.error else each.text
        out.append(line(each.number, "bad_input" if each.error else "ok", answer))
    return "".join(out)


def run_diff(case):
    out = []
    is_text = case.option("format") == "text"
    with bontot.RubricDiff(case.rubric, read_rubric(case.option("after")), language=case.language) as diff:
        for number, dossier in enumerate(case.inputs[0].splitlines(), 1):
            try:
                change = diff.add(dossier)
                out.append(line(number, change.move, diff.last_text() if is_text else change.to_json()))
            except bontot.InputError as error:
                out.append(line(number, diff.refused_by, errors(error)))
        counts = diff.counts
        out.append(line(counts.same, counts.up, counts.down, counts.other, counts.refused))
        out.append(diff.to_text() if is_text else diff.to_json())
    return "".join(out)


def run_rank(case):
    with bontot.Cohort(case.rubric) as cohort:
        for dossier in case.inputs[0].splitlines():
            result = case.rubric.evaluate(dossier, **case.reading)
            cohort.add(result.to_json() if case.has("saved") else result)
        raised = [value for name, value in case.options if name == "raise"]
        return case.written(cohort.rank(raised=raised, raised_everywhere=case.has("raise_everywhere")))


def run_compare(case):
    later = read_rubric(case.option("after")) if case.has("after") else case.rubric
    before = case.rubric.evaluate(case.inputs[0], **case.reading)
    after = later.evaluate(case.inputs[1], **dict(case.reading, as_of=case.option("after_as_of")))
    sides = [each.to_json() if case.has("saved") else each for each in (before, after)]
    return case.written(bontot.compare(*sides, language=case.language))


def run_feel(case):
    return bontot.feel(case.inputs[0].decode(), case.inputs[1], language=case.language)


def number(words):
    coefficient, scale = map(int, words)
    return Decimal(coefficient).scaleb(-scale)


def words(rest, count):
    """So many words, "" for "-", and what is behind them."""
    found = rest.split(" ", count)
    found += [""] * (count + 1 - len(found))
    return ["" if each == "-" else each for each in found[:-1]] + found[-1:]


def mark(dossier, rest):
    node, role, coefficient, scale, date, comment = words(rest, 5)
    dossier.mark(node, role, number((coefficient, scale)), date=date or None, comment=comment)


def override(dossier, rest):
    node, role, coefficient, scale, by, reason = words(rest, 5)
    dossier.mark(node, role, number((coefficient, scale)), by=by, reason=reason)


def evidence(dossier, rest):
    id, nodes, kind, number, issued, submitted, status, _ = words(rest, 7)
    days = {"issued": issued or None, "submitted": submitted or None}
    dossier.add_evidence(id, nodes.split(",") if nodes else (), kind=kind, number=number, status=status, **days)


def history(dossier, rest):
    first, last, rubric, grade, points = words(rest, 4)
    given = number(points.split()) if points else None
    dossier.add_history(first, last, rubric=rubric, grade=grade, points=given)


def add_result(dossier, rest):
    unit, rubric, first, last, grade, points = words(rest, 5)
    given = number(points.split()) if points else None
    period = (first, last) if first else None
    dossier.add_result_in_short(unit, rubric, period=period, grade=grade, points=given)


def exception(dossier, rest):
    gate, date, authority, reason = words(rest, 3)
    dossier.add_exception(gate, reason, authority, date or None)


def of_member(dossier, rest):
    member, field, text = rest.split(" ", 2)
    bontot.Member(dossier, int(member)).set(field, text)


def clear_member(dossier, rest):
    member, field = rest.split()
    bontot.Member(dossier, int(member)).clear(field)


PIECES = {
    "unit-kind": lambda dossier, rest: dossier.set_unit_part("kind", rest),
    "unit-group": lambda dossier, rest: dossier.set_unit_part("group", rest),
    "unit-parent": lambda dossier, rest: dossier.set_unit_part("parent", rest),
    "mark": mark,
    "override": override,
    "unmark": lambda dossier, rest: dossier.unmark(*rest.split()),
    "member": lambda dossier, rest: dossier.add_member(rest),
    "of-member": of_member,
    "clear-member": clear_member,
    "evidence": evidence,
    "history": history,
    "result": add_result,
    "exception": exception,
    "give": lambda dossier, rest: dossier.give(rest),
    "remove": lambda dossier, rest: dossier.remove(rest),
    "reset": lambda dossier, rest: dossier.reset(),
}


def build(case, dossier, step):
    verb, _, rest = step.partition(" ")
    if verb in PIECES:
        PIECES[verb](dossier, rest)
        return
    first, _, second = rest.partition(" ")
    if verb == "unit":
        dossier.set_unit(first, second)
    elif verb == "period":
        dossier.set_period(first, second)
    elif verb == "apply":
        dossier.apply(case.reference)
    elif verb == "clear":
        dossier.clear(first)
    elif verb == "boolean":
        dossier.set(first, second == "true")
    elif verb == "number":
        dossier.set(first, number(second.split()))
    else:
        dossier.set(first, second)


def run_build(case):
    with case.rubric.dossier(trust=case.option("trust", "all")) as dossier:
        for step in case.inputs[0].decode().split(";"):
            build(case, dossier, step)
        return case.written(dossier.evaluate(language=case.language, as_of=case.option("as_of")))


def column(type, cells):
    """A column as the binding takes it."""
    kind, _, scale = type.partition(":")
    if kind == "number":
        return [Decimal(cell).scaleb(-int(scale)) if cell else None for cell in cells]
    if kind == "boolean":
        return [cell == "true" if cell else None for cell in cells]
    return [cell or None for cell in cells]


def run_columns(case):
    head, *rows = [each.split(",") for each in case.inputs[0].decode().splitlines()]
    columns = {}
    for place, each in enumerate(head):
        fact, _, type = each.partition(":")
        columns[fact] = column(type, [row[place] for row in rows])
    period = case.option("period")
    table = bontot.evaluate_columns(
        case.rubric,
        columns,
        period=tuple(period.split("/")) if period else None,
        scale=int(case.option("scale", "12")),
        language=case.language,
    )

    def grade(index):
        return None if index < 0 else table.grades[index]

    out = []
    for row in range(len(table)):
        out.append(
            line(
                table.status[row],
                table.points[row],
                table.possible[row],
                table.completeness[row],
                grade(table.grade[row]),
                grade(table.grade_possible[row]),
                *(figure for node in table.nodes.values() for figure in (node.points[row], node.possible[row])),
            )
        )
    out += [line("error", each.row, each.code, each.message, each.message_en) for each in table.errors]
    return "".join(out) + line("wrong", table.wrong_rows)


OPERATIONS = {
    "builtins": run_builtins,
    "rubric": run_rubric,
    "describe": lambda case: case.rubric.describe(case.language),
    "template": lambda case: case.rubric.template(case.language),
    "test": run_test,
    "lint": run_lint,
    "evaluate": lambda case: case.written(case.rubric.evaluate(case.inputs[0], **case.reading)),
    "figures": run_figures,
    "named": lambda case: bontot.rubric_named_by(case.inputs[0]),
    "many": run_many,
    "diff": run_diff,
    "rank": run_rank,
    "compare": run_compare,
    "path": lambda case: case.written(case.rubric.path(case.inputs[0], case.option("to"), **case.reading)),
    "feel": run_feel,
    "build": run_build,
    "assemble": run_build,
    "columns": run_columns,
}


def answer(fields):
    try:
        case = Case(fields)
        return line(case.id, "ok", OPERATIONS[case.operation](case))
    except bontot.BontotError as error:
        return line(fields[0], STATUSES[type(error)], errors(error))


def main():
    cases = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
    for each in cases[:-1]:
        if not each.startswith("#"):
            sys.stdout.buffer.write(answer(each.split("\t")).encode("utf-8", "surrogatepass"))


if __name__ == "__main__":
    main()
