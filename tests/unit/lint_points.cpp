// SPDX-License-Identifier: BSL-1.0
// Faults of maxima, grades and gates: two of each kind, each beside a sound twin.

#include "support/lint_cases.hpp"

lint_cases bontot_test::lint_maxima()
{
    return {
        {"lines of 9 in a criterion of 10",
         {.lines = "{@L, 'max': 9, 'score': {'mark': {}}}"},
         "children_below_max /criteria/0/max",
         {.lines = "{@L, 'max': 4, 'score': {'mark': {}}}, {@M, 'max': 6, 'score': {'mark': {}}}"}},
        {"the highest of 6 and 8 in a group of 10",
         {.lines =
              "{@G, 'max': 10, 'combine': 'highest', 'indicators': ["
              "{@A, 'max': 6, 'score': {'mark': {}}}, {@B, 'max': 8, 'score': {'mark': {}}}]}"},
         "children_below_max /criteria/0/indicators/0/max",
         {.lines =
              "{@G, 'max': 10, 'combine': 'highest', 'indicators': ["
              "{@A, 'max': 6, 'score': {'mark': {}}}, {@B, 'max': 10, 'score': {'mark': {}}}]}"}},
        {"three thirds that do not round up",
         {.lines = "{@A, 'max': '3.33', 'score': {'mark': {}}}, "
                   "{@B, 'max': '3.33', 'score': {'mark': {}}}, "
                   "{@D, 'max': '3.33', 'score': {'mark': {}}}"},
         "children_below_max /criteria/0/max",
         {.lines = "{@A, 'max': '3.33', 'score': {'mark': {}}}, "
                   "{@B, 'max': '3.33', 'score': {'mark': {}}}, "
                   "{@D, 'max': '3.33', 'score': {'mark': {}}}",
          .of_criterion = "'rounding': {'step': '0.1'},"}},
        {"lines of 12 in a criterion of 10",
         {.lines = "{@L, 'max': 6, 'score': {'mark': {}}}, {@M, 'max': 6, 'score': {'mark': {}}}"},
         "children_above_max /criteria/0/max",
         {.criteria =
              "{@C, 'max': 10, 'indicators': [{@L, 'max': 10, 'score': {'mark': {}}}]},"
              "{@B, 'kind': 'bonus', 'max': 10, 'indicators': ["
              "{@M, 'max': 6, 'score': {'mark': {}}}, {@N, 'max': 6, 'score': {'mark': {}}}]}"}},
        {"the highest of 12 in a group of 10",
         {.lines =
              "{@G, 'max': 10, 'combine': 'highest', 'indicators': ["
              "{@A, 'max': 10, 'score': {'mark': {}}}, {@B, 'max': 12, 'score': {'mark': {}}}]}"},
         "children_above_max /criteria/0/indicators/0/max",
         {.lines =
              "{@G, 'max': 10, 'combine': 'highest', 'indicators': ["
              "{@A, 'max': 10, 'score': {'mark': {}}}, {@B, 'max': 10, 'score': {'mark': {}}}]}"}},
    };
}

