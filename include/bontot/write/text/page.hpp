// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_PAGE_HPP
#define BONTOT_WRITE_TEXT_PAGE_HPP

#include <bontot/memory.hpp>
#include <bontot/text.hpp>

#include <cstddef>
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
class text_page
{
public:
    static constexpr std::size_t width = 100;

    text_page(string& out, bool colour) : out_(out), colour_(colour) {}

    /** Writes words at an indent; what does not fit goes on in the next line, further in. */
    void
    paragraph(std::size_t indent, std::string_view words, text_style style = text_style::plain);

    /** Writes a line with words on the left, cut if they are too long, and words at the right edge.
     */
    void line(
        std::size_t indent, std::string_view left, std::string_view right,
        text_style style = text_style::plain
    );

    /** Writes a line as it is laid out already; the caller sees to its width. */
    void verbatim(std::size_t indent, std::string_view words);

    void gap() { out_ += '\n'; }

private:
    static constexpr std::size_t continuation = 4;

    void blanks(std::size_t count) { out_.append(count, ' '); }

    /** Takes the next word off, at most as much of it as a line can hold. */
    static std::string_view next_word(std::string_view& words);

    /** Returns as much of a text as fits with three dots behind it, or all of it. */
    static std::string_view cut(std::string_view text, std::size_t room)
    {
        return display_width(text) <= room ? text : prefix(text, room - 3);
    }

    /** Returns the longest beginning of a text that is no wider; at least one character.

        @param to_blank Whether a blank ends it before.
    */
    static std::string_view prefix(std::string_view text, std::size_t room, bool to_blank = false);

    /** Appends a text without what could move the cursor, colour or turn what follows. */
    void append_safe(std::string_view text);

    /** U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069 change the direction of text. */
    static bool is_direction(std::string_view text);

    void begin(text_style style);
    void end(text_style style)
    {
        if (colour_ && style != text_style::plain) out_ += "\x1b[0m";
    }

    string& out_;
    bool colour_;
};

} // namespace bontot::detail

#endif
