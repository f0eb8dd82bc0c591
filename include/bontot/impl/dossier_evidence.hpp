// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_EVIDENCE_HPP
#define BONTOT_IMPL_DOSSIER_EVIDENCE_HPP

#include <bontot/detail/document_number.hpp>
#include <bontot/impl/dossier_reading.hpp>

namespace bontot::detail {

inline void dossier_reading::read_evidence(std::uint32_t at)
{
    if (at == absent || doc[at].kind == json_kind::null) return;
    if (!expect(at, json_kind::array, message::want_array)) return;
    auto records = list_of<feel::value>();
    auto ids = list_of<std::uint32_t>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const bool is_object = expect_object(
            i, {"id", "supports", "kind", "number", "issuer", "issued", "submitted", "title", "uri",
                "sha256", "status"}
        );
        if (!is_object) continue;
        records.push_back(read_document(i));
        const std::uint32_t id = require(i, "id");
        if (id != absent && text(id)) ids.push_back(id);
    }
    check_repeated_ids(ids);
    out_.evidence_given = true;
    out_.slots[sheet_.reserved_slot(rubric::evidence)] =
        feel::value::list(out_.store.copy(std::span<const feel::value>(records)));
}

inline feel::value dossier_reading::read_document(std::uint32_t at)
{
    evidence_record record;
    const std::uint32_t id = find(at, "id");
    if (id != absent && doc[id].kind == json_kind::text) record.id = kept_text(id);
    record.kind = out_.store.copy(normalized(text_of(at, "kind")));
    const std::uint32_t issued = find_known(at, "issued");
    if (issued != absent) record.issued = date_of(issued);
    const std::uint32_t submitted = find_known(at, "submitted");
    if (submitted != absent) record.submitted = date_of(submitted);
    const std::uint32_t status = find_known(at, "status");
    std::string_view status_name = "submitted";
    if (status != absent) {
        const auto which = word_of(status, {"submitted", "verified", "rejected", "false"});
        if (which) record.status = static_cast<evidence_status>(*which);
        if (which) status_name = out_.store.copy(doc[status].text);
        if (which.value_or(0) != 0 && is_distrusting())
            faults.add(message::dossier_committee_only, status, {"status"});
    }
    for (const std::string_view key : {"title", "uri", "sha256"})
        text_of(at, key);
    string number{allocator<char>(out_.store.source())};
    append_document_number(number, normalized(text_of(at, "number")));
    record.number = out_.store.copy(std::string_view(number));
    record.issuer = out_.store.copy(normalized(text_of(at, "issuer")));
    record.supports = read_supports(require(at, "supports"));
    out_.evidence.push_back(record);
    return context_of({
        {"id", known_text(record.id)},
        {"kind", known_text(record.kind)},
        {"number", known_text(record.number)},
        {"issuer", known_text(record.issuer)},
        {"issued", known_date(record.issued)},
        {"submitted", known_date(record.submitted)},
        {"status", known_text(status_name)},
    });
}

inline std::span<const std::uint32_t> dossier_reading::read_supports(std::uint32_t at)
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

inline std::uint32_t dossier_reading::node_named(std::uint32_t at, std::string_view id, bool is_key)
{
    const std::uint32_t node = sheet_.find_node(id);
    if (node != none || faults.is_full()) return node;
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
