// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_PLANNER_HPP
#define BONTOT_TABLE_PLANNER_HPP

#include <bontot/arena.hpp>
#include <bontot/columns.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/part_evaluator.hpp>
#include <bontot/rubric/line_cases.hpp>
#include <bontot/rubric/reader/cases.hpp>
#include <bontot/table/plan.hpp>

#include <cstdint>
#include <span>

namespace bontot::detail {

/** Returns a value that lies in a region of an axis. */
feel::value telling_value(const case_axis& axis, std::uint32_t region);

/** Makes the plan of a table, or finds that it needs the evaluator row by row.

    Planned are rubrics that only add up: no `applies`, no gate that voids, no
    rounding above the lines, and lines that a few regions of their facts
    decide.
*/
class column_planner
{
public:
    /** @param empty A dossier of the rubric without facts; its slots are used. */
    column_planner(dossier& empty, std::span<const fact_column> columns, column_plan& out)
        : built_(empty), sheet_(*empty.sheet), columns_(columns), out_(out),
          store_(empty.store.source()), finder_(sheet_, store_, case_finder::besides::nothing),
          seen_(empty.store.source()), room_(empty.store.source())
    {}

    /** Returns whether there is a plan. */
    bool run();

private:
    bool plan_node(std::uint32_t index);

    bool plan_line_of(std::uint32_t index);

    /** Puts values of each case that the table's columns can have into the slots, in order. */
    template <class Function>
    void each_case(const case_table& cases, const Function& function)
    {
        std::uint32_t count = 1;
        for (const case_axis& axis : cases.axes)
            count *= has_column(axis.slot) ? axis.region_count() : 1;
        for (std::uint32_t at = 0; at < count; ++at) {
            std::uint32_t rest = at;
            for (const case_axis& axis : cases.axes) {
                const std::uint32_t regions = has_column(axis.slot) ? axis.region_count() : 1;
                built_.slots[axis.slot] = telling_value(axis, rest % regions);
                rest /= regions;
            }
            function();
        }
        for (const case_axis& axis : cases.axes)
            built_.slots[axis.slot] = feel::value::unknown();
    }

    [[nodiscard]] bool has_column(std::uint32_t slot) const { return column_of(slot) != none; }

    [[nodiscard]] std::uint32_t column_of(std::uint32_t slot) const;

    /** Finds the axes in the table's columns; what has no column is unknown in all rows. */
    bool plan_axes(const case_table& cases, plan_cases& out);

    [[nodiscard]] static bool is_bounded(const fact_spec& fact, std::int32_t scale);

    /** Finds the amounts of a column at which a next region begins. */
    bool plan_steps(const case_axis& axis, std::int32_t scale);

    bool plan_rise(const rubric_node& rule, plan_line& out);

    /** A rule that is broken in a case sends its rows to the evaluator, which tells it. */
    bool plan_rules();

    bool plan_goods();

    bool plan_good_of(std::uint32_t index, const good_rule& rule);

    /** The gates that limit the grade; one that voids has no plan. */
    bool plan_gates();

    bool plan_grades();

    bool plan_above_zero();

    /** @param beyond 1: above the bound, 0: at least it. */
    bool plan_bound_of(
        plan_figure what, std::uint32_t node, const number& bound, std::int64_t beyond = 0
    );

    bool plan_truth(std::uint32_t program);

    bool take_bits(std::uint32_t count);

    template <class Function>
    bool plan_condition(std::uint32_t program, vector<plan_cases>& to, const Function& bits_of)
    {
        case_table cases;
        plan_cases added;
        added.first_case = static_cast<std::uint32_t>(out_.bits.size());
        if (!finder_.of_condition(program, cases) || !plan_axes(cases, added)) return false;
        each_case(cases, [&] { out_.bits.push_back(bits_of(rules_->value_of(program))); });
        to.push_back(added);
        return true;
    }

    /** Tells whether points are in whole steps, and sums of all of them still fit in 64 bits. */
    bool has_room_for(const number& points);

    static constexpr std::int32_t most_scale = 18;

    dossier& built_;
    const rubric& sheet_;
    std::span<const fact_column> columns_;
    column_plan& out_;
    arena store_;
    case_finder finder_;
    result seen_;
    result room_;
    part_evaluator* rules_ = nullptr;
    std::uint32_t shift_ = 0;
    std::int64_t all_points_ = 0;
};

} // namespace bontot::detail

#endif
