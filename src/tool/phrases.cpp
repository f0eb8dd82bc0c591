// SPDX-License-Identifier: BSL-1.0
#include "phrases.hpp"

#include <cstddef>

namespace bontot::tool {

namespace {

const phrase_texts& texts_of(phrase what)
{
    return phrase_table[static_cast<std::size_t>(what)];
}

} // namespace

std::string_view say(phrase what, bontot_language in)
{
    return in == BONTOT_EN ? texts_of(what).en : texts_of(what).vi;
}

std::string say(phrase what, bontot_language in, std::initializer_list<std::string_view> with)
{
    std::string out;
    const std::string_view text = say(what, in);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
        if (!is_place) {
            out += text[i];
            continue;
        }
        const std::size_t index = static_cast<std::size_t>(text[i + 1] - '0');
        if (index < with.size()) out += with.begin()[index];
        i += 2;
    }
    return out;
}

std::string_view code_of(phrase what)
{
    return texts_of(what).code;
}

} // namespace bontot::tool
