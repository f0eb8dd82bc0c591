// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_BLOCK_HPP
#define BONTOT_TABLE_BLOCK_HPP

#include <bontot/feel/value.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot::detail {

/** How many rows of a table are worked on at once; the last block may be shorter. */
inline constexpr std::size_t column_block_rows = 1024;

/** How the cells of a column are given within a block. */
enum class cell_form : std::uint8_t
{
    amounts, /**< numbers as integers of one scale */
    truths,  /**< booleans */
    values   /**< everything else, and numbers beyond 64 bits */
};

/** The cells of one column within a block, checked against the fact.

    One column may take another form in the next block, because one number there
    is beyond 64 bits; its slot and scale stay.
*/
struct column_cells
{
    std::uint32_t slot = 0;
    cell_form form = cell_form::values;
    std::int32_t scale = 0; /**< of amounts: a number is amount * 10^-scale */

    /** Amounts within the fact's range, those of unknown cells included; whole numbers if the
        fact is one. May be the caller's own array. */
    const std::int64_t* amounts = nullptr;
    const std::uint8_t* known = nullptr; /**< of amounts: 1, or 0 is unknown; null: all are known */

    const std::uint8_t* truths = nullptr; /**< 0 false, 1 true, 2 unknown */
    const feel::value* values = nullptr;  /**< of the fact's type, or unknown */
};

/** A block of rows in normal form: what the importers give and the scorers take. */
struct column_block
{
    std::size_t first_row = 0; /**< in the table and in the arrays of results */
    std::size_t row_count = 0;
    std::span<const column_cells> columns; /**< one for each column, in the order of the table */
    const std::uint8_t* wrong = nullptr;   /**< 1: a cell of the row is wrong, and unknown here */
    bool any_wrong = false;
};

} // namespace bontot::detail

#endif
