// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_RUN_RUN_IPP
#define BONTOT_FEEL_RUN_RUN_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/run.hpp>
#include <bontot/feel/scratch.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/code/code.hpp>
#include <bontot/feel/code/machine.hpp>
#include <bontot/feel/run/run.hpp>

#include <algorithm>
#include <span>

namespace bontot::feel::detail {

/** Returns what an expression gives that is just a variable or a literal: the most common ones. */
inline const value* find_plain(const program_data& code, std::span<const value> variables) noexcept
{
    static constexpr value unknown;
    if (code.code.size() != 1 || code.is_unary_tests) return nullptr;
    const instruction& only = code.code.front();
    if (only.operation == opcode::constant) return &code.constants[only.wide];
    if (only.operation != opcode::load) return nullptr;
    return only.wide < variables.size() ? &variables[only.wide] : &unknown;
}

bool fits(const simple_test& test, const bontot::number& input) noexcept
{
    if (test.what == simple_test::form::everything) return true;
    if (test.has_low && (test.low_open ? !(input > test.low) : input < test.low)) return false;
    return !test.has_high || (test.high_open ? input < test.high : !(input > test.high));
}

/** Tells whether tests can be decided for a number without running them: all are intervals. */
inline bool are_intervals(const program_data& code) noexcept
{
    if (!code.has_simple_tests) return false;
    return std::none_of(code.tests.begin(), code.tests.end(), [](const simple_test& each) {
        return each.what == simple_test::form::text;
    });
}

} // namespace bontot::feel::detail

namespace bontot::feel {

value run(const program& what, std::span<const value> variables, scratch& working)
{
    if (!what.is_valid()) return value::null();
    const value* const plain = detail::find_plain(*what.data(), variables);
    if (plain != nullptr) return *plain;
    const value no_input;
    const bool needs_input = what.is_unary_tests();
    return detail::machine(*what.data(), variables, working).run(needs_input ? &no_input : nullptr);
}

value run(
    const program& what, std::span<const value> variables, const value& input, scratch& working
)
{
    if (!what.is_valid()) return value::null();
    if (input.is(kind::number) && detail::are_intervals(*what.data())) {
        const auto tests = what.tests();
        return value::boolean(std::any_of(tests.begin(), tests.end(), [&](const simple_test& each) {
            return detail::fits(each, input.as_number());
        }));
    }
    const bool needs_input = what.is_unary_tests();
    return detail::machine(*what.data(), variables, working).run(needs_input ? &input : nullptr);
}

} // namespace bontot::feel

#endif
