// SPDX-License-Identifier: BSL-1.0
// How an expression on its own comes in, and its value leaves.
#ifndef BONTOT_C_API_EXPRESSIONS_HPP
#define BONTOT_C_API_EXPRESSIONS_HPP

#include "guard.hpp"

#include <bontot/feel.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/json/writer.hpp>

#include <string_view>
#include <utility>

namespace bontot::c_api {

/** Compiles an expression; its faults are told with their place in it. */
inline feel::program compiled_or_refused(std::string_view source, feel::environment& names)
{
    feel::compile_options options;
    options.check = feel::checking::standard;
    options.allow_is_known = true;
    auto compiled = feel::compile(source, names, options);
    if (compiled) return std::move(*compiled);
    detail::diagnosis faults(default_memory());
    for (const feel::issue& each : compiled.error()) {
        diagnostic& added = faults.add_at(each.code, each.offset, {});
        for (const string& argument : each.arguments)
            added.arguments.push_back(argument);
        added.expression_column = each.column;
    }
    throw refusal{BONTOT_BAD_INPUT, faults.take(source)};
}

/** Writes a value as FEEL text; a text is in double quotes. */
inline void write_value(
    bontot_text** out, const bontot_options* options, const feel::value& value,
    const feel::symbol_table& symbols
)
{
    write_text(out, options, [&](string& text) {
        if (value.is(feel::kind::text)) {
            detail::append_json_text(text, value.as_text());
        } else {
            feel::append_text(text, value, symbols);
        }
    });
}

} // namespace bontot::c_api

#endif
