// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_SOURCES_HPP
#define BONTOT_IMPL_DOSSIER_SOURCES_HPP

#include <bontot/impl/dossier_reading.hpp>

namespace bontot::detail {

/** Tells whether a rubric's id is one of those named; a `*` at the end stands for any ending. */
inline bool is_named(std::span<const std::string_view> patterns, std::string_view id)
{
    for (const std::string_view each : patterns) {
        const bool is_open = !each.empty() && each.back() == '*';
        const std::string_view begin = each.substr(0, each.size() - (is_open ? 1U : 0U));
        if (is_open ? id.substr(0, begin.size()) == begin : id == each) return true;
    }
    return false;
}

/** Works out the facts that come from results, where there are such results. */
inline void dossier_reading::derive_facts(std::uint32_t facts_at)
{
    if (results_at_ == absent) return;
    for (std::size_t slot = 0; slot < sheet_.facts.size(); ++slot) {
        const fact_spec& fact = sheet_.facts[slot];
        if (!fact.from_results) continue;
        const std::uint32_t at = facts_at == absent ? absent : find(facts_at, fact.id);
        derive(fact, feel::value::null(), out_.slots[slot], at);
    }
    const feel::value members = out_.slots[sheet_.reserved_slot(rubric::members)];
    if (members.is_unknown()) return;
    const std::uint32_t list = find(0, "members");
    std::uint32_t at = list + 1;
    for (const feel::value& member : members.as_list()) {
        const auto fields = member.as_context();
        for (std::size_t i = 0; i < sheet_.member_facts.size(); ++i) {
            const fact_spec& fact = sheet_.member_facts[i];
            if (!fact.from_results) continue;
            // The context was made by this reader and nobody else has seen it yet.
            auto& content = const_cast<feel::field&>(fields[i + 1]).content;
            derive(fact, fields[0].content, content, find(at, fact.id));
        }
        at = doc[at].end;
    }
}

/** Sets a fact to what the results of its rubrics say; a fault when it is given as well.

    @param member The member's id, or null for a fact of the unit.
    @param given_at Where the fact is given in the text, or @ref absent.
*/
inline void dossier_reading::derive(
    const fact_spec& fact, const feel::value& member, feel::value& content, std::uint32_t given_at
)
{
    const vector<feel::value> own = results_for(fact, member);
    if (own.empty()) return;
    if (!content.is_unknown()) {
        faults.add_key(message::dossier_fact_and_results, given_at, {fact.id});
        return;
    }
    feel::value& results = out_.slots[sheet_.reserved_slot(rubric::results)];
    const feel::value all = results;
    results = feel::value::list(out_.store.copy(std::span<const feel::value>(own)));
    feel::scratch working(out_.store.source());
    const feel::program& program = sheet_.programs[fact.from_results->value];
    content = checked(fact, feel::run(program, out_.slots, working));
    results = all;
}

/** Returns the results of a fact's rubrics; of a member's fact those of the member. */
inline vector<feel::value>
dossier_reading::results_for(const fact_spec& fact, const feel::value& member) const
{
    auto own = list_of<feel::value>();
    const feel::value all = out_.slots[sheet_.reserved_slot(rubric::results)];
    if (all.is_unknown()) return own;
    for (const feel::value& each : all.as_list()) {
        const feel::value& unit = each.as_context()[0].content;
        const feel::value& of = each.as_context()[1].content;
        if (of.is_unknown() || !is_named(fact.from_results->rubrics, of.as_text())) continue;
        const bool is_theirs = member.is_null() || (!member.is_unknown() && !unit.is_unknown() &&
                                                    member.as_text() == unit.as_text());
        if (is_theirs) own.push_back(each);
    }
    return own;
}

/** Returns a derived value, kept, if it is one of the fact; unknown with a fault if it is not. */
inline feel::value dossier_reading::checked(const fact_spec& fact, const feel::value& derived)
{
    std::optional<fact_fault> fault;
    feel::value kept = derived;
    switch (derived.kind()) {
    case feel::kind::number:
        fault = check_number(fact, derived.as_number());
        break;
    case feel::kind::text: {
        std::string_view own = derived.as_text();
        if (fact.type == fact_type::choice) fault = check_choice(fact, normalized(own), own);
        kept = feel::value::text(store_.copy(own));
        break;
    }
    case feel::kind::boolean:
    case feel::kind::date:
        break;
    default:
        return feel::value::unknown();
    }
    if (!fault) return kept;
    const auto& named = fault->arguments;
    faults.add(fault->code, results_at_, {named[0], named[1], named[2], named[3]});
    return feel::value::unknown();
}

} // namespace bontot::detail

#endif
