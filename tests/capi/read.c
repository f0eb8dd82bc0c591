/* SPDX-License-Identifier: BSL-1.0 */
/* Dossiers that are read into a handle that was used before: it forgets what it
   held, keeps it after an error, and soon needs no more memory. Prints what is
   wrong, and nothing else; returns the number of failures. */
#include "hooks.h"

static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\",\n"
    "\"label\": {\"vi\": \"T\xE1\xBB\x91t\", \"en\": \"Good\"}, \"roles\": "
    "[\"committee\"],\n"
    "\"facts\": [{\"id\": \"n\", \"type\": \"number\"},\n"
    "{\"id\": \"t\", \"type\": \"text\"}],\n"
    "\"consistency\": [{\"id\": \"c1\", \"assert\": \"n >= 0\"}],\n"
    "\"criteria\": [{\"id\": \"1\", \"max\": 20, \"indicators\": [\n"
    "{\"id\": \"1.1\", \"max\": 10, \"score\": {\"condition\": \"n > 5\"},\n"
    "\"evidence\": {\"kinds\": [\"r\"]}},\n"
    "{\"id\": \"1.2\", \"max\": 10, \"score\": {\"mark\": {}}}]}],\n"
    "\"grades\": [{\"id\": \"g\", \"min_total\": 1}, {\"id\": \"r\"}]}";

#define HEAD                                                                   \
    "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"U\", \"name\": "  \
    "\"A name that is longer than a small string\"}, \"period\": {\"from\": "  \
    "\"2026-01-01\", \"to\": \"2026-01-31\"}, "

/* What most dossiers say, all that a dossier may say, nothing, and errors. */
static const char plain[] =
    HEAD "\"facts\": {\"n\": 7, \"t\": \"\xC3\xA0 text\"}, \"evidence\": "
         "[{\"id\": \"e\", \"supports\": [\"1.1\"], \"kind\": \"r\"}]}";
static const char full[] =
    HEAD "\"facts\": {\"n\": 6, \"t\": \"\\u0061\"}, \"marks\": {\"1.2\": "
         "{\"committee\": 5}}, \"members\": [{\"id\": \"m\"}], "
         "\"evidence\": []}";
static const char bare[] = HEAD "\"facts\": {}}";
static const char inconsistent[] = HEAD "\"facts\": {\"n\": -1}}";

