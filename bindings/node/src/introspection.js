// SPDX-License-Identifier: BSL-1.0
"use strict";

// What a rubric says of itself.

const { Decimal } = require("./decimal.js");
const { library } = require("./ffi.js");
const { borrowed, borrowedOrNull, figureOrNull } = require("./handles.js");
const { CONSTANTS } = require("./signatures.js");

const { BONTOT_EN: EN, BONTOT_LEAST: LEAST, BONTOT_MOST: MOST, BONTOT_NONE: NONE, BONTOT_VI: VI } = CONSTANTS;

const FACT_TYPES = ["number", "boolean", "text", "date", "choice"];
const KINDS = ["base", "bonus", "penalty"];
const SEVERITIES = ["info", "warning", "error"];
const EFFECTS = ["voids_node", "not_good", "grade_at_most", "grade_down", "grade_is"];
const SCORES = [
    "group",
    "condition",
    "choice",
    "steps",
    "proportional",
    "deductions",
    "additions",
    "mark",
    "formula",
];

/** Returns one of each that a function counts. */
function each(counter, given, told) {
    return Array.from({ length: library()[counter](...given) }, (_, index) => told(index));
}

const decimal = (text) => (text === null ? null : new Decimal(text));
const flag = (name, ...given) => library()[name](...given) === 1;

/** Asks one rubric. */
class Asked {
    constructor(rubric) {
        this.rubric = rubric;
    }

    text(name, ...given) {
        return borrowed(name, this.rubric, ...given);
    }

    labels(name, ...given) {
        return { label: this.text(name, ...given, VI), labelEn: this.text(name, ...given, EN) };
    }

    messages(name, index) {
        return { message: this.text(name, index, VI), messageEn: this.text(name, index, EN) };
    }

    bounds(name, ...given) {
        const bound = (which) => decimal(figureOrNull(name, this.rubric, ...given, which));
        return { min: bound(LEAST), max: bound(MOST) };
    }

    texts(counter, teller, ...given) {
        return each(counter, [this.rubric, ...given], (index) => this.text(teller, ...given, index));
    }

    fact(slot) {
        const { rubric } = this;
        return {
            id: this.text("bontot_rubric_fact_id", slot),
            slot,
            type: FACT_TYPES[library().bontot_rubric_fact_type(rubric, slot)],
            ...this.labels("bontot_rubric_fact_label", slot),
        };
    }

    factDetails(slot) {
        const { rubric } = this;
        return {
            ...this.fact(slot),
            unit: this.text("bontot_rubric_fact_unit", slot, VI),
            unitEn: this.text("bontot_rubric_fact_unit", slot, EN),
            ...this.bounds("bontot_rubric_fact_bound_text", slot),
            isInteger: flag("bontot_rubric_fact_is_integer", rubric, slot),
            isByCommittee: flag("bontot_rubric_fact_is_by_committee", rubric, slot),
            isFromResults: flag("bontot_rubric_fact_is_from_results", rubric, slot),
            isRead: flag("bontot_rubric_fact_is_read", rubric, slot),
            choices: this.texts("bontot_rubric_fact_choice_count", "bontot_rubric_fact_choice", slot),
        };
    }

    field(field) {
        const { rubric } = this;
        return {
            id: this.text("bontot_rubric_field_id", field),
            type: FACT_TYPES[library().bontot_rubric_field_type(rubric, field)],
            ...this.labels("bontot_rubric_field_label", field),
            unit: this.text("bontot_rubric_field_unit", field, VI),
            unitEn: this.text("bontot_rubric_field_unit", field, EN),
            ...this.bounds("bontot_rubric_field_bound_text", field),
            isInteger: flag("bontot_rubric_field_is_integer", rubric, field),
            isFromResults: flag("bontot_rubric_field_is_from_results", rubric, field),
            isRead: flag("bontot_rubric_field_is_read", rubric, field),
            choices: this.texts("bontot_rubric_field_choice_count", "bontot_rubric_field_choice", field),
        };
    }

    role(role) {
        return { id: this.text("bontot_rubric_role_id", role), ...this.labels("bontot_rubric_role_label", role) };
    }

    roles() {
        return each("bontot_rubric_role_count", [this.rubric], (role) => this.role(role));
    }

    grade(grade) {
        return { id: this.text("bontot_rubric_grade_id", grade), ...this.labels("bontot_rubric_grade_label", grade) };
    }

    gradeDetails(grade) {
        return {
            ...this.grade(grade),
            clause: this.text("bontot_rubric_grade_clause", grade),
            hasQuota: flag("bontot_rubric_grade_has_quota", this.rubric, grade),
        };
    }

    node(node) {
        const parent = library().bontot_rubric_node_parent(this.rubric, node);
        return {
            id: this.text("bontot_rubric_node_id", node),
            parent: borrowedOrNull("bontot_rubric_node_id", this.rubric, parent),
        };
    }

