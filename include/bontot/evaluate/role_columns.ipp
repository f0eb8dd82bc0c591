// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_ROLE_COLUMNS_IPP
#define BONTOT_EVALUATE_ROLE_COLUMNS_IPP

#include <bontot/dossier.hpp>
#include <bontot/memory.hpp>
#include <bontot/result.hpp>

#include <bontot/evaluate/evaluation.hpp>
#include <bontot/evaluate/role_columns.hpp>

#include <cstdint>

namespace bontot::detail {

/** Adds what a result says as the column of a role. */
inline void add_column(result& out, std::uint32_t role, const result& as_of_role)
{
    column added;
    added.role = role;
    added.total = {as_of_role.points, as_of_role.possible};
    added.grade = as_of_role.grade;
    added.grade_possible = as_of_role.grade_possible;
    added.first_node = static_cast<std::uint32_t>(out.column_nodes.size());
    out.columns.push_back(added);
    for (const node_result& each : as_of_role.nodes)
        out.column_nodes.push_back(column_points{each.points, each.possible});
}

void fill_columns(const dossier& given, result& out, std::uint32_t as_of)
{
    out.columns.clear();
    out.column_nodes.clear();
    std::uint32_t present = 0; // bit n: the n-th role gave a mark
    for (const mark_record& each : given.marks) {
        if (each.role <= as_of) present |= 1U << each.role;
    }
    const bool is_several = (present & (present - 1)) != 0;
    if (!is_several) return;
    memory& source = out.store.source();
    if (!out.other) out.other = make_shared_in<result>(source, source);
    for (std::uint32_t role = 0; role < given.sheet->roles.size(); ++role) {
        if ((present & (1U << role)) == 0) continue;
        if (role == out.as_of) {
            add_column(out, role, out);
            continue;
        }
        evaluation(given, *out.other, role).run();
        add_column(out, role, *out.other);
    }
}

} // namespace bontot::detail

#endif
