/* SPDX-License-Identifier: BSL-1.0 */
/* The steps of `assemble` that `build` has not: marks, members, evidence, and
   what else a dossier has beside facts. */
#ifndef BONTOT_TESTS_CORPUS_ENGINE_PIECES_H
#define BONTOT_TESTS_CORPUS_ENGINE_PIECES_H

#include "engine.h"

/* Takes a word; "-" stands for none, which is an empty one. */
static span take_word(span *rest) {
    span word;
    if (!take(rest, ' ', &word) || is(word, "-"))
        return text_of("");
    return word;
}

/* What is left of a step; an empty text when that is nothing. */
static span left(span rest) { return rest.data == NULL ? text_of("") : rest; }

static bontot_number take_number(span *rest) {
    bontot_number out;
    out.coefficient = strtoll(take_word(rest).data, NULL, 10);
    out.scale = (int32_t)strtol(take_word(rest).data, NULL, 10);
    return out;
}

static size_t take_node(const run *r, span *rest) {
    const span id = take_word(rest);
    return bontot_rubric_node_find(r->rubric[before], id.data, id.length);
}

static size_t take_role(const run *r, span *rest) {
    const span id = take_word(rest);
    return bontot_rubric_role_find(r->rubric[before], id.data, id.length);
}

static size_t take_index(span *rest) {
    return strtoul(take_word(rest).data, NULL, 10);
}

static bontot_status set_unit_field(run *r, bontot_unit_field field,
                                    span text) {
    return AGAIN(bontot_dossier_set_unit_field(
        r->dossier[before], field, text.data, text.length, &r->error));
}

static bontot_status unit_kind(run *r, span rest) {
    return set_unit_field(r, BONTOT_UNIT_KIND, left(rest));
}

static bontot_status unit_group(run *r, span rest) {
    return set_unit_field(r, BONTOT_UNIT_GROUP, left(rest));
}

static bontot_status unit_parent(run *r, span rest) {
    return set_unit_field(r, BONTOT_UNIT_PARENT, left(rest));
}

static bontot_status mark(run *r, span rest) {
    const size_t node = take_node(r, &rest);
    const size_t role = take_role(r, &rest);
    const bontot_number points = take_number(&rest);
    const span date = take_word(&rest);
    const span comment = left(rest);
    return AGAIN(bontot_dossier_set_mark(
        r->dossier[before], node, role, points, comment.data, comment.length,
        "", 0, "", 0, date.data, date.length, &r->error));
}

static bontot_status override(run *r, span rest) {
    const size_t node = take_node(r, &rest);
    const size_t role = take_role(r, &rest);
    const bontot_number points = take_number(&rest);
    const span by = take_word(&rest);
    const span reason = left(rest);
    return AGAIN(bontot_dossier_set_mark(r->dossier[before], node, role, points,
                                         "", 0, reason.data, reason.length,
                                         by.data, by.length, "", 0, &r->error));
}

static bontot_status unmark(run *r, span rest) {
    const size_t node = take_node(r, &rest);
    const size_t role = take_role(r, &rest);
    return AGAIN(
        bontot_dossier_clear_mark(r->dossier[before], node, role, &r->error));
}

static bontot_status member(run *r, span rest) {
    const span id = left(rest);
    return AGAIN(bontot_dossier_add_member(NULL, r->dossier[before], id.data,
                                           id.length, &r->error));
}

static size_t take_field(const run *r, span *rest) {
    const span id = take_word(rest);
    return bontot_rubric_field_find(r->rubric[before], id.data, id.length);
}

static bontot_status of_member(run *r, span rest) {
    const size_t number = take_index(&rest);
    const size_t field = take_field(r, &rest);
    const span text = left(rest);
    return AGAIN(bontot_dossier_set_member(r->dossier[before], number, field,
                                           text.data, text.length, &r->error));
}

static bontot_status clear_member(run *r, span rest) {
    const size_t number = take_index(&rest);
    const size_t field = take_field(r, &rest);
    return AGAIN(bontot_dossier_clear_member(r->dossier[before], number, field,
                                             &r->error));
}

static bontot_status set_document(run *r, size_t document,
                                  bontot_evidence_field field, span text) {
    if (text.length == 0)
        return BONTOT_OK;
    return AGAIN(bontot_dossier_set_evidence(r->dossier[before], document,
                                             field, text.data, text.length,
                                             &r->error));
}

