// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_RANGE_IPP
#define BONTOT_EVALUATE_RANGE_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/run.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>
#include <bontot/rubric/breakpoints.hpp>

#include <cstddef>
#include <memory>
#include <span>

namespace bontot::detail {

/** The points that a line gives over the values that a missing fact may have. */
struct reached_points
{
    interval points;
    bool is_any = false;
    bool may_be_uncovered = false;

    void add(const number& each)
    {
        points = is_any ? hull(points, {each, each}) : interval{each, each};
        is_any = true;
    }
    /** Replaces [least, most], unless nothing is known of what is reached. */
    void narrow(scored& out) const
    {
        if (is_any && !may_be_uncovered) out.points = points;
        if (is_any) out.may_be_uncovered = may_be_uncovered;
    }
};

/** Narrows a condition over one missing fact that its range decides. */
inline void evaluation::narrow_condition(const rubric_node& line, scored& out)
{
    const feel::program& condition = sheet_.programs[line.score.value];
    const auto slots = condition.variables();
    const bool is_one_fact = slots.size() == 1 && slots[0] < sheet_.facts.size();
    breakpoints at;
    if (!is_one_fact || !at.add(condition)) return;
    const std::size_t count = given_.slots.size();
    if (tried_ == nullptr) {
        tried_ = out_.working.region().make_array<feel::value>(count);
        std::uninitialized_copy(given_.slots.begin(), given_.slots.end(), tried_);
    }
    reached_points reached;
    at.each_value(sheet_.facts[slots[0]], [&](const feel::value& each) {
        tried_[slots[0]] = each;
        const std::span<const feel::value> tried(tried_, count);
        const feel::value holds = feel::run(condition, tried, out_.working);
        if (holds.is_true()) reached.add(line.max);
        if (holds.is_false()) reached.add(line.least);
        const bool has_answer = holds.is_true() || holds.is_false();
        reached.may_be_uncovered = reached.may_be_uncovered || !has_answer;
    });
    tried_[slots[0]] = feel::value::unknown();
    reached.narrow(out);
}

/** Narrows a table of steps over one missing fact to the rows that its range reaches. */
inline void evaluation::narrow_steps(const rubric_node& line, scored& out)
{
    const fact_spec* const fact = fact_behind(line.score.value);
    if (fact == nullptr) return;
    breakpoints at;
    for (const step_row& row : line.score.steps) {
        const feel::program& test = sheet_.programs[row.when];
        if (!test.variables().empty() || !at.add(test)) return;
    }
    reached_points reached;
    at.each_value(*fact, [&](const feel::value& each) {
        for (const step_row& row : line.score.steps) {
            const feel::program& test = sheet_.programs[row.when];
            if (!feel::run(test, given_.slots, each, out_.working).is_true()) continue;
            reached.add(row.points);
            return;
        }
        reached.may_be_uncovered = true;
    });
    reached.narrow(out);
}

} // namespace bontot::detail

#endif
