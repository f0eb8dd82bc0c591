/* SPDX-License-Identifier: BSL-1.0 */
/* Tables of facts: what rows give, what is wrong with rows and with tables,
   memory that runs out. Every figure is worked out by hand. Prints what is
   wrong, and nothing else; returns the number of failures. */
#include "hooks.h"

/* A has n points of 10, B ten when the flag is set. */
static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\","
    "\"label\": {\"en\": \"Sheet\"}, \"period\": \"year\", \"facts\": ["
    "{\"id\": \"n\", \"type\": \"number\", \"min\": 0, \"max\": 10},"
    "{\"id\": \"flag\", \"type\": \"boolean\"},"
    "{\"id\": \"c\", \"type\": \"choice\", \"choices\": [\"yes\", \"no\"]},"
    "{\"id\": \"d\", \"type\": \"date\"}],"
    "\"consistency\": [{\"id\": \"c1\", \"assert\": \"c = \\\"yes\\\" or n < "
    "9\"}],"
    "\"criteria\": [{\"id\": \"A\", \"max\": 10, \"indicators\": [{\"id\": "
    "\"A1\", \"max\": 10, \"score\": {\"formula\": \"n\"}}]},"
    "{\"id\": \"B\", \"max\": 10, \"indicators\": [{\"id\": \"B1\", \"max\": "
    "10, \"score\": {\"condition\": \"flag\"}}]}],"
    "\"grades\": [{\"id\": \"top\", \"min_total\": 15}, {\"id\": \"rest\"}]}";

static bontot_rubric *rubric = NULL;

/* A table of four rows, and room for what comes of them. */
typedef struct fixture {
    int64_t n[4];
    uint8_t n_valid;
    uint8_t flags;
    int32_t words[3];
    uint8_t choices[4];
    bontot_column columns[3];
    bontot_column dictionary;
    bontot_table table;
    int64_t points[4];
    int64_t possible[4];
    int64_t completeness[4];
    int64_t b_points[4];
    int32_t grade[4];
    int32_t grade_possible[4];
    uint8_t status[4];
    bontot_node_column nodes[1];
    bontot_table_results results;
} fixture;

/* 7.5 and the flag; 9.5 and "no", which is wrong; unknown, no flag; 11. */
static void set_up(fixture *f) {
    static const bontot_column column = BONTOT_COLUMN_INIT;
    static const bontot_table table = BONTOT_TABLE_INIT;
    static const bontot_node_column node = BONTOT_NODE_COLUMN_INIT;
    static const bontot_table_results results = BONTOT_TABLE_RESULTS_INIT;
    static const int64_t n[] = {75, 95, 999, 110};
    static const int32_t words[] = {0, 2, 5};
    static const uint8_t choices[] = {1, 0, 1, 1};
    size_t i;
    memcpy(f->n, n, sizeof n);
    f->n_valid = 0x0B;
    f->flags = 0x01;
    memcpy(f->words, words, sizeof words);
    memcpy(f->choices, choices, sizeof choices);
    for (i = 0; i < 3; ++i)
        f->columns[i] = column;
    f->columns[0].type = BONTOT_COLUMN_INT64;
    f->columns[0].scale = 1;
    f->columns[0].values = f->n;
    f->columns[0].valid_bits = &f->n_valid;
    f->columns[1].slot = 1;
    f->columns[1].type = BONTOT_COLUMN_BOOLEAN_BITS;
    f->columns[1].values = &f->flags;
    f->columns[2].slot = 2;
    f->columns[2].type = BONTOT_COLUMN_UINT8;
    f->columns[2].values = f->choices;
    f->columns[2].dictionary = &f->dictionary;
    f->columns[2].dictionary_size = 2;
    f->dictionary = column;
    f->dictionary.type = BONTOT_COLUMN_TEXT32;
    f->dictionary.values = f->words;
    f->dictionary.text = "noyes";
    f->table = table;
    f->table.columns = f->columns;
    f->table.column_count = 3;
    f->results = results;
    f->results.scale = 2;
    f->results.points = f->points;
    f->results.possible = f->possible;
    f->results.completeness = f->completeness;
    f->results.grade = f->grade;
    f->results.grade_possible = f->grade_possible;
    f->results.status = f->status;
    f->nodes[0] = node;
    f->nodes[0].node = bontot_rubric_node_find(rubric, "B", 1);
    f->nodes[0].points = f->b_points;
    f->results.nodes = f->nodes;
    f->results.node_count = 1;
    for (i = 0; i < 4; ++i)
        f->points[i] = -5;
}

static bontot_status run(fixture *f, bontot_report **out,
                         bontot_error **error) {
    return bontot_evaluate_columns(out, rubric, &f->table, 0, 4, &f->results,
                                   NULL, error);
}

