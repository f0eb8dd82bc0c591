// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_USES_IPP
#define BONTOT_RUBRIC_USES_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/rubric/uses.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace bontot::detail {

[[nodiscard]] inline bool reads_slot(const rubric& sheet, std::uint32_t program, std::uint32_t slot)
{
    const auto read = sheet.programs[program].variables();
    return std::binary_search(read.begin(), read.end(), slot);
}

bool line_reads(const rubric& sheet, const rubric_node& rule, std::uint32_t slot)
{
    bool found = rule.score.fact == slot;
    each_program_of(rule, [&](std::uint32_t program) {
        found = found || reads_slot(sheet, program, slot);
    });
    return found;
}

vector<bool> facts_read(const rubric& sheet, memory& source)
{
    const std::size_t of_unit = sheet.facts.size();
    vector<bool> out(of_unit + sheet.member_facts.size(), false, allocator<bool>(source));
    vector<bool> names(sheet.names.symbols().size(), false, allocator<bool>(source));
    for (const feel::program& each : sheet.programs) {
        for (const std::uint32_t slot : each.variables()) {
            if (slot < of_unit) out[slot] = true;
        }
        for (const feel::field_reference& field : each.fields_read())
            names[field.field] = true;
    }
    for (const rubric_node& each : sheet.nodes) {
        if (each.score.fact != none) out[each.score.fact] = true;
    }
    for (const tie_key& each : sheet.tie_chain) {
        if (each.what == tie_key::kind::fact) out[each.index] = true;
    }
    for (std::size_t i = 0; i < sheet.member_facts.size(); ++i)
        out[of_unit + i] = names[sheet.member_facts[i].symbol];
    return out;
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
