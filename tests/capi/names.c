/* SPDX-License-Identifier: BSL-1.0 */
/* What a program asks before and after it scores many dossiers: which rubric
   each names, the grades of a rubric, the kinds of its criteria. Prints what
   is wrong, and nothing else; returns the number of failures. */
#include "hooks.h"

static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\",\n"
    "\"label\": {\"vi\": \"S\"}, \"facts\": [{\"id\": \"b\", \"type\": "
    "\"boolean\"}],\n"
    "\"criteria\": [{\"id\": \"1\", \"max\": 4, \"indicators\": [{\"id\": "
    "\"1.1\", \"max\": 4, \"score\": {\"condition\": \"b\"}}]},\n"
    "{\"id\": \"2\", \"kind\": \"bonus\", \"max\": 1, \"indicators\": "
    "[{\"id\": \"2.1\", \"max\": 1, \"score\": {\"condition\": \"b\"}}]},\n"
    "{\"id\": \"3\", \"kind\": \"penalty\", \"min\": -1, \"max\": 0, "
    "\"indicators\": [{\"id\": \"3.1\", \"min\": -1, \"max\": 0, \"score\": "
    "{\"deductions\": [{\"count\": \"1\", \"each\": 1}]}}]}],\n"
    "\"grades\": [{\"id\": \"high\", \"label\": {\"vi\": \"Cao\", \"en\": "
    "\"High\"}, \"min_total\": 4}, {\"id\": \"rest\"}]}";

static const char dossier_json[] =
    "{\"format\": \"bontot-dossier/1\", \"rubric\": {\"id\": \"s\"},\n"
    "\"unit\": {\"id\": \"U\"}, \"period\": {\"from\": \"2026-01-01\", "
    "\"to\": \"2026-12-31\"}, \"facts\": {\"b\": true}}";

static int same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static void test_grades(const bontot_rubric *rubric) {
    size_t length = 0;
    CHECK(bontot_rubric_grade_count(rubric) == 2);
    CHECK(same(bontot_rubric_grade_id(rubric, 0, &length), "high"));
    CHECK(length == 4);
    CHECK(same(bontot_rubric_grade_id(rubric, 1, NULL), "rest"));
    CHECK(same(bontot_rubric_grade_label(rubric, 0, BONTOT_VI, NULL), "Cao"));
    CHECK(same(bontot_rubric_grade_label(rubric, 0, BONTOT_EN, NULL), "High"));
    CHECK(same(bontot_rubric_grade_label(rubric, 1, BONTOT_EN, NULL), "rest"));
    CHECK(bontot_rubric_grade_id(rubric, 2, &length) == NULL && length == 0);
    CHECK(bontot_rubric_grade_label(rubric, 2, BONTOT_VI, NULL) == NULL);
    CHECK(bontot_rubric_grade_count(NULL) == 0);
    CHECK(bontot_rubric_grade_id(NULL, 0, NULL) == NULL);
    CHECK(bontot_rubric_grade_label(NULL, 0, BONTOT_VI, NULL) == NULL);
}

static void test_kinds(const bontot_rubric *rubric) {
    static const char *const ids[] = {"1", "1.1", "2", "2.1", "3", "3.1"};
    size_t i;
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    CHECK(bontot_dossier_load(&dossier, rubric, dossier_json,
                              sizeof dossier_json - 1, NULL,
                              NULL) == BONTOT_OK);
    CHECK(bontot_result_new(&result, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_result_node_kind(result, 0) == -1); /* nothing evaluated */
    CHECK(bontot_evaluate(result, dossier, NULL) == BONTOT_OK);
    CHECK(bontot_result_node_count(result) == 6);
    for (i = 0; i < 6; ++i) {
        CHECK(same(bontot_result_node_id(result, i, NULL), ids[i]));
        CHECK(bontot_result_node_kind(result, i) == (i < 2   ? BONTOT_BASE
                                                     : i < 4 ? BONTOT_BONUS
                                                             : BONTOT_PENALTY));
    }
    CHECK(bontot_result_node_kind(result, 6) == -1);
    CHECK(bontot_result_node_kind(NULL, 0) == -1);
    bontot_dossier_free(dossier);
    bontot_result_free(result);
}

static bontot_status named(const char *json, const char *expected) {
    bontot_text *text = NULL;
    bontot_error *error = NULL;
    bontot_status status =
        bontot_dossier_rubric_id(&text, json, strlen(json), NULL, &error);
    if (status == BONTOT_OK) {
        CHECK(same(bontot_text_data(text, NULL), expected));
    } else {
        CHECK(text == NULL);
        CHECK(same(bontot_error_code(error, 0), expected));
    }
    bontot_text_free(text);
    bontot_error_free(error);
    return status;
}

static bontot_status name_rubric(const bontot_options *options,
                                 bontot_error **error, void *what) {
    bontot_text *text = NULL;
    bontot_status status =
        bontot_dossier_rubric_id(&text, what, strlen(what), options, error);
    CHECK((status == BONTOT_OK) == (text != NULL));
    bontot_text_free(text);
    return status;
}

static void test_rubric_id(void) {
    static char none[] = "{\"format\": \"bontot-dossier/1\"}";
    static char named_last[] =
        "{\"unit\": {}, \"rubric\": {\"id\": \"a name that is longer than "
        "what fits into a small string\"}}";
    bontot_text *text = NULL;
    CHECK(named(dossier_json, "s") == BONTOT_OK);
    CHECK(named(none, "api_no_rubric_named") == BONTOT_NOT_FOUND);
    CHECK(named("{\"rubric\": 7}", "reading_wrong_type") == BONTOT_BAD_INPUT);
    CHECK(named("{", "json_incomplete") == BONTOT_BAD_INPUT);
    CHECK(bontot_dossier_rubric_id(NULL, "{}", 2, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_dossier_rubric_id(&text, NULL, 2, NULL, NULL) ==
          BONTOT_MISUSE);
    CHECK(text == NULL);
    run_out_everywhere(name_rubric, named_last, BONTOT_OK, __LINE__);
    run_out_everywhere(name_rubric, none, BONTOT_NOT_FOUND, __LINE__);
}

int main(void) {
    bontot_rubric *rubric = NULL;
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, NULL) ==
          BONTOT_OK);
    test_grades(rubric);
    test_kinds(rubric);
    test_rubric_id();
    bontot_rubric_free(rubric);
    return failures;
}
