// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_DOCUMENT_HPP
#define BONTOT_JSON_DOCUMENT_HPP

#include <bontot/arena.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/base/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bontot::detail {

enum class json_kind : std::uint8_t
{
    null,
    boolean,
    number,
    text,
    array,
    object
};

/** Appends a member's name to a JSON Pointer, escaped as RFC 6901 says. */
template <class String>
void append_pointer_key(String& out, std::string_view key)
{
    out += '/';
    for (const char c : key) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out += c;
        }
    }
}

/** One value of a JSON text; the tree lies in one vector, parents before children. */
struct json_node
{
    std::string_view key;     /**< the member's name, decoded; empty in arrays */
    std::string_view text;    /**< a text's value, decoded; a number's digits as they stand */
    std::uint32_t offset;     /**< where the value begins */
    std::uint32_t key_offset; /**< where the member's name begins (its quote) */
    std::uint32_t parent;
    std::uint32_t end;      /**< the next value that is not within this one */
    std::uint32_t count;    /**< elements or members */
    std::uint32_t position; /**< among the parent's, from 0 */
    json_kind kind;
    bool boolean;
    bool cut_off; /**< a syntax error stands within it: what follows is not known */
};

/** What a JSON text may be at most. */
struct json_limits
{
    std::size_t bytes = std::size_t{64} << 20;
    std::size_t depth = 64;
    std::size_t values = 5000000; /**< bounds the memory that a hostile text can ask for */
};

/** A JSON text as read: every value with its place and a number's own digits.

    Boost.JSON checks the grammar and UTF-8 and decodes the texts; its own
    tree would lose the digits, the places and the repeated names that
    exactness and good errors need.

    @par Object lifetimes
    Texts without escapes point into the source, which must outlive the document.
*/
class json_document
{
public:
    explicit json_document(memory& source) : nodes_(allocator<json_node>(source)), texts_(source) {}

    [[nodiscard]] const json_node& operator[](std::uint32_t index) const { return nodes_[index]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
    [[nodiscard]] std::string_view source() const { return source_; }

    /** Returns the place of a value as a JSON Pointer. */
    [[nodiscard]] string pointer(std::uint32_t index) const
    {
        if (index == 0) return string(nodes_.get_allocator());
        const json_node& node = nodes_[index];
        string out = pointer(node.parent);
        if (nodes_[node.parent].kind == json_kind::array) {
            out += '/';
            out += std::string_view(std::to_string(node.position));
        } else {
            append_pointer_key(out, cut_between_letters(node.key, longest_shown));
        }
        return out;
    }

    static constexpr std::size_t longest_shown = 1000;

private:
    friend class json_builder;

    std::string_view source_;
    vector<json_node> nodes_;
    arena texts_;
};

} // namespace bontot::detail

#endif
