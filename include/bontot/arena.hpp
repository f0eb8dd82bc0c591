// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_ARENA_HPP
#define BONTOT_ARENA_HPP

#include <bontot/memory.hpp>

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace bontot {

/** A region that only grows until it is cleared: lists and texts made while evaluating live here.

    @ref clear keeps the blocks, so a region that is used again does not
    allocate once it has grown to its working size. Not thread safe.

    @par Object lifetimes
    What it hands out dies at @ref clear and with the arena. Destructors are
    not run, so only trivially destructible things are made here.
*/
class arena
{
public:
    /** The bytes of a first block where nothing else is said. */
    static constexpr std::size_t first_block = 4096;

    /** @param first The bytes of the first block, if nothing larger is asked for first. Each block
        is at least twice as large as the one before. */
    explicit arena(memory& source = default_memory(), std::size_t first = first_block) noexcept
        : blocks_(allocator<block>(source)), first_(first)
    {}
    arena(arena&& other) noexcept : blocks_(std::move(other.blocks_)), first_(other.first_)
    {
        other.blocks_.clear();
        current_ = std::exchange(other.current_, 0);
        used_ = std::exchange(other.used_, 0);
    }
    arena& operator=(arena&& other) noexcept
    {
        if (this != &other) {
            free_blocks();
            blocks_ = std::move(other.blocks_);
            other.blocks_.clear();
            first_ = other.first_;
            current_ = std::exchange(other.current_, 0);
            used_ = std::exchange(other.used_, 0);
        }
        return *this;
    }
    ~arena() { free_blocks(); }

    /** Returns room for `size` bytes; throws std::bad_alloc when memory is out. */
    void* allocate(std::size_t size, std::size_t alignment)
    {
        while (current_ < blocks_.size()) {
            void* place = blocks_[current_].data + used_;
            std::size_t room = blocks_[current_].size - used_;
            if (std::align(alignment, size, place, room) != nullptr) {
                used_ = blocks_[current_].size - room + size;
                return place;
            }
            ++current_;
            used_ = 0;
        }
        // A new block is aligned for everything but over-aligned types.
        add_block(alignment > block_alignment ? size + alignment : size);
        return allocate(size, alignment);
    }

    /** Returns `count` uninitialised objects. */
    template <class T>
    T* make_array(std::size_t count)
    {
        static_assert(std::is_trivially_destructible_v<T>);
        if (count > max_size / sizeof(T)) throw std::bad_alloc();
        return static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
    }

    /** Copies a sequence into the arena. */
    template <class T>
    std::span<const T> copy(std::span<const T> items)
    {
        if (items.empty()) return {};
        T* const place = make_array<T>(items.size());
        std::uninitialized_copy(items.begin(), items.end(), place);
        return {place, items.size()};
    }

    /** Copies text into the arena and ends it with a zero byte, which the C ABI promises. */
    std::string_view copy(std::string_view text)
    {
        if (text.empty()) return std::string_view("");
        char* const place = make_array<char>(text.size() + 1);
        std::memcpy(place, text.data(), text.size());
        place[text.size()] = '\0';
        return {place, text.size()};
    }

    /** Forgets everything that was handed out and keeps the memory. */
    void clear() noexcept
    {
        current_ = 0;
        used_ = 0;
    }

    [[nodiscard]] memory& source() const noexcept { return blocks_.get_allocator().source(); }

private:
    struct block
    {
        char* data;
        std::size_t size;
    };

    static constexpr std::size_t max_size = static_cast<std::size_t>(-1) / 4;
    static constexpr std::size_t block_alignment = alignof(std::max_align_t);

    void add_block(std::size_t needed)
    {
        std::size_t size = blocks_.empty() ? first_ : blocks_.back().size * 2;
        if (size < needed) size = needed;
        blocks_.reserve(blocks_.size() + 1);
        char* const data = static_cast<char*>(source().allocate(size, block_alignment));
        blocks_.push_back(block{data, size});
        current_ = blocks_.size() - 1;
        used_ = 0;
    }

    void free_blocks() noexcept
    {
        for (const block& each : blocks_)
            source().release(each.data, each.size, block_alignment);
    }

    vector<block> blocks_;
    std::size_t first_;
    std::size_t current_ = 0;
    std::size_t used_ = 0;
};

} // namespace bontot

#endif
