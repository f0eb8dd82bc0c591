// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COHORT_QUOTAS_IPP
#define BONTOT_COHORT_QUOTAS_IPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/cohort/levels.hpp>
#include <bontot/cohort/work.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace bontot::detail {

void ranking_work::apply_quota(std::uint32_t grade)
{
    const std::optional<quota_rule>& rule = sheet_.grades[grade].quota;
    if (!rule || out_.places.empty()) return;
    if (rule->over_all) {
        apply_quota_within(grade, scope{none, 0, static_cast<std::uint32_t>(out_.places.size())});
        return;
    }
    for (std::uint32_t i = 0; i < out_.groups.size(); ++i)
        apply_quota_within(grade, scope{i, out_.groups[i].first, out_.groups[i].end});
}

void ranking_work::apply_quota_within(std::uint32_t grade, const scope& within)
{
    const quota_rule& rule = *sheet_.grades[grade].quota;
    find_contenders(grade, within);
    quota_line line;
    line.grade = grade;
    line.group = within.group;
    const bool wants_raised =
        within.group == none ? options_.raised_everywhere : out_.groups[within.group].is_raised;
    line.is_raised = wants_raised && rule.raised.has_value();
    line.share = line.is_raised ? *rule.raised : rule.share;
    line.held = static_cast<std::uint32_t>(contenders_.size());
    if (rule.base == quota_base::fixed) {
        line.share = number(0);
        line.allowed = rule.count;
    } else if (rule.after_moves) {
        count_after(rule, within, line);
    } else {
        line.base = base_before(rule, grade, within);
        line.allowed = part_of(line.share, line.base);
    }
    for (std::uint32_t i = within.first; i < within.end; ++i) {
        const bool may_have_it = (may_get_[i] & (1U << grade)) != 0;
        line.open += entry_at(i).is_open() && may_have_it ? 1U : 0U;
    }
    for (const contender& who : contenders_)
        move(who, line);
    out_.quotas.push_back(line);
}

/** Finds who has the grade or may come to it, and how many stand above each of them. */
void ranking_work::find_contenders(std::uint32_t grade, const scope& within)
{
    const std::uint32_t bit = 1U << grade;
    contenders_.clear();
    lows_.clear();
    highs_.clear();
    for (std::uint32_t i = within.first; i < within.end; ++i) {
        if (entry_at(i).is_open() || (may_get_[i] & bit) == 0) continue;
        contender who{i, may_get_[i] == bit};
        who.fall = fall_from(entry_at(i), grade);
        contenders_.push_back(who);
        highs_.push_back(interval_at(i).high);
        if (who.is_sure) lows_.push_back(interval_at(i).low);
    }
    std::sort(lows_.begin(), lows_.end());
    std::sort(highs_.begin(), highs_.end());
    for (contender& who : contenders_) {
        const rank_interval& own = interval_at(who.place);
        who.surely_above = count_above(lows_, own.high);
        who.possibly_above = count_from(highs_, own.low) - 1;
    }
}

/** Returns the next lower grade whose own conditions hold; more than one if some are open. */
std::uint32_t ranking_work::fall_from(const cohort_entry& entry, std::uint32_t grade) const
{
    std::uint32_t out = 0;
    for (std::uint32_t i = grade + 1; i < sheet_.grades.size(); ++i) {
        const std::uint32_t bit = 1U << i;
        if (((entry.grades_met | entry.grades_open) & bit) != 0) out |= bit;
        if ((entry.grades_met & bit) != 0) break;
    }
    return out;
}

/** Returns a share of some units, rounded down. */
std::uint32_t ranking_work::part_of(const number& share, std::uint32_t base)
{
    const number part = multiply(share, number(base)).value_or(number(0));
    const number whole = round(part, 0, rounding_mode::down).value_or(number(0));
    return static_cast<std::uint32_t>(whole.to_int64().value_or(0));
}

/** Counts by the grades as they were before anybody moved. */
std::uint32_t
ranking_work::base_before(const quota_rule& rule, std::uint32_t grade, const scope& within) const
{
    std::uint32_t out = 0;
    for (std::uint32_t i = within.first; i < within.end; ++i) {
        const cohort_entry& entry = entry_at(i);
        if (entry.is_open()) continue;
        const bool is_next = entry.grade == grade + 1;
        const bool is_in = rule.base == quota_base::all || is_next ||
                           (rule.base == quota_base::or_better && entry.grade <= grade);
        out += is_in ? 1U : 0U;
    }
    return out;
}

