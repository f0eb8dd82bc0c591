// SPDX-License-Identifier: BSL-1.0
"use strict";

// Dossiers and references that are built piece by piece say what their JSON says.

const assert = require("node:assert/strict");
const test = require("node:test");
const { Decimal, Names, Rubric, RubricDiff } = require("..");
const { thrown } = require("./support.js");

const SHEET = {
    format: "bontot-rubric/1", id: "s", version: "1", label: { vi: "Mẫu", en: "Sheet" }, period: "year",
    valid_from: "2026-01-01", applies_to: { unit_kinds: ["cell"] },
    source: { document: "01-HD", issued: "2026-01-05", issuer: "Ban", uri: "https://a.b", note: { vi: "Chú", en: "Note" } },
    roles: ["self", { id: "final", label: { vi: "duyệt", en: "decision" }, overrides: true }],
    total: { min: 0, max: 40 },
    facts: [
        { id: "n", type: "number", integer: true, min: 0, max: 10, unit: { vi: "việc", en: "tasks" } },
        { id: "blame", type: "boolean" },
        { id: "avg", type: "number", given_by: "committee", max: "9.5" },
        { id: "pick", type: "choice", choices: ["yes", "no"] },
        { id: "age", of: "member", type: "number", min: 18 },
        { id: "born", of: "member", type: "date" },
        { id: "vote", of: "member", type: "boolean" },
        { id: "rank", of: "member", type: "choice", choices: ["a", "b"] },
    ],
    consistency: [{ id: "c", assert: "n < 9", message: { vi: "Nhiều.", en: "Many." } }],
    criteria: [
        { id: "1", max: 30, kind: "base", clause: "1", label: { vi: "Một", en: "One" }, indicators: [
            { id: "F", max: 10, effort: 3, score: { formula: "n" }, evidence: { kinds: ["report"], status: "verified" } },
            { id: "M", max: 10, score: { mark: { step: "0.5" } } },
            { id: "V", max: 10, score: { condition: "count(members[vote = true]) >= 1" } },
        ] },
        { id: "2", max: 10, kind: "bonus", indicators: [{ id: "A", max: 10, score: { formula: "avg" } }] },
    ],
    gates: [
        { id: "g", when: "blame", clause: "g1", label: { vi: "Cổng", en: "Gate" }, effect: { grade_at_most: "rest" } },
        { id: "d", when: "blame", effect: { grade_down: 1 } },
        { id: "v", when: "blame", effect: { void: "V" } },
    ],
    grades: [{ id: "top", min_total: 12, clause: "3", quota: { share: "0.2", of: "next" } }, { id: "rest" }],
    checks: [{ id: "k", severity: "warning", assert: "n > 0", clause: "5", message: { vi: "Ít.", en: "Few." } }],
};
const GIVEN = {
    format: "bontot-dossier/1",
    unit: { id: "U", name: "Chi bộ", kind: "cell", group: "north", parent: "P" },
    period: { from: "2026-01-01", to: "2026-12-31" },
    facts: { n: 8, blame: false },
    marks: { M: { self: "6.5", final: { points: 5, comment: "c", reason: "late", by: "B", date: "2027-01-02" } } },
    members: [{ id: "A", age: 30, born: "1996-02-01", vote: true, rank: "b" }, { id: "B", vote: false }],
    evidence: [{ id: "E", supports: ["F"], kind: "report", number: "12", issued: "2026-11-01", status: "verified" }],
    history: [{ from: "2025-01-01", to: "2025-12-31", rubric: "s", grade: "top", points: "12.5" }],
};
const rubric = Rubric.fromJson(JSON.stringify(SHEET));

function built() {
    const dossier = rubric.dossier().setUnit("U", "Chi bộ").setPeriod("2026-01-01", "2026-12-31");
    dossier.setUnitField("kind", "cell").setUnitField("group", "north").setUnitField("parent", "P");
    dossier.set("n", 8).set("blame", false);
    dossier.setMark("M", "self", "6.5");
    dossier.setMark("M", "final", 5, { comment: "c", reason: "late", by: "B", date: "2027-01-02" });
    const first = dossier.addMember("A", { age: 30n, born: "1996-02-01", vote: true, rank: "b" });
    assert.deepEqual([first, dossier.addMember("B", { vote: false })], [0, 1]);
    dossier.addEvidence({ id: "E", supports: ["F"], kind: "report", number: "12", issued: "2026-11-01", status: "verified" });
    return dossier.addHistory({ from: "2025-01-01", to: "2025-12-31", rubric: "s", grade: "top", points: "12.5" });
}

