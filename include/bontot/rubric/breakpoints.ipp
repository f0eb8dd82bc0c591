// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_BREAKPOINTS_IPP
#define BONTOT_RUBRIC_BREAKPOINTS_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/rubric/breakpoints.hpp>

#include <algorithm>

namespace bontot::detail {

fact_range::fact_range(const fact_spec& fact) : low(fact.min), high(fact.max)
{
    const number one(1);
    if (low && fact.integer) low = round_to_multiple(*low, one, rounding_mode::ceiling);
    if (high && fact.integer) high = round_to_multiple(*high, one, rounding_mode::floor);
}

bool breakpoints::add(const feel::program& what)
{
    if (!what.only_compares()) return false;
    for (const feel::value& each : what.literals()) {
        if (!add(each)) return false;
    }
    return true;
}

bool breakpoints::add(const number& at)
{
    if (std::find(at_, at_ + count_, at) != at_ + count_) return true;
    if (count_ == most) return false;
    at_[count_++] = at;
    return true;
}

bool breakpoints::add(const feel::value& literal)
{
    switch (literal.kind()) {
    case feel::kind::number:
        return add(literal.as_number());
    case feel::kind::range: {
        const feel::range_value& range = literal.as_range();
        return add(range.low) && add(range.high);
    }
    case feel::kind::list:
        return std::all_of(
            literal.as_list().begin(), literal.as_list().end(),
            [this](const feel::value& each) { return add(each); }
        );
    default:
        return true;
    }
}

} // namespace bontot::detail

#endif
