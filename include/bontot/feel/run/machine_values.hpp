// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_RUN_MACHINE_VALUES_HPP
#define BONTOT_FEEL_RUN_MACHINE_VALUES_HPP

#include <bontot/feel/value.hpp>

#include <cstdint>

namespace bontot::feel::detail {

/** Fills a range; returns false when its ends can not be ends of one range. */
[[nodiscard]] bool
fill_range(range_value& range, std::uint8_t flags, const value& low, const value& high);

} // namespace bontot::feel::detail

#endif
