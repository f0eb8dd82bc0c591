// SPDX-License-Identifier: BSL-1.0
"use strict";

// What rubrics, dossiers and results are given as: text and files are told apart by type.

const fs = require("node:fs");
const { fileURLToPath, pathToFileURL } = require("node:url");
const { InputError } = require("./errors.js");
const { encoded, kindOf, stringify } = require("./json.js");

/** Returns what is read as a file: text is never a path. */
function file(path) {
    return pathToFileURL(path);
}

/** Returns the UTF-8 text of JSON that is given as text, bytes or a file. */
function bytesOf(source) {
    if (typeof source === "string") {
        return encoded(source);
    }
    if (source instanceof Uint8Array) {
        return source;
    }
    if (source instanceof URL) {
        return fs.readFileSync(source);
    }
    throw new TypeError(`expected JSON as text or bytes, or a file's URL, not ${kindOf(source)}`);
}

const isObject = (source) =>
    typeof source === "object" && source !== null && !(source instanceof Uint8Array) && !(source instanceof URL);

/** Returns the same, of an object as well. */
function textOf(source) {
    return isObject(source) && !Array.isArray(source) ? encoded(stringify(source)) : bytesOf(source);
}

/** Returns the error as one who gave the source sees it: of an object nobody has seen the text. */
function restated(error, source) {
    if (!(error instanceof InputError)) {
        return error;
    }
    if (source instanceof URL) {
        return error.restated(error.entries, fileURLToPath(source));
    }
    return isObject(source) ? error.restated(error.entries.map((entry) => entry.withoutText())) : error;
}

/** Makes errors name the file; those of an object name no line. */
function errorsOf(source, action) {
    try {
        return action();
    } catch (error) {
        throw restated(error, source);
    }
}

module.exports = { bytesOf, errorsOf, file, restated, textOf };
