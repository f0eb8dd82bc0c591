// SPDX-License-Identifier: BSL-1.0
#include "errors.hpp"
#include "input.hpp"
#include "open_file.hpp"
#include "system.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace bontot::tool {

namespace {

/** Reads until the end, the limit, or a failure, whose number it returns. */
int read_all(std::FILE* file, std::string& out)
{
    constexpr std::size_t step = std::size_t{1} << 16U;
    while (out.size() <= size_limit) {
        const std::size_t before = out.size();
        const std::size_t room = std::min(step, size_limit + 1 - before);
        out.resize(before + room);
        errno = 0;
        const std::size_t count = std::fread(out.data() + before, 1, room, file);
        const int problem = errno;
        out.resize(before + count);
        if (std::ferror(file) != 0) return problem != 0 ? problem : EIO;
        if (count < room) break;
    }
    return 0;
}

} // namespace

void refuse_file(const std::string& name, int problem, bontot_language in)
{
    if (problem == ENOENT || problem == ENOTDIR) refuse_input(name, phrase::file_missing, in);
    if (problem == EISDIR) refuse_input(name, phrase::file_directory, in);
    if (problem == EACCES || problem == EPERM) refuse_input(name, phrase::file_denied, in);
    refuse_input(name, phrase::file_unreadable, in, {std::to_string(problem)});
}

bool exists(const std::string& path)
{
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path_of(path), ignored));
}

input read_input(const std::string& path, bontot_language in)
{
    const bool is_standard = path == "-";
    input out{is_standard ? "<stdin>" : path, {}};
    std::error_code ignored;
    if (!is_standard && std::filesystem::is_directory(path_of(path), ignored))
        refuse_file(path, EISDIR, in);
    errno = 0;
    const open_file file(is_standard ? stdin : open_to_read(path));
    if (file == nullptr) refuse_file(out.name, errno, in);
    const int problem = read_all(file.get(), out.text);
    if (problem != 0) refuse_file(out.name, problem, in);
    if (out.text.empty()) {
        refuse_input(out.name, is_standard ? phrase::input_empty : phrase::file_empty, in);
    }
    return out;
}

} // namespace bontot::tool
