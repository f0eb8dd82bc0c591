// SPDX-License-Identifier: BSL-1.0
"use strict";

// What a unit has to change to reach a grade.

const { withOptions, written } = require("./handles.js");
const { parse } = require("./json.js");
const { CONSTANTS } = require("./signatures.js");
const { Told, frozen, whole } = require("./told.js");

/** A way to a grade: a complete copy, immutable. */
class GradePath extends Told {
    static writer = "bontot_path_write"; // JSON in the format bontot-path/1

    constructor(handle, text, language) {
        super(handle, text, language);
        const said = parse(text);
        this.language = language;
        this.grade = said.to;
        this.outcome = said.outcome;
        this.effort = whole(said.effort);
        this.before = sideOf(said.before);
        this.after = said.after ? sideOf(said.after) : null;
        this.steps = said.steps.map(stepOf);
        this.falls = said.falls.map(({ at, label, points, after }) => ({ at, label, points, after }));
        this.obstacles = said.obstacles.map(({ code, at = null, asked = null, best = null, text: sentence }) => ({
            code,
            at,
            asked,
            best,
            text: sentence,
        }));
        Object.values(this).forEach(frozen);
        Object.freeze(this);
    }
}

/** Reads everything of a path. */
function pathFrom(handle, language) {
    const text = handle.use((path) =>
        withOptions({ language }, (options) =>
            written(GradePath.writer, [path, CONSTANTS.BONTOT_JSON, options], language),
        ),
    );
    return new GradePath(handle, text, language);
}

function sideOf(said) {
    return { points: said.points, grade: said.grade };
}

function stepOf(said) {
    return {
        at: said.at,
        label: said.label ?? "",
        points: said.points ?? null,
        after: said.after ?? null,
        effort: whole(said.effort),
        isOpen: said.open,
        changes: said.changes.map(changeOf),
        text: said.text,
    };
}

function changeOf(said) {
    return {
        item: said.item,
        label: said.label,
        before: said.from,
        after: said.to,
        count: whole(said.count) ?? 0,
        role: said.role ?? null,
        kinds: said.kinds ?? [],
        status: said.status ?? null,
    };
}

module.exports = { GradePath, pathFrom };
