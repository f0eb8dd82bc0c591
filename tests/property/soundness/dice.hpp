// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TESTS_PROPERTY_SOUNDNESS_DICE_HPP
#define BONTOT_TESTS_PROPERTY_SOUNDNESS_DICE_HPP

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace soundness {

/** Chance from a seed, the same on every platform. */
class dice
{
public:
    explicit dice(std::uint64_t seed) : random_(seed) {}

    /** Returns one of 0..count-1. */
    std::size_t one_of(std::size_t count)
    {
        return static_cast<std::size_t>(random_() % static_cast<std::uint64_t>(count));
    }
    /** Returns one of low..high. */
    int between(int low, int high)
    {
        return low + static_cast<int>(one_of(static_cast<std::size_t>(high - low + 1)));
    }
    /** Returns true so many times of a hundred. */
    bool chance(unsigned percent) { return one_of(100) < percent; }

    template <class Item>
    const Item& pick(const std::vector<Item>& items)
    {
        return items[one_of(items.size())];
    }

private:
    std::mt19937_64 random_;
};

} // namespace soundness

#endif
