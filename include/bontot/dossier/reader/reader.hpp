// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_READER_HPP
#define BONTOT_DOSSIER_READER_READER_HPP

#include <bontot/dossier.hpp>
#include <bontot/error.hpp>

#include <string_view>

namespace bontot::detail {

/** Reads any dossier into one that is empty; what it holds after errors means nothing. */
[[nodiscard]] error_list
read_any_dossier(dossier& out, std::string_view json, const dossier_options& options);

} // namespace bontot::detail

#endif
