// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_PATH_WORDS_IPP
#define BONTOT_WRITE_PATH_WORDS_IPP

#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>
#include <bontot/lint/arithmetic.hpp>
#include <bontot/lint/linting.hpp>
#include <bontot/words/reason.hpp>
#include <bontot/write/path_words.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

std::string_view outcome_word(path_outcome outcome)
{
    constexpr std::string_view words[] = {"reached", "found", "conflict", "forbidden"};
    return words[static_cast<std::size_t>(outcome)];
}

std::string_view obstacle_word(path_obstacle::kind what)
{
    constexpr std::string_view words[] = {"gate",        "total",      "points", "zero",
                                          "good_points", "good_count", "good",   "grade",
                                          "fixed",       "applies",    "step"};
    return words[static_cast<std::size_t>(what)];
}

string path_words::change(const path_change& what) const
{
    const string count = shown(number(what.count));
    const string move = filled(message::path_move, {value(what.from), value(what.to)});
    switch (what.what) {
    case missing_item::kind::fact:
        return filled(message::path_fact, {sheet_.facts[what.index].label.in(in_), move});
    case missing_item::kind::member_field: {
        const auto label = sheet_.member_facts[what.index].label.in(in_);
        const bool differ = what.from.is_unknown();
        return filled(message::path_members, {label, differ ? value(what.to) : move, count});
    }
    case missing_item::kind::evidence:
        return documents(what);
    case missing_item::kind::mark: {
        const auto label = sheet_.roles[what.role].label.in(in_);
        return filled(message::path_mark, {label, move});
    }
    case missing_item::kind::part:
        break;
    }
    return {};
}

string path_words::step(const path_step& what) const
{
    string out;
    for (std::uint32_t i = 0; i < what.change_count; ++i)
        append_part(out, change(about_.changes[what.first_change + i]));
    if (what.is_open) append_part(out, open_words(what));
    if (out.empty()) out = message_text(message::path_with_others, in_);
    const string purpose = purpose_of(what);
    if (!purpose.empty()) append_part(out, purpose);
    const number gain = difference_of(what);
    if (gain > number(0)) append_part(out, filled(message::path_gain, {shown(gain)}));
    return out;
}

string path_words::purpose_of(const path_step& what) const
{
    switch (what.what) {
    case wait::kind::node:
        if (what.effort > 0) return {};
        return filled(message::path_for_node, {sheet_.nodes[what.index].id});
    case wait::kind::good:
        return filled(message::path_for_good, {sheet_.nodes[what.index].id});
    case wait::kind::gate:
        return filled(message::path_for_gate, {sheet_.gates[what.index].label.in(in_)});
    case wait::kind::grade:
        return filled(message::path_for_grade, {grade_label(what.index)});
    case wait::kind::check:
        break;
    }
    return {};
}

string path_words::obstacle(const path_obstacle& what) const
{
    using kind = path_obstacle::kind;
    const string asked = shown(what.asked);
    const string best = shown(what.best);
    switch (what.what) {
    case kind::gate:
        return gate(what.index);
    case kind::total:
        return filled(total_message(), {asked, best});
    case kind::criterion:
    case kind::good:
        return filled(
            at_best(message::path_obstacle_points, message::path_obstacle_points_best),
            {node(what.index), asked, best}
        );
    case kind::zero:
        return filled(message::path_obstacle_zero, {node(what.index)});
    case kind::good_count:
        return filled(
            at_best(message::path_obstacle_good_count, message::path_obstacle_good_count_best),
            {asked, best}
        );
    case kind::condition:
        return condition(what.index);
    case kind::grade: {
        const string words = expression(sheet_.grades[what.index].precondition);
        return filled(message::path_obstacle_grade, {grade_label(what.index), words});
    }
    case kind::fixed:
        return filled(message::path_obstacle_fixed, {node(what.index), best, asked});
    case kind::applies: {
        const string words = expression(sheet_.nodes[what.index].applies);
        return filled(message::path_obstacle_open_node, {node(what.index), words});
    }
    case kind::step:
        return filled(message::path_obstacle_step, {node(what.index), asked, best});
    }
    return {};
}

