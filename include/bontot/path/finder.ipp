// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_FINDER_IPP
#define BONTOT_PATH_FINDER_IPP

#include <bontot/dossier.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/path.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/evaluate/part_evaluator.hpp>
#include <bontot/path/candidates.hpp>
#include <bontot/path/finder.hpp>
#include <bontot/path/model.hpp>
#include <bontot/path/most.hpp>
#include <bontot/path/reads.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace bontot::detail {

path_finder::path_finder(
    dossier& working, part_evaluator& rules, const path_model& before, const slot_readers& readers,
    path& out, std::uint64_t& steps_left
)
    : working_(working), sheet_(*working.sheet), rules_(rules), out_(out),
      source_(out.store.source()), before_(before), readers_(readers),
      trial_(allocator<saved>(source_)), slots_(allocator<std::uint32_t>(source_)),
      is_listed_(sheet_.slot_count(), false, allocator<bool>(source_)),
      divisors_(allocator<std::uint32_t>(source_)),
      is_divisor_(sheet_.slot_count(), false, allocator<bool>(source_)),
      programs_(allocator<std::uint32_t>(source_)), goals_(allocator<path_goal>(source_)),
      goals_of_slot_(source_), goals_of_node_(source_), people_(allocator<feel::field*>(source_)),
      restored_(allocator<feel::value>(source_)), steps_left_(steps_left)
{}

bool path_finder::reach(const path_goal& goal)
{
    goal_ = goal;
    trial_.clear();
    const std::size_t first = out_.changes.size();
    if (!settle_facts()) {
        undo(0);
        return false;
    }
    note_facts(first);
    if (!prove()) return false;
    note_goal();
    return true;
}

void path_finder::note_goal()
{
    const auto index = static_cast<std::uint32_t>(goals_.size());
    goals_.push_back(goal_);
    if (goal_.node != none) {
        goals_of_node_.add(goal_.node, sheet_.nodes.size(), index);
        return;
    }
    for (const std::uint32_t slot : sheet_.programs[goal_.program].variables())
        goals_of_slot_.add(slot, sheet_.slot_count(), index);
}

const number& path_finder::standing(std::uint32_t node) const
{
    const std::uint32_t goal = goals_of_node_.last(node);
    return goal == none ? before_.node(node).now.points.low : goals_[goal].most;
}

bool path_finder::is_met(const path_goal& goal)
{
    if (goal.node == none) {
        const feel::value value = rules_.value_of(goal.program);
        return goal.wanted ? value.is_true() : value.is_false();
    }
    const bool is_parent = sheet_.nodes[goal.node].score.kind == score_kind::group;
    if (is_parent) return rules_.holds_rules(goal.node);
    const std::optional<number> points = rules_.before_evidence(goal.node);
    return points && *points >= goal.most;
}

bool path_finder::is_acceptable(bool is_gentle)
{
    for (std::size_t i = 0; i < trial_.size(); ++i) {
        if (!keeps_rules(i) || !keeps_goals(i)) return false;
    }
    return !is_gentle || leaves_others();
}

bool path_finder::keeps_rules(std::size_t index)
{
    return readers_.all_rules_of(trial_[index].slot, [&](std::uint32_t rule) {
        const std::uint32_t assertion = sheet_.consistency[rule].assertion;
        return reads_trial(assertion, index) || !rules_.value_of(assertion).is_false();
    });
}

bool path_finder::keeps_goals(std::size_t index)
{
    const std::uint32_t slot = trial_[index].slot;
    const bool keeps_conditions = goals_of_slot_.all_of(slot, [&](std::uint32_t goal) {
        return reads_trial(goals_[goal].program, index) || is_met(goals_[goal]);
    });
    return keeps_conditions && readers_.all_of(slot, [&](std::uint32_t node) {
        const bool is_asked = std::any_of(
            trial_.begin(), trial_.begin() + static_cast<std::ptrdiff_t>(index),
            [&](const saved& each) { return readers_.reads(node, each.slot); }
        );
        return is_asked || goals_of_node_.all_of(node, [this](std::uint32_t goal) {
            return is_met(goals_[goal]);
        });
    });
}

bool path_finder::leaves_others()
{
    for (const saved& each : trial_) {
        const bool stays = readers_.all_of(each.slot, [this](std::uint32_t node) {
            const bool is_line = sheet_.nodes[node].score.kind != score_kind::group;
            if (!is_line || node == goal_.node) return true;
            return rules_.line_points(node) >= standing(node);
        });
        if (!stays) return false;
    }
    return true;
}

bool path_finder::reads_trial(std::uint32_t program, std::size_t count) const
{
    const auto slots = sheet_.programs[program].variables();
    const auto tried = std::span(trial_).first(count);
    return std::any_of(tried.begin(), tried.end(), [&slots](const saved& each) {
        return std::binary_search(slots.begin(), slots.end(), each.slot);
    });
}

