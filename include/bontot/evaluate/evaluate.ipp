// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_EVALUATE_IPP
#define BONTOT_EVALUATE_EVALUATE_IPP

#include <bontot/dossier.hpp>
#include <bontot/evaluate.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/reference.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluate.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/evaluate/points_sum.hpp>
#include <bontot/evaluate/role_columns.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <string_view>

namespace bontot::detail {

inline void evaluation::run()
{
    prepare();
    run_gates();
    score_total();
    decide_good();
    decide_grade();
    run_checks();
    weigh_missing();
    count_completeness();
}

inline void evaluation::prepare()
{
    prepare_kept(); // while the rubric of the evaluation before lives
    out_.sheet = given_.sheet;
    out_.store.clear();
    out_.working.clear();
    out_.unit_id = out_.store.copy(given_.unit_id);
    out_.unit_name = out_.store.copy(given_.unit_name);
    out_.unit_kind = out_.store.copy(given_.unit_kind);
    out_.unit_group = out_.store.copy(given_.unit_group);
    out_.from = given_.from;
    out_.to = given_.to;
    out_.told.clear();
    out_.evidence.clear();
    out_.missing.clear();
    out_.waits.clear();
    out_.findings.clear();
    out_.gates.assign(sheet_.gates.size(), truth::no);
    out_.checks.assign(sheet_.checks.size(), truth::open);
    out_.reachable.clear();
    out_.documents.clear();
    copy_facts();
    copy_marks();
}

/** Keeps the marks in the order of nodes and roles; finds the last role that counts, and the mark
    of each node that does. */
inline void evaluation::copy_marks()
{
    const std::size_t count = given_.marks.size();
    std::uint32_t* const order = out_.working.region().make_array<std::uint32_t>(count);
    for (std::uint32_t i = 0; i < count; ++i)
        order[i] = i;
    std::sort(order, order + count, [this](std::uint32_t a, std::uint32_t b) {
        const mark_record& left = given_.marks[a];
        const mark_record& right = given_.marks[b];
        if (left.node != right.node) return left.node < right.node;
        return left.role != right.role ? left.role < right.role : a < b;
    });
    out_.marks.clear();
    marks_noted_ = count;
    if (count > 0) out_.node_marks.assign(sheet_.nodes.size(), none);
    out_.as_of = sheet_.roles.empty() ? none : 0;
    for (std::size_t i = 0; i < count; ++i) {
        mark_record mark = given_.marks[order[i]];
        for (std::string_view* const words : {&mark.comment, &mark.reason, &mark.by})
            *words = out_.store.copy(*words);
        out_.marks.push_back(mark);
        if (mark.role > as_of_) continue;
        out_.as_of = std::max(out_.as_of, mark.role);
        out_.node_marks[mark.node] = order[i]; // in this order the later one counts
    }
}

/** Keeps the unit's facts, which reasons are told with. */
inline void evaluation::copy_facts()
{
    const auto count = static_cast<std::ptrdiff_t>(sheet_.facts.size());
    out_.facts.assign(given_.slots.begin(), given_.slots.begin() + count);
    for (const std::uint32_t slot : sheet_.text_slots) {
        feel::value& fact = out_.facts[slot];
        const bool is_known = !fact.is_unknown();
        if (is_known) fact = feel::value::text(out_.store.copy(fact.as_text()));
    }
}

/** Keeps the exceptions: of several for one gate the first. */
inline void evaluation::lift_gates()
{
    out_.exceptions.clear();
    if (!given_.exceptions.empty()) out_.lifted.resize(sheet_.gates.size());
    for (const exception_record& each : given_.exceptions) {
        if (out_.exception_of(each.gate) != nullptr) continue;
        out_.lifted[each.gate] = static_cast<std::uint32_t>(out_.exceptions.size());
        out_.exceptions.push_back(each);
        exception_record& kept = out_.exceptions.back();
        kept.reason = out_.store.copy(each.reason);
        kept.authority = out_.store.copy(each.authority);
    }
}

/** Returns whether a gate fires: one that is lifted does not. */
inline truth evaluation::effect_of(std::size_t gate) const
{
    const bool is_lifted = out_.exception_of(static_cast<std::uint32_t>(gate)) != nullptr;
    return is_lifted ? truth::no : out_.gates[gate];
}

inline void evaluation::run_gates()
{
    lift_gates();
    out_.by_exception = false;
    for (std::uint32_t i = 0; i < sheet_.gates.size(); ++i) {
        const std::uint32_t condition = sheet_.gates[i].when;
        const feel::value fires = value_of(condition);
        const bool is_lifted = out_.exception_of(i) != nullptr;
        if (fires.is_true()) out_.gates[i] = truth::yes;
        if (fires.is_unknown()) out_.gates[i] = truth::open;
        if (is_lifted) {
            out_.by_exception = out_.by_exception || fires.is_true();
            continue;
        }
        if (fires.is_null()) find(message::reason_no_value, wait::kind::gate, i, condition);
        if (fires.is_unknown()) wait_for(condition, wait::kind::gate, i);
    }
}

inline void evaluation::run_checks()
{
    for (std::uint32_t i = 0; i < sheet_.checks.size(); ++i) {
        const std::uint32_t assertion = sheet_.checks[i].assertion;
        const feel::value holds = value_of(assertion);
        if (holds.is_true()) out_.checks[i] = truth::yes;
        if (holds.is_false()) out_.checks[i] = truth::no;
        if (holds.is_unknown()) wait_for(assertion, wait::kind::check, i);
        if (holds.is_null()) find(message::reason_no_value, wait::kind::check, i, assertion);
    }
}

/** Total: sum of the criteria, rounding, clamp. */
inline void evaluation::score_total()
{
    outcome all;
    interval extra;
    if (sheet_.always_whole) {
        add_up_criteria(all, extra);
    } else {
        combine_criteria(all, extra);
    }
    out_.max = all.max;
    total_max_ = {all.max_low, all.max};
    base_total_ = finish_total(all.points);
    total_ = finish_total({sum(all.points.low, extra.low), sum(all.points.high, extra.high)});
    out_.points = total_.low;
    out_.possible = total_.high;
}

/** Adds up base criteria that always apply. */
inline void evaluation::add_up_criteria(outcome& all, interval& extra)
{
    points_sum base;
    outcome room;
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
        const outcome& criterion = node(i, room);
        if (sheet_.nodes[i].kind == criterion_kind::base) {
            base.add(criterion);
        } else {
            add_extra(i, criterion, extra);
        }
    }
    all.points = base.total();
    all.max = sheet_.base_max;
    all.max_low = sheet_.base_max;
}

