// SPDX-License-Identifier: BSL-1.0
"use strict";

// Roles, references, trust, examples, lint and paths, with what was worked out by hand.

const assert = require("node:assert/strict");
const test = require("node:test");
const { Decimal, Rubric } = require("..");
const { RUBRIC_ID, thrown } = require("./support.js");

const SHEET = {
    format: "bontot-rubric/1", id: "s", version: "1", label: { en: "Sheet" },
    roles: ["self", { id: "final", label: { vi: "duyệt", en: "decision" }, overrides: true }],
    facts: [
        { id: "avg", type: "number", min: 0, max: 10, given_by: "committee" },
        { id: "blame", type: "boolean" },
    ],
    criteria: [{ id: "1", max: 20, indicators: [
        { id: "L", max: 10, score: { formula: "avg" } },
        { id: "M", max: 10, score: { mark: {} } },
    ] }],
    grades: [{ id: "top", min_total: 12 }, { id: "rest" }],
    gates: [{ id: "g", when: "blame", effect: { grade_at_most: "rest" } }],
    examples: [{ label: { en: "one" }, expect: { points: 3 }, dossier: {
        format: "bontot-dossier/1", unit: { id: "U" },
        period: { from: "2026-01-01", to: "2026-12-31" }, facts: { avg: 3 },
    } }],
};
const HEAD = { format: "bontot-dossier/1", unit: { id: "U" }, period: { from: "2026-01-01", to: "2026-12-31" } };
const DOSSIER = {
    ...HEAD,
    facts: { blame: true },
    marks: { M: { self: 6, final: { points: 5, reason: "late", by: "B", date: "2027-01-02" } } },
};
const REFERENCE = {
    format: "bontot-reference/1", facts: { avg: new Decimal("7.5") },
    exceptions: [{ unit: "U", gate: "g", reason: "a flood", authority: "the committee" }],
};
const rubric = Rubric.fromJson(JSON.stringify(SHEET));
const reference = rubric.reference(REFERENCE);

test("roles", () => {
    const [own, final] = rubric.roles;
    assert.deepEqual(own, { id: "self", label: "self", labelEn: "self" });
    assert.deepEqual(final, { id: "final", label: "duyệt", labelEn: "decision" });
    const result = rubric.evaluate(DOSSIER, { reference });
    const alone = rubric.evaluate(DOSSIER, { reference, asOf: "self" });
    assert.deepEqual([result.asOf, alone.asOf], ["final", "self"]);
    assert.deepEqual(result.columns.map((column) => [column.role, column.total.points.text]), [["self", "13.5"], ["final", "12.5"]]);
    assert.deepEqual(alone.total.points.text, "13.5");
    assert.deepEqual(result.node("M").marks[1], {
        role: "final", points: new Decimal(5), comment: "", reason: "late", by: "B", date: "2027-01-02",
    });
    assert.throws(() => rubric.evaluate(DOSSIER, { asOf: "nobody" }), { name: "NotFoundError" });
});

test("a reference", () => {
    const result = rubric.evaluate(DOSSIER, { reference });
    assert.deepEqual([result.total.points.text, result.grade.id, result.byException], ["12.5", "top", true]);
    assert.deepEqual(result.gates[0].lifted, { reason: "a flood", authority: "the committee", date: null });
    const built = rubric.dossier().setUnit("U").setPeriod("2026-01-01", "2026-12-31").apply(reference);
    assert.equal(rubric.evaluate(built).node("L").points.text, "7.5");
    const other = Rubric.fromJson(JSON.stringify(SHEET));
    const wrong = thrown(() => other.evaluate(DOSSIER, { reference }));
    assert.equal(wrong.entries[0].code, "reference_other_rubric");
    assert.equal(thrown(() => rubric.reference({ ...REFERENCE, facts: { blame: true } })).entries[0].pointer, "/facts/blame");
});

test("trust", () => {
    const said = { ...DOSSIER, facts: { ...DOSSIER.facts, avg: 9 } };
    assert.equal(rubric.evaluate(said).node("L").points.text, "9");
    const wrong = thrown(() => rubric.evaluate(said, { trust: "committee" }));
    assert.deepEqual(wrong.entries.map((entry) => entry.code), ["dossier_committee_only"]);
    assert.throws(() => rubric.evaluate(said, { trust: "nobody" }), { name: "MisuseError" });
});

test("examples", () => {
    const report = rubric.test({ language: "en" });
    assert.deepEqual(report, { failed: 0, text: "PASS  /examples/0  one\n1 examples passed, 0 failed\n" });
});

