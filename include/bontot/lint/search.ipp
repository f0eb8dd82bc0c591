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
#include <bontot/base/sorted.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/lint/candidates.hpp>
#include <bontot/lint/search.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

namespace bontot::detail {

void lint_search::read(std::uint32_t program)
{
    if (program == none || is_overfull()) return;
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

/** Counts the items of a literal list and of those within it: what is compared with it goes over
    them. */
inline std::uint64_t items_of(const feel::value& literal)
{
    if (!literal.is(feel::kind::list)) return 0;
    std::uint64_t out = 0;
    for (const feel::value& each : literal.as_list())
        out += 1 + items_of(each);
    return out;
}

/** Estimates a run: a loop goes through few members, but one within another through many. */
std::uint64_t lint_search::cost_of(const feel::program& what)
{
    using feel::detail::opcode;
    if (what.data() == nullptr) return 1;
    std::uint64_t cost = what.data()->code.size() / 4 + 2;
    for (const feel::value& each : what.data()->constants)
        cost += items_of(each) / 4;
    for (const feel::detail::instruction& each : what.data()->code) {
        if (each.operation == opcode::each_between) return most_steps / 4;
        const bool is_loop = each.operation == opcode::each || each.operation == opcode::filter ||
                             each.operation == opcode::call;
        if (is_loop) cost += cost / 2 + 2;
        if (cost > most_steps / 4) break;
    }
    return std::min(cost, most_steps / 4);
}

/** Tells whether the facts, with all that rules tie to them, are few enough to be tried. */
bool lint_search::ties_few() const
{
    std::size_t all = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
        const std::uint32_t group = index_.group_of(order_[i]);
        const bool is_counted = std::any_of(
            order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(i),
            [&](std::uint32_t before) { return index_.group_of(before) == group; }
        );
        if (!is_counted) all += index_.group_size(group);
    }
    return all <= most_slots;
}

/** Adds the facts that consistency rules tie to those that are there; false when there are too
    many.

    The facts come in the order of rounds over all rules: a rule that a later one makes readable
    has its turn in the next round. Only the rules that read such facts are visited, though.
*/
bool lint_search::tie_facts()
{
    if (!ties_few()) return false;
    vector<std::uint32_t> now{allocator<std::uint32_t>(source_)}; // heaps, the first rule on top
    vector<std::uint32_t> later{allocator<std::uint32_t>(source_)};
    const auto offer = [&](std::size_t first_slot, std::int64_t asked) {
        for (std::size_t i = first_slot; i < order_.size(); ++i) {
            for (const std::uint32_t rule : index_.rules_of(order_[i])) {
                vector<std::uint32_t>& heap = std::int64_t{rule} > asked ? now : later;
                heap.push_back(rule);
                std::push_heap(heap.begin(), heap.end(), std::greater<>());
            }
        }
    };
    offer(0, -1);
    while (!now.empty()) {
        const std::uint32_t rule = now.front();
        while (!now.empty() && now.front() == rule) {
            std::pop_heap(now.begin(), now.end(), std::greater<>());
            now.pop_back();
        }
        const feel::program& assertion = sheet_.programs[sheet_.consistency[rule].assertion];
        candidates_.learn(assertion);
        tied_.push_back(rule);
        const std::size_t before = order_.size();
        for (const std::uint32_t slot : assertion.variables())
            add(slot);
        offer(before, rule);
        if (now.empty()) now.swap(later);
    }
    std::sort(tied_.begin(), tied_.end());
    tied_.erase(std::unique(tied_.begin(), tied_.end()), tied_.end());
    return true;
}

/** Finds when each rule can be asked: once all its facts have values. */
void lint_search::place_rules()
{
    rules_.clear();
    for (const std::uint32_t rule : tied_) {
        std::size_t after = 0;
        for (const std::uint32_t slot :
             sheet_.programs[sheet_.consistency[rule].assertion].variables()) {
            const auto at = std::find(order_.begin(), order_.end(), slot);
            after = std::max(after, static_cast<std::size_t>(at - order_.begin()) + 1);
        }
        rules_.push_back(rule_place{after, rule});
    }
    std::sort(rules_.begin(), rules_.end());
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
    const auto after = [](const rule_place& each) { return each.after; };
    const auto due = all_equal(rules_, given, after);
    return std::none_of(due.begin(), due.end(), [this](const rule_place& each) {
        return run(sheet_.consistency[each.rule].assertion).is_false();
    });
}

/** Returns the values of a fact for which the program that is aimed would give the target, taking
    it to rise evenly with the fact. */
vector<feel::value> lint_search::aimed_at(std::uint32_t slot)
{
    vector<feel::value> out{allocator<feel::value>(source_)};
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
