// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_ARITHMETIC_HPP
#define BONTOT_FEEL_VALUES_ARITHMETIC_HPP

#include <bontot/date.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <cstdint>
#include <optional>

namespace bontot::feel::detail {

// Operations on values that need no memory. Every one gives unknown when an
// operand is unknown, and null when it has no result.
[[nodiscard]] inline value number_or_null(const std::optional<bontot::number>& result)
{
    return result ? value::number(*result) : value::null();
}

[[nodiscard]] inline bool is_duration(const value& a)
{
    return a.is(kind::days_duration) || a.is(kind::months_duration);
}

/** Returns the seconds or months of a duration. */
[[nodiscard]] inline std::int64_t duration_amount(const value& a)
{
    return a.is(kind::days_duration) ? a.as_seconds() : a.as_months();
}

[[nodiscard]] value negate(const value& a);

/** Adds everything but texts. */
[[nodiscard]] value add(const value& a, const value& b);

[[nodiscard]] value subtract(const value& a, const value& b);

[[nodiscard]] value multiply(const value& a, const value& b);

[[nodiscard]] value divide(const value& a, const value& b);

/** Raises to a whole power; other powers are null. */
[[nodiscard]] value raise(const value& a, const value& b);

/** Returns a property of a date, 1 (Monday) to 7 for `weekday`; null for other names. */
[[nodiscard]] value date_property(const bontot::date& day, symbol name);

/** Returns a property of a duration; parts of a negative one are negative. */
[[nodiscard]] value duration_property(const value& duration, symbol name);

} // namespace bontot::feel::detail

#endif
