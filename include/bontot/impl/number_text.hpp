// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_NUMBER_TEXT_HPP
#define BONTOT_IMPL_NUMBER_TEXT_HPP

#include <bontot/impl/number_convert.hpp>

#include <algorithm>
#include <array>
#include <cstring>

namespace bontot {

namespace detail {

/** The significant digits of a number, none at its end a zero. */
struct significant_digits
{
    std::array<char, 36> characters{};
    std::size_t first = 0;
    std::size_t count = 0;
    std::int32_t point = 0; /**< how many of the digits stand before the point; may be outside */
    bool negative = false;

    const char* data() const noexcept { return characters.data() + first; }
};

/** The common case of @ref find_digits: a coefficient of 64 bits. */
inline significant_digits find_short_digits(const number& value) noexcept
{
    significant_digits out;
    out.negative = value.is_negative();
    out.first = out.characters.size();
    std::uint64_t rest = number_access::coefficient(value).low;
    std::int32_t exponent = number_access::exponent(value);
    while (rest != 0 && rest % 10 == 0) {
        rest /= 10;
        ++exponent;
    }
    if (rest == 0) exponent = 0;
    do {
        out.characters[--out.first] = static_cast<char>('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    out.count = out.characters.size() - out.first;
    out.point = exponent + static_cast<std::int32_t>(out.count);
    return out;
}

inline significant_digits find_digits(const number& value) noexcept
{
    if (number_access::coefficient(value).high == 0) return find_short_digits(value);
    const shortest_parts parts = strip_zeros(value);
    significant_digits out;
    out.negative = value.is_negative();
    out.first = out.characters.size();
    wide rest(parts.coefficient);
    // Nine digits a division, the leading ones without zeros in front.
    do {
        std::uint32_t group = rest.divide(1000000000U);
        for (int i = 0; i < 9 && (group != 0 || !rest.is_zero()); ++i) {
            out.characters[--out.first] = static_cast<char>('0' + group % 10);
            group /= 10;
        }
    } while (!rest.is_zero());
    if (parts.coefficient == uint128{}) out.characters[--out.first] = '0';
    out.count = out.characters.size() - out.first;
    out.point = parts.exponent + static_cast<std::int32_t>(out.count);
    return out;
}

/** Appends to the buffer of a number_text, as a string would. */
class text_appender
{
public:
    void append(const char* characters, std::size_t count) noexcept
    {
        assert(text_.size + count <= number_text::capacity);
        std::copy_n(characters, count, text_.characters.data() + text_.size);
        text_.size += count;
    }

    void append(std::size_t count, char character) noexcept
    {
        assert(text_.size + count <= number_text::capacity);
        std::fill_n(text_.characters.data() + text_.size, count, character);
        text_.size += count;
    }

    const number_text& text() const noexcept { return text_; }

private:
    number_text text_;
};

template <class String>
void append_plain_digits(String& out, const significant_digits& digits, char point_character = '.')
{
    if (digits.negative) out.append(1, '-');
    if (digits.point <= 0) {
        out.append(1, '0');
        out.append(1, point_character);
        out.append(static_cast<std::size_t>(-digits.point), '0');
        out.append(digits.data(), digits.count);
        return;
    }
    const auto point = static_cast<std::size_t>(digits.point);
    const std::size_t whole = std::min(point, digits.count);
    out.append(digits.data(), whole);
    out.append(point - whole, '0');
    if (whole == digits.count) return;
    out.append(1, point_character);
    out.append(digits.data() + whole, digits.count - whole);
}

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
    std::array<char, 2 * 32> text{}; // so much that a buffer may copy a block of it
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

inline void append_scientific(text_appender& out, const significant_digits& digits) noexcept
{
    if (digits.negative) out.append(1, '-');
    out.append(digits.data(), 1);
    if (digits.count > 1) {
        out.append(1, '.');
        out.append(digits.data() + 1, digits.count - 1);
    }
    const std::int32_t exponent = digits.point - 1;
    out.append(exponent < 0 ? "e-" : "e+", 2);
    std::array<char, 4> buffer{}; // exponents have at most four digits
    std::size_t first = buffer.size();
    for (std::int32_t rest = exponent < 0 ? -exponent : exponent; rest != 0; rest /= 10) {
        buffer[--first] = static_cast<char>('0' + rest % 10);
    }
    out.append(buffer.data() + first, buffer.size() - first);
}

/// Returns how long the plain decimal is.
inline std::size_t plain_size(const significant_digits& digits) noexcept
{
    const std::size_t sign = digits.negative ? 1 : 0;
    if (digits.point <= 0) return sign + 2 + static_cast<std::size_t>(-digits.point) + digits.count;
    const auto point = static_cast<std::size_t>(digits.point);
    return sign + (point >= digits.count ? point : digits.count + 1);
}

} // namespace detail

inline number_text to_text(const number& value) noexcept
{
    constexpr std::size_t longest_plain = 40;
    const detail::significant_digits digits = detail::find_digits(value);
    detail::text_appender out;
    if (detail::plain_size(digits) <= longest_plain) {
        detail::append_plain_digits(out, digits);
    } else {
        detail::append_scientific(out, digits);
    }
    return out.text();
}

template <class String>
void append_plain(String& out, const number& value)
{
    detail::append_decimal(out, value, '.');
}

} // namespace bontot

#endif
