// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DIFF_CAUSES_IPP
#define BONTOT_DIFF_CAUSES_IPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>
#include <bontot/rubric_diff.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/sorted.hpp>
#include <bontot/diff/causes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Puts the largest differences first; of equal ones the one that was found first. */
inline void sort_causes(vector<diff_cause>& causes)
{
    vector<std::size_t> order(causes.size(), 0, allocator<std::size_t>(causes.get_allocator()));
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&causes](std::size_t a, std::size_t b) {
        const number left = abs(causes[a].difference);
        const number right = abs(causes[b].difference);
        return left != right ? left > right : a < b;
    });
    vector<diff_cause> sorted(causes.get_allocator());
    sorted.reserve(causes.size());
    for (const std::size_t each : order)
        sorted.push_back(causes[each]);
    causes.swap(sorted);
}

void cause_finding::run()
{
    const grade_rule& wanted = better_.sheet->grades[better_.grade];
    rule_ = rule_of(*worse_.sheet, wanted.id);
    had_ = &wanted;
    if (rule_ == nullptr) {
        add_grade();
        return;
    }
    index_criteria();
    explain_total();
    for (const criterion_bound& bound : rule_->min_points)
        explain_points(bound.node, bound.least, needed_of(needed_points_, bound.node));
    for (const criterion_bound& bound : rule_->min_share)
        explain_share(bound);
    if (rule_->no_zero_criterion) explain_zeros();
    explain_good();
    explain_gates();
    if (out_.empty()) add_grade();
    sort_causes(out_);
}

const grade_rule* cause_finding::rule_of(const rubric& sheet, std::string_view id)
{
    for (const grade_rule& each : sheet.grades) {
        if (each.id == id) return &each;
    }
    return nullptr;
}

void cause_finding::index_criteria()
{
    for (std::size_t i = 0; i < moved_.nodes.size(); ++i) {
        const bool is_top = i == 0 || moved_.nodes[i].parent == none;
        if (is_top) tops_.push_back({moved_.nodes[i].id, i, i});
        tops_.back().end = i + 1;
    }
    std::sort(tops_.begin(), tops_.end(), [](const top& a, const top& b) { return a.id < b.id; });
    const auto note = [this](std::span<const criterion_bound> bounds, auto& needed) {
        needed.resize(better_.sheet->nodes.size());
        for (const criterion_bound& each : bounds) {
            if (!needed[each.node]) needed[each.node] = each.least;
        }
    };
    note(had_->min_points, needed_points_);
    note(had_->min_share, needed_share_);
    for (std::uint32_t i = 0; i < better_.sheet->gates.size(); ++i) {
        if (is_in_force(better_, i)) in_force_.push_back(better_.sheet->gates[i].id);
    }
    std::sort(in_force_.begin(), in_force_.end());
}

std::optional<number> cause_finding::needed_of(
    const vector<std::optional<number>>& bounds, std::uint32_t worse_node
) const
{
    const std::uint32_t there = better_.sheet->find_node(worse_.sheet->nodes[worse_node].id);
    return there == none ? std::nullopt : bounds[there];
}

void cause_finding::explain(const bar& of, std::string_view criterion, bool base_only)
{
    if (reaches(of.have, of, of.needs)) return;
    number target = of.needs;
    if (!reaches(of.had, of, of.needs)) {
        add_grade();
        if (!of.needed || !reaches(of.had, of, *of.needed)) return;
        target = *of.needed;
    }
    number reached = of.have;
    for (const item& each : losses(criterion, base_only)) {
        if (reaches(reached, of, target)) break;
        add_cause(each.cause);
        reached = add(reached, each.loss).value_or(reached);
    }
}

