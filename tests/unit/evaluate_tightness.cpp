// SPDX-License-Identifier: BSL-1.0
// Intervals (design 7.2): where a kind allows it, some completion reaches both ends. What the
// range of one missing fact, or the grid of a missing mark, leaves of a line of 10 points.

#include "support/sheets.hpp"

namespace evaluate_tightness_unit {

namespace {

using bontot_test::line_case;
using bontot_test::one_line;
using bontot_test::score;

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_tightness)

BOOST_AUTO_TEST_CASE(a_condition_that_a_range_decides)
{
    constexpr line_case test_cases[] = {
        {"above the range", "'score': {'condition': 'n > 10'}", "", "0 unmet"},
        {"the end of the range", "'score': {'condition': 'n >= 10'}", "", "0..10 unknown"},
        {"all of the range", "'score': {'condition': 'n >= 0'}", "", "10 met"},
        {"not", "'score': {'condition': 'not(n > 10)'}", "", "10 met"},
        {"between whole numbers", "'score': {'condition': 'n > 9.5 and n < 10'}", "", "0 unmet"},
        {"beside a whole number", "'score': {'condition': 'n > 9.5 and n < 10.5'}", "",
         "0..10 unknown"},
        {"between any numbers", "'score': {'condition': 'h > 0.5 and h < 0.6'}", "",
         "0..10 unknown"},
        {"at one number", "'score': {'condition': 'h != 0.25'}", "", "0..10 unknown"},
        {"outside of a list", "'score': {'condition': 'k in (1, < 5)'}", "", "0 unmet"},
        {"at the end of a list", "'score': {'condition': 'k in (1, <= 5)'}", "", "0..10 unknown"},
        {"a range", "'score': {'condition': 'k in [5..10]'}", "", "10 met"},
        {"an open range", "'score': {'condition': 'k in (5..10]'}", "", "0..10 unknown"},
        {"either", "'score': {'condition': 'if n < 5 then n < 6 else n > 4'}", "", "10 met"},
        {"without a most", "'score': {'condition': 'c < 0'}", "", "0 unmet"},
        {"beyond all literals", "'score': {'condition': 'c < 1000000'}", "", "0..10 unknown"},
        {"without a range", "'score': {'condition': 'x < -1000000'}", "", "0..10 unknown"},
        {"a yes or no", "'score': {'condition': 'flag = true or flag = false'}", "", "10 met"},
        {"a choice", "'score': {'condition': 'level in (\\'high\\', \\'mid\\', \\'low\\')'}", "",
         "10 met"},
        {"one choice", "'score': {'condition': 'level = \\'low\\''}", "", "0..10 unknown"},
        {"with itself", "'score': {'condition': 'n = n'}", "", "10 met"},
        {"a text", "'score': {'condition': 'word = \\'a\\''}", "", "0..10 unknown"},
        {"arithmetic is not looked into", "'score': {'condition': 'n * 2 > 30'}", "",
         "0..10 unknown"},
        {"two facts are not looked into", "'score': {'condition': 'n < k and n > 10'}", "",
         "0..10 unknown"},
    };
    bontot_test::check_lines(test_cases);
}

BOOST_AUTO_TEST_CASE(steps_that_a_range_reaches)
{
    constexpr line_case test_cases[] = {
        {"whole numbers",
         "'score': {'steps': {'value': 'n', 'table': [{'when': '< 5', 'points': 2}, {'when': '5', "
         "'points': 3}, {'when': '[6..10]', 'points': 4}]}}",
         "", "2..4 unknown"},
        {"a row between whole numbers",
         "'score': {'steps': {'value': 'n', 'table': [{'when': '(4..5)', 'points': 9}, {'when': "
         "'-', 'points': 3}]}}",
         "", "3 partly"},
        {"a gap at one number",
         "'score': {'steps': {'value': 'h', 'table': [{'when': '< 0.5', 'points': 2}, {'when': '> "
         "0.5', 'points': 4}]}}",
         "", "0..10 unknown"},
        {"not",
         "'score': {'steps': {'value': 'n', 'table': [{'when': 'not(3)', 'points': 2}, {'when': "
         "'3', 'points': 6}]}}",
         "", "2..6 unknown"},
        {"choices",
         "'score': {'steps': {'value': 'level', 'table': [{'when': '\\'high\\'', 'points': 5}, "
         "{'when': '\\'mid\\'', 'points': 4}, {'when': '\\'low\\'', 'points': 2}]}}",
         "", "2..5 unknown"},
        {"a choice that no row has",
         "'score': {'steps': {'value': 'level', 'table': [{'when': '\\'high\\'', 'points': 5}, "
         "{'when': '\\'mid\\'', 'points': 4}]}}",
         "", "0..10 unknown"},
        {"yes and no",
         "'score': {'steps': {'value': 'flag', 'table': [{'when': 'true', 'points': 5}, {'when': "
         "'false', 'points': 1}]}}",
         "", "1..5 unknown"},
    };
    bontot_test::check_lines(test_cases);
}

/** w is a whole number of 0.5 to 3.5, so 1, 2 or 3; v one of 0.2 to 0.8, which there is not. */
BOOST_AUTO_TEST_CASE(a_range_of_whole_numbers_ends_at_whole_numbers)
{
    constexpr const char* facts =
        "{'id': 'w', 'type': 'number', 'integer': true, 'min': '0.5', 'max': '3.5'},"
        "{'id': 'v', 'type': 'number', 'integer': true, 'min': '0.2', 'max': '0.8'}";
    constexpr struct
    {
        const char* score;
        const char* expected;
    } test_cases[] = {
        {"{'proportional': {'value': 'w', 'from': [0, 4], 'points': [0, 8]}}", "2..6 unknown"},
        {"{'deductions': [{'count': 'w', 'each': 2}]}", "4..8 unknown"},
        {"{'additions': [{'count': 'w', 'each': 2}]}", "2..6 unknown"},
        {"{'condition': 'w > 3'}", "0 unmet"},
        {"{'condition': 'v > 3'}", "0..10 unknown"},
    };
    for (const auto& tc : test_cases) {
        const std::string line = "'score': " + std::string(tc.score);
        BOOST_TEST_CONTEXT(tc.score)
        BOOST_TEST(
            score({.criteria = one_line(line), .facts = facts}, {}).shown("L") == tc.expected
        );
    }
}

BOOST_AUTO_TEST_CASE(a_missing_mark_lies_on_its_grid)
{
    constexpr line_case test_cases[] = {
        {"no grid", "'score': {'mark': {}}", "", "0..10 unknown"},
        {"0, 3, 6, 9", "'score': {'mark': {'step': 3}}", "", "0..9 unknown"},
        {"3, 6, 9", "'min': 1, 'score': {'mark': {'step': 3}}", "", "3..9 unknown"},
        {"8 alone", "'min': 2, 'score': {'mark': {'step': 8}}", "", "8 partly"},
        {"none at all", "'min': 2, 'score': {'mark': {'step': 11}}", "", "2..10 unknown"},
    };
    bontot_test::check_lines(test_cases);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_tightness_unit
