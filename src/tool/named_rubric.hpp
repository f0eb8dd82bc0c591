// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_NAMED_RUBRIC_HPP
#define BONTOT_TOOL_NAMED_RUBRIC_HPP

#include "handles.hpp"
#include "input.hpp"
#include "request.hpp"

namespace bontot::tool {

/** Returns the built-in rubric that a dossier names, or says why there is none and stops. */
[[nodiscard]] rubric_handle find_named_rubric(const request& asked, const input& from);

} // namespace bontot::tool

#endif
