// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_STEP_COVER_HPP
#define BONTOT_RUBRIC_STEP_COVER_HPP

#include <bontot/feel/program.hpp>
#include <bontot/number.hpp>

#include <cstddef>
#include <optional>
#include <span>

namespace bontot::detail {

/** Follows which values a table of steps leaves open, row by row in its order.

    It knows the numbers between a least and a most as a few pieces; a table
    that cuts them into more than it can hold is taken as never complete.
*/
class step_cover
{
public:
    explicit step_cover(
        const std::optional<number>& least = {}, const std::optional<number>& most = {}
    )
    {
        pieces_[count_++] = piece{least, most, false, false};
    }

    /** Takes out what a row covers; returns whether it covers anything that was still open. */
    bool add(std::span<const feel::simple_test> tests);

    /** Returns whether every value is covered. */
    [[nodiscard]] bool is_complete() const { return count_ == 0 && !is_overfull_; }

private:
    struct piece
    {
        std::optional<number> low;
        std::optional<number> high;
        bool low_open;
        bool high_open;
    };

    static constexpr std::size_t most_pieces = 32;

    static bool is_empty(const piece& p);

    bool take(const feel::simple_test& test);

    void keep(const std::optional<piece>& p, piece* left, std::size_t& count);

    static piece common(const piece& a, const piece& b);

    static std::optional<piece> below(const piece& p, const piece& row);

    static std::optional<piece> above(const piece& p, const piece& row);

    piece pieces_[most_pieces];
    std::size_t count_ = 0;
    bool is_overfull_ = false;
};

} // namespace bontot::detail

#endif
