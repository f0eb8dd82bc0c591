// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_FRONT_HPP
#define BONTOT_PATH_FRONT_HPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace bontot::detail {

/** What some effort can give at most. */
struct front_point
{
    std::int64_t effort = 0;
    number points;
};

/** The best that can be had of a node for each effort: effort and points both rise strictly.

    More effort for no more points is of no use, because everything above a
    node rises with its points, or stays.
*/
using front = vector<front_point>;

/** Adds a point that has at least the effort of the last one. */
void append_to_front(front& out, std::int64_t effort, const number& points);

/** Returns the best of two ways to the same node. */
front either_of(const front& a, const front& b);

/** Returns the image of a front under a function that does not fall; one that gives nothing drops
    the point. */
template <class Function>
front mapped(const front& from, const Function& function)
{
    front out(from.get_allocator());
    out.reserve(from.size());
    for (const front_point& each : from) {
        const std::optional<number> points = function(each.points);
        if (points) append_to_front(out, each.effort, *points);
    }
    return out;
}

/** Joins the fronts of siblings; efforts are added, points by a function that does not fall.

    @param cap More effort than this is not looked at.
*/
template <class Function>
front joined(const front& a, const front& b, std::int64_t cap, const Function& function)
{
    front out(a.get_allocator());
    if (a.empty() || b.empty()) return out;
    if (a.size() == 1) {
        const front_point& only = a.front();
        for (const front_point& each : b) {
            if (only.effort + each.effort > cap) break;
            append_to_front(out, only.effort + each.effort, function(only.points, each.points));
        }
        return out;
    }
    const std::int64_t most = std::min(cap, a.back().effort + b.back().effort);
    const std::int64_t least = a.front().effort + b.front().effort;
    if (most < least) return out;
    vector<std::optional<number>> best(
        static_cast<std::size_t>(most - least + 1), std::nullopt, a.get_allocator()
    );
    for (const front_point& left : a) {
        for (const front_point& right : b) {
            if (left.effort + right.effort > most) break;
            std::optional<number>& place =
                best[static_cast<std::size_t>(left.effort + right.effort - least)];
            const number points = function(left.points, right.points);
            if (!place || *place < points) place = points;
        }
    }
    for (std::size_t i = 0; i < best.size(); ++i) {
        if (best[i]) append_to_front(out, least + static_cast<std::int64_t>(i), *best[i]);
    }
    return out;
}

} // namespace bontot::detail

#endif
