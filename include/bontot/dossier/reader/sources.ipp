// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_SOURCES_IPP
#define BONTOT_DOSSIER_READER_SOURCES_IPP

#include <bontot/dossier.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/run.hpp>
#include <bontot/feel/scratch.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>
#include <bontot/text.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/completing.hpp>
#include <bontot/dossier/reader/sources.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/fact_check.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bontot::detail {

bool is_named(std::span<const std::string_view> patterns, std::string_view id)
{
    for (const std::string_view each : patterns) {
        const bool is_open = !each.empty() && each.back() == '*';
        const std::string_view begin = each.substr(0, each.size() - (is_open ? 1U : 0U));
        if (is_open ? id.substr(0, begin.size()) == begin : id == each) return true;
    }
    return false;
}

void fact_deriving::run()
{
    if (results().is_unknown() || faults_.is_full()) return;
    const given_at place{part("facts"), none};
    for (std::uint32_t slot = 0; slot < sheet_.facts.size(); ++slot) {
        const fact_spec& fact = sheet_.facts[slot];
        if (!fact.from_results) continue;
        derive(fact, feel::value::null(), out_.slots[slot], {slot, none}, place);
    }
    const feel::value members = out_.slots[sheet_.reserved_slot(rubric::members)];
    if (!members.is_unknown()) derive_members(members.as_list());
}

void fact_deriving::derive_members(std::span<const feel::value> members)
{
    const bool has_sources = std::any_of(
        sheet_.member_facts.begin(), sheet_.member_facts.end(),
        [](const fact_spec& fact) { return fact.from_results.has_value(); }
    );
    if (!has_sources) return;
    std::uint32_t index = 0;
    for (const feel::value& each : results().as_list()) {
        const feel::value& unit = each.as_context()[0].content;
        if (!unit.is_unknown()) by_unit_.add(unit.as_text(), index);
        ++index;
    }
    std::uint32_t at = part("members");
    if (at != absent) ++at;
    for (std::uint32_t member = 0; member < members.size(); ++member) {
        derive_member(members[member].as_context(), member, at);
        if (at != absent) at = (*document_)[at].end;
    }
}

void fact_deriving::derive_member(
    std::span<const feel::field> fields, std::uint32_t member, std::uint32_t at
)
{
    for (std::uint32_t i = 0; i < sheet_.member_facts.size(); ++i) {
        const fact_spec& fact = sheet_.member_facts[i];
        if (!fact.from_results) continue;
        // The contexts are the dossier's own and were not made const.
        auto& content = const_cast<feel::field&>(fields[i + 1]).content;
        derive(fact, fields[0].content, content, {i, member}, {at, member});
    }
}

/** Sets a fact to what the results of its rubrics say; a fault when it is given as well.

    @param member The member's id, or null for a fact of the unit.
*/
void fact_deriving::derive(
    const fact_spec& fact, const feel::value& member, feel::value& content,
    const dossier::derived_fact& which, given_at place
)
{
    const vector<feel::value> own = results_for(fact, member);
    if (own.empty()) return;
    if (!content.is_unknown()) {
        refuse_given(fact, place);
        return;
    }
    feel::value& list = results();
    const feel::value all = list;
    out_.working.clear();
    list = feel::value::list(std::span<const feel::value>(own));
    const feel::program& program = sheet_.programs[fact.from_results->value];
    content = checked(fact, feel::run(program, out_.slots, out_.working));
    list = all;
    out_.derived.push_back(which);
}

void fact_deriving::refuse_given(const fact_spec& fact, given_at place)
{
    if (faults_.is_full()) return;
    const std::uint32_t at = place.object == absent ? absent : find(place.object, fact.id);
    if (at != absent) {
        faults_.add_key(message::dossier_fact_and_results, at, {fact.id});
        return;
    }
    string pointer(place.member == none ? "/facts" : "/members/");
    if (place.member != none) pointer += std::to_string(place.member);
    append_pointer_key(pointer, fact.id);
    const given_fault fault{message::dossier_fact_and_results, {{string(fact.id), {}, {}, {}}}};
    add_at_pointer(faults_, fault, pointer);
}

/** Returns the results of a fact's rubrics; of a member's fact those of the member. */
vector<feel::value>
fact_deriving::results_for(const fact_spec& fact, const feel::value& member) const
{
    vector<feel::value> own{allocator<feel::value>(out_.store.source())};
    const std::span<const feel::value> all = results().as_list();
    const auto take = [&](const feel::value& each) {
        const feel::value& of = each.as_context()[1].content;
        const bool is_theirs =
            !of.is_unknown() && is_named(fact.from_results->rubrics, of.as_text());
        if (is_theirs) own.push_back(each);
    };
    if (member.is_null()) {
        std::for_each(all.begin(), all.end(), take);
    } else if (!member.is_unknown()) {
        by_unit_.for_each(member.as_text(), [&](std::uint32_t index) { take(all[index]); });
    }
    return own;
}

/** Returns a derived value, kept, if it is one of the fact; unknown with a fault if it is not. */
feel::value fact_deriving::checked(const fact_spec& fact, const feel::value& derived)
{
    std::optional<given_fault> fault;
    feel::value kept = derived;
    switch (derived.kind()) {
    case feel::kind::number:
        fault = check_number(fact, derived.as_number());
        break;
    case feel::kind::text: {
        std::string_view own = derived.as_text();
        string normal;
        append_normalized(normal, own);
        if (fact.type == fact_type::choice) fault = check_choice(fact, normal, own);
        kept = feel::value::text(out_.store.copy(own));
        break;
    }
    case feel::kind::boolean:
    case feel::kind::date:
        break;
    default:
        return feel::value::unknown();
    }
    if (!fault) return kept;
    const std::uint32_t at = part("results");
    if (at == absent) {
        add_at_pointer(faults_, *fault, "/results");
    } else {
        const auto& named = fault->arguments;
        faults_.add(fault->code, at, {named[0], named[1], named[2], named[3]});
    }
    return feel::value::unknown();
}

} // namespace bontot::detail

namespace bontot {

void whole_dossier::make(const dossier& given)
{
    memory& source = given.store.source();
    copy_ = make_shared_in<dossier>(source, given.sheet, source);
    detail::borrow_dossier(*copy_, given);
    const rubric& sheet = *given.sheet;
    feel::value& members = copy_->slots[sheet.reserved_slot(rubric::members)];
    if (!members.is_unknown()) {
        // The facts of members are derived into their contexts, which are not ours.
        vector<feel::value> own{allocator<feel::value>(source)};
        for (const feel::value& each : members.as_list())
            own.push_back(feel::value::context(copy_->store.copy(each.as_context())));
        members = feel::value::list(copy_->store.copy(std::span<const feel::value>(own)));
    }
}

error_list whole_dossier::complete(const dossier& given)
{
    detail::diagnosis faults(given.store.source());
    content_ = &given;
    if (given.results_pending) {
        make(given);
        content_ = copy_.get();
        detail::fact_deriving(*copy_, faults, nullptr).run();
    }
    feel::scratch scratch(given.store.source());
    detail::check_consistency(*content_, nullptr, scratch, faults);
    return faults.take({});
}

} // namespace bontot

#endif
