// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_UTF8_HPP
#define BONTOT_BASE_UTF8_HPP

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace bontot::detail {

/** A code point read from UTF-8; an invalid one is the single byte it was met at. */
struct code_point
{
    char32_t value = 0;
    std::size_t size = 1;
    bool valid = false;
};

inline bool is_continuation(char byte) noexcept
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Returns the beginning of a text that has at most so many bytes and ends between two letters.
inline std::string_view cut_between_letters(std::string_view text, std::size_t most) noexcept
{
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && is_continuation(text[end]))
        --end;
    return text.substr(0, end);
}

/// Reads the code point at a place, which is before the end.
inline code_point read_code_point(std::string_view text, std::size_t at) noexcept
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const code_point invalid{lead, 1, false};
    if (lead < 0x80) return {lead, 1, true};
    if (lead < 0xC2 || lead > 0xF4) return invalid;
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() - at < size) return invalid;
    char32_t value = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if (!is_continuation(text[at + i])) return invalid;
        value = value << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (overlong || surrogate || value > 0x10FFFF) return invalid;
    return {value, size, true};
}

/// Returns eight bytes as a number, the first one lowest.
[[nodiscard]] constexpr std::uint64_t pack_word(const char* at) noexcept
{
    std::uint64_t word = 0;
    for (int i = 7; i >= 0; --i)
        word = word << 8U | static_cast<unsigned char>(at[i]);
    return word;
}

/// The same, for what is read again and again.
[[nodiscard]] inline std::uint64_t load_word(const char* at) noexcept
{
    if constexpr (std::endian::native != std::endian::little) return pack_word(at);
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// Appends a code point, which is no surrogate and at most U+10FFFF.
template <class String>
void append_code_point(String& out, char32_t value)
{
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (value < 0x80) {
        put(value);
        return;
    }
    if (value < 0x800) {
        put(0xC0U | value >> 6U);
    } else {
        if (value < 0x10000) {
            put(0xE0U | value >> 12U);
        } else {
            put(0xF0U | value >> 18U);
            put(0x80U | (value >> 12U & 0x3FU));
        }
        put(0x80U | (value >> 6U & 0x3FU));
    }
    put(0x80U | (value & 0x3FU));
}

struct code_point_range
{
    char32_t first;
    char32_t last;
};

/// Returns how many terminal columns a code point takes.
inline std::size_t column_count(char32_t value) noexcept
{
    // The blocks of combining marks, and those of East Asian width W or F (UAX #11).
    constexpr std::array<code_point_range, 5> combining{
        {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}}};
    constexpr std::array<code_point_range, 12> wide_blocks{
        {{0x1100, 0x115F},
         {0x2E80, 0x303E},
         {0x3041, 0xA4CF},
         {0xA960, 0xA97F},
         {0xAC00, 0xD7A3},
         {0xF900, 0xFAFF},
         {0xFE30, 0xFE6F},
         {0xFF01, 0xFF60},
         {0xFFE0, 0xFFE6},
         {0x1F300, 0x1F64F},
         {0x1F900, 0x1F9FF},
         {0x20000, 0x3FFFD}}};
    for (const code_point_range& each : combining) {
        if (value >= each.first && value <= each.last) return 0;
    }
    for (const code_point_range& each : wide_blocks) {
        if (value >= each.first && value <= each.last) return 2;
    }
    return 1;
}

} // namespace bontot::detail

#endif
