// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_TEXT_ORDER_HPP
#define BONTOT_BASE_TEXT_ORDER_HPP

#include <bontot/memory.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Returns the places of texts in the order of the texts; of equal ones the first comes first. */
inline vector<std::uint32_t> order_of(std::span<const std::string_view> texts, memory& source)
{
    vector<std::uint32_t> out(texts.size(), 0, allocator<std::uint32_t>(source));
    for (std::uint32_t i = 0; i < out.size(); ++i)
        out[i] = i;
    std::sort(out.begin(), out.end(), [texts](std::uint32_t a, std::uint32_t b) {
        const int order = texts[a].compare(texts[b]);
        return order != 0 ? order < 0 : a < b;
    });
    return out;
}

/** Returns the first of some texts that is equal to one, or null.

    @param order What @ref order_of returned for them.
*/
inline const std::string_view* find_text(
    std::span<const std::string_view> texts, std::span<const std::uint32_t> order,
    std::string_view wanted
)
{
    constexpr std::size_t few = 8; // sooner looked at than sought among
    if (texts.size() <= few) {
        const auto found = std::find(texts.begin(), texts.end(), wanted);
        return found == texts.end() ? nullptr : &*found;
    }
    const auto found = std::lower_bound(
        order.begin(), order.end(), wanted,
        [texts](std::uint32_t place, std::string_view sought) { return texts[place] < sought; }
    );
    return found == order.end() || texts[*found] != wanted ? nullptr : &texts[*found];
}

} // namespace bontot::detail

#endif
