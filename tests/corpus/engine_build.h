/* SPDX-License-Identifier: BSL-1.0 */
/* The operations `build` and `assemble`: a dossier that is made step by step.
 */
#ifndef BONTOT_TESTS_CORPUS_ENGINE_BUILD_H
#define BONTOT_TESTS_CORPUS_ENGINE_BUILD_H

#include "engine_pieces.h"

/* Finds the slot of the fact that a step begins with. */
static size_t take_slot(const run *r, span *rest) {
    span id;
    take(rest, ' ', &id);
    return bontot_rubric_fact_slot(r->rubric[before], id.data, id.length);
}

static bontot_status set_number(run *r, span rest) {
    const size_t slot = take_slot(r, &rest);
    bontot_number number;
    char *end;
    number.coefficient = strtoll(rest.data, &end, 10);
    number.scale = (int32_t)strtol(end, NULL, 10);
    return AGAIN(
        bontot_dossier_set_number(r->dossier[before], slot, number, &r->error));
}

static bontot_status set_value(run *r, span verb, span rest) {
    bontot_dossier *const dossier = r->dossier[before];
    size_t slot;
    span id;
    if (is(verb, "set")) {
        take(&rest, ' ', &id);
        return AGAIN(bontot_dossier_set(dossier, id.data, id.length, rest.data,
                                        rest.length, &r->error));
    }
    slot = take_slot(r, &rest);
    if (is(verb, "boolean"))
        return AGAIN(bontot_dossier_set_boolean(dossier, slot, is(rest, "true"),
                                                &r->error));
    if (is(verb, "text"))
        return AGAIN(bontot_dossier_set_text(dossier, slot, rest.data,
                                             rest.length, &r->error));
    if (is(verb, "date"))
        return AGAIN(bontot_dossier_set_date(dossier, slot, rest.data,
                                             rest.length, &r->error));
    if (is(verb, "clear"))
        return AGAIN(bontot_dossier_clear(dossier, slot, &r->error));
    stop("there is no such step", "build");
    return BONTOT_INTERNAL;
}

static bontot_status build_step(run *r, span step) {
    bontot_dossier *const dossier = r->dossier[before];
    const piece *more;
    span verb, first;
    take(&step, ' ', &verb);
    more = find_piece(verb);
    if (more != NULL)
        return more->body(r, step);
    if (is(verb, "apply"))
        return AGAIN(bontot_dossier_apply(dossier, r->reference, &r->error));
    if (is(verb, "number"))
        return set_number(r, step);
    if (!is(verb, "unit") && !is(verb, "period"))
        return set_value(r, verb, step);
    take(&step, ' ', &first);
    if (is(verb, "unit"))
        return AGAIN(bontot_dossier_set_unit(dossier, first.data, first.length,
                                             step.data == NULL ? "" : step.data,
                                             step.length, &r->error));
    return AGAIN(bontot_dossier_set_period(dossier, first.data, first.length,
                                           step.data, step.length, &r->error));
}

static bontot_status run_build(run *r) {
    span rest = input(r, 0);
    span step;
    TRY(AGAIN(bontot_dossier_new(&r->dossier[before], r->rubric[before],
                                 r->options, &r->error)));
    while (take(&rest, ';', &step))
        TRY(build_step(r, step));
    TRY(evaluate(r, before, option(r, "as_of")));
    TRY(AGAIN(bontot_result_write(&r->text, r->result[before], format_of(r),
                                  r->options, &r->error)));
    take_text(r);
    return BONTOT_OK;
}

#endif
