#!/usr/bin/env node
// SPDX-License-Identifier: BSL-1.0
"use strict";

// Writes src/signatures.js from include/bontot/bontot.h.
//
//   node generate.js [--check]    with --check says that it is not up to date, and exits with 1

const fs = require("node:fs");
const path = require("node:path");

const HEADER = path.join(__dirname, "..", "..", "include", "bontot", "bontot.h");
const WRITTEN = path.join(__dirname, "src", "signatures.js");
const WIDTH = 120;

const HEAD = `// SPDX-License-Identifier: BSL-1.0
"use strict";

// The constants and functions of bontot.h, once. Written by generate.js; a test compares all of it with the header.
`;

/** What a comment says above each of the tables. */
const TABLES = {
    CONSTANTS: "",
    HANDLES: "What the library hands out as opaque pointers, each a type of its own.",
    INTEGERS: "What stands in C as an int32_t of a name of its own.",
    STRUCTS: "Structs that are passed, with the types of their members in order. Pointers to arrays are addresses.",
    CALLBACKS: "Callbacks: what they return, then what they take.",
    FUNCTIONS: 'Of each function what it returns, then what it takes, as in C without "const" and "bontot_".',
};

/** A type of C as the tables have it. */
const plain = (type) => type.replace(/\b(?:const|struct)\b/g, "").replace(/bontot_/g, "").replace(/\s+/g, "");

/** The type of a parameter or member, which stands before its name. */
const typeOf = (declared) => plain(declared.trim().replace(/\w+$/, ""));

const typesOf = (parameters) => (parameters.trim() === "void" ? [] : parameters.split(",").map(typeOf));

function tablesOf(header) {
    const text = header.replace(/\/\*[^]*?\*\//g, "");
    const flat = text.replace(/^\s*#(?:[^\n]*\\\n)*[^\n]*$/gm, "").replace(/\s+/g, " ");
    const all = (pattern, told) => [...flat.matchAll(pattern)].map(([, ...found]) => told(...found));
    const constants = [...text.matchAll(/#define (BONTOT_\w+) (\d+|SIZE_MAX)\b/g)];
    const membersOf = (body) => [...body.matchAll(/([\w ]+?[ *]+)(\w+);/g)].map(([, type, name]) => [name, plain(type)]);
    return {
        CONSTANTS: constants.map(([, name, value]) => [name, value === "SIZE_MAX" ? 2n ** 64n - 1n : Number(value)]),
        HANDLES: all(/typedef struct bontot_(\w+) bontot_\1;/g, (noun) => noun),
        INTEGERS: all(/typedef int32_t bontot_(\w+);/g, (name) => name),
        STRUCTS: all(/typedef struct bontot_(\w+) \{([^}]*)\} bontot_\1;/g, (name, body) => [name, membersOf(body)]),
        CALLBACKS: all(/typedef ([\w ]+?[ *]+)\(\*bontot_(\w+)\)\(([^)]*)\);/g, (returned, name, parameters) => [
            name,
            [plain(returned), ...typesOf(parameters)],
        ]),
        FUNCTIONS: all(/BONTOT_API ([\w ]+?[ *]+)(bontot_\w+)\(([^;]*?)\);/g, (returned, name, parameters) => [
            name,
            [plain(returned), ...typesOf(parameters)],
        ]),
    };
}

/** Returns an entry in one line, or, where that is too long, its items each in one. */
function entry(name, items, [open, close]) {
    const line = `    ${name}: ${open.trim() + (open.endsWith(" ") ? " " : "")}${items.join(", ")}${close},\n`;
    return line.length <= WIDTH
        ? line
        : `    ${name}: ${open.trim()}\n${items.map((item) => `        ${item},\n`).join("")}    ${close.trim()},\n`;
}

const quoted = (text) => JSON.stringify(text);

const bodies = {
    CONSTANTS: (all) =>
        all.map(([name, value]) => `    ${name}: ${value}${typeof value === "bigint" ? "n" : ""},\n`).join(""),
    HANDLES: (all) => all.map((each) => `    ${quoted(each)},\n`).join(""),
    INTEGERS: (all) => all.map((each) => `    ${quoted(each)},\n`).join(""),
    STRUCTS: (all) =>
        all.map(([name, members]) => entry(name, members.map(([key, type]) => `${key}: ${quoted(type)}`), ["{ ", " }"])).join(""),
    CALLBACKS: (all) => all.map(([name, types]) => entry(name, types.map(quoted), ["[", "]"])).join(""),
    FUNCTIONS: (all) => all.map(([name, types]) => entry(name, types.map(quoted), ["[", "]"])).join(""),
};

function written() {
    const tables = tablesOf(fs.readFileSync(HEADER, "ascii"));
    const parts = Object.entries(TABLES).map(([name, said]) => {
        const [open, close] = ["HANDLES", "INTEGERS"].includes(name) ? "[]" : "{}";
        const comment = said && `/** ${said} */\n`;
        return `${comment}const ${name} = Object.freeze(${open}\n${bodies[name](tables[name])}${close});\n`;
    });
    const names = Object.keys(TABLES).sort().join(", ");
    return [HEAD, ...parts, `module.exports = { ${names} };\n`].join("\n");
}

if (process.argv[2] !== "--check") {
    fs.writeFileSync(WRITTEN, written());
} else if (fs.readFileSync(WRITTEN, "utf8") !== written()) {
    console.error("bindings/node/src/signatures.js is not what generate.js writes: run it");
    process.exitCode = 1;
}
