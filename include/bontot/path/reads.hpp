// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_READS_HPP
#define BONTOT_PATH_READS_HPP

#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>

#include <algorithm>
#include <cstdint>
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

/** Which nodes read a slot. */
class slot_readers
{
public:
    slot_readers(const rubric& sheet, memory& source);

    /** Calls a function with each node that reads a slot, until it returns false. */
    template <class Function>
    bool all_of(std::uint32_t slot, const Function& function) const
    {
        auto at = std::lower_bound(pairs_.begin(), pairs_.end(), std::pair(slot, 0U));
        for (; at != pairs_.end() && at->first == slot; ++at) {
            if (!function(at->second)) return false;
        }
        return true;
    }

private:
    vector<std::pair<std::uint32_t, std::uint32_t>> pairs_; /**< slot, node; sorted */
};

} // namespace bontot::detail

#endif
