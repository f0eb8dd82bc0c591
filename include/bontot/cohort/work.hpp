// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COHORT_WORK_HPP
#define BONTOT_COHORT_WORK_HPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/ranking.hpp>
#include <bontot/rubric.hpp>

#include <bontot/cohort/levels.hpp>

#include <bit>
#include <cstdint>

namespace bontot::detail {

/** Ranks one cohort; quotas are in ranking_quotas.hpp.

    A quota can leave open which of several tied units fall. So each unit has
    a set of grades that it may end with, and what is said of it holds however
    people decide.
*/
class ranking_work
{
public:
    ranking_work(const ranking_options& options, ranking& out, memory& source)
        : options_(options), out_(out), units_(*out.of), sheet_(units_.sheet()), source_(source),
          intervals_(leveling(units_).run(source)), may_get_(allocator<std::uint32_t>(source)),
          contenders_(allocator<contender>(source)), lows_(allocator<std::uint32_t>(source)),
          highs_(allocator<std::uint32_t>(source))
    {}

    void run();

private:
    /** Units of one group, or of all. */
    struct scope
    {
        std::uint32_t group;
        std::uint32_t first;
        std::uint32_t end;
    };

    /** A unit that has the grade that a quota is of, or may come to it. */
    struct contender
    {
        std::uint32_t place;
        bool is_sure;
        std::uint32_t surely_above = 0;   /**< how many surely have the grade and a better place */
        std::uint32_t possibly_above = 0; /**< how many may have both, ties included */
        std::uint32_t fall = 0;           /**< the grades that it may fall to, as bits */
    };

    /** How many contenders fall, by the number of those that keep the grade. */
    struct fall_counts
    {
        vector<std::uint32_t> surely_next; /**< to the next grade, whatever is open */
        vector<std::uint32_t> elsewhere;   /**< may fall, and then out of the base */
        std::uint32_t count;               /**< of those who surely have the grade */
    };

    void place_units();
    void mark_raised();
    void rank_group(const ranking_group& group);
    void conclude(std::uint32_t place);

    // quotas.ipp
    void apply_quota(std::uint32_t grade);
    void apply_quota_within(std::uint32_t grade, const scope& within);
    void find_contenders(std::uint32_t grade, const scope& within);
    [[nodiscard]] std::uint32_t fall_from(const cohort_entry& entry, std::uint32_t grade) const;
    [[nodiscard]] static std::uint32_t part_of(const number& share, std::uint32_t base);
    [[nodiscard]] std::uint32_t base_before(const quota_rule&, std::uint32_t, const scope&) const;
    [[nodiscard]] fall_counts count_falls(const quota_rule& rule, std::uint32_t grade) const;
    [[nodiscard]] std::uint32_t base_after(
        quota_base base, const fall_counts& falling, std::uint32_t settled, std::uint32_t kept
    ) const;
    void count_after(const quota_rule& rule, const scope& within, quota_line& line) const;
    [[nodiscard]] std::uint32_t settled_in(std::uint32_t grades, const scope& within) const;
    void move(const contender& who, quota_line& line);

    [[nodiscard]] const cohort_entry& entry_at(std::uint32_t place) const
    {
        return out_.entry_of(out_.places[place]);
    }
    [[nodiscard]] const rank_interval& interval_at(std::uint32_t place) const
    {
        return intervals_[out_.places[place].entry];
    }

    /** Returns how many of sorted levels are above one. */
    static std::uint32_t count_above(const vector<std::uint32_t>& levels, std::uint32_t level);
    static std::uint32_t count_from(const vector<std::uint32_t>& levels, std::uint32_t level);
    /** Returns the index of the lowest bit, the best of some grades. */
    static std::uint32_t best_of(std::uint32_t grades)
    {
        return static_cast<std::uint32_t>(std::countr_zero(grades));
    }
    static std::uint32_t worst_of(std::uint32_t grades)
    {
        return static_cast<std::uint32_t>(std::bit_width(grades)) - 1;
    }

    const ranking_options& options_;
    ranking& out_;
    const cohort& units_;
    const rubric& sheet_;
    memory& source_;
    vector<rank_interval> intervals_; /**< by entry */
    vector<std::uint32_t> may_get_;   /**< by place: grades as bits, bit 0 the best */
    vector<contender> contenders_;    /**< of the quota that is applied */
    vector<std::uint32_t> lows_;      /**< sorted levels, to count in */
    vector<std::uint32_t> highs_;
};

} // namespace bontot::detail

#endif
