// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_PARSE_HPP
#define BONTOT_JSON_PARSE_HPP

#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>

#include <string_view>

namespace bontot::detail {

/** Reads a JSON text; false when nothing of it can be looked at.

    After a syntax error the document holds what stood before it, so that
    all errors up to there can be told too.
*/
bool parse_json(
    json_document& out, std::string_view source, const json_limits& limits, diagnosis& faults
);

} // namespace bontot::detail

#endif
