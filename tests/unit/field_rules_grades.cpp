// SPDX-License-Identifier: BSL-1.0
// Rules 27 to 31, 35 and 37 to 42 of real scoring sheets (docs/rules.md): bands, gates, caps,
// eligibility, periods, versions, sequences.

#include "support/sheets.hpp"

namespace field_rules_grades_unit {

namespace {

using bontot_test::dossier_errors;
using bontot_test::one_line;
using bontot_test::quoted;
using bontot_test::score;
using bontot_test::scores;
using bontot_test::sheet_parts;
using bontot_test::show;

/** A criterion of 100 points that is `n` tens, and a bonus of 10. */
constexpr const char* hundred =
    "{'id': 'C', 'max': 100, 'indicators': [{'id': 'L', 'max': 100, 'score': {'formula': 'x'}}]},"
    "{'id': 'X', 'kind': 'bonus', 'max': 10, 'indicators': [{'id': 'X1', 'max': 10, 'score': "
    "{'formula': 'n'}}]}";

std::string gate(const std::string& id, const std::string& when, const std::string& effect)
{
    return "{'id': '" + id + "', 'when': '" + when + "', 'effect': {" + effect + "}}";
}

/** A sheet of 10 points by `n`: top from 8, mid from 5, low from 3, rest. */
sheet_parts four_grades(const std::string& gates)
{
    return {
        .criteria = one_line("'score': {'formula': 'n'}"),
        .grades = "{'id': 'top', 'min_total': 8}, {'id': 'mid', 'min_total': 5}, {'id': 'low', "
                  "'min_total': 3}, {'id': 'rest'}",
        .gates = gates};
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_field_rules_grades)

/** Hai Phong 212: excellent is above 90, so 90.00 is good; 50 is completed. */
BOOST_AUTO_TEST_CASE(rule_27_bands_with_free_bounds)
{
    const std::string bands = "{'id': 'xs', 'above_total': 90}, {'id': 'tot', 'above_total': 80},"
                              "{'id': 'ht', 'min_total': 50}, {'id': 'khong'}";
    constexpr struct
    {
        const char* points;
        const char* grade;
    } test_cases[] = {
        {"90.01", "xs"}, {"90.00", "tot"}, {"80.01", "tot"},
        {"80", "ht"},    {"50", "ht"},     {"49.99", "khong"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.points)
        {
            const std::string facts = "'n': 0, 'x': " + std::string(tc.points);
            BOOST_TEST(score({.criteria = hundred, .grades = bands}, {facts}).grade() == tc.grade);
        }
    }
    // With the bonus 85 + 7 are above 90; on the base alone they are not.
    const std::string facts = "'n': 7, 'x': 85";
    const scores with_bonus = score({.criteria = hundred, .grades = bands}, {facts});
    BOOST_TEST(with_bonus.total() == "92");
    BOOST_TEST(with_bonus.grade() == "xs");
    const scores base = score(
        {.criteria = hundred, .grades = bands, .more = "'total': {'grades_on': 'base'}"}, {facts}
    );
    BOOST_TEST(base.total() == "92");
    BOOST_TEST(base.grade() == "tot");
}

/** No criterion at 0, a share of a group, a count, tasks done, sub-units, discipline. */
BOOST_AUTO_TEST_CASE(rule_28_gates_besides_points)
{
    const std::string criteria =
        "{'id': 'A', 'max': 10, 'good': {'min_points': 5}, 'indicators': [{'id': 'A1', 'max': 10, "
        "'score': {'formula': 'n'}}]}, {'id': 'B', 'max': 10, 'good': {'min_points': 5}, "
        "'indicators': [{'id': 'B1', 'max': 10, 'score': {'formula': 'm'}}]}";
    constexpr struct
    {
        const char* grade;
        const char* facts;
        const char* expected;
    } test_cases[] = {
        {"'min_total': 9, 'no_zero_criterion': true", "'n': 10, 'm': 1", "top"},
        {"'min_total': 9, 'no_zero_criterion': true", "'n': 10, 'm': 0", "rest"},
        {"'min_total': 9, 'min_share': {'B': '0.6'}", "'n': 4, 'm': 6", "top"},
        {"'min_total': 9, 'min_share': {'B': '0.6'}", "'n': 10, 'm': 5.9", "rest"},
        {"'min_total': 9, 'min_points': {'B': 3}", "'n': 7, 'm': 2", "rest"},
        {"'good_criteria': 2", "'n': 5, 'm': 5", "top"},
        {"'good_criteria': 2", "'n': 10, 'm': 4", "rest"},
        {"'requires': 'k / 10 >= 0.9'", "'n': 0, 'm': 0, 'k': 9", "top"},
        {"'requires': 'k / 10 >= 0.9'", "'n': 9, 'm': 9, 'k': 8", "rest"},
        {"'requires': 'count(members[blamed = true]) = 0'", "'n': 9, 'm': 9", "rest"},
    };
    const std::string members = "'members': [{'id': 'A', 'blamed': true}]";
    const std::string facts = "{'id': 'n', 'type': 'number', 'min': 0, 'max': 10},"
                              "{'id': 'm', 'type': 'number', 'min': 0, 'max': 10},"
                              "{'id': 'k', 'type': 'number', 'min': 0, 'max': 10},"
                              "{'id': 'blamed', 'of': 'member', 'type': 'boolean'}";
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.grade << " " << tc.facts)
        {
            const std::string grades =
                "{'id': 'top', " + std::string(tc.grade) + "}, {'id': 'rest'}";
            const scores got = score(
                {.criteria = criteria, .grades = grades, .facts = facts}, {tc.facts, members}
            );
            BOOST_TEST(got.grade() == tc.expected);
        }
    }
}

