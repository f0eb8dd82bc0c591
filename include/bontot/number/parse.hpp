// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_PARSE_HPP
#define BONTOT_NUMBER_PARSE_HPP

#include <bontot/number.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

/** Reads the number that a text begins with, if it is a plain decimal of up to 18 digits.

    @return How many bytes it has; 0: it is longer, or none. An exponent behind it is left over.
*/
inline std::size_t read_short_number(std::string_view text, number& out) noexcept
{
    const char* at = text.data();
    const char* const end = at + text.size();
    std::uint64_t coefficient = 0; // of too many digits it means nothing
    const auto skip_digits = [&at, end, &coefficient] {
        const char* const first = at;
        for (; at != end && *at >= '0' && *at <= '9'; ++at)
            coefficient = coefficient * 10 + static_cast<std::uint64_t>(*at - '0');
        return at - first;
    };
    const bool negative = at != end && *at == '-';
    if (negative) ++at;
    const char* const whole = at;
    const std::ptrdiff_t before = skip_digits();
    if (before == 0 || (before > 1 && *whole == '0')) return 0;
    std::ptrdiff_t after = 0;
    if (at != end && *at == '.') {
        ++at;
        after = skip_digits();
        if (after == 0) return 0;
    }
    constexpr std::ptrdiff_t most_digits = 18;
    if (before + after > most_digits) return 0;
    const auto exponent = coefficient == 0 ? 0 : -static_cast<std::int32_t>(after);
    out = number_access::make(negative, {coefficient, 0}, exponent);
    return static_cast<std::size_t>(at - text.data());
}

} // namespace bontot::detail

#endif
