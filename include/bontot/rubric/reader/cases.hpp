// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_CASES_HPP
#define BONTOT_RUBRIC_READER_CASES_HPP

#include <bontot/arena.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/number/fixed_point.hpp>
#include <bontot/rubric/breakpoints.hpp>
#include <bontot/rubric/line_cases.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace bontot::detail {

/** Finds the rise of a proportional rule in whole numbers of a scale, where its slope and ends are
    such. */
fixed_rise rise_of(const score_rule& score, std::int32_t scale);

/** Tells of lines and conditions whether a few regions of their facts decide them.

    Facts of finite types are told apart value by value. A number is, where
    every expression that reads it only compares: then nothing can change
    between two of the numbers that it is compared with.
*/
class case_finder
{
public:
    /** What a dossier may hold besides facts. */
    enum class besides : std::uint8_t
    {
        anything,
        nothing /**< no documents, no marks: what asks for them is decided by facts, too */
    };

    /** @param store Where the tables that are found lie. */
    case_finder(const rubric& sheet, arena& store, besides given)
        : sheet_(sheet), store_(store), given_(given)
    {}

    /** Finds the cases of a line that no gate voids; false when they can not be told. */
    bool of_line(std::uint32_t index, case_table& out)
    {
        const rubric_node& line = sheet_.nodes[index];
        if (is_voided(index)) return false;
        gathered found;
        if (!gather_score(line, found)) return false;
        if (!gather(line.applies, found) || !gather(line.precondition, found)) return false;
        for (const ceiling_rule& each : line.ceilings) {
            if (!gather(each.when, found)) return false;
        }
        if (!gather_evidence(line, found) || !describe(found, out)) return false;
        if (line.score.kind == score_kind::proportional)
            out.rise = rise_of(line.score, out.axes.front().scale);
        return true;
    }

    /** Finds the cases of a condition; false when they can not be told. */
    bool of_condition(std::uint32_t program, case_table& out)
    {
        gathered found;
        return gather(program, found) && describe(found, out);
    }

private:
    static constexpr std::size_t most_axes = 4;
    static constexpr std::uint32_t most_of_one = 256;

    /** The facts of one line. */
    struct gathered
    {
        std::uint32_t slots[most_axes] = {};
        std::size_t count = 0;
        breakpoints at;
    };

    [[nodiscard]] bool is_voided(std::uint32_t index) const
    {
        const auto gates = sheet_.nodes[index].gates;
        return std::any_of(gates.begin(), gates.end(), [this](std::uint32_t gate) {
            return sheet_.gates[gate].effect == gate_effect::void_node;
        });
    }

    bool gather_score(const rubric_node& line, gathered& found)
    {
        switch (line.score.kind) {
        case score_kind::condition:
            return gather(line.score.value, found);
        case score_kind::formula:
            return gather(line.score.value, found) && !has_number(found);
        case score_kind::choice:
            return add(line.score.fact, found);
        case score_kind::steps:
            return gather_steps(line.score, found);
        case score_kind::proportional:
            return gather_proportional(line, found);
        case score_kind::mark:
            return given_ == besides::nothing;
        default:
            return false;
        }
    }

    bool gather_evidence(const rubric_node& line, gathered& found)
    {
        if (!line.evidence) return true;
        return given_ == besides::nothing && gather(line.evidence->at_least, found);
    }

    bool gather_steps(const score_rule& score, gathered& found)
    {
        const std::optional<std::uint32_t> slot = sheet_.programs[score.value].single_variable();
        if (!slot || !add(*slot, found)) return false;
        const bool is_number = sheet_.facts[*slot].type == fact_type::number;
        for (const step_row& row : score.steps) {
            const feel::program& test = sheet_.programs[row.when];
            if (!gather(row.when, found) || (is_number && !found.at.add(test))) return false;
        }
        return true;
    }

