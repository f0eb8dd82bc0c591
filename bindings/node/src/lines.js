// SPDX-License-Identifier: BSL-1.0
"use strict";

// Many dossiers in one text, a line for each (NDJSON), scored one after the other.

const koffi = require("koffi");
const { settingsOf } = require("./dossier.js");
const { Lent, library, register } = require("./ffi.js");
const { Closing, call, errorFrom, handles, sized, withOptions, written } = require("./handles.js");
const { encoded, kindOf } = require("./json.js");
const { Result } = require("./result.js");
const { CONSTANTS } = require("./signatures.js");
const { bytesOf } = require("./sources.js");

const PIECE = 65536;
const [GO_ON, STOP] = [0, 1];

/** Frees the functions that the library may call, when their reader is forgotten. */
const forgotten = new FinalizationRegistry((registered) => unregister(registered));

function unregister(registered) {
    registered.splice(0).forEach(koffi.unregister);
}

/**
 * Scores the lines of a text that comes piece by piece, and hands each to a function as
 * `{ line, result, error }`, of which one is null; `toText` of such a result throws, as if it was closed.
 *
 * What the function throws is thrown by `feed` or `end`, and then nothing is scored any more.
 */
class LineReader extends Closing {
    #state;
    #registered;
    #isRunning = false;
    #isClosing = false;

    constructor(rubric, done, settings = {}) {
        const handle = new handles.lines();
        super(handle);
        const state = { done, find: settings.find, language: settings.language ?? "vi", thrown: null, found: null };
        this.#state = state;
        const find = settings.find ? register("find_rubric", (_, id, length) => foundBy(state, id, length)) : null;
        const registered = [register("line_done", (_, ...said) => handedTo(state, ...said)), find].filter(Boolean);
        this.#registered = registered;
        forgotten.register(this, registered, this);
        withOptions(settingsOf(settings), (options) => {
            const made = (given) =>
                call("bontot_lines_new", [handle.slot, given, find, registered[0], null, options], state.language);
            return rubric === null ? made(null) : Closing.handleOf(rubric).use(made);
        });
    }

    #call(name, given) {
        const state = this.#state;
        this.#isRunning = true;
        try {
            Closing.handleOf(this).use((lines) => call(name, [lines, ...given], state.language));
        } catch (error) {
            const { thrown } = state;
            state.thrown = null;
            throw thrown?.error ?? error;
        } finally {
            this.#isRunning = false;
            this.#forget();
        }
    }

    /** Frees what the library holds; more than once does nothing. */
    close() {
        super.close();
        this.#isClosing = true;
        this.#forget();
    }

    #forget() {
        if (this.#isClosing && !this.#isRunning) {
            forgotten.unregister(this);
            unregister(this.#registered);
        }
    }

    /** Scores the lines that end in a piece, and keeps what is behind them. */
    feed(piece) {
        if (typeof piece !== "string" && !(piece instanceof Uint8Array)) {
            throw new TypeError(`expected a piece of text or bytes, not ${kindOf(piece)}`);
        }
        this.#call("bontot_lines_feed", sized(piece));
    }

    /** Scores the last line, if it has no line end, and ends the text. */
    end() {
        this.#call("bontot_lines_end", []);
    }

    /** How many lines were scored or had errors. */
    get count() {
        return Number(Closing.handleOf(this).use((lines) => library().bontot_lines_count(lines)));
    }

    /** How many lines had errors. */
    get wrongCount() {
        return Number(Closing.handleOf(this).use((lines) => library().bontot_lines_wrong_count(lines)));
    }
}

/** Nothing may be thrown through the library: it is kept, and thrown behind it. */
function kept(state, action, otherwise) {
    try {
        return action();
    } catch (error) {
        state.thrown ??= { error };
        return otherwise;
    }
}

function handedTo(state, line, result, error) {
    const { language, done, thrown } = state;
    if (thrown) {
        return STOP;
    }
    return kept(
        state,
        () => {
            const said = {
                line: Number(line),
                result: result && copied(new Lent("result", result), language),
                error: error && errorFrom(new Lent("error", error), language),
            };
            done(said);
            return GO_ON;
        },
        STOP,
    );
}

/** The library's result is good until the function returns; the copy owns none. */
function copied(result, language) {
    const text = withOptions({ language }, (options) =>
        written(Result.writer, [result, CONSTANTS.BONTOT_JSON, options], language),
    );
    return new Result(new handles.result(), text, language);
}

function foundBy(state, id, length) {
    return kept(
        state,
        () => {
            // It is kept from being collected until the line is done.
            state.found = state.find(koffi.decode.string(id, Number(length))) ?? null;
            return state.found && Closing.handleOf(state.found).use((rubric) => rubric.address);
        },
        null,
    );
}

function* piecesOf(source) {
    if (typeof source !== "string" && !(source instanceof Uint8Array) && !(source instanceof URL)) {
        if (typeof source?.[Symbol.iterator] !== "function") {
            throw new TypeError(`expected lines as text, bytes, a file's URL or pieces of them, not ${kindOf(source)}`);
        }
        yield* source;
        return;
    }
    const bytes = typeof source === "string" ? encoded(source) : bytesOf(source);
    for (let begin = 0; begin < bytes.length; begin += PIECE) {
        yield bytes.subarray(begin, begin + PIECE);
    }
}

/**
 * Scores dossiers, a line for each, and yields `{ line, result, error }` as `LineReader` hands it. `rubric` scores
 * those that `find`, by the id that a line names, finds no other for; it may be null. `lines` are
 * text, bytes, a file's URL, or pieces of text or bytes.
 */
function* evaluateLines(rubric, lines, settings = {}) {
    const scored = [];
    const reader = new LineReader(rubric, (each) => scored.push(each), settings);
    try {
        for (const piece of piecesOf(lines)) {
            reader.feed(piece);
            yield* scored.splice(0);
        }
        reader.end();
        yield* scored.splice(0);
    } finally {
        reader.close();
    }
}

module.exports = { LineReader, evaluateLines };
