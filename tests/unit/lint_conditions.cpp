// SPDX-License-Identifier: BSL-1.0
// Conditions that always hold, or never: two faults of each kind, each beside a sound twin.

#include "support/lint_cases.hpp"

lint_cases bontot_test::lint_gates_and_checks()
{
    const std::string n = "{@n, 'type': 'number', 'integer': true, 'min': 0, 'max': 12}";
    const std::string m = ", {@m, 'type': 'number', 'integer': true, 'min': 0, 'max': 12}";
    const std::string c = "{@c, 'type': 'choice', 'choices': ['x', 'y', 'z']}";
    const std::string at_most = "{@faults, 'of': 'member', 'type': 'number', 'integer': true, "
                                "'min': 0, 'max': 3}";
    const auto gate = [](const std::string& when) {
        return "{@g, 'when': '" + when + "', 'effect': {'grade_at_most': 'rest'}}";
    };
    const auto check = [](const std::string& assertion) {
        return "{#k, 'assert': '" + assertion + "'}";
    };
    return {
        {"a count is never below 0",
         {.facts = n, .gates = gate("n >= 0")},
         "gate_always /gates/0/when",
         {.facts = n, .gates = gate("n > 0")}},
        {"both ends overlap",
         {.facts = n, .gates = gate("n < 5 or n > 4")},
         "gate_always /gates/0/when",
         {.facts = n, .gates = gate("n < 5 or n > 5")}},
        {"every choice is named",
         {.facts = c, .gates = gate("c in (\\\"x\\\", \\\"y\\\", \\\"z\\\")")},
         "gate_always /gates/0/when",
         {.facts = c, .gates = gate("c in (\\\"x\\\", \\\"y\\\")")}},
        {"the fact ends at 12",
         {.facts = n, .gates = gate("n > 12")},
         "gate_never /gates/0/when",
         {.facts = n, .gates = gate("n > 11")}},
        {"no whole number lies between",
         {.facts = n, .gates = gate("n > 4 and n < 5")},
         "gate_never /gates/0/when",
         {.facts = n, .gates = gate("n > 4 and n < 6")}},
        {"members have at most 3 faults",
         {.facts = at_most, .gates = gate("count(members[faults > 3]) > 0")},
         "gate_never /gates/0/when",
         {.facts = at_most, .gates = gate("count(members[faults > 2]) > 0")}},
        {"a consistency rule forbids it",
         {.facts = n + m,
          .consistency = "{#r, 'assert': 'n <= 5 or m = 0'}",
          .gates = gate("n > 5 and m > 0")},
         "gate_never /gates/0/when",
         {.facts = n + m,
          .consistency = "{#r, 'assert': 'n <= 5 or m = 0'}",
          .gates = gate("n > 4 and m > 0")}},
        {"a check of a range that the fact has",
         {.facts = n, .checks = check("n <= 12")},
         "check_always /checks/0/assert",
         {.facts = n, .checks = check("n <= 11")}},
        {"true or false",
         {.facts = "{@f, 'type': 'boolean'}", .checks = check("f = true or f = false")},
         "check_always /checks/0/assert",
         {.facts = "{@f, 'type': 'boolean'}", .checks = check("f = true or is known(f)")}},
        {"more meetings than months",
         {.facts = n, .checks = check("n >= 13")},
         "check_never /checks/0/assert",
         {.facts = n, .checks = check("n >= 12")}},
        {"a sum that is out of reach",
         {.facts = n + m, .checks = check("n + m > 24")},
         "check_never /checks/0/assert",
         {.facts = n + m, .checks = check("n + m > 23")}},
    };
}

