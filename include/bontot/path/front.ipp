// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_FRONT_IPP
#define BONTOT_PATH_FRONT_IPP

#include <bontot/number.hpp>

#include <bontot/path/front.hpp>

#include <cstddef>
#include <cstdint>

namespace bontot::detail {

void append_to_front(front& out, std::int64_t effort, const number& points)
{
    if (!out.empty() && out.back().points >= points) return;
    if (!out.empty() && out.back().effort == effort) {
        out.back().points = points;
    } else {
        out.push_back({effort, points});
    }
}

front either_of(const front& a, const front& b)
{
    front out(a.get_allocator());
    out.reserve(a.size() + b.size());
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        const bool takes_a = j == b.size() || (i < a.size() && a[i].effort <= b[j].effort);
        const front_point& next = takes_a ? a[i++] : b[j++];
        append_to_front(out, next.effort, next.points);
    }
    return out;
}

} // namespace bontot::detail

#endif