    nodeDetails(node) {
        const { rubric } = this;
        const { bontot_rubric_node_effort, bontot_rubric_node_fact, bontot_rubric_node_kind } = library();
        const { bontot_rubric_node_score, bontot_rubric_node_takes_marks } = library();
        return {
            ...this.node(node),
            ...this.labels("bontot_rubric_node_label", node),
            clause: this.text("bontot_rubric_node_clause", node),
            kind: KINDS[bontot_rubric_node_kind(rubric, node)],
            ...this.bounds("bontot_rubric_node_bound_text", node),
            score: SCORES[bontot_rubric_node_score(rubric, node)],
            effort: bontot_rubric_node_effort(rubric, node),
            facts: each("bontot_rubric_node_fact_count", [rubric, node], (index) =>
                this.text("bontot_rubric_fact_id", bontot_rubric_node_fact(rubric, node, index)),
            ),
            takesMarks: bontot_rubric_node_takes_marks(rubric, node, NONE) === 1,
            markedBy: this.roles()
                .filter((_, role) => bontot_rubric_node_takes_marks(rubric, node, role) === 1)
                .map((role) => role.id),
            markStep: decimal(figureOrNull("bontot_rubric_node_mark_step_text", rubric, node)),
            asksComment: flag("bontot_rubric_node_asks_comment", rubric, node),
            asksEvidence: flag("bontot_rubric_node_asks_evidence", rubric, node),
            evidenceKinds: this.texts(
                "bontot_rubric_node_evidence_kind_count",
                "bontot_rubric_node_evidence_kind",
                node,
            ),
        };
    }

    gate(gate) {
        const effect = library().bontot_rubric_gate_effect(this.rubric, gate);
        return {
            id: this.text("bontot_rubric_gate_id", gate),
            ...this.labels("bontot_rubric_gate_label", gate),
            clause: this.text("bontot_rubric_gate_clause", gate),
            effect: EFFECTS[effect],
            target: this.target(effect, library().bontot_rubric_gate_target(this.rubric, gate)),
        };
    }

    /** Returns what a gate acts on: the id of a node or grade, or how many grades. */
    target(effect, number) {
        switch (effect) {
            case CONSTANTS.BONTOT_GRADE_DOWN:
                return number;
            case CONSTANTS.BONTOT_GRADE_AT_MOST:
            case CONSTANTS.BONTOT_GRADE_IS:
                return this.text("bontot_rubric_grade_id", number);
            default:
                return this.text("bontot_rubric_node_id", number);
        }
    }

    check(check) {
        return {
            id: this.text("bontot_rubric_check_id", check),
            ...this.messages("bontot_rubric_check_message", check),
            clause: this.text("bontot_rubric_check_clause", check),
            severity: SEVERITIES[library().bontot_rubric_check_severity(this.rubric, check)],
        };
    }

    rule(rule) {
        return { id: this.text("bontot_rubric_rule_id", rule), ...this.messages("bontot_rubric_rule_message", rule) };
    }

    source() {
        return {
            document: this.text("bontot_rubric_document"),
            issued: this.text("bontot_rubric_issued"),
            issuer: this.text("bontot_rubric_issuer"),
            uri: this.text("bontot_rubric_uri"),
            note: this.text("bontot_rubric_note", VI),
            noteEn: this.text("bontot_rubric_note", EN),
        };
    }
}

/** Returns what is asked of every rubric that is made. */
function introspected(rubric) {
    const asked = new Asked(rubric);
    const { label, labelEn } = asked.labels("bontot_rubric_label");
    return {
        id: asked.text("bontot_rubric_id"),
        version: asked.text("bontot_rubric_version"),
        label,
        labelEn,
        facts: each("bontot_rubric_fact_count", [rubric], (slot) => asked.fact(slot)),
        roles: asked.roles(),
        grades: each("bontot_rubric_grade_count", [rubric], (grade) => asked.grade(grade)),
        nodes: each("bontot_rubric_node_count", [rubric], (node) => asked.node(node)),
    };
}

/** Returns all that a rubric says of itself. */
function detailed(rubric) {
    const asked = new Asked(rubric);
    const all = (counter, told) => each(counter, [rubric], told);
    return {
        source: asked.source(),
        validFrom: asked.text("bontot_rubric_valid_from"),
        periodMonths: library().bontot_rubric_period_months(rubric),
        unitKinds: asked.texts("bontot_rubric_unit_kind_count", "bontot_rubric_unit_kind"),
        total: asked.bounds("bontot_rubric_total_bound_text"),
        facts: all("bontot_rubric_fact_count", (slot) => asked.factDetails(slot)),
        fields: all("bontot_rubric_field_count", (field) => asked.field(field)),
        roles: asked.roles().map((role, index) => ({
            ...role,
            overrides: flag("bontot_rubric_role_overrides", rubric, index),
        })),
        grades: all("bontot_rubric_grade_count", (grade) => asked.gradeDetails(grade)),
        nodes: all("bontot_rubric_node_count", (node) => asked.nodeDetails(node)),
        gates: all("bontot_rubric_gate_count", (gate) => asked.gate(gate)),
        checks: all("bontot_rubric_check_count", (check) => asked.check(check)),
        rules: all("bontot_rubric_rule_count", (rule) => asked.rule(rule)),
    };
}

module.exports = { detailed, introspected };
