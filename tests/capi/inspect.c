/* SPDX-License-Identifier: BSL-1.0 */
/* What a host asks to build forms and to show results: facts, nodes, gates and
   checks of a rubric; findings, gates, missing items and roles of a result.
   Every value is written in the sheet below or worked out by hand. Prints what
   is wrong, and nothing else; returns the number of failures. */
#include "hooks.h"

static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"2\","
    "\"label\": {\"vi\": \"To\", \"en\": \"Sheet\"}, \"source\": {\"document\":"
    " \"1-HD\", \"issued\": \"2026-01-05\", \"issuer\": \"Board\", \"uri\":"
    " \"x:y\", \"note\": {\"vi\": \"chu\", \"en\": \"note\"}},"
    "\"applies_to\": {\"unit_kinds\": [\"cell\", \"board\"]}, \"period\":"
    " \"year\", \"valid_from\": \"2026-01-01\","
    "\"total\": {\"min\": 0, \"max\": \"99.5\"},"
    "\"roles\": [\"self\", {\"id\": \"final\", \"overrides\": true}],"
    "\"facts\": [{\"id\": \"n\", \"type\": \"number\", \"integer\": true,"
    " \"min\": 1, \"max\": 40, \"unit\": {\"vi\": \"viec\", \"en\": "
    "\"tasks\"}},"
    "{\"id\": \"c\", \"type\": \"choice\", \"choices\": [\"x\", \"y\"]},"
    "{\"id\": \"avg\", \"type\": \"number\", \"given_by\": \"committee\"},"
    "{\"id\": \"r\", \"type\": \"number\", \"from_results\": {\"rubrics\":"
    " [\"m\"], \"value\": \"count(results)\"}},"
    "{\"id\": \"idle\", \"type\": \"date\"},"
    "{\"id\": \"score\", \"of\": \"member\", \"type\": \"number\", \"min\":"
    " \"0.5\", \"unit\": {\"en\": \"points\"}, \"label\": {\"vi\": \"Diem\","
    " \"en\": \"Score\"}},"
    "{\"id\": \"post\", \"of\": \"member\", \"type\": \"choice\","
    " \"choices\": [\"head\"]}],"
    "\"consistency\": [{\"id\": \"k\", \"assert\": \"n >= r\", \"message\":"
    " {\"vi\": \"sai\", \"en\": \"wrong\"}}],"
    "\"criteria\": [{\"id\": \"1\", \"max\": 60, \"clause\": \"I\", \"good\":"
    " {\"min_points\": 50}, \"label\": {\"vi\": \"Mot\", \"en\": \"One\"},"
    " \"indicators\": ["
    "{\"id\": \"1.1\", \"max\": 10, \"effort\": 7, \"score\": {\"formula\":"
    " \"100 / (n - 20) + r - r\"}},"
    "{\"id\": \"1.2\", \"max\": 10, \"effort\": null, \"score\": {\"choice\":"
    " {\"fact\": \"c\", \"options\": [{\"is\": \"x\", \"points\": 10},"
    " {\"is\": \"y\", \"points\": 0}]}}},"
    "{\"id\": \"1.3\", \"max\": 20, \"score\": {\"condition\": \"true\"},"
    " \"evidence\": {\"kinds\": [\"report\", \"minutes\"], \"at_least\": 2}},"
    "{\"id\": \"1.4\", \"max\": 20, \"score\": {\"mark\": {\"step\": \"0.5\","
    " \"comment\": \"below_max\"}}}]},"
    "{\"id\": \"2\", \"kind\": \"bonus\", \"max\": 5, \"indicators\": ["
    "{\"id\": \"2.1\", \"max\": 5, \"score\": {\"condition\": \"count("
    "members[post = \\\"head\\\"]) > 0\"}}]},"
    "{\"id\": \"3\", \"kind\": \"penalty\", \"min\": -5, \"max\": 0,"
    " \"indicators\": [{\"id\": \"3.1\", \"min\": -5, \"max\": 0, \"score\":"
    " {\"deductions\": [{\"count\": \"n\", \"each\": \"0.25\"}]}}]}],"
    "\"gates\": [{\"id\": \"g1\", \"when\": \"n > 3\", \"effect\": {\"void\":"
    " \"3.1\"}, \"clause\": \"II\", \"label\": {\"vi\": \"Cong\", \"en\":"
    " \"Gate\"}},"
    "{\"id\": \"g2\", \"when\": \"c = \\\"y\\\"\", \"effect\": {\"not_good\":"
    " \"1\"}},"
    "{\"id\": \"g3\", \"when\": \"false\", \"effect\": {\"grade_at_most\":"
    " \"rest\"}},"
    "{\"id\": \"g4\", \"when\": \"n > 4\", \"effect\": {\"grade_down\": 1}},"
    "{\"id\": \"g5\", \"when\": \"n < 2\", \"effect\": {\"grade_is\":"
    " \"rest\"}}],"
    "\"grades\": [{\"id\": \"top\", \"min_total\": 50, \"good_criteria\":"
    " \"all\", \"clause\": \"III\", \"quota\": {\"count\": 3}},"
    " {\"id\": \"rest\"}],"
    "\"checks\": [{\"id\": \"c1\", \"assert\": \"avg > 1\", \"severity\":"
    " \"warning\", \"clause\": \"IV\", \"message\": {\"vi\": \"kem\", \"en\":"
    " \"low\"}}]}";

