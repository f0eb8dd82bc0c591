// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_MOST_IPP
#define BONTOT_PATH_MOST_IPP

#include <bontot/feel/program.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/path/most.hpp>
#include <bontot/rubric/step_cover.hpp>

#include <cstdint>
#include <optional>

namespace bontot::detail {

/** Returns the fact that a program is nothing but, or null. */
inline const fact_spec* only_fact(const rubric& sheet, std::uint32_t program)
{
    if (program == none) return nullptr;
    const std::optional<std::uint32_t> slot = sheet.programs[program].single_variable();
    return slot && *slot < sheet.facts.size() ? &sheet.facts[*slot] : nullptr;
}

const choice_option* best_option(const score_rule& score)
{
    const choice_option* best = nullptr;
    for (const choice_option& each : score.options) {
        if (each.voids) continue;
        if (best == nullptr || best->points < each.points) best = &each;
    }
    return best;
}

/** Returns the most of the rows of a table that the value's range reaches. */
inline number best_step(const rubric& sheet, const rubric_node& line)
{
    const fact_spec* const fact = only_fact(sheet, line.score.value);
    step_cover cover;
    if (fact != nullptr) cover = step_cover(fact->min, fact->max);
    std::optional<number> best;
    for (const step_row& row : line.score.steps) {
        const feel::program& test = sheet.programs[row.when];
        const bool is_number = test.has_simple_tests() && !test.tests().empty() &&
                               test.tests().front().what != feel::simple_test::form::text;
        if (is_number && !cover.add(test.tests())) continue;
        if (!best || *best < row.points) best = row.points;
    }
    return best.value_or(line.least);
}

/** Returns what one kind of event amounts to at its best: fewest deductions, most additions. */
inline number best_events(const rubric& sheet, const rubric_node& line, const event_line& event)
{
    const bool deducts = line.score.kind == score_kind::deductions;
    const fact_spec* const fact = only_fact(sheet, event.count);
    const number whole = difference(line.max, deducts ? line.least : number(0));
    const number most = event.cap ? least_of(*event.cap, whole) : whole;
    std::optional<number> count;
    if (fact != nullptr) count = deducts ? fact->min : fact->max;
    if (!count) return deducts || event.each.is_zero() ? number(0) : most;
    const std::optional<number> product = multiply(most_of(*count, number(0)), event.each);
    return product ? least_of(*product, most) : most;
}

number best_score(const rubric& sheet, const rubric_node& line)
{
    const score_rule& score = line.score;
    switch (score.kind) {
    case score_kind::choice: {
        const choice_option* const best = best_option(score);
        return best == nullptr ? line.least : best->points;
    }
    case score_kind::steps:
        return best_step(sheet, line);
    case score_kind::proportional:
        return most_of(score.points[0], score.points[1]);
    case score_kind::deductions:
    case score_kind::additions: {
        number all;
        for (const event_line& each : score.events)
            all = sum(all, best_events(sheet, line, each));
        return score.kind == score_kind::deductions ? difference(line.max, all) : all;
    }
    case score_kind::mark:
        if (!score.mark_step) return line.max;
        return round_to_multiple(line.max, *score.mark_step, rounding_mode::down)
            .value_or(line.max);
    case score_kind::condition:
    case score_kind::formula:
    case score_kind::group:
        break;
    }
    return line.max;
}

} // namespace bontot::detail

#endif