lint_cases bontot_test::lint_what_a_line_can_give()
{
    return {
        {"the best option gives 8 of 10",
         {.lines = "{@L, 'max': 10, 'score': {'choice': {'fact': 'c', 'options': ["
                   "{'is': 'x', 'points': 8}, {'is': 'y', 'points': 0}]}}}",
          .facts = "{@c, 'type': 'choice', 'choices': ['x', 'y']}"},
         "max_unreachable /criteria/0/indicators/0/score",
         {.lines = "{@L, 'max': 10, 'score': {'choice': {'fact': 'c', 'options': ["
                   "{'is': 'x', 'points': 10}, {'is': 'y', 'points': 4}]}}}",
          .facts = "{@c, 'type': 'choice', 'choices': ['x', 'y']}"}},
        {"additions are capped at 6 and 3",
         {.lines = "{@L, 'max': 10, 'score': {'additions': ["
                   "{'count': 'n', 'each': 1, 'cap': 6}, {'count': 'm', 'each': 1, 'cap': 3}]}}",
          .facts = "{@n, 'type': 'number', 'min': 0}, {@m, 'type': 'number', 'min': 0}"},
         "max_unreachable /criteria/0/indicators/0/score",
         {.lines = "{@L, 'max': 10, 'score': {'additions': ["
                   "{'count': 'n', 'each': 1, 'cap': 6}, {'count': 'm', 'each': 1, 'cap': 4}]}}",
          .facts = "{@n, 'type': 'number', 'min': 0}, {@m, 'type': 'number', 'min': 0}"}},
        {"the fact that is counted ends at 4",
         {.lines = "{@L, 'max': 10, 'score': {'additions': [{'count': 'n', 'each': 2}]}}",
          .facts = "{@n, 'type': 'number', 'min': 0, 'max': 4}",
          .grades = "{@top, 'min_total': 8}, {@rest}"},
         "max_unreachable /criteria/0/indicators/0/score",
         {.lines = "{@L, 'max': 10, 'score': {'additions': [{'count': 'n', 'each': 2}]}}",
          .facts = "{@n, 'type': 'number', 'min': 0, 'max': 5}"}},
        {"the row of full points is out of the fact's range",
         {.lines = "{@L, 'max': 10, 'score': {'steps': {'value': 'n', 'table': ["
                   "{'when': '>= 10', 'points': 10}, {'when': '>= 5', 'points': 9}, "
                   "{'when': '< 5', 'points': 0}]}}}",
          .facts = "{@n, 'type': 'number', 'integer': true, 'min': 0, 'max': 9}"},
         "step_unused /criteria/0/indicators/0/score/steps/table/0, "
         "max_unreachable /criteria/0/indicators/0/score",
         {.lines = "{@L, 'max': 10, 'score': {'steps': {'value': 'n', 'table': ["
                   "{'when': '>= 10', 'points': 10}, {'when': '>= 5', 'points': 9}, "
                   "{'when': '< 5', 'points': 0}]}}}",
          .facts = "{@n, 'type': 'number', 'integer': true, 'min': 0, 'max': 10}"}},
        {"a formula stays below",
         {.lines = "{@L, 'max': 10, 'score': {'formula': 'n * 3'}}",
          .facts = "{@n, 'type': 'number', 'min': 0, 'max': 3}"},
         "max_unreachable /criteria/0/indicators/0/score",
         {.lines = "{@L, 'max': 10, 'score': {'formula': 'n * 3'}}",
          .facts = "{@n, 'type': 'number', 'min': 0, 'max': '3.4'}"}},
        {"the grid of marks misses 10",
         {.lines = "{@L, 'max': 10, 'score': {'mark': {'step': 3}}}"},
         "max_unreachable /criteria/0/indicators/0/score",
         {.lines = "{@L, 'max': 10, 'score': {'mark': {'step': '2.5'}}}"}},
        {"a proportion that stops before the end",
         {.lines = "{@L, 'max': 10, 'score': {'proportional': {'value': 'n', 'from': [0, 100], "
                   "'points': [0, 10]}}}",
          .facts = "{@n, 'type': 'number', 'min': 0, 'max': 90}"},
         "max_unreachable /criteria/0/indicators/0/score",
         {.lines = "{@L, 'max': 10, 'score': {'proportional': {'value': 'n', 'from': [100, 0], "
                   "'points': [0, 10]}}}",
          .facts = "{@n, 'type': 'number', 'min': 0, 'max': 90}"}},
    };
}

/** A sound criterion C, and a penalty of at most 5 points with these lines. */
lint_parts with_penalty(const std::string& lines, const std::string& facts = {})
{
    return {
        .facts = facts,
        .criteria = "{@C, 'max': 10, 'indicators': [{@L, 'max': 10, 'score': {'mark': {}}}]},"
                    "{@P, 'kind': 'penalty', 'min': -5, 'indicators': [" +
                    lines + "]}"};
}

lint_cases bontot_test::lint_what_a_penalty_can_take()
{
    const std::string n = "{@n, 'type': 'number', 'integer': true, 'min': 0, 'max': 4}";
    return {
        {"the cap is above what is printed",
         with_penalty(
             "{@Q, 'min': -5, 'score': {'deductions': "
             "[{'count': 'n', 'each': 2, 'cap': 4}]}}",
             n
         ),
         "least_unreachable /criteria/1/indicators/0/score",
         with_penalty(
             "{@Q, 'min': -5, 'score': {'deductions': "
             "[{'count': 'n', 'each': 2, 'cap': 5}]}}",
             n
         )},
        {"the lines take less than the whole",
         with_penalty("{@Q, 'min': -3, 'score': {'mark': {}}}"),
         "least_unreachable /criteria/1/min",
         with_penalty("{@Q, 'min': -3, 'score': {'mark': {}}}, "
                      "{@R, 'min': -4, 'score': {'mark': {}}}")},
    };
}

