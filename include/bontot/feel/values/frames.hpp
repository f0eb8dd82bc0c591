// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_FRAMES_HPP
#define BONTOT_FEEL_VALUES_FRAMES_HPP

#include <bontot/feel/value.hpp>

#include <bontot/feel/values/compare.hpp>

#include <cstddef>
#include <cstdint>

namespace bontot::feel::detail {

class machine;

/** One loop that is running: over a list, or over whole numbers or days. */
struct loop_frame
{
    enum class over : std::uint8_t
    {
        list,
        numbers,
        days
    };

    over what = over::list;
    const value* items = nullptr;
    std::int64_t first = 0;
    std::int64_t step = 1;
    std::uint64_t count = 0;
    std::uint64_t done = 0;
    std::size_t kept = 0; /**< of a filter: where its result begins in the list being built */
    bool found_unknown = false;
};

/** One `for`, `some` or `every` that is running. */
struct collector
{
    std::size_t first = 0; /**< of a `for`: where its result begins in the list being built */
    bool is_every = false;
    bool is_decided = false; /**< no further item can change the result */
    conjunction all;
    disjunction any;
};

} // namespace bontot::feel::detail

#endif
