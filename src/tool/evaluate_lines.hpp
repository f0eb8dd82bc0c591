// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_EVALUATE_LINES_HPP
#define BONTOT_TOOL_EVALUATE_LINES_HPP

#include "request.hpp"

#include <string_view>

namespace bontot::tool {

/** Returns whether a file has a dossier a line: it was said, or its name says so. */
[[nodiscard]] bool has_lines(const request& asked, std::string_view file);

/** Scores a stream of dossiers: a line of output for each, a table of all at the end. */
[[nodiscard]] outcome evaluate_lines(const request& asked);

} // namespace bontot::tool

#endif