bool path_finder::works(bool is_gentle)
{
    if (tries_left_ == 0) return false;
    --tries_left_;
    const std::uint64_t before = rules_.steps();
    const bool does = is_met() && is_acceptable(is_gentle);
    const std::uint64_t steps = rules_.steps() - before;
    steps_left_ -= std::min(steps, steps_left_);
    if (steps_left_ == 0) tries_left_ = 0;
    return does;
}

bool path_finder::settle_facts()
{
    if (is_met()) return true;
    collect();
    for (const bool is_gentle : {true, false}) {
        if (choose_option(is_gentle) || give_mark()) return true;
        if (search_facts(plain_slots_, is_gentle) || change_members(is_gentle)) return true;
        if (plain_slots_ < slots_.size() && search_facts(slots_.size(), is_gentle)) return true;
    }
    return false;
}

void path_finder::collect()
{
    for (const std::uint32_t slot : slots_)
        is_listed_[slot] = false;
    for (const std::uint32_t slot : divisors_)
        is_divisor_[slot] = false;
    programs_.clear();
    slots_.clear();
    divisors_.clear();
    if (goal_.node == none) {
        programs_.push_back(goal_.program);
    } else {
        each_program(sheet_.nodes[goal_.node], [this](std::uint32_t program) {
            programs_.push_back(program);
        });
    }
    for (const bool wants_missing : {true, false})
        collect_own(wants_missing);
    own_slots_ = slots_.size();
    collect_tied();
    plain_slots_ = slots_.size();
    for (const std::uint32_t slot : divisors_)
        add_slot(slot);
}

void path_finder::collect_own(bool wants_missing)
{
    for (const std::uint32_t each : programs_) {
        const feel::program& program = sheet_.programs[each];
        for (const feel::variable_reference& read : program.references()) {
            if (read.slot >= sheet_.facts.size()) continue;
            if (working_.slots[read.slot].is_unknown() != wants_missing) continue;
            if (divides(program.source(), read.offset)) {
                divisors_.push_back(read.slot);
                is_divisor_[read.slot] = true;
            } else {
                add_slot(read.slot);
            }
        }
    }
}

void path_finder::collect_tied()
{
    vector<std::uint32_t> own{allocator<std::uint32_t>(source_)};
    for (const std::uint32_t each : programs_) {
        const auto slots = sheet_.programs[each].variables();
        own.insert(own.end(), slots.begin(), slots.end());
    }
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    vector<std::uint32_t> rules{allocator<std::uint32_t>(source_)};
    for (const std::uint32_t slot : own) {
        readers_.all_rules_of(slot, [&rules](std::uint32_t rule) {
            rules.push_back(rule);
            return true;
        });
    }
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    for (const std::uint32_t rule : rules) {
        programs_.push_back(sheet_.consistency[rule].assertion);
        for (const std::uint32_t slot : sheet_.programs[programs_.back()].variables()) {
            if (slot < sheet_.facts.size() && !is_divisor_[slot]) add_slot(slot);
        }
    }
}

void path_finder::add_slot(std::uint32_t slot)
{
    if (is_listed_[slot] || !is_ours(slot)) return;
    is_listed_[slot] = true;
    slots_.push_back(slot);
}

bool path_finder::is_ours(std::uint32_t slot) const
{
    const fact_spec& fact = sheet_.facts[slot];
    if (goal_.only_missing && !working_.slots[slot].is_unknown()) return false;
    const bool has_results = !working_.slots[sheet_.reserved_slot(rubric::results)].is_unknown();
    return !fact.by_committee && !(fact.from_results && has_results);
}

bool path_finder::divides(std::string_view source, std::size_t offset)
{
    while (offset > 0 && (source[offset - 1] == ' ' || source[offset - 1] == '('))
        --offset;
    return offset > 0 && source[offset - 1] == '/';
}

void path_finder::set(std::uint32_t slot, const feel::value& value)
{
    trial_.push_back({slot, working_.slots[slot]});
    working_.slots[slot] = value;
}

void path_finder::undo(std::size_t count)
{
    while (trial_.size() > count) {
        working_.slots[trial_.back().slot] = trial_.back().before;
        trial_.pop_back();
    }
}

bool path_finder::choose_option(bool is_gentle)
{
    if (goal_.node == none) return false;
    const score_rule& score = sheet_.nodes[goal_.node].score;
    if (score.kind != score_kind::choice) return false;
    const choice_option* const best = best_option(score);
    if (best == nullptr || !is_ours(score.fact)) return false;
    set(score.fact, feel::value::text(best->is));
    if (works(is_gentle)) return true;
    add_slot(score.fact); // with other facts, perhaps
    undo(0);
    return false;
}