test("a whole dossier", () => {
    const result = rubric.evaluate(built());
    assert.equal(result.toJson(), rubric.evaluate(GIVEN).toJson());
    // 8 proven + 5 marked last + 10 for a vote.
    assert.deepEqual([result.total.points.text, result.grade.id], ["23", "top"]);
});

test("what is taken back", () => {
    const dossier = built().clearMark("M", "final").remove("members").remove("evidence").give("evidence");
    const { members, ...rest } = GIVEN;
    const expected = rubric.evaluate({ ...rest, marks: { M: { self: "6.5" } }, evidence: [] });
    assert.equal(rubric.evaluate(dossier).toJson(), expected.toJson());
    dossier.reset();
    assert.equal(rubric.evaluate(dossier).toJson(), rubric.evaluate(rubric.dossier()).toJson());
});

test("what is wrong with a piece", () => {
    const dossier = built();
    const wrong = (action) => thrown(action).entries.map((entry) => entry.pointer);
    assert.deepEqual(wrong(() => dossier.setMark("M", "self", "6.3")), ["/marks/M/self/points"]);
    assert.equal(thrown(() => dossier.setMark("nothing", "self", 1)).name, "NotFoundError");
    assert.equal(thrown(() => dossier.setMark("M", "nobody", 1)).name, "NotFoundError");
    assert.equal(thrown(() => dossier.addMember("A")).name, "InputError");
    assert.equal(thrown(() => dossier.setMember(0, "age", 17)).name, "InputError");
    assert.equal(thrown(() => dossier.setMember(0, "nothing", 17)).name, "NotFoundError");
    assert.equal(thrown(() => dossier.setMember(7, "age", 30)).name, "NotFoundError");
    assert.throws(() => dossier.setMember(0, "age", 30.5), /binary fraction/);
    assert.throws(() => dossier.setMark("M", "self", 6.5), /binary fraction/);
    assert.equal(thrown(() => dossier.setMark("M", "self", 10n ** 30n)).name, "NoFitError");
    assert.equal(thrown(() => dossier.addEvidence({ id: "E" })).name, "InputError");
    assert.equal(thrown(() => dossier.addEvidence({ id: "X", colour: "red" })).name, "MisuseError");
    assert.equal(thrown(() => dossier.setUnitField("size", "1")).name, "MisuseError");
    assert.equal(thrown(() => dossier.give("everything")).name, "MisuseError");
    assert.equal(thrown(() => dossier.addException({ gate: "g", reason: "", authority: "" })).name, "InputError");
    assert.equal(thrown(() => dossier.addHistory({ from: "x", to: "y" })).name, "InputError");
});

test("a reference", () => {
    const reference = rubric.newReference().setPeriod("2026-01-01", "2026-12-31");
    reference.set("avg", "7.5").set("avg", 2, { group: "south" }).set("avg", new Decimal("7.25"), { unit: "U" });
    reference.addException({ unit: "U", gate: "g", reason: "a flood", authority: "the committee", date: "2027-01-10" });
    reference.addFinding({ unit: "U", document: "E", status: "rejected" });
    assert.throws(() => reference.set("avg", 1, { group: "a", unit: "b" }), { name: "MisuseError" });
    assert.throws(() => reference.set("avg", 0.5), /binary fraction/);
    assert.throws(() => reference.set("n", 1), { name: "InputError" });
    const given = { ...GIVEN, facts: { n: 8, blame: true } };
    const result = rubric.evaluate(given, { reference });
    const read = rubric.reference({
        format: "bontot-reference/1", period: GIVEN.period,
        facts: { avg: "7.5" }, groups: { south: { avg: 2 } }, units: { U: { avg: "7.25" } },
        exceptions: [{ unit: "U", gate: "g", reason: "a flood", authority: "the committee", date: "2027-01-10" }],
        evidence: [{ unit: "U", id: "E", status: "rejected" }],
    });
    assert.equal(result.toJson(), rubric.evaluate(given, { reference: read }).toJson());
    assert.equal(result.node("A").points.text, "7.25");
});

