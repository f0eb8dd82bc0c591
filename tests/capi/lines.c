/* SPDX-License-Identifier: BSL-1.0 */
/* Many dossiers, a line for each: whole and in pieces of every size, with lines
   that are wrong, with other rubrics, cancelled, and with memory that runs out.
   Every figure is worked out by hand. Prints what is wrong, and nothing else;
   returns the number of failures. */
#include "hooks.h"

static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"%s\", \"version\": \"1\","
    "\"label\": {\"en\": \"Sheet\"}, \"roles\": [\"self\", \"final\"],"
    "\"facts\": [{\"id\": \"n\", \"type\": \"number\", \"min\": 0,"
    " \"max\": 10}],"
    "\"criteria\": [{\"id\": \"1\", \"max\": 30, \"indicators\": ["
    "{\"id\": \"1.1\", \"max\": 20, \"score\": {\"formula\": \"n * %d\"}},"
    "{\"id\": \"1.2\", \"max\": 10, \"score\": {\"mark\": {}}}]}],"
    "\"grades\": [{\"id\": \"good\", \"min_total\": 5}, {\"id\": \"rest\"}]}";

#define HEAD                                                                   \
    "{\"format\": \"bontot-dossier/1\", \"period\": {\"from\": "               \
    "\"2026-01-01\", \"to\": \"2026-12-31\"}, \"unit\": {\"id\": "

/* Lines 1, 4, 5, 7, 8, 9 and 10; lines 2, 3 and 6 are blank. */
static const char text[] = HEAD
    "\"A\"}, \"facts\": {\"n\": 1}}\n"
    "\n"
    " \t\r\n" HEAD "\"B\"}, \"facts\": {\"n\": 11}}\r\n" HEAD
    "\"C\"}, \"rubric\": {\"id\": \"two\"}, \"facts\": {\"n\": 3}}\n"
    "\r\r\n"
    "{\n" HEAD
    "\"D\"}, \"rubric\": {\"id\": \"three\"}, \"facts\": {\"n\": 4}}\n" HEAD
    "\"E\"}, \"marks\": {\"1.2\": {\"self\": 2, \"final\": 3}}}\n" HEAD
    "\"F\"}, \"facts\": {\"n\": 6}}";

/* What came of the lines, one after the other, as text. */
typedef struct record {
    char text[4000];
    uint64_t cancel_at;
    const bontot_rubric *one;
    const bontot_rubric *two;
    int asked;
} record;

static void append(record *to, const char *part) {
    size_t used = strlen(to->text);
    CHECK(used + strlen(part) < sizeof to->text);
    strcpy(to->text + used, part);
}

static int32_t note(void *payload, uint64_t line, const bontot_result *result,
                    const bontot_error *error) {
    record *to = payload;
    char part[200];
    char points[BONTOT_NUMBER_ROOM] = "";
    CHECK((result == NULL) != (error == NULL));
    if (result != NULL) {
        bontot_result_total_text(result, BONTOT_POINTS, points, sizeof points);
        snprintf(part, sizeof part, "%d %s %s\n", (int)line,
                 bontot_result_unit(result, NULL), points);
    } else {
        snprintf(part, sizeof part, "%d %s\n", (int)line,
                 bontot_error_code(error, 0));
        CHECK(bontot_error_message(error, 0, BONTOT_VI) != NULL);
    }
    append(to, part);
    return line == to->cancel_at;
}

static const bontot_rubric *find(void *payload, const char *id, size_t length) {
    record *from = payload;
    CHECK(strlen(id) == length);
    ++from->asked;
    if (strcmp(id, "one") == 0)
        return from->one;
    return strcmp(id, "two") == 0 ? from->two : NULL;
}

static bontot_rubric *rubric_of(const char *id, int factor) {
    char json[2000];
    bontot_rubric *out = NULL;
    snprintf(json, sizeof json, sheet, id, factor);
    CHECK(bontot_rubric_load(&out, json, strlen(json), NULL, NULL) ==
          BONTOT_OK);
    return out;
}

static record empty_record(const bontot_rubric *one, const bontot_rubric *two) {
    record out = {"", 0, NULL, NULL, 0};
    out.one = one;
    out.two = two;
    return out;
}

static void expect(const record *found, const char *wanted, int line) {
    if (strcmp(found->text, wanted) == 0)
        return;
    fprintf(stderr, "line %d:\n%sexpected\n%s", line, found->text, wanted);
    ++failures;
}

/* With rubric one alone, the lines of others are errors. */
static const char by_one[] = "1 A 1\n4 dossier_out_of_range\n"
                             "5 dossier_other_rubric\n7 json_incomplete\n"
                             "8 dossier_other_rubric\n9 E 3\n10 F 6\n";

