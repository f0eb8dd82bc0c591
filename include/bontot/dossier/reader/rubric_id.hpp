// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_RUBRIC_ID_HPP
#define BONTOT_DOSSIER_READER_RUBRIC_ID_HPP

#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <string_view>

namespace bontot::detail {

/** Finds the id in any text. */
result_of<string>
find_any_rubric_id(std::string_view json, const reading_limits& limits, memory& source);

} // namespace bontot::detail

#endif
