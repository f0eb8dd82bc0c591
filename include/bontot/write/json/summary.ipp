// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_SUMMARY_IPP
#define BONTOT_WRITE_JSON_SUMMARY_IPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/result.hpp>
#include <bontot/write_summary.hpp>

#include <bontot/write/json/summary.hpp>

#include <cstdint>
#include <string_view>

namespace bontot::detail {

void summary_json::write()
{
    json_.begin_object();
    json_.text("format", "bontot-summary/1");
    write_head();
    json_.begin_object("total");
    json_.amount("points", about_.points);
    json_.amount("possible", about_.possible);
    json_.amount("max", about_.max);
    json_.end_object();
    json_.text("grade", sheet_.grades[about_.grade].id);
    json_.text("grade_possible", sheet_.grades[about_.grade_possible].id);
    json_.begin_object("criteria");
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end)
        write_criterion(i);
    json_.end_object();
    json_.end_object();
}

void summary_json::write_head()
{
    json_.text("unit", about_.unit_id);
    json_.begin_object("rubric");
    json_.text("id", sheet_.id);
    json_.text("version", sheet_.version);
    json_.end_object();
    if (!about_.from || !about_.to) return;
    json_.begin_object("period");
    write_day("from", *about_.from);
    write_day("to", *about_.to);
    json_.end_object();
}

void summary_json::write_day(std::string_view key, const date& day)
{
    string text;
    append_date(text, day);
    json_.text(key, text);
}

void summary_json::write_criterion(std::uint32_t index)
{
    const node_result& node = about_.nodes[index];
    json_.begin_object(sheet_.nodes[index].id);
    json_.amount("points", node.points);
    json_.amount("possible", node.possible);
    json_.end_object();
}

void write_summary(string& out, const result& about)
{
    summary_json(out, about).write();
}

} // namespace bontot::detail

#endif