vector<cause_finding::item> cause_finding::losses(std::string_view criterion, bool base_only) const
{
    vector<item> out{allocator<item>(out_.get_allocator())};
    const auto add_all = [&](std::span<const top> criteria) {
        for (const top& each : criteria) {
            if (!base_only || is_base(each.id)) add_losses(out, each);
        }
    };
    if (criterion.empty()) {
        add_all(tops_);
        add_loss(out, diff_cause::kind::total, moved_.remainder, moved_.nodes.size());
    } else {
        const auto id_of = [](const top& each) { return each.id; };
        const auto begin = first_not_below(tops_, criterion, id_of) - tops_.begin();
        const auto end = first_above(tops_, criterion, id_of) - tops_.begin();
        add_all(std::span<const top>(tops_).subspan(
            static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)
        ));
    }
    std::sort(out.begin(), out.end(), [](const item& a, const item& b) {
        return a.loss != b.loss ? a.loss > b.loss : a.order < b.order;
    });
    return out;
}

void cause_finding::add_losses(vector<item>& out, const top& within) const
{
    for (std::size_t i = within.first; i < within.end; ++i) {
        const node_comparison& node = moved_.nodes[i];
        const auto what = node.is_line ? diff_cause::kind::line : diff_cause::kind::remainder;
        add_loss(out, what, node.is_line ? node.points.difference : node.remainder, i);
    }
}

void cause_finding::add_loss(
    vector<item>& out, diff_cause::kind what, const number& difference, std::size_t node
) const
{
    const number loss = falls_ ? -difference : difference;
    if (!(loss > number(0))) return;
    diff_cause cause;
    cause.what = what;
    cause.difference = difference;
    if (node < moved_.nodes.size()) describe(cause, moved_.nodes[node]);
    out.push_back({cause, loss, node});
}

bool cause_finding::is_base(std::string_view criterion) const
{
    for (const rubric* sheet : {worse_.sheet.get(), better_.sheet.get()}) {
        const std::uint32_t node = sheet->find_node(criterion);
        if (node != none) return sheet->nodes[node].kind == criterion_kind::base;
    }
    return false;
}

void cause_finding::describe(diff_cause& cause, const node_comparison& node) const
{
    const bool is_after =
        falls_ ? node.where != presence::before_only : node.where == presence::after_only;
    const node_side& told = is_after ? node.after : node.before;
    cause.id = node.id;
    cause.label = told.label;
    cause.clause = told.clause;
}

void cause_finding::add_cause(const diff_cause& cause)
{
    const bool is_new = told_.insert({cause.id, cause.what, cause.difference}).second;
    if (is_new) out_.push_back(cause);
}

void cause_finding::add_grade()
{
    const grade_rule& told = rule_ != nullptr ? *rule_ : *had_;
    add_cause({diff_cause::kind::grade, told.id, told.label, told.clause, number(0)});
}

number cause_finding::base_points(const result& of)
{
    const rubric& sheet = *of.sheet;
    number out;
    for (std::uint32_t i = 0; i < sheet.nodes.size(); i = sheet.nodes[i].end) {
        if (sheet.nodes[i].kind == criterion_kind::base)
            out = add(out, of.nodes[i].points).value_or(out);
    }
    return out;
}

number cause_finding::in_points(const result& of, const number& least)
{
    if (of.sheet->total.grades_on != grade_basis::share) return least;
    return multiply(least, of.max).value_or(least);
}

void cause_finding::explain_total()
{
    const auto explain_one = [this](
                                 const std::optional<number>& least,
                                 const std::optional<number>& before, bool is_strict
                             ) {
        if (!least) return;
        bar of{counted(worse_), in_points(worse_, *least), counted(better_), {}, is_strict};
        if (before) of.needed = in_points(better_, *before);
        explain(of, {}, worse_.sheet->total.grades_on == grade_basis::base);
    };
    explain_one(rule_->min_total, had_->min_total ? had_->min_total : had_->above_total, false);
    explain_one(rule_->above_total, had_->above_total ? had_->above_total : had_->min_total, true);
}

