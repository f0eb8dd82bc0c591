// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_STREAM_EVIDENCE_HPP
#define BONTOT_IMPL_DOSSIER_STREAM_EVIDENCE_HPP

#include <bontot/impl/dossier_stream.hpp>

namespace bontot::detail {

inline bool dossier_stream::read_evidence()
{
    using reader = dossier_stream;
    constexpr auto passes = [](reader& from, evidence_record&) {
        std::string_view ignored;
        return from.read_text_or_null(ignored);
    };
    static constexpr member<evidence_record> table[] = {
        {"id", [](reader& from, evidence_record& to) { return from.json_.take_text(to.id); }},
        {"supports", [](reader& from, evidence_record& to) { return from.read_supports(to); }},
        {"kind",
         [](reader& from, evidence_record& to) { return from.read_normal_or_null(to.kind); }},
        {"number", [](reader& from, evidence_record& to) { return from.read_document_number(to); }},
        {"issuer",
         [](reader& from, evidence_record& to) { return from.read_normal_or_null(to.issuer); }},
        {"issued",
         [](reader& from, evidence_record& to) { return from.read_date_or_null(to.issued); }},
        {"submitted",
         [](reader& from, evidence_record& to) { return from.read_date_or_null(to.submitted); }},
        {"title", passes},
        {"uri", passes},
        {"sha256", passes},
        {"status", [](reader& from, evidence_record& to) { return from.read_status(to); }}};
    if (json_.take_null()) return true;
    if (!json_.take('[')) return false;
    out_.evidence_given = true;
    if (json_.take(']')) return true;
    followers<std::size(table)> after;
    do {
        if (!read_members<2>(table, after, out_.evidence.emplace_back())) return false;
    } while (json_.take(','));
    return json_.take(']') && !has_repeated_ids();
}

inline bool dossier_stream::read_document_number(evidence_record& record)
{
    if (!read_normal_or_null(record.number)) return false;
    if (is_plain_document_number(record.number)) return true;
    bounded_text number(out_.store, record.number.size());
    append_document_number(number, record.number);
    return number.finish(record.number);
}

inline bool dossier_stream::read_status(evidence_record& record)
{
    if (!json_.is_text_next()) return json_.take_null();
    static constexpr plain_key words[] = {
        evidence_status_words[0], evidence_status_words[1], evidence_status_words[2],
        evidence_status_words[3]};
    if (!json_.take('"')) return false;
    std::size_t which = 0;
    while (which < std::size(words) && !json_.take_key(words[which]))
        ++which;
    record.status = static_cast<evidence_status>(which);
    return which < std::size(words);
}

inline bool dossier_stream::read_supports(evidence_record& record)
{
    constexpr std::size_t most = 64;
    std::uint32_t nodes[most];
    std::size_t count = 0;
    if (!json_.take('[')) return false;
    if (json_.take(']')) return true;
    do {
        std::string_view id;
        if (count == most || !json_.take_text(id)) return false;
        nodes[count] = sheet_.find_node(id);
        if (nodes[count++] == none) return false;
    } while (json_.take(','));
    record.supports = out_.store.copy(std::span<const std::uint32_t>(nodes, count));
    return json_.take(']');
}

/** Tells whether two documents have one id, or there are too many of them to say so at once. */
inline bool dossier_stream::has_repeated_ids() const
{
    constexpr std::size_t most_paired = 32;
    const auto& all = out_.evidence;
    const auto not_ascending = [](const evidence_record& a, const evidence_record& b) {
        return !(a.id < b.id);
    };
    if (std::adjacent_find(all.begin(), all.end(), not_ascending) == all.end()) return false;
    if (all.size() > most_paired) return true;
    for (std::size_t i = 1; i < all.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (all[i].id == all[j].id) return true;
        }
    }
    return false;
}

} // namespace bontot::detail

#endif
