// SPDX-License-Identifier: BSL-1.0
// What a cohort takes in, and that it does not matter in which order or from where.

#include "support/cohorts.hpp"
#include "support/counting_memory.hpp"
#include "support/reading.hpp"

#include <bontot/write_ranking.hpp>

namespace cohort_unit {

namespace {

using bontot::language;
using bontot_test::cohort_sheet;
using bontot_test::falling;
using bontot_test::level;
using bontot_test::make_sheet;
using bontot_test::points;
using bontot_test::quoted;
using bontot_test::ranked_units;
using bontot_test::result_of_unit;
using bontot_test::show;
using bontot_test::unit_case;

using units = std::vector<unit_case>;
using sheet_ptr = std::shared_ptr<const bontot::rubric>;

std::string json_of(const bontot::result& about)
{
    std::string out;
    append_json(out, about, language::vi);
    return out;
}

std::string json_of(const bontot::cohort& all)
{
    const auto ranked = bontot::rank(all);
    BOOST_TEST_REQUIRE(ranked.has_value());
    std::string out;
    append_json(out, *ranked);
    return out;
}

bontot::error_list add_json(bontot::cohort& all, const std::string& json)
{
    const auto read = bontot::read_result_summary(json);
    BOOST_TEST_REQUIRE(read.has_value());
    return all.add(*read);
}

/** Replaces a part of a JSON text; in both, ' stands for ". */
std::string with(std::string json, const std::string& old_part, const std::string& new_part)
{
    const std::string part = quoted(old_part);
    const std::size_t at = json.find(part);
    BOOST_TEST_REQUIRE(at != std::string::npos, "no " << part);
    return json.replace(at, part.size(), quoted(new_part));
}

/** A sheet that asks a cohort for everything it can ask. */
const cohort_sheet rich{
    .quota = "'share': 0.4, 'of': 'next', 'counted': 'after'",
    .good_more = ", 'requires': 'flag', 'quota': {'count': 2, 'within': 'all'}",
    .chain = "'total', 'criterion:b', '-fact:late', 'indicator:a.1'"};

/** Numbers that depend on nothing but where they begin. */
class random_numbers
{
public:
    explicit random_numbers(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}

    std::uint32_t below(std::uint32_t most)
    {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 8U) % most;
    }

private:
    std::uint32_t state_;
};

/** Units of three groups with many ties, some open, some without a value for a key. */
units random_units(std::uint32_t seed)
{
    random_numbers next(seed);
    units out;
    const std::uint32_t count = 1 + next.below(24);
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string facts = "'a': " + std::to_string(50 + next.below(3) * 5);
        if (next.below(8) != 0) facts += ", 'b': " + std::to_string(10 + next.below(7) * 5);
        if (next.below(4) != 0) facts += ", 'late': " + std::to_string(next.below(3));
        if (next.below(4) != 0) facts += next.below(2) == 0 ? ", 'flag': true" : ", 'flag': false";
        constexpr const char* groups[] = {"", "north", "south"};
        out.push_back({"U" + std::to_string(i), facts, groups[next.below(3)]});
    }
    return out;
}

std::string
json_of_order(const sheet_ptr& sheet, const units& given, const std::vector<std::size_t>& order)
{
    bontot::cohort all(sheet);
    for (const std::size_t i : order) {
        const auto faults = all.add(result_of_unit(sheet, given[i]));
        BOOST_TEST(faults.empty());
    }
    return json_of(all);
}

std::vector<std::size_t> shuffled(std::size_t count, std::uint32_t seed)
{
    std::vector<std::size_t> out(count);
    for (std::size_t i = 0; i < count; ++i)
        out[i] = i;
    random_numbers next(seed);
    for (std::size_t i = count; i-- > 1;)
        std::swap(out[i], out[next.below(static_cast<std::uint32_t>(i + 1))]);
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_cohort)