lint_cases bontot_test::lint_consistency_rules()
{
    const std::string n = "{@n, 'type': 'number', 'integer': true, 'min': 0, 'max': 12}";
    const std::string m = ", {@m, 'type': 'number', 'integer': true, 'min': 5, 'max': 12}";
    const std::string days = "{@from_day, 'type': 'date'}, {@to_day, 'type': 'date'}";
    const auto rule = [](const std::string& assertion) {
        return "{#r, 'assert': '" + assertion + "'}";
    };
    return {
        {"the ranges say it already",
         {.facts = n, .consistency = rule("n < 13")},
         "consistency_always /consistency/0/assert",
         {.facts = n, .consistency = rule("n < 12")}},
        {"the product cannot be below 0",
         {.facts = n + m, .consistency = rule("n * m >= 0")},
         "consistency_always /consistency/0/assert",
         {.facts = n + m, .consistency = rule("n * m >= 6 or n = 0")}},
        {"every dossier breaks it",
         {.facts = n, .consistency = rule("n < 0")},
         "consistency_never /consistency/0/assert",
         {.facts = n, .consistency = rule("n < 1")}},
        {"the difference is below 8",
         {.facts = n + m, .consistency = rule("n - m >= 8")},
         "consistency_never /consistency/0/assert",
         {.facts = n + m, .consistency = rule("n - m >= 7")}},
        {"a day before a day",
         {.facts = days,
          .consistency =
              rule("from_day < from_day - duration(\\\"P1D\\\") and to_day = to_day and false")},
         "consistency_never /consistency/0/assert",
         {.facts = days, .consistency = rule("from_day < to_day")}},
    };
}

/** One line with these members, of 10 points if its condition holds, and a fact from 1 to 9. */
lint_parts one(const std::string& members)
{
    return {
        .lines = "{@L, 'max': 10, " + members + "}",
        .facts = "{@n, 'type': 'number', 'integer': true, 'min': 1, 'max': 9}"};
}

lint_cases bontot_test::lint_conditions_of_lines()
{
    const std::string mark = ", 'score': {'mark': {}}";
    return {
        {"full points for everybody", one("'score': {'condition': 'n > 0'}"),
         "condition_always /criteria/0/indicators/0/score/condition, grade_shadowed /grades/1",
         one("'score': {'condition': 'n > 1'}")},
        {"applies to all", one("'applies': 'n < 10'" + mark),
         "condition_always /criteria/0/indicators/0/applies", one("'applies': 'n < 9'" + mark)},
        {"a requirement within what applies", one("'applies': 'n > 3', 'requires': 'n > 2'" + mark),
         "condition_always /criteria/0/indicators/0/requires",
         one("'applies': 'n > 3', 'requires': 'n > 4'" + mark)},
        {"a ceiling for all",
         one("'at_most': [{'when': 'n between 1 and 9', 'points': 10}]" + mark),
         "condition_always /criteria/0/indicators/0/at_most/0/when",
         one("'at_most': [{'when': 'n between 1 and 8', 'points': 9}]" + mark)},
        {"points for nobody", one("'score': {'condition': 'n >= 10'}"),
         "condition_never /criteria/0/indicators/0/score/condition, "
         "grade_total_unreachable /grades/0/min_total",
         one("'score': {'condition': 'n >= 9'}")},
        {"a ceiling for nobody", one("'at_most': [{'when': 'n = 0', 'points': 3}]" + mark),
         "condition_never /criteria/0/indicators/0/at_most/0/when",
         one("'at_most': [{'when': 'n = 1', 'points': 3}]" + mark)},
        {"good that nobody can be",
         {.facts = "{@n, 'type': 'number', 'min': 0, 'max': 1}",
          .of_criterion = "'good': {'requires': 'n > 1'},"},
         "condition_never /criteria/0/good/requires",
         {.facts = "{@n, 'type': 'number', 'min': 0, 'max': 1}",
          .of_criterion = "'good': {'requires': 'n >= 1'},"}},
        {"a grade that asks for the impossible",
         {.facts = "{@n, 'type': 'number', 'min': 0, 'max': 1}",
          .grades = "{@top, 'requires': 'abs(n) > 1'}, {@rest}"},
         "condition_never /grades/0/requires",
         {.facts = "{@n, 'type': 'number', 'min': -2, 'max': 1}",
          .grades = "{@top, 'requires': 'abs(n) > 1'}, {@rest}"}},
    };
}

BOOST_AUTO_TEST_SUITE(test_lint_conditions)

BOOST_AUTO_TEST_CASE(gates_and_checks)
{
    check_lint(lint_gates_and_checks());
}

BOOST_AUTO_TEST_CASE(consistency_rules)
{
    check_lint(lint_consistency_rules());
}

BOOST_AUTO_TEST_CASE(conditions_of_lines)
{
    check_lint(lint_conditions_of_lines());
}

BOOST_AUTO_TEST_SUITE_END()
