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
#include <string_view>

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

/** Returns a better grade that every unit has which meets this one's conditions, or @ref none. */
std::uint32_t linting::shadow_of(std::uint32_t index) const
{
    for (std::uint32_t i = 0; i < index; ++i) {
        if (is_implied(sheet_.grades[i], sheet_.grades[index])) return i;
    }
    return none;
}

/** Returns whether some bounds ask for no more than others, or than everybody has. */
inline bool asks_no_more(
    std::span<const criterion_bound> bounds, std::span<const criterion_bound> than,
    const vector<interval>& reach
)
{
    for (const criterion_bound& each : bounds) {
        const bool is_asked =
            std::any_of(than.begin(), than.end(), [&each](const criterion_bound& other) {
                return other.node == each.node && other.least >= each.least;
            });
        const bool is_had = each.least <= number(0) && reach[each.node].low >= number(0);
        if (!is_asked && !is_had) return false;
    }
    return true;
}

/** Returns whether the conditions of a better grade follow from those of another. */
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
    const auto& named = by.named_criteria;
    const bool has_named = std::all_of(
        better.named_criteria.begin(), better.named_criteria.end(),
        [&named](std::uint32_t each) {
            return std::find(named.begin(), named.end(), each) != named.end();
        }
    );
    const bool has_no_zero = !better.no_zero_criterion || by.no_zero_criterion;
    const auto source_of = [this](std::uint32_t program) {
        return program == none ? std::string_view() : sheet_.programs[program].source();
    };
    const bool is_required =
        better.precondition == none ||
        (by.precondition != none && source_of(by.precondition) == source_of(better.precondition));
    return has_total && has_above && has_good && has_named && has_no_zero && is_required &&
           asks_no_more(better.min_points, by.min_points, reach_) &&
           asks_no_more(better.min_share, by.min_share, reach_);
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
