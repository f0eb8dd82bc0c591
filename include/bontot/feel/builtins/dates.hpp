// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_DATES_HPP
#define BONTOT_FEEL_BUILTINS_DATES_HPP

#include <bontot/feel/value.hpp>

#include <bontot/feel/code/machine.hpp>

#include <span>

namespace bontot::feel::detail {

value builtin_date(machine&, std::span<const value> a);

value builtin_date_of_parts(machine&, std::span<const value> a);

value builtin_duration(machine& m, std::span<const value> a);

/** Returns the whole months from one day to another, negative when it is earlier. */
value builtin_months_between(machine&, std::span<const value> a);

} // namespace bontot::feel::detail

#endif
