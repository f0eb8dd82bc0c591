/* SPDX-License-Identifier: BSL-1.0 */
/* A program as it was written for the first header that could evaluate
   (first/bontot/bontot.h, kept as it was but for line breaks), against today's
   library. It calls every function of that header that takes part in scoring.

   first DATA: the folder tests/data */
#include <bontot/bontot.h>

#include <stdio.h>
#include <string.h>

static int failures;

static void check(int truth, int line) {
    if (!truth) {
        fprintf(stderr, "first.c:%d: not so\n", line);
        ++failures;
    }
}
#define CHECK(truth) check(truth, __LINE__)

static char json[1 << 20];

static size_t read_file(const char *folder, const char *name) {
    char path[4096];
    FILE *file;
    size_t length;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "rb");
    if (!file)
        return 0;
    length = fread(json, 1, sizeof json, file);
    return fclose(file) == 0 ? length : 0;
}

static int begins(const char *text, const char *with) {
    return text && strncmp(text, with, strlen(with)) == 0;
}

static void check_errors(const bontot_rubric *rubric) {
    bontot_dossier *dossier = NULL;
    bontot_error *error = NULL;
    CHECK(bontot_dossier_load(&dossier, rubric, "{", 1, NULL, &error) ==
          BONTOT_BAD_INPUT);
    CHECK(dossier == NULL);
    CHECK(bontot_error_count(error) == 1);
    CHECK(strcmp(bontot_error_code(error, 0), "json_incomplete") == 0);
    CHECK(*bontot_error_message(error, 0, BONTOT_VI) != '\0');
    CHECK(*bontot_error_pointer(error, 0) == '\0');
    CHECK(bontot_error_offset(error, 0) == 1);
    CHECK(bontot_error_line(error, 0) == 1);
    CHECK(bontot_error_column(error, 0) == 2);
    CHECK(bontot_error_expression_column(error, 0) == 0);
    bontot_error_free(error);
}

static void check_rubric(const bontot_rubric *rubric,
                         const bontot_options *options) {
    size_t length = 0;
    const size_t slot = bontot_rubric_fact_slot(rubric, "tasks.assigned", 14);
    bontot_text *text = NULL;
    CHECK(strcmp(bontot_rubric_id(rubric, &length), "bon-tot-2023") == 0);
    CHECK(length == 12);
    CHECK(bontot_rubric_version(rubric, NULL) != NULL);
    CHECK(bontot_rubric_label(rubric, BONTOT_EN, NULL) != NULL);
    CHECK(slot < bontot_rubric_fact_count(rubric));
    CHECK(begins(bontot_rubric_fact_id(rubric, slot, NULL), "tasks.assigned"));
    CHECK(bontot_rubric_fact_label(rubric, slot, BONTOT_EN, NULL) != NULL);
    CHECK(bontot_rubric_fact_type(rubric, slot) == BONTOT_FACT_NUMBER);
    CHECK(bontot_rubric_fact_slot(rubric, "no", 2) == BONTOT_NONE);
    CHECK(bontot_rubric_describe(&text, rubric, options, NULL) == BONTOT_OK);
    CHECK(bontot_text_data(text, &length) != NULL && length > 1000);
    bontot_text_free(text);
    CHECK(bontot_rubric_template(&text, rubric, options, NULL) == BONTOT_OK);
    CHECK(begins(bontot_text_data(text, NULL), "{"));
    bontot_text_free(text);
}

static void set_facts(bontot_dossier *dossier, const bontot_rubric *rubric) {
    bontot_number number = {48, 0};
    bontot_error *error = NULL;
    const size_t assigned =
        bontot_rubric_fact_slot(rubric, "tasks.assigned", 14);
    const size_t trend =
        bontot_rubric_fact_slot(rubric, "workers.income_trend", 20);
    CHECK(bontot_dossier_set_unit(dossier, "CB", 2, "Cell", 4, NULL) ==
          BONTOT_OK);
    CHECK(bontot_dossier_set_period(dossier, "2023-01-01", 10, "2023-12-31", 10,
                                    NULL) == BONTOT_OK);
    CHECK(bontot_dossier_set_number(dossier, assigned, number, NULL) ==
          BONTOT_OK);
    CHECK(bontot_dossier_set_text(dossier, trend, "held", 4, NULL) ==
          BONTOT_OK);
    CHECK(bontot_dossier_set_boolean(dossier, assigned, 1, &error) ==
          BONTOT_BAD_INPUT);
    bontot_error_free(error);
    CHECK(bontot_dossier_set_date(dossier, assigned, "2023-01-01", 10, NULL) ==
          BONTOT_BAD_INPUT);
    CHECK(bontot_dossier_set(dossier, "tasks.overdue", 13, "1", 1, NULL) ==
          BONTOT_OK);
    CHECK(bontot_dossier_clear(dossier, trend, NULL) == BONTOT_OK);
}

