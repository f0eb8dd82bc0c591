// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_KEPT_IPP
#define BONTOT_EVALUATE_KEPT_IPP

#include <bontot/arena.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>
#include <bontot/number/fixed_point.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>
#include <span>

namespace bontot::detail {

// A result remembers what evaluating a line gave in each case that it met, and gives it again: what
// is given again was worked out by the rules, and they do not read anything that a case leaves
// open.

/** Forgets the lines of another rubric, and the nodes that show some. */
inline void evaluation::prepare_kept()
{
    if (out_.kept_of == &sheet_ && out_.kept.size() == sheet_.case_count) return;
    out_.kept_of = nullptr;
    out_.nodes.reset(sheet_.nodes.size());
    out_.kept_store.clear();
    out_.kept.assign(sheet_.case_count, nullptr);
    const std::size_t facts = sheet_.slot_count() + sheet_.member_facts.size();
    out_.node_waits.assign(sheet_.nodes.size(), 0);
    out_.item_places.assign(facts + 2 * sheet_.nodes.size(), item_place());
    out_.kept_of = &sheet_;
}

/** Evaluates a line whose cases are known, or gives what it was in this case before. */
inline const outcome& evaluation::kept_node(std::uint32_t index)
{
    const std::uint32_t line_case = sheet_.nodes[index].cases.case_of(given_.slots);
    kept_line*& kept = out_.kept[line_case];
    if (kept == nullptr) {
        kept = first_of_case(index, line_case);
        return kept->given;
    }
    out_.nodes.show(index, kept->shown);
    if (kept->follows != nullptr) follow_value(index, *kept);
    if (kept->has_more) take_more(index, *kept);
    return kept->given;
}

/** Evaluates a line in a case that was not met before, and keeps it. */
inline kept_line* evaluation::first_of_case(std::uint32_t index, std::uint32_t line_case)
{
    const std::size_t first_wait = out_.waits.size();
    const std::size_t first_finding = out_.findings.size();
    node_result& own = out_.nodes.renew(index);
    outcome given = leaf(index);
    finish(index, given);
    own.line_case = line_case;
    kept_line* const out = keep_line(index, given, first_wait, first_finding);
    out_.nodes.show(index, out->shown);
    return out;
}

inline void evaluation::take_more(std::uint32_t index, const kept_line& line)
{
    for (const kept_wait& each : line.waits)
        add_wait(each.what, each.index, wait::kind::node, index);
    for (const finding& each : line.findings)
        out_.findings.push_back(each);
}

/** Brings a proportional line up to another value between its two ends.

    They lie between the points of the ends, and so within the line's bounds.
*/
inline void evaluation::follow_value(std::uint32_t index, kept_line& line)
{
    const rubric_node& rule = sheet_.nodes[index];
    node_result& shown = line.shown;
    outcome& out = line.given;
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
    line.follows->arguments[reason::proportional_points].amount = shown.points;
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

inline kept_line* evaluation::keep_line(
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
    ::new (static_cast<void*>(out)) kept_line();
    out->given = given;
    out->shown = out_.nodes[index];
    out->waits = {waits, count};
    out->given.fixed = fixed_interval::of(given.points.low, given.points.high);
    out->findings = store.copy(std::span<const finding>(out_.findings).subspan(first_finding));
    out->has_more = !out->waits.empty() || !out->findings.empty();
    const std::span<const reason> told = out->shown.reasons;
    if (rule.score.kind == score_kind::proportional && is_between(rule)) {
        out->follows = store.make_array<reason>(1);
        ::new (static_cast<void*>(out->follows)) reason(told.front());
        out->shown.reasons = {out->follows, 1};
    } else {
        out->shown.reasons = store.copy(told);
    }
    return out;
}

} // namespace bontot::detail

#endif
