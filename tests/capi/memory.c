/* SPDX-License-Identifier: BSL-1.0 */
/* The host's memory functions: every byte comes back, and when the n-th
   allocation fails, for every n, a call does all or nothing. Prints what is
   wrong, and nothing else; returns the number of failures. */
#include "hooks.h"

static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\",\n"
    "\"label\": {\"vi\": \"T\xE1\xBB\x91t\", \"en\": \"Good\"}, \"roles\": "
    "[\"committee\"],\n"
    "\"facts\": [{\"id\": \"n\", \"type\": \"number\"}, {\"id\": \"b\", "
    "\"type\": \"boolean\"},\n"
    "{\"id\": \"c\", \"type\": \"choice\", \"choices\": [\"a choice with many "
    "letters\", \"y\"]},\n"
    "{\"id\": \"f\", \"of\": \"member\", \"type\": \"boolean\"}],\n"
    "\"consistency\": [{\"id\": \"c1\", \"assert\": \"n >= 0\"}],\n"
    "\"criteria\": [{\"id\": \"1\", \"max\": 40, \"indicators\": [\n"
    "{\"id\": \"1.1\", \"max\": 10, \"score\": {\"condition\": "
    "\"count(members[f = true]) = "
    "0\"}},\n"
    "{\"id\": \"1.2\", \"max\": 10, \"score\": {\"steps\": {\"value\": \"n / "
    "2\",\n"
    "\"table\": [{\"when\": \"[1..5)\", \"points\": 3}, {\"when\": \">= 5\", "
    "\"points\": 10}]}}},\n"
    "{\"id\": \"1.3\", \"max\": 10, \"score\": {\"mark\": {}}},\n"
    "{\"id\": \"1.4\", \"max\": 10, \"score\": {\"choice\": {\"fact\": \"c\",\n"
    "\"options\": [{\"is\": \"y\", \"points\": 1}]}}, \"evidence\": "
    "{\"kinds\": [\"r\"]}}]}],\n"
    "\"grades\": [{\"id\": \"g\", \"min_total\": 1}, {\"id\": \"r\"}],\n"
    "\"checks\": [{\"id\": \"k1\", \"assert\": \"some x in members satisfies "
    "x.f\"}]}";

static const char dossier_json[] =
    "{\"format\": \"bontot-dossier/1\",\n"
    "\"unit\": {\"id\": \"U\", \"name\": \"A cell with a name that is "
    "long\"},\n"
    "\"period\": {\"from\": \"2026-01-01\", \"to\": \"2026-01-31\"},\n"
    "\"facts\": {\"n\": 7, \"c\": \"a choice with many letters\"},\n"
    "\"marks\": {\"1.3\": {\"committee\": 5}},\n"
    "\"members\": [{\"id\": \"m1\", \"f\": true}, {\"id\": \"m2\"}],\n"
    "\"evidence\": [{\"id\": \"e\", \"supports\": [\"1.4\"], \"kind\": "
    "\"r\"}]}";

static bontot_status load_rubric(const bontot_options *options,
                                 bontot_error **error, void *what) {
    bontot_rubric *rubric = NULL;
    const char *json = what;
    bontot_status status =
        bontot_rubric_load(&rubric, json, strlen(json), options, error);
    CHECK((status == BONTOT_OK) == (rubric != NULL));
    bontot_rubric_free(rubric);
    return status;
}

static bontot_status load_dossier(const bontot_options *options,
                                  bontot_error **error, void *what) {
    bontot_dossier *dossier = NULL;
    bontot_status status = bontot_dossier_load(
        &dossier, what, dossier_json, sizeof dossier_json - 1, options, error);
    CHECK((status == BONTOT_OK) == (dossier != NULL));
    bontot_dossier_free(dossier);
    return status;
}

static bontot_status load_bad_dossier(const bontot_options *options,
                                      bontot_error **error, void *what) {
    bontot_dossier *dossier = NULL;
    bontot_status status = bontot_dossier_load(
        &dossier, what, sheet, sizeof sheet - 1, options, error);
    CHECK(dossier == NULL);
    return status;
}

