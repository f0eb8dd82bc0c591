// SPDX-License-Identifier: BSL-1.0
"use strict";

// What lint finds in a rubric.

const { closing, withOptions, written } = require("./handles.js");
const { parse } = require("./json.js");
const { frozen, whole } = require("./told.js");

/** Reads what lint found, and frees the handle. */
function findingsOf(handle, language) {
    const text = closing(handle, (lint) =>
        withOptions({ language }, (options) => written("bontot_lint_write", [lint, options], language)),
    );
    return parse(text).findings.map(findingOf).map(frozen);
}

function findingOf(said) {
    return {
        code: said.code,
        severity: said.severity,
        pointer: said.pointer,
        text: said.text,
        witness: witnessOf(said.witness ?? {}),
        node: said.node ?? null,
        line: whole(said.line) ?? null,
        column: whole(said.column) ?? null,
    };
}

function witnessOf({ text = "", value = null, ranges = {}, ...dossier }) {
    return { text, value, ranges, dossier };
}

module.exports = { findingsOf };
