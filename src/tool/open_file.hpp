// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_OPEN_FILE_HPP
#define BONTOT_TOOL_OPEN_FILE_HPP

#include <cstdio>
#include <memory>

namespace bontot::tool {

struct file_closer
{
    void operator()(std::FILE* file) const noexcept
    {
        if (file != stdin) std::fclose(file);
    }
};

/** Closes its file, unless that is standard input. */
using open_file = std::unique_ptr<std::FILE, file_closer>;

} // namespace bontot::tool

#endif
