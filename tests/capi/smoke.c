/* SPDX-License-Identifier: BSL-1.0 */
/* Uses every function of bontot.h, rightly and wrongly. Prints what is wrong,
   and nothing else; returns the number of failures. */
#include <bontot/bontot.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition) check((condition) != 0, #condition, __LINE__)

static void check(int holds, const char *what, int line) {
    if (holds)
        return;
    fprintf(stderr, "smoke.c:%d: %s\n", line, what);
    if (failures < 100)
        ++failures;
}

static int same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* A strict check of UTF-8: messages go to hosts that decode them. */
static int is_utf8(const char *text) {
    const unsigned char *at = (const unsigned char *)text;
    while (*at != 0) {
        int more = *at < 0x80                  ? 0
                   : *at >= 0xC2 && *at < 0xE0 ? 1
                   : *at >= 0xE0 && *at < 0xF0 ? 2
                   : *at >= 0xF0 && *at < 0xF5 ? 3
                                               : -1;
        if (more < 0)
            return 0;
        for (++at; more > 0; --more, ++at) {
            if ((*at & 0xC0U) != 0x80U)
                return 0;
        }
    }
    return 1;
}

/* Checks an error object, that its first code is this one, and frees it. */
static void expect_error(bontot_error *error, const char *code, int line) {
    size_t i;
    size_t count = bontot_error_count(error);
    check(error != NULL, "there is an error object", line);
    check(count > 0, "the error has entries", line);
    if (!same(bontot_error_code(error, 0), code)) {
        const char *found = bontot_error_code(error, 0);
        fprintf(stderr, "smoke.c:%d: %s, expected %s\n", line,
                found == NULL ? "no error" : found, code);
        ++failures;
    }
    for (i = 0; i < count; ++i) {
        const char *vi = bontot_error_message(error, i, BONTOT_VI);
        const char *en = bontot_error_message(error, i, BONTOT_EN);
        check(vi != NULL && vi[0] != '\0' && is_utf8(vi),
              "a Vietnamese sentence in UTF-8", line);
        check(en != NULL && en[0] != '\0' && is_utf8(en),
              "an English sentence in UTF-8", line);
        check(bontot_error_code(error, i) != NULL, "a code", line);
        check(bontot_error_pointer(error, i) != NULL, "a pointer", line);
        check(bontot_error_line(error, i) == 0 ||
                  bontot_error_column(error, i) > 0,
              "a column", line);
    }
    check(bontot_error_code(error, count) == NULL, "no code beyond the entries",
          line);
    check(bontot_error_message(error, count, BONTOT_VI) == NULL,
          "no message beyond", line);
    check(bontot_error_pointer(error, count) == NULL, "no pointer beyond",
          line);
    check(bontot_error_offset(error, count) == 0, "no offset beyond", line);
    check(bontot_error_line(error, count) == 0, "no line beyond", line);
    check(bontot_error_column(error, count) == 0, "no column beyond", line);
    check(bontot_error_expression_column(error, count) == 0, "no column beyond",
          line);
    bontot_error_free(error);
}

#define EXPECT(call, status, code)                                             \
    do {                                                                       \
        bontot_error *error = NULL;                                            \
        CHECK((call) == (status));                                             \
        expect_error(error, code, __LINE__);                                   \
    } while (0)

#define OK(call)                                                               \
    do {                                                                       \
        bontot_error *error = (bontot_error *)1;                               \
        CHECK((call) == BONTOT_OK);                                            \
        CHECK(error == NULL);                                                  \
        bontot_error_free(error);                                              \
    } while (0)

static char *read_file(const char *folder, const char *name, size_t *length) {
    char path[1000];
    char *text;
    FILE *file;
    long size;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "%s can not be read\n", path);
        exit(100);
    }
    fseek(file, 0, SEEK_END);
    size = ftell(file);
    rewind(file);
    text = malloc((size_t)size);
    *length = fread(text, 1, (size_t)size, file);
    fclose(file);
    return text;
}

static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\",\n"
    "\"label\": {\"vi\": \"T\xE1\xBB\x91t\", \"en\": \"Good\"}, \"period\": "
    "\"month\",\n"
    "\"facts\": [{\"id\": \"n\", \"type\": \"number\", \"min\": -5, \"max\": "
    "1000000},\n"
    "{\"id\": \"b\", \"type\": \"boolean\"}, {\"id\": \"t\", \"type\": "
    "\"text\"},\n"
    "{\"id\": \"d\", \"type\": \"date\"},\n"
    "{\"id\": \"c\", \"type\": \"choice\", \"choices\": [\"x\", \"y\"]},\n"
    "{\"id\": \"m\", \"type\": \"number\"}],\n"
    "\"consistency\": [{\"id\": \"c1\", \"assert\": \"n <= m\"}],\n"
    "\"criteria\": [{\"id\": \"1\", \"max\": 1, \"good\": {\"min_points\": 1}, "
    "\"indicators\": [\n"
    "{\"id\": \"1.1\", \"max\": 1, \"score\": {\"condition\": \"b\"}}]},\n"
    "{\"id\": \"2\", \"max\": \"1000000000\", \"indicators\": [\n"
    "{\"id\": \"2.1\", \"max\": \"1000000000\", \"score\": {\"formula\": \"n / "
    "7\"}}]}],\n"
    "\"grades\": [{\"id\": \"g\", \"min_total\": 1}, {\"id\": \"r\"}],\n"
    "\"checks\": [{\"id\": \"k1\", \"assert\": \"n > 0\", \"severity\": "
    "\"info\"},\n"
    "{\"id\": \"k2\", \"assert\": \"b\"}]}";

