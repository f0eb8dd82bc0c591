// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_ARITHMETIC_HPP
#define BONTOT_NUMBER_ARITHMETIC_HPP

#include <bontot/number.hpp>

#include <bontot/number/uint128.hpp>

#include <cstdint>

namespace bontot::detail {

/** How a magnitude lies between two multiples of another, in units of 10^exponent. */
struct place_in_step
{
    uint128 remainder; /**< above the lower multiple; less than the step */
    uint128 step;
    std::int32_t exponent = 0;
    bool odd = false; /**< whether the lower multiple is an odd one */
};

/// Places value, whose magnitude is not below that of step. The step is not zero.
place_in_step find_place(const number& value, const number& step) noexcept;

} // namespace bontot::detail

#endif
