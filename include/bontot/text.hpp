// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TEXT_HPP
#define BONTOT_TEXT_HPP

#include <bontot/detail/utf8.hpp>
#include <bontot/detail/vietnamese_letters.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace bontot {

/** Returns whether text is UTF-8: no surrogates, no overlong forms, nothing above U+10FFFF. */
[[nodiscard]] inline bool is_valid_utf8(std::string_view text) noexcept
{
    for (std::size_t at = 0; at < text.size();) {
        const detail::code_point next = detail::read_code_point(text, at);
        if (!next.valid) return false;
        at += next.size;
    }
    return true;
}

/** Returns how many code points UTF-8 text has. */
[[nodiscard]] inline std::size_t count_code_points(std::string_view text) noexcept
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char each) {
        return !detail::is_continuation(each);
    }));
}

/** Returns how many columns UTF-8 text takes on a terminal.

    Combining marks take none, East Asian wide characters two, all others one.
*/
[[nodiscard]] inline std::size_t display_width(std::string_view text) noexcept
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const detail::code_point next = detail::read_code_point(text, at);
        width += detail::column_count(next.value);
        at += next.size;
    }
    return width;
}

namespace detail {

inline const vietnamese_letter* find_letter(char32_t composed) noexcept
{
    const auto found = std::lower_bound(
        vietnamese_letters.begin(), vietnamese_letters.end(), composed,
        [](const vietnamese_letter& each, char32_t wanted) { return each.composed < wanted; }
    );
    if (found == vietnamese_letters.end() || found->composed != composed) return nullptr;
    return &*found;
}

/// Returns the letter with one mark more, or null if there is none in Vietnamese.
inline const vietnamese_letter* add_mark(const vietnamese_letter& letter, char32_t mark) noexcept
{
    for (const vietnamese_letter& each : vietnamese_letters) {
        if (each.base != letter.base) continue;
        const bool shaped = letter.shape == 0 && each.shape == mark && each.tone == letter.tone;
        const bool toned = letter.tone == 0 && each.tone == mark && each.shape == letter.shape;
        if (shaped || toned) return &each;
    }
    return nullptr;
}

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

} // namespace detail

/** Tells whether a text holds nothing that normalising changes; false when it may. */
[[nodiscard]] inline bool is_plainly_normal(std::string_view utf8) noexcept
{
    // The first byte of every mark that a letter is composed with, and U+00D0. All other letters
    // stay as they are.
    constexpr char marks = '\xCC';
    constexpr std::string_view eth = "\xC3\x90";
    return utf8.find(marks) == std::string_view::npos && utf8.find(eth) == std::string_view::npos;
}

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
