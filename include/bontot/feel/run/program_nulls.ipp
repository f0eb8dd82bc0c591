// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_RUN_PROGRAM_NULLS_IPP
#define BONTOT_FEEL_RUN_PROGRAM_NULLS_IPP

#include <bontot/feel/program.hpp>

#include <bontot/feel/builtins/table.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/feel/run/program_nulls.hpp>

#include <string_view>

namespace bontot::feel::detail {

bool is_total(std::string_view name)
{
    for (const std::string_view each :
         {"not", "abs", "count", "list contains", "all", "any", "contains", "starts with",
          "ends with", "string length"}) {
        if (name == each) return true;
    }
    return false;
}

/** Tells whether an operation may make null of values that are not null. */
inline bool makes_null(const instruction& each)
{
    switch (each.operation) {
    case opcode::null:
    case opcode::drop_to_null:
    case opcode::divide:
    case opcode::power:
    case opcode::choose:
        return true;
    case opcode::call:
        return !is_total(builtins[each.wide].name);
    default:
        return false;
    }
}

} // namespace bontot::feel::detail

namespace bontot::feel {

bool program::may_be_null() const
{
    if (!data_) return true;
    for (const detail::instruction& each : data_->code) {
        if (detail::makes_null(each)) return true;
    }
    return false;
}

bool program::is_count() const
{
    if (!data_ || data_->code.empty()) return false;
    const detail::instruction& last = data_->code.back();
    return last.operation == detail::opcode::call && detail::builtins[last.wide].name == "count";
}

} // namespace bontot::feel

#endif
