// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DETAIL_ID_ORDER_HPP
#define BONTOT_DETAIL_ID_ORDER_HPP

#include <bontot/memory.hpp>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace bontot {

/** An index that points nowhere. */
inline constexpr std::uint32_t none = 0xFFFFFFFFU;

namespace detail {

/** Finds things by their ids: their indices in the order of the ids. */
class id_order
{
public:
    explicit id_order(memory& source) : order_(allocator<std::uint32_t>(source)) {}

    /** Takes up all items of a list, which does not change after. */
    template <class List>
    void sort(const List& items)
    {
        order_.resize(items.size());
        for (std::uint32_t i = 0; i < order_.size(); ++i)
            order_[i] = i;
        std::sort(order_.begin(), order_.end(), [&items](std::uint32_t a, std::uint32_t b) {
            const int order = items[a].id.compare(items[b].id);
            return order != 0 ? order < 0 : a < b;
        });
    }

    /** Returns the index of the first item with an id, or @ref none; looks at each until sorted. */
    template <class List>
    [[nodiscard]] std::uint32_t find(const List& items, std::string_view id) const
    {
        if (order_.size() != items.size()) {
            for (std::uint32_t i = 0; i < items.size(); ++i) {
                if (items[i].id == id) return i;
            }
            return none;
        }
        const auto before = [&items](std::uint32_t a, std::string_view wanted) {
            return items[a].id < wanted;
        };
        const auto found = std::lower_bound(order_.begin(), order_.end(), id, before);
        return found != order_.end() && items[*found].id == id ? *found : none;
    }

private:
    vector<std::uint32_t> order_;
};

} // namespace detail

} // namespace bontot

#endif
