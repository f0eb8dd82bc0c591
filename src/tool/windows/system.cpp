// SPDX-License-Identifier: BSL-1.0
// Windows' functions for narrow texts take the code page of the machine, which seldom has all of
// Vietnamese: names, arguments and what a console shows go by those for UTF-16.
#include "../system.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <vector>

#if !defined(NOMINMAX)
#define NOMINMAX
#endif
#include <windows.h>
// After windows.h.
#include <fcntl.h>
#include <io.h>

namespace bontot::tool {

namespace {

/** Returns UTF-8; half a surrogate pair becomes U+FFFD. */
std::string narrow(const wchar_t* text)
{
    const int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
    if (size <= 1) return {};
    std::string out(static_cast<std::size_t>(size), '\0');
    WideCharToMultiByte(CP_UTF8, 0, text, -1, out.data(), size, nullptr, nullptr);
    out.pop_back(); // the zero byte
    return out;
}

std::wstring widen(std::string_view text)
{
    const int size = static_cast<int>(text.size());
    const int wide = MultiByteToWideChar(CP_UTF8, 0, text.data(), size, nullptr, 0);
    std::wstring out(static_cast<std::size_t>(wide), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, text.data(), size, out.data(), wide);
    return out;
}

HANDLE handle_of(int file)
{
    return reinterpret_cast<HANDLE>(_get_osfhandle(file));
}

/** Returns 0, or the number of what went wrong. */
int write_console(HANDLE console, std::string_view text)
{
    constexpr std::size_t most = 8192; // older consoles refuse 64 KiB and more at once
    const std::wstring wide = widen(text);
    std::size_t at = 0;
    while (at < wide.size()) {
        std::size_t count = std::min(most, wide.size() - at);
        const bool is_cut = at + count < wide.size() && IS_HIGH_SURROGATE(wide[at + count - 1]);
        if (is_cut) --count;
        DWORD written = 0;
        if (WriteConsoleW(console, &wide[at], static_cast<DWORD>(count), &written, nullptr) == 0)
            return EIO;
        at += written;
    }
    return 0;
}

} // namespace

std::filesystem::path path_of(const std::string& name)
{
    return {std::u8string(name.begin(), name.end())};
}

std::FILE* open_to_read(const std::string& name)
{
    return _wfopen(path_of(name).c_str(), L"rb");
}

std::FILE* open_to_write(const std::string& name)
{
    return _wfopen(path_of(name).c_str(), L"wb");
}

int open_unbuffered(const std::string& name)
{
    return _wopen(path_of(name).c_str(), _O_RDONLY | _O_BINARY | _O_NOINHERIT);
}

void close_unbuffered(int file)
{
    _close(file);
}

std::ptrdiff_t read_unbuffered(int file, char* into, std::size_t room)
{
    return _read(file, into, static_cast<unsigned>(std::min(room, std::size_t{1} << 30U)));
}

int write_text(std::FILE* to, std::string_view text)
{
    const HANDLE handle = handle_of(_fileno(to));
    DWORD mode = 0;
    if (GetConsoleMode(handle, &mode) != 0) return write_console(handle, text);
    errno = 0;
    bool is_written = std::fwrite(text.data(), 1, text.size(), to) == text.size();
    if (is_written) is_written = std::fflush(to) == 0;
    if (is_written) return 0;
    const unsigned long why = _doserrno; // of which the C library makes EINVAL
    if (why == ERROR_NO_DATA || why == ERROR_PIPE_NOT_CONNECTED) return EPIPE;
    return errno != 0 ? errno : EIO;
}

bool is_terminal(standard_stream stream)
{
    const HANDLE handle = handle_of(static_cast<int>(stream));
    DWORD mode = 0;
    if (GetConsoleMode(handle, &mode) == 0) return false;
    return SetConsoleMode(handle, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
}

} // namespace bontot::tool

extern "C" int wmain(int count, wchar_t** given)
{
    for (const int file : {0, 1, 2})
        _setmode(file, _O_BINARY); // no carriage returns, and no end at a control character
    std::vector<std::string> texts;
    std::vector<const char*> arguments;
    for (int i = 0; i < count; ++i)
        texts.push_back(bontot::tool::narrow(given[i]));
    for (const std::string& each : texts)
        arguments.push_back(each.c_str());
    return bontot::tool::run_command(count, arguments.data());
}
