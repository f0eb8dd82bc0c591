// SPDX-License-Identifier: BSL-1.0
// Arithmetic of numbers whose coefficients or exponents are too far apart for the fast paths.
#ifndef BONTOT_NUMBER_FAR_HPP
#define BONTOT_NUMBER_FAR_HPP

#include <bontot/number.hpp>

#include <optional>

namespace bontot::detail {

/** Returns left + right, or left - right. */
std::optional<number> add_far(const number& left, const number& right, bool negate_right) noexcept;

std::optional<number> multiply_far(const number& left, const number& right) noexcept;

/** Returns below 0, 0 or above 0 as |left| is less than, equal to or greater than |right|. */
int compare_far(const number& left, const number& right) noexcept;

} // namespace bontot::detail

#endif
