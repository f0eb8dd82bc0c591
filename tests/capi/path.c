/* SPDX-License-Identifier: BSL-1.0 */
/* Paths over the C API, rightly, wrongly, and with memory that runs out. Prints
   what is wrong, and nothing else; returns the number of failures. */
#include "hooks.h"

/* A line of 6 points for n >= 4, one of 4 points that two documents prove. */
static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\",\n"
    "\"label\": {\"en\": \"S\"}, \"roles\": [\"r\"],\n"
    "\"facts\": [{\"id\": \"n\", \"type\": \"number\", \"integer\": true, "
    "\"min\": 0}, {\"id\": \"b\", \"type\": \"boolean\"}],\n"
    "\"criteria\": [{\"id\": \"1\", \"max\": 10, \"indicators\": [\n"
    "{\"id\": \"1.1\", \"max\": 6, \"effort\": 3, \"score\": {\"condition\": "
    "\"n >= 4\"}},\n"
    "{\"id\": \"1.2\", \"max\": 4, \"score\": {\"condition\": \"b\"}, "
    "\"evidence\": {\"at_least\": 2}}]}],\n"
    "\"gates\": [{\"id\": \"g\", \"when\": \"n > 8\", \"effect\": "
    "{\"grade_is\": \"rest\"}}],\n"
    "\"grades\": [{\"id\": \"high\", \"min_total\": 10}, {\"id\": \"mid\", "
    "\"min_total\": 4}, {\"id\": \"rest\"}]}";

static const char poor[] =
    "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"U\"},\n"
    "\"period\": {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"},\n"
    "\"facts\": {\"n\": 2}}";
static const char gated[] =
    "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"U\"},\n"
    "\"period\": {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"},\n"
    "\"facts\": {\"n\": 9, \"b\": true}}";

static int same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static bontot_dossier *dossier_of(const bontot_rubric *rubric,
                                  const char *json) {
    bontot_dossier *dossier = NULL;
    CHECK(bontot_dossier_load(&dossier, rubric, json, strlen(json), NULL,
                              NULL) == BONTOT_OK);
    return dossier;
}

static bontot_path *path_to(const bontot_dossier *dossier, const char *grade) {
    bontot_path *path = NULL;
    CHECK(bontot_path_to(&path, dossier, grade,
                         grade == NULL ? 0 : strlen(grade), NULL, 0, NULL,
                         NULL) == BONTOT_OK);
    return path;
}

static void test_found(const bontot_dossier *dossier) {
    char digits[BONTOT_NUMBER_ROOM];
    size_t length = 0;
    bontot_text *text = NULL;
    bontot_path *path = path_to(dossier, "high");
    CHECK(bontot_path_outcome(path) == BONTOT_PATH_FOUND);
    CHECK(same(bontot_path_grade(path, &length), "high") && length == 4);
    CHECK(bontot_path_effort(path) == 4);
    CHECK(same(bontot_path_side_grade(path, BONTOT_BEFORE, NULL), "rest"));
    CHECK(same(bontot_path_side_grade(path, BONTOT_AFTER, NULL), "high"));
    CHECK(bontot_path_total_text(path, BONTOT_AFTER, digits, sizeof digits) ==
          BONTOT_OK);
    CHECK(same(digits, "10"));
    CHECK(bontot_path_step_count(path) == 2);
    CHECK(same(bontot_path_step_at(path, 0, NULL), "1.1"));
    CHECK(bontot_path_step_effort(path, 0) == 3);
    CHECK(bontot_path_step_is_open(path, 0) == 0);
    CHECK(bontot_path_step_points_text(path, 0, BONTOT_DIFFERENCE, digits,
                                       sizeof digits) == BONTOT_OK);
    CHECK(same(digits, "6"));
    CHECK(bontot_path_change_count(path, 0) == 1);
    CHECK(same(bontot_path_change_item(path, 0, 0, NULL), "n"));
    CHECK(same(bontot_path_change_value(path, 0, 0, BONTOT_BEFORE, NULL), "2"));
    CHECK(same(bontot_path_change_value(path, 0, 0, BONTOT_AFTER, NULL), "4"));
    CHECK(bontot_path_change_times(path, 0, 0) == 0);
    CHECK(bontot_path_change_count(path, 1) == 2);
    CHECK(same(bontot_path_change_item(path, 1, 0, NULL), "b"));
    CHECK(bontot_path_change_value(path, 1, 0, BONTOT_BEFORE, NULL) == NULL);
    CHECK(
        same(bontot_path_change_value(path, 1, 0, BONTOT_AFTER, NULL), "true"));
    CHECK(same(bontot_path_change_item(path, 1, 1, NULL), "evidence:1.2"));
    CHECK(bontot_path_change_times(path, 1, 1) == 2);
    CHECK(bontot_path_fall_count(path) == 0);
    CHECK(bontot_path_obstacle_count(path) == 0);
    CHECK(bontot_path_step_text(&text, path, 0, NULL, NULL) == BONTOT_OK);
    CHECK(strstr(bontot_text_data(text, NULL), "n: 2") != NULL);
    bontot_text_free(text);
    bontot_path_free(path);
}

