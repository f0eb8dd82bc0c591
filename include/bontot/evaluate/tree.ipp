// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_TREE_IPP
#define BONTOT_EVALUATE_TREE_IPP

#include <bontot/feel/value.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/evaluate/family.hpp>
#include <bontot/evaluate/points_sum.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <span>

namespace bontot::detail {

/** Evaluates a node and all below it; the depth is bounded by the rubric's reader.

    @param room Where what it gives is put, unless it stands somewhere already.
*/
inline const outcome& evaluation::node(std::uint32_t index, outcome& room)
{
    const rubric_node& rule = sheet_.nodes[index];
    const bool is_marked = has_marks_ && mark_of(index) != nullptr;
    if (rule.cases.count > 0 && !is_marked) return kept_node(index);
    out_.nodes.renew(index);
    const bool is_parent = rule.score.kind == score_kind::group;
    room = is_parent ? parent(index) : leaf(index);
    finish(index, room);
    return room;
}

/** A parent: applies, then children by their policies, sum or highest, rescale or share, clamp. */
inline outcome evaluation::parent(std::uint32_t index)
{
    const rubric_node& rule = sheet_.nodes[index];
    outcome out = outcome_within(rule, truth::yes);
    feel::value condition = feel::value::boolean(true);
    if (rule.applies != none) condition = value_of(rule.applies);
    if (condition.is_false()) {
        skip_below(index);
        out.applies = truth::no;
        return out;
    }
    const bool is_empty = rule.end == index + 1;
    if (is_empty || (rule.always_whole && !rule.highest)) {
        add_up_children(index, out);
    } else {
        out = combine_cases(rule, evaluate_children(index), false);
    }
    limit_parent(index, out);
    if (condition.is_unknown()) {
        if (out.applies == truth::yes) out.applies = truth::open;
        if (may_lack_value(rule.applies)) out.points = {rule.least, out.max};
        wait_for(rule.applies, wait::kind::node, index);
    } else if (condition.is_null()) {
        out.points = {rule.least, out.max};
        out.state = node_state::uncovered;
        find(message::reason_no_value, wait::kind::node, index, rule.applies);
    }
    return out;
}

/** Applies a parent's own `requires`, `at_most` and `evidence` to what its children give. */
inline void evaluation::limit_parent(std::uint32_t index, outcome& out)
{
    const rubric_node& rule = sheet_.nodes[index];
    const bool has_rules = rule.precondition != none || !rule.ceilings.empty() || rule.evidence;
    if (!has_rules || out.applies == truth::no) return;
    scored score;
    const bool is_proven = decide(index, score, [&out] {
        return scored{out.points, certainty::known, truth::no};
    });
    out.points.low = clamped(score.points.low, rule.least, out.max);
    out.points.high = clamped(score.points.high, rule.least, out.max);
    const bool is_one = out.points.low == out.points.high;
    if (score.sure == certainty::uncovered) {
        out.state = node_state::uncovered;
    } else if (score.sure == certainty::waiting && !is_one) {
        out.state = node_state::unknown;
    } else if (!is_proven) {
        out.state = node_state::unproven;
    }
}

inline std::span<const outcome> evaluation::evaluate_children(std::uint32_t index)
{
    const std::uint32_t end = sheet_.nodes[index].end;
    std::size_t count = 0;
    for (std::uint32_t i = index + 1; i < end; i = sheet_.nodes[i].end)
        ++count;
    outcome* const children = out_.working.region().make_array<outcome>(count);
    outcome* next = children;
    outcome room;
    for (std::uint32_t i = index + 1; i < end; i = sheet_.nodes[i].end)
        ::new (static_cast<void*>(next++)) outcome(node(i, room));
    return {children, count};
}

/** Adds up children that always apply, all of them: nothing is shared out, rescaled or dropped. */
inline void evaluation::add_up_children(std::uint32_t index, outcome& out)
{
    points_sum total;
    outcome room;
    for (std::uint32_t i = index + 1; i < sheet_.nodes[index].end; i = sheet_.nodes[i].end) {
        const outcome& child = node(i, room);
        take_whole(out, child);
        total.add(child);
    }
    out.points = total.total_within(sheet_.nodes[index]);
}

/** Tells a parent what is true of a child that always applies. */
inline void evaluation::take_whole(outcome& out, const outcome& child)
{
    if (child.voids_parent != truth::no && out.is_voided != truth::yes)
        out.is_voided = child.voids_parent;
    take_state(out, child);
}

/** Writes the nodes below one that does not apply: nothing of them is asked for. */
inline void evaluation::skip_below(std::uint32_t index)
{
    for (std::uint32_t i = index + 1; i < sheet_.nodes[index].end; ++i) {
        out_.nodes.renew(i);
        outcome out = outcome_within(sheet_.nodes[i], truth::no);
        finish(i, out);
    }
}

/** Tries every case of the children of which it is open whether they apply.

    A parent of whose children none applies does not apply itself; the total always does.
*/
inline outcome evaluation::combine_cases(
    const rubric_node& above, std::span<const outcome> children, bool is_total
) const
{
    outcome out = summary_of(above, children);
    if (out.applies == truth::no && !is_total) {
        // What does not apply has dropped nothing.
        out.max = above.max;
        out.max_low = above.max;
        return out;
    }
    std::uint32_t open = 0;
    for (const outcome& child : children)
        open += child.applies == truth::open ? 1U : 0U;
    out.points = {above.least, above.max};
    if (open > most_open_children) {
        combine_many(above, children, is_total, out);
        return out;
    }
    bool has_case = false;
    for (std::uint32_t assumed = 0; assumed < (1U << open); ++assumed) {
        const family one_case(sheet_, children, assumed);
        if (!one_case.any_applies() && !is_total) {
            out.applies = truth::open;
            continue;
        }
        const interval points = one_case.points(above, is_total);
        out.points = has_case ? hull(out.points, points) : points;
        has_case = true;
    }
    return out;
}

/** Bounds a parent too many of whose children are open to try every case.

    Where what does not apply changes nothing for its siblings, each open
    child stands for itself: all it can give lies between its two outcomes.
*/
inline void evaluation::combine_many(
    const rubric_node& above, std::span<const outcome> children, bool is_total, outcome& out
) const
{
    const bool may_be_none = !family(sheet_, children, 0).any_applies();
    if (may_be_none && !is_total) out.applies = truth::open;
    outcome* const alone = out_.working.region().make_array<outcome>(children.size());
    std::size_t count = 0;
    for (const outcome& child : children) {
        const rubric_node& rule = sheet_.nodes[child.node];
        const bool touches_others = rule.not_applicable == not_applicable_policy::share ||
                                    rule.not_applicable == not_applicable_policy::rescale;
        if (child.applies == truth::open && touches_others) return;
        outcome* const copy = ::new (static_cast<void*>(alone + count++)) outcome(child);
        if (child.applies != truth::open) continue;
        copy->points = seen_points(rule, child);
        copy->applies = truth::yes;
        const interval taken = taken_from_max(rule, child);
        copy->max = difference(rule.max, taken.low);
        copy->max_low = difference(rule.max, taken.high);
    }
    out.points = family(sheet_, {alone, count}, 0).points(above, is_total);
}

/** What is true of a parent in every case: voids, what was dropped, the state of its children. */
outcome evaluation::summary_of(const rubric_node& above, std::span<const outcome> children) const
{
    const interval most = above.highest ? highest_max(above, children) : sum_max(above, children);
    outcome out;
    out.applies = truth::no;
    out.max = most.high;
    out.max_low = most.low;
    for (const outcome& child : children) {
        if (child.applies != truth::no) out.applies = truth::yes;
        const bool may_void = child.voids_parent != truth::no && child.applies != truth::no;
        if (!may_void || out.is_voided == truth::yes) continue;
        const bool is_sure = child.voids_parent == truth::yes && child.applies == truth::yes;
        out.is_voided = is_sure ? truth::yes : truth::open;
    }
    const number floor = most_of(above.least, number(0));
    out.max = most_of(out.max, floor);
    out.max_low = most_of(out.max_low, floor);
    for (const outcome& child : children)
        take_state(out, child);
    return out;
}

/** Tells a parent the state that is not decided of a child; of several the gravest. */
inline void evaluation::take_state(outcome& out, const outcome& child)
{
    const bool is_open = child.state == node_state::uncovered ||
                         child.state == node_state::unknown || child.state == node_state::unproven;
    if (is_open) out.below = std::min(out.below, child.state);
}

/** Returns the maximum of a sum less what is dropped: the least that it may be, and the most. */
inline interval
evaluation::sum_max(const rubric_node& above, std::span<const outcome> children) const
{
    interval out{above.max, above.max};
    for (const outcome& child : children) {
        const interval taken = taken_from_max(sheet_.nodes[child.node], child);
        out = {difference(out.low, taken.high), difference(out.high, taken.low)};
    }
    return out;
}

/** Likewise where only the highest counts: once something is dropped, the highest that is left.

    Its least is the highest of what surely stays; where nothing surely does,
    one of the others has to, and it may be the lowest.
*/
inline interval
evaluation::highest_max(const rubric_node& above, std::span<const outcome> children) const
{
    bool drops = false;
    bool may_drop = false;
    number kept;
    std::optional<number> surely;
    std::optional<number> lowest;
    for (const outcome& child : children) {
        const rubric_node& rule = sheet_.nodes[child.node];
        const bool is_dropped = rule.not_applicable == not_applicable_policy::drop;
        const bool stays = rule.not_applicable == not_applicable_policy::full ||
                           rule.not_applicable == not_applicable_policy::zero;
        const bool is_out = child.applies == truth::no;
        const bool is_open = child.applies == truth::open;
        const number& high = is_out || (is_open && stays) ? rule.max : child.max;
        const number& low = is_out ? rule.max : child.max_low;
        const bool is_less = child.max < rule.max && (is_dropped || !is_open);
        drops = drops || (is_out ? is_dropped : is_less);
        may_drop = may_drop || low < rule.max || (is_dropped && child.applies != truth::yes);
        if (is_out && !stays) continue;
        kept = most_of(kept, high);
        if (stays || child.applies == truth::yes) surely = surely ? most_of(*surely, low) : low;
        lowest = lowest ? least_of(*lowest, low) : low;
    }
    const number least = surely ? *surely : lowest.value_or(above.max);
    return {
        may_drop ? least_of(above.max, least) : above.max,
        drops ? least_of(above.max, kept) : above.max};
}

/** How much of a parent's maximum is dropped with a child. */
inline interval evaluation::taken_from_max(const rubric_node& rule, const outcome& child)
{
    const bool drops = rule.not_applicable == not_applicable_policy::drop;
    const number all = drops ? rule.max : number(0);
    if (child.applies == truth::no) return {all, all};
    const interval part{difference(rule.max, child.max), difference(rule.max, child.max_low)};
    return child.applies == truth::yes ? part : hull(part, {all, all});
}

} // namespace bontot::detail

#endif