test("dossiers in memory under two rubrics", () => {
    const strict = Rubric.fromJson(JSON.stringify({ ...SHEET, grades: [{ id: "top", min_total: 30 }, { id: "rest" }] }));
    const diff = new RubricDiff(rubric, strict);
    assert.equal(diff.addDossiers(built(), strict.read(GIVEN)), "down");
    assert.throws(() => diff.addDossiers(built(), built()), { name: "MisuseError" });
    assert.deepEqual(diff.counts, { same: 0, up: 0, down: 1, other: 0, refused: 0 });
});

test("names", () => {
    const names = new Names().set("a", 2).set("b", "0.5").set("c", true).set("d", null).set("e", new Decimal("0.25"));
    names.setDate("f", "2026-12-31").setExpression("g", "[a, e]");
    const cases = { "a + e": "2.25", b: '"0.5"', "c and d": "unknown", "f.month": "12", "count(g)": "2" };
    for (const [expression, value] of Object.entries(cases)) {
        assert.equal(names.evaluate(expression), value);
    }
    assert.throws(() => names.set("h", 0.1), /binary fraction/);
    assert.throws(() => names.setDate("h", "2026-02-30"), { name: "InputError" });
    assert.equal(thrown(() => names.evaluate("a + zz")).entries[0].code, "feel_unknown_name");
    names.close();
    assert.throws(() => names.evaluate("1"), { message: "this set of names is closed" });
});

test("what a rubric says of itself", () => {
    const said = rubric.details();
    assert.deepEqual(said.source, { document: "01-HD", issued: "2026-01-05", issuer: "Ban", uri: "https://a.b", note: "Chú", noteEn: "Note" });
    assert.deepEqual([said.validFrom, said.periodMonths, said.unitKinds], ["2026-01-01", 12, ["cell"]]);
    assert.deepEqual(said.total, { min: new Decimal(0), max: new Decimal(40) });
    const [n, , avg, pick] = said.facts;
    assert.deepEqual([n.unit, n.unitEn, n.min.text, n.max.text, n.isInteger, n.isRead], ["việc", "tasks", "0", "10", true, true]);
    assert.deepEqual([avg.min, avg.max.text, avg.isByCommittee, avg.isInteger], [null, "9.5", true, false]);
    assert.deepEqual([pick.choices, pick.isRead], [["yes", "no"], false]);
    assert.deepEqual(said.fields.map((field) => [field.id, field.type]), [["age", "number"], ["born", "date"], ["vote", "boolean"], ["rank", "choice"]]);
    assert.deepEqual(said.fields[0].min, new Decimal(18));
    assert.deepEqual(said.roles.map((role) => role.overrides), [false, true]);
    assert.deepEqual(said.grades.map((grade) => [grade.clause, grade.hasQuota]), [["3", true], ["", false]]);
    const [one, f, m] = said.nodes;
    assert.deepEqual([one.label, one.labelEn, one.clause, one.kind, one.max.text, one.score], ["Một", "One", "1", "base", "30", "group"]);
    assert.deepEqual([f.parent, f.score, f.effort, f.facts, f.asksEvidence, f.evidenceKinds], ["1", "formula", 3, ["n"], true, ["report"]]);
    assert.deepEqual([m.score, m.markStep.text, m.takesMarks, m.markedBy], ["mark", "0.5", true, ["self", "final"]]);
    assert.deepEqual(f.markedBy, ["final"]);
    assert.deepEqual(said.gates.map((gate) => [gate.id, gate.effect, gate.target]), [
        ["g", "grade_at_most", "rest"], ["d", "grade_down", 1], ["v", "voids_node", "V"],
    ]);
    assert.deepEqual([said.gates[0].labelEn, said.gates[0].clause], ["Gate", "g1"]);
    assert.deepEqual(said.checks, [{ id: "k", message: "Ít.", messageEn: "Few.", clause: "5", severity: "warning" }]);
    assert.deepEqual(said.rules, [{ id: "c", message: "Nhiều.", messageEn: "Many." }]);
});
