// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TESTS_PROPERTY_SOUNDNESS_MET_HPP
#define BONTOT_TESTS_PROPERTY_SOUNDNESS_MET_HPP

#include "coverage.hpp"

#include <bontot/result.hpp>

namespace soundness {

/** Names all that the generated rubrics, dossiers and completions must meet. */
void expect_all(coverage& met);

/** Notes the rules that a rubric has. */
void note_rubric(const bontot::rubric& sheet, coverage& met);

/** Notes what a result shows; `when`: before or after a completion. */
void note_result(const bontot::result& about, const std::string& when, coverage& met);

} // namespace soundness

#endif
