// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_DOSSIER_TEMPLATE_HPP
#define BONTOT_WRITE_JSON_DOSSIER_TEMPLATE_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>

#include <string_view>

namespace bontot::detail {

/** Writes a dossier of a rubric in which nothing is known yet, one fact a line. */
class dossier_template
{
public:
    dossier_template(string& out, const rubric& sheet, language in)
        : out_(out), sheet_(sheet), in_(in)
    {}

    void write();

private:
    /** The period to change: as long as the rubric asks. */
    [[nodiscard]] std::string_view sample_period() const;

    void new_line(bool& needs_comma, std::string_view indent);

    void write_null(std::string_view key, std::string_view indent, bool& needs_comma);

    void write_guide();

    void write_help(std::string_view before, const fact_spec& fact, bool& needs_comma);

    void append_kind(string& out, const fact_spec& fact) const;

    void append_number_kind(string& out, const fact_spec& fact) const;

    void write_marks();

    void write_members();

    string& out_;
    const rubric& sheet_;
    language in_;
};

} // namespace bontot::detail

#endif