const named = (id) => ({ id, label: { vi: `mục ${id}`, en: `item ${id}` } });
const stepped = (table) => JSON.stringify({
    format: "bontot-rubric/1", ...named("test"), version: "1",
    facts: [{ ...named("n"), type: "number", min: 0, max: 1 }],
    criteria: [{ ...named("C"), max: 10, indicators: [{ ...named("L"), max: 10, score: { steps: { value: "n", table } } }] }],
    grades: [{ ...named("top"), min_total: 8 }, named("rest")],
}, null, 1);
const FAULTY = stepped([{ when: "> 0.5", points: 10 }, { when: "< 0.5", points: 0 }]);

test("lint", () => {
    const faulty = Rubric.fromJson(FAULTY);
    const [found, ...more] = faulty.lint(null, { language: "en" });
    assert.deepEqual(more, []);
    assert.deepEqual([found.code, found.severity, found.node], ["step_gap", "error", "L"]);
    assert.equal(found.pointer, "/criteria/0/indicators/0/score/steps/table");
    assert.equal(found.text, "No row of this table fits the value 0.5: people would have to decide.");
    assert.deepEqual([found.witness.text, found.witness.value.text], ["the value 0.5; n = 0.5", "0.5"]);
    assert.deepEqual(found.witness.dossier, { facts: { n: new Decimal("0.5") } });
    assert.deepEqual([found.line, found.column], [null, null]);
    assert.equal(faulty.evaluate({ ...HEAD, ...found.witness.dossier }).node("L").state, "uncovered");
    const before = FAULTY.slice(0, FAULTY.indexOf('"table": '));
    const [placed] = faulty.lint(FAULTY);
    assert.equal(placed.line, before.split("\n").length);
    assert.equal(placed.column, before.split("\n").at(-1).length + '"table": '.length + 1);
    assert.deepEqual(Rubric.fromJson(FAULTY.replace("< 0.5", "<= 0.5")).lint(), []);
    assert.ok(Rubric.builtin(RUBRIC_ID).lint().some((each) => each.code === "gate_without_effect"));
});

const SMALL = Rubric.fromJson(JSON.stringify({
    format: "bontot-rubric/1", id: "small", version: "1", label: { vi: "Nhỏ", en: "Small" },
    facts: [
        { id: "n", type: "number", integer: true, min: 0, label: { vi: "Số", en: "Count" } },
        { id: "bad", type: "boolean" },
    ],
    criteria: [{ id: "1", max: 10, indicators: [
        { id: "1.1", max: "7.5", effort: 2, score: { condition: "n >= 4" } },
        { id: "1.2", max: "2.5", score: { condition: "n >= 1" }, evidence: { kinds: ["report"], status: "verified" } },
    ] }],
    gates: [{ id: "g", when: "bad", effect: { grade_down: 1 } }],
    grades: [{ id: "high", min_total: 10 }, { id: "mid", min_total: 2 }, { id: "low" }],
}));
const counted = (n, bad = false) => ({ ...HEAD, facts: { n, bad } });

test("a path", () => {
    const path = SMALL.path(counted(2), { to: "high", language: "en" });
    assert.deepEqual([path.outcome, path.grade.id, path.effort], ["found", "high", 3]);
    assert.deepEqual([path.before.points.text, path.before.grade.id], ["0", "low"]);
    assert.deepEqual([path.after.points.text, path.after.grade.id], ["10", "high"]);
    const [first, second] = path.steps;
    assert.deepEqual([first.at, first.after.text, first.effort, first.isOpen], ["1.1", "7.5", 2, false]);
    assert.deepEqual(first.changes, [{
        item: "n", label: "Count", before: new Decimal(2), after: new Decimal(4), count: 0, role: null, kinds: [], status: null,
    }]);
    const [document] = second.changes;
    assert.deepEqual([document.item, document.count, document.kinds, document.status], ["evidence:1.2", 1, ["report"], "verified"]);
    assert.equal(path.toObject().format, "bontot-path/1");
    assert.ok(path.toText({ language: "vi" }).includes("Việc cần làm"));
    path.close();
    assert.throws(() => path.toText(), { name: "MisuseError" });
});

test("other paths", () => {
    const next = SMALL.path(counted(2));
    assert.deepEqual([next.grade.id, next.steps.map((step) => step.at), next.effort], ["mid", ["1.2"], 1]);
    const reached = SMALL.path(counted(2), { to: "low" });
    assert.deepEqual([reached.outcome, reached.steps.length, reached.after], ["reached", 0, null]);
    const forbidden = SMALL.path(counted(2, true), { to: "high" });
    assert.deepEqual([forbidden.outcome, forbidden.obstacles[0].code, forbidden.obstacles[0].at], ["forbidden", "gate", "g"]);
    assert.equal(thrown(() => SMALL.path(counted(2), { to: "best" })).entries[0].code, "api_no_grade");
    assert.throws(() => SMALL.path(counted(2), { asOf: "nobody" }), { name: "NotFoundError" });
    assert.throws(() => SMALL.path(counted(-1)), { name: "InputError" });
});
