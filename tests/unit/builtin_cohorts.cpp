// SPDX-License-Identifier: BSL-1.0
// The built-in rubrics as cohorts: the quota of excellent, and which cells to spread a model from.

#include "support/builtin.hpp"

#include <bontot/ranking.hpp>

namespace builtin_cohorts_unit {

namespace {

using bontot_test::builtin;
using bontot_test::builtin_dossier;
using bontot_test::fact_list;
using bontot_test::show;

/** A dossier of a unit: its id, its facts, further members. */
struct unit_dossier
{
    std::string id;
    std::string facts;
    std::string more;
};

/** Adds the results of these dossiers of 2025 to a cohort. */
void fill(bontot::cohort& units, std::string_view rubric, const std::vector<unit_dossier>& given)
{
    const auto sheet = builtin(rubric);
    for (const unit_dossier& each : given) {
        const auto read = bontot::read_dossier(
            sheet, builtin_dossier(fact_list(each.facts), "2025-01-01", "2025-12-31", each.more)
        );
        BOOST_TEST_REQUIRE(!!read, show(read.error()));
        bontot::set_unit(**read, each.id, each.id, "", "");
        bontot::result out;
        evaluate(**read, out);
        const bontot::error_list faults = units.add(out);
        BOOST_TEST_REQUIRE(faults.empty(), show(faults));
    }
}

/** "U1:1 U2:2= ": who stands where. */
std::string order_of(const bontot::ranking& ranked)
{
    std::string out;
    for (const bontot::ranking_place& each : ranked.places) {
        out += std::string(ranked.entry_of(each).unit_id) + ":" + std::to_string(each.rank);
        out += each.is_tied ? "= " : " ";
    }
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_builtin_cohorts)

/** 20 % of 13 rated good are 2.6, so 2 of 4 stay excellent; 25 % are 3.25, so 3. */
BOOST_AUTO_TEST_CASE(quota_of_excellent)
{
    const std::string facts =
        "tasks.assigned = 10; tasks.completed = 10; tasks.on_time = 10; tasks.exceeded = 3;"
        "discipline.duty = 0; banned.acts = 0";
    std::vector<unit_dossier> members;
    for (int i = 0; i < 17; ++i) {
        // 98, 97, 96, 95, then thirteen from 85 downwards.
        const int tasks = i < 4 ? 68 - i : 59 - i;
        members.push_back(
            {"M" + std::to_string(i + 1), facts,
             "'marks': {'1.1': {'final': 30}, '2.1': {'final': " + std::to_string(tasks) + "}}"}
        );
    }
    bontot::cohort units(builtin("xep-loai-dang-vien-366-2025"));
    fill(units, "xep-loai-dang-vien-366-2025", members);
    bontot::ranking_options options;
    for (const bool raised : {false, true}) {
        options.raised_everywhere = raised;
        const auto ranked = bontot::rank(units, options);
        BOOST_TEST_REQUIRE(!!ranked);
        BOOST_TEST_REQUIRE(ranked->quotas.size() == 1U);
        BOOST_TEST(ranked->quotas[0].base == 13U);
        BOOST_TEST(ranked->quotas[0].allowed == (raised ? 3U : 2U));
        BOOST_TEST(ranked->quotas[0].held == 4U);
        BOOST_TEST_REQUIRE(ranked->movements.size() == (raised ? 1U : 2U));
        const bontot::movement& last = ranked->movements.back();
        BOOST_TEST(ranked->entry_of(ranked->places[last.place]).unit_id == "M4");
        BOOST_TEST(units.sheet().grades[last.to].id == "tot");
    }
}

/** Without discipline and late work first, then by the achievements. */
BOOST_AUTO_TEST_CASE(cells_to_spread_the_model_from)
{
    const auto cell = [](const char* id, const char* late, const char* disciplined,
                         const char* achievements) {
        return unit_dossier{
            id,
            std::string("discipline.unit = 0; discipline.members = ") + disciplined +
                "; tasks.overdue = " + late + "; achievements.recognised = " + achievements,
            "'history': [{'from': '2023-01-01', 'to': '2023-12-31', 'grade': "
            "'excellent'}, {'from': '2024-01-01', 'to': '2024-12-31', 'grade': "
            "'excellent'}]"};
    };
    bontot::cohort units(builtin("bon-tot-pilot-2023"));
    fill(
        units, "bon-tot-pilot-2023",
        {cell("A", "0", "0", "3"), cell("B", "1", "0", "9"), cell("C", "0", "0", "5"),
         cell("D", "0", "1", "9"), cell("E", "0", "0", "3")}
    );
    const auto ranked = bontot::rank(units);
    BOOST_TEST_REQUIRE(!!ranked);
    BOOST_TEST(order_of(*ranked) == "C:1 A:2= E:2= B:4 D:5 ");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace builtin_cohorts_unit
