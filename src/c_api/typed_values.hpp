// SPDX-License-Identifier: BSL-1.0
// How values of facts come in: as numbers, as dates, and as texts that somebody typed.
#ifndef BONTOT_C_API_TYPED_VALUES_HPP
#define BONTOT_C_API_TYPED_VALUES_HPP

#include "dates.hpp"

#include <bontot/json/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::c_api {

inline void check_utf8(std::string_view text)
{
    if (!is_valid_utf8(text)) refuse(BONTOT_BAD_INPUT, message::json_not_utf8, {});
}

/** Makes a view of a text that came in and is to be kept. */
inline std::string_view utf8_in(const char* text, std::size_t length, std::string_view name)
{
    const std::string_view given = text_in(text, length, name);
    check_utf8(given);
    return given;
}

inline constexpr std::int32_t most_scale = 6000;

inline number number_in(bontot_number given)
{
    if (given.scale < 0 || given.scale > most_scale)
        refuse(BONTOT_MISUSE, message::api_bad_argument, {"number.scale"});
    return number::scaled(given.coefficient, given.scale);
}

inline std::optional<number> number_in(const bontot_number* given)
{
    return given == nullptr ? std::optional<number>() : number_in(*given);
}

/** Reads a day; of a member's fact the message does not show what was given. */
inline feel::value date_value(std::string_view text, bool may_show = true)
{
    if (may_show) return feel::value::date(date_in(text));
    const std::optional<date> day = detail::day_of(text);
    if (!day) refuse(BONTOT_BAD_INPUT, message::reading_bad_date, {"?"});
    return feel::value::date(*day);
}

[[noreturn]] inline void refuse_typed(const fact_spec& fact, std::string_view text, message wanted)
{
    const string want = detail::message_argument(wanted);
    const std::string_view brief = fact.of_member ? "?" : detail::shown(text);
    refuse(BONTOT_BAD_INPUT, message::api_not_typed, {fact.id, brief, want});
}

inline feel::value typed_number(const fact_spec& fact, std::string_view text)
{
    number amount;
    if (number::parse(text, amount) != number_status::ok)
        refuse_typed(fact, text, message::want_number);
    if (!detail::is_thousands_like(text)) return feel::value::number(amount);
    if (fact.of_member) refuse(BONTOT_BAD_INPUT, message::number_ambiguous_member, {});
    const string thousands = detail::without_dots(text);
    const auto fraction = to_text(amount);
    refuse(
        BONTOT_BAD_INPUT, message::number_ambiguous,
        {detail::shown(text), detail::shown(thousands), fraction.view()}
    );
}

/** Reads a value as it is typed, by the type of its fact. */
inline feel::value typed_value(const fact_spec& fact, std::string_view text)
{
    switch (fact.type) {
    case fact_type::number:
        return typed_number(fact, text);
    case fact_type::boolean:
        if (text != "true" && text != "false") refuse_typed(fact, text, message::want_boolean);
        return feel::value::boolean(text == "true");
    case fact_type::date:
        return date_value(text, !fact.of_member);
    case fact_type::text:
    case fact_type::choice:
        break;
    }
    return feel::value::text(text);
}

} // namespace bontot::c_api

#endif
