// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_LINES_HPP
#define BONTOT_TABLE_LINES_HPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>

#include <bontot/table/block.hpp>
#include <bontot/table/plan.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace bontot::detail {

/** Points of each row of a block, in steps of 10^-12: the least, and how much more is open. Of most
    lines nothing is open in most rows, so that there is one sum to add to. */
struct point_block
{
    std::array<std::int64_t, column_block_rows> low;
    std::array<std::int64_t, column_block_rows> open;

    void clear(std::size_t count)
    {
        std::fill_n(low.begin(), count, std::int64_t{0});
        std::fill_n(open.begin(), count, std::int64_t{0});
    }
    void add_all(std::size_t count, const point_block& other)
    {
        for (std::size_t i = 0; i < count; ++i) {
            low[i] += other.low[i];
            open[i] += other.open[i];
        }
    }
    void add(std::size_t at, const fixed_points& more)
    {
        low[at] += more.low;
        open[at] += more.high - more.low;
    }
    /** Adds points in place of others that were added before. */
    void replace(std::size_t at, const fixed_points& before, const fixed_points& now)
    {
        add(at, {now.low - before.low, now.high - before.high});
    }
    [[nodiscard]] std::int64_t high(std::size_t at) const { return low[at] + open[at]; }

    void clamp(std::size_t count, std::int64_t least, std::int64_t most)
    {
        for (std::size_t i = 0; i < count; ++i) {
            const std::int64_t raised = std::min(std::max(high(i), least), most);
            low[i] = std::min(std::max(low[i], least), most);
            open[i] = raised - low[i];
        }
    }
};

/** Adds the points of a plan's lines for all rows of a block. */
class line_adder
{
public:
    line_adder(const column_plan& plan, memory& source)
        : plan_(plan), jumps_(allocator<jump>(source)),
          cases_(column_block_rows, 0, allocator<std::uint32_t>(source))
    {}

    /** Tells whether the columns that are read have the forms that the plan is made for. */
    [[nodiscard]] bool takes(const column_block& block) const
    {
        return std::all_of(plan_.axes.begin(), plan_.axes.end(), [&](const plan_axis& axis) {
            const cell_form wanted = axis.is_truth ? cell_form::truths : cell_form::amounts;
            return block.columns[axis.column].form == wanted;
        });
    }

    void add(const column_block& block, const plan_line& line, point_block& to)
    {
        const plan_axis* const axes = plan_.axes.data() + line.cases.first_axis;
        const fixed_points* const points = plan_.points.data() + line.cases.first_case;
        if (line.cases.axis_count == 0) {
            add_constant(block.row_count, points[0], to);
        } else if (line.rise.is_known) {
            add_rising(block.row_count, block.columns[axes->column], line, points, to);
        } else if (line.cases.axis_count > 1) {
            add_cases(block, line, points, to);
        } else if (axes->is_truth) {
            add_truths(block.row_count, block.columns[axes->column], points, to);
        } else {
            add_steps(block.row_count, block.columns[axes->column], *axes, points, to);
        }
    }

    /** Adds the bits of a condition's cases to each row's signature. */
    void gather_bits(const column_block& block, const plan_cases& condition, std::uint64_t* to)
    {
        const std::uint64_t* const bits = plan_.bits.data() + condition.first_case;
        const plan_axis* const axes = plan_.axes.data() + condition.first_axis;
        if (condition.axis_count == 1 && axes->is_truth) {
            const std::uint64_t by_truth[] = {bits[1], bits[2], bits[0]};
            const std::uint8_t* const truths = block.columns[axes->column].truths;
            for (std::size_t i = 0; i < block.row_count; ++i)
                to[i] |= by_truth[truths[i]];
            return;
        }
        find_cases(block, condition);
        for (std::size_t i = 0; i < block.row_count; ++i)
            to[i] |= bits[cases_[i]];
    }

    /** Marks the rows in which a rule of consistency is broken. */
    void mark_broken(const column_block& block, const plan_cases& rule, std::uint8_t* marks)
    {
        const std::uint64_t* const bits = plan_.bits.data() + rule.first_case;
        find_cases(block, rule);
        for (std::size_t i = 0; i < block.row_count; ++i)
            marks[i] |= static_cast<std::uint8_t>(bits[cases_[i]]);
    }

private:
    /** From an amount on, so many points more than below it. */
    struct jump
    {
        std::int64_t from;
        std::int64_t low;
        std::int64_t high;
    };

