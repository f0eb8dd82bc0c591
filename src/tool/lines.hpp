// SPDX-License-Identifier: BSL-1.0
// NDJSON: one JSON text a line, read in blocks of whole lines.
#ifndef BONTOT_TOOL_LINES_HPP
#define BONTOT_TOOL_LINES_HPP

#include "byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bontot::tool {

/** Whole lines of a stream. */
struct line_block
{
    std::string text;
    std::uint64_t first_line = 1;        /**< its number in the stream, from 1 */
    std::uint64_t ordinal = 0;           /**< of the block, from 0 */
    std::uint64_t consumed = 0;          /**< bytes of the file read so far */
    std::optional<read_problem> problem; /**< why the stream ends behind these lines */
};

/** Parts a stream into blocks of whole lines. Memory is bounded by the longest line; what a line
    has beyond `size_limit` and one byte more is dropped.

    Not thread safe.
*/
class line_reader
{
public:
    explicit line_reader(byte_source& from) : from_(from) {}

    /** Reads some lines; false at the end. A block with a problem is the last one. */
    bool next(line_block& out);

private:
    void append(line_block& out, std::string_view piece);

    byte_source& from_;
    std::string carry_; /**< the begin of a line whose end has not been read */
    std::uint64_t next_line_ = 1;
    std::uint64_t next_ordinal_ = 0;
    bool has_ended_ = false;
};

/** Calls a function with each line that is not blank and its number, without its line end, until
    one returns false. */
template <class Function>
void each_line(const line_block& block, const Function& function)
{
    std::string_view rest = block.text;
    for (std::uint64_t number = block.first_line; !rest.empty(); ++number) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
        while (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (line.find_first_not_of(" \t\r") == line.npos) continue;
        if (!function(line, number)) return;
    }
}

} // namespace bontot::tool

#endif
