// SPDX-License-Identifier: BSL-1.0
"use strict";

// What an assessing committee gives for its units.

const { MisuseError } = require("./errors.js");
const { library } = require("./ffi.js");
const { Closing, call, sized } = require("./handles.js");
const { numberOrNull } = require("./numbers.js");
const { CONSTANTS } = require("./signatures.js");

/** Whom a fact is given for. */
function scopeOf({ group, unit }) {
    if (group !== undefined && unit !== undefined) {
        throw new MisuseError("a fact is given for a group or for a unit, not for both");
    }
    if (unit !== undefined) {
        return [CONSTANTS.BONTOT_FOR_UNIT, ...sized(unit)];
    }
    return group === undefined
        ? [CONSTANTS.BONTOT_FOR_ALL, ...sized("")]
        : [CONSTANTS.BONTOT_FOR_GROUP, ...sized(group)];
}

/**
 * Facts, exceptions and findings about evidence: good for dossiers of the rubric that made it. One that was
 * made empty is filled by the methods; once it was used, or when it was read, it is immutable.
 */
class Reference extends Closing {
    #rubric;

    constructor(handle, rubric) {
        super(handle);
        this.#rubric = rubric;
    }

    #call(name, given, { language = "vi" } = {}) {
        Closing.handleOf(this).use((reference) => call(name, [reference, ...given], language));
        return this;
    }

    /** Sets the period that it is for. */
    setPeriod(from, to, options) {
        return this.#call("bontot_reference_set_period", [...sized(from), ...sized(to)], options);
    }

    /** Sets a fact by its id: for all units, or for those of a `group`, or for one `unit`. */
    set(fact, value, whom = {}, options) {
        const slot = this.#rubric.factNamed(fact)?.slot ?? CONSTANTS.BONTOT_NONE;
        const number = ["string", "boolean"].includes(typeof value) ? null : numberOrNull(value);
        return number === null
            ? this.#call("bontot_reference_set", [...scopeOf(whom), slot, ...sized(String(value))], options)
            : this.#call("bontot_reference_set_number", [...scopeOf(whom), slot, number], options);
    }

    /** Lifts a gate for a unit. */
    addException({ unit, gate, reason, authority, date = "" }, options) {
        const place = Closing.handleOf(this.#rubric).use((rubric) =>
            library().bontot_rubric_gate_find(rubric, ...sized(gate)),
        );
        const said = [reason, authority, date].flatMap(sized);
        return this.#call("bontot_reference_add_exception", [...sized(unit), place, ...said], options);
    }

    /** Sets the status of a document of a unit: "verified", "rejected" or "false". */
    addFinding({ unit, document, status }, options) {
        return this.#call("bontot_reference_add_finding", [unit, document, status].flatMap(sized), options);
    }
}

module.exports = { Reference };
