// SPDX-License-Identifier: BSL-1.0
// The rubrics that the library carries; cmake/embed.cmake writes the table.
#ifndef BONTOT_BUILTIN_RUBRICS_HPP
#define BONTOT_BUILTIN_RUBRICS_HPP

#include <span>
#include <string_view>

namespace bontot::detail {

/** A rubric as it stands in src/rubrics. */
struct builtin_rubric
{
    std::string_view id;   /**< the name of its file, without .json */
    std::string_view json; /**< the file's text */
};

/** Returns the built-in rubrics, sorted by id.

    @par Object lifetimes
    What is returned has static storage duration.
*/
std::span<const builtin_rubric> builtin_rubrics() noexcept;

} // namespace bontot::detail

#endif
