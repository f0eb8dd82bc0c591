/* SPDX-License-Identifier: BSL-1.0 */
/* What people and committees give: roles, references, trust, examples. Every
   figure is worked out by hand; memory runs out at every place. Prints what is
   wrong, and nothing else; returns the number of failures. */
#include "hooks.h"

/* L has the committee's average as points; M is marked by two roles. */
static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\","
    "\"label\": {\"en\": \"Sheet\"},"
    "\"roles\": [\"self\", {\"id\": \"final\", \"overrides\": true,"
    " \"label\": {\"vi\": \"duyet\", \"en\": \"decision\"}}],"
    "\"facts\": [{\"id\": \"avg\", \"type\": \"number\", \"min\": 0,"
    " \"max\": 10, \"given_by\": \"committee\"},"
    "{\"id\": \"blame\", \"type\": \"boolean\"}],"
    "\"criteria\": [{\"id\": \"1\", \"max\": 20, \"indicators\": ["
    "{\"id\": \"L\", \"max\": 10, \"score\": {\"formula\": \"avg\"}},"
    "{\"id\": \"M\", \"max\": 10, \"score\": {\"mark\": {}}}]}],"
    "\"grades\": [{\"id\": \"top\", \"min_total\": 12}, {\"id\": \"rest\"}],"
    "\"gates\": [{\"id\": \"g\", \"when\": \"blame\","
    " \"effect\": {\"grade_at_most\": \"rest\"}}],"
    "\"examples\": [{\"label\": {\"en\": \"one\"}, \"dossier\":"
    " {\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"U\"},"
    " \"period\": {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"},"
    " \"facts\": {\"avg\": 3}}, \"expect\": {\"points\": 3}},"
    "{\"dossier\": {}, \"expect\": {\"points\": 1}}]}";

static const char given[] =
    "{\"format\": \"bontot-reference/1\", \"facts\": {\"avg\": \"7.5\"},"
    "\"exceptions\": [{\"unit\": \"U\", \"gate\": \"g\", \"reason\": \"a "
    "flood that nobody could have foreseen\", \"authority\": \"committee\"}]}";

static const char dossier_json[] =
    "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"U\"},"
    "\"period\": {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"},"
    "\"facts\": {\"blame\": true}, \"marks\": {\"M\": {\"self\": 5,"
    " \"final\": {\"points\": 4, \"reason\": \"a reason with many "
    "letters\"}}}}";

/* The unit says itself what only the committee can say. */
static const char boasting[] =
    "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"U\"},"
    "\"period\": {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"},"
    "\"facts\": {\"avg\": 9}}";

static void expect_total(const bontot_result *result, const char *points,
                         const char *grade, int line) {
    char text[BONTOT_NUMBER_ROOM] = "";
    const char *found = bontot_result_grade(result, NULL);
    bontot_result_total_text(result, BONTOT_POINTS, text, sizeof text);
    check(strcmp(text, points) == 0, points, line);
    check(found != NULL && strcmp(found, grade) == 0, grade, line);
}

static void test_roles(const bontot_rubric *rubric) {
    size_t length = 0;
    CHECK(bontot_rubric_role_count(rubric) == 2);
    CHECK(strcmp(bontot_rubric_role_id(rubric, 1, &length), "final") == 0);
    CHECK(length == 5);
    CHECK(strcmp(bontot_rubric_role_label(rubric, 1, BONTOT_EN, NULL),
                 "decision") == 0);
    CHECK(strcmp(bontot_rubric_role_label(rubric, 0, BONTOT_EN, NULL),
                 "self") == 0);
    CHECK(bontot_rubric_role_id(rubric, 2, &length) == NULL);
    CHECK(bontot_rubric_role_count(NULL) == 0);
}

static void test_reference(const bontot_rubric *rubric) {
    bontot_options *options = NULL;
    bontot_reference *reference = NULL;
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    bontot_error *error = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_reference_load(&reference, rubric, given, sizeof given - 1,
                                NULL, NULL) == BONTOT_OK);
    CHECK(bontot_options_set_reference(options, reference) == BONTOT_OK);
    bontot_reference_free(reference); /* the options keep it */
    CHECK(bontot_dossier_load(&dossier, rubric, dossier_json,
                              sizeof dossier_json - 1, options,
                              NULL) == BONTOT_OK);
    CHECK(bontot_result_new(&result, NULL, NULL) == BONTOT_OK);
    /* 7.5 + 4; the gate fires and is lifted, but 12 are not reached. */
    CHECK(bontot_evaluate(result, dossier, NULL) == BONTOT_OK);
    expect_total(result, "11.5", "rest", __LINE__);
    CHECK(bontot_result_by_exception(result) == 1);
    CHECK(strcmp(bontot_result_as_of(result, NULL), "final") == 0);
    /* As of the self-assessment: 7.5 + 5. */
    CHECK(bontot_evaluate_as_of(result, dossier, "self", 4, NULL) == BONTOT_OK);
    expect_total(result, "12.5", "top", __LINE__);
    CHECK(strcmp(bontot_result_as_of(result, NULL), "self") == 0);
    CHECK(bontot_evaluate_as_of(result, dossier, "chief", 5, &error) ==
          BONTOT_NOT_FOUND);
    CHECK(strcmp(bontot_error_code(error, 0), "api_no_role") == 0);
    bontot_error_free(error);
    expect_total(result, "12.5", "top", __LINE__); /* as it was */
    bontot_dossier_free(dossier);
    bontot_result_free(result);
    bontot_options_free(options);
}

