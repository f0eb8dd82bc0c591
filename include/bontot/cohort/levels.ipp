// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COHORT_LEVELS_IPP
#define BONTOT_COHORT_LEVELS_IPP

#include <bontot/memory.hpp>

#include <bontot/cohort/levels.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace bontot::detail {

vector<rank_interval> leveling::run(memory& source) const
{
    const auto count = static_cast<std::uint32_t>(units_.entries().size());
    vector<end> ends{allocator<end>(source)};
    ends.reserve(std::size_t{count} * 2);
    for (std::uint32_t i = 0; i < count; ++i) {
        ends.push_back({i, false});
        ends.push_back({i, true});
    }
    std::sort(ends.begin(), ends.end(), [this](const end& a, const end& b) {
        return compare(a, b) < 0;
    });
    vector<rank_interval> out(count, rank_interval{}, allocator<rank_interval>(source));
    std::uint32_t level = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (i > 0 && compare(ends[i - 1], ends[i]) != 0) ++level;
        rank_interval& place = out[ends[i].entry];
        (ends[i].is_high ? place.high : place.low) = level;
    }
    return out;
}

int leveling::compare(const end& a, const end& b) const
{
    const auto a_keys = units_.keys_of(a.entry);
    const auto b_keys = units_.keys_of(b.entry);
    for (std::size_t i = 0; i < a_keys.size(); ++i) {
        const auto order = (a.is_high ? a_keys[i].high : a_keys[i].low) <=>
                           (b.is_high ? b_keys[i].high : b_keys[i].low);
        if (order != 0) return order < 0 ? -1 : 1;
    }
    return 0;
}

} // namespace bontot::detail

#endif
