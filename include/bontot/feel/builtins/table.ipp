// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_TABLE_IPP
#define BONTOT_FEEL_BUILTINS_TABLE_IPP

#include <bontot/feel/value.hpp>

#include <bontot/feel/builtins/table.hpp>
#include <bontot/feel/code/machine.hpp>

#include <cstddef>
#include <span>

namespace bontot::feel::detail {

value call_builtin(std::size_t index, machine& m, std::span<const value> arguments)
{
    const builtin& what = builtins[index];
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const unsigned bit = 1U << (i < 7 ? i : 7U);
        if (arguments[i].is_unknown() && !(what.may_be_unknown & bit)) return value::unknown();
    }
    return what.function(m, arguments);
}

} // namespace bontot::feel::detail

#endif
