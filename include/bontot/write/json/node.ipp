// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_NODE_IPP
#define BONTOT_WRITE_JSON_NODE_IPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/text_buffer.hpp>
#include <bontot/json/writer.hpp>
#include <bontot/number/text.hpp>
#include <bontot/words/kept_texts.hpp>
#include <bontot/write/json/node.hpp>
#include <bontot/write/json/ranking.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace bontot::detail {

void node_json::write_node(std::uint32_t index)
{
    const std::uint32_t its_case = about_.nodes[index].line_case;
    if (kept_ == nullptr || its_case == none || has_marks(index)) {
        write_anew(index);
        return;
    }
    const kept_text*& known = kept_->line(its_case);
    if (known != nullptr) {
        fill(*known, index);
        return;
    }
    const std::size_t begin = json_.out().size();
    kept_->notes().start();
    write_anew(index);
    kept_->notes().stop();
    known = keep(begin, kept_->notes().holes());
}

void node_json::write_fact(std::uint32_t slot)
{
    const feel::value& given = about_.facts[slot];
    json_.name(sheet_.facts[slot].id);
    const std::size_t begin = json_.out().size();
    append_value(given);
    if (given.kind() != feel::kind::boolean) note(text_hole::kind::value, slot, begin);
}

std::string_view node_json::truth_word(truth what)
{
    constexpr std::string_view words[] = {"false", "true", "null"};
    return words[static_cast<std::size_t>(what)];
}

const kept_text* node_json::keep(std::size_t begin, std::span<const text_hole> holes)
{
    const std::string_view written = json_.out().view().substr(begin);
    return kept_->keep(written, begin, holes, json_.needs_comma());
}

bool node_json::has_marks(std::uint32_t index) const
{
    return !about_.marks_of(index).empty();
}

void node_json::fill(const kept_text& line, std::uint32_t index)
{
    std::size_t written = 0;
    for (const text_hole& hole : line.holes) {
        json_.out().append_padded(line.text + written, hole.begin - written);
        written = hole.begin;
        fill_hole(hole, about_.nodes[index]);
    }
    json_.out().append_padded(line.text + written, line.size - written);
    json_.continue_with(line.needs_comma);
}

void node_json::fill_hole(const text_hole& hole, const node_result& node)
{
    json_escaper<text_buffer> words(json_.out());
    switch (hole.what) {
    case text_hole::kind::value:
        append_value(about_.facts[hole.slot]);
        break;
    case text_hole::kind::value_words:
        teller_.append_value(words, about_.facts[hole.slot]);
        break;
    case text_hole::kind::points:
        append_decimal(json_.out(), node.points, '.');
        break;
    case text_hole::kind::possible:
        append_decimal(json_.out(), node.possible, '.');
        break;
    case text_hole::kind::points_words:
        teller_.append_number(
            words, node.reasons.front().arguments[reason::proportional_points].amount
        );
        break;
    case text_hole::kind::state:
        words += state_word(node.state);
        break;
    }
}

void node_json::write_anew(std::uint32_t index)
{
    const rubric_node& rule = sheet_.nodes[index];
    const node_result& node = about_.nodes[index];
    part(first_node_part + index, [&] {
        json_.begin_object();
        json_.text("id", rule.id);
        json_.text("label", rule.label.in(in_));
        if (rule.depth == 0) json_.text("kind", kind_word(rule.kind));
    });
    write_figures(rule, node);
    write_reasons(node);
    if (rule.score.kind == score_kind::group) {
        json_.begin_array("indicators");
        for (std::uint32_t i = index + 1; i < rule.end; i = sheet_.nodes[i].end)
            write_node(i);
        json_.end_array();
    } else {
        write_line(index);
    }
    if (!rule.clause.empty()) json_.text("clause", rule.clause);
    json_.end_object();
}

void node_json::write_figures(const rubric_node& rule, const node_result& node)
{
    const bool follows = rule.score.kind == score_kind::proportional;
    text_buffer& out = json_.out();
    const auto note_from = [&](std::size_t begin, text_hole::kind what) {
        if (follows) note(what, none, begin);
    };
    json_.name("points");
    std::size_t begin = out.size();
    append_decimal(out, node.points, '.');
    note_from(begin, text_hole::kind::points);
    json_.name("possible");
    begin = out.size();
    append_decimal(out, node.possible, '.');
    note_from(begin, text_hole::kind::possible);
    json_.amount("max", node.max);
    if (rule.good) write_truth("good", node.good);
    json_.name("state");
    out += '"';
    begin = out.size();
    out += state_word(node.state);
    note_from(begin, text_hole::kind::state);
    out += '"';
}

void node_json::write_reasons(const node_result& node)
{
    for (std::size_t i = 0; i < node.reasons.size(); ++i) {
        const reason& why = node.reasons[i];
        if (i == 1) json_.begin_array("notes");
        json_.begin_object(i == 0 ? json_key("reason") : json_key());
        json_.text("code", reason_code(why.code));
        json_.text_by("text", [&](auto& out) { teller_.append_reason(out, why); });
        json_.end_object();
    }
    if (node.reasons.size() > 1) json_.end_array();
}

void node_json::write_line(std::uint32_t index)
{
    json_.begin_object("facts");
    for (const std::uint32_t slot : slots_of(sheet_, index)) {
        const bool is_known = slot < about_.facts.size() && !about_.facts[slot].is_unknown();
        if (is_known) write_fact(slot);
    }
    json_.end_object();
    const node_result& node = about_.nodes[index];
    json_.begin_array("evidence");
    for (std::uint32_t i = 0; i < node.evidence_count; ++i) {
        json_.text({}, about_.evidence[node.first_evidence + i]);
    }
    json_.end_array();
    write_marks(index);
    json_.begin_array("missing");
    for (const wait& each : about_.waits_of(index))
        write_item_name({}, about_.missing[each.item]);
    json_.end_array();
}

void node_json::write_marks(std::uint32_t index)
{
    const auto marks = about_.marks_of(index);
    if (marks.empty()) return;
    json_.begin_object("marks");
    for (const mark_record& each : marks) {
        json_.begin_object(sheet_.roles[each.role].id);
        json_.amount("points", each.points);
        write_words("comment", each.comment);
        write_words("reason", each.reason);
        write_words("by", each.by);
        write_day("date", each.day);
        json_.end_object();
    }
    json_.end_object();
}

void node_json::append_value(const feel::value& given)
{
    text_buffer& out = json_.out();
    switch (given.kind()) {
    case feel::kind::number:
        append_decimal(out, given.as_number(), '.');
        break;
    case feel::kind::boolean:
        out += given.as_boolean() ? "true" : "false";
        break;
    case feel::kind::text:
        append_json_text(out, given.as_text());
        break;
    case feel::kind::date:
        out += '"';
        append_date(out, given.as_date());
        out += '"';
        break;
    default:
        out += "null";
        break;
    }
}

} // namespace bontot::detail

#endif
