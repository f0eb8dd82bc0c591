// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_SOURCES_HPP
#define BONTOT_IMPL_DOSSIER_SOURCES_HPP

#include <bontot/impl/dossier_completing.hpp>
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
class fact_deriving
{
public:
    /** @param document What the dossier was read from, for places; or null. */
    fact_deriving(dossier& out, diagnosis& faults, const json_document* document)
        : out_(out), sheet_(*out.sheet), faults_(faults), document_(document)
    {}

    void run()
    {
        if (results().is_unknown()) return;
        for (std::uint32_t slot = 0; slot < sheet_.facts.size(); ++slot) {
            const fact_spec& fact = sheet_.facts[slot];
            if (!fact.from_results) continue;
            const given_at place{part("facts"), "/facts"};
            derive(fact, feel::value::null(), out_.slots[slot], {slot, none}, place);
        }
        const feel::value members = out_.slots[sheet_.reserved_slot(rubric::members)];
        if (!members.is_unknown()) derive_members(members.as_list());
    }

private:
    /** The object of the text in which a fact is given, or @ref absent; and its pointer. */
    struct given_at
    {
        std::uint32_t object;
        std::string_view pointer;
    };

    [[nodiscard]] feel::value& results() const
    {
        return out_.slots[sheet_.reserved_slot(rubric::results)];
    }

    [[nodiscard]] std::uint32_t find(std::uint32_t object, std::string_view key) const
    {
        return json_reading(*document_, faults_).find_known(object, key);
    }
    [[nodiscard]] std::uint32_t part(std::string_view name) const
    {
        return document_ == nullptr ? absent : find(0, name);
    }

    void derive_members(std::span<const feel::value> members)
    {
        std::uint32_t at = part("members");
        if (at != absent) ++at;
        for (std::uint32_t member = 0; member < members.size(); ++member) {
            const auto fields = members[member].as_context();
            const std::string pointer = "/members/" + std::to_string(member);
            for (std::uint32_t i = 0; i < sheet_.member_facts.size(); ++i) {
                const fact_spec& fact = sheet_.member_facts[i];
                if (!fact.from_results) continue;
                // The contexts are the dossier's own and were not made const.
                auto& content = const_cast<feel::field&>(fields[i + 1]).content;
                derive(fact, fields[0].content, content, {i, member}, {at, pointer});
            }
            if (at != absent) at = (*document_)[at].end;
        }
    }

    void derive(
        const fact_spec& fact, const feel::value& member, feel::value& content,
        const dossier::derived_fact& which, const given_at& place
    );
    void refuse_given(const fact_spec& fact, const given_at& place);
    vector<feel::value> results_for(const fact_spec& fact, const feel::value& member) const;
    feel::value checked(const fact_spec& fact, const feel::value& derived);

    dossier& out_;
    const rubric& sheet_;
    diagnosis& faults_;
    const json_document* document_;
};

/** Sets a fact to what the results of its rubrics say; a fault when it is given as well.

    @param member The member's id, or null for a fact of the unit.
*/
inline void fact_deriving::derive(
    const fact_spec& fact, const feel::value& member, feel::value& content,
    const dossier::derived_fact& which, const given_at& place
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
    list = feel::value::list(out_.store.copy(std::span<const feel::value>(own)));
    feel::scratch working(out_.store.source());
    const feel::program& program = sheet_.programs[fact.from_results->value];
    content = checked(fact, feel::run(program, out_.slots, working));
    list = all;
    out_.derived.push_back(which);
}

inline void fact_deriving::refuse_given(const fact_spec& fact, const given_at& place)
{
    const std::uint32_t at = place.object == absent ? absent : find(place.object, fact.id);
    if (at != absent) {
        faults_.add_key(message::dossier_fact_and_results, at, {fact.id});
        return;
    }
    string pointer(place.pointer);
    append_pointer_key(pointer, fact.id);
    const given_fault fault{message::dossier_fact_and_results, {{string(fact.id), {}, {}, {}}}};
    add_at_pointer(faults_, fault, pointer);
}

/** Returns the results of a fact's rubrics; of a member's fact those of the member. */
inline vector<feel::value>
fact_deriving::results_for(const fact_spec& fact, const feel::value& member) const
{
    vector<feel::value> own{allocator<feel::value>(out_.store.source())};
    for (const feel::value& each : results().as_list()) {
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
inline feel::value fact_deriving::checked(const fact_spec& fact, const feel::value& derived)
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

inline void whole_dossier::make(const dossier& given)
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

inline error_list whole_dossier::complete(const dossier& given)
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
