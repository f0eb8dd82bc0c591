// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TESTS_PROPERTY_SOUNDNESS_DOSSIER_MAKER_HPP
#define BONTOT_TESTS_PROPERTY_SOUNDNESS_DOSSIER_MAKER_HPP

#include "sheet_maker.hpp"

namespace soundness {

/** Writes a dossier of a generated rubric of which parts are missing. */
std::string make_dossier_json(dice& random, const sheet_text& sheet);

/** Returns the elements of a list of marks or the like, written as `a, b, c`. */
std::vector<std::string> elements_of(const std::string& list);

} // namespace soundness

#endif