static bontot_status build_dossier(const bontot_options *options,
                                   bontot_error **error, void *what) {
    static const char name[] =
        "a name that is longer than what fits into a small string";
    bontot_number number = {5, 1};
    bontot_dossier *dossier = NULL;
    bontot_status status = bontot_dossier_new(&dossier, what, options, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_set_unit(dossier, "U", 1, name, sizeof name - 1,
                                         error);
    if (status == BONTOT_OK)
        status = bontot_dossier_set_number(dossier, 0, number, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_set(dossier, "c", 1,
                                    "a choice with many letters", 26, error);
    bontot_dossier_free(dossier);
    return status;
}

static bontot_status compare(const bontot_options *options,
                             bontot_error **error, void *what) {
    bontot_summary *before = NULL;
    bontot_summary *after = NULL;
    bontot_comparison *comparison = NULL;
    bontot_text *text = NULL;
    size_t length = 0;
    const char *json;
    bontot_status status =
        bontot_result_write(&text, what, BONTOT_JSON, options, error);
    json = bontot_text_data(text, &length);
    if (status == BONTOT_OK)
        status = bontot_summary_load(&before, json, length, options, error);
    bontot_text_free(text);
    text = NULL;
    if (status == BONTOT_OK)
        status = bontot_summary_of(&after, what, options, error);
    if (status == BONTOT_OK)
        status = bontot_compare(&comparison, before, after, options, error);
    bontot_summary_free(before);
    bontot_summary_free(after);
    if (status == BONTOT_OK)
        status = bontot_comparison_write(&text, comparison, BONTOT_JSON,
                                         options, error);
    bontot_text_free(text);
    text = NULL;
    if (status == BONTOT_OK)
        status = bontot_comparison_write(&text, comparison, BONTOT_TEXT,
                                         options, error);
    CHECK((status == BONTOT_OK) == (text != NULL));
    bontot_text_free(text);
    bontot_comparison_free(comparison);
    return status;
}

/* Of a sheet against itself. */
static bontot_status diff(const bontot_options *options, bontot_error **error,
                          void *what) {
    bontot_diff *made = NULL;
    bontot_text *text = NULL;
    bontot_status status = bontot_diff_new(&made, what, what, options, error);
    if (status == BONTOT_OK)
        status =
            bontot_diff_add(made, dossier_json, sizeof dossier_json - 1, error);
    CHECK(made == NULL || status == BONTOT_OK ||
          bontot_diff_count(made, BONTOT_MOVE_SAME) == 0);
    if (status == BONTOT_OK)
        status =
            bontot_diff_write_last(&text, made, BONTOT_TEXT, options, error);
    bontot_text_free(text);
    text = NULL;
    if (status == BONTOT_OK)
        status = bontot_diff_write(&text, made, BONTOT_JSON, options, error);
    bontot_text_free(text);
    bontot_diff_free(made);
    return status;
}

static bontot_status evaluate(const bontot_options *options,
                              bontot_error **error, void *what) {
    bontot_result *result = NULL;
    bontot_text *text = NULL;
    bontot_status status = bontot_result_new(&result, options, error);
    if (status == BONTOT_OK)
        status = bontot_evaluate(result, what, error);
    if (status == BONTOT_OK)
        status =
            bontot_result_write(&text, result, BONTOT_JSON, options, error);
    bontot_text_free(text);
    text = NULL;
    if (status == BONTOT_OK)
        status =
            bontot_result_write(&text, result, BONTOT_TEXT, options, error);
    bontot_text_free(text);
    text = NULL;
    if (status == BONTOT_OK)
        status =
            bontot_result_write(&text, result, BONTOT_SUMMARY, options, error);
    bontot_text_free(text);
    text = NULL;
    if (status == BONTOT_OK)
        status = bontot_result_node_reason(&text, result, 1, options, error);
    bontot_text_free(text);
    bontot_result_free(result);
    return status;
}

static bontot_status write_rubric(const bontot_options *options,
                                  bontot_error **error, void *what) {
    bontot_text *text = NULL;
    bontot_status status = bontot_rubric_describe(&text, what, options, error);
    bontot_text_free(text);
    text = NULL;
    if (status == BONTOT_OK)
        status = bontot_rubric_template(&text, what, options, error);
    bontot_text_free(text);
    return status;
}

static bontot_status evaluate_feel(const bontot_options *options,
                                   bontot_error **error, void *what) {
    static const char facts[] =
        "{\"a\": [1, 2, {\"name of a field\": \"a text that is long\"}]}";
    static const char source[] =
        "for x in a return if x instance of number then x + 1 else null";
    static const char plain[] = "for x in [1, 2, 3] return x * count(a)";
    bontot_text *text = NULL;
    bontot_status status;
    (void)source;
    (void)what;
    status = bontot_feel_evaluate(&text, plain, sizeof plain - 1, facts,
                                  sizeof facts - 1, options, error);
    CHECK((status == BONTOT_OK) == (text != NULL));
    bontot_text_free(text);
    return status;
}

/* Reads everything of a result, whatever state it is in; a sanitizer watches.
 */
static void read_everything(const bontot_result *result) {
    size_t i;
    size_t count = bontot_result_node_count(result);
    char buffer[BONTOT_NUMBER_ROOM];
    bontot_text *text = NULL;
    (void)bontot_result_grade(result, NULL);
    (void)bontot_result_grade_label(result, BONTOT_VI, NULL);
    (void)bontot_result_grade_possible(result, NULL);
    (void)bontot_result_total_text(result, BONTOT_POSSIBLE, buffer,
                                   sizeof buffer);
    (void)bontot_result_completeness_text(result, buffer, sizeof buffer);
    for (i = 0; i < bontot_result_reachable_count(result); ++i)
        (void)bontot_result_reachable(result, i, NULL);
    /* Beyond what is counted too: an index out of range is refused. */
    for (i = 0; i < count + 200; ++i) {
        (void)bontot_result_node_id(result, i, NULL);
        (void)bontot_result_node_label(result, i, BONTOT_EN, NULL);
        (void)bontot_result_node_state(result, i);
        (void)bontot_result_node_good(result, i);
        (void)bontot_result_node_points_text(result, i, BONTOT_POINTS, buffer,
                                             sizeof buffer);
        if (bontot_result_node_reason(&text, result, i, NULL, NULL) ==
            BONTOT_OK) {
            bontot_text_free(text);
            text = NULL;
        }
    }
    for (i = 0; i < 200; ++i) {
        (void)bontot_result_check_id(result, i, NULL);
        (void)bontot_result_check_outcome(result, i);
        (void)bontot_result_check_severity(result, i);
    }
    if (bontot_result_write(&text, result, BONTOT_JSON, NULL, NULL) ==
        BONTOT_OK) {
        bontot_text_free(text);
        text = NULL;
    }
    if (bontot_result_write(&text, result, BONTOT_TEXT, NULL, NULL) ==
        BONTOT_OK)
        bontot_text_free(text);
}

/* A result that held a small sheet, and runs out while it takes up a large one.
 */
static void test_failed_evaluation(const bontot_dossier *small,
                                   const bontot_dossier *large) {
    size_t n;
    for (n = 0; n < 1000; ++n) {
        counts state = {0, 0, 0, (size_t)-1, 0};
        bontot_options *options = options_of(&state);
        bontot_result *result = NULL;
        bontot_status status;
        CHECK(bontot_result_new(&result, options, NULL) == BONTOT_OK);
        CHECK(bontot_evaluate(result, small, NULL) == BONTOT_OK);
        state.fails_at = state.calls + n;
        status = bontot_evaluate(result, large, NULL);
        CHECK(status == BONTOT_OK || status == BONTOT_NO_MEMORY);
        state.fails_at = (size_t)-1;
        read_everything(result);
        CHECK(bontot_evaluate(result, small, NULL) ==
              BONTOT_OK); /* still usable */
        read_everything(result);
        bontot_result_free(result);
        bontot_options_free(options);
        check_returned(&state, __LINE__);
        if (status == BONTOT_OK)
            return;
    }
    check(0, "it succeeds at last", __LINE__);
}

/* Handles that outlive their options, freed from the parent on. */
static void test_order_of_freeing(void) {
    counts state = {0, 0, 0, (size_t)-1, 0};
    bontot_options *options = options_of(&state);
    bontot_rubric *rubric = NULL;
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    bontot_text *text = NULL;
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, options, NULL) ==
          BONTOT_OK);
    CHECK(state.bytes > 0);
    CHECK(bontot_dossier_load(&dossier, rubric, dossier_json,
                              sizeof dossier_json - 1, options,
                              NULL) == BONTOT_OK);
    CHECK(bontot_result_new(&result, options, NULL) == BONTOT_OK);
    CHECK(bontot_evaluate(result, dossier, NULL) == BONTOT_OK);
    CHECK(bontot_result_write(&text, result, BONTOT_TEXT, options, NULL) ==
          BONTOT_OK);
    bontot_options_free(options);
    bontot_rubric_free(rubric);
    bontot_dossier_free(dossier);
    read_everything(result);
    bontot_result_free(result);
    CHECK(bontot_text_data(text, NULL)[0] != '\0');
    bontot_text_free(text);
    check_returned(&state, __LINE__);
}