static void test_statics(void) {
    size_t i;
    CHECK(same(bontot_version(), BONTOT_VERSION_STRING));
    for (i = 0; i < 7; ++i)
        CHECK(!same(bontot_status_name((bontot_status)i), "?"));
    CHECK(same(bontot_status_name(BONTOT_BAD_INPUT), "bad_input"));
    CHECK(bontot_status_name(-1) != NULL);
    CHECK(bontot_status_name(INT32_MAX) != NULL);
    CHECK(bontot_builtin_count() >= 2);
    for (i = 0; i < bontot_builtin_count(); ++i)
        CHECK(bontot_builtin_id(i) != NULL && bontot_builtin_id(i)[0] != '\0');
    CHECK(bontot_builtin_id(bontot_builtin_count()) == NULL);
    CHECK(bontot_builtin_id(BONTOT_NONE) == NULL);
}

static void test_nothing_is_freed(void) {
    bontot_error_free(NULL);
    bontot_options_free(NULL);
    bontot_text_free(NULL);
    bontot_rubric_free(NULL);
    bontot_dossier_free(NULL);
    bontot_result_free(NULL);
}

static void *refuse(void *payload, size_t size, size_t alignment) {
    (void)payload;
    (void)size;
    (void)alignment;
    return NULL;
}

