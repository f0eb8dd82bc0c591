// SPDX-License-Identifier: BSL-1.0
"use strict";

// The ownership: one class for each handle of the library, and the calls that fill or read them.
//
// Whatever the library hands over is stored in a handle before the call returns, and is freed by its
// `close`, once. Borrowed text is copied at once.

const koffi = require("koffi");
const errors = require("./errors.js");
const { Lent, Slot, library } = require("./ffi.js");
const { encoded } = require("./json.js");
const { CONSTANTS, FUNCTIONS, HANDLES } = require("./signatures.js");

const EXCEPTIONS = {
    [CONSTANTS.BONTOT_BAD_INPUT]: errors.InputError,
    [CONSTANTS.BONTOT_NOT_FOUND]: errors.NotFoundError,
    [CONSTANTS.BONTOT_MISUSE]: errors.MisuseError,
    [CONSTANTS.BONTOT_NO_MEMORY]: errors.OutOfMemoryError,
    [CONSTANTS.BONTOT_NO_FIT]: errors.NoFitError,
    [CONSTANTS.BONTOT_INTERNAL]: errors.InternalError,
    [CONSTANTS.BONTOT_CANCELLED]: errors.CancelledError,
};

const LANGUAGES = new Map([
    ["vi", CONSTANTS.BONTOT_VI],
    ["en", CONSTANTS.BONTOT_EN],
]);

const TRUST = new Map([
    ["all", CONSTANTS.BONTOT_TRUST_ALL],
    ["committee", CONSTANTS.BONTOT_TRUST_COMMITTEE],
]);

/** Returns what the library calls a language. */
function languageNumber(language) {
    if (!LANGUAGES.has(language)) {
        throw new errors.MisuseError(`the language is "vi" or "en", not ${String(language)}`);
    }
    return LANGUAGES.get(language);
}

/** What frees each kind of handle. */
const FREE = {
    error: "bontot_error_free",
    options: "bontot_options_free",
    text: "bontot_text_free",
    rubric: "bontot_rubric_free",
    reference: "bontot_reference_free",
    dossier: "bontot_dossier_free",
    result: "bontot_result_free",
    lines: "bontot_lines_free",
    report: "bontot_report_free",
    summary: "bontot_summary_free",
    comparison: "bontot_comparison_free",
    cohort: "bontot_cohort_free",
    ranking: "bontot_ranking_free",
    lint: "bontot_lint_free",
    diff: "bontot_diff_free",
    path: "bontot_path_free",
    names: "bontot_names_free",
};

/** What some are called in a sentence. */
const WORDS = { lines: "reader of lines", lint: "list of findings", names: "set of names", options: "options object" };

/** What a handle owns, apart from the handle: the finalizer must not keep the handle alive. */
class Owned {
    constructor(noun) {
        this.slot = new Slot(noun);
        this.release = library()[FREE[noun]];
        this.users = 0;
        this.isClosing = false;
    }

    freeWhenUnused() {
        if (this.isClosing && this.users === 0 && this.slot.address) {
            const lent = new Lent(this.slot.noun, this.slot.address);
            this.slot.room[0] = 0n;
            this.release(lent);
        }
    }

    close() {
        this.isClosing = true;
        this.freeWhenUnused();
    }
}

const finalizer = new FinalizationRegistry((owned) => owned.close());

/** Owns one object of the library, or nothing yet. */
class Handle {
    #owned;

    constructor() {
        this.#owned = new Owned(this.constructor.noun);
        finalizer.register(this, this.#owned, this);
    }

    /** Calls a function that makes such an object. Throws what it reports, in the language. */
    static madeBy(maker, inputs, language) {
        const handle = new this();
        call(maker, [handle.slot, ...inputs], language);
        return handle;
    }

    /** Likewise, in another thread. */
    static async madeByAsync(maker, inputs, language) {
        const handle = new this();
        await callAsync(maker, [handle.slot, ...inputs], language);
        return handle;
    }

    /** Where the library stores the object. */
    get slot() {
        return this.#owned.slot;
    }

    get isOpen() {
        return !this.#owned.isClosing && this.#owned.slot.address !== 0n;
    }

    #lend() {
        if (!this.isOpen) {
            throw new errors.MisuseError(`this ${this.constructor.words} is closed`);
        }
        this.#owned.users += 1;
        return new Lent(this.constructor.noun, this.#owned.slot.address);
    }

    #giveBack() {
        this.#owned.users -= 1;
        this.#owned.freeWhenUnused();
    }

