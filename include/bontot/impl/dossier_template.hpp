// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_TEMPLATE_HPP
#define BONTOT_IMPL_DOSSIER_TEMPLATE_HPP

#include <bontot/rubric.hpp>

#include <bontot/detail/json_text.hpp>

namespace bontot::detail {

/** Writes a dossier of a rubric in which nothing is known yet, one fact a line. */
template <class String>
class dossier_template
{
public:
    dossier_template(String& out, const rubric& sheet, language in)
        : out_(out), sheet_(sheet), in_(in)
    {}

    void write()
    {
        out_ += "{\n  \"format\": \"bontot-dossier/1\",\n  \"rubric\": {\"id\": ";
        append_json_text(out_, sheet_.id);
        out_ += ", \"version\": ";
        append_json_text(out_, sheet_.version);
        out_ += "},\n  \"unit\": {\"id\": \"...\", \"name\": \"\"";
        if (!sheet_.unit_kinds.empty()) {
            out_ += ", \"kind\": ";
            append_json_text(out_, sheet_.unit_kinds.front());
        }
        out_ += "},\n  \"period\": ";
        out_ += sample_period();
        out_ += ",\n  \"guide\": {";
        write_guide();
        out_ += "\n  },\n  \"facts\": {";
        bool needs_comma = false;
        for (const fact_spec& fact : sheet_.facts)
            write_null(fact.id, "    ", needs_comma);
        out_ += "\n  }";
        write_marks();
        write_members();
        out_ += ",\n  \"history\": null,\n  \"evidence\": []\n}\n";
    }

private:
    /** The period to change: as long as the rubric asks. */
    [[nodiscard]] std::string_view sample_period() const
    {
        switch (sheet_.period_months) {
        case 1:
            return "{\"from\": \"2026-01-01\", \"to\": \"2026-01-31\"}";
        case 3:
            return "{\"from\": \"2026-01-01\", \"to\": \"2026-03-31\"}";
        case 6:
            return "{\"from\": \"2026-01-01\", \"to\": \"2026-06-30\"}";
        default:
            return "{\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"}";
        }
    }

    void new_line(bool& needs_comma, std::string_view indent)
    {
        out_ += needs_comma ? ",\n" : "\n";
        needs_comma = true;
        out_ += indent;
    }

    void write_null(std::string_view key, std::string_view indent, bool& needs_comma)
    {
        new_line(needs_comma, indent);
        append_json_text(out_, key);
        out_ += ": null";
    }

    void write_guide()
    {
        bool needs_comma = false;
        for (const fact_spec& fact : sheet_.facts)
            write_help({}, fact, needs_comma);
        for (const fact_spec& fact : sheet_.member_facts)
            write_help("members.", fact, needs_comma);
    }

    void write_help(std::string_view before, const fact_spec& fact, bool& needs_comma)
    {
        new_line(needs_comma, "    ");
        string key(before);
        key += fact.id;
        append_json_text(out_, key);
        out_ += ": ";
        string help(fact.label.in(in_));
        help += " (";
        append_kind(help, fact);
        help += ')';
        append_json_text(out_, help);
    }

    void append_kind(string& out, const fact_spec& fact) const
    {
        switch (fact.type) {
        case fact_type::boolean:
            out += message_text(message::guide_boolean, in_);
            break;
        case fact_type::text:
            out += message_text(message::guide_text, in_);
            break;
        case fact_type::date:
            out += message_text(message::guide_date, in_);
            break;
        case fact_type::number:
            append_number_kind(out, fact);
            break;
        case fact_type::choice: {
            bool is_first = true;
            for (const std::string_view each : fact.choices) {
                if (!is_first) out += " | ";
                is_first = false;
                out += each;
            }
            break;
        }
        }
    }

    void append_number_kind(string& out, const fact_spec& fact) const
    {
        out += message_text(fact.integer ? message::guide_integer : message::guide_number, in_);
        string low;
        string high;
        if (fact.min) append_plain(low, *fact.min);
        if (fact.max) append_plain(high, *fact.max);
        const std::string_view bounds[] = {fact.min ? low : high, high};
        if (fact.min || fact.max) {
            out += ", ";
            const message code = !fact.max   ? message::guide_from
                                 : !fact.min ? message::guide_to
                                             : message::guide_range;
            append_message(out, code, in_, bounds);
        }
        if (fact.unit.vi.empty()) return;
        out += ", ";
        out += fact.unit.in(in_);
    }

    void write_marks()
    {
        bool has_marks = false;
        for (const rubric_node& node : sheet_.nodes) {
            if (node.score.kind != score_kind::mark) continue;
            out_ += has_marks ? ",\n    " : ",\n  \"marks\": {\n    ";
            has_marks = true;
            append_json_text(out_, node.id);
            out_ += ": {";
            append_json_text(out_, sheet_.roles.front().id);
            out_ += ": null}";
        }
        if (has_marks) out_ += "\n  }";
    }

    void write_members()
    {
        if (sheet_.member_facts.empty()) {
            out_ += ",\n  \"members\": null";
            return;
        }
        out_ += ",\n  \"members\": [\n    {\"id\": \"...\"";
        for (const fact_spec& fact : sheet_.member_facts) {
            out_ += ", ";
            append_json_text(out_, fact.id);
            out_ += ": null";
        }
        out_ += "}\n  ]";
    }

    String& out_;
    const rubric& sheet_;
    language in_;
};

} // namespace bontot::detail

#endif
