// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_CALLS_HPP
#define BONTOT_FEEL_SYNTAX_CALLS_HPP

#include <cstddef>
#include <string_view>

namespace bontot::feel::detail {

/** Returns the n-th of names that are separated by commas; empty beyond the last. */
[[nodiscard]] std::string_view parameter_name(std::string_view names, std::size_t n);

} // namespace bontot::feel::detail

#endif
