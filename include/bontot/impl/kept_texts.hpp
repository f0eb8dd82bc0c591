// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_KEPT_TEXTS_HPP
#define BONTOT_IMPL_KEPT_TEXTS_HPP

#include <bontot/result.hpp>

#include <bontot/detail/text_buffer.hpp>

namespace bontot::detail {

/** A place of a line's text where dossiers of the same case (@ref node_result::line_case) differ.
 */
struct text_hole
{
    enum class kind : std::uint8_t
    {
        value,        /**< of a fact, as JSON */
        value_words,  /**< of a fact, as people write it */
        points,       /**< of the line */
        possible,     /**< likewise */
        points_words, /**< of the line, as people write them */
        state         /**< of the line */
    };

    kind what = kind::value;
    std::uint32_t slot = none;
    std::size_t begin = 0;
    std::size_t end = 0; /**< the same as `begin` in a text that is kept: nothing fills it */
};

/** Notes the holes of what is written while it is told to. */
class hole_notes
{
public:
    explicit hole_notes(memory& source) : holes_(allocator<text_hole>(source)) {}

    void start()
    {
        holes_.clear();
        is_on_ = true;
    }
    void stop() { is_on_ = false; }
    void note(const text_hole& hole)
    {
        if (is_on_) holes_.push_back(hole);
    }
    [[nodiscard]] std::span<const text_hole> holes() const { return holes_; }

private:
    vector<text_hole> holes_;
    bool is_on_ = false;
};

/** A text that was written once, without what fills its holes. */
struct kept_text
{
    const char* text = nullptr; /**< may be read @ref text_buffer::padding bytes farther */
    std::size_t size = 0;
    std::span<const text_hole> holes; /**< in order */
    bool needs_comma = true;          /**< what is written next */
};

/** Texts of one rubric that are written again and again: of lines by case, and of the rubric alone.

    Bounded: beyond @ref most_bytes nothing more is kept.
*/
class kept_texts
{
public:
    static constexpr std::size_t most_bytes = std::size_t{4} << 20;

    explicit kept_texts(memory& source)
        : store_(source), notes_(source),
          lines_{
              vector<const kept_text*>(allocator<const kept_text*>(source)),
              vector<const kept_text*>(allocator<const kept_text*>(source))},
          parts_{
              vector<const kept_text*>(allocator<const kept_text*>(source)),
              vector<const kept_text*>(allocator<const kept_text*>(source))}
    {}

    /** Makes ready for a result; false where keeping does not pay: the first time of a rubric. */
    [[nodiscard]] bool prepare(const result& about, language in, std::size_t part_count)
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

    [[nodiscard]] const kept_text*& line(std::uint32_t its_case) { return lines_[in_][its_case]; }
    [[nodiscard]] const kept_text*& part(std::size_t index) { return parts_[in_][index]; }
    [[nodiscard]] hole_notes& notes() { return notes_; }

    /** Keeps a text without what fills its holes, which are counted from `begin` on; null: there
        is no more room. */
    [[nodiscard]] const kept_text* keep(
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
        ::new (static_cast<void*>(out))
            kept_text{copy, written, {places, holes.size()}, needs_comma};
        return out;
    }

private:
    void forget(const std::shared_ptr<const rubric>& next)
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

    std::shared_ptr<const rubric> sheet_; /**< kept alive: another one could be where it was */
    arena store_;
    hole_notes notes_;
    vector<const kept_text*> lines_[2]; /**< by language, then by case of the rubric */
    vector<const kept_text*> parts_[2]; /**< likewise by part */
    std::size_t bytes_ = 0;
    std::size_t in_ = 0;
    bool is_used_ = false;
};

} // namespace bontot::detail

#endif
