// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_PATH_TARGET_HPP
#define BONTOT_IMPL_PATH_TARGET_HPP

#include <bontot/impl/path_model.hpp>

namespace bontot::detail {

/** What is taken of a FEEL condition: whether it holds. */
using assumed_conditions = vector<bool>;

/** The conditions of one grade on points, with those in FEEL taken as given. */
class path_target
{
public:
    /** @param holds By program: whether the condition is taken to hold. */
    path_target(const path_model& model, std::uint32_t grade, const assumed_conditions& holds)
        : model_(model), sheet_(model.sheet()), grade_(sheet_.grades[grade]), holds_(holds)
    {
        for (const std::uint32_t each : model.criteria())
            with_rule_ += sheet_.nodes[each].good ? 1U : 0U;
    }

    /** Tells whether the conditions that no points can change hold. */
    [[nodiscard]] bool is_open() const { return taken(grade_.precondition); }

    /** Returns how many good criteria are counted; those that must be good are not. */
    [[nodiscard]] std::uint32_t counted() const
    {
        const std::uint32_t wanted = grade_.good_criteria.value_or(0);
        return wanted == with_rule_ ? 0 : wanted;
    }

    [[nodiscard]] bool is_good(std::uint32_t criterion, const number& points) const
    {
        const std::optional<good_rule>& rule = sheet_.nodes[criterion].good;
        if (!rule || !taken(rule->precondition)) return false;
        if (rule->min_points && shown(criterion, points) < *rule->min_points) return false;
        for (std::size_t i = 0; i < sheet_.gates.size(); ++i) {
            const gate_rule& gate = sheet_.gates[i];
            const bool is_ours = gate.effect == gate_effect::not_good && gate.target == criterion;
            if (is_ours && model_.rules().gate(i) == truth::yes) return false;
        }
        return true;
    }

    /** Tells whether a criterion with these points passes every condition that is about it alone.
     */
    [[nodiscard]] bool passes(std::uint32_t criterion, const number& points) const
    {
        const rubric_node& rule = sheet_.nodes[criterion];
        const outcome& now = model_.node(criterion).now;
        const number seen = shown(criterion, points);
        for (const criterion_bound& bound : grade_.min_points) {
            if (bound.node == criterion && seen < bound.least) return false;
        }
        for (const criterion_bound& bound : grade_.min_share) {
            if (bound.node == criterion && seen < share_of(bound)) return false;
        }
        const bool is_counted =
            rule.kind == criterion_kind::base && rule.max > number(0) && now.applies == truth::yes;
        if (grade_.no_zero_criterion && is_counted && !(seen > number(0))) return false;
        return !must_be_good(criterion) || is_good(criterion, points);
    }

    [[nodiscard]] bool must_be_good(std::uint32_t criterion) const
    {
        const auto named = grade_.named_criteria;
        if (std::find(named.begin(), named.end(), criterion) != named.end()) return true;
        return sheet_.nodes[criterion].good && grade_.good_criteria == with_rule_;
    }

    /** Tells whether the conditions on the total hold for the sum of what the criteria give. */
    [[nodiscard]] bool total_holds(const number& sum) const
    {
        if (enough_ && sum >= *enough_) return true;
        if (too_few_ && sum <= *too_few_) return false;
        const bool holds = graded_holds(model_.rules().graded(sum, model_.max()));
        (holds ? enough_ : too_few_) = sum;
        return holds;
    }

    /** Tells whether bonus and penalty count for the total that this grade reads. */
    [[nodiscard]] bool counts_extra() const { return sheet_.total.grades_on != grade_basis::base; }

    [[nodiscard]] number share_of(const criterion_bound& bound) const
    {
        const number max =
            path_evaluator::shown_max(sheet_.nodes[bound.node], model_.node(bound.node).now);
        return multiply(bound.least, max).value_or(max);
    }

    /** Returns what a criterion shows that has these points. */
    [[nodiscard]] number shown(std::uint32_t criterion, const number& points) const
    {
        outcome out = model_.node(criterion).now;
        out.points = {points, points};
        return path_evaluator::seen(sheet_.nodes[criterion], out);
    }

private:
    [[nodiscard]] bool graded_holds(const std::optional<number>& total) const
    {
        if (!grade_.min_total && !grade_.above_total) return true;
        if (!total) return false;
        if (grade_.min_total && *total < *grade_.min_total) return false;
        return !grade_.above_total || *total > *grade_.above_total;
    }

    [[nodiscard]] bool taken(std::uint32_t program) const
    {
        return program == none || holds_[program];
    }

    const path_model& model_;
    const rubric& sheet_;
    const grade_rule& grade_;
    const assumed_conditions& holds_;
    std::uint32_t with_rule_ = 0;
    mutable std::optional<number> enough_; /**< the least sum known to be enough: the predicate
                                                does not fall, so that most sums are compared */
    mutable std::optional<number> too_few_;
};

} // namespace bontot::detail

#endif