/* C is scored by rubric two, which counts twice. */
static const char by_both[] = "1 A 1\n4 dossier_out_of_range\n5 C 6\n"
                              "7 json_incomplete\n8 dossier_other_rubric\n"
                              "9 E 3\n10 F 6\n";

/* Without a rubric, each line must name one. */
static const char by_name[] = "1 api_no_rubric_named\n4 api_no_rubric_named\n"
                              "5 C 6\n7 json_incomplete\n"
                              "8 api_rubric_not_found\n9 api_no_rubric_named\n"
                              "10 api_no_rubric_named\n";

static void test_whole(record start) {
    record found = start;
    size_t length = sizeof text - 1;
    CHECK(bontot_evaluate_lines(text, length, start.one, NULL, note, &found,
                                NULL, NULL) == BONTOT_OK);
    expect(&found, by_one, __LINE__);
    found = start;
    CHECK(bontot_evaluate_lines(text, length, start.one, find, note, &found,
                                NULL, NULL) == BONTOT_OK);
    expect(&found, by_both, __LINE__);
    CHECK(found.asked == 2);
    found = start;
    CHECK(bontot_evaluate_lines(text, length, NULL, find, note, &found, NULL,
                                NULL) == BONTOT_OK);
    expect(&found, by_name, __LINE__);
    CHECK(bontot_evaluate_lines(NULL, 0, start.one, NULL, note, &found, NULL,
                                NULL) == BONTOT_OK);
    CHECK(bontot_evaluate_lines(text, length, NULL, NULL, note, &found, NULL,
                                NULL) == BONTOT_MISUSE);
    CHECK(bontot_evaluate_lines(text, length, start.one, NULL, NULL, &found,
                                NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_evaluate_lines(NULL, 1, start.one, NULL, note, &found, NULL,
                                NULL) == BONTOT_MISUSE);
}

static void test_pieces(record start) {
    size_t size;
    for (size = 1; size < sizeof text; ++size) {
        record found = start;
        bontot_lines *lines = NULL;
        size_t at;
        CHECK(bontot_lines_new(&lines, start.one, find, note, &found, NULL,
                               NULL) == BONTOT_OK);
        for (at = 0; at < sizeof text - 1; at += size) {
            size_t rest = sizeof text - 1 - at;
            CHECK(bontot_lines_feed(lines, text + at, rest < size ? rest : size,
                                    NULL) == BONTOT_OK);
        }
        CHECK(bontot_lines_end(lines, NULL) == BONTOT_OK);
        expect(&found, by_both, __LINE__);
        CHECK(bontot_lines_count(lines) == 7);
        CHECK(bontot_lines_wrong_count(lines) == 3);
        CHECK(bontot_lines_feed(lines, "\n", 1, NULL) == BONTOT_MISUSE);
        CHECK(bontot_lines_end(lines, NULL) == BONTOT_MISUSE);
        bontot_lines_free(lines);
    }
    CHECK(bontot_lines_count(NULL) == 0);
    CHECK(bontot_lines_wrong_count(NULL) == 0);
    CHECK(bontot_lines_feed(NULL, "\n", 1, NULL) == BONTOT_MISUSE);
    bontot_lines_free(NULL);
}

static void test_cancelled(record start) {
    record found = start;
    bontot_lines *lines = NULL;
    bontot_error *error = NULL;
    found.cancel_at = 4;
    CHECK(bontot_evaluate_lines(text, sizeof text - 1, start.one, NULL, note,
                                &found, NULL, &error) == BONTOT_CANCELLED);
    expect(&found, "1 A 1\n4 dossier_out_of_range\n", __LINE__);
    CHECK(strcmp(bontot_error_code(error, 0), "api_cancelled") == 0);
    bontot_error_free(error);
    CHECK(strcmp(bontot_status_name(BONTOT_CANCELLED), "cancelled") == 0);
    found.text[0] = '\0';
    CHECK(bontot_lines_new(&lines, start.one, NULL, note, &found, NULL, NULL) ==
          BONTOT_OK);
    CHECK(bontot_lines_feed(lines, text, sizeof text - 1, NULL) ==
          BONTOT_CANCELLED);
    CHECK(bontot_lines_feed(lines, text, sizeof text - 1, NULL) ==
          BONTOT_CANCELLED);
    CHECK(bontot_lines_end(lines, NULL) == BONTOT_CANCELLED);
    expect(&found, "1 A 1\n4 dossier_out_of_range\n", __LINE__);
    CHECK(bontot_lines_count(lines) == 2);
    bontot_lines_free(lines);
}

/* The size limit is that of a line, and what is beyond it is not kept. */
static void test_limit(record start) {
    static const char line[] = HEAD "\"A\"}, \"facts\": {\"n\": 1}}";
    enum { size = sizeof line - 1, pieces = 3000 };
    record found = start;
    counts state = {0, 0, 0, 0, 0};
    bontot_options *options;
    bontot_lines *lines = NULL;
    size_t before;
    int i;
    state.fails_at = (size_t)-1;
    options = options_of(&state);
    CHECK(bontot_options_set_size_limit(options, size) == BONTOT_OK);
    CHECK(bontot_lines_new(&lines, start.one, NULL, note, &found, options,
                           NULL) == BONTOT_OK);
    CHECK(bontot_lines_feed(lines, line, size, NULL) == BONTOT_OK);
    CHECK(bontot_lines_feed(lines, "\r\n", 2, NULL) == BONTOT_OK);
    CHECK(bontot_lines_feed(lines, line, size, NULL) == BONTOT_OK);
    CHECK(bontot_lines_feed(lines, " \n", 2, NULL) == BONTOT_OK);
    before = state.bytes;
    for (i = 0; i < pieces; ++i)
        CHECK(bontot_lines_feed(lines, line, size, NULL) == BONTOT_OK);
    CHECK(state.bytes - before < (size_t)pieces * size / 100);
    CHECK(bontot_lines_feed(lines, "\n", 1, NULL) == BONTOT_OK);
    for (i = 0; i < 200; ++i)
        CHECK(bontot_lines_feed(lines, "        ", 8, NULL) == BONTOT_OK);
    CHECK(bontot_lines_end(lines, NULL) == BONTOT_OK);
    expect(&found, "1 A 1\n2 json_too_large\n3 json_too_large\n", __LINE__);
    bontot_lines_free(lines);
    bontot_options_free(options);
    check_returned(&state, __LINE__);
}

/* As of the first role the second one's mark does not count; a role that there
   is not is an error of each line. */
static void test_options(record start) {
    static const char line[] =
        HEAD "\"E\"}, \"marks\": {\"1.2\": {\"self\": 2, \"final\": 3}}}";
    record found = start;
    bontot_options *options = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_as_of(options, "self", 4) == BONTOT_OK);
    CHECK(bontot_evaluate_lines(line, sizeof line - 1, start.one, NULL, note,
                                &found, options, NULL) == BONTOT_OK);
    expect(&found, "1 E 2\n", __LINE__);
    found.text[0] = '\0';
    CHECK(bontot_options_set_as_of(options, "nobody", 6) == BONTOT_OK);
    CHECK(bontot_evaluate_lines(line, sizeof line - 1, start.one, NULL, note,
                                &found, options, NULL) == BONTOT_OK);
    expect(&found, "1 api_no_role\n", __LINE__);
    found.text[0] = '\0';
    CHECK(bontot_options_set_as_of(options, NULL, 0) == BONTOT_OK);
    CHECK(bontot_options_set_depth_limit(options, 2) == BONTOT_OK);
    CHECK(bontot_evaluate_lines(line, sizeof line - 1, start.one, NULL, note,
                                &found, options, NULL) == BONTOT_OK);
    expect(&found, "1 json_too_deep\n", __LINE__);
    CHECK(bontot_options_set_depth_limit(options, 1001) == BONTOT_MISUSE);
    CHECK(bontot_options_set_depth_limit(NULL, 1) == BONTOT_MISUSE);
    CHECK(bontot_options_set_as_of(NULL, "x", 1) == BONTOT_MISUSE);
    bontot_options_free(options);
}

static bontot_status score_all(const bontot_options *options,
                               bontot_error **error, void *what) {
    record found = *(record *)what;
    bontot_lines *lines = NULL;
    bontot_status status =
        bontot_lines_new(&lines, found.one, find, note, &found, options, error);
    if (status == BONTOT_OK)
        status = bontot_lines_feed(lines, text, 100, error);
    if (status == BONTOT_OK)
        status = bontot_lines_feed(lines, text + 100, sizeof text - 101, error);
    if (status == BONTOT_OK)
        status = bontot_lines_end(lines, error);
    else if (lines != NULL)
        CHECK(bontot_lines_end(lines, NULL) == BONTOT_MISUSE);
    bontot_lines_free(lines);
    return status;
}

int main(void) {
    bontot_rubric *one = rubric_of("one", 1);
    bontot_rubric *two = rubric_of("two", 2);
    record start = empty_record(one, two);
    test_whole(start);
    test_pieces(start);
    test_cancelled(start);
    test_limit(start);
    test_options(start);
    run_out_everywhere(score_all, &start, BONTOT_OK, __LINE__);
    bontot_rubric_free(one);
    bontot_rubric_free(two);
    return failures;
}
