// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_SCRATCH_IPP
#define BONTOT_FEEL_VALUES_SCRATCH_IPP

#include <bontot/feel/scratch.hpp>

namespace bontot::feel {

void scratch::clear() noexcept
{
    region_.clear();
    bytes_ = 0;
    limit_reached_ = false;
}

} // namespace bontot::feel

#endif
