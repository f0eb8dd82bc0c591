// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_STATISTICS_IPP
#define BONTOT_FEEL_BUILTINS_STATISTICS_IPP

#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/builtins/statistics.hpp>
#include <bontot/feel/code/machine.hpp>
#include <bontot/feel/values/arithmetic.hpp>
#include <bontot/feel/values/compare.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace bontot::feel::detail {

[[nodiscard]] inline bool are_numbers(std::span<const value> items)
{
    return std::all_of(items.begin(), items.end(), [](const value& v) {
        return v.is(kind::number);
    });
}

/** Returns the first of all in order, or the last; null when they have no common order. */
[[nodiscard]] inline value extreme(machine& m, const value& list, int wanted)
{
    const std::span<const value> items = items_of(list);
    if (items.empty() || !m.spend(items.size())) return value::null();
    if (has_unknown_item(items)) return value::unknown();
    value best = items[0];
    for (const value& each : items) {
        if (!m.spend(order_work(each, best))) return value::null();
        const std::optional<int> found = order(each, best);
        if (!found) return value::null();
        if (wanted < 0 ? *found < 0 : *found > 0) best = each;
    }
    return best;
}

value builtin_min(machine& m, std::span<const value> a)
{
    return extreme(m, a[0], -1);
}

value builtin_max(machine& m, std::span<const value> a)
{
    return extreme(m, a[0], 1);
}

[[nodiscard]] inline value combine(machine& m, const value& list, combining operation)
{
    const std::span<const value> items = items_of(list);
    if (items.empty() || !m.spend(items.size())) return value::null();
    if (has_unknown_item(items)) return value::unknown();
    if (!are_numbers(items)) return value::null();
    std::optional<bontot::number> total = items[0].as_number();
    for (std::size_t i = 1; i < items.size() && total; ++i)
        total = operation(*total, items[i].as_number());
    return number_or_null(total);
}

value builtin_sum(machine& m, std::span<const value> a)
{
    return combine(m, a[0], bontot::add);
}

value builtin_product(machine& m, std::span<const value> a)
{
    return combine(m, a[0], bontot::multiply);
}

value builtin_mean(machine& m, std::span<const value> a)
{
    const value total = builtin_sum(m, a);
    if (!total.is(kind::number)) return total;
    const auto count = static_cast<std::int64_t>(items_of(a[0]).size());
    return number_or_null(bontot::divide(total.as_number(), bontot::number(count)));
}

value builtin_median(machine& m, std::span<const value> a)
{
    const std::span<const value> items = items_of(a[0]);
    if (items.empty() || !m.spend(items.size() * 16)) return value::null();
    if (has_unknown_item(items)) return value::unknown();
    if (!are_numbers(items)) return value::null();
    value* const sorted = m.room<value>(items.size());
    if (!sorted) return value::null();
    std::uninitialized_copy(items.begin(), items.end(), sorted);
    std::sort(sorted, sorted + items.size(), [](const value& x, const value& y) {
        return x.as_number() < y.as_number();
    });
    const std::size_t middle = items.size() / 2;
    if (items.size() % 2 == 1) return sorted[middle];
    const auto both = bontot::add(sorted[middle - 1].as_number(), sorted[middle].as_number());
    return number_or_null(both ? bontot::divide(*both, bontot::number(2)) : both);
}

value builtin_all(machine& m, std::span<const value> a)
{
    if (!m.spend(items_of(a[0]).size())) return value::null();
    conjunction all;
    for (const value& each : items_of(a[0]))
        all.add(each);
    return all.result();
}

value builtin_any(machine& m, std::span<const value> a)
{
    if (!m.spend(items_of(a[0]).size())) return value::null();
    disjunction any;
    for (const value& each : items_of(a[0]))
        any.add(each);
    return any.result();
}

value builtin_streak(machine& m, std::span<const value> a)
{
    const std::span<const value> items = items_of(a[0]);
    if (!m.spend(items.size())) return value::null();
    std::int64_t length = 0;
    for (std::size_t i = items.size(); i > 0; --i) {
        const value& each = items[i - 1];
        if (each.is_unknown()) return value::unknown();
        if (!each.is(kind::boolean)) return value::null();
        if (each.is_false()) break;
        ++length;
    }
    return value::number(bontot::number(length));
}

} // namespace bontot::feel::detail

#endif