static bontot_status evidence(run *r, span rest) {
    const bontot_evidence_field fields[] = {
        BONTOT_EVIDENCE_KIND, BONTOT_EVIDENCE_NUMBER, BONTOT_EVIDENCE_ISSUED,
        BONTOT_EVIDENCE_SUBMITTED, BONTOT_EVIDENCE_STATUS};
    const span id = take_word(&rest);
    span nodes = take_word(&rest);
    span node;
    size_t document, i;
    TRY(AGAIN(bontot_dossier_add_evidence(&document, r->dossier[before],
                                          id.data, id.length, &r->error)));
    for (i = 0; i < sizeof fields / sizeof fields[0]; ++i)
        TRY(set_document(r, document, fields[i], take_word(&rest)));
    while (nodes.length > 0 && take(&nodes, ',', &node))
        TRY(AGAIN(bontot_dossier_add_support(
            r->dossier[before], document,
            bontot_rubric_node_find(r->rubric[before], node.data, node.length),
            &r->error)));
    return BONTOT_OK;
}

static bontot_status history(run *r, span rest) {
    const span from = take_word(&rest);
    const span to = take_word(&rest);
    const span rubric = take_word(&rest);
    const span grade = take_word(&rest);
    const int has_points = rest.data != NULL;
    const bontot_number points = take_number(&rest);
    return AGAIN(bontot_dossier_add_history(
        r->dossier[before], from.data, from.length, to.data, to.length,
        rubric.data, rubric.length, grade.data, grade.length,
        has_points ? &points : NULL, &r->error));
}

static bontot_status add_result(run *r, span rest) {
    const span unit = take_word(&rest);
    const span rubric = take_word(&rest);
    const span from = take_word(&rest);
    const span to = take_word(&rest);
    const span grade = take_word(&rest);
    const int has_points = rest.data != NULL;
    const bontot_number points = take_number(&rest);
    return AGAIN(bontot_dossier_add_result(
        r->dossier[before], unit.data, unit.length, rubric.data, rubric.length,
        from.data, from.length, to.data, to.length, grade.data, grade.length,
        has_points ? &points : NULL, &r->error));
}

static bontot_status exception(run *r, span rest) {
    const span gate = take_word(&rest);
    const span date = take_word(&rest);
    const span authority = take_word(&rest);
    const span reason = left(rest);
    return AGAIN(bontot_dossier_add_exception(
        r->dossier[before],
        bontot_rubric_gate_find(r->rubric[before], gate.data, gate.length),
        reason.data, reason.length, authority.data, authority.length, date.data,
        date.length, &r->error));
}

static bontot_part part_of(span name) {
    static const char *const parts[] = {"facts",     "marks",   "members",
                                        "evidence",  "history", "results",
                                        "exceptions"};
    bontot_part part;
    for (part = BONTOT_PART_FACTS; part <= BONTOT_PART_EXCEPTIONS; ++part) {
        if (is(name, parts[part]))
            return part;
    }
    stop("there is no such part", "assemble");
    return -1;
}

static bontot_status give(run *r, span rest) {
    return AGAIN(
        bontot_dossier_give(r->dossier[before], part_of(rest), &r->error));
}

static bontot_status take_away(run *r, span rest) {
    return AGAIN(
        bontot_dossier_remove(r->dossier[before], part_of(rest), &r->error));
}

static bontot_status reset(run *r, span rest) {
    (void)rest;
    return AGAIN(bontot_dossier_reset(r->dossier[before], &r->error));
}

typedef struct piece {
    const char *verb;
    bontot_status (*body)(run *, span);
} piece;

static const piece pieces[] = {
    {"unit-kind", unit_kind},
    {"unit-group", unit_group},
    {"unit-parent", unit_parent},
    {"mark", mark},
    {"override", override},
    {"unmark", unmark},
    {"member", member},
    {"of-member", of_member},
    {"clear-member", clear_member},
    {"evidence", evidence},
    {"history", history},
    {"result", add_result},
    {"exception", exception},
    {"give", give},
    {"remove", take_away},
    {"reset", reset},
};

/* Finds what does a step of this verb, or NULL. */
static const piece *find_piece(span verb) {
    size_t i;
    for (i = 0; i < sizeof pieces / sizeof pieces[0]; ++i) {
        if (is(verb, pieces[i].verb))
            return &pieces[i];
    }
    return NULL;
}

#endif
