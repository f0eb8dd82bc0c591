// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_OUTPUT_HPP
#define BONTOT_TOOL_OUTPUT_HPP

#include "request.hpp"

#include <string_view>

namespace bontot::tool {

/** Returns whether standard output gets colours. */
[[nodiscard]] bool wants_colour(const request& asked);

/** Writes to standard output, and a newline unless the text ends in one.

    Tells when it cannot be written and throws `stopped`; a reader that has gone
    away is no error.
*/
void put_text(std::string_view text, bontot_language in);

} // namespace bontot::tool

#endif
