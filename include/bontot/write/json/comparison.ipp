// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_COMPARISON_IPP
#define BONTOT_WRITE_JSON_COMPARISON_IPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/version.h>
#include <bontot/write_comparison.hpp>
#include <bontot/write_path.hpp>
#include <bontot/write_ranking.hpp>
#include <bontot/write_rubric_diff.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/compare/compare.hpp>
#include <bontot/json/writer.hpp>
#include <bontot/words/result.hpp>
#include <bontot/write/json/comparison.hpp>
#include <bontot/write/json/ranking.hpp>
#include <bontot/write/path_words.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

void comparison_json::write()
{
    json_.begin_object();
    json_.text("format", "bontot-comparison/1");
    json_.text("engine", BONTOT_VERSION_STRING);
    write_head("before", about_.before);
    write_head("after", about_.after);
    json_.boolean("grade_changed", about_.is_grade_changed());
    json_.begin_object("total");
    write_figures(about_.points, about_.possible, about_.max);
    write_remainder(about_.remainder, about_.possible_remainder);
    json_.end_object();
    json_.begin_array("criteria");
    const auto count = static_cast<std::uint32_t>(about_.nodes.size());
    for (std::uint32_t i = 0; i < count; i = about_.nodes[i].end)
        write_node(i);
    json_.end_array();
    write_gates();
    write_checks();
    json_.end_object();
}

void comparison_json::write_head(std::string_view key, const compared_result& side)
{
    json_.begin_object(key);
    json_.begin_object("rubric");
    json_.text("id", side.rubric_id);
    json_.text("version", side.rubric_version);
    json_.end_object();
    json_.begin_object("unit");
    json_.text("id", side.unit_id);
    if (!side.unit_name.empty()) json_.text("name", side.unit_name);
    json_.end_object();
    if (side.from && side.to) {
        json_.begin_object("period");
        write_date("from", *side.from);
        write_date("to", *side.to);
        json_.end_object();
    }
    if (!side.as_of.empty()) json_.text("as_of", side.as_of);
    json_.begin_object("grade");
    json_.text("id", side.grade);
    json_.text("label", side.grade_label.in(in_));
    json_.boolean("by_exception", side.by_exception);
    json_.end_object();
    json_.text("grade_possible", side.grade_possible);
    json_.amount("completeness", side.completeness);
    json_.end_object();
}

void comparison_json::write_date(std::string_view key, const date& day)
{
    string text;
    append_date(text, day);
    json_.text(key, text);
}

void comparison_json::write_figures(
    const moved_figure& points, const moved_figure& possible, const moved_figure& max
)
{
    const auto write = [this](std::string_view key, const moved_figure& figure) {
        json_.begin_object(key);
        json_.amount("before", figure.before);
        json_.amount("after", figure.after);
        json_.amount("difference", figure.difference);
        json_.end_object();
    };
    write("points", points);
    write("possible", possible);
    write("max", max);
}

void comparison_json::write_remainder(const number& points, const number& possible)
{
    json_.begin_object("remainder");
    json_.amount("points", points);
    json_.amount("possible", possible);
    json_.end_object();
}

void comparison_json::write_node(std::uint32_t index)
{
    const node_comparison& node = about_.nodes[index];
    json_.begin_object();
    json_.text("id", node.id);
    json_.text("label", node.newest().label.in(in_));
    if (!node.newest().clause.empty()) json_.text("clause", node.newest().clause);
    constexpr std::string_view words[] = {"both", "before", "after"};
    json_.text("in", words[static_cast<std::size_t>(node.where)]);
    if (node.elsewhere != none) write_elsewhere(node);
    write_figures(node.points, node.possible, node.max);
    if (!node.is_line) write_remainder(node.remainder, node.possible_remainder);
    json_.boolean("changed", is_changed(node));
    if (is_changed(node)) write_change(node);
    if (!node.is_line) {
        json_.begin_array("indicators");
        for (std::uint32_t i = index + 1; i < node.end; i = about_.nodes[i].end)
            write_node(i);
        json_.end_array();
    }
    json_.end_object();
}

