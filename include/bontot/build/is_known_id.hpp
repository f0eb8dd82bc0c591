// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BUILD_IS_KNOWN_ID_HPP
#define BONTOT_BUILD_IS_KNOWN_ID_HPP

#include <bontot/base/id_order.hpp>
#include <bontot/base/known_ids.hpp>

#include <cstddef>
#include <string_view>

namespace bontot::detail {

/** Tells whether some thing of a list has an id.

    @param known What was noted of the list before; the things that were added since are noted now.
    @param id_at Returns the id of a thing, which lives as long as the list.
*/
template <class Function>
bool is_known_id(known_ids& known, std::string_view id, std::size_t count, const Function& id_at)
{
    if (known.size() > count) known.clear();
    while (known.size() < count) {
        const std::size_t next = known.size();
        known.note(id_at(next), next);
    }
    return known.find(id) != none;
}

} // namespace bontot::detail

#endif
