// SPDX-License-Identifier: BSL-1.0
// Compiled, never run: what a program in TypeScript may do, and what it may not.
import bontot, { Cohort, Decimal, InputError, Rubric, RubricDiff, compare, evaluateColumns, file, rank } from "bontot";
import type { Comparison, GradePath, Ranking, Result } from "bontot";

const rubric: Rubric = Rubric.builtin("bon-tot-2023", { language: "en" });
const result: Result = rubric.evaluate(file("dossier.json"), { trust: "committee", asOf: null });
const sum: Decimal = result.total.points.plus("0.5").minus(1n).times(2);
const label: string = `${result.grade.label} ${sum}`;
const path: GradePath = rubric.path({ facts: { a: 1n } }, { to: "good" });
const comparison: Comparison = compare(result, result.toJson());
const ranking: Ranking = rank(rubric, new Set([result]), { raised: ["north"] });
const later: Promise<Result> = rubric.evaluateAsync("{}");
const dossier = rubric.dossier().setUnit("U").set("a", "1.5").clear("b").apply(rubric.reference({}));
const cells = evaluateColumns(rubric, { a: [1n, null], b: Float64Array.of(1) }, { decimals: { b: 1 } });
const first: Decimal = cells.decimal(cells.points[0] ?? 0n);
const moved: "same" | "up" | "down" | "other" = new RubricDiff(rubric, rubric).add("{}");
const size: number = new Cohort(rubric).size;
try {
    bontot.feel("1 +");
} catch (error) {
    if (error instanceof InputError) {
        console.log(error.entries[0]?.messageEn, error.source.length);
    }
}
const line = [...bontot.evaluateLines(null, ["{}\n"], { find: () => rubric })][0];
const worth: Decimal | undefined = line?.result?.total.points;
dossier.setMark("a", "self", "1.5", { comment: "c" }).addEvidence({ id: "E", supports: ["a"], status: "verified" });
const member: number = dossier.addMember("A", { age: 30n, born: "1996-02-01" });
rubric.newReference().set("a", true, { unit: "U" }).addFinding({ unit: "U", document: "E", status: "rejected" });
const named: string = new bontot.Names().set("a", 1).setDate("b", "2026-01-01").evaluate("a");
console.log(worth, member, named, rubric.details().nodes[0]?.score === "mark");
console.log(label, path.steps[0]?.changes[0]?.after, comparison.points.difference.text, ranking.places.length);
console.log(later, dossier, first, moved, size, result.node("1").children[0]?.state === "met");

// @ts-expect-error: figures are exact, and no number
const inexact: number = result.total.points;
// @ts-expect-error: results are immutable
result.grade.id = "other";
// @ts-expect-error: there is no such language
rubric.evaluate("{}", { language: "fr" });
// @ts-expect-error: a rubric is made by builtin, fromJson or fromFile
new Rubric();
// @ts-expect-error: there is no such state
console.log(inexact, result.criteria[0]?.state === "good");