void comparison_json::write_elsewhere(const node_comparison& node)
{
    const std::string_view key = node.where == presence::before_only ? "moved_to" : "moved_from";
    const std::uint32_t parent = about_.nodes[node.elsewhere].parent;
    if (parent == none) {
        json_.null(key);
    } else {
        json_.text(key, about_.nodes[parent].id);
    }
}

void comparison_json::write_change(const node_comparison& node)
{
    if (node.where != presence::after_only) write_side("before", node.before);
    if (node.where != presence::before_only) write_side("after", node.after);
    json_.begin_object("facts");
    for (const fact_change& each : node.facts)
        write_fact(each);
    json_.end_object();
    json_.begin_object("evidence");
    write_missing_from("added", node.after.evidence, node.before.evidence);
    write_missing_from("removed", node.before.evidence, node.after.evidence);
    json_.end_object();
    json_.begin_object("marks");
    for (const mark_change& each : node.marks) {
        json_.begin_object(each.role);
        write_amount("before", each.before);
        write_amount("after", each.after);
        json_.end_object();
    }
    json_.end_object();
}

void comparison_json::write_side(std::string_view key, const node_side& side)
{
    json_.begin_object(key);
    json_.text("label", side.label.in(in_));
    if (!side.clause.empty()) json_.text("clause", side.clause);
    json_.text("state", state_word(side.state));
    if (side.good) write_truth("good", *side.good);
    for (std::size_t i = 0; i < side.reasons.size(); ++i) {
        if (i == 1) json_.begin_array("notes");
        json_.begin_object(i == 0 ? json_key("reason") : json_key());
        json_.text("code", side.reasons[i].code);
        json_.text("text", side.reasons[i].text.in(in_));
        json_.end_object();
    }
    if (side.reasons.size() > 1) json_.end_array();
    json_.end_object();
}

void comparison_json::write_fact(const fact_change& change)
{
    json_.begin_object(change.id);
    write_value("before", change.before);
    write_value("after", change.after);
    json_.end_object();
}

void comparison_json::write_value(std::string_view key, const std::optional<fact_summary>& fact)
{
    if (!fact) {
        json_.null(key);
    } else if (fact->what == fact_summary::type::number) {
        json_.amount(key, fact->amount);
    } else if (fact->what == fact_summary::type::boolean) {
        json_.boolean(key, fact->holds);
    } else {
        json_.text(key, fact->words);
    }
}

void comparison_json::write_amount(std::string_view key, const std::optional<number>& amount)
{
    if (amount) {
        json_.amount(key, *amount);
    } else {
        json_.null(key);
    }
}

void comparison_json::write_missing_from(
    std::string_view key, std::span<const std::string_view> all,
    std::span<const std::string_view> others
)
{
    json_.begin_array(key);
    for (const std::string_view each : missing_from(all, others))
        json_.text({}, each);
    json_.end_array();
}

void comparison_json::write_truth(std::string_view key, truth what)
{
    if (what == truth::open) {
        json_.null(key);
    } else {
        json_.boolean(key, what == truth::yes);
    }
}

void comparison_json::write_gates()
{
    json_.begin_array("gates");
    for (const gate_change& each : about_.gates) {
        json_.begin_object();
        json_.text("id", each.id);
        if (each.before) write_truth("before", *each.before);
        if (each.after) write_truth("after", *each.after);
        if (each.was_lifted || each.is_lifted) {
            json_.begin_object("lifted");
            json_.boolean("before", each.was_lifted);
            json_.boolean("after", each.is_lifted);
            json_.end_object();
        }
        json_.end_object();
    }
    json_.end_array();
}

void comparison_json::write_checks()
{
    json_.begin_array("checks");
    for (const check_change& each : about_.checks) {
        json_.begin_object();
        json_.text("id", each.id);
        if (each.before) json_.text("before", outcome_word(*each.before));
        if (each.after) json_.text("after", outcome_word(*each.after));
        json_.text("severity", severity_word(each.severity));
        json_.text("text", each.text.in(in_));
        json_.end_object();
    }
    json_.end_array();
}

void write_json(string& out, const comparison& about, language in)
{
    comparison_json(out, about, in).write();
}

} // namespace bontot::detail

#endif
