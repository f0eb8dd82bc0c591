// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_LISTS_HPP
#define BONTOT_FEEL_BUILTINS_LISTS_HPP

#include <bontot/feel/value.hpp>

#include <bontot/feel/code/machine.hpp>

#include <span>

namespace bontot::feel::detail {

value builtin_count(machine&, std::span<const value> a);

value builtin_list_contains(machine& m, std::span<const value> a);

value builtin_append(machine& m, std::span<const value> a);

value builtin_concatenate(machine& m, std::span<const value> a);

[[nodiscard]] value distinct(machine& m, std::span<const value> items);

value builtin_distinct_values(machine& m, std::span<const value> a);

value builtin_union(machine& m, std::span<const value> a);

value builtin_flatten(machine& m, std::span<const value> a);

value builtin_index_of(machine& m, std::span<const value> a);

value builtin_sublist(machine& m, std::span<const value> a);

value builtin_reverse(machine& m, std::span<const value> a);

value builtin_remove(machine& m, std::span<const value> a);

value builtin_insert_before(machine& m, std::span<const value> a);

} // namespace bontot::feel::detail

#endif
