// SPDX-License-Identifier: BSL-1.0
"use strict";

// The table of signatures is the header's, every function, constant and struct of it.

const assert = require("node:assert/strict");
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const koffi = require("koffi");
const bontot = require("..");
const { library, structs } = require("../src/ffi.js");
const signatures = require("../src/signatures.js");
const { BINDING, ROOT } = require("./support.js");

const INCLUDE = path.join(ROOT, "include", "bontot");
const RAW = fs.readFileSync(path.join(INCLUDE, "bontot.h"), "ascii");
const TEXT = RAW.replace(/\/\*[^]*?\*\//g, "");
const FLAT = TEXT.replace(/^\s*#(?:[^\n]*\\\n)*[^\n]*$/gm, "").replace(/\s+/g, " ");

/** A type of C as the table writes it. */
const plain = (type) => type.replace(/\b(?:const|struct)\b/g, "").replace(/bontot_/g, "").replace(/\s+/g, "");

/** The type of a parameter or member, which stands before its name. */
const typeOf = (declared) => plain(declared.trim().replace(/\w+$/, ""));

const parametersOf = (text) => (text.trim() === "void" ? [] : text.split(",").map(typeOf));

test("functions", () => {
    const found = FLAT.matchAll(/BONTOT_API ([\w ]+?[ *]+)(bontot_\w+)\(([^;]*?)\);/g);
    const declared = {};
    for (const [, returned, name, parameters] of found) {
        declared[name] = [plain(returned), ...parametersOf(parameters)];
    }
    const exported = fs.readFileSync(path.join(ROOT, "tests", "capi", "exports.txt"), "ascii");
    assert.deepEqual(Object.keys(declared).sort(), exported.split(/\s+/).filter(Boolean).sort());
    assert.deepEqual(declared, { ...signatures.FUNCTIONS });
});

test("constants", () => {
    const found = [...TEXT.matchAll(/#define (BONTOT_\w+) (\d+|SIZE_MAX)\b/g)];
    const declared = found.map(([, name, value]) => [name, value === "SIZE_MAX" ? 2n ** 64n - 1n : Number(value)]);
    assert.ok(declared.length > 80);
    assert.deepEqual({ ...signatures.CONSTANTS }, Object.fromEntries(declared));
});

test("handles", () => {
    const found = [...FLAT.matchAll(/typedef struct bontot_(\w+) bontot_\1;/g)].map(([, noun]) => noun);
    assert.deepEqual([...signatures.HANDLES].sort(), found.sort());
    for (const noun of found) {
        assert.ok(`bontot_${noun}_free` in signatures.FUNCTIONS, noun);
    }
});

test("integers", () => {
    const found = [...FLAT.matchAll(/typedef int32_t bontot_(\w+);/g)].map(([, name]) => name);
    assert.deepEqual([...signatures.INTEGERS].sort(), found.sort());
});

test("structs", () => {
    const declared = {};
    for (const [, name, body] of FLAT.matchAll(/typedef struct bontot_(\w+) \{([^}]*)\} bontot_\1;/g)) {
        const members = [...body.matchAll(/([\w ]+?[ *]+)(\w+);/g)];
        declared[name] = members.map(([, type, member]) => [member, plain(type)]);
    }
    const ours = Object.entries(signatures.STRUCTS).map(([name, members]) => [name, Object.entries(members)]);
    assert.deepEqual(Object.fromEntries(ours), declared);
    assert.deepEqual(koffi.sizeof(structs.number), 16);
    assert.deepEqual(koffi.sizeof(structs.column), 80);
});

test("callbacks", () => {
    const declared = {};
    for (const [, returned, name, parameters] of FLAT.matchAll(
        /typedef ([\w ]+?[ *]+)\(\*bontot_(\w+)\)\(([^)]*)\);/g,
    )) {
        declared[name] = [plain(returned), ...parametersOf(parameters)];
    }
    assert.deepEqual({ ...signatures.CALLBACKS }, declared);
});

test("the version is that of header, manifest, lock and library", () => {
    const header = fs.readFileSync(path.join(INCLUDE, "version.h"), "ascii");
    const parts = [...header.matchAll(/^#define BONTOT_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$/gm)];
    const version = parts.map(([, number]) => number).join(".");
    const lock = JSON.parse(fs.readFileSync(path.join(BINDING, "package-lock.json"), "utf8"));
    assert.equal(bontot.version, version);
    assert.deepEqual([lock.version, lock.packages[""].version], [version, version]);
    assert.equal(library().bontot_version(), version);
});

test("the lock names no place of a machine", () => {
    const lock = fs.readFileSync(path.join(BINDING, "package-lock.json"), "utf8");
    assert.doesNotMatch(lock, /file:|"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/);
    for (const [name, entry] of Object.entries(JSON.parse(lock).packages)) {
        assert.ok(name === "" || entry.integrity, name);
    }
});

test("generate.js wrote what is there", () => {
    const done = spawnSync(process.execPath, [path.join(BINDING, "generate.js"), "--check"], { encoding: "utf8" });
    assert.deepEqual([done.status, done.stderr], [0, ""]);
});
