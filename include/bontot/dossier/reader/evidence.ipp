// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_EVIDENCE_IPP
#define BONTOT_DOSSIER_READER_EVIDENCE_IPP

#include <bontot/dossier.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/nearest.hpp>
#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/completing.hpp>
#include <bontot/dossier/reader/reading.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

void dossier_reading::read_evidence(std::uint32_t at)
{
    if (at == absent || doc[at].kind == json_kind::null) return;
    if (!expect(at, json_kind::array, message::want_array)) return;
    auto ids = list_of<std::uint32_t>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        document_places places;
        if (!find_members(i, document_keys, places.at)) continue;
        read_document(i, places);
        const std::uint32_t id = places.at[document_id];
        if (id != absent && doc[id].kind == json_kind::text) ids.push_back(id);
    }
    check_repeated_ids(ids);
    out_.evidence_given = true;
    complete_evidence(out_);
}

void dossier_reading::read_document(std::uint32_t at, const document_places& places)
{
    evidence_record record;
    const auto words_at = [&](document_key key) {
        const std::uint32_t place = places.at[key];
        const bool is_there = place != absent && doc[place].kind != json_kind::null;
        const std::optional<std::string_view> found = is_there ? text(place) : std::nullopt;
        return found.value_or(std::string_view());
    };
    const auto day_at = [&](document_key key) {
        const std::uint32_t place = places.at[key];
        const bool is_there = place != absent && doc[place].kind != json_kind::null;
        return is_there ? date_of(place) : std::nullopt;
    };
    const auto require_key = [&](document_key key) {
        if (places.at[key] == absent && !doc[at].cut_off)
            faults.add(message::reading_missing_key, at, {document_keys[key]});
    };
    require_key(document_id);
    if (places.at[document_id] != absent) record.id = kept_text(places.at[document_id]);
    record.kind = out_.store.copy(normalized(words_at(document_kind)));
    record.issued = day_at(document_issued);
    record.submitted = day_at(document_submitted);
    read_status(places.at[document_status], record);
    for (const document_key key : {document_title, document_uri, document_sha256})
        words_at(key);
    record.number = kept_document_number(out_.store, normalized(words_at(document_number)));
    record.issuer = out_.store.copy(normalized(words_at(document_issuer)));
    require_key(document_supports);
    record.supports = read_supports(places.at[document_supports]);
    out_.evidence.push_back(record);
}

void dossier_reading::read_status(std::uint32_t at, evidence_record& record)
{
    if (at == absent || doc[at].kind == json_kind::null) return;
    const auto which = word_of(at, evidence_status_words);
    if (which) record.status = static_cast<evidence_status>(*which);
    if (which.value_or(0) != 0 && is_distrusting())
        faults.add(message::dossier_committee_only, at, {"status"});
}

std::span<const std::uint32_t> dossier_reading::read_supports(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return {};
    auto nodes = list_of<std::uint32_t>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const std::optional<std::string_view> id = text(i);
        if (!id) continue;
        const std::uint32_t node = node_named(i, *id, false);
        if (node != none) nodes.push_back(node);
    }
    return out_.store.copy(std::span<const std::uint32_t>(nodes));
}

std::uint32_t dossier_reading::node_named(std::uint32_t at, std::string_view id, bool is_key)
{
    const std::uint32_t node = sheet_.find_node(id);
    if (node != none || passes_node(id, is_key) || faults.is_full()) return node;
    nearest meant(id);
    for (const rubric_node& each : sheet_.nodes)
        meant.offer(each.id);
    const message code =
        meant.best().empty() ? message::dossier_unknown_node : message::dossier_unknown_node_near;
    if (is_key) {
        faults.add_key(code, at, {shown(id), meant.best()});
    } else {
        faults.add(code, at, {shown(id), meant.best()});
    }
    return none;
}

} // namespace bontot::detail

#endif
