// SPDX-License-Identifier: BSL-1.0
// What a rubric says of a cohort, in words: its tie chain, and the quota of a grade.
#ifndef BONTOT_WORDS_QUOTA_HPP
#define BONTOT_WORDS_QUOTA_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/words/reason.hpp>

#include <cstdint>

namespace bontot::detail {

/** Says what ranks the units: "the total; 1 Political task; Tasks overdue (the lower first)". */
[[nodiscard]] string chain_words(const rubric& sheet, language in);

/** Returns a share as people write it: "12,5". */
[[nodiscard]] inline string percent_words(const number& share, const teller& tell)
{
    return tell.shown(multiply(share, number(100)).value_or(share));
}

/** Says how many units a grade may be given to: "in each group at most 20 % of those rated Good".
 */
[[nodiscard]] string
quota_words(const rubric& sheet, std::uint32_t grade, language in, const teller& tell);

} // namespace bontot::detail

#endif
