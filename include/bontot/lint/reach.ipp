// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_REACH_IPP
#define BONTOT_LINT_REACH_IPP

#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/lint/arithmetic.hpp>
#include <bontot/lint/cover.hpp>
#include <bontot/lint/linting.hpp>
#include <bontot/lint/logic.hpp>
#include <bontot/words/result.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace bontot::detail {

void linting::find_reach()
{
    find_voided();
    reach_.assign(sheet_.nodes.size(), interval());
    for (auto i = static_cast<std::uint32_t>(sheet_.nodes.size()); i > 0; --i)
        reach_[i - 1] = reach_of(i - 1, none);
    find_total_reach();
}

/** Works out what the conditions of grades on the total can read. */
void linting::find_total_reach()
{
    const bool is_base = sheet_.total.grades_on == grade_basis::base;
    bool is_shifted = false;
    interval all;
    number printed; // of the base criteria
    number extra;
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
        const rubric_node& rule = sheet_.nodes[i];
        const bool is_of_base = rule.kind == criterion_kind::base;
        if (is_base && !is_of_base) continue;
        all = {sum(all.low, reach_[i].low), sum(all.high, reach_[i].high)};
        (is_of_base ? printed : extra) = sum(is_of_base ? printed : extra, rule.max);
        is_shifted = is_shifted || shifts_points(rule);
    }
    if (is_shifted) all = {least_of(all.low, number(0)), sum(printed, extra)};
    total_reach_ = {finished_total(all.low), finished_total(all.high)};
    if (sheet_.total.grades_on != grade_basis::share) return;
    const auto share = [&printed](const number& points) {
        return settle(divide(points, printed).value_or(number(0)));
    };
    constexpr std::int64_t beyond_all = 1000000000000;
    // Where the maximum shrinks, the share of what is left is not bounded here.
    total_reach_ = is_shifted || drops_any()
                       ? interval{number(0), number(beyond_all)}
                       : interval{share(total_reach_.low), share(total_reach_.high)};
}

/** Returns whether the maximum can shrink by what does not apply. */
bool linting::drops_any() const
{
    return std::any_of(sheet_.nodes.begin(), sheet_.nodes.end(), [](const rubric_node& each) {
        return shifts_points(each);
    });
}

number linting::finished_total(const number& unsettled) const
{
    number out = settle(unsettled);
    const std::optional<rounding_rule>& rounding = sheet_.total.rounding;
    if (rounding) out = round_to_multiple(out, rounding->step, rounding->mode).value_or(out);
    if (sheet_.total.max) out = least_of(out, *sheet_.total.max);
    if (sheet_.total.min) out = most_of(out, *sheet_.total.min);
    return settle(out);
}

/** Returns whether what does not apply moves points to or from other nodes. */
bool linting::shifts_points(const rubric_node& rule)
{
    return rule.applies != none && (rule.not_applicable == not_applicable_policy::share ||
                                    rule.not_applicable == not_applicable_policy::rescale ||
                                    rule.not_applicable == not_applicable_policy::drop);
}

bool linting::has_override() const
{
    return std::any_of(sheet_.roles.begin(), sheet_.roles.end(), [](const role_spec& each) {
        return each.overrides;
    });
}

/** Returns whether a line's rules read a fact that a condition reads. */
bool linting::shares_facts(std::uint32_t index, std::uint32_t program)
{
    if (first_slot_.empty()) list_slots_read();
    const std::size_t first = first_slot_[index];
    const auto slots =
        std::span<const std::uint32_t>(slots_read_).subspan(first, first_slot_[index + 1] - first);
    const auto read = sheet_.programs[program].variables();
    return std::any_of(read.begin(), read.end(), [slots](std::uint32_t each) {
        return std::binary_search(slots.begin(), slots.end(), each);
    });
}

void linting::list_slots_read()
{
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
        first_slot_.push_back(slots_read_.size());
        const auto slots = slots_of(sheet_, i);
        slots_read_.insert(slots_read_.end(), slots.begin(), slots.end());
    }
    first_slot_.push_back(slots_read_.size());
}

/** Returns what a node can give when a condition holds. */
interval linting::reach_under(std::uint32_t index, std::uint32_t given)
{
    const bool is_line = sheet_.nodes[index].score.kind != score_kind::group;
    const bool is_same =
        given == none || !budget_.spend(4) || (is_line && !shares_facts(index, given));
    return is_same ? reach_[index] : reach_of(index, given);
}

