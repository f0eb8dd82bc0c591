// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_RANGE_HPP
#define BONTOT_LINT_RANGE_HPP

#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Everything that a value may be: never less than what it can be, maybe more.

    Numbers and dates (as the number of the day) lie between the bounds. Of a list, the bounds
    are those of its elements when these are numbers.
*/
struct lint_range
{
    enum kind : std::uint8_t
    {
        yes = 1,
        no = 2,
        null = 4,
        numbers = 8,
        days = 16,
        texts = 32,
        lists = 64,
        others = 128 /**< unknown, durations, contexts, ranges */
    };

    std::uint8_t kinds = 0;
    bool whole = false; /**< numbers without a fraction; the bounds are then closed */
    bool low_open = false;
    bool high_open = false;
    bool has_numbers = false; /**< of a list: its elements are numbers within the bounds */
    bool is_empty = false;    /**< of a list: it has no element */
    std::optional<number> low;
    std::optional<number> high;
    std::optional<std::string_view> text; /**< the only text; none: any */

    [[nodiscard]] bool may(unsigned what) const { return (kinds & what) != 0; }
    [[nodiscard]] bool is_only(unsigned what) const { return kinds != 0 && (kinds & ~what) == 0; }

    static lint_range of(unsigned what);
    static lint_range anything() { return of(255); }
    static lint_range truth(bool may_be_true, bool may_be_false, bool may_be_null);
    static lint_range between(
        const std::optional<number>& least, const std::optional<number>& most, bool is_whole = false
    );
    static lint_range exactly(const feel::value& what);

    /** Returns whether no number lies within the bounds. */
    [[nodiscard]] bool has_no_number() const;
    [[nodiscard]] bool is_point() const { return low && high && *low == *high; }
};

inline std::optional<number> whole_below(const number& at)
{
    return round(at, 0, rounding_mode::floor);
}

/** Makes the bounds of whole numbers closed; others stay. */
void close_bounds(lint_range& of);

/** Returns what is one of both. */
lint_range join(const lint_range& a, const lint_range& b);

/** Returns what is both; without any kind when nothing is. */
lint_range meet(const lint_range& a, const lint_range& b);

/** Returns whether some number of the one can be less than, or at most, some of the other. */
bool may_be_below(const lint_range& a, const lint_range& b, bool or_equal);

} // namespace bontot::detail

#endif
