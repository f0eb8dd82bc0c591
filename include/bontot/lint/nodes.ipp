// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_NODES_IPP
#define BONTOT_LINT_NODES_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/json/writer.hpp>
#include <bontot/lint/linting.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace bontot::detail {

void linting::look_at_nodes()
{
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
        const std::size_t before = found_.size();
        look_at_rules(i);
        if (sheet_.nodes[i].score.kind == score_kind::group) {
            look_at_children(i);
        } else {
            look_at_line(i);
        }
        if (sheet_.nodes[i].good) look_at_good(i);
        look_at_formulas_of(i);
        for (std::size_t added = before; added < found_.size(); ++added)
            found_[added].node = i;
    }
    look_at_total();
}

/** Tells of maxima that do not add up to what is printed. */
void linting::look_at_children(std::uint32_t index)
{
    const rubric_node& above = sheet_.nodes[index];
    number most;
    number least;
    for (std::uint32_t i = index + 1; i < above.end; i = sheet_.nodes[i].end) {
        const rubric_node& each = sheet_.nodes[i];
        most = above.highest ? most_of(most, each.max) : sum(most, each.max);
        least = above.highest ? least_of(least, each.least) : sum(least, each.least);
    }
    number given = most;
    if (above.rounding) {
        given = round_to_multiple(most, above.rounding->step, above.rounding->mode).value_or(most);
    }
    const auto of_parts = to_text(most);
    const auto printed = to_text(above.max);
    if (given < above.max) {
        tell(
            message::lint_children_below_max, path(paths_[index], "max"),
            {of_parts.view(), printed.view()}
        )
            .witness.value = most;
    } else if (most > above.max && above.kind == criterion_kind::base) {
        tell(
            message::lint_children_above_max, path(paths_[index], "max"),
            {of_parts.view(), printed.view()}
        )
            .witness.value = most;
    }
    if (above.kind != criterion_kind::penalty || least <= above.least) return;
    const auto lowest = to_text(least);
    const auto bottom = to_text(above.least);
    tell(
        message::lint_least_unreachable, path(paths_[index], "min"), {lowest.view(), bottom.view()}
    )
        .witness.value = least;
}

/** Looks at the conditions that any node can have. */
void linting::look_at_rules(std::uint32_t index)
{
    const rubric_node& rule = sheet_.nodes[index];
    const string& at = paths_[index];
    look_at_condition(
        rule.applies, path(at, "applies"), message::lint_condition_always,
        message::lint_condition_never, lint_words::applies
    );
    look_at_condition(
        rule.precondition, path(at, "requires"), message::lint_condition_always,
        message::lint_condition_never, lint_words::requires_it, {rule.applies}
    );
    for (std::size_t i = 0; i < rule.ceilings.size(); ++i) {
        look_at_condition(
            rule.ceilings[i].when, path(path(at, "at_most", i), "when"),
            message::lint_condition_always, message::lint_condition_never, lint_words::ceiling,
            {rule.applies, rule.precondition}
        );
    }
}

/** Looks at how a line is scored. */
void linting::look_at_line(std::uint32_t index)
{
    const rubric_node& line = sheet_.nodes[index];
    const std::size_t before = found_.size();
    const string score = path(paths_[index], "score");
    if (line.score.kind == score_kind::condition) {
        look_at_condition(
            line.score.value, path(score, "condition"), message::lint_condition_always,
            message::lint_condition_never, lint_words::condition, {line.applies, line.precondition}
        );
    } else if (line.score.kind == score_kind::choice) {
        look_at_choice(index);
    } else if (line.score.kind == score_kind::steps) {
        look_at_steps(index);
    }
    const bool is_decided = line.score.kind == score_kind::condition && found_.size() > before;
    if (is_decided) return;
    interval reach = score_reach(index, none);
    reach = {clamped(reach.low, line.least, line.max), clamped(reach.high, line.least, line.max)};
    if (line.rounding) {
        const rounding_rule& rounding = *line.rounding;
        reach.high =
            round_to_multiple(reach.high, rounding.step, rounding.mode).value_or(reach.high);
    }
    const auto best = to_text(reach.high);
    const auto most = to_text(line.max);
    if (reach.high < line.max) {
        tell(message::lint_max_unreachable, score, {best.view(), most.view()}).witness.value =
            reach.high;
    }
    if (line.kind != criterion_kind::penalty || reach.low <= line.least) return;
    const auto lowest = to_text(reach.low);
    const auto bottom = to_text(line.least);
    tell(message::lint_least_unreachable, score, {lowest.view(), bottom.view()}).witness.value =
        reach.low;
}

/** Tells of choices of a fact that no option scores. */
void linting::look_at_choice(std::uint32_t index)
{
    const score_rule& score = sheet_.nodes[index].score;
    const fact_spec& fact = sheet_.facts[score.fact];
    const string pointer = path(path(path(paths_[index], "score"), "choice"), "options");
    vector<std::string_view> scored{allocator<std::string_view>(source_)};
    scored.reserve(score.options.size());
    for (const choice_option& option : score.options)
        scored.push_back(option.is);
    std::sort(scored.begin(), scored.end());
    for (const std::string_view each : fact.choices) {
        if (std::binary_search(scored.begin(), scored.end(), each)) continue;
        lint_finding& added = tell(message::lint_choice_gap, pointer, {each});
        lint_fact shown{string(fact.id, source_), string(source_), {}, {}};
        append_json_text(shown.json, each);
        added.witness.facts.push_back(std::move(shown));
    }
}

/** Looks at what makes a criterion good. */
void linting::look_at_good(std::uint32_t index)
{
    const good_rule& good = *sheet_.nodes[index].good;
    const string pointer = path(paths_[index], "good");
    look_at_condition(
        good.precondition, path(pointer, "requires"), message::lint_condition_always,
        message::lint_condition_never, lint_words::requires_it
    );
    const number best = settle(reach_[index].high);
    if (!good.min_points || best >= *good.min_points) return;
    const auto asked = to_text(*good.min_points);
    const auto found = to_text(best);
    tell(message::lint_good_unreachable, path(pointer, "min_points"), {asked.view(), found.view()})
        .witness.value = best;
}

void linting::look_at_total()
{
    if (!sheet_.total.max) return;
    number most;
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end)
        most = sum(most, sheet_.nodes[i].max);
    if (most >= *sheet_.total.max) return;
    const auto best = to_text(most);
    const auto cap = to_text(*sheet_.total.max);
    tell(message::lint_total_unreachable, string("/total/max", source_), {best.view(), cap.view()})
        .witness.value = most;
}

} // namespace bontot::detail

#endif