static int same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static void test_rubric(const bontot_rubric *rubric) {
    char text[BONTOT_NUMBER_ROOM];
    size_t length = 0;
    CHECK(same(bontot_rubric_document(rubric, &length), "1-HD") && length == 4);
    CHECK(same(bontot_rubric_issued(rubric, NULL), "2026-01-05"));
    CHECK(same(bontot_rubric_issuer(rubric, NULL), "Board"));
    CHECK(same(bontot_rubric_uri(rubric, NULL), "x:y"));
    CHECK(same(bontot_rubric_note(rubric, BONTOT_VI, NULL), "chu"));
    CHECK(same(bontot_rubric_note(rubric, BONTOT_EN, NULL), "note"));
    CHECK(same(bontot_rubric_valid_from(rubric, NULL), "2026-01-01"));
    CHECK(bontot_rubric_period_months(rubric) == 12);
    CHECK(bontot_rubric_unit_kind_count(rubric) == 2);
    CHECK(same(bontot_rubric_unit_kind(rubric, 1, NULL), "board"));
    CHECK(bontot_rubric_unit_kind(rubric, 2, NULL) == NULL);
    CHECK(bontot_rubric_total_bound_text(rubric, BONTOT_MOST, text,
                                         sizeof text) == BONTOT_OK);
    CHECK(same(text, "99.5"));
    CHECK(bontot_rubric_total_bound_text(rubric, BONTOT_LEAST, text, 1) ==
          BONTOT_NO_FIT);
    CHECK(bontot_rubric_total_bound_text(rubric, 2, text, 9) == BONTOT_MISUSE);
    CHECK(bontot_rubric_role_find(rubric, "final", 5) == 1);
    CHECK(bontot_rubric_role_find(rubric, "last", 4) == BONTOT_NONE);
    CHECK(bontot_rubric_role_overrides(rubric, 0) == 0);
    CHECK(bontot_rubric_role_overrides(rubric, 1) == 1);
    CHECK(bontot_rubric_role_overrides(rubric, 2) == -1);
    CHECK(same(bontot_rubric_grade_clause(rubric, 0, NULL), "III"));
    CHECK(same(bontot_rubric_grade_clause(rubric, 1, NULL), ""));
    CHECK(bontot_rubric_grade_has_quota(rubric, 0) == 1);
    CHECK(bontot_rubric_grade_has_quota(rubric, 1) == 0);
    CHECK(bontot_rubric_grade_has_quota(rubric, 2) == -1);
}

