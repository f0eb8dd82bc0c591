// SPDX-License-Identifier: BSL-1.0
// What stands around a score (design 5.2 and 5.5): min, requires, ceilings, applies with its five
// policies, nesting, highest; and the states in their order (design 7.1).

#include "support/sheets.hpp"

namespace evaluate_rules_unit {

namespace {

using bontot_test::check_lines;
using bontot_test::dossier_errors;
using bontot_test::line_case;
using bontot_test::one_line;
using bontot_test::rubric_errors;
using bontot_test::score;
using bontot_test::scores;

/** C of 10 holds P of 10: A of 6, which applies by `flag` and has 5; B of 4, which has 3. */
std::string pool(const std::string& policy, const std::string& parent = {})
{
    return "{'id': 'C', 'max': 10, 'indicators': [{'id': 'P', 'max': 10, " + parent +
           "'indicators': ["
           "{'id': 'A', 'max': 6, 'applies': 'flag', 'not_applicable': '" +
           policy +
           "', 'score': {'formula': '5'}},"
           "{'id': 'B', 'max': 4, 'score': {'formula': '3'}}]}]}";
}

/** C of 10 holds P of 6, whose only child A applies by `flag`; and K of 4, which has 1. */
std::string only_child(const std::string& child_policy, const std::string& parent_policy)
{
    const std::string own =
        parent_policy.empty() ? "" : "'not_applicable': '" + parent_policy + "', ";
    return "{'id': 'C', 'max': 10, 'indicators': [{'id': 'P', 'max': 6, " + own +
           "'indicators': [{'id': 'A', 'max': 6, 'applies': 'flag', 'not_applicable': '" +
           child_policy +
           "', 'score': {'formula': '5'}}]}, {'id': 'K', 'max': 4, 'score': {'formula': '1'}}]}";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_rules)

BOOST_AUTO_TEST_CASE(min_of_a_line)
{
    constexpr line_case test_cases[] = {
        {"condition does not hold", "'min': 2, 'score': {'condition': 'flag'}", "'flag': false",
         "2 unmet"},
        {"condition holds", "'min': 2, 'score': {'condition': 'flag'}", "'flag': true", "10 met"},
        {"condition is unknown", "'min': 2, 'score': {'condition': 'flag'}", "", "2..10 unknown"},
        {"formula below", "'min': 2, 'score': {'formula': 'n'}", "'n': 1", "2 unmet"},
        {"formula above", "'min': 2, 'score': {'formula': 'n'}", "'n': 3", "3 partly"},
        {"no value", "'min': 2, 'score': {'formula': 'n / m'}", "'n': 3, 'm': 0",
         "2..10 uncovered"},
        {"deducted below", "'min': 2, 'score': {'deductions': [{'count': 'n', 'each': 1}]}",
         "'n': 9", "2 unmet"},
        {"no mark", "'min': 2, 'score': {'mark': {}}", "", "2..10 unknown"},
        {"requires fails", "'min': 2, 'requires': 'flag', 'score': {'formula': '8'}",
         "'flag': false", "2 unmet"},
        {"unproven", "'min': 2, 'score': {'formula': '8'}, 'evidence': {'kinds': ['report']}", "",
         "2..8 unproven"},
    };
    check_lines(test_cases);
}

BOOST_AUTO_TEST_CASE(min_and_max_of_a_parent)
{
    constexpr struct
    {
        const char* name;
        const char* parent;
        const char* facts;
        const char* expected;
    } test_cases[] = {
        {"below its min", "'min': 4, ", "'n': 1, 'm': 1", "4 unmet"},
        {"above its min", "'min': 4, ", "'n': 3, 'm': 3", "6 partly"},
        {"above its max", "", "'n': 7, 'm': 8", "10 met"},
        {"open, cut at both ends", "'min': 4, ", "'n': 2", "4..10 unknown"},
        {"open", "", "'n': 2", "2..10 unknown"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const std::string sheet =
                "{'id': 'C', 'max': 10, 'indicators': [{'id': 'P', 'max': 10, " +
                std::string(tc.parent) +
                "'indicators': [{'id': 'A', 'max': 10, 'score': {'formula': 'n'}},"
                "{'id': 'B', 'max': 10, 'score': {'formula': 'm'}}]}]}";
            BOOST_TEST(score({.criteria = sheet}, {tc.facts}).shown("P") == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(precondition)
{
    constexpr const char* eight = "'requires': 'flag', 'score': {'formula': '8'}";
    constexpr const char* open = "'requires': 'flag', 'score': {'formula': 'n'}";
    constexpr const char* null = "'requires': 'n / m > 1', 'score': {'formula': '8'}";
    const line_case test_cases[] = {
        {"holds", eight, "'flag': true", "8 partly"},
        {"does not hold", eight, "'flag': false", "0 unmet"},
        {"unknown", eight, "", "0..8 unknown"},
        {"no value", null, "'n': 1, 'm': 0", "0..10 uncovered"},
        {"does not hold, whatever the score", open, "'flag': false", "0 unmet"},
        {"holds over an unknown score", open, "'flag': true", "0..10 unknown"},
        {"both unknown", open, "", "0..10 unknown"},
    };
    check_lines(test_cases);
    const scores got = score({.criteria = one_line(null)}, {"'n': 1, 'm': 0"});
    BOOST_TEST(got.findings() == "reason_no_value at L");
}

BOOST_AUTO_TEST_CASE(precondition_of_a_penalty)
{
    const std::string sheet = "{'id': 'C', 'kind': 'penalty', 'min': -6, 'indicators': [{'id': 'L',"
                              "'min': -6, 'requires': 'flag', 'score': {'formula': '0 - 1'}}]}";
    BOOST_TEST(score({.criteria = sheet}, {"'flag': true"}).shown("L") == "-1 partly");
    BOOST_TEST(score({.criteria = sheet}, {"'flag': false"}).shown("L") == "-6 unmet");
    BOOST_TEST(score({.criteria = sheet}, {}).shown("L") == "-6..-1 unknown");
}

BOOST_AUTO_TEST_CASE(ceilings)
{
    constexpr const char* one =
        "'at_most': [{'when': 'flag', 'points': '3.5'}], 'score': {'formula': 'n'}";
    constexpr const char* two = "'at_most': [{'when': 'flag', 'points': '3.5'}, {'when': 'other', "
                                "'points': 5}], 'score': {'formula': 'n'}";
    const line_case test_cases[] = {
        {"holds", one, "'n': 8, 'flag': true", "3.5 partly"},
        {"does not hold", one, "'n': 8, 'flag': false", "8 partly"},
        {"unknown", one, "'n': 8", "3.5..8 unknown"},
        {"a lower score stays", one, "'n': 2, 'flag': true", "2 partly"},
        {"an unknown score", one, "'flag': true", "0..3.5 unknown"},
        {"two: the lowest of those that hold", two, "'n': 8, 'flag': true, 'other': true",
         "3.5 partly"},
        {"two: only the second holds", two, "'n': 8, 'flag': false, 'other': true", "5 partly"},
        {"two: one holds, the other is unknown", two, "'n': 8, 'other': true", "3.5..5 unknown"},
    };
    check_lines(test_cases);
    // An unknown ceiling above the score changes nothing.
    BOOST_TEST(score({.criteria = one_line(one)}, {"'n': 2"}).points("L") == "2");
}

BOOST_AUTO_TEST_CASE(not_applicable)
{
    constexpr struct
    {
        const char* policy;
        const char* applies; /**< P when A applies: always 5 + 3 */
        const char* without; /**< P when A does not */
        const char* max;     /**< of P, then */
        const char* open;    /**< P when that is unknown */
    } test_cases[] = {
        {"full", "8", "9", "10", "8..9"}, // 6 + 3
        {"zero", "8", "3", "10", "3..8"}, // 0 + 3
        {"drop", "8", "3", "4", "3..8"},  // 3 of 10 - 6
        // The field note: pool 10, assigned max 4, earned 3 -> 3 * 10 / 4.
        {"rescale", "8", "7.5", "10", "7.5..8"},
        {"share", "8", "7.5", "10", "7.5..8"}, // 3 * (4 + 6) / 4
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.policy)
        {
            const scores applies = score({.criteria = pool(tc.policy)}, {"'flag': true"});
            BOOST_TEST(applies.points("P") == tc.applies);
            BOOST_TEST(applies.max("P") == "10");
            BOOST_TEST(applies.shown("A") == "5 partly");
            const scores without = score({.criteria = pool(tc.policy)}, {"'flag': false"});
            BOOST_TEST(without.points("P") == tc.without);
            BOOST_TEST(without.points("C") == tc.without);
            BOOST_TEST(without.max("P") == tc.max);
            BOOST_TEST(without.max("C") == tc.max);
            BOOST_TEST(without.total_max() == tc.max);
            BOOST_TEST(without.state("A") == "not_applicable");
            const scores open = score({.criteria = pool(tc.policy)}, {});
            BOOST_TEST(open.points("P") == tc.open);
            BOOST_TEST(open.total() == tc.open);
            BOOST_TEST(open.state("A") == "unknown");
        }
    }
}

/** The field note: An Phu, a month without the thematic session (5 of 100): the maximum is 95. */
BOOST_AUTO_TEST_CASE(dropped_line_shrinks_the_total)
{
    const std::string sheet =
        "{'id': 'A', 'max': 70, 'indicators': [{'id': 'A1', 'max': 70, 'score': {'formula': "
        "'70'}}]}, {'id': 'B', 'max': 30, 'indicators': [{'id': 'B1', 'max': 25, 'score': "
        "{'formula': '25'}}, {'id': 'B2', 'max': 5, 'applies': 'flag', 'not_applicable': 'drop',"
        "'score': {'formula': '5'}}]}";
    const scores got = score({.criteria = sheet}, {"'flag': false"});
    BOOST_TEST(got.shown("B") == "25 met");
    BOOST_TEST(got.max("B") == "25");
    BOOST_TEST(got.total() == "95");
    BOOST_TEST(got.total_max() == "95");
}

/** A parent is clamped to the maximum that is left: 7 to 10 - 6. */
BOOST_AUTO_TEST_CASE(dropped_line_shrinks_the_clamp)
{
    const std::string sheet =
        "{'id': 'C', 'max': 10, 'indicators': [{'id': 'P', 'max': 10, 'indicators': ["
        "{'id': 'A', 'max': 6, 'applies': 'flag', 'not_applicable': 'drop', 'score': {'formula': "
        "'1'}}, {'id': 'B', 'max': 8, 'score': {'formula': '7'}}]}]}";
    BOOST_TEST(score({.criteria = sheet}, {"'flag': true"}).shown("P") == "8 partly");
    BOOST_TEST(score({.criteria = sheet}, {"'flag': false"}).shown("P") == "4 met");
}

BOOST_AUTO_TEST_CASE(not_applicable_line)
{
    constexpr struct
    {
        const char* policy;
        const char* without;
        const char* open;
    } test_cases[] = {
        {"full", "6 not_applicable", "5..6 unknown"},
        {"zero", "0 not_applicable", "0..5 unknown"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.policy)
        {
            const scores without = score({.criteria = pool(tc.policy)}, {"'flag': false"});
            BOOST_TEST(without.shown("A") == tc.without);
            BOOST_TEST(score({.criteria = pool(tc.policy)}, {}).shown("A") == tc.open);
        }
    }
}

/** Nothing of a line that does not apply is asked for. */
BOOST_AUTO_TEST_CASE(not_applicable_asks_for_nothing)
{
    const std::string line =
        "'applies': 'flag', 'requires': 'n / m > 1', 'score': {'formula': 'x'},"
        "'at_most': [{'when': 'other', 'points': 1}],"
        "'evidence': {'kinds': ['report']}";
    const scores got = score({.criteria = one_line(line)}, {"'flag': false, 'n': 1, 'm': 0"});
    BOOST_TEST(got.shown("L") == "10 not_applicable");
    BOOST_TEST(got.missing() == "");
    BOOST_TEST(got.findings() == "");
}

/** P of 12: A 6 (has 5), B 4 (has 3), D 2 (has 1); A does not apply. */
BOOST_AUTO_TEST_CASE(rescale_and_share_differ)
{
    constexpr struct
    {
        const char* policy;
        const char* expected;
    } test_cases[] = {
        // (3 + 1) * 12 / 6
        {"rescale", "8"},
        // Each sibling gets 3: 3 * (4 + 3) / 4 + 1 * (2 + 3) / 2 = 5.25 + 2.5
        {"share", "7.75"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.policy)
        {
            const std::string sheet =
                "{'id': 'C', 'max': 12, 'indicators': [{'id': 'P', 'max': 12, 'indicators': ["
                "{'id': 'A', 'max': 6, 'applies': 'flag', 'not_applicable': '" +
                std::string(tc.policy) +
                "', 'score': {'formula': '5'}}, {'id': 'B', 'max': 4, 'score': {'formula': '3'}},"
                "{'id': 'D', 'max': 2, 'score': {'formula': '1'}}]}]}";
            const scores got = score({.criteria = sheet}, {"'flag': false"});
            BOOST_TEST(got.points("P") == tc.expected);
            BOOST_TEST(got.points("C") == tc.expected);
        }
    }
}

/** Two lines of which it is unknown whether they apply: the ends over all four cases. */
BOOST_AUTO_TEST_CASE(two_unknown_applies)
{
    const std::string sheet =
        "{'id': 'C', 'max': 12, 'indicators': [{'id': 'P', 'max': 12, 'indicators': ["
        "{'id': 'A', 'max': 6, 'applies': 'flag', 'not_applicable': 'rescale',"
        "'score': {'formula': '5'}},"
        "{'id': 'B', 'max': 4, 'applies': 'other', 'not_applicable': 'rescale',"
        "'score': {'formula': '3'}}, {'id': 'D', 'max': 2, 'score': {'formula': '1'}}]}]}";
    // both 5 + 3 + 1; only B (3 + 1) * 12 / 6; only A (5 + 1) * 12 / 8; neither 1 * 12 / 2
    BOOST_TEST(score({.criteria = sheet}, {"'flag': true, 'other': true"}).points("P") == "9");
    BOOST_TEST(score({.criteria = sheet}, {"'flag': false, 'other': true"}).points("P") == "8");
    BOOST_TEST(score({.criteria = sheet}, {"'flag': true, 'other': false"}).points("P") == "9");
    BOOST_TEST(score({.criteria = sheet}, {"'flag': false, 'other': false"}).points("P") == "6");
    BOOST_TEST(score({.criteria = sheet}, {}).points("P") == "6..9");
    BOOST_TEST(score({.criteria = sheet}, {"'flag': true"}).points("P") == "9");
    BOOST_TEST(score({.criteria = sheet}, {"'flag': false"}).points("P") == "6..8");
}

/** The ends over all cases, however many: eleven lines, each 1 or its 0.5. */
BOOST_AUTO_TEST_CASE(eleven_unknown_applies)
{
    std::string lines;
    std::string criteria;
    for (int i = 1; i <= 11; ++i) {
        const std::string id = "L" + std::to_string(i);
        const std::string line = "{'id': '" + id + "', 'max': 1, 'applies': 'n > " +
                                 std::to_string(i - 1) + "', 'score': {'formula': '0.5'}}";
        lines += (lines.empty() ? "" : ", ") + line;
        criteria += (criteria.empty() ? "" : ", ") + ("{'id': 'C" + std::to_string(i)) +
                    "', 'max': 1, 'applies': 'n > " + std::to_string(i - 1) +
                    "', 'indicators': [{'id': '" + id +
                    "', 'max': 1, 'score': {'formula': '0.5'}}]}";
    }
    const std::string sheet = "{'id': 'C', 'max': 11, 'indicators': [" + lines + "]}";
    BOOST_TEST(score({.criteria = sheet}, {}).points("C") == "5.5..11");
    BOOST_TEST(score({.criteria = criteria}, {}).total() == "5.5..11");
}

/** What design 5.2 allows on any indicator a parent obeys, or it is refused; never passed over. */
BOOST_AUTO_TEST_CASE(rules_of_a_parent)
{
    constexpr struct
    {
        const char* name;
        const char* rule;
        const char* expected;
    } test_cases[] = {
        {"requires", "'requires': 'flag', ", "0"},
        {"at_most", "'at_most': [{'when': 'not(flag)', 'points': 3}], ", "3"},
        {"evidence", "'evidence': {'kinds': ['report']}, ", "0..8"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const std::string sheet =
                "{'id': 'C', 'max': 10, 'indicators': [{'id': 'P', 'max': 10, " +
                std::string(tc.rule) +
                "'indicators': [{'id': 'A', 'max': 10, 'score': {'formula': '8'}}]}]}";
            const bool is_refused = !rubric_errors({.criteria = sheet}).empty();
            if (is_refused) continue;
            BOOST_TEST(score({.criteria = sheet}, {"'flag': false"}).points("P") == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(applies_without_a_value)
{
    const std::string sheet =
        "{'id': 'C', 'max': 10, 'indicators': [{'id': 'A', 'max': 6, 'applies': 'n / m > 1',"
        "'not_applicable': 'zero', 'score': {'formula': '5'}},"
        "{'id': 'B', 'max': 4, 'score': {'formula': '3'}}]}";
    const scores got = score({.criteria = sheet}, {"'n': 1, 'm': 0"});
    BOOST_TEST(got.shown("A") == "0..6 uncovered");
    BOOST_TEST(got.points("C") == "3..9");
    BOOST_TEST(got.findings() == "reason_no_value at A");
}

BOOST_AUTO_TEST_CASE(all_children_not_applicable)
{
    constexpr struct
    {
        const char* child;
        const char* parent;
        const char* criterion; /**< C: 1 of K, and what P's own policy gives */
        const char* max;       /**< of C */
    } test_cases[] = {
        {"full", "", "7", "10"},
        {"drop", "", "7", "10"},
        {"zero", "", "7", "10"},
        {"rescale", "", "7", "10"},
        {"share", "", "7", "10"},
        {"full", "full", "7", "10"},
        {"full", "zero", "1", "10"},
        {"full", "drop", "1", "4"},
        // 1 * 10 / 4, and 1 * (4 + 6) / 4
        {"full", "rescale", "2.5", "10"},
        {"full", "share", "2.5", "10"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.child << " within " << tc.parent)
        {
            const scores got =
                score({.criteria = only_child(tc.child, tc.parent)}, {"'flag': false"});
            BOOST_TEST(got.state("P") == "not_applicable");
            BOOST_TEST(got.points("C") == tc.criterion);
            BOOST_TEST(got.max("C") == tc.max);
        }
    }
}

BOOST_AUTO_TEST_CASE(all_children_perhaps_not_applicable)
{
    constexpr struct
    {
        const char* child;
        const char* parent;
        const char* criterion; /**< C: 5 + 1 when A applies, else as above */
    } test_cases[] = {
        {"zero", "", "6..7"},          {"full", "zero", "1..6"},    {"full", "drop", "1..6"},
        {"full", "rescale", "2.5..6"}, {"full", "share", "2.5..6"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.child << " within " << tc.parent)
        {
            const scores got = score({.criteria = only_child(tc.child, tc.parent)}, {});
            BOOST_TEST(got.points("C") == tc.criterion);
        }
    }
}

BOOST_AUTO_TEST_CASE(parent_that_does_not_apply)
{
    const std::string sheet = pool("drop", "'applies': 'other', 'not_applicable': 'zero', ");
    BOOST_TEST(
        score({.criteria = sheet}, {"'flag': true, 'other': false"}).shown("P") ==
        "0 not_applicable"
    );
    BOOST_TEST(score({.criteria = sheet}, {"'flag': true, 'other': true"}).points("P") == "8");
    BOOST_TEST(score({.criteria = sheet}, {"'flag': true"}).points("P") == "0..8");
    BOOST_TEST(score({.criteria = sheet}, {"'other': true"}).points("P") == "3..8");
}

BOOST_AUTO_TEST_CASE(criterion_that_does_not_apply)
{
    constexpr struct
    {
        const char* policy;
        const char* total;
        const char* open;
        const char* max;
    } test_cases[] = {
        // B has 4 of 10; A has 5 of 10 when it applies.
        {"full", "14", "9..14", "20"},
        {"zero", "4", "4..9", "20"},
        {"drop", "4", "4..9", "10"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.policy)
        {
            const std::string sheet =
                "{'id': 'A', 'max': 10, 'applies': 'flag', 'not_applicable': '" +
                std::string(tc.policy) +
                "', 'indicators': [{'id': 'A1', 'max': 10, 'score': {'formula': '5'}}]},"
                "{'id': 'B', 'max': 10, 'indicators': ["
                "{'id': 'B1', 'max': 10, 'score': {'formula': '4'}}]}";
            const scores got = score({.criteria = sheet}, {"'flag': false"});
            BOOST_TEST(got.total() == tc.total);
            BOOST_TEST(got.total_max() == tc.max);
            BOOST_TEST(got.state("A") == "not_applicable");
            BOOST_TEST(score({.criteria = sheet}, {}).total() == tc.open);
            BOOST_TEST(score({.criteria = sheet}, {"'flag': true"}).total() == "9");
        }
    }
}

BOOST_AUTO_TEST_CASE(four_levels)
{
    // 2 at each level beside the next one, and 3 at the bottom: 3 + 2 + 2 + 2
    const auto beside = [](const std::string& id) {
        return "{'id': '" + id + "', 'max': 2, 'score': {'formula': '2'}}, ";
    };
    const std::string bottom = "{'id': 'I4', 'max': 4, 'score': {'formula': 'n'}}";
    const std::string third =
        "{'id': 'I3', 'max': 6, 'indicators': [" + beside("B4") + bottom + "]}";
    const std::string second =
        "{'id': 'I2', 'max': 8, 'indicators': [" + beside("B3") + third + "]}";
    const std::string first =
        "{'id': 'I1', 'max': 10, 'indicators': [" + beside("B2") + second + "]}";
    const std::string sheet = "{'id': 'C', 'max': 10, 'indicators': [" + first + "]}";
    const scores got = score({.criteria = sheet}, {"'n': 3"});
    BOOST_TEST(got.shown("I4") == "3 partly");
    BOOST_TEST(got.points("I3") == "5");
    BOOST_TEST(got.points("I2") == "7");
    BOOST_TEST(got.points("I1") == "9");
    BOOST_TEST(got.points("C") == "9");
    BOOST_TEST(score({.criteria = sheet}, {}).points("C") == "6..10");
    const std::string deeper = "{'id': 'C', 'max': 10, 'indicators': [{'id': 'I0', 'max': 10, "
                               "'indicators': [" +
                               first + "]}]}";
    BOOST_TEST(!rubric_errors({.criteria = deeper}).empty());
}

BOOST_AUTO_TEST_CASE(highest)
{
    constexpr struct
    {
        const char* name;
        const char* facts;
        const char* expected;
    } test_cases[] = {
        {"the highest of three", "'n': 3, 'm': 7, 'k': 5", "7"},
        {"two alike", "'n': 7, 'm': 7, 'k': 5", "7"},
        // k is 5..10
        {"one is open", "'n': 3, 'm': 7", "7..10"},
        {"open above and below", "'n': 3, 'm': 4", "5..10"},
        {"all open", "", "5..10"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const std::string sheet =
                "{'id': 'C', 'max': 10, 'indicators': [{'id': 'P', 'max': 10, 'combine': 'highest',"
                "'indicators': [{'id': 'A', 'max': 10, 'score': {'formula': 'n'}},"
                "{'id': 'B', 'max': 10, 'score': {'formula': 'm'}},"
                "{'id': 'D', 'max': 10, 'score': {'proportional': {'value': 'k',"
                "'from': [0, 10], 'points': [0, 10]}}}]}]}";
            const scores got = score({.criteria = sheet}, {tc.facts});
            BOOST_TEST(got.points("P") == tc.expected);
            BOOST_TEST(got.points("C") == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(highest_of_a_criterion)
{
    const std::string sheet = "{'id': 'C', 'max': 10, 'combine': 'highest', 'indicators': ["
                              "{'id': 'A', 'max': 10, 'score': {'formula': '3'}},"
                              "{'id': 'B', 'max': 10, 'score': {'formula': '7'}}]}";
    BOOST_TEST(score({.criteria = sheet}, {}).shown("C") == "7 partly");
}

/** The first that fits: voided, not_applicable, uncovered, unknown, unproven, met, unmet, partly.
 */
BOOST_AUTO_TEST_CASE(states_in_their_order)
{
    const std::string evidence = ", 'evidence': {'kinds': ['report']}";
    const std::string void_gate = "{'id': 'g', 'when': 'flag', 'effect': {'void': 'L'}}";
    const struct
    {
        const char* name;
        std::string line;
        std::string gate;
        const char* facts;
        const char* expected;
    } test_cases[] = {
        {"voided before not_applicable", "'applies': 'other', 'score': {'formula': '8'}", void_gate,
         "'flag': true, 'other': false", "0 voided"},
        {"voided before uncovered", "'score': {'formula': 'n / m'}", void_gate,
         "'flag': true, 'n': 1, 'm': 0", "0 voided"},
        {"voided before unknown", "'score': {'formula': 'n'}", void_gate, "'flag': true",
         "0 voided"},
        {"voided before unproven", "'score': {'formula': '8'}" + evidence, void_gate,
         "'flag': true", "0 voided"},
        {"voided before unmet", "'score': {'formula': '0'}", void_gate, "'flag': true", "0 voided"},
        {"not_applicable before uncovered", "'applies': 'other', 'score': {'formula': 'n / m'}", "",
         "'other': false, 'n': 1, 'm': 0", "10 not_applicable"},
        {"not_applicable before unknown", "'applies': 'other', 'score': {'formula': 'n'}", "",
         "'other': false", "10 not_applicable"},
        {"not_applicable before unproven",
         "'applies': 'other', 'score': {'formula': '8'}" + evidence, "", "'other': false",
         "10 not_applicable"},
        {"uncovered before unproven", "'score': {'formula': 'n / m'}" + evidence, "",
         "'n': 1, 'm': 0", "0..10 uncovered"},
        {"unknown before unproven", "'score': {'formula': 'n'}" + evidence, "", "",
         "0..10 unknown"},
        {"unproven before partly", "'score': {'formula': '8'}" + evidence, "", "", "0..8 unproven"},
        {"unproven before met", "'score': {'formula': '10'}" + evidence, "", "", "0..10 unproven"},
        {"met", "'score': {'formula': '10'}", "", "", "10 met"},
        {"unmet", "'score': {'formula': '0'}", "", "", "0 unmet"},
        {"partly", "'score': {'formula': '1'}", "", "", "1 partly"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const scores got = score({.criteria = one_line(tc.line), .gates = tc.gate}, {tc.facts});
            BOOST_TEST(got.shown("L") == tc.expected);
        }
    }
}

/** Missing is never not-applicable, and no denominator shrinks because something is missing. */
BOOST_AUTO_TEST_CASE(missing_shrinks_nothing)
{
    const std::string sheet = "{'id': 'C', 'max': 10, 'indicators': ["
                              "{'id': 'A', 'max': 6, 'score': {'condition': 'flag'}},"
                              "{'id': 'B', 'max': 4, 'score': {'formula': '3'}}]}";
    const scores got = score({.criteria = sheet}, {});
    BOOST_TEST(got.points("C") == "3..9");
    BOOST_TEST(got.max("A") == "6");
    BOOST_TEST(got.max("C") == "10");
    BOOST_TEST(got.total_max() == "10");
}

BOOST_AUTO_TEST_CASE(consistency)
{
    const bontot_test::sheet_parts sheet{
        .criteria = one_line("'score': {'formula': 'n'}"),
        .consistency = "{'id': 'c1', 'assert': 'n <= m', 'message': {'en': 'n above m'}}"};
    BOOST_TEST(dossier_errors(sheet, {"'n': 3, 'm': 3"}) == "");
    BOOST_TEST(dossier_errors(sheet, {"'n': 3"}) == ""); // unknown breaks nothing
    const std::string broken = dossier_errors(sheet, {"'n': 4, 'm': 3"});
    BOOST_TEST(broken.find("dossier_inconsistent") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_rules_unit
