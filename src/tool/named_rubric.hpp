// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_NAMED_RUBRIC_HPP
#define BONTOT_TOOL_NAMED_RUBRIC_HPP

#include "handles.hpp"
#include "input.hpp"
#include "request.hpp"

namespace bontot::tool {

/** Returns the built-in rubric that a dossier names, or says why there is none and stops.

    The command reads no JSON: it asks the library to read the dossier against each
    built-in rubric; the one that does not answer "for another rubric" is the one.
*/
[[nodiscard]] rubric_handle find_named_rubric(const request& asked, const input& from);

} // namespace bontot::tool

#endif
