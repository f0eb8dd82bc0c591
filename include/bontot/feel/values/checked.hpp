// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_CHECKED_HPP
#define BONTOT_FEEL_VALUES_CHECKED_HPP

#include <cstdint>
#include <limits>
#include <optional>

namespace bontot::feel::detail {

inline constexpr std::int64_t least_integer = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t most_integer = std::numeric_limits<std::int64_t>::max();

/** Returns a + b, or nothing when it does not fit. */
[[nodiscard]] constexpr std::optional<std::int64_t>
checked_add(std::int64_t a, std::int64_t b) noexcept
{
    if (b > 0 ? a > most_integer - b : a < least_integer - b) return {};
    return a + b;
}

/** Returns -a, or nothing when it does not fit. */
[[nodiscard]] constexpr std::optional<std::int64_t> checked_negate(std::int64_t a) noexcept
{
    if (a == least_integer) return {};
    return -a;
}

/** Returns a * b for b > 0, or nothing when it does not fit. */
[[nodiscard]] constexpr std::optional<std::int64_t>
checked_multiply(std::int64_t a, std::int64_t b) noexcept
{
    if (a > most_integer / b || a < least_integer / b) return {};
    return a * b;
}

} // namespace bontot::feel::detail

#endif
