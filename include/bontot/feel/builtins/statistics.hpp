// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_STATISTICS_HPP
#define BONTOT_FEEL_BUILTINS_STATISTICS_HPP

#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/code/machine.hpp>

#include <algorithm>
#include <optional>
#include <span>

namespace bontot::feel::detail {

/** Returns the elements of a list; any other value stands for a list of itself. */
[[nodiscard]] inline std::span<const value> items_of(const value& a)
{
    return a.is(kind::list) ? a.as_list() : std::span<const value>(&a, 1);
}

[[nodiscard]] inline bool has_unknown_item(std::span<const value> items)
{
    return std::any_of(items.begin(), items.end(), [](const value& v) { return v.is_unknown(); });
}

value builtin_min(machine& m, std::span<const value> a);

value builtin_max(machine& m, std::span<const value> a);

using combining = std::optional<bontot::number> (*)(const bontot::number&, const bontot::number&);

value builtin_sum(machine& m, std::span<const value> a);

value builtin_product(machine& m, std::span<const value> a);

value builtin_mean(machine& m, std::span<const value> a);

value builtin_median(machine& m, std::span<const value> a);

value builtin_all(machine& m, std::span<const value> a);

value builtin_any(machine& m, std::span<const value> a);

/** Counts the trues at the end of a list: how many running up to now (not of the standard). */
value builtin_streak(machine& m, std::span<const value> a);

} // namespace bontot::feel::detail

#endif