static void test_facts(const bontot_rubric *rubric) {
    char text[BONTOT_NUMBER_ROOM];
    CHECK(same(bontot_rubric_fact_unit(rubric, 0, BONTOT_EN, NULL), "tasks"));
    CHECK(same(bontot_rubric_fact_unit(rubric, 1, BONTOT_EN, NULL), ""));
    CHECK(bontot_rubric_fact_unit(rubric, 5, BONTOT_EN, NULL) == NULL);
    CHECK(bontot_rubric_fact_bound_text(rubric, 0, BONTOT_LEAST, text,
                                        sizeof text) == BONTOT_OK);
    CHECK(same(text, "1"));
    CHECK(bontot_rubric_fact_bound_text(rubric, 0, BONTOT_MOST, text,
                                        sizeof text) == BONTOT_OK);
    CHECK(same(text, "40"));
    CHECK(bontot_rubric_fact_bound_text(rubric, 2, BONTOT_MOST, text,
                                        sizeof text) == BONTOT_NOT_FOUND);
    CHECK(bontot_rubric_fact_bound_text(rubric, 5, BONTOT_MOST, text,
                                        sizeof text) == BONTOT_MISUSE);
    CHECK(bontot_rubric_fact_is_integer(rubric, 0) == 1);
    CHECK(bontot_rubric_fact_is_integer(rubric, 2) == 0);
    CHECK(bontot_rubric_fact_is_by_committee(rubric, 2) == 1);
    CHECK(bontot_rubric_fact_is_by_committee(rubric, 0) == 0);
    CHECK(bontot_rubric_fact_is_from_results(rubric, 3) == 1);
    CHECK(bontot_rubric_fact_is_from_results(rubric, 0) == 0);
    CHECK(bontot_rubric_fact_is_read(rubric, 1) == 1); /* by a choice alone */
    CHECK(bontot_rubric_fact_is_read(rubric, 2) == 1); /* by a check alone */
    CHECK(bontot_rubric_fact_is_read(rubric, 4) == 0);
    CHECK(bontot_rubric_fact_is_read(rubric, 5) == -1);
    CHECK(bontot_rubric_fact_choice_count(rubric, 1) == 2);
    CHECK(same(bontot_rubric_fact_choice(rubric, 1, 1, NULL), "y"));
    CHECK(bontot_rubric_fact_choice(rubric, 1, 2, NULL) == NULL);
    CHECK(bontot_rubric_fact_choice_count(rubric, 0) == 0);
}

static void test_fields(const bontot_rubric *rubric) {
    char text[BONTOT_NUMBER_ROOM];
    CHECK(bontot_rubric_field_count(rubric) == 2);
    CHECK(bontot_rubric_field_find(rubric, "post", 4) == 1);
    CHECK(bontot_rubric_field_find(rubric, "n", 1) == BONTOT_NONE);
    CHECK(same(bontot_rubric_field_id(rubric, 0, NULL), "score"));
    CHECK(bontot_rubric_field_id(rubric, 2, NULL) == NULL);
    CHECK(same(bontot_rubric_field_label(rubric, 0, BONTOT_EN, NULL), "Score"));
    CHECK(bontot_rubric_field_type(rubric, 0) == BONTOT_FACT_NUMBER);
    CHECK(bontot_rubric_field_type(rubric, 1) == BONTOT_FACT_CHOICE);
    CHECK(bontot_rubric_field_type(rubric, 2) == -1);
    CHECK(same(bontot_rubric_field_unit(rubric, 0, BONTOT_VI, NULL), "points"));
    CHECK(bontot_rubric_field_bound_text(rubric, 0, BONTOT_LEAST, text,
                                         sizeof text) == BONTOT_OK);
    CHECK(same(text, "0.5"));
    CHECK(bontot_rubric_field_bound_text(rubric, 0, BONTOT_MOST, text,
                                         sizeof text) == BONTOT_NOT_FOUND);
    CHECK(bontot_rubric_field_is_integer(rubric, 0) == 0);
    CHECK(bontot_rubric_field_is_from_results(rubric, 0) == 0);
    CHECK(bontot_rubric_field_is_read(rubric, 0) == 0);
    CHECK(bontot_rubric_field_is_read(rubric, 1) == 1);
    CHECK(bontot_rubric_field_choice_count(rubric, 1) == 1);
    CHECK(same(bontot_rubric_field_choice(rubric, 1, 0, NULL), "head"));
}

