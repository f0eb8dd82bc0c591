// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_RUN_PROGRAM_NULLS_HPP
#define BONTOT_FEEL_RUN_PROGRAM_NULLS_HPP

#include <string_view>

namespace bontot::feel::detail {

/** Tells whether a built-in gives a value for whatever its types allow. */
bool is_total(std::string_view name);

} // namespace bontot::feel::detail

#endif
