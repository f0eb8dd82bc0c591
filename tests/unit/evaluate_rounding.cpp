// SPDX-License-Identifier: BSL-1.0
// Rounding at its three levels, and what bounds the total (design 3 and 5.6).

#include "support/sheets.hpp"

namespace evaluate_rounding_unit {

namespace {

using bontot_test::one_line;
using bontot_test::score;
using bontot_test::scores;

std::string rounding(const std::string& at, const std::string& step, const std::string& mode)
{
    return "{'at': '" + at + "', 'step': '" + step + "', 'mode': '" + mode + "'}";
}

/** Criteria A and B of 10, each of two lines: A1 a1, A2 a2, ... */
std::string two_by_two(const std::string& each)
{
    const auto line = [&](const std::string& id) {
        return "{'id': '" + id + "', 'max': 5, 'score': {'formula': '" + each + "'}}";
    };
    return "{'id': 'A', 'max': 10, 'indicators': [" + line("A1") + ", " + line("A2") +
           "]}, {'id': 'B', 'max': 10, 'indicators': [" + line("B1") + ", " + line("B2") + "]}";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_rounding)

BOOST_AUTO_TEST_CASE(modes)
{
    constexpr struct
    {
        const char* value;
        const char* step;
        const char* half_up;
        const char* half_even;
        const char* down;
        const char* up;
    } test_cases[] = {
        // 0.125 is half a step: to 0 steps (even) or 1.
        {"0.125", "0.25", "0.25", "0", "0", "0.25"},
        // 0.375 is one step and a half: to 2 steps (even) either way.
        {"0.375", "0.25", "0.5", "0.5", "0.25", "0.5"},
        {"2.5", "1", "3", "2", "2", "3"},
        {"3.5", "1", "4", "4", "3", "4"},
        {"2.4", "1", "2", "2", "2", "3"},
        {"2.6", "1", "3", "3", "2", "3"},
        {"3", "1", "3", "3", "3", "3"},
        {"4.98", "0.25", "5", "5", "4.75", "5"},
        {"0.005", "0.01", "0.01", "0", "0", "0.01"},
        // Half of the 12th decimal and less is gone before: 2.5, 3, 2.
        {"2.4999999999999", "1", "3", "2", "2", "3"},
        {"2.9999999999999", "1", "3", "3", "3", "3"},
        {"2.0000000000001", "1", "2", "2", "2", "2"},
        // One in the 12th decimal is still there.
        {"2.499999999999", "1", "2", "2", "2", "3"},
        {"2.500000000001", "1", "3", "3", "2", "3"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.value << " by " << tc.step)
        {
            const auto rounded = [&](const char* mode) {
                const std::string line = "'score': {'formula': '" + std::string(tc.value) + "'}";
                const std::string more =
                    "'rounding': [" + rounding("indicator", tc.step, mode) + "]";
                return score({.criteria = one_line(line), .more = more}, {}).points("L");
            };
            BOOST_TEST(rounded("half_up") == tc.half_up);
            BOOST_TEST(rounded("half_even") == tc.half_even);
            BOOST_TEST(rounded("down") == tc.down);
            BOOST_TEST(rounded("up") == tc.up);
        }
    }
}

/** The modes act on the magnitude. */
BOOST_AUTO_TEST_CASE(modes_below_zero)
{
    constexpr struct
    {
        const char* mode;
        const char* of_2_5;
        const char* of_3_5;
        const char* of_2_4;
    } test_cases[] = {
        {"half_up", "-3", "-4", "-2"},
        {"half_even", "-2", "-4", "-2"},
        {"down", "-2", "-3", "-2"},
        {"up", "-3", "-4", "-3"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.mode)
        {
            const auto rounded = [&](const std::string& value) {
                const std::string sheet =
                    "{'id': 'C', 'kind': 'penalty', 'min': -10, 'indicators': [{'id': 'L',"
                    "'min': -10, 'score': {'formula': '0 - " +
                    value + "'}}]}";
                const std::string more =
                    "'rounding': [" + rounding("indicator", "1", tc.mode) + "]";
                return score({.criteria = sheet, .more = more}, {}).points("L");
            };
            BOOST_TEST(rounded("2.5") == tc.of_2_5);
            BOOST_TEST(rounded("3.5") == tc.of_3_5);
            BOOST_TEST(rounded("2.4") == tc.of_2_4);
        }
    }
}

BOOST_AUTO_TEST_CASE(levels)
{
    const struct
    {
        const char* name;
        std::string rules;
        const char* line;
        const char* criterion;
        const char* total;
    } test_cases[] = {
        // Each line has 0.3: 0.6 a criterion, 1.2 in all.
        {"none", "", "0.3", "0.6", "1.2"},
        {"indicator", rounding("indicator", "1", "half_up"), "0", "0", "0"},
        {"criterion", rounding("criterion", "1", "half_up"), "0.3", "1", "2"},
        {"total", rounding("total", "1", "half_up"), "0.3", "0.6", "1"},
        // 0.3 -> 0.5; 1 -> 1; 2 -> 2.5, a multiple of 2.5 (0.8 steps)
        {"all three",
         rounding("indicator", "0.5", "half_up") + ", " + rounding("criterion", "1", "up") + ", " +
             rounding("total", "2.5", "half_up"),
         "0.5", "1", "2.5"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const scores got = score(
                {.criteria = two_by_two("0.3"), .more = "'rounding': [" + tc.rules + "]"}, {}
            );
            BOOST_TEST(got.points("A1") == tc.line);
            BOOST_TEST(got.points("A") == tc.criterion);
            BOOST_TEST(got.total() == tc.total);
        }
    }
}

BOOST_AUTO_TEST_CASE(override_of_a_node)
{
    const std::string own = "'rounding': {'step': '0.1', 'mode': 'up'}, ";
    const std::string sheet =
        "{'id': 'A', 'max': 10, 'rounding': {'step': 2, 'mode': 'up'}, 'indicators': ["
        "{'id': 'A1', 'max': 5, " +
        own +
        "'score': {'formula': '1.43'}}, {'id': 'A2', 'max': 5, 'score': {'formula': '1.43'}}]},"
        "{'id': 'B', 'max': 10, 'indicators': ["
        "{'id': 'B1', 'max': 5, 'score': {'formula': '1.43'}}]}";
    const std::string more = "'rounding': [" + rounding("indicator", "1", "half_up") + ", " +
                             rounding("criterion", "3", "half_up") + "]";
    const scores got = score({.criteria = sheet, .more = more}, {});
    BOOST_TEST(got.points("A1") == "1.5"); // its own step, up
    BOOST_TEST(got.points("A2") == "1");
    BOOST_TEST(got.points("A") == "4"); // 2.5, up to a multiple of 2
    BOOST_TEST(got.points("B") == "0"); // 1, to the nearest multiple of 3
    BOOST_TEST(got.total() == "4");
}

/** A parent indicator is an indicator: sum, clamp, then its rounding. */
BOOST_AUTO_TEST_CASE(parent_indicator)
{
    const std::string sheet =
        "{'id': 'C', 'max': 10, 'indicators': [{'id': 'P', 'max': 10, 'indicators': ["
        "{'id': 'A', 'max': 5, 'rounding': {'step': '0.1'}, 'score': {'formula': '1.3'}},"
        "{'id': 'B', 'max': 5, 'rounding': {'step': '0.1'}, 'score': {'formula': '1.3'}}]}]}";
    const std::string more = "'rounding': [" + rounding("indicator", "1", "half_up") + "]";
    const scores got = score({.criteria = sheet, .more = more}, {});
    BOOST_TEST(got.points("A") == "1.3");
    BOOST_TEST(got.points("P") == "3");
}

BOOST_AUTO_TEST_CASE(both_ends)
{
    const std::string line = "'score': {'choice': {'fact': 'level', 'options': ["
                             "{'is': 'high', 'points': '8.6'}, {'is': 'mid', 'points': 5},"
                             "{'is': 'low', 'points': '1.4'}]}}";
    const std::string more = "'rounding': [" + rounding("indicator", "1", "half_up") + "]";
    BOOST_TEST(score({.criteria = one_line(line), .more = more}, {}).points("L") == "1..9");
}

/** Evidence first, then rounding: 8 * 1/3 = 2.67 to 2.5. */
BOOST_AUTO_TEST_CASE(after_evidence)
{
    const std::string line = "'score': {'formula': '8'}, 'evidence': {'kinds': ['report'],"
                             "'at_least': 3, 'short': 'proportional'}";
    const std::string more = "'rounding': [" + rounding("indicator", "0.5", "half_up") + "]";
    const scores got = score(
        {.criteria = one_line(line), .more = more},
        {"", "'evidence': [{'id': 'E', 'supports': ['L'], 'kind': 'report'}]"}
    );
    BOOST_TEST(got.points("L") == "2.5..8");
}

BOOST_AUTO_TEST_CASE(total_is_clamped_after_rounding)
{
    constexpr struct
    {
        const char* name;
        const char* bonus;
        const char* penalty;
        const char* total;
    } test_cases[] = {
        // Base 9; clamp 1..10.3, step 1.
        {"within", "0.6", "0", "10"},       // 9.6
        {"above", "2.2", "0", "10.3"},      // 11.2 -> 11 -> 10.3
        {"down to the min", "0", "9", "1"}, // 0 -> 1
        {"below the min", "0", "9.9", "1"}, // -0.9 -> -1 -> 1
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const std::string sheet =
                "{'id': 'A', 'max': 10, 'indicators': [{'id': 'A1', 'max': 10, 'score': "
                "{'formula': '9'}}]}, {'id': 'B', 'kind': 'bonus', 'max': 5, 'indicators': ["
                "{'id': 'B1', 'max': 5, 'score': {'formula': '" +
                std::string(tc.bonus) +
                "'}}]}, {'id': 'D', 'kind': 'penalty', 'min': -10, 'indicators': ["
                "{'id': 'D1', 'min': -10, 'score': {'formula': '0 - " +
                std::string(tc.penalty) + "'}}]}";
            const std::string more = "'rounding': [" + rounding("total", "1", "half_up") +
                                     "], 'total': {'min': 1, 'max': '10.3'}";
            BOOST_TEST(score({.criteria = sheet, .more = more}, {}).total() == tc.total);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_grades_read)
{
    constexpr struct
    {
        const char* reads;
        const char* grade;
    } test_cases[] = {
        {"", "top"},                     // 7 + 3
        {"'grades_on': 'total'", "top"}, // 7 + 3
        {"'grades_on': 'base'", "mid"},  // 7
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.reads)
        {
            const std::string sheet =
                "{'id': 'A', 'max': 10, 'indicators': [{'id': 'A1', 'max': 10, 'score': "
                "{'formula': '7'}}]}, {'id': 'B', 'kind': 'bonus', 'max': 3, 'indicators': ["
                "{'id': 'B1', 'max': 3, 'score': {'formula': '3'}}]}";
            const std::string more = "'total': {" + std::string(tc.reads) + "}";
            const scores got = score({.criteria = sheet, .more = more}, {});
            BOOST_TEST(got.total() == "10");
            BOOST_TEST(got.grade() == tc.grade);
            BOOST_TEST(got.reachable() == tc.grade);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_rounding_unit
