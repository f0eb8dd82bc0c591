// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_TEXT_BUFFER_HPP
#define BONTOT_BASE_TEXT_BUFFER_HPP

#include <bontot/memory.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace bontot::detail {

/** Takes text as a string does, and keeps its room when it is cleared.

    Of a short piece a whole block is copied, which is quicker than to look at its size: hence @ref
    append_padded, and the room that is always left behind the text.
*/
class text_buffer
{
public:
    static constexpr std::size_t padding = 32;

    explicit text_buffer(memory& source) : room_(allocator<char>(source)) {}

    void clear() { size_ = 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::string_view view() const { return {room_.data(), size_}; }

    text_buffer& operator+=(char c)
    {
        *more(1) = c;
        return *this;
    }
    text_buffer& operator+=(std::string_view text)
    {
        append(text.data(), text.size());
        return *this;
    }
    void append(const char* text, std::size_t size)
    {
        char* const place = more(size);
        if (size != 0) std::memcpy(place, text, size);
    }
    void append(std::size_t count, char c) { std::fill_n(more(count), count, c); }

    /** Appends a text behind which @ref padding bytes may be read. */
    void append_padded(const char* text, std::size_t size)
    {
        char* const place = more(size);
        for (std::size_t i = 0; i < size; i += padding)
            std::memcpy(place + i, text + i, padding);
    }

private:
    /** Returns room for so many characters, which are part of the text from now on. */
    char* more(std::size_t count)
    {
        if (room_.size() - size_ < count + padding) grow(count + padding);
        char* const place = room_.data() + size_;
        size_ += count;
        return place;
    }
    void grow(std::size_t count)
    {
        constexpr std::size_t least = 4096;
        room_.resize(std::max({least, room_.size() * 2, size_ + count}));
    }

    vector<char> room_;
    std::size_t size_ = 0;
};

} // namespace bontot::detail

#endif
