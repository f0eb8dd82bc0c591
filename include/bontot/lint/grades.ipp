// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_GRADES_IPP
#define BONTOT_LINT_GRADES_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/lint/linting.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace bontot::detail {

void linting::look_at_grades()
{
    unreachable_.assign(sheet_.grades.size(), false);
    for (std::uint32_t i = 0; i < sheet_.grades.size(); ++i) {
        const string pointer = path("grades", i);
        const std::size_t before = found_.size();
        look_at_grade_total(i);
        look_at_grade_points(i);
        look_at_condition(
            sheet_.grades[i].precondition, path(pointer, "requires"),
            message::lint_condition_always, message::lint_condition_never, lint_words::requires_it
        );
        for (std::size_t added = before; added < found_.size(); ++added) {
            const bool is_hint = found_[added].what.code == message::lint_condition_always;
            unreachable_[i] = unreachable_[i] || !is_hint;
        }
        const std::uint32_t shadow = unreachable_[i] ? none : shadow_of(i);
        if (shadow == none || is_given_by_gate(i)) continue;
        unreachable_[i] = true;
        tell(message::lint_grade_shadowed, pointer, {sheet_.grades[shadow].id});
    }
    for (std::uint32_t i = 0; i < sheet_.grades.size(); ++i)
        look_at_quota(i);
}

/** Tells of conditions on the total that no unit can meet. */
void linting::look_at_grade_total(std::uint32_t index)
{
    const grade_rule& grade = sheet_.grades[index];
    const string pointer = path("grades", index);
    const number& best = total_reach_.high;
    const auto shown = to_text(best);
    if (grade.min_total && best < *grade.min_total) {
        const auto asked = to_text(*grade.min_total);
        tell(
            message::lint_grade_total_unreachable, path(pointer, "min_total"),
            {asked.view(), shown.view()}
        )
            .witness.value = best;
    }
    if (grade.above_total && best <= *grade.above_total) {
        const auto asked = to_text(*grade.above_total);
        const string above = string("> ", source_) + string(asked.view(), source_);
        tell(
            message::lint_grade_total_unreachable, path(pointer, "above_total"),
            {above, shown.view()}
        )
            .witness.value = best;
    }
}

/** Tells of conditions on criteria's points that no unit can meet. */
void linting::look_at_grade_points(std::uint32_t index)
{
    const grade_rule& grade = sheet_.grades[index];
    const string pointer = path("grades", index);
    const auto look = [&](const criterion_bound& bound, const number& least, const char* key) {
        const rubric_node& node = sheet_.nodes[bound.node];
        const number most = settle(reach_[bound.node].high);
        if (most >= least) return;
        const auto asked = to_text(least);
        const auto found = to_text(most);
        lint_finding& added = tell(
            message::lint_grade_points_unreachable, path(path(pointer, key), node.id),
            {asked.view(), node.id, found.view()}
        );
        added.witness.value = most;
        added.node = bound.node;
    };
    for (const criterion_bound& each : grade.min_points)
        look(each, each.least, "min_points");
    for (const criterion_bound& each : grade.min_share) {
        const number& max = sheet_.nodes[each.node].max;
        look(each, multiply(each.least, max).value_or(max), "min_share");
    }
}

/** What a grade asks of criteria, by node. */
class grade_demands
{
public:
    grade_demands(const grade_rule& of, std::size_t node_count, memory& source)
        : points_(node_count, std::nullopt, allocator<std::optional<number>>(source)),
          share_(points_), is_named_(node_count, false, allocator<bool>(source))
    {
        note(of.min_points, points_);
        note(of.min_share, share_);
        for (const std::uint32_t each : of.named_criteria)
            is_named_[each] = true;
    }

