// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_IMPL_COMPILE_HPP
#define BONTOT_FEEL_IMPL_COMPILE_HPP

#include <bontot/feel/detail/compiler.hpp>
#include <bontot/feel/detail/compiler_calls.hpp>
#include <bontot/feel/detail/compiler_core.hpp>
#include <bontot/feel/detail/compiler_loops.hpp>
#include <bontot/feel/detail/compiler_names.hpp>
#include <bontot/feel/detail/compiler_operators.hpp>
#include <bontot/feel/detail/compiler_primaries.hpp>
#include <bontot/feel/detail/compiler_signatures.hpp>
#include <bontot/feel/detail/compiler_tests.hpp>
#include <bontot/feel/detail/compiler_types.hpp>
#include <bontot/feel/program.hpp>

namespace bontot::feel {

inline boost::system::result<program, issue_list>
compile(std::string_view source, environment& names, const compile_options& options)
{
    detail::compiler one(source, names, options);
    one.compile_expression();
    return one.finish();
}

inline boost::system::result<program, issue_list> compile_unary_tests(
    std::string_view source, environment& names, const type& input, const compile_options& options
)
{
    // `not(? > 5)` negates the tests within, but `not(? > 5) and ? < 9` is one test
    detail::compiler negated(source, names, options);
    negated.compile_tests(input, true);
    if (!negated.is_misread()) return negated.finish();
    detail::compiler plain(source, names, options);
    plain.compile_tests(input, false);
    return plain.finish();
}

} // namespace bontot::feel

#endif
