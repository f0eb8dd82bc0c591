// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_USES_IPP
#define BONTOT_RUBRIC_USES_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/rubric.hpp>

#include <bontot/rubric/uses.hpp>

#include <algorithm>
#include <cstdint>

namespace bontot::detail {

[[nodiscard]] inline bool reads_slot(const rubric& sheet, std::uint32_t program, std::uint32_t slot)
{
    const auto slots = sheet.programs[program].variables();
    return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

bool line_reads(const rubric& sheet, const rubric_node& rule, std::uint32_t slot)
{
    bool found = rule.score.fact == slot;
    each_program_of(rule, [&](std::uint32_t program) {
        found = found || reads_slot(sheet, program, slot);
    });
    return found;
}

bool reads_fact(const rubric& sheet, std::uint32_t slot)
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

bool reads_member_fact(const rubric& sheet, feel::symbol name)
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