/** A reprimand caps, more takes one down, the gravest is the lowest; in the order written. */
BOOST_AUTO_TEST_CASE(rule_29_grade_caps)
{
    const std::string cap = gate("cap", "level = \\'mid\\'", "'grade_at_most': 'mid'");
    const std::string down = gate("down", "flag", "'grade_down': 1");
    const std::string lowest = gate("lowest", "level = \\'low\\'", "'grade_is': 'rest'");
    constexpr struct
    {
        const char* facts;
        const char* cap_first;
        const char* down_first;
    } test_cases[] = {
        {"'n': 9, 'level': 'high', 'flag': false", "top", "top"},
        {"'n': 9, 'level': 'mid', 'flag': false", "mid", "mid"},
        {"'n': 4, 'level': 'mid', 'flag': false", "low", "low"},
        {"'n': 9, 'level': 'high', 'flag': true", "mid", "mid"},
        {"'n': 9, 'level': 'mid', 'flag': true", "low", "mid"}, // top -> mid -> low; top -> mid
        {"'n': 2, 'level': 'high', 'flag': true", "rest", "rest"},
        {"'n': 9, 'level': 'low', 'flag': false", "rest", "rest"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.facts)
        {
            const scores first = score(four_grades(cap + ", " + down + ", " + lowest), {tc.facts});
            BOOST_TEST(first.grade() == tc.cap_first);
            const scores second = score(four_grades(down + ", " + cap + ", " + lowest), {tc.facts});
            BOOST_TEST(second.grade() == tc.down_first);
        }
    }
}

/** Points for the best grade, conditions for the third; and where none is said, people decide. */
BOOST_AUTO_TEST_CASE(rule_31_fall_to_the_next_grade)
{
    const sheet_parts sheet{
        .criteria = one_line("'score': {'formula': 'n'}"),
        .grades = "{'id': 'top', 'min_total': 8, 'requires': 'k = 10'},"
                  "{'id': 'mid', 'min_total': 5, 'requires': 'k >= 9'},"
                  "{'id': 'low', 'min_total': 3, 'requires': 'if k >= 8 then true else if k < 6 "
                  "then false else null'}, {'id': 'rest'}"};
    constexpr struct
    {
        const char* facts;
        const char* reachable;
        const char* findings;
    } test_cases[] = {
        {"'n': 9, 'k': 10", "top", ""},
        {"'n': 9, 'k': 9", "mid", ""},
        {"'n': 9, 'k': 8", "low", ""},
        {"'n': 9, 'k': 7", "low rest", "reason_no_value at grade:low"},
        {"'n': 9, 'k': 5", "rest", ""},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.facts)
        {
            const scores got = score(sheet, {tc.facts});
            BOOST_TEST(got.reachable() == tc.reachable);
            BOOST_TEST(got.findings() == tc.findings);
        }
    }
}

/** A violation counts in the period of its day and for the unit where it was; each once. */
BOOST_AUTO_TEST_CASE(rule_37_attribution_of_an_event)
{
    const sheet_parts sheet{
        .criteria = one_line("'score': {'deductions': [{'count': 'count(members[on >= period.from "
                             "and on <= period.to and at = unit.id])', 'each': 2}]}"),
        .facts = "{'id': 'on', 'of': 'member', 'type': 'date'},"
                 "{'id': 'at', 'of': 'member', 'type': 'text'}"};
    constexpr struct
    {
        const char* members;
        const char* points;
    } test_cases[] = {
        {"{'id': 'A', 'on': '2026-03-01', 'at': 'U'}", "8"},
        {"{'id': 'A', 'on': '2025-12-31', 'at': 'U'}", "10"}, // of the year before
        {"{'id': 'A', 'on': '2026-03-01', 'at': 'V'}", "10"}, // at the old unit
        {"{'id': 'A', 'on': '2026-01-01', 'at': 'U'}, {'id': 'B', 'on': '2026-12-31', 'at': 'U'}",
         "6"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.members)
        {
            const std::string members = "'members': [" + std::string(tc.members) + "]";
            BOOST_TEST(score(sheet, {"", members}).points("L") == tc.points);
        }
    }
    BOOST_TEST(
        dossier_errors(
            sheet, {"", "'members': [{'id': 'A', 'on': '2026-03-01', 'at': 'U'}, "
                        "{'id': 'A', 'on': '2026-03-01', 'at': 'U'}]"}
        ) == "reading_repeated_id at /members/1/id"
    );
}

