/* SPDX-License-Identifier: BSL-1.0 */
/* What a host gives without JSON beside dossiers: references, names for
   expressions, dossiers under two rubrics. Every figure is worked out by hand;
   memory runs out at every place. Prints what is wrong, and nothing else;
   returns the number of failures. */
#include "hooks.h"

static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\","
    "\"label\": {\"en\": \"Sheet\"},"
    "\"facts\": [{\"id\": \"avg\", \"type\": \"number\", \"min\": 0,"
    " \"max\": 10, \"given_by\": \"committee\"},"
    "{\"id\": \"blame\", \"type\": \"boolean\"},"
    "{\"id\": \"word\", \"type\": \"choice\", \"choices\": [\"x\"],"
    " \"given_by\": \"committee\"}],"
    "\"criteria\": [{\"id\": \"1\", \"max\": 20, \"indicators\": ["
    "{\"id\": \"L\", \"max\": 10, \"score\": {\"formula\": \"avg\"}},"
    "{\"id\": \"E\", \"max\": 10, \"score\": {\"condition\": \"true\"},"
    " \"evidence\": {\"at_least\": 1, \"status\": \"verified\"}}]}],"
    "\"grades\": [{\"id\": \"top\", \"min_total\": %d}, {\"id\": \"rest\"}],"
    "\"gates\": [{\"id\": \"g\", \"when\": \"blame\","
    " \"effect\": {\"grade_at_most\": \"rest\"}}]}";

static bontot_rubric *rubric_of(int least) {
    char json[2000];
    bontot_rubric *out = NULL;
    snprintf(json, sizeof json, sheet, least);
    CHECK(bontot_rubric_load(&out, json, strlen(json), NULL, NULL) ==
          BONTOT_OK);
    return out;
}

