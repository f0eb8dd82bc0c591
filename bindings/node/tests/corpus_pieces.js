// SPDX-License-Identifier: BSL-1.0
"use strict";

// The steps of `assemble` that `build` has not: marks, members, evidence, and what else a dossier has beside facts.

const { Decimal } = require("..");

/** Splits off so many words, "" for "-" and for what is missing, and what is behind them. */
function words(text, count) {
    const all = text.split(" ");
    const head = Array.from({ length: count }, (_, index) => (all[index] === "-" ? "" : (all[index] ?? "")));
    return [...head, all.slice(count).join(" ")];
}

/** A number is a coefficient and a scale; without them it is not said. */
function numberIn(text) {
    const [coefficient, scale] = text.split(" ");
    return coefficient === "" ? null : Decimal.of(BigInt(coefficient), Number(scale));
}

function mark(dossier, rest) {
    const [node, role, coefficient, scale, date, comment] = words(rest, 5);
    dossier.setMark(node, role, numberIn(`${coefficient} ${scale}`), { date, comment });
}

function override(dossier, rest) {
    const [node, role, coefficient, scale, by, reason] = words(rest, 5);
    dossier.setMark(node, role, numberIn(`${coefficient} ${scale}`), { by, reason });
}

function evidence(dossier, rest) {
    const [id, nodes, kind, number, issued, submitted, status] = words(rest, 7);
    const fields = Object.entries({ kind, number, issued, submitted, status });
    const said = Object.fromEntries(fields.filter(([, text]) => text !== ""));
    dossier.addEvidence({ id, supports: nodes === "" ? [] : nodes.split(","), ...said });
}

function history(dossier, rest) {
    const [from, to, rubric, grade, points] = words(rest, 4);
    dossier.addHistory({ from, to, rubric, grade, points: numberIn(points) });
}

function result(dossier, rest) {
    const [unit, rubric, from, to, grade, points] = words(rest, 5);
    dossier.addResult({ unit, rubric, from, to, grade, points: numberIn(points) });
}

function exception(dossier, rest) {
    const [gate, date, authority, reason] = words(rest, 3);
    dossier.addException({ gate, date, authority, reason });
}

function ofMember(dossier, rest) {
    const [member, field, text] = words(rest, 2);
    dossier.setMember(Number(member), field, text);
}

function clearMember(dossier, rest) {
    const [member, field] = words(rest, 2);
    dossier.setMember(Number(member), field, null);
}

/** What does a step, by its verb: it takes the dossier and the rest of the step. */
const PIECES = {
    "unit-kind": (dossier, rest) => dossier.setUnitField("kind", rest),
    "unit-group": (dossier, rest) => dossier.setUnitField("group", rest),
    "unit-parent": (dossier, rest) => dossier.setUnitField("parent", rest),
    mark,
    override,
    unmark: (dossier, rest) => dossier.clearMark(...rest.split(" ")),
    member: (dossier, rest) => dossier.addMember(rest),
    "of-member": ofMember,
    "clear-member": clearMember,
    evidence,
    history,
    result,
    exception,
    give: (dossier, rest) => dossier.give(rest),
    remove: (dossier, rest) => dossier.remove(rest),
    reset: (dossier) => dossier.reset(),
};

module.exports = { PIECES, numberIn };
