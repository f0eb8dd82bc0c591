// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_IMPL_RUN_HPP
#define BONTOT_FEEL_IMPL_RUN_HPP

#include <bontot/feel/detail/machine.hpp>
#include <bontot/feel/detail/machine_loops.hpp>
#include <bontot/feel/detail/machine_values.hpp>
#include <bontot/feel/run.hpp>

namespace bontot::feel {

inline value run(const program& what, std::span<const value> variables, scratch& working)
{
    if (!what.is_valid()) return value::null();
    const value no_input;
    const bool needs_input = what.is_unary_tests();
    return detail::machine(*what.data(), variables, working).run(needs_input ? &no_input : nullptr);
}

inline value
run(const program& what, std::span<const value> variables, const value& input, scratch& working)
{
    if (!what.is_valid()) return value::null();
    const bool needs_input = what.is_unary_tests();
    return detail::machine(*what.data(), variables, working).run(needs_input ? &input : nullptr);
}

} // namespace bontot::feel

#endif
