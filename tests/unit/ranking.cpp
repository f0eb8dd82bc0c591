// SPDX-License-Identifier: BSL-1.0
// Ranking and quotas (design 8.1 and 8.2); every number was worked out by hand.

#include "support/cohorts.hpp"

namespace ranking_unit {

namespace {

using bontot_test::cohort_sheet;
using bontot_test::falling;
using bontot_test::level;
using bontot_test::make_sheet;
using bontot_test::points;
using bontot_test::ranked_units;
using bontot_test::unit_case;

using units = std::vector<unit_case>;

} // namespace

BOOST_AUTO_TEST_SUITE(test_ranking)

BOOST_AUTO_TEST_CASE(order_by_the_total)
{
    const ranked_units got(
        cohort_sheet{},
        {points("C", 80), points("A", 70), points("B", 95), points("E", 80), points("D", 20)}
    );
    BOOST_TEST(got.order() == "B:1 C:2= E:2= A:4 D:5");
    BOOST_TEST(got.quotas() == "");
    BOOST_TEST(got.proposals() == "B best, C good, E good, A good, D other");
}

/** Totals are equal; then the criterion `b`, then fewer late, then more of `extra`. */
BOOST_AUTO_TEST_CASE(the_chain_parts_ties)
{
    const auto unit = [](const char* id, int a, int b, int late, const char* extra) {
        return unit_case{
            id, "'a': " + std::to_string(a) + ", 'b': " + std::to_string(b) +
                    ", 'late': " + std::to_string(late) + ", 'extra': " + extra};
    };
    const units given = {
        unit("A", 50, 30, 2, "1.5"),  unit("B", 40, 40, 9, "0"),   unit("C", 50, 30, 1, "-5"),
        unit("D", 50, 30, 2, "1.50"), unit("E", 50, 30, 2, "1.6"), unit("F", 60, 21, 9, "0"),
    };
    const ranked_units full(
        cohort_sheet{.chain = "'total', 'criterion:b', '-fact:late', 'fact:extra'"}, given
    );
    BOOST_TEST(full.order() == "F:1 B:2 C:3 E:4 A:5= D:5=");
    const ranked_units line(cohort_sheet{.chain = "'-indicator:b.1', 'total'"}, given);
    BOOST_TEST(line.order() == "F:1 A:2= C:2= D:2= E:2= B:6");
    const ranked_units total(cohort_sheet{.chain = "'total'"}, given);
    BOOST_TEST(total.order() == "F:1 A:2= B:2= C:2= D:2= E:2=");
    const ranked_units worst(cohort_sheet{.chain = "'-total'"}, given);
    BOOST_TEST(worst.order() == "A:1= B:1= C:1= D:1= E:1= F:6");
}

/** Facts are settled like points: a 13th decimal parts nobody. */
BOOST_AUTO_TEST_CASE(facts_are_settled)
{
    const ranked_units got(
        cohort_sheet{.chain = "'fact:extra'"}, {{"A", "'a': 1, 'b': 1, 'extra': 0.3333333333333"},
                                                {"B", "'a': 1, 'b': 1, 'extra': 0.33333333333334"},
                                                {"C", "'a': 1, 'b': 1, 'extra': 0.333333333334"}}
    );
    BOOST_TEST(got.order() == "C:1 A:2= B:2=");
}

/** A proven grade can have open points; then the rank is an interval, too. */
BOOST_AUTO_TEST_CASE(open_points)
{
    // A has 60..100 and is fair to best: open. B has 92, C 91..95 by an unknown fact.
    const cohort_sheet sheet{.chain = "'total', 'fact:extra'"};
    const ranked_units got(
        sheet, {points("B", 92),
                {"C", "'a': 60, 'b': 32, 'extra': 4"},
                {"D", "'a': 60, 'b': 31, 'extra': 4"},
                {"E", "'a': 60, 'b': 32, 'extra': 3"},
                {"A", "'a': 60"}}
    );
    // B has no `extra`: it may stand before C or behind E.
    BOOST_TEST(got.order() == "C:1-2 E:2-3 B:1-3 D:4 A?");
    BOOST_TEST(got.proposals() == "C best, E best, B best, D best, A best/fair~");
}

/** An open key bounds the rank by both its ends, and what stands behind it counts. */
BOOST_AUTO_TEST_CASE(open_keys)
{
    const ranked_units last(
        cohort_sheet{.chain = "'total', '-fact:late'"},
        {points("A", 80), {"B", "'a': 60, 'b': 20, 'late': 0"}, points("C", 79)}
    );
    // A is late 0 times or more: it may tie with B, but not stand before it.
    BOOST_TEST(last.order() == "B:1 A:1-2 C:3");
    const ranked_units first(
        cohort_sheet{.chain = "'-fact:late', 'total'"}, {points("A", 91),
                                                         {"B", "'a': 60, 'b': 32, 'late': 0"},
                                                         {"C", "'a': 60, 'b': 39, 'late': 1"}}
    );
    // If A is late 0 times like B, it has fewer points.
    BOOST_TEST(first.order() == "B:1 C:2-3 A:2-3");
}

BOOST_AUTO_TEST_CASE(groups_are_ranked_apart)
{
    const ranked_units got(
        cohort_sheet{}, {points("A", 80, "north"), points("B", 90, "east"), points("C", 70),
                         points("D", 85, "north"), points("E", 60)}
    );
    BOOST_TEST(got.order() == ": C:1 E:2; east: B:1; north: D:1 A:2");
}

BOOST_AUTO_TEST_CASE(shares)
{
    const struct
    {
        const char* name;
        const char* quota;
        units given;
        const char* quotas;
    } test_cases[] = {
        {"20 % of 13 units rated good is 2.6, so 2", "'share': 0.2, 'of': 'next'",
         falling("A", 5, 99) + falling("B", 13, 89), "best 13>2: 5 = 2 + 3 + 0"},
        {"20 % of 13 assessed", "'share': 0.2, 'of': 'all'",
         falling("A", 4, 99) + falling("B", 5, 89) + falling("C", 4, 59),
         "best 13>2: 4 = 2 + 2 + 0"},
        {"of good or better: 4 + 5", "'share': 0.3, 'of': 'or_better'",
         falling("A", 4, 99) + falling("B", 5, 89) + falling("C", 4, 59),
         "best 9>2: 4 = 2 + 2 + 0"},
        {"25 % of 8 is 2 to the unit", "'share': 0.25, 'of': 'next'",
         falling("A", 3, 99) + falling("B", 8, 89), "best 8>2: 3 = 2 + 1 + 0"},
        {"all of 3", "'share': 1, 'of': 'next'", falling("A", 3, 99) + falling("B", 3, 89),
         "best 3>3: 3 = 3 + 0 + 0"},
        {"10 and none, counted before", "'share': 0.2, 'of': 'next'", falling("A", 10, 100),
         "best 0>0: 10 = 0 + 10 + 0"},
        {"10 and none, counted after: 1 of 9", "'share': 0.2, 'of': 'next', 'counted': 'after'",
         falling("A", 10, 100), "best 9>1: 10 = 1 + 9 + 0"},
        {"5 and 8, counted before: 1.6", "'share': 0.2, 'of': 'next', 'counted': 'before'",
         falling("A", 5, 99) + falling("B", 8, 89), "best 8>1: 5 = 1 + 4 + 0"},
        {"5 and 8, counted after: 2 of 11, but not 3 of 10",
         "'share': 0.2, 'of': 'next', 'counted': 'after'",
         falling("A", 5, 99) + falling("B", 8, 89), "best 11>2: 5 = 2 + 3 + 0"},
        {"nobody need fall, counted after: 3 of 10 might stay",
         "'share': 0.3, 'of': 'next', 'counted': 'after'",
         falling("A", 2, 99) + falling("B", 10, 89), "best 10>3: 2 = 2 + 0 + 0"},
        {"of all, it makes no difference when", "'share': 0.2, 'of': 'all', 'counted': 'after'",
         falling("A", 5, 99) + falling("B", 8, 89), "best 13>2: 5 = 2 + 3 + 0"},
        {"of good or better, likewise", "'share': 0.2, 'of': 'or_better', 'counted': 'after'",
         falling("A", 5, 99) + falling("B", 8, 89), "best 13>2: 5 = 2 + 3 + 0"},
        {"a number of units", "'count': 3", falling("A", 5, 99), "best 0>3: 5 = 3 + 2 + 0"},
        {"more than there are", "'count': 9", falling("A", 5, 99), "best 0>9: 5 = 5 + 0 + 0"},
        {"nobody is best", "'share': 0.2, 'of': 'next'", falling("B", 10, 89),
         "best 10>2: 0 = 0 + 0 + 0"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const ranked_units got(cohort_sheet{.quota = tc.quota}, tc.given);
            BOOST_TEST(got.quotas() == tc.quotas);
        }
    }
    BOOST_TEST(ranked_units(cohort_sheet{.quota = "'count': 1"}, {}).quotas() == "");
}

BOOST_AUTO_TEST_CASE(who_falls)
{
    const ranked_units got(
        cohort_sheet{.quota = "'share': 0.4, 'of': 'next'"},
        units{points("C", 91), points("A", 95), points("B", 93)} + falling("G", 5, 85)
    );
    BOOST_TEST(got.quotas() == "best 5>2: 3 = 2 + 1 + 0");
    BOOST_TEST(got.movements() == "C best>good");
    BOOST_TEST(
        got.proposals() == "A best, B best, C good!, G1 good, G2 good, G3 good, G4 good, G5 good"
    );
}

BOOST_AUTO_TEST_CASE(ties_across_the_line)
{
    const cohort_sheet two{.quota = "'count': 2"};
    // B and C share the second place, of which there is one.
    const ranked_units across(
        two, {points("A", 95), points("B", 93), points("C", 93), points("D", 92)}
    );
    BOOST_TEST(across.quotas() == "best 0>2: 4 = 1 + 1 + 2");
    BOOST_TEST(across.movements() == "B? best>good, C? best>good, D best>good");
    BOOST_TEST(across.proposals() == "A best, B best/good?, C best/good?, D good!");
    // A tie above the line, or under it, is no trouble.
    const ranked_units above(two, level("A", 2, 95) + falling("B", 1, 92));
    BOOST_TEST(above.movements() == "B1 best>good");
    const ranked_units under(two, falling("A", 2, 95) + level("B", 3, 92));
    BOOST_TEST(under.movements() == "B1 best>good, B2 best>good, B3 best>good");
    // All are equal.
    const ranked_units all(two, level("A", 3, 95));
    BOOST_TEST(all.movements() == "A1? best>good, A2? best>good, A3? best>good");
    // The next key of the chain parts them.
    const ranked_units parted(
        cohort_sheet{.quota = "'count': 2", .chain = "'total', '-fact:late'"},
        {points("A", 95),
         {"B", "'a': 60, 'b': 33, 'late': 1"},
         {"C", "'a': 60, 'b': 33, 'late': 0"}}
    );
    BOOST_TEST(parted.movements() == "B best>good");
    // No place at all: nobody stays, tied or not.
    const ranked_units none(cohort_sheet{.quota = "'share': 0.2, 'of': 'next'"}, level("A", 3, 95));
    BOOST_TEST(none.movements() == "A1 best>good, A2 best>good, A3 best>good");
}

/** What is missing leaves it open who is over the quota, like a tie. */
BOOST_AUTO_TEST_CASE(open_points_across_the_line)
{
    const ranked_units keyed(
        cohort_sheet{.quota = "'count': 2", .chain = "'total', 'fact:extra'"},
        {{"A", "'a': 60, 'b': 35, 'extra': 9"},
         {"B", "'a': 60, 'b': 35"},
         {"C", "'a': 60, 'b': 35, 'extra': 5"},
         {"D", "'a': 60, 'b': 34, 'extra': 5"}}
    );
    // A stays: at most B stands before it. B and C are open; D has all three before it.
    BOOST_TEST(keyed.movements() == "C? best>good, B? best>good, D best>good");
}

BOOST_AUTO_TEST_CASE(open_units_are_not_counted)
{
    // O has 60..100: fair to best. Only proven grades count: 5 good, of which 20 % is 1.
    const ranked_units got(
        cohort_sheet{.quota = "'share': 0.2, 'of': 'next'"},
        falling("A", 2, 95) + falling("B", 5, 85) + units{{"O", "'a': 60"}, {"P", "'b': 1"}}
    );
    BOOST_TEST(got.order() == "A1:1 A2:2 B1:3 B2:4 B3:5 B4:6 B5:7 O? P?");
    BOOST_TEST(got.quotas() == "best 5>1: 2 = 1 + 1 + 0, open 1");
    BOOST_TEST(got.movements() == "A2 best>good");
    const ranked_units all(
        cohort_sheet{.quota = "'share': 0.5, 'of': 'all'"},
        falling("A", 2, 95) + units{{"O", "'a': 60"}, {"P", "'a': 60"}}
    );
    BOOST_TEST(all.quotas() == "best 2>1: 2 = 1 + 1 + 0, open 2");
}

BOOST_AUTO_TEST_CASE(each_group_has_its_own_floor)
{
    // 4 and 9 good: 0.8 and 1.8; together 13: 2.6.
    const units given = falling("A", 2, 99, "x") + falling("B", 4, 89, "x") +
                        falling("C", 2, 98, "y") + falling("D", 9, 89, "y");
    const ranked_units apart(cohort_sheet{.quota = "'share': 0.2, 'of': 'next'"}, given);
    BOOST_TEST(apart.quotas() == "best x 4>0: 2 = 0 + 2 + 0; best y 9>1: 2 = 1 + 1 + 0");
    BOOST_TEST(apart.movements() == "A1 best>good, A2 best>good, C2 best>good");
    const ranked_units over_all(
        cohort_sheet{.quota = "'share': 0.2, 'of': 'next', 'within': 'all'"}, given
    );
    BOOST_TEST(over_all.quotas() == "best 13>2: 4 = 1 + 1 + 2");
    // A1 99, A2 and C1 98, C2 97.
    BOOST_TEST(over_all.movements() == "A2? best>good, C1? best>good, C2 best>good");
}

BOOST_AUTO_TEST_CASE(raised_shares)
{
    const auto sheet = make_sheet({.quota = "'share': 0.2, 'raised': 0.25, 'of': 'next'"});
    const units given = falling("A", 3, 99, "x") + falling("B", 8, 89, "x") +
                        falling("C", 3, 99, "y") + falling("D", 8, 89, "y");
    const auto raised_for = [&](std::vector<std::string_view> groups, bool everywhere) {
        return ranked_units(sheet, given, {groups, everywhere}).quotas();
    };
    const std::string plain = "best x 8>1: 3 = 1 + 2 + 0; best y 8>1: 3 = 1 + 2 + 0";
    BOOST_TEST(raised_for({}, false) == plain);
    BOOST_TEST(raised_for({"y"}, false) == "best x 8>1: 3 = 1 + 2 + 0; best y 8>2: 3 = 2 + 1 + 0");
    const std::string both = "best x 8>2: 3 = 2 + 1 + 0; best y 8>2: 3 = 2 + 1 + 0";
    BOOST_TEST(raised_for({"x", "y"}, false) == both);
    BOOST_TEST(raised_for({}, true) == both);
    // Over all groups it is for the committee to raise it everywhere.
    const auto over_all =
        make_sheet({.quota = "'share': 0.2, 'raised': 0.25, 'of': 'next', 'within': 'all'"});
    BOOST_TEST(ranked_units(over_all, given).quotas() == "best 16>3: 6 = 2 + 2 + 2");
    BOOST_TEST(ranked_units(over_all, given, {{}, true}).quotas() == "best 16>4: 6 = 4 + 2 + 0");
}

/** The next lower grade whose own conditions the unit meets. */
BOOST_AUTO_TEST_CASE(a_unit_falls_to_a_grade_that_it_meets)
{
    const cohort_sheet sheet{.quota = "'count': 1", .good_more = ", 'requires': 'flag'"};
    const ranked_units got(
        sheet, {points("A", 99),
                {"B", "'a': 60, 'b': 38, 'flag': true"},
                {"C", "'a': 60, 'b': 37, 'flag': false"},
                {"D", "'a': 60, 'b': 36"}}
    );
    BOOST_TEST(got.movements() == "B best>good, C best>fair, D best>good/fair");
    BOOST_TEST(got.proposals() == "A best, B good!, C fair!, D good/fair!");
}

/** The units that fall are over the next grade's quota as well. */
BOOST_AUTO_TEST_CASE(quotas_follow_one_another)
{
    const cohort_sheet counts{.quota = "'count': 1", .good_more = ", 'quota': {'count': 2}"};
    const ranked_units got(counts, falling("A", 3, 99) + falling("B", 2, 80));
    BOOST_TEST(got.quotas() == "best 0>1: 3 = 1 + 2 + 0; good 0>2: 4 = 2 + 2 + 0");
    BOOST_TEST(got.movements() == "A2 best>good, A3 best>good, B1 good>fair, B2 good>fair");
    // Counted before, the base of good is who was fair to begin with: 50 % of 4, 3 have it.
    const units given = falling("A", 3, 99) + falling("B", 2, 80) + falling("C", 4, 60);
    const ranked_units before(
        cohort_sheet{.quota = "'count': 2", .good_more = ", 'quota': {'share': 0.5, 'of': 'next'}"},
        given
    );
    BOOST_TEST(before.quotas() == "best 0>2: 3 = 2 + 1 + 0; good 4>2: 3 = 2 + 1 + 0");
    // Of good or better, before: the 5 that were so; after, 2 + 3 as well.
    const ranked_units better(
        cohort_sheet{
            .quota = "'count': 2",
            .good_more = ", 'quota': {'share': 0.2, 'of': 'next', 'counted': 'after'}"},
        given
    );
    // 1 of 6 is 1.2, 2 of 5 are not allowed.
    BOOST_TEST(better.quotas() == "best 0>2: 3 = 2 + 1 + 0; good 6>1: 3 = 1 + 2 + 0");
    BOOST_TEST(better.movements() == "A3 best>good, B1 good>fair, B2 good>fair");
    // The base of best counts who was good before; that B1 and B2 then fall changes nothing.
    const ranked_units first(
        cohort_sheet{.quota = "'share': 0.5, 'of': 'next'", .good_more = ", 'quota': {'count': 1}"},
        given
    );
    BOOST_TEST(first.quotas() == "best 2>1: 3 = 1 + 2 + 0; good 0>1: 4 = 1 + 3 + 0");
}

/** Who is undecided above counts as possible below, and proves nothing there. */
BOOST_AUTO_TEST_CASE(undecided_units_below)
{
    const cohort_sheet sheet{.quota = "'count': 1", .good_more = ", 'quota': {'count': 2}"};
    // A1 and A2 may come to stand before B1 and B2.
    const ranked_units got(sheet, level("A", 2, 95) + falling("B", 2, 85));
    BOOST_TEST(got.quotas() == "best 0>1: 2 = 0 + 0 + 2; good 0>2: 4 = 0 + 0 + 4");
    BOOST_TEST(got.movements() == "A1? best>good, A2? best>good, B1? good>fair, B2? good>fair");
    BOOST_TEST(got.proposals() == "A1 best/good?, A2 best/good?, B1 good/fair?, B2 good/fair?");
}

/** Counted after, those who fall elsewhere are not in the base. */
BOOST_AUTO_TEST_CASE(falls_past_the_base)
{
    const cohort_sheet sheet{
        .quota = "'share': 0.5, 'of': 'next', 'counted': 'after'",
        .good_more = ", 'requires': 'flag'"};
    const auto unit = [](const char* id, int b, bool flag) {
        return unit_case{
            id, "'a': 60, 'b': " + std::to_string(b) + ", 'flag': " + (flag ? "true" : "false")};
    };
    // C and D would fall past good: 1 of (A stays) B = 1 is not allowed: 0.5 of 1. None stays.
    const ranked_units past(
        sheet,
        {unit("A", 40, true), unit("B", 39, true), unit("C", 38, false), unit("D", 37, false)}
    );
    BOOST_TEST(past.quotas() == "best 2>0: 4 = 0 + 4 + 0");
    // With E, who is good: 1 of B and E.
    const ranked_units one(
        sheet, {unit("A", 40, true), unit("B", 39, true), unit("C", 38, false),
                unit("D", 37, false), unit("E", 20, true)}
    );
    BOOST_TEST(one.quotas() == "best 2>1: 4 = 1 + 3 + 0");
    // A and B are equal, but fall to different grades: only E is sure to be good.
    const ranked_units tied(
        sheet, {unit("A", 40, true), unit("B", 40, false), unit("E", 20, true)}
    );
    BOOST_TEST(tied.quotas() == "best 2>0: 2 = 0 + 2 + 0");
    // Three of four tied units fall, at least one of them to good: 1 of 2.
    const ranked_units three(
        sheet, {unit("A", 40, true), unit("B", 40, true), unit("C", 40, false),
                unit("D", 40, false), unit("E", 20, true)}
    );
    BOOST_TEST(three.quotas() == "best 2>1: 4 = 0 + 0 + 4");
    // Of good or better: who falls past it is no longer in it. 5 less C, D is 3; 50 % is 1.
    cohort_sheet better = sheet;
    better.quota = "'share': 0.5, 'of': 'or_better', 'counted': 'after'";
    const ranked_units out(
        better, {unit("A", 40, true), unit("B", 39, true), unit("C", 38, false),
                 unit("D", 37, false), unit("E", 20, true)}
    );
    BOOST_TEST(out.quotas() == "best 3>1: 4 = 1 + 3 + 0");
}

BOOST_AUTO_TEST_CASE(options_that_make_no_difference)
{
    const auto errors_of = [](const char* quota, std::vector<std::string_view> groups,
                              bool everywhere = false) {
        const auto sheet = make_sheet({.quota = quota});
        bontot::cohort units(sheet);
        (void)units.add(bontot_test::result_of_unit(sheet, points("A", 99, "north")));
        const auto got = bontot::rank(units, {groups, everywhere});
        return got ? std::string() : bontot_test::show(got.error());
    };
    const char* const plain = "'share': 0.2, 'of': 'all'";
    const char* const raised = "'share': 0.2, 'raised': 0.3, 'of': 'all'";
    const char* const over_all = "'share': 0.2, 'raised': 0.3, 'of': 'all', 'within': 'all'";
    BOOST_TEST(errors_of(plain, {"north"}) == "cohort_no_raised at ");
    BOOST_TEST(errors_of("", {}, true) == "cohort_no_raised at ");
    BOOST_TEST(errors_of(raised, {}, true) == "");
    BOOST_TEST(errors_of(raised, {"north"}) == "");
    BOOST_TEST(errors_of(raised, {"nrth", ""}) == "cohort_no_group at , cohort_no_group at ");
    BOOST_TEST(errors_of(over_all, {"north"}) == "cohort_no_raised at ");
    BOOST_TEST(errors_of(over_all, {}, true) == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace ranking_unit
