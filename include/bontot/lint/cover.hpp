// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_COVER_HPP
#define BONTOT_LINT_COVER_HPP

#include <bontot/feel/program.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/lint/range.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot::detail {

/** Some numbers between two bounds, and the row of a table of steps that takes them. */
struct lint_piece
{
    lint_range range;
    std::uint32_t row = 0;
};

/** Returns what a unary test takes of the numbers within a range. */
lint_range taken_by(const feel::simple_test& test, const lint_range& from);

/** Which numbers each row of a table takes, in its order, and which none does.

    Of whole numbers only these are looked at, so that nothing is missing between 4 and 5.
*/
class lint_cover
{
public:
    /** @param range The numbers that the value may be. */
    lint_cover(const lint_range& range, memory& source);

    /** Takes out what the next row takes. */
    void add(std::span<const feel::simple_test> tests);

    [[nodiscard]] const lint_range& all() const { return all_; }
    [[nodiscard]] std::uint32_t row_count() const { return rows_; }

    /** Returns whether the table was followed to its end. */
    [[nodiscard]] bool is_whole() const { return !is_overfull_; }

    /** Returns what no row takes. */
    [[nodiscard]] std::span<const lint_range> open() const { return open_; }

    /** Returns what the rows take, least numbers first. */
    [[nodiscard]] vector<lint_piece> sorted() const;

    [[nodiscard]] bool takes_any(std::uint32_t row) const;

    /** Returns some of the numbers of a range that a row takes. */
    [[nodiscard]] lint_range taken(std::uint32_t row, const lint_range& from) const;

private:
    static constexpr std::size_t most_pieces = 256;

    void take(const feel::simple_test& test);

    static void keep(const lint_range& piece, vector<lint_range>& left)
    {
        if (piece.kinds != 0) left.push_back(piece);
    }

    vector<lint_piece> taken_;
    vector<lint_range> open_;
    lint_range all_;
    std::uint32_t rows_ = 0;
    bool is_overfull_ = false;
};

/** Returns a number within a range that is as plain as can be. */
number plain_within(const lint_range& range);

} // namespace bontot::detail

#endif
