// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_MESSAGE_HPP
#define BONTOT_MESSAGE_HPP

#include <bontot/base/message_table.hpp>

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
[[nodiscard]] std::string_view message_text(message which, language in) noexcept;

/** Appends the sentence of a message.

    @param append_place Called with the index of each place, to append what fills it.
*/
template <class String, class Function>
void append_message_with(String& out, message which, language in, const Function& append_place)
{
    const std::string_view text = message_text(which, in);
    std::size_t plain = 0; // the first byte that is not written yet
    for (std::size_t i = text.find('{'); i < text.size(); i = text.find('{', i + 1)) {
        if (i + 2 >= text.size() || text[i + 2] != '}') continue;
        out.append(text.data() + plain, i - plain);
        append_place(static_cast<std::size_t>(text[i + 1] - '0'));
        plain = i + 3;
    }
    out.append(text.data() + plain, text.size() - plain);
}

/** Appends the sentence of a message; a place without an argument stays empty. */
template <class String>
void append_message(
    String& out, message which, language in, std::span<const std::string_view> arguments
)
{
    append_message_with(out, which, in, [&](std::size_t place) {
        if (place < arguments.size()) out.append(arguments[place].data(), arguments[place].size());
    });
}

} // namespace bontot

#endif
