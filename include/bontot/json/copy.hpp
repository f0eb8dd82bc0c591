// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_COPY_HPP
#define BONTOT_JSON_COPY_HPP

#include <bontot/json/document.hpp>
#include <bontot/json/writer.hpp>

#include <cstdint>

namespace bontot::detail {

/** Appends a value of a document, and all within it, as JSON; numbers keep their digits. */
template <class String>
void append_json_copy(String& out, const json_document& document, std::uint32_t at)
{
    const json_node& node = document[at];
    switch (node.kind) {
    case json_kind::null:
        out += "null";
        return;
    case json_kind::boolean:
        out += node.boolean ? "true" : "false";
        return;
    case json_kind::number:
        out += node.text;
        return;
    case json_kind::text:
        append_json_text(out, node.text);
        return;
    case json_kind::array:
    case json_kind::object:
        break;
    }
    const bool is_object = node.kind == json_kind::object;
    out += is_object ? '{' : '[';
    for (std::uint32_t i = at + 1; i < node.end; i = document[i].end) {
        if (i > at + 1) out += ',';
        if (is_object) append_json_text(out, document[i].key);
        if (is_object) out += ':';
        append_json_copy(out, document, i);
    }
    out += is_object ? '}' : ']';
}

} // namespace bontot::detail

#endif