    /** Returns whether all that another grade asks of criteria is asked here, or is had by all. */
    [[nodiscard]] bool hold_all(const grade_rule& other, const vector<interval>& reach) const
    {
        const auto is_named = [this](std::uint32_t each) { return is_named_[each]; };
        const auto named = other.named_criteria;
        return std::all_of(named.begin(), named.end(), is_named) &&
               ask_as_much(other.min_points, points_, reach) &&
               ask_as_much(other.min_share, share_, reach);
    }

private:
    static void note(std::span<const criterion_bound> bounds, vector<std::optional<number>>& most)
    {
        for (const criterion_bound& each : bounds) {
            std::optional<number>& place = most[each.node];
            if (!place || *place < each.least) place = each.least;
        }
    }

    static bool ask_as_much(
        std::span<const criterion_bound> bounds, const vector<std::optional<number>>& most,
        const vector<interval>& reach
    )
    {
        return std::all_of(bounds.begin(), bounds.end(), [&](const criterion_bound& each) {
            const std::optional<number>& asked = most[each.node];
            const bool is_had = each.least <= number(0) && reach[each.node].low >= number(0);
            return (asked && *asked >= each.least) || is_had;
        });
    }

    vector<std::optional<number>> points_; /**< the greatest that is asked */
    vector<std::optional<number>> share_;
    vector<bool> is_named_;
};

/** Returns a better grade that every unit has which meets this one's conditions, or @ref none. */
std::uint32_t linting::shadow_of(std::uint32_t index) const
{
    const grade_rule& grade = sheet_.grades[index];
    const grade_demands demands(grade, sheet_.nodes.size(), source_);
    for (std::uint32_t i = 0; i < index; ++i) {
        const grade_rule& better = sheet_.grades[i];
        if (is_implied(better, grade) && demands.hold_all(better, reach_)) return i;
    }
    return none;
}

/** Returns whether the conditions of a better grade that are not about single criteria follow from
    those of another. */
bool linting::is_implied(const grade_rule& better, const grade_rule& by) const
{
    const number& least = total_reach_.low;
    const bool has_total = !better.min_total || least >= *better.min_total ||
                           (by.min_total && *by.min_total >= *better.min_total) ||
                           (by.above_total && *by.above_total >= *better.min_total);
    const bool has_above = !better.above_total || least > *better.above_total ||
                           (by.above_total && *by.above_total >= *better.above_total) ||
                           (by.min_total && *by.min_total > *better.above_total);
    const bool has_good = !better.good_criteria || *better.good_criteria == 0 ||
                          (by.good_criteria && *by.good_criteria >= *better.good_criteria);
    const bool has_no_zero = !better.no_zero_criterion || by.no_zero_criterion;
    if (!has_total || !has_above || !has_good || !has_no_zero) return false;
    if (better.precondition == none) return true;
    return by.precondition != none && sheet_.programs[by.precondition].source() ==
                                          sheet_.programs[better.precondition].source();
}

/** Returns whether a gate can lead to a grade. */
bool linting::is_given_by_gate(std::uint32_t index) const
{
    return std::any_of(sheet_.gates.begin(), sheet_.gates.end(), [index](const gate_rule& gate) {
        const bool is_named =
            gate.effect == gate_effect::grade_at_most || gate.effect == gate_effect::grade_is;
        return gate.effect == gate_effect::grade_down || (is_named && gate.target == index);
    });
}

/** Tells of a quota that is a share of units which there cannot be. */
void linting::look_at_quota(std::uint32_t index)
{
    const std::optional<quota_rule>& quota = sheet_.grades[index].quota;
    const std::uint32_t next = index + 1;
    if (!quota || quota->base != quota_base::next || next >= sheet_.grades.size()) return;
    const bool is_last = next + 1 == sheet_.grades.size() && !quota->after_moves;
    const bool is_empty = unreachable_[next] && !quota->after_moves && !is_given_by_gate(next);
    if (!is_last && !is_empty) return;
    tell(
        message::lint_quota_without_base, path(path(path("grades", index), "quota"), "of"),
        {sheet_.grades[next].id, is_last ? lint_words::quota_last : lint_words::quota_unreachable}
    );
}

} // namespace bontot::detail

#endif
