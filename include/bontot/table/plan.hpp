// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_PLAN_HPP
#define BONTOT_TABLE_PLAN_HPP

#include <bontot/memory.hpp>
#include <bontot/result.hpp>

#include <bontot/rubric/line_cases.hpp>

#include <cstdint>

namespace bontot::detail {

/** Points in steps of 10^-12. */
struct fixed_points
{
    std::int64_t low = 0;
    std::int64_t high = 0;

    friend bool operator==(const fixed_points&, const fixed_points&) = default;
};

/** From which amount of a column on something is different. */
struct amount_step
{
    std::int64_t from = 0; /**< this amount and all above it */
    std::uint32_t region = 0;
};

/** A fact whose regions tell cases apart (@ref case_axis), in the terms of a table's column. */
struct plan_axis
{
    std::uint32_t column = 0; /**< its place among the table's columns */
    std::uint32_t stride = 1;
    bool is_truth = false;
    bool is_bounded = false;      /**< its fact's range keeps amounts and breaks below 10^18 */
    std::uint32_t first_step = 0; /**< of an amount; among the plan's steps */
    std::uint32_t step_count = 0;
};

/** Cases of a line or condition over the columns of a table. */
struct plan_cases
{
    std::uint32_t first_axis = 0;
    std::uint32_t axis_count = 0;
    std::uint32_t first_case = 0; /**< among the plan's points, or its bits */
};

/** A line: the points of each of its cases; between the ends of a proportional one they rise with
    the amount. */
struct plan_line
{
    std::uint32_t node = 0;
    plan_cases cases;
    fixed_rise rise;        /**< of a proportional line, in the column's scale; else not known */
    std::int64_t least = 0; /**< between these amounts; beyond them as at them */
    std::int64_t most = 0;
};

/** What a comparison reads. */
enum class plan_figure : std::uint8_t
{
    total,
    base_total,
    node
};

/** A comparison of points with a bound: its answers are two bits of a row's signature. */
struct plan_bound
{
    plan_figure what = plan_figure::total;
    std::uint32_t node = 0;
    std::int64_t least = 0;
    std::uint32_t shift = 0; /**< bit: the low end reaches it; the next bit: the high end does */
};

/** Of a criterion that may be good: which bits of the signature decide it. */
struct plan_good
{
    std::uint32_t node = 0;
    std::uint32_t shift = 0;
    std::uint32_t width = 0;
    std::uint32_t first_answer = 0; /**< one for each value of the bits, among all */
};

/** How a table whose rows have nothing but facts is scored with whole numbers alone.

    Made of what the evaluator says of each case, so that no rule is written
    here again: a line's points are looked up, added and clamped. Which bounds
    the points of a row pass and what its conditions answer is the row's
    signature: rows alike in the bits of a criterion are alike in its being
    good, and rows alike in that and the rest of the bits in their grade. The
    evaluator decides both for the first of them.
*/
struct column_plan
{
    explicit column_plan(memory& source)
        : axes(allocator<plan_axis>(source)), steps(allocator<amount_step>(source)),
          lines(allocator<plan_line>(source)), points(allocator<fixed_points>(source)),
          conditions(allocator<plan_cases>(source)), bits(allocator<std::uint64_t>(source)),
          rules(allocator<plan_cases>(source)), bounds(allocator<plan_bound>(source)),
          goods(allocator<plan_good>(source))
    {}

    vector<plan_axis> axes;
    vector<amount_step> steps;
    vector<plan_line> lines;
    vector<fixed_points> points;
    vector<plan_cases> conditions; /**< each case adds its bits to the signature */
    vector<std::uint64_t> bits;
    vector<plan_cases> rules; /**< of consistency; a case's bits are 1 where the rule is broken */
    vector<plan_bound> bounds;
    vector<plan_good> goods;
    std::uint32_t rest_shift = 0; /**< behind the bits of all @ref goods */
    std::uint32_t answer_count = 0;
};

} // namespace bontot::detail

#endif
