// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_NAME_LISTS_HPP
#define BONTOT_BASE_NAME_LISTS_HPP

#include <bontot/memory.hpp>

#include <bontot/base/id_order.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** The indices of things by a name that several may have, each list in the order of adding.

    The names must live as long. By order and not by hash: whoever writes the names could choose
    ones whose hashes are alike.
*/
class name_lists
{
public:
    explicit name_lists(memory& source)
        : lists_(allocator<lists::value_type>(source)), links_(allocator<link>(source))
    {}

    void add(std::string_view name, std::uint32_t index)
    {
        const auto added = static_cast<std::uint32_t>(links_.size());
        links_.push_back({index, none});
        const auto [at, is_new] = lists_.try_emplace(name, ends{added, added});
        if (is_new) return;
        links_[at->second.last].next = added;
        at->second.last = added;
    }

    /** Calls a function with each index of a name. */
    template <class Function>
    void for_each(std::string_view name, const Function& look) const
    {
        const auto at = lists_.find(name);
        if (at == lists_.end()) return;
        for (std::uint32_t i = at->second.first; i != none; i = links_[i].next)
            look(links_[i].index);
    }

    /** Returns the first index of a name, or @ref none. */
    [[nodiscard]] std::uint32_t first(std::string_view name) const
    {
        const auto at = lists_.find(name);
        return at == lists_.end() ? none : links_[at->second.first].index;
    }

private:
    struct ends
    {
        std::uint32_t first;
        std::uint32_t last;
    };
    struct link
    {
        std::uint32_t index;
        std::uint32_t next;
    };
    using lists = std::map<
        std::string_view, ends, std::less<>, allocator<std::pair<const std::string_view, ends>>>;

    lists lists_;
    vector<link> links_;
};

} // namespace bontot::detail

#endif
