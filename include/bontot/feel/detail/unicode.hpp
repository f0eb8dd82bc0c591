// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_DETAIL_UNICODE_HPP
#define BONTOT_FEEL_DETAIL_UNICODE_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::feel::detail {

/** A code point and how many bytes it takes. */
struct code_point
{
    char32_t letter;
    std::size_t length;
};

/** Returns the code point at a place, or nothing when the bytes are not UTF-8. */
[[nodiscard]] inline std::optional<code_point> decode(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned first = byte(0);
    if (first < 0x80) return code_point{first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : (first >= 0xE0 ? 3 : 2);
    if (first < 0xC2 || first > 0xF4 || length > text.size() - at) return {};
    char32_t letter = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return {};
        letter = letter << 6U | (byte(i) & 0x3FU);
    }
    const char32_t least = length == 4 ? 0x10000 : (length == 3 ? 0x800 : 0x80);
    const bool is_surrogate = letter >= 0xD800 && letter <= 0xDFFF;
    if (letter < least || letter > 0x10FFFF || is_surrogate) return {};
    return code_point{letter, length};
}

/** Appends a code point as UTF-8. */
template <class String>
void append_code_point(String& out, char32_t letter)
{
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (letter < 0x80) return put(letter);
    if (letter < 0x800) {
        put(0xC0U | letter >> 6U);
    } else {
        if (letter < 0x10000) {
            put(0xE0U | letter >> 12U);
        } else {
            put(0xF0U | letter >> 18U);
            put(0x80U | (letter >> 12U & 0x3FU));
        }
        put(0x80U | (letter >> 6U & 0x3FU));
    }
    put(0x80U | (letter & 0x3FU));
}

/** Counts the code points of valid UTF-8. */
[[nodiscard]] inline std::size_t count_code_points(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) ++count;
    }
    return count;
}

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
[[nodiscard]] inline bool begins_name(char32_t letter)
{
    constexpr letter_range ranges[] = {
        {'a', 'z'},       {'A', 'Z'},       {'_', '_'},         {0xC0, 0xD6},     {0xD8, 0xF6},
        {0xF8, 0x2FF},    {0x370, 0x37D},   {0x37F, 0x167F},    {0x1681, 0x180D}, {0x180F, 0x1FFF},
        {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},   {0x3001, 0xD7FF}, {0xF900, 0xFDCF},
        {0xFDF0, 0xFEFE}, {0xFF00, 0xFFFD}, {0x10000, 0xEFFFF},
    };
    return is_one_of(ranges, letter);
}

/** The characters of which the rest of a FEEL name consists. */
[[nodiscard]] inline bool continues_name(char32_t letter)
{
    constexpr letter_range ranges[] = {{'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};
    return begins_name(letter) || is_one_of(ranges, letter);
}

[[nodiscard]] inline bool is_blank(char32_t letter)
{
    constexpr letter_range ranges[] = {{0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},
                                       {0xA0, 0xA0},     {0x1680, 0x1680}, {0x180E, 0x180E},
                                       {0x2000, 0x200B}, {0x2028, 0x2029}, {0x202F, 0x202F},
                                       {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
    return is_one_of(ranges, letter);
}

} // namespace bontot::feel::detail

#endif
