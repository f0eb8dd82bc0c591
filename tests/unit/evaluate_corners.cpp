// SPDX-License-Identifier: BSL-1.0
// Corners where two rules meet, each found by the second evaluator in tests/judge.

#include "support/sheets.hpp"

namespace evaluate_corners_unit {

namespace {

using bontot_test::one_line;
using bontot_test::score;
using bontot_test::scores;

/** A criterion C of `max` with lines that each have a formula. */
std::string sheet(const std::string& max, const std::string& lines, const std::string& more = "")
{
    return "{'id': 'C', 'max': " + max + ", " + more + "'indicators': [" + lines + "]}";
}

std::string line(const char* id, const char* max, const char* value, const std::string& more = "")
{
    return "{'id': '" + std::string(id) + "', 'max': " + max + ", " + more +
           "'score': {'formula': '" + value + "'}}";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_corners)

BOOST_AUTO_TEST_CASE(additions_reach_the_most_above_a_least)
{
    const std::string rule =
        one_line("'min': 4, 'score': {'additions': [{'count': 'c', 'each': 2}]}");
    BOOST_TEST(score({.criteria = rule}, {"'c': 5"}).shown("L") == "10 met");
    BOOST_TEST(score({.criteria = rule}, {"'c': 4"}).points("L") == "8");
    BOOST_TEST(score({.criteria = rule}, {"'c': 1"}).shown("L") == "4 unmet");
    BOOST_TEST(score({.criteria = rule}, {}).points("L") == "4..10");
}

BOOST_AUTO_TEST_CASE(a_parent_without_lines_has_no_points)
{
    const scores got = score(
        {.criteria = "{'id': 'C', 'max': 5, 'indicators': []},"
                     "{'id': 'P', 'kind': 'penalty', 'max': 0, 'min': -2, 'indicators': []}"},
        {}
    );
    BOOST_TEST(got.shown("C") == "0 unmet");
    BOOST_TEST(got.shown("P") == "0 met");
}

/** 1 of 2 with a share of 5 is 3.5 of 7; rescaled from 7 to 10 it is 5, as it was a half before. */
BOOST_AUTO_TEST_CASE(what_is_shared_out_remains_to_rescale_by)
{
    const std::string off = "'applies': 'flag', 'not_applicable': ";
    const std::string lines = line("A", "2", "1") + "," + line("B", "5", "5", off + "'share', ") +
                              "," + line("D", "3", "3", off + "'rescale', ");
    const scores got = score({.criteria = sheet("10", lines)}, {"'flag': false"});
    BOOST_TEST(got.points("C") == "5");
    // Of the highest alone: 3.5 of 7, rescaled to the 10 of the parent.
    const std::string highest = sheet("10", lines, "'combine': 'highest', ");
    BOOST_TEST(score({.criteria = highest}, {"'flag': false"}).points("C") == "5");
}

BOOST_AUTO_TEST_CASE(the_total_is_what_the_criteria_show)
{
    const scores got = score(
        {.criteria =
             sheet("2.5", line("L", "2.5", "2.5"), "'rounding': {'step': 1, 'mode': 'up'}, ")},
        {}
    );
    BOOST_TEST(got.points("C") == "3");
    BOOST_TEST(got.total() == "3");
}

BOOST_AUTO_TEST_CASE(completeness_never_falls_below_0)
{
    const std::string rule =
        sheet("2.5", line("L", "2.5", "x"), "'rounding': {'step': 1, 'mode': 'up'}, ");
    const scores got = score({.criteria = rule}, {});
    BOOST_TEST(got.points("C") == "0..3");
    BOOST_TEST(got.completeness() == "0");
}

/** A no-op among a parent's rules changes nothing of its state. */
BOOST_AUTO_TEST_CASE(what_moves_nothing_troubles_nobody)
{
    const std::string lines = line("A", "3", "x") + "," + line("B", "5", "4");
    for (const char* const rule : {"", "'requires': '1 = 1', "}) {
        const std::string above = "{'id': 'P', 'max': 9, 'combine': 'highest', " +
                                  std::string(rule) + "'indicators': [" + lines + "]}";
        const scores got = score({.criteria = sheet("9", above)}, {});
        BOOST_TEST(got.shown("A") == "0..3 unknown");
        BOOST_TEST(got.shown("P") == "4 partly");
    }
}

BOOST_AUTO_TEST_CASE(a_step_whose_bound_has_no_value)
{
    const std::string rule = one_line("'score': {'steps': {'value': 'n', 'table': ["
                                      "{'when': '< 1 / m', 'points': 2},"
                                      "{'when': '>= 0', 'points': 7}]}}");
    BOOST_TEST(score({.criteria = rule}, {"'n': 3, 'm': 1"}).shown("L") == "7 partly");
    const scores got = score({.criteria = rule}, {"'n': 3, 'm': 0"});
    BOOST_TEST(got.shown("L") == "0..10 uncovered");
    BOOST_TEST(got.findings() == "reason_no_value at L");
}

BOOST_AUTO_TEST_CASE(an_override_where_applies_may_have_no_value)
{
    const bontot_test::sheet_parts parts{
        .criteria = sheet("10", line("L", "10", "9", "'applies': '1 / m > 0', ")),
        .roles = "{'id': 'final', 'overrides': true}"};
    const std::string mark = "'marks': {'L': {'final': {'points': 5, 'reason': 'r'}}}";
    BOOST_TEST(score(parts, {"'m': 1", mark}).points("L") == "5");
    BOOST_TEST(score(parts, {"'m': 0", mark}).shown("L") == "0..10 uncovered");
    BOOST_TEST(score(parts, {"", mark}).shown("L") == "0..10 unknown");
}

BOOST_AUTO_TEST_CASE(late_copies_and_days_that_are_not_told)
{
    const std::string rule = one_line("'evidence': {'at_least': 2, 'due_days_after_period': 5},"
                                      "'score': {'condition': '1 = 1'}");
    const std::string copy = "'supports': ['L'], 'kind': 'r', 'number': '1-A', 'issuer': 'q',"
                             "'issued': '2026-02-02', 'submitted': '2027-03-0";
    const std::string late =
        "'evidence': [{'id': 'a', " + copy + "1'}, {'id': 'b', " + copy + "2'}]";
    BOOST_TEST(score({.criteria = rule}, {"", late}).shown("L") == "0..10 unproven");
    const std::string untold = "'evidence': [{'id': 'a', 'supports': ['L']},"
                               "{'id': 'b', 'supports': ['L'], 'submitted': '2027-01-05'}]";
    BOOST_TEST(score({.criteria = rule}, {"", untold}).shown("L") == "0..10 unproven");
}

BOOST_AUTO_TEST_CASE(a_criterion_of_no_points_is_no_zero)
{
    const scores got = score(
        {.criteria = sheet("1", line("L", "1", "1")) +
                     ", {'id': 'D', 'max': 0, 'good': {'requires': 'flag'}, 'indicators': []}",
         .grades = "{'id': 'top', 'no_zero_criterion': true}, {'id': 'rest'}"},
        {"'flag': true"}
    );
    BOOST_TEST(got.grade() == "top");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_corners_unit
