// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_NODES_IPP
#define BONTOT_RUBRIC_READER_NODES_IPP

#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/known_ids.hpp>
#include <bontot/base/sorted_places.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/reader/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace bontot::detail {

void rubric_reading::read_criteria(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    if (doc[at].count == 0 && !doc[at].cut_off) faults.add(message::rubric_no_criteria, at);
    if (is_too_long(at, most_items)) return;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end)
        read_criterion(i);
}

void rubric_reading::read_criterion(std::uint32_t at)
{
    const bool is_object = expect_object(
        at, {"id", "label", "clause", "kind", "max", "min", "good", "rounding", "combine",
             "applies", "not_applicable", "indicators"}
    );
    if (!is_object) return;
    rubric_node node;
    const std::uint32_t kind = find(at, "kind");
    if (kind != absent) {
        const auto which = word_of(kind, {"base", "bonus", "penalty"});
        if (which) node.kind = static_cast<criterion_kind>(*which);
    }
    node.rounding = criterion_rounding_;
    read_node_base(at, node);
    read_good(find(at, "good"), node);
    const auto index = static_cast<std::uint32_t>(out_.nodes.size());
    out_.nodes.push_back(node);
    read_children(require(at, "indicators"), index);
}

void rubric_reading::read_children(std::uint32_t at, std::uint32_t parent)
{
    if (at != absent && expect(at, json_kind::array, message::want_array)) {
        for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end)
            read_indicator(i, parent);
    }
    out_.nodes[parent].end = static_cast<std::uint32_t>(out_.nodes.size());
}

void rubric_reading::read_indicator(std::uint32_t at, std::uint32_t parent)
{
    const bool is_object = expect_object(
        at, {"id", "label", "clause", "max", "min", "applies", "not_applicable", "requires",
             "score", "at_most", "evidence", "effort", "rounding", "indicators", "combine"}
    );
    if (!is_object) return;
    if (out_.nodes.size() >= most_items) {
        if (out_.nodes.size() == most_items) {
            faults.add(message::rubric_too_many, at, {std::to_string(most_items)});
        }
        return;
    }
    rubric_node node;
    node.parent = parent;
    node.depth = out_.nodes[parent].depth + 1;
    node.kind = out_.nodes[parent].kind;
    node.rounding = indicator_rounding_;
    constexpr std::uint32_t deepest = 4;
    if (node.depth > deepest) {
        faults.add(message::rubric_too_deep, at);
        return;
    }
    read_node_base(at, node);
    read_conditions(at, node);
    const std::uint32_t children = find(at, "indicators");
    const std::uint32_t score = find(at, "score");
    const bool is_one = (children == absent) != (score == absent);
    if (!is_one && !doc[at].cut_off) faults.add(message::rubric_score_or_children, at);
    if (children == absent && score != absent) read_score(score, node);
    const auto index = static_cast<std::uint32_t>(out_.nodes.size());
    node.end = index + 1;
    out_.nodes.push_back(node);
    if (children != absent) read_children(children, index);
}

void rubric_reading::read_node_base(std::uint32_t at, rubric_node& node)
{
    node.id = id_of(at);
    const bool is_repeated = !node.id.empty() && node_ids_.note(node.id, out_.nodes.size()) > 0;
    if (is_repeated) refuse_repeated(at, node.id, 1);
    node.label = label_of(at, "label", false);
    if (node.label.vi.empty()) node.label = bilingual{node.id, node.id};
    node.clause = text_of(at, "clause");
    read_bounds(at, node);
    const std::uint32_t combine = find(at, "combine");
    if (combine != absent) node.highest = word_of(combine, {"sum", "highest"}) == std::size_t{1};
    const std::uint32_t rounding = find(at, "rounding");
    if (rounding != absent) node.rounding = rounding_at(rounding, {"step", "mode"});
    const std::uint32_t applies = find(at, "applies");
    node.applies = compile(applies, gives::boolean);
    node.always_whole = applies == absent;
    const std::uint32_t policy = find(at, "not_applicable");
    if (policy == absent) return;
    const auto which = word_of(policy, {"full", "rescale", "share", "drop", "zero"});
    if (which) node.not_applicable = static_cast<not_applicable_policy>(*which);
}

