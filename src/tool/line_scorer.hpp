// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_LINE_SCORER_HPP
#define BONTOT_TOOL_LINE_SCORER_HPP

#include "line_errors.hpp"
#include "lines.hpp"
#include "loading.hpp"
#include "rubric_shelf.hpp"
#include "tally.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace bontot::tool {

/** What became of a block of lines. */
struct scored_block
{
    std::string output; /**< a line for each dossier */
    std::string errors;
    std::uint64_t lines = 0; /**< that are not blank */
    std::uint64_t bad = 0;
    std::uint64_t consumed = 0;
    bool is_last = false;  /**< the stream could not be read on, or a bad line stops it */
    bool is_cut = false;   /**< the stream could not be read on */
    std::string complaint; /**< about the stream as a whole */
    tally results;
};

/** Scores dossiers, one after the other; each thread has one of these. */
class line_scorer
{
public:
    /** Retains all three. */
    line_scorer(const request& asked, rubric_shelf& rubrics, std::string_view stream_name);

    /** Scores the lines of a block. Throws `stopped` when memory is out or bontot has a fault. */
    [[nodiscard]] scored_block score(const line_block& block);

private:
    bool score_line(std::string_view line, std::uint64_t number, scored_block& out);
    bool set_facts(bontot_dossier* dossier);
    void write(scored_block& out);

    /** Reads a line with the rubric that it names; null when it has errors.

        The dossier is good until the next line is read.
    */
    bontot_dossier* read(std::string_view line, const shelf_entry*& entry);
    bontot_dossier* read_named(std::string_view line, const shelf_entry*& entry);
    bontot_status read_with(const shelf_entry& entry, std::string_view line, error_handle& error);

    /** Returns whether a call went well; else its errors become the line's. */
    [[nodiscard]] error_source source_of_line(std::string_view line) const;
    bool is_fine(bontot_status status, const error_handle& error, const error_source& about);

    const request& asked_;
    rubric_shelf& rubrics_;
    std::string_view stream_name_;
    bontot_language in_;
    bontot_format format_;
    line_errors errors_;
    options_handle options_;
    result_handle result_;
    std::map<const shelf_entry*, dossier_handle> dossiers_; /**< that lines are read into */
    std::uint64_t number_ = 0;                              /**< of the line at hand */
};

} // namespace bontot::tool

#endif
