// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COLUMNS_HPP
#define BONTOT_COLUMNS_HPP

#include <bontot/date.hpp>
#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace bontot {

/** What the cells of a column are in memory; numbers are in the machine's byte order. */
enum class column_type : std::uint8_t
{
    nothing, /**< no values: every cell is unknown, whatever the fact */
    int8,
    uint8,
    int16,
    uint16,
    int32,
    uint32,
    int64,
    uint64,
    decimal128,    /**< two's complement of 128 bits, the low half first */
    float32,       /**< the decimal number with @ref fact_column::scale decimals that is nearest */
    float64,       /**< likewise */
    boolean_bytes, /**< a byte a cell: 0 is false */
    boolean_bits,  /**< a bit a cell, the least significant of a byte first */
    text32,        /**< UTF-8, with offsets of 32 bits: of texts, choices and dates `YYYY-MM-DD` */
    text64,        /**< likewise, with offsets of 64 bits */
    date32         /**< int32: days since 1970-01-01 */
};

/** The values of one fact, a cell for each row of a table. The layout is that of Apache Arrow.

    A cell that is not valid is unknown, as a fact that a dossier does not have.
*/
struct fact_column
{
    std::uint32_t slot = none; /**< the index of the fact in the rubric's facts */
    column_type type = column_type::nothing;
    std::int32_t scale = 0;       /**< of numbers: how many decimals, 0..38; of floats 0..15 */
    const void* values = nullptr; /**< the cells; of texts the offsets, one more than cells */
    const char* text = nullptr;   /**< what the offsets of texts are into */
    const std::uint8_t* valid_bits = nullptr;  /**< bit 1: the cell is valid; null: all are */
    const std::uint8_t* valid_bytes = nullptr; /**< likewise, a byte a cell; not both */
    std::size_t offset = 0; /**< how many cells stand before that of row 0, in all of the above */
    const fact_column* dictionary = nullptr; /**< texts that the cells, integers, are indices of */
    std::size_t dictionary_size = 0;
};

/** A table of facts: what its rows do not have in common are facts. */
struct fact_table
{
    std::span<const fact_column> columns; /**< facts without a column are unknown */
    std::optional<date> from;             /**< the period, of all rows */
    std::optional<date> to;
};

/** Where the points of a criterion or indicator go; either may be null. */
struct node_output
{
    std::uint32_t node = none;
    std::int64_t* points = nullptr;
    std::int64_t* possible = nullptr;
};

/** What became of a row. */
enum class row_status : std::uint8_t
{
    scored,
    wrong, /**< its values contradict the rubric, or each other */
    no_fit /**< a figure cannot be written exactly with @ref column_outputs::scale decimals */
};

/** Where the results go: arrays of the caller's with a cell for each row of the table.

    Each may be null. In a row that is not scored, figures are 0 and grades -1.
*/
struct column_outputs
{
    std::int32_t scale = 12;              /**< decimals of points, 0..12 */
    std::int64_t* points = nullptr;       /**< the total that is sure */
    std::int64_t* possible = nullptr;     /**< the total that can be reached */
    std::int64_t* completeness = nullptr; /**< with 12 decimals, whatever the scale of points */
    std::int32_t* grade = nullptr;        /**< indices into the rubric's grades */
    std::int32_t* grade_possible = nullptr;
    std::uint8_t* status = nullptr; /**< a @ref row_status each */
    std::span<const node_output> nodes;
};

/** What is wrong with the rows. */
struct column_report
{
    error_list errors; /**< of the first rows; the pointer is `/row/fact`, the offset the row */
    std::uint64_t error_count = 0; /**< of all */
    std::uint64_t wrong_rows = 0;
};

/** How many errors a report lists unless more are asked for. */
inline constexpr std::size_t most_column_errors = 1000;

/** Scores rows of a table against one rubric, each as a dossier that has its facts and no more.

    A value that would be an error of a dossier is an error of its row alone.

    @param table Not retained; nor are the arrays that it names.
    @param first_row The first row to score, and how many: several threads may
    score parts of one table at once, into parts of the same arrays.
    @param most_errors How many errors the report lists.
    @return What is wrong with rows; or, with nothing written, what is wrong
    with the table itself: the pointer of such an error is `/columns/3`, or
    `/first_row` when memory can hold no such rows.

    @par Exception safety
    Memory allocations may throw; then the arrays hold nothing of use.
*/
[[nodiscard]] result_of<column_report> evaluate_columns(
    const std::shared_ptr<const rubric>& sheet, const fact_table& table, std::size_t first_row,
    std::size_t row_count, const column_outputs& out, memory& source = default_memory(),
    std::size_t most_errors = most_column_errors
);

} // namespace bontot

#endif
