// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_RUBRIC_CASES_HPP
#define BONTOT_IMPL_RUBRIC_CASES_HPP

#include <bontot/rubric.hpp>

#include <bontot/detail/breakpoints.hpp>

#include <algorithm>

namespace bontot::detail {

/** Finds the lines of a rubric that a few regions of their facts decide (@ref case_table).

    Facts of finite types are told apart value by value. A number is, where
    every expression that reads it only compares: then nothing can change
    between two of the numbers that it is compared with.
*/
class case_finder
{
public:
    explicit case_finder(rubric& out) : out_(out) {}

    void run()
    {
        for (std::uint32_t i = 0; i < out_.nodes.size(); ++i) {
            if (is_alone(i)) find(out_.nodes[i]);
        }
    }

private:
    static constexpr std::size_t most_axes = 4;
    static constexpr std::uint32_t most_of_line = 256;
    static constexpr std::uint32_t most_of_rubric = 65536; // bounds what a result remembers

    /** The facts of one line. */
    struct gathered
    {
        std::uint32_t slots[most_axes] = {};
        std::size_t count = 0;
        breakpoints at;
    };

    /** Tells whether nothing but expressions decides a line: no documents, no gate. */
    [[nodiscard]] bool is_alone(std::uint32_t index) const
    {
        const rubric_node& line = out_.nodes[index];
        if (line.score.kind == score_kind::group || line.evidence) return false;
        return std::none_of(out_.gates.begin(), out_.gates.end(), [&](const gate_rule& gate) {
            return gate.effect == gate_effect::void_node && gate.target == index;
        });
    }

    void find(rubric_node& line)
    {
        gathered found;
        if (!gather_score(line, found)) return;
        bool is_told = gather(line.applies, found) && gather(line.precondition, found);
        for (const ceiling_rule& each : line.ceilings)
            is_told = is_told && gather(each.when, found);
        if (is_told && found.count > 0) keep(line, found);
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
        default:
            return false;
        }
    }

    bool gather_steps(const score_rule& score, gathered& found)
    {
        const std::optional<std::uint32_t> slot = out_.programs[score.value].single_variable();
        if (!slot || !add(*slot, found)) return false;
        const bool is_number = out_.facts[*slot].type == fact_type::number;
        for (const step_row& row : score.steps) {
            const feel::program& test = out_.programs[row.when];
            if (!gather(row.when, found) || (is_number && !found.at.add(test))) return false;
        }
        return true;
    }

    /** Between its two ends a proportional line is worked out anew, so nothing else may matter. */
    bool gather_proportional(const rubric_node& line, gathered& found)
    {
        const std::optional<std::uint32_t> slot = out_.programs[line.score.value].single_variable();
        const bool is_plain = line.applies == none && line.precondition == none &&
                              line.ceilings.empty() && !line.rounding;
        if (!is_plain || !slot || !add(*slot, found)) return false;
        return found.at.add(line.score.from[0]) && found.at.add(line.score.from[1]);
    }

    /** Takes up the facts of an expression; false when its cases can not be told. */
    bool gather(std::uint32_t index, gathered& found)
    {
        if (index == none) return true;
        const feel::program& program = out_.programs[index];
        bool reads_number = false;
        for (const std::uint32_t slot : program.variables()) {
            if (!add(slot, found)) return false;
            reads_number = reads_number || out_.facts[slot].type == fact_type::number;
        }
        return !reads_number || found.at.add(program);
    }

    /** Takes up a fact; false when its values are endless, or a second number could be compared. */
    bool add(std::uint32_t slot, gathered& found)
    {
        const auto end = found.slots + found.count;
        if (std::find(found.slots, end, slot) != end) return true;
        if (slot >= out_.facts.size() || found.count == most_axes) return false;
        const fact_type type = out_.facts[slot].type;
        if (type == fact_type::text || type == fact_type::date) return false;
        if (type == fact_type::number && has_number(found)) return false;
        found.slots[found.count++] = slot;
        return true;
    }

    [[nodiscard]] bool has_number(const gathered& found) const
    {
        return std::any_of(found.slots, found.slots + found.count, [this](std::uint32_t slot) {
            return out_.facts[slot].type == fact_type::number;
        });
    }

    void keep(rubric_node& line, const gathered& found)
    {
        case_axis axes[most_axes];
        std::uint32_t count = 1;
        for (std::size_t i = 0; i < found.count; ++i) {
            axes[i].slot = found.slots[i];
            axes[i].stride = count;
            if (!describe(axes[i], found.at)) return;
            count *= axes[i].region_count();
            if (count > most_of_line) return;
        }
        if (count > most_of_rubric - out_.case_count) return;
        line.cases.axes = out_.store.copy(std::span<const case_axis>(axes, found.count));
        line.cases.first = out_.case_count;
        line.cases.count = count;
        out_.case_count += count;
    }

    bool describe(case_axis& axis, const breakpoints& at)
    {
        const fact_spec& fact = out_.facts[axis.slot];
        if (fact.type == fact_type::boolean) return true;
        if (fact.type == fact_type::choice) {
            axis.what = case_axis::kind::choice;
            axis.choices = fact.choices;
            return fact.choices.size() < most_of_line;
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
        std::int64_t* const breaks = out_.store.make_array<std::int64_t>(at.size());
        for (std::size_t i = 0; i < at.size(); ++i) {
            if (!to_fixed(at[i], scale, breaks[i])) return false;
        }
        std::sort(breaks, breaks + at.size());
        axis.scale = static_cast<std::uint8_t>(scale);
        axis.breaks = {breaks, at.size()};
        return true;
    }

    rubric& out_;
};

} // namespace bontot::detail

#endif
