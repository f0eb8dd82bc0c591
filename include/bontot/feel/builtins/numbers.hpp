// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_NUMBERS_HPP
#define BONTOT_FEEL_BUILTINS_NUMBERS_HPP

#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/code/machine.hpp>

#include <cstdint>
#include <span>

namespace bontot::feel::detail {

inline constexpr std::int64_t most_scale = 6176;

value builtin_not(machine&, std::span<const value> a);

value builtin_abs(machine&, std::span<const value> a);

value builtin_modulo(machine&, std::span<const value> a);

value builtin_even(machine&, std::span<const value> a);

value builtin_odd(machine&, std::span<const value> a);

template <rounding_mode Mode>
value builtin_round(machine&, std::span<const value> a);

value builtin_number(machine& m, std::span<const value> a);

} // namespace bontot::feel::detail

#endif
