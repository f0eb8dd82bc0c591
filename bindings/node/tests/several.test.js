// SPDX-License-Identifier: BSL-1.0
"use strict";

// Several results: compared, ranked, and under two rubrics; figures that were worked out by hand.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { fileURLToPath } = require("node:url");
const test = require("node:test");
const { Cohort, Decimal, RubricDiff, Rubric, compare, file, rank } = require("..");
const { EXAMPLE, RUBRIC_ID, dossier, thrown } = require("./support.js");

const HEAD = { format: "bontot-dossier/1", period: { from: "2026-01-01", to: "2026-12-31" } };
const SHEET = {
    format: "bontot-rubric/1", id: "small", version: "1", label: { vi: "Nhỏ", en: "Small" },
    roles: ["self", "appraised"],
    facts: [{ id: "n", type: "number" }, { id: "flag", type: "boolean" }],
    criteria: [{
        id: "1", label: { vi: "Một", en: "One" }, max: 20, good: { min_points: 10 }, rounding: { step: 2, mode: "down" },
        indicators: [
            { id: "1.1", max: 10, score: { formula: "n" }, evidence: { kinds: ["report"] } },
            { id: "1.2", max: 10, score: { mark: { step: "0.5" } } },
        ],
    }],
    gates: [{ id: "g", when: "flag", effect: { grade_down: 1 } }],
    grades: [{ id: "high", min_total: 12 }, { id: "low" }],
    checks: [{ id: "k", severity: "info", assert: "n > 5", message: { vi: "Ít.", en: "Few." } }],
};
const marked = (n, mark, document, more) => ({
    ...HEAD, unit: { id: "U", name: "Chi bộ" }, facts: { n, ...more }, marks: { "1.2": { self: mark } },
    evidence: [{ id: document, supports: ["1.1"], kind: "report" }],
});
const rubric = Rubric.fromJson(JSON.stringify(SHEET));
// 1.1 + 1.2 = 4 + 7.5 = 11.5, rounded down to 10; then 6 + 7 = 13, rounded down to 12.
const before = rubric.evaluate(marked(4, "7.5", "E1", { flag: false }), { language: "en" });
const after = rubric.evaluate(marked(6, 7, "E2"), { language: "en" });
const moved = compare(before, after, { language: "en" });
const texts = (move) => [move.before, move.after, move.difference].map(String);

test("a comparison", () => {
    assert.deepEqual(texts(moved.points), ["10", "12", "2"]);
    assert.deepEqual([moved.remainder.text, moved.gradeChanged], ["0", true]);
    assert.deepEqual([moved.before.grade.id, moved.after.grade.id, moved.after.gradePossible], ["low", "low", "high"]);
    const [criterion, first, second] = moved.nodes;
    // 2 = 2 - 0.5 + 0.5
    assert.deepEqual([criterion.points.difference.text, criterion.remainder.text], ["2", "0.5"]);
    assert.deepEqual([criterion.parent, first.parent, criterion.where, criterion.elsewhere], [null, "1", "both", null]);
    assert.deepEqual(texts(first.points), ["4", "6", "2"]);
    assert.deepEqual(first.facts.n, { before: new Decimal(4), after: new Decimal(6) });
    assert.deepEqual([first.evidenceAdded, first.evidenceRemoved], [["E2"], ["E1"]]);
    assert.equal(second.points.difference.text, "-0.5");
    assert.deepEqual(second.marks.self, { before: new Decimal("7.5"), after: new Decimal(7) });
    assert.deepEqual([first.after.reason, first.after.state], ["n: 6: 6 points", "partly"]);
    assert.deepEqual(moved.gates, [{ id: "g", before: "no", after: "open", wasLifted: false, isLifted: false }]);
    assert.deepEqual(moved.checks, [{ id: "k", before: "fail", after: "pass", severity: "info", text: "Few." }]);
    assert.ok(moved.toText().includes("4 → 6 (+2)"));
    assert.throws(() => moved.node("9"), { name: "NotFoundError" });
});

