// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_ERROR_IPP
#define BONTOT_BASE_ERROR_IPP

#include <bontot/error.hpp>
#include <bontot/message.hpp>

#include <cstddef>
#include <string_view>

namespace bontot::detail {

std::string_view argument_text(std::string_view argument, language in)
{
    if (!argument.empty() && argument.front() == '\xFE') {
        const std::size_t middle = argument.find('\xFE', 1);
        return in == language::vi ? argument.substr(1, middle - 1) : argument.substr(middle + 1);
    }
    if (argument.empty() || argument.front() != '\xFF') return argument;
    for (const message_texts& each : message_table) {
        if (argument.substr(1) == each.code) return in == language::vi ? each.vi : each.en;
    }
    return {};
}

} // namespace bontot::detail

#endif