    /** Lends the pointer to an action, and returns what that returns. */
    use(action) {
        const lent = this.#lend();
        try {
            return action(lent);
        } finally {
            this.#giveBack();
        }
    }

    /** Lends the pointer until a promise is settled. */
    async useAsync(action) {
        const lent = this.#lend();
        try {
            return await action(lent);
        } finally {
            this.#giveBack();
        }
    }

    /** Frees the object, once nothing uses it any more; more than once does nothing. */
    close() {
        finalizer.unregister(this);
        this.#owned.close();
    }
}

/** Returns the class of the handles of a noun; `words` are what it is called in a sentence. */
function handleClass(noun) {
    return class extends Handle {
        static noun = noun;
        static words = WORDS[noun] ?? noun;
    };
}

const handles = Object.freeze(Object.fromEntries(HANDLES.map((noun) => [noun, handleClass(noun)])));

/** Lends an object of JavaScript the `close` of the handle that it owns, and `using`. */
class Closing {
    #handle;

    constructor(handle) {
        this.#handle = handle;
    }

    /** Returns the handle of such an object. For this package alone. */
    static handleOf(object) {
        return object.#handle;
    }

    /** Frees what the library holds; more than once does nothing. The garbage collector does it too. */
    close() {
        this.#handle.close();
    }
}

if (Symbol.dispose) {
    for (const each of [Handle, Closing]) {
        Object.defineProperty(each.prototype, Symbol.dispose, { value: each.prototype.close });
    }
}

/** Lends handles to an action and closes them after it. */
function closing(handle, action) {
    try {
        return handle.use(action);
    } finally {
        handle.close();
    }
}

function entryOf(error, index) {
    const lib = library();
    return new errors.ErrorEntry({
        code: lib.bontot_error_code(error, index),
        message: lib.bontot_error_message(error, index, CONSTANTS.BONTOT_VI),
        messageEn: lib.bontot_error_message(error, index, CONSTANTS.BONTOT_EN),
        pointer: lib.bontot_error_pointer(error, index),
        offset: lib.bontot_error_offset(error, index),
        line: lib.bontot_error_line(error, index),
        column: lib.bontot_error_column(error, index),
        expressionColumn: lib.bontot_error_expression_column(error, index),
    });
}

/** Returns copies of the entries of an error that is lent, or of the first ones. */
function entriesOf(error, most = Infinity) {
    const count = Math.min(library().bontot_error_count(error), most);
    return Array.from({ length: count }, (_, index) => entryOf(error, index));
}

/** Returns the error that is lent, of a text. */
function errorFrom(error, language) {
    return new errors.InputError("a text has errors", entriesOf(error), language);
}

function raise(name, status, report, language) {
    if (status === CONSTANTS.BONTOT_OK) {
        return;
    }
    const entries = report?.isOpen ? report.use((error) => entriesOf(error)) : [];
    const kind = EXCEPTIONS[status] ?? errors.InternalError;
    throw new kind(`${name}: ${library().bontot_status_name(status)}`, entries, language);
}

const tellsMore = (name) => FUNCTIONS[name].at(-1) === "error**";

/** Calls a function that returns a status. Throws the error of that status. */
function call(name, given, language = "vi") {
    if (!tellsMore(name)) {
        raise(name, library()[name](...given), null, language);
        return;
    }
    const report = new handles.error();
    try {
        raise(name, library()[name](...given, report.slot), report, language);
    } finally {
        report.close();
    }
}

