// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_ROUND_IPP
#define BONTOT_NUMBER_ROUND_IPP

#include <bontot/number.hpp>

#include <bontot/number/arithmetic.hpp>
#include <bontot/number/uint128.hpp>
#include <bontot/number/wide.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace bontot::detail {

/// Returns whether a magnitude that was cut off goes to the next one, by what was cut off.
inline bool rounds_away(rounding_mode mode, bool negative, bool odd, dropped_part part) noexcept
{
    if (part == dropped_part::none) return false;
    switch (mode) {
    case rounding_mode::half_even:
        return part == dropped_part::above_half || (part == dropped_part::half && odd);
    case rounding_mode::half_up:
        return part != dropped_part::below_half;
    case rounding_mode::half_down:
        return part == dropped_part::above_half;
    case rounding_mode::up:
        return true;
    case rounding_mode::down:
        return false;
    case rounding_mode::floor:
        return negative;
    case rounding_mode::ceiling:
        return !negative;
    }
    return false;
}

/// Says how a remainder lies within its step.
inline dropped_part classify(const uint128& remainder, const uint128& step) noexcept
{
    if (remainder == uint128{}) return dropped_part::none;
    const uint128 to_next = difference(step, remainder);
    if (remainder == to_next) return dropped_part::half;
    return remainder < to_next ? dropped_part::below_half : dropped_part::above_half;
}

/// Says how a value above zero lies below a greater step.
inline dropped_part classify_first(const number& value, const number& step) noexcept
{
    wide twice(number_access::coefficient(value));
    wide whole(number_access::coefficient(step));
    const std::int32_t apart = number_access::exponent(value) - number_access::exponent(step);
    if (twice.count_digits() + apart + 1 < whole.count_digits()) return dropped_part::below_half;
    twice.multiply_power_of_ten(apart);
    whole.multiply_power_of_ten(-apart);
    twice.multiply(2U);
    const int order = wide::compare(twice, whole);
    if (order == 0) return dropped_part::half;
    return order < 0 ? dropped_part::below_half : dropped_part::above_half;
}

} // namespace bontot::detail

namespace bontot {

std::optional<number> round(const number& value, std::int64_t scale, rounding_mode mode) noexcept
{
    using detail::number_access;
    // Beyond these, every scale does the same.
    constexpr std::int64_t widest = 7000;
    const std::int64_t target = -std::clamp(scale, -widest, widest);
    const std::int64_t drop = target - number_access::exponent(value);
    if (drop <= 0 || value.is_zero()) return value;
    detail::wide kept(number_access::coefficient(value));
    detail::dropped_part part = detail::dropped_part::below_half;
    if (drop > number::max_digits) {
        kept = detail::wide();
    } else if (kept.low().high == 0 && drop <= 19) {
        const std::uint64_t step = detail::power_of_ten_64(drop);
        const std::uint64_t whole = kept.low().low;
        part = detail::classify({whole % step, 0}, {step, 0});
        kept = detail::wide(detail::uint128{whole / step, 0});
    } else {
        part = kept.drop_digits(drop, false);
    }
    if (detail::rounds_away(mode, value.is_negative(), kept.is_odd(), part)) kept.add(1U);
    if (kept.is_zero()) return number();
    return detail::finish(value.is_negative(), kept, target, false);
}

std::optional<number>
round_to_multiple(const number& value, const number& step, rounding_mode mode) noexcept
{
    using detail::number_access;
    if (step.is_negative() || step.is_zero()) return std::nullopt;
    if (value.is_zero()) return value;
    const number size = abs(value);
    const bool negative = value.is_negative();
    if (size < step) {
        const detail::dropped_part part = detail::classify_first(size, step);
        if (!detail::rounds_away(mode, negative, false, part)) return number();
        return negative ? -step : step;
    }
    const detail::place_in_step place = detail::find_place(size, step);
    const detail::dropped_part part = detail::classify(place.remainder, place.step);
    if (part == detail::dropped_part::none) return value;
    const bool away = detail::rounds_away(mode, negative, place.odd, part);
    const number change = number_access::make(
        negative != !away, away ? detail::difference(place.step, place.remainder) : place.remainder,
        place.exponent
    );
    return add(value, change);
}

} // namespace bontot

#endif
