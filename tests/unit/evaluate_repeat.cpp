// SPDX-License-Identifier: BSL-1.0
// Evaluating into the same result again: the same bytes, and no allocation after warm-up.

#include "support/counting_memory.hpp"
#include "support/sheets.hpp"

namespace evaluate_repeat_unit {

namespace {

using bontot_test::sheet_parts;

std::string json_of(const bontot::result& about)
{
    std::string out;
    append_json(out, about, bontot::language::vi);
    return out;
}

/** A sheet with something of everything. */
const sheet_parts rich{
    .criteria =
        "{'id': 'C', 'max': 40, 'good': {'min_points': 10, 'requires': 'flag'}, 'indicators': ["
        "{'id': 'A', 'max': 10, 'score': {'condition': 'n > 3 and count(members[blamed]) = 0'}},"
        "{'id': 'B', 'max': 10, 'applies': 'other', 'not_applicable': 'share', 'score': {'steps': "
        "{'value': 'n / m', 'table': [{'when': '>= 1', 'points': 10}, {'when': '< 1', 'points': "
        "3}]}}}, {'id': 'D', 'max': 10, 'score': {'choice': {'fact': 'level', 'options': ["
        "{'is': 'high', 'points': 9}, {'is': 'low', 'points': 1, 'void': true}]}}},"
        "{'id': 'E', 'max': 10, 'score': {'proportional': {'value': 'sum(members.faults)',"
        "'from': [0, 3], 'points': [10, 0]}}, 'evidence': {'kinds': ['report'],"
        "'at_least': 'n', 'short': 'proportional'}}]}",
    .gates = "{'id': 'g', 'when': 'word = \\'bad\\'', 'effect': {'grade_down': 1}}",
    .checks = "{'id': 'k1', 'assert': 'every p in members satisfies p.faults < 2'}"};

constexpr const char* full_facts =
    "'n': 5, 'm': 4, 'flag': true, 'other': true, 'level': 'high', 'word': 'fine'";
constexpr const char* full_more =
    "'members': [{'id': 'P', 'blamed': false, 'faults': 1}, {'id': 'Q', 'blamed': false,"
    "'faults': 1}], 'evidence': [{'id': 'E1', 'supports': ['E'], 'kind': 'report'}]";

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_repeat)

BOOST_AUTO_TEST_CASE(the_same_bytes)
{
    const auto sheet = bontot_test::make_rubric(rich);
    const auto full = bontot_test::make_dossier(sheet, {full_facts, full_more});
    const auto empty = bontot_test::make_dossier(sheet, {});
    bontot::result used;
    evaluate(*full, used);
    const std::string first = json_of(used);
    evaluate(*full, used);
    BOOST_TEST(json_of(used) == first);
    // Nothing of another dossier is left behind.
    evaluate(*empty, used);
    bontot::result fresh;
    evaluate(*empty, fresh);
    BOOST_TEST(json_of(used) == json_of(fresh));
    BOOST_TEST(json_of(used) != first);
    evaluate(*full, used);
    BOOST_TEST(json_of(used) == first);
}

/** Nor of another rubric. */
BOOST_AUTO_TEST_CASE(another_rubric)
{
    const auto rich_one = bontot_test::make_rubric(rich);
    const auto small_one = bontot_test::make_rubric(
        {.criteria = bontot_test::one_line("'score': {'formula': 'n / m'}")}
    );
    const auto rich_dossier = bontot_test::make_dossier(rich_one, {full_facts, full_more});
    const auto small_dossier = bontot_test::make_dossier(small_one, {"'n': 1, 'm': 0"});
    bontot::result used;
    bontot::result fresh;
    evaluate(*rich_dossier, used);
    evaluate(*small_dossier, used);
    evaluate(*small_dossier, fresh);
    BOOST_TEST(json_of(used) == json_of(fresh));
}

BOOST_AUTO_TEST_CASE(no_allocation_after_warm_up)
{
    const auto sheet = bontot_test::make_rubric(rich);
    counting_memory counted;
    const std::string full_json = bontot_test::dossier_json({full_facts, full_more});
    auto full = bontot::read_dossier(sheet, full_json, {}, counted);
    auto empty = bontot::read_dossier(sheet, bontot_test::dossier_json({}), {}, counted);
    BOOST_TEST_REQUIRE(!!full);
    BOOST_TEST_REQUIRE(!!empty);
    bontot::result used(counted);
    for (int i = 0; i < 3; ++i) {
        evaluate(**full, used);
        evaluate(**empty, used);
    }
    BOOST_TEST_REQUIRE(counted.calls > 0U);
    const std::size_t before = counted.calls;
    for (int i = 0; i < 10; ++i) {
        evaluate(**full, used);
        evaluate(**empty, used);
    }
    BOOST_TEST(counted.calls == before);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_repeat_unit
