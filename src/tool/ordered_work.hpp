// SPDX-License-Identifier: BSL-1.0
// Work on the parts of a stream by several threads, whose results keep their order.
#ifndef BONTOT_TOOL_ORDERED_WORK_HPP
#define BONTOT_TOOL_ORDERED_WORK_HPP

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace bontot::tool {

/** Takes results in any order and hands them on in theirs.

    Whoever brings the next one hands on all that wait behind it. Holds a bounded
    number of them: who is too far ahead waits. Thread safe.
*/
template <class Part>
class ordered_results
{
public:
    explicit ordered_results(std::size_t most_ahead) : most_ahead_(most_ahead) {}

    /** Brings the result of an ordinal. `hand_on(Part&)` is called by one thread at a time, and
        says whether there should be more; when not, or when it throws, the rest is dropped. */
    template <class Function>
    void put(std::uint64_t ordinal, Part part, const Function& hand_on)
    {
        std::unique_lock lock(guard_);
        moved_.wait(lock, [&] { return has_ended_ || ordinal < next_ + most_ahead_; });
        if (has_ended_) return;
        waiting_.emplace(ordinal, std::move(part));
        if (is_handing_on_) return;
        is_handing_on_ = true;
        while (!has_ended_ && !waiting_.empty() && waiting_.begin()->first == next_) {
            Part next = std::move(waiting_.begin()->second);
            waiting_.erase(waiting_.begin());
            lock.unlock();
            const bool goes_on = hand_on(next);
            lock.lock();
            ++next_;
            has_ended_ = has_ended_ || !goes_on;
            moved_.notify_all();
        }
        is_handing_on_ = false;
    }

    /** Drops what waits, and what will come. */
    void end()
    {
        const std::lock_guard lock(guard_);
        has_ended_ = true;
        moved_.notify_all();
    }

    [[nodiscard]] bool has_ended()
    {
        const std::lock_guard lock(guard_);
        return has_ended_;
    }

private:
    std::mutex guard_;
    std::condition_variable moved_;
    std::size_t most_ahead_;
    std::uint64_t next_ = 0;
    std::map<std::uint64_t, Part> waiting_;
    bool is_handing_on_ = false;
    bool has_ended_ = false;
};

/** Runs a function in several threads, one of which is the caller's; when it throws in one of
    them, calls `stop` and, once all have ended, throws what was thrown first. */
template <class Function, class Stop>
void run_threads(std::size_t count, const Function& function, const Stop& stop)
{
    std::mutex guard;
    std::exception_ptr thrown;
    const auto run = [&] {
        try {
            function();
        } catch (...) {
            {
                const std::lock_guard lock(guard);
                if (!thrown) thrown = std::current_exception();
            }
            stop();
        }
    };
    std::vector<std::thread> others;
    try {
        for (std::size_t i = 1; i < count; ++i)
            others.emplace_back(run);
    } catch (const std::exception&) {
        // Fewer threads than asked for do the same work.
    }
    run();
    for (std::thread& each : others)
        each.join();
    if (thrown) std::rethrow_exception(thrown);
}

} // namespace bontot::tool

#endif
