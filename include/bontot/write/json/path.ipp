// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_PATH_IPP
#define BONTOT_WRITE_JSON_PATH_IPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>
#include <bontot/version.h>
#include <bontot/write_comparison.hpp>
#include <bontot/write_path.hpp>
#include <bontot/write_ranking.hpp>
#include <bontot/write_rubric_diff.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/write/json/path.hpp>
#include <bontot/write/path_words.hpp>

#include <cstdint>
#include <string_view>

namespace bontot::detail {

void path_json::write()
{
    json_.begin_object();
    write_head();
    json_.text("outcome", outcome_word(about_.outcome));
    json_.amount("effort", number(about_.effort));
    write_side("before", about_.before);
    if (is_evaluated()) write_side("after", about_.after);
    json_.begin_array("steps");
    for (const path_step& each : about_.steps)
        write_step(each);
    json_.end_array();
    json_.begin_array("falls");
    for (const path_fall& each : about_.falls)
        write_fall(each);
    json_.end_array();
    json_.begin_array("obstacles");
    for (const path_obstacle& each : about_.obstacles)
        write_obstacle(each);
    json_.end_array();
    json_.end_object();
}

void path_json::write_head()
{
    json_.text("format", "bontot-path/1");
    json_.text("engine", BONTOT_VERSION_STRING);
    json_.begin_object("rubric");
    json_.text("id", sheet_.id);
    json_.text("version", sheet_.version);
    json_.end_object();
    json_.begin_object("unit");
    json_.text("id", about_.before.unit_id);
    if (!about_.before.unit_name.empty()) json_.text("name", about_.before.unit_name);
    json_.end_object();
    if (about_.before.from && about_.before.to) {
        json_.begin_object("period");
        write_date("from", *about_.before.from);
        write_date("to", *about_.before.to);
        json_.end_object();
    }
    if (about_.before.as_of != none) json_.text("as_of", sheet_.roles[about_.before.as_of].id);
    write_grade("to", about_.grade);
}

void path_json::write_date(std::string_view key, const date& day)
{
    string text;
    append_date(text, day);
    json_.text(key, text);
}

void path_json::write_grade(std::string_view key, std::uint32_t grade)
{
    json_.begin_object(key);
    json_.text("id", sheet_.grades[grade].id);
    json_.text("label", sheet_.grades[grade].label.in(in_));
    json_.end_object();
}

void path_json::write_side(std::string_view key, const result& side)
{
    json_.begin_object(key);
    json_.amount("points", side.points);
    write_grade("grade", side.grade);
    json_.end_object();
}

void path_json::write_step(const path_step& step)
{
    json_.begin_object();
    string at;
    append_waiting_name(at, sheet_, step.what, step.index);
    json_.text("at", at);
    if (step.what == wait::kind::node) json_.text("label", sheet_.nodes[step.index].label.in(in_));
    if (step.effort > 0) {
        json_.amount("points", step.points);
        json_.amount("after", step.after);
        json_.amount("gain", path_words::difference_of(step));
    }
    json_.amount("effort", number(step.effort));
    json_.boolean("open", step.is_open);
    json_.begin_array("changes");
    for (std::uint32_t i = 0; i < step.change_count; ++i)
        write_change(about_.changes[step.first_change + i]);
    json_.end_array();
    json_.text("text", words_.step(step));
    json_.end_object();
}

void path_json::write_change(const path_change& change)
{
    json_.begin_object();
    string name;
    string label;
    append_item_name(name, sheet_, item_of(change));
    append_item_label(label, about_.before, item_of(change), in_);
    json_.text("item", name);
    json_.text("label", label);
    write_value("from", change.from);
    write_value("to", change.to);
    if (change.count > 0) json_.amount("count", number(change.count));
    if (change.role != none) json_.text("role", sheet_.roles[change.role].id);
    if (change.what == missing_item::kind::evidence) write_kinds(change.index);
    json_.end_object();
}

void path_json::write_kinds(std::uint32_t node)
{
    const evidence_rule& rule = *sheet_.nodes[node].evidence;
    json_.begin_array("kinds");
    for (const std::string_view each : rule.kinds)
        json_.text({}, each);
    json_.end_array();
    json_.text("status", rule.status == evidence_status::verified ? "verified" : "submitted");
}

void path_json::write_value(std::string_view key, const feel::value& value)
{
    switch (value.kind()) {
    case feel::kind::number:
        json_.amount(key, value.as_number());
        break;
    case feel::kind::boolean:
        json_.boolean(key, value.as_boolean());
        break;
    case feel::kind::text:
        json_.text(key, value.as_text());
        break;
    case feel::kind::date:
        write_date(key, value.as_date());
        break;
    default:
        json_.null(key);
        break;
    }
}

void path_json::write_fall(const path_fall& fall)
{
    json_.begin_object();
    json_.text("at", sheet_.nodes[fall.node].id);
    json_.text("label", sheet_.nodes[fall.node].label.in(in_));
    json_.amount("points", fall.points);
    json_.amount("after", fall.after);
    json_.end_object();
}

void path_json::write_obstacle(const path_obstacle& obstacle)
{
    using kind = path_obstacle::kind;
    json_.begin_object();
    json_.text("code", obstacle_word(obstacle.what));
    if (obstacle.what == kind::gate) {
        json_.text("at", sheet_.gates[obstacle.index].id);
    } else if (obstacle.what == kind::grade) {
        json_.text("at", sheet_.grades[obstacle.index].id);
    } else if (obstacle.index != none) {
        json_.text("at", sheet_.nodes[obstacle.index].id);
    }
    const bool is_figure = obstacle.what != kind::gate && obstacle.what != kind::grade &&
                           obstacle.what != kind::condition && obstacle.what != kind::applies;
    if (is_figure) {
        json_.amount("asked", obstacle.asked);
        json_.amount("best", obstacle.best);
    }
    json_.text("text", words_.obstacle(obstacle));
    json_.end_object();
}

void write_json(string& out, const path& about, language in)
{
    path_json(out, about, in).write();
}

} // namespace bontot::detail

#endif
