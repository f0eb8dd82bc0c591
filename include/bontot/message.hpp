// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_MESSAGE_HPP
#define BONTOT_MESSAGE_HPP

#include <bontot/detail/message_table.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace bontot {

/** The two languages of every text. */
enum class language : std::uint8_t
{
    vi,
    en
};

/** Returns the stable name of a message, such as "feel_unknown_name". */
[[nodiscard]] inline std::string_view message_code(message which) noexcept
{
    return detail::message_table[static_cast<std::size_t>(which)].code;
}

/** Returns the sentence of a message with its places `{0}`, `{1}` unfilled. */
[[nodiscard]] inline std::string_view message_text(message which, language in) noexcept
{
    const detail::message_texts& texts = detail::message_table[static_cast<std::size_t>(which)];
    return in == language::vi ? texts.vi : texts.en;
}

/** Appends the sentence of a message; a place without an argument stays empty. */
template <class String>
void append_message(
    String& out, message which, language in, std::span<const std::string_view> arguments
)
{
    const std::string_view text = message_text(which, in);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
        if (!is_place) {
            out += text[i];
            continue;
        }
        const auto place = static_cast<std::size_t>(text[i + 1] - '0');
        if (place < arguments.size()) out.append(arguments[place].data(), arguments[place].size());
        i += 2;
    }
}

} // namespace bontot

#endif
