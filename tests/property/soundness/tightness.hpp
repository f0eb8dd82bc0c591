// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TESTS_PROPERTY_SOUNDNESS_TIGHTNESS_HPP
#define BONTOT_TESTS_PROPERTY_SOUNDNESS_TIGHTNESS_HPP

#include "coverage.hpp"

#include <cstdint>
#include <string>

namespace soundness {

/** Names what the tightness of intervals must be tried with. */
void expect_tight(coverage& met);

/** Makes a sheet of independent lines, each over one missing fact, mark or document.

    @return What end of a line's or of the total's interval no completion reaches, with the sheet;
    "" when all are reached.
*/
std::string try_tightness(std::uint64_t seed, coverage& met);

} // namespace soundness

#endif
