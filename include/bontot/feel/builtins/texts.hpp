// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_TEXTS_HPP
#define BONTOT_FEEL_BUILTINS_TEXTS_HPP

#include <bontot/feel/value.hpp>

#include <bontot/feel/code/machine.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace bontot::feel::detail {

/** Returns where a text stands first in another, or npos, in time that grows as both lengths do. */
[[nodiscard]] std::size_t find_text(std::string_view in, std::string_view sought);

value builtin_string(machine& m, std::span<const value> a);

value builtin_string_length(machine& m, std::span<const value> a);

value builtin_upper_case(machine& m, std::span<const value> a);

value builtin_lower_case(machine& m, std::span<const value> a);

value builtin_contains(machine& m, std::span<const value> a);

value builtin_starts_with(machine& m, std::span<const value> a);

value builtin_ends_with(machine& m, std::span<const value> a);

value builtin_substring_before(machine& m, std::span<const value> a);

value builtin_substring_after(machine& m, std::span<const value> a);

} // namespace bontot::feel::detail

#endif
