// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_COMMANDS_HPP
#define BONTOT_TOOL_COMMANDS_HPP

#include "request.hpp"

namespace bontot::tool {

[[nodiscard]] outcome run_evaluate(const request& asked);
[[nodiscard]] outcome run_check(const request& asked);
[[nodiscard]] outcome run_compare(const request& asked);
[[nodiscard]] outcome run_rank(const request& asked);
[[nodiscard]] outcome run_path(const request& asked);
[[nodiscard]] outcome run_rubrics(const request& asked);
[[nodiscard]] outcome run_show(const request& asked);
[[nodiscard]] outcome run_template(const request& asked);
[[nodiscard]] outcome run_rubric_diff(const request& asked);
[[nodiscard]] outcome run_rubric_test(const request& asked);
[[nodiscard]] outcome run_rubric_lint(const request& asked);
[[nodiscard]] outcome run_feel(const request& asked);

} // namespace bontot::tool

#endif
