// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_RUBRIC_IPP
#define BONTOT_RUBRIC_RUBRIC_IPP

#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>

#include <cstdint>
#include <string_view>

namespace bontot {

std::uint32_t rubric::find_role(std::string_view role_id) const
{
    for (std::uint32_t i = 0; i < roles.size(); ++i) {
        if (roles[i].id == role_id) return i;
    }
    return none;
}

std::uint32_t rubric::find_grade(std::string_view grade_id) const
{
    for (std::uint32_t i = 0; i < grades.size(); ++i) {
        if (grades[i].id == grade_id) return i;
    }
    return none;
}

bool has_quota(const rubric& sheet)
{
    for (const grade_rule& grade : sheet.grades) {
        if (grade.quota) return true;
    }
    return false;
}

} // namespace bontot

#endif
