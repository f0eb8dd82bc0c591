// SPDX-License-Identifier: BSL-1.0
// How a date comes in: as a text YYYY-MM-DD.
#ifndef BONTOT_C_API_DATES_HPP
#define BONTOT_C_API_DATES_HPP

#include "guard.hpp"

#include <bontot/text.hpp>

#include <bontot/json/diagnosis.hpp>

#include <optional>
#include <string_view>

namespace bontot::c_api {

inline date date_in(std::string_view text)
{
    const auto day = text.size() == 10 ? parse_date(text) : std::nullopt;
    if (!day) {
        const std::string_view brief = is_valid_utf8(text) ? detail::shown(text) : "?";
        refuse(BONTOT_BAD_INPUT, message::reading_bad_date, {brief});
    }
    return *day;
}

} // namespace bontot::c_api

#endif
