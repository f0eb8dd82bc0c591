// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_COLUMN_PLANNER_HPP
#define BONTOT_IMPL_COLUMN_PLANNER_HPP

#include <bontot/columns.hpp>

#include <bontot/detail/column_plan.hpp>
#include <bontot/impl/path_evaluator.hpp>
#include <bontot/impl/rubric_cases.hpp>

namespace bontot::detail {

/** Returns a value that lies in a region of an axis. */
inline feel::value telling_value(const case_axis& axis, std::uint32_t region)
{
    if (region == 0) return feel::value::unknown();
    const std::size_t at = (region - 1) / 2;
    switch (axis.what) {
    case case_axis::kind::boolean:
        return feel::value::boolean(region == 2);
    case case_axis::kind::choice:
        return region <= axis.choices.size() ? feel::value::text(axis.choices[region - 1])
                                             : feel::value::unknown();
    case case_axis::kind::number:
        break;
    }
    const auto scaled = [&axis](std::int64_t coefficient) {
        return number::scaled(coefficient, axis.scale);
    };
    const auto breaks = axis.breaks;
    if (breaks.empty()) return feel::value::number(number(0));
    if (region % 2 == 0) return feel::value::number(scaled(breaks[at]));
    if (at == 0) return feel::value::number(scaled(breaks.front() - 1));
    if (at == breaks.size()) return feel::value::number(scaled(breaks.back() + 1));
    const number twice = sum(scaled(breaks[at - 1]), scaled(breaks[at]));
    return feel::value::number(multiply(twice, number::scaled(5, 1)).value_or(twice));
}

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
    bool run()
    {
        const total_rule& total = sheet_.total;
        const bool is_plain =
            sheet_.always_whole && !total.rounding && total.grades_on != grade_basis::share &&
            (!total.max || has_room_for(*total.max)) && (!total.min || has_room_for(*total.min));
        if (!is_plain) return false;
        evaluate(built_, seen_);
        path_evaluator rules(built_, seen_, room_, none);
        rules_ = &rules;
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
            if (!plan_node(i)) return false;
        }
        // Behind the goods' bits stand those of the rest, and of each good's answer.
        return plan_rules() && plan_goods() && plan_gates() && plan_grades() &&
               shift_ - out_.rest_shift + 2 * out_.goods.size() <= 64 && shift_ < 64;
    }

