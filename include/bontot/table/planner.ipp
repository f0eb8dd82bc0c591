// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_PLANNER_IPP
#define BONTOT_TABLE_PLANNER_IPP

#include <bontot/evaluate.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/part_evaluator.hpp>
#include <bontot/number/uint128.hpp>
#include <bontot/rubric/line_cases.hpp>
#include <bontot/table/plan.hpp>
#include <bontot/table/planner.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace bontot::detail {

feel::value telling_value(const case_axis& axis, std::uint32_t region)
{
    if (region == 0) return feel::value::unknown();
    const std::size_t at = (region - 1) / 2;
    switch (axis.what) {
    case case_axis::kind::boolean:
        return feel::value::boolean(region == 2);
    case case_axis::kind::choice:
        return region <= axis.choices.size() ? feel::value::text(axis.choices[region - 1])
                                             : feel::value::unknown();
    case case_axis::kind::number:
        break;
    }
    const auto scaled = [&axis](std::int64_t coefficient) {
        return number::scaled(coefficient, axis.scale);
    };
    const auto breaks = axis.breaks;
    if (breaks.empty()) return feel::value::number(number(0));
    if (region % 2 == 0) return feel::value::number(scaled(breaks[at]));
    if (at == 0) return feel::value::number(scaled(breaks.front() - 1));
    if (at == breaks.size()) return feel::value::number(scaled(breaks.back() + 1));
    const number twice = sum(scaled(breaks[at - 1]), scaled(breaks[at]));
    return feel::value::number(multiply(twice, number::scaled(5, 1)).value_or(twice));
}

bool column_planner::run()
{
    const total_rule& total = sheet_.total;
    const bool is_plain =
        sheet_.always_whole && !total.rounding && total.grades_on != grade_basis::share &&
        (!total.max || has_room_for(*total.max)) && (!total.min || has_room_for(*total.min));
    if (!is_plain) return false;
    evaluate(built_, seen_);
    part_evaluator rules(built_, seen_, room_, none);
    rules_ = &rules;
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
        if (!plan_node(i)) return false;
    }
    // Behind the goods' bits stand those of the rest, and of each good's answer.
    return plan_rules() && plan_goods() && plan_gates() && plan_grades() &&
           shift_ - out_.rest_shift + 2 * out_.goods.size() <= 64 && shift_ < 64;
}

bool column_planner::plan_node(std::uint32_t index)
{
    const rubric_node& rule = sheet_.nodes[index];
    if (!rule.always_whole || !has_room_for(rule.max) || !has_room_for(rule.least)) return false;
    if (rule.score.kind != score_kind::group) return plan_line_of(index);
    return !rule.highest && !rule.rounding && rule.precondition == none && rule.ceilings.empty() &&
           !rule.evidence;
}

bool column_planner::plan_line_of(std::uint32_t index)
{
    case_table cases;
    if (!finder_.of_line(index, cases)) return false;
    plan_line line;
    line.node = index;
    line.cases.first_case = static_cast<std::uint32_t>(out_.points.size());
    if (!plan_axes(cases, line.cases)) return false;
    const rubric_node& rule = sheet_.nodes[index];
    if (rule.score.kind == score_kind::proportional && line.cases.axis_count > 0) {
        if (!plan_rise(rule, line)) return false;
    }
    bool is_told = true;
    each_case(cases, [&] {
        const outcome given = rules_->line(index);
        fixed_points points;
        is_told = is_told && given.applies == truth::yes && given.voids_parent == truth::no &&
                  to_fixed(given.points.low, fixed_interval::scale, points.low) &&
                  to_fixed(given.points.high, fixed_interval::scale, points.high);
        out_.points.push_back(points);
    });
    out_.lines.push_back(line);
    return is_told;
}

std::uint32_t column_planner::column_of(std::uint32_t slot) const
{
    for (std::uint32_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].slot == slot && columns_[i].type != column_type::nothing) return i;
    }
    return none;
}

bool column_planner::plan_axes(const case_table& cases, plan_cases& out)
{
    out.first_axis = static_cast<std::uint32_t>(out_.axes.size());
    std::uint32_t stride = 1;
    for (const case_axis& axis : cases.axes) {
        if (!has_column(axis.slot)) continue;
        plan_axis added;
        added.column = column_of(axis.slot);
        added.stride = stride;
        added.is_truth = axis.what == case_axis::kind::boolean;
        if (axis.what == case_axis::kind::choice) return false;
        added.first_step = static_cast<std::uint32_t>(out_.steps.size());
        const std::int32_t scale = columns_[added.column].scale;
        if (!added.is_truth && !plan_steps(axis, scale)) return false;
        added.is_bounded = !added.is_truth && is_bounded(sheet_.facts[axis.slot], scale);
        added.step_count = static_cast<std::uint32_t>(out_.steps.size()) - added.first_step;
        stride *= axis.region_count();
        out_.axes.push_back(added);
        ++out.axis_count;
    }
    return true;
}

bool column_planner::is_bounded(const fact_spec& fact, std::int32_t scale)
{
    std::int64_t ignored = 0;
    return fact.min && fact.max && scale <= most_scale && to_fixed(*fact.min, scale, ignored) &&
           to_fixed(*fact.max, scale, ignored);
}