/** Combines the base criteria as the children of a node that is not written down. */
inline void evaluation::combine_criteria(outcome& all, interval& extra)
{
    rubric_node root;
    root.max = sheet_.base_max;
    root.least = sheet_.base_least;
    outcome* const base = out_.working.region().make_array<outcome>(sheet_.nodes.size());
    std::size_t count = 0;
    outcome room;
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
        const outcome& criterion = node(i, room);
        if (sheet_.nodes[i].kind == criterion_kind::base) {
            ::new (static_cast<void*>(base + count++)) outcome(criterion);
        } else {
            add_extra(i, criterion, extra);
        }
    }
    all = combine_cases(root, {base, count}, true);
}

/** Adds a bonus or penalty. */
inline void
evaluation::add_extra(std::uint32_t index, const outcome& criterion, interval& extra) const
{
    const interval points = seen_points(sheet_.nodes[index], criterion);
    extra = {sum(extra.low, points.low), sum(extra.high, points.high)};
}

inline interval evaluation::finish_total(const interval& points) const
{
    const auto finished = [this](const number& unsettled) {
        number out = settle(unsettled);
        const std::optional<rounding_rule>& rounding = sheet_.total.rounding;
        if (rounding) out = round_to_multiple(out, rounding->step, rounding->mode).value_or(out);
        if (sheet_.total.max) out = least_of(out, *sheet_.total.max);
        if (sheet_.total.min) out = most_of(out, *sheet_.total.min);
        return settle(out);
    };
    return {finished(points.low), finished(points.high)};
}

number completeness_of(const number& open, const number& printed)
{
    const number share = divide(open, printed).value_or(number(0));
    // Rounding may open more than the printed maximum.
    return settle(most_of(difference(number(1), share), number(0)));
}

/** How much is decided: of the printed maximum, or, in a sheet without points, of the criteria. */
inline void evaluation::count_completeness()
{
    number open;
    number printed = sheet_.base_max;
    std::uint32_t criteria = 0;
    std::uint32_t undecided = 0;
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
        const rubric_node& rule = sheet_.nodes[i];
        if (rule.kind != criterion_kind::base) continue;
        const node_result& node = out_.nodes[i];
        const bool is_open = node.possible != node.points;
        if (is_open) open = sum(open, difference(node.possible, node.points));
        ++criteria;
        if (rule.good && node.good == truth::open) ++undecided;
    }
    if (printed.is_zero()) {
        open = number(undecided);
        printed = number(criteria == 0 ? 1 : criteria);
    }
    out_.completeness = completeness_of(open, printed);
}

} // namespace bontot::detail

namespace bontot {

void evaluate(const dossier& given, result& out, std::uint32_t as_of)
{
    try {
        detail::evaluation(given, out, as_of).run();
        detail::fill_columns(given, out, as_of);
    } catch (...) {
        out.grade = none; // no grade: the result holds nothing of use
        throw;
    }
}

} // namespace bontot

#endif
