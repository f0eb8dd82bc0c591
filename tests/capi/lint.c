/* SPDX-License-Identifier: BSL-1.0 */
/* What lint finds, over the C API, rightly and wrongly. Prints what is wrong,
   and nothing else; returns the number of failures. */
#include "hooks.h"

static int same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* A table without a row for 5; a gate that never fires; a grade out of reach.
 */
static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\",\n"
    "\"label\": {\"vi\": \"S\", \"en\": \"S\"},\n"
    "\"facts\": [{\"id\": \"n\", \"type\": \"number\", \"integer\": true,\n"
    "  \"min\": 0, \"max\": 9, \"label\": {\"vi\": \"N\", \"en\": \"N\"}}],\n"
    "\"criteria\": [{\"id\": \"1\", \"label\": {\"vi\": \"M\xE1\xBB\x99t\", "
    "\"en\": \"One\"}, \"max\": 10, \"indicators\": [\n"
    "{\"id\": \"1.1\", \"label\": {\"vi\": \"D\", \"en\": \"L\"}, \"max\": "
    "10,\n"
    "\"score\": {\"steps\": {\"value\": \"n\", \"table\":\n"
    "[{\"when\": \"> 5\", \"points\": 10}, {\"when\": \"< 5\", \"points\": "
    "0}]\n"
    "}}}]}],\n"
    "\"gates\": [{\"id\": \"g\", \"label\": {\"vi\": \"G\", \"en\": \"G\"},\n"
    "\"when\": \"n > 9\", \"effect\": {\"not_good\": \"1\"}}],\n"
    "\"grades\": [{\"id\": \"a\", \"label\": {\"vi\": \"A\", \"en\": \"A\"},\n"
    "\"min_total\": 11},\n"
    "{\"id\": \"b\", \"label\": {\"vi\": \"B\", \"en\": \"B\"}}]}";

static bontot_rubric *loaded(const char *json) {
    bontot_rubric *rubric = NULL;
    CHECK(bontot_rubric_load(&rubric, json, strlen(json), NULL, NULL) ==
          BONTOT_OK);
    return rubric;
}

static void test_findings(void) {
    bontot_rubric *rubric = loaded(sheet);
    bontot_lint *lint = NULL;
    bontot_error *error = (bontot_error *)1;
    size_t length = 0;
    CHECK(bontot_rubric_lint(&lint, rubric, sheet, strlen(sheet), NULL,
                             &error) == BONTOT_OK);
    CHECK(error == NULL);
    bontot_rubric_free(rubric); /* the findings keep what they need */
    CHECK(bontot_lint_count(lint) == 3);
    CHECK(same(bontot_lint_code(lint, 0), "step_gap"));
    CHECK(bontot_lint_severity(lint, 0) == BONTOT_ERROR);
    CHECK(same(bontot_lint_pointer(lint, 0, &length),
               "/criteria/0/indicators/0/score/steps/table"));
    CHECK(length == strlen("/criteria/0/indicators/0/score/steps/table"));
    CHECK(same(bontot_lint_message(lint, 0, BONTOT_EN, NULL),
               "No row of this table fits the value 5: people would have to "
               "decide."));
    CHECK(strstr(bontot_lint_message(lint, 0, BONTOT_VI, NULL), "5") != NULL);
    CHECK(same(bontot_lint_witness(lint, 0, BONTOT_EN, NULL),
               "the value 5; n = 5"));
    CHECK(same(bontot_lint_node(lint, 0, NULL), "1.1"));
    CHECK(bontot_lint_line(lint, 0) == 8);
    CHECK(bontot_lint_column(lint, 0) == 1);
    CHECK(strncmp(sheet + bontot_lint_offset(lint, 0), "[{\"when\"", 8) == 0);
    CHECK(same(bontot_lint_code(lint, 1), "gate_never"));
    CHECK(bontot_lint_severity(lint, 1) == BONTOT_WARNING);
    CHECK(bontot_lint_node(lint, 1, &length) == NULL);
    CHECK(length == 0);
    CHECK(same(bontot_lint_witness(lint, 1, BONTOT_EN, NULL), "n from 0 to 9"));
    CHECK(same(bontot_lint_code(lint, 2), "grade_total_unreachable"));
    CHECK(same(bontot_lint_pointer(lint, 2, NULL), "/grades/0/min_total"));
    bontot_lint_free(lint);
}

