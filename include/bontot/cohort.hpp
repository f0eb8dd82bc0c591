// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COHORT_HPP
#define BONTOT_COHORT_HPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/result_summary.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/cohort/text_order.hpp>
#include <bontot/json/diagnosis.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace bontot {

/** The least and the most that a key of the tie chain can be for a unit.

    The higher stands first: where the rubric puts the lower first, both ends
    have the other sign.
*/
struct key_bounds
{
    number low;
    number high;
};

/** What a cohort keeps of one result. Texts lie in the cohort. */
struct cohort_entry
{
    std::string_view unit_id;
    std::string_view unit_name;
    std::string_view unit_group; /**< empty: of the group of those without one */
    number points;
    number possible;
    std::uint32_t grade = none;          /**< the worst that is reachable */
    std::uint32_t grade_possible = none; /**< the best */
    std::uint32_t reachable = 0;         /**< bit n: the n-th best grade is */
    std::uint32_t grades_met = 0;        /**< bit n: its own conditions hold; with a quota only */
    std::uint32_t grades_open = 0;       /**< bit n: that depends on what is missing */

    /** Returns whether the grade depends on what is missing. */
    [[nodiscard]] bool is_open() const { return grade != grade_possible; }
};

/** Results of one rubric and period, to be ranked (design 8).

    It keeps a few hundred bytes a unit, and nothing of the results. Not
    thread safe while results are added; a const cohort may be read by many
    threads.

    @par Object lifetimes
    Keeps its rubric alive.
*/
class cohort
{
public:
    /** Makes an empty cohort.

        @param sheet The rubric that the results are of.
        @param source Where the cohort's memory comes from; must outlive it.
    */
    explicit cohort(std::shared_ptr<const rubric> sheet, memory& source = default_memory())
        : sheet_(std::move(sheet)), store_(source), entries_(allocator<cohort_entry>(source)),
          keys_(allocator<key_bounds>(source)), by_id_(source),
          groups_(allocator<std::string_view>(source)), by_group_(source)
    {}

    /** Adds the result of a unit.

        The first result says which period the cohort is of.

        @return Nothing, or all that is wrong: another rubric, version or
        period, a unit that is there already. Then the cohort is as it was.

        @par Exception safety
        Strong guarantee. Memory allocations may throw.
    */
    [[nodiscard]] error_list add(const result& about);

    /** Adds a result that is stored, as it was summarized or read. */
    [[nodiscard]] error_list add(const result_summary& about);

    [[nodiscard]] const rubric& sheet() const { return *sheet_; }

    /** Returns what was added, in that order.

        @par Object lifetimes
        Valid until the next result is added; texts live as long as the cohort.
    */
    [[nodiscard]] std::span<const cohort_entry> entries() const { return entries_; }

    /** Returns the keys of an entry, one for each of the rubric's tie chain; valid likewise. */
    [[nodiscard]] std::span<const key_bounds> keys_of(std::uint32_t entry) const;

    /** Returns the first day of the period; nothing before a result with a period was added. */
    [[nodiscard]] const std::optional<date>& from() const { return from_; }
    [[nodiscard]] const std::optional<date>& to() const { return to_; }

    [[nodiscard]] memory& source() const { return store_.source(); }

private:
    struct candidate;

    void check(const candidate& added, detail::diagnosis& faults) const;
    void take(candidate& added);
    [[nodiscard]] detail::text_order::place place_of(std::string_view unit_id) const;
    [[nodiscard]] std::string_view kept_group(std::string_view name);
    void read_grades(const result_summary& about, candidate& out, detail::diagnosis& faults) const;
    void read_keys(const result_summary& about, candidate& out, detail::diagnosis& faults) const;
    [[nodiscard]] key_bounds bounds_of(const tie_key& key, const std::optional<number>& fact) const;

    std::shared_ptr<const rubric> sheet_;
    arena store_;
    vector<cohort_entry> entries_;
    vector<key_bounds> keys_;
    detail::text_order by_id_;        /**< entries */
    vector<std::string_view> groups_; /**< each once, whatever the order of the units */
    detail::text_order by_group_;
    std::optional<date> from_;
    std::optional<date> to_;
};

/** Returns the number that stands for "without bound" in @ref key_bounds: the greatest one. */
[[nodiscard]] number unbounded() noexcept;

} // namespace bontot

#endif
