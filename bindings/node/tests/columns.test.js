// SPDX-License-Identifier: BSL-1.0
"use strict";

// Tables of facts in columns: what may be a column, what comes out, what is refused.

const assert = require("node:assert/strict");
const test = require("node:test");
const { Decimal, Rubric, evaluateColumns } = require("..");

// A has n points, B ten when the flag is set; C ten for "yes", ten for a day in 2026.
const rubric = Rubric.fromJson(JSON.stringify({
    format: "bontot-rubric/1", id: "s", version: "1", label: { en: "Sheet" }, period: "year",
    facts: [
        { id: "m.n", type: "number", min: 0, max: 10 },
        { id: "flag", type: "boolean" },
        { id: "pick", type: "choice", choices: ["yes", "no", "ừ"] },
        { id: "day", type: "date" },
        { id: "word", type: "text" },
    ],
    criteria: [
        { id: "A", max: 10, indicators: [{ id: "A1", max: 10, score: { formula: "m.n" } }] },
        { id: "B", max: 10, indicators: [{ id: "B1", max: 10, score: { condition: "flag" } }] },
        { id: "C", max: 20, indicators: [
            { id: "C1", max: 10, score: { condition: 'pick = "yes"' } },
            { id: "C2", max: 10, score: { condition: "day in [period.from..period.to]" } },
        ] },
    ],
    grades: [{ id: "top", min_total: 15 }, { id: "rest" }],
}));
const period = ["2026-01-01", "2026-12-31"];
const score = (columns, more) => evaluateColumns(rubric, columns, { period, ...more });

/** The points of each row, as text; null where there are none. */
function points(column, more = {}, fact = "m.n", node = "A") {
    const results = score({ [fact]: column }, { scale: 3, ...more });
    const found = Array.from(results.nodes[node].points, (each) => Number(results.decimal(each).text));
    return found.map((each, row) => (results.status[row] ? null : each));
}

test("results", () => {
    const results = score(
        {
            "m.n": BigInt64Array.of(75n, 20n, 110n, 0n),
            flag: Uint8Array.of(1, 0, 1, 1),
            pick: ["yes", "no", "yes", null],
            day: ["2026-05-01", "2025-05-01", undefined, "2026-12-31"],
        },
        { scales: { "m.n": 1 }, masks: { "m.n": [1, 1, 1, 0] }, scale: 2, language: "en" },
    );
    assert.equal(results.length, 4);
    assert.deepEqual([...results.points], [3750n, 200n, 0n, 2000n]);
    assert.deepEqual([...results.possible], [3750n, 200n, 0n, 4000n]);
    assert.deepEqual([...results.completeness], [10n ** 12n, 10n ** 12n, 0n, 5n * 10n ** 11n]);
    assert.deepEqual([...results.grade], [0, 1, -1, 0]);
    assert.deepEqual([...results.gradePossible], [0, 1, -1, 0]);
    assert.deepEqual([...results.status], [0, 0, 1, 0]);
    assert.deepEqual([results.grades, Object.keys(results.nodes)], [["top", "rest"], ["A", "B", "C"]]);
    assert.deepEqual([...results.nodes.C.points], [2000n, 0n, 0n, 1000n]);
    assert.deepEqual([...results.nodes.C.possible], [2000n, 0n, 0n, 2000n]);
    assert.equal(results.decimal(results.points[0]).text, "37.50");
    assert.deepEqual([results.errorCount, results.wrongRows, results.errors.length], [1, 1, 1]);
    const [{ row, fact, code, messageEn }] = results.errors;
    assert.deepEqual([row, fact, code], [2, "m.n", "dossier_out_of_range"]);
    assert.equal(messageEn, "The fact m.n is 11, but must be from 0 to 10.");
});

