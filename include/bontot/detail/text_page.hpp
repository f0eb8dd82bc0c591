// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DETAIL_TEXT_PAGE_HPP
#define BONTOT_DETAIL_TEXT_PAGE_HPP

#include <bontot/memory.hpp>
#include <bontot/text.hpp>

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
            const std::size_t length = std::min(words.find(' '), words.size());
            const std::string_view word = words.substr(0, length);
            words.remove_prefix(length == words.size() ? length : length + 1);
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
            out_ += word;
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
        const std::size_t room = width_ - indent - right_width - 2;
        blanks(indent);
        begin(style);
        const std::size_t used = append_cut(left, room);
        blanks(room - used + 2);
        out_ += right;
        end(style);
        out_ += '\n';
    }

    void gap() { out_ += '\n'; }

private:
    static constexpr std::size_t continuation = 4;

    void blanks(std::size_t count) { out_.append(count, ' '); }

    std::size_t append_cut(std::string_view text, std::size_t room)
    {
        const std::size_t wide = display_width(text);
        if (wide <= room) {
            out_ += text;
            return wide;
        }
        std::size_t end = text.size();
        while (end > 0 && display_width(text.substr(0, end)) > room - 3) {
            --end;
            while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
                --end;
        }
        out_ += text.substr(0, end);
        out_ += "...";
        return display_width(text.substr(0, end)) + 3;
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
