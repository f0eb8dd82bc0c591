// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_REQUEST_HPP
#define BONTOT_TOOL_REQUEST_HPP

#include <bontot/bontot.h>

#include <cstddef>
#include <string>
#include <vector>

namespace bontot::tool {

/** What the command line asks for. */
struct request
{
    std::string file = "-";        /**< the dossier; "-" is standard input */
    std::string rubric;            /**< id or file; empty: the one that the dossier names */
    std::vector<std::string> sets; /**< "fact=value" */
    std::string expression;
    std::string facts; /**< a file, or empty */
    std::string language_name = "vi";
    std::string format; /**< empty: text, or of NDJSON the summary */
    std::string colour = "auto";
    bool any_version = false;
    std::string reference; /**< what the committee gives: a file, or empty */
    std::string trust = "all";
    std::string as_of;         /**< a role, or empty */
    std::string grade;         /**< where a path leads to; empty: the next better one */
    std::string other_file;    /**< the later one of two, or empty: the same */
    std::string before_rubric; /**< of one side alone, as those below; or empty */
    std::string after_rubric;
    std::string before_as_of;
    std::string after_as_of;
    bool ndjson = false; /**< the file has a dossier a line, whatever its name */
    std::size_t jobs = 1;
    std::string errors; /**< a file for the errors of lines, or empty */
    bool stop_on_error = false;
    bool show_values = false;        /**< in the lines of dossiers that errors quote */
    std::vector<std::string> files;  /**< of results and dossiers to be ranked */
    std::vector<std::string> raised; /**< groups with the raised share; "*": all */

    [[nodiscard]] bontot_language language() const
    {
        return language_name == "en" ? BONTOT_EN : BONTOT_VI;
    }
};

/** What the command's exit code says. */
enum class outcome : int
{
    done = 0,
    failed = 1,    /**< a check or an example failed, or no path leads there */
    unknown = 2,   /**< no check failed, one is unknown */
    bad_input = 3, /**< also a wrong command line */
    broken = 4     /**< out of memory, the output cannot be written, a fault of bontot */
};

/** Thrown once the reason has been told: the command ends. */
struct stopped
{
    outcome code;
};

/** Thrown when a call failed for a reason that is yet to be told, and only once. */
struct failed_call
{
    bontot_status status;
};

} // namespace bontot::tool

#endif
