// SPDX-License-Identifier: BSL-1.0
// "combine": "highest" where alternatives do not apply: of what is left the highest counts, and it
// alone says how much there is to be had.

#include "support/sheets.hpp"

namespace evaluate_highest_unit {

namespace {

using bontot_test::score;
using bontot_test::scores;

/** P of `max`, the highest of A (5 points, by n) and B (3 points, by m), and what `more` adds. */
std::string alternatives(
    const std::string& max, const std::string& a, const std::string& b, const std::string& more = ""
)
{
    const auto line = [](const char* id, const char* most, const char* value,
                         const std::string& keys) {
        return "{'id': '" + std::string(id) + "', 'max': " + most + ", " + keys +
               "'score': {'formula': '" + value + "'}}";
    };
    return "{'id': 'C', 'max': " + max + ", 'indicators': [{'id': 'P', 'max': " + max +
           ", 'combine': 'highest', 'indicators': [" + line("A", "5", "n", a) + ", " +
           line("B", "3", "m", b) + more + "]}]}";
}

std::string when(const char* condition, const char* policy)
{
    return "'applies': '" + std::string(condition) + "', 'not_applicable': '" + policy + "', ";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_highest)

BOOST_AUTO_TEST_CASE(what_does_not_apply)
{
    constexpr struct
    {
        const char* policy;
        const char* points;
        const char* max;
    } test_cases[] = {
        {"full", "5", "5"},
        {"rescale", "3.333333333333", "5"}, // 2 * 5 / 3
        {"drop", "2", "3"},
        {"zero", "2", "5"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.policy)
        {
            const std::string sheet = alternatives("5", when("flag", tc.policy), "");
            const scores got = score({.criteria = sheet}, {"'flag': false, 'n': 4, 'm': 2"});
            BOOST_TEST(got.points("P") == tc.points);
            BOOST_TEST(got.max("P") == tc.max);
            BOOST_TEST(got.total_max() == tc.max);
            const scores with = score({.criteria = sheet}, {"'flag': true, 'n': 4, 'm': 2"});
            BOOST_TEST(with.points("P") == "4");
            BOOST_TEST(with.max("P") == "5");
        }
    }
}

/** Which of two tables holds depends on the unit; the other is dropped. */
BOOST_AUTO_TEST_CASE(one_of_two)
{
    const std::string sheet = alternatives("5", when("k < 8", "drop"), when("k >= 8", "drop"));
    const scores small = score({.criteria = sheet}, {"'k': 7, 'n': 4, 'm': 1"});
    BOOST_TEST(small.points("P") == "4");
    BOOST_TEST(small.max("P") == "5");
    const scores large = score({.criteria = sheet}, {"'k': 8, 'n': 4, 'm': 1"});
    BOOST_TEST(large.points("P") == "1");
    BOOST_TEST(large.max("P") == "3");
    // Either may apply, each for itself: 4 or 1; where neither did, P would not, and be full.
    BOOST_TEST(score({.criteria = sheet}, {"'n': 4, 'm': 1"}).points("P") == "1..5");
}

/** Of three the best that is left says how much a rescaled one would have been worth: nothing. */
BOOST_AUTO_TEST_CASE(rescaled_beside_a_higher_one)
{
    const std::string third =
        ", {'id': 'D', 'max': 4, " + when("flag", "rescale") + "'score': {'formula': '4'}}";
    const std::string sheet = alternatives("5", "", "", third);
    BOOST_TEST(score({.criteria = sheet}, {"'flag': false, 'n': 2, 'm': 3"}).points("P") == "3");
    // What is dropped beside it leaves 3 of 3: 2 * 3 / 3.
    const std::string both = alternatives("5", when("flag", "drop"), "", third);
    BOOST_TEST(score({.criteria = both}, {"'flag': false, 'n': 5, 'm': 2"}).points("P") == "2");
}

BOOST_AUTO_TEST_CASE(a_parent_that_caps)
{
    const std::string sheet = alternatives("4", when("flag", "drop"), "");
    const scores less = score({.criteria = sheet}, {"'flag': false, 'n': 5, 'm': 3"});
    BOOST_TEST(less.points("P") == "3");
    BOOST_TEST(less.max("P") == "3");
    BOOST_TEST(score({.criteria = sheet}, {"'flag': true, 'n': 5, 'm': 3"}).points("P") == "4");
    const std::string lower = alternatives("4", "", when("flag", "drop"));
    const scores same = score({.criteria = lower}, {"'flag': false, 'n': 5, 'm': 3"});
    BOOST_TEST(same.points("P") == "4");
    BOOST_TEST(same.max("P") == "4");
}

/** It is open whether the better one applies: 2 of 3 or 4 of 5. */
BOOST_AUTO_TEST_CASE(open)
{
    const std::string sheet = alternatives("5", when("flag", "drop"), "");
    const scores got = score(
        {.criteria = sheet,
         .grades = "{'id': 'most', 'min_share': {'C': "
                   "'0.6'}}, {'id': 'rest'}"},
        {"'n': 4, 'm': 2"}
    );
    BOOST_TEST(got.points("P") == "2..4");
    BOOST_TEST(got.reachable() == "most rest");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_highest_unit
