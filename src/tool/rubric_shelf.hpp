// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_RUBRIC_SHELF_HPP
#define BONTOT_TOOL_RUBRIC_SHELF_HPP

#include "handles.hpp"
#include "input.hpp"
#include "request.hpp"

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace bontot::tool {

/** A line of a rubric that can lose points. */
struct sheet_line
{
    std::size_t node;
    std::string id;
    std::string label;
};

/** A rubric, and what reading and telling of many dossiers by it takes. */
struct shelf_entry
{
    rubric_handle rubric;
    std::string id;
    options_handle options;        /**< with what the committee gives */
    error_handle reference_errors; /**< why that could not be read with this rubric */

    mutable std::once_flag described;
    mutable std::vector<sheet_line> lines; /**< after `describe` */

    /** Finds out the rubric's lines from a result; bonus lines are not among them, since what was
        not earned there was not lost. */
    void describe(const bontot_result* result, bontot_language in) const;
};

/** The rubrics that lines of a stream name: that of --rubric, and built-in ones as they come.

    Thread safe; an entry stays where it is as long as the shelf.
*/
class rubric_shelf
{
public:
    /** Reads the rubric and the reference of the command line; says what is wrong with them and
        throws `stopped`. */
    explicit rubric_shelf(const request& asked);

    /** Returns the rubric of the command line, or null. */
    [[nodiscard]] const shelf_entry* given() const { return given_; }

    /** Returns the rubric of an id: the one of the command line or a built-in one, or null. */
    [[nodiscard]] const shelf_entry* find(std::string_view id);

    [[nodiscard]] const input& reference() const { return reference_; }

private:
    shelf_entry& add(rubric_handle rubric);

    const request& asked_;
    input reference_; /**< no text: nothing is given */
    const shelf_entry* given_ = nullptr;
    std::mutex guard_;
    std::vector<std::unique_ptr<shelf_entry>> entries_;
};

} // namespace bontot::tool

#endif