static void test_rows(void) {
    fixture f;
    bontot_report *report = NULL;
    const bontot_error *errors;
    set_up(&f);
    CHECK(run(&f, &report, NULL) == BONTOT_OK);
    CHECK(f.status[0] == BONTOT_ROW_SCORED && f.status[1] == BONTOT_ROW_WRONG);
    CHECK(f.status[2] == BONTOT_ROW_SCORED && f.status[3] == BONTOT_ROW_WRONG);
    CHECK(f.points[0] == 1750 && f.possible[0] == 1750);
    CHECK(f.completeness[0] == 1000000000000);
    CHECK(f.completeness[2] == 500000000000);
    CHECK(f.points[2] == 0 && f.possible[2] == 1000);
    CHECK(f.grade[0] == 0 && f.grade_possible[0] == 0);
    CHECK(f.grade[2] == 1 && f.grade_possible[2] == 1);
    CHECK(f.grade[1] == -1 && f.points[1] == 0 && f.possible[3] == 0);
    CHECK(f.b_points[0] == 1000 && f.b_points[2] == 0);
    CHECK(bontot_report_error_count(report) == 2);
    CHECK(bontot_report_wrong_rows(report) == 2);
    errors = bontot_report_errors(report);
    CHECK(bontot_error_count(errors) == 2);
    CHECK(strcmp(bontot_error_pointer(errors, 0), "/1") == 0);
    CHECK(strcmp(bontot_error_code(errors, 0), "dossier_inconsistent") == 0);
    CHECK(strcmp(bontot_error_pointer(errors, 1), "/3/n") == 0);
    CHECK(strcmp(bontot_error_message(errors, 1, BONTOT_EN),
                 "The fact n is 11, but must be from 0 to 10.") == 0);
    CHECK(bontot_report_row(report, 0) == 1);
    CHECK(bontot_report_row(report, 1) == 3);
    CHECK(bontot_report_row(report, 2) == BONTOT_NONE);
    bontot_report_free(report);
    /* Some rows, and no report. */
    set_up(&f);
    f.results.scale = 0;
    CHECK(bontot_evaluate_columns(NULL, rubric, &f.table, 0, 1, &f.results,
                                  NULL, NULL) == BONTOT_OK);
    CHECK(f.status[0] == BONTOT_ROW_NO_FIT && f.points[0] == 0);
    CHECK(f.points[1] == -5);
    report = NULL;
    CHECK(bontot_evaluate_columns(&report, rubric, &f.table, 2, 1, &f.results,
                                  NULL, NULL) == BONTOT_OK);
    CHECK(bontot_report_errors(report) == NULL);
    CHECK(f.possible[2] == 10);
    bontot_report_free(report);
}

static void test_nothing(void) {
    CHECK(bontot_report_error_count(NULL) == 0);
    CHECK(bontot_report_wrong_rows(NULL) == 0);
    CHECK(bontot_report_errors(NULL) == NULL);
    CHECK(bontot_report_row(NULL, 0) == BONTOT_NONE);
    bontot_report_free(NULL);
}

static void test_nodes(void) {
    size_t length = 0;
    CHECK(bontot_rubric_node_count(rubric) == 4);
    CHECK(bontot_rubric_node_find(rubric, "B1", 2) == 3);
    CHECK(bontot_rubric_node_find(rubric, "C", 1) == BONTOT_NONE);
    CHECK(strcmp(bontot_rubric_node_id(rubric, 2, &length), "B") == 0);
    CHECK(length == 1);
    CHECK(bontot_rubric_node_id(rubric, 4, &length) == NULL && length == 0);
    CHECK(bontot_rubric_node_parent(rubric, 3) == 2);
    CHECK(bontot_rubric_node_parent(rubric, 2) == BONTOT_NONE);
    CHECK(bontot_rubric_node_parent(rubric, 4) == BONTOT_NONE);
    CHECK(bontot_rubric_node_count(NULL) == 0);
    CHECK(bontot_rubric_node_find(NULL, "B", 1) == BONTOT_NONE);
    CHECK(bontot_rubric_node_find(rubric, NULL, 1) == BONTOT_NONE);
    CHECK(bontot_rubric_node_id(NULL, 0, NULL) == NULL);
}

/* Expects that a table is refused, with all that is wrong with it. */
static void refused(fixture *f, bontot_status expected, const char *code,
                    const char *pointer, int line) {
    bontot_report *report = NULL;
    bontot_error *error = NULL;
    check(run(f, &report, &error) == expected, "the status", line);
    check(report == NULL, "there is no report", line);
    check(error != NULL && strcmp(bontot_error_code(error, 0), code) == 0, code,
          line);
    check(error != NULL && strcmp(bontot_error_pointer(error, 0), pointer) == 0,
          pointer, line);
    check(f->points[0] == -5, "nothing is written", line);
    bontot_error_free(error);
    set_up(f);
}

