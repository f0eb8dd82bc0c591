// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_POINTS_SUM_HPP
#define BONTOT_EVALUATE_POINTS_SUM_HPP

#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>
#include <bontot/number/fixed_point.hpp>

#include <algorithm>
#include <cstdint>

namespace bontot::detail {

/** Adds up points: in whole steps of 10^-12 as long as all are such, and then as numbers.

    Both are exact, so that it does not matter where one takes over from the other.
*/
class points_sum
{
public:
    void add(const outcome& child) noexcept
    {
        if (is_whole_ && add_steps(child)) return;
        if (is_whole_) {
            numbers_ = in_numbers();
            is_whole_ = false;
        }
        numbers_ = {sum(numbers_.low, child.points.low), sum(numbers_.high, child.points.high)};
    }

    [[nodiscard]] interval total() const noexcept { return is_whole_ ? in_numbers() : numbers_; }

    /** Returns the sum, kept between a node's least and its maximum. */
    [[nodiscard]] interval total_within(const rubric_node& node) const noexcept
    {
        if (is_whole_ && node.ends.is_known) {
            points_sum out;
            out.steps_.low = std::clamp(steps_.low, node.ends.low, node.ends.high);
            out.steps_.high = std::clamp(steps_.high, node.ends.low, node.ends.high);
            return out.in_numbers();
        }
        const interval all = total();
        return {clamped(all.low, node.least, node.max), clamped(all.high, node.least, node.max)};
    }

private:
    /** Adds whole steps; false where some points are not such, or too many: nothing is added. */
    bool add_steps(const outcome& child) noexcept
    {
        constexpr std::int64_t most = 8'000'000'000'000'000'000; // room for another of 18 digits
        fixed_interval given = child.fixed;
        if (!given.is_known) given = fixed_interval::of(child.points.low, child.points.high);
        if (!given.is_known) return false;
        const std::int64_t low = steps_.low + given.low;
        const std::int64_t high = steps_.high + given.high;
        if (low > most || low < -most || high > most || high < -most) return false;
        steps_.low = low;
        steps_.high = high;
        return true;
    }

    [[nodiscard]] interval in_numbers() const noexcept
    {
        const number low = from_fixed(steps_.low, fixed_interval::scale);
        if (steps_.low == steps_.high) return {low, low};
        return {low, from_fixed(steps_.high, fixed_interval::scale)};
    }

    fixed_interval steps_;
    interval numbers_;
    bool is_whole_ = true;
};

} // namespace bontot::detail

#endif