test("a node that stands elsewhere", () => {
    const young = Rubric.fromJson(JSON.stringify({
        ...SHEET, id: "young", gates: [], checks: [],
        criteria: [{ id: "2", max: 8, indicators: [{ id: "1.1", max: 8, score: { formula: "n" } }] }],
    }));
    const { marks, ...given } = marked(4, 1, "E1", { flag: true });
    const all = compare(before, young.evaluate(given));
    assert.deepEqual(all.criteria.map((node) => node.where), ["after", "before"]);
    const node = all.node("1.1");
    assert.deepEqual([node.where, node.parent, node.elsewhere, node.before], ["after", "2", "1", null]);
    assert.deepEqual(all.gates.map((gate) => gate.after), [null]);
});

test("differences add up", () => {
    const builtin = Rubric.builtin(RUBRIC_ID);
    const results = ["example", "full", "missing-third"].map((name) => builtin.evaluate(dossier(name)));
    for (const old of results) {
        for (const young of results) {
            const all = compare(old, young);
            const sum = all.criteria.reduce((so, node) => so.plus(node.points.difference), all.remainder);
            assert.ok(all.points.difference.equals(sum));
            assert.ok(all.points.difference.equals(young.total.points.minus(old.total.points)));
        }
    }
});

test("sources of a comparison", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bontot-"));
    const saved = path.join(folder, "before.json");
    fs.writeFileSync(saved, before.toJson());
    for (const source of [before.toJson(), Buffer.from(before.toJson()), before.toObject(), file(saved)]) {
        assert.deepEqual(compare(source, after, { language: "en" }), moved);
    }
    fs.rmSync(folder, { recursive: true });
    for (const [source, line] of [['{\n"format": 1}', 2], [{ format: 1 }, 0]]) {
        const entry = thrown(() => compare(before, source)).entries.find((each) => each.pointer === "/format");
        assert.deepEqual([entry.code, entry.line], ["reading_wrong_type", line]);
    }
    assert.equal(thrown(() => compare(EXAMPLE, after)).source, fileURLToPath(EXAMPLE)); // a dossier
    assert.throws(() => compare(before, 5), TypeError);
});

const RANKED = Rubric.fromJson(JSON.stringify({
    format: "bontot-rubric/1", id: "small", version: "1", label: { vi: "Nhỏ", en: "Small" },
    facts: [{ id: "n", type: "number", min: 0, max: 10 }, { id: "late", type: "number" }],
    criteria: [{ id: "1", max: 10, indicators: [{ id: "1.1", max: 10, score: { formula: "n" } }] }],
    grades: [
        { id: "best", min_total: 9, quota: { share: "0.2", raised: "0.5", of: "next" } },
        { id: "good", min_total: 7, quota: { count: 9, within: "all" } },
        { id: "rest" },
    ],
    cohort: { tie_chain: ["total", "-fact:late"] },
}));
const unit = (id, facts, group = "north") => ({
    ...HEAD, unit: { id, name: `Chi bộ ${id}`, ...(group ? { group } : {}) }, facts,
});
// North: A and B are best and equal; five are good, of whom 20 % is one. O can be anything.
const results = [
    unit("A", { n: "9.5", late: 1 }),
    unit("B", { n: "9.5", late: 1 }),
    ...[0, 1, 2, 3, 4].map((late) => unit(`G${late}`, { n: 8, late })),
    unit("O", {}),
    unit("H", { n: 10 }, null),
].map((each) => RANKED.evaluate(each));
const ranking = rank(RANKED, results);

