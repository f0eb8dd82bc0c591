// SPDX-License-Identifier: BSL-1.0
// Rules 10, 32 and 33 of real scoring sheets (docs/rules.md): ranks, quotas, ties.

#include "support/cohorts.hpp"

namespace field_rules_cohort_unit {

namespace {

using bontot_test::cohort_sheet;
using bontot_test::falling;
using bontot_test::make_sheet;
using bontot_test::one_line;
using bontot_test::plain_facts;
using bontot_test::points;
using bontot_test::ranked_units;
using bontot_test::score;
using bontot_test::sheet_parts;
using bontot_test::unit_case;

using units = std::vector<unit_case>;

} // namespace

BOOST_AUTO_TEST_SUITE(test_field_rules_cohort)

/** A place in the cohort, a target and the leader's figure come from the committee. */
BOOST_AUTO_TEST_CASE(rule_10_rank_based_score)
{
    const ranked_units order(cohort_sheet{}, {points("A", 60), points("B", 80), points("C", 80)});
    BOOST_TEST(order.order() == "B:1= C:1= A:3");
    const std::string facts =
        std::string(plain_facts) +
        ", {'id': 'place', 'type': 'number', 'integer': true, 'min': 1, 'max': 63, 'given_by': "
        "'committee'}, {'id': 'leader', 'type': 'number', 'min': 1, 'given_by': 'committee'}";
    const sheet_parts by_place{
        .criteria = one_line("'score': {'steps': {'value': 'place', 'table': [{'when': '<= 10', "
                             "'points': 10}, {'when': '> 10', 'points': 0}]}}"),
        .facts = facts};
    BOOST_TEST(score(by_place, {"'place': 10"}).points("L") == "10");
    BOOST_TEST(score(by_place, {"'place': 11"}).points("L") == "0");
    const sheet_parts by_leader{
        .criteria = one_line("'score': {'proportional': {'value': 'c / leader', 'from': [0, 1], "
                             "'points': [0, 10]}}"),
        .facts = facts};
    BOOST_TEST(score(by_leader, {"'c': 30, 'leader': 40"}).points("L") == "7.5");
    BOOST_TEST(score(by_leader, {"'c': 40, 'leader': 40"}).points("L") == "10");
}

/** 20 % of 13 rated good are 2.6: 2. The same units by the other readings of the rule. */
BOOST_AUTO_TEST_CASE(rule_32_quota)
{
    const units given = falling("A", 4, 99) + falling("B", 13, 89) + falling("C", 5, 59);
    constexpr struct
    {
        const char* quota;
        const char* line;
    } test_cases[] = {
        {"'share': 0.2, 'of': 'next'", "best 13>2: 4 = 2 + 2 + 0"},
        {"'share': 0.25, 'of': 'next'", "best 13>3: 4 = 3 + 1 + 0"},     // 3.25
        {"'share': 0.2, 'of': 'or_better'", "best 17>3: 4 = 3 + 1 + 0"}, // 3.4
        {"'share': 0.2, 'of': 'all'", "best 22>4: 4 = 4 + 0 + 0"},       // 4.4
        {"'count': 1", "best 0>1: 4 = 1 + 3 + 0"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.quota)
        {
            BOOST_TEST(ranked_units(cohort_sheet{.quota = tc.quota}, given).quotas() == tc.line);
        }
    }
    // The raised ceiling where the committee decides so: 25 % of 13.
    bontot::ranking_options options;
    options.raised_everywhere = true;
    const auto raised =
        make_sheet(cohort_sheet{.quota = "'share': 0.2, 'of': 'next', 'raised': 0.25"});
    BOOST_TEST(ranked_units(raised, given).quotas() == "best 13>2: 4 = 2 + 2 + 0");
    BOOST_TEST(ranked_units(raised, given, options).quotas() == "best 13>3: 4 = 3 + 1 + 0");
    // Per peer group 1 of 5 and 1 of 8; over all of them 2 of 13.
    const units groups = falling("A", 2, 99, "east") + falling("B", 5, 89, "east") +
                         falling("D", 2, 97, "west") + falling("E", 8, 89, "west");
    BOOST_TEST(
        ranked_units(cohort_sheet{.quota = "'share': 0.2, 'of': 'next'"}, groups).quotas() ==
        "best east 5>1: 2 = 1 + 1 + 0; best west 8>1: 2 = 1 + 1 + 0"
    );
    const ranked_units over_all(
        cohort_sheet{.quota = "'share': 0.2, 'of': 'next', 'within': 'all'"}, groups
    );
    BOOST_TEST(over_all.quotas() == "best 13>2: 4 = 2 + 2 + 0");
    // It proposes who falls, and to what; it picks nobody in a tie.
    BOOST_TEST(
        ranked_units(cohort_sheet{.quota = "'share': 0.2, 'of': 'next'"}, given).movements() ==
        "A3 best>good, A4 best>good"
    );
}

/** Key after key; what is equal in all of them is named, and people vote. */
BOOST_AUTO_TEST_CASE(rule_33_tie_chain)
{
    const std::string chain = "'total', 'criterion:a', '-fact:late'";
    const auto unit = [](const char* id, int a, int b, int late) {
        return unit_case{
            id, "'a': " + std::to_string(a) + ", 'b': " + std::to_string(b) +
                    ", 'late': " + std::to_string(late)};
    };
    const units given = {
        unit("A", 55, 38, 1), unit("B", 54, 39, 0), unit("C", 55, 38, 0), unit("D", 60, 35, 9),
        unit("E", 55, 38, 1)};
    BOOST_TEST(
        ranked_units(cohort_sheet{.chain = chain}, given).order() == "D:1 C:2 A:3= E:3= B:5"
    );
    // Three may be best, and the third place is tied.
    const ranked_units quota(cohort_sheet{.quota = "'count': 3", .chain = chain}, given);
    BOOST_TEST(quota.quotas() == "best 0>3: 5 = 2 + 1 + 2");
    BOOST_TEST(quota.movements() == "A? best>good, E? best>good, B best>good");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace field_rules_cohort_unit