lint_cases bontot_test::lint_totals_and_grades()
{
    return {
        {"a cap above all there is",
         {.more = "'total': {'max': 12},"},
         "total_unreachable /total/max",
         {.more = "'total': {'max': 10},"}},
        {"a cap above base and bonus",
         {.criteria = "{@C, 'max': 10, 'indicators': [{@L, 'max': 10, 'score': {'mark': {}}}]},"
                      "{@B, 'kind': 'bonus', 'max': 3, 'indicators': ["
                      "{@M, 'max': 3, 'score': {'mark': {}}}]}",
          .more = "'total': {'max': 15},"},
         "total_unreachable /total/max",
         {.criteria = "{@C, 'max': 10, 'indicators': [{@L, 'max': 10, 'score': {'mark': {}}}]},"
                      "{@B, 'kind': 'bonus', 'max': 3, 'indicators': ["
                      "{@M, 'max': 3, 'score': {'mark': {}}}]}",
          .more = "'total': {'max': 12},"}},
        {"a grade above the best total",
         {.grades = "{@top, 'min_total': 11}, {@mid, 'min_total': 5}, {@rest}"},
         "grade_total_unreachable /grades/0/min_total",
         {.grades = "{@top, 'min_total': 10}, {@mid, 'min_total': 5}, {@rest}"}},
        {"a grade for more than everything",
         {.grades = "{@top, 'above_total': 10}, {@rest}"},
         "grade_total_unreachable /grades/0/above_total",
         {.grades = "{@top, 'above_total': '9.5'}, {@rest}"}},
        {"a grade on the base alone, which a bonus does not lift",
         {.criteria = "{@C, 'max': 10, 'indicators': [{@L, 'max': 10, 'score': {'mark': {}}}]},"
                      "{@B, 'kind': 'bonus', 'max': 3, 'indicators': ["
                      "{@M, 'max': 3, 'score': {'mark': {}}}]}",
          .grades = "{@top, 'min_total': 12}, {@rest}",
          .more = "'total': {'grades_on': 'base'},"},
         "grade_total_unreachable /grades/0/min_total",
         {.criteria = "{@C, 'max': 10, 'indicators': [{@L, 'max': 10, 'score': {'mark': {}}}]},"
                      "{@B, 'kind': 'bonus', 'max': 3, 'indicators': ["
                      "{@M, 'max': 3, 'score': {'mark': {}}}]}",
          .grades = "{@top, 'min_total': 12}, {@rest}"}},
        {"a grade on the share, which ends at 1",
         {.grades = "{@top, 'min_total': 8}, {@rest}", .more = "'total': {'grades_on': 'share'},"},
         "grade_total_unreachable /grades/0/min_total",
         {.grades = "{@top, 'min_total': '0.8'}, {@rest}",
          .more = "'total': {'grades_on': 'share'},"}},
        {"a grade that wants more of C than there is",
         {.grades = "{@top, 'min_points': {'C': 11}}, {@rest}"},
         "grade_points_unreachable /grades/0/min_points/C",
         {.grades = "{@top, 'min_points': {'C': 10}}, {@rest}"}},
        {"a share above 1",
         {.grades = "{@top, 'min_share': {'C': '1.1'}}, {@rest}"},
         "grade_points_unreachable /grades/0/min_share/C",
         {.grades = "{@top, 'min_share': {'C': 1}}, {@rest}"}},
        {"good asks for more than the criterion has",
         {.of_criterion = "'good': {'min_points': 11},"},
         "good_unreachable /criteria/0/good/min_points",
         {.of_criterion = "'good': {'min_points': 10},"}},
        {"good asks for more than the line gives",
         {.lines = "{@L, 'max': 10, 'score': {'mark': {'step': 4}}}",
          .of_criterion = "'good': {'min_points': 9},"},
         "good_unreachable /criteria/0/good/min_points, "
         "max_unreachable /criteria/0/indicators/0/score",
         {.lines = "{@L, 'max': 10, 'score': {'mark': {'step': 5}}}",
          .of_criterion = "'good': {'min_points': 9},"}},
    };
}

