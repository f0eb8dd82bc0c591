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

/** Writes part of a stream to standard output, as it is; false: the reader has gone away.

    Tells when it cannot be written and throws `stopped`.
*/
[[nodiscard]] bool put_part(std::string_view text, bontot_language in);

/** Says that an output cannot be written, by the number of the system's error, and throws
    `stopped`. */
[[noreturn]] void refuse_output(int problem, bontot_language in);

} // namespace bontot::tool

#endif