BOOST_AUTO_TEST_CASE(keeps_what_ranks)
{
    const auto sheet = make_sheet(rich);
    bontot::cohort all(sheet);
    BOOST_TEST(all.entries().size() == 0U);
    BOOST_TEST(!all.from().has_value());
    {
        const bontot::result about =
            result_of_unit(sheet, {"A", "'a': 45.5, 'b': 30, 'late': 4, 'flag': true", "x"});
        BOOST_TEST(all.add(about).empty());
    }
    const bontot::cohort_entry& entry = all.entries()[0];
    BOOST_TEST(entry.unit_id == "A");
    BOOST_TEST(entry.unit_name == "A");
    BOOST_TEST(entry.unit_group == "x");
    BOOST_TEST(show(entry.points, entry.possible) == "75.5");
    BOOST_TEST(entry.grade == 1U);
    BOOST_TEST(entry.reachable == 2U);
    BOOST_TEST(entry.grades_met == 14U); // good, fair, other
    std::string keys;
    for (const bontot::key_bounds& each : all.keys_of(0))
        keys += show(each.low, each.high) + " ";
    BOOST_TEST(keys == "75.5 30 -4 45.5 ");
    BOOST_TEST((all.from() == bontot::parse_date("2026-01-01")));
    BOOST_TEST((all.to() == bontot::parse_date("2026-12-31")));
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_told)
{
    std::set<std::string> told;
    const auto sheet = make_sheet(rich);
    bontot::cohort all(sheet);
    BOOST_TEST(all.add(result_of_unit(sheet, points("A", 80))).empty());
    const std::string good =
        json_of(result_of_unit(sheet, {"B", "'a': 60, 'b': 20, 'flag': true"}));
    const struct
    {
        const char* name;
        std::string json;
        const char* errors;
    } test_cases[] = {
        {"the same unit", with(good, "'unit':{'id':'B'", "'unit':{'id':'A'"),
         "cohort_repeated_unit at /unit/id"},
        {"another rubric", with(good, "'id':'test'", "'id':'rest'"),
         "cohort_other_rubric at /rubric"},
        {"another version", with(good, "'version':'1'", "'version':'1.0'"),
         "cohort_other_rubric at /rubric"},
        {"another period", with(good, "'to':'2026-12-31'", "'to':'2026-12-30'"),
         "cohort_other_period at /period"},
        {"no period", with(good, "'period':{'from':'2026-01-01','to':'2026-12-31'},", ""),
         "cohort_other_period at /period"},
        {"all at once",
         with(
             with(
                 with(good, "'id':'test'", "'id':'rest'"), "'from':'2026-01-01'",
                 "'from':'2026-01-02'"
             ),
             "'unit':{'id':'B'", "'unit':{'id':'A'"
         ),
         "cohort_other_rubric at /rubric, cohort_repeated_unit at /unit/id, "
         "cohort_other_period at /period"},
        {"a grade that is none", with(good, "'grade':{'id':'good'", "'grade':{'id':'super'"),
         "cohort_unknown_grade at /grade/id"},
        {"reachable grades that are none",
         with(
             with(good, "'grade_possible':'good'", "'grade_possible':'g'"), "'reachable':['good'",
             "'reachable':['good','h'"
         ),
         "cohort_unknown_grade at /grade_possible, cohort_unknown_grade at /reachable"},
        {"nothing about a grade below", with(good, ",'fair':true", ""),
         "cohort_nothing_of at /ranking/grades"},
        {"no fact of the chain", with(good, ",'facts':{'late':null}}", "}"),
         "cohort_nothing_of at /ranking/facts"},
        {"no such line", with(good, "'id':'a.1'", "'id':'a.2'"), "cohort_nothing_of at /criteria"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const bontot::error_list errors = add_json(all, tc.json);
            BOOST_TEST(show(errors) == tc.errors);
            reading::remember(told, errors);
            BOOST_TEST(all.entries().size() == 1U);
        }
    }
    // A result in memory is looked at in the same way.
    const auto other = make_sheet({.chain = "'criterion:a'"});
    const auto same = make_sheet(rich);
    BOOST_TEST(
        show(all.add(result_of_unit(sheet, points("A", 70)))) == "cohort_repeated_unit at /unit/id"
    );
    const bontot::error_list lacking = all.add(result_of_unit(other, points("C", 70)));
    BOOST_TEST(lacking.size() == 5U); // four grades and a fact
    BOOST_TEST(all.add(result_of_unit(same, points("C", 70))).empty());
    bontot::result unnamed = result_of_unit(sheet, points("D", 70));
    unnamed.unit_id = {};
    const bontot::error_list no_unit = all.add(unnamed);
    BOOST_TEST(show(no_unit) == "cohort_no_unit at /unit/id");
    reading::remember(told, no_unit);
    BOOST_TEST(show(all.add(bontot::result())) == "api_not_evaluated at ");
    // The options of a ranking; more of them are in ranking.cpp.
    const std::string_view group = "north";
    const auto no_raised = bontot::rank(all, {std::span(&group, 1), false});
    reading::remember(told, no_raised.error());
    bontot::cohort empty(make_sheet({.quota = "'share': 0.1, 'raised': 0.2, 'of': 'all'"}));
    const auto no_group = bontot::rank(empty, {std::span(&group, 1), false});
    reading::remember(told, no_group.error());
    BOOST_TEST(
        reading::sentence(no_group.error()[0], language::en) ==
        "There is no unit in the group \"north\"."
    );
    reading::check_all_told(told, {"cohort_"});
}