static size_t node_of(const bontot_rubric *rubric, const char *id) {
    return bontot_rubric_node_find(rubric, id, strlen(id));
}

static void test_scores(const bontot_rubric *rubric) {
    static const struct {
        const char *id;
        bontot_kind kind;
        bontot_score score;
        const char *least;
        const char *most;
        int32_t effort;
    } nodes[] = {
        {"1", BONTOT_BASE, BONTOT_SCORE_GROUP, "0", "60", 1},
        {"1.1", BONTOT_BASE, BONTOT_SCORE_FORMULA, "0", "10", 7},
        {"1.2", BONTOT_BASE, BONTOT_SCORE_CHOICE, "0", "10", 0},
        {"1.3", BONTOT_BASE, BONTOT_SCORE_CONDITION, "0", "20", 1},
        {"1.4", BONTOT_BASE, BONTOT_SCORE_MARK, "0", "20", 1},
        {"2", BONTOT_BONUS, BONTOT_SCORE_GROUP, "0", "5", 1},
        {"3.1", BONTOT_PENALTY, BONTOT_SCORE_DEDUCTIONS, "-5", "0", 1},
    };
    char text[BONTOT_NUMBER_ROOM];
    size_t i;
    for (i = 0; i < sizeof nodes / sizeof *nodes; ++i) {
        size_t node = node_of(rubric, nodes[i].id);
        CHECK(bontot_rubric_node_kind(rubric, node) == nodes[i].kind);
        CHECK(bontot_rubric_node_score(rubric, node) == nodes[i].score);
        CHECK(bontot_rubric_node_effort(rubric, node) == nodes[i].effort);
        CHECK(bontot_rubric_node_bound_text(rubric, node, BONTOT_LEAST, text,
                                            sizeof text) == BONTOT_OK);
        CHECK(same(text, nodes[i].least));
        CHECK(bontot_rubric_node_bound_text(rubric, node, BONTOT_MOST, text,
                                            sizeof text) == BONTOT_OK);
        CHECK(same(text, nodes[i].most));
    }
    CHECK(bontot_rubric_node_kind(rubric, 99) == -1);
    CHECK(bontot_rubric_node_score(rubric, 99) == -1);
    CHECK(bontot_rubric_node_effort(rubric, 99) == -1);
}

