// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BUILD_DOSSIER_BUILDER_LISTS_IPP
#define BONTOT_BUILD_DOSSIER_BUILDER_LISTS_IPP

#include <bontot/date.hpp>
#include <bontot/dossier.hpp>
#include <bontot/dossier_builder.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/reference.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/make_room.hpp>
#include <bontot/build/dossier_builder.hpp>
#include <bontot/build/is_known_id.hpp>
#include <bontot/build/piece_checks.hpp>
#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/completing.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/reading.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot {

error_list dossier_builder::add_document(std::string_view id)
{
    const bool is_repeated =
        detail::is_known_id(out_.document_ids, id, out_.evidence.size(), [this](std::size_t i) {
            return out_.evidence[i].id;
        });
    if (is_repeated) {
        const string pointer = detail::entry_pointer("/evidence", out_.evidence.size());
        add(message::reading_repeated_id, pointer + "/id", {detail::shown(id)});
        return faults_.take({});
    }
    evidence_record record;
    record.id = out_.store.copy(id);
    detail::make_room(out_.evidence);
    if (sheet_.reads_evidence) {
        list(rubric::evidence).push_back(detail::context_of_document(out_, record));
        show(rubric::evidence);
    }
    out_.evidence.push_back(record);
    out_.evidence_given = true;
    return faults_.take({});
}

error_list
dossier_builder::set_document(std::size_t document, document_field field, std::string_view text)
{
    evidence_record& record = out_.evidence[document];
    switch (field) {
    case document_field::kind:
    case document_field::issuer: {
        const string normal = detail::kept_normal(out_.store.source(), text);
        const std::string_view kept = out_.store.copy(std::string_view(normal));
        (field == document_field::kind ? record.kind : record.issuer) = kept;
        break;
    }
    case document_field::number: {
        const string normal = detail::kept_normal(out_.store.source(), text);
        record.number = detail::kept_document_number(out_.store, normal);
        break;
    }
    case document_field::issued:
    case document_field::submitted:
        if (!set_document_day(record, field, text)) return faults_.take({});
        break;
    case document_field::status:
        if (!set_document_status(record, text)) return faults_.take({});
        break;
    case document_field::title:
    case document_field::uri:
    case document_field::sha256:
        break;
    }
    show_document(document);
    return faults_.take({});
}

bool dossier_builder::set_document_day(
    evidence_record& record, document_field field, std::string_view text
)
{
    const bool is_issued = field == document_field::issued;
    const auto index = static_cast<std::size_t>(&record - out_.evidence.data());
    const string pointer = detail::entry_pointer("/evidence", index);
    const std::optional<date> day = day_in(text, pointer, is_issued ? "issued" : "submitted");
    if (!faults_.empty()) return false;
    (is_issued ? record.issued : record.submitted) = day;
    return true;
}

bool dossier_builder::set_document_status(evidence_record& record, std::string_view text)
{
    const auto which = text.empty() ? std::optional<std::size_t>(0)
                                    : detail::place_of_word(evidence_status_words, text);
    const auto index = static_cast<std::size_t>(&record - out_.evidence.data());
    const string pointer = detail::entry_pointer("/evidence", index) + "/status";
    if (!which) {
        add(message::reading_unknown_word, pointer,
            {detail::shown(text), detail::list_of_words(evidence_status_words)});
    } else if (*which != 0 && options_.trusted == trust::committee) {
        add(message::dossier_committee_only, pointer, {"status"});
    } else {
        record.status = static_cast<evidence_status>(*which);
    }
    return faults_.empty();
}

/** Gives FEEL what is said of a document by now. */
void dossier_builder::show_document(std::size_t document) noexcept
{
    if (!sheet_.reads_evidence) return;
    const auto now = detail::fields_of_document(sheet_.symbols, out_.evidence[document]);
    std::copy(now.begin(), now.end(), fields_of(rubric::evidence, document));
}

