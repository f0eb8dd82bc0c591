// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_DIFF_HPP
#define BONTOT_WRITE_TEXT_DIFF_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/rubric_diff.hpp>
#include <bontot/write_text.hpp>

#include <bontot/words/plain.hpp>
#include <bontot/write/text/page.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace bontot::detail {

/** Writes parts of a rubric diff for people to read. */
class diff_text
{
public:
    diff_text(string& out, const rubric_diff& about, const text_options& options)
        : page_(out, options.colour), about_(about), in_(options.in)
    {}

    void write_change();

    void write_counts();

private:
    [[nodiscard]] std::string_view say(message code) const { return message_text(code, in_); }
    [[nodiscard]] string filled(message code, std::initializer_list<std::string_view> with) const
    {
        return filled_words(code, in_, with);
    }
    [[nodiscard]] string shown(const number& value) const;
    [[nodiscard]] string count_words(std::uint64_t count) const { return shown(number(count)); }
    [[nodiscard]] string signed_words(const number& value) const;
    void tell(message code, std::uint64_t count)
    {
        page_.paragraph(0, filled(code, {count_words(count)}));
    }

    static message move_message(grade_move move);

    static text_style move_style(grade_move move);

    [[nodiscard]] static string name_of(const rubric& sheet);

    void write_cause(const diff_cause& cause);

    void write_matrix();

    /** What a table has no room for. */
    void write_pairs();

    static void append_cell(string& out, std::string_view text, std::size_t width, bool right);

    void write_passed_over(bool by_after);

    text_page page_;
    const rubric_diff& about_;
    language in_;
};

} // namespace bontot::detail

#endif
