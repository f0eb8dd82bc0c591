/* SPDX-License-Identifier: BSL-1.0 */
/* Summaries, comparisons and diffs over the C API, rightly and wrongly. Prints
   what is wrong, and nothing else; returns the number of failures. */
#include <bontot/bontot.h>

#include <stdio.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition) check((condition) != 0, #condition, __LINE__)

static void check(int holds, const char *what, int line) {
    if (holds)
        return;
    fprintf(stderr, "compare.c:%d: %s\n", line, what);
    if (failures < 100)
        ++failures;
}

static int same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* A criterion whose lines are rounded to whole steps of 3, and a total of at
   most 9; the lines count n and m. */
static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\",\n"
    "\"label\": {\"vi\": \"S\"}, \"total\": {\"max\": 9},\n"
    "\"rounding\": [{\"at\": \"criterion\", \"step\": 3, \"mode\": "
    "\"half_up\"}],\n"
    "\"facts\": [{\"id\": \"n\", \"type\": \"number\"}, {\"id\": \"m\", "
    "\"type\": \"number\"}],\n"
    "\"criteria\": [{\"id\": \"1\", \"label\": {\"vi\": \"M\xE1\xBB\x99t\", "
    "\"en\": \"One\"}, \"max\": 20, \"indicators\": [\n"
    "{\"id\": \"1.1\", \"max\": 10, \"score\": {\"formula\": \"n\"}},\n"
    "{\"id\": \"1.2\", \"max\": 10, \"score\": {\"formula\": \"m\"}}]}],\n"
    "\"grades\": [{\"id\": \"high\", \"min_total\": 9}, {\"id\": \"rest\"}]}";

/* n + m = 7 is 6 points; n + m = 12.5 is 12 points, of which 9 count. */
static const char first[] =
    "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"U\"},\n"
    "\"period\": {\"from\": \"2025-01-01\", \"to\": \"2025-12-31\"},\n"
    "\"facts\": {\"n\": 3, \"m\": 4}}";
static const char second[] =
    "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"U\"},\n"
    "\"period\": {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"},\n"
    "\"facts\": {\"n\": 8.5, \"m\": 4}}";

