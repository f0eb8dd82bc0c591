// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_CONVERT_IPP
#define BONTOT_NUMBER_CONVERT_IPP

#include <bontot/number.hpp>

#include <bontot/number/convert.hpp>
#include <bontot/number/uint128.hpp>
#include <bontot/number/wide.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace bontot::detail {

shortest_parts strip_zeros(const number& value) noexcept
{
    shortest_parts out{number_access::coefficient(value), number_access::exponent(value)};
    if (out.coefficient.high != 0) {
        wide shorter(out.coefficient);
        out.exponent += static_cast<std::int32_t>(shorter.strip_zeros(number::max_digits));
        out.coefficient = shorter.low();
    }
    if (out.coefficient.high != 0) return out;
    if (out.coefficient.low == 0) return {};
    while (out.coefficient.low % 10 == 0) {
        out.coefficient.low /= 10;
        ++out.exponent;
    }
    return out;
}

bool apply_sign(bool negative, std::uint64_t magnitude, std::int64_t& out) noexcept
{
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (magnitude > most + (negative ? 1U : 0U)) return false;
    out = std::bit_cast<std::int64_t>(negative ? std::uint64_t{0} - magnitude : magnitude);
    return true;
}

/** A value of bits * 2^exponent, cut off at 256 bits. */
struct binary_value
{
    static constexpr int max_bits = 256;

    wide bits{uint128{1, 0}};
    int exponent = 0;

    void multiply(const wide& factor) noexcept
    {
        bits = wide::product(bits, factor);
        const int excess = bits.bit_width() - max_bits;
        if (excess <= 0) return;
        bits.shift_right(excess);
        exponent += excess;
    }
};

/// Returns 5^power, exact up to 5^110 and right in 240 bits beyond; power is below 400.
inline binary_value power_of_five(unsigned power) noexcept
{
    binary_value out;
    for (int bit = static_cast<int>(std::bit_width(power)) - 1; bit >= 0; --bit) {
        out.exponent *= 2;
        out.multiply(wide(out.bits));
        if ((power >> bit & 1U) != 0) out.multiply(wide(uint128{5, 0}));
    }
    return out;
}

/// Returns the double nearest to value, or to a little more than it if tail is set.
inline double nearest_double(binary_value value, bool tail) noexcept
{
    constexpr int mantissa_bits = 53;
    constexpr int least_exponent = -1074;
    const int width = value.bits.bit_width();
    const int keep = std::min(mantissa_bits, value.exponent + width - least_exponent);
    if (keep < 0) return 0;
    const int drop = width - keep;
    if (drop > 0) {
        tail |= value.bits.shift_right(drop - 1);
        const bool half = value.bits.is_odd();
        value.bits.shift_right(1);
        value.exponent += drop;
        if (half && (tail || value.bits.is_odd())) value.bits.add(1U);
    }
    return std::ldexp(static_cast<double>(value.bits.low().low), value.exponent);
}

/// Returns the double nearest to coefficient * 10^exponent; the coefficient is not zero.
inline double scale_to_double(const uint128& coefficient, int exponent) noexcept
{
    constexpr int most_digits_before_point = 310;
    constexpr int least_digits_before_point = -325;
    const int digits_before_point = exponent + count_digits(coefficient);
    if (digits_before_point > most_digits_before_point) {
        return std::numeric_limits<double>::infinity();
    }
    if (digits_before_point < least_digits_before_point) return 0;
    binary_value value{wide(coefficient), 0};
    if (exponent >= 0) {
        const binary_value factor = power_of_five(static_cast<unsigned>(exponent));
        value.bits = wide::product(value.bits, factor.bits);
        value.exponent = factor.exponent + exponent;
        return nearest_double(value, false);
    }
    // 128 bits of quotient remain even below the widest divisor.
    constexpr int zeros = binary_value::max_bits + 128;
    const binary_value divisor = power_of_five(static_cast<unsigned>(-exponent));
    value.bits.shift_left(zeros);
    wide remainder = value.bits;
    value.bits = wide::divide(remainder, divisor.bits);
    value.exponent = exponent - divisor.exponent - zeros;
    return nearest_double(value, !remainder.is_zero());
}

} // namespace bontot::detail

namespace bontot {

bool number::is_integer() const noexcept
{
    return exponent_ >= 0 || detail::strip_zeros(*this).exponent >= 0;
}

std::optional<std::int64_t> number::to_int64() const noexcept
{
    std::int64_t coefficient = 0;
    std::int32_t scale = 0;
    if (!to_scaled(coefficient, scale) || scale != 0) return std::nullopt;
    return coefficient;
}

bool number::to_scaled(std::int64_t& coefficient, std::int32_t& scale) const noexcept
{
    detail::shortest_parts parts = detail::strip_zeros(*this);
    if (parts.exponent > 0) {
        constexpr std::int32_t most_zeros = 19;
        if (parts.exponent > most_zeros || parts.coefficient.high != 0) return false;
        parts.coefficient =
            detail::product(parts.coefficient.low, detail::power_of_ten_64(parts.exponent));
        parts.exponent = 0;
    }
    if (parts.coefficient.high != 0) return false;
    if (!detail::apply_sign(is_negative(), parts.coefficient.low, coefficient)) return false;
    scale = -parts.exponent;
    return true;
}

double number::to_double() const noexcept
{
    if (is_zero()) return 0;
    const double magnitude = detail::scale_to_double(coefficient_, exponent_);
    return is_negative() ? -magnitude : magnitude;
}

} // namespace bontot

#endif