    static void add_constant(std::size_t count, const fixed_points& points, point_block& to)
    {
        for (std::size_t i = 0; i < count; ++i)
            to.add(i, points);
    }

    static void add_truths(
        std::size_t count, const column_cells& column, const fixed_points* points, point_block& to
    )
    {
        // A truth is 0 false, 1 true, 2 unknown; a region 0 unknown, 1 false, 2 true.
        const fixed_points by_truth[] = {points[1], points[2], points[0]};
        const std::uint8_t* const truths = column.truths;
        const bool is_one = points[1].low == points[1].high && points[2].low == points[2].high;
        if (!is_one) {
            for (std::size_t i = 0; i < count; ++i)
                to.add(i, by_truth[truths[i]]);
            return;
        }
        const std::int64_t low[] = {points[1].low, points[2].low, points[0].low};
        for (std::size_t i = 0; i < count; ++i)
            to.low[i] += low[truths[i]];
        const std::int64_t open = points[0].high - points[0].low;
        each_with(count, truths, 2, [&](std::size_t i) { to.open[i] += open; });
    }

    void add_rising(
        std::size_t count, const column_cells& column, const plan_line& line,
        const fixed_points* points, point_block& to
    )
    {
        const auto points_of = [line](std::int64_t amount) {
            return line.rise.at(std::clamp(amount, line.least, line.most));
        };
        const std::int64_t* const amounts = column.amounts;
        for (std::size_t i = 0; i < count; ++i)
            to.low[i] += points_of(amounts[i]);
        each_unknown(count, column.known, [&](std::size_t i) {
            const std::int64_t risen = points_of(amounts[i]);
            to.replace(i, {risen, risen}, points[0]);
        });
    }

    /** Calls a function with each row whose cell is unknown: few, so all are added as known first.
     */
    template <class Function>
    static void each_unknown(std::size_t count, const std::uint8_t* known, const Function& function)
    {
        if (known != nullptr) each_with(count, known, 0, function);
    }

