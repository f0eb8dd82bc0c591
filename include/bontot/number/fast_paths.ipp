// SPDX-License-Identifier: BSL-1.0
// The paths that most calls take: coefficients of 64 bits, exponents alike or near. Everything else
// goes to the general paths of arithmetic.ipp.
#ifndef BONTOT_NUMBER_FAST_PATHS_IPP
#define BONTOT_NUMBER_FAST_PATHS_IPP

#include <bontot/number.hpp>

#include <bontot/number/far.hpp>
#include <bontot/number/uint128.hpp>

#include <compare>
#include <cstdint>
#include <optional>

namespace bontot::detail {

/** Two coefficients brought to one exponent, where 128 bits hold both. */
struct aligned_pair
{
    uint128 left;
    uint128 right;
    std::int32_t exponent = 0;
};

inline bool align(const number& left, const number& right, aligned_pair& out) noexcept
{
    out.left = number_access::coefficient(left);
    out.right = number_access::coefficient(right);
    out.exponent = number_access::exponent(left);
    const std::int32_t apart = out.exponent - number_access::exponent(right);
    if (apart == 0) return true;
    if (apart > 0 && apart <= 19 && out.left.high == 0) {
        out.left = product(out.left.low, power_of_ten_64(apart));
        out.exponent -= apart;
        return true;
    }
    if (apart < 0 && apart >= -19 && out.right.high == 0) {
        out.right = product(out.right.low, power_of_ten_64(-apart));
        return true;
    }
    return false;
}

/** Two coefficients brought to one exponent in 64 bits, each below 2^63. */
struct short_pair
{
    std::uint64_t left = 0;
    std::uint64_t right = 0;
    std::int32_t exponent = 0;
};

/** The common case: coefficients below 2^34 whose exponents are at most 8 apart, or the same. */
inline bool align_short(const number& left, const number& right, short_pair& out) noexcept
{
    constexpr std::uint64_t powers[] = {1,      10,      100,      1000,     10000,
                                        100000, 1000000, 10000000, 100000000};
    const uint128& a = number_access::coefficient(left);
    const uint128& b = number_access::coefficient(right);
    const std::int32_t apart = number_access::exponent(left) - number_access::exponent(right);
    const std::uint64_t both = a.low | b.low;
    if ((a.high | b.high) != 0 || both >= std::uint64_t{1} << 63U) return false;
    out = {a.low, b.low, number_access::exponent(left)};
    if (apart == 0) return true;
    if (both >= std::uint64_t{1} << 34U || apart > 8 || apart < -8) return false;
    if (apart > 0) {
        out.left *= powers[apart];
        out.exponent -= apart;
    } else {
        out.right *= powers[-apart];
    }
    return true;
}

inline number add_short(const short_pair& pair, bool left_negative, bool right_negative) noexcept
{
    if (left_negative == right_negative) {
        return number_access::make(left_negative, {pair.left + pair.right, 0}, pair.exponent);
    }
    if (pair.left < pair.right) {
        return number_access::make(right_negative, {pair.right - pair.left, 0}, pair.exponent);
    }
    return number_access::make(left_negative, {pair.left - pair.right, 0}, pair.exponent);
}

inline std::optional<number>
add_signed(const number& left, const number& right, bool negate_right) noexcept
{
    short_pair few;
    if (align_short(left, right, few)) {
        return add_short(few, left.is_negative(), right.is_negative() != negate_right);
    }
    aligned_pair pair;
    if (!align(left, right, pair)) return add_far(left, right, negate_right);
    const bool right_negative = right.is_negative() != negate_right;
    bool negative = left.is_negative();
    uint128 total;
    if (negative == right_negative) {
        total = sum(pair.left, pair.right); // below 2^128: one is below 10^34
    } else if (pair.left < pair.right) {
        total = difference(pair.right, pair.left);
        negative = right_negative;
    } else {
        total = difference(pair.left, pair.right);
    }
    if (!(total < power_of_ten_128(number::max_digits))) {
        return add_far(left, right, negate_right);
    }
    return number_access::make(negative, total, pair.exponent);
}

} // namespace bontot::detail

namespace bontot {

std::weak_ordering number::compare(const number& other) const noexcept
{
    if (negative_ != other.negative_) {
        return is_negative() ? std::weak_ordering::less : std::weak_ordering::greater;
    }
    detail::short_pair few{coefficient_.low, other.coefficient_.low, exponent_};
    const bool is_short = (coefficient_.high | other.coefficient_.high) == 0;
    const bool is_aligned =
        is_short && (exponent_ == other.exponent_ || few.left == 0 || few.right == 0);
    if (is_aligned || detail::align_short(*this, other, few)) {
        if (few.left == few.right) return std::weak_ordering::equivalent;
        const bool is_less = (few.left < few.right) != is_negative();
        return is_less ? std::weak_ordering::less : std::weak_ordering::greater;
    }
    detail::aligned_pair pair;
    int order = 0;
    if (!detail::align(*this, other, pair)) {
        order = detail::compare_far(*this, other);
    } else if (!(pair.left == pair.right)) {
        order = pair.left < pair.right ? -1 : 1;
    }
    if (order == 0) return std::weak_ordering::equivalent;
    return (order < 0) != is_negative() ? std::weak_ordering::less : std::weak_ordering::greater;
}

std::optional<number> add(const number& left, const number& right) noexcept
{
    return detail::add_signed(left, right, false);
}

std::optional<number> subtract(const number& left, const number& right) noexcept
{
    return detail::add_signed(left, right, true);
}

std::optional<number> multiply(const number& left, const number& right) noexcept
{
    using detail::number_access;
    const detail::uint128& by = number_access::coefficient(left);
    const detail::uint128& on = number_access::coefficient(right);
    const std::int32_t exponent = number_access::exponent(left) + number_access::exponent(right);
    if ((by.high | on.high) == 0 && exponent >= number::min_exponent &&
        exponent <= number::max_exponent) {
        const detail::uint128 total = detail::product(by.low, on.low);
        if (total < detail::power_of_ten_128(number::max_digits)) {
            return number_access::make(left.is_negative() != right.is_negative(), total, exponent);
        }
    }
    return detail::multiply_far(left, right);
}

} // namespace bontot

#endif