static void test_without_text(void) {
    bontot_rubric *rubric = loaded(sheet);
    bontot_lint *lint = NULL;
    CHECK(bontot_rubric_lint(&lint, rubric, NULL, 0, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_lint_count(lint) == 3);
    CHECK(bontot_lint_line(lint, 0) == 0);
    bontot_lint_free(lint);
    /* A text that is none has no places; the findings are those of the rubric.
     */
    CHECK(bontot_rubric_lint(&lint, rubric, "{", 1, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_lint_count(lint) == 3);
    CHECK(bontot_lint_line(lint, 0) == 0);
    bontot_lint_free(lint);
    bontot_rubric_free(rubric);
}

static void test_json(void) {
    static const char begin[] =
        "{\"format\":\"bontot-lint/1\",\"engine\":\"" BONTOT_VERSION_STRING
        "\",\"rubric\":{\"id\":\"s\",\"version\":\"1\"},\"summary\":{"
        "\"errors\":2,\"warnings\":1,\"infos\":0},\"findings\":[{\"code\":"
        "\"step_gap\",\"severity\":\"error\",\"pointer\":";
    bontot_rubric *rubric = loaded(sheet);
    bontot_options *options = NULL;
    bontot_lint *lint = NULL;
    bontot_text *text = NULL;
    size_t length = 0;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_language(options, BONTOT_EN) == BONTOT_OK);
    CHECK(bontot_rubric_lint(&lint, rubric, sheet, strlen(sheet), options,
                             NULL) == BONTOT_OK);
    CHECK(bontot_lint_write(&text, lint, options, NULL) == BONTOT_OK);
    CHECK(strncmp(bontot_text_data(text, &length), begin, strlen(begin)) == 0);
    CHECK(strstr(bontot_text_data(text, NULL),
                 "\"witness\":{\"text\":\"the value 5; n = 5\",\"value\":5,"
                 "\"facts\":{\"n\":5}}") != NULL);
    bontot_text_free(text);
    bontot_lint_free(lint);
    bontot_options_free(options);
    bontot_rubric_free(rubric);
}

static void test_misuse(void) {
    bontot_rubric *rubric = loaded(sheet);
    bontot_lint *lint = NULL;
    bontot_text *text = NULL;
    CHECK(bontot_rubric_lint(NULL, rubric, NULL, 0, NULL, NULL) ==
          BONTOT_MISUSE);
    CHECK(bontot_rubric_lint(&lint, NULL, NULL, 0, NULL, NULL) ==
          BONTOT_MISUSE);
    CHECK(bontot_rubric_lint(&lint, rubric, NULL, 1, NULL, NULL) ==
          BONTOT_MISUSE);
    CHECK(lint == NULL);
    CHECK(bontot_lint_write(&text, NULL, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_lint_count(NULL) == 0);
    CHECK(bontot_rubric_lint(&lint, rubric, NULL, 0, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_lint_write(NULL, lint, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_lint_code(lint, 3) == NULL);
    CHECK(bontot_lint_severity(lint, 3) == -1);
    CHECK(bontot_lint_pointer(lint, 3, NULL) == NULL);
    CHECK(bontot_lint_message(lint, 3, BONTOT_VI, NULL) == NULL);
    CHECK(bontot_lint_witness(lint, 3, BONTOT_VI, NULL) == NULL);
    CHECK(bontot_lint_node(lint, 3, NULL) == NULL);
    CHECK(bontot_lint_offset(lint, 3) == 0);
    CHECK(bontot_lint_line(NULL, 0) == 0);
    CHECK(bontot_lint_column(lint, 3) == 0);
    bontot_lint_free(lint);
    bontot_lint_free(NULL);
    bontot_rubric_free(rubric);
}

static bontot_status find_and_write(const bontot_options *options,
                                    bontot_error **error, void *what) {
    bontot_lint *lint = NULL;
    bontot_text *text = NULL;
    bontot_status status =
        bontot_rubric_lint(&lint, what, sheet, strlen(sheet), options, error);
    if (status != BONTOT_OK)
        return status;
    status = bontot_lint_write(&text, lint, options, error);
    bontot_text_free(text);
    bontot_lint_free(lint);
    return status;
}

static void test_memory(void) {
    bontot_rubric *rubric = loaded(sheet);
    run_out_everywhere(find_and_write, rubric, BONTOT_OK, __LINE__);
    bontot_rubric_free(rubric);
}

int main(void) {
    test_findings();
    test_without_text();
    test_json();
    test_misuse();
    test_memory();
    return failures;
}