static void test_nodes(const bontot_rubric *rubric) {
    char text[BONTOT_NUMBER_ROOM];
    size_t marked = node_of(rubric, "1.4");
    size_t choice = node_of(rubric, "1.2");
    size_t proven = node_of(rubric, "1.3");
    CHECK(same(bontot_rubric_node_label(rubric, 0, BONTOT_EN, NULL), "One"));
    CHECK(same(bontot_rubric_node_label(rubric, 1, BONTOT_EN, NULL), "1.1"));
    CHECK(same(bontot_rubric_node_clause(rubric, 0, NULL), "I"));
    CHECK(same(bontot_rubric_node_clause(rubric, 1, NULL), ""));
    CHECK(bontot_rubric_node_fact_count(rubric, 1) == 2); /* n and r */
    CHECK(bontot_rubric_node_fact(rubric, 1, 0) == 0);
    CHECK(bontot_rubric_node_fact(rubric, 1, 1) == 3);
    CHECK(bontot_rubric_node_fact(rubric, 1, 2) == BONTOT_NONE);
    CHECK(bontot_rubric_node_fact_count(rubric, choice) == 1);
    CHECK(bontot_rubric_node_fact(rubric, choice, 0) == 1);
    CHECK(bontot_rubric_node_fact_count(rubric, marked) == 0);
    CHECK(bontot_rubric_node_takes_marks(rubric, marked, BONTOT_NONE) == 1);
    CHECK(bontot_rubric_node_takes_marks(rubric, marked, 0) == 1);
    CHECK(bontot_rubric_node_takes_marks(rubric, choice, 0) == 0);
    CHECK(bontot_rubric_node_takes_marks(rubric, choice, 1) == 1);
    CHECK(bontot_rubric_node_takes_marks(rubric, 0, BONTOT_NONE) == 0);
    CHECK(bontot_rubric_node_takes_marks(rubric, marked, 2) == -1);
    CHECK(bontot_rubric_node_mark_step_text(rubric, marked, text,
                                            sizeof text) == BONTOT_OK);
    CHECK(same(text, "0.5"));
    CHECK(bontot_rubric_node_mark_step_text(rubric, choice, text,
                                            sizeof text) == BONTOT_NOT_FOUND);
    CHECK(bontot_rubric_node_asks_comment(rubric, marked) == 1);
    CHECK(bontot_rubric_node_asks_comment(rubric, choice) == 0);
    CHECK(bontot_rubric_node_asks_evidence(rubric, proven) == 1);
    CHECK(bontot_rubric_node_asks_evidence(rubric, choice) == 0);
    CHECK(bontot_rubric_node_asks_evidence(rubric, 99) == -1);
    CHECK(bontot_rubric_node_evidence_kind_count(rubric, proven) == 2);
    CHECK(same(bontot_rubric_node_evidence_kind(rubric, proven, 1, NULL),
               "minutes"));
    CHECK(bontot_rubric_node_evidence_kind(rubric, choice, 0, NULL) == NULL);
}

static void test_rules(const bontot_rubric *rubric) {
    static const bontot_effect effects[] = {BONTOT_VOIDS_NODE, BONTOT_NOT_GOOD,
                                            BONTOT_GRADE_AT_MOST,
                                            BONTOT_GRADE_DOWN, BONTOT_GRADE_IS};
    size_t targets[5] = {0, 0, 1, 1, 1};
    size_t i;
    targets[0] = node_of(rubric, "3.1");
    CHECK(bontot_rubric_gate_count(rubric) == 5);
    for (i = 0; i < 5; ++i) {
        CHECK(bontot_rubric_gate_effect(rubric, i) == effects[i]);
        CHECK(bontot_rubric_gate_target(rubric, i) == targets[i]);
    }
    CHECK(bontot_rubric_gate_effect(rubric, 5) == -1);
    CHECK(bontot_rubric_gate_target(rubric, 5) == BONTOT_NONE);
    CHECK(bontot_rubric_gate_find(rubric, "g4", 2) == 3);
    CHECK(bontot_rubric_gate_find(rubric, "g9", 2) == BONTOT_NONE);
    CHECK(same(bontot_rubric_gate_id(rubric, 4, NULL), "g5"));
    CHECK(same(bontot_rubric_gate_label(rubric, 0, BONTOT_VI, NULL), "Cong"));
    CHECK(same(bontot_rubric_gate_clause(rubric, 0, NULL), "II"));
    CHECK(bontot_rubric_check_count(rubric) == 1);
    CHECK(same(bontot_rubric_check_id(rubric, 0, NULL), "c1"));
    CHECK(same(bontot_rubric_check_message(rubric, 0, BONTOT_EN, NULL), "low"));
    CHECK(same(bontot_rubric_check_clause(rubric, 0, NULL), "IV"));
    CHECK(bontot_rubric_check_severity(rubric, 0) == BONTOT_WARNING);
    CHECK(bontot_rubric_check_severity(rubric, 1) == -1);
    CHECK(bontot_rubric_rule_count(rubric) == 1);
    CHECK(same(bontot_rubric_rule_id(rubric, 0, NULL), "k"));
    CHECK(same(bontot_rubric_rule_message(rubric, 0, BONTOT_VI, NULL), "sai"));
    CHECK(bontot_rubric_rule_id(rubric, 1, NULL) == NULL);
}