    /** Calls a function with each row that has a byte, of bytes of which the others are 0 or 1,
     * or 1.
     */
    template <class Function>
    static void each_with(
        std::size_t count, const std::uint8_t* bytes, std::uint8_t wanted, const Function& function
    )
    {
        constexpr std::uint64_t ones = 0x0101010101010101U;
        const std::uint64_t seen_bits = wanted == 0 ? ones : wanted * ones;
        const std::uint64_t usual = wanted == 0 ? ones : 0;
        constexpr std::size_t at_once = 8;
        std::size_t i = 0;
        for (; i + at_once <= count; i += at_once) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, bytes + i, at_once);
            if ((eight & seen_bits) == usual) continue;
            for (std::size_t j = i; j < i + at_once; ++j) {
                if (bytes[j] == wanted) function(j);
            }
        }
        for (; i < count; ++i) {
            if (bytes[i] == wanted) function(i);
        }
    }

    void add_steps(
        std::size_t count, const column_cells& column, const plan_axis& axis,
        const fixed_points* points, point_block& to
    )
    {
        find_jumps(axis, points);
        const bool is_one = points[1].low == points[1].high &&
                            std::all_of(jumps_.begin(), jumps_.end(), [](const jump& each) {
                                return each.low == each.high;
                            });
        if (is_one && axis.is_bounded) {
            add_short_table(count, column, points, to);
        } else {
            for (std::size_t i = 0; i < count; ++i)
                to.add(i, points_at(column.amounts[i], points[1]));
        }
        each_unknown(count, column.known, [&](std::size_t i) {
            to.replace(i, points_at(column.amounts[i], points[1]), points[0]);
        });
    }

    /** Returns the points of an amount by the jumps below it. */
    [[nodiscard]] fixed_points points_at(std::int64_t amount, const fixed_points& first) const
    {
        fixed_points out = first;
        for (const jump& each : jumps_) {
            if (amount < each.from) break;
            out.low += each.low;
            out.high += each.high;
        }
        return out;
    }

    void add_short_table(
        std::size_t count, const column_cells& column, const fixed_points* points, point_block& to
    ) const
    {
        switch (jumps_.size()) {
        case 1:
            return add_jumps<1>(count, column.amounts, points[1].low, to);
        case 2:
            return add_jumps<2>(count, column.amounts, points[1].low, to);
        case 3:
            return add_jumps<3>(count, column.amounts, points[1].low, to);
        case 4:
            return add_jumps<4>(count, column.amounts, points[1].low, to);
        default:
            return add_jumps<0>(count, column.amounts, points[1].low, to);
        }
    }

    /** Adds points that are certain, of amounts and breaks below 10^18.

        @tparam Count How many jumps there are, so that the loop over them is unrolled; 0: any.
    */
    template <std::size_t Count>
    void add_jumps(
        std::size_t count, const std::int64_t* amounts, std::int64_t first, point_block& to
    ) const
    {
        const std::size_t jump_count = Count == 0 ? jumps_.size() : Count;
        std::array<jump, Count == 0 ? 1 : Count> few;
        if (Count != 0) std::copy_n(jumps_.begin(), Count, few.begin());
        const jump* const jumps = Count == 0 ? jumps_.data() : few.data();
        for (std::size_t i = 0; i < count; ++i) {
            std::int64_t points = first;
            for (std::size_t j = 0; j < jump_count; ++j) {
                // The sign of the difference is 1 below the jump; less 1, it masks all or nothing.
                const std::uint64_t apart = static_cast<std::uint64_t>(amounts[i]) -
                                            static_cast<std::uint64_t>(jumps[j].from);
                const std::uint64_t mask = (apart >> 63U) - 1;
                points +=
                    static_cast<std::int64_t>(static_cast<std::uint64_t>(jumps[j].low) & mask);
            }
            to.low[i] += points;
        }
    }

    /** Turns regions into jumps, without those at which no points change. */
    void find_jumps(const plan_axis& axis, const fixed_points* points)
    {
        jumps_.clear();
        fixed_points before = points[1];
        const amount_step* const steps = plan_.steps.data() + axis.first_step;
        for (std::uint32_t i = 0; i < axis.step_count; ++i) {
            const bool is_passed = i + 1 < axis.step_count && steps[i + 1].from == steps[i].from;
            const fixed_points& here = points[steps[i].region];
            if (is_passed || here == before) continue;
            jumps_.push_back({steps[i].from, here.low - before.low, here.high - before.high});
            before = here;
        }
    }

    void add_cases(
        const column_block& block, const plan_line& line, const fixed_points* points,
        point_block& to
    )
    {
        find_cases(block, line.cases);
        for (std::size_t i = 0; i < block.row_count; ++i)
            to.add(i, points[cases_[i]]);
    }

    /** Finds the case of each row. */
    void find_cases(const column_block& block, const plan_cases& of)
    {
        std::fill_n(cases_.begin(), block.row_count, 0U);
        for (std::uint32_t i = 0; i < of.axis_count; ++i) {
            const plan_axis& axis = plan_.axes[of.first_axis + i];
            const column_cells& column = block.columns[axis.column];
            if (axis.is_truth) {
                const std::uint32_t regions[] = {axis.stride, 2 * axis.stride, 0};
                for (std::size_t row = 0; row < block.row_count; ++row)
                    cases_[row] += regions[column.truths[row]];
            } else {
                add_regions(block.row_count, column, axis);
            }
        }
    }

    void add_regions(std::size_t count, const column_cells& column, const plan_axis& axis)
    {
        const amount_step* const steps = plan_.steps.data() + axis.first_step;
        for (std::size_t row = 0; row < count; ++row) {
            if (column.known != nullptr && column.known[row] == 0) continue;
            std::uint32_t region = 1;
            for (std::uint32_t i = 0; i < axis.step_count; ++i) {
                if (column.amounts[row] >= steps[i].from) region = steps[i].region;
            }
            cases_[row] += region * axis.stride;
        }
    }

    const column_plan& plan_;
    vector<jump> jumps_;
    vector<std::uint32_t> cases_;
};

} // namespace bontot::detail

#endif
