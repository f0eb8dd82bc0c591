// SPDX-License-Identifier: BSL-1.0
"use strict";

// Errors carry everything that is wrong, with its place.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const { fileURLToPath } = require("node:url");
const test = require("node:test");
const bontot = require("..");
const { EXAMPLE, RUBRIC_ID, dossier, thrown, tsv } = require("./support.js");

const EIGHT = dossier("eight-errors");
const rubric = bontot.Rubric.builtin(RUBRIC_ID);
const errorOf = (source, options) => {
    const error = thrown(() => rubric.evaluate(source, options));
    assert.ok(error instanceof bontot.InputError, error);
    return error;
};

test("eight errors", () => {
    const bytes = fs.readFileSync(EIGHT);
    const lines = String(bytes).split(/(?<=\n)/);
    const rows = tsv("eight-errors.expected.tsv");
    assert.equal(rows.length, 8);
    for (const source of [EIGHT, bytes, String(bytes)]) {
        const { entries } = errorOf(source);
        const found = entries.map(({ pointer, line, column }) => ({ pointer, line: `${line}`, column: `${column}` }));
        assert.deepEqual(found, rows.map(({ pointer, line, column }) => ({ pointer, line, column })));
        for (const entry of entries) {
            const before = lines.slice(0, entry.line - 1).join("");
            const line = [...lines[entry.line - 1]].slice(0, entry.column - 1).join("");
            assert.equal(entry.offset, Buffer.byteLength(before + line));
            assert.ok(entry.code && entry.message && entry.messageEn);
            assert.notEqual(entry.message, entry.messageEn);
            assert.equal(entry.expressionColumn, 0);
        }
    }
});

test("the message shows all, with their places", () => {
    const error = errorOf(EIGHT);
    const path = fileURLToPath(EIGHT);
    const lines = error.entries.map(
        (entry) => `${path}:${entry.line}:${entry.column} ${entry.pointer}: ${entry.message}`,
    );
    assert.equal(error.message, lines.join("\n"));
    assert.equal(error.source, path);
    const english = errorOf(fs.readFileSync(EIGHT), { language: "en" });
    assert.equal(english.message, english.entries.map((entry) => entry.describe("en")).join("\n"));
    assert.equal(String(error.entries[0]), error.entries[0].describe("vi"));
});

test("an object has no lines", () => {
    const error = errorOf(JSON.parse(fs.readFileSync(EIGHT, "utf8")));
    const pointers = new Set(tsv("eight-errors.expected.tsv").map((row) => row.pointer));
    assert.deepEqual(new Set(error.entries.map((entry) => entry.pointer)), pointers);
    for (const entry of error.entries) {
        assert.deepEqual([entry.offset, entry.line, entry.column], [0, 0, 0]);
        assert.ok(error.message.split("\n").includes(`${entry.pointer}: ${entry.message}`));
    }
});

test("what is no JSON", () => {
    const text = fs.readFileSync(EXAMPLE, "utf8");
    const cases = ["", " ", "{", Buffer.from([0xff]), "\ufeff{", "nul", "[".repeat(100000), `${text}x`, text.slice(0, -3)];
    cases.push('{"a": "\ud800"}', "\0", '{"facts": {"tax.due": 1e999999999}}', '{"facts": {"tax.due": NaN}}');
    for (const each of cases) {
        for (const entry of errorOf(each).entries) {
            assert.ok(entry.line >= 1 && entry.column >= 1, JSON.stringify(String(each).slice(0, 40)));
        }
    }
});

test("columns count code points", () => {
    const { entries } = errorOf('{"đảng 🏅": 1, "bộ": 2}');
    const columns = Object.fromEntries(entries.map((entry) => [entry.pointer, entry.column]));
    assert.deepEqual([columns["/đảng 🏅"], columns["/bộ"]], [2, 15]);
});

test("rubrics", () => {
    const error = thrown(() => bontot.Rubric.fromFile(EIGHT));
    assert.ok(error.message.startsWith(`${fileURLToPath(EIGHT)}:`));
    const { entries } = thrown(() => bontot.Rubric.fromJson('{"format": "bontot-rubric/1", "colour": 1}'));
    assert.ok(entries.some((entry) => entry.pointer === "/colour"));
    const absent = thrown(() => bontot.Rubric.builtin("nothing"));
    assert.ok(absent instanceof bontot.NotFoundError && absent.message.includes("nothing"));
    assert.throws(() => bontot.Rubric.builtin("bon-tot-2023\0x"), { name: "NotFoundError" });
    const long = thrown(() => bontot.Rubric.fromJson(" ".repeat(100), { sizeLimit: 10 }));
    assert.ok(long instanceof bontot.InputError);
});

test("classes", () => {
    const names = ["InputError", "NotFoundError", "MisuseError", "OutOfMemoryError", "NoFitError", "InternalError", "CancelledError"];
    for (const name of [...names, "LibraryError"]) {
        const error = new bontot[name]("what");
        assert.ok(error instanceof bontot.BontotError && error instanceof Error);
        assert.deepEqual([error.name, error.message, [...error.entries]], [name, "what", []]);
    }
});