/* Nothing is told of what is not there. */
static void test_nothing(void) {
    char text[8];
    CHECK(bontot_rubric_document(NULL, NULL) == NULL);
    CHECK(bontot_rubric_period_months(NULL) == -1);
    CHECK(bontot_rubric_unit_kind_count(NULL) == 0);
    CHECK(bontot_rubric_fact_is_read(NULL, 0) == -1);
    CHECK(bontot_rubric_field_count(NULL) == 0);
    CHECK(bontot_rubric_field_find(NULL, "x", 1) == BONTOT_NONE);
    CHECK(bontot_rubric_node_fact_count(NULL, 0) == 0);
    CHECK(bontot_rubric_gate_count(NULL) == 0);
    CHECK(bontot_rubric_check_count(NULL) == 0);
    CHECK(bontot_rubric_rule_count(NULL) == 0);
    CHECK(bontot_result_unit(NULL, NULL) == NULL);
    CHECK(bontot_result_gate_count(NULL) == 0);
    CHECK(bontot_result_gate_fired(NULL, 0) == -1);
    CHECK(bontot_result_missing_count(NULL) == 0);
    CHECK(bontot_result_wait_count(NULL, 0) == 0);
    CHECK(bontot_result_finding_code(NULL, 0) == NULL);
    CHECK(bontot_result_column_count(NULL) == 0);
    CHECK(bontot_result_period_text(NULL, BONTOT_LEAST, text, sizeof text) ==
          BONTOT_MISUSE);
    CHECK(bontot_result_missing_worth(NULL, 0, NULL) == BONTOT_MISUSE);
}

/* With n = 20 line 1.1 divides by 0; c, the evidence of 1.3 and the members are
   missing; the gate g1 fires and voids 3.1; g4 fires and is lifted. */
static const char given[] =
    "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"U\", \"name\":"
    " \"Name\", \"kind\": \"cell\", \"group\": \"G\"}, \"period\": {\"from\":"
    " \"2026-01-01\", \"to\": \"2026-12-31\"}, \"facts\": {\"n\": 20},"
    "\"results\": [{\"unit\": \"x\", \"rubric\": \"m\"}],"
    "\"marks\": {\"1.4\": {\"self\": 20, \"final\": {\"points\": 18,"
    " \"comment\": \"c\", \"reason\": \"r\"}}},"
    "\"exceptions\": [{\"gate\": \"g4\", \"reason\": \"flood\", \"authority\":"
    " \"board\", \"date\": \"2027-01-10\"}],"
    "\"evidence\": [{\"id\": \"E\", \"supports\": [\"1.3\"], \"kind\":"
    " \"report\"}]}";

static void test_who(const bontot_result *result) {
    char text[BONTOT_DATE_ROOM];
    CHECK(same(bontot_result_rubric_id(result, NULL), "s"));
    CHECK(same(bontot_result_rubric_version(result, NULL), "2"));
    CHECK(same(bontot_result_rubric_label(result, BONTOT_EN, NULL), "Sheet"));
    CHECK(same(bontot_result_unit(result, NULL), "U"));
    CHECK(same(bontot_result_unit_name(result, NULL), "Name"));
    CHECK(same(bontot_result_unit_kind(result, NULL), "cell"));
    CHECK(same(bontot_result_unit_group(result, NULL), "G"));
    CHECK(bontot_result_period_text(result, BONTOT_LEAST, text, sizeof text) ==
          BONTOT_OK);
    CHECK(same(text, "2026-01-01"));
    CHECK(bontot_result_period_text(result, BONTOT_MOST, text, sizeof text) ==
          BONTOT_OK);
    CHECK(same(text, "2026-12-31"));
    CHECK(bontot_result_period_text(result, BONTOT_MOST, text, 10) ==
          BONTOT_NO_FIT);
    CHECK(bontot_result_period_text(result, 2, text, 11) == BONTOT_MISUSE);
}