private:
    bool plan_node(std::uint32_t index)
    {
        const rubric_node& rule = sheet_.nodes[index];
        if (!rule.always_whole || !has_room_for(rule.max) || !has_room_for(rule.least))
            return false;
        if (rule.score.kind != score_kind::group) return plan_line_of(index);
        return !rule.highest && !rule.rounding && rule.precondition == none &&
               rule.ceilings.empty() && !rule.evidence;
    }

    bool plan_line_of(std::uint32_t index)
    {
        case_table cases;
        if (!finder_.of_line(index, cases)) return false;
        plan_line line;
        line.node = index;
        line.cases.first_case = static_cast<std::uint32_t>(out_.points.size());
        if (!plan_axes(cases, line.cases)) return false;
        const rubric_node& rule = sheet_.nodes[index];
        if (rule.score.kind == score_kind::proportional && line.cases.axis_count > 0) {
            if (!plan_rise(rule, line)) return false;
        }
        bool is_told = true;
        each_case(cases, [&] {
            const outcome given = rules_->line(index);
            fixed_points points;
            is_told = is_told && given.applies == truth::yes && given.voids_parent == truth::no &&
                      to_fixed(given.points.low, fixed_interval::scale, points.low) &&
                      to_fixed(given.points.high, fixed_interval::scale, points.high);
            out_.points.push_back(points);
        });
        out_.lines.push_back(line);
        return is_told;
    }

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

    [[nodiscard]] std::uint32_t column_of(std::uint32_t slot) const
    {
        for (std::uint32_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i].slot == slot && columns_[i].type != column_type::nothing) return i;
        }
        return none;
    }

    /** Finds the axes in the table's columns; what has no column is unknown in all rows. */
    bool plan_axes(const case_table& cases, plan_cases& out)
    {
        out.first_axis = static_cast<std::uint32_t>(out_.axes.size());
        std::uint32_t stride = 1;
        for (const case_axis& axis : cases.axes) {
            if (!has_column(axis.slot)) continue;
            plan_axis added;
            added.column = column_of(axis.slot);
            added.stride = stride;
            added.is_truth = axis.what == case_axis::kind::boolean;
            if (axis.what == case_axis::kind::choice) return false;
            added.first_step = static_cast<std::uint32_t>(out_.steps.size());
            const std::int32_t scale = columns_[added.column].scale;
            if (!added.is_truth && !plan_steps(axis, scale)) return false;
            added.is_bounded = !added.is_truth && is_bounded(sheet_.facts[axis.slot], scale);
            added.step_count = static_cast<std::uint32_t>(out_.steps.size()) - added.first_step;
            stride *= axis.region_count();
            out_.axes.push_back(added);
            ++out.axis_count;
        }
        return true;
    }

    [[nodiscard]] static bool is_bounded(const fact_spec& fact, std::int32_t scale)
    {
        std::int64_t ignored = 0;
        return fact.min && fact.max && scale <= most_scale && to_fixed(*fact.min, scale, ignored) &&
               to_fixed(*fact.max, scale, ignored);
    }

    /** Finds the amounts of a column at which a next region begins. */
    bool plan_steps(const case_axis& axis, std::int32_t scale)
    {
        for (std::size_t i = 0; i < axis.breaks.size(); ++i) {
            const auto at = static_cast<std::uint32_t>(2 * (i + 1));
            const number place = number::scaled(axis.breaks[i], axis.scale);
            std::int64_t amount = 0;
            if (to_fixed(place, scale, amount)) {
                out_.steps.push_back({amount, at});
            } else {
                // No amount is at the break: the region after it begins with the next one.
                const auto below = round(place, scale, rounding_mode::floor);
                if (!below || !to_fixed(*below, scale, amount)) return false;
            }
            out_.steps.push_back({amount + 1, at + 1});
        }
        return scale <= most_scale;
    }

    bool plan_rise(const rubric_node& rule, plan_line& out)
    {
        const std::int32_t scale = columns_[out_.axes[out.cases.first_axis].column].scale;
        const auto [least, most] = std::minmax(rule.score.from[0], rule.score.from[1]);
        out.rise = rise_of(rule.score, scale);
        return out.rise.is_known && to_fixed(least, scale, out.least) &&
               to_fixed(most, scale, out.most);
    }

    /** A rule that is broken in a case sends its rows to the evaluator, which tells it. */
    bool plan_rules()
    {
        for (const check_rule& rule : sheet_.consistency) {
            const auto bits_of = [](const feel::value& holds) {
                return std::uint64_t{holds.is_false() ? 1U : 0U};
            };
            if (!plan_condition(rule.assertion, out_.rules, bits_of)) return false;
        }
        return true;
    }

    bool plan_goods()
    {
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
            if (sheet_.nodes[i].good && !plan_good_of(i, *sheet_.nodes[i].good)) return false;
        }
        out_.rest_shift = shift_;
        return true;
    }

    bool plan_good_of(std::uint32_t index, const good_rule& rule)
    {
        constexpr std::uint32_t most_width = 12; // bounds the answers that are remembered
        plan_good added;
        added.node = index;
        added.shift = shift_;
        if (rule.min_points && !plan_bound_of(plan_figure::node, index, *rule.min_points))
            return false;
        if (!plan_truth(rule.precondition)) return false;
        for (const gate_rule& gate : sheet_.gates) {
            const bool is_ours = gate.effect == gate_effect::not_good && gate.target == index;
            if (is_ours && !plan_truth(gate.when)) return false;
        }
        added.width = shift_ - added.shift;
        if (added.width > most_width) return false;
        added.first_answer = out_.answer_count;
        out_.answer_count += 1U << added.width;
        out_.goods.push_back(added);
        return true;
    }

    /** The gates that limit the grade; one that voids has no plan. */
    bool plan_gates()
    {
        for (const gate_rule& gate : sheet_.gates) {
            if (gate.effect == gate_effect::void_node) return false;
            if (gate.effect == gate_effect::not_good) continue;
            if (!plan_truth(gate.when)) return false;
        }
        return true;
    }

    bool plan_grades()
    {
        const auto total = sheet_.total.grades_on == grade_basis::base ? plan_figure::base_total
                                                                       : plan_figure::total;
        for (const grade_rule& grade : sheet_.grades) {
            if (grade.min_total && !plan_bound_of(total, 0, *grade.min_total)) return false;
            if (grade.above_total && !plan_bound_of(total, 0, *grade.above_total, 1)) return false;
            for (const criterion_bound& each : grade.min_points) {
                if (!plan_bound_of(plan_figure::node, each.node, each.least)) return false;
            }
            for (const criterion_bound& each : grade.min_share) {
                const auto least = multiply(each.least, sheet_.nodes[each.node].max);
                if (!least || !plan_bound_of(plan_figure::node, each.node, *least)) return false;
            }
            if (grade.no_zero_criterion && !plan_above_zero()) return false;
            if (!plan_truth(grade.precondition)) return false;
        }
        return true;
    }

    bool plan_above_zero()
    {
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
            if (!plan_bound_of(plan_figure::node, i, number(0), 1)) return false;
        }
        return true;
    }

    /** @param beyond 1: above the bound, 0: at least it. */
    bool plan_bound_of(
        plan_figure what, std::uint32_t node, const number& bound, std::int64_t beyond = 0
    )
    {
        plan_bound added;
        added.what = what;
        added.node = node;
        added.shift = shift_;
        if (!to_fixed(bound, fixed_interval::scale, added.least)) return false;
        added.least += beyond;
        out_.bounds.push_back(added);
        return take_bits(2);
    }

    bool plan_truth(std::uint32_t program)
    {
        if (program == none) return true;
        const std::uint32_t shift = shift_;
        const auto bits_of = [shift](const feel::value& holds) {
            const std::uint64_t answer = holds.is_true()      ? 1
                                         : holds.is_unknown() ? 2
                                         : holds.is_null()    ? 3
                                                              : 0;
            return answer << shift;
        };
        return take_bits(2) && plan_condition(program, out_.conditions, bits_of);
    }

    bool take_bits(std::uint32_t count)
    {
        shift_ += count;
        return shift_ <= 64;
    }

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
    bool has_room_for(const number& points)
    {
        constexpr std::int64_t most = 2'000'000'000'000'000'000;
        std::int64_t fixed = 0;
        if (!to_fixed(points, fixed_interval::scale, fixed)) return false;
        all_points_ += fixed < 0 ? -fixed : fixed;
        return all_points_ < most;
    }

    static constexpr std::int32_t most_scale = 18;

    dossier& built_;
    const rubric& sheet_;
    std::span<const fact_column> columns_;
    column_plan& out_;
    arena store_;
    case_finder finder_;
    result seen_;
    result room_;
    path_evaluator* rules_ = nullptr;
    std::uint32_t shift_ = 0;
    std::int64_t all_points_ = 0;
};

} // namespace bontot::detail

#endif
