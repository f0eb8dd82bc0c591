// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_TEXT_HPP
#define BONTOT_NUMBER_TEXT_HPP

#include <bontot/number.hpp>

#include <bontot/number/uint128.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace bontot::detail {

/** The two digits of each number below 100. */
struct digit_pairs
{
    std::array<char, 200> characters{};

    constexpr digit_pairs() noexcept
    {
        for (std::size_t i = 0; i < 100; ++i) {
            characters[2 * i] = static_cast<char>('0' + i / 10);
            characters[2 * i + 1] = static_cast<char>('0' + i % 10);
        }
    }
};

inline constexpr digit_pairs all_digit_pairs;

/** Writes the last two digits of a number before a place, and returns the number without them. */
inline std::uint64_t write_pair(char* end, std::uint64_t value) noexcept
{
    std::memcpy(end - 2, all_digit_pairs.characters.data() + value % 100 * 2, 2);
    return value / 100;
}

/** Writes the digits of a whole number that end before a place; returns where they begin. */
inline char* write_whole(char* end, std::uint64_t value) noexcept
{
    while (value >= 100) {
        value = write_pair(end, value);
        end -= 2;
    }
    if (value >= 10) {
        write_pair(end, value);
        return end - 2;
    }
    *--end = static_cast<char>('0' + value);
    return end;
}

/** The common case of @ref append_decimal: coefficient * 10^-scale, with a scale from 0 to 18. */
template <class String>
void append_short_decimal(
    String& out, std::uint64_t coefficient, std::int32_t scale, bool is_negative,
    char point_character
)
{
    constexpr std::size_t most = 24; // a sign, 20 digits, a point and the zero before it
    std::array<char, 64> text{};     // so much that a buffer may copy a block of it
    char* const end = text.data() + most;
    char* first = end;
    while (scale > 0 && coefficient % 10 == 0) {
        coefficient /= 10;
        --scale;
    }
    if (scale > 0) {
        for (; scale > 1; scale -= 2, first -= 2)
            coefficient = write_pair(first, coefficient);
        if (scale == 1) {
            *--first = static_cast<char>('0' + coefficient % 10);
            coefficient /= 10;
        }
        *--first = point_character;
    }
    first = write_whole(first, coefficient);
    if (is_negative) *--first = '-';
    const auto size = static_cast<std::size_t>(end - first);
    if constexpr (requires { out.append_padded(first, size); }) {
        static_assert(most + String::padding <= sizeof text);
        out.append_padded(first, size);
    } else {
        out.append(first, size);
    }
}

/** Appends a number as a plain decimal, with a character of choice between whole and fraction. */
template <class String>
void append_decimal(String& out, const number& value, char point_character)
{
    constexpr std::int32_t most_short = 18;
    const uint128 coefficient = number_access::coefficient(value);
    const std::int32_t exponent = number_access::exponent(value);
    if (coefficient.high == 0 && exponent <= 0 && exponent >= -most_short) {
        append_short_decimal(out, coefficient.low, -exponent, value.is_negative(), point_character);
    } else {
        append_plain_digits(out, find_digits(value), point_character);
    }
}

} // namespace bontot::detail

#endif
