// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_EVALUATE_LINES_HPP
#define BONTOT_TOOL_EVALUATE_LINES_HPP

#include "request.hpp"

namespace bontot::tool {

/** Returns whether the file has a dossier a line: it was said, or its name says so. */
[[nodiscard]] bool has_lines(const request& asked);

/** Scores a stream of dossiers: a line of output for each, a table of all at the end. */
[[nodiscard]] outcome evaluate_lines(const request& asked);

} // namespace bontot::tool

#endif