static bontot_dossier *dossier_of(const bontot_rubric *rubric,
                                  const char *unit) {
    bontot_dossier *out = NULL;
    size_t document = 9;
    CHECK(bontot_dossier_new(&out, rubric, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_dossier_set_unit(out, unit, strlen(unit), "", 0, NULL) ==
          BONTOT_OK);
    CHECK(bontot_dossier_set_unit_field(out, BONTOT_UNIT_GROUP, "G", 1, NULL) ==
          BONTOT_OK);
    CHECK(bontot_dossier_set_period(out, "2026-01-01", 10, "2026-12-31", 10,
                                    NULL) == BONTOT_OK);
    CHECK(bontot_dossier_set_boolean(out, 1, 1, NULL) == BONTOT_OK);
    CHECK(bontot_dossier_add_evidence(&document, out, "D", 1, NULL) ==
          BONTOT_OK);
    CHECK(document == 0);
    CHECK(bontot_dossier_add_support(out, 0,
                                     bontot_rubric_node_find(rubric, "E", 1),
                                     NULL) == BONTOT_OK);
    return out;
}

static void expect(const bontot_dossier *dossier, const char *points,
                   const char *grade, int line) {
    char text[BONTOT_NUMBER_ROOM] = "";
    bontot_result *result = NULL;
    CHECK(bontot_result_new(&result, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_evaluate(result, dossier, NULL) == BONTOT_OK);
    bontot_result_total_text(result, BONTOT_POINTS, text, sizeof text);
    check(strcmp(text, points) == 0, points, line);
    check(strcmp(bontot_result_grade(result, NULL), grade) == 0, grade, line);
    bontot_result_free(result);
}

/* All units have 3, the group G 4.5, the unit U 7; the document of U counts,
   and its gate is lifted. */
static bontot_status fill(bontot_reference *reference, bontot_error **error) {
    bontot_number three = {3, 0};
    bontot_number half = {45, 1};
    bontot_status status = bontot_reference_set_number(
        reference, BONTOT_FOR_ALL, "", 0, 0, three, error);
    if (status == BONTOT_OK)
        status = bontot_reference_set_number(reference, BONTOT_FOR_GROUP, "G",
                                             1, 0, half, error);
    if (status == BONTOT_OK)
        status = bontot_reference_set(reference, BONTOT_FOR_UNIT, "U", 1, 0,
                                      "7", 1, error);
    if (status == BONTOT_OK)
        status =
            bontot_reference_add_exception(reference, "U", 1, 0, "flood", 5,
                                           "board", 5, "2027-01-10", 10, error);
    if (status == BONTOT_OK)
        status = bontot_reference_add_finding(reference, "U", 1, "D", 1,
                                              "verified", 8, error);
    if (status == BONTOT_OK)
        status = bontot_reference_set_period(reference, "2026-01-01", 10,
                                             "2026-12-31", 10, error);
    return status;
}

static void test_reference(const bontot_rubric *rubric) {
    bontot_reference *reference = NULL;
    bontot_options *options = NULL;
    bontot_dossier *unit = dossier_of(rubric, "U");
    bontot_dossier *other = dossier_of(rubric, "V");
    CHECK(bontot_reference_new(&reference, rubric, NULL, NULL) == BONTOT_OK);
    CHECK(fill(reference, NULL) == BONTOT_OK);
    expect(unit, "0", "rest", __LINE__);
    CHECK(bontot_dossier_apply(unit, reference, NULL) == BONTOT_OK);
    CHECK(bontot_dossier_apply(other, reference, NULL) == BONTOT_OK);
    expect(unit, "17", "top", __LINE__);
    expect(other, "4.5", "rest", __LINE__);
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_reference(options, reference) == BONTOT_OK);
    CHECK(fill(reference, NULL) == BONTOT_MISUSE);
    bontot_options_free(options);
    CHECK(fill(reference, NULL) == BONTOT_OK);
    bontot_reference_free(reference);
    bontot_dossier_free(unit);
    bontot_dossier_free(other);
}

static void expect_fault(bontot_status status, bontot_error *error,
                         const char *code, const char *pointer, int line) {
    check(status == BONTOT_BAD_INPUT, "bad input", line);
    check(error != NULL && strcmp(bontot_error_code(error, 0), code) == 0, code,
          line);
    check(error != NULL && strcmp(bontot_error_pointer(error, 0), pointer) == 0,
          pointer, line);
    bontot_error_free(error);
}

#define FAULT(call, code, pointer)                                             \
    do {                                                                       \
        bontot_error *error = NULL;                                            \
        bontot_status status = call;                                           \
        expect_fault(status, error, code, pointer, __LINE__);                  \
    } while (0)

static void test_refused(const bontot_rubric *rubric) {
    static const char json[] = "{\"format\": \"bontot-reference/1\"}";
    bontot_number eleven = {11, 0};
    bontot_reference *made = NULL;
    bontot_reference *read = NULL;
    bontot_dossier *unit = dossier_of(rubric, "U");
    CHECK(bontot_reference_new(&made, rubric, NULL, NULL) == BONTOT_OK);
    FAULT(bontot_reference_set_number(made, BONTOT_FOR_UNIT, "U/1", 3, 0,
                                      eleven, &error),
          "dossier_out_of_range", "/units/U~11/avg");
    FAULT(
        bontot_reference_set(made, BONTOT_FOR_ALL, "", 0, 1, "true", 4, &error),
        "reference_not_given", "/facts/blame");
    FAULT(
        bontot_reference_set(made, BONTOT_FOR_GROUP, "G", 1, 2, "y", 1, &error),
        "dossier_unknown_choice", "/groups/G/word");
    FAULT(bontot_reference_add_exception(made, "", 0, 0, "r", 1, "a", 1, "", 0,
                                         &error),
          "reading_empty_text", "/exceptions/0/unit");
    FAULT(bontot_reference_add_finding(made, "U", 1, "D", 1, "submitted", 9,
                                       &error),
          "reading_unknown_word", "/evidence/0/status");
    FAULT(bontot_reference_set_period(made, "2026-01-01", 10, "", 0, &error),
          "reading_bad_date", "/period/to");
    CHECK(bontot_reference_set_number(made, BONTOT_FOR_ALL, "", 0, 3, eleven,
                                      NULL) == BONTOT_NOT_FOUND);
    CHECK(bontot_reference_set_number(made, 3, "", 0, 0, eleven, NULL) ==
          BONTOT_MISUSE);
    CHECK(bontot_reference_add_exception(made, "U", 1, 1, "r", 1, "a", 1, "", 0,
                                         NULL) == BONTOT_NOT_FOUND);
    CHECK(bontot_reference_set_period(NULL, "", 0, "", 0, NULL) ==
          BONTOT_MISUSE);
    CHECK(bontot_dossier_apply(unit, made, NULL) == BONTOT_OK);
    expect(unit, "0", "rest", __LINE__);
    CHECK(bontot_reference_load(&read, rubric, json, sizeof json - 1, NULL,
                                NULL) == BONTOT_OK);
    CHECK(fill(read, NULL) == BONTOT_MISUSE);
    bontot_reference_free(made);
    bontot_reference_free(read);
    bontot_dossier_free(unit);
}

/* With 17 points the unit is top by one rubric, and not by the other. */
static void test_diff(const bontot_rubric *one, const bontot_rubric *two) {
    bontot_diff *diff = NULL;
    bontot_reference *first = NULL;
    bontot_reference *second = NULL;
    bontot_dossier *before = dossier_of(one, "U");
    bontot_dossier *after = dossier_of(two, "U");
    CHECK(bontot_reference_new(&first, one, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_reference_new(&second, two, NULL, NULL) == BONTOT_OK);
    CHECK(fill(first, NULL) == BONTOT_OK && fill(second, NULL) == BONTOT_OK);
    CHECK(bontot_dossier_apply(before, first, NULL) == BONTOT_OK);
    CHECK(bontot_dossier_apply(after, second, NULL) == BONTOT_OK);
    CHECK(bontot_diff_new(&diff, one, two, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_diff_add_dossiers(diff, before, after, NULL) == BONTOT_OK);
    CHECK(bontot_diff_last_move(diff) == BONTOT_MOVE_DOWN);
    CHECK(bontot_diff_count(diff, BONTOT_MOVE_DOWN) == 1);
    CHECK(bontot_diff_add_dossiers(diff, after, before, NULL) == BONTOT_MISUSE);
    CHECK(bontot_diff_add_dossiers(diff, before, NULL, NULL) == BONTOT_MISUSE);
    bontot_diff_free(diff);
    bontot_reference_free(first);
    bontot_reference_free(second);
    bontot_dossier_free(before);
    bontot_dossier_free(after);
}

static void expect_value(bontot_names *names, const char *source,
                         const char *value, int line) {
    bontot_text *text = NULL;
    CHECK(bontot_names_evaluate(&text, names, source, strlen(source), NULL,
                                NULL) == BONTOT_OK);
    check(text != NULL && strcmp(bontot_text_data(text, NULL), value) == 0,
          value, line);
    bontot_text_free(text);
}

static bontot_status set_names(bontot_names *names, bontot_error **error) {
    static const char people[] =
        "[{name: \"An\", age: 30}, {name: \"Ba\", age: x}]";
    bontot_number number = {405, 1};
    bontot_status status =
        bontot_names_set_number(names, "x", 1, number, error);
    if (status == BONTOT_OK)
        status = bontot_names_set_boolean(names, "is.sure", 7, 2, error);
    if (status == BONTOT_OK)
        status = bontot_names_set_text(names, "t", 1, "a \"b\"", 5, error);
    if (status == BONTOT_OK)
        status = bontot_names_set_date(names, "d", 1, "2026-01-31", 10, error);
    if (status == BONTOT_OK)
        status = bontot_names_set_unknown(names, "u", 1, error);
    if (status == BONTOT_OK)
        status = bontot_names_set_expression(names, "people", 6, people,
                                             sizeof people - 1, error);
    if (status == BONTOT_OK)
        status = bontot_names_set_expression(names, "r", 1, "[1..5)", 6, error);
    return status;
}

static void test_names(void) {
    bontot_names *names = NULL;
    bontot_text *text = NULL;
    bontot_error *error = NULL;
    int i;
    CHECK(bontot_names_new(&names, NULL, NULL) == BONTOT_OK);
    CHECK(set_names(names, NULL) == BONTOT_OK);
    expect_value(names, "x + 1", "41.5", __LINE__);
    expect_value(names, "is.sure and true", "true", __LINE__);
    expect_value(names, "t", "\"a \\\"b\\\"\"", __LINE__);
    expect_value(names, "d + duration(\"P1D\")", "2026-02-01", __LINE__);
    expect_value(names, "u > 1", "unknown", __LINE__);
    expect_value(names, "sum(people.age)", "70.5", __LINE__);
    expect_value(names, "people[age > 31].name", "[\"Ba\"]", __LINE__);
    expect_value(names, "4 in r", "true", __LINE__);
    expect_value(names, "5 in r", "false", __LINE__);
    /* A name has one value, however often it is set; lists may grow. */
    CHECK(set_names(names, NULL) == BONTOT_OK);
    for (i = 0; i < 100; ++i)
        CHECK(bontot_names_set_expression(names, "l", 1,
                                          i == 0 ? "[]" : "append(l, x)",
                                          i == 0 ? 2 : 12, NULL) == BONTOT_OK);
    expect_value(names, "count(l)", "99", __LINE__);
    for (i = 0; i < 1000; ++i) {
        if (bontot_names_set_expression(names, "l", 1, "[l]", 3, &error) !=
            BONTOT_OK)
            break;
    }
    CHECK(i == 254);
    CHECK(error != NULL &&
          strcmp(bontot_error_code(error, 0), "feel_too_deep") == 0);
    bontot_error_free(error);
    CHECK(bontot_names_set_text(names, "", 0, "x", 1, NULL) ==
          BONTOT_BAD_INPUT);
    CHECK(bontot_names_set_text(names, "x", 1, "\xFF", 1, NULL) ==
          BONTOT_BAD_INPUT);
    CHECK(bontot_names_set_date(names, "x", 1, "2026-02-30", 10, NULL) ==
          BONTOT_BAD_INPUT);
    CHECK(bontot_names_set_expression(names, "x", 1, "1 +", 3, NULL) ==
          BONTOT_BAD_INPUT);
    expect_value(names, "x", "40.5", __LINE__);
    CHECK(bontot_names_evaluate(&text, names, "nobody", 6, NULL, NULL) ==
          BONTOT_BAD_INPUT);
    CHECK(bontot_names_evaluate(&text, NULL, "1", 1, NULL, NULL) ==
          BONTOT_MISUSE);
    CHECK(text == NULL);
    bontot_names_free(names);
    bontot_names_free(NULL);
}

/* What values share stays shared: a value of 40 levels, each of which holds
   the one before twice, has few parts, and 2^40 leaves. */
static void test_shared_parts(void) {
    counts state = {0, 0, 0, (size_t)-1, 0};
    bontot_options *options = options_of(&state);
    bontot_names *names = NULL;
    bontot_error *error = NULL;
    char text[2000] = "{l0: [1, 1]";
    int i;
    for (i = 1; i < 40; ++i)
        sprintf(text + strlen(text), ", l%d: [l%d, l%d]", i, i - 1, i - 1);
    strcat(text, "}");
    CHECK(bontot_names_new(&names, options, NULL) == BONTOT_OK);
    bontot_options_free(options);
    for (i = 0; i < 3; ++i)
        CHECK(bontot_names_set_expression(names, "v", 1, text, strlen(text),
                                          NULL) == BONTOT_OK);
    expect_value(names, "count(v.l39)", "2", __LINE__);
    expect_value(names, "v.l0", "[1, 1]", __LINE__);
    CHECK(state.bytes < 1000000);
    /* A part counts its levels again where it lies deeper. */
    CHECK(bontot_names_set_expression(names, "p", 1, "[]", 2, NULL) ==
          BONTOT_OK);
    for (i = 0; i < 200; ++i)
        CHECK(bontot_names_set_expression(names, "p", 1, "[p]", 3, NULL) ==
              BONTOT_OK);
    CHECK(bontot_names_set_expression(names, "q", 1, "[p, [[[[p]]]]]", 14,
                                      NULL) == BONTOT_OK);
    strcpy(text, "[p, ");
    memset(text + 4, '[', 60);
    text[64] = 'p';
    memset(text + 65, ']', 61);
    CHECK(bontot_names_set_expression(names, "q", 1, text, 126, &error) ==
          BONTOT_BAD_INPUT);
    CHECK(error != NULL &&
          strcmp(bontot_error_code(error, 0), "feel_too_deep") == 0);
    bontot_error_free(error);
    bontot_names_free(names);
    check_returned(&state, __LINE__);
}

static bontot_status use_names(const bontot_options *options,
                               bontot_error **error, void *what) {
    bontot_names *names = NULL;
    bontot_text *text = NULL;
    bontot_status status = bontot_names_new(&names, options, error);
    (void)what;
    if (status == BONTOT_OK)
        status = set_names(names, error);
    if (status == BONTOT_OK)
        status =
            bontot_names_evaluate(&text, names, "people", 6, options, error);
    bontot_text_free(text);
    bontot_names_free(names);
    return status;
}

static bontot_status use_reference(const bontot_options *options,
                                   bontot_error **error, void *what) {
    const bontot_rubric *rubric = what;
    bontot_reference *reference = NULL;
    bontot_status status =
        bontot_reference_new(&reference, rubric, options, error);
    if (status == BONTOT_OK)
        status = fill(reference, error);
    bontot_reference_free(reference);
    return status;
}

static bontot_status build_lists(bontot_dossier *dossier,
                                 bontot_error **error) {
    size_t added = 0;
    bontot_number points = {5, 0};
    bontot_status status =
        bontot_dossier_add_evidence(&added, dossier, "a document", 10, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_set_evidence(
            dossier, added, BONTOT_EVIDENCE_NUMBER, "12 - BC/CB", 10, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_add_support(dossier, added, 2, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_add_member(&added, dossier, "A", 1, error);
    if (status == BONTOT_OK)
        status =
            bontot_dossier_add_history(dossier, "2025-01-01", 10, "2025-12-31",
                                       10, "s", 1, "top", 3, &points, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_add_result(dossier, "A", 1, "m", 1, "", 0, "",
                                           0, "", 0, NULL, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_add_exception(dossier, 0, "reason", 6,
                                              "authority", 9, "", 0, error);
    return status;
}

static bontot_status build_all(const bontot_options *options,
                               bontot_error **error, void *what) {
    const bontot_rubric *rubric = what;
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    bontot_status status = bontot_dossier_new(&dossier, rubric, options, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_set_unit(dossier, "a unit", 6, "n", 1, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_set_unit_field(dossier, BONTOT_UNIT_GROUP,
                                               "a group", 7, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_set_period(dossier, "2026-01-01", 10,
                                           "2026-12-31", 10, error);
    if (status == BONTOT_OK)
        status = build_lists(dossier, error);
    if (status == BONTOT_OK)
        status = bontot_result_new(&result, options, error);
    if (status == BONTOT_OK)
        status = bontot_evaluate(result, dossier, error);
    if (status == BONTOT_OK)
        status = bontot_dossier_add_result_of(dossier, result, error);
    if (status == BONTOT_OK)
        status = bontot_evaluate(result, dossier, error);
    bontot_result_free(result);
    bontot_dossier_free(dossier);
    return status;
}

int main(void) {
    bontot_rubric *one = rubric_of(15);
    bontot_rubric *two = rubric_of(18);
    test_reference(one);
    test_refused(one);
    test_diff(one, two);
    test_names();
    test_shared_parts();
    run_out_everywhere(use_names, NULL, BONTOT_OK, __LINE__);
    run_out_everywhere(use_reference, one, BONTOT_OK, __LINE__);
    run_out_everywhere(build_all, one, BONTOT_OK, __LINE__);
    bontot_rubric_free(one);
    bontot_rubric_free(two);
    return failures;
}
