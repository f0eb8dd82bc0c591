// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_MESSAGE_IPP
#define BONTOT_BASE_MESSAGE_IPP

#include <bontot/message.hpp>

#include <cstddef>
#include <string_view>

namespace bontot {

std::string_view message_text(message which, language in) noexcept
{
    const detail::message_texts& texts = detail::message_table[static_cast<std::size_t>(which)];
    return in == language::vi ? texts.vi : texts.en;
}

} // namespace bontot

#endif
