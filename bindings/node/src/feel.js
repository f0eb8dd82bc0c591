// SPDX-License-Identifier: BSL-1.0
"use strict";

// Expressions on their own, over names.

const { Closing, call, handles, sized, withOptions, written } = require("./handles.js");
const { numberOf } = require("./numbers.js");
const { textOf } = require("./sources.js");

/**
 * Evaluates a FEEL expression, and returns its value as text. `facts` gives the names, with values as
 * a dossier's: an object, JSON text or a file.
 */
function feel(expression, facts = null, { language = "vi" } = {}) {
    const given = facts === null ? null : textOf(facts);
    return written("bontot_feel_evaluate", [...sized(expression), ...sized(given), null], language);
}

/** Names and their values, for expressions. */
class Names extends Closing {
    constructor() {
        super(handles.names.madeBy("bontot_names_new", [null]));
    }

    #call(name, given, { language = "vi" } = {}) {
        Closing.handleOf(this).use((names) => call(name, [names, ...given], language));
        return this;
    }

    /** Sets a name to a number, a boolean, a text, or null, which is unknown. */
    set(name, value, options) {
        if (value === null || value === undefined) {
            return this.#call("bontot_names_set_unknown", sized(name), options);
        }
        if (typeof value === "boolean") {
            return this.#call("bontot_names_set_boolean", [...sized(name), Number(value)], options);
        }
        if (typeof value === "string") {
            return this.#call("bontot_names_set_text", [...sized(name), ...sized(value)], options);
        }
        return this.#call("bontot_names_set_number", [...sized(name), numberOf(value)], options);
    }

    /** Sets a name to a day, such as "2026-12-31". */
    setDate(name, day, options) {
        return this.#call("bontot_names_set_date", [...sized(name), ...sized(day)], options);
    }

    /** Sets a name to the value of an expression over the names so far: a list, a context, any value that FEEL has. */
    setExpression(name, expression, options) {
        return this.#call("bontot_names_set_expression", [...sized(name), ...sized(expression)], options);
    }

    /** Evaluates an expression, and returns its value as text. */
    evaluate(expression, { language = "vi" } = {}) {
        return Closing.handleOf(this).use((names) =>
            withOptions({ language }, (options) =>
                written("bontot_names_evaluate", [names, ...sized(expression), options], language),
            ),
        );
    }
}

module.exports = { Names, feel };
