/* SPDX-License-Identifier: BSL-1.0 */
/* One case under way: its handles, which are freed after it, and the calls that
   several operations make. */
#ifndef BONTOT_TESTS_CORPUS_ENGINE_H
#define BONTOT_TESTS_CORPUS_ENGINE_H

#include "cases.h"
#include "short_memory.h"

#include <bontot/bontot.h>

enum { before = 0, after = 1, sides = 2 };

typedef struct run {
    const corpus_case *of;
    short_memory *memory; /* NULL: the C++ runtime's */
    bontot_status told;   /* by the last call */
    bontot_language language;
    bontot_options *options;
    bontot_error *error;
    bontot_reference *reference;
    bontot_rubric *rubric[sides];
    bontot_dossier *dossier[sides];
    bontot_result *result[sides];
    bontot_summary *summary[sides];
    bontot_comparison *comparison;
    bontot_cohort *cohort;
    bontot_ranking *ranking;
    bontot_diff *diff;
    bontot_lint *lint;
    bontot_path *path;
    bontot_report *report;
    bontot_text *text;
    buffer store[5]; /* what the inputs' files hold, and the rubrics' */
    buffer out;
} run;

/* The status of a call, which is made again when memory was out and it is to be
   tried again. Its arguments must do nothing but say what there is. */
#define AGAIN(call)                                                            \
    (is_out(r, call) && is_to_try_again(r->memory) ? (call) : r->told)

static int is_out(run *r, bontot_status told) {
    r->told = told;
    return told == BONTOT_NO_MEMORY;
}

/* Goes on only when a call did what it should. */
#define TRY(call)                                                              \
    do {                                                                       \
        const bontot_status tried = (call);                                    \
        if (tried != BONTOT_OK)                                                \
            return tried;                                                      \
    } while (0)

static void free_run(run *r) {
    size_t i;
    bontot_text_free(r->text);
    bontot_report_free(r->report);
    bontot_path_free(r->path);
    bontot_lint_free(r->lint);
    bontot_diff_free(r->diff);
    bontot_ranking_free(r->ranking);
    bontot_cohort_free(r->cohort);
    bontot_comparison_free(r->comparison);
    for (i = 0; i < sides; ++i) {
        bontot_summary_free(r->summary[i]);
        bontot_result_free(r->result[i]);
        bontot_dossier_free(r->dossier[i]);
        bontot_rubric_free(r->rubric[i]);
    }
    bontot_reference_free(r->reference);
    bontot_error_free(r->error);
    bontot_options_free(r->options);
    for (i = 0; i < sizeof r->store / sizeof r->store[0]; ++i)
        free(r->store[i].data);
    free(r->out.data);
}

static span input(run *r, size_t which) {
    return input_of(r->of->input[which], &r->store[which]);
}

static span option(const run *r, const char *name) {
    return option_of(r->of, name);
}

static int has_option(const run *r, const char *name) {
    return option(r, name).data != NULL;
}

static bontot_format format_of(const run *r) {
    const span format = option(r, "format");
    if (is(format, "text"))
        return BONTOT_TEXT;
    return is(format, "summary") ? BONTOT_SUMMARY : BONTOT_JSON;
}

/* ---- Writing ---- */

static void end_field(run *r) { append_word(&r->out, "\t"); }

/* Ends a line of fields, of which the last one left a tab. */
static void end_line(run *r) { r->out.data[r->out.length - 1] = '\n'; }

static void put(run *r, span text) {
    append_field(&r->out, text);
    end_field(r);
}

static void put_word(run *r, const char *text) { put(r, text_of(text)); }

static void put_count(run *r, size_t number) {
    append_integer(&r->out, (long long)number);
    end_field(r);
}

/* Puts what a function that lends text returned; "-" when it was NULL. */
static void put_lent(run *r, const char *text, size_t length) {
    span lent;
    lent.data = text;
    lent.length = length;
    put(r, text == NULL ? text_of("-") : lent);
}

static span data_of(const bontot_text *text) {
    span out;
    out.data = bontot_text_data(text, &out.length);
    return out;
}

