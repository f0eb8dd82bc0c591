// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_FACTS_IPP
#define BONTOT_DOSSIER_READER_FACTS_IPP

#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/reader/reading.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/known_value.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot::detail {

void dossier_reading::read_facts(std::uint32_t at)
{
    if (at == absent || doc[at].kind == json_kind::null) return;
    if (!expect(at, json_kind::object, message::want_object)) return;
    std::uint32_t next = 0; // most dossiers give the facts in the order of the rubric
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const bool is_next = next < sheet_.facts.size() && sheet_.facts[next].id == doc[i].key;
        const std::uint32_t slot = is_next ? next : sheet_.find_fact(doc[i].key);
        next = slot + 1;
        if (slot == none) {
            if (!passes_fact(i, false)) unknown_fact(i, sheet_.facts);
            continue;
        }
        const fact_spec& fact = sheet_.facts[slot];
        out_.slots[slot] = fact_value(i, fact);
        const bool is_theirs = fact.by_committee && doc[i].kind != json_kind::null;
        if (is_theirs && is_distrusting())
            faults.add_key(message::dossier_committee_only, i, {fact.id});
    }
}

void dossier_reading::read_members(std::uint32_t at)
{
    if (at == absent || doc[at].kind == json_kind::null) return;
    if (!expect(at, json_kind::array, message::want_array)) return;
    if (is_too_many_members(sheet_, doc[at].count)) {
        faults.add(message::dossier_too_many_members, at);
        return;
    }
    const std::size_t faults_before = faults.size();
    auto members = list_of<feel::value>();
    auto ids = list_of<std::uint32_t>();
    for (std::uint32_t i = at + 1; i < doc[at].end && !faults.is_full(); i = doc[i].end) {
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
feel::value dossier_reading::read_member(std::uint32_t at)
{
    const vector<fact_spec>& facts = sheet_.member_facts;
    feel::field* const fields = out_.store.make_array<feel::field>(facts.size() + 1);
    fields[0] = feel::field{sheet_.symbols.id, feel::value::unknown()};
    for (std::size_t i = 0; i < facts.size(); ++i)
        fields[i + 1] = feel::field{facts[i].symbol, feel::value::unknown()};
    std::size_t next = 0; // most members give their facts in the order of the rubric
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        if (doc[i].key == "id") {
            fields[0].content = known_text(kept_text(i));
            continue;
        }
        const bool is_next = next < facts.size() && facts[next].id == doc[i].key;
        const std::size_t which = is_next ? next : sheet_.find_member_fact(doc[i].key);
        next = which + 1;
        if (which == none) {
            if (!passes_fact(i, true)) unknown_fact(i, facts);
        } else {
            fields[which + 1].content = fact_value(i, facts[which]);
        }
    }
    return feel::value::context(std::span<const feel::field>(fields, facts.size() + 1));
}

void dossier_reading::check_repeated_ids(vector<std::uint32_t>& ids)
{
    const auto is_before = [this](std::uint32_t a, std::uint32_t b) {
        return doc[a].text < doc[b].text;
    };
    const auto not_ascending = [&](std::uint32_t a, std::uint32_t b) { return !is_before(a, b); };
    if (std::adjacent_find(ids.begin(), ids.end(), not_ascending) == ids.end()) return;
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
