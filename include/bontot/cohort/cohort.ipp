// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COHORT_COHORT_IPP
#define BONTOT_COHORT_COHORT_IPP

#include <bontot/cohort.hpp>
#include <bontot/date.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/make_room.hpp>
#include <bontot/cohort/cohort.hpp>
#include <bontot/cohort/text_order.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot {

std::span<const key_bounds> cohort::keys_of(std::uint32_t entry) const
{
    const std::size_t count = sheet_->tie_chain.size();
    return std::span<const key_bounds>(keys_).subspan(entry * count, count);
}

number unbounded() noexcept
{
    number out;
    // The text is a number in range.
    (void)number::parse("9999999999999999999999999999999999e6111", out);
    return out;
}

/** A result on its way into a cohort. */
struct cohort::candidate
{
    explicit candidate(memory& source) : keys(allocator<key_bounds>(source)) {}

    cohort_entry entry;
    std::optional<date> from;
    std::optional<date> to;
    vector<key_bounds> keys;
};

} // namespace bontot

namespace bontot::detail {

/** Returns a period as messages show it. */
inline string shown_period(const std::optional<date>& from, const std::optional<date>& to)
{
    if (!from || !to) return string("?");
    string out;
    append_date(out, *from);
    out += " - ";
    append_date(out, *to);
    return out;
}

} // namespace bontot::detail

