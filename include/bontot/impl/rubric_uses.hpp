// SPDX-License-Identifier: BSL-1.0
// What in a rubric reads what.
#ifndef BONTOT_IMPL_RUBRIC_USES_HPP
#define BONTOT_IMPL_RUBRIC_USES_HPP

#include <bontot/rubric.hpp>

#include <algorithm>

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

[[nodiscard]] inline bool reads_slot(const rubric& sheet, std::uint32_t program, std::uint32_t slot)
{
    const auto slots = sheet.programs[program].variables();
    return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

/** Tells whether a line's own rules read a fact. */
[[nodiscard]] inline bool
line_reads(const rubric& sheet, const rubric_node& rule, std::uint32_t slot)
{
    bool found = rule.score.fact == slot;
    each_program_of(rule, [&](std::uint32_t program) {
        found = found || reads_slot(sheet, program, slot);
    });
    return found;
}

/** Tells whether anything in a rubric reads a fact of the unit. */
[[nodiscard]] inline bool reads_fact(const rubric& sheet, std::uint32_t slot)
{
    for (std::uint32_t i = 0; i < sheet.programs.size(); ++i) {
        if (reads_slot(sheet, i, slot)) return true;
    }
    for (const rubric_node& each : sheet.nodes) {
        if (each.score.fact == slot) return true;
    }
    for (const tie_key& each : sheet.tie_chain) {
        if (each.what == tie_key::kind::fact && each.index == slot) return true;
    }
    return false;
}

/** Tells whether anything in a rubric reads a fact of members, by the symbol of its name. */
[[nodiscard]] inline bool reads_member_fact(const rubric& sheet, feel::symbol name)
{
    for (const feel::program& each : sheet.programs) {
        for (const feel::field_reference& field : each.fields_read()) {
            if (field.field == name) return true;
        }
    }
    return false;
}

} // namespace bontot::detail

#endif
