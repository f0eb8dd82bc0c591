// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COHORT_WORK_IPP
#define BONTOT_COHORT_WORK_IPP

#include <bontot/memory.hpp>

#include <bontot/cohort/levels.hpp>
#include <bontot/cohort/work.hpp>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

void ranking_work::run()
{
    place_units();
    for (const ranking_group& group : out_.groups)
        rank_group(group);
    for (std::uint32_t grade = 0; grade < sheet_.grades.size(); ++grade)
        apply_quota(grade);
    for (std::uint32_t i = 0; i < out_.places.size(); ++i)
        conclude(i);
}

std::uint32_t ranking_work::count_above(const vector<std::uint32_t>& levels, std::uint32_t level)
{
    const auto first = std::upper_bound(levels.begin(), levels.end(), level);
    return static_cast<std::uint32_t>(levels.end() - first);
}

std::uint32_t ranking_work::count_from(const vector<std::uint32_t>& levels, std::uint32_t level)
{
    const auto first = std::lower_bound(levels.begin(), levels.end(), level);
    return static_cast<std::uint32_t>(levels.end() - first);
}

/** Puts the units in order: by group, those whose grade is proven first, then by what is proven. */
void ranking_work::place_units()
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
    mark_raised();
}

void ranking_work::mark_raised()
{
    vector<std::string_view> named(
        options_.raised_groups.begin(), options_.raised_groups.end(),
        allocator<std::string_view>(source_)
    );
    std::sort(named.begin(), named.end());
    for (ranking_group& group : out_.groups) {
        group.is_raised = options_.raised_everywhere ||
                          std::binary_search(named.begin(), named.end(), group.name);
    }
}

void ranking_work::rank_group(const ranking_group& group)
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
void ranking_work::conclude(std::uint32_t place)
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
