// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WORDS_PLAIN_IPP
#define BONTOT_WORDS_PLAIN_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>

#include <bontot/words/plain.hpp>

#include <initializer_list>
#include <span>
#include <string_view>

namespace bontot::detail {

string filled_words(message code, language in, std::initializer_list<std::string_view> with)
{
    string out;
    append_message(out, code, in, std::span<const std::string_view>(with.begin(), with.size()));
    return out;
}

} // namespace bontot::detail

#endif
