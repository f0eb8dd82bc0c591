// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_EVALUATE_EVIDENCE_HPP
#define BONTOT_IMPL_EVALUATE_EVIDENCE_HPP

#include <bontot/impl/evaluation.hpp>

namespace bontot::detail {

/** Tells whether a document counts for a rule; one that only came too late is told apart. */
inline bool
evaluation::counts(const evidence_rule& rule, const evidence_record& record, bool& is_late) const
{
    is_late = false;
    const bool is_kind =
        rule.kinds.empty() ||
        std::find(rule.kinds.begin(), rule.kinds.end(), record.kind) != rule.kinds.end();
    if (!is_kind) return false;
    if (rule.within_period) {
        const bool is_within = record.issued && given_.from && given_.to &&
                               *record.issued >= *given_.from && *record.issued <= *given_.to;
        if (!is_within) return false;
    }
    const bool is_accepted =
        record.status == evidence_status::verified ||
        (record.status == evidence_status::submitted && rule.status == evidence_status::submitted);
    if (!is_accepted) return false;
    if (rule.due_days_after_period && record.submitted && given_.to) {
        const std::int64_t due = day_number(*given_.to) + *rule.due_days_after_period;
        is_late = day_number(*record.submitted) > due;
    }
    return !is_late;
}

/** Asks for the evidence of a line whose points exceed the least; false when there is too little.
 */
inline bool evaluation::prove(std::uint32_t index, scored& score)
{
    const rubric_node& line = sheet_.nodes[index];
    if (!line.evidence) return true;
    const evidence_rule& rule = *line.evidence;
    node_result& node = out_.nodes[index];
    std::int64_t have = 0;
    std::int64_t late = 0;
    bool is_false = false;
    node.first_evidence = static_cast<std::uint32_t>(out_.evidence.size());
    for (const evidence_record& record : given_.evidence) {
        const auto supported = record.supports;
        if (std::find(supported.begin(), supported.end(), index) == supported.end()) continue;
        bool is_late = false;
        is_false = is_false || record.status == evidence_status::false_evidence;
        if (!counts(rule, record, is_late)) {
            late += is_late ? 1 : 0;
            continue;
        }
        ++have;
        out_.evidence.push_back(out_.store.copy(record.id));
    }
    node.evidence_count = static_cast<std::uint32_t>(out_.evidence.size()) - node.first_evidence;
    const number least = clamped(line.least, line.least, line.max);
    if (settle(score.points.high) <= least) return true;
    return weigh_evidence(index, score, {number(have), number(late), is_false});
}

/** Compares what documents there are with what is asked. */
inline bool evaluation::weigh_evidence(std::uint32_t index, scored& score, const documents& found)
{
    const rubric_node& line = sheet_.nodes[index];
    const evidence_rule& rule = *line.evidence;
    if (found.is_false) {
        score.points = {line.least, line.least};
        tell(message::reason_evidence_false, {amount(line.least)});
        return false;
    }
    number asked(1);
    bool is_asked_known = true;
    if (rule.at_least != none) {
        const feel::value value = value_of(rule.at_least);
        is_asked_known = value.kind() == feel::kind::number;
        if (is_asked_known) asked = value.as_number();
        if (value.is_unknown()) wait_for(rule.at_least, wait::kind::node, index);
        if (value.is_null()) {
            uncovered_line(index, score, message::reason_no_value, rule.at_least);
            return true;
        }
    }
    if (is_asked_known && found.have >= asked) return true;
    if (is_asked_known && sum(found.have, found.late) >= asked) {
        score.points = {line.least, line.least};
        tell(message::reason_evidence_late, {amount(asked), amount(found.late)});
        return false;
    }
    const interval scored_points = score.points;
    score.points.low = line.least;
    if (is_asked_known && rule.proportional_when_short) {
        // What is earned lies above the least, in the share of the documents that are there.
        const std::optional<number> earned =
            multiply(difference(scored_points.low, line.least), found.have);
        const std::optional<number> part = earned ? divide(*earned, asked) : std::nullopt;
        if (part) score.points.low = sum(line.least, *part);
    }
    if (!is_asked_known && score.sure == certainty::known) score.sure = certainty::waiting;
    add_wait(missing_item::kind::evidence, index, wait::kind::node, index);
    if (is_asked_known) {
        tell(
            message::reason_evidence_missing,
            {amount(asked), amount(found.have), amount(score.points.low), amount(score.points.high)}
        );
    } else {
        tell(message::reason_waiting, {amount(score.points.low), amount(score.points.high)});
    }
    return false;
}

} // namespace bontot::detail

#endif
