// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_GRADES_IPP
#define BONTOT_EVALUATE_GRADES_IPP

#include <bontot/feel/value.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace bontot::detail {

inline void evaluation::require_condition(
    holds& out, std::uint32_t program, wait::kind what, std::uint32_t index
)
{
    if (program == none) return;
    const feel::value condition = value_of(program);
    if (condition.is_unknown() && !is_aside_) wait_for(program, what, index);
    if (condition.is_null() && !is_aside_) find(message::reason_no_value, what, index, program);
    out.require(condition.is_true(), !condition.is_false());
}

inline void evaluation::decide_good()
{
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
        if (sheet_.nodes[i].good) out_.nodes.edit(i).good = good_of(i);
    }
}

inline truth evaluation::good_of(std::uint32_t criterion)
{
    const good_rule& rule = *sheet_.nodes[criterion].good;
    const node_result& node = out_.nodes[criterion];
    holds out;
    if (rule.min_points) {
        out.require(node.points >= *rule.min_points, node.possible >= *rule.min_points);
    }
    require_condition(out, rule.precondition, wait::kind::good, criterion);
    for (const std::uint32_t i : sheet_.nodes[criterion].gates) {
        if (sheet_.gates[i].effect != gate_effect::not_good) continue;
        out.require(effect_of(i) == truth::no, effect_of(i) != truth::yes);
    }
    return out.as_truth();
}

/** Finds the grades that are reachable, best first; then the grade gates, in their order. */
inline void evaluation::decide_grade()
{
    std::uint32_t reachable = 0;
    for (std::uint32_t i = 0; i < sheet_.grades.size(); ++i) {
        const truth grade = grade_holds(i);
        if (grade != truth::no) reachable |= 1U << i;
        if (grade == truth::yes) break;
    }
    look_below();
    for (std::size_t i = 0; i < sheet_.gates.size(); ++i) {
        const truth fired = effect_of(i);
        if (fired == truth::no || !limits_grade(sheet_.gates[i])) continue;
        const std::uint32_t limited = limited_grades(sheet_.gates[i], reachable);
        reachable = fired == truth::yes ? limited : reachable | limited;
    }
    for (std::uint32_t i = 0; i < sheet_.grades.size(); ++i) {
        if ((reachable & (1U << i)) != 0) out_.reachable.push_back(i);
    }
    out_.grade_possible = out_.reachable.front();
    out_.grade = out_.reachable.back();
}

/** Where there are quotas: finds every grade whose own conditions hold, which tells where a unit
    falls that is too many. This decides nothing about the unit by itself. */
inline void evaluation::look_below()
{
    out_.grades_met = 0;
    out_.grades_open = 0;
    if (!has_quota(sheet_)) return;
    is_aside_ = true;
    for (std::uint32_t i = 0; i < sheet_.grades.size(); ++i) {
        const truth holds = grade_holds(i);
        if (holds == truth::yes) out_.grades_met |= 1U << i;
        if (holds == truth::open) out_.grades_open |= 1U << i;
    }
    is_aside_ = false;
}

inline bool evaluation::limits_grade(const gate_rule& gate)
{
    return gate.effect == gate_effect::grade_at_most || gate.effect == gate_effect::grade_down ||
           gate.effect == gate_effect::grade_is;
}

/** Maps each grade of a set (bit n: the n-th best) by a gate that fires. */
inline std::uint32_t evaluation::limited_grades(const gate_rule& gate, std::uint32_t grades) const
{
    const auto last = static_cast<std::uint32_t>(sheet_.grades.size()) - 1;
    std::uint32_t out = 0;
    for (std::uint32_t i = 0; i <= last; ++i) {
        if ((grades & (1U << i)) == 0) continue;
        std::uint32_t to = gate.target;
        if (gate.effect == gate_effect::grade_at_most) to = std::max(i, gate.target);
        if (gate.effect == gate_effect::grade_down) to = std::min(i + gate.target, last);
        out |= 1U << to;
    }
    return out;
}

inline truth evaluation::grade_holds(std::uint32_t index)
{
    const grade_rule& grade = sheet_.grades[index];
    holds out;
    require_total(out, grade, index);
    require_points(out, grade);
    require_good(out, grade);
    require_condition(out, grade.precondition, wait::kind::grade, index);
    return out.as_truth();
}

/** Returns what grades read as the total; nothing where there may be no maximum to divide by. */
inline std::optional<interval> evaluation::graded_total() const
{
    switch (sheet_.total.grades_on) {
    case grade_basis::total:
        return total_;
    case grade_basis::base:
        return base_total_;
    case grade_basis::share:
        break;
    }
    if (total_max_.low <= number(0)) return std::nullopt;
    const auto share = [](const number& points, const number& max) {
        return settle(divide(points, max).value_or(points));
    };
    const bool falls = total_.low < number(0);
    const bool rises = total_.high >= number(0);
    return interval{
        share(total_.low, falls ? total_max_.low : total_max_.high),
        share(total_.high, rises ? total_max_.low : total_max_.high)};
}

inline void evaluation::require_total(holds& out, const grade_rule& grade, std::uint32_t index)
{
    if (!grade.min_total && !grade.above_total) return;
    const std::optional<interval> total = graded_total();
    if (!total) {
        // A division by 0 in some completion; in every one it is a finding.
        const bool is_certain = total_max_.high <= number(0);
        if (is_certain && !is_aside_)
            find(message::reason_no_value, wait::kind::grade, index, none);
        out.require(false, true);
        return;
    }
    if (grade.min_total) {
        out.require(total->low >= *grade.min_total, total->high >= *grade.min_total);
    }
    if (grade.above_total) {
        out.require(total->low > *grade.above_total, total->high > *grade.above_total);
    }
}

inline void evaluation::require_good(holds& out, const grade_rule& grade) const
{
    for (const std::uint32_t criterion : grade.named_criteria) {
        const truth good = out_.nodes[criterion].good;
        out.require(good == truth::yes, good != truth::no);
    }
    if (!grade.good_criteria) return;
    std::uint32_t surely = 0;
    std::uint32_t possibly = 0;
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
        if (!sheet_.nodes[i].good) continue;
        surely += out_.nodes[i].good == truth::yes ? 1U : 0U;
        possibly += out_.nodes[i].good != truth::no ? 1U : 0U;
    }
    out.require(surely >= *grade.good_criteria, possibly >= *grade.good_criteria);
}

/** The conditions on criteria; all rise with the points, so the two ends decide. */
inline void evaluation::require_points(holds& out, const grade_rule& grade)
{
    for (const criterion_bound& bound : grade.min_points) {
        const node_result& node = out_.nodes[bound.node];
        out.require(node.points >= bound.least, node.possible >= bound.least);
    }
    for (const criterion_bound& bound : grade.min_share) {
        const node_result& node = out_.nodes[bound.node];
        const auto part = [&bound](const number& max) {
            return multiply(bound.least, max).value_or(max);
        };
        out.require(node.points >= part(node.max), node.possible >= part(node.max_low));
    }
    if (!grade.no_zero_criterion) return;
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
        const node_result& node = out_.nodes[i];
        const bool is_counted = sheet_.nodes[i].kind == criterion_kind::base &&
                                sheet_.nodes[i].max > number(0) && node.applies != truth::no;
        const bool may_be_left_out = node.applies == truth::open;
        if (is_counted) {
            out.require(node.points > number(0), node.possible > number(0) || may_be_left_out);
        }
    }
}

} // namespace bontot::detail

#endif
