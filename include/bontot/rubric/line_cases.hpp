// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_LINE_CASES_HPP
#define BONTOT_RUBRIC_LINE_CASES_HPP

#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/number/fixed_point.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace bontot::detail {

/** The values of one fact in a few regions, within each of which a line says the same.

    Region 0 is unknown. Of a boolean follow no and yes; of a choice its
    choices, and one for any other text; of a number what lies below the first break, at it, between
   it and the second, at the second, and so on.
*/
struct case_axis
{
    enum class kind : std::uint8_t
    {
        boolean,
        choice,
        number
    };

    kind what = kind::boolean;
    std::uint8_t scale = 0; /**< the breaks' */
    std::uint32_t slot = 0;
    std::uint32_t stride = 1; /**< how many cases lie between two regions */
    std::span<const std::string_view> choices;
    std::span<const std::int64_t> breaks; /**< ascending, * 10^-scale */

    [[nodiscard]] std::uint32_t region_count() const
    {
        if (what == kind::boolean) return 3;
        const std::size_t known = what == kind::choice ? choices.size() : 2 * breaks.size();
        return static_cast<std::uint32_t>(known + 2);
    }

    /** Returns the region of a known number that has this coefficient at the breaks' scale. */
    [[nodiscard]] std::uint32_t region_of_fixed(std::int64_t value) const
    {
        // By signs of differences, which never overflow with 18 digits: which way a comparison goes
        // changes from dossier to dossier, and no processor guesses it.
        std::uint64_t region = 1;
        for (const std::int64_t each : breaks) {
            const auto is_above = static_cast<std::uint64_t>(each - value) >> 63U;
            const auto is_below = static_cast<std::uint64_t>(value - each) >> 63U;
            region += is_above + 1 - is_below;
        }
        return static_cast<std::uint32_t>(region);
    }

    [[nodiscard]] std::uint32_t region_of(const feel::value& given) const
    {
        if (given.is_unknown()) return 0;
        switch (what) {
        case kind::boolean:
            return given.as_boolean() ? 2 : 1;
        case kind::choice:
            return region_of_text(given.as_text());
        case kind::number:
            break;
        }
        std::int64_t value = 0;
        const number& amount = given.as_number();
        return to_fixed(amount, scale, value) ? region_of_fixed(value) : region_of_fine(amount);
    }

private:
    [[nodiscard]] std::uint32_t region_of_text(std::string_view given) const
    {
        std::uint32_t region = 1;
        for (const std::string_view each : choices) {
            if (each == given) break;
            ++region;
        }
        return region;
    }

    /** Of a number with more decimals than the breaks, or a huge one. */
    [[nodiscard]] std::uint32_t region_of_fine(const number& value) const
    {
        std::uint32_t region = 1;
        for (const std::int64_t each : breaks) {
            const number at = number::scaled(each, scale);
            region += (value > at ? 1U : 0U) + (value >= at ? 1U : 0U);
        }
        return region;
    }
};

/** Points that rise with a number, all in whole numbers: start + factor * (value - from). */
struct fixed_rise
{
    std::int64_t from = 0;   /**< * 10^-scale */
    std::int64_t start = 0;  /**< in steps of 10^-12, as the points */
    std::int64_t factor = 0; /**< such steps for each 10^-scale */
    std::uint8_t scale = 0;
    bool is_known = false;

    /** Returns the points of a value between the ends of the rise, or false: it has more decimals.
     */
    [[nodiscard]] bool at(const number& value, std::int64_t& points) const
    {
        std::int64_t amount = 0;
        if (!is_known || !to_fixed(value, scale, amount)) return false;
        points = at(amount);
        return true;
    }
    [[nodiscard]] std::int64_t at(std::int64_t amount) const
    {
        return start + factor * (amount - from);
    }
};

/** The cases of a line whose outcome depends on nothing but the regions of a few facts.

    A line has none (count 0) where anything else could matter: other
    expressions, evidence, gates, or too many cases.
*/
struct case_table
{
    std::span<const case_axis> axes;
    std::uint32_t first = 0; /**< among the cases of the whole rubric */
    std::uint32_t count = 0;
    fixed_rise rise; /**< of a proportional line between its ends */

    /** Returns the case of a dossier's facts, among those of the rubric. */
    [[nodiscard]] std::uint32_t case_of(std::span<const feel::value> slots) const
    {
        std::uint32_t out = first;
        for (const case_axis& axis : axes)
            out += axis.stride * axis.region_of(slots[axis.slot]);
        return out;
    }
};

} // namespace bontot::detail

#endif
