// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DETAIL_JSON_TEXT_HPP
#define BONTOT_DETAIL_JSON_TEXT_HPP

#include <bontot/number.hpp>

#include <cstdint>
#include <cstring>
#include <string_view>

namespace bontot::detail {

/** Tells whether JSON demands that a byte of a text is escaped. */
inline bool is_escaped(char c)
{
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

/** Tells whether any of eight bytes has to be escaped; all are looked at in one word. */
inline bool has_escaped(const char* eight)
{
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t tops = 0x8080808080808080U;
    std::uint64_t word = 0;
    std::memcpy(&word, eight, sizeof word);
    // A byte minus n borrows from its top bit when it is below n, and had no top bit itself.
    const std::uint64_t quote = word ^ (ones * '"');
    const std::uint64_t slash = word ^ (ones * '\\');
    const std::uint64_t control = (word - ones * 0x20U) & ~word;
    const std::uint64_t same = ((quote - ones) & ~quote) | ((slash - ones) & ~slash);
    return ((control | same) & tops) != 0;
}

/** Returns the place of the first byte from `start` on that has to be escaped, or the size. */
inline std::size_t find_escaped(std::string_view text, std::size_t start)
{
    std::size_t i = start;
    while (i + 8 <= text.size() && !has_escaped(text.data() + i))
        i += 8;
    while (i < text.size() && !is_escaped(text[i]))
        ++i;
    return i;
}

template <class String>
void append_escape(String& out, char c)
{
    constexpr std::string_view hex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
        out += '\\';
        out += c;
    } else if (c == '\n') {
        out += "\\n";
    } else {
        out += "\\u00";
        out += hex[byte >> 4U];
        out += hex[byte & 15U];
    }
}

/** Appends a JSON text; only what JSON demands is escaped. */
template <class String>
void append_json_text(String& out, std::string_view text)
{
    out += '"';
    std::size_t plain = 0; // the first byte that is not written yet
    for (std::size_t i = find_escaped(text, 0); i < text.size(); i = find_escaped(text, plain)) {
        out.append(text.data() + plain, i - plain);
        append_escape(out, text[i]);
        plain = i + 1;
    }
    out.append(text.data() + plain, text.size() - plain);
    out += '"';
}

/** Writes JSON piece by piece; it keeps track of the commas and, if asked, of the lines. */
template <class String>
class json_writer
{
public:
    explicit json_writer(String& out) : out_(out) {}

    void begin_object(std::string_view key = {}) { begin(key, '{'); }
    void begin_array(std::string_view key = {}) { begin(key, '['); }
    void end_object() { end('}'); }
    void end_array() { end(']'); }

    void text(std::string_view key, std::string_view value)
    {
        name(key);
        append_json_text(out_, value);
    }
    void amount(std::string_view key, const number& value)
    {
        name(key);
        append_plain(out_, value);
    }
    void boolean(std::string_view key, bool value) { raw(key, value ? "true" : "false"); }
    void null(std::string_view key) { raw(key, "null"); }

    /** Writes what is JSON already. */
    void raw(std::string_view key, std::string_view json)
    {
        name(key);
        out_ += json;
    }

private:
    void name(std::string_view key)
    {
        if (key.empty() || key.size() > longest_short || find_escaped(key, 0) != key.size()) {
            name_slowly(key);
            return;
        }
        // One append instead of five: keys are half of what is written.
        char piece[longest_short + 4];
        std::size_t size = 0;
        if (needs_comma_) piece[size++] = ',';
        piece[size++] = '"';
        std::memcpy(piece + size, key.data(), key.size());
        size += key.size();
        piece[size++] = '"';
        piece[size++] = ':';
        out_.append(piece, size);
        needs_comma_ = true;
    }
    void name_slowly(std::string_view key)
    {
        if (needs_comma_) out_ += ',';
        needs_comma_ = true;
        if (key.empty()) return;
        append_json_text(out_, key);
        out_ += ':';
    }
    void begin(std::string_view key, char bracket)
    {
        name(key);
        out_ += bracket;
        needs_comma_ = false;
    }
    void end(char bracket)
    {
        out_ += bracket;
        needs_comma_ = true;
    }

    static constexpr std::size_t longest_short = 60;

    String& out_;
    bool needs_comma_ = false;
};

} // namespace bontot::detail

#endif
