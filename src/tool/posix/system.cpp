// SPDX-License-Identifier: BSL-1.0
#include "../system.hpp"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace bontot::tool {

std::filesystem::path path_of(const std::string& name)
{
    return {name};
}

std::FILE* open_to_read(const std::string& name)
{
    return std::fopen(name.c_str(), "rb");
}

std::FILE* open_to_write(const std::string& name)
{
    return std::fopen(name.c_str(), "wb");
}

int open_unbuffered(const std::string& name)
{
    return open(name.c_str(), O_RDONLY | O_CLOEXEC);
}

void close_unbuffered(int file)
{
    close(file);
}

std::ptrdiff_t read_unbuffered(int file, char* into, std::size_t room)
{
    std::ptrdiff_t count = 0;
    do {
        count = read(file, into, room);
    } while (count < 0 && errno == EINTR);
    return count;
}

int write_text(std::FILE* to, std::string_view text)
{
    errno = 0;
    bool is_written = std::fwrite(text.data(), 1, text.size(), to) == text.size();
    if (is_written) is_written = std::fflush(to) == 0;
    if (is_written) return 0;
    return errno != 0 ? errno : EIO;
}

bool is_terminal(standard_stream stream)
{
    return isatty(static_cast<int>(stream)) != 0;
}

} // namespace bontot::tool

int main(int count, char** arguments)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that has gone away is told by the write
    return bontot::tool::run_command(count, arguments);
}
