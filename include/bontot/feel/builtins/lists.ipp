// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_LISTS_IPP
#define BONTOT_FEEL_BUILTINS_LISTS_IPP

#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/builtins/lists.hpp>
#include <bontot/feel/builtins/statistics.hpp>
#include <bontot/feel/code/machine.hpp>
#include <bontot/feel/values/compare.hpp>
#include <bontot/feel/values/effort.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace bontot::feel::detail {

/** Appends to the list being built. */
inline void build(machine& m, std::span<const value> items)
{
    if (!m.spend(items.size())) return;
    m.building().insert(m.building().end(), items.begin(), items.end());
}

/** Returns the place from 0 that a position says (1 first, -1 last), or nothing outside a list. */
[[nodiscard]] inline std::optional<std::size_t> place_of(const value& position, std::size_t size)
{
    if (!position.is(kind::number)) return {};
    const std::optional<std::int64_t> at = position.as_number().to_int64();
    const auto count = static_cast<std::int64_t>(size);
    if (!at || *at == 0 || *at > count || *at < -count) return {};
    return static_cast<std::size_t>(*at > 0 ? *at - 1 : count + *at);
}

value builtin_count(machine&, std::span<const value> a)
{
    if (a[0].is_null()) return a[0];
    return value::number(bontot::number(static_cast<std::int64_t>(items_of(a[0]).size())));
}

value builtin_list_contains(machine& m, std::span<const value> a)
{
    if (a[0].is_null()) return a[0];
    bool found_unknown = false;
    for (const value& each : items_of(a[0])) {
        const value same = equal(each, a[1], m.work());
        if (same.is_true()) return same;
        found_unknown = found_unknown || same.is_unknown();
        if (!m.spend(1)) return value::null();
    }
    return found_unknown ? value::unknown() : value::boolean(false);
}

value builtin_append(machine& m, std::span<const value> a)
{
    if (a[0].is_null()) return a[0];
    const std::size_t first = m.building().size();
    build(m, items_of(a[0]));
    build(m, a.subspan(1));
    return m.take_built(first);
}

value builtin_concatenate(machine& m, std::span<const value> a)
{
    const std::size_t first = m.building().size();
    bool found_null = false;
    for (const value& each : a) {
        found_null = found_null || each.is_null();
        build(m, items_of(each));
    }
    const value made = m.take_built(first);
    return found_null ? value::null() : made;
}

/** Returns whether an item is unknown, and counts those that were looked at when there is one.

    When there is none, going through all of them is counted.
*/
[[nodiscard]] inline bool ends_at_unknown(machine& m, std::span<const value> items)
{
    const auto unknown = std::find_if(items.begin(), items.end(), [](const value& each) {
        return each.is_unknown();
    });
    if (unknown == items.end()) return false;
    m.spend(static_cast<std::uint64_t>(unknown - items.begin()) + 1);
    return true;
}

/** Appends an item to the list being built unless it is there; returns false when nobody knows. */
[[nodiscard]] inline bool build_distinct(machine& m, std::size_t first, const value& item)
{
    for (std::size_t i = first; i < m.building().size(); ++i) {
        if (!m.spend(1)) return true;
        const value same = equal(m.building()[i], item, m.work());
        if (same.is_unknown()) return false;
        if (same.is_true()) return true;
    }
    m.building().push_back(item);
    return true;
}

value distinct(machine& m, std::span<const value> items)
{
    if (ends_at_unknown(m, items)) return value::unknown();
    const std::size_t first = m.building().size();
    bool is_known = true;
    for (const value& each : items)
        is_known = is_known && build_distinct(m, first, each);
    const value made = m.take_built(first);
    return is_known ? made : value::unknown();
}

value builtin_distinct_values(machine& m, std::span<const value> a)
{
    return a[0].is_null() ? a[0] : distinct(m, items_of(a[0]));
}

value builtin_union(machine& m, std::span<const value> a)
{
    const value all = builtin_concatenate(m, a);
    return all.is(kind::list) ? distinct(m, all.as_list()) : all;
}

/** Appends the elements at every depth; returns false when one of them is unknown. */
[[nodiscard]] inline bool build_flat(machine& m, const value& item, int depth)
{
    if (item.is_unknown()) return false;
    if (!m.spend(1)) return true;
    if (!item.is(kind::list) || depth > max_nesting) {
        m.building().push_back(item);
        return true;
    }
    return std::all_of(item.as_list().begin(), item.as_list().end(), [&](const value& each) {
        return build_flat(m, each, depth + 1);
    });
}

value builtin_flatten(machine& m, std::span<const value> a)
{
    if (a[0].is_null()) return a[0];
    const std::size_t first = m.building().size();
    const bool is_known = build_flat(m, a[0], 0);
    const value made = m.take_built(first);
    return is_known ? made : value::unknown();
}

value builtin_index_of(machine& m, std::span<const value> a)
{
    if (a[0].is_null()) return a[0];
    const std::span<const value> items = items_of(a[0]);
    const std::size_t first = m.building().size();
    bool is_known = !ends_at_unknown(m, items);
    for (std::size_t i = 0; i < items.size() && is_known && m.spend(1); ++i) {
        const value same = equal(items[i], a[1], m.work());
        is_known = !same.is_unknown();
        const auto place = static_cast<std::int64_t>(i + 1);
        if (same.is_true()) m.building().push_back(value::number(bontot::number(place)));
    }
    const value made = m.take_built(first);
    return is_known ? made : value::unknown();
}

value builtin_sublist(machine& m, std::span<const value> a)
{
    if (a[0].is_null()) return a[0];
    const std::span<const value> items = items_of(a[0]);
    const std::optional<std::size_t> start = place_of(a[1], items.size());
    if (!start) return value::null();
    const std::size_t rest = items.size() - *start;
    if (a.size() == 2) return m.make_list(items.subspan(*start));
    const std::optional<std::int64_t> length =
        a[2].is(kind::number) ? a[2].as_number().to_int64() : std::optional<std::int64_t>();
    if (!length || *length < 1 || static_cast<std::uint64_t>(*length) > rest) return value::null();
    return m.make_list(items.subspan(*start, static_cast<std::size_t>(*length)));
}

value builtin_reverse(machine& m, std::span<const value> a)
{
    if (a[0].is_null()) return a[0];
    const std::size_t first = m.building().size();
    build(m, items_of(a[0]));
    std::reverse(m.building().begin() + static_cast<std::ptrdiff_t>(first), m.building().end());
    return m.take_built(first);
}

value builtin_remove(machine& m, std::span<const value> a)
{
    if (a[0].is_null()) return a[0];
    const std::span<const value> items = items_of(a[0]);
    const std::optional<std::size_t> place = place_of(a[1], items.size());
    if (!place) return value::null();
    const std::size_t first = m.building().size();
    build(m, items.first(*place));
    build(m, items.subspan(*place + 1));
    return m.take_built(first);
}

value builtin_insert_before(machine& m, std::span<const value> a)
{
    if (a[0].is_null()) return a[0];
    const std::span<const value> items = items_of(a[0]);
    const std::optional<std::size_t> place = place_of(a[1], items.size());
    if (!place) return value::null();
    const std::size_t first = m.building().size();
    build(m, items.first(*place));
    build(m, a.subspan(2, 1));
    build(m, items.subspan(*place));
    return m.take_built(first);
}

} // namespace bontot::feel::detail

#endif
