// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_STREAM_LIST_HPP
#define BONTOT_DOSSIER_READER_STREAM_LIST_HPP

#include <bontot/arena.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <string_view>

namespace bontot::detail {

/** A list that grows in an arena, where the room that it outgrew stays behind. */
template <class T>
class arena_list
{
public:
    explicit arena_list(arena& store) noexcept : store_(store) {}

    void push_back(const T& item)
    {
        if (size_ == room_) grow();
        ::new (static_cast<void*>(begin_ + size_)) T(item);
        ++size_;
    }
    /** Forgets what stands behind the first ones. */
    void cut(std::size_t size) noexcept { size_ = size; }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::span<T> items() const noexcept { return {begin_, size_}; }

private:
    void grow()
    {
        constexpr std::size_t first = 16;
        const std::size_t room = room_ == 0 ? first : 2 * room_;
        T* const place = store_.make_array<T>(room);
        std::uninitialized_copy_n(begin_, size_, place);
        begin_ = place;
        room_ = room;
    }

    arena& store_;
    T* begin_ = nullptr;
    std::size_t size_ = 0;
    std::size_t room_ = 0;
};

/** Tells whether one of some texts stands there twice; sorts them if they are in no order. */
inline bool has_repeated(std::span<std::string_view> texts)
{
    const auto not_ascending = [](std::string_view a, std::string_view b) { return !(a < b); };
    if (std::adjacent_find(texts.begin(), texts.end(), not_ascending) == texts.end()) return false;
    std::sort(texts.begin(), texts.end());
    return std::adjacent_find(texts.begin(), texts.end()) != texts.end();
}

} // namespace bontot::detail

#endif
