// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_TARGET_HPP
#define BONTOT_PATH_TARGET_HPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/path/model.hpp>

#include <cstdint>
#include <optional>

namespace bontot::detail {

/** What is taken of a FEEL condition: whether it holds. */
using assumed_conditions = vector<bool>;

/** The conditions of one grade on points, with those in FEEL taken as given. */
class path_target
{
public:
    /** @param holds By program: whether the condition is taken to hold. */
    path_target(const path_model& model, std::uint32_t grade, const assumed_conditions& holds);

    /** Tells whether the conditions that no points can change hold. */
    [[nodiscard]] bool is_open() const { return taken(grade_.precondition); }

    /** Returns how many good criteria are counted; those that must be good are not. */
    [[nodiscard]] std::uint32_t counted() const;

    [[nodiscard]] bool is_good(std::uint32_t criterion, const number& points) const;

    /** Tells whether a criterion with these points passes every condition that is about it alone.
     */
    [[nodiscard]] bool passes(std::uint32_t criterion, const number& points) const;

    [[nodiscard]] bool must_be_good(std::uint32_t criterion) const;

    /** Tells whether the conditions on the total hold for the sum of what the criteria give. */
    [[nodiscard]] bool total_holds(const number& sum) const;

    /** Tells whether bonus and penalty count for the total that this grade reads. */
    [[nodiscard]] bool counts_extra() const { return sheet_.total.grades_on != grade_basis::base; }

    [[nodiscard]] number share_of(const criterion_bound& bound) const;

    /** Returns what a criterion shows that has these points. */
    [[nodiscard]] number shown(std::uint32_t criterion, const number& points) const;

private:
    [[nodiscard]] bool graded_holds(const std::optional<number>& total) const;

    [[nodiscard]] bool taken(std::uint32_t program) const
    {
        return program == none || holds_[program];
    }

    const path_model& model_;
    const rubric& sheet_;
    const grade_rule& grade_;
    const assumed_conditions& holds_;
    vector<std::optional<number>> asked_; /**< by node: the most points that are asked of it */
    vector<bool> is_named_;               /**< by node: it must be good */
    vector<bool> is_gated_;               /**< by node: a gate makes it not good */
    std::uint32_t with_rule_ = 0;
    mutable std::optional<number> enough_; /**< the least sum known to be enough: the predicate
                                                does not fall, so that most sums are compared */
    mutable std::optional<number> too_few_;
};

} // namespace bontot::detail

#endif
