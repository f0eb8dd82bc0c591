// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_OUTPUTS_HPP
#define BONTOT_TABLE_OUTPUTS_HPP

#include <bontot/columns.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/number/convert.hpp>
#include <bontot/number/uint128.hpp>

#include <cstddef>
#include <cstdint>

namespace bontot::detail {

/** Most decimals that a figure has, all being settled. */
inline constexpr std::int32_t most_figure_scale = 12;

/** Finds the coefficient of a number at a scale; false: it is not exact, or beyond 64 bits. */
inline bool coefficient_at(const number& given, std::int32_t scale, std::int64_t& out)
{
    uint128 coefficient = number_access::coefficient(given);
    std::int32_t zeros = number_access::exponent(given) + scale;
    constexpr std::int32_t most_zeros = 19;
    if (zeros < 0 || zeros > most_zeros || coefficient.high != 0) {
        const shortest_parts parts = strip_zeros(given);
        coefficient = parts.coefficient;
        zeros = parts.exponent + scale;
        if (coefficient == uint128{}) zeros = 0;
        if (zeros < 0 || zeros > most_zeros || coefficient.high != 0) return false;
    }
    const uint128 scaled = product(coefficient.low, power_of_ten_64(zeros));
    return scaled.high == 0 && apply_sign(given.is_negative(), scaled.low, out);
}

/** Writes what was decided about rows into the arrays of the caller. */
class column_writer
{
public:
    column_writer(const column_outputs& to, memory& source)
        : to_(to), figures_(allocator<figure>(source))
    {
        add({none, &result::points, nullptr, to.points, to.scale});
        add({none, &result::possible, nullptr, to.possible, to.scale});
        add({none, &result::completeness, nullptr, to.completeness, most_figure_scale});
        for (const node_output& each : to.nodes) {
            add({each.node, nullptr, &node_result::points, each.points, to.scale});
            add({each.node, nullptr, &node_result::possible, each.possible, to.scale});
        }
    }

    /** Writes a row, or none of it: then it says which figure did not fit, and its node or none. */
    bool write(std::size_t row, const result& given, number& unfit, std::uint32_t& node) const
    {
        for (const figure& each : figures_) {
            const number& amount = each.of(given);
            if (coefficient_at(amount, each.scale, each.to[row])) continue;
            unfit = amount;
            node = each.node;
            clear(row, row_status::no_fit);
            return false;
        }
        write_grades(row, given.grade, given.grade_possible);
        write_status(row, row_status::scored);
        return true;
    }

    void write_grades(std::size_t row, std::uint32_t grade, std::uint32_t possible) const
    {
        if (to_.grade != nullptr) to_.grade[row] = static_cast<std::int32_t>(grade);
        if (to_.grade_possible != nullptr)
            to_.grade_possible[row] = static_cast<std::int32_t>(possible);
    }

    void write_status(std::size_t row, row_status status) const
    {
        if (to_.status != nullptr) to_.status[row] = static_cast<std::uint8_t>(status);
    }

    /** Writes that a row has no results. */
    void clear(std::size_t row, row_status why) const
    {
        for (const figure& each : figures_)
            each.to[row] = 0;
        write_grades(row, none, none);
        write_status(row, why);
    }

    [[nodiscard]] const column_outputs& outputs() const { return to_; }

private:
    /** Where one figure of a result goes. */
    struct figure
    {
        std::uint32_t node;
        number result::*total;
        number node_result::*points;
        std::int64_t* to;
        std::int32_t scale;

        [[nodiscard]] const number& of(const result& given) const
        {
            return total != nullptr ? given.*total : given.nodes[node].*points;
        }
    };

    void add(const figure& added)
    {
        if (added.to != nullptr) figures_.push_back(added);
    }

    const column_outputs& to_;
    vector<figure> figures_;
};

} // namespace bontot::detail

#endif
