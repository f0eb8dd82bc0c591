// SPDX-License-Identifier: BSL-1.0
"use strict";

// The corpus through this binding: tests/corpus/README.md says what is asked and what is answered.

const fs = require("node:fs");
const { pathToFileURL } = require("node:url");
const bontot = require("..");
const { Closing, call, sized } = require("../src/handles.js");
const { PIECES, numberIn } = require("./corpus_pieces.js");

const { Decimal, Rubric } = bontot;

// ---- Fields ----

const SIGNS = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const field = (text) => String(text ?? "-").replace(/[\\\t\n\r]/g, (sign) => SIGNS[sign]);
const line = (...fields) => `${fields.map(field).join("\t")}\n`;
const yesNo = (value) => (value ? "yes" : "no");

function errorLines(error) {
    const fields = ({ code, pointer, offset, line: row, column, expressionColumn, message, messageEn }) =>
        line(code, pointer, offset, row, column, expressionColumn, message, messageEn);
    return error.entries.map(fields).join("");
}

const STATUS = {
    InputError: "bad_input",
    NotFoundError: "not_found",
    MisuseError: "misuse",
    OutOfMemoryError: "no_memory",
    NoFitError: "no_fit",
    InternalError: "internal",
};

/** Returns what an action returns, or the status and errors of what it throws. */
function outcome(action) {
    try {
        return ["ok", action()];
    } catch (error) {
        if (!(error instanceof bontot.BontotError)) {
            throw error;
        }
        return [STATUS[error.name], errorLines(error)];
    }
}

// ---- A case ----

function optionsOf(text) {
    const pairs = text === "-" ? [] : text.split(";").map((each) => each.split(/=(.*)/s));
    const find = (name) => pairs.find(([key]) => key === name)?.[1];
    const all = (name) => pairs.filter(([key]) => key === name).map(([, value]) => value);
    return { find, all, has: (name) => find(name) !== undefined };
}

