// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_DOSSIER_TEMPLATE_IPP
#define BONTOT_WRITE_JSON_DOSSIER_TEMPLATE_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/write_rubric.hpp>

#include <bontot/json/writer.hpp>
#include <bontot/write/json/dossier_template.hpp>

#include <string_view>

namespace bontot::detail {

void dossier_template::write()
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

std::string_view dossier_template::sample_period() const
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

void dossier_template::new_line(bool& needs_comma, std::string_view indent)
{
    out_ += needs_comma ? ",\n" : "\n";
    needs_comma = true;
    out_ += indent;
}

void dossier_template::write_null(std::string_view key, std::string_view indent, bool& needs_comma)
{
    new_line(needs_comma, indent);
    append_json_text(out_, key);
    out_ += ": null";
}

void dossier_template::write_guide()
{
    bool needs_comma = false;
    for (const fact_spec& fact : sheet_.facts)
        write_help({}, fact, needs_comma);
    for (const fact_spec& fact : sheet_.member_facts)
        write_help("members.", fact, needs_comma);
}

void dossier_template::write_help(std::string_view before, const fact_spec& fact, bool& needs_comma)
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

void dossier_template::append_kind(string& out, const fact_spec& fact) const
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

void dossier_template::append_number_kind(string& out, const fact_spec& fact) const
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

void dossier_template::write_marks()
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

void dossier_template::write_members()
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

void write_template(string& out, const rubric& sheet, language in)
{
    dossier_template(out, sheet, in).write();
}

} // namespace bontot::detail

#endif