lint_cases bontot_test::lint_grades_behind_others()
{
    return {
        {"the lower grade asks for more",
         {.grades = "{@top, 'min_total': 7}, {@mid, 'min_total': 8}, {@rest}"},
         "grade_shadowed /grades/1",
         {.grades = "{@top, 'min_total': 8}, {@mid, 'min_total': 7}, {@rest}"}},
        {"the lower grade adds a condition",
         {.grades = "{@top, 'min_total': 7}, {@mid, 'min_total': 7, 'no_zero_criterion': true}, "
                    "{@rest}"},
         "grade_shadowed /grades/1",
         {.grades = "{@top, 'min_total': 7, 'no_zero_criterion': true}, {@mid, 'min_total': 7}, "
                    "{@rest}"}},
        {"everybody has the better grade",
         {.grades = "{@top, 'min_total': 0}, {@rest}"},
         "grade_shadowed /grades/1",
         {.facts = "{@f, 'type': 'boolean'}",
          .gates = "{@g, 'when': 'f', 'effect': {'grade_is': 'rest'}}",
          .grades = "{@top, 'min_total': 0}, {@rest}"}},
        {"a quota of those who have the last grade",
         {.grades = "{@top, 'min_total': 8, 'quota': {'share': '0.2', 'of': 'next'}}, {@rest}"},
         "quota_without_base /grades/0/quota/of",
         {.grades = "{@top, 'min_total': 8, 'quota': {'share': '0.2', 'of': 'next'}}, "
                    "{@good, 'min_total': 5}, {@rest}"}},
        {"a quota of a grade that nobody has",
         {.grades = "{@top, 'min_total': 8, 'quota': {'share': '0.2', 'of': 'next'}}, "
                    "{@good, 'min_total': 9}, {@rest}"},
         "grade_shadowed /grades/1, quota_without_base /grades/0/quota/of",
         {.grades = "{@top, 'min_total': 8, 'quota': {'share': '0.2', 'of': 'all'}}, "
                    "{@good, 'min_total': 7}, {@rest}"}},
    };
}

lint_cases bontot_test::lint_gates_that_change_nothing()
{
    const std::string n = "{@n, 'type': 'number', 'integer': true, 'min': 0, 'max': 4}";
    const std::string line = "{@L, 'max': 6, 'score': {'mark': {}}}, "
                             "{@M, 'max': 4, 'score': {'condition': 'n = 0'}}";
    const std::string gate = "{@g, 'when': 'n > 0', 'effect': {'not_good': 'C'}}";
    const std::string members = "{@bad, 'of': 'member', 'type': 'boolean'}";
    const std::string of_members =
        "{@L, 'max': 6, 'score': {'mark': {}}}, "
        "{@M, 'max': 4, 'score': {'condition': 'count(members[bad = true]) = 0'}}";
    const std::string if_any =
        "{@g, 'when': 'count(members[bad = true]) > 0', 'effect': {'not_good': 'C'}}";
    return {
        {"no grade is above the best",
         {.facts = n, .gates = "{@g, 'when': 'n > 0', 'effect': {'grade_at_most': 'top'}}"},
         "gate_idle /gates/0/effect",
         {.facts = n, .gates = "{@g, 'when': 'n > 0', 'effect': {'grade_at_most': 'rest'}}"}},
        {"one grade alone",
         {.facts = n,
          .gates = "{@g, 'when': 'n > 0', 'effect': {'grade_down': 1}}",
          .grades = "{@rest}"},
         "gate_idle /gates/0/effect",
         {.facts = n, .gates = "{@g, 'when': 'n > 0', 'effect': {'grade_down': 1}}"}},
        {"the line has taken the points already",
         {.lines = line, .facts = n, .of_criterion = "'good': {'min_points': 7},", .gates = gate},
         "gate_without_effect /gates/0/effect",
         {.lines = line, .facts = n, .of_criterion = "'good': {'min_points': 6},", .gates = gate}},
        {"the same, of a count of members",
         {.lines = of_members,
          .facts = members,
          .of_criterion = "'good': {'min_points': 7},",
          .gates = if_any},
         "gate_without_effect /gates/0/effect",
         {.lines = of_members,
          .facts = members,
          .of_criterion = "'good': {'min_points': 6},",
          .gates = if_any}},
    };
}

BOOST_AUTO_TEST_SUITE(test_lint_points)

BOOST_AUTO_TEST_CASE(maxima)
{
    check_lint(lint_maxima());
}

BOOST_AUTO_TEST_CASE(what_a_line_can_give)
{
    check_lint(lint_what_a_line_can_give());
}

BOOST_AUTO_TEST_CASE(what_a_penalty_can_take)
{
    check_lint(lint_what_a_penalty_can_take());
}

BOOST_AUTO_TEST_CASE(totals_and_grades)
{
    check_lint(lint_totals_and_grades());
}

BOOST_AUTO_TEST_CASE(grades_behind_others)
{
    check_lint(lint_grades_behind_others());
}

BOOST_AUTO_TEST_CASE(gates_that_change_nothing)
{
    check_lint(lint_gates_that_change_nothing());
}

BOOST_AUTO_TEST_SUITE_END()
