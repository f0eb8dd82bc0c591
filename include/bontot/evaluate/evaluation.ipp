// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_EVALUATION_IPP
#define BONTOT_EVALUATE_EVALUATION_IPP

#include <bontot/feel/value.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>

namespace bontot::detail {

number sum(const number& a, const number& b) noexcept
{
    // The rubric's reader bounds points, so that sums of them are never out of range.
    return add(a, b).value_or(a);
}

outcome outcome_within(const rubric_node& rule, truth applies)
{
    outcome out;
    out.points = {rule.least, rule.max};
    out.applies = applies;
    out.max = rule.max;
    out.max_low = rule.max;
    return out;
}

void holds::require(bool at_worst, bool at_best)
{
    surely = surely && at_worst;
    possibly = possibly && at_best;
}

/** Shows a value that is a number as worked out, any other by the expression. */
inline reason_argument evaluation::worked(std::uint32_t program, const feel::value& value) const
{
    if (value.kind() != feel::kind::number) return expression(program);
    const number known = fact_behind(program) == nullptr ? value.as_number() : number();
    return {reason_argument::kind::worked, known, program, {}};
}

inline void evaluation::tell(message code, std::initializer_list<reason_argument> arguments)
{
    reason added;
    added.code = code;
    std::copy(arguments.begin(), arguments.end(), added.arguments);
    out_.told.push_back(added);
}

inline void
evaluation::find(message code, wait::kind what, std::uint32_t index, std::uint32_t program)
{
    out_.findings.push_back(finding{code, what, index, program});
}

} // namespace bontot::detail

#endif
