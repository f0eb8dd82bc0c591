// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_WRITER_HPP
#define BONTOT_JSON_WRITER_HPP

#include <bontot/number.hpp>

#include <bontot/number/text.hpp>

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

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

/** Appends a text as it stands between the quotes of a JSON text. */
template <class String>
void append_escaped(String& out, std::string_view text)
{
    std::size_t plain = 0; // the first byte that is not written yet
    for (std::size_t i = find_escaped(text, 0); i < text.size(); i = find_escaped(text, plain)) {
        out.append(text.data() + plain, i - plain);
        append_escape(out, text[i]);
        plain = i + 1;
    }
    out.append(text.data() + plain, text.size() - plain);
}

/** Appends a JSON text; only what JSON demands is escaped. */
template <class String>
void append_json_text(String& out, std::string_view text)
{
    out += '"';
    append_escaped(out, text);
    out += '"';
}

/** Takes text as a string does, and appends it to one as it stands within a JSON text. */
template <class String>
class json_escaper
{
public:
    explicit json_escaper(String& out) : out_(out) {}

    /** Returns the size of what stands behind it. */
    [[nodiscard]] std::size_t size() const { return out_.size(); }

    json_escaper& operator+=(char c)
    {
        if (is_escaped(c)) {
            append_escape(out_, c);
        } else {
            out_ += c;
        }
        return *this;
    }
    json_escaper& operator+=(std::string_view text)
    {
        append_escaped(out_, text);
        return *this;
    }
    void append(std::string_view text) { append_escaped(out_, text); }
    void append(const char* text, std::size_t size) { append_escaped(out_, {text, size}); }
    void append(std::size_t count, char c)
    {
        for (std::size_t i = 0; i < count; ++i)
            *this += c;
    }

    /** Returns what stands behind it, for text of which nothing has to be escaped. */
    [[nodiscard]] String& unescaped() { return out_; }

private:
    String& out_;
};

/** Appends a number as a plain decimal: nothing in it has to be escaped. */
template <class String>
void append_decimal(json_escaper<String>& out, const number& value, char point_character)
{
    append_decimal(out.unescaped(), value, point_character);
}

/** The name of a member; a literal has nothing in it that is escaped. */
class json_key
{
public:
    json_key() = default;
    template <std::size_t Size>
    json_key(const char (&literal)[Size]) : text_(literal, Size - 1)
    {
        static_assert(Size <= longest_plain + 1);
        assert(find_escaped(text_, 0) == text_.size());
    }
    template <class Text>
    requires(std::is_convertible_v<const Text&, std::string_view> && !std::is_array_v<Text>)
        json_key(const Text& text)
        : text_(text),
          is_plain_(text_.size() <= longest_plain && find_escaped(text_, 0) == text_.size())
    {}

    static constexpr std::size_t longest_plain = 60;

    [[nodiscard]] std::string_view text() const { return text_; }

    /** Tells whether it is short, and nothing in it is escaped. */
    [[nodiscard]] bool is_plain() const { return is_plain_; }

private:
    std::string_view text_;
    bool is_plain_ = true;
};

/** Writes JSON piece by piece; it keeps track of the commas. */
template <class String>
class json_writer
{
public:
    explicit json_writer(String& out) : out_(out) {}

    void begin_object(json_key key = {}) { begin(key, '{'); }
    void begin_array(json_key key = {}) { begin(key, '['); }
    void end_object() { end('}'); }
    void end_array() { end(']'); }

    void text(json_key key, std::string_view value)
    {
        name(key);
        append_json_text(out_, value);
    }
    void amount(json_key key, const number& value)
    {
        name(key);
        append_decimal(out_, value, '.');
    }
    void boolean(json_key key, bool value) { raw(key, value ? "true" : "false"); }
    void null(json_key key) { raw(key, "null"); }

    /** Writes what is JSON already. */
    void raw(json_key key, std::string_view json)
    {
        name(key);
        out_ += json;
    }

    /** Writes a text that a function appends to what it is given. */
    template <class Function>
    void text_by(json_key key, const Function& append)
    {
        name(key);
        out_ += '"';
        json_escaper<String> escaped(out_);
        append(escaped);
        out_ += '"';
    }

    /** Writes what goes before a value, which is appended to @ref out next. */
    void name(json_key key)
    {
        const std::string_view text = key.text();
        if (text.empty() || !key.is_plain()) {
            name_slowly(text);
            return;
        }
        // One append instead of five: keys are half of what is written.
        char piece[json_key::longest_plain + 4];
        std::size_t size = 0;
        if (needs_comma_) piece[size++] = ',';
        piece[size++] = '"';
        std::memcpy(piece + size, text.data(), text.size());
        size += text.size();
        piece[size++] = '"';
        piece[size++] = ':';
        out_.append(piece, size);
        needs_comma_ = true;
    }

    /** Tells that what was appended to @ref out ends with a whole value, or begins a list. */
    void continue_with(bool needs_comma) { needs_comma_ = needs_comma; }

    [[nodiscard]] bool needs_comma() const { return needs_comma_; }
    [[nodiscard]] String& out() { return out_; }

private:
    void name_slowly(std::string_view key)
    {
        if (needs_comma_) out_ += ',';
        needs_comma_ = true;
        if (key.empty()) return;
        append_json_text(out_, key);
        out_ += ':';
    }
    void begin(json_key key, char bracket)
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

    String& out_;
    bool needs_comma_ = false;
};

} // namespace bontot::detail

#endif
