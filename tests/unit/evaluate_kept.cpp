// SPDX-License-Identifier: BSL-1.0
// A result gives lines again that it met before: what it gives is what a fresh one works out.

#include "support/builtin.hpp"
#include "support/random_facts.hpp"
#include "support/sheets.hpp"

#include <cstdint>

namespace evaluate_kept_unit {

namespace {

using bontot_test::dice;
using bontot_test::fill;
using bontot_test::make_dossier;
using bontot_test::make_rubric;
using bontot_test::one_line;

std::string json_of(const bontot::result& about)
{
    std::string out;
    append_json(out, about, bontot::language::vi);
    append_json(out, about, bontot::language::en);
    return out;
}

/** Evaluates many dossiers into one result and each into a fresh one; returns how many lines were
    of known cases. */
std::size_t compare_with_fresh(const bontot_test::rubric_ptr& sheet, int rounds)
{
    dice random;
    bontot::dossier built(sheet);
    bontot::set_unit(built, "U", "U");
    (void)bontot::set_period(built, bontot::date{2023, 1, 1}, bontot::date{2023, 12, 31});
    bontot::result used;
    std::size_t of_cases = 0;
    for (int round = 0; round < rounds; ++round) {
        fill(built, random);
        evaluate(built, used);
        bontot::result fresh;
        evaluate(built, fresh);
        BOOST_TEST_REQUIRE(json_of(used) == json_of(fresh), sheet->id << " in round " << round);
        for (const bontot::node_result& node : used.nodes)
            of_cases += node.line_case != bontot::none ? 1U : 0U;
    }
    return of_cases;
}

/** Returns how many cases the one line of a sheet has. */
std::uint32_t cases_of(const std::string& line, const char* gates = "")
{
    const auto sheet = make_rubric({.criteria = one_line(line), .gates = gates});
    return sheet->nodes[1].cases.count;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_kept)

BOOST_AUTO_TEST_CASE(built_in_rubrics)
{
    for (const bontot::detail::builtin_rubric& each : bontot::detail::builtin_rubrics())
        compare_with_fresh(bontot_test::builtin(each.id), 200);
}

BOOST_AUTO_TEST_CASE(every_kind)
{
    const auto sheet = bontot_test::every_kind_of_case();
    for (std::uint32_t line = 1; line < 7; ++line)
        BOOST_TEST(sheet->nodes[line].cases.count > 0U, sheet->nodes[line].id);
    // Six lines in each of 3,000 rounds.
    BOOST_TEST(compare_with_fresh(sheet, 3000) == 18000U);
}

/** The count is the product of the facts' regions: unknown, false, true; unknown, three choices and
    any other text; unknown and 2 n + 1 regions about n numbers. */
BOOST_AUTO_TEST_CASE(which_lines_have_cases)
{
    constexpr const char* on_n = "'score': {'condition': 'n > 3'}";
    BOOST_TEST(cases_of("'score': {'condition': 'flag'}") == 3U);
    BOOST_TEST(cases_of(on_n) == 4U);
    BOOST_TEST(cases_of("'score': {'condition': 'n > 3 and flag and n < 5'}") == 18U);
    BOOST_TEST(
        cases_of("'score': {'choice': {'fact': 'level', 'options': [{'is': 'mid', 'points': 1}]}}"
        ) == 5U
    );
    BOOST_TEST(
        cases_of("'score': {'proportional': {'value': 'n', 'from': [0, 9], 'points': [0, 9]}}") ==
        6U
    );
    // More than comparisons, two numbers, endless values, documents, people, or a gate.
    BOOST_TEST(cases_of("'score': {'condition': 'n + 1 > 3'}") == 0U);
    BOOST_TEST(cases_of("'score': {'condition': 'n > m'}") == 0U);
    BOOST_TEST(cases_of("'score': {'condition': 'word = \\'a\\''}") == 0U);
    BOOST_TEST(cases_of("'score': {'condition': 'day < period.to'}") == 0U);
    BOOST_TEST(cases_of("'score': {'condition': 'count(members) > 3'}") == 0U);
    BOOST_TEST(cases_of("'score': {'formula': 'n'}") == 0U);
    BOOST_TEST(cases_of("'score': {'condition': 'n > 3'}, 'evidence': {}") == 0U);
    BOOST_TEST(cases_of("'score': {'mark': {}}") == 0U);
    BOOST_TEST(cases_of(on_n, "{'id': 'g', 'when': 'flag', 'effect': {'void': 'L'}}") == 0U);
}

/** At a break, a hair beside it, and where the scale of breaks can not tell a value. */
BOOST_AUTO_TEST_CASE(beside_the_breaks)
{
    const auto sheet = make_rubric(
        {.criteria = one_line("'score': {'steps': {'value': 'x', 'table': [{'when': '>= 9.5',"
                              "'points': 10}, {'when': '< 9.5', 'points': 4}]}}")}
    );
    struct
    {
        const char* x;
        const char* points;
    } constexpr test_cases[] = {
        {"9.5", "10"},      {"9.4999999999999999999", "4"},
        {"9.500000", "10"}, {"95e-1", "10"},
        {"9.4999999", "4"}, {"9.50000000000000000000000000001", "10"},
        {"1e30", "10"},     {"-1e30", "4"},
        {"-9.5", "4"},      {"0", "4"},
    };
    bontot::result used;
    for (int round = 0; round < 2; ++round) {
        for (const auto& tc : test_cases) {
            const auto given = make_dossier(sheet, {"'x': " + std::string(tc.x)});
            evaluate(*given, used);
            BOOST_TEST(bontot_test::show(used.nodes[1].points) == tc.points, tc.x);
        }
    }
}

/** From 5 to 95 gives 0 to 10, so x gives (x - 5) / 9: 0, 1, 5, 10 at 5, 14, 50, 95; beyond the
   ends the same as at them. Points settle to 12 decimals: (6 - 5) / 9 = 0.111111111111. */
BOOST_AUTO_TEST_CASE(proportional_follows_the_value)
{
    const auto sheet = make_rubric(
        {.criteria = one_line("'score': {'proportional': {'value': 'x', 'from': [5, 95],"
                              "'points': [0, 10]}}")}
    );
    struct
    {
        const char* x;
        const char* shown;
        const char* words;
    } constexpr test_cases[] = {
        {"50", "5 partly", "x: 50"},
        {"14", "1 partly", "x: 14"},
        {"6", "0.111111111111 partly", "x: 6"},
        {"95", "10 met", "x: 95"},
        {"96", "10 met", "x: 96"},
        {"5", "0 unmet", "x: 5"},
        {"-1", "0 unmet", "x: -1"},
        {"94.9999999999999999", "10 met", "x: 94.9999999999999999"},
        {"5.0000000000000001", "0 unmet", "x: 5.0000000000000001"},
    };
    bontot::result used;
    for (int round = 0; round < 2; ++round) {
        for (const auto& tc : test_cases) {
            const auto given = make_dossier(sheet, {"'x': " + std::string(tc.x)});
            evaluate(*given, used);
            const bontot::node_result& line = used.nodes[1];
            const std::string shown = bontot_test::show(line.points) + " " +
                                      std::string(bontot::detail::state_word(line.state));
            BOOST_TEST(shown == tc.shown, tc.x);
            BOOST_TEST(json_of(used).find(tc.words) != std::string::npos, tc.words);
        }
    }
}

/** A mark of a role that overrides counts, whatever the line gave before. */
BOOST_AUTO_TEST_CASE(an_override_is_not_passed_over)
{
    const auto sheet = make_rubric(
        {.criteria = one_line("'score': {'condition': 'flag'}"),
         .roles = "{'id': 'board', 'overrides': true}"}
    );
    const auto plain = make_dossier(sheet, {"'flag': true"});
    const auto marked = make_dossier(
        sheet, {"'flag': true", "'marks': {'L': {'board': {'points': 4, 'reason': 'late'}}}"}
    );
    bontot::result used;
    for (int round = 0; round < 2; ++round) {
        evaluate(*plain, used);
        BOOST_TEST(bontot_test::show(used.nodes[1].points) == "10");
        evaluate(*marked, used);
        BOOST_TEST(bontot_test::show(used.nodes[1].points) == "4");
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_kept_unit
