// SPDX-License-Identifier: BSL-1.0
// What of a JSON text is not shown where it is quoted: messages hide it, so its excerpts do as
// well.
#ifndef BONTOT_TOOL_HIDDEN_VALUES_HPP
#define BONTOT_TOOL_HIDDEN_VALUES_HPP

#include <cstddef>
#include <string_view>
#include <vector>

namespace bontot::tool {

/** Finds the values of a JSON text that an excerpt must not show: texts, and whatever stands in
    "members". Keys, punctuation, and elsewhere numbers, true, false and null may be shown.

    The text may be damaged. What cannot be told apart is hidden: words that JSON does not have,
    everything after a bracket that closes none. Asking for places in their order takes no longer
    than reading the text once.
*/
class hidden_values
{
public:
    explicit hidden_values(std::string_view text) : text_(text) {}

    /** Returns for each byte of a part whether it is hidden. */
    [[nodiscard]] std::vector<bool> between(std::size_t first, std::size_t last);

private:
    /** What is known at a place between two tokens. */
    struct state
    {
        std::size_t at = 0;
        std::vector<bool> are_objects; /**< of the brackets that are open */
        std::size_t private_depth = 0; /**< as many are open within "members"; 0: not there */
        bool wants_key = false;
        bool is_next_private = false; /**< the key before is "members", or may be */
        bool is_damaged = false;
    };

    /** A run of bytes that are hidden together, or shown. */
    struct token
    {
        std::size_t first = 0;
        std::size_t last = 0;
        bool is_hidden = false;
    };

    [[nodiscard]] token next(state& from) const;
    [[nodiscard]] token next_text(state& from) const;
    [[nodiscard]] token next_word(state& from) const;
    static void open(state& from, bool is_object);
    static void close(state& from, bool is_object);

    std::string_view text_;
    token around_; /**< of the first byte that was asked for last */
    std::size_t around_begin_ = 0;
    state kept_; /**< behind that */
};

} // namespace bontot::tool

#endif
