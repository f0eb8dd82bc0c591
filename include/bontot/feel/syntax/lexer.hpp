// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_LEXER_HPP
#define BONTOT_FEEL_SYNTAX_LEXER_HPP

#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::feel::detail {

enum class sign : std::uint8_t
{
    end,
    fault, /**< the lexer says which */
    word,
    number,
    text,
    at,
    input, /**< `?` */
    plus,
    minus,
    times,
    over,
    power,
    equal,
    different,
    less,
    less_equal,
    greater,
    greater_equal,
    comma,
    colon,
    dot,
    dots,
    open,
    close,
    open_bracket,
    close_bracket,
    open_brace,
    close_brace
};

struct token
{
    sign what = sign::end;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/** Cuts valid UTF-8 into tokens. Names of several words are put together by the compiler. */
class lexer
{
public:
    explicit lexer(std::string_view source) : source_(source) {}

    [[nodiscard]] std::string_view source() const { return source_; }
    [[nodiscard]] std::string_view text(const token& t) const
    {
        return source_.substr(t.begin, t.end - t.begin);
    }

    /** Returns the token that begins at or after a place. */
    [[nodiscard]] token read(std::size_t from);

    /** Returns what a `fault` token is. */
    [[nodiscard]] message fault() const { return fault_; }

    /** Returns the first place from here on that is no blank; comments are not skipped. */
    [[nodiscard]] std::size_t skip_blanks(std::size_t at) const;

    [[nodiscard]] bool continues_name_at(std::size_t at) const;

private:
    /** Skips blanks and comments; nothing when a comment does not end. */
    [[nodiscard]] std::optional<std::size_t> skip(std::size_t at);

    void scan(token& made);

    [[nodiscard]] bool is_digit(std::size_t at) const
    {
        return at < source_.size() && source_[at] >= '0' && source_[at] <= '9';
    }

    void scan_digits(token& made) const;

    void scan_number(token& made);

    void scan_text(token& made);

    void scan_word(token& made) const;

    void scan_sign(token& made, char first, std::size_t length);

    void set_fault(token& made, message what);

    std::string_view source_;
    message fault_ = message::feel_syntax;
    std::size_t fault_at_ = 0;
};

/** The words that no name may be. */
[[nodiscard]] bool is_keyword(std::string_view word);

} // namespace bontot::feel::detail

#endif
