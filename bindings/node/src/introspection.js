// SPDX-License-Identifier: BSL-1.0
"use strict";

// What a rubric says of itself.

const { library } = require("./ffi.js");
const { borrowed, borrowedOrNull } = require("./handles.js");
const { CONSTANTS } = require("./signatures.js");

const { BONTOT_EN: EN, BONTOT_VI: VI } = CONSTANTS;

const FACT_TYPES = ["number", "boolean", "text", "date", "choice"];

/** Returns one of each that a function counts. */
function each(counter, given, told) {
    return Array.from({ length: library()[counter](...given) }, (_, index) => told(index));
}

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

    fact(slot) {
        const { rubric } = this;
        return {
            id: this.text("bontot_rubric_fact_id", slot),
            slot,
            type: FACT_TYPES[library().bontot_rubric_fact_type(rubric, slot)],
            ...this.labels("bontot_rubric_fact_label", slot),
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

    node(node) {
        const parent = library().bontot_rubric_node_parent(this.rubric, node);
        return {
            id: this.text("bontot_rubric_node_id", node),
            parent: borrowedOrNull("bontot_rubric_node_id", this.rubric, parent),
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

module.exports = { introspected };
