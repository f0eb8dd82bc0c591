// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_RANKING_IPP
#define BONTOT_WRITE_JSON_RANKING_IPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/version.h>
#include <bontot/write_comparison.hpp>
#include <bontot/write_path.hpp>
#include <bontot/write_ranking.hpp>
#include <bontot/write_rubric_diff.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/write/json/ranking.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

std::string_view state_word(place_state state)
{
    constexpr std::string_view words[] = {"kept", "moves", "undecided", "open"};
    return words[static_cast<std::size_t>(state)];
}

void ranking_json::write()
{
    json_.begin_object();
    write_head();
    json_.begin_array("groups");
    for (const ranking_group& group : about_.groups)
        write_group(group);
    json_.end_array();
    json_.begin_array("quotas");
    for (const quota_line& line : about_.quotas)
        write_quota(line);
    json_.end_array();
    json_.begin_array("movements");
    for (const movement& each : about_.movements)
        write_movement(each);
    json_.end_array();
    json_.end_object();
}

void ranking_json::write_head()
{
    json_.text("format", "bontot-ranking/1");
    json_.text("engine", BONTOT_VERSION_STRING);
    json_.begin_object("rubric");
    json_.text("id", sheet_.id);
    json_.text("version", sheet_.version);
    json_.end_object();
    if (about_.of->from() && about_.of->to()) {
        string from;
        string to;
        append_date(from, *about_.of->from());
        append_date(to, *about_.of->to());
        json_.begin_object("period");
        json_.text("from", from);
        json_.text("to", to);
        json_.end_object();
    }
    json_.begin_array("tie_chain");
    for (const tie_key& key : sheet_.tie_chain)
        json_.text({}, key.name);
    json_.end_array();
}

void ranking_json::write_group(const ranking_group& group)
{
    json_.begin_object();
    write_group_name(group.name);
    json_.begin_array("places");
    for (std::uint32_t i = group.first; i < group.first_open; ++i)
        write_place(about_.places[i]);
    json_.end_array();
    json_.begin_array("open");
    for (std::uint32_t i = group.first_open; i < group.end; ++i)
        write_open(about_.entry_of(about_.places[i]));
    json_.end_array();
    json_.end_object();
}

void ranking_json::write_group_name(std::string_view name)
{
    if (name.empty()) {
        json_.null("group");
    } else {
        json_.text("group", name);
    }
}

void ranking_json::write_unit(const cohort_entry& entry)
{
    json_.begin_object("unit");
    json_.text("id", entry.unit_id);
    if (!entry.unit_name.empty()) json_.text("name", entry.unit_name);
    json_.end_object();
}

void ranking_json::write_points(const cohort_entry& entry)
{
    json_.amount("points", entry.points);
    json_.amount("possible", entry.possible);
}

void ranking_json::write_place(const ranking_place& place)
{
    const cohort_entry& entry = about_.entry_of(place);
    json_.begin_object();
    json_.amount("rank", number(place.rank));
    json_.amount("rank_possible", number(place.rank_possible));
    json_.boolean("tied", place.is_tied);
    write_unit(entry);
    write_points(entry);
    write_keys(place.entry);
    json_.text("grade", grade_id(entry.grade));
    json_.text("state", state_word(place.state));
    json_.text("proposed", grade_id(place.proposed));
    json_.text("proposed_possible", grade_id(place.proposed_possible));
    json_.end_object();
}

void ranking_json::write_keys(std::uint32_t entry)
{
    const auto keys = about_.of->keys_of(entry);
    json_.begin_object("keys");
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const tie_key& rule = sheet_.tie_chain[i];
        const number least = rule.lower_first ? -keys[i].high : keys[i].low;
        const number most = rule.lower_first ? -keys[i].low : keys[i].high;
        if (least == most) {
            json_.amount(rule.name, least);
            continue;
        }
        json_.begin_array(rule.name);
        write_end(least);
        write_end(most);
        json_.end_array();
    }
    json_.end_object();
}

void ranking_json::write_end(const number& end)
{
    if (abs(end) == unbounded()) {
        json_.null({});
    } else {
        json_.amount({}, end);
    }
}

void ranking_json::write_open(const cohort_entry& entry)
{
    json_.begin_object();
    write_unit(entry);
    write_points(entry);
    json_.text("grade", grade_id(entry.grade));
    json_.text("grade_possible", grade_id(entry.grade_possible));
    json_.begin_array("reachable");
    for (std::uint32_t i = 0; i < sheet_.grades.size(); ++i) {
        if ((entry.reachable & (1U << i)) != 0) json_.text({}, grade_id(i));
    }
    json_.end_array();
    json_.end_object();
}

void ranking_json::write_quota(const quota_line& line)
{
    const quota_rule& rule = *sheet_.grades[line.grade].quota;
    constexpr std::string_view bases[] = {"next", "or_better", "all"};
    json_.begin_object();
    json_.text("grade", grade_id(line.grade));
    json_.text("within", line.group == none ? "all" : "group");
    if (line.group != none) write_group_name(about_.groups[line.group].name);
    if (rule.base == quota_base::fixed) {
        json_.amount("count", number(rule.count));
    } else {
        json_.amount("share", line.share);
        json_.boolean("raised", line.is_raised);
        json_.text("of", bases[static_cast<std::size_t>(rule.base)]);
        json_.text("counted", rule.after_moves ? "after" : "before");
        json_.amount("base", number(line.base));
    }
    json_.amount("allowed", number(line.allowed));
    json_.amount("held", number(line.held));
    json_.amount("kept", number(line.kept));
    json_.amount("moved", number(line.moved));
    json_.amount("undecided", number(line.undecided));
    json_.amount("open", number(line.open));
    json_.end_object();
}

void ranking_json::write_movement(const movement& each)
{
    const quota_line& line = about_.quotas[each.quota];
    json_.begin_object();
    json_.text("unit", about_.entry_of(about_.places[each.place]).unit_id);
    json_.text(
        "state", state_word(each.is_undecided ? place_state::undecided : place_state::moves)
    );
    json_.text("from", grade_id(line.grade));
    json_.text("to", grade_id(each.to));
    json_.text("to_possible", grade_id(each.to_possible));
    json_.amount("quota", number(each.quota));
    json_.end_object();
}

void write_json(string& out, const ranking& about)
{
    ranking_json(out, about).write();
}

} // namespace bontot::detail

#endif
