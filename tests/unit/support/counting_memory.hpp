// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TESTS_UNIT_SUPPORT_COUNTING_MEMORY_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_COUNTING_MEMORY_HPP

#include <bontot/memory.hpp>

#include <cstddef>

/** Counts what is given and taken back, and can run out. */
class counting_memory final : public bontot::memory
{
public:
    void* allocate(std::size_t size, std::size_t alignment) override
    {
        if (calls++ == fails_at) throw std::bad_alloc();
        void* const place = bontot::default_memory().allocate(size, alignment);
        bytes += size;
        given += size;
        ++blocks;
        return place;
    }

    void release(void* place, std::size_t size, std::size_t alignment) noexcept override
    {
        bytes -= size;
        --blocks;
        bontot::default_memory().release(place, size, alignment);
    }

    std::size_t calls = 0;
    std::size_t fails_at = static_cast<std::size_t>(-1);
    std::size_t bytes = 0;  /**< given and not taken back */
    std::size_t given = 0;  /**< ever */
    std::size_t blocks = 0; /**< given and not taken back */
};

#endif
