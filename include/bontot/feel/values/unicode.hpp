// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_UNICODE_HPP
#define BONTOT_FEEL_VALUES_UNICODE_HPP

#include <bontot/text.hpp>

#include <bontot/base/utf8.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace bontot::feel::detail {

using bontot::count_code_points;
using bontot::detail::append_code_point;

/** A code point and how many bytes it takes. */
struct code_point
{
    char32_t letter;
    std::size_t length;
};

/** Returns the code point at a place, or nothing when the bytes are not UTF-8. */
[[nodiscard]] std::optional<code_point> decode(std::string_view text, std::size_t at);

struct letter_range
{
    char32_t first;
    char32_t last;
};

template <std::size_t N>
[[nodiscard]] constexpr bool is_one_of(const letter_range (&ranges)[N], char32_t letter)
{
    for (const letter_range& each : ranges) {
        if (letter >= each.first && letter <= each.last) return true;
    }
    return false;
}

/** The characters with which a FEEL name begins, apart from `?`. */
[[nodiscard]] bool begins_name(char32_t letter);

/** The characters of which the rest of a FEEL name consists. */
[[nodiscard]] bool continues_name(char32_t letter);

[[nodiscard]] bool is_blank(char32_t letter);

} // namespace bontot::feel::detail

#endif
