// SPDX-License-Identifier: BSL-1.0
// Bytes of a file or of standard input, unpacked when they are gzip's.
#ifndef BONTOT_TOOL_BYTE_SOURCE_HPP
#define BONTOT_TOOL_BYTE_SOURCE_HPP

#include "phrases.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bontot::tool {

/** Why no more can be read. */
struct read_problem
{
    phrase what;
    int number = 0; /**< of the system's error, if it is one */
};

class gzip_unpacker;

/** Reads as much as there is, without waiting for more than that.

    Not thread safe.
*/
class byte_source
{
public:
    /** Opens a file, or standard input ("-"); tells why not and throws `stopped`. */
    byte_source(const std::string& path, bontot_language in);
    byte_source(const byte_source&) = delete;
    byte_source& operator=(const byte_source&) = delete;
    ~byte_source();

    /** The name under which errors are shown. */
    [[nodiscard]] const std::string& name() const { return name_; }

    /** Reads at least one byte; 0: the end, or a problem. */
    std::size_t read(char* into, std::size_t room);

    [[nodiscard]] const std::optional<read_problem>& problem() const { return problem_; }

    /** Returns how many bytes of the file have been read, and how many it has (0: nobody knows). */
    [[nodiscard]] std::uint64_t consumed() const { return consumed_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }

private:
    std::size_t read_file(char* into, std::size_t room);
    std::size_t read_packed(char* into, std::size_t room);
    void look_at_begin();

    std::string name_;
    int file_ = -1;
    std::uint64_t consumed_ = 0;
    std::uint64_t size_ = 0;
    bool has_begun_ = false;
    std::vector<char> ahead_; /**< read, and not yet given out */
    std::size_t ahead_at_ = 0;
    std::unique_ptr<gzip_unpacker> unpacker_;
    std::optional<read_problem> problem_;
};

} // namespace bontot::tool

#endif
