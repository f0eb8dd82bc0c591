// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_EVIDENCE_IPP
#define BONTOT_EVALUATE_EVIDENCE_IPP

#include <bontot/date.hpp>
#include <bontot/dossier.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/sorted_places.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/result/document_index.hpp>
#include <bontot/rubric/fact_check.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace bontot::detail {

/** Counts the documents that support a node.

    @param lists Whether the result keeps the ids of those that count.
*/
inline documents evaluation::find_documents(std::uint32_t index, bool lists)
{
    const evidence_rule& rule = *sheet_.nodes[index].evidence;
    document_index& known = out_.documents;
    known.take_up(given_.evidence, sheet_.nodes.size());
    const bool are_several = known.has_several(index);
    if (are_several) {
        known.begin(given_.evidence);
        known.for_each(index, [&](std::uint32_t place) {
            known.note(place, standing_of(rule, given_.evidence[place]));
        });
    }
    documents out;
    known.for_each(index, [&](std::uint32_t place) {
        const evidence_record& record = given_.evidence[place];
        out.is_false = out.is_false || record.status == evidence_status::false_evidence;
        const document_standing its = standing_of(rule, record);
        if (its == document_standing::no) return;
        if (are_several && known.is_repeated(place, its)) return;
        ++out.by_standing[static_cast<std::size_t>(its)];
        if (lists && its == document_standing::yes)
            out_.evidence.push_back(out_.store.copy(record.id));
    });
    return out;
}

/** Tells whether a document counts for a rule. */
inline document_standing
evaluation::standing_of(const evidence_rule& rule, const evidence_record& record) const
{
    const bool is_kind =
        rule.kinds.empty() || find_text(rule.kinds, rule.kind_order, record.kind) != nullptr;
    if (!is_kind || record.status == evidence_status::false_evidence) return document_standing::no;
    if (rule.within_period) {
        const bool is_within = record.issued && given_.from && given_.to &&
                               *record.issued >= *given_.from && *record.issued <= *given_.to;
        if (!is_within) return document_standing::no;
    }
    const bool is_accepted =
        record.status == evidence_status::verified ||
        (record.status == evidence_status::submitted && rule.status == evidence_status::submitted);
    bool is_late = false;
    if (rule.due_days_after_period && given_.to) {
        if (!record.submitted) return document_standing::no;
        const std::int64_t due = day_number(*given_.to) + *rule.due_days_after_period;
        is_late = day_number(*record.submitted) > due;
    }
    if (is_accepted) return is_late ? document_standing::late : document_standing::yes;
    return is_late ? document_standing::no : document_standing::waiting;
}

/** Asks for the evidence of a line whose points exceed the least; false when there is too little.
 */
inline bool evaluation::prove(std::uint32_t index, scored& score)
{
    const rubric_node& line = sheet_.nodes[index];
    if (!line.evidence) return true;
    node_result& node = out_.nodes.edit(index);
    node.first_evidence = static_cast<std::uint32_t>(out_.evidence.size());
    const documents found = find_documents(index, true);
    node.evidence_count = static_cast<std::uint32_t>(out_.evidence.size()) - node.first_evidence;
    const number least = clamped(line.least, line.least, line.max);
    return settle(score.points.high) <= least || weigh_evidence(index, score, found);
}

/** Works out how many documents are asked for; false when there is no value. */
inline bool
evaluation::asked_documents(std::uint32_t index, scored& score, std::optional<number>& asked)
{
    const std::uint32_t at_least = sheet_.nodes[index].evidence->at_least;
    if (at_least == none) {
        asked = number(1);
        return true;
    }
    const feel::value value = value_of(at_least);
    if (value.kind() == feel::kind::number) asked = value.as_number();
    if (value.is_unknown()) wait_for(at_least, wait::kind::node, index);
    if (!value.is_null()) return true;
    uncovered_line(index, score, message::reason_no_value, at_least);
    return false;
}

/** Compares what documents there are with what is asked. */
inline bool evaluation::weigh_evidence(std::uint32_t index, scored& score, const documents& found)
{
    const rubric_node& line = sheet_.nodes[index];
    if (found.is_false) {
        score.points = {line.least, line.least};
        tell(message::reason_evidence_false, {amount(line.least)});
        return false;
    }
    std::optional<number> asked;
    if (!asked_documents(index, score, asked)) return true;
    const number have(found.count(document_standing::yes));
    if (asked && have >= *asked) return true;
    const number waiting(found.count(document_standing::waiting));
    const number late(found.count(document_standing::late));
    const bool may_be_accepted = asked && sum(have, waiting) >= *asked;
    if (asked && !may_be_accepted && sum(have, late) >= *asked) {
        score.points = {line.least, line.least};
        tell(message::reason_evidence_late, {amount(*asked), amount(late)});
        return false;
    }
    add_wait(missing_item::kind::evidence, index, wait::kind::node, index);
    if (asked) {
        lower_unproven(line, score, have, *asked);
        tell(
            message::reason_evidence_missing,
            {amount(*asked), amount(have), amount(score.points.low), amount(score.points.high)}
        );
        return false;
    }
    score.points.low = line.least;
    if (may_lack_value(line.evidence->at_least)) {
        score.points.high = line.max;
        score.may_be_uncovered = true;
    }
    if (score.sure == certainty::known) score.sure = certainty::waiting;
    tell(message::reason_waiting, {amount(score.points.low), amount(score.points.high)});
    return false;
}

/** Lowers a score that too few documents prove: to the least, or to their share above it. */
inline void evaluation::lower_unproven(
    const rubric_node& line, scored& score, const number& have, const number& asked
)
{
    number low = line.least;
    if (line.evidence->proportional_when_short) {
        const number above_least = difference(score.points.low, line.least);
        const std::optional<number> earned = multiply(above_least, have);
        const std::optional<number> share = earned ? divide(*earned, asked) : std::nullopt;
        if (share) low = sum(line.least, *share);
    }
    score.points.low = low;
}

} // namespace bontot::detail

#endif
