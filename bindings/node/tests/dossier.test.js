// SPDX-License-Identifier: BSL-1.0
"use strict";

// Dossiers that are built piece by piece, and read again and again.

const assert = require("node:assert/strict");
const test = require("node:test");
const { Decimal, Rubric } = require("..");
const { EXAMPLE, RUBRIC_ID, dossier, thrown } = require("./support.js");

const SHEET = {
    format: "bontot-rubric/1", id: "s", version: "1", label: { en: "Sheet" }, period: "year",
    facts: [
        { id: "n", type: "number", min: 0, max: 10 },
        { id: "flag", type: "boolean" },
        { id: "pick", type: "choice", choices: ["yes", "no"] },
        { id: "day", type: "date" },
        { id: "word", type: "text" },
    ],
    criteria: [{ id: "1", max: 50, indicators: [
        { id: "N", max: 10, score: { formula: "n" } },
        { id: "F", max: 10, score: { condition: "flag" } },
        { id: "P", max: 10, score: { condition: 'pick = "yes"' } },
        { id: "D", max: 10, score: { condition: 'day = date("2026-05-01")' } },
        { id: "W", max: 10, score: { condition: 'word = "true"' } },
    ] }],
    grades: [{ id: "top", min_total: 40 }, { id: "rest" }],
};
const rubric = Rubric.fromJson(JSON.stringify(SHEET));
const points = (given) => rubric.evaluate(given).nodes.slice(1).map((node) => node.points.text);

test("fact by fact", () => {
    const given = rubric.dossier().setUnit("U", "Chi bộ").setPeriod("2026-01-01", "2026-12-31");
    assert.deepEqual(points(given), ["0", "0", "0", "0", "0"]);
    given.set("n", new Decimal("2.5")).set("flag", true).set("pick", "yes").set("day", "2026-05-01").set("word", "true");
    assert.deepEqual(points(given), ["2.5", "10", "10", "10", "10"]);
    const said = rubric.evaluate(given);
    assert.deepEqual([said.unitId, said.unitName, said.grade.id], ["U", "Chi bộ", "top"]);
    given.set("n", 7n).set("flag", false).clear("pick").set("day", null).setTyped("word", "other");
    assert.deepEqual(points(given), ["7", "0", "0", "0", "0"]);
    for (const [value, text] of [[3, "3"], ["4.25", "4.25"], ["1e1", "10"], [new Decimal("2.50000000000000000000000"), "2.5"]]) {
        assert.equal(points(given.set("n", value))[0], text);
    }
});

test("what is refused leaves the fact as it was", () => {
    const given = rubric.dossier().set("n", 5);
    const wrong = thrown(() => given.set("n", 11));
    assert.deepEqual([wrong.name, wrong.entries[0].pointer], ["InputError", "/facts/n"]);
    assert.throws(() => given.set("n", 10n ** 30n), { name: "InputError", message: new RegExp(`${10n ** 30n}`) });
    assert.throws(() => given.set("flag", "perhaps"), { name: "InputError" });
    assert.throws(() => given.set("n", true), { name: "InputError" });
    assert.throws(() => given.set("n", 0.5), /binary fraction/);
    assert.throws(() => given.set("day", new Date(0)), TypeError);
    for (const value of [1, true, "x", null]) {
        assert.throws(() => given.set("nothing", value), { name: "NotFoundError" }, String(value));
    }
    assert.equal(points(given)[0], "5");
});

test("read again and again", () => {
    const builtin = Rubric.builtin(RUBRIC_ID);
    const given = builtin.read(EXAMPLE);
    assert.deepEqual(builtin.evaluate(given), builtin.evaluate(EXAMPLE));
    given.read(dossier("full"));
    assert.deepEqual(builtin.evaluate(given), builtin.evaluate(dossier("full")));
    assert.throws(() => given.read("{"), { name: "InputError" });
    assert.deepEqual(builtin.evaluate(given), builtin.evaluate(dossier("full")));
    assert.deepEqual(builtin.path(builtin.read(EXAMPLE)).toJson(), builtin.path(EXAMPLE).toJson());
    given.close();
    assert.throws(() => builtin.evaluate(given), { message: "this dossier is closed" });
});

test("a rule of consistency is checked when it is evaluated", () => {
    const strict = Rubric.fromJson(JSON.stringify({
        ...SHEET,
        consistency: [{ id: "c", assert: "n < 5", message: { vi: "Nhiều.", en: "Many." } }],
    }));
    const wrong = thrown(() => strict.evaluate(strict.dossier().set("n", 6), { language: "en" }));
    assert.deepEqual([wrong.name, /Many\./.test(wrong.message)], ["InputError", true]);
});
