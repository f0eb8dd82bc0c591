// SPDX-License-Identifier: BSL-1.0
// What the opaque handles of bontot.h are. The first member of each is the memory that it lives in.
#ifndef BONTOT_C_API_HANDLES_HPP
#define BONTOT_C_API_HANDLES_HPP

#include "memory_hooks.hpp"
#include "shared_writer.hpp"

#include <bontot/columns.hpp>
#include <bontot/compare.hpp>
#include <bontot/dossier_builder.hpp>
#include <bontot/evaluate.hpp>
#include <bontot/lint.hpp>
#include <bontot/path.hpp>
#include <bontot/ranking.hpp>
#include <bontot/reference_builder.hpp>
#include <bontot/rubric_diff.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

/** How many decimals the floating-point numbers of a column have. */
struct column_decimals
{
    bontot::string column;
    std::int32_t count;
};

struct bontot_options
{
    bontot::c_api::shared_memory source;
    bontot::c_api::shared_memory given = {}; /**< where handles made with these options live */
    bontot::language in = bontot::language::vi;
    bontot::dossier_options reading = {};
    std::shared_ptr<const bontot::reference> committee = {}; /**< keeps that of `reading` alive */
    bontot::string as_of = {}; /**< the role of lines; empty: the last one */
    bool colour = false;
    bontot::vector<bontot::string> raised = {}; /**< groups in which the raised share holds */
    bool is_raised_everywhere = false;
    std::optional<bontot::date> from = {}; /**< of the rows of tables */
    std::optional<bontot::date> to = {};
    bontot::vector<bontot::string> ignored = {}; /**< columns that are no facts */
    bontot::vector<column_decimals> decimals = {};
};

/** One entry of an error, rendered: errors are rare, and reading them must not fail. */
struct error_entry
{
    const char* code;
    bontot::string messages[2];
    bontot::string pointer;
    std::size_t offset;
    std::size_t line;
    std::size_t column;
    std::size_t expression_column;
};

struct bontot_error
{
    bontot::c_api::shared_memory source;
    bontot::vector<error_entry> entries;
};

struct bontot_text
{
    bontot::c_api::shared_memory source;
    bontot::string text;
};

struct bontot_rubric
{
    bontot::c_api::shared_memory source;
    std::shared_ptr<const bontot::rubric> sheet;
};

struct bontot_reference
{
    bontot::c_api::shared_memory source;
    std::shared_ptr<const bontot::reference> content;
    std::shared_ptr<bontot::reference> building = {}; /**< the same, of one that may be filled */
};

struct bontot_dossier
{
    bontot::c_api::shared_memory source;
    std::shared_ptr<bontot::dossier> content;
    bool is_changed = false; /**< piece by piece: it is checked when it is evaluated */
    std::shared_ptr<bontot::dossier> spare = {}; /**< the next one is read into it */
    bontot::building_options building = {};      /**< of one that was built from nothing */
};

struct bontot_result
{
    bontot::c_api::shared_memory source;
    bontot::result content;
    mutable bontot::c_api::shared_writer writer;
};

struct bontot_report
{
    bontot::c_api::shared_memory source;
    std::uint64_t error_count;
    std::uint64_t wrong_rows;
    bontot_error errors; /**< of the first rows; the offset of an entry is its row */
};

struct bontot_summary
{
    bontot::c_api::shared_memory source;
    bontot::result_summary content;
};

struct bontot_cohort
{
    bontot::c_api::shared_memory source;
    std::shared_ptr<bontot::cohort> content;
};

struct bontot_ranking
{
    bontot::c_api::shared_memory source;
    std::shared_ptr<const bontot::cohort> units; /**< that the content is about */
    bontot::ranking content;
};

struct bontot_comparison
{
    bontot::c_api::shared_memory source;
    bontot::comparison content;
};

struct bontot_diff
{
    bontot::c_api::shared_memory source;
    bontot::rubric_diff content;
};

/** What a finding says, rendered when it is found. */
struct lint_texts
{
    bontot::string messages[2];
    bontot::string witnesses[2];
};

struct bontot_lint
{
    bontot::c_api::shared_memory source;
    std::shared_ptr<const bontot::rubric> sheet;
    bontot::lint_findings findings;
    bontot::vector<lint_texts> texts;
};

/** What a change says, as text: made with the path, because reading it must not fail. */
struct change_texts
{
    bontot::string item;
    bontot::string before;
    bontot::string after;
};

struct bontot_path
{
    bontot::c_api::shared_memory source;
    bontot::path content;
    bontot::vector<bontot::string> steps; /**< what each is about */
    bontot::vector<change_texts> changes;
};

#endif
