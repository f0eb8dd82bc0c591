// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_FINDER_RECORDS_IPP
#define BONTOT_PATH_FINDER_RECORDS_IPP

#include <bontot/dossier.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>
#include <bontot/path.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/path/finder.hpp>
#include <bontot/path/most.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Gives a line of kind mark the mark that is its most, in the role whose mark counts. */
bool path_finder::give_mark()
{
    if (goal_.node == none || sheet_.nodes[goal_.node].score.kind != score_kind::mark) return false;
    const rubric_node& line = sheet_.nodes[goal_.node];
    const mark_record* const last = rules_.mark_of(goal_.node);
    path_change change;
    change.what = missing_item::kind::mark;
    change.index = goal_.node;
    change.role = last != nullptr ? last->role : out_.before.as_of;
    if (change.role == none || (last != nullptr && goal_.only_missing)) return false;
    if (last != nullptr) change.from = feel::value::number(last->points);
    mark_record given;
    given.node = goal_.node;
    given.role = change.role;
    given.points = best_score(sheet_, line);
    change.to = feel::value::number(given.points);
    working_.marks.push_back(given); // of two marks of a role the later one counts
    if (is_met()) {
        out_.changes.push_back(change);
        return true;
    }
    working_.marks.pop_back();
    return false;
}

/** Changes one field of as few members as will do. */
bool path_finder::change_members(bool is_gentle)
{
    const std::uint32_t slot = sheet_.reserved_slot(rubric::members);
    if (working_.slots[slot].is_unknown()) return false;
    for (const std::uint32_t program : programs_) {
        for (const feel::field_reference& read : sheet_.programs[program].fields_read()) {
            if (read.slot != slot) continue;
            const std::uint32_t fact = sheet_.member_fact_of(read.field);
            if (fact != none && change_field(fact, is_gentle)) return true;
        }
    }
    return false;
}

bool path_finder::change_field(std::size_t fact, bool is_gentle)
{
    own_members();
    const fact_spec& spec = sheet_.member_facts[fact];
    switch (spec.type) {
    case fact_type::boolean:
        return set_field(fact, feel::value::boolean(true), is_gentle) ||
               set_field(fact, feel::value::boolean(false), is_gentle);
    case fact_type::choice:
        for (const std::string_view each : spec.choices) {
            if (set_field(fact, feel::value::text(each), is_gentle)) return true;
        }
        return false;
    case fact_type::number:
        return (spec.min && set_field(fact, feel::value::number(*spec.min), is_gentle)) ||
               (spec.max && set_field(fact, feel::value::number(*spec.max), is_gentle));
    case fact_type::text:
    case fact_type::date:
        break;
    }
    return false;
}

/** Sets a field of one member after the other, those first of whom it is missing. */
bool path_finder::set_field(std::size_t fact, const feel::value& to, bool is_gentle)
{
    if (tries_left_ == 0) return false;
    restored_.clear();
    for (feel::field* const each : people_)
        restored_.push_back(each[fact + 1].content);
    path_change change;
    change.what = missing_item::kind::member_field;
    change.index = static_cast<std::uint32_t>(fact);
    change.to = kept(to);
    trial_.push_back({sheet_.reserved_slot(rubric::members), {}});
    trial_.back().before = working_.slots[trial_.back().slot];
    for (const bool wants_missing : {true, false}) {
        if (!wants_missing && goal_.only_missing) break;
        for (std::size_t i = 0; i < people_.size() && tries_left_ > 0; ++i) {
            feel::value& content = people_[i][fact + 1].content;
            const feel::value before = restored_[i];
            if (before.is_unknown() != wants_missing || is_same(before, to)) continue;
            const bool is_first = change.count == 0;
            if (is_first) change.from = kept(before);
            if (!is_first && !is_same(before, change.from)) change.from = feel::value::unknown();
            content = to;
            ++change.count;
            if (!works(is_gentle)) continue;
            trial_.pop_back();
            out_.changes.push_back(change);
            return true;
        }
    }
    trial_.pop_back();
    for (std::size_t i = 0; i < people_.size(); ++i)
        people_[i][fact + 1].content = restored_[i];
    return false;
}

/** Copies the members once, so that their fields can be changed. */
void path_finder::own_members()
{
    feel::value& members = working_.slots[sheet_.reserved_slot(rubric::members)];
    const std::span<const feel::value> given = members.as_list();
    if (people_.size() == given.size()) return;
    feel::value* const list = working_.store.make_array<feel::value>(given.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::span<const feel::field> fields = given[i].as_context();
        feel::field* const own = working_.store.make_array<feel::field>(fields.size());
        std::uninitialized_copy(fields.begin(), fields.end(), own);
        people_.push_back(own);
        ::new (static_cast<void*>(list + i))
            feel::value(feel::value::context(std::span<const feel::field>(own, fields.size())));
    }
    members = feel::value::list(std::span<const feel::value>(list, given.size()));
}

/** Adds the documents that the goal's line lacks. */
bool path_finder::prove()
{
    if (goal_.node == none || !sheet_.nodes[goal_.node].evidence) return true;
    const std::optional<std::int64_t> lacking = rules_.documents_lacking(goal_.node);
    if (!lacking || *lacking > most_documents) return false;
    if (*lacking <= 0) return true;
    path_change change;
    change.what = missing_item::kind::evidence;
    change.index = goal_.node;
    const std::int64_t have = rules_.have(goal_.node);
    change.from = feel::value::number(number(have));
    change.to = feel::value::number(number(have + *lacking));
    change.count = static_cast<std::uint32_t>(*lacking);
    add_documents(goal_.node, *lacking);
    out_.changes.push_back(change);
    return true;
}

void path_finder::add_documents(std::uint32_t node, std::int64_t count)
{
    const evidence_rule& rule = *sheet_.nodes[node].evidence;
    evidence_record record;
    record.id = working_.store.copy(std::string_view());
    if (!rule.kinds.empty()) record.kind = rule.kinds.front();
    record.issued = working_.to;
    record.submitted = working_.to;
    record.status = rule.status;
    record.supports = working_.store.copy(std::span<const std::uint32_t>(&node, 1));
    working_.evidence.insert(working_.evidence.end(), static_cast<std::size_t>(count), record);
}

} // namespace bontot::detail

#endif
