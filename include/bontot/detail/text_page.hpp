// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DETAIL_TEXT_PAGE_HPP
#define BONTOT_DETAIL_TEXT_PAGE_HPP

#include <bontot/memory.hpp>
#include <bontot/text.hpp>

#include <bontot/detail/utf8.hpp>

#include <algorithm>
#include <string_view>

namespace bontot::detail {

/** How a terminal is told to show text. */
enum class text_style
{
    plain,
    strong,
    good,
    bad,
    faint
};

/** Lays text out in a page of fixed width, aligned by what a terminal shows. */
template <class String>
class text_page
{
public:
    text_page(String& out, std::size_t width, bool colour)
        : out_(out), width_(width), colour_(colour)
    {}

    /** Writes words at an indent; what does not fit goes on in the next line, further in. */
    void paragraph(std::size_t indent, std::string_view words, text_style style = text_style::plain)
    {
        blanks(indent);
        begin(style);
        std::size_t column = indent;
        bool is_first = true;
        while (!words.empty()) {
            const std::string_view word = next_word(words);
            const std::size_t wide = display_width(word);
            if (!is_first && column + 1 + wide > width_) {
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

    /** Writes a line with words on the left, cut if they are too long, and words at the right edge.
     */
    void line(
        std::size_t indent, std::string_view left, std::string_view right,
        text_style style = text_style::plain
    )
    {
        const std::size_t right_width = display_width(right);
        const std::size_t least_left = 20;
        if (right.empty() || indent + least_left + 2 + right_width > width_) {
            paragraph(indent, left, style);
            if (!right.empty()) paragraph(indent + continuation, right, style);
            return;
        }
        const std::size_t room = width_ - indent - right_width - 2;
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

    /** Writes a line as it is laid out already; the caller sees to its width. */
    void verbatim(std::size_t indent, std::string_view words)
    {
        blanks(indent);
        append_safe(words);
        out_ += '\n';
    }

    void gap() { out_ += '\n'; }

private:
    static constexpr std::size_t continuation = 4;

    void blanks(std::size_t count) { out_.append(count, ' '); }

    /** Takes the next word off, at most as much of it as a line can hold. */
    [[nodiscard]] std::string_view next_word(std::string_view& words) const
    {
        const std::size_t length = std::min(words.find(' '), words.size());
        const std::string_view word = words.substr(0, length);
        const std::size_t longest = width_ / 2;
        if (display_width(word) > longest) {
            const std::string_view part = prefix(word, longest);
            words.remove_prefix(part.size());
            return part;
        }
        words.remove_prefix(length == words.size() ? length : length + 1);
        return word;
    }

    /** Returns as much of a text as fits with three dots behind it, or all of it. */
    static std::string_view cut(std::string_view text, std::size_t room)
    {
        return display_width(text) <= room ? text : prefix(text, room - 3);
    }

    /** Returns the longest beginning of a text that is no wider; at least one character. */
    static std::string_view prefix(std::string_view text, std::size_t width)
    {
        std::size_t end = 0;
        while (end < text.size()) {
            std::size_t next = end + 1;
            while (next < text.size() && is_continuation(text[next]))
                ++next;
            if (end > 0 && display_width(text.substr(0, next)) > width) break;
            end = next;
        }
        return text.substr(0, end);
    }

    /** Appends a text without what could move the cursor, colour or turn what follows. */
    void append_safe(std::string_view text)
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

    /** U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069 change the direction of text. */
    static bool is_direction(std::string_view text)
    {
        if (text.size() < 3 || text[0] != '\xE2') return false;
        const auto second = static_cast<unsigned char>(text[1]);
        const auto third = static_cast<unsigned char>(text[2]);
        if (second == 0x80)
            return third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE);
        return second == 0x81 && third >= 0xA6 && third <= 0xA9;
    }

    void begin(text_style style)
    {
        if (!colour_ || style == text_style::plain) return;
        constexpr std::string_view codes[] = {"", "\x1b[1m", "\x1b[32m", "\x1b[31m", "\x1b[2m"};
        out_ += codes[static_cast<std::size_t>(style)];
    }
    void end(text_style style)
    {
        if (colour_ && style != text_style::plain) out_ += "\x1b[0m";
    }

    String& out_;
    std::size_t width_;
    bool colour_;
};

} // namespace bontot::detail

#endif
