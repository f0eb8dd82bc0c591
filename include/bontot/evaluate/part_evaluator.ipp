// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_PART_EVALUATOR_IPP
#define BONTOT_EVALUATE_PART_EVALUATOR_IPP

#include <bontot/dossier.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/evaluate/part_evaluator.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace bontot::detail {

part_evaluator::part_evaluator(
    const dossier& given, const result& seen, result& room, std::uint32_t as_of
)
    : sheet_(*given.sheet), seen_(seen), room_(room), run_(given, room, as_of)
{
    run_.prepare();
    room.exceptions.clear();
    for (std::uint32_t i = 0; i < sheet_.gates.size(); ++i) {
        const bool fires = seen.gates[i] == truth::yes && seen.exception_of(i) == nullptr;
        room.gates[i] = fires ? truth::yes : truth::no;
    }
}

outcome part_evaluator::line(std::uint32_t index)
{
    clear();
    room_.nodes.renew(index);
    outcome out = run_.leaf(index);
    run_.finish(index, out);
    return out;
}

std::optional<number> part_evaluator::before_evidence(std::uint32_t index)
{
    clear();
    const rubric_node& rule = sheet_.nodes[index];
    scored score{{rule.least, rule.max}};
    const bool applies = rule.applies == none || run_.value_of(rule.applies).is_true();
    if (!applies || !run_.hold_precondition(index, score)) return {};
    if (score.sure == certainty::waiting) return {};
    score = run_.score_of(index);
    if (score.sure != certainty::uncovered) run_.apply_ceilings(index, score);
    if (score.sure == certainty::uncovered || score.voids != truth::no) return {};
    return rounded(index, clamped(score.points.low, rule.least, rule.max));
}

bool part_evaluator::requires_fails(std::uint32_t index)
{
    const std::uint32_t condition = sheet_.nodes[index].precondition;
    if (condition == none) return false;
    const feel::value value = value_of(condition);
    return !value.is_true() && !value.is_unknown();
}

bool part_evaluator::holds_rules(std::uint32_t index)
{
    const rubric_node& rule = sheet_.nodes[index];
    if (rule.precondition != none && !value_of(rule.precondition).is_true()) return false;
    for (const ceiling_rule& ceiling : rule.ceilings) {
        const feel::value value = value_of(ceiling.when);
        if (value.is_unknown() || value.is_null()) return false;
    }
    return true;
}

number part_evaluator::limited(std::uint32_t index, const number& points)
{
    clear();
    const rubric_node& rule = sheet_.nodes[index];
    scored score;
    run_.decide(index, score, [&points] {
        return scored{{points, points}, certainty::known, truth::no};
    });
    if (score.sure == certainty::uncovered) return rule.least;
    return clamped(score.points.low, rule.least, rule.max);
}

outcome part_evaluator::finish(std::uint32_t index, outcome out)
{
    clear();
    room_.nodes.renew(index);
    run_.finish(index, out);
    return out;
}

bool part_evaluator::is_overridden(std::uint32_t index) const
{
    const mark_record* mark = nullptr;
    return run_.overrides(index, mark);
}

number part_evaluator::rounded(std::uint32_t index, const number& points) const
{
    const std::optional<rounding_rule>& rounding = sheet_.nodes[index].rounding;
    if (!rounding) return points;
    const number settled = settle(points);
    return round_to_multiple(settled, rounding->step, rounding->mode).value_or(settled);
}

std::optional<number> part_evaluator::graded(const number& sum, const number& max) const
{
    const number total = run_.finish_total({sum, sum}).low;
    if (sheet_.total.grades_on != grade_basis::share) return total;
    if (max <= number(0)) return {};
    return settle(divide(total, max).value_or(total));
}

feel::value part_evaluator::value_of(std::uint32_t program)
{
    clear();
    return run_.value_of(program);
}

std::optional<std::int64_t> part_evaluator::documents_lacking(std::uint32_t index)
{
    clear();
    const evidence_rule& rule = *sheet_.nodes[index].evidence;
    number asked(1);
    if (rule.at_least != none) {
        const feel::value value = run_.value_of(rule.at_least);
        if (value.kind() != feel::kind::number) return {};
        asked = value.as_number();
    }
    const number lacking = difference(asked, number(have(index)));
    return round(lacking, 0, rounding_mode::up).value_or(lacking).to_int64();
}

std::int64_t part_evaluator::have(std::uint32_t index)
{
    return run_.find_documents(index, false).count(document_standing::yes);
}

bool part_evaluator::has_false_document(std::uint32_t index)
{
    return sheet_.nodes[index].evidence && run_.find_documents(index, false).is_false;
}

void part_evaluator::clear()
{
    room_.store.clear();
    room_.working.clear();
    run_.tried_ = nullptr; // it lay in there
    run_.has_lacks_ = false;
    room_.told.clear();
    room_.evidence.clear();
    room_.missing.clear();
    room_.waits.clear();
    room_.findings.clear();
}

} // namespace bontot::detail

#endif
