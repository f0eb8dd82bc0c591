// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_INPUT_HPP
#define BONTOT_TOOL_INPUT_HPP

#include <bontot/bontot.h>

#include <cstddef>
#include <string>

namespace bontot::tool {

/** How many bytes a file may have: the library's own default. */
inline constexpr std::size_t size_limit = std::size_t{64} << 20U;

/** A text and the name under which its errors are shown. */
struct input
{
    std::string name;
    std::string text;
};

/** Returns whether something stands at a path, readable or not. */
[[nodiscard]] bool exists(const std::string& path);

/** Says why a file cannot be read, by the number of the system's error, and throws `stopped`. */
[[noreturn]] void refuse_file(const std::string& name, int problem, bontot_language in);

/** Reads a file, or standard input ("-"), as it is, up to one byte more than the limit.

    Tells what is wrong and throws `stopped` when it cannot be read or is empty.
*/
[[nodiscard]] input read_input(const std::string& path, bontot_language in);

} // namespace bontot::tool

#endif
