// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_RUBRIC_HPP
#define BONTOT_WRITE_TEXT_RUBRIC_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/words/reason.hpp>
#include <bontot/write/text/page.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

/** Writes a rubric for people to read. */
class rubric_text
{
public:
    rubric_text(string& out, const rubric& sheet, language in)
        : page_(out, false), sheet_(sheet), in_(in), teller_(sheet, in)
    {}

    void write();

private:
    [[nodiscard]] std::string_view source_of(std::uint32_t program) const
    {
        return program == none ? std::string_view() : sheet_.programs[program].source();
    }

    void write_source();

    void write_node(std::uint32_t index);

    void write_good(const good_rule& rule);

    void write_score(const rubric_node& node, std::size_t indent);

    [[nodiscard]] string role_names() const;

    void write_choice(const score_rule& score, std::size_t indent);

    void write_steps(const score_rule& score, std::size_t indent);

    void write_events(const score_rule& score, std::size_t indent);

    void write_evidence(const rubric_node& node, std::size_t indent);

    void write_gates();

    [[nodiscard]] string effect_of(const gate_rule& gate) const;

    void write_grades();

    [[nodiscard]] string conditions_of(const grade_rule& grade) const;

    void write_checks();

    text_page page_;
    const rubric& sheet_;
    language in_;
    teller teller_;
};

} // namespace bontot::detail

#endif
