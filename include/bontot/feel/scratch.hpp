// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SCRATCH_HPP
#define BONTOT_FEEL_SCRATCH_HPP

#include <bontot/arena.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>

#include <bontot/feel/values/frames.hpp>

#include <cstddef>
#include <cstdint>

namespace bontot::feel {

/** How much work one run may be. */
struct run_limits
{
    std::uint64_t max_steps = 1'000'000;            /**< of one run */
    std::size_t max_bytes = std::size_t{64} << 20U; /**< of results since the last clear */
};

/** The working memory of runs, used again and again.

    After some runs it has grown to its working size, and nothing allocates.

    **Not thread safe**: one for each thread.

    @par Object lifetimes
    Results of @ref run live in it until @ref clear.
*/
class scratch
{
public:
    explicit scratch(memory& source = default_memory(), const run_limits& limits = {})
        : region_(source), stack_(allocator<value>(source)), building_(allocator<value>(source)),
          loops_(allocator<detail::loop_frame>(source)),
          collectors_(allocator<detail::collector>(source)), text_(allocator<char>(source)),
          limits_(limits)
    {}

    /** Forgets all results and @ref limit_reached, and keeps the memory. */
    void clear() noexcept;

    /** Returns whether a run since the last clear gave null because it was too long or large. */
    [[nodiscard]] bool limit_reached() const noexcept { return limit_reached_; }

    [[nodiscard]] const run_limits& limits() const noexcept { return limits_; }

    /** Returns how many steps all runs took that it was used for. */
    [[nodiscard]] std::uint64_t steps() const noexcept { return steps_; }

    /** Returns the region of the results, for a host that makes values of its own. */
    [[nodiscard]] arena& region() noexcept { return region_; }

private:
    friend class detail::machine;

    arena region_;
    vector<value> stack_;
    vector<value> building_;
    vector<detail::loop_frame> loops_;
    vector<detail::collector> collectors_;
    string text_;
    run_limits limits_;
    std::size_t bytes_ = 0;
    std::uint64_t steps_ = 0;
    bool limit_reached_ = false;
};

} // namespace bontot::feel

#endif