void dossier_builder::add_support(std::size_t document, std::uint32_t node)
{
    evidence_record& record = out_.evidence[document];
    const std::size_t count = record.supports.size();
    if (count >= record.room) {
        const std::size_t room = 2 * count + 1;
        std::uint32_t* const nodes = out_.store.make_array<std::uint32_t>(room);
        std::copy(record.supports.begin(), record.supports.end(), nodes);
        record.supports = {nodes, count};
        record.room = static_cast<std::uint32_t>(room);
    }
    // It lies in the dossier's store, with room behind it, and was not made const.
    const_cast<std::uint32_t*>(record.supports.data())[count] = node;
    record.supports = {record.supports.data(), count + 1};
}

error_list dossier_builder::add_history(const given_grade& given)
{
    const string pointer = detail::entry_pointer("/history", count_of(rubric::history));
    detail::past_grade kept;
    kept.from = needed_day(given.from, pointer, "from");
    kept.to = needed_day(given.to, pointer, "to");
    if (!faults_.empty()) return faults_.take({});
    kept.rubric = out_.store.copy(given.rubric);
    kept.grade = out_.store.copy(given.grade);
    kept.points = given.points;
    const feel::value entry = detail::history_context(sheet_, out_.store, kept);
    vector<feel::value>& all = list(rubric::history);
    const detail::earlier_entry earlier{detail::first_day_of_history};
    all.insert(std::upper_bound(all.begin(), all.end(), entry, earlier), entry);
    show(rubric::history);
    return faults_.take({});
}

error_list dossier_builder::add_result(const given_grade& given)
{
    const string pointer = detail::entry_pointer("/results", count_of(rubric::results));
    detail::past_grade read;
    need_text(given.unit, pointer, "unit");
    need_text(given.rubric, pointer, "rubric");
    read.from = day_in(given.from, pointer, "from");
    read.to = day_in(given.to, pointer, "to");
    if (!faults_.empty()) return faults_.take({});
    read.unit = given.unit;
    read.rubric = given.rubric;
    read.grade = given.grade;
    read.points = given.points;
    return add_past(read);
}

error_list dossier_builder::add_result(const result& given)
{
    const string pointer = detail::entry_pointer("/results", count_of(rubric::results));
    need_text(given.unit_id, pointer + "/unit", "id");
    if (!faults_.empty()) return faults_.take({});
    detail::past_grade read;
    read.unit = given.unit_id;
    read.rubric = given.sheet->id;
    read.from = given.from;
    read.to = given.to;
    if (given.grade == given.grade_possible) read.grade = given.sheet->grades[given.grade].id;
    if (given.points == given.possible) read.points = given.points;
    return add_past(read);
}

/** Adds a result, whose texts are copied. */
error_list dossier_builder::add_past(const detail::past_grade& given)
{
    detail::past_grade kept = given;
    for (std::string_view* const words : {&kept.unit, &kept.rubric, &kept.grade})
        *words = out_.store.copy(*words);
    const feel::value entry = detail::results_context(sheet_, out_.store, kept);
    vector<feel::value>& all = list(rubric::results);
    const detail::earlier_entry earlier{detail::first_day_of_results};
    all.insert(std::upper_bound(all.begin(), all.end(), entry, earlier), entry);
    show(rubric::results);
    results_changed();
    return faults_.take({});
}

error_list dossier_builder::add_exception(const given_exception& given)
{
    if (options_.trusted == trust::committee) {
        add(message::dossier_committee_only, "/exceptions", {"exceptions"});
        return faults_.take({});
    }
    const string pointer = detail::entry_pointer("/exceptions", out_.exceptions.size());
    exception_record kept;
    kept.gate = given.gate;
    need_text(given.reason, pointer, "reason");
    need_text(given.authority, pointer, "authority");
    kept.day = day_in(given.day, pointer, "date");
    if (!faults_.empty()) return faults_.take({});
    kept.reason = out_.store.copy(given.reason);
    kept.authority = out_.store.copy(given.authority);
    out_.exceptions.push_back(kept);
    return faults_.take({});
}

} // namespace bontot

#endif
