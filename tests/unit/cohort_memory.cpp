// SPDX-License-Identifier: BSL-1.0
// What a cohort keeps of each unit, and how it finds units.

#include "support/cohorts.hpp"
#include "support/counting_memory.hpp"

#include <bontot/cohort/text_order.hpp>

#include <map>

namespace cohort_memory_unit {

namespace {

using bontot::detail::text_order;

/** A text for each number, in no order of its own. */
std::string text_of(std::uint32_t number)
{
    return "u" + std::to_string(number * 2654435761U % 1000003U) + "." + std::to_string(number);
}

void fill(text_order& order, std::vector<std::string>& texts, std::size_t count, bool is_sorted)
{
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string text = is_sorted ? std::to_string(1000000 + i) : text_of(i);
        const auto place =
            order.find(text, [&](std::uint32_t each) -> std::string_view { return texts[each]; });
        BOOST_TEST_REQUIRE(!place.is_taken);
        order.insert(place, i);
        texts.push_back(std::move(text));
    }
}

/** Returns the bytes that a cohort of so many units holds; their groups take turns. */
std::size_t bytes_of(std::uint32_t count, std::size_t groups)
{
    const auto sheet = bontot_test::make_sheet({.chain = "'total', 'criterion:b'"});
    bontot::result one = bontot_test::result_of_unit(sheet, bontot_test::points("A", 80));
    counting_memory counted;
    bontot::cohort all(sheet, counted);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string id = std::to_string(10000000 + i * 7919U % 1000003U);
        const std::string group = "a group of some length " + std::to_string(i % groups);
        one.unit_id = id;
        one.unit_name = {};
        one.unit_group = group;
        BOOST_TEST_REQUIRE(all.add(one).empty());
    }
    one.unit_id = {};
    one.unit_group = {};
    return counted.bytes;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_cohort_memory)

/** Each text is found where it was put, and none that was not. */
BOOST_AUTO_TEST_CASE(texts_in_order)
{
    for (const bool is_sorted : {false, true}) {
        for (const std::size_t count : {0U, 1U, 2U, 511U, 512U, 513U, 1024U, 1025U, 5000U}) {
            text_order order(bontot::default_memory());
            std::vector<std::string> texts;
            fill(order, texts, count, is_sorted);
            const auto text_at = [&](std::uint32_t each) -> std::string_view {
                return texts[each];
            };
            for (std::uint32_t i = 0; i < count; ++i) {
                const text_order::place found = order.find(texts[i], text_at);
                BOOST_TEST_REQUIRE(found.is_taken);
                BOOST_TEST_REQUIRE(found.index == i);
                BOOST_TEST_REQUIRE(!order.find(texts[i] + "x", text_at).is_taken);
            }
            BOOST_TEST(!order.find("", text_at).is_taken);
            BOOST_TEST(!order.find("zzz", text_at).is_taken);
        }
    }
}

/** In order, blocks are full: 4 bytes a text; in no order about three quarters full. */
BOOST_AUTO_TEST_CASE(an_order_is_small)
{
    constexpr std::size_t count = 51200;
    for (const bool is_sorted : {false, true}) {
        counting_memory counted;
        std::vector<std::string> texts;
        text_order order(counted);
        fill(order, texts, count, is_sorted);
        const std::size_t most = is_sorted ? count * 5 : count * 7;
        BOOST_TEST(counted.bytes <= most, counted.bytes << " bytes");
    }
}

/** When memory is out an order is as it was. */
BOOST_AUTO_TEST_CASE(an_order_without_memory)
{
    const std::size_t count = 1500;
    for (std::size_t fails_at = 0; fails_at < 40; ++fails_at) {
        counting_memory counted;
        {
            text_order order(counted);
            std::vector<std::string> texts;
            const auto text_at = [&](std::uint32_t each) -> std::string_view {
                return texts[each];
            };
            counted.fails_at = fails_at;
            for (std::uint32_t i = 0; i < count; ++i) {
                const std::string text = text_of(i);
                const auto place = order.find(text, text_at);
                try {
                    order.insert(place, i);
                } catch (const std::bad_alloc&) {
                    BOOST_TEST_REQUIRE(!order.find(text, text_at).is_taken);
                    order.insert(order.find(text, text_at), i);
                }
                texts.push_back(text);
            }
            for (std::uint32_t i = 0; i < count; ++i)
                BOOST_TEST_REQUIRE(order.find(texts[i], text_at).index == i);
        }
        BOOST_TEST(counted.blocks == 0U);
    }
}

/** An entry, its keys and its id, a quarter more of room, and 7 bytes of order: no more. */
BOOST_AUTO_TEST_CASE(bytes_of_a_unit)
{
    constexpr std::size_t id = 8;
    constexpr std::size_t of_unit =
        (sizeof(bontot::cohort_entry) + 2 * sizeof(bontot::key_bounds)) * 5 / 4 + id + 7;
    constexpr std::uint32_t count = 20000;
    const std::size_t together = bytes_of(count, 1);
    const std::size_t in_turn = bytes_of(count, 50);
    // Blocks of the region that holds texts are not filled to the last byte.
    constexpr std::size_t room = std::size_t{1} << 17U;
    BOOST_TEST(together <= count * of_unit + room, together / count << " bytes a unit");
    BOOST_TEST(in_turn <= together + 50 * 100, in_turn << " and " << together << " bytes");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cohort_memory_unit