static void test_gates(const bontot_result *result) {
    char text[BONTOT_DATE_ROOM];
    CHECK(bontot_result_gate_count(result) == 5);
    CHECK(same(bontot_result_gate_id(result, 0, NULL), "g1"));
    CHECK(same(bontot_result_gate_label(result, 0, BONTOT_EN, NULL), "Gate"));
    CHECK(bontot_result_gate_fired(result, 0) == BONTOT_YES);
    CHECK(bontot_result_gate_fired(result, 1) == BONTOT_OPEN);
    CHECK(bontot_result_gate_fired(result, 2) == BONTOT_NO);
    CHECK(bontot_result_gate_fired(result, 5) == -1);
    CHECK(same(bontot_result_gate_lift_reason(result, 3, NULL), "flood"));
    CHECK(same(bontot_result_gate_lift_authority(result, 3, NULL), "board"));
    CHECK(bontot_result_gate_lift_date_text(result, 3, text, sizeof text) ==
          BONTOT_OK);
    CHECK(same(text, "2027-01-10"));
    CHECK(bontot_result_gate_lift_reason(result, 0, NULL) == NULL);
    CHECK(bontot_result_gate_lift_date_text(result, 0, text, sizeof text) ==
          BONTOT_NOT_FOUND);
    CHECK(bontot_result_gate_lift_date_text(result, 5, text, sizeof text) ==
          BONTOT_MISUSE);
}

static void test_findings(const bontot_result *result) {
    CHECK(bontot_result_finding_count(result) == 1);
    CHECK(same(bontot_result_finding_code(result, 0), "no_value"));
    CHECK(bontot_result_finding_about(result, 0) == BONTOT_ABOUT_NODE);
    CHECK(same(bontot_result_finding_id(result, 0, NULL), "1.1"));
    CHECK(same(bontot_result_finding_expression(result, 0, NULL),
               "100 / (n - 20) + r - r"));
    CHECK(bontot_result_finding_code(result, 1) == NULL);
    CHECK(bontot_result_finding_about(result, 1) == -1);
    CHECK(bontot_result_finding_id(result, 1, NULL) == NULL);
}

/* The evidence is worth 20, c 10, the members 5, the average nothing. */
static void test_missing(const bontot_result *result) {
    static const struct {
        bontot_missing what;
        const char *id;
        const char *worth;
    } items[] = {
        {BONTOT_MISSING_EVIDENCE, "1.3", "20"},
        {BONTOT_MISSING_FACT, "c", "10"},
        {BONTOT_MISSING_PART, "members", "5"},
        {BONTOT_MISSING_FACT, "avg", "0"},
    };
    char worth[BONTOT_NUMBER_ROOM];
    bontot_number number = {0, 0};
    bontot_text *text = NULL;
    bontot_options *options = NULL;
    size_t i;
    CHECK(bontot_result_missing_count(result) == 4);
    for (i = 0; i < 4; ++i) {
        CHECK(bontot_result_missing_what(result, i) == items[i].what);
        CHECK(same(bontot_result_missing_id(result, i, NULL), items[i].id));
        CHECK(bontot_result_missing_worth_text(result, i, worth,
                                               sizeof worth) == BONTOT_OK);
        CHECK(same(worth, items[i].worth));
    }
    CHECK(bontot_result_missing_worth(result, 1, &number) == BONTOT_OK);
    CHECK(number.coefficient == 10 && number.scale == 0);
    CHECK(bontot_result_missing_what(result, 4) == -1);
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_language(options, BONTOT_EN) == BONTOT_OK);
    CHECK(bontot_result_missing_text(&text, result, 0, options, NULL) ==
          BONTOT_OK);
    CHECK(same(bontot_text_data(text, NULL), "evidence for line 1.3 1.3"));
    bontot_text_free(text);
    bontot_options_free(options);
    CHECK(bontot_result_missing_text(&text, result, 4, NULL, NULL) ==
          BONTOT_NOT_FOUND);
}

