// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_TEXT_IPP
#define BONTOT_BASE_TEXT_IPP

#include <bontot/text.hpp>

#include <bontot/base/utf8.hpp>
#include <bontot/base/vietnamese_letters.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace bontot {

bool is_valid_utf8(std::string_view text) noexcept
{
    for (std::size_t at = 0; at < text.size();) {
        const detail::code_point next = detail::read_code_point(text, at);
        if (!next.valid) return false;
        at += next.size;
    }
    return true;
}

std::size_t count_code_points(std::string_view text) noexcept
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char each) {
        return !detail::is_continuation(each);
    }));
}

std::size_t display_width(std::string_view text) noexcept
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const detail::code_point next = detail::read_code_point(text, at);
        width += detail::column_count(next.value);
        at += next.size;
    }
    return width;
}

} // namespace bontot

namespace bontot::detail {

const vietnamese_letter* find_letter(char32_t composed) noexcept
{
    const auto found = std::lower_bound(
        vietnamese_letters.begin(), vietnamese_letters.end(), composed,
        [](const vietnamese_letter& each, char32_t wanted) { return each.composed < wanted; }
    );
    if (found == vietnamese_letters.end() || found->composed != composed) return nullptr;
    return &*found;
}

const vietnamese_letter* add_mark(const vietnamese_letter& letter, char32_t mark) noexcept
{
    for (const vietnamese_letter& each : vietnamese_letters) {
        if (each.base != letter.base) continue;
        const bool shaped = letter.shape == 0 && each.shape == mark && each.tone == letter.tone;
        const bool toned = letter.tone == 0 && each.tone == mark && each.shape == letter.shape;
        if (shaped || toned) return &each;
    }
    return nullptr;
}

} // namespace bontot::detail

namespace bontot {

bool is_plainly_normal(std::string_view utf8) noexcept
{
    // The first byte of every mark that a letter is composed with, and U+00D0. All other letters
    // stay as they are.
    constexpr char marks = '\xCC';
    constexpr std::string_view eth = "\xC3\x90";
    return utf8.find(marks) == std::string_view::npos && utf8.find(eth) == std::string_view::npos;
}

} // namespace bontot

#endif