#define REFUSED(status, code, pointer)                                         \
    refused(&f, status, code, pointer, __LINE__)

static void test_wrong_tables(void) {
    fixture f;
    set_up(&f);
    f.table.size = sizeof(bontot_table) - 1;
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "");
    f.columns[1].size = 0;
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "");
    f.dictionary.size = 1;
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "");
    f.results.size = 0;
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "");
    f.nodes[0].size = 0;
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "");
    f.table.columns = NULL;
    REFUSED(BONTOT_MISUSE, "api_null", "");
    f.results.nodes = NULL;
    REFUSED(BONTOT_MISUSE, "api_null", "");
    f.columns[0].slot = 4;
    REFUSED(BONTOT_MISUSE, "dossier_no_slot", "/columns/0");
    f.columns[0].slot = BONTOT_NONE;
    REFUSED(BONTOT_MISUSE, "dossier_no_slot", "/columns/0");
    f.columns[1].slot = 0;
    REFUSED(BONTOT_MISUSE, "columns_repeated", "/columns/1");
    f.columns[0].type = BONTOT_COLUMN_DATE32;
    REFUSED(BONTOT_MISUSE, "dossier_slot_type", "/columns/0");
    f.columns[0].type = 17;
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "");
    f.columns[0].type = -1;
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "");
    f.columns[0].scale = 39;
    REFUSED(BONTOT_MISUSE, "columns_scale", "/columns/0");
    f.columns[0].values = NULL;
    REFUSED(BONTOT_MISUSE, "columns_null", "/columns/0");
    f.columns[0].values = (const char *)(const void *)f.n + 1;
    REFUSED(BONTOT_MISUSE, "columns_misaligned", "/columns/0");
    f.columns[0].valid_bytes = f.choices;
    REFUSED(BONTOT_MISUSE, "columns_two_masks", "/columns/0");
    f.dictionary.type = BONTOT_COLUMN_INT8;
    REFUSED(BONTOT_MISUSE, "columns_dictionary", "/columns/2");
    f.results.scale = 13;
    REFUSED(BONTOT_MISUSE, "columns_scale", "/scale");
    f.results.possible = (int64_t *)(void *)((char *)f.possible + 4);
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "/possible");
    f.nodes[0].node = 4;
    REFUSED(BONTOT_MISUSE, "api_no_node", "/nodes/0");
    f.nodes[0].node = BONTOT_NONE;
    REFUSED(BONTOT_MISUSE, "api_no_node", "/nodes/0");
    CHECK(bontot_evaluate_columns(NULL, NULL, &f.table, 0, 4, &f.results, NULL,
                                  NULL) == BONTOT_MISUSE);
    CHECK(bontot_evaluate_columns(NULL, rubric, NULL, 0, 4, &f.results, NULL,
                                  NULL) == BONTOT_MISUSE);
    CHECK(bontot_evaluate_columns(NULL, rubric, &f.table, 0, 4, NULL, NULL,
                                  NULL) == BONTOT_MISUSE);
}

/* Rows at the ends of their type. */
static void test_far_rows(void) {
    static const size_t far[][2] = {
        {BONTOT_NONE, 1},     {BONTOT_NONE, 0},         {1, BONTOT_NONE},
        {BONTOT_NONE - 3, 4}, {BONTOT_NONE / 2 + 1, 1}, {0, BONTOT_NONE}};
    fixture f;
    size_t i;
    set_up(&f);
    for (i = 0; i < sizeof far / sizeof *far; ++i) {
        bontot_error *error = NULL;
        CHECK(bontot_evaluate_columns(NULL, rubric, &f.table, far[i][0],
                                      far[i][1], &f.results, NULL,
                                      &error) == BONTOT_MISUSE);
        CHECK(bontot_error_count(error) == 1);
        CHECK(strcmp(bontot_error_pointer(error, 0), "/first_row") == 0);
        CHECK(f.points[0] == -5);
        bontot_error_free(error);
    }
}

