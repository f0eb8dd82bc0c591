// SPDX-License-Identifier: BSL-1.0
#include "display.hpp"

#include <algorithm>
#include <cstdint>

namespace bontot::tool {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::string_view cut_mark = "...";

struct span_of_points
{
    char32_t first;
    char32_t last;
};

// Marks that join the letter before, and marks that show nothing.
constexpr span_of_points zero_wide[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489},   {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
    {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x200B, 0x200D}, {0x2060, 0x2064},   {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

constexpr span_of_points two_wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2E80, 0x303E},   {0x3041, 0x33FF},
    {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CFF}, {0x1B000, 0x1B2FF}, {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

// Controls, and marks that turn the direction of what follows.
constexpr span_of_points unsafe[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C},
    {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069},
};

template <std::size_t Count>
bool is_in(const span_of_points (&table)[Count], char32_t point)
{
    return std::any_of(std::begin(table), std::end(table), [point](const span_of_points& each) {
        return each.first <= point && point <= each.last;
    });
}

struct decoded
{
    char32_t point = 0;
    std::size_t length = 1;
    bool is_valid = false;
};

decoded decode(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80U) return {lead, 1, true};
    const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U || text.size() < length) return {};
    char32_t point = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80U) return {};
        point = (point << 6U) | (byte & 0x3FU);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = point >= 0xD800U && point <= 0xDFFFU;
    if (point < least[length] || point > 0x10FFFFU || is_surrogate) return {};
    return {point, length, true};
}

glyph glyph_of(const decoded& found, std::string_view bytes, std::size_t offset)
{
    if (found.is_valid && found.point == '\t') return {" ", offset, 1};
    if (!found.is_valid || is_in(unsafe, found.point)) return {replacement, offset, 1};
    if (found.point < 0x300U) return {bytes, offset, 1};
    if (is_in(zero_wide, found.point)) return {bytes, offset, 0};
    return {bytes, offset, is_in(two_wide, found.point) ? 2U : 1U};
}

bool is_continuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/** The bytes of one line near a place: lines may be as long as the text. */
struct near_line
{
    std::size_t begin;
    std::size_t end;
    bool is_cut_before;
    bool is_cut_after;
};

near_line line_near(std::string_view text, std::size_t offset)
{
    constexpr std::size_t reach = 2048;
    near_line out{offset - std::min(offset, reach), offset, false, false};
    const std::size_t before = text.substr(out.begin, offset - out.begin).rfind('\n');
    if (before != std::string_view::npos) {
        out.begin += before + 1;
    } else if (out.begin > 0) {
        out.is_cut_before = text[out.begin - 1] != '\n';
        while (out.begin < offset && is_continuation(text[out.begin]))
            ++out.begin;
    }
    const std::size_t after = text.substr(offset, reach).find('\n');
    if (after != std::string_view::npos) {
        out.end += after;
    } else {
        out.end += std::min(text.size() - offset, reach);
        out.is_cut_after = out.end < text.size();
        while (out.is_cut_after && out.end > offset && is_continuation(text[out.end]))
            --out.end;
    }
    if (!out.is_cut_after && out.end > out.begin && text[out.end - 1] == '\r') --out.end;
    return out;
}

std::size_t width_of(const std::vector<glyph>& glyphs, std::size_t first, std::size_t last)
{
    std::size_t width = 0;
    for (std::size_t i = first; i < last; ++i)
        width += glyphs[i].width;
    return width;
}

/** Puts as many asterisks as columns in place of each glyph of a hidden byte. */
void hide(std::vector<glyph>& glyphs, const std::vector<bool>& hidden)
{
    constexpr std::string_view asterisks = "**"; // no glyph is wider
    for (glyph& each : glyphs) {
        if (hidden[each.offset]) each.shown = asterisks.substr(0, each.width);
    }
}

/** Returns which glyphs around a place fit in a room, a good part of them before it. */
std::pair<std::size_t, std::size_t>
fitting(const std::vector<glyph>& glyphs, std::size_t place, std::size_t room)
{
    std::size_t first = place;
    std::size_t last = place;
    std::size_t used = 0;
    const auto back_to = [&](std::size_t most) {
        while (first > 0 && used + glyphs[first - 1].width <= most)
            used += glyphs[--first].width;
    };
    back_to(room * 2 / 3);
    while (last < glyphs.size() && used + glyphs[last].width <= room)
        used += glyphs[last++].width;
    back_to(room);
    return {first, last};
}

} // namespace

std::vector<glyph> glyphs_of(std::string_view text)
{
    std::vector<glyph> out;
    for (std::size_t i = 0; i < text.size();) {
        const decoded found = decode(text.substr(i));
        out.push_back(glyph_of(found, text.substr(i, found.length), i));
        i += found.length;
    }
    return out;
}

std::string shown(std::string_view text, std::size_t most)
{
    std::string out;
    std::size_t used = 0;
    // A column takes a handful of bytes: a text of megabytes is not looked at whole.
    const bool is_long = most < text.size() / 16;
    for (const glyph& each : glyphs_of(is_long ? text.substr(0, most * 16) : text)) {
        used += each.width;
        if (used > most) return out + std::string(cut_mark);
        out += each.shown;
    }
    return is_long ? out + std::string(cut_mark) : out;
}

std::size_t width_of(std::string_view text)
{
    const std::vector<glyph> glyphs = glyphs_of(text);
    return width_of(glyphs, 0, glyphs.size());
}

void append_padded(std::string& out, std::string_view text, std::size_t width)
{
    const std::size_t used = width_of(text);
    out += text;
    out.append(width > used ? width - used : 0, ' ');
}

void append_wrapped(std::string& out, std::string_view text, std::size_t column)
{
    std::size_t at = column;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(' '), text.size());
        const std::string word = shown(text.substr(0, length), page_width - column - 3);
        text.remove_prefix(std::min(length + 1, text.size()));
        const std::size_t wide = width_of(word);
        if (at > column && at + 1 + wide > page_width) {
            out += '\n';
            out.append(column, ' ');
            at = column;
        } else if (at > column) {
            out += ' ';
            ++at;
        }
        out += word;
        at += wide;
    }
}

excerpt
excerpt_at(std::string_view text, std::size_t offset, std::size_t room, hidden_values* hiding)
{
    offset = std::min(offset, text.size());
    const near_line near = line_near(text, offset);
    std::vector<glyph> glyphs = glyphs_of(text.substr(near.begin, near.end - near.begin));
    if (hiding != nullptr) hide(glyphs, hiding->between(near.begin, near.end));
    std::size_t place = 0;
    while (place < glyphs.size() && glyphs[place].offset + near.begin < offset)
        ++place;
    const auto fits_whole = [&] { return width_of(glyphs, 0, glyphs.size()) <= room; };
    const bool is_whole = !near.is_cut_before && !near.is_cut_after && fits_whole();
    const auto [first, last] = is_whole ? std::pair{std::size_t{0}, glyphs.size()}
                                        : fitting(glyphs, place, room - 2 * cut_mark.size());
    excerpt out;
    if (first > 0 || near.is_cut_before) out.line += cut_mark;
    out.column = out.line.size() + width_of(glyphs, first, place);
    // The caret of a combining mark stands under its letter.
    for (std::size_t i = place; i > first && i < last && glyphs[i].width == 0; --i)
        out.column -= glyphs[i - 1].width;
    for (std::size_t i = first; i < last; ++i)
        out.line += glyphs[i].shown;
    if (last < glyphs.size() || near.is_cut_after) out.line += cut_mark;
    return out;
}

} // namespace bontot::tool