function inputOf(text) {
    if (text === "-") {
        return null;
    }
    const [, path, number] = /^file:(.*?)(?:#(\d+))?$/s.exec(text) ?? [];
    if (path === undefined) {
        return text;
    }
    const bytes = fs.readFileSync(path);
    return number === undefined ? bytes : linesOf(bytes)[Number(number) - 1];
}

function linesOf(bytes) {
    const found = [];
    const text = Buffer.from(bytes);
    for (let begin = 0; begin < text.length; ) {
        const end = text.indexOf(10, begin) < 0 ? text.length : text.indexOf(10, begin);
        found.push(text.subarray(begin, end));
        begin = end + 1;
    }
    return found;
}

class Case {
    constructor(text) {
        const [id, operation, rubric, language, options, ...inputs] = text.split("\t");
        Object.assign(this, { id, operation, language, options: optionsOf(options) });
        this.inputs = inputs.map(inputOf);
        this.rubricName = rubric;
    }

    prepare() {
        this.rubric = this.rubricName === "-" ? null : this.load(this.rubricName);
        const reference = this.options.find("reference");
        this.reference = reference && this.rubric.reference(inputOf(reference));
    }

    load(name) {
        const { language } = this;
        return name.startsWith("file:")
            ? Rubric.fromJson(inputOf(name), { language })
            : Rubric.builtin(name, { language });
    }

    /** How dossiers are read. */
    get reading() {
        const { language, options, reference } = this;
        const asOf = options.find("as_of") ?? null;
        const trust = options.find("trust") ?? "all";
        return { language, reference, trust, asOf, allowOtherRubric: options.has("other_rubric") };
    }

    evaluate(source, rubric = this.rubric, more = {}) {
        return rubric.evaluate(source, { ...this.reading, ...more });
    }

    /** Writes something as the case asks. */
    write(told) {
        const { language, options } = this;
        switch (options.find("format") ?? "json") {
            case "text":
                return told.toText({ language, colour: options.has("colour") });
            case "summary":
                return told.toSummary();
            default:
                return told.toJson({ language });
        }
    }
}

// ---- The operations ----

function rubricLines({ rubric }) {
    const named = (word) => (each) => line(word, each.id, each.label, each.labelEn);
    return [
        line("rubric", rubric.id, rubric.version, rubric.label, rubric.labelEn),
        ...rubric.facts.map((fact) => line("fact", fact.slot, fact.id, fact.type, fact.label, fact.labelEn)),
        ...rubric.roles.map(named("role")),
        ...rubric.grades.map(named("grade")),
        ...rubric.nodes.map((node) => line("node", node.id, node.parent)),
    ].join("");
}

const goodOf = ({ hasGood, good }) => (hasGood ? (good === null ? "open" : yesNo(good)) : "-");

function nodeLine(node) {
    const { id, parent, label, kind, state, points, possible, max } = node;
    // The library's own reason says in one sentence what the JSON has as reason and notes.
    const reason = [node.reason, ...node.notes].filter(Boolean).join("; ");
    return line("node", id, parent, label, kind, state, goodOf(node), points, possible, max, reason);
}

function figures(one) {
    const result = one.evaluate(one.inputs[0]);
    const { total, grade } = result;
    return [
        line("total", total.points, total.possible, total.max, result.completeness),
        line("grade", grade.id, grade.label, result.gradePossible, yesNo(result.byException)),
        line("as_of", result.asOf),
        ...result.reachable.map((id) => line("reachable", id)),
        ...result.nodes.map(nodeLine),
        ...result.checks.map((check) => line("check", check.id, check.outcome, check.severity, check.text)),
    ].join("");
}

function many(one) {
    const told = linesOf(one.inputs[0]).map((text, index) =>
        line(index + 1, ...outcome(() => one.write(one.evaluate(text)))),
    );
    return told.join("");
}

function compare(one) {
    const { language, options } = one;
    const after = options.has("after") ? one.load(options.find("after")) : one.rubric;
    const saved = (result) => (options.has("saved") ? result.toJson() : result);
    const old = one.evaluate(one.inputs[0]);
    const young = one.evaluate(one.inputs[1], after, { asOf: options.find("after_as_of") ?? null });
    return one.write(bontot.compare(saved(old), saved(young), { language }));
}

function rank(one) {
    const { language, options } = one;
    const cohort = new bontot.Cohort(one.rubric);
    for (const text of linesOf(one.inputs[0])) {
        const result = one.evaluate(text);
        cohort.add(options.has("saved") ? result.toJson() : result, { language });
    }
    const raised = options.all("raise");
    return one.write(cohort.rank({ language, raised, raisedEverywhere: options.has("raise_everywhere") }));
}

function diff(one) {
    const { language } = one;
    const counted = new bontot.RubricDiff(one.rubric, one.load(one.options.find("after")), one.reading);
    const last = { toJson: (how) => counted.lastToJson(how), toText: (how) => counted.lastToText(how) };
    const told = linesOf(one.inputs[0]).map((text, index) => {
        try {
            return line(index + 1, counted.add(text, { language }), one.write(last));
        } catch (error) {
            if (!(error instanceof bontot.InputError)) {
                throw error;
            }
            return line(index + 1, counted.refusedBy, errorLines(error));
        }
    });
    const { same, up, down, other, refused } = counted.counts;
    return [...told, line(same, up, down, other, refused), one.write(counted)].join("");
}

/** Splits at the first blank. */
const headOf = (text) => text.split(/ (.*)/s);

const STEPS = {
    unit: (dossier, [id, name]) => dossier.setUnit(id, name),
    period: (dossier, [from, to]) => dossier.setPeriod(from, to),
    set: (dossier, [fact, text]) => dossier.setTyped(fact, text),
    boolean: (dossier, [fact, text]) => dossier.set(fact, text === "true"),
    clear: (dossier, [fact]) => dossier.clear(fact),
    apply: (dossier, _, one) => dossier.apply(one.reference),
    number: (dossier, [fact, text]) => dossier.set(fact, numberIn(text)),
    text: (dossier, [fact, text], one) => setBySlot("bontot_dossier_set_text", dossier, fact, text, one),
    date: (dossier, [fact, text], one) => setBySlot("bontot_dossier_set_date", dossier, fact, text, one),
};

/** The idiom asks the rubric for a fact's type; the corpus asks for the setter of one type. */
function setBySlot(name, dossier, fact, text, { rubric }) {
    const slot = rubric.factNamed(fact)?.slot ?? 2n ** 64n - 1n;
    Closing.handleOf(dossier).use((given) => call(name, [given, slot, ...sized(text)]));
}

function build(one) {
    const dossier = one.rubric.dossier(one.reading);
    for (const step of one.inputs[0].split(";")) {
        const [verb, rest = ""] = headOf(step);
        if (verb in PIECES) {
            PIECES[verb](dossier, rest);
        } else {
            STEPS[verb](dossier, headOf(rest), one);
        }
    }
    return one.write(one.evaluate(dossier));
}

const CELLS = {
    number: (text, scale) => Decimal.of(BigInt(text), Number(scale)),
    boolean: (text) => text === "true",
    text: (text) => text,
    date: (text) => text,
};

function tableOf(text) {
    const [head, ...rows] = String(text).replace(/\n$/, "").split("\n");
    const cells = rows.map((row) => row.split(","));
    const columns = head.split(",").map((named, place) => {
        const [fact, type, scale] = named.split(":");
        return [fact, cells.map((row) => (row[place] ? CELLS[type](row[place], scale) : null))];
    });
    return Object.fromEntries(columns);
}

function columns(one) {
    const { language, options, rubric } = one;
    const scale = Number(options.find("scale") ?? 12);
    const period = options.find("period")?.split("/") ?? null;
    const given = { language, period, scale };
    const results = bontot.evaluateColumns(rubric, tableOf(one.inputs[0]), given);
    const gradeAt = (index) => (index < 0 ? "-" : results.grades[index]);
    const rows = Array.from(results.status, (status, row) => {
        const nodes = Object.values(results.nodes).flatMap((node) => [node.points[row], node.possible[row]]);
        const totals = [results.points[row], results.possible[row], results.completeness[row]];
        return line(status, ...totals, gradeAt(results.grade[row]), gradeAt(results.gradePossible[row]), ...nodes);
    });
    const errors = results.errors.map((each) => line("error", each.row, each.code, each.message, each.messageEn));
    return [...rows, ...errors, line("wrong", results.wrongRows)].join("");
}

const OPERATIONS = {
    builtins: () => Rubric.builtins().map((id) => line(id)).join(""),
    rubric: rubricLines,
    describe: (one) => one.rubric.describe(one),
    template: (one) => one.rubric.template(one),
    test: (one) => {
        const { failed, text } = one.rubric.test(one);
        return line(failed) + text;
    },
    lint: (one) => lintJson(one),
    evaluate: (one) => one.write(one.evaluate(one.inputs[0])),
    figures,
    named: (one) => bontot.rubricIdOf(one.inputs[0], one),
    many,
    compare,
    path: (one) => one.write(one.rubric.path(one.inputs[0], { ...one.reading, to: one.options.find("to") ?? null })),
    rank,
    diff,
    feel: (one) => bontot.feel(one.inputs[0], one.inputs[1], one),
    build,
    assemble: build,
    columns,
};

/** The idiom gives findings as values; the corpus asks for the JSON that they are read from. */
function lintJson({ rubric, language, inputs }) {
    const { closing, handles, withOptions, written } = require("../src/handles.js");
    const handle = Closing.handleOf(rubric).use((given) =>
        handles.lint.madeBy("bontot_rubric_lint", [given, ...sized(inputs[0]), null], language),
    );
    return closing(handle, (lint) =>
        withOptions({ language }, (options) => written("bontot_lint_write", [lint, options], language)),
    );
}

function run(text) {
    const one = new Case(text);
    const [status, output] = outcome(() => {
        one.prepare();
        if (!OPERATIONS[one.operation]) {
            throw new Error(`the cases have an operation that is not known: ${one.operation}`);
        }
        return OPERATIONS[one.operation](one);
    });
    return `${one.id}\t${status}\t${field(output)}\n`;
}

function main([cases]) {
    const lines = fs.readFileSync(pathToFileURL(cases), "utf8").split("\n");
    const asked = lines.filter((each) => each !== "" && !each.startsWith("#"));
    fs.writeSync(1, asked.map(run).join(""));
}

main(process.argv.slice(2));