/* Evaluating into a result again soon needs no more memory. */
static void test_warm_result(const bontot_dossier *dossier) {
    counts state = {0, 0, 0, (size_t)-1, 0};
    bontot_options *options = options_of(&state);
    bontot_result *result = NULL;
    size_t before;
    int i;
    CHECK(bontot_result_new(&result, options, NULL) == BONTOT_OK);
    for (i = 0; i < 3; ++i)
        CHECK(bontot_evaluate(result, dossier, NULL) == BONTOT_OK);
    before = state.calls;
    for (i = 0; i < 20; ++i)
        CHECK(bontot_evaluate(result, dossier, NULL) == BONTOT_OK);
    CHECK(state.calls == before);
    bontot_result_free(result);
    bontot_options_free(options);
    check_returned(&state, __LINE__);
}

int main(int count, char **arguments) {
    size_t length = 0;
    char *json;
    bontot_rubric *rubric = NULL;
    bontot_rubric *builtin = NULL;
    bontot_dossier *small = NULL;
    bontot_dossier *large = NULL;
    bontot_result *result = NULL;
    static char bad[] =
        "{\"format\": 5, \"a key that is longer than a small string\": 1}";
    static char good[sizeof sheet];
    if (count != 2) {
        fprintf(stderr, "usage: memory DATA\n");
        return 100;
    }
    memcpy(good, sheet, sizeof sheet);
    json = read_file(arguments[1], "dossiers/example.json", &length);
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, NULL) ==
          BONTOT_OK);
    CHECK(bontot_rubric_builtin(&builtin, "bon-tot-2023", NULL, NULL) ==
          BONTOT_OK);
    CHECK(bontot_dossier_load(&small, rubric, dossier_json,
                              sizeof dossier_json - 1, NULL,
                              NULL) == BONTOT_OK);
    CHECK(bontot_dossier_load(&large, builtin, json, length, NULL, NULL) ==
          BONTOT_OK);
    run_out_everywhere(load_rubric, good, BONTOT_OK, __LINE__);
    run_out_everywhere(load_rubric, bad, BONTOT_BAD_INPUT, __LINE__);
    run_out_everywhere(load_dossier, rubric, BONTOT_OK, __LINE__);
    run_out_everywhere(load_bad_dossier, rubric, BONTOT_BAD_INPUT, __LINE__);
    run_out_everywhere(build_dossier, rubric, BONTOT_OK, __LINE__);
    run_out_everywhere(evaluate, small, BONTOT_OK, __LINE__);
    run_out_everywhere(evaluate, large, BONTOT_OK, __LINE__);
    CHECK(bontot_result_new(&result, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_evaluate(result, small, NULL) == BONTOT_OK);
    run_out_everywhere(compare, result, BONTOT_OK, __LINE__);
    bontot_result_free(result);
    run_out_everywhere(diff, rubric, BONTOT_OK, __LINE__);
    run_out_everywhere(write_rubric, builtin, BONTOT_OK, __LINE__);
    run_out_everywhere(evaluate_feel, NULL, BONTOT_OK, __LINE__);
    test_failed_evaluation(small, large);
    test_order_of_freeing();
    test_warm_result(small);
    test_warm_result(large);
    bontot_dossier_free(small);
    bontot_dossier_free(large);
    bontot_rubric_free(rubric);
    bontot_rubric_free(builtin);
    free(json);
    return failures;
}
