// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_LITERALS_IPP
#define BONTOT_FEEL_SYNTAX_LITERALS_IPP

#include <bontot/date.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <bontot/base/utf8.hpp>
#include <bontot/feel/syntax/compiler.hpp>
#include <bontot/feel/syntax/lexer.hpp>
#include <bontot/feel/values/duration.hpp>
#include <bontot/feel/values/number_text.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace bontot::feel::detail {

operand compiler::parse_number()
{
    const operand made = begin_operand();
    string text(lexer_.text(now_), allocator<char>(source_memory_));
    const std::optional<bontot::number> found = parse_feel_number(text);
    if (!found) {
        fail(message::feel_bad_number, now_.begin, {lexer_.text(now_)});
        return made;
    }
    emit_constant(value::number(*found));
    advance();
    return finish_operand(made, type::number());
}

operand compiler::parse_text()
{
    const operand made = begin_operand();
    string text{allocator<char>(source_memory_)};
    if (!read_text(text)) return made;
    if (options_.normalize) {
        string normalized{allocator<char>(source_memory_)};
        options_.normalize(normalized, text);
        text = std::move(normalized);
    }
    const std::string_view kept = data_->texts.copy(std::string_view(text));
    texts_.push_back({made.begin, kept});
    emit_constant(value::text(kept));
    advance();
    return finish_operand(made, type::text());
}

/** Reads the text of the current token, without its quotes and escapes. */
bool compiler::read_text(string& out)
{
    const std::string_view written = lexer_.text(now_);
    for (std::size_t i = 1; i + 1 < written.size();) {
        if (written[i] != '\\') {
            out += written[i++];
            continue;
        }
        const std::size_t length = read_escape(written.substr(i, written.size() - 1 - i), out);
        if (length == 0) {
            fail(message::feel_bad_escape, now_.begin + i, {});
            return false;
        }
        i += length;
    }
    return true;
}

/** Returns the value of hexadecimal digits, or nothing. */
[[nodiscard]] inline std::optional<char32_t> read_hex(std::string_view text, std::size_t count)
{
    if (text.size() < count) return {};
    char32_t found = 0;
    for (const char c : text.substr(0, count)) {
        const char lower = static_cast<char>(c | 0x20);
        if (c >= '0' && c <= '9') {
            found = found * 16 + static_cast<char32_t>(c - '0');
        } else if (lower >= 'a' && lower <= 'f') {
            found = found * 16 + static_cast<char32_t>(lower - 'a' + 10);
        } else {
            return {};
        }
    }
    return found;
}

/** Appends what an escape means; returns its length, or 0 when it is none. */
std::size_t compiler::read_escape(std::string_view rest, string& out)
{
    constexpr std::string_view plain = "\"\\'ntr";
    constexpr std::string_view meanings = "\"\\'\n\t\r";
    if (rest.size() < 2) return 0;
    const std::size_t found = plain.find(rest[1]);
    if (found != std::string_view::npos) {
        out += meanings[found];
        return 2;
    }
    if (rest[1] != 'u' && rest[1] != 'U') return 0;
    const std::size_t digits = rest[1] == 'u' ? 4 : 6;
    std::optional<char32_t> letter = read_hex(rest.substr(2), digits);
    std::size_t length = digits + 2;
    const bool is_high = letter && *letter >= 0xD800 && *letter <= 0xDBFF;
    if (is_high && rest.substr(length, 2) == "\\u") {
        const std::optional<char32_t> low = read_hex(rest.substr(length + 2), 4);
        if (!low || *low < 0xDC00 || *low > 0xDFFF) return 0;
        letter = 0x10000 + ((*letter - 0xD800) << 10U) + (*low - 0xDC00);
        length += 6;
    }
    if (!letter || *letter > 0x10FFFF || (*letter >= 0xD800 && *letter <= 0xDFFF)) return 0;
    append_code_point(out, *letter);
    return length;
}

/** Returns whether a text is an ISO time or date and time, which are not in yet. */
[[nodiscard]] inline bool looks_like_time(std::string_view text)
{
    return text.find(':') != std::string_view::npos;
}

operand compiler::parse_at_literal()
{
    const operand made = begin_operand();
    advance();
    if (!at(sign::text)) {
        fail_here("\xFF"
                  "feel_want_text");
        return made;
    }
    string text{allocator<char>(source_memory_)};
    if (!read_text(text)) return made;
    const std::optional<bontot::date> day = parse_date(text);
    const value found = day ? value::date(*day) : parse_duration(text);
    if (found.is_null()) {
        const bool is_time = looks_like_time(text);
        const message what = is_time ? message::feel_unsupported : message::feel_bad_literal;
        fail(what, made.begin, {text});
        return made;
    }
    emit_constant(found);
    advance();
    if (found.is(kind::date)) return finish_operand(made, type::date());
    const bool is_days = found.is(kind::days_duration);
    return finish_operand(made, is_days ? type::days_duration() : type::months_duration());
}

} // namespace bontot::feel::detail

#endif
