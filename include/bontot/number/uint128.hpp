// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_UINT128_HPP
#define BONTOT_NUMBER_UINT128_HPP

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace bontot::detail {

/** An unsigned integer of 128 bits, for coefficients: no compiler has one that all have. */
struct uint128
{
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    friend constexpr bool operator==(const uint128& left, const uint128& right) noexcept
    {
        return left.low == right.low && left.high == right.high;
    }

    friend constexpr bool operator<(const uint128& left, const uint128& right) noexcept
    {
        return left.high != right.high ? left.high < right.high : left.low < right.low;
    }
};

/// Returns the sum; the carry out of 128 bits is lost.
constexpr uint128 sum(const uint128& left, const uint128& right) noexcept
{
    const std::uint64_t low = left.low + right.low;
    return {low, left.high + right.high + (low < left.low ? 1U : 0U)};
}

/// Returns left - right; left is not the smaller.
constexpr uint128 difference(const uint128& left, const uint128& right) noexcept
{
    return {left.low - right.low, left.high - right.high - (left.low < right.low ? 1U : 0U)};
}

/// Returns the whole product of two words.
constexpr uint128 product(std::uint64_t left, std::uint64_t right) noexcept
{
    constexpr std::uint64_t half = 0xFFFFFFFFU;
    const std::uint64_t lows = (left & half) * (right & half);
    const std::uint64_t cross = (left >> 32) * (right & half) + (lows >> 32);
    const std::uint64_t middle = (left & half) * (right >> 32) + (cross & half);
    const std::uint64_t highs = (left >> 32) * (right >> 32);
    return {(middle << 32) | (lows & half), highs + (cross >> 32) + (middle >> 32)};
}

/// Returns 10^0 .. 10^19.
constexpr std::array<std::uint64_t, 20> make_powers_of_ten_64() noexcept
{
    std::array<std::uint64_t, 20> powers{};
    std::uint64_t power = 1;
    for (std::uint64_t& each : powers) {
        each = power;
        power *= 10;
    }
    return powers;
}

/// Returns 10^0 .. 10^38.
constexpr std::array<uint128, 39> make_powers_of_ten_128() noexcept
{
    std::array<uint128, 39> powers{};
    uint128 power{1, 0};
    for (uint128& each : powers) {
        each = power;
        uint128 next = product(power.low, 10);
        next.high += power.high * 10;
        power = next;
    }
    return powers;
}

inline constexpr std::array<std::uint64_t, 20> powers_of_ten_64 = make_powers_of_ten_64();
inline constexpr std::array<uint128, 39> powers_of_ten_128 = make_powers_of_ten_128();

/// Returns 10^exponent; 0 <= exponent <= 19.
constexpr std::uint64_t power_of_ten_64(std::int64_t exponent) noexcept
{
    return powers_of_ten_64[static_cast<std::size_t>(exponent)];
}

/// Returns 10^exponent; 0 <= exponent <= 38.
constexpr const uint128& power_of_ten_128(std::int64_t exponent) noexcept
{
    return powers_of_ten_128[static_cast<std::size_t>(exponent)];
}

/// Returns how many decimal digits a value has; none for 0. The value is below 10^38.
constexpr int count_digits(const uint128& value) noexcept
{
    const int bits = value.high != 0 ? 64 + static_cast<int>(std::bit_width(value.high))
                                     : static_cast<int>(std::bit_width(value.low));
    // floor(bits * log10(2)), exact for so few bits.
    const int fewest = (bits * 1233) >> 12;
    return fewest + (value < power_of_ten_128(fewest) ? 0 : 1);
}

} // namespace bontot::detail

#endif
