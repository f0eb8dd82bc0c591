// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_LEAF_IPP
#define BONTOT_EVALUATE_LEAF_IPP

#include <bontot/dossier.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>

#include <cstdint>

namespace bontot::detail {

/** A line: applies, requires, score, ceilings, evidence, clamp, rounding, in this order. */
inline outcome evaluation::leaf(std::uint32_t index)
{
    const rubric_node& line = sheet_.nodes[index];
    truth applies = truth::yes;
    bool may_be_uncovered = false;
    scored score{{line.least, line.max}};
    if (line.applies != none) {
        const feel::value condition = value_of(line.applies);
        if (condition.is_false()) {
            outcome out = outcome_within(line, truth::no);
            out.state = node_state::not_applicable;
            return out;
        }
        if (condition.is_unknown()) {
            applies = truth::open;
            wait_for(line.applies, wait::kind::node, index);
            may_be_uncovered = may_lack_value(line.applies);
        } else if (!condition.is_true()) {
            uncovered_line(index, score, message::reason_no_value, line.applies);
            return finish_leaf(index, score, truth::yes, true);
        }
    }
    const mark_record* mark = nullptr;
    bool is_proven = true;
    if (overrides(index, mark)) {
        score = override_line(*mark);
    } else {
        is_proven = decide(index, score, [&] { return score_of(index); });
    }
    if (may_be_uncovered) score.points = {line.least, line.max};
    return finish_leaf(index, score, applies, is_proven);
}

/** Works out a score between its rules: requires before it, ceilings and evidence after it.

    What may be uncovered lies between the least and the most, whatever the
    other rules take from it: they are not reached then.

    @return Whether there is the evidence that is asked for.
*/
template <class Function>
inline bool evaluation::decide(std::uint32_t index, scored& score, const Function& work_out)
{
    const bool is_proven = decide_parts(index, score, work_out);
    const rubric_node& line = sheet_.nodes[index];
    if (score.may_be_uncovered) score.points = {line.least, line.max};
    return is_proven;
}

template <class Function>
inline bool evaluation::decide_parts(std::uint32_t index, scored& score, const Function& work_out)
{
    const rubric_node& line = sheet_.nodes[index];
    score.points = {line.least, line.max};
    if (!hold_precondition(index, score)) return true;
    const scored bound = score;
    score = work_out();
    if (bound.sure == certainty::waiting) {
        score.points = hull(score.points, {line.least, line.least});
        score.may_be_uncovered = score.may_be_uncovered || bound.may_be_uncovered;
        if (score.voids == truth::yes) score.voids = truth::open;
        if (score.sure == certainty::known) score.sure = certainty::waiting;
    }
    if (score.sure == certainty::uncovered) return true;
    apply_ceilings(index, score);
    return score.sure == certainty::uncovered || prove(index, score);
}

/** Applies `requires`; false when the score is decided by it. */
inline bool evaluation::hold_precondition(std::uint32_t index, scored& score)
{
    const rubric_node& line = sheet_.nodes[index];
    if (line.precondition == none) return true;
    const feel::value condition = value_of(line.precondition);
    if (condition.is_true()) return true;
    if (condition.is_unknown()) {
        score.sure = certainty::waiting;
        score.may_be_uncovered = may_lack_value(line.precondition);
        wait_for(line.precondition, wait::kind::node, index);
        return true;
    }
    if (condition.is_false()) {
        score.points = {line.least, line.least};
        tell(message::reason_requires_failed, {expression(line.precondition), amount(line.least)});
    } else {
        uncovered_line(index, score, message::reason_no_value, line.precondition);
    }
    return false;
}

inline void
evaluation::uncovered_line(std::uint32_t index, scored& score, message code, std::uint32_t program)
{
    const rubric_node& line = sheet_.nodes[index];
    score.points = {line.least, line.max};
    score.sure = certainty::uncovered;
    tell(code, {expression(program), amount(line.least), amount(line.max)});
    find(code, wait::kind::node, index, program);
}

/** Lowers the score to the ceilings whose condition holds; one that may hold lowers the lower end.
 */
inline void evaluation::apply_ceilings(std::uint32_t index, scored& score)
{
    const rubric_node& line = sheet_.nodes[index];
    for (const ceiling_rule& ceiling : line.ceilings) {
        const feel::value condition = value_of(ceiling.when);
        if (condition.is_false()) continue;
        if (condition.is_null()) {
            uncovered_line(index, score, message::reason_no_value, ceiling.when);
            return;
        }
        const bool is_below =
            score.points.low <= ceiling.points && score.points.high <= ceiling.points;
        const bool may_lack = condition.is_unknown() && may_lack_value(ceiling.when);
        if (is_below && !may_lack) continue;
        score.points.low = least_of(score.points.low, ceiling.points);
        if (condition.is_true()) {
            score.points.high = least_of(score.points.high, ceiling.points);
            tell(message::reason_ceiling, {amount(ceiling.points), expression(ceiling.when)});
        } else {
            score.may_be_uncovered = score.may_be_uncovered || may_lack;
            if (score.sure == certainty::known) score.sure = certainty::waiting;
            wait_for(ceiling.when, wait::kind::node, index);
        }
    }
}

/** Tells whether a completion may leave an expression without a value, which uncovers its line. */
inline bool evaluation::may_lack_value(std::uint32_t program) const
{
    return sheet_.programs[program].may_be_null();
}

inline scored evaluation::score_of(std::uint32_t index)
{
    switch (sheet_.nodes[index].score.kind) {
    case score_kind::condition:
        return score_condition(index);
    case score_kind::choice:
        return score_choice(index);
    case score_kind::steps:
        return score_steps(index);
    case score_kind::proportional:
        return score_proportional(index);
    case score_kind::deductions:
    case score_kind::additions:
        return score_events(index);
    case score_kind::mark:
        return score_mark(index);
    case score_kind::formula:
        return score_formula(index);
    case score_kind::group:
        break;
    }
    return {};
}

/** Clamps, and says in which state the line is. */
inline outcome
evaluation::finish_leaf(std::uint32_t index, const scored& score, truth applies, bool is_proven)
{
    const rubric_node& line = sheet_.nodes[index];
    outcome out;
    out.applies = applies;
    out.voids_parent = score.voids;
    out.max = line.max;
    out.max_low = line.max;
    out.points.low = clamped(score.points.low, line.least, line.max);
    out.points.high = clamped(score.points.high, line.least, line.max);
    const bool is_waiting = score.sure == certainty::waiting;
    if (score.sure == certainty::uncovered) {
        out.state = node_state::uncovered;
    } else if (applies == truth::open || (is_waiting && out.points.low != out.points.high)) {
        out.state = node_state::unknown;
    } else if (!is_proven) {
        out.state = node_state::unproven;
    }
    return out;
}

} // namespace bontot::detail

#endif
