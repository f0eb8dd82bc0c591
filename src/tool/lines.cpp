// SPDX-License-Identifier: BSL-1.0
#include "input.hpp"
#include "lines.hpp"

#include <algorithm>

namespace bontot::tool {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 18U;

} // namespace

bool line_reader::next(line_block& out)
{
    if (has_ended_) return false;
    out.text.swap(carry_);
    carry_.clear();
    out.problem.reset();
    std::size_t end = std::string::npos; // behind the last line end
    while (end == std::string::npos) {
        const std::size_t before = out.text.size();
        const bool is_long = before > size_limit;
        // A line beyond the limit is refused by the library whatever follows: keep a byte more.
        const std::size_t kept = is_long ? size_limit + 1 : before;
        out.text.resize(kept + block_size);
        const std::size_t count = from_.read(out.text.data() + kept, block_size);
        out.text.resize(kept + count);
        if (count == 0) break;
        // What stood there before has no line end: to look at it again would be quadratic.
        const std::size_t found = std::string_view(out.text).substr(kept).rfind('\n');
        if (found != std::string_view::npos) end = kept + found + 1;
        if (end == std::string::npos) out.text.resize(std::min(out.text.size(), size_limit + 1));
    }
    if (end == std::string::npos) {
        has_ended_ = true;
        out.problem = from_.problem();
        if (out.problem) out.text.clear(); // nobody knows the rest of this line
    } else {
        carry_.assign(out.text, end);
        out.text.resize(end);
    }
    out.first_line = next_line_;
    out.ordinal = next_ordinal_++;
    out.consumed = from_.consumed();
    next_line_ += static_cast<std::uint64_t>(std::count(out.text.begin(), out.text.end(), '\n'));
    return !out.text.empty() || out.problem.has_value();
}

} // namespace bontot::tool
