// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_DATES_IPP
#define BONTOT_FEEL_BUILTINS_DATES_IPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>

#include <bontot/feel/builtins/dates.hpp>
#include <bontot/feel/code/machine.hpp>
#include <bontot/feel/values/arithmetic.hpp>
#include <bontot/feel/values/duration.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace bontot::feel::detail {

[[nodiscard]] inline value date_or_null(const std::optional<bontot::date>& day)
{
    return day ? value::date(*day) : value::null();
}

value builtin_date(machine&, std::span<const value> a)
{
    if (a[0].is(kind::date)) return a[0];
    return a[0].is(kind::text) ? date_or_null(parse_date(a[0].as_text())) : value::null();
}

value builtin_date_of_parts(machine&, std::span<const value> a)
{
    std::int64_t parts[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        if (!a[i].is(kind::number)) return value::null();
        const std::optional<std::int64_t> part = a[i].as_number().to_int64();
        if (!part) return value::null();
        parts[i] = *part;
    }
    return date_or_null(make_date(parts[0], parts[1], parts[2]));
}

value builtin_duration(machine& m, std::span<const value> a)
{
    if (is_duration(a[0])) return a[0];
    if (!a[0].is(kind::text) || !m.spend(a[0].as_text().size())) return value::null();
    return parse_duration(a[0].as_text());
}

value builtin_months_between(machine&, std::span<const value> a)
{
    if (!a[0].is(kind::date) || !a[1].is(kind::date)) return value::null();
    const bontot::date& from = a[0].as_date();
    const bontot::date& to = a[1].as_date();
    std::int64_t months = (std::int64_t{to.year} - from.year) * 12 + to.month - from.month;
    if (months > 0 && to.day < from.day) --months;
    if (months < 0 && to.day > from.day) ++months;
    return value::months(months);
}

} // namespace bontot::feel::detail

#endif
