/* SPDX-License-Identifier: BSL-1.0 */
/* Cohorts and rankings over the C API, rightly and wrongly, and with memory
   that runs out. Prints what is wrong, and nothing else; returns the number of
   failures. */
#include "hooks.h"

static int same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* The line is worth n points. 20 % (raised: half) of those who are good may be
   best; what parts ties is how often they were late. */
static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\",\n"
    "\"label\": {\"vi\": \"S\"},\n"
    "\"facts\": [{\"id\": \"n\", \"type\": \"number\", \"min\": 0, \"max\": "
    "10}, {\"id\": \"late\", \"type\": \"number\"}],\n"
    "\"criteria\": [{\"id\": \"1\", \"max\": 10, \"indicators\": [\n"
    "{\"id\": \"1.1\", \"max\": 10, \"score\": {\"formula\": \"n\"}}]}],\n"
    "\"grades\": [{\"id\": \"best\", \"min_total\": 9, \"quota\": {\"share\": "
    "0.2, \"raised\": 0.5, \"of\": \"next\"}},\n"
    "{\"id\": \"good\", \"min_total\": 7}, {\"id\": \"rest\"}],\n"
    "\"cohort\": {\"tie_chain\": [\"total\", \"-fact:late\"]}}";

/* A unit of a test: `facts` is JSON. */
typedef struct unit {
    const char *id;
    const char *group;
    const char *facts;
} unit;

/* North: A and B are best and equal, C to G are good: one may be best. */
static const unit units[] = {
    {"A", "north", "\"n\": 9.5, \"late\": 0"},
    {"B", "north", "\"n\": 9.50, \"late\": 0"},
    {"C", "north", "\"n\": 8, \"late\": 0"},
    {"D", "north", "\"n\": 7.25, \"late\": 3"},
    {"E", "north", "\"n\": 7, \"late\": 0"},
    {"F", "north", "\"n\": 7, \"late\": 1"},
    {"G", "north", "\"n\": 7, \"late\": 2"},
    {"H", "", "\"n\": 9, \"late\": 1"},
    {"I", "", ""},
};
enum { unit_count = sizeof units / sizeof units[0] };

static bontot_status evaluate(bontot_result **out, const bontot_rubric *rubric,
                              const unit *which, const bontot_options *options,
                              bontot_error **error) {
    char json[500];
    bontot_dossier *dossier = NULL;
    bontot_status status;
    int length = snprintf(
        json, sizeof json,
        "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"%s\", "
        "\"name\": \"Unit %s, a name of some length\"%s%s%s}, "
        "\"period\": {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"}, "
        "\"facts\": {%s}}",
        which->id, which->id, which->group[0] == '\0' ? "" : ", \"group\": \"",
        which->group, which->group[0] == '\0' ? "" : "\"", which->facts);
    *out = NULL;
    status = bontot_dossier_load(&dossier, rubric, json, (size_t)length,
                                 options, error);
    if (status == BONTOT_OK)
        status = bontot_result_new(out, options, error);
    if (status == BONTOT_OK)
        status = bontot_evaluate(*out, dossier, error);
    bontot_dossier_free(dossier);
    return status;
}

/* Adds a unit in one of three ways. */
static bontot_status add(bontot_cohort *cohort, const bontot_rubric *rubric,
                         const unit *which, int way,
                         const bontot_options *options, bontot_error **error) {
    bontot_result *result = NULL;
    bontot_summary *summary = NULL;
    bontot_text *json = NULL;
    bontot_status status = evaluate(&result, rubric, which, options, error);
    if (status == BONTOT_OK && way == 0)
        status = bontot_cohort_add(cohort, result, error);
    if (status == BONTOT_OK && way == 1) {
        status = bontot_summary_of(&summary, result, options, error);
        if (status == BONTOT_OK)
            status = bontot_cohort_add_summary(cohort, summary, error);
    }
    if (status == BONTOT_OK && way == 2) {
        status =
            bontot_result_write(&json, result, BONTOT_JSON, options, error);
        if (status == BONTOT_OK) {
            size_t length = 0;
            const char *data = bontot_text_data(json, &length);
            status =
                bontot_cohort_add_json(cohort, data, length, options, error);
        }
    }
    bontot_text_free(json);
    bontot_summary_free(summary);
    bontot_result_free(result);
    return status;
}