static void test_null(void) {
    size_t length = 7;
    char buffer[BONTOT_NUMBER_ROOM];
    bontot_number number = {0, 0};
    bontot_options *options = NULL;
    bontot_rubric *rubric = NULL;
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    bontot_text *text = NULL;
    CHECK(bontot_error_count(NULL) == 0);
    CHECK(bontot_error_code(NULL, 0) == NULL);
    CHECK(bontot_error_message(NULL, 0, BONTOT_EN) == NULL);
    CHECK(bontot_error_pointer(NULL, 0) == NULL);
    CHECK(bontot_error_offset(NULL, 0) == 0);
    CHECK(bontot_error_line(NULL, 0) == 0);
    CHECK(bontot_error_column(NULL, 0) == 0);
    CHECK(bontot_error_expression_column(NULL, 0) == 0);
    CHECK(bontot_options_new(NULL) == BONTOT_MISUSE);
    CHECK(bontot_options_set_language(NULL, BONTOT_VI) == BONTOT_MISUSE);
    CHECK(bontot_options_set_size_limit(NULL, 1) == BONTOT_MISUSE);
    CHECK(bontot_options_set_other_rubric(NULL, 1) == BONTOT_MISUSE);
    CHECK(bontot_options_set_colour(NULL, 1) == BONTOT_MISUSE);
    CHECK(bontot_options_set_memory(NULL, NULL, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_language(options, 2) == BONTOT_MISUSE);
    CHECK(bontot_options_set_language(options, -1) == BONTOT_MISUSE);
    CHECK(bontot_options_set_memory(options, refuse, NULL, NULL) ==
          BONTOT_MISUSE);
    bontot_options_free(options);
    CHECK(bontot_text_data(NULL, &length) == NULL && length == 0);
    EXPECT(bontot_rubric_load(NULL, "{}", 2, NULL, &error), BONTOT_MISUSE,
           "api_null");
    EXPECT(bontot_rubric_load(&rubric, NULL, 2, NULL, &error), BONTOT_MISUSE,
           "api_null");
    EXPECT(bontot_rubric_load(&rubric, NULL, 0, NULL, &error), BONTOT_BAD_INPUT,
           "json_incomplete");
    EXPECT(bontot_rubric_load(&rubric, "{}", 0, NULL, &error), BONTOT_BAD_INPUT,
           "json_incomplete");
    EXPECT(bontot_rubric_builtin(NULL, "x", NULL, &error), BONTOT_MISUSE,
           "api_null");
    EXPECT(bontot_rubric_builtin(&rubric, NULL, NULL, &error), BONTOT_MISUSE,
           "api_null");
    EXPECT(bontot_rubric_builtin(&rubric, "", NULL, &error), BONTOT_NOT_FOUND,
           "api_no_builtin");
    EXPECT(bontot_rubric_builtin(&rubric, "\xFF\xFE", NULL, &error),
           BONTOT_NOT_FOUND, "api_no_builtin");
    EXPECT(bontot_rubric_builtin(
               &rubric,
               "x\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91"
               "\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91"
               "\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91"
               "\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91\xE1\xBB\x91"
               "\xE1\xBB\x91\xE1\xBB\x91",
               NULL, &error),
           BONTOT_NOT_FOUND, "api_no_builtin");
    CHECK(rubric == NULL);
    CHECK(bontot_rubric_id(NULL, &length) == NULL && length == 0);
    CHECK(bontot_rubric_version(NULL, NULL) == NULL);
    CHECK(bontot_rubric_label(NULL, BONTOT_VI, NULL) == NULL);
    CHECK(bontot_rubric_fact_count(NULL) == 0);
    CHECK(bontot_rubric_fact_slot(NULL, "x", 1) == BONTOT_NONE);
    CHECK(bontot_rubric_fact_id(NULL, 0, NULL) == NULL);
    CHECK(bontot_rubric_fact_label(NULL, 0, BONTOT_VI, NULL) == NULL);
    CHECK(bontot_rubric_fact_type(NULL, 0) == -1);
    EXPECT(bontot_rubric_describe(&text, NULL, NULL, &error), BONTOT_MISUSE,
           "api_null");
    EXPECT(bontot_rubric_template(&text, NULL, NULL, &error), BONTOT_MISUSE,
           "api_null");
    EXPECT(bontot_dossier_load(&dossier, NULL, "{}", 2, NULL, &error),
           BONTOT_MISUSE, "api_null");
    EXPECT(bontot_dossier_new(&dossier, NULL, NULL, &error), BONTOT_MISUSE,
           "api_null");
    EXPECT(bontot_dossier_set_unit(NULL, "x", 1, "x", 1, &error), BONTOT_MISUSE,
           "api_null");
    EXPECT(bontot_dossier_set_period(NULL, "2026-01-01", 10, "2026-01-31", 10,
                                     &error),
           BONTOT_MISUSE, "api_null");
    EXPECT(bontot_dossier_set_number(NULL, 0, number, &error), BONTOT_MISUSE,
           "api_null");
    EXPECT(bontot_dossier_set_boolean(NULL, 0, 1, &error), BONTOT_MISUSE,
           "api_null");
    EXPECT(bontot_dossier_set_text(NULL, 0, "x", 1, &error), BONTOT_MISUSE,
           "api_null");
    EXPECT(bontot_dossier_set_date(NULL, 0, "2026-01-01", 10, &error),
           BONTOT_MISUSE, "api_null");
    EXPECT(bontot_dossier_clear(NULL, 0, &error), BONTOT_MISUSE, "api_null");
    EXPECT(bontot_dossier_set(NULL, "x", 1, "x", 1, &error), BONTOT_MISUSE,
           "api_null");
    CHECK(dossier == NULL);
    EXPECT(bontot_result_new(NULL, NULL, &error), BONTOT_MISUSE, "api_null");
    EXPECT(bontot_evaluate(NULL, NULL, &error), BONTOT_MISUSE, "api_null");
    CHECK(bontot_result_total(NULL, BONTOT_POINTS, &number) == BONTOT_MISUSE);
    CHECK(bontot_result_total_text(NULL, BONTOT_POINTS, buffer,
                                   sizeof buffer) == BONTOT_MISUSE);
    CHECK(bontot_result_total_double(NULL, BONTOT_POINTS) !=
          bontot_result_total_double(NULL, BONTOT_POINTS));
    CHECK(bontot_result_completeness_text(NULL, buffer, sizeof buffer) ==
          BONTOT_MISUSE);
    CHECK(bontot_result_grade(NULL, &length) == NULL && length == 0);
    CHECK(bontot_result_grade_label(NULL, BONTOT_EN, NULL) == NULL);
    CHECK(bontot_result_grade_possible(NULL, NULL) == NULL);
    CHECK(bontot_result_reachable_count(NULL) == 0);
    CHECK(bontot_result_reachable(NULL, 0, NULL) == NULL);
    CHECK(bontot_result_node_count(NULL) == 0);
    CHECK(bontot_result_node_find(NULL, "1", 1) == BONTOT_NONE);
    CHECK(bontot_result_node_parent(NULL, 0) == BONTOT_NONE);
    CHECK(bontot_result_node_id(NULL, 0, NULL) == NULL);
    CHECK(bontot_result_node_label(NULL, 0, BONTOT_VI, NULL) == NULL);
    CHECK(bontot_result_node_state(NULL, 0) == -1);
    CHECK(bontot_result_node_good(NULL, 0) == -1);
    CHECK(bontot_result_node_points(NULL, 0, BONTOT_MAX, &number) ==
          BONTOT_MISUSE);
    CHECK(bontot_result_node_points_text(NULL, 0, BONTOT_MAX, buffer,
                                         sizeof buffer) == BONTOT_MISUSE);
    EXPECT(bontot_result_node_reason(&text, NULL, 0, NULL, &error),
           BONTOT_MISUSE, "api_null");
    CHECK(bontot_result_check_count(NULL) == 0);
    CHECK(bontot_result_check_id(NULL, 0, NULL) == NULL);
    CHECK(bontot_result_check_message(NULL, 0, BONTOT_VI, NULL) == NULL);
    CHECK(bontot_result_check_outcome(NULL, 0) == -1);
    CHECK(bontot_result_check_severity(NULL, 0) == -1);
    EXPECT(bontot_result_write(&text, NULL, BONTOT_JSON, NULL, &error),
           BONTOT_MISUSE, "api_null");
    EXPECT(bontot_feel_evaluate(NULL, "1", 1, NULL, 0, NULL, &error),
           BONTOT_MISUSE, "api_null");
    EXPECT(bontot_feel_evaluate(&text, NULL, 1, NULL, 0, NULL, &error),
           BONTOT_MISUSE, "api_null");
    CHECK(text == NULL);
    /* Without an error object, the status alone tells. */
    CHECK(bontot_rubric_load(&rubric, "{}", 2, NULL, NULL) == BONTOT_BAD_INPUT);
    /* A result that nothing was evaluated into. */
    OK(bontot_result_new(&result, NULL, &error));
    CHECK(bontot_result_grade(result, NULL) == NULL);
    CHECK(bontot_result_node_count(result) == 0);
    CHECK(bontot_result_total(result, BONTOT_POINTS, &number) != BONTOT_OK);
    EXPECT(bontot_result_write(&text, result, BONTOT_JSON, NULL, &error),
           BONTOT_MISUSE, "api_not_evaluated");
    EXPECT(bontot_result_node_reason(&text, result, 0, NULL, &error),
           BONTOT_MISUSE, "api_not_evaluated");
    EXPECT(bontot_evaluate(result, NULL, &error), BONTOT_MISUSE, "api_null");
    bontot_result_free(result);
}

/* Reads a result through every getter. */
static void read_everything(const bontot_result *result) {
    size_t i;
    size_t length = 0;
    char buffer[BONTOT_NUMBER_ROOM];
    bontot_number number;
    bontot_figure figure;
    bontot_text *text = NULL;
    size_t nodes = bontot_result_node_count(result);
    size_t checks = bontot_result_check_count(result);
    CHECK(nodes > 0);
    for (figure = BONTOT_POINTS; figure <= BONTOT_MAX; ++figure) {
        CHECK(bontot_result_total_text(result, figure, buffer, sizeof buffer) ==
              BONTOT_OK);
        CHECK(strspn(buffer, "-.0123456789") == strlen(buffer));
        CHECK(bontot_result_total_text(result, figure, buffer,
                                       strlen(buffer)) == BONTOT_NO_FIT);
        CHECK(bontot_result_total_text(result, figure, buffer, 0) ==
              BONTOT_NO_FIT);
        CHECK(bontot_result_total_text(result, figure, NULL, 10) ==
              BONTOT_MISUSE);
        CHECK(bontot_result_total(result, figure, &number) == BONTOT_OK);
        CHECK(number.scale >= 0);
        CHECK(bontot_result_total(result, figure, NULL) == BONTOT_MISUSE);
        CHECK(bontot_result_total_double(result, figure) ==
              bontot_result_total_double(result, figure));
    }
    CHECK(bontot_result_total(result, 3, &number) == BONTOT_MISUSE);
    CHECK(bontot_result_total(result, -1, &number) == BONTOT_MISUSE);
    CHECK(bontot_result_total_text(result, 3, buffer, sizeof buffer) ==
          BONTOT_MISUSE);
    CHECK(bontot_result_completeness_text(result, buffer, sizeof buffer) ==
          BONTOT_OK);
    CHECK(bontot_result_grade(result, &length) != NULL && length > 0);
    CHECK(bontot_result_grade(result, NULL)[length] == '\0');
    CHECK(bontot_result_grade_label(result, BONTOT_VI, NULL) != NULL);
    CHECK(bontot_result_grade_label(result, 99, NULL) != NULL);
    CHECK(bontot_result_grade_possible(result, NULL) != NULL);
    CHECK(bontot_result_reachable_count(result) > 0);
    for (i = 0; i < bontot_result_reachable_count(result); ++i)
        CHECK(bontot_result_reachable(result, i, &length) != NULL &&
              length > 0);
    CHECK(bontot_result_reachable(result, i, NULL) == NULL);
    CHECK(bontot_result_reachable(result, BONTOT_NONE, NULL) == NULL);
    for (i = 0; i < nodes; ++i) {
        const char *id = bontot_result_node_id(result, i, &length);
        size_t parent = bontot_result_node_parent(result, i);
        CHECK(id != NULL && strlen(id) == length);
        CHECK(bontot_result_node_find(result, id, length) == i);
        CHECK(parent == BONTOT_NONE || parent < i);
        CHECK(bontot_result_node_label(result, i, BONTOT_VI, NULL) != NULL);
        CHECK(bontot_result_node_label(result, i, BONTOT_EN, NULL) != NULL);
        CHECK(bontot_result_node_state(result, i) >= BONTOT_VOIDED);
        CHECK(bontot_result_node_state(result, i) <= BONTOT_PARTLY);
        CHECK(bontot_result_node_good(result, i) <= BONTOT_OPEN);
        for (figure = BONTOT_POINTS; figure <= BONTOT_MAX; ++figure) {
            bontot_status status =
                bontot_result_node_points(result, i, figure, &number);
            CHECK(status == BONTOT_OK || status == BONTOT_NO_FIT);
            CHECK(bontot_result_node_points_text(result, i, figure, buffer,
                                                 sizeof buffer) == BONTOT_OK);
            CHECK(strspn(buffer, "-.0123456789") == strlen(buffer));
        }
        CHECK(bontot_result_node_points(result, i, 7, &number) ==
              BONTOT_MISUSE);
        OK(bontot_result_node_reason(&text, result, i, NULL, &error));
        CHECK(is_utf8(bontot_text_data(text, &length)));
        CHECK(strlen(bontot_text_data(text, NULL)) == length);
        bontot_text_free(text);
        text = NULL;
    }
    CHECK(bontot_result_node_id(result, nodes, NULL) == NULL);
    CHECK(bontot_result_node_label(result, nodes, BONTOT_VI, NULL) == NULL);
    CHECK(bontot_result_node_parent(result, nodes) == BONTOT_NONE);
    CHECK(bontot_result_node_state(result, nodes) == -1);
    CHECK(bontot_result_node_good(result, BONTOT_NONE) == -1);
    CHECK(bontot_result_node_points(result, nodes, BONTOT_MAX, &number) ==
          BONTOT_MISUSE);
    CHECK(bontot_result_node_find(result, "nothing", 7) == BONTOT_NONE);
    CHECK(bontot_result_node_find(result, "1", 0) == BONTOT_NONE);
    CHECK(bontot_result_node_find(result, NULL, 0) == BONTOT_NONE);
    EXPECT(bontot_result_node_reason(&text, result, nodes, NULL, &error),
           BONTOT_NOT_FOUND, "api_no_node");
    EXPECT(bontot_result_node_reason(NULL, result, 0, NULL, &error),
           BONTOT_MISUSE, "api_null");
    for (i = 0; i < checks; ++i) {
        CHECK(bontot_result_check_id(result, i, NULL) != NULL);
        CHECK(bontot_result_check_message(result, i, BONTOT_VI, NULL) != NULL);
        CHECK(bontot_result_check_message(result, i, BONTOT_EN, NULL) != NULL);
        CHECK(bontot_result_check_outcome(result, i) >= BONTOT_NO);
        CHECK(bontot_result_check_severity(result, i) >= BONTOT_INFO);
    }
    CHECK(bontot_result_check_id(result, checks, NULL) == NULL);
    CHECK(bontot_result_check_message(result, checks, BONTOT_VI, NULL) == NULL);
    CHECK(bontot_result_check_outcome(result, checks) == -1);
    CHECK(bontot_result_check_severity(result, checks) == -1);
    EXPECT(bontot_result_write(&text, result, 3, NULL, &error), BONTOT_MISUSE,
           "api_bad_argument");
    EXPECT(bontot_result_write(&text, result, -1, NULL, &error), BONTOT_MISUSE,
           "api_bad_argument");
    EXPECT(bontot_result_write(NULL, result, BONTOT_JSON, NULL, &error),
           BONTOT_MISUSE, "api_null");
}

/* Returns a result as JSON; the caller frees it. */
static bontot_text *written(const bontot_result *result) {
    bontot_text *text = NULL;
    OK(bontot_result_write(&text, result, BONTOT_JSON, NULL, &error));
    return text;
}

/* The figures that the other functions give, in one line. */
static void test_summary(const bontot_result *result) {
    char digits[BONTOT_NUMBER_ROOM];
    char expected[2 * BONTOT_NUMBER_ROOM];
    bontot_text *text = NULL;
    const char *line;
    OK(bontot_result_write(&text, result, BONTOT_SUMMARY, NULL, &error));
    line = bontot_text_data(text, NULL);
    CHECK(strncmp(line, "{\"format\":\"bontot-summary/1\",", 29) == 0);
    CHECK(strchr(line, '\n') == NULL);
    CHECK(bontot_result_total_text(result, BONTOT_POINTS, digits,
                                   sizeof digits) == BONTOT_OK);
    sprintf(expected, "\"total\":{\"points\":%s,", digits);
    CHECK(strstr(line, expected) != NULL);
    sprintf(expected, "\"grade\":\"%s\",", bontot_result_grade(result, NULL));
    CHECK(strstr(line, expected) != NULL);
    CHECK(bontot_result_node_points_text(result, 0, BONTOT_POINTS, digits,
                                         sizeof digits) == BONTOT_OK);
    sprintf(expected, "\"%s\":{\"points\":%s,",
            bontot_result_node_id(result, 0, NULL), digits);
    CHECK(strstr(line, expected) != NULL);
    bontot_text_free(text);
}

static void test_builtin(const char *data) {
    size_t length = 0;
    size_t i;
    char *json = read_file(data, "dossiers/example.json", &length);
    bontot_rubric *rubric = NULL;
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    bontot_text *first = NULL;
    bontot_text *text = NULL;
    bontot_options *options = NULL;
    OK(bontot_rubric_builtin(&rubric, "bon-tot-2023", NULL, &error));
    CHECK(same(bontot_rubric_id(rubric, NULL), "bon-tot-2023"));
    CHECK(bontot_rubric_version(rubric, NULL) != NULL);
    CHECK(bontot_rubric_label(rubric, BONTOT_VI, NULL) != NULL);
    CHECK(!same(bontot_rubric_label(rubric, BONTOT_VI, NULL),
                bontot_rubric_label(rubric, BONTOT_EN, NULL)));
    CHECK(bontot_rubric_fact_count(rubric) > 0);
    for (i = 0; i < bontot_rubric_fact_count(rubric); ++i) {
        size_t id_length = 0;
        const char *id = bontot_rubric_fact_id(rubric, i, &id_length);
        CHECK(id != NULL &&
              bontot_rubric_fact_slot(rubric, id, id_length) == i);
        CHECK(bontot_rubric_fact_slot(rubric, id, id_length - 1) != i);
        CHECK(bontot_rubric_fact_label(rubric, i, BONTOT_EN, NULL) != NULL);
        CHECK(bontot_rubric_fact_type(rubric, i) >= BONTOT_FACT_NUMBER);
        CHECK(bontot_rubric_fact_type(rubric, i) <= BONTOT_FACT_CHOICE);
    }
    CHECK(bontot_rubric_fact_id(rubric, i, NULL) == NULL);
    CHECK(bontot_rubric_fact_label(rubric, i, BONTOT_EN, NULL) == NULL);
    CHECK(bontot_rubric_fact_type(rubric, i) == -1);
    CHECK(bontot_rubric_fact_slot(rubric, NULL, 0) == BONTOT_NONE);
    OK(bontot_rubric_describe(&text, rubric, NULL, &error));
    CHECK(is_utf8(bontot_text_data(text, NULL)));
    bontot_text_free(text);
    OK(bontot_rubric_template(&text, rubric, NULL, &error));
    OK(bontot_dossier_load(&dossier, rubric, bontot_text_data(text, NULL),
                           strlen(bontot_text_data(text, NULL)), NULL, &error));
    bontot_dossier_free(dossier);
    bontot_text_free(text);
    OK(bontot_dossier_load(&dossier, rubric, json, length, NULL, &error));
    free(json);
    bontot_rubric_free(rubric); /* the parent first */
    OK(bontot_result_new(&result, NULL, &error));
    OK(bontot_evaluate(result, dossier, &error));
    read_everything(result);
    first = written(result);
    for (i = 0; i < 3; ++i) {
        bontot_text *again;
        OK(bontot_evaluate(result, dossier, &error));
        again = written(result);
        CHECK(
            same(bontot_text_data(first, NULL), bontot_text_data(again, NULL)));
        bontot_text_free(again);
    }
    bontot_dossier_free(dossier);
    read_everything(result); /* keeps what it needs */
    test_summary(result);
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_language(options, BONTOT_EN) == BONTOT_OK);
    CHECK(bontot_options_set_colour(options, 1) == BONTOT_OK);
    OK(bontot_result_write(&text, result, BONTOT_TEXT, options, &error));
    CHECK(strchr(bontot_text_data(text, NULL), '\x1b') != NULL);
    bontot_options_free(options);
    bontot_result_free(result);
    CHECK(is_utf8(bontot_text_data(text, NULL))); /* lives on its own */
    bontot_text_free(text);
    bontot_text_free(first);
}

