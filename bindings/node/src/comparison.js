// SPDX-License-Identifier: BSL-1.0
"use strict";

// What moved between two results.

const { NotFoundError } = require("./errors.js");
const { Closing, closing, handles, withOptions, written } = require("./handles.js");
const { parse } = require("./json.js");
const { Decimal } = require("./decimal.js");
const { Result } = require("./result.js");
const { CONSTANTS } = require("./signatures.js");
const { errorsOf, textOf } = require("./sources.js");
const { Told, frozen, walk } = require("./told.js");

/** What moved between two results: a complete copy, immutable. */
class Comparison extends Told {
    static writer = "bontot_comparison_write"; // JSON in the format bontot-comparison/1

    constructor(handle, text, language) {
        super(handle, text, language);
        Object.assign(this, movesOf(parse(text), language));
        Object.values(this).forEach(frozen);
        Object.freeze(this);
    }

    /** All criteria and indicators, each before those below it. */
    get nodes() {
        return [...walk(this.criteria)];
    }

    /** Returns the criterion or indicator of an id; of one that moved to another parent, where it is now. */
    node(id) {
        const found = this.nodes.filter((node) => node.id === id);
        if (found.length === 0) {
            throw new NotFoundError(`there is no criterion or indicator "${id}"`);
        }
        return found.find((node) => node.where !== "before") ?? found[0];
    }
}

/**
 * Compares two results node by node, by the ids of the nodes: each a Result that is not closed, or one
 * in the format bontot-result/1 as an object, JSON text or a file.
 */
function compare(before, after, { language = "vi" } = {}) {
    const handle = closing(summaryOf(before, language), (first) =>
        closing(summaryOf(after, language), (second) =>
            handles.comparison.madeBy("bontot_compare", [first, second, null], language),
        ),
    );
    const text = handle.use((comparison) =>
        withOptions({ language }, (options) =>
            written(Comparison.writer, [comparison, CONSTANTS.BONTOT_JSON, options], language),
        ),
    );
    return new Comparison(handle, text, language);
}

function summaryOf(source, language) {
    if (source instanceof Result) {
        return Closing.handleOf(source).use((result) =>
            handles.summary.madeBy("bontot_summary_of", [result, null], language),
        );
    }
    const text = textOf(source);
    return errorsOf(source, () =>
        handles.summary.madeBy("bontot_summary_load", [text, text.byteLength, null], language),
    );
}

function movesOf(said, language) {
    return {
        language,
        before: comparedOf(said.before),
        after: comparedOf(said.after),
        gradeChanged: said.grade_changed,
        points: said.total.points,
        possible: said.total.possible,
        max: said.total.max,
        remainder: said.total.remainder.points,
        possibleRemainder: said.total.remainder.possible,
        criteria: said.criteria.map((each) => nodeOf(each, null)),
        gates: said.gates.map(gateOf),
        checks: said.checks.map(({ id, before = null, after = null, severity, text }) => ({
            id,
            before,
            after,
            severity,
            text,
        })),
    };
}

function comparedOf(said) {
    return {
        rubricId: said.rubric.id,
        rubricVersion: said.rubric.version,
        unitId: said.unit.id,
        unitName: said.unit.name ?? "",
        period: said.period ?? null,
        asOf: said.as_of ?? null,
        grade: { id: said.grade.id, label: said.grade.label },
        gradePossible: said.grade_possible,
        byException: said.grade.by_exception,
        completeness: said.completeness,
    };
}

function nodeOf(said, parent) {
    const zero = new Decimal(0);
    const remainder = said.remainder ?? { points: zero, possible: zero };
    return {
        id: said.id,
        label: said.label,
        clause: said.clause ?? "",
        parent,
        where: said.in,
        elsewhere: elsewhereOf(said),
        points: said.points,
        possible: said.possible,
        max: said.max,
        remainder: remainder.points,
        possibleRemainder: remainder.possible,
        changed: said.changed,
        before: said.before ? sideOf(said.before) : null,
        after: said.after ? sideOf(said.after) : null,
        facts: said.facts ?? {},
        evidenceAdded: said.evidence?.added ?? [],
        evidenceRemoved: said.evidence?.removed ?? [],
        marks: said.marks ?? {},
        children: (said.indicators ?? []).map((each) => nodeOf(each, said.id)),
    };
}

/** Of a node that stands elsewhere on the other side: the parent there, "" when it is a criterion. */
function elsewhereOf(said) {
    for (const key of ["moved_to", "moved_from"]) {
        if (key in said) {
            return said[key] ?? "";
        }
    }
    return null;
}

function sideOf(said) {
    return {
        label: said.label,
        clause: said.clause ?? "",
        state: said.state,
        hasGood: "good" in said,
        good: said.good ?? null,
        reason: said.reason?.text ?? "",
        notes: (said.notes ?? []).map((each) => each.text),
    };
}

function gateOf(said) {
    const fired = (side) => {
        if (!(side in said)) {
            return null;
        }
        return said[side] === null ? "open" : said[side] ? "yes" : "no";
    };
    const lifted = said.lifted ?? { before: false, after: false };
    return {
        id: said.id,
        before: fired("before"),
        after: fired("after"),
        wasLifted: lifted.before,
        isLifted: lifted.after,
    };
}

module.exports = { Comparison, compare };
