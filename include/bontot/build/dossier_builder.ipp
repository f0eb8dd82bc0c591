// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BUILD_DOSSIER_BUILDER_IPP
#define BONTOT_BUILD_DOSSIER_BUILDER_IPP

#include <bontot/date.hpp>
#include <bontot/dossier.hpp>
#include <bontot/dossier_builder.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/text.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/make_room.hpp>
#include <bontot/build/dossier_builder.hpp>
#include <bontot/build/is_known_id.hpp>
#include <bontot/build/piece_checks.hpp>
#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/completing.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/fact_check.hpp>
#include <bontot/rubric/known_value.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace bontot::detail {

string kept_normal(memory& source, std::string_view text)
{
    string out{allocator<char>(source)};
    append_normalized(out, text);
    return out;
}

} // namespace bontot::detail

namespace bontot {

// ---- What all calls share ----

/** Returns the list that a slot shows, to be added to: one that was read is copied first. */
vector<feel::value>& dossier_builder::list(rubric::reserved which)
{
    vector<feel::value>& own = out_.lists[which];
    const feel::value& shown = out_.slots[sheet_.reserved_slot(which)];
    if (shown.is_unknown()) {
        own.clear();
    } else if (shown.as_list().data() != own.data() || shown.as_list().size() != own.size()) {
        const auto entries = shown.as_list();
        own.assign(entries.begin(), entries.end());
        show(which);
    }
    return own;
}

void dossier_builder::show(rubric::reserved which) noexcept
{
    out_.slots[sheet_.reserved_slot(which)] =
        feel::value::list(std::span<const feel::value>(out_.lists[which]));
}

void dossier_builder::forget(rubric::reserved which) noexcept
{
    out_.slots[sheet_.reserved_slot(which)] = feel::value::unknown();
    out_.lists[which].clear();
}

std::size_t dossier_builder::count_of(rubric::reserved which) const
{
    const feel::value& shown = out_.slots[sheet_.reserved_slot(which)];
    return shown.is_unknown() ? 0 : shown.as_list().size();
}

/** Returns the fields of a context, which the dossier owns and were not made const. */
feel::field* dossier_builder::fields_of(rubric::reserved which, std::size_t entry)
{
    const feel::value& context = out_.slots[sheet_.reserved_slot(which)].as_list()[entry];
    return const_cast<feel::field*>(context.as_context().data());
}

/** Makes facts unknown that came from results: there are other results, or members, now. */
void dossier_builder::forget_derived() noexcept
{
    for (const dossier::derived_fact& each : out_.derived) {
        if (each.member == none) {
            out_.slots[each.fact] = feel::value::unknown();
        } else if (each.member < count_of(rubric::members)) {
            fields_of(rubric::members, each.member)[each.fact + 1].content = feel::value::unknown();
        }
    }
    out_.derived.clear();
}

void dossier_builder::results_changed() noexcept
{
    forget_derived();
    out_.results_pending = !out_.slots[sheet_.reserved_slot(rubric::results)].is_unknown();
}

void dossier_builder::give(dossier_part part)
{
    switch (part) {
    case dossier_part::members:
        static_cast<void>(list(rubric::members));
        show(rubric::members);
        break;
    case dossier_part::evidence:
        if (out_.evidence_given) break;
        out_.evidence_given = true;
        detail::complete_evidence(out_);
        break;
    case dossier_part::history:
        static_cast<void>(list(rubric::history));
        show(rubric::history);
        break;
    case dossier_part::results:
        static_cast<void>(list(rubric::results));
        show(rubric::results);
        break;
    case dossier_part::facts:
    case dossier_part::marks:
    case dossier_part::exceptions:
        break;
    }
}

void dossier_builder::remove(dossier_part part) noexcept
{
    switch (part) {
    case dossier_part::facts:
        results_changed();
        std::fill_n(out_.slots.begin(), sheet_.facts.size(), feel::value::unknown());
        break;
    case dossier_part::marks:
        out_.marks.clear();
        break;
    case dossier_part::members:
        results_changed();
        forget(rubric::members);
        out_.member_ids.clear();
        break;
    case dossier_part::evidence:
        out_.evidence.clear();
        out_.document_ids.clear();
        out_.evidence_given = false;
        forget(rubric::evidence);
        break;
    case dossier_part::history:
        forget(rubric::history);
        break;
    case dossier_part::results:
        forget(rubric::results);
        results_changed();
        break;
    case dossier_part::exceptions:
        out_.exceptions.clear();
        break;
    }
}

// ---- The unit ----
error_list dossier_builder::set_unit(std::string_view id, std::string_view name)
{
    if (!detail::is_id_length(id)) {
        add(message::reading_bad_id, "/unit/id", {detail::shown(id)});
        return faults_.take({});
    }
    const std::string_view own_id = out_.store.copy(id);
    const std::string_view own_name = out_.store.copy(name);
    detail::head_room room(out_);
    out_.unit_id = own_id;
    out_.unit_name = own_name;
    room.fill();
    return faults_.take({});
}

error_list dossier_builder::set_unit_kind(std::string_view kind)
{
    const string normal = detail::kept_normal(out_.store.source(), kind);
    const bool fits =
        normal.empty() || options_.allow_other_rubric || detail::is_unit_kind(sheet_, normal);
    if (!fits) {
        add(message::dossier_unit_kind, "/unit/kind",
            {detail::shown(normal), sheet_.unit_kinds.front()});
        return faults_.take({});
    }
    const std::string_view own = out_.store.copy(std::string_view(normal));
    detail::head_room room(out_);
    out_.unit_kind = own;
    room.fill();
    return faults_.take({});
}

void dossier_builder::set_unit_group(std::string_view group)
{
    const std::string_view own = out_.store.copy(group);
    detail::head_room room(out_);
    out_.unit_group = own;
    room.fill();
}

void dossier_builder::set_unit_parent(std::string_view parent)
{
    out_.unit_parent = out_.store.copy(parent);
}

error_list dossier_builder::set_period(std::string_view from, std::string_view to)
{
    const string pointer("/period");
    const std::optional<date> first = needed_day(from, pointer, "from");
    const std::optional<date> last = needed_day(to, pointer, "to");
    if (!first || !last) return faults_.take({});
    error_list errors = bontot::set_period(out_, *first, *last);
    for (diagnostic& each : errors)
        each.pointer = pointer;
    return errors;
}

// ---- Facts and marks ----
error_list dossier_builder::set_fact(std::uint32_t slot, const feel::value& given)
{
    const fact_spec& fact = sheet_.facts[slot];
    const bool is_theirs = fact.by_committee && !given.is_unknown();
    if (is_theirs && options_.trusted == trust::committee) {
        string pointer("/facts");
        detail::append_pointer_key(pointer, fact.id);
        add(message::dossier_committee_only, pointer, {fact.id});
        return faults_.take({});
    }
    error_list errors = bontot::set_fact(out_, slot, given);
    if (errors.empty()) {
        const auto is_it = [slot](const dossier::derived_fact& each) {
            return each.member == none && each.fact == slot;
        };
        const auto end = std::remove_if(out_.derived.begin(), out_.derived.end(), is_it);
        out_.derived.erase(end, out_.derived.end());
    }
    return errors;
}

error_list dossier_builder::set_mark(const given_mark& given)
{
    const rubric_node& line = sheet_.nodes[given.node];
    const role_spec& role = sheet_.roles[given.role];
    string pointer("/marks");
    detail::append_pointer_key(pointer, line.id);
    if (!detail::may_be_marked(sheet_, given.node)) {
        add(message::dossier_not_marked, pointer, {detail::shown(line.id)});
        return faults_.take({});
    }
    detail::append_pointer_key(pointer, role.id);
    if (!detail::may_mark(sheet_, given.role, line)) {
        add(message::dossier_role_overrides_not, pointer, {role.id, line.id});
        return faults_.take({});
    }
    mark_record mark;
    mark.node = given.node;
    mark.role = given.role;
    mark.comment = given.comment;
    mark.reason = given.reason;
    mark.by = given.by;
    mark.day = day_in(given.day, pointer, "date");
    if (const auto fault = detail::check_points(line, given.points)) {
        detail::add_at_pointer(faults_, *fault, pointer + "/points");
        return faults_.take({});
    }
    mark.points = settle(given.points);
    detail::each_lacking_words(sheet_, mark, [&](message code) { add(code, pointer, {line.id}); });
    if (!faults_.empty()) return faults_.take({});
    for (std::string_view* const words : {&mark.comment, &mark.reason, &mark.by})
        *words = out_.store.copy(*words);
    detail::make_room(out_.marks);
    clear_mark(mark.node, mark.role);
    out_.marks.push_back(mark);
    return faults_.take({});
}

void dossier_builder::clear_mark(std::uint32_t node, std::uint32_t role) noexcept
{
    const auto is_it = [=](const mark_record& each) {
        return each.node == node && each.role == role;
    };
    const auto end = std::remove_if(out_.marks.begin(), out_.marks.end(), is_it);
    out_.marks.erase(end, out_.marks.end());
}

// ---- Members ----
std::size_t dossier_builder::member_count() const
{
    return count_of(rubric::members);
}

error_list dossier_builder::add_member(std::string_view id)
{
    vector<feel::value>& members = list(rubric::members);
    const string pointer = detail::entry_pointer("/members", members.size());
    if (detail::is_too_many_members(sheet_, members.size() + 1)) {
        add(message::dossier_too_many_members, "/members", {});
        return faults_.take({});
    }
    const bool is_repeated =
        detail::is_known_id(out_.member_ids, id, members.size(), [&](std::size_t i) {
            const feel::value& other = members[i].as_context()[0].content;
            return other.is_unknown() ? std::string_view() : other.as_text();
        });
    if (is_repeated) {
        add(message::reading_repeated_id, pointer + "/id", {detail::shown(id)});
        return faults_.take({});
    }
    const vector<fact_spec>& facts = sheet_.member_facts;
    feel::field* const fields = out_.store.make_array<feel::field>(facts.size() + 1);
    fields[0] = feel::field{sheet_.symbols.id, detail::known_text(out_.store.copy(id))};
    for (std::size_t i = 0; i < facts.size(); ++i)
        fields[i + 1] = feel::field{facts[i].symbol, feel::value::unknown()};
    members.push_back(feel::value::context(fields, facts.size() + 1));
    show(rubric::members);
    results_changed();
    return faults_.take({});
}

error_list
dossier_builder::set_member_fact(std::size_t member, std::uint32_t field, const feel::value& given)
{
    const fact_spec& fact = sheet_.member_facts[field];
    feel::value kept;
    if (const auto fault = detail::check_value(out_.store, fact, given, kept)) {
        string pointer = detail::entry_pointer("/members", member);
        detail::append_pointer_key(pointer, fact.id);
        detail::add_at_pointer(faults_, *fault, pointer);
        return faults_.take({});
    }
    fields_of(rubric::members, member)[field + 1].content = kept;
    const auto is_it = [=](const dossier::derived_fact& each) {
        return each.member == member && each.fact == field;
    };
    const auto end = std::remove_if(out_.derived.begin(), out_.derived.end(), is_it);
    out_.derived.erase(end, out_.derived.end());
    return faults_.take({});
}

} // namespace bontot

#endif