/* Returns the total of a dossier, as "points possible". */
static const char *total_of(const bontot_dossier *dossier) {
    static char out[2 * BONTOT_NUMBER_ROOM + 1];
    char points[BONTOT_NUMBER_ROOM];
    char possible[BONTOT_NUMBER_ROOM];
    bontot_result *result = NULL;
    CHECK(bontot_result_new(&result, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_evaluate(result, dossier, NULL) == BONTOT_OK);
    CHECK(bontot_result_total_text(result, BONTOT_POINTS, points,
                                   sizeof points) == BONTOT_OK);
    CHECK(bontot_result_total_text(result, BONTOT_POSSIBLE, possible,
                                   sizeof possible) == BONTOT_OK);
    bontot_result_free(result);
    sprintf(out, "%s %s", points, possible);
    return out;
}

static int has_total(const bontot_dossier *dossier, const char *expected) {
    return strcmp(total_of(dossier), expected) == 0;
}

static bontot_status read_text(bontot_dossier *dossier, const char *text,
                               bontot_error **error) {
    return bontot_dossier_read(dossier, text, strlen(text), NULL, error);
}

/* 1.1: 10 points if n > 5 and there is a report; 1.2: what was marked. */
static void test_forgets(const bontot_rubric *rubric) {
    static const struct {
        const char *text;
        const char *total;
    } rows[] = {{plain, "10 20"}, {full, "5 15"}, {bare, "0 20"}};
    bontot_number minus = {-1, 0};
    bontot_dossier *dossier = NULL;
    bontot_error *error = NULL;
    size_t i;
    size_t j;
    CHECK(bontot_dossier_new(&dossier, rubric, NULL, NULL) == BONTOT_OK);
    for (i = 0; i < 3; ++i) {
        for (j = 0; j < 3; ++j) {
            CHECK(read_text(dossier, rows[i].text, NULL) == BONTOT_OK);
            CHECK(has_total(dossier, rows[i].total));
            CHECK(read_text(dossier, rows[j].text, NULL) == BONTOT_OK);
            CHECK(has_total(dossier, rows[j].total));
            CHECK(read_text(dossier, inconsistent, &error) == BONTOT_BAD_INPUT);
            CHECK(strcmp(bontot_error_code(error, 0), "dossier_inconsistent") ==
                  0);
            bontot_error_free(error);
            CHECK(has_total(dossier, rows[j].total));
            CHECK(bontot_dossier_set_number(dossier, 0, minus, NULL) ==
                  BONTOT_OK);
        }
    }
    CHECK(read_text(dossier, bare, &error) == BONTOT_OK);
    CHECK(error == NULL && has_total(dossier, "0 20"));
    bontot_dossier_free(dossier);
}

static void test_wrong_use(const bontot_rubric *rubric) {
    bontot_dossier *dossier = NULL;
    bontot_error *error = NULL;
    bontot_options *options = NULL;
    CHECK(bontot_dossier_read(NULL, plain, 1, NULL, &error) == BONTOT_MISUSE);
    CHECK(strcmp(bontot_error_code(error, 0), "api_null") == 0);
    bontot_error_free(error);
    CHECK(bontot_dossier_load(&dossier, rubric, plain, sizeof plain - 1, NULL,
                              NULL) == BONTOT_OK);
    CHECK(bontot_dossier_read(dossier, NULL, 1, NULL, &error) == BONTOT_MISUSE);
    bontot_error_free(error);
    CHECK(bontot_dossier_read(dossier, NULL, 0, NULL, NULL) ==
          BONTOT_BAD_INPUT);
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_size_limit(options, sizeof full - 2) == BONTOT_OK);
    CHECK(bontot_dossier_read(dossier, full, sizeof full - 1, options, NULL) ==
          BONTOT_BAD_INPUT);
    CHECK(has_total(dossier, "10 20"));
    bontot_options_free(options);
    bontot_dossier_free(dossier);
}

static bontot_status read_twice(const bontot_options *options,
                                bontot_error **error, void *what) {
    bontot_dossier *dossier = NULL;
    bontot_status status = bontot_dossier_new(&dossier, what, options, error);
    if (status == BONTOT_OK)
        status = read_text(dossier, plain, error);
    if (status == BONTOT_OK) {
        status = read_text(dossier, full, error);
        CHECK(has_total(dossier, status == BONTOT_OK ? "5 15" : "10 20"));
    }
    bontot_dossier_free(dossier);
    return status;
}

static bontot_status read_badly(const bontot_options *options,
                                bontot_error **error, void *what) {
    bontot_dossier *dossier = NULL;
    bontot_status status = bontot_dossier_new(&dossier, what, options, error);
    if (status == BONTOT_OK)
        status = read_text(dossier, inconsistent, error);
    bontot_dossier_free(dossier);
    return status;
}

static void test_warm_reading(const bontot_rubric *rubric) {
    counts state = {0, 0, 0, (size_t)-1, 0};
    bontot_options *options = options_of(&state);
    bontot_dossier *dossier = NULL;
    size_t before;
    int i;
    CHECK(bontot_dossier_new(&dossier, rubric, options, NULL) == BONTOT_OK);
    for (i = 0; i < 4; ++i)
        CHECK(read_text(dossier, plain, NULL) == BONTOT_OK);
    before = state.calls;
    for (i = 0; i < 20; ++i)
        CHECK(read_text(dossier, plain, NULL) == BONTOT_OK);
    CHECK(state.calls == before);
    bontot_options_free(options);
    bontot_dossier_free(dossier);
    check_returned(&state, __LINE__);
}

int main(void) {
    bontot_rubric *rubric = NULL;
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, NULL) ==
          BONTOT_OK);
    test_forgets(rubric);
    test_wrong_use(rubric);
    run_out_everywhere(read_twice, rubric, BONTOT_OK, __LINE__);
    run_out_everywhere(read_badly, rubric, BONTOT_BAD_INPUT, __LINE__);
    test_warm_reading(rubric);
    bontot_rubric_free(rubric);
    return failures;
}
