// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_HPP
#define BONTOT_PATH_HPP

#include <bontot/arena.hpp>
#include <bontot/dossier.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>

#include <cstdint>
#include <memory>

namespace bontot {

/** Whether there is a way to a grade. */
enum class path_outcome : std::uint8_t
{
    reached,  /**< the unit has the grade, or a better one, already */
    found,    /**< the steps lead there: they were applied together and evaluated */
    conflict, /**< line by line the steps lead there, but not together */
    forbidden /**< no lines lead there */
};

/** One thing to change. */
struct path_change
{
    missing_item::kind what = missing_item::kind::fact; /**< never a part */
    std::uint32_t index = none;                         /**< as of a missing item */
    feel::value from; /**< unknown: it is missing; of members: they differ */
    feel::value to;
    std::uint32_t count = 0;   /**< how many members change, or documents are to be added */
    std::uint32_t role = none; /**< whose mark it is */
};

/** One line that rises to its most, or a condition that must hold besides. */
struct path_step
{
    wait::kind what = wait::kind::node; /**< a line, or a condition: good, gate, grade */
    std::uint32_t index = none;
    number points; /**< of a line: as it is */
    number after;  /**< of a line: its most */
    int effort = 0;
    std::uint32_t first_change = 0;
    std::uint32_t change_count = 0; /**< 0: it comes with the steps before, or is open */
    bool is_open = false;           /**< no facts were found: people must see how */
};

/** A line that has less once all steps are done. */
struct path_fall
{
    std::uint32_t node = none;
    number points;
    number after;
};

/** Something that stands in the way. */
struct path_obstacle
{
    enum class kind : std::uint8_t
    {
        gate,       /**< it fired, or may fire; index: gate */
        total,      /**< asked and best are totals, or what the grades read */
        criterion,  /**< index: criterion; asked and best are its points */
        zero,       /**< a criterion has nothing; index: criterion */
        good,       /**< a criterion's points are too few to be good */
        good_count, /**< asked and best are how many criteria are good */
        condition,  /**< `requires` of a criterion's good; index: criterion */
        grade,      /**< `requires` of the grade; index: grade */
        fixed,      /**< a line that cannot be changed; asked is its most, best what it has */
        applies,    /**< it is open whether a node applies; index: node */
        step        /**< a line did not rise to its most; asked is that, best what it got */
    };

    kind what = kind::total;
    std::uint32_t index = none;
    number asked;
    number best;
};

/** A way to a grade: the lines to raise, with the least total effort.

    Can be searched into again and again. **Not thread safe** while it is.

    @par Object lifetimes
    Keeps its rubric alive, and nothing of the dossier.
*/
struct path
{
    explicit path(memory& source = default_memory())
        : store(source), before(source), after(source), steps(allocator<path_step>(source)),
          changes(allocator<path_change>(source)), falls(allocator<path_fall>(source)),
          obstacles(allocator<path_obstacle>(source))
    {}

    std::shared_ptr<const rubric> sheet;
    arena store; /**< holds the texts of the changes */
    path_outcome outcome = path_outcome::forbidden;
    std::uint32_t grade = none; /**< where to; none: nothing was searched for */
    std::int64_t effort = 0;    /**< the sum over the steps */
    result before;              /**< the dossier as it is */
    result after;               /**< with all steps done; found or conflict only */
    vector<path_step> steps;    /**< lines in the order of the rubric, then conditions */
    vector<path_change> changes;
    vector<path_fall> falls;
    vector<path_obstacle> obstacles;
};

/** Finds the way to a grade that takes the least effort (design 7.6).

    The model: each line may rise to its most, independently of others,
    unless its effort is null, it does not apply, or it is voided. Of all sets
    of lines with which the conditions of the grade or of a better one hold,
    one with the least total effort; of several the first in the order in
    which the total is summed: base criteria, then bonus and penalty. What the
    lines need is then found, applied together and evaluated.

    @param given A dossier without errors.
    @param grade The index of a grade; none: the next better than it has.
    @param as_of The index of the last role whose marks count; @ref none: of every role.
    @param out What is found; everything it held before is forgotten. On an
    exception it holds nothing of use and can be searched into again.

    @par Exception safety
    Memory allocations may throw; nothing else does.

    @par Complexity
    The search is in the number of lines times the least effort, squared at worst.
*/
void path_to(const dossier& given, std::uint32_t grade, path& out, std::uint32_t as_of = none);

} // namespace bontot

#endif
