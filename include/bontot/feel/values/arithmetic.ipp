// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_ARITHMETIC_IPP
#define BONTOT_FEEL_VALUES_ARITHMETIC_IPP

#include <bontot/date.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/values/arithmetic.hpp>
#include <bontot/feel/values/checked.hpp>
#include <bontot/feel/values/duration.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace bontot::feel::detail {

/** Returns a duration of the same kind as `like`, or null without an amount. */
[[nodiscard]] inline value duration_or_null(const value& like, std::optional<std::int64_t> amount)
{
    if (!amount) return value::null();
    return like.is(kind::days_duration) ? value::days(*amount) : value::months(*amount);
}

[[nodiscard]] inline std::int64_t floor_divide(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/** Adds months to a date; the last day of a shorter month stands for a day it has not. */
[[nodiscard]] inline value add_months(const bontot::date& day, std::int64_t months)
{
    const std::optional<std::int64_t> total =
        checked_add(std::int64_t{day.year} * 12 + day.month - 1, months);
    if (!total) return value::null();
    const std::int64_t year = floor_divide(*total, 12);
    const auto month = static_cast<int>(*total - year * 12) + 1;
    if (year < -max_year || year > max_year) return value::null();
    const std::optional<bontot::date> made =
        make_date(year, month, std::min(int{day.day}, days_in_month(year, month)));
    return made ? value::date(*made) : value::null();
}

/** Adds seconds to midnight of a date, and takes the date of the result. */
[[nodiscard]] inline value add_seconds(const bontot::date& day, std::int64_t seconds)
{
    const std::optional<std::int64_t> total =
        checked_add(day_number(day), floor_divide(seconds, seconds_of_day));
    const std::optional<bontot::date> made =
        total ? date_of_day_number(*total) : std::optional<bontot::date>();
    return made ? value::date(*made) : value::null();
}

[[nodiscard]] inline value add_duration(const bontot::date& day, const value& duration)
{
    return duration.is(kind::months_duration) ? add_months(day, duration.as_months())
                                              : add_seconds(day, duration.as_seconds());
}

value negate(const value& a)
{
    if (a.is_unknown()) return a;
    if (a.is(kind::number)) return value::number(-a.as_number());
    if (!is_duration(a)) return value::null();
    return duration_or_null(a, checked_negate(duration_amount(a)));
}

value add(const value& a, const value& b)
{
    if (a.is_unknown() || b.is_unknown()) return value::unknown();
    if (a.is(kind::number) && b.is(kind::number)) {
        return number_or_null(bontot::add(a.as_number(), b.as_number()));
    }
    if (a.is(kind::date) && is_duration(b)) return add_duration(a.as_date(), b);
    if (is_duration(a) && b.is(kind::date)) return add_duration(b.as_date(), a);
    if (is_duration(a) && a.kind() == b.kind()) {
        return duration_or_null(a, checked_add(duration_amount(a), duration_amount(b)));
    }
    return value::null();
}

value subtract(const value& a, const value& b)
{
    if (a.is_unknown() || b.is_unknown()) return value::unknown();
    if (a.is(kind::number) && b.is(kind::number)) {
        return number_or_null(bontot::subtract(a.as_number(), b.as_number()));
    }
    if (a.is(kind::date) && b.is(kind::date)) {
        return value::days((day_number(a.as_date()) - day_number(b.as_date())) * seconds_of_day);
    }
    return is_duration(b) ? add(a, negate(b)) : value::null();
}

/** Returns a duration from an exact amount, of which a fraction is cut off. */
[[nodiscard]] inline value
duration_of(const value& like, const std::optional<bontot::number>& amount)
{
    if (!amount) return value::null();
    const std::optional<bontot::number> whole = round(*amount, 0, rounding_mode::down);
    return duration_or_null(like, whole ? whole->to_int64() : std::optional<std::int64_t>());
}

value multiply(const value& a, const value& b)
{
    if (a.is_unknown() || b.is_unknown()) return value::unknown();
    if (a.is(kind::number) && b.is(kind::number)) {
        return number_or_null(bontot::multiply(a.as_number(), b.as_number()));
    }
    if (is_duration(a) && b.is(kind::number)) {
        return duration_of(a, bontot::multiply(bontot::number(duration_amount(a)), b.as_number()));
    }
    return a.is(kind::number) && is_duration(b) ? multiply(b, a) : value::null();
}

value divide(const value& a, const value& b)
{
    if (a.is_unknown() || b.is_unknown()) return value::unknown();
    if (a.is(kind::number) && b.is(kind::number)) {
        return number_or_null(bontot::divide(a.as_number(), b.as_number()));
    }
    if (!is_duration(a)) return value::null();
    const bontot::number amount(duration_amount(a));
    if (b.is(kind::number)) return duration_of(a, bontot::divide(amount, b.as_number()));
    if (a.kind() != b.kind()) return value::null();
    return number_or_null(bontot::divide(amount, bontot::number(duration_amount(b))));
}

value raise(const value& a, const value& b)
{
    if (a.is_unknown() || b.is_unknown()) return value::unknown();
    if (!a.is(kind::number) || !b.is(kind::number)) return value::null();
    const std::optional<std::int64_t> exponent = b.as_number().to_int64();
    return exponent ? number_or_null(power(a.as_number(), *exponent)) : value::null();
}

value date_property(const bontot::date& day, symbol name)
{
    const auto number = [](std::int64_t n) { return value::number(bontot::number(n)); };
    switch (name) {
    case property_year:
        return number(day.year);
    case property_month:
        return number(day.month);
    case property_day:
        return number(day.day);
    case property_weekday: {
        const std::int64_t since_thursday = day_number(day); // 1970-01-01 was one
        const std::int64_t from_monday = since_thursday + 3;
        return number(from_monday - floor_divide(from_monday, 7) * 7 + 1);
    }
    default:
        return value::null();
    }
}

value duration_property(const value& duration, symbol name)
{
    const auto number = [](std::int64_t n) { return value::number(bontot::number(n)); };
    const std::int64_t amount = duration_amount(duration);
    if (duration.is(kind::months_duration)) {
        if (name == property_years) return number(amount / 12);
        return name == property_months ? number(amount % 12) : value::null();
    }
    switch (name) {
    case property_days:
        return number(amount / seconds_of_day);
    case property_hours:
        return number(amount / 3600 % 24);
    case property_minutes:
        return number(amount / 60 % 60);
    case property_seconds:
        return number(amount % 60);
    default:
        return value::null();
    }
}

} // namespace bontot::feel::detail

#endif