static bontot_cohort *cohort_of(const bontot_rubric *rubric) {
    bontot_cohort *cohort = NULL;
    int i;
    CHECK(bontot_cohort_new(&cohort, rubric, NULL, NULL) == BONTOT_OK);
    for (i = 0; i < unit_count; ++i)
        CHECK(add(cohort, rubric, &units[i], i % 3, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_cohort_count(cohort) == unit_count);
    return cohort;
}

static void test_places(const bontot_ranking *all) {
    char digits[BONTOT_NUMBER_ROOM];
    bontot_number number = {0, 0};
    size_t length = 9;
    /* Those without a group first: H, then I, who is open. */
    CHECK(bontot_ranking_place_count(all) == 9);
    CHECK(same(bontot_ranking_unit(all, 0, &length), "H") && length == 1);
    CHECK(same(bontot_ranking_group(all, 0, &length), "") && length == 0);
    CHECK(bontot_ranking_state(all, 0) == BONTOT_PLACE_MOVES);
    CHECK(same(bontot_ranking_unit(all, 1, NULL), "I"));
    CHECK(bontot_ranking_rank(all, 1) == 0);
    CHECK(bontot_ranking_rank_possible(all, 1) == 0);
    CHECK(bontot_ranking_state(all, 1) == BONTOT_PLACE_OPEN);
    CHECK(same(bontot_ranking_grade(all, 1, NULL), "rest"));
    CHECK(same(bontot_ranking_grade_possible(all, 1, NULL), "best"));
    CHECK(bontot_ranking_total_text(all, 1, BONTOT_POSSIBLE, digits,
                                    sizeof digits) == BONTOT_OK);
    CHECK(same(digits, "10"));
    CHECK(same(bontot_ranking_unit(all, 2, NULL), "A"));
    CHECK(same(bontot_ranking_unit_name(all, 2, NULL),
               "Unit A, a name of some length"));
    CHECK(same(bontot_ranking_group(all, 2, NULL), "north"));
    CHECK(bontot_ranking_rank(all, 3) == 1);
    CHECK(bontot_ranking_rank_possible(all, 3) == 1);
    CHECK(bontot_ranking_tied(all, 3) == 1);
    CHECK(bontot_ranking_tied(all, 4) == 0);
    CHECK(bontot_ranking_rank(all, 8) == 7);
    CHECK(same(bontot_ranking_unit(all, 8, NULL), "G"));
    CHECK(bontot_ranking_total(all, 5, BONTOT_POINTS, &number) == BONTOT_OK);
    CHECK(number.coefficient == 725 && number.scale == 2);
    CHECK(bontot_ranking_state(all, 2) == BONTOT_PLACE_UNDECIDED);
    CHECK(same(bontot_ranking_proposed(all, 2, NULL), "good"));
    CHECK(same(bontot_ranking_proposed_possible(all, 2, NULL), "best"));
    CHECK(bontot_ranking_state(all, 4) == BONTOT_PLACE_KEPT);
    CHECK(same(bontot_ranking_grade(all, 4, NULL), "good"));
}

static void test_no_place(const bontot_ranking *all, size_t place) {
    char digits[BONTOT_NUMBER_ROOM];
    bontot_number number = {0, 0};
    size_t length = 9;
    CHECK(bontot_ranking_unit(all, place, &length) == NULL && length == 0);
    CHECK(bontot_ranking_unit_name(all, place, NULL) == NULL);
    CHECK(bontot_ranking_group(all, place, NULL) == NULL);
    CHECK(bontot_ranking_rank(all, place) == 0);
    CHECK(bontot_ranking_rank_possible(all, place) == 0);
    CHECK(bontot_ranking_tied(all, place) == -1);
    CHECK(bontot_ranking_total(all, place, BONTOT_POINTS, &number) ==
          BONTOT_MISUSE);
    CHECK(bontot_ranking_total_text(all, place, BONTOT_POINTS, digits,
                                    sizeof digits) == BONTOT_MISUSE);
    CHECK(bontot_ranking_grade(all, place, NULL) == NULL);
    CHECK(bontot_ranking_grade_possible(all, place, NULL) == NULL);
    CHECK(bontot_ranking_state(all, place) == -1);
    CHECK(bontot_ranking_proposed(all, place, NULL) == NULL);
    CHECK(bontot_ranking_proposed_possible(all, place, NULL) == NULL);
    CHECK(bontot_ranking_quota_grade(all, place, NULL) == NULL);
    CHECK(bontot_ranking_quota_group(all, place, &length) == NULL);
    CHECK(bontot_ranking_quota_units(all, place, BONTOT_QUOTA_BASE) ==
          BONTOT_NONE);
    CHECK(bontot_ranking_quota_share(all, place, &number) == BONTOT_MISUSE);
    CHECK(bontot_ranking_movement_place(all, place) == BONTOT_NONE);
    CHECK(bontot_ranking_movement_quota(all, place) == BONTOT_NONE);
    CHECK(bontot_ranking_movement_undecided(all, place) == -1);
    CHECK(bontot_ranking_movement_to(all, place, NULL) == NULL);
    CHECK(bontot_ranking_movement_to_possible(all, place, NULL) == NULL);
}

static void test_quotas(const bontot_ranking *all) {
    bontot_number share = {0, 0};
    size_t length = 9;
    CHECK(bontot_ranking_quota_count(all) == 2);
    CHECK(same(bontot_ranking_quota_grade(all, 1, NULL), "best"));
    CHECK(same(bontot_ranking_quota_group(all, 0, &length), "") && length == 0);
    CHECK(same(bontot_ranking_quota_group(all, 1, NULL), "north"));
    CHECK(bontot_ranking_quota_units(all, 0, BONTOT_QUOTA_OPEN) == 1);
    CHECK(bontot_ranking_quota_units(all, 0, BONTOT_QUOTA_MOVED) == 1);
    CHECK(bontot_ranking_quota_units(all, 1, BONTOT_QUOTA_BASE) == 5);
    CHECK(bontot_ranking_quota_units(all, 1, BONTOT_QUOTA_ALLOWED) == 1);
    CHECK(bontot_ranking_quota_units(all, 1, BONTOT_QUOTA_HELD) == 2);
    CHECK(bontot_ranking_quota_units(all, 1, BONTOT_QUOTA_KEPT) == 0);
    CHECK(bontot_ranking_quota_units(all, 1, BONTOT_QUOTA_UNDECIDED) == 2);
    CHECK(bontot_ranking_quota_units(all, 1, 7) == BONTOT_NONE);
    CHECK(bontot_ranking_quota_share(all, 1, &share) == BONTOT_OK);
    CHECK(share.coefficient == 2 && share.scale == 1);
    CHECK(bontot_ranking_quota_share(all, 1, NULL) == BONTOT_MISUSE);
    CHECK(bontot_ranking_movement_count(all) == 3);
    CHECK(bontot_ranking_movement_place(all, 0) == 0);
    CHECK(bontot_ranking_movement_quota(all, 0) == 0);
    CHECK(bontot_ranking_movement_undecided(all, 0) == 0);
    CHECK(same(bontot_ranking_movement_to(all, 0, NULL), "good"));
    CHECK(same(bontot_ranking_movement_to_possible(all, 0, NULL), "good"));
    CHECK(bontot_ranking_movement_place(all, 2) == 3);
    CHECK(bontot_ranking_movement_quota(all, 2) == 1);
    CHECK(bontot_ranking_movement_undecided(all, 2) == 1);
}

static void test_written(const bontot_ranking *all) {
    bontot_options *options = NULL;
    bontot_text *text = NULL;
    bontot_error *error = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_language(options, BONTOT_EN) == BONTOT_OK);
    CHECK(bontot_ranking_write(&text, all, BONTOT_JSON, NULL, NULL) ==
          BONTOT_OK);
    CHECK(strncmp(bontot_text_data(text, NULL),
                  "{\"format\":\"bontot-ranking/1\"", 28) == 0);
    bontot_text_free(text);
    CHECK(bontot_ranking_write(&text, all, BONTOT_TEXT, options, NULL) ==
          BONTOT_OK);
    CHECK(strstr(bontot_text_data(text, NULL), "people in charge") != NULL);
    CHECK(strchr(bontot_text_data(text, NULL), '\x1b') == NULL);
    bontot_text_free(text);
    text = NULL;
    CHECK(bontot_options_set_colour(options, 1) == BONTOT_OK);
    CHECK(bontot_ranking_write(&text, all, BONTOT_TEXT, options, NULL) ==
          BONTOT_OK);
    CHECK(strchr(bontot_text_data(text, NULL), '\x1b') != NULL);
    bontot_text_free(text);
    CHECK(bontot_ranking_write(&text, all, BONTOT_SUMMARY, NULL, &error) ==
          BONTOT_MISUSE);
    CHECK(same(bontot_error_code(error, 0), "api_bad_argument"));
    bontot_error_free(error);
    bontot_options_free(options);
}

