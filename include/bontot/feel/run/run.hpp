// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_RUN_RUN_HPP
#define BONTOT_FEEL_RUN_RUN_HPP

#include <bontot/feel/program.hpp>
#include <bontot/number.hpp>

namespace bontot::feel::detail {

bool fits(const simple_test& test, const bontot::number& input) noexcept;

} // namespace bontot::feel::detail

#endif
