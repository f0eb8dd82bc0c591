// SPDX-License-Identifier: BSL-1.0
// Gates (design 4.4, 5.4 and 7.2): five effects in written order, null and unknown conditions.

#include "support/sheets.hpp"

namespace evaluate_gates_unit {

namespace {

using bontot_test::one_line;
using bontot_test::score;
using bontot_test::scores;
using bontot_test::sheet_parts;

std::string gate(const std::string& id, const std::string& when, const std::string& effect)
{
    return "{'id': '" + id + "', 'when': '" + when + "', 'effect': {" + effect + "}}";
}

/** C of 10: P of 6 with a min of 3, which has A of 5; K, which has 4. */
constexpr const char* with_parent =
    "{'id': 'C', 'max': 10, 'indicators': [{'id': 'P', 'max': 6, 'min': 3, 'indicators': ["
    "{'id': 'A', 'max': 6, 'min': 1, 'score': {'formula': '5'}}]},"
    "{'id': 'K', 'max': 4, 'score': {'formula': '4'}}]}";

/** A sheet of one line whose points are `n`: top from 8, mid from 5, rest. */
sheet_parts graded(const std::string& gates)
{
    return {.criteria = one_line("'score': {'formula': 'n'}"), .gates = gates};
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_gates)

BOOST_AUTO_TEST_CASE(void_a_node)
{
    constexpr struct
    {
        const char* target;
        const char* facts;
        const char* expected;
        const char* criterion;
    } test_cases[] = {
        {"P", "'flag': false", "5 partly", "9"},
        {"P", "'flag': true", "0 voided", "4"}, // whatever its min
        {"P", "", "0..5 unknown", "4..9"},
        {"K", "'flag': true", "0 voided", "5"},
        {"K", "", "0..4 unknown", "5..9"},
        {"A", "'flag': true", "0 voided", "7"}, // P keeps its min of 3
        {"C", "'flag': true", "0 voided", "0"},
        {"C", "", "0..9 unknown", "0..9"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.target << " with " << tc.facts)
        {
            const std::string effect = "'void': '" + std::string(tc.target) + "'";
            const scores got =
                score({.criteria = with_parent, .gates = gate("g", "flag", effect)}, {tc.facts});
            BOOST_TEST(got.shown(tc.target) == tc.expected);
            BOOST_TEST(got.points("C") == tc.criterion);
            BOOST_TEST(got.total() == tc.criterion);
        }
    }
}

/** A void makes a penalty 0 too, and it is at its best then. */
BOOST_AUTO_TEST_CASE(void_in_a_penalty)
{
    const std::string sheet =
        "{'id': 'B', 'max': 10, 'indicators': [{'id': 'B1', 'max': 10, 'score': {'formula': "
        "'9'}}]},"
        "{'id': 'D', 'kind': 'penalty', 'min': -5, 'indicators': [{'id': 'D1', 'min': -5,"
        "'score': {'formula': '-3'}}]}";
    const std::string gates = gate("g", "flag", "'void': 'D1'");
    BOOST_TEST(score({.criteria = sheet, .gates = gates}, {"'flag': false"}).total() == "6");
    BOOST_TEST(score({.criteria = sheet, .gates = gates}, {"'flag': true"}).total() == "9");
    BOOST_TEST(score({.criteria = sheet, .gates = gates}, {}).total() == "6..9");
}

/** An unknown gate goes both ways over a node that does not apply, too. */
BOOST_AUTO_TEST_CASE(void_a_node_that_does_not_apply)
{
    const sheet_parts sheet{
        .criteria = one_line("'applies': 'other', 'score': {'formula': '8'}"),
        .gates = gate("g", "flag", "'void': 'L'")};
    BOOST_TEST(score(sheet, {"'other': false, 'flag': false"}).total() == "10");
    BOOST_TEST(score(sheet, {"'other': false, 'flag': true"}).total() == "0");
    BOOST_TEST(score(sheet, {"'other': false"}).total() == "0..10");
    BOOST_TEST(score(sheet, {"'other': false"}).grade() == "rest");
    BOOST_TEST(score(sheet, {"'other': false"}).grade_possible() == "top");
}

BOOST_AUTO_TEST_CASE(effects_on_the_grade)
{
    constexpr struct
    {
        const char* effect;
        const char* points;
        const char* fired;
        const char* open; /**< what can be reached while it is unknown whether it fires */
    } test_cases[] = {
        {"'grade_at_most': 'mid'", "9", "mid", "top mid"},
        {"'grade_at_most': 'mid'", "6", "mid", "mid"},
        {"'grade_at_most': 'mid'", "2", "rest", "rest"}, // never lifts
        {"'grade_at_most': 'rest'", "9", "rest", "top rest"},
        {"'grade_at_most': 'top'", "9", "top", "top"},
        {"'grade_down': 1", "9", "mid", "top mid"},
        {"'grade_down': 1", "6", "rest", "mid rest"},
        {"'grade_down': 1", "2", "rest", "rest"}, // there is none below
        {"'grade_is': 'rest'", "9", "rest", "top rest"},
        {"'grade_is': 'mid'", "9", "mid", "top mid"},
        {"'grade_is': 'mid'", "2", "mid", "mid rest"}, // sets it, up as well
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.effect << " with " << tc.points << " points")
        {
            const sheet_parts sheet = graded(gate("g", "flag", tc.effect));
            const std::string points = "'n': " + std::string(tc.points);
            const scores fired = score(sheet, {points + ", 'flag': true"});
            BOOST_TEST(fired.grade() == tc.fired);
            BOOST_TEST(fired.grade_possible() == tc.fired);
            BOOST_TEST(fired.reachable() == tc.fired);
            BOOST_TEST(fired.gate(0) == "yes");
            BOOST_TEST(fired.points("L") == tc.points);
            const scores open = score(sheet, {points});
            BOOST_TEST(open.reachable() == tc.open);
            BOOST_TEST(open.gate(0) == "open");
            const scores quiet = score(sheet, {points + ", 'flag': false"});
            const std::string by_points = score(graded(""), {points}).grade();
            BOOST_TEST(quiet.reachable() == by_points);
            BOOST_TEST(quiet.gate(0) == "no");
        }
    }
}

BOOST_AUTO_TEST_CASE(in_written_order)
{
    const std::string down = gate("a", "flag", "'grade_down': 1");
    const std::string down_too = gate("b", "flag", "'grade_down': 1");
    const std::string cap = gate("c", "flag", "'grade_at_most': 'mid'");
    const std::string set_top = gate("d", "flag", "'grade_is': 'top'");
    const std::string set_rest = gate("e", "flag", "'grade_is': 'rest'");
    const struct
    {
        const char* name;
        std::string gates;
        const char* expected; /**< from top */
    } test_cases[] = {
        {"down, cap", down + ", " + cap, "mid"},        // mid, mid
        {"cap, down", cap + ", " + down, "rest"},       // mid, rest
        {"down twice", down + ", " + down_too, "rest"}, // mid, rest
        {"set top, cap", set_top + ", " + cap, "mid"},
        {"cap, set top", cap + ", " + set_top, "top"},
        {"set top, set rest", set_top + ", " + set_rest, "rest"},
        {"set rest, set top", set_rest + ", " + set_top, "top"},
        {"set rest, set top, down", set_rest + ", " + set_top + ", " + down, "mid"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const scores got = score(graded(tc.gates), {"'n': 9, 'flag': true"});
            BOOST_TEST(got.grade() == tc.expected);
            BOOST_TEST(got.reachable() == tc.expected);
        }
    }
}

/** Each unknown gate goes both ways, on every grade that can be. */
BOOST_AUTO_TEST_CASE(unknown_in_written_order)
{
    const std::string first = gate("a", "flag", "'grade_at_most': 'mid'");
    const std::string second = gate("b", "other", "'grade_down': 1");
    const sheet_parts sheet = graded(first + ", " + second);
    // neither: top; first: mid; second: mid; both: rest
    BOOST_TEST(score(sheet, {"'n': 9"}).reachable() == "top mid rest");
    // the first fires: mid, or rest
    BOOST_TEST(score(sheet, {"'n': 9, 'flag': true"}).reachable() == "mid rest");
    // the second fires: mid, or mid and then rest
    BOOST_TEST(score(sheet, {"'n': 9, 'other': true"}).reachable() == "mid rest");
    BOOST_TEST(score(sheet, {"'n': 9, 'flag': false"}).reachable() == "top mid");
    // The grade is the worst of them, grade_possible the best.
    BOOST_TEST(score(sheet, {"'n': 9"}).grade() == "rest");
    BOOST_TEST(score(sheet, {"'n': 9"}).grade_possible() == "top");
}

BOOST_AUTO_TEST_CASE(without_a_value)
{
    constexpr const char* effects[] = {
        "'grade_at_most': 'rest'", "'grade_down': 1", "'grade_is': 'rest'", "'void': 'L'"};
    for (const char* effect : effects) {
        BOOST_TEST_CONTEXT(effect)
        {
            const scores got = score(
                graded(gate("g", "m / k > 1 or 1 / m > 1", effect)), {"'n': 9, 'm': 0, 'k': 5"}
            );
            BOOST_TEST(got.gate(0) == "no");
            BOOST_TEST(got.points("L") == "9");
            BOOST_TEST(got.grade_possible() == "top");
            BOOST_TEST(got.findings() == "reason_no_value at gate:g");
        }
    }
}

BOOST_AUTO_TEST_CASE(not_good)
{
    const std::string criteria =
        "{'id': 'C', 'max': 10, 'good': {'min_points': 5}, 'indicators': [{'id': 'L', 'max': 10,"
        "'score': {'formula': 'n'}}]}";
    const sheet_parts sheet{
        .criteria = criteria,
        .grades = "{'id': 'top', 'good_criteria': 'all'}, {'id': 'rest'}",
        .gates = gate("g", "flag", "'not_good': 'C'")};
    constexpr struct
    {
        const char* facts;
        const char* good;
        const char* reachable;
    } test_cases[] = {
        {"'n': 5, 'flag': false", "yes", "top"},
        {"'n': 5, 'flag': true", "no", "rest"},
        {"'n': 5", "open", "top rest"},
        {"'n': 4, 'flag': false", "no", "rest"},
        {"'n': 4", "no", "rest"}, // not good whether it fires or not
        {"'flag': true", "no", "rest"},
        {"'flag': false", "open", "top rest"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.facts)
        {
            const scores got = score(sheet, {tc.facts});
            BOOST_TEST(got.good("C") == tc.good);
            BOOST_TEST(got.reachable() == tc.reachable);
        }
    }
    // The points stay.
    BOOST_TEST(score(sheet, {"'n': 5, 'flag': true"}).total() == "5");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_gates_unit