test("places", () => {
    assert.deepEqual(ranking.places.map((place) => place.unitId), ["H", "A", "B", "G0", "G1", "G2", "G3", "G4", "O"]);
    const b = ranking.place("B");
    assert.deepEqual([b.unitName, b.group, b.rank, b.rankPossible, b.tied], ["Chi bộ B", "north", 1, 1, true]);
    assert.deepEqual(b.keys, { total: new Decimal("9.5"), "-fact:late": new Decimal(1) });
    assert.deepEqual([b.grade, b.state, b.proposed, b.proposedPossible], ["best", "undecided", "good", "best"]);
    const h = ranking.place("H");
    assert.deepEqual([h.group, h.state, h.proposed, h.keys["-fact:late"]], [null, "moves", "good", [null, null]]);
    const o = ranking.place("O");
    assert.deepEqual([o.rank, o.state, o.grade, o.gradePossible, o.keys], [null, "open", "rest", "best", {}]);
    assert.deepEqual([o.points.text, o.possible.text], ["0", "10"]);
    assert.throws(() => ranking.place("Z"), { name: "NotFoundError" });
});

test("quotas", () => {
    const [nobody, north, good] = ranking.quotas;
    assert.deepEqual([nobody.group, nobody.base, nobody.allowed, nobody.moved], [null, 0, 0, 1]);
    assert.deepEqual([north.grade, north.group, north.overAll, north.share.text], ["best", "north", false, "0.2"]);
    assert.deepEqual([north.base, north.allowed, north.held, north.kept, north.undecided, north.open], [5, 1, 2, 0, 2, 1]);
    assert.deepEqual([good.overAll, good.group, good.share, good.base, good.allowed], [true, null, null, null, 9]);
    const [first, ...others] = ranking.movements;
    assert.deepEqual([first.unitId, first.undecided, first.grade, first.to], ["H", false, "best", "good"]);
    assert.equal(first.quota, nobody);
    assert.deepEqual(others.map((each) => [each.unitId, each.undecided]), [["A", true], ["B", true]]);
    for (const how of [{ raised: ["north"] }, { raisedEverywhere: true }, { raised: new Set(["", "north"]) }]) {
        assert.deepEqual(rank(RANKED, results, how).quotas.slice(0, 2).map((line) => line.allowed), [0, 2]);
    }
    assert.equal(thrown(() => rank(RANKED, results, { raised: ["nort"] })).entries[0].code, "cohort_no_group");
    assert.throws(() => rank(RANKED, results, { raised: "north" }), TypeError);
});

test("a cohort, one by one, and what is wrong with results", () => {
    const cohort = new Cohort(RANKED);
    results.forEach((result, index) => cohort.add(index % 2 ? result : result.toJson()));
    assert.equal(cohort.size, results.length);
    assert.equal(cohort.rank().toJson(), ranking.toJson());
    assert.throws(() => cohort.add(results[0]), { name: "InputError" });
    assert.equal(cohort.size, results.length);
    cohort.close();
    assert.throws(() => cohort.size, { message: "this cohort is closed" });
    function* given() {
        yield results[0];
        yield { format: 1 };
        yield results[0];
    }
    const { entries } = thrown(() => rank(RANKED, given()));
    assert.ok(entries.some((entry) => entry.pointer === "/1/format" && entry.line === 0));
    assert.ok(entries.some((entry) => entry.pointer.startsWith("/2")));
});

test("dossiers under two rubrics", () => {
    const strict = Rubric.fromJson(JSON.stringify({ ...SHEET, grades: [{ id: "high", min_total: 14 }, { id: "low" }] }));
    const diff = new RubricDiff(rubric, strict, { language: "en" });
    assert.equal(diff.refusedBy, null);
    assert.throws(() => diff.lastToJson(), { name: "NotFoundError" });
    // 8 + 5 = 13, rounded down to 12: high of 12, low of 14.
    assert.equal(diff.add(marked(8, 5, "E", { flag: false })), "down");
    assert.equal(JSON.parse(diff.lastToJson()).move, "down");
    assert.equal(diff.add(marked(0, 5, "E", { flag: false })), "same");
    assert.throws(() => diff.add(marked("x", 5, "E")), { name: "InputError" });
    assert.equal(diff.refusedBy, "before");
    assert.deepEqual(diff.counts, { same: 1, up: 0, down: 1, other: 0, refused: 1 });
    assert.equal(diff.toObject().format, "bontot-rubric-diff/1");
    assert.ok(diff.toText({ language: "en" }).length > 20);
});