BOOST_AUTO_TEST_CASE(messages_name_both_sides)
{
    const auto sheet = make_sheet({});
    bontot::cohort all(sheet);
    BOOST_TEST(all.add(result_of_unit(sheet, points("A", 80))).empty());
    std::string json = json_of(result_of_unit(sheet, points("B", 80)));
    json = with(
        with(json, "'version':'1'", "'version':'2'"), "'to':'2026-12-31'", "'to':'2026-06-30'"
    );
    const bontot::error_list errors = add_json(all, json);
    BOOST_TEST_REQUIRE(errors.size() == 2U);
    BOOST_TEST(
        reading::sentence(errors[0], language::en) ==
        "This result is of the rubric \"test\", version \"2\"; the units that are ranked are of "
        "\"test\", version \"1\"."
    );
    BOOST_TEST(
        reading::sentence(errors[1], language::en) ==
        "This result is of the period 2026-01-01 - 2026-06-30; the units that are ranked are of "
        "2026-01-01 - 2026-12-31."
    );
}

/** Results in memory and from JSON rank alike, in whatever order they come. */
BOOST_AUTO_TEST_CASE(order_and_source_make_no_difference)
{
    const auto sheet = make_sheet(rich);
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        BOOST_TEST_CONTEXT("seed " << seed)
        {
            const units given = random_units(seed);
            const std::string first =
                json_of_order(sheet, given, shuffled(given.size(), seed + 1000));
            for (std::uint32_t again = 1; again < 4; ++again) {
                const auto order = shuffled(given.size(), seed + 1000 * (again + 1));
                BOOST_TEST(json_of_order(sheet, given, order) == first);
            }
            bontot::cohort read(sheet);
            for (const unit_case& each : given)
                BOOST_TEST(add_json(read, json_of(result_of_unit(sheet, each))).empty());
            BOOST_TEST(json_of(read) == first);
        }
    }
}

/** What is kept never exceeds a quota, and nobody is lost. */
BOOST_AUTO_TEST_CASE(quotas_are_kept)
{
    const std::vector<cohort_sheet> sheets = {
        rich,
        {.quota = "'share': 0.3, 'of': 'or_better', 'counted': 'after'",
         .good_more = ", 'requires': 'flag'"},
        {.quota = "'share': 0.2, 'of': 'all'", .good_more = ", 'quota': {'count': 1}"},
        {.quota = "'count': 2, 'within': 'all'",
         .good_more = ", 'quota': {'share': 0.5, 'of': 'next'}",
         .fair_more = ", 'requires': 'late = 0', 'quota': {'share': 0.5, 'of': 'next', 'counted': "
                      "'after'}",
         .chain = "'-fact:late'"},
    };
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const auto sheet = make_sheet(sheets[seed % sheets.size()]);
        const ranked_units got(sheet, random_units(seed));
        const bontot::ranking& ranked = got.get();
        BOOST_TEST_CONTEXT("seed " << seed)
        {
            for (const bontot::quota_line& line : ranked.quotas) {
                BOOST_TEST(line.kept <= line.allowed);
                BOOST_TEST(line.held == line.kept + line.moved + line.undecided);
                std::uint32_t with_grade = 0;
                for (const bontot::ranking_place& place : ranked.places) {
                    const bool is_here = line.group == bontot::none || line.group == place.group;
                    const bool has_it = place.proposed == line.grade &&
                                        place.proposed_possible == line.grade &&
                                        place.state != bontot::place_state::open;
                    with_grade += is_here && has_it ? 1U : 0U;
                }
                BOOST_TEST(with_grade <= line.allowed);
            }
            for (const bontot::ranking_place& place : ranked.places) {
                const bontot::cohort_entry& entry = ranked.entry_of(place);
                BOOST_TEST((place.state == bontot::place_state::open) == entry.is_open());
                if (entry.is_open()) continue;
                BOOST_TEST(place.proposed >= entry.grade); // nobody rises
                BOOST_TEST(place.rank >= place.rank_possible);
            }
        }
    }
}

