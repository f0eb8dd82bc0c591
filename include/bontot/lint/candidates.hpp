// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_CANDIDATES_HPP
#define BONTOT_LINT_CANDIDATES_HPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** Returns whether a fact may have a value. */
bool is_allowed(const fact_spec& fact, const number& value);

/** What in a rubric reads what, found once for all that a linting looks at. */
class lint_index
{
public:
    lint_index(const rubric& sheet, memory& source);

    /** Returns the consistency rules that read a slot, in their order. */
    [[nodiscard]] std::span<const std::uint32_t> rules_of(std::uint32_t slot) const
    {
        const std::size_t first = first_rule_[slot];
        return std::span<const std::uint32_t>(rules_).subspan(first, first_rule_[slot + 1] - first);
    }

    /** Returns one of the slots that rules tie to a slot, directly or over others: for all of
        these the same one. */
    [[nodiscard]] std::uint32_t group_of(std::uint32_t slot) const { return group_[slot]; }

    /** Returns how many slots a group has. */
    [[nodiscard]] std::size_t group_size(std::uint32_t group) const { return group_size_[group]; }

private:
    void list_rules(const rubric& sheet);
    void join_groups(const rubric& sheet);
    std::uint32_t find_group(std::uint32_t slot);

    vector<std::uint32_t> first_rule_; /**< by slot, and one more: where its rules begin */
    vector<std::uint32_t> rules_;
    vector<std::uint32_t> group_;
    vector<std::uint32_t> group_size_;
};

/** The telling values of facts: their bounds, what expressions compare with, and the values
    just beside; lists of none to three members who differ in one or two fields. */
class lint_candidates
{
public:
    lint_candidates(const rubric& sheet, memory& source)
        : sheet_(sheet), store_(source), numbers_(allocator<number>(source)),
          dates_(allocator<date>(source)), texts_(allocator<std::string_view>(source)),
          fields_(allocator<std::uint32_t>(source)), first_values_(allocator<feel::value>(source))
    {}

    /** Takes note of the values that a program names, and of the members' facts that it reads. */
    void learn(const feel::program& what);

    /** Returns the values to try for a slot.

        @par Object lifetimes
        Lists and contexts live as long as this.
    */
    [[nodiscard]] vector<feel::value> of(std::uint32_t slot);

private:
    static constexpr std::size_t most_learned = 16;
    static constexpr std::size_t most_offers = 48;

    using offers = vector<feel::value>;

    template <class T>
    static void note(vector<T>& list, const T& what)
    {
        const bool is_new = std::find(list.begin(), list.end(), what) == list.end();
        if (is_new && list.size() < most_learned) list.push_back(what);
    }

    void learn_constant(const feel::value& constant, int depth = 0);
    [[nodiscard]] offers empty() const { return offers(allocator<feel::value>(store_.source())); }
    [[nodiscard]] offers of_fact(const fact_spec& fact) const;
    void offer_numbers(offers& into, const fact_spec& fact) const;
    void offer_dates(offers& into) const;
    [[nodiscard]] offers of_members();
    [[nodiscard]] feel::value member(std::uint32_t changed, const feel::value& to, std::uint32_t n);
    [[nodiscard]] feel::value list(std::initializer_list<feel::value> items);
    [[nodiscard]] feel::value
    context(std::initializer_list<std::pair<std::string_view, feel::value>> fields);
    [[nodiscard]] offers of_past();
    [[nodiscard]] date first_day() const;
    [[nodiscard]] date last_day() const;

    const rubric& sheet_;
    arena store_;
    vector<number> numbers_;
    vector<date> dates_;
    vector<std::string_view> texts_;
    vector<std::uint32_t> fields_;     /**< facts of members that are read */
    vector<feel::value> first_values_; /**< of each fact of members: what all but one have */
};

} // namespace bontot::detail

#endif
