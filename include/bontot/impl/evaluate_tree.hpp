// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_EVALUATE_TREE_HPP
#define BONTOT_IMPL_EVALUATE_TREE_HPP

#include <bontot/impl/evaluate_family.hpp>
#include <bontot/impl/evaluation.hpp>

namespace bontot::detail {

/** Evaluates a node and all below it; the depth is bounded by the rubric's reader. */
inline outcome evaluation::node(std::uint32_t index)
{
    const rubric_node& rule = sheet_.nodes[index];
    const bool is_marked = has_marks_ && mark_of(index) != nullptr;
    if (rule.cases.count > 0 && !is_marked) return kept_node(index);
    out_.nodes[index] = node_result();
    const bool is_parent = rule.score.kind == score_kind::group;
    return finish(index, is_parent ? parent(index) : leaf(index));
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
    const std::span<const outcome> children = evaluate_children(index);
    if (children.empty()) {
        const number nothing = clamped(number(0), rule.least, rule.max);
        out.points = {nothing, nothing};
    } else {
        out = combine_cases(rule, children, false);
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
    for (std::uint32_t i = index + 1; i < end; i = sheet_.nodes[i].end) {
        ::new (static_cast<void*>(next++)) outcome(node(i));
    }
    return {children, count};
}

/** Writes the nodes below one that does not apply: nothing of them is asked for. */
inline void evaluation::skip_below(std::uint32_t index)
{
    for (std::uint32_t i = index + 1; i < sheet_.nodes[index].end; ++i) {
        out_.nodes[i] = node_result();
        finish(i, outcome_within(sheet_.nodes[i], truth::no));
    }
}

/** Adds up children in whole steps of 10^-12; false where some points are not such, or too many. */
inline bool evaluation::sum_fixed(std::span<const outcome> children, fixed_interval& total)
{
    constexpr std::int64_t most = 8'000'000'000'000'000'000; // room for another of 18 digits
    for (const outcome& child : children) {
        fixed_interval given = child.fixed;
        if (!given.is_known) given = fixed_interval::of(child.points.low, child.points.high);
        if (!given.is_known) return false;
        total.low += given.low;
        total.high += given.high;
        if (total.low > most || total.low < -most || total.high > most || total.high < -most)
            return false;
    }
    total.is_known = true;
    return true;
}

/** Adds up children that always apply, all of them: nothing is shared out, rescaled or dropped. */
inline outcome evaluation::combine_whole(
    const rubric_node& above, std::span<const outcome> children, bool is_total
) const
{
    outcome out;
    out.max = above.max;
    out.max_low = above.max;
    for (const outcome& child : children) {
        if (child.voids_parent != truth::no && out.is_voided != truth::yes)
            out.is_voided = child.voids_parent;
        take_state(out, child);
    }
    fixed_interval total;
    const bool is_bounded = is_total || above.ends.is_known;
    if (!above.highest && is_bounded && sum_fixed(children, total)) {
        if (!is_total) {
            total.low = std::clamp(total.low, above.ends.low, above.ends.high);
            total.high = std::clamp(total.high, above.ends.low, above.ends.high);
        }
        out.points.low = from_fixed(total.low, fixed_interval::scale);
        out.points.high = total.low == total.high ? out.points.low
                                                  : from_fixed(total.high, fixed_interval::scale);
        return out;
    }
    add_numbers(above, children, out.points);
    if (is_total) return out;
    out.points = {
        clamped(out.points.low, above.least, above.max),
        clamped(out.points.high, above.least, above.max)};
    return out;
}

/** Adds up children, or finds the highest, whatever their points. */
inline void
evaluation::add_numbers(const rubric_node& above, std::span<const outcome> children, interval& out)
{
    out = children.front().points;
    for (const outcome& child : children.subspan(1)) {
        const interval& given = child.points;
        out = above.highest ? interval{most_of(out.low, given.low), most_of(out.high, given.high)}
                            : interval{sum(out.low, given.low), sum(out.high, given.high)};
    }
}

/** Tries every case of the children of which it is open whether they apply.

    A parent of whose children none applies does not apply itself; the total always does.
*/
inline outcome evaluation::combine_cases(
    const rubric_node& above, std::span<const outcome> children, bool is_total
) const
{
    const bool is_whole = is_total ? sheet_.always_whole : above.always_whole;
    if (is_whole && !children.empty()) return combine_whole(above, children, is_total);
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
inline outcome
evaluation::summary_of(const rubric_node& above, std::span<const outcome> children) const
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

inline truth evaluation::gate_voids(std::uint32_t index) const
{
    truth out = truth::no;
    for (std::size_t i = 0; i < sheet_.gates.size(); ++i) {
        const gate_rule& gate = sheet_.gates[i];
        const bool is_ours = gate.effect == gate_effect::void_node && gate.target == index;
        if (!is_ours || effect_of(i) == truth::no) continue;
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
inline outcome evaluation::finish(std::uint32_t index, outcome out)
{
    const rubric_node& rule = sheet_.nodes[index];
    node_result& shown = out_.nodes[index];
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
    return out;
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
inline interval evaluation::seen_points(const rubric_node& rule, const outcome& out)
{
    if (out.applies == truth::yes) return out.points;
    const bool is_full = rule.not_applicable == not_applicable_policy::full;
    const number given = is_full ? rule.max : number(0);
    const interval without{given, given};
    return out.applies == truth::no ? without : hull(out.points, without);
}

inline interval evaluation::shown_max(const rubric_node& rule, const outcome& out)
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
