// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_READS_IPP
#define BONTOT_PATH_READS_IPP

#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/path/reads.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace bontot::detail {

slot_readers::slot_readers(const rubric& sheet, memory& source)
    : pairs_(allocator<std::pair<std::uint32_t, std::uint32_t>>(source))
{
    for (std::uint32_t i = 0; i < sheet.nodes.size(); ++i) {
        const rubric_node& rule = sheet.nodes[i];
        if (rule.score.fact != none) pairs_.emplace_back(rule.score.fact, i);
        each_program(rule, [&](std::uint32_t program) {
            for (const std::uint32_t slot : sheet.programs[program].variables())
                pairs_.emplace_back(slot, i);
        });
    }
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
}

} // namespace bontot::detail

#endif