static void test_built_by_facts(void) {
    bontot_rubric *rubric = NULL;
    bontot_rubric *other = NULL;
    bontot_dossier *dossier = NULL;
    bontot_dossier *empty = NULL;
    bontot_result *result = NULL;
    bontot_text *before = NULL;
    bontot_text *after = NULL;
    bontot_error *unnamed = NULL;
    char buffer[BONTOT_NUMBER_ROOM];
    char letters[401];
    size_t i;
    bontot_number number = {1275, 2};
    bontot_number minus = {-6, 0};
    bontot_number least = {INT64_MIN, 0};
    bontot_number bad_scale = {1, -1};
    bontot_number far_scale = {1, INT32_MAX};
    letters[0] = 'x';
    for (i = 1; i + 3 < sizeof letters; i += 3)
        memcpy(letters + i, "\xE1\xBB\x91", 4);
    OK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, &error));
    OK(bontot_dossier_new(&dossier, rubric, NULL, &error));
    OK(bontot_dossier_new(&empty, rubric, NULL, &error));
    OK(bontot_dossier_set_unit(dossier, "U", 1, NULL, 0, &error));
    OK(bontot_dossier_set_period(dossier, "2026-01-01", 10, "2026-01-31", 10,
                                 &error));
    EXPECT(bontot_dossier_set_period(dossier, "2026-01-31", 10, "2026-01-01",
                                     10, &error),
           BONTOT_BAD_INPUT, "dossier_period_reversed");
    EXPECT(bontot_dossier_set_period(dossier, "2026-01-01", 10, "2026-02-01",
                                     10, &error),
           BONTOT_BAD_INPUT, "dossier_period_length");
    EXPECT(bontot_dossier_set_period(dossier, "2026-01-01", 9, "2026-01-31", 10,
                                     &error),
           BONTOT_BAD_INPUT, "reading_bad_date");
    EXPECT(
        bontot_dossier_set_period(dossier, "\xFF", 1, "2026-01-31", 10, &error),
        BONTOT_BAD_INPUT, "reading_bad_date");
    EXPECT(bontot_dossier_set_period(dossier, NULL, 0, NULL, 0, &error),
           BONTOT_BAD_INPUT, "reading_bad_date");
    EXPECT(
        bontot_dossier_set_period(dossier, NULL, 10, "2026-01-31", 10, &error),
        BONTOT_MISUSE, "api_null");
    EXPECT(bontot_dossier_set_unit(dossier, "\xFF", 1, "x", 1, &error),
           BONTOT_BAD_INPUT, "json_not_utf8");
    OK(bontot_dossier_set_number(dossier, 0, number, &error));
    EXPECT(bontot_dossier_set_number(dossier, 0, minus, &error),
           BONTOT_BAD_INPUT, "dossier_out_of_range");
    EXPECT(bontot_dossier_set_number(dossier, 0, least, &error),
           BONTOT_BAD_INPUT, "dossier_out_of_range");
    EXPECT(bontot_dossier_set_number(dossier, 0, bad_scale, &error),
           BONTOT_MISUSE, "api_bad_argument");
    EXPECT(bontot_dossier_set_number(dossier, 0, far_scale, &error),
           BONTOT_MISUSE, "api_bad_argument");
    EXPECT(bontot_dossier_set_number(dossier, 1, number, &error),
           BONTOT_BAD_INPUT, "dossier_slot_type");
    EXPECT(bontot_dossier_set_number(dossier, 6, number, &error),
           BONTOT_NOT_FOUND, "dossier_no_slot");
    EXPECT(bontot_dossier_set_number(dossier, BONTOT_NONE, number, &error),
           BONTOT_NOT_FOUND, "dossier_no_slot");
    CHECK(bontot_dossier_set_number(dossier, BONTOT_NONE, number, &unnamed) ==
          BONTOT_NOT_FOUND);
    CHECK(strcmp(bontot_error_message(unnamed, 0, BONTOT_EN),
                 "The rubric has no fact in slot BONTOT_NONE.") == 0);
    bontot_error_free(unnamed);
    /* A slot beyond 32 bits is not taken for a small one. */
    if (sizeof(size_t) > 4) {
        EXPECT(bontot_dossier_set_number(
                   dossier, (size_t)1 << (sizeof(size_t) * 4), number, &error),
               BONTOT_NOT_FOUND, "dossier_no_slot");
    }
    OK(bontot_dossier_set_boolean(dossier, 1, 7, &error));
    EXPECT(bontot_dossier_set_boolean(dossier, 0, 1, &error), BONTOT_BAD_INPUT,
           "dossier_slot_type");
    OK(bontot_dossier_set_text(dossier, 2, "\xC4\x91", 2, &error));
    OK(bontot_dossier_set_text(dossier, 2, NULL, 0, &error));
    OK(bontot_dossier_set_text(dossier, 2, "a\0b", 3, &error));
    EXPECT(bontot_dossier_set_text(dossier, 2, "\xC4", 1, &error),
           BONTOT_BAD_INPUT, "json_not_utf8");
    OK(bontot_dossier_set_text(dossier, 4, "x", 1, &error));
    EXPECT(bontot_dossier_set_text(dossier, 4, "z", 1, &error),
           BONTOT_BAD_INPUT, "dossier_unknown_choice");
    EXPECT(
        bontot_dossier_set_text(dossier, 4, letters, strlen(letters), &error),
        BONTOT_BAD_INPUT, "dossier_unknown_choice");
    OK(bontot_dossier_set_date(dossier, 3, "2026-01-15", 10, &error));
    EXPECT(bontot_dossier_set_date(dossier, 3, "2026-02-30", 10, &error),
           BONTOT_BAD_INPUT, "reading_bad_date");
    EXPECT(bontot_dossier_set_date(dossier, 3, "\xFF\xFF\xFF", 3, &error),
           BONTOT_BAD_INPUT, "reading_bad_date");
    EXPECT(
        bontot_dossier_set_date(dossier, 3, letters, strlen(letters), &error),
        BONTOT_BAD_INPUT, "reading_bad_date");
    EXPECT(bontot_dossier_set_date(dossier, 0, "2026-01-15", 10, &error),
           BONTOT_BAD_INPUT, "dossier_slot_type");
    OK(bontot_dossier_set(dossier, "m", 1, "20.5", 4, &error));
    EXPECT(
        bontot_dossier_set(dossier, "m", 1, letters, strlen(letters), &error),
        BONTOT_BAD_INPUT, "api_not_typed");
    EXPECT(bontot_dossier_set(dossier, "m", 1, "", 0, &error), BONTOT_BAD_INPUT,
           "api_not_typed");
    EXPECT(bontot_dossier_set(dossier, "b", 1, "yes", 3, &error),
           BONTOT_BAD_INPUT, "api_not_typed");
    EXPECT(
        bontot_dossier_set(dossier, letters, strlen(letters), "1", 1, &error),
        BONTOT_NOT_FOUND, "dossier_unknown_fact");
    EXPECT(bontot_dossier_set(dossier, "m", 1, "\xFF", 1, &error),
           BONTOT_BAD_INPUT, "json_not_utf8");
    OK(bontot_dossier_set(dossier, "b", 1, "true", 4, &error));
    OK(bontot_dossier_set(dossier, "d", 1, "2026-01-16", 10, &error));
    OK(bontot_dossier_set(dossier, "c", 1, "y", 1, &error));
    OK(bontot_dossier_clear(dossier, 2, &error));
    EXPECT(bontot_dossier_clear(dossier, 6, &error), BONTOT_NOT_FOUND,
           "dossier_no_slot");
    OK(bontot_result_new(&result, NULL, &error));
    OK(bontot_evaluate(result, dossier, &error));
    read_everything(result);
    /* 12.75 / 7, settled to 12 decimals: 1.821428571429; the condition: 1. */
    CHECK(bontot_result_total_text(result, BONTOT_POINTS, buffer,
                                   sizeof buffer) == BONTOT_OK);
    CHECK(same(buffer, "2.821428571429"));
    CHECK(same(bontot_result_grade(result, NULL), "g"));
    CHECK(bontot_result_node_good(result, 0) == BONTOT_YES);
    CHECK(bontot_result_node_good(result, 1) == -1);
    CHECK(bontot_result_check_outcome(result, 0) == BONTOT_YES);
    CHECK(bontot_result_check_severity(result, 0) == BONTOT_INFO);
    /* A contradiction leaves the result as it was. */
    before = written(result);
    OK(bontot_dossier_set(dossier, "m", 1, "1", 1, &error));
    EXPECT(bontot_evaluate(result, dossier, &error), BONTOT_BAD_INPUT,
           "dossier_inconsistent");
    after = written(result);
    CHECK(same(bontot_text_data(before, NULL), bontot_text_data(after, NULL)));
    bontot_text_free(before);
    bontot_text_free(after);
    /* Nothing known; then a sheet of another shape into the same result. */
    OK(bontot_evaluate(result, empty, &error));
    read_everything(result);
    CHECK(bontot_result_check_outcome(result, 0) == BONTOT_OPEN);
    bontot_dossier_free(empty);
    OK(bontot_rubric_builtin(&other, "bon-tot-2023", NULL, &error));
    OK(bontot_dossier_new(&empty, other, NULL, &error));
    bontot_rubric_free(other);
    OK(bontot_evaluate(result, empty, &error));
    read_everything(result);
    bontot_rubric_free(rubric);
    bontot_dossier_free(dossier);
    bontot_dossier_free(empty);
    bontot_result_free(result);
}