/** Counts the units that end with one of some grades, whatever people decide. */
std::uint32_t ranking_work::settled_in(std::uint32_t grades, const scope& within) const
{
    std::uint32_t out = 0;
    for (std::uint32_t i = within.first; i < within.end; ++i) {
        const bool is_in = !entry_at(i).is_open() && (may_get_[i] & ~grades) == 0;
        out += is_in ? 1U : 0U;
    }
    return out;
}

/** Counts who falls where, by the number of units that keep the grade. */
ranking_work::fall_counts
ranking_work::count_falls(const quota_rule& rule, std::uint32_t grade) const
{
    const std::uint32_t next = 1U << (grade + 1);
    const std::uint32_t or_better = (next << 1U) - 1;
    const std::size_t count = contenders_.size();
    vector<std::uint32_t> zeros(count + 1, 0, allocator<std::uint32_t>(source_));
    fall_counts out{zeros, zeros, 0};
    for (const contender& who : contenders_) {
        if (who.is_sure) ++out.count;
        if (who.is_sure && who.fall == next) ++out.surely_next[who.surely_above];
        const bool may_leave = rule.base == quota_base::or_better ? (who.fall & ~or_better) != 0
                                                                  : who.is_sure && who.fall != next;
        if (may_leave) ++out.elsewhere[who.possibly_above];
    }
    for (std::size_t i = count; i-- > 0;) {
        out.surely_next[i] += out.surely_next[i + 1];
        out.elsewhere[i] += out.elsewhere[i + 1];
    }
    return out;
}

/** Returns the base of a quota when so many keep the grade: the least that it then can be. */
std::uint32_t ranking_work::base_after(
    quota_base base, const fall_counts& falling, std::uint32_t settled, std::uint32_t kept
) const
{
    const auto count = static_cast<std::uint32_t>(contenders_.size());
    if (base == quota_base::next) {
        const std::uint32_t fallen = falling.count > kept ? falling.count - kept : 0;
        const std::uint32_t others = falling.elsewhere[kept];
        return settled + std::max(falling.surely_next[kept], fallen > others ? fallen - others : 0);
    }
    if (base == quota_base::or_better)
        return settled - std::min({count - kept, falling.elsewhere[kept], settled});
    return settled;
}

/** Finds the largest number of units that satisfies the quota once the others have fallen.

    Who falls, and where to, is open where there are ties. The base is then
    the least that it can be, so that the quota holds however people decide.
*/
void ranking_work::count_after(const quota_rule& rule, const scope& within, quota_line& line) const
{
    const std::uint32_t next = 1U << (line.grade + 1);
    std::uint32_t grades = 0xFFFFFFFFU;
    if (rule.base == quota_base::next) grades = next;
    if (rule.base == quota_base::or_better) grades = (next << 1U) - 1;
    const std::uint32_t settled = settled_in(grades, within);
    const fall_counts falling = count_falls(rule, line.grade);
    const auto count = static_cast<std::uint32_t>(contenders_.size());
    for (std::uint32_t kept = count;; --kept) {
        line.base = base_after(rule.base, falling, settled, kept);
        const std::uint32_t allowed = part_of(line.share, line.base);
        line.allowed = kept == count ? allowed : kept;
        if (kept <= allowed || kept == 0) return;
    }
}

/** Lets a unit fall that is surely over the quota; where that is open, it is named. */
void ranking_work::move(const contender& who, quota_line& line)
{
    const bool falls = who.surely_above >= line.allowed;
    const bool stays = who.possibly_above < line.allowed;
    const bool is_undecided = !who.is_sure || (!falls && !stays);
    line.kept += !is_undecided && stays ? 1U : 0U;
    line.moved += !is_undecided && falls ? 1U : 0U;
    line.undecided += is_undecided ? 1U : 0U;
    if (stays) return;
    std::uint32_t& grades = may_get_[who.place];
    if (falls) grades &= ~(1U << line.grade);
    grades |= who.fall;
    movement out;
    out.place = who.place;
    out.quota = static_cast<std::uint32_t>(out_.quotas.size());
    out.is_undecided = is_undecided;
    out.to = worst_of(who.fall);
    out.to_possible = best_of(who.fall);
    out_.movements.push_back(out);
}

} // namespace bontot::detail

#endif
