// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_EVALUATE_KEPT_HPP
#define BONTOT_IMPL_EVALUATE_KEPT_HPP

#include <bontot/impl/evaluate_scores.hpp>
#include <bontot/impl/evaluation.hpp>

namespace bontot::detail {

// A result remembers what evaluating a line gave in each case that it met, and gives it again: what
// is given again was worked out by the rules, and they do not read anything that a case leaves
// open.

/** Forgets the lines of another rubric. */
inline void evaluation::prepare_kept()
{
    if (out_.kept_of == &sheet_ && out_.kept.size() == sheet_.case_count) return;
    out_.kept_of = nullptr;
    out_.kept_store.clear();
    out_.kept.assign(sheet_.case_count, nullptr);
    out_.kept_of = &sheet_;
}

/** Evaluates a line whose cases are known, or gives what it was in this case before. */
inline outcome evaluation::kept_node(std::uint32_t index)
{
    const std::uint32_t its = sheet_.nodes[index].cases.case_of(given_.slots);
    const kept_line*& kept = out_.kept[its];
    if (kept != nullptr) {
        return kept->follows_value ? follow_value(index, *kept) : take_kept(index, *kept);
    }
    const std::size_t first_wait = out_.waits.size();
    const std::size_t first_finding = out_.findings.size();
    out_.nodes[index] = node_result();
    const outcome out = finish(index, leaf(index));
    out_.nodes[index].line_case = its;
    kept = keep_line(index, out, first_wait, first_finding);
    return out;
}

inline outcome evaluation::take_kept(std::uint32_t index, const kept_line& line)
{
    out_.nodes[index] = line.shown;
    for (const kept_wait& each : line.waits)
        add_wait(each.what, each.index, wait::kind::node, index);
    for (const finding& each : line.findings)
        out_.findings.push_back(each);
    return line.given;
}

/** Gives a proportional line again, with the points of another value between its two ends.

    They lie between the points of the ends, and so within the line's bounds.
*/
inline outcome evaluation::follow_value(std::uint32_t index, const kept_line& line)
{
    const rubric_node& rule = sheet_.nodes[index];
    node_result& shown = out_.nodes[index];
    shown = line.shown;
    outcome out = line.given;
    const number& value = given_.slots[rule.cases.axes.front().slot].as_number();
    out.fixed.is_known = rule.cases.rise.at(value, out.fixed.low);
    const number points = out.fixed.is_known ? from_fixed(out.fixed.low, fixed_interval::scale)
                                             : proportional_between(rule.score, value);
    out.fixed.high = out.fixed.low;
    out.points = {points, points};
    shown.points = out.fixed.is_known ? points : settle(points); // whole steps are settled
    shown.possible = shown.points;
    const fixed_interval& ends = rule.ends;
    const bool is_inside = out.fixed.is_known && ends.is_known && out.fixed.low > ends.low &&
                           out.fixed.low < ends.high;
    shown.state = is_inside ? node_state::partly : decided_state(rule, shown);
    out.state = shown.state;
    reason* const why = out_.store.make_array<reason>(1);
    ::new (static_cast<void*>(why)) reason(line.shown.reasons.front());
    why->arguments[reason::proportional_points].amount = shown.points;
    shown.reasons = {why, 1};
    return out;
}

/** Tells whether the value of a proportional line is known, and lies between its two ends. */
inline bool evaluation::is_between(const rubric_node& line) const
{
    const feel::value& given = given_.slots[line.cases.axes.front().slot];
    if (given.is_unknown()) return false;
    const number& value = given.as_number();
    const auto [low, high] = std::minmax(line.score.from[0], line.score.from[1]);
    return low < value && value < high;
}

inline const kept_line* evaluation::keep_line(
    std::uint32_t index, const outcome& given, std::size_t first_wait, std::size_t first_finding
)
{
    arena& store = out_.kept_store;
    const rubric_node& rule = sheet_.nodes[index];
    const std::size_t count = out_.waits.size() - first_wait;
    kept_wait* const waits = store.make_array<kept_wait>(count);
    for (std::size_t i = 0; i < count; ++i) {
        const missing_item& item = out_.missing[out_.waits[first_wait + i].item];
        ::new (static_cast<void*>(waits + i)) kept_wait{item.what, item.index};
    }
    kept_line* const out = store.make_array<kept_line>(1);
    ::new (static_cast<void*>(out)) kept_line{given, out_.nodes[index], {waits, count}, {}, false};
    out->given.fixed = fixed_interval::of(given.points.low, given.points.high);
    out->shown.reasons = store.copy(out->shown.reasons);
    out->findings = store.copy(std::span<const finding>(out_.findings).subspan(first_finding));
    out->follows_value = rule.score.kind == score_kind::proportional && is_between(rule);
    return out;
}

} // namespace bontot::detail

#endif