static void test_bad_texts(void) {
    static const char many[] =
        "{\"format\": 1,\n\"id\": \"a b\",\n  \"zz\": 1}";
    bontot_rubric *rubric = NULL;
    bontot_rubric *untouched;
    bontot_error *found = NULL;
    bontot_options *options = NULL;
    bontot_dossier *dossier = NULL;
    size_t i;
    OK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, &error));
    untouched = rubric;
    CHECK(bontot_rubric_load(&rubric, many, sizeof many - 1, NULL, &found) ==
          BONTOT_BAD_INPUT);
    CHECK(rubric == untouched);
    CHECK(bontot_error_count(found) >= 3);
    for (i = 1; i < bontot_error_count(found); ++i)
        CHECK(bontot_error_offset(found, i) >=
              bontot_error_offset(found, i - 1));
    i = bontot_error_count(found) - 1;
    CHECK(same(bontot_error_code(found, i), "reading_unknown_key"));
    CHECK(same(bontot_error_pointer(found, i), "/zz"));
    CHECK(bontot_error_line(found, i) == 3);
    CHECK(bontot_error_column(found, i) == 3);
    CHECK(bontot_error_offset(found, i) == 29);
    expect_error(found, bontot_error_code(found, 0), __LINE__);
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_size_limit(options, 10) == BONTOT_OK);
    EXPECT(
        bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, options, &error),
        BONTOT_BAD_INPUT, "json_too_large");
    EXPECT(bontot_dossier_load(&dossier, rubric, many, sizeof many - 1, options,
                               &error),
           BONTOT_BAD_INPUT, "json_too_large");
    bontot_options_free(options);
    EXPECT(bontot_dossier_load(&dossier, rubric, NULL, 5, NULL, &error),
           BONTOT_MISUSE, "api_null");
    EXPECT(bontot_dossier_load(NULL, rubric, "", 0, NULL, &error),
           BONTOT_MISUSE, "api_null");
    EXPECT(bontot_dossier_load(&dossier, rubric, "\xFF", 1, NULL, &error),
           BONTOT_BAD_INPUT, "json_not_utf8");
    CHECK(rubric == untouched && dossier == NULL);
    /* What is no text has no line. */
    OK(bontot_dossier_new(&dossier, rubric, NULL, &error));
    CHECK(bontot_dossier_set_boolean(dossier, 0, 1, &found) ==
          BONTOT_BAD_INPUT);
    CHECK(bontot_error_line(found, 0) == 0);
    bontot_error_free(found);
    bontot_dossier_free(dossier);
    bontot_rubric_free(rubric);
}

