// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_ROLE_COLUMNS_HPP
#define BONTOT_EVALUATE_ROLE_COLUMNS_HPP

#include <bontot/dossier.hpp>
#include <bontot/result.hpp>

#include <cstdint>

namespace bontot::detail {

/** Sets the roles that gave marks side by side, if there are several: the result as of each. */
void fill_columns(const dossier& given, result& out, std::uint32_t as_of);

} // namespace bontot::detail

#endif
