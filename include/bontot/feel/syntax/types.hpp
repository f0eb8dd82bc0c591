// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_TYPES_HPP
#define BONTOT_FEEL_SYNTAX_TYPES_HPP

#include <bontot/feel/type.hpp>

namespace bontot::feel::detail {

using shape = type::shape;

[[nodiscard]] inline bool may_be(const type& what, shape wanted)
{
    return what.is_any() || what.is(wanted);
}

[[nodiscard]] bool has_order(const type& what);

} // namespace bontot::feel::detail

#endif
