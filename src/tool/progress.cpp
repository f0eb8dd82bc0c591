// SPDX-License-Identifier: BSL-1.0
#include "errors.hpp"
#include "progress.hpp"
#include "system.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace bontot::tool {

namespace {

constexpr std::uint64_t bar_width = 24; // columns

bool can_draw()
{
    const char* const terminal = std::getenv("TERM");
    return is_terminal(standard_stream::error) &&
           (terminal == nullptr || std::string_view(terminal) != "dumb");
}

/** "[######------]  50 %", or nothing when nobody knows the size. */
std::string bar(const advance& now)
{
    if (now.size == 0) return {};
    const std::uint64_t done = std::min(now.consumed, now.size);
    const auto filled = static_cast<std::size_t>(done * bar_width / now.size);
    const std::string share = std::to_string(done * 100 / now.size);
    std::string out = "[";
    out.append(filled, '#');
    out.append(bar_width - filled, '-');
    out += ']';
    out.append(4 - share.size(), ' ');
    return out + share + " %  ";
}

} // namespace

progress_line::progress_line(bontot_language in) : in_(in), is_on_(can_draw()) {}

void progress_line::draw(const advance& now)
{
    const std::chrono::duration<double> taken = last_ - begin_;
    const double rate = static_cast<double>(now.lines) / std::max(taken.count(), 1e-3);
    std::string out = "\r\x1b[K" + bar(now);
    out +=
        say(phrase::progress, in_,
            {std::to_string(now.lines), std::to_string(static_cast<std::uint64_t>(rate)),
             std::to_string(now.bad)});
    complain(out);
    is_drawn_ = true;
}

void progress_line::show(const advance& now)
{
    constexpr std::chrono::milliseconds pause(200);
    if (!is_on_) return;
    const clock::time_point moment = clock::now();
    if (is_drawn_ && moment - last_ < pause) return;
    last_ = moment;
    draw(now);
}

void progress_line::show_last(const advance& now)
{
    if (!is_on_) return;
    last_ = clock::now();
    draw(now);
    complain("\n");
    is_drawn_ = false;
}

void progress_line::hide()
{
    if (!is_drawn_) return;
    complain("\r\x1b[K");
    is_drawn_ = false;
}

} // namespace bontot::tool
