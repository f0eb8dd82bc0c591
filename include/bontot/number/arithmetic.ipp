// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_ARITHMETIC_IPP
#define BONTOT_NUMBER_ARITHMETIC_IPP

#include <bontot/number.hpp>

#include <bontot/number/arithmetic.hpp>
#include <bontot/number/far.hpp>
#include <bontot/number/uint128.hpp>
#include <bontot/number/wide.hpp>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <optional>
#include <utility>

namespace bontot::detail {

/** Makes a number of an exact or cut-off result: rounds half-even once and checks the range.

    @param sticky Whether the true magnitude is above the coefficient, by less than its last
    digit. The coefficient then has more than 34 digits.
*/
inline std::optional<number>
finish(bool negative, wide coefficient, std::int64_t exponent, bool sticky) noexcept
{
    if (coefficient.is_zero()) {
        const std::int64_t least = number::min_exponent;
        const std::int64_t most = number::max_exponent;
        return number_access::make(
            false, {}, static_cast<std::int32_t>(std::clamp(exponent, least, most))
        );
    }
    const int digits = coefficient.count_digits();
    const std::int64_t excess = std::max<std::int64_t>(digits - number::max_digits, 0);
    const std::int64_t drop = std::max(excess, number::min_exponent - exponent);
    if (drop > digits) return std::nullopt;
    assert(drop > 0 || !sticky);
    if (drop > 0) {
        const dropped_part part = coefficient.drop_digits(drop, sticky);
        exponent += drop;
        const bool away = part == dropped_part::above_half ||
                          (part == dropped_part::half && coefficient.is_odd());
        if (away) coefficient.add(1U);
        if (coefficient.is_zero()) return std::nullopt;
        if (coefficient.low() == power_of_ten_128(number::max_digits)) {
            coefficient.divide(10U);
            ++exponent;
        }
    }
    if (exponent > number::max_exponent) {
        const std::int64_t surplus = exponent - number::max_exponent;
        if (surplus + coefficient.count_digits() > number::max_digits) return std::nullopt;
        coefficient.multiply_power_of_ten(surplus);
        exponent = number::max_exponent;
    }
    return number_access::make(negative, coefficient.low(), static_cast<std::int32_t>(exponent));
}

/// Compares magnitudes of numbers whose exponents differ.
int compare_far(const number& left, const number& right) noexcept
{
    if (left.is_zero() || right.is_zero()) {
        return (left.is_zero() ? 0 : 1) - (right.is_zero() ? 0 : 1);
    }
    const uint128& here = number_access::coefficient(left);
    const uint128& there = number_access::coefficient(right);
    const std::int32_t apart = number_access::exponent(left) - number_access::exponent(right);
    const int lead = count_digits(here) + apart - count_digits(there);
    if (lead != 0) return lead;
    // As many digits before the point, so the exponents differ by less than 34.
    wide a(here);
    wide b(there);
    a.multiply_power_of_ten(apart);
    b.multiply_power_of_ten(-apart);
    return wide::compare(a, b);
}

std::optional<number> add_far(const number& left, const number& right, bool negate_right) noexcept
{
    number high = left;
    number low = negate_right ? -right : right;
    if (low.is_zero()) return high;
    if (high.is_zero()) return low;
    if (number_access::exponent(high) < number_access::exponent(low)) std::swap(high, low);
    // With this many zeros behind it, the higher one's rounding cannot tell any lower number
    // from one unit in the last of these places.
    constexpr std::int64_t most_zeros = 70;
    const std::int64_t apart =
        std::int64_t{number_access::exponent(high)} - number_access::exponent(low);
    const std::int64_t zeros = std::min(apart, most_zeros);
    wide total(number_access::coefficient(high));
    total.multiply_power_of_ten(zeros);
    wide other(apart > most_zeros ? uint128{1, 0} : number_access::coefficient(low));
    const std::int64_t exponent = number_access::exponent(high) - zeros;
    bool negative = high.is_negative();
    if (negative == low.is_negative()) {
        total.add(other);
    } else {
        if (wide::compare(total, other) < 0) {
            std::swap(total, other);
            negative = !negative;
        }
        total.subtract(other);
    }
    return finish(negative, total, exponent, false);
}

std::optional<number> multiply_far(const number& left, const number& right) noexcept
{
    const wide total = wide::product(
        wide(number_access::coefficient(left)), wide(number_access::coefficient(right))
    );
    const std::int64_t exponent =
        std::int64_t{number_access::exponent(left)} + number_access::exponent(right);
    return finish(left.is_negative() != right.is_negative(), total, exponent, false);
}

/// Returns value * 10^zeros mod modulus; zeros may be as many as there are exponents.
inline wide
remainder_of_scaled(const uint128& value, std::int64_t zeros, const wide& modulus) noexcept
{
    wide remainder(value);
    wide::divide(remainder, modulus);
    wide factor(uint128{10, 0});
    for (; zeros > 0; zeros >>= 1) {
        wide::divide(factor, modulus);
        if ((zeros & 1) != 0) {
            remainder = wide::product(remainder, factor);
            wide::divide(remainder, modulus);
        }
        factor = wide::product(factor, factor);
    }
    return remainder;
}

place_in_step find_place(const number& value, const number& step) noexcept
{
    place_in_step place;
    place.exponent = std::min(number_access::exponent(value), number_access::exponent(step));
    // The step is scaled only when value has as many digits, so it fits.
    wide unit(number_access::coefficient(step));
    unit.multiply_power_of_ten(number_access::exponent(step) - place.exponent);
    wide twice = unit;
    twice.add(unit);
    wide remainder = remainder_of_scaled(
        number_access::coefficient(value), number_access::exponent(value) - place.exponent, twice
    );
    place.odd = wide::compare(remainder, unit) >= 0;
    if (place.odd) remainder.subtract(unit);
    place.remainder = remainder.low();
    place.step = unit.low();
    return place;
}

/** The common case of @ref divide: a quotient with at most a few more decimals; else nothing. */
inline std::optional<number> divide_short(
    bool negative, std::uint64_t above, std::uint64_t below, std::int64_t exponent
) noexcept
{
    while (below % 10 == 0) {
        below /= 10;
        --exponent;
    }
    constexpr int most_decimals = 4;
    constexpr std::uint64_t most = std::uint64_t{1} << 60U;
    for (int i = 0; i <= most_decimals; ++i) {
        if (above % below == 0)
            return finish(negative, wide(uint128{above / below, 0}), exponent, false);
        if (above >= most) return {};
        above *= 10;
        --exponent;
    }
    return {};
}

} // namespace bontot::detail