static bontot_result *evaluated(const bontot_rubric *rubric, const char *json) {
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    CHECK(bontot_dossier_load(&dossier, rubric, json, strlen(json), NULL,
                              NULL) == BONTOT_OK);
    CHECK(bontot_result_new(&result, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_evaluate(result, dossier, NULL) == BONTOT_OK);
    bontot_dossier_free(dossier);
    return result;
}

static void expect_total(const bontot_comparison *comparison,
                         bontot_figure figure, bontot_side side,
                         const char *expected, int line) {
    char digits[BONTOT_NUMBER_ROOM];
    check(bontot_comparison_total_text(comparison, figure, side, digits,
                                       sizeof digits) == BONTOT_OK,
          "there is a total", line);
    check(same(digits, expected), expected, line);
}

static void expect_points(const bontot_comparison *comparison, size_t node,
                          bontot_side side, const char *expected, int line) {
    char digits[BONTOT_NUMBER_ROOM];
    check(bontot_comparison_node_points_text(comparison, node, BONTOT_POINTS,
                                             side, digits,
                                             sizeof digits) == BONTOT_OK,
          "there are points", line);
    check(same(digits, expected), expected, line);
}

static void test_total(const bontot_comparison *all) {
    char digits[BONTOT_NUMBER_ROOM];
    bontot_number number = {0, 0};
    CHECK(same(bontot_comparison_grade(all, BONTOT_BEFORE, NULL), "rest"));
    CHECK(same(bontot_comparison_grade(all, BONTOT_AFTER, NULL), "high"));
    CHECK(bontot_comparison_grade(all, BONTOT_DIFFERENCE, NULL) == NULL);
    CHECK(bontot_comparison_grade_changed(all) == 1);
    expect_total(all, BONTOT_POINTS, BONTOT_BEFORE, "6", __LINE__);
    expect_total(all, BONTOT_POINTS, BONTOT_AFTER, "9", __LINE__);
    expect_total(all, BONTOT_POINTS, BONTOT_DIFFERENCE, "3", __LINE__);
    expect_total(all, BONTOT_MAX, BONTOT_DIFFERENCE, "0", __LINE__);
    CHECK(bontot_comparison_total(all, BONTOT_POSSIBLE, BONTOT_DIFFERENCE,
                                  &number) == BONTOT_OK);
    CHECK(number.coefficient == 3 && number.scale == 0);
    /* The criterion rose by 6, the total by 3. */
    CHECK(bontot_comparison_remainder_text(all, BONTOT_POINTS, digits,
                                           sizeof digits) == BONTOT_OK);
    CHECK(same(digits, "-3"));
    CHECK(bontot_comparison_remainder_text(all, BONTOT_MAX, digits,
                                           sizeof digits) == BONTOT_MISUSE);
    CHECK(bontot_comparison_total_text(all, BONTOT_POINTS, BONTOT_AFTER, digits,
                                       1) == BONTOT_NO_FIT);
    CHECK(bontot_comparison_total_text(all, 3, BONTOT_AFTER, digits,
                                       sizeof digits) == BONTOT_MISUSE);
    CHECK(bontot_comparison_total_text(all, BONTOT_POINTS, 3, digits,
                                       sizeof digits) == BONTOT_MISUSE);
}

static void test_nodes(const bontot_comparison *all) {
    char digits[BONTOT_NUMBER_ROOM];
    bontot_number number = {0, 0};
    size_t length = 0;
    CHECK(bontot_comparison_node_count(all) == 3);
    CHECK(same(bontot_comparison_node_id(all, 0, &length), "1"));
    CHECK(length == 1);
    CHECK(same(bontot_comparison_node_label(all, 0, BONTOT_EN, NULL), "One"));
    CHECK(bontot_comparison_node_parent(all, 0) == BONTOT_NONE);
    CHECK(bontot_comparison_node_parent(all, 2) == 0);
    CHECK(bontot_comparison_node_presence(all, 0) == BONTOT_IN_BOTH);
    CHECK(bontot_comparison_node_changed(all, 1) == 1);
    CHECK(bontot_comparison_node_changed(all, 2) == 0);
    expect_points(all, 0, BONTOT_DIFFERENCE, "6", __LINE__);
    expect_points(all, 1, BONTOT_BEFORE, "3", __LINE__);
    expect_points(all, 1, BONTOT_AFTER, "8.5", __LINE__);
    expect_points(all, 1, BONTOT_DIFFERENCE, "5.5", __LINE__);
    expect_points(all, 2, BONTOT_DIFFERENCE, "0", __LINE__);
    CHECK(bontot_comparison_node_points(
              all, 1, BONTOT_POINTS, BONTOT_DIFFERENCE, &number) == BONTOT_OK);
    CHECK(number.coefficient == 55 && number.scale == 1);
    /* 6 = 5.5 + 0 + 0.5 */
    CHECK(bontot_comparison_node_remainder_text(all, 0, BONTOT_POINTS, digits,
                                                sizeof digits) == BONTOT_OK);
    CHECK(same(digits, "0.5"));
    CHECK(bontot_comparison_node_id(all, 3, &length) == NULL && length == 0);
    CHECK(bontot_comparison_node_label(all, 3, BONTOT_VI, NULL) == NULL);
    CHECK(bontot_comparison_node_parent(all, 3) == BONTOT_NONE);
    CHECK(bontot_comparison_node_presence(all, 3) == -1);
    CHECK(bontot_comparison_node_changed(all, 3) == -1);
    CHECK(bontot_comparison_node_points(all, 3, BONTOT_POINTS,
                                        BONTOT_DIFFERENCE,
                                        &number) == BONTOT_MISUSE);
    CHECK(bontot_comparison_node_remainder_text(
              all, 3, BONTOT_POINTS, digits, sizeof digits) == BONTOT_MISUSE);
}

static void test_written(const bontot_comparison *all) {
    bontot_text *text = NULL;
    bontot_error *error = NULL;
    CHECK(bontot_comparison_write(&text, all, BONTOT_JSON, NULL, &error) ==
          BONTOT_OK);
    CHECK(strncmp(bontot_text_data(text, NULL),
                  "{\"format\":\"bontot-comparison/1\"", 31) == 0);
    bontot_text_free(text);
    CHECK(bontot_comparison_write(&text, all, BONTOT_TEXT, NULL, &error) ==
          BONTOT_OK);
    CHECK(strstr(bontot_text_data(text, NULL), "(+5,5)") != NULL);
    bontot_text_free(text);
    CHECK(bontot_comparison_write(&text, all, 2, NULL, &error) ==
          BONTOT_MISUSE);
    CHECK(same(bontot_error_code(error, 0), "api_bad_argument"));
    bontot_error_free(error);
}

/* Two results in memory; and as one of them would come from a file. */
static void test_comparison(const bontot_rubric *rubric) {
    bontot_result *old = evaluated(rubric, first);
    bontot_result *young = evaluated(rubric, second);
    bontot_summary *before = NULL;
    bontot_summary *after = NULL;
    bontot_comparison *all = NULL;
    bontot_text *json = NULL;
    const char *data;
    size_t length = 0;
    CHECK(bontot_result_write(&json, old, BONTOT_JSON, NULL, NULL) ==
          BONTOT_OK);
    data = bontot_text_data(json, &length);
    CHECK(bontot_summary_load(&before, data, length, NULL, NULL) == BONTOT_OK);
    bontot_text_free(json);
    CHECK(bontot_summary_of(&after, young, NULL, NULL) == BONTOT_OK);
    bontot_result_free(old);
    bontot_result_free(young);
    CHECK(bontot_compare(&all, before, after, NULL, NULL) == BONTOT_OK);
    bontot_summary_free(before);
    bontot_summary_free(after);
    test_total(all);
    test_nodes(all);
    test_written(all);
    bontot_comparison_free(all);
}

static void test_misuse(void) {
    static const char wrong[] = "{\n\"format\": \"bontot-dossier/1\"}";
    bontot_summary *summary = NULL;
    bontot_comparison *comparison = NULL;
    bontot_result *result = NULL;
    bontot_options *options = NULL;
    bontot_error *error = NULL;
    CHECK(bontot_summary_load(&summary, wrong, sizeof wrong - 1, NULL,
                              &error) == BONTOT_BAD_INPUT);
    CHECK(summary == NULL);
    CHECK(bontot_error_count(error) > 1);
    bontot_error_free(error);
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_size_limit(options, 5) == BONTOT_OK);
    CHECK(bontot_summary_load(&summary, wrong, sizeof wrong - 1, options,
                              &error) == BONTOT_BAD_INPUT);
    CHECK(same(bontot_error_code(error, 0), "json_too_large"));
    bontot_error_free(error);
    bontot_options_free(options);
    CHECK(bontot_summary_load(NULL, wrong, 1, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_summary_load(&summary, NULL, 1, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_summary_of(&summary, NULL, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_result_new(&result, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_summary_of(&summary, result, NULL, &error) == BONTOT_MISUSE);
    CHECK(same(bontot_error_code(error, 0), "api_not_evaluated"));
    bontot_error_free(error);
    bontot_result_free(result);
    CHECK(bontot_compare(&comparison, NULL, NULL, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_comparison_write(NULL, NULL, BONTOT_JSON, NULL, NULL) ==
          BONTOT_MISUSE);
    CHECK(bontot_comparison_grade(NULL, BONTOT_BEFORE, NULL) == NULL);
    CHECK(bontot_comparison_grade_changed(NULL) == -1);
    CHECK(bontot_comparison_node_count(NULL) == 0);
    CHECK(bontot_comparison_total(NULL, BONTOT_POINTS, BONTOT_BEFORE, NULL) ==
          BONTOT_MISUSE);
    bontot_summary_free(NULL);
    bontot_comparison_free(NULL);
}

/* The same sheet, by which n counts but half and another fact is known. */
static const char younger[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"y\", \"version\": \"2\",\n"
    "\"label\": {\"vi\": \"Y\"},\n"
    "\"facts\": [{\"id\": \"n\", \"type\": \"number\", \"min\": 0}, "
    "{\"id\": \"m\", \"type\": \"number\"}, {\"id\": \"x\", \"type\": "
    "\"text\"}],\n"
    "\"criteria\": [{\"id\": \"1\", \"max\": 20, \"indicators\": [\n"
    "{\"id\": \"1.1\", \"clause\": \"I\", \"max\": 10, \"score\": "
    "{\"formula\": \"n / 2\"}},\n"
    "{\"id\": \"1.2\", \"max\": 10, \"score\": {\"formula\": \"m\"}}]}],\n"
    "\"grades\": [{\"id\": \"high\", \"min_total\": 9}, {\"id\": \"rest\"}]}";

static void test_written_diff(const bontot_diff *diff) {
    bontot_text *text = NULL;
    bontot_error *error = NULL;
    const char *json;
    CHECK(bontot_diff_write_last(&text, diff, BONTOT_JSON, NULL, NULL) ==
          BONTOT_OK);
    json = bontot_text_data(text, NULL);
    /* 12.5 are 12 and 9 of them count; now 4.25 + 4 = 8.25. */
    CHECK(strstr(json, "\"move\":\"down\"") != NULL);
    CHECK(strstr(json, "\"difference\":-0.75") != NULL);
    CHECK(strstr(json, "{\"kind\":\"line\",\"id\":\"1.1\"") != NULL);
    bontot_text_free(text);
    CHECK(bontot_diff_write_last(&text, diff, BONTOT_TEXT, NULL, NULL) ==
          BONTOT_OK);
    CHECK(strstr(bontot_text_data(text, NULL), "-4,25") != NULL);
    bontot_text_free(text);
    CHECK(bontot_diff_write(&text, diff, BONTOT_JSON, NULL, NULL) == BONTOT_OK);
    CHECK(strstr(bontot_text_data(text, NULL), "\"dossiers\":2,\"up\":0") !=
          NULL);
    bontot_text_free(text);
    CHECK(bontot_diff_write(&text, diff, BONTOT_TEXT, NULL, NULL) == BONTOT_OK);
    bontot_text_free(text);
    CHECK(bontot_diff_write(&text, diff, 7, NULL, &error) == BONTOT_MISUSE);
    bontot_error_free(error);
}

static void test_diff(const bontot_rubric *old, const bontot_rubric *young) {
    static const char refused[] =
        "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"U\"},\n"
        "\"period\": {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"},\n"
        "\"facts\": {\"n\": -1, \"x\": \"known to the new one alone\"}}";
    bontot_diff *diff = NULL;
    bontot_text *text = NULL;
    bontot_error *error = NULL;
    CHECK(bontot_diff_new(&diff, old, young, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_diff_last_move(diff) == -1);
    CHECK(bontot_diff_refused_by(diff) == -1);
    CHECK(bontot_diff_write_last(&text, diff, BONTOT_JSON, NULL, &error) ==
          BONTOT_NOT_FOUND);
    CHECK(same(bontot_error_code(error, 0), "api_no_last_dossier"));
    bontot_error_free(error);
    CHECK(bontot_diff_add(diff, first, sizeof first - 1, NULL) == BONTOT_OK);
    CHECK(bontot_diff_last_move(diff) == BONTOT_MOVE_SAME);
    CHECK(bontot_diff_add(diff, refused, sizeof refused - 1, &error) ==
          BONTOT_BAD_INPUT);
    CHECK(same(bontot_error_code(error, 0), "dossier_below_range"));
    bontot_error_free(error);
    CHECK(bontot_diff_refused_by(diff) == BONTOT_AFTER);
    CHECK(bontot_diff_last_move(diff) == -1);
    CHECK(bontot_diff_add(diff, refused, 3, NULL) == BONTOT_BAD_INPUT);
    CHECK(bontot_diff_refused_by(diff) == BONTOT_BEFORE);
    CHECK(bontot_diff_add(diff, second, sizeof second - 1, NULL) == BONTOT_OK);
    CHECK(bontot_diff_last_move(diff) == BONTOT_MOVE_DOWN);
    CHECK(bontot_diff_refused_by(diff) == -1);
    CHECK(bontot_diff_count(diff, BONTOT_MOVE_SAME) == 1);
    CHECK(bontot_diff_count(diff, BONTOT_MOVE_UP) == 0);
    CHECK(bontot_diff_count(diff, BONTOT_MOVE_DOWN) == 1);
    CHECK(bontot_diff_count(diff, BONTOT_MOVE_OTHER) == 0);
    CHECK(bontot_diff_count(diff, 4) == 0);
    CHECK(bontot_diff_refused_count(diff) == 2);
    test_written_diff(diff);
    bontot_diff_free(diff);
    CHECK(bontot_diff_new(&diff, old, NULL, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_diff_add(NULL, first, 1, NULL) == BONTOT_MISUSE);
    CHECK(bontot_diff_count(NULL, BONTOT_MOVE_UP) == 0);
    CHECK(bontot_diff_refused_count(NULL) == 0);
    bontot_diff_free(NULL);
}

int main(void) {
    bontot_rubric *rubric = NULL;
    bontot_rubric *young = NULL;
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, NULL) ==
          BONTOT_OK);
    CHECK(bontot_rubric_load(&young, younger, sizeof younger - 1, NULL, NULL) ==
          BONTOT_OK);
    if (rubric != NULL && young != NULL) {
        test_comparison(rubric);
        test_diff(rubric, young);
    }
    bontot_rubric_free(rubric);
    bontot_rubric_free(young);
    test_misuse();
    return failures;
}
