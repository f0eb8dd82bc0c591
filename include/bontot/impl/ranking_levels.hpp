// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_RANKING_LEVELS_HPP
#define BONTOT_IMPL_RANKING_LEVELS_HPP

#include <bontot/ranking.hpp>

#include <algorithm>

namespace bontot::detail {

/** The best and the worst standing that the keys of a unit allow, as plain integers.

    A unit surely stands above another if its low level is above the other's
    high one. Where all keys are decided, both levels are the same, and equal
    levels are a tie.
*/
struct rank_interval
{
    std::uint32_t low = 0;
    std::uint32_t high = 0;
};

/** Works out the standings of a cohort's entries by the tie chain.

    Where keys are open, the best standing is that of all their upper ends,
    and the worst that of all their lower ends.
*/
class leveling
{
public:
    explicit leveling(const cohort& units) : units_(units) {}

    [[nodiscard]] vector<rank_interval> run(memory& source) const
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

private:
    /** One end of what the keys of an entry can be. */
    struct end
    {
        std::uint32_t entry;
        bool is_high;
    };

    [[nodiscard]] int compare(const end& a, const end& b) const
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

    const cohort& units_;
};

} // namespace bontot::detail

#endif
