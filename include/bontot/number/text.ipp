// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_TEXT_IPP
#define BONTOT_NUMBER_TEXT_IPP

#include <bontot/number.hpp>

#include <bontot/number/convert.hpp>
#include <bontot/number/text.hpp>
#include <bontot/number/uint128.hpp>
#include <bontot/number/wide.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>

namespace bontot::detail {

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

significant_digits find_digits(const number& value) noexcept
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

} // namespace bontot::detail

namespace bontot {

number_text to_text(const number& value) noexcept
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

} // namespace bontot

#endif
