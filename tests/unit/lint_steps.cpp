// SPDX-License-Identifier: BSL-1.0
// Faults of tables of steps and choices: two of each kind, each beside a sound twin.

#include "support/lint_cases.hpp"

/** A line over a whole number from 0 to 10. */
lint_parts over_whole(const std::string& table)
{
    return {
        .lines = "{@L, 'max': 10, 'score': {'steps': {'value': 'n', 'table': [" + table + "]}}}",
        .facts = "{@n, 'type': 'number', 'integer': true, 'min': 0, 'max': 10}"};
}

/** A line over any number from 0 to 1. */
lint_parts over_share(const std::string& table)
{
    return {
        .lines = "{@L, 'max': 10, 'score': {'steps': {'value': 'h', 'table': [" + table + "]}}}",
        .facts = "{@h, 'type': 'number', 'min': 0, 'max': 1}"};
}

/** A line over a quotient of whole numbers, of which the first is not above the second. */
lint_parts over_quotient(const std::string& table)
{
    return {
        .lines =
            "{@L, 'max': 10, 'score': {'steps': {'value': 'a / b', 'table': [" + table + "]}}}",
        .facts = "{@a, 'type': 'number', 'integer': true, 'min': 0},"
                 "{@b, 'type': 'number', 'integer': true, 'min': 1}",
        .consistency = "{#r, 'assert': 'a <= b'}"};
}

lint_cases bontot_test::lint_gaps()
{
    const std::string table = "/criteria/0/indicators/0/score/steps/table";
    static const std::string gap = "step_gap " + table;
    return {
        {"nothing for 5", over_whole("{'when': '> 5', 'points': 10}, {'when': '< 5', 'points': 0}"),
         gap.c_str(), over_whole("{'when': '> 5', 'points': 10}, {'when': '< 6', 'points': 0}")},
        {"nothing between 0.9 and 0.91, which only whole numbers may leave out",
         over_share("{'when': '>= 0.91', 'points': 10}, {'when': '<= 0.9', 'points': 0}"),
         gap.c_str(), over_whole("{'when': '>= 5', 'points': 10}, {'when': '<= 4', 'points': 0}")},
        {"nothing for exactly 0.85",
         over_share("{'when': '> 0.85', 'points': 10}, {'when': '< 0.85', 'points': 0}"),
         gap.c_str(),
         over_share("{'when': '> 0.85', 'points': 10}, {'when': '<= 0.85', 'points': 0}")},
        {"nothing above 9",
         over_whole("{'when': '[5..9]', 'points': 10}, {'when': '[0..4]', 'points': 5}"),
         gap.c_str(),
         over_whole("{'when': '[5..10]', 'points': 10}, {'when': '[0..4]', 'points': 5}")},
        {"a quotient between two rows",
         over_quotient("{'when': '>= 0.756', 'points': 10}, {'when': '<= 0.755', 'points': 0}"),
         gap.c_str(),
         over_quotient("{'when': '>= 0.755', 'points': 10}, {'when': '< 0.755', 'points': 0}")},
        {"a quotient above 1 which a rule forbids",
         over_quotient("{'when': '(0.5..1]', 'points': 10}, {'when': '(0..0.5]', 'points': 5}"),
         gap.c_str(), // for 0, not for 2
         over_quotient("{'when': '(0.5..1]', 'points': 10}, {'when': '[0..0.5]', 'points': 5}")},
        {"two gaps",
         over_whole("{'when': '>= 8', 'points': 10}, {'when': '[4..6]', 'points': 5}, "
                    "{'when': '< 3', 'points': 0}"),
         "step_gap /criteria/0/indicators/0/score/steps/table, "
         "step_gap /criteria/0/indicators/0/score/steps/table",
         over_whole("{'when': '>= 7', 'points': 10}, {'when': '[4..6]', 'points': 5}, "
                    "{'when': '<= 3', 'points': 0}")},
    };
}