/** Likewise, in another thread. */
async function callAsync(name, given, language = "vi") {
    const report = new handles.error();
    try {
        raise(name, await library()[name].async(...given, report.slot), report, language);
    } finally {
        report.close();
    }
}

/** Calls a function that lends text, and returns a copy, or null where there is none. */
function borrowedOrNull(name, ...given) {
    const length = new BigUint64Array(1);
    const address = library()[name](...given, length);
    return address ? koffi.decode.string(address, Number(length[0])) : null;
}

/** Calls a function that lends text, and returns a copy. */
function borrowed(name, ...given) {
    const text = borrowedOrNull(name, ...given);
    if (text === null) {
        throw new errors.InternalError(`${name}: there is no text`);
    }
    return text;
}

/** Calls a function that writes a figure or a date into room, and returns the text, or null: there is none. */
function figureOrNull(name, ...given) {
    const room = Buffer.alloc(CONSTANTS.BONTOT_NUMBER_ROOM);
    const status = library()[name](...given, room, room.length);
    if (status === CONSTANTS.BONTOT_NOT_FOUND) {
        return null;
    }
    raise(name, status, null);
    return room.toString("utf8", 0, room.indexOf(0));
}

/** Calls a function that makes a text, and returns a copy. */
function written(maker, inputs, language) {
    return closing(handles.text.madeBy(maker, inputs, language), textOf);
}

/** Likewise, made in another thread. */
async function writtenAsync(maker, inputs, language) {
    return closing(await handles.text.madeByAsync(maker, inputs, language), textOf);
}

const textOf = (text) => borrowed("bontot_text_data", text);

const NOTHING = Buffer.alloc(1); // the address of no bytes may be NULL

/** Returns what a text is given as: its bytes and how many. */
function sized(text) {
    if (text === null || text === undefined) {
        return [null, 0];
    }
    if (text === "") {
        return [NOTHING, 0];
    }
    const bytes = typeof text === "string" ? encoded(text) : text;
    return [bytes, bytes.byteLength];
}

/** Returns new options, which the caller closes. */
function optionsOf(settings) {
    const made = handles.options.madeBy("bontot_options_new", []);
    try {
        made.use((options) => setAll(options, settings));
    } catch (error) {
        made.close();
        throw error;
    }
    return made;
}

function setAll(options, settings) {
    const set = (name, ...given) => call(name, [options, ...given]);
    const trust = settings.trust ?? "all";
    if (!TRUST.has(trust)) {
        throw new errors.MisuseError(`trust is "all" or "committee", not ${String(trust)}`);
    }
    set("bontot_options_set_language", languageNumber(settings.language ?? "vi"));
    set("bontot_options_set_trust", TRUST.get(trust));
    set("bontot_options_set_other_rubric", Number(Boolean(settings.allowOtherRubric)));
    set("bontot_options_set_colour", Number(Boolean(settings.colour)));
    set("bontot_options_set_as_of", ...sized(settings.asOf ?? ""));
    settings.reference?.use((reference) => set("bontot_options_set_reference", reference));
    setLimits(set, settings);
    for (const group of settings.raised ?? []) {
        set("bontot_options_raise_group", ...sized(group));
    }
    set("bontot_options_raise_everywhere", Number(Boolean(settings.raisedEverywhere)));
    if (settings.period) {
        set("bontot_options_set_period", ...sized(settings.period[0]), ...sized(settings.period[1]));
    }
}

function setLimits(set, { sizeLimit, depthLimit }) {
    if (sizeLimit !== undefined) {
        set("bontot_options_set_size_limit", sizeLimit);
    }
    if (depthLimit !== undefined) {
        set("bontot_options_set_depth_limit", depthLimit);
    }
}

/** Lends options to an action. */
function withOptions(settings, action) {
    return closing(optionsOf(settings), action);
}

module.exports = {
    Closing,
    Handle,
    borrowed,
    borrowedOrNull,
    call,
    callAsync,
    closing,
    entriesOf,
    errorFrom,
    figureOrNull,
    handles,
    languageNumber,
    optionsOf,
    sized,
    withOptions,
    written,
    writtenAsync,
};
