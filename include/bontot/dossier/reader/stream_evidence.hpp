// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_STREAM_EVIDENCE_HPP
#define BONTOT_DOSSIER_READER_STREAM_EVIDENCE_HPP

#include <bontot/dossier.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/dossier/document_number.hpp>
#include <bontot/dossier/reader/stream_base.hpp>
#include <bontot/dossier/reader/stream_list.hpp>
#include <bontot/json/plain_json.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Reads the evidence. */
class evidence_stream
{
public:
    explicit evidence_stream(dossier_stream_base& from) : from_(from) {}

    bool read();

private:
    bool read_document(evidence_record& record);
    static bool read_document_number(dossier_stream_base& from, evidence_record& record);
    static bool read_status(dossier_stream_base& from, evidence_record& record);
    static bool read_supports(dossier_stream_base& from, evidence_record& record);

    static constexpr std::size_t key_count = 11;

    dossier_stream_base& from_;
    dossier_stream_base::followers<key_count> after_;
};

inline bool evidence_stream::read()
{
    if (from_.json.take_null()) return true;
    from_.out.evidence_given = true;
    arena_list<std::string_view> ids(from_.out.store);
    const bool is_read = from_.read_list([&] {
        evidence_record& record = from_.out.evidence.emplace_back();
        if (!read_document(record)) return false;
        ids.push_back(record.id);
        return true;
    });
    return is_read && !has_repeated(ids.items());
}

inline bool evidence_stream::read_document(evidence_record& record)
{
    using base = dossier_stream_base;
    constexpr auto passes = [](base& from, evidence_record&) {
        std::string_view ignored;
        return from.read_text_or_null(ignored);
    };
    static constexpr base::member<evidence_record> table[key_count] = {
        {"id", [](base& from, evidence_record& to) { return from.json.take_text(to.id); }},
        {"supports", read_supports},
        {"kind", [](base& from, evidence_record& to) { return from.read_normal_or_null(to.kind); }},
        {"number", read_document_number},
        {"issuer",
         [](base& from, evidence_record& to) { return from.read_normal_or_null(to.issuer); }},
        {"issued",
         [](base& from, evidence_record& to) { return from.read_date_or_null(to.issued); }},
        {"submitted",
         [](base& from, evidence_record& to) { return from.read_date_or_null(to.submitted); }},
        {"title", passes},
        {"uri", passes},
        {"sha256", passes},
        {"status", read_status}};
    return from_.read_members<2>(table, after_, record);
}

inline bool
evidence_stream::read_document_number(dossier_stream_base& from, evidence_record& record)
{
    if (!from.read_normal_or_null(record.number)) return false;
    if (is_plain_document_number(record.number)) return true;
    bounded_text number(from.out.store, record.number.size());
    append_document_number(number, record.number);
    return number.finish(record.number);
}

inline bool evidence_stream::read_status(dossier_stream_base& from, evidence_record& record)
{
    if (!from.json.is_next('"')) return from.json.take_null();
    static constexpr plain_key words[] = {
        evidence_status_words[0], evidence_status_words[1], evidence_status_words[2],
        evidence_status_words[3]};
    if (!from.json.take('"')) return false;
    std::size_t which = 0;
    while (which < std::size(words) && !from.json.take_key(words[which]))
        ++which;
    record.status = static_cast<evidence_status>(which);
    return which < std::size(words);
}

inline bool evidence_stream::read_supports(dossier_stream_base& from, evidence_record& record)
{
    constexpr std::size_t most = 64;
    std::uint32_t nodes[most];
    std::size_t count = 0;
    const bool is_read = from.read_list([&] {
        std::string_view id;
        if (count == most || !from.json.take_text(id)) return false;
        nodes[count] = from.sheet.find_node(id);
        return nodes[count++] != none;
    });
    record.supports = from.out.store.copy(std::span<const std::uint32_t>(nodes, count));
    return is_read;
}

} // namespace bontot::detail

#endif
