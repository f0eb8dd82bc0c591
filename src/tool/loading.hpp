// SPDX-License-Identifier: BSL-1.0
// From what the command line names to handles of the library.
#ifndef BONTOT_TOOL_LOADING_HPP
#define BONTOT_TOOL_LOADING_HPP

#include "errors.hpp"
#include "handles.hpp"
#include "input.hpp"
#include "request.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace bontot::tool {

/** Makes options for reading and writing; colours are for standard output. */
[[nodiscard]] options_handle make_options(const request& asked);

/** Makes the rubric that the command line names by id or file.

    @param read If not null, takes the file as it was read; of a built-in rubric there is none.
*/
[[nodiscard]] rubric_handle
load_rubric(const request& asked, const bontot_options* options, input* read = nullptr);

/** A dossier that is to be evaluated, and the name under which its errors are shown. */
struct loaded_dossier
{
    std::string name;
    dossier_handle content;
};

/** Reads the dossier, with the facts of --set in place. */
[[nodiscard]] loaded_dossier load_dossier(const request& asked, bontot_options* options);

/** Reads and scores the dossier, with the facts of --set in place. */
[[nodiscard]] result_handle score(const request& asked, bontot_options* options);

/** The same, of a dossier that was read already. */
[[nodiscard]] result_handle score(const request& asked, const input& from, bontot_options* options);

/** Returns a file of somebody's values as what errors are about; values are shown if asked for. */
[[nodiscard]] error_source source_of(const input& from, const request& asked);

/** Stops when more than one of these inputs is standard input. */
void expect_one_standard_input(std::initializer_list<std::string_view> names, bontot_language in);

/** What --set asks for: a fact and the value as it is typed, which live as long as the text. */
struct fact_setting
{
    std::string name; /**< under which its errors are shown */
    std::string_view fact;
    std::string_view value;
};

/** Parts "fact=value"; says that it is none and throws `stopped`. */
[[nodiscard]] fact_setting setting_of(std::string_view text, bontot_language in);

/** Evaluates a dossier: as of every role, or of the one asked for. */
[[nodiscard]] bontot_status evaluate_into(
    bontot_result* out, const bontot_dossier* dossier, const request& asked, bontot_error** error
);

/** Returns whether a text that could not be read says itself that it is of another format. */
[[nodiscard]] bool has_other_format(const bontot_error* error);

/** Writes a result to standard output in the format asked for. */
void put_result(const request& asked, const bontot_result* scored, const bontot_options* options);

/** Returns the ids of the built-in rubrics, with commas between. */
[[nodiscard]] std::string builtin_ids();

} // namespace bontot::tool

#endif
