// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_FACTS_HPP
#define BONTOT_IMPL_DOSSIER_FACTS_HPP

#include <bontot/detail/fact_check.hpp>
#include <bontot/impl/dossier_reading.hpp>

namespace bontot::detail {

inline void dossier_reading::read_facts(std::uint32_t at)
{
    if (at == absent || doc[at].kind == json_kind::null) return;
    if (!expect(at, json_kind::object, message::want_object)) return;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const std::uint32_t slot = sheet_.find_fact(doc[i].key);
        if (slot == none) {
            unknown_fact(i, sheet_.facts);
        } else {
            out_.slots[slot] = fact_value(i, sheet_.facts[slot]);
        }
    }
}

inline void dossier_reading::unknown_fact(std::uint32_t at, const vector<fact_spec>& facts)
{
    if (faults.is_full()) return;
    nearest meant(doc[at].key);
    for (const fact_spec& each : facts)
        meant.offer(each.id);
    if (meant.best().empty()) {
        faults.add_key(message::dossier_unknown_fact, at, {shown(doc[at].key)});
    } else {
        faults.add_key(message::dossier_unknown_fact_near, at, {shown(doc[at].key), meant.best()});
    }
}

/** Reads a value of a fact's type; JSON null is unknown, as an absent fact is. */
inline feel::value dossier_reading::fact_value(std::uint32_t at, const fact_spec& fact)
{
    if (doc[at].kind == json_kind::null) return feel::value::unknown();
    switch (fact.type) {
    case fact_type::number:
        return number_value(at, fact);
    case fact_type::boolean: {
        const std::optional<bool> given = boolean(at);
        return given ? feel::value::boolean(*given) : feel::value::unknown();
    }
    case fact_type::date:
        return known_date(date_of(at, !fact.of_member));
    case fact_type::text:
    case fact_type::choice:
        return text_value(at, fact);
    }
    return feel::value::unknown();
}

inline feel::value dossier_reading::number_value(std::uint32_t at, const fact_spec& fact)
{
    const std::optional<number> given = number_of(at, !fact.of_member);
    if (!given) return feel::value::unknown();
    const std::optional<fact_fault> fault = check_number(fact, *given);
    if (fault) {
        const auto& named = fault->arguments;
        faults.add(fault->code, at, {named[0], named[1], named[2], named[3]});
        return feel::value::unknown();
    }
    return feel::value::number(*given);
}

inline feel::value dossier_reading::text_value(std::uint32_t at, const fact_spec& fact)
{
    const bool is_choice = fact.type == fact_type::choice;
    if (!expect(at, json_kind::text, is_choice ? message::want_choice : message::want_text)) {
        return feel::value::unknown();
    }
    const std::string_view given = normalized(doc[at].text);
    if (!is_choice) return feel::value::text(out_.store.copy(given));
    std::string_view own;
    const std::optional<fact_fault> fault = check_choice(fact, given, own);
    if (!fault) return feel::value::text(own);
    faults.add(
        fault->code, at, {fault->arguments[0], shown(fault->arguments[1]), fault->arguments[2]}
    );
    return feel::value::unknown();
}

inline void dossier_reading::read_members(std::uint32_t at)
{
    if (at == absent || doc[at].kind == json_kind::null) return;
    if (!expect(at, json_kind::array, message::want_array)) return;
    const std::size_t fields = (sheet_.member_facts.size() + 1) * std::size_t{doc[at].count};
    if (fields > most_member_fields) {
        faults.add(message::dossier_too_many_members, at);
        return;
    }
    const std::size_t faults_before = faults.size();
    auto members = list_of<feel::value>();
    auto ids = list_of<std::uint32_t>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        if (!expect(i, json_kind::object, message::want_object)) continue;
        members.push_back(read_member(i));
        const std::uint32_t id = require(i, "id");
        if (id != absent && doc[id].kind == json_kind::text) ids.push_back(id);
    }
    check_repeated_ids(ids);
    if (faults.size() != faults_before) return;
    out_.slots[sheet_.reserved_slot(rubric::members)] =
        feel::value::list(out_.store.copy(std::span<const feel::value>(members)));
}

/** Reads a member as a context whose fields stand in the order of the rubric's: id, then facts. */
inline feel::value dossier_reading::read_member(std::uint32_t at)
{
    const vector<fact_spec>& facts = sheet_.member_facts;
    feel::field* const fields = out_.store.make_array<feel::field>(facts.size() + 1);
    for (std::size_t i = 0; i <= facts.size(); ++i) {
        const std::string_view name = i == 0 ? std::string_view("id") : facts[i - 1].id;
        fields[i] = feel::field{sheet_.symbol_of(name), feel::value::unknown()};
    }
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        if (doc[i].key == "id") {
            fields[0].content = known_text(kept_text(i));
            continue;
        }
        std::size_t which = 0;
        while (which < facts.size() && facts[which].id != doc[i].key)
            ++which;
        if (which == facts.size()) {
            unknown_fact(i, facts);
        } else {
            fields[which + 1].content = fact_value(i, facts[which]);
        }
    }
    return feel::value::context(std::span<const feel::field>(fields, facts.size() + 1));
}

inline void dossier_reading::check_repeated_ids(vector<std::uint32_t>& ids)
{
    const auto earlier = [this](std::uint32_t a, std::uint32_t b) {
        const int order = doc[a].text.compare(doc[b].text);
        return order != 0 ? order < 0 : a < b;
    };
    std::sort(ids.begin(), ids.end(), earlier);
    for (std::size_t i = 1; i < ids.size(); ++i) {
        if (doc[ids[i]].text != doc[ids[i - 1]].text) continue;
        faults.add(message::reading_repeated_id, ids[i], {shown(doc[ids[i]].text)});
    }
}

} // namespace bontot::detail

#endif
