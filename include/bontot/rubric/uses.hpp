// SPDX-License-Identifier: BSL-1.0
// What in a rubric reads what.
#ifndef BONTOT_RUBRIC_USES_HPP
#define BONTOT_RUBRIC_USES_HPP

#include <bontot/feel/symbols.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>

#include <cstdint>

namespace bontot::detail {

/** Calls a function with every program that a line's own rules run. */
template <class Function>
void each_program_of(const rubric_node& rule, const Function& function)
{
    const auto look = [&function](std::uint32_t program) {
        if (program != none) function(program);
    };
    look(rule.applies);
    look(rule.precondition);
    look(rule.score.value);
    for (const step_row& row : rule.score.steps)
        look(row.when);
    for (const event_line& event : rule.score.events)
        look(event.count);
    for (const ceiling_rule& ceiling : rule.ceilings)
        look(ceiling.when);
    if (rule.evidence) look(rule.evidence->at_least);
}

/** Tells whether a line's own rules read a fact. */
[[nodiscard]] bool line_reads(const rubric& sheet, const rubric_node& rule, std::uint32_t slot);

/** Returns which facts anything in a rubric reads: those of the unit, then those of members. */
[[nodiscard]] vector<bool> facts_read(const rubric& sheet, memory& source);

/** Tells whether anything in a rubric reads a fact of the unit. */
[[nodiscard]] bool reads_fact(const rubric& sheet, std::uint32_t slot);

/** Tells whether anything in a rubric reads a fact of members, by the symbol of its name. */
[[nodiscard]] bool reads_member_fact(const rubric& sheet, feel::symbol name);

} // namespace bontot::detail

#endif
