// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COHORT_LEVELS_HPP
#define BONTOT_COHORT_LEVELS_HPP

#include <bontot/cohort.hpp>
#include <bontot/memory.hpp>

#include <cstdint>

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

    [[nodiscard]] vector<rank_interval> run(memory& source) const;

private:
    /** One end of what the keys of an entry can be. */
    struct end
    {
        std::uint32_t entry;
        bool is_high;
    };

    [[nodiscard]] int compare(const end& a, const end& b) const;

    const cohort& units_;
};

} // namespace bontot::detail

#endif
