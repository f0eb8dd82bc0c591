// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_MEMORY_HPP
#define BONTOT_MEMORY_HPP

#include <cstddef>
#include <memory>
#include <new>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace bontot {

/** Where memory comes from: the one door for every allocation of the library.

    A host that counts or limits memory derives from this class; the C ABI's
    hooks end here too. Both functions may be called from several threads at
    once when the handles made with this object are.

    @par Object lifetimes
    The object must outlive everything that was made with it.
*/
class memory
{
public:
    virtual ~memory() = default;

    /** Returns `size` bytes aligned to `alignment`; throws std::bad_alloc when it can not. */
    virtual void* allocate(std::size_t size, std::size_t alignment) = 0;

    /** Takes back what @ref allocate gave, with the same size and alignment. */
    virtual void release(void* place, std::size_t size, std::size_t alignment) noexcept = 0;
};

} // namespace bontot

namespace bontot::detail {

class global_memory final : public memory
{
public:
    void* allocate(std::size_t size, std::size_t alignment) override
    {
        if (alignment > __STDCPP_DEFAULT_NEW_ALIGNMENT__) {
            return ::operator new(size, std::align_val_t(alignment));
        }
        return ::operator new(size);
    }

    void release(void* place, std::size_t, std::size_t alignment) noexcept override
    {
        if (alignment > __STDCPP_DEFAULT_NEW_ALIGNMENT__) {
            ::operator delete(place, std::align_val_t(alignment));
        } else {
            ::operator delete(place);
        }
    }
};

} // namespace bontot::detail

namespace bontot {

/** Returns the memory that the program's operator new gives. Thread safe. */
inline memory& default_memory() noexcept
{
    static detail::global_memory instance;
    return instance;
}

/** The allocator of every container in the library: a pointer to a @ref memory.

    It travels with its container on copy, move and swap, so that a model and
    everything within it live in the memory that the model was made with.
*/
template <class T>
class allocator
{
public:
    using value_type = T;
    using propagate_on_container_copy_assignment = std::true_type;
    using propagate_on_container_move_assignment = std::true_type;
    using propagate_on_container_swap = std::true_type;
    using is_always_equal = std::false_type;

    allocator() noexcept : source_(&default_memory()) {}
    allocator(memory& source) noexcept : source_(&source) {}
    template <class U>
    allocator(const allocator<U>& other) noexcept : source_(&other.source())
    {}

    T* allocate(std::size_t count)
    {
        if (count > static_cast<std::size_t>(-1) / sizeof(T)) throw std::bad_array_new_length();
        return static_cast<T*>(source_->allocate(count * sizeof(T), alignof(T)));
    }

    void deallocate(T* place, std::size_t count) noexcept
    {
        source_->release(place, count * sizeof(T), alignof(T));
    }

    [[nodiscard]] memory& source() const noexcept { return *source_; }

    template <class U>
    friend bool operator==(const allocator& a, const allocator<U>& b) noexcept
    {
        return &a.source() == &b.source();
    }

private:
    memory* source_;
};

template <class T>
using vector = std::vector<T, allocator<T>>;
using string = std::basic_string<char, std::char_traits<char>, allocator<char>>;

/** Makes a shared object whose control block lies in the same memory as the object. */
template <class T, class... Arguments>
std::shared_ptr<T> make_shared_in(memory& source, Arguments&&... arguments)
{
    return std::allocate_shared<T>(allocator<T>(source), std::forward<Arguments>(arguments)...);
}

} // namespace bontot

#endif
