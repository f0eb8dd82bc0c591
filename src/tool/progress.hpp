// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_PROGRESS_HPP
#define BONTOT_TOOL_PROGRESS_HPP

#include <bontot/bontot.h>

#include <chrono>
#include <cstdint>
#include <string>

namespace bontot::tool {

/** How far a stream has been scored. */
struct advance
{
    std::uint64_t lines = 0;
    std::uint64_t bad = 0;
    std::uint64_t consumed = 0; /**< bytes */
    std::uint64_t size = 0;     /**< bytes; 0: nobody knows */
};

/** A line at the foot of the terminal that standard error is; nothing when it is none.

    Not thread safe.
*/
class progress_line
{
public:
    explicit progress_line(bontot_language in);

    /** Draws the line when the last time is long enough ago. */
    void show(const advance& now);

    /** Draws the line as it is at the end. */
    void show_last(const advance& now);

    /** Takes the line away, so that something else can be written. */
    void hide();

private:
    using clock = std::chrono::steady_clock;

    void draw(const advance& now);

    bontot_language in_;
    bool is_on_;
    bool is_drawn_ = false;
    clock::time_point begin_ = clock::now();
    clock::time_point last_ = clock::time_point::min();
};

} // namespace bontot::tool

#endif
