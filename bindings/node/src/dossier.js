// SPDX-License-Identifier: BSL-1.0
"use strict";

// Dossiers that are built piece by piece, or read once and changed.

const { MisuseError } = require("./errors.js");
const { library } = require("./ffi.js");
const { Closing, call, sized, withOptions, written } = require("./handles.js");
const { numberBytes, numberOf, numberOrNull } = require("./numbers.js");
const { Result } = require("./result.js");
const { CONSTANTS } = require("./signatures.js");
const { errorsOf, textOf } = require("./sources.js");

const SETTERS = {
    text: "bontot_dossier_set_text",
    choice: "bontot_dossier_set_text",
    date: "bontot_dossier_set_date",
};
const FIELD_TYPES = ["number", "boolean", "text", "date", "choice"];

const FIELD_SETTERS = {
    text: "bontot_dossier_set_member_text",
    choice: "bontot_dossier_set_member_text",
    date: "bontot_dossier_set_member_date",
};

const UNIT_FIELDS = ["kind", "group", "parent"];
const EVIDENCE_FIELDS = ["kind", "number", "issuer", "issued", "submitted", "title", "uri", "sha256", "status"];
const PARTS = ["facts", "marks", "members", "evidence", "history", "results", "exceptions"];

/** Returns the number of a word. */
function numberNamed(prefix, word, words) {
    if (!words.includes(word)) {
        throw new MisuseError(`expected one of ${words.join(", ")}, not ${String(word)}`);
    }
    return CONSTANTS[`BONTOT_${prefix}_${word.toUpperCase()}`];
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
        const number = typeof value === "string" ? null : numberOrNull(value);
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

    /** Asks the rubric for the number of something by its id. */
    #place(finder, id) {
        return Closing.handleOf(this.#rubric).use((rubric) => library()[finder](rubric, ...sized(id)));
    }

    /** Forgets all that it says. */
    reset(options) {
        return this.#call("bontot_dossier_reset", [], options);
    }

    /** Sets what else is said of the unit: its "kind", its "group", or its "parent"; "" is not said. */
    setUnitField(field, text, options) {
        const number = numberNamed("UNIT", field, UNIT_FIELDS);
        return this.#call("bontot_dossier_set_unit_field", [number, ...sized(text)], options);
    }

    /** Says that the list of "members", "evidence", "history" or "results" is there, be it empty. */
    give(part, options) {
        return this.#call("bontot_dossier_give", [numberNamed("PART", part, PARTS)], options);
    }

    /** Removes all of a part, which then is unknown. */
    remove(part, options) {
        return this.#call("bontot_dossier_remove", [numberNamed("PART", part, PARTS)], options);
    }

    /** Gives a line the points of a role, by their ids. */
    setMark(line, role, points, { comment = "", reason = "", by = "", date = "", ...options } = {}) {
        const places = this.#places(line, role);
        const said = [comment, reason, by, date].flatMap(sized);
        return this.#call("bontot_dossier_set_mark", [...places, numberOf(points), ...said], options);
    }

    /** Takes the points of a role from a line. */
    clearMark(line, role, options) {
        return this.#call("bontot_dossier_clear_mark", this.#places(line, role), options);
    }

    #places(line, role) {
        return [this.#place("bontot_rubric_node_find", line), this.#place("bontot_rubric_role_find", role)];
    }

    /** Adds a member, of whom these facts are known. */
    addMember(id, facts = {}, options) {
        const number = new BigUint64Array(1);
        Closing.handleOf(this).use((dossier) =>
            call("bontot_dossier_add_member", [number, dossier, ...sized(id)], options?.language),
        );
        for (const [field, value] of Object.entries(facts)) {
            this.setMember(Number(number[0]), field, value, options);
        }
        return Number(number[0]);
    }

    /** Sets a fact of a member, whose number `addMember` returned, as `set` sets one of the unit. */
    setMember(member, field, value, options) {
        const [place, type] = Closing.handleOf(this.#rubric).use((rubric) => {
            const found = library().bontot_rubric_field_find(rubric, ...sized(field));
            return [found, FIELD_TYPES[library().bontot_rubric_field_type(rubric, found)]];
        });
        const set = (name, ...given) => this.#call(name, [member, place, ...given], options);
        if (value === null || value === undefined) {
            return set("bontot_dossier_clear_member");
        }
        if (typeof value === "boolean") {
            return set("bontot_dossier_set_member_boolean", Number(value));
        }
        if (typeof value === "string" && FIELD_SETTERS[type]) {
            return set(FIELD_SETTERS[type], ...sized(value));
        }
        const number = typeof value === "string" ? null : numberOrNull(value);
        return number === null
            ? set("bontot_dossier_set_member", ...sized(String(value)))
            : set("bontot_dossier_set_member_number", number);
    }

    /** Adds a document: its id, what it `supports`, and what else is said of it, as in the format bontot-dossier/1. */
    addEvidence({ id, supports = [], ...said }, options) {
        const number = new BigUint64Array(1);
        Closing.handleOf(this).use((dossier) =>
            call("bontot_dossier_add_evidence", [number, dossier, ...sized(id)], options?.language),
        );
        for (const [field, text] of Object.entries(said)) {
            const place = numberNamed("EVIDENCE", field, EVIDENCE_FIELDS);
            this.#call("bontot_dossier_set_evidence", [number[0], place, ...sized(text)], options);
        }
        for (const node of supports) {
            const place = this.#place("bontot_rubric_node_find", node);
            this.#call("bontot_dossier_add_support", [number[0], place], options);
        }
        return this;
    }

    /** Adds the grade of an earlier period. */
    addHistory({ from, to, rubric = "", grade = "", points = null }, options) {
        const said = [from, to, rubric, grade].flatMap(sized);
        return this.#call("bontot_dossier_add_history", [...said, numberBytes(points)], options);
    }

    /** Adds the result of a member, a sub-unit or a month: a Result that is not closed, or what is said of it. */
    addResult(result, options) {
        if (result instanceof Result) {
            return Closing.handleOf(result).use((given) =>
                this.#call("bontot_dossier_add_result_of", [given], options),
            );
        }
        const { unit, rubric, from = "", to = "", grade = "", points = null } = result;
        const said = [unit, rubric, from, to, grade].flatMap(sized);
        return this.#call("bontot_dossier_add_result", [...said, numberBytes(points)], options);
    }

    /** Lifts a gate of the unit. */
    addException({ gate, reason, authority, date = "" }, options) {
        const place = this.#place("bontot_rubric_gate_find", gate);
        const said = [reason, authority, date].flatMap(sized);
        return this.#call("bontot_dossier_add_exception", [place, ...said], options);
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
