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
    : nodes_(allocator<pair>(source)), rules_(allocator<pair>(source))
{
    for (std::uint32_t i = 0; i < sheet.nodes.size(); ++i) {
        const rubric_node& rule = sheet.nodes[i];
        if (rule.score.fact != none) nodes_.emplace_back(rule.score.fact, i);
        each_program(rule, [&](std::uint32_t program) {
            for (const std::uint32_t slot : sheet.programs[program].variables())
                nodes_.emplace_back(slot, i);
        });
    }
    for (std::uint32_t i = 0; i < sheet.consistency.size(); ++i) {
        for (const std::uint32_t slot : sheet.programs[sheet.consistency[i].assertion].variables())
            rules_.emplace_back(slot, i);
    }
    for (vector<pair>* const each : {&nodes_, &rules_})
        std::sort(each->begin(), each->end());
    nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
}

} // namespace bontot::detail

#endif
