// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_SIGNATURES_HPP
#define BONTOT_FEEL_SYNTAX_SIGNATURES_HPP

#include <bontot/feel/type.hpp>

#include <bontot/feel/syntax/types.hpp>

namespace bontot::feel::detail {

[[nodiscard]] inline type elements_of(const type& what)
{
    return what.is(shape::list) ? what.element() : what;
}

} // namespace bontot::feel::detail

#endif