namespace bontot {

std::optional<number> divide(const number& dividend, const number& divisor) noexcept
{
    using detail::number_access;
    if (divisor.is_zero()) return std::nullopt;
    const detail::uint128& above = number_access::coefficient(dividend);
    const detail::uint128& below = number_access::coefficient(divisor);
    const bool negative = dividend.is_negative() != divisor.is_negative();
    const std::int64_t exponent =
        std::int64_t{number_access::exponent(dividend)} - number_access::exponent(divisor);
    if ((above.high | below.high) == 0) {
        const std::optional<number> quotient =
            detail::divide_short(negative, above.low, below.low, exponent);
        if (quotient) return quotient;
    }
    // Enough zeros for a quotient of at least 36 digits: 34, one to round by, one to spare.
    const std::int64_t zeros = std::max(
        number::max_digits + 2 + detail::count_digits(below) - detail::count_digits(above), 0
    );
    detail::wide remainder(above);
    remainder.multiply_power_of_ten(zeros);
    detail::wide quotient = detail::wide::divide(remainder, detail::wide(below));
    const bool exact = remainder.is_zero();
    const std::int64_t stripped = exact ? quotient.strip_zeros(zeros) : 0;
    return detail::finish(negative, quotient, exponent - zeros + stripped, !exact);
}

std::optional<number> modulo(const number& dividend, const number& divisor) noexcept
{
    using detail::number_access;
    if (divisor.is_zero()) return std::nullopt;
    if (dividend.is_zero()) return number();
    const bool same_sign = dividend.is_negative() == divisor.is_negative();
    if (abs(dividend) < abs(divisor)) {
        return same_sign ? std::optional<number>(dividend) : add(dividend, divisor);
    }
    const detail::place_in_step place = detail::find_place(dividend, divisor);
    const detail::uint128 zero{};
    const bool as_is = same_sign || place.remainder == zero;
    return number_access::make(
        divisor.is_negative(),
        as_is ? place.remainder : detail::difference(place.step, place.remainder), place.exponent
    );
}

} // namespace bontot

#endif
