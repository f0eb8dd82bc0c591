// SPDX-License-Identifier: BSL-1.0
// Arrow arrays and their types that own what they hold, whoever holds them.
#ifndef BONTOT_C_API_ARROW_OUT_HPP
#define BONTOT_C_API_ARROW_OUT_HPP

#include "guard.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace bontot::c_api {

/** What an exported array or type holds on to. Its children may be moved away from it. */
template <class Arrow>
struct exported
{
    explicit exported(shared_memory where)
        : source(std::move(where)), children(allocator<Arrow>(*source)),
          child_places(allocator<Arrow*>(*source)), buffers(allocator<const void*>(*source)),
          validity(allocator<std::uint8_t>(*source)), words(allocator<std::uint64_t>(*source)),
          offsets(allocator<std::int32_t>(*source)), format(allocator<char>(*source)),
          text(allocator<char>(*source))
    {}

    shared_memory source;
    vector<Arrow> children;
    vector<Arrow*> child_places;
    vector<const void*> buffers;
    vector<std::uint8_t> validity;
    vector<std::uint64_t> words; /**< numbers */
    vector<std::int32_t> offsets;
    string format;
    string text; /**< the characters of an array; the name of a type */
};

/** Frees what an array or type holds, children that are still there included. */
template <class Arrow>
void release_exported(Arrow* given)
{
    auto* const held = static_cast<exported<Arrow>*>(given->private_data);
    for (Arrow& child : held->children) {
        if (child.release != nullptr) child.release(&child);
    }
    given->release = nullptr;
    free_handle(held);
}

/** An array or type of ours until it is given away. */
template <class Arrow>
class owned_arrow
{
public:
    explicit owned_arrow(const shared_memory& source) : held_(make_handle<exported<Arrow>>(source))
    {
        content_.private_data = held_;
        content_.release = release_exported<Arrow>;
    }
    owned_arrow(owned_arrow&& other) noexcept
        : content_(std::exchange(other.content_, Arrow{})), held_(other.held_)
    {}
    owned_arrow& operator=(owned_arrow&&) = delete;
    ~owned_arrow()
    {
        if (content_.release != nullptr) content_.release(&content_);
    }

    [[nodiscard]] Arrow& content() { return content_; }
    [[nodiscard]] exported<Arrow>& held() { return *held_; }

    /** Takes a child over. */
    void add(owned_arrow&& child)
    {
        held_->children.push_back(child.content_);
        child.content_.release = nullptr;
    }

    /** Lets the content point to its children, of which there will be no more. */
    void close()
    {
        held_->child_places.reserve(held_->children.size());
        for (Arrow& child : held_->children)
            held_->child_places.push_back(&child);
        content_.children = held_->child_places.data();
        content_.n_children = static_cast<std::int64_t>(held_->children.size());
    }

    /** Gives it away to who releases it. */
    void give(Arrow* out) { *out = std::exchange(content_, Arrow{}); }

private:
    Arrow content_{};
    exported<Arrow>* held_;
};

using owned_array = owned_arrow<ArrowArray>;
using owned_schema = owned_arrow<ArrowSchema>;

inline owned_schema
schema_of(const shared_memory& source, std::string_view format, std::string_view name)
{
    owned_schema out(source);
    out.held().format = format;
    out.held().text = name;
    out.content().format = out.held().format.c_str();
    out.content().name = out.held().text.c_str();
    out.content().flags = ARROW_FLAG_NULLABLE;
    return out;
}

/** Lets an array be read: its rows, and which of them hold something.

    @param nulls A byte for each row: 1 where there is nothing.
*/
inline void
close_array(owned_array& out, std::span<const std::uint8_t> nulls, std::size_t buffer_count)
{
    exported<ArrowArray>& held = out.held();
    held.validity.assign((nulls.size() + 7) / 8, 0);
    std::int64_t null_count = 0;
    for (std::size_t i = 0; i < nulls.size(); ++i) {
        if (nulls[i] != 0) {
            ++null_count;
        } else {
            held.validity[i / 8] = static_cast<std::uint8_t>(held.validity[i / 8] | 1U << (i % 8));
        }
    }
    held.buffers.insert(held.buffers.begin(), held.validity.data());
    ArrowArray& content = out.content();
    content.length = static_cast<std::int64_t>(nulls.size());
    content.null_count = null_count;
    content.n_buffers = static_cast<std::int64_t>(buffer_count);
    content.buffers = held.buffers.data();
}

/** Makes decimals of 128 bits of integers. */
inline owned_array decimal_array(
    const shared_memory& source, std::span<const std::int64_t> amounts,
    std::span<const std::uint8_t> nulls
)
{
    owned_array out(source);
    vector<std::uint64_t>& words = out.held().words;
    words.reserve(2 * amounts.size() + 1); // never empty: there is a buffer then
    for (const std::int64_t each : amounts) {
        words.push_back(static_cast<std::uint64_t>(each));
        words.push_back(each < 0 ? ~std::uint64_t{0} : 0);
    }
    out.held().buffers.push_back(words.data());
    close_array(out, nulls, 2);
    return out;
}

/** An array of texts that is made row by row. */
class text_array
{
public:
    explicit text_array(const shared_memory& source) : out_(source)
    {
        out_.held().offsets.push_back(0);
    }

    /** Appends to the text of the row that is being made. */
    void append(std::string_view text) { out_.held().text.append(text); }
    [[nodiscard]] string& text() { return out_.held().text; }

    /** Ends the row. */
    void end_row()
    {
        constexpr std::size_t most = 0x7FFFFFFF;
        if (text().size() > most) refuse(BONTOT_NO_FIT, message::api_bad_argument, {"batch"});
        out_.held().offsets.push_back(static_cast<std::int32_t>(text().size()));
    }

    owned_array finish(std::span<const std::uint8_t> nulls)
    {
        out_.held().buffers.push_back(out_.held().offsets.data());
        out_.held().buffers.push_back(out_.held().text.data());
        close_array(out_, nulls, 3);
        return std::move(out_);
    }

private:
    owned_array out_;
};

} // namespace bontot::c_api

#endif
