// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_COMPILE_IPP
#define BONTOT_FEEL_SYNTAX_COMPILE_IPP

#include <bontot/feel/environment.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/type.hpp>

#include <bontot/feel/syntax/compiler.hpp>

#include <boost/system/result.hpp>

#include <string_view>

namespace bontot::feel {

boost::system::result<program, issue_list>
compile(std::string_view source, environment& names, const compile_options& options)
{
    detail::compiler one(source, names, options);
    one.compile_expression();
    return one.finish();
}

boost::system::result<program, issue_list> compile_unary_tests(
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
