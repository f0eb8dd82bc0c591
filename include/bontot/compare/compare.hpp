// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COMPARE_COMPARE_HPP
#define BONTOT_COMPARE_COMPARE_HPP

#include <bontot/memory.hpp>

#include <span>
#include <string_view>

namespace bontot::detail {

/** Returns the ids of the first list that the second one lacks, in their order. */
[[nodiscard]] vector<std::string_view>
missing_from(std::span<const std::string_view> all, std::span<const std::string_view> others);

} // namespace bontot::detail

#endif
