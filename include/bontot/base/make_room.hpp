// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_MAKE_ROOM_HPP
#define BONTOT_BASE_MAKE_ROOM_HPP

#include <algorithm>
#include <cstddef>

namespace bontot::detail {

/** Makes room at the end of a list, so that adding cannot fail; seldom, so that many are not moved
    for each that is added: a quarter more, because half of a large one would lie idle. */
template <class List>
void make_room(List& list, std::size_t count = 1)
{
    if (list.capacity() - list.size() >= count) return;
    list.reserve(list.size() + std::max(count, list.size() / 4));
}

} // namespace bontot::detail

#endif
