// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DETAIL_JSON_TEXT_HPP
#define BONTOT_DETAIL_JSON_TEXT_HPP

#include <bontot/number.hpp>

#include <string_view>

namespace bontot::detail {

/** Appends a JSON text; only what JSON demands is escaped. */
template <class String>
void append_json_text(String& out, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        } else {
            out += c;
        }
    }
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

    String& out_;
    bool needs_comma_ = false;
};

} // namespace bontot::detail

#endif
