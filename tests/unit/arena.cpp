// SPDX-License-Identifier: BSL-1.0

#include "support/counting_memory.hpp"

#include <bontot/arena.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdint>
#include <cstring>
#include <new>
#include <span>
#include <string>
#include <utility>

namespace arena_unit {

namespace {

/** Gives places that are aligned as asked, and not more. */
class barely_aligned_memory final : public bontot::memory
{
public:
    void* allocate(std::size_t size, std::size_t alignment) override
    {
        auto* const place =
            static_cast<char*>(::operator new(size + alignment, std::align_val_t(256)));
        return place + alignment;
    }
    void release(void* place, std::size_t, std::size_t alignment) noexcept override
    {
        ::operator delete(static_cast<char*>(place) - alignment, std::align_val_t(256));
    }
};

bool is_aligned(const void* place, std::size_t alignment)
{
    return reinterpret_cast<std::uintptr_t>(place) % alignment == 0;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_arena)

BOOST_AUTO_TEST_CASE(gives_room_that_does_not_overlap)
{
    counting_memory source;
    {
        bontot::arena region(source);
        std::array<unsigned char*, 300> places{};
        for (std::size_t i = 0; i < places.size(); ++i) {
            const std::size_t alignment = std::size_t{1} << (i % 5);
            places[i] = static_cast<unsigned char*>(region.allocate(i, alignment));
            BOOST_TEST(is_aligned(places[i], alignment));
            std::memset(places[i], static_cast<int>(i % 251), i);
        }
        bool is_kept = true;
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                is_kept = is_kept && places[i][j] == i % 251;
        }
        BOOST_TEST(is_kept);
    }
    BOOST_TEST(source.bytes == 0U);
}

BOOST_AUTO_TEST_CASE(wide_alignment_is_kept)
{
    barely_aligned_memory source;
    bontot::arena region(source);
    bool is_kept = true;
    for (int i = 0; i < 20; ++i) {
        static_cast<void>(region.allocate(1, 1));
        is_kept = is_kept && is_aligned(region.allocate(64, 64), 64);
    }
    BOOST_TEST(is_kept);
}

BOOST_AUTO_TEST_CASE(clearing_keeps_the_memory)
{
    counting_memory source;
    bontot::arena region(source);
    const auto fill = [&region] {
        for (std::size_t i = 0; i < 100; ++i)
            static_cast<void>(region.allocate(1000, 8));
        static_cast<void>(region.allocate(200000, 8));
    };
    fill();
    const std::size_t calls = source.calls;
    for (int i = 0; i < 5; ++i) {
        region.clear();
        fill();
    }
    BOOST_TEST(source.calls == calls);
}

BOOST_AUTO_TEST_CASE(copies_texts_and_lists)
{
    bontot::arena region;
    std::string text = "words";
    const std::string_view copy = region.copy(std::string_view(text));
    text = "WORDS";
    BOOST_TEST(copy == "words");
    BOOST_TEST(copy.data()[copy.size()] == '\0');
    const std::string_view nothing = region.copy(std::string_view());
    BOOST_TEST(nothing.empty());
    BOOST_TEST(nothing.data()[0] == '\0');
    const int numbers[] = {1, 2, 3};
    const std::span<const int> list = region.copy(std::span<const int>(numbers));
    BOOST_TEST(list.size() == 3U);
    BOOST_TEST(list[2] == 3);
    BOOST_TEST(list.data() != numbers);
    BOOST_TEST(region.copy(std::span<const int>()).empty());
}

BOOST_AUTO_TEST_CASE(moves_what_it_holds)
{
    counting_memory source;
    {
        bontot::arena one(source);
        const std::string_view text = one.copy(std::string_view("words"));
        bontot::arena two(std::move(one));
        BOOST_TEST(text == "words");
        bontot::arena three(source);
        static_cast<void>(three.allocate(10000, 8));
        three = std::move(two);
        BOOST_TEST(text == "words");
        three.clear();
        static_cast<void>(three.allocate(10, 1));
    }
    BOOST_TEST(source.bytes == 0U);
}

BOOST_AUTO_TEST_CASE(runs_out_cleanly)
{
    bontot::arena region;
    BOOST_CHECK_THROW(
        static_cast<void>(region.make_array<std::uint64_t>(static_cast<std::size_t>(-1) / 8)),
        std::bad_alloc
    );
    for (std::size_t n = 0; n < 10; ++n) {
        counting_memory source;
        source.fails_at = n;
        {
            bontot::arena limited(source);
            try {
                for (std::size_t i = 0; i < 50; ++i)
                    static_cast<void>(limited.allocate(1000, 8));
            } catch (const std::bad_alloc&) {
                source.fails_at = static_cast<std::size_t>(-1);
                static_cast<void>(limited.allocate(100000, 8)); // still good
            }
        }
        BOOST_TEST(source.bytes == 0U);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace arena_unit
