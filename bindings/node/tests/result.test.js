// SPDX-License-Identifier: BSL-1.0
"use strict";

// Results: every figure that was worked out by hand, the shape of what is returned, what is a dossier.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const test = require("node:test");
const { Decimal, Rubric, file, parseJson, rubricIdOf } = require("..");
const { DOSSIERS, EXAMPLE, RUBRIC_ID, dossier, thrown, tsv } = require("./support.js");

const GOOD = { "": [false, null], null: [true, null], true: [true, true], false: [true, false] };
const rubric = Rubric.builtin(RUBRIC_ID);
const result = rubric.evaluate(EXAMPLE);
const text = fs.readFileSync(EXAMPLE, "utf8");
const figures = ({ points, possible, max }) => [points, possible, max].map(String);
const expected = ({ points, possible, max }) => [points, possible, max];

const CHECKS = {
    total: (found, row) => assert.deepEqual(figures(found.total), expected(row)),
    grade: (found, row) => assert.deepEqual([found.grade.id, found.gradePossible], [row.points, row.possible]),
    reachable: (found, row) => assert.deepEqual(found.reachable, row.points.split(",")),
    completeness: (found, row) => assert.equal(found.completeness.text, row.points),
};

function checkNode(found, row) {
    const node = found.node(row.node);
    assert.deepEqual(figures(node), expected(row));
    assert.deepEqual([node.hasGood, node.good], GOOD[row.good]);
    assert.ok(row.state === "" || node.state === row.state);
}

test("every figure", () => {
    const rows = tsv("expected.tsv");
    const names = [...new Set(rows.map((row) => row.dossier))];
    for (const name of ["example", "full", "disciplined", "missing-third"]) {
        assert.ok(names.includes(name));
    }
    for (const name of names) {
        const found = rubric.evaluate(dossier(name));
        const mine = rows.filter((row) => row.dossier === name);
        const lines = mine.filter((row) => !(row.node in CHECKS));
        assert.deepEqual(found.nodes.map((node) => node.id), lines.map((row) => row.node));
        assert.equal(mine.length, lines.length + 4);
        mine.forEach((row) => (CHECKS[row.node] ?? checkNode)(found, row));
    }
});

test("all sources give the same", () => {
    const sources = [text, Buffer.from(text), new Uint8Array(Buffer.from(text)), JSON.parse(text), parseJson(text)];
    for (const source of [...sources, file(`${DOSSIERS}/example.json`)]) {
        const other = rubric.evaluate(source);
        assert.deepEqual(other, result);
        assert.equal(other.toJson(), result.toJson());
    }
});

test("what is no source", () => {
    assert.throws(() => rubric.evaluate(EXAMPLE.pathname), { name: "InputError" }); // a text is never a path
    for (const wrong of [null, undefined, 5, [1], new Map(), () => 1]) {
        assert.throws(() => rubric.evaluate(wrong), TypeError, String(wrong));
    }
    assert.throws(() => rubric.evaluate(file("/nowhere/dossier.json")), { code: "ENOENT" });
    assert.throws(() => Rubric.fromJson(EXAMPLE), TypeError);
    assert.throws(() => Rubric.fromFile("rubric.json"), /file\(path\)/);
});

test("another rubric", () => {
    const given = JSON.parse(text);
    given.rubric.version = "0.0.1";
    assert.equal(thrown(() => rubric.evaluate(given)).entries[0].pointer, "/rubric/version");
    assert.deepEqual(rubric.evaluate(given, { allowOtherRubric: true }), result);
    assert.equal(rubricIdOf(given), RUBRIC_ID);
    assert.throws(() => rubricIdOf({ format: "bontot-dossier/1" }), { name: "NotFoundError" });
});

test("the head", () => {
    const given = JSON.parse(text);
    assert.deepEqual([result.rubricId, result.rubricVersion], [rubric.id, rubric.version]);
    assert.deepEqual([result.unitId, result.unitName], [given.unit.id, given.unit.name]);
    assert.deepEqual(result.period, { from: "2023-01-01", to: "2023-12-31" });
    assert.deepEqual([result.asOf, result.byException], [null, false]);
});

test("the tree", () => {
    for (const criterion of result.criteria) {
        assert.deepEqual([criterion.parent, criterion.kind], [null, "base"]);
        for (const line of criterion.children) {
            assert.equal(line.parent, criterion.id);
            assert.ok(line.reason);
        }
    }
    assert.deepEqual(result.node("1.4").facts, { "workers.count": new Decimal(6), "workers.income_trend": "held" });
    assert.equal(result.node("1.1").clause, "1¶1");
    assert.throws(() => result.node("9.9"), { name: "NotFoundError" });
});

test("what is missing", () => {
    const evidence = result.missing.find((each) => each.item === "evidence:3.1");
    assert.deepEqual([evidence.lines, evidence.worth.text], [["3.1"], "0.666666666667"]);
    assert.deepEqual(result.node("3.1").missing, ["evidence:3.1"]);
    const sorted = [...result.missing].sort((a, b) => b.worth.compare(a.worth));
    assert.deepEqual(sorted, [...result.missing]);
});

test("written out", () => {
    const said = result.toObject();
    assert.equal(said.format, "bontot-result/1");
    assert.deepEqual(said.total.points, result.total.points);
    said.total = null;
    assert.notDeepEqual(result.toObject(), said);
    assert.equal(parseJson(result.toSummary()).format, "bontot-summary/1");
    assert.ok(!result.toText().includes("\x1b"));
    assert.ok(result.toText({ colour: true }).includes("\x1b["));
});

test("languages", () => {
    const english = rubric.evaluate(EXAMPLE, { language: "en" });
    assert.deepEqual(english.total, result.total);
    assert.notEqual(english.grade.label, result.grade.label);
    assert.equal(english.toText({ language: "vi" }), result.toText());
    assert.equal(english.toText(), result.toText({ language: "en" }));
    assert.throws(() => rubric.evaluate(EXAMPLE, { language: "fr" }), { name: "MisuseError" });
    assert.deepEqual([rubric.labelIn("vi"), rubric.labelIn("en")], [rubric.label, rubric.labelEn]);
});

test("immutable", () => {
    for (const value of [result, result.total, result.criteria[0].children[0], result.missing, rubric.facts[0]]) {
        assert.throws(() => Object.assign(value, { points: 100 }), TypeError);
    }
});

test("another built-in rubric, and what rubrics tell", () => {
    const pilot = Rubric.builtin("bon-tot-pilot-2023").evaluate(dossier("pilot"));
    assert.equal(pilot.grade.id, "fit");
    assert.deepEqual(pilot.criteria.map((each) => [each.good, each.children.length]), Array(3).fill([true, 0]));
    assert.ok(Rubric.builtins().includes(RUBRIC_ID));
    assert.equal(rubric.facts[rubric.factNamed("tax.due").slot].id, "tax.due");
    assert.equal(rubric.factNamed("tax.due").type, "number");
    assert.deepEqual(rubric.nodes.map((node) => node.id), result.nodes.map((node) => node.id));
    assert.deepEqual(rubric.nodes.map((node) => node.parent), result.nodes.map((node) => node.parent));
    assert.ok(rubric.grades.some((grade) => grade.id === result.grade.id && grade.label === result.grade.label));
    assert.ok(rubric.describe({ language: "en" }).includes(rubric.labelEn));
    assert.equal(parseJson(rubric.template()).facts["tax.due"], null);
});
