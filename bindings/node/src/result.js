// SPDX-License-Identifier: BSL-1.0
"use strict";

// What an evaluation says, as values of JavaScript.

const { NotFoundError } = require("./errors.js");
const { withOptions, written, writtenAsync, optionsOf } = require("./handles.js");
const { parse } = require("./json.js");
const { CONSTANTS } = require("./signatures.js");
const { Told, frozen, walk } = require("./told.js");

/** What evaluating one dossier says: complete copies, immutable, that need no library. */
class Result extends Told {
    static writer = "bontot_result_write"; // JSON in the format bontot-result/1

    constructor(handle, text, language) {
        super(handle, text, language);
        Object.assign(this, figuresOf(parse(text), language));
        Object.values(this).forEach(frozen);
        Object.freeze(this);
    }

    /** All criteria and indicators, each before those below it. */
    get nodes() {
        return [...walk(this.criteria)];
    }

    /** Returns the criterion or indicator of an id. Throws a NotFoundError. */
    node(id) {
        for (const node of walk(this.criteria)) {
            if (node.id === id) {
                return node;
            }
        }
        throw new NotFoundError(`there is no criterion or indicator "${id}"`);
    }

    /** Returns the figures alone as JSON in one short line (format bontot-summary/1). */
    toSummary() {
        return this.writtenAs(CONSTANTS.BONTOT_SUMMARY, { language: this.language });
    }
}

/** Copies all that an evaluated result says. */
function resultFrom(handle, language) {
    const text = handle.use((result) =>
        withOptions({ language }, (options) =>
            written(Result.writer, [result, CONSTANTS.BONTOT_JSON, options], language),
        ),
    );
    return new Result(handle, text, language);
}

/** Likewise, written in another thread. */
async function resultFromAsync(handle, language) {
    const options = optionsOf({ language });
    try {
        const text = await handle.useAsync((result) =>
            options.useAsync((chosen) =>
                writtenAsync(Result.writer, [result, CONSTANTS.BONTOT_JSON, chosen], language),
            ),
        );
        return new Result(handle, text, language);
    } finally {
        options.close();
    }
}

function figuresOf(said, language) {
    return {
        language,
        rubricId: said.rubric.id,
        rubricVersion: said.rubric.version,
        unitId: said.unit.id,
        unitName: said.unit.name ?? "",
        period: said.period ?? null,
        total: said.total,
        grade: { id: said.grade.id, label: said.grade.label },
        byException: said.grade.by_exception,
        asOf: said.as_of ?? null,
        gradePossible: said.grade_possible,
        reachable: said.reachable,
        completeness: said.completeness,
        criteria: said.criteria.map((each) => nodeOf(each, null)),
        gates: said.gates.map((each) => ({ id: each.id, fired: each.fired, lifted: liftedOf(each.lifted) })),
        checks: said.checks.map(({ id, outcome, severity, text }) => ({ id, outcome, severity, text })),
        findings: said.findings.map(({ code, at, expression = null }) => ({ code, at, expression })),
        missing: said.missing.map(({ item, label, worth, lines, also, decides }) => ({
            item,
            label,
            worth,
            lines,
            also,
            decides,
        })),
        columns: (said.columns ?? []).map(columnOf),
    };
}

function nodeOf(said, parent) {
    return {
        id: said.id,
        label: said.label,
        parent,
        kind: said.kind ?? null,
        state: said.state,
        hasGood: "good" in said,
        good: said.good ?? null,
        points: said.points,
        possible: said.possible,
        max: said.max,
        reason: said.reason?.text ?? "",
        notes: (said.notes ?? []).map((each) => each.text),
        children: (said.indicators ?? []).map((each) => nodeOf(each, said.id)),
        facts: said.facts ?? {},
        evidence: said.evidence ?? [],
        missing: said.missing ?? [],
        clause: said.clause ?? "",
        marks: Object.entries(said.marks ?? {}).map(([role, mark]) => markOf(role, mark)),
    };
}

function markOf(role, said) {
    const { points, comment = "", reason = "", by = "", date = null } = said;
    return { role, points, comment, reason, by, date };
}

function liftedOf(said) {
    return said ? { reason: said.reason, authority: said.authority, date: said.date ?? null } : null;
}

function columnOf(said) {
    return {
        role: said.role,
        total: { points: said.points, possible: said.possible },
        grade: said.grade,
        gradePossible: said.grade_possible,
        nodes: said.nodes,
    };
}

module.exports = { Result, resultFrom, resultFromAsync };
