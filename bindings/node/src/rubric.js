// SPDX-License-Identifier: BSL-1.0
"use strict";

// Rubrics, which evaluate dossiers; and expressions on their own.

const { Dossier, settingsOf } = require("./dossier.js");
const { NotFoundError } = require("./errors.js");
const { library } = require("./ffi.js");
const {
    Closing,
    call,
    callAsync,
    closing,
    handles,
    languageNumber,
    optionsOf,
    sized,
    withOptions,
    written,
} = require("./handles.js");
const { encoded } = require("./json.js");
const { detailed, introspected } = require("./introspection.js");
const { findingsOf } = require("./lint.js");
const { pathFrom } = require("./path.js");
const { Reference } = require("./reference.js");
const { resultFrom, resultFromAsync } = require("./result.js");
const { CONSTANTS } = require("./signatures.js");
const { bytesOf, errorsOf, restated, textOf } = require("./sources.js");
const { frozen } = require("./told.js");

/** One published scoring sheet, compiled. Made by `builtin`, `fromJson` or `fromFile`. */
class Rubric extends Closing {
    #facts;

    constructor(handle) {
        super(handle);
        handle.use((rubric) => Object.assign(this, frozen(introspected(rubric))));
        this.#facts = new Map(this.facts.map((fact) => [fact.id, fact]));
        Object.freeze(this);
    }

    /** Returns the ids of the rubrics that the library carries. */
    static builtins() {
        const count = library().bontot_builtin_count();
        return Array.from({ length: count }, (_, index) => library().bontot_builtin_id(index));
    }

    /** Returns a rubric that the library carries. Throws a NotFoundError. */
    static builtin(id, { language = "vi" } = {}) {
        if (id.includes("\0")) {
            throw new NotFoundError("the id of a built-in rubric has no zero bytes");
        }
        return new Rubric(handles.rubric.madeBy("bontot_rubric_builtin", [encoded(`${id}\0`), null], language));
    }

    /** Reads a rubric from JSON text or bytes (format bontot-rubric/1). */
    static fromJson(text, { language = "vi", sizeLimit, depthLimit } = {}) {
        if (text instanceof URL) {
            throw new TypeError("expected JSON as text or bytes; fromFile reads a file");
        }
        const bytes = bytesOf(text);
        return withOptions({ language, sizeLimit, depthLimit }, (options) => {
            const inputs = [bytes, bytes.byteLength, options];
            return new Rubric(handles.rubric.madeBy("bontot_rubric_load", inputs, language));
        });
    }

    /** Reads a rubric from a file, by its URL. */
    static fromFile(url, options) {
        if (!(url instanceof URL)) {
            throw new TypeError("expected a file's URL; file(path) makes one");
        }
        return errorsOf(url, () => Rubric.fromJson(bytesOf(url), options));
    }

    /** Returns the label in a language. */
    labelIn(language) {
        return languageNumber(language) === CONSTANTS.BONTOT_EN ? this.labelEn : this.label;
    }

    /** Returns what is known of a fact, or undefined. */
    factNamed(id) {
        return this.#facts.get(id);
    }

    /** Returns all that the rubric says of itself, as a new object. */
    details() {
        return Closing.handleOf(this).use(detailed);
    }

    /** Makes a reference that says nothing, to be filled. */
    newReference() {
        const make = (rubric) => handles.reference.madeBy("bontot_reference_new", [rubric, null]);
        return new Reference(Closing.handleOf(this).use(make), this);
    }

    /** Reads what a committee gives for its units (format bontot-reference/1). */
    reference(source, { language = "vi" } = {}) {
        const text = textOf(source);
        const inputs = (rubric) => [rubric, text, text.byteLength, null];
        return errorsOf(source, () =>
            Closing.handleOf(this).use(
                (rubric) =>
                    new Reference(handles.reference.madeBy("bontot_reference_load", inputs(rubric), language), this),
            ),
        );
    }

    /** Evaluates the rubric's examples. */
    test({ language = "vi" } = {}) {
        const failed = new BigUint64Array(1);
        const text = Closing.handleOf(this).use((rubric) =>
            withOptions({ language }, (options) =>
                written("bontot_rubric_test", [failed, rubric, options], language),
            ),
        );
        return { failed: Number(failed[0]), text };
    }

