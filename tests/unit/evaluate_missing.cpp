// SPDX-License-Identifier: BSL-1.0
// What is missing, what it is worth, and how complete that leaves a result (design 7.4).

#include "support/sheets.hpp"

namespace evaluate_missing_unit {

namespace {

using bontot_test::one_line;
using bontot_test::score;
using bontot_test::scores;

std::string line(const std::string& id, const std::string& max, const std::string& rule)
{
    return "{'id': '" + id + "', 'max': " + max + ", " + rule + "}";
}

std::string criterion(const std::string& lines)
{
    return "{'id': 'C', 'max': 100, 'indicators': [" + lines + "]}";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_missing)

/** Worth: the sum of possible - points over the lines that wait; the largest first. */
BOOST_AUTO_TEST_CASE(worth)
{
    const std::string lines =
        line("A", "3", "'score': {'condition': 'flag'}") + ", " +
        line("B", "10", "'score': {'condition': 'n > 3'}") + ", " +
        line("D", "4", "'score': {'deductions': [{'count': 'n', 'each': 1, 'cap': 1}]}") + ", " +
        line("E", "8", "'score': {'mark': {}}") + ", " +
        line("F", "9", "'score': {'formula': '7'}, 'evidence': {'kinds': ['report']}") + ", " +
        line("G", "5", "'score': {'formula': '5'}");
    const scores got = score({.criteria = criterion(lines)}, {});
    // n: 10 of B and 1 of D (3..4); the mark 8; the evidence 7; flag 3
    BOOST_TEST(got.missing() == "n=11 mark:E=8 evidence:F=7 flag=3");
    BOOST_TEST(got.lines("n") == "B D");
    BOOST_TEST(got.lines("flag") == "A");
    BOOST_TEST(got.lines("mark:E") == "E");
    BOOST_TEST(got.lines("evidence:F") == "F");
    BOOST_TEST(got.also("n") == "");
}

BOOST_AUTO_TEST_CASE(also)
{
    const std::string lines = line("A", "3", "'score': {'condition': 'n > m'}") + ", " +
                              line("B", "10", "'score': {'condition': 'n > 3'}") + ", " +
                              line("D", "2", "'score': {'condition': 'm > 3 and k > 6'}");
    const scores got = score({.criteria = criterion(lines)}, {});
    // n: A 3 and B 10; m: A 3 and D 2; k: D 2
    BOOST_TEST(got.missing() == "n=13 m=5 k=2");
    BOOST_TEST(got.also("n") == "m");
    BOOST_TEST(got.also("m") == "n k");
    BOOST_TEST(got.also("k") == "m");
}

BOOST_AUTO_TEST_CASE(decides)
{
    const std::string sheet =
        "{'id': 'C', 'max': 10, 'good': {'requires': 'flag'}, 'indicators': [" +
        line("A", "10", "'score': {'condition': 'n > 3'}") + "]}";
    const scores got = score(
        {.criteria = sheet,
         .grades = "{'id': 'top', 'requires': 'other'}, {'id': 'rest'}",
         .gates = "{'id': 'g', 'when': 'n > 9', 'effect': {'grade_down': 1}}",
         .checks = "{'id': 'k1', 'assert': 'flag'}"},
        {}
    );
    BOOST_TEST(got.lines("n") == "A");
    BOOST_TEST(got.decides("n") == "gate:g");
    BOOST_TEST(got.decides("flag") == "good:C check:k1");
    BOOST_TEST(got.decides("other") == "grade:top");
    BOOST_TEST(got.lines("flag") == "");
}

/** Only what can still make a difference is missing. */
BOOST_AUTO_TEST_CASE(what_nothing_waits_for)
{
    constexpr struct
    {
        const char* name;
        const char* rule;
        const char* facts;
        const char* missing;
    } test_cases[] = {
        {"false and unknown", "'score': {'condition': 'flag and n > 3'}", "'flag': false", ""},
        {"true and unknown", "'score': {'condition': 'flag and n > 3'}", "'flag': true", "n=10"},
        {"does not apply", "'applies': 'flag', 'score': {'formula': 'n'}", "'flag': false", ""},
        {"requires fails", "'requires': 'flag', 'score': {'formula': 'n'}", "'flag': false", ""},
        {"applies is unknown",
         "'applies': 'flag', 'not_applicable': 'zero', 'score': {'formula': "
         "'8'}",
         "", "flag=8"},
        {"requires is unknown", "'requires': 'flag', 'score': {'formula': '8'}", "", "flag=8"},
        {"a ceiling is unknown",
         "'at_most': [{'when': 'flag', 'points': 3}], 'score': {'formula':"
         "'8'}",
         "", "flag=5"},
        {"a fact nobody reads", "'score': {'formula': '8'}", "", ""},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const scores got = score({.criteria = one_line(tc.rule)}, {tc.facts});
            BOOST_TEST(got.missing() == tc.missing);
        }
    }
}

BOOST_AUTO_TEST_CASE(parts_of_the_dossier)
{
    const std::string rule = "'score': {'condition': 'count(members[blamed = true]) = 0'}";
    const scores no_list = score({.criteria = one_line(rule)}, {});
    BOOST_TEST(no_list.missing() == "members=10");
    const scores no_field =
        score({.criteria = one_line(rule)}, {"", "'members': [{'id': 'A'}, {'id': 'B'}]"});
    BOOST_TEST(no_field.missing() == "members.blamed=10");
}

BOOST_AUTO_TEST_CASE(completeness)
{
    const auto base = [](const std::string& id, const std::string& rule) {
        return "{'id': '" + id + "', 'max': 30, 'indicators': [" + line(id + "1", "30", rule) +
               "]}";
    };
    const std::string known = base("A", "'score': {'formula': '7'}");
    const std::string open = base("B", "'score': {'condition': 'flag'}");
    const std::string half = base(
        "B", "'score': {'proportional': {'value': 'k', 'from': [0, 10], "
             "'points': [0, 30]}}"
    );
    const std::string bonus = "{'id': 'D', 'kind': 'bonus', 'max': 5, 'indicators': [" +
                              line("D1", "5", "'score': {'condition': 'other'}") + "]}";
    const std::string third = "{'id': 'B', 'max': 30, 'indicators': [" +
                              line("B1", "20", "'score': {'condition': 'flag'}") + ", " +
                              line("B2", "10", "'score': {'formula': '1'}") + "]}";
    const struct
    {
        const char* name;
        std::string criteria;
        const char* expected;
    } test_cases[] = {
        {"all known", known, "1"},
        {"nothing known", open, "0"},
        {"half", known + ", " + open, "0.5"},                // 1 - 30/60
        {"a quarter is open", known + ", " + half, "0.75"},  // 1 - 15/60
        {"a third", known + ", " + third, "0.666666666667"}, // 1 - 20/60
        {"a bonus does not count", known + ", " + bonus, "1"},
        {"a bonus does not help", open + ", " + bonus, "0"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            BOOST_TEST(score({.criteria = tc.criteria}, {}).completeness() == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(findings)
{
    const std::string lines =
        line("A", "3", "'score': {'formula': 'n / m'}") + ", " +
        line(
            "B", "3", "'score': {'steps': {'value': 'n', 'table': [{'when': '> 5', 'points': 3}]}}"
        ) +
        ", " + line("D", "3", "'score': {'formula': 'n'}");
    const scores got = score({.criteria = criterion(lines)}, {"'n': 2, 'm': 0"});
    BOOST_TEST(got.findings().find("reason_no_value at A") == 0U);
    BOOST_TEST(got.state("B") == "uncovered");
    BOOST_TEST(got.shown("D") == "2 partly");
    // uncovered is not missing
    BOOST_TEST(got.missing() == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_missing_unit
