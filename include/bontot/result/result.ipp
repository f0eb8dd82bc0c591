// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RESULT_RESULT_IPP
#define BONTOT_RESULT_RESULT_IPP

#include <bontot/reference.hpp>
#include <bontot/result.hpp>

#include <cstddef>
#include <cstdint>

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
    for (const exception_record& each : exceptions) {
        if (each.gate == gate) return &each;
    }
    return nullptr;
}

truth result::grade_meets(std::uint32_t index) const
{
    const std::uint32_t bit = 1U << index;
    if ((grades_met & bit) != 0) return truth::yes;
    return (grades_open & bit) != 0 ? truth::open : truth::no;
}

} // namespace bontot

#endif
