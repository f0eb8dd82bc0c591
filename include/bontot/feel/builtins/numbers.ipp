// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_NUMBERS_IPP
#define BONTOT_FEEL_BUILTINS_NUMBERS_IPP

#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/builtins/numbers.hpp>
#include <bontot/feel/code/machine.hpp>
#include <bontot/feel/values/arithmetic.hpp>
#include <bontot/feel/values/compare.hpp>
#include <bontot/feel/values/number_text.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::feel::detail {

// Built-ins get as many arguments as their row of the table allows, none of
// them unknown unless it says so, and give null for arguments of other kinds.
inline constexpr std::int64_t least_scale = -6111;
value builtin_not(machine&, std::span<const value> a)
{
    return negation(a[0]);
}

value builtin_abs(machine&, std::span<const value> a)
{
    if (a[0].is(kind::number)) return value::number(abs(a[0].as_number()));
    if (!is_duration(a[0])) return value::null();
    return duration_amount(a[0]) < 0 ? negate(a[0]) : a[0];
}

value builtin_modulo(machine&, std::span<const value> a)
{
    if (!a[0].is(kind::number) || !a[1].is(kind::number)) return value::null();
    return number_or_null(modulo(a[0].as_number(), a[1].as_number()));
}

[[nodiscard]] inline value has_remainder(const value& a, bool wanted)
{
    if (!a.is(kind::number) || !a.as_number().is_integer()) return value::null();
    const auto rest = modulo(a.as_number(), bontot::number(2));
    return rest ? value::boolean(rest->is_zero() != wanted) : value::null();
}

value builtin_even(machine&, std::span<const value> a)
{
    return has_remainder(a[0], false);
}

value builtin_odd(machine&, std::span<const value> a)
{
    return has_remainder(a[0], true);
}

/** Returns the scale that a number says, of which a fraction is cut off. */
[[nodiscard]] inline std::optional<std::int64_t> scale_of(const value& a)
{
    if (!a.is(kind::number)) return {};
    const auto whole = round(a.as_number(), 0, rounding_mode::down);
    const auto scale = whole ? whole->to_int64() : std::optional<std::int64_t>();
    if (!scale || *scale < least_scale || *scale > most_scale) return {};
    return scale;
}

template <rounding_mode Mode>
value builtin_round(machine&, std::span<const value> a)
{
    const std::optional<std::int64_t> scale =
        a.size() > 1 ? scale_of(a[1]) : std::optional<std::int64_t>(0);
    if (!scale || !a[0].is(kind::number)) return value::null();
    return number_or_null(round(a[0].as_number(), *scale, Mode));
}

/** Returns the character of a separator; 0 for none, nothing when it is not one of `allowed`. */
[[nodiscard]] inline std::optional<char>
separator_of(std::span<const value> a, std::size_t index, std::string_view allowed)
{
    if (index >= a.size() || a[index].is_null()) return '\0';
    if (!a[index].is(kind::text)) return {};
    const std::string_view text = a[index].as_text();
    if (text.size() != 1 || allowed.find(text[0]) == std::string_view::npos) return {};
    return text[0];
}

value builtin_number(machine& m, std::span<const value> a)
{
    const std::optional<char> group = separator_of(a, 1, " ,.");
    const std::optional<char> point = separator_of(a, 2, ",.");
    if (!a[0].is(kind::text) || !group || !point) return value::null();
    if (*group != '\0' && *group == *point) return value::null();
    const std::string_view written = a[0].as_text();
    if (!m.spend(written.size())) return value::null();
    string& plain = m.draft();
    for (const char c : written) {
        if (c == *group && c != '\0') continue;
        const bool is_foreign_point = c == '.' && *point == ',';
        plain += is_foreign_point ? '?' : (c == *point && c != '\0' ? '.' : c);
    }
    return number_or_null(parse_feel_number(plain));
}

} // namespace bontot::feel::detail

#endif
