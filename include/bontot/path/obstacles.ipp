// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_OBSTACLES_IPP
#define BONTOT_PATH_OBSTACLES_IPP

#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/path.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/path/model.hpp>
#include <bontot/path/obstacles.hpp>

#include <cstdint>
#include <optional>

namespace bontot::detail {

path_obstacles::path_obstacles(
    const path_model& model, std::uint32_t grade, bool at_best, path& out
)
    : model_(model), sheet_(model.sheet()), grade_index_(grade), grade_(sheet_.grades[grade]),
      at_best_(at_best), out_(out),
      points_(sheet_.nodes.size(), number(), allocator<number>(out.store.source())),
      holds_(sheet_.programs.size(), false, allocator<bool>(out.store.source())),
      target_(model, grade, holds_),
      asked_(
          sheet_.nodes.size(), std::nullopt, allocator<std::optional<number>>(out.store.source())
      )
{
    for (const std::uint32_t each : model.criteria())
        points_[each] = points_of(each);
    index_by_node();
}

void path_obstacles::index_by_node()
{
    for (const criterion_bound& bound : grade_.min_points)
        asked_[bound.node] = bound.least;
    for (const criterion_bound& bound : grade_.min_share) {
        std::optional<number>& asked = asked_[bound.node];
        asked = most_of(asked.value_or(number(0)), target_.share_of(bound));
    }
}

void path_obstacles::name(std::uint32_t limit)
{
    look_at(grade_.precondition);
    for (const std::uint32_t each : model_.criteria()) {
        if (sheet_.nodes[each].good) look_at(sheet_.nodes[each].good->precondition);
    }
    if (limit > grade_index_)
        name_gates([this](const gate_rule& gate) {
            const bool names_grade =
                gate.effect == gate_effect::grade_at_most || gate.effect == gate_effect::grade_is;
            return gate.effect == gate_effect::grade_down ||
                   (names_grade && gate.target > grade_index_);
        });
    for (const std::uint32_t each : model_.criteria())
        name_criterion(each);
    name_total();
    name_good();
    if (!holds(grade_.precondition)) add(path_obstacle::kind::grade, grade_index_);
    if (!at_best_) name_open();
    if (!is_short_) return;
    name_gates([](const gate_rule& gate) { return gate.effect == gate_effect::void_node; });
    for (const std::uint32_t each : model_.criteria())
        name_fixed(each);
}

number path_obstacles::points_of(std::uint32_t index) const
{
    const path_node& node = model_.node(index);
    if (node.is_fixed || !at_best_) return node.now.points.low;
    if (sheet_.nodes[index].score.kind != score_kind::group) {
        return node.can_rise ? node.most : node.now.points.low;
    }
    std::optional<number> together;
    bool stays_void = false;
    for (std::uint32_t i = index + 1; i < sheet_.nodes[index].end; i = sheet_.nodes[i].end) {
        const outcome& now = model_.node(i).now;
        const bool voids = now.applies == truth::yes && now.voids_parent != truth::no;
        stays_void = stays_void || (voids && !model_.node(i).can_rise);
        const std::optional<number> given = model_.given(i, points_of(i));
        if (!given) continue;
        together = together ? model_.together(index, *together, *given) : *given;
    }
    if (stays_void) return number(0);
    return model_.closed(index, together.value_or(number(0)), node.can_rise);
}

void path_obstacles::look_at(std::uint32_t program)
{
    if (program == none) return;
    const feel::value value = model_.rules().value_of(program);
    holds_[program] = at_best_ ? value.is_true() || value.is_unknown() : value.is_true();
}

void path_obstacles::name_open()
{
    for (std::uint32_t i = 0; i < sheet_.gates.size(); ++i) {
        const bool is_open = model_.rules().value_of(sheet_.gates[i].when).is_unknown();
        if (is_open && !model_.rules().is_lifted(i)) add(path_obstacle::kind::gate, i);
    }
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
        const std::uint32_t applies = sheet_.nodes[i].applies;
        if (applies == none || model_.node(i).is_fixed) continue;
        if (model_.rules().value_of(applies).is_unknown()) add(path_obstacle::kind::applies, i);
    }
}

void path_obstacles::name_criterion(std::uint32_t index)
{
    using kind = path_obstacle::kind;
    const rubric_node& rule = sheet_.nodes[index];
    const number seen = target_.shown(index, points_[index]);
    const std::optional<number>& asked = asked_[index];
    if (asked && seen < *asked) {
        add(kind::criterion, index, *asked, seen);
        is_short_ = true;
    }
    const bool is_counted = rule.kind == criterion_kind::base && rule.max > number(0) &&
                            model_.node(index).now.applies == truth::yes;
    if (grade_.no_zero_criterion && is_counted && !(seen > number(0))) {
        add(kind::zero, index, number(0), seen);
        is_short_ = true;
    }
}

void path_obstacles::name_total()
{
    std::optional<number> base;
    std::optional<number> extra;
    for (const std::uint32_t each : model_.criteria()) {
        const bool is_base = sheet_.nodes[each].kind == criterion_kind::base;
        if (!is_base && !target_.counts_extra()) continue;
        std::optional<number>& all = is_base ? base : extra;
        all = sum(all.value_or(number(0)), model_.given(each, points_[each]).value_or(number(0)));
    }
    const number together =
        sum(model_.base_closed(base.value_or(number(0))), extra.value_or(number(0)));
    if (target_.total_holds(together)) return;
    number asked = grade_.min_total.value_or(number(0));
    if (grade_.above_total) asked = most_of(asked, *grade_.above_total);
    const std::optional<number> best = model_.rules().graded(together, model_.max());
    add(path_obstacle::kind::total, none, asked, best.value_or(number(0)));
    is_short_ = true;
}

void path_obstacles::name_good()
{
    std::uint32_t good = 0;
    for (const std::uint32_t each : model_.criteria())
        good += target_.is_good(each, points_[each]) ? 1U : 0U;
    const bool is_short = good < target_.counted();
    if (is_short) {
        add(path_obstacle::kind::good_count, none, number(target_.counted()), number(good));
    }
    for (const std::uint32_t each : model_.criteria()) {
        const bool is_asked = target_.must_be_good(each) || (is_short && sheet_.nodes[each].good);
        if (is_asked && !target_.is_good(each, points_[each])) name_not_good(each);
    }
}

void path_obstacles::name_not_good(std::uint32_t index)
{
    using kind = path_obstacle::kind;
    const good_rule& rule = *sheet_.nodes[index].good;
    const number seen = target_.shown(index, points_[index]);
    if (rule.min_points && seen < *rule.min_points) {
        add(kind::good, index, *rule.min_points, seen);
        is_short_ = true;
    }
    if (!holds(rule.precondition)) add(kind::condition, index);
    for (const std::uint32_t gate : sheet_.nodes[index].gates) {
        const bool is_meant = sheet_.gates[gate].effect == gate_effect::not_good;
        if (is_meant && model_.rules().gate(gate) != truth::no) add(kind::gate, gate);
    }
}

void path_obstacles::name_fixed(std::uint32_t criterion)
{
    for (std::uint32_t i = criterion; i < sheet_.nodes[criterion].end; ++i) {
        const path_node& node = model_.node(i);
        const bool is_line = sheet_.nodes[i].score.kind != score_kind::group;
        if (!is_line || node.is_fixed || node.can_rise) continue;
        if (node.now.points.low < node.most) {
            add(path_obstacle::kind::fixed, i, node.most, node.now.points.low);
        }
    }
}

} // namespace bontot::detail

#endif