/* Takes the text that was written, as it is, into the output. */
static void take_text(run *r) {
    append(&r->out, data_of(r->text));
    bontot_text_free(r->text);
    r->text = NULL;
}

static void put_errors(run *r, const bontot_error *error) {
    const size_t count = bontot_error_count(error);
    size_t i;
    for (i = 0; i < count; ++i) {
        put_word(r, bontot_error_code(error, i));
        put_word(r, bontot_error_pointer(error, i));
        put_count(r, bontot_error_offset(error, i));
        put_count(r, bontot_error_line(error, i));
        put_count(r, bontot_error_column(error, i));
        put_count(r, bontot_error_expression_column(error, i));
        put_word(r, bontot_error_message(error, i, BONTOT_VI));
        put_word(r, bontot_error_message(error, i, BONTOT_EN));
        end_line(r);
    }
}

/* ---- What operations begin with ---- */

static bontot_status load_rubric(run *r, size_t side, span named) {
    buffer *const store = &r->store[3 + side];
    span text;
    if (begins(named, "file:")) {
        text = input_of(named, store);
        return AGAIN(bontot_rubric_load(&r->rubric[side], text.data,
                                        text.length, r->options, &r->error));
    }
    append(store, named);
    return AGAIN(bontot_rubric_builtin(&r->rubric[side], store->data,
                                       r->options, &r->error));
}

static bontot_status set_period(run *r, span given) {
    span from;
    take(&given, '/', &from);
    return AGAIN(bontot_options_set_period(r->options, from.data, from.length,
                                           given.data, given.length));
}

static bontot_status set_raised(run *r) {
    span rest = r->of->options;
    span name, value;
    while (take_option(&rest, &name, &value)) {
        if (is(name, "raise"))
            TRY(AGAIN(bontot_options_raise_group(r->options, value.data,
                                                 value.length)));
    }
    return AGAIN(bontot_options_raise_everywhere(
        r->options, has_option(r, "raise_everywhere")));
}

static bontot_status set_options(run *r) {
    TRY(AGAIN(bontot_options_new(&r->options)));
    if (r->memory != NULL)
        TRY(AGAIN(bontot_options_set_memory(r->options, take_memory,
                                            give_memory, r->memory)));
    TRY(AGAIN(bontot_options_set_language(r->options, r->language)));
    TRY(AGAIN(bontot_options_set_colour(r->options, has_option(r, "colour"))));
    TRY(AGAIN(bontot_options_set_other_rubric(r->options,
                                              has_option(r, "other_rubric"))));
    if (is(option(r, "trust"), "committee"))
        TRY(AGAIN(
            bontot_options_set_trust(r->options, BONTOT_TRUST_COMMITTEE)));
    if (has_option(r, "period"))
        TRY(set_period(r, option(r, "period")));
    return set_raised(r);
}

static bontot_status set_reference(run *r) {
    buffer store = {NULL, 0, 0};
    const span text = input_of(option(r, "reference"), &store);
    const bontot_status status =
        AGAIN(bontot_reference_load(&r->reference, r->rubric[before], text.data,
                                    text.length, r->options, &r->error));
    free(store.data);
    if (status != BONTOT_OK)
        return status;
    return AGAIN(bontot_options_set_reference(r->options, r->reference));
}

static bontot_status prepare(run *r) {
    TRY(set_options(r));
    if (!is(r->of->rubric, "-"))
        TRY(load_rubric(r, before, r->of->rubric));
    return has_option(r, "reference") ? set_reference(r) : BONTOT_OK;
}

static bontot_status load_dossier(run *r, size_t side, size_t rubric,
                                  span json) {
    return AGAIN(bontot_dossier_load(&r->dossier[side], r->rubric[rubric],
                                     json.data, json.length, r->options,
                                     &r->error));
}

static bontot_status evaluate(run *r, size_t side, span role) {
    TRY(AGAIN(bontot_result_new(&r->result[side], r->options, &r->error)));
    if (role.data == NULL)
        return AGAIN(
            bontot_evaluate(r->result[side], r->dossier[side], &r->error));
    return AGAIN(bontot_evaluate_as_of(r->result[side], r->dossier[side],
                                       role.data, role.length, &r->error));
}

#endif
