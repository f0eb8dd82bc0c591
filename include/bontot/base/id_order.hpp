// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_ID_ORDER_HPP
#define BONTOT_BASE_ID_ORDER_HPP

#include <bontot/memory.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot {

/** An index that points nowhere. */
inline constexpr std::uint32_t none = 0xFFFFFFFFU;

} // namespace bontot

namespace bontot::detail {

/** Finds things by their ids: their indices in the order of the ids.

    Beside each index stand the first bytes of its id, so that most steps of a
    search look at one small table only.
*/
class id_order
{
public:
    explicit id_order(memory& source) : order_(allocator<entry>(source)) {}

    /** Takes up all items of a list, which does not change after. */
    template <class List>
    void sort(const List& items)
    {
        order_.resize(items.size());
        for (std::uint32_t i = 0; i < order_.size(); ++i)
            order_[i] =
                entry{beginning(items[i].id), i, static_cast<std::uint32_t>(items[i].id.size())};
        std::sort(order_.begin(), order_.end(), [&items](const entry& a, const entry& b) {
            if (a.beginning != b.beginning) return a.beginning < b.beginning;
            const int order = items[a.index].id.compare(items[b.index].id);
            return order != 0 ? order < 0 : a.index < b.index;
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
        const std::uint64_t wanted = beginning(id);
        const entry* found = first_not_below(wanted);
        const entry* const end = order_.data() + order_.size();
        if (found == end || found->beginning != wanted) return none;
        if (id.size() <= 8 && found->size == id.size()) return found->index; // that was all of it
        if (items[found->index].id == id) return found->index;
        const auto is_longer = [](std::uint64_t sought, const entry& a) {
            return sought < a.beginning;
        };
        const entry* const last = std::upper_bound(found, end, wanted, is_longer);
        found =
            std::lower_bound(found, last, id, [&items](const entry& a, std::string_view sought) {
                return items[a.index].id < sought;
            });
        return found != last && items[found->index].id == id ? found->index : none;
    }

private:
    struct entry
    {
        std::uint64_t beginning;
        std::uint32_t index;
        std::uint32_t size; /**< of the id */
    };

    /** Returns the first eight bytes of an id, ordered as the ids are; shorter ones end in zeros.
     */
    static std::uint64_t beginning(std::string_view id) noexcept
    {
        const std::size_t size = std::min<std::size_t>(id.size(), 8);
        if (size == 0) return 0;
        std::uint64_t out = 0;
        for (std::size_t i = 0; i < size; ++i)
            out = out << 8U | static_cast<unsigned char>(id[i]);
        return out << 8 * (8 - size);
    }

    /** Returns the first entry whose beginning is not below one; without branches to be foretold,
        which for ids in no order would be wrong every other time. */
    [[nodiscard]] const entry* first_not_below(std::uint64_t wanted) const noexcept
    {
        const entry* first = order_.data();
        std::size_t count = order_.size();
        while (count > 0) {
            const std::size_t half = (count + 1) / 2;
            const std::size_t is_below = first[half - 1].beginning < wanted ? 1 : 0;
            first += half & (0 - is_below);
            count -= half;
        }
        return first;
    }

    vector<entry> order_;
};

} // namespace bontot::detail

#endif
