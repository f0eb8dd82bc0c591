// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_EVALUATE_HPP
#define BONTOT_EVALUATE_EVALUATE_HPP

#include <bontot/number.hpp>

namespace bontot::detail {

/** Returns how much is decided when so much of a maximum is open. */
number completeness_of(const number& open, const number& printed);

} // namespace bontot::detail

#endif
