// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_SPACE_HPP
#define BONTOT_LINT_SPACE_HPP

#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/lint/candidates.hpp>
#include <bontot/lint/range.hpp>
#include <bontot/lint/term.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

/** How much work is left: lint ends soon whatever the rubric, and says nothing of the rest.

    A step is what takes about a tenth of a microsecond.
*/
class lint_budget
{
public:
    /** Takes some of it; returns whether there was so much. */
    bool spend(std::uint64_t steps);

    /** Returns whether nothing is left: then no run has a value, and nothing is decided. */
    [[nodiscard]] bool is_spent() const { return left_ == 0; }

private:
    std::uint64_t left_ = 4'000'000;
};

/** All complete dossiers as some expressions see them, parted into cases.

    What each fact may be is cut at every value that the expressions name; within a case, each
    lies in one piece. So what only compares facts with such values is decided in every case,
    and everything else is bounded. Cases that break a consistency rule are left out, so are those
    in which a condition that is assumed can not hold.
*/
class lint_space
{
public:
    lint_space(const rubric& sheet, const lint_index& index, lint_budget& budget, memory& source)
        : sheet_(sheet), index_(index), budget_(budget), source_(source), terms_(source_),
          rules_(allocator<std::uint32_t>(source_)), assumed_(allocator<std::uint32_t>(source_)),
          marks_(allocator<number>(source_)), texts_(allocator<std::string_view>(source_)),
          axes_(allocator<axis>(source_))
    {}

    /** Adds an expression that is looked at; returns its term, or @ref no_term. */
    std::uint32_t add(std::uint32_t program);

    /** Leaves out the cases in which a condition can not be true. */
    void assume(std::uint32_t program);

    /** Looks at dossiers that break consistency rules, too. */
    void forget_rules() { has_rules_ = false; }

    /** Calls a function with the ranges of all terms in each case.

        @return Whether every case was seen.
    */
    template <class Function>
    bool each_case(const Function& function)
    {
        if (has_rules_) add_rules();
        find_marks();
        vector<lint_range> plain(terms_.size(), lint_range(), allocator<lint_range>(source_));
        work_out(plain, nullptr);
        make_axes(plain);
        vector<lint_range> ranges(plain);
        std::size_t cases = 1;
        for (const axis& each : axes_)
            cases *= each.pieces.size();
        if (!budget_.spend(cases * (terms_.size() + 1))) return false;
        vector<std::size_t> chosen(axes_.size(), 0, allocator<std::size_t>(source_));
        for (std::size_t i = 0; i < cases; ++i) {
            if (work_out(ranges, &chosen) && is_allowed(ranges)) function(ranges);
            for (std::size_t digit = 0; digit < chosen.size(); ++digit) {
                if (++chosen[digit] < axes_[digit].pieces.size()) break;
                chosen[digit] = 0;
            }
        }
        return true;
    }

private:
    /** A term that is cut into pieces: a fact, or what is counted. */
    struct axis
    {
        std::uint32_t term;
        vector<lint_range> pieces;
    };

    static constexpr std::size_t most_cases = 4096;
    static constexpr std::size_t most_marks = 64;

    void add_rules();
    void find_marks();
    void mark(const feel::value& constant, int depth = 0);
    void make_axes(const vector<lint_range>& plain);
    [[nodiscard]] bool is_cut(std::uint32_t term, const lint_range& range) const;
    [[nodiscard]] axis axis_of(std::uint32_t term, const lint_range& range) const;
    void cut_numbers(axis& into, const lint_range& range, unsigned kind) const;
    void cut_texts(axis& into, std::uint32_t term, const lint_range& range) const;
    bool work_out(vector<lint_range>& ranges, const vector<std::size_t>* chosen) const;
    [[nodiscard]] bool is_allowed(const vector<lint_range>& ranges) const;

    const rubric& sheet_;
    const lint_index& index_;
    lint_budget& budget_;
    memory& source_;
    lint_terms terms_;
    vector<std::uint32_t> rules_;
    vector<std::uint32_t> assumed_;
    vector<number> marks_;
    vector<std::string_view> texts_;
    vector<axis> axes_;
    bool has_rules_ = true;
};

} // namespace bontot::detail

#endif
