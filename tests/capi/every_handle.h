/* SPDX-License-Identifier: BSL-1.0 */
/* One handle of each kind, to be called wrongly. */
#ifndef BONTOT_TESTS_CAPI_EVERY_HANDLE_H
#define BONTOT_TESTS_CAPI_EVERY_HANDLE_H

#include "hooks.h"

typedef struct handles {
    bontot_options *options;
    bontot_error *error;
    bontot_text *text;
    bontot_rubric *rubric;
    bontot_reference *reference;
    bontot_dossier *dossier;
    bontot_result *result;
    bontot_lines *lines;
    bontot_report *report;
    bontot_summary *summary;
    bontot_comparison *comparison;
    bontot_cohort *cohort;
    bontot_ranking *ranking;
    bontot_lint *lint;
    bontot_diff *diff;
    bontot_path *path;
    bontot_names *names;
} handles;

static const handles no_handles = {NULL, NULL, NULL, NULL, NULL, NULL,
                                   NULL, NULL, NULL, NULL, NULL, NULL,
                                   NULL, NULL, NULL, NULL, NULL};

static void free_handles(handles *them) {
    bontot_names_free(them->names);
    bontot_path_free(them->path);
    bontot_diff_free(them->diff);
    bontot_lint_free(them->lint);
    bontot_ranking_free(them->ranking);
    bontot_cohort_free(them->cohort);
    bontot_comparison_free(them->comparison);
    bontot_summary_free(them->summary);
    bontot_report_free(them->report);
    bontot_lines_free(them->lines);
    bontot_result_free(them->result);
    bontot_dossier_free(them->dossier);
    bontot_reference_free(them->reference);
    bontot_rubric_free(them->rubric);
    bontot_text_free(them->text);
    bontot_error_free(them->error);
    bontot_options_free(them->options);
    *them = no_handles;
}

/* A call with something wrong gives one of the statuses, none of the library's
   own faults; when it fails, it makes nothing. */
static void refused(const handles *own, handles *made, bontot_status status,
                    int is_wrong, int line) {
    const int is_known = status >= BONTOT_OK && status <= BONTOT_CANCELLED;
    check(is_known && status != BONTOT_INTERNAL, "a status", line);
    check(!is_wrong || status != BONTOT_OK, "it is refused", line);
    check((made->error != NULL) <= (status != BONTOT_OK), "an error", line);
    bontot_error_free(made->error);
    made->error = NULL;
    check(status == BONTOT_OK ||
              memcmp(made, &no_handles, sizeof no_handles) == 0,
          "nothing is made", line);
    free_handles(made);
    check(own->options != NULL, "handles stay", line);
}

/* A text and a length that can be none are misuse, told by the argument's name
   in quotes, whatever else is asked for. */
static void pair_refused(handles *made, bontot_status status,
                         const char *argument, const char *code, int line) {
    const bontot_error *error = made->error;
    check(status == BONTOT_MISUSE, "misuse", line);
    check(error != NULL && strcmp(bontot_error_code(error, 0), code) == 0, code,
          line);
    check(error != NULL && strstr(bontot_error_message(error, 0, BONTOT_EN),
                                  argument) != NULL,
          argument, line);
    free_handles(made);
}

static int32_t pass_over(void *payload, uint64_t line,
                         const bontot_result *result,
                         const bontot_error *error) {
    (void)payload;
    (void)line;
    (void)result;
    (void)error;
    return 0;
}

#define MADE(call) CHECK((call) == BONTOT_OK)

/* What people get of a dossier and its rubric. */
static void make_documents(handles *own, const char *json, size_t length) {
    static const char committee[] = "{\"format\": \"bontot-reference/1\"}";
    const bontot_options *options = own->options;
    CHECK(bontot_rubric_load(&own->rubric, "{", 1, options, &own->error) ==
          BONTOT_BAD_INPUT);
    MADE(bontot_rubric_builtin(&own->rubric, "bon-tot-2023", options, NULL));
    MADE(bontot_rubric_describe(&own->text, own->rubric, options, NULL));
    MADE(bontot_reference_load(&own->reference, own->rubric, committee,
                               sizeof committee - 1, options, NULL));
    MADE(bontot_dossier_load(&own->dossier, own->rubric, json, length, options,
                             NULL));
    MADE(bontot_result_new(&own->result, options, NULL));
    MADE(bontot_evaluate(own->result, own->dossier, NULL));
    MADE(bontot_lines_new(&own->lines, own->rubric, NULL, pass_over, NULL,
                          options, NULL));
    MADE(bontot_names_new(&own->names, options, NULL));
}

/* What is found out of results. */
static void make_findings(handles *own) {
    const bontot_options *options = own->options;
    bontot_table table = BONTOT_TABLE_INIT;
    bontot_table_results results = BONTOT_TABLE_RESULTS_INIT;
    size_t length = 0;
    const char *best = bontot_rubric_grade_id(own->rubric, 0, &length);
    MADE(bontot_evaluate_columns(&own->report, own->rubric, &table, 0, 1,
                                 &results, options, NULL));
    MADE(bontot_summary_of(&own->summary, own->result, options, NULL));
    MADE(bontot_compare(&own->comparison, own->summary, own->summary, options,
                        NULL));
    MADE(bontot_cohort_new(&own->cohort, own->rubric, options, NULL));
    MADE(bontot_cohort_add(own->cohort, own->result, NULL));
    MADE(bontot_rank(&own->ranking, own->cohort, options, NULL));
    MADE(bontot_rubric_lint(&own->lint, own->rubric, NULL, 0, options, NULL));
    MADE(bontot_diff_new(&own->diff, own->rubric, own->rubric, options, NULL));
    MADE(bontot_path_to(&own->path, own->dossier, best, length, NULL, 0,
                        options, NULL));
}

static void make_handles(handles *own, const char *data) {
    size_t length = 0;
    char *json = read_file(data, "dossiers/example.json", &length);
    MADE(bontot_options_new(&own->options));
    MADE(bontot_options_set_period(own->options, "2023-01-01", 10, "2023-12-31",
                                   10));
    make_documents(own, json, length);
    make_findings(own);
    free(json);
}

#endif
