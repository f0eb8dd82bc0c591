// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COMPARE_HPP
#define BONTOT_COMPARE_HPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/result_summary.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot {

/** A figure that may have moved; on a side where there is none, it is 0. */
struct moved_figure
{
    number before;
    number after;
    number difference; /**< after - before, exactly */
};

/** Where a node stands. */
enum class presence : std::uint8_t
{
    both,
    before_only,
    after_only
};

/** A fact that a line used and that has not the same value on both sides. */
struct fact_change
{
    std::string_view id;
    std::optional<fact_summary> before; /**< nothing: not known, or read by no line */
    std::optional<fact_summary> after;
};

/** Points of a role that are not the same on both sides; nothing where it gave none. */
struct mark_change
{
    std::string_view role;
    std::optional<number> before;
    std::optional<number> after;
};

/** One side of what is told of a node. */
struct node_side
{
    bilingual label;
    std::string_view clause;
    node_state state = node_state::unknown; /**< means nothing where the node is not there */
    std::optional<truth> good;
    std::span<const reason_summary> reasons;
    std::span<const std::string_view> evidence;
};

/** A criterion or indicator of either side; parents stand before their children. */
struct node_comparison
{
    std::string_view id;
    std::uint32_t parent = none;
    std::uint32_t end = 0; /**< the next node that is not within this one */
    std::uint32_t depth = 0;
    bool is_line = true; /**< it has no indicators on either side */
    presence where = presence::both;
    std::uint32_t elsewhere = none; /**< the node of the same id that stands on the other side only,
                                         under another parent */
    moved_figure points;
    moved_figure possible;
    moved_figure max;
    number remainder; /**< of the points' difference, what the children's do not say: rounding,
                           clamp, rescaling, a void, the highest; of a line always 0 */
    number possible_remainder; /**< likewise of `possible` */
    node_side before;
    node_side after;
    std::span<const fact_change> facts;
    std::span<const mark_change> marks;

    /** Returns what is told of it for both sides: the later, if it is there. */
    [[nodiscard]] const node_side& newest() const
    {
        return where == presence::before_only ? before : after;
    }
};

/** A gate that is not the same on both sides. */
struct gate_change
{
    std::string_view id;
    std::optional<truth> before; /**< fired; nothing: there is no such gate */
    std::optional<truth> after;
    bool was_lifted = false;
    bool is_lifted = false;
};

/** A check that is not the same on both sides. */
struct check_change
{
    std::string_view id;
    std::optional<truth> before; /**< yes: passed; nothing: there is no such check */
    std::optional<truth> after;
    check_severity severity = check_severity::error;
    bilingual text;
};

/** Whose result one side is, and what it comes to. */
struct compared_result
{
    std::string_view rubric_id;
    std::string_view rubric_version;
    std::string_view unit_id;
    std::string_view unit_name;
    std::optional<date> from;
    std::optional<date> to;
    std::string_view as_of;
    std::string_view grade;
    bilingual grade_label;
    std::string_view grade_possible;
    bool by_exception = false;
    number completeness;
};

/** What moved between two results.

    The differences add up exactly: that of a parent is the sum of its
    children's and its remainder; the total's is the sum of the criteria's and
    @ref remainder. Movable, not copyable; a const one may be read by many
    threads.

    @par Object lifetimes
    Texts and lists lie in @ref store; nothing of the compared is needed any
    more. The memory that it was made with must outlive it.
*/
struct comparison
{
    explicit comparison(memory& source = default_memory())
        : store(source), nodes(allocator<node_comparison>(source))
    {}

    arena store;
    compared_result before;
    compared_result after;
    moved_figure points;
    moved_figure possible;
    moved_figure max;
    number remainder; /**< of the total: rounding and clamp */
    number possible_remainder;
    vector<node_comparison> nodes; /**< in the order of the later result; those that stand in the
                                        earlier one only follow their siblings */
    std::span<const gate_change> gates;
    std::span<const check_change> checks;

    /** Returns whether another grade is sure or possible now, or holds by exception. */
    [[nodiscard]] bool is_grade_changed() const;

    /** Returns whether both results are of one rubric in one version. */
    [[nodiscard]] bool is_same_rubric() const
    {
        return before.rubric_id == after.rubric_id && before.rubric_version == after.rubric_version;
    }
};

/** Returns whether anything about a node is not the same on both sides. */
[[nodiscard]] bool is_changed(const node_comparison& node);

/** Compares two results node by node, by the ids of the nodes.

    The two may be of one unit in two periods, of one dossier as of two roles
    or under two rubrics. A node that stands under another parent on the other
    side is told twice, once where it was and once where it is.

    @par Exception safety
    Strong guarantee. Memory allocations may throw.
*/
[[nodiscard]] comparison compare(
    const result_summary& before, const result_summary& after, memory& source = default_memory()
);

} // namespace bontot

#endif