static void test_raised(const bontot_cohort *cohort) {
    bontot_options *options = NULL;
    bontot_ranking *all = NULL;
    bontot_error *error = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_raise_group(options, "north", 5) == BONTOT_OK);
    CHECK(bontot_rank(&all, cohort, options, NULL) == BONTOT_OK);
    CHECK(bontot_ranking_quota_units(all, 0, BONTOT_QUOTA_ALLOWED) == 0);
    CHECK(bontot_ranking_quota_units(all, 1, BONTOT_QUOTA_ALLOWED) == 2);
    bontot_ranking_free(all);
    CHECK(bontot_options_raise_group(options, NULL, 0) == BONTOT_OK);
    CHECK(bontot_rank(&all, cohort, options, NULL) == BONTOT_OK);
    bontot_ranking_free(all);
    all = NULL;
    CHECK(bontot_options_raise_group(options, "nort", 4) == BONTOT_OK);
    CHECK(bontot_rank(&all, cohort, options, &error) == BONTOT_BAD_INPUT);
    CHECK(all == NULL);
    CHECK(same(bontot_error_code(error, 0), "cohort_no_group"));
    bontot_error_free(error);
    bontot_options_free(options);
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_raise_everywhere(options, 1) == BONTOT_OK);
    CHECK(bontot_rank(&all, cohort, options, NULL) == BONTOT_OK);
    CHECK(bontot_ranking_quota_units(all, 1, BONTOT_QUOTA_ALLOWED) == 2);
    bontot_ranking_free(all);
    CHECK(bontot_options_raise_group(NULL, "x", 1) == BONTOT_MISUSE);
    CHECK(bontot_options_raise_group(options, NULL, 1) == BONTOT_MISUSE);
    CHECK(bontot_options_raise_everywhere(NULL, 1) == BONTOT_MISUSE);
    bontot_options_free(options);
}

