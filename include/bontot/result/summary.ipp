// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RESULT_SUMMARY_IPP
#define BONTOT_RESULT_SUMMARY_IPP

#include <bontot/result_summary.hpp>

#include <bontot/base/id_order.hpp>

#include <cstdint>
#include <string_view>

namespace bontot {

std::uint32_t result_summary::find_node(std::string_view id) const
{
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].id == id) return i;
    }
    return none;
}

const fact_summary* result_summary::find_fact(std::string_view id) const
{
    for (const node_summary& node : nodes) {
        for (const fact_summary& fact : node.facts) {
            if (fact.id == id) return &fact;
        }
    }
    return nullptr;
}

} // namespace bontot

#endif