namespace bontot {

error_list cohort::add(const result& about)
{
    detail::diagnosis faults(source());
    if (about.grade == none || !about.sheet) {
        detail::add_fault(faults, message::api_not_evaluated, "");
        return faults.take({});
    }
    if (about.sheet != sheet_) return add(summarize(about, sentences::left_out, source()));
    candidate added(source());
    cohort_entry& entry = added.entry;
    entry.unit_id = about.unit_id;
    entry.unit_name = about.unit_name;
    entry.unit_group = about.unit_group;
    entry.points = about.points;
    entry.possible = about.possible;
    entry.grade = about.grade;
    entry.grade_possible = about.grade_possible;
    for (const std::uint32_t each : about.reachable)
        entry.reachable |= 1U << each;
    entry.grades_met = about.grades_met;
    entry.grades_open = about.grades_open;
    added.from = about.from;
    added.to = about.to;
    for (const tie_key& key : sheet_->tie_chain) {
        if (key.what == tie_key::kind::fact) {
            const feel::value& given = about.facts[key.index];
            const bool is_known = given.kind() == feel::kind::number;
            added.keys.push_back(
                bounds_of(key, is_known ? std::optional(given.as_number()) : std::nullopt)
            );
        } else if (key.what == tie_key::kind::node) {
            const node_result& node = about.nodes[key.index];
            added.keys.push_back(key_bounds{node.points, node.possible});
        } else {
            added.keys.push_back(key_bounds{about.points, about.possible});
        }
    }
    check(added, faults);
    if (faults.empty()) take(added);
    return faults.take({});
}

error_list cohort::add(const result_summary& about)
{
    detail::diagnosis faults(source());
    if (about.rubric_id != sheet_->id || about.rubric_version != sheet_->version) {
        detail::add_fault(
            faults, message::cohort_other_rubric, "/rubric",
            {detail::shown(about.rubric_id), detail::shown(about.rubric_version), sheet_->id,
             sheet_->version}
        );
    }
    candidate added(source());
    added.entry.unit_id = about.unit_id;
    added.entry.unit_name = about.unit_name;
    added.entry.unit_group = about.unit_group;
    added.entry.points = about.points;
    added.entry.possible = about.possible;
    added.from = about.from;
    added.to = about.to;
    // What another rubric's result lacks is no further news.
    if (faults.empty()) {
        read_grades(about, added, faults);
        read_keys(about, added, faults);
    }
    check(added, faults);
    if (faults.empty()) take(added);
    return faults.take({});
}

void cohort::read_grades(const result_summary& about, candidate& out, detail::diagnosis& faults)
    const
{
    const auto grade_of = [&](std::string_view id, std::string_view pointer) {
        const std::uint32_t found = sheet_->find_grade(id);
        if (found == none)
            detail::add_fault(faults, message::cohort_unknown_grade, pointer, {detail::shown(id)});
        return found;
    };
    out.entry.grade = grade_of(about.grade, "/grade/id");
    out.entry.grade_possible = grade_of(about.grade_possible, "/grade_possible");
    for (const std::string_view id : about.reachable) {
        const std::uint32_t found = grade_of(id, "/reachable");
        if (found != none) out.entry.reachable |= 1U << found;
    }
    if (!has_quota(*sheet_)) return;
    for (std::uint32_t i = 0; i < sheet_->grades.size(); ++i) {
        const auto is_it = [&](const grade_summary& each) {
            return each.id == sheet_->grades[i].id;
        };
        const auto found = std::find_if(about.grades.begin(), about.grades.end(), is_it);
        if (found == about.grades.end()) {
            detail::add_fault(
                faults, message::cohort_nothing_of, "/ranking/grades", {sheet_->grades[i].id}
            );
        } else if (found->holds != truth::no) {
            const bool is_met = found->holds == truth::yes;
            (is_met ? out.entry.grades_met : out.entry.grades_open) |= 1U << i;
        }
    }
}

void cohort::read_keys(const result_summary& about, candidate& out, detail::diagnosis& faults) const
{
    for (const tie_key& key : sheet_->tie_chain) {
        if (key.what == tie_key::kind::total) {
            out.keys.push_back(key_bounds{about.points, about.possible});
            continue;
        }
        const bool is_node = key.what == tie_key::kind::node;
        const std::string_view id =
            is_node ? sheet_->nodes[key.index].id : sheet_->facts[key.index].id;
        const std::uint32_t node = is_node ? about.find_node(id) : none;
        const auto is_it = [id](const tie_fact_summary& each) { return each.id == id; };
        const auto fact = std::find_if(about.tie_facts.begin(), about.tie_facts.end(), is_it);
        if (is_node && node != none) {
            out.keys.push_back(key_bounds{about.nodes[node].points, about.nodes[node].possible});
        } else if (!is_node && fact != about.tie_facts.end()) {
            out.keys.push_back(bounds_of(key, fact->value));
        } else {
            detail::add_fault(
                faults, message::cohort_nothing_of, is_node ? "/criteria" : "/ranking/facts", {id}
            );
        }
    }
}

/** Returns what a fact can be: its value, or else its range. */
key_bounds cohort::bounds_of(const tie_key& key, const std::optional<number>& fact) const
{
    const fact_spec& spec = sheet_->facts[key.index];
    if (fact) return {settle(*fact), settle(*fact)};
    return {
        spec.min ? settle(*spec.min) : -unbounded(), spec.max ? settle(*spec.max) : unbounded()};
}

void cohort::check(const candidate& added, detail::diagnosis& faults) const
{
    const std::string_view id = added.entry.unit_id;
    if (id.empty()) {
        detail::add_fault(faults, message::cohort_no_unit, "/unit/id");
    } else if (place_of(id).is_taken) {
        detail::add_fault(faults, message::cohort_repeated_unit, "/unit/id", {detail::shown(id)});
    }
    if (entries_.empty() || (added.from == from_ && added.to == to_)) return;
    detail::add_fault(
        faults, message::cohort_other_period, "/period",
        {detail::shown_period(added.from, added.to), detail::shown_period(from_, to_)}
    );
}

detail::text_order::place cohort::place_of(std::string_view unit_id) const
{
    return by_id_.find(unit_id, [this](std::uint32_t each) { return entries_[each].unit_id; });
}

/** Returns a group's name as it is kept: units of one group mostly come together, or take turns. */
std::string_view cohort::kept_group(std::string_view name)
{
    if (!entries_.empty() && entries_.back().unit_group == name) return entries_.back().unit_group;
    const auto place = by_group_.find(name, [this](std::uint32_t each) { return groups_[each]; });
    if (place.is_taken) return groups_[place.index];
    detail::make_room(groups_);
    const std::string_view kept = store_.copy(name);
    by_group_.insert(place, static_cast<std::uint32_t>(groups_.size()));
    groups_.push_back(kept);
    return kept;
}

/** Takes a result in; if memory is out, the cohort is as it was. */
void cohort::take(candidate& added)
{
    for (std::size_t i = 0; i < added.keys.size(); ++i) {
        if (!sheet_->tie_chain[i].lower_first) continue;
        added.keys[i] = key_bounds{-added.keys[i].high, -added.keys[i].low};
    }
    cohort_entry entry = added.entry;
    entry.unit_id = store_.copy(entry.unit_id);
    entry.unit_name = store_.copy(entry.unit_name);
    entry.unit_group = kept_group(entry.unit_group);
    const auto index = static_cast<std::uint32_t>(entries_.size());
    detail::make_room(entries_);
    detail::make_room(keys_, added.keys.size());
    by_id_.insert(place_of(entry.unit_id), index);
    // From here on nothing fails.
    keys_.insert(keys_.end(), added.keys.begin(), added.keys.end());
    entries_.push_back(entry);
    if (index != 0) return;
    from_ = added.from;
    to_ = added.to;
}

} // namespace bontot

#endif
