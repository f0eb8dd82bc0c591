// SPDX-License-Identifier: BSL-1.0
"use strict";

// Dossiers under an old and a new rubric: who changes grade, and what causes it.

const { library } = require("./ffi.js");
const { Closing, call, handles, withOptions, written } = require("./handles.js");
const { parse } = require("./json.js");
const { CONSTANTS } = require("./signatures.js");
const { errorsOf, textOf } = require("./sources.js");

const MOVES = { same: "SAME", up: "UP", down: "DOWN", other: "OTHER" };
const SIDES = { [CONSTANTS.BONTOT_BEFORE]: "before", [CONSTANTS.BONTOT_AFTER]: "after" };

function lastMove(diff) {
    const move = library().bontot_diff_last_move(diff);
    return Object.keys(MOVES).find((word) => CONSTANTS[`BONTOT_MOVE_${MOVES[word]}`] === move);
}

/** Counts what becomes of dossiers under two rubrics; holds counts and the last dossier's outcome. */
class RubricDiff extends Closing {
    constructor(before, after, settings = {}) {
        super(
            Closing.handleOf(before).use((old) =>
                Closing.handleOf(after).use((young) =>
                    withOptions(settings, (options) =>
                        handles.diff.madeBy("bontot_diff_new", [old, young, options], settings.language),
                    ),
                ),
            ),
        );
    }

    /**
     * Evaluates a dossier under both rubrics, and returns what became of its grade: "same", "up", "down"
     * or "other". Throws an InputError when a rubric refuses it, which is counted: see `refusedBy`.
     */
    add(dossier, { language = "vi" } = {}) {
        const text = textOf(dossier);
        return Closing.handleOf(this).use((diff) => {
            errorsOf(dossier, () => call("bontot_diff_add", [diff, text, text.byteLength], language));
            return lastMove(diff);
        });
    }

    /** Likewise with a unit's dossiers in memory, one of each rubric. */
    addDossiers(before, after, { language = "vi" } = {}) {
        return Closing.handleOf(this).use((diff) => {
            Closing.handleOf(before).use((old) =>
                Closing.handleOf(after).use((young) =>
                    call("bontot_diff_add_dossiers", [diff, old, young], language),
                ),
            );
            return lastMove(diff);
        });
    }

    /** Which rubric refused the last dossier: "before" (the old one) or "after"; null: none did. */
    get refusedBy() {
        return Closing.handleOf(this).use((diff) => SIDES[library().bontot_diff_refused_by(diff)] ?? null);
    }

    /** How many grades moved so, and how many dossiers were refused. */
    get counts() {
        return Closing.handleOf(this).use((diff) => {
            const count = (word) => library().bontot_diff_count(diff, CONSTANTS[`BONTOT_MOVE_${MOVES[word]}`]);
            const counts = Object.fromEntries(Object.keys(MOVES).map((word) => [word, count(word)]));
            return { ...counts, refused: library().bontot_diff_refused_count(diff) };
        });
    }

    #written(writer, format, settings) {
        return Closing.handleOf(this).use((diff) =>
            withOptions(settings, (options) => written(writer, [diff, format, options], settings.language)),
        );
    }

    /** Returns the last dossier's outcome (format bontot-rubric-diff/1) as JSON. Throws a NotFoundError. */
    lastToJson({ language = "vi" } = {}) {
        return this.#written("bontot_diff_write_last", CONSTANTS.BONTOT_JSON, { language });
    }

    /** Returns the last dossier's outcome as text for people. Throws a NotFoundError. */
    lastToText({ language = "vi", colour = false } = {}) {
        return this.#written("bontot_diff_write_last", CONSTANTS.BONTOT_TEXT, { language, colour });
    }

    /** Returns the counts of all as JSON in the format bontot-rubric-diff/1. */
    toJson({ language = "vi" } = {}) {
        return this.#written("bontot_diff_write", CONSTANTS.BONTOT_JSON, { language });
    }

    /** Returns what `toJson` holds, as an object; a number is a Decimal. */
    toObject(settings) {
        return parse(this.toJson(settings));
    }

    /** Returns the counts of all as text for people. */
    toText({ language = "vi", colour = false } = {}) {
        return this.#written("bontot_diff_write", CONSTANTS.BONTOT_TEXT, { language, colour });
    }
}

module.exports = { RubricDiff };