static void test_other_rubric(void) {
    static const char json[] = "{\"format\": \"bontot-dossier/1\", \"rubric\": "
                               "{\"id\": \"other\", \"version\": \"9\"},\n"
                               "\"unit\": {\"id\": \"U\"}, \"period\": "
                               "{\"from\": \"2026-01-01\", \"to\": "
                               "\"2026-01-31\"}}";
    bontot_rubric *rubric = NULL;
    bontot_dossier *dossier = NULL;
    bontot_options *options = NULL;
    OK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, &error));
    EXPECT(bontot_dossier_load(&dossier, rubric, json, sizeof json - 1, NULL,
                               &error),
           BONTOT_BAD_INPUT, "dossier_other_rubric");
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_other_rubric(options, 1) == BONTOT_OK);
    OK(bontot_dossier_load(&dossier, rubric, json, sizeof json - 1, options,
                           &error));
    bontot_options_free(options);
    bontot_dossier_free(dossier);
    bontot_rubric_free(rubric);
}

static void expect_value(const char *source, const char *facts,
                         const char *value, int line) {
    bontot_text *text = NULL;
    size_t facts_length = facts == NULL ? 0 : strlen(facts);
    bontot_status status = bontot_feel_evaluate(
        &text, source, strlen(source), facts, facts_length, NULL, NULL);
    check(status == BONTOT_OK, source, line);
    check(same(bontot_text_data(text, NULL), value), value, line);
    bontot_text_free(text);
}

