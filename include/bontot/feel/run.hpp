// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_RUN_HPP
#define BONTOT_FEEL_RUN_HPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/scratch.hpp>
#include <bontot/feel/value.hpp>

#include <span>

namespace bontot::feel {

/** Runs an expression.

    @param variables The values by slot; slots beyond are unknown.
    @return The result, which lives until `memory` is cleared; null when a limit was reached.

    @par Exception safety
    Only memory allocations may throw; the scratch stays usable.
*/
[[nodiscard]] value run(const program& what, std::span<const value> variables, scratch& working);

/** Runs unary tests with an input; the result is true, false, null or unknown. */
[[nodiscard]] value
run(const program& what, std::span<const value> variables, const value& input, scratch& working);

} // namespace bontot::feel

#endif