interval linting::reach_of(std::uint32_t index, std::uint32_t given)
{
    const rubric_node& rule = sheet_.nodes[index];
    interval out{rule.least, rule.max};
    if (rule.score.kind == score_kind::group) {
        out = ruled(index, reach_of_children(index, given), given);
    } else if (!has_override()) {
        out = ruled(index, score_reach(index, given), given);
    }
    out = {clamped(out.low, rule.least, rule.max), clamped(out.high, rule.least, rule.max)};
    if (rule.rounding) {
        const auto rounded = [&rule](const number& points) {
            const number settled = settle(points);
            return round_to_multiple(settled, rule.rounding->step, rule.rounding->mode)
                .value_or(settled);
        };
        out = {rounded(out.low), rounded(out.high)};
    }
    return as_seen(index, out);
}

/** Adds what a node gives when it does not apply, or is voided. */
interval linting::as_seen(std::uint32_t index, const interval& points) const
{
    const rubric_node& rule = sheet_.nodes[index];
    interval out = points;
    if (rule.applies != none) {
        const bool is_full = rule.not_applicable == not_applicable_policy::full;
        const number given = is_full ? rule.max : number(0);
        out = hull(out, {given, given});
        out.low = least_of(out.low, rule.least); // it may have no value
    }
    if (may_be_voided_[index]) out = hull(out, {number(0), number(0)});
    return out;
}

/** Finds the nodes that a gate, or an option below them, can void. */
void linting::find_voided()
{
    may_be_voided_.assign(sheet_.nodes.size(), false);
    for (const gate_rule& gate : sheet_.gates) {
        if (gate.effect == gate_effect::void_node) may_be_voided_[gate.target] = true;
    }
    for (const rubric_node& each : sheet_.nodes) {
        for (const choice_option& option : each.score.options) {
            if (option.voids) may_be_voided_[each.parent] = true;
        }
    }
}

interval linting::reach_of_children(std::uint32_t index, std::uint32_t given)
{
    const rubric_node& above = sheet_.nodes[index];
    interval total;
    interval highest;
    bool is_first = true;
    bool may_none_apply = true;
    for (std::uint32_t i = index + 1; i < above.end; i = sheet_.nodes[i].end) {
        if (shifts_points(sheet_.nodes[i])) return {above.least, above.max};
        const interval each = reach_under(i, given);
        total = {sum(total.low, each.low), sum(total.high, each.high)};
        highest = is_first
                      ? each
                      : interval{most_of(highest.low, each.low), most_of(highest.high, each.high)};
        is_first = false;
        may_none_apply = may_none_apply && sheet_.nodes[i].applies != none;
    }
    const interval out = above.highest ? highest : total;
    // A parent of whose children none applies is under its own policy.
    return may_none_apply && !is_first ? hull(out, {above.least, above.max}) : out;
}

/** Applies a node's `requires`, ceilings and evidence. */
interval linting::ruled(std::uint32_t index, interval score, std::uint32_t given)
{
    const rubric_node& rule = sheet_.nodes[index];
    for (const ceiling_rule& each : rule.ceilings) {
        const lint_range when = decide(each.when, {rule.applies, rule.precondition, given});
        if (when.may(lint_range::yes)) score.low = least_of(score.low, each.points);
        if (may_lack_truth(when)) score.low = least_of(score.low, rule.least);
        const bool is_sure = when.is_only(lint_range::yes);
        if (is_sure) score.high = least_of(score.high, each.points);
    }
    if (rule.precondition != none) {
        const lint_range needed = decide(rule.precondition, {rule.applies, given});
        if (!needed.may(lint_range::yes)) score.high = rule.least;
    }
    if (rule.precondition != none || rule.evidence) score.low = least_of(score.low, rule.least);
    return score;
}

/** What a line's score can be, before its other rules. */
interval linting::score_reach(std::uint32_t index, std::uint32_t given)
{
    const rubric_node& line = sheet_.nodes[index];
    switch (line.score.kind) {
    case score_kind::choice:
        return choice_reach(index);
    case score_kind::deductions:
    case score_kind::additions:
        return events_reach(index, given);
    case score_kind::mark: {
        interval out{line.least, line.max};
        const std::optional<number> step = line.score.mark_step;
        if (step) {
            out.high = round_to_multiple(line.max, *step, rounding_mode::floor).value_or(line.max);
        }
        return out;
    }
    case score_kind::group:
        return {line.least, line.max};
    default:
        return value_reach(
            index, decide(line.score.value, {line.applies, line.precondition, given})
        );
    }
}