static void check_total(const bontot_result *result) {
    char text[BONTOT_NUMBER_ROOM];
    bontot_number number = {0, 0};
    CHECK(bontot_result_total(result, BONTOT_POINTS, &number) == BONTOT_OK);
    CHECK(number.coefficient == INT64_C(8550896656535) && number.scale == 11);
    CHECK(bontot_result_total_text(result, BONTOT_POSSIBLE, text,
                                   sizeof text) == BONTOT_OK);
    CHECK(strcmp(text, "89.175633232016") == 0);
    CHECK(bontot_result_total_double(result, BONTOT_MAX) > 99.9);
    CHECK(bontot_result_completeness_text(result, text, sizeof text) ==
          BONTOT_OK);
    CHECK(bontot_result_grade(result, NULL) != NULL);
    CHECK(strcmp(bontot_result_grade_label(result, BONTOT_EN, NULL),
                 "Three-good cell") == 0);
    CHECK(bontot_result_grade_possible(result, NULL) != NULL);
    CHECK(bontot_result_reachable_count(result) > 0);
    CHECK(bontot_result_reachable(result, 0, NULL) != NULL);
}

static void check_nodes(const bontot_result *result,
                        const bontot_options *options) {
    const size_t node = bontot_result_node_find(result, "3.7", 3);
    char text[BONTOT_NUMBER_ROOM];
    bontot_number number = {-1, 0};
    bontot_text *reason = NULL;
    CHECK(node < bontot_result_node_count(result));
    CHECK(strcmp(bontot_result_node_id(result, node, NULL), "3.7") == 0);
    CHECK(begins(bontot_result_node_label(result, node, BONTOT_EN, NULL),
                 "Meetings rated good"));
    CHECK(bontot_result_node_parent(
              result, bontot_result_node_parent(result, node)) == BONTOT_NONE);
    CHECK(bontot_result_node_state(result, node) == BONTOT_UNKNOWN);
    CHECK(bontot_result_node_good(result, node) == -1);
    CHECK(bontot_result_node_points(result, node, BONTOT_POINTS, &number) ==
          BONTOT_OK);
    CHECK(number.coefficient == 0);
    CHECK(bontot_result_node_points_text(result, node, BONTOT_POSSIBLE, text,
                                         sizeof text) == BONTOT_OK);
    CHECK(strcmp(text, "3") == 0);
    CHECK(bontot_result_node_reason(&reason, result, node, options, NULL) ==
          BONTOT_OK);
    CHECK(*bontot_text_data(reason, NULL) != '\0');
    bontot_text_free(reason);
    CHECK(bontot_result_check_count(result) > 0);
    CHECK(bontot_result_check_id(result, 0, NULL) != NULL);
    CHECK(bontot_result_check_message(result, 0, BONTOT_VI, NULL) != NULL);
    CHECK(bontot_result_check_outcome(result, 0) >= BONTOT_NO);
    CHECK(bontot_result_check_severity(result, 0) <= BONTOT_ERROR);
}

static void check_written(const bontot_result *result,
                          const bontot_options *options) {
    bontot_text *text = NULL;
    CHECK(bontot_result_write(&text, result, BONTOT_JSON, options, NULL) ==
          BONTOT_OK);
    CHECK(begins(bontot_text_data(text, NULL),
                 "{\"format\":\"bontot-result/1\""));
    bontot_text_free(text);
    CHECK(bontot_result_write(&text, result, BONTOT_TEXT, options, NULL) ==
          BONTOT_OK);
    CHECK(begins(bontot_text_data(text, NULL), "Grade: Three-good cell"));
    bontot_text_free(text);
    CHECK(bontot_feel_evaluate(&text, "n + 1", 5, "{\"n\": 2}", 8, NULL,
                               NULL) == BONTOT_OK);
    CHECK(strcmp(bontot_text_data(text, NULL), "3") == 0);
    bontot_text_free(text);
}

int main(int count, char **arguments) {
    bontot_options *options = NULL;
    bontot_rubric *rubric = NULL;
    bontot_dossier *dossier = NULL, *other = NULL;
    bontot_result *result = NULL;
    size_t length;
    if (count != 2)
        return 2;
    length = read_file(arguments[1], "dossiers/example.json");
    CHECK(*bontot_version() != '\0');
    CHECK(strcmp(bontot_status_name(BONTOT_NO_FIT), "no_fit") == 0);
    CHECK(bontot_builtin_count() > 0 && bontot_builtin_id(0) != NULL);
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_language(options, BONTOT_EN) == BONTOT_OK);
    CHECK(bontot_options_set_size_limit(options, sizeof json) == BONTOT_OK);
    CHECK(bontot_options_set_other_rubric(options, 0) == BONTOT_OK);
    CHECK(bontot_options_set_colour(options, 0) == BONTOT_OK);
    CHECK(bontot_options_set_memory(options, NULL, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_rubric_load(&rubric, "{}", 2, options, NULL) ==
          BONTOT_BAD_INPUT);
    CHECK(bontot_rubric_builtin(&rubric, "bon-tot-2023", options, NULL) ==
          BONTOT_OK);
    CHECK(bontot_dossier_load(&dossier, rubric, json, length, options, NULL) ==
          BONTOT_OK);
    CHECK(bontot_dossier_new(&other, rubric, options, NULL) == BONTOT_OK);
    CHECK(bontot_result_new(&result, options, NULL) == BONTOT_OK);
    if (failures != 0)
        return 1;
    check_errors(rubric);
    check_rubric(rubric, options);
    set_facts(other, rubric);
    CHECK(bontot_evaluate(result, other, NULL) == BONTOT_OK);
    CHECK(bontot_evaluate(result, dossier, NULL) == BONTOT_OK);
    bontot_dossier_free(other);
    bontot_dossier_free(dossier);
    check_total(result);
    check_nodes(result, options);
    check_written(result, options);
    bontot_result_free(result);
    bontot_rubric_free(rubric);
    bontot_options_free(options);
    return failures != 0;
}