    /** Looks for faults. `text`, what the rubric was read from, gives the findings lines and columns. */
    lint(text = null, { language = "vi" } = {}) {
        const [bytes, length] = sized(text === null ? null : bytesOf(text));
        const handle = Closing.handleOf(this).use((rubric) =>
            handles.lint.madeBy("bontot_rubric_lint", [rubric, bytes, length, null], language),
        );
        return findingsOf(handle, language);
    }

    /** Makes an empty dossier, of which every fact is unknown. */
    dossier(settings = {}) {
        return this.#read("bontot_dossier_new", [], settings);
    }

    /** Reads a dossier (format bontot-dossier/1), to be evaluated, changed, or asked for a path. */
    read(source, settings = {}) {
        const text = textOf(source);
        return errorsOf(source, () => this.#read("bontot_dossier_load", [text, text.byteLength], settings));
    }

    #read(maker, given, settings) {
        const handle = Closing.handleOf(this).use((rubric) =>
            withOptions(settingsOf(settings), (options) =>
                handles.dossier.madeBy(maker, [rubric, ...given, options], settings.language),
            ),
        );
        return new Dossier(handle, this);
    }

    /** Lends a dossier to an action: one that is there, or one that is read for it. */
    #lent(source, settings, action) {
        if (source instanceof Dossier) {
            return Closing.handleOf(source).use(action);
        }
        return closing(Closing.handleOf(this.read(source, settings)), action);
    }

    /** Scores a dossier. Throws an InputError with everything that is wrong with it. */
    evaluate(source, settings = {}) {
        const { language = "vi", asOf = null } = settings;
        const handle = handles.result.madeBy("bontot_result_new", [null], language);
        this.#lent(source, settings, (dossier) =>
            handle.use((result) => call(...evaluation(result, dossier, asOf), language)),
        );
        return resultFrom(handle, language);
    }

    /** Likewise, in another thread: nothing else of this program waits for it. */
    async evaluateAsync(source, settings = {}) {
        const { language = "vi", asOf = null } = settings;
        if (source instanceof Dossier) {
            throw new TypeError("a Dossier may be changed meanwhile: evaluateAsync takes an object, JSON or a file");
        }
        const text = textOf(source);
        const options = optionsOf(settingsOf(settings));
        const handle = handles.result.madeBy("bontot_result_new", [null], language);
        let dossier = null;
        try {
            dossier = await Closing.handleOf(this).useAsync((rubric) =>
                options.useAsync((chosen) =>
                    handles.dossier.madeByAsync(
                        "bontot_dossier_load",
                        [rubric, text, text.byteLength, chosen],
                        language,
                    ),
                ),
            );
            await dossier.useAsync((given) =>
                handle.useAsync((result) => callAsync(...evaluation(result, given, asOf), language)),
            );
        } catch (error) {
            handle.close();
            throw restated(error, source);
        } finally {
            dossier?.close();
            options.close();
        }
        return resultFromAsync(handle, language);
    }

    /** Finds what a unit has to change to reach a grade; by default the next better one than it has. */
    path(source, settings = {}) {
        const { to = null, language = "vi", asOf = null } = settings;
        const handle = this.#lent(source, settings, (dossier) =>
            handles.path.madeBy("bontot_path_to", [dossier, ...sized(to), ...sized(asOf), null], language),
        );
        return pathFrom(handle, language);
    }

    /** Returns an empty dossier as JSON: every fact is null, and stands in "guide" with label, type and range. */
    template({ language = "vi" } = {}) {
        return this.#written("bontot_rubric_template", language);
    }

    /** Returns the rubric as text for people. */
    describe({ language = "vi" } = {}) {
        return this.#written("bontot_rubric_describe", language);
    }

    #written(maker, language) {
        return Closing.handleOf(this).use((rubric) =>
            withOptions({ language }, (options) => written(maker, [rubric, options], language)),
        );
    }
}

function evaluation(result, dossier, asOf) {
    return asOf === null
        ? ["bontot_evaluate", [result, dossier]]
        : ["bontot_evaluate_as_of", [result, dossier, ...sized(asOf)]];
}

module.exports = { Rubric };
