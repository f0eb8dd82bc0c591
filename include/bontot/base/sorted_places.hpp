// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_SORTED_PLACES_HPP
#define BONTOT_BASE_SORTED_PLACES_HPP

#include <bontot/memory.hpp>

#include <bontot/base/sorted.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Returns the places of items in the order of their names, and equal names in their own. */
template <class T, class NameOf>
[[nodiscard]] vector<std::uint32_t>
sorted_places(std::span<const T> items, NameOf name_of, memory& source)
{
    vector<std::uint32_t> places(items.size(), 0, allocator<std::uint32_t>(source));
    std::iota(places.begin(), places.end(), 0U);
    std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int order = name_of(items[a]).compare(name_of(items[b]));
        return order < 0 || (order == 0 && a < b);
    });
    return places;
}

/** Returns the first place that has a name among sorted ones.

    @param name_of Returns the name at a place.
*/
template <class NameOf>
[[nodiscard]] std::optional<std::uint32_t>
find_place(std::span<const std::uint32_t> sorted, NameOf name_of, std::string_view name)
{
    const auto found = first_not_below(sorted, name, name_of);
    if (found == sorted.end() || name_of(*found) != name) return {};
    return *found;
}

/** Returns the places of texts in the order of the texts. */
inline vector<std::uint32_t> order_of(std::span<const std::string_view> texts, memory& source)
{
    return sorted_places(
        texts, [](std::string_view each) { return each; }, source
    );
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
    const auto text_of = [texts](std::uint32_t place) { return texts[place]; };
    const std::optional<std::uint32_t> found = find_place(order, text_of, wanted);
    return found ? &texts[*found] : nullptr;
}

} // namespace bontot::detail

#endif