lint_cases bontot_test::lint_rows()
{
    return {
        {"90 in two rows",
         over_share("{'when': '[0.9..1]', 'points': 10}, {'when': '[0..0.9]', 'points': 0}"),
         "step_overlap /criteria/0/indicators/0/score/steps/table/1",
         over_share("{'when': '[0.9..1]', 'points': 10}, {'when': '[0..0.9)', 'points': 0}")},
        {"rows that lie half over each other",
         over_whole("{'when': '[6..10]', 'points': 10}, {'when': '[4..7]', 'points': 5}, "
                    "{'when': '< 4', 'points': 0}"),
         "step_overlap /criteria/0/indicators/0/score/steps/table/1",
         over_whole("{'when': '>= 6', 'points': 10}, {'when': '>= 4', 'points': 5}, "
                    "{'when': '-', 'points': 0}")},
        {"a row for 5 before the rows that share it",
         over_whole("{'when': '>= 5', 'points': 10}, {'when': '<= 5', 'points': 0}"),
         "step_overlap /criteria/0/indicators/0/score/steps/table/1",
         over_whole("{'when': '5', 'points': 10}, {'when': '>= 5', 'points': 10}, "
                    "{'when': '<= 5', 'points': 0}")},
        {"a row behind one that takes all of it",
         over_whole("{'when': '>= 4', 'points': 5}, {'when': '>= 8', 'points': 10}, "
                    "{'when': '< 4', 'points': 0}"),
         "step_unused /criteria/0/indicators/0/score/steps/table/1, "
         "max_unreachable /criteria/0/indicators/0/score, "
         "grade_total_unreachable /grades/0/min_total",
         over_whole("{'when': '>= 8', 'points': 10}, {'when': '>= 4', 'points': 5}, "
                    "{'when': '< 4', 'points': 0}")},
        {"a row beyond the fact",
         over_whole("{'when': '>= 5', 'points': 10}, {'when': '[0..4]', 'points': 5}, "
                    "{'when': '< 0', 'points': 0}"),
         "step_unused /criteria/0/indicators/0/score/steps/table/2",
         over_whole("{'when': '>= 5', 'points': 10}, {'when': '[1..4]', 'points': 5}, "
                    "{'when': '< 1', 'points': 0}")},
        {"8 gives less than 7",
         over_whole("{'when': '>= 9', 'points': 10}, {'when': '8', 'points': 6}, "
                    "{'when': '7', 'points': 8}, {'when': '< 7', 'points': 0}"),
         "points_fall /criteria/0/indicators/0/score/steps/table/1",
         over_whole("{'when': '>= 9', 'points': 10}, {'when': '8', 'points': 8}, "
                    "{'when': '7', 'points': 6}, {'when': '< 7', 'points': 0}")},
        {"a falling table that rises once",
         over_whole("{'when': '0', 'points': 10}, {'when': '1', 'points': 4}, "
                    "{'when': '2', 'points': 6}, {'when': '> 2', 'points': 0}"),
         "points_fall /criteria/0/indicators/0/score/steps/table/2",
         over_whole("{'when': '0', 'points': 10}, {'when': '1', 'points': 6}, "
                    "{'when': '2', 'points': 4}, {'when': '> 2', 'points': 0}")},
    };
}

lint_cases bontot_test::lint_choices()
{
    const std::string c = "{@c, 'type': 'choice', 'choices': ['x', 'y', 'z']}";
    const std::string f = "{@f, 'type': 'boolean'}";
    const auto by_choice = [](const std::string& options) {
        return "{@L, 'max': 10, 'score': {'choice': {'fact': 'c', 'options': [" + options + "]}}}";
    };
    const auto by_steps = [](const std::string& value, const std::string& table) {
        return "{@L, 'max': 10, 'score': {'steps': {'value': '" + value + "', 'table': [" + table +
               "]}}}";
    };
    return {
        {"no points for z",
         {.lines = by_choice("{'is': 'x', 'points': 10}, {'is': 'y', 'points': 5}"), .facts = c},
         "choice_gap /criteria/0/indicators/0/score/choice/options",
         {.lines = by_choice("{'is': 'x', 'points': 10}, {'is': 'y', 'points': 5}, "
                             "{'is': 'z', 'points': 0}"),
          .facts = c}},
        {"no row for false",
         {.lines = by_steps("f", "{'when': 'true', 'points': 10}"), .facts = f},
         "choice_gap /criteria/0/indicators/0/score/steps/table",
         {.lines = by_steps("f", "{'when': 'true', 'points': 10}, {'when': 'false', 'points': 0}"),
          .facts = f}},
        {"no row for y, and one for x that another took",
         {.lines = by_steps(
              "c", "{'when': 'not(\\'y\\')', 'points': 10}, "
                   "{'when': '\\'x\\'', 'points': 5}"
          ),
          .facts = c},
         "choice_gap /criteria/0/indicators/0/score/steps/table, "
         "step_unused /criteria/0/indicators/0/score/steps/table/1",
         {.lines = by_steps(
              "c", "{'when': 'not(\\'y\\')', 'points': 10}, "
                   "{'when': '-', 'points': 5}"
          ),
          .facts = c}},
    };
}

BOOST_AUTO_TEST_SUITE(test_lint_steps)

BOOST_AUTO_TEST_CASE(gaps)
{
    check_lint(lint_gaps());
}

BOOST_AUTO_TEST_CASE(rows)
{
    check_lint(lint_rows());
}

BOOST_AUTO_TEST_CASE(choices)
{
    check_lint(lint_choices());
}

BOOST_AUTO_TEST_SUITE_END()