/** Too new to be ranked is said by a check; a long leave caps the grade. */
BOOST_AUTO_TEST_CASE(rule_38_eligibility)
{
    sheet_parts sheet = four_grades(gate("leave", "m >= 3", "'grade_at_most': 'low'"));
    sheet.checks = "{'id': 'new', 'severity': 'error', 'assert': 'k >= 6', 'message': {'en': 'not "
                   "reviewed'}}";
    const scores fit = score(sheet, {"'n': 9, 'm': 2, 'k': 6"});
    BOOST_TEST(fit.grade() == "top");
    BOOST_TEST(fit.check(0) == "yes");
    BOOST_TEST(score(sheet, {"'n': 9, 'm': 3, 'k': 6"}).grade() == "low");
    BOOST_TEST(score(sheet, {"'n': 9, 'm': 2, 'k': 5"}).check(0) == "no");
}

/** A dossier that was filled for another version, sheet, kind of unit or length is not scored. */
BOOST_AUTO_TEST_CASE(rule_39_versions)
{
    const auto sheet = bontot_test::make_rubric(
        {.criteria = one_line("'clause': '3.2', 'score': {'formula': 'n'}"),
         .more = "'valid_from': '2026-01-01', 'period': 'year', 'applies_to': {'unit_kinds': "
                 "['cell']}"}
    );
    BOOST_TEST(sheet->nodes[1].clause == "3.2");
    BOOST_TEST(sheet->valid_from == "2026-01-01");
    constexpr struct
    {
        const char* rubric;
        const char* kind;
        const char* to;
        const char* errors;
    } test_cases[] = {
        {"'id': 'test', 'version': '1'", "cell", "2026-12-31", ""},
        {"'id': 'test', 'version': '2'", "cell", "2026-12-31",
         "dossier_other_version at /rubric/version"},
        {"'id': 'other', 'version': '1'", "cell", "2026-12-31",
         "dossier_other_rubric at /rubric/id"},
        {"'id': 'test', 'version': '1'", "centre", "2026-12-31", "dossier_unit_kind at /unit/kind"},
        {"'id': 'test', 'version': '1'", "cell", "2026-06-30", "dossier_period_length at /period"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.errors)
        {
            const std::string json = quoted(
                "{'format': 'bontot-dossier/1', 'rubric': {" + std::string(tc.rubric) +
                "}, 'unit': {'id': 'U', 'kind': '" + tc.kind +
                "'}, 'period': {'from': '2026-01-01', 'to': '" + tc.to + "'}, 'facts': {'n': 1}}"
            );
            const auto read = bontot::read_dossier(sheet, json);
            BOOST_TEST((read ? std::string() : show(read.error())) == tc.errors);
        }
    }
}

/** Deadlines of a portal are not the engine's; that a document came too late is. */
BOOST_AUTO_TEST_CASE(rule_41_late_evidence)
{
    const std::string line =
        one_line("'score': {'formula': 'n'}, 'evidence': {'due_days_after_period': 2}");
    const auto sent = [&](const char* day) {
        return score(
                   {.criteria = line}, {"'n': 7", "'evidence': [{'id': '1', 'supports': ['L'], "
                                                  "'submitted': '" +
                                                      std::string(day) + "'}]"}
        )
            .points("L");
    };
    BOOST_TEST(sent("2027-01-02") == "7");
    BOOST_TEST(sent("2027-01-03") == "0");
}

/** Level 2 only where level 1 is met, however good the rest is. */
BOOST_AUTO_TEST_CASE(rule_42_sequential_levels)
{
    const sheet_parts sheet{
        .criteria = "{'id': '1', 'max': 0, 'good': {'requires': 'flag'}, 'indicators': []},"
                    "{'id': '2', 'max': 0, 'good': {'requires': 'other'}, 'indicators': []}",
        .grades = "{'id': 'level-2', 'good_criteria': ['1', '2']}, {'id': 'level-1', "
                  "'good_criteria': ['1']}, {'id': 'none'}"};
    BOOST_TEST(score(sheet, {"'flag': true, 'other': true"}).grade() == "level-2");
    BOOST_TEST(score(sheet, {"'flag': true, 'other': false"}).grade() == "level-1");
    BOOST_TEST(score(sheet, {"'flag': false, 'other': true"}).grade() == "none");
    // In points: the second line asks for the first.
    const std::string lines =
        "{'id': 'C', 'max': 10, 'indicators': [{'id': 'A', 'max': 5, 'score': {'condition': "
        "'n >= 5'}}, {'id': 'B', 'max': 5, 'requires': 'n >= 5', 'score': {'condition': 'm >= "
        "5'}}]}";
    BOOST_TEST(score({.criteria = lines}, {"'n': 4, 'm': 9"}).total() == "0");
    BOOST_TEST(score({.criteria = lines}, {"'n': 5, 'm': 9"}).total() == "10");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace field_rules_grades_unit
