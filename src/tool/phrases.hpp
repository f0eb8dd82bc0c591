// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_PHRASES_HPP
#define BONTOT_TOOL_PHRASES_HPP

#include "texts.hpp"

#include <bontot/bontot.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace bontot::tool {

/** Returns a phrase as it stands in the table. */
[[nodiscard]] std::string_view say(phrase what, bontot_language in);

/** Returns a phrase with its places `{0}`, `{1}`... filled. */
[[nodiscard]] std::string
say(phrase what, bontot_language in, std::initializer_list<std::string_view> with);

/** Returns the phrase's code, such as "file_missing". */
[[nodiscard]] std::string_view code_of(phrase what);

} // namespace bontot::tool

#endif
