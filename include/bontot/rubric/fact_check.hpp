// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_FACT_CHECK_HPP
#define BONTOT_RUBRIC_FACT_CHECK_HPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Tells whether a period is so many months long: it ends the day before the day it would begin
   again.

    0 months: any length.
*/
bool is_period(const date& from, const date& to, int months);

/** Tells whether a rubric is for units of a kind. */
bool is_unit_kind(const rubric& sheet, std::string_view kind);

/** Tells whether a number is one of a fact's values. */
bool is_within(const fact_spec& fact, const number& given);

/** Returns the rubric's own text of a choice; null: there is none such. */
const std::string_view* find_choice(const fact_spec& fact, std::string_view given);

/** What is wrong with a value that was given for a fact, or for anything else. */
struct given_fault
{
    message code;
    std::array<string, 4> arguments;
};

/** Checks a number against a fact's range; the same rule for JSON and for fields set one by one. */
std::optional<given_fault> check_number(const fact_spec& fact, const number& given);

/** Returns the rubric's own text of a choice, or a fault that names the choices. */
std::optional<given_fault>
check_choice(const fact_spec& fact, std::string_view given, std::string_view& own);

} // namespace bontot::detail

#endif
