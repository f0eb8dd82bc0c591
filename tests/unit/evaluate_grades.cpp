// SPDX-License-Identifier: BSL-1.0
// Good criteria, grades and checks (design 5.4 and 7.3).

#include "support/sheets.hpp"

namespace evaluate_grades_unit {

namespace {

using bontot_test::one_line;
using bontot_test::rubric_errors;
using bontot_test::score;
using bontot_test::scores;
using bontot_test::sheet_parts;

/** A criterion of 10 whose points are a FEEL number. */
std::string
criterion(const std::string& id, const std::string& points, const std::string& more = {})
{
    return "{'id': '" + id + "', 'max': 10, " + more + "'indicators': [{'id': '" + id +
           ".1', 'max': 10, 'score': {'formula': '" + points + "'}}]}";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_grades)

BOOST_AUTO_TEST_CASE(good)
{
    constexpr struct
    {
        const char* name;
        const char* rule;
        const char* facts;
        const char* expected;
    } test_cases[] = {
        {"at min_points", "'min_points': 6", "'n': 6", "yes"},
        {"below", "'min_points': 6", "'n': 5", "no"},
        {"open points", "'min_points': 6", "", "open"},
        {"requires holds", "'requires': 'flag'", "'n': 0, 'flag': true", "yes"},
        {"requires does not hold", "'requires': 'flag'", "'n': 10, 'flag': false", "no"},
        {"requires is unknown", "'requires': 'flag'", "'n': 10", "open"},
        {"both hold", "'min_points': 6, 'requires': 'flag'", "'n': 6, 'flag': true", "yes"},
        {"points only", "'min_points': 6, 'requires': 'flag'", "'n': 6, 'flag': false", "no"},
        {"requires only", "'min_points': 6, 'requires': 'flag'", "'n': 5, 'flag': true", "no"},
        {"too few points, whatever is unknown", "'min_points': 6, 'requires': 'flag'", "'n': 5",
         "no"},
        {"enough points, unknown", "'min_points': 6, 'requires': 'flag'", "'n': 6", "open"},
        {"fails, whatever the points", "'min_points': 6, 'requires': 'flag'", "'flag': false",
         "no"},
        {"0 points are asked", "'min_points': 0", "", "yes"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const std::string rule = "'good': {" + std::string(tc.rule) + "}, ";
            const scores got = score({.criteria = criterion("C", "n", rule)}, {tc.facts});
            BOOST_TEST(got.good("C") == tc.expected);
        }
    }
}

/** 20 lies between: open; wholly above: good; wholly below: not. */
BOOST_AUTO_TEST_CASE(good_by_an_interval)
{
    constexpr struct
    {
        const char* least;
        const char* expected;
    } test_cases[] = {{"5", "yes"}, {"'5.5'", "open"}, {"10", "open"}};
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.least)
        {
            // k is 5..10
            const std::string sheet =
                "{'id': 'C', 'max': 10, 'good': {'min_points': " + std::string(tc.least) +
                "}, 'indicators': [{'id': 'L', 'max': 10, 'score': {'proportional': {'value': 'k',"
                "'from': [0, 10], 'points': [0, 10]}}}]}";
            BOOST_TEST(score({.criteria = sheet}, {}).good("C") == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(conditions)
{
    const std::string a = criterion("A", "n", "'good': {'min_points': 6}, ");
    const std::string b = criterion("B", "m", "'good': {'min_points': 6}, ");
    constexpr struct
    {
        const char* name;
        const char* condition;
        const char* facts;
        const char* reachable;
    } test_cases[] = {
        {"min_total: at it", "'min_total': 12", "'n': 6, 'm': 6", "top"},
        {"min_total: below", "'min_total': 12", "'n': 6, 'm': 5", "rest"},
        {"min_total: open", "'min_total': 12", "'n': 6", "top rest"},
        {"min_total: open, but enough", "'min_total': 6", "'n': 6", "top"},
        {"min_total: open, but never", "'min_total': 17", "'n': 6", "rest"},
        {"above_total: at it", "'above_total': 12", "'n': 6, 'm': 6", "rest"},
        {"above_total: above", "'above_total': 12", "'n': 7, 'm': 6", "top"},
        {"above_total: at its best at it", "'above_total': 16", "'n': 6", "rest"},
        {"min_total: at its best at it", "'min_total': 16", "'n': 6", "top rest"},
        {"min_points: at it", "'min_points': {'B': 4}", "'n': 0, 'm': 4", "top"},
        {"min_points: below", "'min_points': {'B': 4}", "'n': 10, 'm': 3", "rest"},
        {"min_points: open", "'min_points': {'B': 4}", "'n': 10", "top rest"},
        {"min_points: of two", "'min_points': {'A': 4, 'B': 4}", "'n': 3, 'm': 9", "rest"},
        {"min_share: at it", "'min_share': {'B': '0.45'}", "'n': 0, 'm': 5", "top"},
        {"min_share: below", "'min_share': {'B': '0.55'}", "'n': 10, 'm': 5", "rest"},
        {"min_share: equal", "'min_share': {'B': '0.5'}", "'n': 0, 'm': 5", "top"},
        {"no_zero_criterion: a zero", "'no_zero_criterion': true", "'n': 0, 'm': 10", "rest"},
        {"no_zero_criterion: none", "'no_zero_criterion': true", "'n': 1, 'm': 1", "top"},
        {"no_zero_criterion: open", "'no_zero_criterion': true", "'n': 1", "top rest"},
        {"no_zero_criterion: off", "'no_zero_criterion': false", "'n': 0, 'm': 0", "top"},
        {"good_criteria: all are", "'good_criteria': 'all'", "'n': 6, 'm': 6", "top"},
        {"good_criteria: one is not", "'good_criteria': 'all'", "'n': 6, 'm': 5", "rest"},
        {"good_criteria: one is open", "'good_criteria': 'all'", "'n': 6", "top rest"},
        {"good_criteria: one is asked", "'good_criteria': 1", "'n': 6, 'm': 5", "top"},
        {"good_criteria: one is asked, none is", "'good_criteria': 1", "'n': 5, 'm': 5", "rest"},
        {"good_criteria: enough whatever is open", "'good_criteria': 1", "'n': 6", "top"},
        {"requires: holds", "'requires': 'flag'", "'n': 0, 'm': 0, 'flag': true", "top"},
        {"requires: does not", "'requires': 'flag'", "'n': 9, 'm': 9, 'flag': false", "rest"},
        {"requires: unknown", "'requires': 'flag'", "'n': 9, 'm': 9", "top rest"},
        {"two conditions: both", "'min_total': 12, 'requires': 'flag'",
         "'n': 6, 'm': 6, 'flag': true", "top"},
        {"two conditions: one", "'min_total': 12, 'requires': 'flag'",
         "'n': 5, 'm': 6, 'flag': true", "rest"},
        {"two conditions: one fails, one is unknown", "'min_total': 12, 'requires': 'flag'",
         "'n': 5, 'm': 6", "rest"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const scores got = score(
                {.criteria = a + ", " + b,
                 .grades = "{'id': 'top', " + std::string(tc.condition) + "}, {'id': 'rest'}"},
                {tc.facts}
            );
            BOOST_TEST(got.reachable() == tc.reachable);
        }
    }
}

/** Three thirds are the threshold, not a little less. */
BOOST_AUTO_TEST_CASE(thresholds_read_settled_points)
{
    const std::string third =
        criterion("A", "n / 3") + ", " + criterion("B", "n / 3") + ", " + criterion("D", "n / 3");
    const std::string grades = "{'id': 'top', 'min_total': 1}, {'id': 'rest'}";
    BOOST_TEST(score({.criteria = third, .grades = grades}, {"'n': 1"}).grade() == "top");
    const std::string above = "{'id': 'top', 'above_total': 1}, {'id': 'rest'}";
    BOOST_TEST(score({.criteria = third, .grades = above}, {"'n': 1"}).grade() == "rest");
}

/** 90.00 is not above 90 (field note: Hai Phong 212). */
BOOST_AUTO_TEST_CASE(ninety_is_not_above_ninety)
{
    const std::string sheet = "{'id': 'C', 'max': 100, 'indicators': [{'id': 'L', 'max': 100,"
                              "'score': {'formula': 'x'}}]}";
    const std::string grades =
        "{'id': 'excellent', 'above_total': 90}, {'id': 'good', 'above_total': 80}, {'id': 'rest'}";
    constexpr struct
    {
        const char* points;
        const char* grade;
    } test_cases[] = {
        {"'90.00'", "good"},
        {"'90.01'", "excellent"},
        {"80", "rest"},
        {"'80.000000000001'", "good"}};
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.points)
        {
            const std::string facts = "'x': " + std::string(tc.points);
            BOOST_TEST(score({.criteria = sheet, .grades = grades}, {facts}).grade() == tc.grade);
        }
    }
}

/** The first grade whose every condition holds; one that fails falls to the next that holds. */
/** A of 10 and B of 30, which may drop: the share of n + 3m in what applies. */
BOOST_AUTO_TEST_CASE(grades_on_a_share)
{
    const sheet_parts sheet{
        .criteria = criterion("A", "n") +
                    ",{'id': 'B', 'max': 30, 'applies': 'flag', 'not_applicable': 'drop',"
                    "'indicators': [{'id': 'B.1', 'max': 30, 'score': {'formula': '3 * m'}}]}",
        .grades = "{'id': 'top', 'min_total': '0.9'}, {'id': 'mid', 'above_total': '0.5'},"
                  "{'id': 'rest'}",
        .more = "'total': {'grades_on': 'share'}",
    };
    constexpr struct
    {
        const char* facts;
        const char* reachable;
    } test_cases[] = {
        {"'flag': true, 'n': 6, 'm': 10", "top"},   // 36 of 40 is 0.9
        {"'flag': true, 'n': 5, 'm': 10", "mid"},   // 35 of 40
        {"'flag': true, 'n': 5, 'm': 5", "rest"},   // 20 of 40 is 0.5, which is not above it
        {"'flag': false, 'n': 9, 'm': 0", "top"},   // 9 of 10
        {"'flag': false, 'n': 5, 'm': 10", "rest"}, // 5 of 10
        // B may drop: 9 of 10, or 9 of 40.
        {"'n': 9, 'm': 0", "top mid rest"},
        // 10 of 10, or 40 of 40: either way all of it, but the bounds are not so narrow.
        {"'flag': true, 'n': 10, 'm': 10", "top"},
        // The worst is 6 of 40, the best 36 of 40.
        {"'flag': true, 'n': 6", "top mid rest"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.facts)
        {
            BOOST_TEST(score(sheet, {tc.facts}).reachable() == tc.reachable);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_share_of_nothing_has_no_value)
{
    const sheet_parts sheet{
        .criteria = "{'id': 'B', 'max': 30, 'applies': 'flag', 'not_applicable': 'drop',"
                    "'indicators': [{'id': 'B.1', 'max': 30, 'score': {'formula': '30'}}]}",
        .grades = "{'id': 'top', 'min_total': '0.9'}, {'id': 'rest'}",
        .more = "'total': {'grades_on': 'share'}",
    };
    BOOST_TEST(score(sheet, {"'flag': true"}).reachable() == "top");
    const scores nothing = score(sheet, {"'flag': false"});
    BOOST_TEST(nothing.reachable() == "top rest"); // not proven, for people to decide
    BOOST_TEST(nothing.findings() == "reason_no_value at grade:top");
    const scores open = score(sheet, {""});
    BOOST_TEST(open.reachable() == "top rest");
    BOOST_TEST(open.findings() == "");
}

/** The share of a criterion's own maximum, when part of it may drop. */
BOOST_AUTO_TEST_CASE(min_share_of_a_maximum_that_is_open)
{
    const sheet_parts sheet{
        .criteria = "{'id': 'C', 'max': 10, 'indicators': ["
                    "{'id': 'L', 'max': 4, 'score': {'formula': 'n'}},"
                    "{'id': 'D', 'max': 6, 'applies': 'flag', 'not_applicable': 'drop',"
                    " 'score': {'formula': '0'}}]}",
        .grades = "{'id': 'top', 'min_share': {'C': '0.5'}}, {'id': 'rest'}",
    };
    // 4 of 10, or 4 of 4.
    BOOST_TEST(score(sheet, {"'n': 4, 'flag': true"}).reachable() == "rest");
    BOOST_TEST(score(sheet, {"'n': 4, 'flag': false"}).reachable() == "top");
    BOOST_TEST(score(sheet, {"'n': 4"}).reachable() == "top rest");
    BOOST_TEST(score(sheet, {"'n': 1"}).reachable() == "rest");
}

BOOST_AUTO_TEST_CASE(criteria_that_must_be_good_by_name)
{
    const sheet_parts sheet{
        .criteria = criterion("A", "n", "'good': {'min_points': 5},") + "," +
                    criterion("B", "m", "'good': {'min_points': 5},") + "," +
                    criterion("D", "k", "'good': {'min_points': 7},"),
        .grades = "{'id': 'two', 'good_criteria': ['A', 'B']}, {'id': 'one', 'good_criteria':"
                  " ['A']}, {'id': 'rest'}",
    };
    constexpr struct
    {
        const char* facts;
        const char* reachable;
    } test_cases[] = {
        {"'n': 5, 'm': 5, 'k': 5", "two"},
        {"'n': 5, 'm': 4, 'k': 9", "one"},
        {"'n': 4, 'm': 5, 'k': 9", "rest"},
        {"'n': 5, 'k': 9", "two one"},
        // With n from 0 to 10 "one" is never reached, but each condition is bounded by itself.
        {"'m': 5", "two one rest"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.facts)
        {
            BOOST_TEST(score(sheet, {tc.facts}).reachable() == tc.reachable);
        }
    }
}

BOOST_AUTO_TEST_CASE(falls_to_the_next_that_holds)
{
    const sheet_parts sheet{
        .criteria = one_line("'score': {'formula': 'n'}"),
        .grades = "{'id': 'top', 'min_total': 8, 'requires': 'flag'},"
                  "{'id': 'good', 'min_total': 5, 'requires': 'other'},"
                  "{'id': 'fair', 'min_total': 3}, {'id': 'rest'}"};
    constexpr struct
    {
        const char* facts;
        const char* reachable;
    } test_cases[] = {
        {"'n': 9, 'flag': true, 'other': true", "top"},
        {"'n': 9, 'flag': true, 'other': false", "top"},
        {"'n': 9, 'flag': false, 'other': true", "good"},
        {"'n': 9, 'flag': false, 'other': false", "fair"}, // over good as well
        {"'n': 2, 'flag': true, 'other': true", "rest"},
        {"'n': 9, 'other': true", "top good"},
        {"'n': 9, 'flag': false", "good fair"},
        {"'n': 9", "top good fair"},
        // n is 0..10
        {"'flag': true, 'other': true", "top good fair rest"},
        {"'flag': false, 'other': false", "fair rest"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.facts)
        {
            BOOST_TEST(score(sheet, {tc.facts}).reachable() == tc.reachable);
        }
    }
}

BOOST_AUTO_TEST_CASE(worst_and_best)
{
    const scores got = score({.criteria = one_line("'score': {'formula': 'n'}")}, {});
    BOOST_TEST(got.grade() == "rest");
    BOOST_TEST(got.grade_possible() == "top");
    BOOST_TEST(got.reachable() == "top mid rest");
}

BOOST_AUTO_TEST_CASE(requires_without_a_value)
{
    const scores got = score(
        {.criteria = one_line("'score': {'formula': 'n'}"),
         .grades = "{'id': 'top', 'requires': 'n / m > 1'}, {'id': 'rest'}"},
        {"'n': 9, 'm': 0"}
    );
    BOOST_TEST(got.findings() == "reason_no_value at grade:top");
    // The grade is not proven.
    BOOST_TEST(got.grade() == "rest");
}

BOOST_AUTO_TEST_CASE(good_requires_without_a_value)
{
    const std::string rule = "'good': {'requires': 'n / m > 1'}, ";
    const scores got = score({.criteria = criterion("C", "n", rule)}, {"'n': 9, 'm': 0"});
    BOOST_TEST(got.findings() == "reason_no_value at good:C");
    BOOST_TEST(got.good("C") != "yes");
}

/** Criteria of max 0, decided by `requires` alone. */
BOOST_AUTO_TEST_CASE(without_points)
{
    const auto decided_by = [](const std::string& id, const std::string& condition) {
        return "{'id': '" + id + "', 'max': 0, 'good': {'requires': '" + condition +
               "'}, 'indicators': []}";
    };
    const sheet_parts sheet{
        .criteria = decided_by("A", "flag") + ", " + decided_by("B", "other") + ", " +
                    decided_by("D", "n = 0"),
        .grades = "{'id': 'all', 'good_criteria': 'all'}, {'id': 'two', 'good_criteria': 2},"
                  "{'id': 'rest'}"};
    constexpr struct
    {
        const char* facts;
        const char* reachable;
    } test_cases[] = {
        {"'flag': true, 'other': true, 'n': 0", "all"},
        {"'flag': true, 'other': false, 'n': 0", "two"},
        {"'flag': true, 'other': false, 'n': 1", "rest"},
        {"'flag': true, 'other': true", "all two"},
        {"'flag': true, 'n': 1", "two rest"},
        {"'n': 1", "two rest"},
        {"", "all two rest"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.facts)
        {
            const scores got = score(sheet, {tc.facts});
            BOOST_TEST(got.reachable() == tc.reachable);
            BOOST_TEST(got.total() == "0");
            BOOST_TEST(got.total_max() == "0");
        }
    }
    // Everything is decided, so it is complete.
    BOOST_TEST(score(sheet, {test_cases[0].facts}).completeness() == "1");
}

BOOST_AUTO_TEST_CASE(checks)
{
    constexpr struct
    {
        const char* name;
        const char* assertion;
        const char* facts;
        const char* expected; /**< yes: pass, no: fail, open: unknown */
    } test_cases[] = {
        {"pass", "n = 0", "'n': 0", "yes"},
        {"fail", "n = 0", "'n': 1", "no"},
        {"unknown", "n = 0", "", "open"},
        {"no value", "n / m > 1", "'n': 1, 'm': 0", "open"},
        {"is known", "is known(n)", "'n': 1", "yes"},
        {"is not known", "is known(n)", "", "no"},
        {"null in the dossier is not known", "is known(n)", "'n': null", "no"},
        {"known and wrong", "is known(n) and n = 0", "'n': 1", "no"},
        {"a list", "is known(members)", "", "no"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const scores got = score(
                {.criteria = one_line("'score': {'formula': '6'}"),
                 .checks = "{'id': 'k1', 'assert': '" + std::string(tc.assertion) + "'}"},
                {tc.facts}
            );
            BOOST_TEST(got.check(0) == tc.expected);
            // A check gives no points and moves no grade.
            BOOST_TEST(got.total() == "6");
            BOOST_TEST(got.reachable() == "mid");
        }
    }
}

BOOST_AUTO_TEST_CASE(is_known_in_checks_only)
{
    const std::string line = "'score': {'formula': '6'}";
    const sheet_parts test_cases[] = {
        {.criteria = one_line("'score': {'condition': 'is known(n)'}")},
        {.criteria = one_line("'applies': 'is known(n)', " + line)},
        {.criteria = one_line("'requires': 'is known(n)', " + line)},
        {.criteria = one_line("'at_most': [{'when': 'is known(n)', 'points': 1}], " + line)},
        {.criteria = one_line(line),
         .gates = "{'id': 'g', 'when': 'is known(n)', 'effect': {'grade_down': 1}}"},
        {.criteria = one_line(line),
         .grades = "{'id': 'top', 'requires': 'is known(n)'}, {'id': 'rest'}"},
    };
    for (const sheet_parts& each : test_cases) {
        BOOST_TEST_CONTEXT(rubric_json(each))
        {
            BOOST_TEST(!rubric_errors(each).empty());
        }
    }
    BOOST_TEST(
        rubric_errors({.criteria = one_line(line), .checks = "{'id': 'k', 'assert': 'is known(n)'}"}
        ) == ""
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_grades_unit
