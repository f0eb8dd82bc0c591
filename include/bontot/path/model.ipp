// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_MODEL_IPP
#define BONTOT_PATH_MODEL_IPP

#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/evaluate/family.hpp>
#include <bontot/evaluate/part_evaluator.hpp>
#include <bontot/path/model.hpp>
#include <bontot/path/most.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <span>

namespace bontot::detail {

path_model::path_model(part_evaluator& rules, memory& source)
    : rules_(rules), sheet_(rules.sheet()), store_(source),
      nodes_(sheet_.nodes.size(), path_node(), allocator<path_node>(source)),
      families_(allocator<family>(source)), top_(allocator<std::uint32_t>(source))
{
    for (const bool is_base : {true, false}) {
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
            if ((sheet_.nodes[i].kind == criterion_kind::base) != is_base) continue;
            top_.push_back(i);
            if (is_base) ++base_count_;
        }
    }
    add_base_family();
}

std::optional<number> path_model::given(std::uint32_t child, const number& points) const
{
    const rubric_node& rule = sheet_.nodes[child];
    outcome out = nodes_[child].now;
    const bool is_extra = rule.depth == 0 && rule.kind != criterion_kind::base;
    if (is_extra) return out.applies == truth::yes ? points : part_evaluator::seen(rule, out);
    out.points = {points, points};
    const std::uint32_t of = rule.depth == 0 ? base_family_ : nodes_[rule.parent].family;
    const std::optional<interval> share =
        families_[of].share_of(rule, out, out.applies == truth::yes);
    if (!share) return {};
    return share->low;
}

number path_model::closed(std::uint32_t index, const number& together, bool rises) const
{
    const rubric_node& rule = sheet_.nodes[index];
    const path_node& node = nodes_[index];
    number out = families_[node.family].closed(rule, {together, together}, false).low;
    if (node.has_rules) out = rises ? most_by_rules(out, index) : rules_.limited(index, out);
    return rules_.rounded(index, out);
}

bool path_model::is_base_plain(const number& low, const number& high) const
{
    return !families_[base_family_].is_rescaled() && base_closed(low) == low &&
           base_closed(high) == high;
}

void path_model::add_base_family()
{
    outcome* const base = store_.make_array<outcome>(base_count_);
    for (std::size_t i = 0; i < base_count_; ++i) {
        const rubric_node& rule = sheet_.nodes[top_[i]];
        root_.max = sum(root_.max, rule.max);
        root_.least = sum(root_.least, least_of(rule.least, number(0)));
        ::new (static_cast<void*>(base + i)) outcome(build(top_[i]));
    }
    for (std::size_t i = base_count_; i < top_.size(); ++i)
        build(top_[i]);
    base_family_ = static_cast<std::uint32_t>(families_.size());
    families_.push_back(family(sheet_, {base, base_count_}, 0));
    max_ = rules_.summary(root_, {base, base_count_}).max;
}

outcome path_model::build(std::uint32_t index)
{
    const rubric_node& rule = sheet_.nodes[index];
    path_node& node = nodes_[index];
    node.now = rule.score.kind == score_kind::group ? parent(index) : line(index);
    return node.now;
}

outcome path_model::line(std::uint32_t index)
{
    const rubric_node& rule = sheet_.nodes[index];
    path_node& node = nodes_[index];
    outcome out = rules_.line(index);
    if (out.applies == truth::open) out.applies = truth::yes;
    node.is_fixed = out.applies == truth::no || out.state == node_state::voided;
    node.most = out.points.low;
    if (rules_.is_overridden(index)) return out;
    if (node.is_fixed) return out;
    node.most = rules_.rounded(index, most_by_rules(best_score(sheet_, rule), index));
    const bool may_rise = rule.effort || can_be_completed(out);
    if (!rule.effort && may_rise) node.most = least_of(node.most, out.points.high);
    // What voids its parent rises by voiding it no more, even where that gives the line
    // nothing.
    const bool gains = out.voids_parent == truth::no ? node.most > out.points.low
                                                     : best_option(rule.score) != nullptr;
    node.can_rise = may_rise && gains && !rules_.has_false_document(index);
    return out;
}

bool path_model::can_be_completed(const outcome& out)
{
    const bool is_waiting = out.state == node_state::unknown || out.state == node_state::unproven;
    return is_waiting && out.voids_parent != truth::yes;
}

outcome path_model::parent(std::uint32_t index)
{
    const rubric_node& rule = sheet_.nodes[index];
    path_node& node = nodes_[index];
    outcome out = outcome_within(rule, truth::yes);
    out.points.high = rule.least;
    feel::value applies = feel::value::boolean(true);
    if (rule.applies != none) applies = rules_.value_of(rule.applies);
    if (applies.is_false() || applies.is_null()) {
        node.is_fixed = true;
        if (applies.is_false()) out.applies = truth::no;
        return rules_.finish(index, out);
    }
    const std::span<const outcome> children = build_children(index);
    const outcome summary = rules_.summary(rule, children);
    out.applies = summary.applies;
    out.max = summary.max;
    out.max_low = summary.max;
    node.has_rules = rule.precondition != none || !rule.ceilings.empty() || rule.evidence;
    const outcome bare = rules_.finish(index, out);
    node.is_fixed = bare.applies == truth::no || bare.state == node_state::voided;
    if (node.is_fixed) return bare;
    const number all = closed(index, rule.max, true);
    const bool may_rise = rule.effort || !rules_.requires_fails(index);
    node.can_rise = node.has_rules && may_rise && closed(index, rule.max, false) < all &&
                    !rules_.has_false_document(index);
    out.points.low = node.voiders > 0 ? number(0) : sum_of(index, children);
    out.points.high = out.points.low;
    out.node = index;
    return out;
}

std::span<const outcome> path_model::build_children(std::uint32_t index)
{
    path_node& node = nodes_[index];
    const std::uint32_t end = sheet_.nodes[index].end;
    std::size_t count = 0;
    for (std::uint32_t i = index + 1; i < end; i = sheet_.nodes[i].end)
        ++count;
    outcome* const children = store_.make_array<outcome>(count);
    outcome* next = children;
    for (std::uint32_t i = index + 1; i < end; i = sheet_.nodes[i].end) {
        const outcome child = build(i);
        if (child.applies == truth::yes && child.voids_parent != truth::no) ++node.voiders;
        ::new (static_cast<void*>(next++)) outcome(child);
    }
    node.family = static_cast<std::uint32_t>(families_.size());
    families_.push_back(family(sheet_, {children, count}, 0));
    return {children, count};
}

number path_model::sum_of(std::uint32_t index, std::span<const outcome> children) const
{
    std::optional<number> out;
    for (const outcome& child : children) {
        const std::optional<number> share = given(child.node, child.points.low);
        if (share) out = out ? together(index, *out, *share) : *share;
    }
    return closed(index, out.value_or(number(0)), false);
}

number path_model::most_by_rules(number points, std::uint32_t index) const
{
    const rubric_node& rule = sheet_.nodes[index];
    for (const ceiling_rule& ceiling : rule.ceilings) {
        if (rules_.value_of(ceiling.when).is_true()) points = least_of(points, ceiling.points);
    }
    return clamped(points, rule.least, rule.max);
}

} // namespace bontot::detail

#endif
