// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_LEXER_IPP
#define BONTOT_FEEL_SYNTAX_LEXER_IPP

#include <bontot/message.hpp>

#include <bontot/base/utf8.hpp>
#include <bontot/feel/syntax/lexer.hpp>
#include <bontot/feel/values/unicode.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace bontot::feel::detail {

token lexer::read(std::size_t from)
{
    token made;
    const std::optional<std::size_t> begin = skip(from);
    if (!begin) {
        made.what = sign::fault;
        made.begin = fault_at_;
        made.end = source_.size();
        return made;
    }
    made.begin = *begin;
    made.end = *begin;
    if (*begin < source_.size()) scan(made);
    return made;
}

std::size_t lexer::skip_blanks(std::size_t at) const
{
    while (at < source_.size()) {
        const std::optional<code_point> found = decode(source_, at);
        if (!found || !is_blank(found->letter)) break;
        at += found->length;
    }
    return at;
}

bool lexer::continues_name_at(std::size_t at) const
{
    if (at >= source_.size()) return false;
    const std::optional<code_point> found = decode(source_, at);
    return found && continues_name(found->letter);
}

std::optional<std::size_t> lexer::skip(std::size_t at)
{
    for (;;) {
        at = skip_blanks(at);
        const std::string_view rest = source_.substr(at);
        if (rest.substr(0, 2) == "//") {
            at = source_.find('\n', at);
            if (at == std::string_view::npos) return source_.size();
        } else if (rest.substr(0, 2) == "/*") {
            const std::size_t end = source_.find("*/", at + 2);
            if (end == std::string_view::npos) {
                fault_ = message::feel_unterminated_comment;
                fault_at_ = at;
                return {};
            }
            at = end + 2;
        } else {
            return at;
        }
    }
}

void lexer::scan(token& made)
{
    const char first = source_[made.begin];
    const bool is_fraction = first == '.' && is_digit(made.begin + 1);
    if (is_digit(made.begin) || is_fraction) return scan_number(made);
    if (first == '"') return scan_text(made);
    const std::optional<code_point> found = decode(source_, made.begin);
    if (found && begins_name(found->letter)) return scan_word(made);
    scan_sign(made, first, found ? found->length : 1);
}

void lexer::scan_digits(token& made) const
{
    while (is_digit(made.end))
        ++made.end;
}

void lexer::scan_number(token& made)
{
    made.what = sign::number;
    scan_digits(made);
    const bool has_fraction =
        made.end < source_.size() && source_[made.end] == '.' && is_digit(made.end + 1);
    if (has_fraction) {
        ++made.end;
        scan_digits(made);
    }
    const std::string_view rest = source_.substr(made.end);
    if (!rest.empty() && (rest[0] == 'e' || rest[0] == 'E')) {
        const bool is_signed = rest.size() > 1 && (rest[1] == '+' || rest[1] == '-');
        if (is_digit(made.end + (is_signed ? 2 : 1))) {
            made.end += is_signed ? 2 : 1;
            scan_digits(made);
        }
    }
    const bool ends_with_point = made.end < source_.size() && source_[made.end] == '.' &&
                                 source_.substr(made.end, 2) != "..";
    if (ends_with_point || continues_name_at(made.end)) {
        while (continues_name_at(made.end) || source_.substr(made.end, 1) == ".") {
            ++made.end;
            while (made.end < source_.size() && bontot::detail::is_continuation(source_[made.end]))
                ++made.end;
        }
        set_fault(made, message::feel_bad_number);
    }
}

void lexer::scan_text(token& made)
{
    made.what = sign::text;
    for (made.end = made.begin + 1; made.end < source_.size(); ++made.end) {
        const char c = source_[made.end];
        if (c == '"') {
            ++made.end;
            return;
        }
        if (c == '\n' || c == '\r') break;
        if (c == '\\') ++made.end;
    }
    made.end = source_.size();
    set_fault(made, message::feel_unterminated_string);
}

void lexer::scan_word(token& made) const
{
    made.what = sign::word;
    while (continues_name_at(made.end))
        made.end += decode(source_, made.end)->length;
}

void lexer::scan_sign(token& made, char first, std::size_t length)
{
    struct spelling
    {
        std::string_view text;
        sign what;
    };
    constexpr spelling spellings[] = {
        {"**", sign::power},        {"<=", sign::less_equal}, {">=", sign::greater_equal},
        {"!=", sign::different},    {"..", sign::dots},       {"+", sign::plus},
        {"-", sign::minus},         {"*", sign::times},       {"/", sign::over},
        {"=", sign::equal},         {"<", sign::less},        {">", sign::greater},
        {",", sign::comma},         {":", sign::colon},       {".", sign::dot},
        {"(", sign::open},          {")", sign::close},       {"[", sign::open_bracket},
        {"]", sign::close_bracket}, {"{", sign::open_brace},  {"}", sign::close_brace},
        {"?", sign::input},         {"@", sign::at},
    };
    const std::string_view rest = source_.substr(made.begin);
    for (const spelling& each : spellings) {
        if (first != each.text[0] || rest.substr(0, each.text.size()) != each.text) continue;
        made.what = each.what;
        made.end = made.begin + each.text.size();
        return;
    }
    made.end = made.begin + length;
    set_fault(made, message::feel_bad_character);
}

void lexer::set_fault(token& made, message what)
{
    made.what = sign::fault;
    fault_ = what;
    fault_at_ = made.begin;
}

bool is_keyword(std::string_view word)
{
    constexpr std::string_view keywords[] = {"and",      "or",       "between",   "in",     "if",
                                             "then",     "else",     "for",       "return", "some",
                                             "every",    "true",     "satisfies", "false",  "null",
                                             "function", "instance", "external"};
    for (const std::string_view each : keywords) {
        if (word == each) return true;
    }
    return false;
}

} // namespace bontot::feel::detail

#endif
