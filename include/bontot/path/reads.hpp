// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_READS_HPP
#define BONTOT_PATH_READS_HPP

#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/sorted.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace bontot::detail {

/** Calls a function with every program of a node's rules. */
template <class Function>
void each_program(const rubric_node& rule, const Function& function)
{
    const auto look = [&function](std::uint32_t program) {
        if (program != none) function(program);
    };
    look(rule.score.value);
    for (const step_row& row : rule.score.steps)
        look(row.when);
    for (const event_line& event : rule.score.events)
        look(event.count);
    look(rule.precondition);
    look(rule.applies);
    for (const ceiling_rule& ceiling : rule.ceilings)
        look(ceiling.when);
    if (rule.evidence) look(rule.evidence->at_least);
}

/** What of a rubric reads a slot: nodes by their rules, and consistency rules. */
class slot_readers
{
public:
    slot_readers(const rubric& sheet, memory& source);

    /** Calls a function with each node that reads a slot, until it returns false. */
    template <class Function>
    bool all_of(std::uint32_t slot, const Function& function) const
    {
        return all(of(nodes_, slot), function);
    }

    [[nodiscard]] bool reads(std::uint32_t node, std::uint32_t slot) const
    {
        return std::binary_search(nodes_.begin(), nodes_.end(), pair(slot, node));
    }

    /** Calls a function with each consistency rule that reads a slot, until it returns false. */
    template <class Function>
    bool all_rules_of(std::uint32_t slot, const Function& function) const
    {
        return all(of(rules_, slot), function);
    }

private:
    using pair = std::pair<std::uint32_t, std::uint32_t>;

    static std::span<const pair> of(const vector<pair>& pairs, std::uint32_t first)
    {
        const auto key_of = [](const pair& each) { return each.first; };
        const auto begin = first_not_below(pairs, first, key_of) - pairs.begin();
        const auto end = first_above(pairs, first, key_of) - pairs.begin();
        return std::span<const pair>(pairs).subspan(
            static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)
        );
    }

    template <class Function>
    static bool all(std::span<const pair> pairs, const Function& function)
    {
        return std::all_of(pairs.begin(), pairs.end(), [&function](const pair& each) {
            return function(each.second);
        });
    }

    vector<pair> nodes_; /**< slot, node; sorted */
    vector<pair> rules_; /**< slot, consistency rule; sorted */
};

} // namespace bontot::detail

#endif
