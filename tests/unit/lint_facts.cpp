// SPDX-License-Identifier: BSL-1.0
// Faults of facts, labels and formulas: two of each kind, each beside a sound twin.

#include "support/lint_cases.hpp"

lint_cases bontot_test::lint_facts_and_labels()
{
    const std::string n = "{@n, 'type': 'number', 'min': 0, 'max': 10}";
    const std::string m = "{@m, 'type': 'number', 'min': 0, 'max': 10}";
    const std::string bad = "{@bad, 'of': 'member', 'type': 'boolean'}";
    const std::string line_n = "{@L, 'max': 5, 'score': {'formula': 'n / 2'}}";
    return {
        {"nothing reads m",
         {.lines = "{@L, 'max': 10, 'score': {'formula': 'n'}}", .facts = n + ", " + m},
         "fact_unused /facts/1",
         {.lines = "{@L, 'max': 10, 'score': {'formula': 'n'}}",
          .facts = n + ", " + m,
          .checks = "{#k, 'assert': 'm > 2'}"}},
        {"nothing reads a fact of members, which stands first",
         {.lines = "{@L, 'max': 10, 'score': {'formula': 'n'}}", .facts = bad + ", " + n},
         "fact_unused /facts/0",
         {.lines = "{@L, 'max': 10, 'score': {'formula': 'n'}}",
          .facts = bad + ", " + n,
          .gates = "{@g, 'when': 'count(members[bad]) > 1', 'effect': {'void': 'L'}}"}},
        {"only a tie could read it",
         {.facts = n},
         "fact_unused /facts/0",
         {.facts = n, .more = "'cohort': {'tie_chain': ['total', 'fact:n']},"}},
        {"n counts twice",
         {.lines = line_n + ", {@M, 'max': 5, 'score': {'condition': 'n > 3'}}", .facts = n},
         "fact_twice /facts/0",
         {.lines = line_n + ", {@M, 'max': 5, 'score': {'condition': 'm > 3'}}",
          .facts = n + ", " + m}},
        {"bad members count twice",
         {.lines = "{@L, 'max': 5, 'score': {'condition': 'count(members[bad]) = 0'}}, "
                   "{@M, 'max': 5, 'score': {'deductions': [{'count': 'count(members[bad])', "
                   "'each': 1}]}}",
          .facts = bad},
         "fact_twice /facts/0",
         {.lines = "{@L, 'max': 5, 'score': {'condition': 'count(members[bad]) = 0'}}, "
                   "{@M, 'max': 5, 'score': {'mark': {}}}",
          .facts = bad,
          .gates = "{@g, 'when': 'count(members[bad]) > 1', 'effect': {'void': 'M'}}"}},
        {"a line, a gate and a fact without a label",
         {.lines = "{'id': 'L', 'max': 10, 'score': {'formula': 'n'}}",
          .facts = "{'id': 'n', 'type': 'number', 'min': 0, 'max': 10}",
          .gates = "{'id': 'g', 'when': 'n > 9', 'effect': {'void': 'L'}}"},
         "label_missing /facts/0, label_missing /criteria/0/indicators/0, label_missing /gates/0",
         {.lines = "{@L, 'max': 10, 'score': {'formula': 'n'}}",
          .facts = n,
          .gates = "{@g, 'when': 'n > 9', 'effect': {'void': 'L'}}"}},
        {"a grade, a check and a rule without a label; the label may be the id's words",
         {.facts = n,
          .consistency = "{'id': 'r', 'assert': 'n < 9'}",
          .grades = "{@top, 'min_total': 5}, {'id': 'rest'}",
          .checks = "{'id': 'k', 'assert': 'n < 5'}"},
         "label_missing /grades/1, label_missing /consistency/0, label_missing /checks/0",
         {.facts = n,
          .grades = "{@top, 'min_total': 5}, {'id': 'rest', 'label': {'vi': 'rest', 'en': 'rest'}}",
          .checks = "{#k, 'assert': 'n < 5'}"}},
        {"Vietnamese alone",
         {.lines = "{'id': 'L', 'label': {'vi': 'muc'}, 'max': 10, 'score': {'mark': {}}}"},
         "label_one_language /criteria/0/indicators/0",
         {.lines = "{'id': 'L', 'label': {'vi': 'ISO', 'en': 'ISO'}, 'max': 10, "
                   "'score': {'mark': {}}}"}},
        {"English alone",
         {.grades = "{@top, 'min_total': 5}, {'id': 'rest', 'label': {'en': 'rest of them'}}"},
         "label_one_language /grades/1",
         {.grades = "{@top, 'min_total': 5}, {'id': 'rest', 'label': {'vi': 'x', 'en': 'rest'}}"}},
    };
}