const node_result* cause_finding::better_node(std::uint32_t worse_node) const
{
    const std::uint32_t there = better_.sheet->find_node(worse_.sheet->nodes[worse_node].id);
    return there == none ? nullptr : &better_.nodes[there];
}

void cause_finding::explain_points(
    std::uint32_t node, const number& least, const std::optional<number>& needed, bool is_strict
)
{
    const node_result* const there = better_node(node);
    const number had = there == nullptr ? number(0) : there->points;
    explain(
        {worse_.nodes[node].points, least, had, needed, is_strict}, worse_.sheet->nodes[node].id
    );
}

void cause_finding::explain_share(const criterion_bound& bound)
{
    const auto part = [](const number& share, const number& max) {
        return multiply(share, max).value_or(max);
    };
    const node_result* const there = better_node(bound.node);
    std::optional<number> needed = needed_of(needed_share_, bound.node);
    if (needed && there != nullptr) needed = part(*needed, there->max);
    explain_points(bound.node, part(bound.least, worse_.nodes[bound.node].max), needed);
}

void cause_finding::explain_zeros()
{
    const rubric& sheet = *worse_.sheet;
    for (std::uint32_t i = 0; i < sheet.nodes.size(); i = sheet.nodes[i].end) {
        const bool is_counted = sheet.nodes[i].kind == criterion_kind::base &&
                                worse_.nodes[i].state != node_state::not_applicable;
        const auto needed = had_->no_zero_criterion ? std::optional<number>(0) : std::nullopt;
        if (is_counted) explain_points(i, number(0), needed, true);
    }
}

void cause_finding::explain_good()
{
    for (const std::uint32_t criterion : rule_->named_criteria)
        explain_not_good(criterion);
    if (!rule_->good_criteria) return;
    const rubric& sheet = *worse_.sheet;
    std::uint32_t good = 0;
    for (std::uint32_t i = 0; i < sheet.nodes.size(); i = sheet.nodes[i].end) {
        if (sheet.nodes[i].good && worse_.nodes[i].good == truth::yes) ++good;
    }
    if (good >= *rule_->good_criteria) return;
    const std::size_t before = out_.size();
    for (std::uint32_t i = 0; i < sheet.nodes.size(); i = sheet.nodes[i].end) {
        if (sheet.nodes[i].good) explain_not_good(i);
    }
    if (out_.size() == before) add_grade();
}

void cause_finding::explain_not_good(std::uint32_t criterion)
{
    if (worse_.nodes[criterion].good == truth::yes) return;
    const rubric_node& node = worse_.sheet->nodes[criterion];
    const std::uint32_t there = better_.sheet->find_node(node.id);
    const bool was_good = there != none && better_.sheet->nodes[there].good &&
                          better_.nodes[there].good == truth::yes;
    if (!was_good) return;
    const std::size_t before = out_.size();
    const good_rule& rule = *node.good;
    if (rule.min_points && worse_.nodes[criterion].points < *rule.min_points &&
        better_.nodes[there].points >= *rule.min_points) {
        explain_points(criterion, *rule.min_points, {});
    }
    if (out_.size() == before)
        add_cause({diff_cause::kind::good, node.id, node.label, node.clause, number(0)});
}

void cause_finding::explain_gates()
{
    const rubric& sheet = *worse_.sheet;
    for (std::uint32_t i = 0; i < sheet.gates.size(); ++i) {
        const gate_rule& gate = sheet.gates[i];
        const bool is_about_grade = gate.effect == gate_effect::grade_at_most ||
                                    gate.effect == gate_effect::grade_down ||
                                    gate.effect == gate_effect::grade_is;
        if (!is_about_grade || !is_in_force(worse_, i)) continue;
        if (std::binary_search(in_force_.begin(), in_force_.end(), gate.id)) continue;
        add_cause({diff_cause::kind::gate, gate.id, gate.label, gate.clause, number(0)});
    }
}

} // namespace bontot::detail

#endif