/* Line 1.2 waits for c, and so do gate g2 and what is good of criterion 1. */
static void test_waits(const bontot_result *result) {
    size_t count = bontot_result_wait_count(result, 1);
    size_t i;
    int seen = 0;
    for (i = 0; i < count; ++i) {
        bontot_about about = bontot_result_wait_about(result, 1, i);
        const char *id = bontot_result_wait_id(result, 1, i, NULL);
        if (about == BONTOT_ABOUT_NODE && same(id, "1.2"))
            seen |= 1;
        if (about == BONTOT_ABOUT_GATE && same(id, "g2"))
            seen |= 2;
    }
    CHECK(seen == 3);
    CHECK(bontot_result_wait_about(result, 1, count) == -1);
    CHECK(bontot_result_wait_id(result, 1, count, NULL) == NULL);
    CHECK(bontot_result_wait_about(result, 3, 0) == BONTOT_ABOUT_CHECK);
    CHECK(same(bontot_result_wait_id(result, 3, 0, NULL), "c1"));
}

/* As of self 1.4 has 20, as of final 18; all else is 0 at worst. */
static void test_columns(const bontot_result *result) {
    char text[BONTOT_NUMBER_ROOM];
    size_t node = bontot_result_node_find(result, "1.4", 3);
    CHECK(bontot_result_column_count(result) == 2);
    CHECK(same(bontot_result_column_role(result, 0, NULL), "self"));
    CHECK(same(bontot_result_column_role(result, 1, NULL), "final"));
    CHECK(bontot_result_column_role(result, 2, NULL) == NULL);
    CHECK(bontot_result_column_total_text(result, 0, BONTOT_POINTS, text,
                                          sizeof text) == BONTOT_OK);
    CHECK(same(text, "20"));
    CHECK(bontot_result_column_total_text(result, 1, BONTOT_POINTS, text,
                                          sizeof text) == BONTOT_OK);
    CHECK(same(text, "18"));
    CHECK(bontot_result_column_points_text(result, 1, node, BONTOT_POSSIBLE,
                                           text, sizeof text) == BONTOT_OK);
    CHECK(same(text, "18"));
    CHECK(same(bontot_result_column_grade(result, 0, NULL), "rest"));
    CHECK(same(bontot_result_column_grade_possible(result, 0, NULL), "top"));
    CHECK(bontot_result_column_points_text(result, 1, 99, BONTOT_POINTS, text,
                                           sizeof text) == BONTOT_MISUSE);
    CHECK(bontot_result_column_total_text(result, 0, BONTOT_MAX, text,
                                          sizeof text) == BONTOT_MISUSE);
    CHECK(bontot_result_column_total_text(result, 2, BONTOT_POINTS, text,
                                          sizeof text) == BONTOT_MISUSE);
}

static void test_evidence(const bontot_result *result) {
    size_t node = bontot_result_node_find(result, "1.3", 3);
    CHECK(bontot_result_node_evidence_count(result, node) == 1);
    CHECK(same(bontot_result_node_evidence(result, node, 0, NULL), "E"));
    CHECK(bontot_result_node_evidence(result, node, 1, NULL) == NULL);
    CHECK(bontot_result_node_evidence_count(result, 99) == 0);
}

int main(void) {
    bontot_rubric *rubric = NULL;
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, NULL) ==
          BONTOT_OK);
    CHECK(bontot_dossier_load(&dossier, rubric, given, sizeof given - 1, NULL,
                              NULL) == BONTOT_OK);
    CHECK(bontot_result_new(&result, NULL, NULL) == BONTOT_OK);
    CHECK(bontot_result_unit(result, NULL) == NULL); /* nothing evaluated */
    CHECK(bontot_result_missing_count(result) == 0);
    CHECK(bontot_evaluate(result, dossier, NULL) == BONTOT_OK);
    test_rubric(rubric);
    test_facts(rubric);
    test_fields(rubric);
    test_scores(rubric);
    test_nodes(rubric);
    test_rules(rubric);
    test_nothing();
    test_who(result);
    test_gates(result);
    test_findings(result);
    test_missing(result);
    test_waits(result);
    test_columns(result);
    test_evidence(result);
    bontot_result_free(result);
    bontot_dossier_free(dossier);
    bontot_rubric_free(rubric);
    return failures;
}
