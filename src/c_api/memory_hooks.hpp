// SPDX-License-Identifier: BSL-1.0
// The host's memory functions as the library's memory, and handles that live in it.
#ifndef BONTOT_C_API_MEMORY_HOOKS_HPP
#define BONTOT_C_API_MEMORY_HOOKS_HPP

#include <bontot/bontot.h>
#include <bontot/memory.hpp>

#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace bontot::c_api {

using shared_memory = std::shared_ptr<memory>;

/** Returns the C++ runtime's memory, which nobody owns. */
inline shared_memory runtime_memory()
{
    return shared_memory(shared_memory(), &default_memory());
}

/** Memory that the host gives. */
class hooked_memory final : public memory
{
public:
    hooked_memory(bontot_allocate give, bontot_release take, void* payload)
        : allocate_(give), release_(take), payload_(payload)
    {}

    void* allocate(std::size_t size, std::size_t alignment) override
    {
        void* const place = allocate_(payload_, size, alignment);
        if (place == nullptr) throw std::bad_alloc();
        return place;
    }

    void release(void* place, std::size_t size, std::size_t alignment) noexcept override
    {
        release_(payload_, place, size, alignment);
    }

private:
    bontot_allocate allocate_;
    bontot_release release_;
    void* payload_;
};

/** An allocator that keeps its memory alive: of what must outlive the memory's last handle. */
template <class T>
class owning_allocator
{
public:
    using value_type = T;

    explicit owning_allocator(shared_memory source) noexcept : source_(std::move(source)) {}
    template <class U>
    owning_allocator(const owning_allocator<U>& other) noexcept : source_(other.source())
    {}

    T* allocate(std::size_t count) { return allocator<T>(*source_).allocate(count); }
    void deallocate(T* place, std::size_t count) noexcept
    {
        allocator<T>(*source_).deallocate(place, count);
    }

    [[nodiscard]] const shared_memory& source() const noexcept { return source_; }

    template <class U>
    friend bool operator==(const owning_allocator& a, const owning_allocator<U>& b) noexcept
    {
        return a.source() == b.source();
    }

private:
    shared_memory source_;
};

/** Ties a shared object to the memory that it lives in, so that both die together. */
template <class T>
std::shared_ptr<T> keep_with(std::shared_ptr<T> object, const shared_memory& source)
{
    using held = std::shared_ptr<T>;
    auto holder = std::allocate_shared<held>(owning_allocator<held>(source), std::move(object));
    T* const plain = holder->get();
    return std::shared_ptr<T>(std::move(holder), plain);
}

/** Makes a handle in a memory; the handle's first member `source` keeps that memory alive. */
template <class Handle, class... Arguments>
Handle* make_handle(const shared_memory& source, Arguments&&... arguments)
{
    allocator<Handle> where(*source);
    Handle* const place = where.allocate(1);
    try {
        return ::new (static_cast<void*>(place))
            Handle{source, std::forward<Arguments>(arguments)...};
    } catch (...) {
        where.deallocate(place, 1);
        throw;
    }
}

template <class Handle>
void free_handle(Handle* handle) noexcept
{
    if (handle == nullptr) return;
    const shared_memory source = handle->source;
    handle->~Handle();
    allocator<Handle>(*source).deallocate(handle, 1);
}

} // namespace bontot::c_api

#endif
