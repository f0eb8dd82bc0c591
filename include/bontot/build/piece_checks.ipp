// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BUILD_PIECE_CHECKS_IPP
#define BONTOT_BUILD_PIECE_CHECKS_IPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <bontot/build/piece_checks.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bontot::detail {

string entry_pointer(std::string_view list, std::size_t index)
{
    string out(list);
    const std::string digits = std::to_string(index);
    append_pointer_key(out, digits);
    return out;
}

std::optional<date>
piece_checks::needed_day(std::string_view text, const string& pointer, std::string_view key)
{
    const std::optional<date> day = day_of(text);
    if (!day) add(message::reading_bad_date, member_of(pointer, key), {date_like(text)});
    return day;
}

string piece_checks::member_of(const string& pointer, std::string_view key)
{
    string out(pointer);
    append_pointer_key(out, key);
    return out;
}

} // namespace bontot::detail

#endif
