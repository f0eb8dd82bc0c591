// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_SEARCH_IPP
#define BONTOT_LINT_SEARCH_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/run.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/lint/candidates.hpp>
#include <bontot/lint/search.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace bontot::detail {

void lint_search::read(std::uint32_t program)
{
    if (program == none) return;
    candidates_.learn(sheet_.programs[program]);
    for (const std::uint32_t slot : sheet_.programs[program].variables())
        add(slot);
}

void lint_search::aim(std::uint32_t program, const number& target)
{
    aimed_ = program;
    target_ = target;
}

feel::value lint_search::run(const feel::program& what)
{
    if (!budget_.spend(cost_of(what))) return feel::value::unknown();
    scratch_.clear();
    const feel::value out = feel::run(what, values_, scratch_);
    return scratch_.limit_reached() ? feel::value::unknown() : out;
}

feel::value lint_search::run(std::uint32_t program, const feel::value& input)
{
    const feel::program& what = sheet_.programs[program];
    if (!budget_.spend(cost_of(what))) return feel::value::unknown();
    return feel::run(what, values_, input, scratch_);
}

/** Estimates a run: a loop goes through few members, but one within another through many. */
std::uint64_t lint_search::cost_of(const feel::program& what)
{
    using feel::detail::opcode;
    if (what.data() == nullptr) return 1;
    std::uint64_t cost = what.data()->code.size() / 4 + 2;
    for (const feel::detail::instruction& each : what.data()->code) {
        if (each.operation == opcode::each_between) return most_steps / 4;
        const bool is_loop = each.operation == opcode::each || each.operation == opcode::filter ||
                             each.operation == opcode::call;
        if (is_loop) cost += cost / 2 + 2;
        if (cost > most_steps / 4) return most_steps / 4;
    }
    return cost;
}

/** Adds the facts that consistency rules tie to those that are there. */
void lint_search::tie_facts()
{
    bool has_grown = true;
    while (has_grown && order_.size() <= most_slots) {
        has_grown = false;
        for (const check_rule& rule : sheet_.consistency) {
            const auto slots = sheet_.programs[rule.assertion].variables();
            const auto is_given = [this](std::uint32_t slot) {
                return std::find(order_.begin(), order_.end(), slot) != order_.end();
            };
            const auto given = std::count_if(slots.begin(), slots.end(), is_given);
            const bool is_tied = given > 0 && given < static_cast<std::ptrdiff_t>(slots.size());
            if (given > 0) candidates_.learn(sheet_.programs[rule.assertion]);
            if (!is_tied) continue;
            for (const std::uint32_t slot : slots)
                add(slot);
            has_grown = true;
        }
    }
}

/** Tells of each rule when it can be asked; false when one reads facts that are not tried. */
bool lint_search::place_rules()
{
    rules_.clear();
    for (const check_rule& rule : sheet_.consistency) {
        std::size_t after = 0;
        std::size_t seen = 0;
        const auto slots = sheet_.programs[rule.assertion].variables();
        for (const std::uint32_t slot : slots) {
            const auto at = std::find(order_.begin(), order_.end(), slot);
            if (at == order_.end()) continue;
            ++seen;
            after = std::max(after, static_cast<std::size_t>(at - order_.begin()) + 1);
        }
        if (seen > 0 && seen < slots.size()) return false;
        if (seen > 0) rules_.push_back(rule_place{rule.assertion, after});
    }
    return true;
}

/** Puts another fact at the end of those of the expressions, where aiming gives it its value. */
void lint_search::rotate()
{
    const auto end = static_cast<std::ptrdiff_t>(goals_);
    std::rotate(order_.begin(), order_.begin() + 1, order_.begin() + end);
    std::rotate(offers_.begin(), offers_.begin() + 1, offers_.begin() + end);
}

bool lint_search::keeps_rules(std::size_t given)
{
    for (const rule_place& each : rules_) {
        if (each.after == given && run(each.program).is_false()) return false;
    }
    return true;
}

/** Returns the values of a fact for which the program that is aimed would give the target, taking
    it to rise evenly with the fact. */
vector<feel::value> lint_search::aimed_at(std::uint32_t slot)
{
    vector<feel::value> out(values_.get_allocator());
    const bool is_number =
        slot < sheet_.facts.size() && sheet_.facts[slot].type == fact_type::number;
    if (!is_number) return out;
    const feel::value before = values_[slot];
    const fact_spec& fact = sheet_.facts[slot];
    const number first = fact.min.value_or(number(0));
    const number second = bontot::add(first, number(1)).value_or(first);
    values_[slot] = feel::value::number(first);
    const feel::value at_first = run(aimed_);
    values_[slot] = feel::value::number(second);
    const feel::value at_second = run(aimed_);
    values_[slot] = before;
    if (!at_first.is(feel::kind::number) || !at_second.is(feel::kind::number)) return out;
    const auto rise = bontot::subtract(at_second.as_number(), at_first.as_number());
    const auto way = bontot::subtract(target_, at_first.as_number());
    const auto steps = rise && way ? bontot::divide(*way, *rise) : std::nullopt;
    const auto exact = steps ? bontot::add(first, *steps) : steps;
    if (!exact) return out;
    const auto offer = [&](const std::optional<number>& value) {
        if (value && is_allowed(fact, *value)) out.push_back(feel::value::number(*value));
    };
    offer(exact);
    offer(bontot::round(*exact, 6, rounding_mode::half_even));
    offer(bontot::round(*exact, 0, rounding_mode::floor));
    offer(bontot::round(*exact, 0, rounding_mode::ceiling));
    return out;
}

} // namespace bontot::detail

#endif
