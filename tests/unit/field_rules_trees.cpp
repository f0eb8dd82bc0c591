// SPDX-License-Identifier: BSL-1.0
// Rules 18 to 26 of real scoring sheets (docs/rules.md): what stands above the lines - conditions,
// voids, ceilings, pools, totals, what does not apply, what is missing, rounding.

#include "support/sheets.hpp"

namespace field_rules_trees_unit {

namespace {

using bontot_test::dossier_errors;
using bontot_test::one_line;
using bontot_test::score;
using bontot_test::scores;

/** A line with a formula. */
std::string formula(
    const std::string& id, const std::string& max, const std::string& text,
    const std::string& more = ""
)
{
    return "{'id': '" + id + "', 'max': " + max + ", 'score': {'formula': '" + text + "'}" + more +
           "}";
}

/** An indicator or criterion over others. */
std::string above(
    const std::string& id, const std::string& max, const std::string& lines,
    const std::string& more = ""
)
{
    return "{'id': '" + id + "', 'max': " + max + more + ", 'indicators': [" + lines + "]}";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_field_rules_trees)

/** Without a plan the whole indicator has nothing. */
BOOST_AUTO_TEST_CASE(rule_18_precondition)
{
    const std::string one = one_line("'requires': 'flag', 'score': {'formula': 'n'}");
    BOOST_TEST(score({.criteria = one}, {"'flag': true, 'n': 7"}).points("L") == "7");
    BOOST_TEST(score({.criteria = one}, {"'flag': false, 'n': 7"}).points("L") == "0");
    BOOST_TEST(score({.criteria = one}, {"'n': 7"}).points("L") == "0..7");
    // Of an indicator with parts.
    const std::string whole = above(
        "C", "10",
        above(
            "P", "10", formula("A", "5", "n") + ", " + formula("B", "5", "m"),
            ", 'requires': 'flag'"
        )
    );
    BOOST_TEST(score({.criteria = whole}, {"'flag': true, 'n': 3, 'm': 4"}).points("P") == "7");
    BOOST_TEST(score({.criteria = whole}, {"'flag': false, 'n': 3, 'm': 4"}).points("P") == "0");
}

/** A level that makes the parent 0. */
BOOST_AUTO_TEST_CASE(rule_19_level_that_zeroes_the_parent)
{
    const std::string sheet = above(
        "C", "10",
        "{'id': 'A', 'max': 4, 'score': {'choice': {'fact': 'level', 'options': [{'is': 'high', "
        "'points': 4}, {'is': 'mid', 'points': 2}, {'is': 'low', 'points': 0, 'void': true}]}}}, " +
            formula("B", "6", "n")
    );
    BOOST_TEST(score({.criteria = sheet}, {"'level': 'mid', 'n': 5"}).points("C") == "7");
    const scores none = score({.criteria = sheet}, {"'level': 'low', 'n': 5"});
    BOOST_TEST(none.shown("C") == "0 voided");
    BOOST_TEST(score({.criteria = sheet}, {"'n': 5"}).points("C") == "0..9");
}

/** No premises of one's own: at most 3.5. */
BOOST_AUTO_TEST_CASE(rule_20_conditional_ceiling)
{
    const std::string sheet =
        one_line("'at_most': [{'when': 'flag = false', 'points': '3.5'}], 'score': {'formula': "
                 "'n'}");
    BOOST_TEST(score({.criteria = sheet}, {"'n': 5, 'flag': true"}).points("L") == "5");
    BOOST_TEST(score({.criteria = sheet}, {"'n': 5, 'flag': false"}).points("L") == "3.5");
    BOOST_TEST(score({.criteria = sheet}, {"'n': 3, 'flag': false"}).points("L") == "3");
}

/** A floor and a cap of a group, pools of bonus and penalty, a clamp of the total. */
BOOST_AUTO_TEST_CASE(rule_21_floors_caps_pools)
{
    const std::string sheet =
        above(
            "B", "90", formula("B1", "80", "8 * n") + ", " + formula("B2", "20", "2 * m"),
            ", 'min': 5"
        ) +
        ", " +
        above(
            "X", "10", formula("X1", "10", "c") + ", " + formula("X2", "10", "c"),
            ", 'kind': 'bonus'"
        ) +
        ", " +
        above(
            "P", "0", "{'id': 'P1', 'min': -30, 'score': {'formula': '-x'}}",
            ", 'kind': 'penalty', 'min': -20"
        );
    const std::string clamp = "'total': {'min': 0, 'max': 95}";
    constexpr struct
    {
        const char* facts;
        const char* group;
        const char* bonus;
        const char* penalty;
        const char* total;
    } test_cases[] = {
        {"'n': 10, 'm': 10, 'c': 0, 'x': 0", "90", "0", "0", "90"},  // 80 + 20 in a group of 90
        {"'n': 0, 'm': 0, 'c': 0, 'x': 0", "5", "0", "0", "5"},      // the group's least
        {"'n': 5, 'm': 5, 'c': 6, 'x': 0", "50", "10", "0", "60"},   // 12 of a pool of 10
        {"'n': 5, 'm': 5, 'c': 0, 'x': 30", "50", "0", "-20", "30"}, // a pool of 20
        {"'n': 0, 'm': 0, 'c': 0, 'x': 30", "5", "0", "-20", "0"},   // never below 0
        {"'n': 10, 'm': 10, 'c': 6, 'x': 0", "90", "10", "0", "95"}, // never above 95
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.facts)
        {
            const scores got = score({.criteria = sheet, .more = clamp}, {tc.facts});
            BOOST_TEST(got.points("B") == tc.group);
            BOOST_TEST(got.points("X") == tc.bonus);
            BOOST_TEST(got.points("P") == tc.penalty);
            BOOST_TEST(got.total() == tc.total);
        }
    }
}

/** A total of 115, and bands on the share of it: 92 of 115 are 80 %. */
BOOST_AUTO_TEST_CASE(rule_22_total_not_100)
{
    const std::string sheet = above("A", "65", formula("A1", "65", "5 * n")) + ", " +
                              above("B", "50", formula("B1", "50", "c"));
    const std::string bands = "{'id': 'a', 'min_total': '0.8'}, {'id': 'b', 'min_total': '0.5'},"
                              "{'id': 'c'}";
    const std::string share = "'total': {'grades_on': 'share'}";
    const scores first =
        score({.criteria = sheet, .grades = bands, .more = share}, {"'n': 10, 'c': 42"});
    BOOST_TEST(first.total() == "92");
    BOOST_TEST(first.total_max() == "115");
    BOOST_TEST(first.grade() == "a");
    const scores less =
        score({.criteria = sheet, .grades = bands, .more = share}, {"'n': 10, 'c': 41"});
    BOOST_TEST(less.total() == "91");
    BOOST_TEST(less.grade() == "b");
}

/** One fact in two places; and one that is scored elsewhere already. */
BOOST_AUTO_TEST_CASE(rule_23_same_fact_twice_or_once)
{
    const std::string twice = above(
        "C", "10",
        "{'id': 'A', 'max': 5, 'score': {'deductions': [{'count': 'n', 'each': 1}]}},"
        "{'id': 'B', 'max': 5, 'score': {'condition': 'n = 0'}}"
    );
    BOOST_TEST(score({.criteria = twice}, {"'n': 0"}).total() == "10");
    BOOST_TEST(score({.criteria = twice}, {"'n': 1"}).total() == "4");
    const std::string once = above(
        "C", "10",
        "{'id': 'A', 'max': 5, 'score': {'condition': 'flag'}}," +
            formula("B", "5", "n", ", 'applies': 'flag = false', 'not_applicable': 'zero'")
    );
    BOOST_TEST(score({.criteria = once}, {"'flag': true, 'n': 5"}).total() == "5");
    BOOST_TEST(score({.criteria = once}, {"'flag': false, 'n': 5"}).total() == "5");
}

/** Hai Phong 212: a pool of 10, lines with a maximum of 4 assigned, 3 earned: 7.5. */
BOOST_AUTO_TEST_CASE(rule_24_not_applicable)
{
    const auto pool = [](const char* policy) {
        return above(
            "C", "10",
            formula("A", "4", "n") + ", " +
                formula(
                    "B", "6", "m",
                    std::string(", 'applies': 'flag', 'not_applicable': '") + policy + "'"
                )
        );
    };
    constexpr struct
    {
        const char* policy;
        const char* points;
        const char* max;
    } test_cases[] = {
        {"full", "9", "10"},      // 3 + 6
        {"rescale", "7.5", "10"}, // 3 * 10 / 4
        {"share", "7.5", "10"},   // 3 * (4 + 6) / 4
        {"drop", "3", "4"},       {"zero", "3", "10"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.policy)
        {
            const scores got =
                score({.criteria = pool(tc.policy)}, {"'flag': false, 'n': 3, 'm': 1"});
            BOOST_TEST(got.points("C") == tc.points);
            BOOST_TEST(got.max("C") == tc.max);
            BOOST_TEST(got.state("B") == "not_applicable");
            // Where it applies it counts for itself, whatever the policy.
            BOOST_TEST(
                score({.criteria = pool(tc.policy)}, {"'flag': true, 'n': 3, 'm': 1"})
                    .points("C") == "4"
            );
        }
    }
    // Shared equally: 6 among two lines, 3 each; 2 * (2 + 3) / 2 + 1 * (2 + 3) / 2.
    const std::string shared = above(
        "C", "10",
        formula("A", "2", "2") + ", " + formula("B", "2", "1") + ", " +
            formula("D", "6", "6", ", 'applies': 'flag', 'not_applicable': 'share'")
    );
    BOOST_TEST(score({.criteria = shared}, {"'flag': false"}).points("C") == "7.5");
    // A criterion that does not apply: the total is rescaled to 100. 45 of 60: 75.
    const std::string total = above("A", "60", formula("A1", "60", "45")) + ", " +
                              above(
                                  "B", "40", formula("B1", "40", "40"),
                                  ", 'applies': 'flag', 'not_applicable': "
                                  "'rescale'"
                              );
    const scores rescaled = score({.criteria = total}, {"'flag': false"});
    BOOST_TEST(rescaled.total() == "75");
    BOOST_TEST(rescaled.total_max() == "100");
}

/** Missing is not 0 and does not stop applying; completeness counts the base criteria only. */
BOOST_AUTO_TEST_CASE(rule_25_missing_is_not_zero)
{
    const std::string sheet =
        above("A", "10", formula("A1", "10", "n")) + ", " +
        above(
            "B", "10", formula("B1", "10", "m", ", 'applies': 'flag', 'not_applicable': 'full'")
        ) +
        ", " + above("X", "5", formula("X1", "5", "c"), ", 'kind': 'bonus'");
    const scores missing = score({.criteria = sheet}, {"'m': 4, 'flag': true, 'c': 0"});
    BOOST_TEST(missing.shown("A1") == "0..10 unknown");
    BOOST_TEST(missing.missing() == "n=10");
    BOOST_TEST(missing.completeness() == "0.5");
    const scores zero = score({.criteria = sheet}, {"'n': 0, 'm': 4, 'flag': true, 'c': 0"});
    BOOST_TEST(zero.shown("A1") == "0 unmet");
    const scores apart = score({.criteria = sheet}, {"'n': 0, 'flag': false, 'c': 0"});
    BOOST_TEST(apart.shown("B1") == "10 not_applicable");
    const scores bonus = score({.criteria = sheet}, {"'n': 0, 'm': 4, 'flag': true"});
    BOOST_TEST(bonus.completeness() == "1");
}

/** At every level, each with its own step; and a grid for what a person may enter. */
BOOST_AUTO_TEST_CASE(rule_26_rounding)
{
    const std::string sheet =
        above("C", "10", formula("A", "5", "n / 3") + ", " + formula("B", "5", "m / 3"));
    // n = 4 and m = 8: 4/3 = 1.333... and 8/3 = 2.666...; together 4.
    constexpr struct
    {
        const char* rounding;
        const char* a;
        const char* c;
        const char* total;
    } test_cases[] = {
        {"{'at': 'indicator', 'step': '0.25', 'mode': 'half_up'}", "1.25", "4", "4"}, // + 2.75
        {"{'at': 'indicator', 'step': '0.01', 'mode': 'down'}", "1.33", "3.99", "3.99"},
        {"{'at': 'indicator', 'step': '0.01', 'mode': 'down'}, {'at': 'criterion', 'step': '0.5', "
         "'mode': 'half_up'}",
         "1.33", "4", "4"},
        {"{'at': 'total', 'step': '0.3', 'mode': 'up'}", "1.333333333333", "4", "4.2"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.rounding)
        {
            const std::string more = "'rounding': [" + std::string(tc.rounding) + "]";
            const scores got = score({.criteria = sheet, .more = more}, {"'n': 4, 'm': 8"});
            BOOST_TEST(got.points("A") == tc.a);
            BOOST_TEST(got.points("C") == tc.c);
            BOOST_TEST(got.total() == tc.total);
        }
    }
    const std::string marked = one_line("'score': {'mark': {'step': '0.5'}}");
    BOOST_TEST(
        dossier_errors({.criteria = marked}, {"", "'marks': {'L': {'committee': 4.7}}"}) ==
        "dossier_mark_grid at /marks/L/committee"
    );
    BOOST_TEST(
        score({.criteria = marked}, {"", "'marks': {'L': {'committee': 4.5}}"}).points("L") == "4.5"
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace field_rules_trees_unit
