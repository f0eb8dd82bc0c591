// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_CASES_IPP
#define BONTOT_RUBRIC_READER_CASES_IPP

#include <bontot/rubric.hpp>

#include <bontot/number/fixed_point.hpp>
#include <bontot/rubric/line_cases.hpp>
#include <bontot/rubric/reader/cases.hpp>

#include <cstdint>

namespace bontot::detail {

fixed_rise rise_of(const score_rule& score, std::int32_t scale)
{
    fixed_rise out;
    const std::int32_t rest = fixed_interval::scale - scale;
    const fixed_interval ends = fixed_interval::of(score.points[0], score.points[1]);
    if (!ends.is_known || !score.slope || scale < 0 || rest < 0) return out;
    out.scale = static_cast<std::uint8_t>(scale);
    out.start = ends.low;
    out.is_known =
        to_fixed(*score.slope, rest, out.factor) && to_fixed(score.from[0], scale, out.from);
    return out;
}

void find_line_cases(rubric& out)
{
    constexpr std::uint32_t most = 65536;
    case_finder finder(out, out.store, case_finder::besides::anything);
    for (std::uint32_t i = 0; i < out.nodes.size(); ++i) {
        case_table found;
        if (out.nodes[i].score.kind == score_kind::group || !finder.of_line(i, found)) continue;
        if (found.axes.empty() || found.count > most - out.case_count) continue;
        found.first = out.case_count;
        out.case_count += found.count;
        out.nodes[i].cases = found;
    }
}

} // namespace bontot::detail

#endif