bool path_finder::search_facts(std::size_t end, bool is_gentle)
{
    for (std::size_t depth = 1; depth <= most_facts; ++depth) {
        if (!search(0, end, depth, is_gentle)) continue;
        tighten(is_gentle);
        return true;
    }
    return false;
}

bool path_finder::search(std::size_t first, std::size_t end, std::size_t depth, bool is_gentle)
{
    const bool is_alone = depth == 1 && trial_.empty();
    for (std::size_t i = first; i < end; ++i) {
        if (tries_left_ == 0) return false;
        if (is_alone && i >= own_slots_ && i < plain_slots_) continue;
        const std::uint32_t slot = slots_[i];
        path_candidates values(working_, programs_, source_);
        note_constants(values);
        std::size_t left = is_alone ? most_alone : most_together;
        for (const feel::value& each : values.of(slot)) {
            if (left-- == 0 || tries_left_ == 0) break;
            if (is_same(each, working_.slots[slot])) continue;
            set(slot, each);
            const bool is_found =
                depth == 1 ? works(is_gentle) : search(i + 1, end, depth - 1, is_gentle);
            if (is_found) return true;
            undo(trial_.size() - 1);
        }
    }
    return false;
}

void path_finder::note_constants(path_candidates& out) const
{
    if (goal_.node == none) return;
    const rubric_node& rule = sheet_.nodes[goal_.node];
    if (rule.score.kind == score_kind::proportional) {
        out.note(rule.score.from[0]);
        out.note(rule.score.from[1]);
    }
    for (const event_line& event : rule.score.events) {
        const number most = event.cap.value_or(rule.max);
        if (const auto count = divide(most, event.each)) out.note(*count);
    }
}

void path_finder::tighten(bool is_gentle)
{
    for (const saved& each : trial_) {
        feel::value& now = working_.slots[each.slot];
        if (now.kind() != feel::kind::number) continue;
        const fact_spec& fact = sheet_.facts[each.slot];
        const bool is_known = each.before.kind() == feel::kind::number;
        number to = now.as_number();
        number from = is_known ? each.before.as_number() : nearest_to_zero(fact, to);
        now = feel::value::number(from);
        if (works(is_gentle)) {
            if (is_known) continue;
            to = from;
        }
        narrow(each.slot, from, to, is_gentle);
    }
    const auto is_unchanged = [this](const saved& each) {
        return is_same(each.before, working_.slots[each.slot]);
    };
    trial_.erase(std::remove_if(trial_.begin(), trial_.end(), is_unchanged), trial_.end());
}

number path_finder::nearest_to_zero(const fact_spec& fact, const number& if_none)
{
    number out;
    if (fact.max) out = least_of(out, *fact.max);
    if (fact.min) out = most_of(out, *fact.min);
    return fact.integer && !out.is_integer() ? if_none : out;
}

void path_finder::narrow(std::uint32_t slot, number fails, number does, bool is_gentle)
{
    const number step = grid_of(sheet_.facts[slot], fails, does);
    feel::value& now = working_.slots[slot];
    for (int i = 0; i < most_halvings; ++i) {
        const std::optional<number> steps = divide(difference(does, fails), step);
        const std::optional<number> half = steps ? divide(*steps, number(2)) : std::nullopt;
        const std::optional<number> whole =
            half ? round(*half, 0, rounding_mode::down) : std::nullopt;
        if (!whole || whole->is_zero()) break;
        const number middle = sum(fails, multiply(*whole, step).value_or(number(0)));
        now = feel::value::number(middle);
        (works(is_gentle) ? does : fails) = middle;
    }
    now = feel::value::number(does);
}

number path_finder::grid_of(const fact_spec& fact, const number& a, const number& b)
{
    if (fact.integer) return number(1);
    std::int32_t decimals = 2;
    for (const number& each : {a, b}) {
        std::int64_t coefficient = 0;
        std::int32_t scale = 0;
        if (each.to_scaled(coefficient, scale)) decimals = std::max(decimals, scale);
    }
    return number::scaled(1, std::min(decimals, most_decimals));
}

void path_finder::note_facts(std::size_t first_change)
{
    for (const saved& each : trial_) {
        path_change change;
        change.index = each.slot;
        change.from = kept(each.before);
        change.to = kept(working_.slots[each.slot]);
        out_.changes.insert(
            out_.changes.begin() + static_cast<std::ptrdiff_t>(first_change), change
        );
        ++first_change;
    }
}

feel::value path_finder::kept(const feel::value& given)
{
    if (given.kind() != feel::kind::text) return given;
    return feel::value::text(out_.store.copy(given.as_text()));
}

} // namespace bontot::detail

#endif
