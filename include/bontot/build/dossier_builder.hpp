// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BUILD_DOSSIER_BUILDER_HPP
#define BONTOT_BUILD_DOSSIER_BUILDER_HPP

#include <bontot/memory.hpp>

#include <string_view>

namespace bontot::detail {

string kept_normal(memory& source, std::string_view text);

} // namespace bontot::detail

#endif