static void test_misuse(const bontot_rubric *rubric) {
    static const char wrong[] = "{\n\"format\": \"bontot-dossier/1\"}";
    bontot_cohort *cohort = NULL;
    bontot_ranking *ranking = NULL;
    bontot_result *result = NULL;
    bontot_error *error = NULL;
    CHECK(bontot_cohort_new(NULL, rubric, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_cohort_new(&cohort, NULL, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_cohort_new(&cohort, rubric, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_cohort_add(cohort, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_cohort_add_summary(cohort, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_cohort_add_json(cohort, NULL, 1, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_cohort_add_json(NULL, wrong, 1, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_result_new(&result, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_cohort_add(cohort, result, &error) == BONTOT_MISUSE);
    CHECK(same(bontot_error_code(error, 0), "api_not_evaluated"));
    bontot_error_free(error);
    CHECK(bontot_cohort_add(NULL, result, NULL) == BONTOT_MISUSE);
    bontot_result_free(result);
    CHECK(bontot_cohort_add_json(cohort, wrong, sizeof wrong - 1, NULL,
                                 &error) == BONTOT_BAD_INPUT);
    CHECK(bontot_error_line(error, 0) > 0);
    bontot_error_free(error);
    CHECK(add(cohort, rubric, &units[0], 0, NULL, NULL) == BONTOT_OK);
    CHECK(add(cohort, rubric, &units[0], 2, NULL, &error) == BONTOT_BAD_INPUT);
    CHECK(same(bontot_error_code(error, 0), "cohort_repeated_unit"));
    CHECK(same(bontot_error_pointer(error, 0), "/unit/id"));
    bontot_error_free(error);
    CHECK(bontot_cohort_count(cohort) == 1);
    CHECK(bontot_cohort_count(NULL) == 0);
    CHECK(bontot_rank(NULL, cohort, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_rank(&ranking, NULL, NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_ranking_write(NULL, NULL, BONTOT_JSON, NULL, NULL) ==
          BONTOT_MISUSE);
    CHECK(bontot_ranking_place_count(NULL) == 0);
    CHECK(bontot_ranking_quota_count(NULL) == 0);
    CHECK(bontot_ranking_movement_count(NULL) == 0);
    test_no_place(NULL, 0);
    bontot_cohort_free(cohort);
    bontot_cohort_free(NULL);
    bontot_ranking_free(NULL);
}

static bontot_status rank_in_memory(const bontot_options *options,
                                    bontot_error **error, void *what) {
    bontot_cohort *cohort = NULL;
    bontot_ranking *ranking = NULL;
    bontot_text *text = NULL;
    int i;
    bontot_status status = bontot_cohort_new(&cohort, what, options, error);
    for (i = 0; status == BONTOT_OK && i < 3; ++i) {
        status = add(cohort, what, &units[i], i, options, error);
        CHECK(bontot_cohort_count(cohort) ==
              (size_t)(status == BONTOT_OK ? i + 1 : i));
    }
    if (status == BONTOT_OK)
        status = bontot_rank(&ranking, cohort, options, error);
    CHECK((status == BONTOT_OK) == (ranking != NULL));
    /* The ranking keeps its cohort, and the cohort its rubric. */
    bontot_cohort_free(cohort);
    if (status == BONTOT_OK)
        status =
            bontot_ranking_write(&text, ranking, BONTOT_JSON, options, error);
    bontot_text_free(text);
    text = NULL;
    if (status == BONTOT_OK)
        status =
            bontot_ranking_write(&text, ranking, BONTOT_TEXT, options, error);
    bontot_text_free(text);
    bontot_ranking_free(ranking);
    return status;
}

static bontot_status add_twice(const bontot_options *options,
                               bontot_error **error, void *what) {
    bontot_cohort *cohort = NULL;
    bontot_status status = bontot_cohort_new(&cohort, what, options, error);
    if (status == BONTOT_OK)
        status = add(cohort, what, &units[0], 0, options, error);
    if (status == BONTOT_OK)
        status = add(cohort, what, &units[0], 2, options, error);
    bontot_cohort_free(cohort);
    return status;
}

int main(void) {
    bontot_rubric *rubric = NULL;
    bontot_cohort *cohort = NULL;
    bontot_ranking *all = NULL;
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, NULL) ==
          BONTOT_OK);
    if (rubric == NULL)
        return failures;
    test_misuse(rubric);
    run_out_everywhere(rank_in_memory, rubric, BONTOT_OK, __LINE__);
    run_out_everywhere(add_twice, rubric, BONTOT_BAD_INPUT, __LINE__);
    cohort = cohort_of(rubric);
    bontot_rubric_free(rubric);
    test_raised(cohort);
    CHECK(bontot_rank(&all, cohort, NULL, NULL) == BONTOT_OK);
    bontot_cohort_free(cohort);
    test_places(all);
    test_quotas(all);
    test_no_place(all, 9);
    test_written(all);
    bontot_ranking_free(all);
    return failures;
}
