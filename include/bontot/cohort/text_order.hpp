// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COHORT_TEXT_ORDER_HPP
#define BONTOT_COHORT_TEXT_ORDER_HPP

#include <bontot/memory.hpp>

#include <bontot/base/sorted.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** Indices in the order of the texts that they stand for, one for each text.

    They lie in blocks of bounded size, so that one more moves few of them and takes about five
    bytes; a map takes eleven times as many.
*/
class text_order
{
public:
    /** Where a text stands, or would stand. */
    struct place
    {
        std::size_t block = 0;
        std::size_t at = 0;
        bool is_taken = false;
        std::uint32_t index = 0; /**< if it is taken */
    };

    explicit text_order(memory& source) : blocks_(allocator<block>(source)) {}

    /** @param text_of Returns the text that an index stands for. */
    template <class Function>
    [[nodiscard]] place find(std::string_view text, const Function& text_of) const
    {
        if (blocks_.empty()) return {};
        const auto first_text = [&](const block& each) { return text_of(each.front()); };
        const auto above = first_above(blocks_, text, first_text);
        const auto within = above == blocks_.begin() ? above : std::prev(above);
        const auto found = first_not_below(*within, text, text_of);
        place out{
            static_cast<std::size_t>(within - blocks_.begin()),
            static_cast<std::size_t>(found - within->begin())};
        out.is_taken = found != within->end() && text_of(*found) == text;
        if (out.is_taken) out.index = *found;
        return out;
    }

    /** Adds an index where its text would stand.

        @par Exception safety
        Strong guarantee. Memory allocations may throw.
    */
    void insert(place where, std::uint32_t index)
    {
        // Behind a last block that is full another begins, so that texts in order fill their
        // blocks.
        const bool is_behind =
            blocks_.empty() || (where.block + 1 == blocks_.size() && where.at == most_indices);
        if (is_behind) {
            blocks_.push_back(block(1, index, allocator<std::uint32_t>(blocks_.get_allocator())));
            return;
        }
        if (blocks_[where.block].size() == most_indices) part(where);
        block& within = blocks_[where.block];
        within.insert(within.begin() + static_cast<std::ptrdiff_t>(where.at), index);
    }

private:
    using block = vector<std::uint32_t>;

    static constexpr std::size_t most_indices = 512;

    /** Moves the later half of a block into one behind it. */
    void part(place& where)
    {
        constexpr std::size_t half = most_indices / 2;
        const auto at = blocks_.begin() + static_cast<std::ptrdiff_t>(where.block);
        block later{allocator<std::uint32_t>(blocks_.get_allocator())};
        later.reserve(most_indices);
        later.assign(at->begin() + half, at->end());
        block& earlier = *std::prev(blocks_.insert(at + 1, std::move(later)));
        earlier.resize(half);
        if (where.at <= half) return;
        ++where.block;
        where.at -= half;
    }

    vector<block> blocks_;
};

} // namespace bontot::detail

#endif
