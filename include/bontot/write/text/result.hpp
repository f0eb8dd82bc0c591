// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_RESULT_HPP
#define BONTOT_WRITE_TEXT_RESULT_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>
#include <bontot/write_text.hpp>

#include <bontot/words/reason.hpp>
#include <bontot/write/text/page.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

/** Writes a result for people to read: grade, total, then what was lost and what is missing. */
class result_text
{
public:
    result_text(string& out, const result& about, const text_options& options)
        : page_(out, options.colour), about_(about), sheet_(*about.sheet), in_(options.in),
          teller_(about, options.in)
    {}

    void write();

private:
    [[nodiscard]] std::string_view say(message code) const { return message_text(code, in_); }

    [[nodiscard]] string titled(message title, std::string_view words) const;

    void write_grade();

    void write_total();

    /** "Appraisal: 85, Good": what the result would be as of one role. */
    void write_column(const column& as_of);

    [[nodiscard]] string shown_interval(const column_points& of) const;

    /** What several roles marked a line with: "self 18, appraisal 17.5". */
    [[nodiscard]] string marks_of(std::uint32_t index) const;

    void write_head();

    /** "20.5 / 25  lost 2.5  open 2": what a node has, what it lost, what is still open. */
    [[nodiscard]] string standing(std::uint32_t index) const;

    static void append_part(string& out, std::string_view part);

    [[nodiscard]] string name_of(std::uint32_t index) const;

    void write_criterion(std::uint32_t index);

    /** Nothing lost and nothing open: the line needs no words. */
    [[nodiscard]] bool is_full(std::uint32_t index) const;

    void write_line(std::uint32_t index);

    void write_reasons(std::uint32_t index, std::size_t indent);

    void write_gates();

    void write_checks();

    void write_findings();

    void write_missing();

    void write_waits(std::uint32_t item);

    void title_once(message title, bool& has_title);

    text_page page_;
    const result& about_;
    const rubric& sheet_;
    language in_;
    teller teller_;
};

} // namespace bontot::detail

#endif
