// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_RUN_PROGRAM_LITERALS_IPP
#define BONTOT_FEEL_RUN_PROGRAM_LITERALS_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>

#include <bontot/feel/builtins/table.hpp>
#include <bontot/feel/code/code.hpp>

#include <algorithm>
#include <span>
#include <string_view>

namespace bontot::feel::detail {

/** Tells whether an operation moves values, compares them, or joins answers, and makes no other
    value of them. */
inline bool is_comparing(const instruction& each)
{
    switch (each.operation) {
    case opcode::constant:
    case opcode::null:
    case opcode::load:
    case opcode::copy:
    case opcode::leave:
    case opcode::equal:
    case opcode::different:
    case opcode::less:
    case opcode::less_equal:
    case opcode::greater:
    case opcode::greater_equal:
    case opcode::between:
    case opcode::in:
    case opcode::both:
    case opcode::either:
    case opcode::any_of:
    case opcode::invert:
    case opcode::as_test:
    case opcode::make_list:
    case opcode::make_range:
    case opcode::jump:
    case opcode::if_then:
    case opcode::if_else:
    case opcode::if_end:
        return true;
    case opcode::call: {
        const std::string_view name = builtins[each.wide].name;
        return name == "not" || name == "all" || name == "any" || name == "list contains";
    }
    default:
        return false;
    }
}

} // namespace bontot::feel::detail

namespace bontot::feel {

bool program::only_compares() const
{
    return data_ && std::all_of(data_->code.begin(), data_->code.end(), detail::is_comparing);
}

std::span<const value> program::literals() const
{
    if (!data_) return {};
    return data_->constants;
}

} // namespace bontot::feel

#endif
