// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RANKING_HPP
#define BONTOT_RANKING_HPP

#include <bontot/cohort.hpp>
#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/base/id_order.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace bontot {

/** What a ranking proposes for a unit. */
enum class place_state : std::uint8_t
{
    kept,      /**< it keeps its grade */
    moves,     /**< it is over a quota and falls to a lower grade */
    undecided, /**< a tie, or what is missing, leaves it to people whether it falls */
    open       /**< its grade is not proven: it is neither ranked nor counted */
};

/** Where a unit stands in its peer group. */
struct ranking_place
{
    std::uint32_t entry = none;      /**< of the cohort's entries */
    std::uint32_t group = none;      /**< of the ranking's groups */
    std::uint32_t rank = 0;          /**< from 1, the worst that is possible; 0: not ranked */
    std::uint32_t rank_possible = 0; /**< the best */
    bool is_tied = false;            /**< another unit has the same rank, with equal keys */
    place_state state = place_state::kept;
    std::uint32_t proposed = none;          /**< the worst grade that it may end with */
    std::uint32_t proposed_possible = none; /**< the best */
};

/** A peer group: its units that are ranked, then those that are open. */
struct ranking_group
{
    std::string_view name;        /**< empty: of the units without a group */
    std::uint32_t first = 0;      /**< of the ranking's places */
    std::uint32_t first_open = 0; /**< one past the last unit that is ranked */
    std::uint32_t end = 0;        /**< one past the last unit */
    bool is_raised = false;       /**< the raised share holds */
};

/** What a quota says for one group, or for all units. */
struct quota_line
{
    std::uint32_t grade = none;
    std::uint32_t group = none; /**< none: over all groups */
    number share;               /**< 0: it is a number of units */
    bool is_raised = false;
    std::uint32_t base = 0;    /**< the units that the share is taken of */
    std::uint32_t allowed = 0; /**< how many units may have the grade */
    std::uint32_t held = 0;    /**< how many have it before they move; some may only come to it */
    std::uint32_t kept = 0;
    std::uint32_t moved = 0;
    std::uint32_t undecided = 0;
    std::uint32_t open = 0; /**< units that may have the grade, but are not counted */
};

/** A unit that falls by a quota, or that people must decide about. */
struct movement
{
    std::uint32_t place = none; /**< of the ranking's places */
    std::uint32_t quota = none; /**< of the ranking's quotas */
    bool is_undecided = false;  /**< it may keep the grade as well */
    std::uint32_t to = none;    /**< the grade that it falls to, at worst */
    std::uint32_t to_possible = none;
};

/** What is proposed for a cohort: the order, the lines of the quotas, who falls under them.

    It decides nothing: where a tie stands across a line, the units are named.
    May be read by many threads, while nothing is added to the cohort.

    @par Object lifetimes
    The cohort must outlive it. What is added to the cohort later is not in it.
*/
struct ranking
{
    ranking(const cohort& ranked, memory& source)
        : of(&ranked), groups(allocator<ranking_group>(source)),
          places(allocator<ranking_place>(source)), quotas(allocator<quota_line>(source)),
          movements(allocator<movement>(source))
    {}

    const cohort* of;
    vector<ranking_group> groups; /**< by name, in the order of code points */
    vector<ranking_place> places; /**< group by group, the best first */
    vector<quota_line> quotas;    /**< best grade first, then by group */
    vector<movement> movements;   /**< by quota, then by place */

    [[nodiscard]] const cohort_entry& entry_of(const ranking_place& place) const
    {
        return of->entries()[place.entry];
    }
};

/** What the committee decided about a ranking. */
struct ranking_options
{
    std::span<const std::string_view> raised_groups; /**< where the raised share holds */
    bool raised_everywhere = false; /**< it holds for each group, and for quotas over all */
};

/** Ranks a cohort and applies the quotas of its rubric.

    The order in which results were added makes no difference.

    @return The ranking; or what is wrong with the options: a group without a
    unit, a raised share where the rubric has none.

    @par Complexity
    n log n in the units.

    @par Exception safety
    Strong guarantee. Memory allocations may throw.
*/
[[nodiscard]] result_of<ranking>
rank(const cohort& units, const ranking_options& options = {}, memory& source = default_memory());

} // namespace bontot

#endif