lint_cases bontot_test::lint_formulas()
{
    const std::string ab = "{@a, 'type': 'number', 'integer': true, 'min': 0, 'max': 100}, "
                           "{@b, 'type': 'number', 'integer': true, 'min': 0, 'max': 100}";
    const std::string positive = "{@a, 'type': 'number', 'integer': true, 'min': 0, 'max': 100}, "
                                 "{@b, 'type': 'number', 'integer': true, 'min': 1, 'max': 100}";
    const std::string good = "{@good, 'of': 'member', 'type': 'boolean'}";
    const auto line = [](const std::string& members) { return "{@L, 'max': 10, " + members + "}"; };
    const std::string share = "'score': {'proportional': {'value': 'a / b', 'from': [0, 1], "
                              "'points': [0, 10]}}";
    const std::string of_members = "'score': {'formula': '10 * count(members[good]) / "
                                   "count(members)'}";
    return {
        {"b may be 0",
         {.lines = line(share), .facts = ab},
         "divisor_zero /criteria/0/indicators/0/score/proportional/value",
         {.lines = line(share), .facts = positive}},
        {"it applies whatever b is, or only from 1 on",
         {.lines = line("'applies': 'a > 0', " + share), .facts = ab},
         "divisor_zero /criteria/0/indicators/0/score/proportional/value",
         {.lines = line("'applies': 'b > 0', " + share), .facts = ab}},
        {"there may be no members",
         {.lines = line(of_members), .facts = good},
         "divisor_zero /criteria/0/indicators/0/score/formula",
         {.lines = line("'requires': 'count(members) >= 3', " + of_members), .facts = good}},
        {"a difference may be 0",
         {.facts = positive, .checks = "{#k, 'assert': 'a / (a - b) > 2'}"},
         "divisor_zero /checks/0/assert",
         {.facts = positive,
          .consistency = "{#r, 'assert': 'a > b'}",
          .checks = "{#k, 'assert': 'a / (a - b) > 2'}"}},
        {"in a branch that does not ask first",
         {.lines = line("'score': {'formula': 'if a > 3 then a / b else 0'}"),
          .facts = ab,
          .grades = "{@top, 'min_total': 5}, {@rest}"},
         "divisor_zero /criteria/0/indicators/0/score/formula",
         {.lines = line("'score': {'formula': 'if b > 0 then a / b else 0'}"), .facts = ab}},
        {"or is true only if the other side is",
         {.facts = ab, .gates = "{@g, 'when': 'a > 3 and a / b > 2', 'effect': {'void': 'L'}}"},
         "divisor_zero /gates/0/when",
         {.facts = ab, .gates = "{@g, 'when': 'b > 0 and a / b > 2', 'effect': {'void': 'L'}}"}},
        {"a percentage that is compared",
         {.lines = line("'score': {'condition': 'a / b * 100 >= 80'}"), .facts = positive},
         "product_of_quotient /criteria/0/indicators/0/score/condition",
         {.lines = line("'score': {'condition': 'a * 100 >= 80 * b'}"), .facts = positive}},
        {"a percentage in a table",
         {.lines = line("'score': {'steps': {'value': '100 * (a / b)', 'table': ["
                        "{'when': '>= 90', 'points': 10}, {'when': '< 90', 'points': 0}]}}"),
          .facts = positive},
         "product_of_quotient /criteria/0/indicators/0/score/steps/value",
         {.lines = line("'score': {'steps': {'value': '100 * a / b', 'table': ["
                        "{'when': '>= 90', 'points': 10}, {'when': '< 90', 'points': 0}]}}"),
          .facts = positive}},
        {"by 3, which is rounded, and by 8, which is not",
         {.facts = positive, .checks = "{#k, 'assert': 'a / 3 * 6 + b > 90'}"},
         "product_of_quotient /checks/0/assert",
         {.facts = positive, .checks = "{#k, 'assert': 'a / 8 * 6 + b > 90'}"}},
    };
}

BOOST_AUTO_TEST_SUITE(test_lint_facts)

BOOST_AUTO_TEST_CASE(facts_and_labels)
{
    check_lint(lint_facts_and_labels());
}

BOOST_AUTO_TEST_CASE(formulas)
{
    check_lint(lint_formulas());
}

BOOST_AUTO_TEST_SUITE_END()
