// SPDX-License-Identifier: BSL-1.0
// Rules 1 to 17 of real scoring sheets (docs/rules.md): how one line gets its points. Each test is
// named after its rule.

#include "support/sheets.hpp"

namespace field_rules_lines_unit {

namespace {

using bontot_test::check_lines;
using bontot_test::dossier_errors;
using bontot_test::line_case;
using bontot_test::one_line;
using bontot_test::score;
using bontot_test::scores;
using bontot_test::sheet_parts;

/** One line of `max` points in a criterion of as many. */
std::string line_of(const std::string& max, const std::string& line)
{
    return "{'id': 'C', 'max': " + max + ", 'indicators': [{'id': 'L', 'max': " + max + ", " +
           line + "}]}";
}

/** What a line of `max` points shows for each of some facts. */
struct fact_row
{
    const char* facts;
    const char* expected; /**< as scores::shown */
};

void check_line(
    const std::string& max, const std::string& line, std::initializer_list<fact_row> rows
)
{
    for (const fact_row& row : rows) {
        BOOST_TEST_CONTEXT(row.facts)
        {
            BOOST_TEST(
                score({.criteria = line_of(max, line)}, {row.facts}).shown("L") == row.expected
            );
        }
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_field_rules_lines)

/** Met or not met without points; the sheet's result is all, a count, or what must be met. */
BOOST_AUTO_TEST_CASE(rule_01_boolean_without_points)
{
    const sheet_parts sheet{
        .criteria = "{'id': 'A', 'max': 0, 'good': {'requires': 'flag'}, 'indicators': []},"
                    "{'id': 'B', 'max': 0, 'good': {'requires': 'other'}, 'indicators': []},"
                    "{'id': 'D', 'max': 0, 'good': {'requires': 'n >= 1'}, 'indicators': []}",
        .grades = "{'id': 'all', 'good_criteria': 'all'}, {'id': 'two', 'good_criteria': 2},"
                  "{'id': 'must', 'good_criteria': ['D']}, {'id': 'none'}"};
    constexpr struct
    {
        const char* facts;
        const char* grade;
    } test_cases[] = {
        {"'flag': true, 'other': true, 'n': 1", "all"},
        {"'flag': true, 'other': true, 'n': 0", "two"},
        {"'flag': true, 'other': false, 'n': 1", "two"},
        {"'flag': false, 'other': false, 'n': 1", "must"},
        {"'flag': true, 'other': false, 'n': 0", "none"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.facts)
        {
            const scores got = score(sheet, {tc.facts});
            BOOST_TEST(got.grade() == tc.grade);
            BOOST_TEST(got.total_max() == "0");
        }
    }
}

BOOST_AUTO_TEST_CASE(rule_02_toggle)
{
    check_line(
        "3", "'score': {'condition': 'flag'}",
        {{"'flag': true", "3 met"}, {"'flag': false", "0 unmet"}, {"", "0..3 unknown"}}
    );
}

/** The lowest level is above 0; "no need arose" counts like the best. */
BOOST_AUTO_TEST_CASE(rule_03_choice_of_levels)
{
    check_line(
        "5",
        "'min': 1, 'score': {'choice': {'fact': 'level', 'options': [{'is': 'high', "
        "'points': 5}, {'is': 'mid', 'points': 5}, {'is': 'low', 'points': 1}]}}",
        {{"'level': 'high'", "5 met"},
         {"'level': 'mid'", "5 met"},
         {"'level': 'low'", "1 unmet"},
         {"", "1..5 unknown"}}
    );
}

/** Bounds open or closed as written; a gap is told, of an overlap the first row counts. */
BOOST_AUTO_TEST_CASE(rule_04_step_table)
{
    check_line(
        "4",
        "'score': {'steps': {'value': 'x', 'table': [{'when': '> 90', 'points': 4},"
        "{'when': '(80..90]', 'points': 3}, {'when': '[50..75]', 'points': 2},"
        "{'when': '[60..70]', 'points': 1}, {'when': '< 50', 'points': 0}]}}",
        {{"'x': 90.01", "4 met"},
         {"'x': 90", "3 partly"},
         {"'x': 80.01", "3 partly"},
         {"'x': 80", "0..4 uncovered"},
         {"'x': 75.5", "0..4 uncovered"},
         {"'x': 75", "2 partly"},
         {"'x': 65", "2 partly"},
         {"'x': 50", "2 partly"},
         {"'x': 49.99", "0 unmet"}}
    );
    const scores gap = score(
        {.criteria = one_line("'score': {'steps': {'value': 'x', 'table': [{'when': '> 90', "
                              "'points': 4}, {'when': '< 90', 'points': 0}]}}")},
        {"'x': 90"}
    );
    BOOST_TEST(gap.findings() == "reason_no_step at L");
}

/** Thresholds by size of the unit; thresholds times 75 % for a kind of unit. */
BOOST_AUTO_TEST_CASE(rule_05_thresholds_by_context)
{
    check_line(
        "5",
        "'score': {'steps': {'value': 'c', 'table': [{'when': '>= (if n >= 3 then 120 else "
        "90)', 'points': 5}, {'when': '-', 'points': 1}]}}",
        {{"'c': 90, 'n': 2", "5 met"},
         {"'c': 90, 'n': 3", "1 partly"},
         {"'c': 119, 'n': 3", "1 partly"},
         {"'c': 120, 'n': 3", "5 met"}}
    );
    check_line(
        "10",
        "'score': {'steps': {'value': 'c / (if flag then 0.75 else 1)', 'table': [{'when': "
        "'>= 16000', 'points': 10}, {'when': '< 16000', 'points': 0}]}}",
        {{"'c': 12000, 'flag': false", "0 unmet"},
         {"'c': 12000, 'flag': true", "10 met"},
         {"'c': 11999, 'flag': true", "0 unmet"}}
    );
}

/** A rate or an event; another fact in place of the step. */
BOOST_AUTO_TEST_CASE(rule_06_compound_conditions)
{
    // Below 65 %, or anybody absent without reason: 1 point.
    const char* const attendance =
        "'min': 1, 'at_most': [{'when': 'n > 0', 'points': 1}], 'score': {'steps': {'value': 'h',"
        "'table': [{'when': '>= 0.9', 'points': 4}, {'when': '[0.65..0.9)', 'points': 2},"
        "{'when': '< 0.65', 'points': 1}]}}";
    check_line(
        "4", attendance,
        {{"'h': 0.95, 'n': 0", "4 met"},
         {"'h': 0.95, 'n': 1", "1 unmet"},
         {"'h': 0.64, 'n': 0", "1 unmet"},
         {"'h': 0.95", "1..4 unknown"}}
    );
    // Below 80 % nothing, but 1 point when those who are late were urged.
    check_line(
        "2", "'score': {'formula': 'if h >= 0.8 then 2 else if flag then 1 else 0'}",
        {{"'h': 0.8, 'flag': false", "2 met"},
         {"'h': 0.79, 'flag': true", "1 partly"},
         {"'h': 0.79, 'flag': false", "0 unmet"}}
    );
}

/** Thanh Hoa II.3.a at 83 %: 4.98, in steps of 0.25 it is 5.00. */
BOOST_AUTO_TEST_CASE(rule_07_linear)
{
    const std::string linear =
        "'score': {'proportional': {'value': 'h', 'from': [0, 1], 'points': [0, 6]}}";
    check_line("6", linear, {{"'h': 0.83", "4.98 partly"}, {"'h': 1", "6 met"}});
    check_line(
        "6", linear + ", 'rounding': {'step': '0.25', 'mode': 'half_up'}",
        {{"'h': 0.83", "5 partly"}, {"'h': 0.81", "4.75 partly"}}
    );
    // Over 100 % is capped; below a floor there is nothing.
    check_line(
        "6", "'score': {'proportional': {'value': 'n / k', 'from': ['0.5', 1], 'points': [0, 6]}}",
        {{"'n': 10, 'k': 8", "6 met"},
         {"'n': 6, 'k': 8", "3 partly"},
         {"'n': 4, 'k': 8", "0 unmet"},
         {"'n': 3, 'k': 8", "0 unmet"}}
    );
}

/** Exempt members leave the denominator; of a list, only what is due counts. */
BOOST_AUTO_TEST_CASE(rule_08_denominator_filters)
{
    check_line(
        "10",
        "'score': {'proportional': {'value': 'n / (k - m)', 'from': [0, 1], 'points': [0, "
        "10]}}",
        {{"'n': 6, 'k': 10, 'm': 0", "6 partly"}, {"'n': 6, 'k': 10, 'm': 2", "7.5 partly"}}
    );
    const line_case due[] = {
        {"two of four are excused",
         "'score': {'proportional': {'value': 'count(members[faults = 0 and blamed = false]) / "
         "count(members[blamed = false])', 'from': [0, 1], 'points': [0, 10]}}",
         "", "5 partly",
         "'members': [{'id': 'A', 'blamed': false, 'faults': 0}, {'id': 'B', 'blamed': false, "
         "'faults': 1}, {'id': 'D', 'blamed': true, 'faults': 1}, {'id': 'E', 'blamed': true, "
         "'faults': 2}]"},
    };
    check_lines(due);
}

/** ND 307: 10 points up to 16,000 people and 0.5 for each 1,000 above; 23,500 people. */
BOOST_AUTO_TEST_CASE(rule_09_base_and_increment)
{
    check_line(
        "20", "'score': {'formula': 'min(20, 10 + max(0, c - 16000) / 1000 * 0.5)'}",
        {{"'c': 16000", "10 partly"},
         {"'c': 23500", "13.75 partly"}, // 10 + 7.5 * 0.5
         {"'c': 36000", "20 met"},
         {"'c': 90000", "20 met"}}
    );
    check_line(
        "20", "'score': {'formula': 'min(20, 10 + floor(max(0, c - 16000) / 1000) * 0.5)'}",
        {{"'c': 23500", "13.5 partly"}, {"'c': 16999", "10 partly"}}
    );
}

BOOST_AUTO_TEST_CASE(rule_11_count_capped)
{
    check_line(
        "4", "'score': {'additions': [{'count': 'n', 'each': '1.5', 'cap': 4}]}",
        {{"'n': 0", "0 unmet"}, {"'n': 2", "3 partly"}, {"'n': 3", "4 met"}}
    );
    // Of listed kinds each counts once, however many documents there are of it.
    const char* const kinds =
        "'score': {'formula': 'count(distinct values(for e in evidence return e.kind))'}";
    const line_case documents[] = {
        {"two kinds", kinds, "", "2 partly",
         "'evidence': [{'id': '1', 'supports': ['L'], 'kind': 'course', 'number': '1-BC/CB'},"
         "{'id': '2', 'supports': ['L'], 'kind': 'course', 'number': '2-BC/CB'},"
         "{'id': '3', 'supports': ['L'], 'kind': 'club', 'number': '3-BC/CB'}]"},
    };
    check_lines(documents);
}

/** Full less 0.5 an event, never below 0; quality may add within the parent's maximum. */
BOOST_AUTO_TEST_CASE(rule_12_deductions)
{
    check_line(
        "2", "'score': {'deductions': [{'count': 'n', 'each': '0.5'}]}",
        {{"'n': 0", "2 met"}, {"'n': 3", "0.5 partly"}, {"'n': 5", "0 unmet"}}
    );
    const std::string topped =
        "{'id': 'C', 'max': 5, 'indicators': [{'id': 'L', 'max': 5, 'indicators': ["
        "{'id': 'A', 'max': 5, 'score': {'deductions': [{'count': 'n', 'each': 1}]}},"
        "{'id': 'B', 'max': 1, 'score': {'condition': 'flag'}}]}]}";
    BOOST_TEST(score({.criteria = topped}, {"'n': 3, 'flag': true"}).points("L") == "3");
    BOOST_TEST(score({.criteria = topped}, {"'n': 0, 'flag': true"}).points("L") == "5");
}

/** Ten are drawn; each that is right gives 0.5. */
BOOST_AUTO_TEST_CASE(rule_13_random_sample)
{
    check_line(
        "5", "'score': {'additions': [{'count': 'n', 'each': '0.5'}]}",
        {{"'n': 7", "3.5 partly"}, {"'n': 10", "5 met"}, {"", "0..5 unknown"}}
    );
}

/** Named variables, and which formula holds is a fact. */
BOOST_AUTO_TEST_CASE(rule_14_formula_with_alternatives)
{
    check_line(
        "10",
        "'score': {'formula': 'if level = \\'high\\' then 10 * n / k else if level = "
        "\\'mid\\' then 5 + n / 2 else m'}",
        {{"'level': 'high', 'n': 6, 'k': 8", "7.5 partly"},
         {"'level': 'mid', 'n': 6", "8 partly"},
         {"'level': 'low', 'm': 3", "3 partly"}}
    );
}

BOOST_AUTO_TEST_CASE(rule_15_only_the_highest_counts)
{
    const std::string prizes =
        "{'id': 'C', 'max': 5, 'indicators': [{'id': 'P', 'max': 5, 'combine': 'highest', "
        "'indicators': [{'id': 'A', 'max': 5, 'score': {'condition': 'flag'}},"
        "{'id': 'B', 'max': 3, 'score': {'condition': 'other'}}]}]}";
    constexpr struct
    {
        const char* facts;
        const char* points;
    } test_cases[] = {
        {"'flag': true, 'other': true", "5"},
        {"'flag': false, 'other': true", "3"},
        {"'flag': false, 'other': false", "0"},
        {"'other': true", "3..5"},
    };
    for (const auto& tc : test_cases)
        BOOST_TEST(score({.criteria = prizes}, {tc.facts}).points("P") == tc.points);
    // Once a year, however often.
    check_line(
        "3", "'score': {'additions': [{'count': 'n', 'each': 3, 'cap': 3}]}",
        {{"'n': 1", "3 met"}, {"'n': 4", "3 met"}}
    );
}

/** 40 % and 60 %; the weights are facts that must total 100 %, none below 20 %. */
BOOST_AUTO_TEST_CASE(rule_16_weights)
{
    const sheet_parts sheet{
        .criteria = line_of("10", "'score': {'formula': '(first * n + second * m) / 100'}"),
        .consistency = "{'id': 'w', 'assert': 'first + second = 100 and first >= 20 and second >= "
                       "20', 'message': {'en': 'weights'}}",
        .facts = std::string(bontot_test::plain_facts) +
                 ", {'id': 'first', 'type': 'number', 'min': 0, 'max': 100},"
                 "{'id': 'second', 'type': 'number', 'min': 0, 'max': 100}"};
    BOOST_TEST(
        score(sheet, {"'n': 9, 'm': 7, 'first': 40, 'second': 60"}).shown("L") == "7.8 partly"
    );
    for (const char* weights : {"'first': 40, 'second': 50", "'first': 90, 'second': 10"}) {
        BOOST_TEST(
            dossier_errors(sheet, {std::string("'n': 9, 'm': 7, ") + weights}) ==
            "dossier_inconsistent at /facts/first"
        );
    }
    // Coefficients of difficulty over a list: (3 * 1 + 1 * 2) / (3 + 1) with faults 1 and 2.
    const line_case weighted[] = {
        {"difficulty",
         "'score': {'formula': 'sum(for p in members return p.faults * (if p.blamed then 1 else "
         "3)) / sum(for p in members return if p.blamed then 1 else 3)'}",
         "", "1.25 partly",
         "'members': [{'id': 'A', 'blamed': false, 'faults': 1}, {'id': 'B', 'blamed': true, "
         "'faults': 2}]"},
    };
    check_lines(weighted);
}

/** The level says the band, a person the number in it: 90..100, 70..<90, the rest. */
BOOST_AUTO_TEST_CASE(rule_17_level_then_number)
{
    const sheet_parts sheet{
        .criteria = line_of("10", "'score': {'formula': 'percent / 10'}"),
        .consistency =
            "{'id': 'band', 'assert': 'if level = \\'high\\' then percent >= 90 else if level = "
            "\\'mid\\' then percent in [70..90) else percent < 70', 'message': {'en': 'band'}}",
        .facts = std::string(bontot_test::plain_facts) +
                 ", {'id': 'percent', 'type': 'number', 'min': 0, 'max': 100}"};
    BOOST_TEST(score(sheet, {"'level': 'high', 'percent': 93"}).points("L") == "9.3");
    BOOST_TEST(score(sheet, {"'level': 'mid', 'percent': 70"}).points("L") == "7");
    BOOST_TEST(
        dossier_errors(sheet, {"'level': 'mid', 'percent': 90"}) ==
        "dossier_inconsistent at /facts/level"
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace field_rules_lines_unit
