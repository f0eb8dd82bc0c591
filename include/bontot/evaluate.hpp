// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_HPP
#define BONTOT_EVALUATE_HPP

#include <bontot/dossier.hpp>
#include <bontot/result.hpp>

#include <bontot/base/id_order.hpp>

#include <cstdint>

namespace bontot {

/** Scores a dossier against its rubric (design 5 to 7).

    @param given A dossier without errors: as @ref read_dossier gives it, or
    built and completed.
    @param as_of The index of the last role whose marks count; @ref none: of every role.
    @param out What is decided; everything it held before is forgotten. On an
    exception it holds nothing of use and can be evaluated into again.

    @par Exception safety
    Memory allocations may throw; nothing else does.

    @par Thread safety
    One dossier may be evaluated by many threads at once, each into its own result.
*/
void evaluate(const dossier& given, result& out, std::uint32_t as_of = none);

} // namespace bontot

#endif
