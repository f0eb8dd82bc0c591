// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_KNOWN_VALUE_HPP
#define BONTOT_RUBRIC_KNOWN_VALUE_HPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>

#include <optional>
#include <string_view>

namespace bontot::detail {

/** Returns a text that FEEL reads; an empty one says nothing. */
inline feel::value known_text(std::string_view text)
{
    return text.empty() ? feel::value::unknown() : feel::value::text(text);
}

inline feel::value known_date(const std::optional<date>& day)
{
    return day ? feel::value::date(*day) : feel::value::unknown();
}

} // namespace bontot::detail

#endif
