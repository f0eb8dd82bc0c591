// SPDX-License-Identifier: BSL-1.0
// What each system does in its own way: names of files, and standard streams. The bodies, and the
// program's entry, are in posix/ and windows/; the build takes one of them.
#ifndef BONTOT_TOOL_SYSTEM_HPP
#define BONTOT_TOOL_SYSTEM_HPP

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace bontot::tool {

enum class standard_stream : int
{
    output = 1,
    error = 2
};

/** Returns a file's name, UTF-8 on Windows and any bytes elsewhere, as the system has it. */
[[nodiscard]] std::filesystem::path path_of(const std::string& name);

/** Open a file's bytes; null: errno says why not. */
[[nodiscard]] std::FILE* open_to_read(const std::string& name);
[[nodiscard]] std::FILE* open_to_write(const std::string& name);

/** Opens a file to be read as soon as there is something; below 0: errno says why not. */
[[nodiscard]] int open_unbuffered(const std::string& name);
void close_unbuffered(int file);

/** Reads at least one byte; 0: the end; below 0: errno says why not. */
[[nodiscard]] std::ptrdiff_t read_unbuffered(int file, char* into, std::size_t room);

/** Writes all of a UTF-8 text; returns 0, or the number of what went wrong: EPIPE when the
    reader has gone away. */
[[nodiscard]] int write_text(std::FILE* to, std::string_view text);

/** Returns whether a stream is shown on a terminal, one that follows escape sequences. */
[[nodiscard]] bool is_terminal(standard_stream stream);

/** Does what the arguments ask for, with names as path_of takes them; returns the exit code. */
[[nodiscard]] int run_command(int count, const char* const* arguments);

} // namespace bontot::tool

#endif
