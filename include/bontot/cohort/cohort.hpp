// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COHORT_COHORT_HPP
#define BONTOT_COHORT_COHORT_HPP

#include <bontot/message.hpp>

#include <bontot/json/diagnosis.hpp>

#include <initializer_list>
#include <string_view>

namespace bontot::detail {

/** Adds a fault of a result that has no text, or whose text is read already. */
inline void add_fault(
    diagnosis& faults, message code, std::string_view pointer,
    std::initializer_list<std::string_view> arguments = {}
)
{
    faults.add_at(code, 0, arguments).pointer = pointer;
}

} // namespace bontot::detail

#endif
