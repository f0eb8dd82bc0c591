// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_FIXED_POINT_HPP
#define BONTOT_NUMBER_FIXED_POINT_HPP

#include <bontot/number.hpp>

#include <bontot/number/uint128.hpp>

#include <cstdint>

namespace bontot::detail {

/** Does what @ref to_fixed does, for any value. */
inline bool to_fixed_far(const number& value, int scale, std::int64_t& out) noexcept
{
    constexpr std::uint64_t limit = 1'000'000'000'000'000'000U;
    const uint128& coefficient = number_access::coefficient(value);
    if (coefficient.high != 0 || coefficient.low >= limit) return false;
    const std::int32_t shift = number_access::exponent(value) + scale;
    std::uint64_t magnitude = coefficient.low;
    if (magnitude == 0) {
        out = 0;
        return true;
    }
    if (shift > 18 || shift < -18) return false;
    if (shift > 0) {
        const uint128 moved = product(magnitude, power_of_ten_64(shift));
        if (moved.high != 0 || moved.low >= limit) return false;
        magnitude = moved.low;
    } else if (shift < 0) {
        const std::uint64_t power = power_of_ten_64(-shift);
        if (magnitude % power != 0) return false;
        magnitude /= power;
    }
    const auto whole = static_cast<std::int64_t>(magnitude);
    out = value.is_negative() ? -whole : whole;
    return true;
}

/** Gives value * 10^scale where that is whole and of at most 18 digits.

    @param scale From 0 to 18.
    @return Whether it is; if not, nothing is set.
*/
inline bool to_fixed(const number& value, int scale, std::int64_t& out) noexcept
{
    constexpr std::uint64_t few = 1'000'000'000; // nine digits and nine more are eighteen
    const uint128& coefficient = number_access::coefficient(value);
    const std::int32_t shift = number_access::exponent(value) + scale;
    const bool is_short =
        coefficient.high == 0 && coefficient.low < few && shift >= 0 && shift <= 9;
    if (!is_short) return to_fixed_far(value, scale, out);
    const auto whole = static_cast<std::int64_t>(coefficient.low * power_of_ten_64(shift));
    out = value.is_negative() ? -whole : whole;
    return true;
}

/** Returns value * 10^-scale, with no more decimals than a few that are needed.

    @param scale From 0 to 18.
*/
inline number from_fixed(std::int64_t value, int scale) noexcept
{
    constexpr std::int64_t far = 100'000'000;
    constexpr std::int64_t near = 10'000;
    if (scale >= 8 && value % far == 0) {
        value /= far;
        scale -= 8;
    }
    if (scale >= 4 && value % near == 0) {
        value /= near;
        scale -= 4;
    }
    return number::scaled(value, scale);
}

/** A range of numbers in millionths: what lies in it is within a range; what does not is unsure. */
struct fixed_range
{
    static constexpr int scale = 6;

    std::int64_t low = 0;
    std::int64_t high = -1; /**< below @ref low: nothing is sure */
    bool whole = false;     /**< whole numbers alone */

    [[nodiscard]] bool surely_has(const number& value) const noexcept
    {
        std::int64_t millionths = 0;
        return low <= high && to_fixed(value, scale, millionths) && has_millionths(millionths);
    }

    /** Likewise for coefficient * 10^-decimals. */
    [[nodiscard]] bool surely_has(std::int64_t coefficient, int decimals) const noexcept
    {
        constexpr std::int64_t few = 1'000'000'000'000; // and six digits more are eighteen
        const bool is_short = coefficient < few && coefficient > -few && decimals <= scale;
        if (!is_short || low > high) return false;
        const auto power = static_cast<std::int64_t>(power_of_ten_64(scale - decimals));
        return has_millionths(coefficient * power);
    }

private:
    [[nodiscard]] bool has_millionths(std::int64_t value) const noexcept
    {
        return value >= low && value <= high && (!whole || value % 1'000'000 == 0);
    }
};

/** Both ends of points in whole steps of 10^-12, as all settled points are. */
struct fixed_interval
{
    static constexpr int scale = 12;

    std::int64_t low = 0;
    std::int64_t high = 0;
    bool is_known = false; /**< whether both are whole such steps, of at most 18 digits */

    [[nodiscard]] static fixed_interval of(const number& low, const number& high) noexcept
    {
        fixed_interval out;
        out.is_known = to_fixed(low, scale, out.low) && to_fixed(high, scale, out.high);
        return out;
    }
};

} // namespace bontot::detail

#endif
