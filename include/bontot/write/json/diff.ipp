// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_DIFF_IPP
#define BONTOT_WRITE_JSON_DIFF_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>
#include <bontot/rubric_diff.hpp>
#include <bontot/write_comparison.hpp>
#include <bontot/write_path.hpp>
#include <bontot/write_ranking.hpp>
#include <bontot/write_rubric_diff.hpp>

#include <bontot/number/text.hpp>
#include <bontot/write/json/diff.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

std::string_view move_word(grade_move move)
{
    constexpr std::string_view words[] = {"same", "up", "down", "other"};
    return words[static_cast<std::size_t>(move)];
}

void diff_json::write_change()
{
    const comparison& moved = about_.last();
    json_.begin_object();
    json_.text("format", "bontot-rubric-diff/1");
    json_.begin_object("unit");
    json_.text("id", moved.after.unit_id);
    if (!moved.after.unit_name.empty()) json_.text("name", moved.after.unit_name);
    json_.end_object();
    json_.text("move", move_word(about_.last_move()));
    write_pair("grade", moved.before.grade, moved.after.grade);
    write_pair("grade_possible", moved.before.grade_possible, moved.after.grade_possible);
    json_.begin_object("points");
    json_.amount("before", moved.points.before);
    json_.amount("after", moved.points.after);
    json_.amount("difference", moved.points.difference);
    json_.end_object();
    json_.begin_array("causes");
    for (const diff_cause& each : about_.last_causes())
        write_cause(each);
    json_.end_array();
    json_.end_object();
}

void diff_json::write_counts()
{
    json_.begin_object();
    json_.text("format", "bontot-rubric-diff/1");
    write_rubric("before", about_.before());
    write_rubric("after", about_.after());
    count("dossiers", about_.dossiers());
    count("up", about_.count(grade_move::up));
    count("down", about_.count(grade_move::down));
    count("same", about_.count(grade_move::same));
    count("other", about_.count(grade_move::other));
    count("refused", about_.refused());
    count("open", about_.open());
    write_matrix();
    write_passed_over();
    json_.end_object();
}

void diff_json::write_pair(std::string_view key, std::string_view before, std::string_view after)
{
    json_.begin_object(key);
    json_.text("before", before);
    json_.text("after", after);
    json_.end_object();
}

void diff_json::write_cause(const diff_cause& cause)
{
    constexpr std::string_view words[] = {"line", "remainder", "total", "good", "grade", "gate"};
    json_.begin_object();
    json_.text("kind", words[static_cast<std::size_t>(cause.what)]);
    if (!cause.id.empty()) json_.text("id", cause.id);
    if (!cause.label.in(in_).empty()) json_.text("label", cause.label.in(in_));
    if (!cause.clause.empty()) json_.text("clause", cause.clause);
    if (!cause.difference.is_zero()) json_.amount("difference", cause.difference);
    json_.end_object();
}

void diff_json::write_rubric(std::string_view key, const rubric& sheet)
{
    json_.begin_object(key);
    json_.text("id", sheet.id);
    json_.text("version", sheet.version);
    json_.end_object();
}

void diff_json::write_matrix()
{
    json_.begin_array("matrix");
    const auto& before = about_.before().grades;
    const auto& after = about_.after().grades;
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        for (std::uint32_t j = 0; j < after.size(); ++j) {
            if (about_.count(i, j) == 0) continue;
            json_.begin_object();
            json_.text("before", before[i].id);
            json_.text("after", after[j].id);
            count("count", about_.count(i, j));
            json_.end_object();
        }
    }
    json_.end_array();
}

void diff_json::write_passed_over()
{
    json_.begin_array("passed_over");
    for (const passed_over_count& each : about_.passed_over()) {
        if (each.dossiers == 0) continue;
        json_.begin_object();
        json_.text("by", each.by_after ? "after" : "before");
        json_.text("name", each.name);
        count("dossiers", each.dossiers);
        json_.end_object();
    }
    json_.end_array();
}

void write_change_json(string& out, const rubric_diff& about, language in)
{
    diff_json(out, about, in).write_change();
}

void write_json(string& out, const rubric_diff& about, language in)
{
    diff_json(out, about, in).write_counts();
}

} // namespace bontot::detail

#endif