    /** Between its two ends a proportional line is worked out anew, so nothing else may matter. */
    bool gather_proportional(const rubric_node& line, gathered& found)
    {
        const std::optional<std::uint32_t> slot =
            sheet_.programs[line.score.value].single_variable();
        const bool is_plain = line.applies == none && line.precondition == none &&
                              line.ceilings.empty() && !line.rounding && !line.evidence;
        if (!is_plain || !slot || !add(*slot, found)) return false;
        return found.at.add(line.score.from[0]) && found.at.add(line.score.from[1]);
    }

    /** Takes up the facts of an expression; false when its cases can not be told. */
    bool gather(std::uint32_t index, gathered& found)
    {
        if (index == none) return true;
        const feel::program& program = sheet_.programs[index];
        bool reads_number = false;
        for (const std::uint32_t slot : program.variables()) {
            if (!add(slot, found)) return false;
            reads_number = reads_number || sheet_.facts[slot].type == fact_type::number;
        }
        return !reads_number || found.at.add(program);
    }

    /** Takes up a fact; false when its values are endless, or a second number could be compared. */
    bool add(std::uint32_t slot, gathered& found)
    {
        const auto end = found.slots + found.count;
        if (std::find(found.slots, end, slot) != end) return true;
        if (slot >= sheet_.facts.size() || found.count == most_axes) return false;
        const fact_type type = sheet_.facts[slot].type;
        if (type == fact_type::text || type == fact_type::date) return false;
        if (type == fact_type::number && has_number(found)) return false;
        found.slots[found.count++] = slot;
        return true;
    }

    [[nodiscard]] bool has_number(const gathered& found) const
    {
        return std::any_of(found.slots, found.slots + found.count, [this](std::uint32_t slot) {
            return sheet_.facts[slot].type == fact_type::number;
        });
    }

    bool describe(const gathered& found, case_table& out)
    {
        case_axis axes[most_axes];
        std::uint32_t count = 1;
        for (std::size_t i = 0; i < found.count; ++i) {
            axes[i].slot = found.slots[i];
            axes[i].stride = count;
            if (!describe(axes[i], found.at)) return false;
            count *= axes[i].region_count();
            if (count > most_of_one) return false;
        }
        out.axes = store_.copy(std::span<const case_axis>(axes, found.count));
        out.count = count;
        return true;
    }

    bool describe(case_axis& axis, const breakpoints& at)
    {
        const fact_spec& fact = sheet_.facts[axis.slot];
        if (fact.type == fact_type::boolean) return true;
        if (fact.type == fact_type::choice) {
            axis.what = case_axis::kind::choice;
            axis.choices = fact.choices;
            return fact.choices.size() < most_of_one;
        }
        axis.what = case_axis::kind::number;
        return describe_number(axis, at.found());
    }

    /** Scales the breaks: to millionths where they fit, so that most values need no division. */
    bool describe_number(case_axis& axis, std::span<const number> at)
    {
        constexpr int usual_scale = 6;
        constexpr int most_scale = 12;
        std::int32_t scale = usual_scale;
        for (const number& each : at) {
            std::int64_t coefficient = 0;
            std::int32_t needed = 0;
            if (!each.to_scaled(coefficient, needed) || needed > most_scale) return false;
            scale = std::max(scale, needed);
        }
        std::int64_t* const breaks = store_.make_array<std::int64_t>(at.size());
        for (std::size_t i = 0; i < at.size(); ++i) {
            if (!to_fixed(at[i], scale, breaks[i])) return false;
        }
        std::sort(breaks, breaks + at.size());
        axis.scale = static_cast<std::uint8_t>(scale);
        axis.breaks = {breaks, at.size()};
        return true;
    }

    const rubric& sheet_;
    arena& store_;
    besides given_;
};

/** Finds the cases of a rubric's lines, as far as a result may have to remember them. */
void find_line_cases(rubric& out);

} // namespace bontot::detail

#endif