/* Offsets and counts at the ends of their types. */
static void test_far_ends(void) {
    /* The most cells of 16 bytes that memory has places for, less one. */
    static const size_t most = (size_t)PTRDIFF_MAX / 16 - 1;
    fixture f;
    set_up(&f);
    f.columns[0].offset = BONTOT_NONE;
    REFUSED(BONTOT_MISUSE, "columns_bad_offset", "/columns/0");
    f.columns[0].offset = BONTOT_NONE - 3; /* with the last row it is 0 */
    REFUSED(BONTOT_MISUSE, "columns_bad_offset", "/columns/0");
    f.columns[0].offset = most - 3; /* 4 rows do not fit behind it */
    REFUSED(BONTOT_MISUSE, "columns_bad_offset", "/columns/0");
    f.dictionary.offset = BONTOT_NONE;
    REFUSED(BONTOT_MISUSE, "columns_bad_offset", "/columns/2");
    f.dictionary.offset = most - 1; /* nor 2 texts */
    REFUSED(BONTOT_MISUSE, "columns_bad_offset", "/columns/2");
    f.columns[2].dictionary_size = BONTOT_NONE;
    REFUSED(BONTOT_MISUSE, "columns_bad_offset", "/columns/2");
    f.table.column_count = BONTOT_NONE;
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "");
    f.table.column_count = 5; /* of 4 facts */
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "");
    f.results.node_count = BONTOT_NONE;
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "");
    f.columns[1].type = BONTOT_COLUMN_NOTHING; /* has no places */
    f.columns[1].offset = BONTOT_NONE;
    CHECK(run(&f, NULL, NULL) == BONTOT_OK);
    CHECK(f.points[0] == 750);
}

/* What a dictionary says is no text is unknown, by bits and by bytes. */
static void test_dictionary_masks(void) {
    static const uint8_t bytes[] = {0, 1}; /* not "no" */
    static const uint8_t bits[] = {0x01};
    fixture f;
    set_up(&f);
    f.n[0] = 95; /* with "yes" it may be, with "no" not, else it is open */
    CHECK(run(&f, NULL, NULL) == BONTOT_OK);
    CHECK(f.status[0] == BONTOT_ROW_SCORED && f.points[0] == 1950);
    f.choices[0] = 0;
    CHECK(run(&f, NULL, NULL) == BONTOT_OK);
    CHECK(f.status[0] == BONTOT_ROW_WRONG);
    f.dictionary.valid_bytes = bytes;
    CHECK(run(&f, NULL, NULL) == BONTOT_OK);
    CHECK(f.status[0] == BONTOT_ROW_SCORED && f.points[0] == 1950);
    set_up(&f);
    f.dictionary.valid_bytes = bytes;
    f.dictionary.valid_bits = bits;
    REFUSED(BONTOT_MISUSE, "columns_dictionary", "/columns/2");
    f.dictionary.dictionary = &f.dictionary;
    REFUSED(BONTOT_MISUSE, "api_bad_argument", "");
}

static void test_period(void) {
    fixture f;
    bontot_options *options = NULL;
    bontot_error *error = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_period(NULL, "2026-01-01", 10, "2026-12-31", 10) ==
          BONTOT_MISUSE);
    CHECK(bontot_options_set_period(options, NULL, 10, "2026-12-31", 10) ==
          BONTOT_MISUSE);
    CHECK(bontot_options_set_period(options, "2026-01-01", 10, "2026-12-32",
                                    10) == BONTOT_BAD_INPUT);
    set_up(&f);
    CHECK(bontot_evaluate_columns(NULL, rubric, &f.table, 0, 4, &f.results,
                                  options, NULL) == BONTOT_OK);
    CHECK(bontot_options_set_period(options, "2026-01-01", 10, "2026-11-30",
                                    10) == BONTOT_OK);
    set_up(&f);
    CHECK(bontot_evaluate_columns(NULL, rubric, &f.table, 0, 4, &f.results,
                                  options, &error) == BONTOT_BAD_INPUT);
    CHECK(strcmp(bontot_error_code(error, 0), "dossier_period_length") == 0);
    CHECK(f.points[0] == -5);
    bontot_error_free(error);
    CHECK(bontot_options_set_period(options, "2026-01-01", 10, "2026-12-31",
                                    10) == BONTOT_OK);
    CHECK(bontot_evaluate_columns(NULL, rubric, &f.table, 0, 4, &f.results,
                                  options, NULL) == BONTOT_OK);
    CHECK(f.points[0] == 1750);
    bontot_options_free(options);
}

static bontot_status score(const bontot_options *options, bontot_error **error,
                           void *what) {
    fixture *f = what;
    bontot_report *report = NULL;
    bontot_status status = bontot_evaluate_columns(
        &report, rubric, &f->table, 0, 4, &f->results, options, error);
    CHECK((status == BONTOT_OK) == (report != NULL));
    bontot_report_free(report);
    return status;
}

static void test_memory(void) {
    fixture f;
    set_up(&f);
    run_out_everywhere(score, &f, BONTOT_OK, __LINE__);
    CHECK(f.points[0] == 1750);
    f.columns[0].slot = 9;
    run_out_everywhere(score, &f, BONTOT_MISUSE, __LINE__);
}

int main(void) {
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, NULL) ==
          BONTOT_OK);
    test_rows();
    test_nothing();
    test_nodes();
    test_wrong_tables();
    test_far_rows();
    test_far_ends();
    test_dictionary_masks();
    test_period();
    test_memory();
    bontot_rubric_free(rubric);
    return failures;
}
