// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_RANKING_WORK_HPP
#define BONTOT_IMPL_RANKING_WORK_HPP

#include <bontot/impl/ranking_levels.hpp>

#include <bit>

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

    void run()
    {
        place_units();
        for (const ranking_group& group : out_.groups)
            rank_group(group);
        for (std::uint32_t grade = 0; grade < sheet_.grades.size(); ++grade)
            apply_quota(grade);
        for (std::uint32_t i = 0; i < out_.places.size(); ++i)
            conclude(i);
    }

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
    void rank_group(const ranking_group& group);
    void conclude(std::uint32_t place);

    // ranking_quotas.hpp
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
    static std::uint32_t count_above(const vector<std::uint32_t>& levels, std::uint32_t level)
    {
        const auto first = std::upper_bound(levels.begin(), levels.end(), level);
        return static_cast<std::uint32_t>(levels.end() - first);
    }
    static std::uint32_t count_from(const vector<std::uint32_t>& levels, std::uint32_t level)
    {
        const auto first = std::lower_bound(levels.begin(), levels.end(), level);
        return static_cast<std::uint32_t>(levels.end() - first);
    }
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

/** Puts the units in order: by group, those whose grade is proven first, then by what is proven. */
inline void ranking_work::place_units()
{
    const auto entries = units_.entries();
    out_.places.resize(entries.size());
    for (std::uint32_t i = 0; i < entries.size(); ++i)
        out_.places[i].entry = i;
    const auto stands_before = [&](const ranking_place& a, const ranking_place& b) {
        const cohort_entry& left = entries[a.entry];
        const cohort_entry& right = entries[b.entry];
        if (left.unit_group != right.unit_group) return left.unit_group < right.unit_group;
        if (left.is_open() != right.is_open()) return right.is_open();
        const rank_interval& one = intervals_[a.entry];
        const rank_interval& other = intervals_[b.entry];
        if (one.low != other.low) return one.low > other.low;
        if (one.high != other.high) return one.high > other.high;
        return left.unit_id < right.unit_id;
    };
    std::sort(out_.places.begin(), out_.places.end(), stands_before);
    may_get_.reserve(entries.size());
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        const cohort_entry& entry = entry_at(i);
        may_get_.push_back(entry.is_open() ? entry.reachable : 1U << entry.grade);
        if (i == 0 || entry.unit_group != out_.groups.back().name)
            out_.groups.push_back(ranking_group{entry.unit_group, i, i, i, false});
        ranking_group& group = out_.groups.back();
        group.end = i + 1;
        if (!entry.is_open()) group.first_open = i + 1;
        out_.places[i].group = static_cast<std::uint32_t>(out_.groups.size()) - 1;
    }
    for (ranking_group& group : out_.groups) {
        const auto& named = options_.raised_groups;
        group.is_raised = options_.raised_everywhere ||
                          std::find(named.begin(), named.end(), group.name) != named.end();
    }
}

inline void ranking_work::rank_group(const ranking_group& group)
{
    lows_.clear();
    highs_.clear();
    for (std::uint32_t i = group.first; i < group.first_open; ++i) {
        lows_.push_back(interval_at(i).low);
        highs_.push_back(interval_at(i).high);
    }
    std::sort(lows_.begin(), lows_.end());
    std::sort(highs_.begin(), highs_.end());
    for (std::uint32_t i = group.first; i < group.first_open; ++i) {
        const rank_interval& own = interval_at(i);
        const std::uint32_t itself = own.high > own.low ? 1 : 0;
        out_.places[i].rank = 1 + count_above(highs_, own.low) - itself;
        out_.places[i].rank_possible = 1 + count_above(lows_, own.high);
        const auto is_equal = [&](std::uint32_t other) {
            const rank_interval& next = interval_at(other);
            return own.low == own.high && next.low == own.low && next.high == own.high;
        };
        out_.places[i].is_tied =
            (i > group.first && is_equal(i - 1)) || (i + 1 < group.first_open && is_equal(i + 1));
    }
}

/** Says what is proposed for a unit when all quotas are applied. */
inline void ranking_work::conclude(std::uint32_t place)
{
    const cohort_entry& entry = entry_at(place);
    ranking_place& out = out_.places[place];
    const std::uint32_t grades = may_get_[place];
    out.proposed = worst_of(grades);
    out.proposed_possible = best_of(grades);
    const std::uint32_t own = 1U << entry.grade;
    if (entry.is_open()) {
        out.state = place_state::open;
    } else if (grades == own) {
        out.state = place_state::kept;
    } else {
        out.state = (grades & own) == 0 ? place_state::moves : place_state::undecided;
    }
}

} // namespace bontot::detail

#endif
