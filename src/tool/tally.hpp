// SPDX-License-Identifier: BSL-1.0
// What many results say together.
#ifndef BONTOT_TOOL_TALLY_HPP
#define BONTOT_TOOL_TALLY_HPP

#include "exact_sum.hpp"
#include "rubric_shelf.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace bontot::tool {

/** The results of one rubric, counted and added up. */
class rubric_tally
{
public:
    explicit rubric_tally(const shelf_entry& about) : about_(&about) {}

    [[nodiscard]] const shelf_entry& about() const { return *about_; }

    void add(const bontot_result* result, bontot_language in);
    void add(const rubric_tally& other);

    /** Appends a table: grades, the mean total, the lines with the largest mean loss. */
    void append_table(std::string& out, bontot_language in) const;

private:
    /** What one line lost: its maximum less what is sure, and how much of that is still open. */
    struct loss
    {
        exact_sum lost;
        exact_sum open;
    };

    void add_losses(const bontot_result* result);
    void append_grades(std::string& out, bontot_language in) const;
    void append_losses(std::string& out, bontot_language in) const;

    const shelf_entry* about_;
    std::uint64_t count_ = 0;
    exact_sum points_;
    exact_sum possible_;
    std::vector<std::uint64_t> sure_;     /**< by grade */
    std::vector<std::uint64_t> possibly_; /**< by grade */
    std::vector<loss> losses_;            /**< of the rubric's lines */
};

/** The results of a stream. */
class tally
{
public:
    void add(const shelf_entry& about, const bontot_result* result, bontot_language in);
    void add(const tally& other);
    void clear() { rubrics_.clear(); }

    /** Appends a table for each rubric, in the order of their ids. */
    void append_tables(std::string& out, bontot_language in) const;

private:
    rubric_tally& of(const shelf_entry& about);

    std::vector<rubric_tally> rubrics_;
};

} // namespace bontot::tool

#endif
