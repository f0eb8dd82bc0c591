// SPDX-License-Identifier: BSL-1.0

#include "support/counting_memory.hpp"
#include "support/reading.hpp"

#include <bontot/evaluate.hpp>
#include <bontot/memory.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <limits>
#include <new>
#include <string_view>

namespace memory_unit {

namespace {

struct alignas(64) wide
{
    char bytes[64];
};

/** Does something with memory that runs out at every allocation in turn. */
template <class Function>
void run_out_everywhere(const Function& function)
{
    for (std::size_t n = 0;; ++n) {
        BOOST_TEST_REQUIRE(n < 100000U);
        counting_memory source;
        source.fails_at = n;
        bool is_done = false;
        try {
            function(source);
            is_done = true;
        } catch (const std::bad_alloc&) {
        }
        BOOST_TEST(source.bytes == 0U);
        BOOST_TEST(source.blocks == 0U);
        if (is_done) return;
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_memory)

BOOST_AUTO_TEST_CASE(the_allocator_travels_with_its_container)
{
    counting_memory one;
    counting_memory two;
    {
        bontot::vector<int> a(3, 7, bontot::allocator<int>(one));
        bontot::vector<int> b(5, 8, bontot::allocator<int>(two));
        BOOST_TEST((a.get_allocator() != b.get_allocator()));
        swap(a, b);
        BOOST_TEST(&a.get_allocator().source() == &two);
        b = a;
        BOOST_TEST(&b.get_allocator().source() == &two);
        BOOST_TEST(one.blocks == 0U);
        const bontot::string text(
            "a text that is too long for its own room", bontot::allocator<char>(one)
        );
        BOOST_TEST(one.blocks == 1U);
        const auto shared = bontot::make_shared_in<int>(one, 5);
        BOOST_TEST(*shared == 5);
        BOOST_TEST(one.blocks == 2U);
    }
    BOOST_TEST(one.bytes == 0U);
    BOOST_TEST(two.bytes == 0U);
}

BOOST_AUTO_TEST_CASE(too_much_is_refused)
{
    bontot::allocator<int> source;
    BOOST_CHECK_THROW(
        static_cast<void>(source.allocate(std::numeric_limits<std::size_t>::max() / 2)),
        std::bad_array_new_length
    );
}

BOOST_AUTO_TEST_CASE(alignment_is_kept)
{
    bontot::allocator<wide> source;
    wide* const place = source.allocate(3);
    BOOST_TEST(reinterpret_cast<std::uintptr_t>(place) % alignof(wide) == 0U);
    source.deallocate(place, 3);
}

BOOST_AUTO_TEST_CASE(running_out_leaves_nothing_behind)
{
    const std::string rubric = reading::rubric_text();
    const std::string dossier = reading::dossier_text();
    const reading::rubric_ptr sheet = reading::good_rubric(rubric);
    run_out_everywhere([&](bontot::memory& source) {
        BOOST_TEST(bontot::read_rubric(rubric, {}, source).has_value());
    });
    run_out_everywhere([&](bontot::memory& source) {
        BOOST_TEST(bontot::read_dossier(sheet, dossier, {}, source).has_value());
    });
    run_out_everywhere([&](bontot::memory& source) { // what has errors
        BOOST_TEST(!bontot::read_rubric(dossier, {}, source).has_value());
        BOOST_TEST(!bontot::read_dossier(sheet, rubric, {}, source).has_value());
    });
    const reading::dossier_ptr given = reading::good_dossier(sheet, dossier);
    run_out_everywhere([&](bontot::memory& source) {
        bontot::result out(source);
        evaluate(*given, out);
    });
}

BOOST_AUTO_TEST_CASE(evaluating_again_allocates_nothing)
{
    const reading::rubric_ptr sheet = reading::good_rubric(reading::rubric_text());
    const reading::dossier_ptr given = reading::good_dossier(sheet, reading::dossier_text());
    counting_memory source;
    bontot::result out(source);
    evaluate(*given, out);
    evaluate(*given, out);
    const std::size_t before = source.calls;
    for (int i = 0; i < 10; ++i)
        evaluate(*given, out);
    BOOST_TEST(source.calls == before);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace memory_unit