/** What comes of a value: true or false, steps, a proportion, a formula. */
interval linting::value_reach(std::uint32_t index, const lint_range& value)
{
    const rubric_node& line = sheet_.nodes[index];
    const score_rule& rule = line.score;
    if (value.kinds == 0) return {line.least, line.max};
    if (rule.kind == score_kind::condition) {
        return {
            value.is_only(lint_range::yes) ? line.max : line.least,
            value.may(lint_range::yes | lint_range::others) ? line.max : line.least};
    }
    if (rule.kind == score_kind::steps) return steps_reach(index, value);
    const bool is_number = value.is_only(lint_range::numbers | lint_range::null);
    if (!is_number) return {line.least, line.max};
    interval out{line.least, line.max};
    if (rule.kind == score_kind::proportional) {
        const number first = proportional_at(rule, value.low, true);
        const number last = proportional_at(rule, value.high, false);
        out = hull({first, first}, {last, last});
    } else {
        if (value.low) out.low = clamped(*value.low, line.least, line.max);
        if (value.high) out.high = clamped(*value.high, line.least, line.max);
    }
    if (value.may(lint_range::null)) out.low = line.least;
    return out;
}

number linting::proportional_at(const score_rule& rule, const lint_bound& value, bool is_low)
{
    const bool rises = rule.from[0] < rule.from[1];
    const number& least = rises ? rule.from[0] : rule.from[1];
    const number& most = rises ? rule.from[1] : rule.from[0];
    const number at = clamped(value.value_or(is_low ? least : most), least, most);
    if (at == rule.from[0]) return rule.points[0];
    if (at == rule.from[1]) return rule.points[1];
    const auto part =
        multiply(difference(at, rule.from[0]), difference(rule.points[1], rule.points[0]));
    const auto share = part ? divide(*part, difference(rule.from[1], rule.from[0])) : part;
    return share ? sum(rule.points[0], *share) : rule.points[0];
}

interval linting::choice_reach(std::uint32_t index) const
{
    const rubric_node& line = sheet_.nodes[index];
    const auto options = line.score.options;
    interval out{options.front().points, options.front().points};
    for (const choice_option& each : options)
        out = hull(out, {each.points, each.points});
    if (options.size() < sheet_.facts[line.score.fact].choices.size()) out.low = line.least;
    return out;
}

/** What the rows give that the value can reach. */
interval linting::steps_reach(std::uint32_t index, const lint_range& value)
{
    const rubric_node& line = sheet_.nodes[index];
    const std::size_t rows = line.score.steps.size();
    if (!budget_.spend(rows * rows + 1)) return {line.least, line.max};
    bool is_simple = value.is_only(lint_range::numbers | lint_range::null);
    for (const step_row& row : line.score.steps)
        is_simple = is_simple && sheet_.programs[row.when].has_simple_tests();
    lint_cover cover(value, source_);
    for (const step_row& row : line.score.steps) {
        if (is_simple) cover.add(sheet_.programs[row.when].tests());
    }
    bool is_first = true;
    interval out{line.least, line.max};
    for (std::uint32_t i = 0; i < line.score.steps.size(); ++i) {
        if (is_simple && cover.is_whole() && !cover.takes_any(i)) continue;
        const number& points = line.score.steps[i].points;
        out = is_first ? interval{points, points} : hull(out, {points, points});
        is_first = false;
    }
    const bool is_covered =
        is_simple && cover.is_whole() && cover.open().empty() && !value.may(lint_range::null);
    if (!is_covered) out.low = line.least;
    return out;
}

/** From full subtract, or from 0 add, what the counts can amount to. */
interval linting::events_reach(std::uint32_t index, std::uint32_t given)
{
    const rubric_node& line = sheet_.nodes[index];
    interval counted;
    bool lacks_value = false;
    const number whole = difference(line.max, line.least);
    for (const event_line& each : line.score.events) {
        const lint_range count = decide(each.count, {line.applies, line.precondition, given});
        const number most = each.cap ? least_of(*each.cap, whole) : whole;
        const bool is_number = count.is_only(lint_range::numbers | lint_range::null);
        const auto of_count = [&](const lint_bound& events, const number& otherwise) {
            if (!events || !is_number) return otherwise;
            const auto product = multiply(most_of(*events, number(0)), each.each);
            return product ? least_of(*product, most) : most;
        };
        const number none_of_it(0);
        const number top = each.each.is_zero() ? none_of_it : most;
        counted.low = sum(counted.low, of_count(count.low, none_of_it));
        counted.high = sum(counted.high, of_count(count.high, top));
        const bool may_lack =
            !is_number || count.may(lint_range::null) || !is_never_negative(count);
        lacks_value = lacks_value || may_lack;
    }
    interval out = counted;
    if (line.score.kind == score_kind::deductions) {
        out = {difference(line.max, counted.high), difference(line.max, counted.low)};
    }
    if (lacks_value) out.low = line.least;
    return out;
}

} // namespace bontot::detail

#endif
