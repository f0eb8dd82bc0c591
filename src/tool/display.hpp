// SPDX-License-Identifier: BSL-1.0
// What a terminal makes of text: widths, and bytes that are safe to show.
#ifndef BONTOT_TOOL_DISPLAY_HPP
#define BONTOT_TOOL_DISPLAY_HPP

#include "hidden_values.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bontot::tool {

/** How wide a line of the command's own output may be. */
inline constexpr std::size_t page_width = 100;

/** One code point as it is shown; what is not safe or not UTF-8 becomes U+FFFD. */
struct glyph
{
    std::string_view shown; /**< lives as long as the text */
    std::size_t offset = 0; /**< of its first byte in the text */
    std::size_t width = 0;  /**< columns: 0 for combining marks, 2 for East Asian wide */
};

[[nodiscard]] std::vector<glyph> glyphs_of(std::string_view text);

/** Returns text that is safe to show in one line, with at most so many columns. */
[[nodiscard]] std::string
shown(std::string_view text, std::size_t most = static_cast<std::size_t>(-1));

/** Returns how many columns a text takes. */
[[nodiscard]] std::size_t width_of(std::string_view text);

/** Appends a text and blanks up to a width. */
void append_padded(std::string& out, std::string_view text, std::size_t width);

/** Appends a text at the column where the line stands; what does not fit in the
    page goes on in the next line, at the same column. */
void append_wrapped(std::string& out, std::string_view text, std::size_t column);

/** The part of one line around a place, and the column of the place in it. */
struct excerpt
{
    std::string line;
    std::size_t column = 0; /**< from 0 */
};

/** Returns the line in which a byte of a text stands, cut if it is wider than the room. What is
    hidden is as wide as what would be shown; without something that hides, all is shown. */
[[nodiscard]] excerpt
excerpt_at(std::string_view text, std::size_t offset, std::size_t room, hidden_values* hiding);

} // namespace bontot::tool

#endif
