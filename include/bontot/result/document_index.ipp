// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RESULT_DOCUMENT_INDEX_IPP
#define BONTOT_RESULT_DOCUMENT_INDEX_IPP

#include <bontot/date.hpp>
#include <bontot/dossier.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/result/document_index.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot::detail {

/** Tells whether a record says which document it is: numbers alone repeat every year or term. */
inline bool is_known_document(const evidence_record& record)
{
    return !record.kind.empty() && !record.number.empty() && !record.issuer.empty() &&
           record.issued;
}

/** Orders records of known documents, so that those of one document stand together. */
inline int document_order(const evidence_record& a, const evidence_record& b)
{
    if (const int by_number = a.number.compare(b.number); by_number != 0) return by_number;
    if (const int by_issuer = a.issuer.compare(b.issuer); by_issuer != 0) return by_issuer;
    if (const int by_kind = a.kind.compare(b.kind); by_kind != 0) return by_kind;
    if (*a.issued == *b.issued) return 0;
    return *a.issued < *b.issued ? -1 : 1;
}

void document_index::take_up_more(std::span<const evidence_record> records, std::size_t node_count)
{
    if (taken_ == 0) {
        nodes_.assign(node_count, ends());
        links_.clear();
        documents_.clear();
        is_numbered_ = false;
        round_ = 0;
    }
    for (std::size_t i = taken_; i < records.size(); ++i) {
        const auto record = static_cast<std::uint32_t>(i);
        for (const std::uint32_t node : records[i].supports) {
            ends& at = nodes_[node];
            if (at.last != none && links_[at.last].record == record) continue; // named twice
            const auto added = static_cast<std::uint32_t>(links_.size());
            links_.push_back({record, none});
            (at.last == none ? at.first : links_[at.last].next) = added;
            at.last = added;
        }
        documents_.push_back({record, 0, 0, 0});
        is_numbered_ = is_numbered_ && !is_known_document(records[i]);
    }
    taken_ = records.size();
}

void document_index::begin(std::span<const evidence_record> records)
{
    if (!is_numbered_) number_documents(records);
    ++round_;
}

/** Finds the first record of each document. */
void document_index::number_documents(std::span<const evidence_record> records)
{
    order_.clear();
    for (std::uint32_t i = 0; i < taken_; ++i) {
        if (is_known_document(records[i])) order_.push_back(i);
    }
    std::sort(order_.begin(), order_.end(), [records](std::uint32_t a, std::uint32_t b) {
        const int order = document_order(records[a], records[b]);
        return order != 0 ? order < 0 : a < b;
    });
    for (std::size_t i = 1; i < order_.size(); ++i) {
        const std::uint32_t before = order_[i - 1];
        const bool is_same = document_order(records[before], records[order_[i]]) == 0;
        documents_[order_[i]].first = is_same ? documents_[before].first : order_[i];
    }
    is_numbered_ = true;
}

void document_index::note(std::uint32_t record, document_standing its)
{
    document& what = documents_[documents_[record].first];
    if (what.round != round_) what = {what.first, round_, 0, 0};
    what.standings = static_cast<std::uint8_t>(what.standings | 1U << static_cast<unsigned>(its));
}

bool document_index::is_repeated(std::uint32_t record, document_standing its)
{
    document& what = documents_[documents_[record].first];
    const unsigned own = 1U << static_cast<unsigned>(its);
    const bool is_in_full = (what.standings >> static_cast<unsigned>(document_standing::yes)) != 0;
    const bool has_better = is_in_full && its != document_standing::yes;
    const bool is_counted = (what.counted & own) != 0;
    what.counted = static_cast<std::uint8_t>(what.counted | own);
    return has_better || is_counted;
}

} // namespace bontot::detail

#endif
