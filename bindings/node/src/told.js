// SPDX-License-Identifier: BSL-1.0
"use strict";

// What results, comparisons, rankings and paths have in common: they can be written out.

const { Closing, withOptions, written } = require("./handles.js");
const { parse } = require("./json.js");
const { CONSTANTS } = require("./signatures.js");

/** Lends an object the texts that the library writes of the handle that it owns. */
class Told extends Closing {
    #text;
    #language;

    constructor(handle, text, language) {
        super(handle);
        this.#text = text;
        this.#language = language;
    }

    /** Returns all of it as JSON in one line; its member `format` says in which format. */
    toJson() {
        return this.#text;
    }

    /** Returns what `toJson` holds, as a new object; a number is a Decimal. */
    toObject() {
        return parse(this.#text);
    }

    /** Returns it as text for people, at most 100 columns wide; in colour for a terminal. */
    toText({ language = this.#language, colour = false } = {}) {
        return this.writtenAs(CONSTANTS.BONTOT_TEXT, { language, colour });
    }

    /** Writes it anew. For the classes of this package alone. */
    writtenAs(format, settings) {
        return Closing.handleOf(this).use((content) =>
            withOptions(settings, (options) =>
                written(this.constructor.writer, [content, format, options], settings.language),
            ),
        );
    }
}

/** Freezes a value and everything in it. */
function frozen(value) {
    if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        Object.values(value).forEach(frozen);
    }
    return value;
}

/** Returns a whole number that fits one of JavaScript. */
const whole = (said) => (said === undefined ? undefined : Number(said.text));

/** Yields nodes, each before those below it. */
function* walk(nodes) {
    for (const node of nodes) {
        yield node;
        yield* walk(node.children);
    }
}

module.exports = { Told, frozen, walk, whole };
