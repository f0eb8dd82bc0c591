// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_SCORES_IPP
#define BONTOT_EVALUATE_SCORES_IPP

#include <bontot/dossier.hpp>
#include <bontot/feel/run.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/rubric/breakpoints.hpp>

#include <cstdint>
#include <optional>

namespace bontot::detail {

inline scored evaluation::score_condition(std::uint32_t index)
{
    const rubric_node& line = sheet_.nodes[index];
    scored out{{line.least, line.max}};
    const feel::value condition = value_of(line.score.value);
    if (condition.is_true()) {
        out.points = {line.max, line.max};
        tell(message::reason_condition_met, {expression(line.score.value), amount(line.max)});
    } else if (condition.is_false()) {
        out.points = {line.least, line.least};
        tell(message::reason_condition_not_met, {expression(line.score.value), amount(line.least)});
    } else if (condition.is_unknown()) {
        out.sure = certainty::waiting;
        out.may_be_uncovered = may_lack_value(line.score.value);
        narrow_condition(line, out);
        wait_for(line.score.value, wait::kind::node, index);
        tell(message::reason_waiting, {amount(out.points.low), amount(out.points.high)});
    } else {
        uncovered_line(index, out, message::reason_no_value, line.score.value);
    }
    return out;
}

inline scored evaluation::score_choice(std::uint32_t index)
{
    const rubric_node& line = sheet_.nodes[index];
    const auto options = line.score.options;
    scored out{{options.front().points, options.front().points}};
    const feel::value chosen = given_.slots[line.score.fact];
    if (chosen.is_unknown()) {
        for (const choice_option& each : options) {
            out.points = hull(out.points, {each.points, each.points});
            if (each.voids) out.voids = truth::open;
        }
        if (options.size() < sheet_.facts[line.score.fact].choices.size()) {
            out.points = {line.least, line.max};
            out.may_be_uncovered = true;
        }
        out.sure = certainty::waiting;
        add_wait(missing_item::kind::fact, line.score.fact, wait::kind::node, index);
        tell(message::reason_waiting, {amount(out.points.low), amount(out.points.high)});
        return out;
    }
    for (const choice_option& each : options) {
        if (each.is != chosen.as_text()) continue;
        out.points = {each.points, each.points};
        out.voids = each.voids ? truth::yes : truth::no;
        tell(message::reason_choice, {in_words(each.is), amount(each.points)});
        return out;
    }
    out.points = {line.least, line.max};
    out.sure = certainty::uncovered;
    tell(message::reason_no_option, {amount(line.least), amount(line.max)});
    find(message::reason_no_option, wait::kind::node, index, none);
    return out;
}

inline scored evaluation::score_steps(std::uint32_t index)
{
    const rubric_node& line = sheet_.nodes[index];
    scored out{{line.least, line.max}};
    const feel::value value = value_of(line.score.value);
    if (value.is_null()) {
        uncovered_line(index, out, message::reason_no_value, line.score.value);
        return out;
    }
    bool is_waiting = value.is_unknown();
    if (is_waiting) wait_for(line.score.value, wait::kind::node, index);
    for (const step_row& row : line.score.steps) {
        if (is_waiting) break;
        const feel::value fits =
            feel::run(sheet_.programs[row.when], given_.slots, value, out_.working);
        if (fits.is_true()) {
            out.points = {row.points, row.points};
            tell(
                message::reason_step,
                {worked(line.score.value, value), test_of(row.when), amount(row.points)}
            );
            return out;
        }
        if (fits.is_null()) {
            uncovered_line(index, out, message::reason_no_value, row.when);
            return out;
        }
        if (fits.is_unknown()) {
            is_waiting = true;
            wait_for(row.when, wait::kind::node, index);
        }
    }
    if (!is_waiting) {
        uncovered_line(index, out, message::reason_no_step, line.score.value);
        return out;
    }
    out.sure = certainty::waiting;
    out.may_be_uncovered = true;
    if (value.is_unknown()) narrow_steps(line, out);
    tell(message::reason_waiting, {amount(out.points.low), amount(out.points.high)});
    return out;
}

/** Returns the fact that a program is nothing but, or null. */
inline const fact_spec* evaluation::fact_behind(std::uint32_t program) const
{
    const std::optional<std::uint32_t> slot = sheet_.programs[program].single_variable();
    return slot && *slot < sheet_.facts.size() ? &sheet_.facts[*slot] : nullptr;
}

inline number evaluation::proportional_at(const score_rule& rule, const number& value)
{
    const number& from = rule.from[0];
    const number& to = rule.from[1];
    const number low = least_of(from, to);
    const number high = most_of(from, to);
    const number at = clamped(value, low, high);
    if (at == from) return rule.points[0];
    if (at == to) return rule.points[1];
    return proportional_between(rule, at);
}

/** Returns the points of a value between the two ends of a proportional rule. */
inline number evaluation::proportional_between(const score_rule& rule, const number& value)
{
    const number above = difference(value, rule.from[0]);
    if (rule.slope) {
        const std::optional<number> risen = multiply(above, *rule.slope);
        if (risen) return sum(rule.points[0], *risen);
    }
    // Multiplied before it is divided, so that only one rounding can happen.
    const number rise = difference(rule.points[1], rule.points[0]);
    const std::optional<number> part = multiply(above, rise);
    const number width = difference(rule.from[1], rule.from[0]);
    const std::optional<number> share = part ? divide(*part, width) : std::optional<number>();
    return share ? sum(rule.points[0], *share) : rule.points[0];
}

inline interval evaluation::proportional_hull(const rubric_node& line) const
{
    const score_rule& rule = line.score;
    interval ends = hull({rule.points[0], rule.points[0]}, {rule.points[1], rule.points[1]});
    const fact_spec* const fact = fact_behind(rule.value);
    if (fact == nullptr) return ends;
    const number low = least_of(rule.from[0], rule.from[1]);
    const number high = most_of(rule.from[0], rule.from[1]);
    const fact_range range(*fact);
    const number first = proportional_at(rule, range.low.value_or(low));
    const number last = proportional_at(rule, range.high.value_or(high));
    return hull({first, first}, {last, last});
}

inline scored evaluation::score_proportional(std::uint32_t index)
{
    const rubric_node& line = sheet_.nodes[index];
    const score_rule& rule = line.score;
    scored out{{line.least, line.max}};
    const feel::value value = value_of(rule.value);
    if (value.is_unknown()) {
        out.points = proportional_hull(line);
        out.sure = certainty::waiting;
        out.may_be_uncovered = may_lack_value(rule.value);
        if (out.may_be_uncovered) out.points = {line.least, line.max};
        wait_for(rule.value, wait::kind::node, index);
        tell(message::reason_waiting, {amount(out.points.low), amount(out.points.high)});
        return out;
    }
    if (value.kind() != feel::kind::number) {
        uncovered_line(index, out, message::reason_no_value, rule.value);
        return out;
    }
    const number points = proportional_at(rule, value.as_number());
    out.points = {points, points};
    tell(
        message::reason_proportional,
        {worked(rule.value, value), amount(rule.from[0]), amount(rule.from[1]),
         amount(rule.points[0]), amount(rule.points[1]), amount(points)}
    );
    return out;
}

/** From full subtract, or from 0 add, so much per counted event. */
inline scored evaluation::score_events(std::uint32_t index)
{
    const rubric_node& line = sheet_.nodes[index];
    const bool deducts = line.score.kind == score_kind::deductions;
    scored out;
    interval counted;
    feel::value first_count;
    for (const event_line& each : line.score.events) {
        interval part;
        const feel::value count = value_of(each.count);
        if (&each == &line.score.events.front()) first_count = count;
        if (!event_amount(index, each, count, out, part)) return out;
        counted = {sum(counted.low, part.low), sum(counted.high, part.high)};
    }
    if (deducts) {
        out.points = {difference(line.max, counted.high), difference(line.max, counted.low)};
    } else {
        out.points = counted;
    }
    out.points.low = clamped(out.points.low, line.least, line.max);
    out.points.high = clamped(out.points.high, line.least, line.max);
    if (out.may_be_uncovered) out.points = {line.least, line.max};
    if (out.sure == certainty::waiting) {
        tell(message::reason_waiting, {amount(out.points.low), amount(out.points.high)});
    } else {
        const message code = deducts ? message::reason_deductions : message::reason_additions;
        tell(
            code, {worked(line.score.events.front().count, first_count), amount(counted.low),
                   amount(deducts ? line.max : number(0)), amount(out.points.low)}
        );
    }
    return out;
}

/** Works out what one kind of event amounts to; false when it has no value. */
inline bool evaluation::event_amount(
    std::uint32_t index, const event_line& event, const feel::value& count, scored& score,
    interval& out
)
{
    const rubric_node& line = sheet_.nodes[index];
    // Deductions go from the most to the least, additions from 0 to the most.
    const bool deducts = line.score.kind == score_kind::deductions;
    const number whole = difference(line.max, deducts ? line.least : number(0));
    const number most = event.cap ? least_of(*event.cap, whole) : whole;
    const auto of_count = [&](const number& events) {
        const std::optional<number> product = multiply(events, event.each);
        return product ? least_of(*product, most) : most;
    };
    if (count.is_unknown()) {
        score.sure = certainty::waiting;
        wait_for(event.count, wait::kind::node, index);
        const fact_spec* const fact = fact_behind(event.count);
        const fact_range range(fact != nullptr ? *fact : fact_spec());
        const number fewest = fact != nullptr ? range.low.value_or(number(-1)) : number(0);
        const bool is_count = sheet_.programs[event.count].is_count();
        // What is below 0 or no number leaves the line to people, whatever the cap.
        const bool may_be_less = fact != nullptr ? fewest < number(0) : !is_count;
        if (may_be_less || may_lack_value(event.count)) {
            score.may_be_uncovered = true;
            return true;
        }
        out.low = of_count(fewest);
        out.high = range.high ? of_count(*range.high) : most;
        if (event.each.is_zero()) out.high = out.low;
        return true;
    }
    if (count.kind() != feel::kind::number || count.as_number() < number(0)) {
        uncovered_line(index, score, message::reason_no_value, event.count);
        return false;
    }
    out.low = of_count(count.as_number());
    out.high = out.low;
    return true;
}

/** Returns the mark that counts: of the last role that gave one, up to the role asked for. */
const mark_record* evaluation::mark_of(std::uint32_t index) const
{
    const mark_record* last = nullptr;
    if (marks_noted_ > 0 && out_.node_marks[index] != none)
        last = &given_.marks[out_.node_marks[index]];
    for (std::size_t i = marks_noted_; i < given_.marks.size(); ++i) {
        const mark_record& each = given_.marks[i];
        if (each.node != index || each.role > as_of_) continue;
        if (last == nullptr || each.role >= last->role) last = &each;
    }
    return last;
}

/** Tells whether a mark stands in place of what the rules of a line give. */
inline bool evaluation::overrides(std::uint32_t index, const mark_record*& mark) const
{
    mark = mark_of(index);
    return mark != nullptr && sheet_.roles[mark->role].overrides;
}

inline scored evaluation::override_line(const mark_record& mark)
{
    tell(
        message::reason_override,
        {role(mark.role), amount(mark.points), in_words(out_.store.copy(mark.reason))}
    );
    return {{mark.points, mark.points}, certainty::known, truth::no};
}

/** Narrows what a missing mark may be to the grid of marks. */
inline void evaluation::narrow_to_grid(const rubric_node& line, scored& out)
{
    if (!line.score.mark_step) return;
    const number& step = *line.score.mark_step;
    const auto low = round_to_multiple(line.least, step, rounding_mode::ceiling);
    const auto high = round_to_multiple(line.max, step, rounding_mode::floor);
    if (low && high && *low <= *high) out.points = {*low, *high};
}

inline scored evaluation::score_mark(std::uint32_t index)
{
    const rubric_node& line = sheet_.nodes[index];
    scored out{{line.least, line.max}};
    const mark_record* const last = mark_of(index);
    if (last == nullptr) {
        out.sure = certainty::waiting;
        narrow_to_grid(line, out);
        add_wait(missing_item::kind::mark, index, wait::kind::node, index);
        tell(message::reason_no_mark, {amount(out.points.low), amount(out.points.high)});
        return out;
    }
    out.points = {last->points, last->points};
    tell(message::reason_mark, {role(last->role), amount(last->points)});
    return out;
}

inline scored evaluation::score_formula(std::uint32_t index)
{
    const rubric_node& line = sheet_.nodes[index];
    scored out{{line.least, line.max}};
    const feel::value value = value_of(line.score.value);
    if (value.is_unknown()) {
        out.sure = certainty::waiting;
        out.may_be_uncovered = may_lack_value(line.score.value);
        wait_for(line.score.value, wait::kind::node, index);
        tell(message::reason_waiting, {amount(line.least), amount(line.max)});
    } else if (value.kind() != feel::kind::number) {
        uncovered_line(index, out, message::reason_no_value, line.score.value);
    } else {
        const number points = clamped(value.as_number(), line.least, line.max);
        out.points = {points, points};
        tell(message::reason_formula, {worked(line.score.value, value), amount(points)});
    }
    return out;
}

} // namespace bontot::detail

#endif
