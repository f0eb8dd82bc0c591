// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DIFF_CAUSES_HPP
#define BONTOT_DIFF_CAUSES_HPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>
#include <bontot/rubric_diff.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string_view>

namespace bontot::detail {

/** Finds what a change of grade needs: why the worse of two results lacks the better one's grade.

    For each condition of that grade that fails, the fewest differences of
    points that make up what is short; where even the better result's points
    would not do, the condition itself.
*/
class cause_finding
{
public:
    /** @param worse The result with the worse grade; `falls` when it is the later one. */
    cause_finding(
        const comparison& moved, const result& better, const result& worse, bool falls,
        vector<diff_cause>& out
    )
        : moved_(moved), better_(better), worse_(worse), falls_(falls), out_(out),
          tops_(out.get_allocator()), needed_points_(out.get_allocator()),
          needed_share_(out.get_allocator()), in_force_(out.get_allocator()),
          told_(out.get_allocator())
    {}

    void run();

private:
    /** Points that must reach a bar, under both rubrics. */
    struct bar
    {
        number have; /**< what the worse result has */
        number needs;
        number had;                   /**< what the better one has */
        std::optional<number> needed; /**< what it needed; nothing: there was no such bar */
        bool is_strict = false;       /**< the bar itself is not enough */
    };

    /** A difference that may explain what is short. */
    struct item
    {
        diff_cause cause;
        number loss; /**< how many points the worse result lacks by it */
        std::size_t order = 0;
    };

    /** The nodes of a criterion, as they are compared. */
    struct top
    {
        std::string_view id;
        std::size_t first;
        std::size_t end;
    };

    /** What tells a cause from others. */
    struct cause_key
    {
        std::string_view id;
        diff_cause::kind what;
        number difference;

        bool operator<(const cause_key& other) const
        {
            const int by_id = id.compare(other.id); // whose <=> the older libc++ lacks
            if (by_id != 0) return by_id < 0;
            return what != other.what ? what < other.what : difference < other.difference;
        }
    };

    static const grade_rule* rule_of(const rubric& sheet, std::string_view id);

    /** Finds where criteria begin and end, and what the better grade needed of each. */
    void index_criteria();

    /** Returns what the better grade needed of a criterion, by the id that it has in both. */
    [[nodiscard]] std::optional<number>
    needed_of(const vector<std::optional<number>>& bounds, std::uint32_t worse_node) const;

    static bool reaches(const number& points, const bar& of, const number& target)
    {
        return of.is_strict ? points > target : points >= target;
    }

    /** Explains a bar that is not reached, by differences within a criterion, or anywhere. */
    void explain(const bar& of, std::string_view criterion, bool base_only = false);

    /** Returns what the worse result lost within a criterion, or anywhere; the most first. */
    [[nodiscard]] vector<item> losses(std::string_view criterion, bool base_only) const;

    void add_losses(vector<item>& out, const top& within) const;

    void add_loss(
        vector<item>& out, diff_cause::kind what, const number& difference, std::size_t node
    ) const;

    [[nodiscard]] bool is_base(std::string_view criterion) const;

    /** The label and clause of the rubric with the worse grade, if it has the node. */
    void describe(diff_cause& cause, const node_comparison& node) const;

    void add_cause(const diff_cause& cause);

    /** The grade's own conditions: of the rubric under which it is not reached, if that has it. */
    void add_grade();

    [[nodiscard]] static number base_points(const result& of);

    [[nodiscard]] static number counted(const result& of)
    {
        return of.sheet->total.grades_on == grade_basis::base ? base_points(of) : of.points;
    }

    /** Returns how many points a condition on the total comes to. */
    [[nodiscard]] static number in_points(const result& of, const number& least);

    void explain_total();

    /** Returns the better result's criterion of the same id, or a null pointer. */
    [[nodiscard]] const node_result* better_node(std::uint32_t worse_node) const;

    void explain_points(
        std::uint32_t node, const number& least, const std::optional<number>& needed,
        bool is_strict = false
    );

    void explain_share(const criterion_bound& bound);

    void explain_zeros();

    void explain_good();

    /** A criterion that must be good and surely is only under the other rubric. */
    void explain_not_good(std::uint32_t criterion);

    /** Gates that limit the grade under this rubric alone, or may. */
    void explain_gates();

    static bool is_in_force(const result& of, std::uint32_t gate)
    {
        return of.gates[gate] != truth::no && of.exception_of(gate) == nullptr;
    }

    const comparison& moved_;
    const result& better_;
    const result& worse_;
    bool falls_;
    vector<diff_cause>& out_;
    const grade_rule* rule_ = nullptr; /**< of the grade, in the rubric that refuses it */
    const grade_rule* had_ = nullptr;  /**< in the other */
    vector<top> tops_;                 /**< by id */
    vector<std::optional<number>> needed_points_; /**< by node of the better result */
    vector<std::optional<number>> needed_share_;
    vector<std::string_view> in_force_; /**< ids of the better result's gates, sorted */
    std::set<cause_key, std::less<>, allocator<cause_key>> told_;
};

} // namespace bontot::detail

#endif
