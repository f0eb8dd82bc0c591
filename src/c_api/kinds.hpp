// SPDX-License-Identifier: BSL-1.0
// What rubric and result both tell in numbers of the header.
#ifndef BONTOT_C_API_KINDS_HPP
#define BONTOT_C_API_KINDS_HPP

#include <bontot/bontot.h>
#include <bontot/rubric.hpp>

namespace bontot::c_api {

inline bontot_kind kind_out(criterion_kind kind) noexcept
{
    switch (kind) {
    case criterion_kind::base:
        return BONTOT_BASE;
    case criterion_kind::bonus:
        return BONTOT_BONUS;
    case criterion_kind::penalty:
        return BONTOT_PENALTY;
    }
    return -1;
}

inline bontot_severity severity_out(check_severity severity) noexcept
{
    switch (severity) {
    case check_severity::info:
        return BONTOT_INFO;
    case check_severity::warning:
        return BONTOT_WARNING;
    case check_severity::error:
        return BONTOT_ERROR;
    }
    return -1;
}

} // namespace bontot::c_api

#endif
