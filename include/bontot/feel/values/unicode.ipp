// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_UNICODE_IPP
#define BONTOT_FEEL_VALUES_UNICODE_IPP

#include <bontot/base/utf8.hpp>
#include <bontot/feel/values/unicode.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace bontot::feel::detail {

std::optional<code_point> decode(std::string_view text, std::size_t at)
{
    const bontot::detail::code_point read = bontot::detail::read_code_point(text, at);
    if (!read.valid) return {};
    return code_point{read.value, read.size};
}

bool begins_name(char32_t letter)
{
    constexpr letter_range ranges[] = {
        {'a', 'z'},       {'A', 'Z'},       {'_', '_'},         {0xC0, 0xD6},     {0xD8, 0xF6},
        {0xF8, 0x2FF},    {0x370, 0x37D},   {0x37F, 0x167F},    {0x1681, 0x180D}, {0x180F, 0x1FFF},
        {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},   {0x3001, 0xD7FF}, {0xF900, 0xFDCF},
        {0xFDF0, 0xFEFE}, {0xFF00, 0xFFFD}, {0x10000, 0xEFFFF},
    };
    return is_one_of(ranges, letter);
}

bool continues_name(char32_t letter)
{
    constexpr letter_range ranges[] = {{'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};
    return begins_name(letter) || is_one_of(ranges, letter);
}

bool is_blank(char32_t letter)
{
    constexpr letter_range ranges[] = {{0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},
                                       {0xA0, 0xA0},     {0x1680, 0x1680}, {0x180E, 0x180E},
                                       {0x2000, 0x200B}, {0x2028, 0x2029}, {0x202F, 0x202F},
                                       {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
    return is_one_of(ranges, letter);
}

} // namespace bontot::feel::detail

#endif
