// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_MOST_HPP
#define BONTOT_PATH_MOST_HPP

#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

namespace bontot::detail {

/** Returns the option of a choice that gives most and voids nothing; the first of several. */
const choice_option* best_option(const score_rule& score);

/** Returns the most that a line's score can give, before ceilings and evidence. */
number best_score(const rubric& sheet, const rubric_node& line);

} // namespace bontot::detail

#endif
