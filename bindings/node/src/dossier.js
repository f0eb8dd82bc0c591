// SPDX-License-Identifier: BSL-1.0
"use strict";

// Dossiers that are built piece by piece, or read once and changed.

const { Decimal } = require("./decimal.js");
const { Closing, call, sized, withOptions, written } = require("./handles.js");
const { CONSTANTS } = require("./signatures.js");
const { errorsOf, textOf } = require("./sources.js");

const SETTERS = {
    text: "bontot_dossier_set_text",
    choice: "bontot_dossier_set_text",
    date: "bontot_dossier_set_date",
};
const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/** Returns a number as the library takes it, or null: it does not fit. */
function numberOf(value) {
    const { coefficient, scale } = new Decimal(value);
    return coefficient < LEAST || coefficient > MOST ? null : { coefficient, scale };
}

/** Facts of one unit in one period. Made by `Rubric.dossier` and `Rubric.read`. */
class Dossier extends Closing {
    #rubric;

    constructor(handle, rubric) {
        super(handle);
        this.#rubric = rubric;
    }

    #call(name, given, { language = "vi" } = {}) {
        Closing.handleOf(this).use((dossier) => call(name, [dossier, ...given], language));
        return this;
    }

    /** Sets who the unit is. */
    setUnit(id, name = "", options) {
        return this.#call("bontot_dossier_set_unit", [...sized(id), ...sized(name)], options);
    }

    /** Sets the period, by its first and last day: "2026-01-01". */
    setPeriod(from, to, options) {
        return this.#call("bontot_dossier_set_period", [...sized(from), ...sized(to)], options);
    }

    /**
     * Sets a fact by its id. A number is a Decimal, a bigint, a whole number or text; a date is text;
     * null is unknown. Throws an InputError; then the fact is as it was.
     */
    set(fact, value, options) {
        const { slot, type } = this.#rubric.factNamed(fact) ?? { slot: CONSTANTS.BONTOT_NONE };
        if (value === null || value === undefined) {
            return this.#call("bontot_dossier_clear", [slot], options);
        }
        if (typeof value === "boolean") {
            return this.#call("bontot_dossier_set_boolean", [slot, Number(value)], options);
        }
        if (typeof value === "string" && SETTERS[type]) {
            return this.#call(SETTERS[type], [slot, ...sized(value)], options);
        }
        const number = typeof value === "string" ? null : numberOf(value);
        if (number !== null) {
            return this.#call("bontot_dossier_set_number", [slot, number], options);
        }
        return this.#call("bontot_dossier_set", [...sized(fact), ...sized(String(value))], options);
    }

    /** Sets a fact by its id from a text as it is typed: a number, true or false, a date, a choice or a text. */
    setTyped(fact, text, options) {
        return this.#call("bontot_dossier_set", [...sized(fact), ...sized(text)], options);
    }

    /** Makes a fact unknown. */
    clear(fact, options) {
        return this.set(fact, null, options);
    }

    /** Gives the dossier what a committee says of its unit, once the unit is set. */
    apply(reference, options) {
        return Closing.handleOf(reference).use((given) => this.#call("bontot_dossier_apply", [given], options));
    }

    /** Forgets what it held, and reads another dossier of the same rubric in its place. */
    read(source, settings = {}) {
        const text = textOf(source);
        return withOptions(settingsOf(settings), (options) =>
            errorsOf(source, () =>
                this.#call("bontot_dossier_read", [text, text.byteLength, options], settings),
            ),
        );
    }
}

/** Returns the settings of reading with the handle of the reference. */
function settingsOf({ reference, ...settings }) {
    return { ...settings, reference: reference && Closing.handleOf(reference) };
}

/** Returns the id of the rubric that a dossier names, without reading the rest of it. */
function rubricIdOf(source, { language = "vi" } = {}) {
    const text = textOf(source);
    return errorsOf(source, () => written("bontot_dossier_rubric_id", [text, text.byteLength, null], language));
}

module.exports = { Dossier, rubricIdOf, settingsOf };
