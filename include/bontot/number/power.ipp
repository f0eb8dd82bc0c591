// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_POWER_IPP
#define BONTOT_NUMBER_POWER_IPP

#include <bontot/number.hpp>

#include <bontot/number/uint128.hpp>
#include <bontot/number/wide.hpp>

#include <bit>
#include <cstdint>
#include <optional>

namespace bontot::detail {

/** A magnitude with 76 digits at most, between the steps of raising to a power.

    A cut costs at most 10^-75 of the value, and squaring doubles what was lost, so
    a power as high as 2^63 still has 55 digits right.
*/
struct working_decimal
{
    static constexpr std::int64_t max_digits = 76;

    wide coefficient;
    std::int64_t exponent = 0;
    bool cut = false;

    void multiply(const working_decimal& factor) noexcept
    {
        coefficient = wide::product(coefficient, factor.coefficient);
        exponent += factor.exponent;
        cut |= factor.cut;
        const std::int64_t excess = coefficient.count_digits() - max_digits;
        if (excess <= 0) return;
        cut |= coefficient.drop_digits(excess, false) != dropped_part::none;
        exponent += excess;
    }

    /// Returns whether neither the value nor its reciprocal can be a number any more.
    bool is_far_out() const noexcept
    {
        constexpr std::int64_t far = 13000;
        const std::int64_t digits_before_point = exponent + coefficient.count_digits();
        return digits_before_point > far || digits_before_point < -far;
    }
};

/// Raises to a power above zero; ends early when far out, which higher powers are as well.
inline working_decimal raise(const working_decimal& base, std::uint64_t exponent) noexcept
{
    working_decimal out = base;
    for (int bit = static_cast<int>(std::bit_width(exponent)) - 2; bit >= 0; --bit) {
        if (out.is_far_out()) break;
        out.multiply(working_decimal(out));
        if ((exponent >> bit & 1U) != 0) out.multiply(base);
    }
    return out;
}

/// Returns the reciprocal of a value that is not zero.
inline std::optional<number> finish_reciprocal(bool negative, const working_decimal& value) noexcept
{
    const std::int64_t zeros = value.coefficient.count_digits() + number::max_digits + 2;
    wide remainder(uint128{1, 0});
    remainder.multiply_power_of_ten(zeros);
    wide quotient = wide::divide(remainder, value.coefficient);
    const bool exact = remainder.is_zero() && !value.cut;
    const std::int64_t stripped = exact ? quotient.strip_zeros(zeros) : 0;
    return finish(negative, quotient, -value.exponent - zeros + stripped, !exact);
}

} // namespace bontot::detail

namespace bontot {

std::optional<number> power(const number& base, std::int64_t exponent) noexcept
{
    using detail::number_access;
    if (exponent == 0) return number(1);
    if (base.is_zero()) return exponent > 0 ? std::optional<number>(number()) : std::nullopt;
    const bool negative = base.is_negative() && exponent % 2 != 0;
    const auto bits = static_cast<std::uint64_t>(exponent);
    const std::uint64_t times = exponent < 0 ? std::uint64_t{0} - bits : bits;
    detail::working_decimal unit{
        detail::wide(number_access::coefficient(base)), number_access::exponent(base), false};
    // Without zeros at its end, an exact power is as short as it can be.
    unit.exponent += unit.coefficient.strip_zeros(number::max_digits);
    const detail::working_decimal raised = detail::raise(unit, times);
    if (exponent < 0) return detail::finish_reciprocal(negative, raised);
    return detail::finish(negative, raised.coefficient, raised.exponent, raised.cut);
}

} // namespace bontot

#endif
