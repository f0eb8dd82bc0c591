// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_RESULT_IPP
#define BONTOT_WRITE_JSON_RESULT_IPP

#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>
#include <bontot/version.h>
#include <bontot/write_comparison.hpp>
#include <bontot/write_json.hpp>
#include <bontot/write_path.hpp>
#include <bontot/write_ranking.hpp>
#include <bontot/write_rubric_diff.hpp>
#include <bontot/write_text.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/text_buffer.hpp>
#include <bontot/json/writer.hpp>
#include <bontot/write/json/result.hpp>
#include <bontot/write/path_words.hpp>

#include <cstddef>
#include <cstdint>

namespace bontot::detail {

void result_json::write()
{
    json_.begin_object();
    write_head();
    write_total();
    json_.begin_array("criteria");
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end)
        write_node(i);
    json_.end_array();
    write_gates();
    write_checks();
    write_findings();
    write_missing();
    json_.end_object();
}

void result_json::write_head()
{
    part(head_part, [this] {
        json_.text("format", "bontot-result/1");
        json_.text("engine", BONTOT_VERSION_STRING);
        json_.begin_object("rubric");
        json_.text("id", sheet_.id);
        json_.text("version", sheet_.version);
        json_.end_object();
        json_.begin_object("unit");
    });
    json_.text("id", about_.unit_id);
    write_words("name", about_.unit_name);
    write_words("kind", about_.unit_kind);
    write_words("group", about_.unit_group);
    json_.end_object();
    if (about_.from && about_.to) {
        json_.begin_object("period");
        write_day("from", about_.from);
        write_day("to", about_.to);
        json_.end_object();
    }
    if (about_.as_of != none) json_.text("as_of", sheet_.roles[about_.as_of].id);
}

void result_json::write_total()
{
    json_.begin_object("total");
    json_.amount("points", about_.points);
    json_.amount("possible", about_.possible);
    json_.amount("max", about_.max);
    json_.end_object();
    const grade_rule& grade = sheet_.grades[about_.grade];
    json_.begin_object("grade");
    json_.text("id", grade.id);
    json_.text("label", grade.label.in(in_));
    json_.boolean("by_exception", about_.by_exception);
    json_.end_object();
    json_.text("grade_possible", sheet_.grades[about_.grade_possible].id);
    json_.begin_array("reachable");
    for (const std::uint32_t each : about_.reachable)
        json_.text({}, sheet_.grades[each].id);
    json_.end_array();
    json_.amount("completeness", about_.completeness);
    if (!about_.columns.empty()) write_columns();
    write_ranking();
}

void result_json::write_ranking()
{
    bool has_facts = false;
    for (const tie_key& key : sheet_.tie_chain)
        has_facts = has_facts || key.what == tie_key::kind::fact;
    if (!has_quota(sheet_) && !has_facts) return;
    json_.begin_object("ranking");
    if (has_quota(sheet_)) {
        json_.begin_object("grades");
        for (std::uint32_t i = 0; i < sheet_.grades.size(); ++i)
            write_truth(sheet_.grades[i].id, about_.grade_meets(i));
        json_.end_object();
    }
    if (has_facts) {
        json_.begin_object("facts");
        for (const tie_key& key : sheet_.tie_chain) {
            if (key.what != tie_key::kind::fact) continue;
            write_fact(key.index);
        }
        json_.end_object();
    }
    json_.end_object();
}

void result_json::write_columns()
{
    json_.begin_array("columns");
    for (const column& each : about_.columns) {
        json_.begin_object();
        json_.text("role", sheet_.roles[each.role].id);
        write_points(each.total);
        json_.text("grade", sheet_.grades[each.grade].id);
        json_.text("grade_possible", sheet_.grades[each.grade_possible].id);
        json_.begin_object("nodes");
        for (std::size_t i = 0; i < sheet_.nodes.size(); ++i) {
            json_.begin_object(sheet_.nodes[i].id);
            write_points(about_.column_nodes[each.first_node + i]);
            json_.end_object();
        }
        json_.end_object();
        json_.end_object();
    }
    json_.end_array();
}

void result_json::write_points(const column_points& of)
{
    json_.amount("points", of.points);
    json_.amount("possible", of.possible);
}

void result_json::write_gates()
{
    json_.begin_array("gates");
    for (std::size_t i = 0; i < sheet_.gates.size(); ++i) {
        json_.begin_object();
        json_.text("id", sheet_.gates[i].id);
        write_truth("fired", about_.gates[i]);
        const exception_record* const lifted = about_.exception_of(static_cast<std::uint32_t>(i));
        if (lifted != nullptr && about_.gates[i] != truth::no) {
            json_.begin_object("lifted");
            json_.text("reason", lifted->reason);
            json_.text("authority", lifted->authority);
            write_day("date", lifted->day);
            json_.end_object();
        }
        json_.end_object();
    }
    json_.end_array();
}

void result_json::write_checks()
{
    json_.begin_array("checks");
    for (std::size_t i = 0; i < sheet_.checks.size(); ++i) {
        const check_rule& check = sheet_.checks[i];
        json_.begin_object();
        json_.text("id", check.id);
        json_.text("outcome", outcome_word(about_.checks[i]));
        json_.text("severity", severity_word(check.severity));
        json_.text("text", check.text.in(in_));
        json_.end_object();
    }
    json_.end_array();
}

void result_json::write_findings()
{
    json_.begin_array("findings");
    for (const finding& each : about_.findings) {
        json_.begin_object();
        json_.text("code", reason_code(each.code));
        write_waiting_name("at", each.what, each.index);
        if (each.program != none) json_.text("expression", sheet_.programs[each.program].source());
        json_.end_object();
    }
    json_.end_array();
}

void result_json::write_missing()
{
    json_.begin_array("missing");
    for (std::uint32_t i = 0; i < about_.missing.size(); ++i) {
        const missing_item& item = about_.missing[i];
        json_.begin_object();
        write_item_name("item", item);
        json_.text_by("label", [&](auto& out) { append_item_label(out, about_, item, in_); });
        json_.amount("worth", settle(item.worth));
        write_waits("lines", i, true);
        json_.begin_array("also");
        each_other_item(about_, i, [this](std::uint32_t other) {
            write_item_name({}, about_.missing[other]);
        });
        json_.end_array();
        write_waits("decides", i, false);
        json_.end_object();
    }
    json_.end_array();
}

void result_json::write_waits(json_key key, std::uint32_t item, bool lines)
{
    json_.begin_array(key);
    for (const std::uint32_t place : about_.waits_for(item)) {
        const wait& each = about_.waits[place];
        if ((each.what == wait::kind::node) != lines) continue;
        write_waiting_name({}, each.what, each.index);
    }
    json_.end_array();
}

void write_json(text_buffer& out, const result& about, language in)
{
    result_json(out, about, in, nullptr).write();
}

} // namespace bontot::detail

namespace bontot {

void result_writer::write(const result& about, language in)
{
    const std::size_t parts = detail::result_json::part_count(*about.sheet);
    const bool keeps = kept_.prepare(about, in, parts);
    text_.clear();
    detail::result_json(text_, about, in, keeps ? &kept_ : nullptr).write();
}

} // namespace bontot

#endif
