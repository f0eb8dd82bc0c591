// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_TARGET_IPP
#define BONTOT_PATH_TARGET_IPP

#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>
#include <bontot/evaluate/part_evaluator.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/path/model.hpp>
#include <bontot/path/target.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace bontot::detail {

path_target::path_target(
    const path_model& model, std::uint32_t grade, const assumed_conditions& holds
)
    : model_(model), sheet_(model.sheet()), grade_(sheet_.grades[grade]), holds_(holds),
      asked_(sheet_.nodes.size(), std::nullopt, holds.get_allocator()),
      is_named_(sheet_.nodes.size(), false, holds.get_allocator()),
      is_gated_(sheet_.nodes.size(), false, holds.get_allocator())
{
    for (const std::uint32_t each : model.criteria())
        with_rule_ += sheet_.nodes[each].good ? 1U : 0U;
    const auto ask = [this](std::uint32_t node, const number& points) {
        if (!asked_[node] || *asked_[node] < points) asked_[node] = points;
    };
    for (const criterion_bound& bound : grade_.min_points)
        ask(bound.node, bound.least);
    for (const criterion_bound& bound : grade_.min_share)
        ask(bound.node, share_of(bound));
    for (const std::uint32_t each : grade_.named_criteria)
        is_named_[each] = true;
    for (std::size_t i = 0; i < sheet_.gates.size(); ++i) {
        const gate_rule& gate = sheet_.gates[i];
        if (gate.effect != gate_effect::not_good) continue;
        if (model.rules().gate(i) == truth::yes) is_gated_[gate.target] = true;
    }
}

std::uint32_t path_target::counted() const
{
    const std::uint32_t wanted = grade_.good_criteria.value_or(0);
    return wanted == with_rule_ ? 0 : wanted;
}

bool path_target::is_good(std::uint32_t criterion, const number& points) const
{
    const std::optional<good_rule>& rule = sheet_.nodes[criterion].good;
    if (!rule || !taken(rule->precondition)) return false;
    if (rule->min_points && shown(criterion, points) < *rule->min_points) return false;
    return !is_gated_[criterion];
}

bool path_target::passes(std::uint32_t criterion, const number& points) const
{
    const rubric_node& rule = sheet_.nodes[criterion];
    const outcome& now = model_.node(criterion).now;
    const number seen = shown(criterion, points);
    if (asked_[criterion] && seen < *asked_[criterion]) return false;
    const bool is_counted =
        rule.kind == criterion_kind::base && rule.max > number(0) && now.applies == truth::yes;
    if (grade_.no_zero_criterion && is_counted && !(seen > number(0))) return false;
    return !must_be_good(criterion) || is_good(criterion, points);
}

bool path_target::must_be_good(std::uint32_t criterion) const
{
    if (is_named_[criterion]) return true;
    return sheet_.nodes[criterion].good && grade_.good_criteria == with_rule_;
}

bool path_target::total_holds(const number& sum) const
{
    if (enough_ && sum >= *enough_) return true;
    if (too_few_ && sum <= *too_few_) return false;
    const bool holds = graded_holds(model_.rules().graded(sum, model_.max()));
    (holds ? enough_ : too_few_) = sum;
    return holds;
}

number path_target::share_of(const criterion_bound& bound) const
{
    const number max =
        part_evaluator::shown_max(sheet_.nodes[bound.node], model_.node(bound.node).now);
    return multiply(bound.least, max).value_or(max);
}

number path_target::shown(std::uint32_t criterion, const number& points) const
{
    outcome out = model_.node(criterion).now;
    out.points = {points, points};
    return part_evaluator::seen(sheet_.nodes[criterion], out);
}

bool path_target::graded_holds(const std::optional<number>& total) const
{
    if (!grade_.min_total && !grade_.above_total) return true;
    if (!total) return false;
    if (grade_.min_total && *total < *grade_.min_total) return false;
    return !grade_.above_total || *total > *grade_.above_total;
}

} // namespace bontot::detail

#endif