/** Reads `max` and `min`: a base or bonus node lies in [min or 0, max], a penalty in [min, 0]. */
void rubric_reading::read_bounds(std::uint32_t at, rubric_node& node)
{
    const bool is_penalty = node.kind == criterion_kind::penalty;
    const std::uint32_t max = is_penalty ? find(at, "max") : require(at, "max");
    const std::uint32_t min = is_penalty ? require(at, "min") : find(at, "min");
    const std::optional<number> most = number_of(max);
    const std::optional<number> least = number_of(min);
    node.max = most.value_or(number(0));
    node.least = least.value_or(number(0));
    const bool is_read =
        most.has_value() == (max != absent) && least.has_value() == (min != absent);
    constexpr std::int64_t most_points = 1000000000;
    for (const std::uint32_t each : {max, min}) {
        if (each == absent) continue;
        const number& points = each == max ? node.max : node.least;
        if (abs(points) > number(most_points) || settle(points) != points) {
            faults.add(message::rubric_points_range, each);
            (each == max ? node.max : node.least) = number(0);
        }
    }
    if (is_read && node.max < node.least)
        faults.add(message::rubric_range_reversed, max == absent ? min : max);
    if (is_penalty && !node.max.is_zero()) faults.add(message::rubric_penalty_max, max);
}

void rubric_reading::read_conditions(std::uint32_t at, rubric_node& node)
{
    node.precondition = compile(find(at, "requires"), gives::boolean);
    read_ceilings(find(at, "at_most"), node);
    read_effort(find(at, "effort"), node);
    read_evidence(find(at, "evidence"), node);
}

void rubric_reading::read_ceilings(std::uint32_t at, rubric_node& node)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    auto ceilings = list_of<ceiling_rule>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        if (!expect_object(i, {"when", "points"})) continue;
        ceiling_rule rule;
        rule.when = compile(require(i, "when"), gives::boolean);
        rule.points = points_within(require(i, "points"), node).value_or(node.max);
        ceilings.push_back(rule);
    }
    node.ceilings = keep(ceilings);
}

void rubric_reading::read_effort(std::uint32_t at, rubric_node& node)
{
    if (at == absent) return;
    if (doc[at].kind == json_kind::null) {
        node.effort.reset();
        return;
    }
    const std::optional<std::int64_t> effort = integer_of(at, 1, 100);
    if (effort) node.effort = static_cast<int>(*effort);
}

void rubric_reading::read_good(std::uint32_t at, rubric_node& node)
{
    if (at == absent || !expect_object(at, {"min_points", "requires"})) return;
    good_rule rule;
    rule.min_points = number_of(find(at, "min_points"));
    rule.precondition = compile(find(at, "requires"), gives::boolean);
    const bool is_empty = find(at, "min_points") == absent && find(at, "requires") == absent;
    if (is_empty && !doc[at].cut_off) faults.add(message::rubric_good_empty, at);
    node.good = rule;
}

void rubric_reading::read_evidence(std::uint32_t at, rubric_node& node)
{
    if (at == absent) return;
    const bool is_object = expect_object(
        at, {"kinds", "at_least", "status", "within", "short", "due_days_after_period"}
    );
    if (!is_object) return;
    evidence_rule rule;
    rule.kinds = texts_at(find(at, "kinds"));
    rule.kind_order = keep(order_of(rule.kinds, source()));
    rule.at_least = compile(find(at, "at_least"), gives::number);
    const std::uint32_t status = find(at, "status");
    if (status != absent) {
        const auto which = word_of(status, {"submitted", "verified"});
        if (which) rule.status = static_cast<evidence_status>(*which);
    }
    const std::uint32_t within = find(at, "within");
    if (within != absent) rule.within_period = word_of(within, {"period"}).has_value();
    const std::uint32_t due = find(at, "due_days_after_period");
    if (due != absent) rule.due_days_after_period = integer_of(due, 0, 36500);
    const std::uint32_t shortage = find(at, "short");
    if (shortage != absent) {
        rule.proportional_when_short =
            word_of(shortage, {"unproven", "proportional"}) == std::size_t{1};
    }
    node.evidence = rule;
}

} // namespace bontot::detail

#endif