test("chosen nodes", () => {
    const results = score({ "m.n": [5] }, { nodes: ["C2", "A1"], scale: 1 });
    assert.deepEqual(Object.keys(results.nodes), ["C2", "A1"]);
    assert.deepEqual([...results.nodes.A1.points], [50n]);
    assert.throws(() => score({ "m.n": [5] }, { nodes: ["D"] }), { name: "NotFoundError" });
});

test("whole numbers", () => {
    for (const kind of [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array]) {
        assert.deepEqual(points(kind.of(0, 7, 10, 11)), [0, 7, 10, null]);
    }
    for (const kind of [BigInt64Array, BigUint64Array]) {
        assert.deepEqual(points(kind.of(0n, 7n, 10n, 11n)), [0, 7, 10, null]);
    }
    assert.deepEqual(points(BigInt64Array.of(75n, -1n), { scales: { "m.n": 1 } }), [7.5, null]);
    assert.deepEqual(points(Int32Array.of(9, 1, 2).subarray(1)), [1, 2]);
});

test("binary fractions with declared decimals", () => {
    const given = Float64Array.of(2.5, 0.1 + 0.2, NaN, 11);
    assert.deepEqual(points(given, { decimals: { "m.n": 1 } }), [2.5, null, null, null]);
    assert.deepEqual(points(Float32Array.of(2.5, 0.1), { decimals: { "m.n": 1 } }), [2.5, 0.1]);
    assert.throws(() => points(given), /how many decimals/);
    assert.throws(() => points(given, { decimals: { "m.n": 16 } }), { name: "MisuseError" });
});

test("exact numbers", () => {
    assert.deepEqual(points([new Decimal("2.5"), null, 3, "1E1", -0, 4n]), [2.5, 0, 3, 10, 0, 4]);
    assert.deepEqual(points([`9.${"9".repeat(33)}`, "0.125"]), [10, 0.125]); // points have 12 decimals
    assert.deepEqual(points([10n ** 30n, 1, -(10n ** 30n)]), [null, 1, null]);
    for (const wrong of [1.5, true, "x", NaN]) {
        assert.throws(() => points([wrong]), TypeError, String(wrong));
    }
    assert.throws(() => points(["1e-40", 10]), { name: "MisuseError" });
});

test("booleans, texts and days", () => {
    assert.deepEqual(points([true, false, null], {}, "flag", "B"), [10, 0, 0]);
    assert.deepEqual(points(["yes", "ừ", "maybe", null], {}, "pick", "C"), [10, 0, null, 0]);
    assert.deepEqual(points(Int32Array.of(20454, 0), {}, "day", "C"), [10, 0]); // 2026-01-01 and 1970-01-01
    assert.throws(() => points([1], {}, "flag", "B"), TypeError);
    assert.throws(() => points([1], {}, "pick", "C"), TypeError);
    assert.throws(() => points(Float64Array.of(1), {}, "pick", "C"), { name: "MisuseError" });
    assert.throws(() => points(Int32Array.of(1), {}, "flag", "B"), { name: "MisuseError" });
    assert.throws(() => points("yes", {}, "pick", "C"), TypeError);
});

test("what is wrong with a table", () => {
    assert.throws(() => score({ nothing: [1] }), { name: "NotFoundError" });
    assert.throws(() => score({ "m.n": [1], flag: [] }), { name: "MisuseError" });
    assert.throws(() => score({}), { name: "MisuseError" });
    assert.throws(() => score({ "m.n": [1] }, { masks: { flag: [1] } }), { name: "MisuseError" });
    assert.throws(() => score({ "m.n": [1] }, { masks: { "m.n": [1, 1] } }), { name: "MisuseError" });
    assert.throws(() => score({ "m.n": [1] }, { scale: 13 }), { name: "MisuseError" });
    assert.throws(() => score({ "m.n": [1] }, { period: ["x", "y"] }), { name: "InputError" });
    assert.equal(score({ "m.n": [] }).length, 0);
    const many = score({ "m.n": Array(3000).fill(11) });
    assert.deepEqual([many.errors.length, many.errorCount, many.wrongRows], [1000, 3000, 3000]);
});