string path_words::value(const feel::value& given) const
{
    if (given.is_unknown()) return string(message_text(message::path_missing, in_));
    string out;
    teller_.append_value(out, given);
    return out;
}

string path_words::documents(const path_change& what) const
{
    const evidence_rule& rule = *sheet_.nodes[what.index].evidence;
    const string count = shown(number(what.count));
    string kinds;
    for (const std::string_view each : rule.kinds) {
        if (!kinds.empty()) kinds += " / ";
        kinds += each;
    }
    string out = kinds.empty() ? filled(message::path_evidence, {count})
                               : filled(message::path_evidence_kinds, {count, kinds});
    if (rule.status == evidence_status::verified) {
        out += ", ";
        out += message_text(message::path_evidence_verified, in_);
    }
    return out;
}

void path_words::append_part(string& out, std::string_view part)
{
    if (!out.empty()) out += "; ";
    out += part;
}

string path_words::expression(std::uint32_t program) const
{
    string out;
    const bool is_after = about_.outcome == path_outcome::conflict;
    teller(is_after ? about_.after : about_.before, in_).append_worked(out, program, true);
    return out;
}

string path_words::need(const path_step& what) const
{
    switch (what.what) {
    case wait::kind::node:
        return what.effort > 0 ? rule_words(sheet_.nodes[what.index])
                               : expression(sheet_.nodes[what.index].applies);
    case wait::kind::good:
        return expression(sheet_.nodes[what.index].good->precondition);
    case wait::kind::gate:
        return expression(sheet_.gates[what.index].when);
    case wait::kind::grade:
        return expression(sheet_.grades[what.index].precondition);
    case wait::kind::check:
        break;
    }
    return {};
}

string path_words::rule_words(const rubric_node& line) const
{
    string value = expression(line.score.value);
    if (value.empty() && !line.score.events.empty())
        value = expression(line.score.events.front().count);
    if (value.empty()) return string(line.label.in(in_));
    const step_row* best = nullptr;
    for (const step_row& row : line.score.steps) {
        if (best == nullptr || best->points < row.points) best = &row;
    }
    if (best == nullptr) return value;
    string test;
    teller_.append_test(test, best->when);
    return filled(message::path_need_steps, {value, test});
}

string path_words::node(std::uint32_t index) const
{
    string out(sheet_.nodes[index].id);
    out += ' ';
    out += sheet_.nodes[index].label.in(in_);
    return out;
}

message path_words::total_message() const
{
    const grade_rule& grade = sheet_.grades[about_.grade];
    const bool is_above =
        grade.above_total && (!grade.min_total || *grade.above_total >= *grade.min_total);
    return is_above ? at_best(message::path_obstacle_above, message::path_obstacle_above_best)
                    : at_best(message::path_obstacle_total, message::path_obstacle_total_best);
}

string path_words::gate(std::uint32_t index) const
{
    const bool is_after = about_.outcome == path_outcome::conflict;
    const result& seen = is_after ? about_.after : about_.before;
    const message code = seen.gates[index] == truth::open ? message::path_obstacle_gate_open
                                                          : message::path_obstacle_gate;
    const string words = expression(sheet_.gates[index].when);
    return filled(code, {sheet_.gates[index].label.in(in_), words});
}

string path_words::condition(std::uint32_t criterion) const
{
    const std::optional<good_rule>& rule = sheet_.nodes[criterion].good;
    if (!rule) return filled(message::path_obstacle_no_rule, {node(criterion)});
    const string words = expression(rule->precondition);
    return filled(message::path_obstacle_condition, {node(criterion), words});
}

} // namespace bontot::detail

#endif
