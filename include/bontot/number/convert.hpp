// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_CONVERT_HPP
#define BONTOT_NUMBER_CONVERT_HPP

#include <bontot/number.hpp>

#include <bontot/number/uint128.hpp>

#include <cstdint>

namespace bontot::detail {

/** A coefficient without the zeros at its end, and the exponent that goes with it. */
struct shortest_parts
{
    uint128 coefficient;
    std::int32_t exponent = 0;
};

shortest_parts strip_zeros(const number& value) noexcept;

/// Gives a 64-bit magnitude a sign; returns whether it fits.
bool apply_sign(bool negative, std::uint64_t magnitude, std::int64_t& out) noexcept;

} // namespace bontot::detail

#endif
