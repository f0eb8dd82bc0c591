// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_FACT_CHECK_IPP
#define BONTOT_RUBRIC_FACT_CHECK_IPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/sorted_places.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/fact_check.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

bool is_period(const date& from, const date& to, int months)
{
    if (months == 0) return true;
    const std::int64_t next_month = std::int64_t{from.year} * 12 + from.month - 1 + months;
    const std::optional<date> next = make_date(next_month / 12, next_month % 12 + 1, from.day);
    return next && date_of_day_number(day_number(*next) - 1) == to;
}

bool is_unit_kind(const rubric& sheet, std::string_view kind)
{
    const auto kinds = sheet.unit_kinds;
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool is_within(const fact_spec& fact, const number& given)
{
    if (fact.quick.surely_has(given)) return true;
    return !(fact.min && given < *fact.min) && !(fact.max && given > *fact.max) &&
           !(fact.integer && !given.is_integer());
}

const std::string_view* find_choice(const fact_spec& fact, std::string_view given)
{
    return find_text(fact.choices, fact.choice_order, given);
}

std::optional<given_fault> check_number(const fact_spec& fact, const number& given)
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

std::optional<given_fault>
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
