// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_PAGE_IPP
#define BONTOT_WRITE_TEXT_PAGE_IPP

#include <bontot/result.hpp>
#include <bontot/text.hpp>

#include <bontot/write/text/page.hpp>

#include <cstddef>
#include <string_view>

namespace bontot::detail {

void text_page::paragraph(std::size_t indent, std::string_view words, text_style style)
{
    blanks(indent);
    begin(style);
    std::size_t column = indent;
    bool is_first = true;
    while (!words.empty()) {
        const std::string_view word = next_word(words);
        const std::size_t wide = display_width(word);
        if (!is_first && column + 1 + wide > width) {
            end(style);
            out_ += '\n';
            column = indent + continuation;
            blanks(column);
            begin(style);
        } else if (!is_first) {
            out_ += ' ';
            ++column;
        }
        append_safe(word);
        column += wide;
        is_first = false;
    }
    end(style);
    out_ += '\n';
}

void text_page::line(
    std::size_t indent, std::string_view left, std::string_view right, text_style style
)
{
    const std::size_t right_width = display_width(right);
    const std::size_t least_left = 20;
    if (right.empty() || indent + least_left + 2 + right_width > width) {
        paragraph(indent, left, style);
        if (!right.empty()) paragraph(indent + continuation, right, style);
        return;
    }
    const std::size_t room = width - indent - right_width - 2;
    blanks(indent);
    begin(style);
    const std::string_view kept = cut(left, room);
    append_safe(kept);
    std::size_t used = display_width(kept);
    if (kept.size() < left.size()) {
        out_ += "...";
        used += 3;
    }
    blanks(room - used + 2);
    append_safe(right);
    end(style);
    out_ += '\n';
}

void text_page::verbatim(std::size_t indent, std::string_view words)
{
    blanks(indent);
    append_safe(words);
    out_ += '\n';
}

std::string_view text_page::next_word(std::string_view& words)
{
    // Only what is taken off is looked at: of a word without end the rest would be time and again.
    const std::string_view word = prefix(words, width / 2, true);
    const bool is_whole = word.size() < words.size() && words[word.size()] == ' ';
    words.remove_prefix(is_whole ? word.size() + 1 : word.size());
    return word;
}

std::string_view text_page::prefix(std::string_view text, std::size_t room, bool to_blank)
{
    std::size_t end = 0;
    std::size_t used = 0;
    while (end < text.size() && !(to_blank && text[end] == ' ')) {
        std::size_t next = end + 1;
        while (next < text.size() && is_continuation(text[next]))
            ++next;
        used += display_width(text.substr(end, next - end));
        if (end > 0 && used > room) break;
        end = next;
    }
    return text.substr(0, end);
}

void text_page::append_safe(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::string_view rest = text.substr(i);
        const bool is_c1 =
            byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0;
        if (byte < 0x20 || byte == 0x7F) {
            out_ += '?';
        } else if (is_c1) {
            out_ += '?';
            ++i;
        } else if (is_direction(rest)) {
            out_ += '?';
            i += 2;
        } else {
            out_ += text[i];
        }
    }
}

bool text_page::is_direction(std::string_view text)
{
    if (text.size() < 3 || text[0] != '\xE2') return false;
    const auto second = static_cast<unsigned char>(text[1]);
    const auto third = static_cast<unsigned char>(text[2]);
    if (second == 0x80) return third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE);
    return second == 0x81 && third >= 0xA6 && third <= 0xA9;
}

void text_page::begin(text_style style)
{
    if (!colour_ || style == text_style::plain) return;
    constexpr std::string_view codes[] = {"", "\x1b[1m", "\x1b[32m", "\x1b[31m", "\x1b[2m"};
    out_ += codes[static_cast<std::size_t>(style)];
}

} // namespace bontot::detail

#endif