/** Among units that are all decided, the largest number that satisfies it, by trying them all. */
BOOST_AUTO_TEST_CASE(counted_after_by_trial)
{
    for (int best = 0; best <= 12; ++best) {
        for (int good = 0; good <= 12; ++good) {
            for (int tenths = 1; tenths <= 10; ++tenths) {
                int expected = 0;
                for (int kept = 0; kept <= best; ++kept) {
                    const int base = good + best - kept;
                    if (10 * kept <= tenths * base) expected = kept;
                }
                const auto sheet = make_sheet(
                    {.quota = "'share': '" + std::string(tenths == 10 ? "1" : "0.") +
                              (tenths == 10 ? "" : std::to_string(tenths)) +
                              "', 'of': 'next', 'counted': 'after'"}
                );
                // Every other time all the best are equal: it is then open who is kept.
                const bool is_tied = (best + good) % 2 == 0;
                const units given = (is_tied ? level("A", best, 95) : falling("A", best, 100)) +
                                    falling("B", good, 85);
                if (given.empty()) continue;
                const ranked_units got(sheet, given);
                const bontot::quota_line& line = got.get().quotas[0];
                BOOST_TEST_CONTEXT(best << " and " << good << " at " << tenths << " tenths")
                {
                    BOOST_TEST(std::min(line.allowed, line.held) == std::uint32_t(expected));
                    if (!is_tied) BOOST_TEST(line.kept == std::uint32_t(expected));
                }
            }
        }
    }
}

/** A greater share takes nothing away from anybody. */
BOOST_AUTO_TEST_CASE(more_share_more_kept)
{
    for (const char* rest :
         {"'of': 'next'", "'of': 'or_better', 'counted': 'after'",
          "'of': 'next', 'counted': 'after', 'within': 'all'", "'of': 'all'"}) {
        for (std::uint32_t seed = 0; seed < 25; ++seed) {
            const units given = random_units(seed);
            std::map<std::string, int> before;
            for (int tenths = 1; tenths <= 9; ++tenths) {
                const ranked_units got(
                    cohort_sheet{
                        .quota = "'share': 0." + std::to_string(tenths) + ", " + rest,
                        .good_more = ", 'requires': 'flag'"},
                    given
                );
                for (const bontot::ranking_place& place : got.get().places) {
                    // 0 moves, 1 undecided, 2 kept or open
                    const int now = place.state == bontot::place_state::moves       ? 0
                                    : place.state == bontot::place_state::undecided ? 1
                                                                                    : 2;
                    int& last = before[std::string(got.get().entry_of(place).unit_id)];
                    BOOST_TEST(now >= last, rest << " seed " << seed << " share " << tenths);
                    last = now;
                }
            }
        }
    }
}

/** When memory is out the cohort is as it was, and nothing is lost. */
BOOST_AUTO_TEST_CASE(memory_that_is_out)
{
    const auto sheet = make_sheet(rich);
    const bontot::result one = result_of_unit(sheet, points("A", 80, "x"));
    const bontot::result two = result_of_unit(sheet, points("B", 95, "y"));
    counting_memory counted;
    bool is_done = false;
    for (std::size_t fails_at = 0; !is_done; ++fails_at) {
        BOOST_TEST_REQUIRE(fails_at < 200U);
        {
            bontot::cohort all(sheet, counted);
            BOOST_TEST(all.add(one).empty());
            counted.calls = 0;
            counted.fails_at = fails_at;
            bool has_thrown = false;
            try {
                BOOST_TEST(all.add(two).empty());
            } catch (const std::bad_alloc&) {
                has_thrown = true;
            }
            BOOST_TEST(all.entries().size() == (has_thrown ? 1U : 2U));
            try {
                const auto ranked = bontot::rank(all, {}, counted);
                is_done = ranked.has_value() && counted.calls <= fails_at;
            } catch (const std::bad_alloc&) {
            }
            counted.fails_at = static_cast<std::size_t>(-1);
            if (has_thrown) BOOST_TEST(all.add(two).empty());
            BOOST_TEST(all.entries().size() == 2U);
            BOOST_TEST(bontot::rank(all, {}, counted).has_value());
        }
        BOOST_TEST(counted.blocks == 0U);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cohort_unit
