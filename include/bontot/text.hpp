// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TEXT_HPP
#define BONTOT_TEXT_HPP

#include <bontot/base/utf8.hpp>
#include <bontot/base/vietnamese_letters.hpp>

#include <cstddef>
#include <string_view>

namespace bontot {

/** Returns whether text is UTF-8: no surrogates, no overlong forms, nothing above U+10FFFF. */
[[nodiscard]] bool is_valid_utf8(std::string_view text) noexcept;

/** Returns how many code points UTF-8 text has. */
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/** Returns how many columns UTF-8 text takes on a terminal.

    Combining marks take none, East Asian wide characters two, all others one.
*/
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

} // namespace bontot

namespace bontot::detail {

const vietnamese_letter* find_letter(char32_t composed) noexcept;

/// Returns the letter with one mark more, or null if there is none in Vietnamese.
const vietnamese_letter* add_mark(const vietnamese_letter& letter, char32_t mark) noexcept;

/// Appends the letter that starts at a place with its marks, and returns how many bytes that took.
template <class String>
std::size_t append_letter(String& out, std::string_view text, std::size_t start)
{
    constexpr char32_t eth = 0x00D0; // looks like the Vietnamese D with stroke
    constexpr char32_t d_with_stroke = 0x0110;
    const code_point first = read_code_point(text, start);
    std::size_t at = start + first.size;
    const vietnamese_letter* letter = first.valid ? find_letter(first.value) : nullptr;
    if (letter == nullptr) {
        if (first.valid && first.value == eth) {
            append_code_point(out, d_with_stroke);
        } else {
            out.append(text.data() + start, first.size);
        }
        return first.size;
    }
    while (at < text.size()) {
        const code_point mark = read_code_point(text, at);
        const vietnamese_letter* marked = mark.valid ? add_mark(*letter, mark.value) : nullptr;
        if (mark.value == 0 || marked == nullptr) break;
        letter = marked;
        at += mark.size;
    }
    append_code_point(out, letter->composed);
    return at - start;
}

} // namespace bontot::detail

namespace bontot {

/** Tells whether a text holds nothing that normalising changes; false when it may. */
[[nodiscard]] bool is_plainly_normal(std::string_view utf8) noexcept;

/** Appends text with every Vietnamese letter composed into one code point (NFC).

    A vowel followed by its marks, in any order, or a partly composed vowel followed by
    the rest of them, becomes the composed letter; U+00D0 becomes U+0110. Everything
    else stays as it is.

    @param out A string with append(const char*, n).
    @param utf8 Not retained. Bytes that are not UTF-8 are copied.

    @par Exception safety
    Whatever the string's append gives.
*/
template <class String>
void append_normalized(String& out, std::string_view utf8)
{
    if (is_plainly_normal(utf8)) {
        out.append(utf8.data(), utf8.size());
        return;
    }
    for (std::size_t at = 0; at < utf8.size();) {
        at += detail::append_letter(out, utf8, at);
    }
}

} // namespace bontot

#endif
