// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_NUMBER_TEXT_IPP
#define BONTOT_FEEL_VALUES_NUMBER_TEXT_IPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/values/number_text.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace bontot::feel::detail {

std::optional<bontot::number> parse_feel_number(string& text)
{
    const std::size_t start = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t first = std::min(text.find_first_not_of('0', start), text.size());
    const bool has_zeros = first > start;
    const bool is_all_zeros = first == text.size();
    const bool begins_with_point = !is_all_zeros && text[first] == '.';
    const bool has_exponent = !is_all_zeros && (text[first] == 'e' || text[first] == 'E');
    if (!has_zeros && (is_all_zeros || has_exponent)) return {};
    const bool needs_zero = is_all_zeros || begins_with_point || has_exponent;
    text.replace(start, first - start, needs_zero ? "0" : "");
    bontot::number found;
    if (bontot::number::parse(text, found) != number_status::ok) return {};
    return found;
}

} // namespace bontot::feel::detail

#endif