bool column_planner::plan_steps(const case_axis& axis, std::int32_t scale)
{
    for (std::size_t i = 0; i < axis.breaks.size(); ++i) {
        const auto at = static_cast<std::uint32_t>(2 * (i + 1));
        const number place = number::scaled(axis.breaks[i], axis.scale);
        std::int64_t amount = 0;
        if (to_fixed(place, scale, amount)) {
            out_.steps.push_back({amount, at});
        } else {
            // No amount is at the break: the region after it begins with the next one.
            const auto below = round(place, scale, rounding_mode::floor);
            if (!below || !to_fixed(*below, scale, amount)) return false;
        }
        out_.steps.push_back({amount + 1, at + 1});
    }
    return scale <= most_scale;
}

bool column_planner::plan_rise(const rubric_node& rule, plan_line& out)
{
    const std::int32_t scale = columns_[out_.axes[out.cases.first_axis].column].scale;
    const auto [least, most] = std::minmax(rule.score.from[0], rule.score.from[1]);
    out.rise = rise_of(rule.score, scale);
    return out.rise.is_known && to_fixed(least, scale, out.least) &&
           to_fixed(most, scale, out.most);
}

bool column_planner::plan_rules()
{
    for (const check_rule& rule : sheet_.consistency) {
        const auto bits_of = [](const feel::value& holds) {
            return std::uint64_t{holds.is_false() ? 1U : 0U};
        };
        if (!plan_condition(rule.assertion, out_.rules, bits_of)) return false;
    }
    return true;
}

bool column_planner::plan_goods()
{
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
        if (sheet_.nodes[i].good && !plan_good_of(i, *sheet_.nodes[i].good)) return false;
    }
    out_.rest_shift = shift_;
    return true;
}

bool column_planner::plan_good_of(std::uint32_t index, const good_rule& rule)
{
    constexpr std::uint32_t most_width = 12; // bounds the answers that are remembered
    plan_good added;
    added.node = index;
    added.shift = shift_;
    if (rule.min_points && !plan_bound_of(plan_figure::node, index, *rule.min_points)) return false;
    if (!plan_truth(rule.precondition)) return false;
    for (const gate_rule& gate : sheet_.gates) {
        const bool is_ours = gate.effect == gate_effect::not_good && gate.target == index;
        if (is_ours && !plan_truth(gate.when)) return false;
    }
    added.width = shift_ - added.shift;
    if (added.width > most_width) return false;
    added.first_answer = out_.answer_count;
    out_.answer_count += 1U << added.width;
    out_.goods.push_back(added);
    return true;
}

bool column_planner::plan_gates()
{
    for (const gate_rule& gate : sheet_.gates) {
        if (gate.effect == gate_effect::void_node) return false;
        if (gate.effect == gate_effect::not_good) continue;
        if (!plan_truth(gate.when)) return false;
    }
    return true;
}

bool column_planner::plan_grades()
{
    const auto total =
        sheet_.total.grades_on == grade_basis::base ? plan_figure::base_total : plan_figure::total;
    for (const grade_rule& grade : sheet_.grades) {
        if (grade.min_total && !plan_bound_of(total, 0, *grade.min_total)) return false;
        if (grade.above_total && !plan_bound_of(total, 0, *grade.above_total, 1)) return false;
        for (const criterion_bound& each : grade.min_points) {
            if (!plan_bound_of(plan_figure::node, each.node, each.least)) return false;
        }
        for (const criterion_bound& each : grade.min_share) {
            const auto least = multiply(each.least, sheet_.nodes[each.node].max);
            if (!least || !plan_bound_of(plan_figure::node, each.node, *least)) return false;
        }
        if (grade.no_zero_criterion && !plan_above_zero()) return false;
        if (!plan_truth(grade.precondition)) return false;
    }
    return true;
}

bool column_planner::plan_above_zero()
{
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
        if (!plan_bound_of(plan_figure::node, i, number(0), 1)) return false;
    }
    return true;
}

bool column_planner::plan_bound_of(
    plan_figure what, std::uint32_t node, const number& bound, std::int64_t beyond
)
{
    plan_bound added;
    added.what = what;
    added.node = node;
    added.shift = shift_;
    if (!to_fixed(bound, fixed_interval::scale, added.least)) return false;
    added.least += beyond;
    out_.bounds.push_back(added);
    return take_bits(2);
}

bool column_planner::plan_truth(std::uint32_t program)
{
    if (program == none) return true;
    const std::uint32_t shift = shift_;
    const auto bits_of = [shift](const feel::value& holds) {
        const std::uint64_t answer = holds.is_true()      ? 1
                                     : holds.is_unknown() ? 2
                                     : holds.is_null()    ? 3
                                                          : 0;
        return answer << shift;
    };
    return take_bits(2) && plan_condition(program, out_.conditions, bits_of);
}

bool column_planner::take_bits(std::uint32_t count)
{
    shift_ += count;
    return shift_ <= 64;
}

bool column_planner::has_room_for(const number& points)
{
    constexpr std::int64_t most = 2'000'000'000'000'000'000;
    std::int64_t fixed = 0;
    if (!to_fixed(points, fixed_interval::scale, fixed)) return false;
    all_points_ += fixed < 0 ? -fixed : fixed;
    return all_points_ < most;
}

} // namespace bontot::detail

#endif
