// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_KNOWN_IDS_HPP
#define BONTOT_BASE_KNOWN_IDS_HPP

#include <bontot/memory.hpp>

#include <bontot/base/id_order.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** Finds ids while a list of things grows, where @ref id_order wants it whole.

    The ids must live as long. By order and not by hash: whoever writes the ids could choose ones
    whose hashes are alike.
*/
class known_ids
{
public:
    explicit known_ids(memory& source) : entries_(allocator<entries::value_type>(source)) {}

    /** Notes an id of the thing with an index, and returns how many had it before. */
    std::size_t note(std::string_view id, std::size_t index)
    {
        const auto at = entries_.try_emplace(id, entry{index, 0}).first;
        ++size_;
        return at->second.count++;
    }

    /** Returns how many things were noted. */
    [[nodiscard]] std::size_t size() const { return size_; }

    void clear() noexcept
    {
        if (size_ == 0) return; // most often there are none
        entries_.clear();
        size_ = 0;
    }

    /** Returns the index of the first thing with an id, or @ref none. */
    [[nodiscard]] std::size_t find(std::string_view id) const
    {
        const auto at = entries_.find(id);
        return at == entries_.end() ? none : at->second.first;
    }

    /** Returns the least index of the things whose id begins so, or @ref none. */
    [[nodiscard]] std::size_t find_beginning(std::string_view beginning) const
    {
        std::size_t out = none;
        for (auto at = entries_.lower_bound(beginning); at != entries_.end(); ++at) {
            if (at->first.substr(0, beginning.size()) != beginning) break;
            out = std::min(out, at->second.first);
        }
        return out;
    }

private:
    struct entry
    {
        std::size_t first;
        std::size_t count;
    };
    using entries = std::map<
        std::string_view, entry, std::less<>, allocator<std::pair<const std::string_view, entry>>>;

    entries entries_;
    std::size_t size_ = 0;
};

} // namespace bontot::detail

#endif
