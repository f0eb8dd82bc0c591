// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_FINISH_IPP
#define BONTOT_EVALUATE_FINISH_IPP

#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot::detail {

inline truth evaluation::gate_voids(std::uint32_t index) const
{
    truth out = truth::no;
    for (const std::uint32_t i : sheet_.nodes[index].gates) {
        if (sheet_.gates[i].effect != gate_effect::void_node || effect_of(i) == truth::no) continue;
        if (effect_of(i) == truth::yes) return truth::yes;
        out = truth::open;
    }
    return out;
}

/** Voids by an option of a child, if the node applies, and by a gate, whether or not. */
inline void evaluation::void_points(std::uint32_t index, outcome& out)
{
    const interval nothing{number(0), number(0)};
    const truth by_gate = gate_voids(index);
    const bool is_sure =
        by_gate == truth::yes || (out.is_voided == truth::yes && out.applies == truth::yes);
    const bool may_be = by_gate == truth::open || out.is_voided != truth::no;
    if (out.is_voided == truth::open) out.points = hull(out.points, nothing);
    if (out.is_voided == truth::yes || by_gate == truth::yes) out.points = nothing;
    if (by_gate != truth::no && out.applies != truth::yes) out.max = sheet_.nodes[index].max;
    if (by_gate == truth::open) {
        // Voided, a node that does not apply would count as one that has 0 points.
        const bool is_out = out.applies == truth::no;
        out.points = is_out ? nothing : hull(out.points, nothing);
        if (is_out) out.applies = truth::open;
    } else if (by_gate == truth::yes) {
        const bool may_be_out = out.applies != truth::yes;
        if (may_be_out && out.voids_parent == truth::yes) out.voids_parent = truth::open;
        out.applies = truth::yes;
    }
    const bool is_open = out.applies == truth::open || may_be;
    if (is_sure) {
        out.state = node_state::voided;
        tell(
            by_gate == truth::yes ? message::reason_voided_by_gate
                                  : message::reason_voided_by_option
        );
    } else if (is_open && out.state != node_state::uncovered) {
        out.state = node_state::unknown;
    }
}

/** Rounds, voids, settles what is shown, and names the state. */
inline void evaluation::finish(std::uint32_t index, outcome& out)
{
    const rubric_node& rule = sheet_.nodes[index];
    node_result& shown = out_.nodes.edit(index);
    out.node = index;
    round_points(rule, out);
    name_trouble(out);
    void_points(index, out);
    if (out.applies == truth::no) out.state = node_state::not_applicable;
    const interval seen = seen_points(rule, out);
    shown.points = settle(seen.low);
    shown.possible = settle(seen.high);
    const interval most = shown_max(rule, out);
    shown.max = most.high;
    shown.max_low = most.low;
    shown.applies = out.applies;
    const bool is_decided = out.state == node_state::partly || out.state == node_state::met ||
                            out.state == node_state::unmet;
    if (is_decided) {
        out.state = decided_state(rule, shown);
    }
    if (out.applies == truth::no) tell_not_applicable(rule);
    shown.state = out.state;
    shown.reasons = out_.store.copy(std::span<const reason>(out_.told));
    out_.told.clear();
}

/** Names the state of a node of which nothing is open itself.

    All children may be decided and their parent's maximum open, to which it is clamped.
*/
inline node_state evaluation::decided_state(const rubric_node& rule, const node_result& shown)
{
    if (shown.points != shown.possible) return node_state::unknown;
    if (shown.points == shown.max) return node_state::met;
    return shown.points == rule.least ? node_state::unmet : node_state::partly;
}

/** What is open at a node, or below it, troubles it only while it can still move the node. */
inline void evaluation::name_trouble(outcome& out)
{
    if (out.applies == truth::no) return;
    const bool is_one = settle(out.points.low) == settle(out.points.high);
    if (out.applies == truth::open || !is_one) {
        out.state = std::min(out.state, out.below);
    } else if (out.state == node_state::unknown) {
        out.state = node_state::partly;
    }
}

inline void evaluation::round_points(const rubric_node& rule, outcome& out)
{
    if (!rule.rounding || out.applies == truth::no) return;
    const interval before = out.points;
    const auto rounded = [&rule](const number& points) {
        const number settled = settle(points);
        return round_to_multiple(settled, rule.rounding->step, rule.rounding->mode)
            .value_or(settled);
    };
    out.points = {rounded(before.low), rounded(before.high)};
    if (out.points.low == before.low && out.points.high == before.high) return;
    tell(
        message::reason_rounded,
        {amount(settle(before.low)), amount(out.points.low), amount(rule.rounding->step)}
    );
}

/** What a node shows: its points if it applies, and what its policy gives if it does not. */
interval evaluation::seen_points(const rubric_node& rule, const outcome& out)
{
    if (out.applies == truth::yes) return out.points;
    const bool is_full = rule.not_applicable == not_applicable_policy::full;
    const number given = is_full ? rule.max : number(0);
    const interval without{given, given};
    return out.applies == truth::no ? without : hull(out.points, without);
}

interval evaluation::shown_max(const rubric_node& rule, const outcome& out)
{
    const interval with{out.max_low, out.max};
    if (out.applies == truth::yes) return with;
    const bool keeps = rule.not_applicable == not_applicable_policy::full ||
                       rule.not_applicable == not_applicable_policy::zero;
    const number most = keeps ? rule.max : number(0);
    const interval without{most, most};
    return out.applies == truth::no ? without : hull(with, without);
}

inline void evaluation::tell_not_applicable(const rubric_node& rule)
{
    switch (rule.not_applicable) {
    case not_applicable_policy::full:
        tell(message::reason_not_applicable_full, {amount(rule.max)});
        break;
    case not_applicable_policy::zero:
        tell(message::reason_not_applicable_zero);
        break;
    case not_applicable_policy::drop:
        tell(message::reason_not_applicable_drop);
        break;
    case not_applicable_policy::rescale:
        tell(message::reason_not_applicable_rescale);
        break;
    case not_applicable_policy::share:
        tell(message::reason_not_applicable_share);
        break;
    }
}

} // namespace bontot::detail

#endif
