// SPDX-License-Identifier: BSL-1.0
"use strict";

// Many dossiers in one text: what came of each line, and functions that throw in the middle.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { LineReader, Rubric, evaluateLines, file, parseJson, stringifyJson } = require("..");
const { EXAMPLE, LIBRARY, RUBRIC_ID, dossier, runNode, thrown } = require("./support.js");

const rubric = Rubric.builtin(RUBRIC_ID);
const NAMES = ["example", "full", "eight-errors", "missing-third"];
const lineOf = (name) => stringifyJson(parseJson(fs.readFileSync(dossier(name), "utf8")));
const TEXT = `${lineOf("example")}\n\n${lineOf("full")}\r\n${lineOf("eight-errors")}\n${lineOf("missing-third")}`;

function check(outcomes) {
    assert.deepEqual(outcomes.map((each) => each.line), [1, 3, 4, 5]);
    for (const [index, { result, error }] of outcomes.entries()) {
        if (NAMES[index] === "eight-errors") {
            assert.equal(result, null);
            assert.deepEqual([error.name, error.entries.length], ["InputError", 8]);
        } else {
            assert.equal(error, null);
            assert.equal(result.toJson(), rubric.evaluate(dossier(NAMES[index])).toJson());
        }
    }
}

test("a text, bytes, a file, pieces", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bontot-"));
    const saved = path.join(folder, "all.ndjson");
    fs.writeFileSync(saved, TEXT);
    const bytes = Buffer.from(TEXT);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) => bytes.subarray(at * 7, at * 7 + 7));
    for (const lines of [TEXT, bytes, file(saved), pieces, pieces.values()]) {
        check([...evaluateLines(rubric, lines)]);
    }
    fs.rmSync(folder, { recursive: true });
    assert.deepEqual([...evaluateLines(rubric, "")], []);
    assert.throws(() => [...evaluateLines(rubric, 5)], TypeError);
    assert.throws(() => [...evaluateLines(rubric, [5])], TypeError);
});

test("the consumer may stop", () => {
    const seen = [];
    for (const each of evaluateLines(rubric, [`${lineOf("example")}\n`, `${lineOf("full")}\n`])) {
        seen.push(each.line);
        break;
    }
    assert.deepEqual(seen, [1]);
});

test("a reader counts, and its results own nothing", () => {
    const outcomes = [];
    const reader = new LineReader(rubric, (each) => outcomes.push(each), { language: "en" });
    reader.feed(TEXT.slice(0, 100));
    assert.equal(reader.count, 0);
    reader.feed(TEXT.slice(100));
    reader.end();
    assert.deepEqual([reader.count, reader.wrongCount], [4, 1]);
    assert.equal(outcomes[0].result.grade.label, rubric.evaluate(EXAMPLE, { language: "en" }).grade.label);
    assert.throws(() => outcomes[0].result.toText(), { message: "this result is closed" });
    assert.throws(() => reader.feed("{}\n"), { name: "MisuseError" }); // after the end
    reader.close();
    reader.close();
    assert.throws(() => reader.count, { message: "this reader of lines is closed" });
});

test("what a function throws comes out behind the library, and nothing is scored any more", () => {
    let calls = 0;
    const mine = new RangeError("mine");
    const reader = new LineReader(rubric, () => {
        calls += 1;
        throw mine;
    });
    assert.equal(thrown(() => reader.feed(`${TEXT}\n`)), mine);
    assert.equal(calls, 1);
    assert.equal(thrown(() => reader.feed("{}\n")).name, "CancelledError");
    assert.equal(calls, 1);
    reader.close();
});

test("a reader that is closed by its own function", () => {
    const seen = [];
    const reader = new LineReader(rubric, (each) => {
        seen.push(each.line);
        reader.close();
    });
    reader.feed(`${TEXT}\n`);
    assert.deepEqual(seen, [1, 3, 4, 5]); // it is freed behind the call
    assert.throws(() => reader.feed("{}\n"), { message: "this reader of lines is closed" });
});

test("lines find their rubrics", () => {
    const asked = [];
    const find = (id) => {
        asked.push(id);
        return id === RUBRIC_ID ? rubric : undefined;
    };
    const [first, second] = [...evaluateLines(null, `${lineOf("example")}\n${lineOf("pilot")}`, { find })];
    assert.equal(first.result.toJson(), rubric.evaluate(EXAMPLE).toJson());
    assert.equal(second.error.name, "InputError");
    assert.deepEqual(new Set(asked), new Set([RUBRIC_ID, "bon-tot-pilot-2023"]));
    const broken = () => {
        throw new RangeError("mine");
    };
    assert.throws(() => [...evaluateLines(null, lineOf("example"), { find: broken })], { message: "mine" });
});

test("a role, and limits of lines", () => {
    const sheet = Rubric.fromJson(JSON.stringify({
        format: "bontot-rubric/1", id: "s", version: "1", label: { en: "Sheet" }, roles: ["self", "final"],
        facts: [], criteria: [{ id: "1", max: 10, indicators: [{ id: "M", max: 10, score: { mark: {} } }] }],
        grades: [{ id: "all" }],
    }));
    const line = JSON.stringify({
        format: "bontot-dossier/1", unit: { id: "U" }, period: { from: "2026-01-01", to: "2026-12-31" },
        facts: {}, marks: { M: { self: 6, final: 5 } },
    });
    const points = (settings) => [...evaluateLines(sheet, line, settings)][0].result?.total.points.text;
    assert.deepEqual([points({}), points({ asOf: "self" })], ["5", "6"]);
    assert.equal(points({ sizeLimit: 20 }), undefined);
    assert.equal(points({ depthLimit: 2 }), undefined);
});

test("readers that are forgotten, and a process that ends with one open", () => {
    const program = `
        const rubric = bontot.Rubric.builtin("${RUBRIC_ID}");
        for (let turn = 0; turn < 20000; ++turn) {
            new bontot.LineReader(rubric, () => {});
            if (turn % 500 === 0) await new Promise((resolve) => setTimeout(resolve, 1)), gc();
        }
        globalThis.kept = new bontot.LineReader(rubric, () => {});
        kept.feed("{");`;
    const done = runNode(`(async () => {${program}})();`, { library: LIBRARY, flags: ["--expose-gc"] });
    assert.deepEqual([done.status, done.stderr], [0, ""]);
});