static void test_others(const bontot_dossier *dossier,
                        const bontot_dossier *voided) {
    char digits[BONTOT_NUMBER_ROOM];
    bontot_text *text = NULL;
    bontot_path *path = path_to(dossier, "rest");
    CHECK(bontot_path_outcome(path) == BONTOT_PATH_REACHED);
    CHECK(bontot_path_step_count(path) == 0);
    CHECK(bontot_path_side_grade(path, BONTOT_AFTER, NULL) == NULL);
    CHECK(bontot_path_total_text(path, BONTOT_AFTER, digits, sizeof digits) ==
          BONTOT_MISUSE);
    bontot_path_free(path);
    /* The next better one, by the line of least effort. */
    path = path_to(dossier, NULL);
    CHECK(same(bontot_path_grade(path, NULL), "mid"));
    CHECK(bontot_path_effort(path) == 1);
    bontot_path_free(path);
    path = path_to(voided, "high");
    CHECK(bontot_path_outcome(path) == BONTOT_PATH_FORBIDDEN);
    CHECK(bontot_path_obstacle_count(path) == 1);
    CHECK(same(bontot_path_obstacle_code(path, 0), "gate"));
    CHECK(bontot_path_obstacle_code(path, 1) == NULL);
    CHECK(bontot_path_obstacle_text(&text, path, 0, NULL, NULL) == BONTOT_OK);
    bontot_text_free(text);
    bontot_path_free(path);
}

/* An empty id is none; only NULL without a length asks for the default. */
static void test_no_id(const bontot_dossier *dossier) {
    bontot_path *path = NULL;
    CHECK(bontot_path_to(&path, dossier, "", 0, NULL, 0, NULL, NULL) ==
          BONTOT_NOT_FOUND);
    CHECK(bontot_path_to(&path, dossier, NULL, 0, "", 0, NULL, NULL) ==
          BONTOT_NOT_FOUND);
    CHECK(bontot_path_to(&path, dossier, NULL, 1, NULL, 0, NULL, NULL) ==
          BONTOT_MISUSE);
    CHECK(path == NULL);
}

static void test_misuse(const bontot_dossier *dossier) {
    char digits[BONTOT_NUMBER_ROOM];
    bontot_error *error = NULL;
    bontot_text *text = NULL;
    bontot_path *path = NULL;
    CHECK(bontot_path_to(&path, dossier, "hi", 2, NULL, 0, NULL, &error) ==
          BONTOT_NOT_FOUND);
    CHECK(path == NULL);
    CHECK(same(bontot_error_code(error, 0), "api_no_grade"));
    bontot_error_free(error);
    CHECK(bontot_path_to(&path, dossier, NULL, 0, "x", 1, NULL, &error) ==
          BONTOT_NOT_FOUND);
    CHECK(same(bontot_error_code(error, 0), "api_no_role"));
    bontot_error_free(error);
    CHECK(bontot_path_to(&path, NULL, NULL, 0, NULL, 0, NULL, NULL) ==
          BONTOT_MISUSE);
    CHECK(bontot_path_to(NULL, dossier, NULL, 0, NULL, 0, NULL, NULL) ==
          BONTOT_MISUSE);
    CHECK(bontot_path_outcome(NULL) == -1);
    CHECK(bontot_path_effort(NULL) == -1);
    CHECK(bontot_path_grade(NULL, NULL) == NULL);
    CHECK(bontot_path_step_count(NULL) == 0);
    path = path_to(dossier, "high");
    CHECK(bontot_path_step_at(path, 2, NULL) == NULL);
    CHECK(bontot_path_step_effort(path, 2) == -1);
    CHECK(bontot_path_step_is_open(path, 2) == -1);
    CHECK(bontot_path_step_points_text(path, 0, 7, digits, sizeof digits) ==
          BONTOT_MISUSE);
    CHECK(bontot_path_change_item(path, 0, 1, NULL) == NULL);
    CHECK(bontot_path_change_value(path, 0, 0, BONTOT_DIFFERENCE, NULL) ==
          NULL);
    CHECK(bontot_path_fall_at(path, 0, NULL) == NULL);
    CHECK(bontot_path_step_text(&text, path, 2, NULL, NULL) ==
          BONTOT_NOT_FOUND);
    CHECK(bontot_path_obstacle_text(&text, path, 0, NULL, NULL) ==
          BONTOT_NOT_FOUND);
    CHECK(bontot_path_write(&text, path, 9, NULL, NULL) == BONTOT_MISUSE);
    CHECK(text == NULL);
    bontot_path_free(path);
    bontot_path_free(NULL);
}

static bontot_status search(const bontot_options *options, bontot_error **error,
                            void *what) {
    bontot_path *path = NULL;
    bontot_text *text = NULL;
    bontot_status status =
        bontot_path_to(&path, what, "high", 4, NULL, 0, options, error);
    CHECK((status == BONTOT_OK) == (path != NULL));
    if (status == BONTOT_OK)
        status = bontot_path_write(&text, path, BONTOT_JSON, options, error);
    bontot_text_free(text);
    text = NULL;
    if (status == BONTOT_OK)
        status = bontot_path_write(&text, path, BONTOT_TEXT, options, error);
    bontot_text_free(text);
    bontot_path_free(path);
    return status;
}

int main(void) {
    bontot_rubric *rubric = NULL;
    bontot_dossier *dossier;
    bontot_dossier *voided;
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, NULL) ==
          BONTOT_OK);
    dossier = dossier_of(rubric, poor);
    voided = dossier_of(rubric, gated);
    bontot_rubric_free(rubric);
    test_found(dossier);
    test_others(dossier, voided);
    test_no_id(dossier);
    test_misuse(dossier);
    run_out_everywhere(search, dossier, BONTOT_OK, __LINE__);
    run_out_everywhere(search, voided, BONTOT_OK, __LINE__);
    bontot_dossier_free(dossier);
    bontot_dossier_free(voided);
    return failures;
}
