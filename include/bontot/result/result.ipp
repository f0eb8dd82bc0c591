// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RESULT_RESULT_IPP
#define BONTOT_RESULT_RESULT_IPP

#include <bontot/dossier.hpp>
#include <bontot/reference.hpp>
#include <bontot/result.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot {

void node_list::reset(std::size_t count)
{
    shown_.clear();
    own_.assign(count, node_result());
    for (node_result& each : own_)
        shown_.push_back(&each);
}

const exception_record* result::exception_of(std::uint32_t gate) const
{
    if (exceptions.empty() || gate >= lifted.size()) return nullptr;
    const std::uint32_t place = lifted[gate];
    const bool is_of_it = place < exceptions.size() && exceptions[place].gate == gate;
    return is_of_it ? &exceptions[place] : nullptr;
}

std::span<const mark_record> result::marks_of(std::uint32_t node) const
{
    const auto is_before = [](const mark_record& each, std::uint32_t of) { return each.node < of; };
    const auto first = std::lower_bound(marks.begin(), marks.end(), node, is_before);
    auto end = first;
    while (end != marks.end() && end->node == node)
        ++end;
    const auto begin = static_cast<std::size_t>(first - marks.begin());
    return std::span<const mark_record>(marks).subspan(
        begin, static_cast<std::size_t>(end - first)
    );
}

std::span<const wait> result::waits_of(std::uint32_t node) const
{
    const std::size_t first = node_waits[node];
    std::size_t end = first;
    while (end < waits.size() && waits[end].what == wait::kind::node && waits[end].index == node)
        ++end;
    return std::span<const wait>(waits).subspan(end == first ? 0 : first, end - first);
}

truth result::grade_meets(std::uint32_t index) const
{
    const std::uint32_t bit = 1U << index;
    if ((grades_met & bit) != 0) return truth::yes;
    return (grades_open & bit) != 0 ? truth::open : truth::no;
}

} // namespace bontot

#endif