static void test_feel(void) {
    bontot_text *text = NULL;
    expect_value("1 + 2", NULL, "3", __LINE__);
    expect_value("a.b + c", "{\"a.b\": 1, \"c\": \"x\"}", "null", __LINE__);
    expect_value("a + 0.1", "{\"a\": 0.2}", "0.3", __LINE__);
    expect_value("count(a)", "{\"a\": [1, {\"b\": []}, null]}", "3", __LINE__);
    expect_value("a and false", "{\"a\": null}", "false", __LINE__);
    expect_value("a",
                 "{\"format\": \"bontot-dossier/1\", \"facts\": {\"a\": 5}}",
                 "5", __LINE__);
    EXPECT(bontot_feel_evaluate(&text, "1 +", 3, NULL, 0, NULL, &error),
           BONTOT_BAD_INPUT, "feel_unexpected_end");
    EXPECT(bontot_feel_evaluate(&text, "", 0, NULL, 0, NULL, &error),
           BONTOT_BAD_INPUT, "feel_unexpected_end");
    EXPECT(bontot_feel_evaluate(&text, NULL, 0, NULL, 0, NULL, &error),
           BONTOT_BAD_INPUT, "feel_unexpected_end");
    EXPECT(bontot_feel_evaluate(&text, "\xFF", 1, NULL, 0, NULL, &error),
           BONTOT_BAD_INPUT, "feel_not_utf8");
    EXPECT(bontot_feel_evaluate(&text, "1", 1, "[]", 2, NULL, &error),
           BONTOT_BAD_INPUT, "reading_wrong_type");
    EXPECT(bontot_feel_evaluate(&text, "1", 1, "", 0, NULL, &error),
           BONTOT_BAD_INPUT, "json_incomplete");
    EXPECT(bontot_feel_evaluate(&text, "1", 1, "{\"a\": 1e99999}", 14, NULL,
                                &error),
           BONTOT_BAD_INPUT, "number_out_of_range");
    CHECK(text == NULL);
}

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: smoke DATA\n");
        return 100;
    }
    test_statics();
    test_nothing_is_freed();
    test_null();
    test_builtin(arguments[1]);
    test_built_by_facts();
    test_bad_texts();
    test_other_rubric();
    test_feel();
    return failures;
}
