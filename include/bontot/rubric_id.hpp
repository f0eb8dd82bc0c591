// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_ID_HPP
#define BONTOT_RUBRIC_ID_HPP

#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <string_view>

namespace bontot {

/** Finds which rubric a dossier says that it is filled for, before it is read with one.

    Looks no further than needed: what stands behind it is not read, and may be wrong.

    @param json UTF-8 text in the dossier format. Not retained.
    @return The id, empty when the dossier names none; or the errors that keep it from being
    known.

    @par Thread safety
    Calls are independent of each other.
*/
[[nodiscard]] result_of<string> read_rubric_id(
    std::string_view json, const reading_limits& limits = {}, memory& source = default_memory()
);

} // namespace bontot

#endif
