// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DETAIL_FACT_CHECK_HPP
#define BONTOT_DETAIL_FACT_CHECK_HPP

#include <bontot/rubric.hpp>

#include <bontot/detail/diagnosis.hpp>
#include <bontot/detail/json_reading.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace bontot::detail {

/** Tells whether a period is so many months long: it ends the day before the day it would begin
   again.

    0 months: any length.
*/
inline bool is_period(const date& from, const date& to, int months)
{
    if (months == 0) return true;
    const std::int64_t next_month = std::int64_t{from.year} * 12 + from.month - 1 + months;
    const std::optional<date> next = make_date(next_month / 12, next_month % 12 + 1, from.day);
    return next && date_of_day_number(day_number(*next) - 1) == to;
}

/** Tells whether a rubric is for units of a kind. */
inline bool is_unit_kind(const rubric& sheet, std::string_view kind)
{
    const auto kinds = sheet.unit_kinds;
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/** Tells whether a number is one of a fact's values. */
inline bool is_within(const fact_spec& fact, const number& given)
{
    if (fact.quick.surely_has(given)) return true;
    return !(fact.min && given < *fact.min) && !(fact.max && given > *fact.max) &&
           !(fact.integer && !given.is_integer());
}

/** Returns the rubric's own text of a choice; null: there is none such. */
inline const std::string_view* find_choice(const fact_spec& fact, std::string_view given)
{
    const auto found = std::find(fact.choices.begin(), fact.choices.end(), given);
    return found == fact.choices.end() ? nullptr : &*found;
}

/** What is wrong with a value that was given for a fact, or for anything else. */
struct given_fault
{
    message code;
    std::array<string, 4> arguments;
};

/** Checks a number against a fact's range; the same rule for JSON and for fields set one by one. */
inline std::optional<given_fault> check_number(const fact_spec& fact, const number& given)
{
    if (is_within(fact, given)) return {};
    const bool is_low = fact.min && given < *fact.min;
    const bool is_high = fact.max && given > *fact.max;
    // Of a member, no value is shown.
    const auto text = to_text(given);
    const string found(fact.of_member ? std::string_view("?") : text.view());
    if (!is_low && !is_high) {
        return given_fault{message::dossier_not_integer, {{string(fact.id), found, {}, {}}}};
    }
    const auto low = to_text(fact.min.value_or(number(0)));
    const auto high = to_text(fact.max.value_or(number(0)));
    const message code = !fact.max   ? message::dossier_below_range
                         : !fact.min ? message::dossier_above_range
                                     : message::dossier_out_of_range;
    return given_fault{code, {{string(fact.id), found, string(low.view()), string(high.view())}}};
}

/** Returns the rubric's own text of a choice, or a fault that names the choices. */
inline std::optional<given_fault>
check_choice(const fact_spec& fact, std::string_view given, std::string_view& own)
{
    if (const std::string_view* const found = find_choice(fact, given)) {
        own = *found;
        return {};
    }
    return given_fault{
        message::dossier_unknown_choice,
        {{string(fact.id),
          string(fact.of_member ? std::string_view("?") : shown(given)),
          list_of_words(fact.choices),
          {}}}};
}

} // namespace bontot::detail

#endif
