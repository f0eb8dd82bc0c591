// SPDX-License-Identifier: BSL-1.0
"use strict";

// What this package throws.

/** One thing that is wrong with a text, and where. */
class ErrorEntry {
    constructor(said) {
        Object.assign(this, said);
        Object.freeze(this);
    }

    /** Returns one line: source:line:column, the pointer and [expression column], the sentence. */
    describe(language = "vi", source = "") {
        const places = source ? [source] : [];
        if (this.line) {
            places.push(`${this.line}:${this.column}`);
        }
        let place = places.join(":");
        if (this.pointer) {
            place += place ? ` ${this.pointer}` : this.pointer;
            place += this.expressionColumn ? ` [${this.expressionColumn}]` : "";
        }
        const sentence = language === "en" ? this.messageEn : this.message;
        return place ? `${place}: ${sentence}` : sentence;
    }

    toString() {
        return this.describe();
    }

    /** Returns the entry for one who never saw the text: its pointer alone tells the place. */
    withoutText() {
        return new ErrorEntry({ ...this, offset: 0, line: 0, column: 0 });
    }

    /** Returns the entry with a pointer that begins with something more. */
    below(pointer) {
        return new ErrorEntry({ ...this, pointer: pointer + this.pointer });
    }
}

/** What the library reports; the base of every error of this package but TypeError. */
class BontotError extends Error {
    constructor(what, entries = [], language = "vi", source = "") {
        const lines = entries.map((entry) => entry.describe(language, source));
        super(lines.join("\n") || what);
        this.name = new.target.name;
        /** What happened, when there are no entries. */
        this.what = what;
        /** Everything that is wrong, in the order of the text. */
        this.entries = Object.freeze([...entries]);
        this.language = language;
        /** The path of the file with the errors, if it was one. */
        this.source = source;
    }

    /** Returns the same error with other entries, of a file. */
    restated(entries, source = "") {
        return new this.constructor(this.what, entries, this.language, source);
    }
}

/** A rubric, dossier or expression has errors. */
class InputError extends BontotError {}

/** There is nothing of that name. */
class NotFoundError extends BontotError {}

/** A wrong argument, or an object that is closed. */
class MisuseError extends BontotError {}

/** Memory is out. */
class OutOfMemoryError extends BontotError {}

/** A value does not fit where it should go. */
class NoFitError extends BontotError {}

/** A fault of the library: please report it. */
class InternalError extends BontotError {}

/** A function of the caller's said to stop, and nothing is scored any more. */
class CancelledError extends BontotError {}

/** The library cannot be found or loaded, or is of another version. */
class LibraryError extends BontotError {}

module.exports = {
    BontotError,
    CancelledError,
    ErrorEntry,
    InputError,
    InternalError,
    LibraryError,
    MisuseError,
    NoFitError,
    NotFoundError,
    OutOfMemoryError,
};
