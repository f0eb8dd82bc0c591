// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WORDS_KEPT_TEXTS_IPP
#define BONTOT_WORDS_KEPT_TEXTS_IPP

#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/text_buffer.hpp>
#include <bontot/words/kept_texts.hpp>

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>

namespace bontot::detail {

void hole_notes::start()
{
    holes_.clear();
    is_on_ = true;
}

bool kept_texts::prepare(const result& about, language in, std::size_t part_count)
{
    if (sheet_ != about.sheet) forget(about.sheet);
    const bool is_first = !is_used_;
    is_used_ = true;
    notes_.stop(); // the last time may have ended half way
    if (is_first) return false;
    in_ = static_cast<std::size_t>(in);
    parts_[in_].resize(part_count, nullptr);
    lines_[in_].resize(about.sheet->case_count, nullptr);
    return true;
}

const kept_text* kept_texts::keep(
    std::string_view text, std::size_t begin, std::span<const text_hole> holes, bool needs_comma
)
{
    const std::size_t size = text.size() + text_buffer::padding;
    const std::size_t bytes = size + sizeof(kept_text) + holes.size_bytes();
    if (bytes > most_bytes - bytes_) return nullptr;
    char* const copy = store_.make_array<char>(size);
    text_hole* const places = store_.make_array<text_hole>(holes.size());
    kept_text* const out = store_.make_array<kept_text>(1);
    std::size_t written = 0;
    std::size_t read = 0;
    const auto take = [&](std::size_t end) {
        text.copy(copy + written, end - read, read);
        written += end - read;
    };
    for (std::size_t i = 0; i < holes.size(); ++i) {
        take(holes[i].begin - begin);
        read = holes[i].end - begin;
        ::new (static_cast<void*>(places + i))
            text_hole{holes[i].what, holes[i].slot, written, written};
    }
    take(text.size());
    std::memset(copy + written, 0, size - written);
    bytes_ += bytes;
    ::new (static_cast<void*>(out)) kept_text{copy, written, {places, holes.size()}, needs_comma};
    return out;
}

void kept_texts::forget(const std::shared_ptr<const rubric>& next)
{
    sheet_.reset();
    for (auto& each : lines_)
        each.clear();
    for (auto& each : parts_)
        each.clear();
    store_.clear();
    bytes_ = 0;
    is_used_ = false;
    sheet_ = next;
}

} // namespace bontot::detail

#endif
