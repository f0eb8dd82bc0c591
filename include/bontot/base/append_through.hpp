// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_APPEND_THROUGH_HPP
#define BONTOT_BASE_APPEND_THROUGH_HPP

#include <bontot/memory.hpp>

#include <type_traits>

namespace bontot::detail {

/** Lets a function that is compiled once, for @ref string, append to any kind of string.

    @param out A string with append(const char*, n). One of another kind is given what the function
    wrote as a whole, through memory of the default kind.
*/
template <class String, class Function>
void append_through(String& out, const Function& write)
{
    if constexpr (std::is_same_v<String, string>) {
        write(out);
    } else {
        string text;
        write(text);
        out.append(text.data(), text.size());
    }
}

} // namespace bontot::detail

#endif