static void test_trust(const bontot_rubric *rubric) {
    bontot_options *options = NULL;
    bontot_dossier *dossier = NULL;
    bontot_error *error = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_trust(options, 2) == BONTOT_MISUSE);
    CHECK(bontot_options_set_trust(options, BONTOT_TRUST_COMMITTEE) ==
          BONTOT_OK);
    CHECK(bontot_dossier_load(&dossier, rubric, boasting, sizeof boasting - 1,
                              options, &error) == BONTOT_BAD_INPUT);
    CHECK(strcmp(bontot_error_code(error, 0), "dossier_committee_only") == 0);
    CHECK(strcmp(bontot_error_pointer(error, 0), "/facts/avg") == 0);
    bontot_error_free(error);
    CHECK(bontot_options_set_trust(options, BONTOT_TRUST_ALL) == BONTOT_OK);
    CHECK(bontot_dossier_load(&dossier, rubric, boasting, sizeof boasting - 1,
                              options, NULL) == BONTOT_OK);
    bontot_dossier_free(dossier);
    bontot_options_free(options);
}

/* A dossier that is built fact by fact takes a reference, or nothing of it. */
static void test_apply(const bontot_rubric *rubric) {
    const bontot_number eight = {8, 0};
    bontot_reference *reference = NULL;
    bontot_dossier *dossier = NULL;
    bontot_error *error = NULL;
    CHECK(bontot_reference_load(&reference, rubric, given, sizeof given - 1,
                                NULL, NULL) == BONTOT_OK);
    CHECK(bontot_dossier_new(&dossier, rubric, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_dossier_set_unit(dossier, "U", 1, "", 0, NULL) == BONTOT_OK);
    CHECK(bontot_dossier_set_number(dossier, 0, eight, NULL) == BONTOT_OK);
    CHECK(bontot_dossier_apply(dossier, reference, &error) == BONTOT_BAD_INPUT);
    CHECK(strcmp(bontot_error_code(error, 0),
                 "dossier_contradicts_reference") == 0);
    bontot_error_free(error);
    CHECK(bontot_dossier_clear(dossier, 0, NULL) == BONTOT_OK);
    CHECK(bontot_dossier_apply(dossier, reference, NULL) == BONTOT_OK);
    CHECK(bontot_dossier_apply(dossier, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_dossier_apply(NULL, reference, NULL) == BONTOT_MISUSE);
    bontot_dossier_free(dossier);
    bontot_reference_free(reference);
    bontot_reference_free(NULL);
}

static void test_examples(const bontot_rubric *rubric) {
    size_t failed = 9;
    bontot_text *text = NULL;
    CHECK(bontot_rubric_test(&text, &failed, rubric, NULL, NULL) == BONTOT_OK);
    CHECK(failed == 1);
    CHECK(strstr(bontot_text_data(text, NULL), "/examples/1") != NULL);
    bontot_text_free(text);
    text = NULL;
    failed = 9;
    CHECK(bontot_rubric_test(&text, &failed, NULL, NULL, NULL) ==
          BONTOT_MISUSE);
    CHECK(text == NULL && failed == 9);
    CHECK(bontot_rubric_test(NULL, &failed, rubric, NULL, NULL) ==
          BONTOT_MISUSE);
}

static bontot_status load_rubric(const bontot_options *options,
                                 bontot_error **error, void *what) {
    bontot_rubric *rubric = NULL;
    bontot_status status =
        bontot_rubric_load(&rubric, what, sizeof sheet - 1, options, error);
    bontot_rubric_free(rubric);
    return status;
}

/* Reads a reference, and a dossier with it; evaluates and writes the result. */
static bontot_status give(const bontot_options *options, bontot_error **error,
                          void *what) {
    bontot_reference *reference = NULL;
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    bontot_text *text = NULL;
    bontot_status status = bontot_reference_load(
        &reference, what, given, sizeof given - 1, options, error);
    CHECK((status == BONTOT_OK) == (reference != NULL));
    if (status == BONTOT_OK)
        status = bontot_dossier_load(&dossier, what, dossier_json,
                                     sizeof dossier_json - 1, options, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_apply(dossier, reference, error);
    if (status == BONTOT_OK)
        status = bontot_result_new(&result, options, error);
    if (status == BONTOT_OK)
        status = bontot_evaluate(result, dossier, error);
    if (status == BONTOT_OK)
        status =
            bontot_result_write(&text, result, BONTOT_JSON, options, error);
    bontot_text_free(text);
    bontot_result_free(result);
    bontot_dossier_free(dossier);
    bontot_reference_free(reference);
    return status;
}

static bontot_status try_examples(const bontot_options *options,
                                  bontot_error **error, void *what) {
    bontot_text *text = NULL;
    size_t failed = 0;
    bontot_status status =
        bontot_rubric_test(&text, &failed, what, options, error);
    CHECK((status == BONTOT_OK) == (text != NULL));
    bontot_text_free(text);
    return status;
}

int main(void) {
    static char json[sizeof sheet];
    bontot_rubric *rubric = NULL;
    memcpy(json, sheet, sizeof sheet);
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, NULL) ==
          BONTOT_OK);
    test_roles(rubric);
    test_reference(rubric);
    test_trust(rubric);
    test_apply(rubric);
    test_examples(rubric);
    run_out_everywhere(load_rubric, json, BONTOT_OK, __LINE__);
    run_out_everywhere(give, rubric, BONTOT_OK, __LINE__);
    run_out_everywhere(try_examples, rubric, BONTOT_OK, __LINE__);
    bontot_rubric_free(rubric);
    return failures;
}
