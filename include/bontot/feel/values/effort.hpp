// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_EFFORT_HPP
#define BONTOT_FEEL_VALUES_EFFORT_HPP

#include <cstdint>

namespace bontot::feel::detail {

inline constexpr int max_nesting = 256;

/** What may still be done; shared parts make a small value large to look at. */
class effort
{
public:
    explicit effort(std::uint64_t most) : left_(most) {}

    /** Returns whether the work may be done, and takes it off; nothing is left when not. */
    bool spend(std::uint64_t work)
    {
        if (work > left_) {
            left_ = 0;
            return false;
        }
        left_ -= work;
        return true;
    }

    /** Allows no more work. */
    void stop() noexcept { left_ = 0; }

    [[nodiscard]] std::uint64_t left() const noexcept { return left_; }

private:
    std::uint64_t left_;
};

/** How many values are looked at when a host compares or prints one. */
inline constexpr std::uint64_t host_effort = 1'000'000;

} // namespace bontot::feel::detail

#endif
