// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WORDS_KEPT_TEXTS_HPP
#define BONTOT_WORDS_KEPT_TEXTS_HPP

#include <bontot/arena.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

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

    void start();
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
    [[nodiscard]] bool prepare(const result& about, language in, std::size_t part_count);

    [[nodiscard]] const kept_text*& line(std::uint32_t its_case) { return lines_[in_][its_case]; }
    [[nodiscard]] const kept_text*& part(std::size_t index) { return parts_[in_][index]; }
    [[nodiscard]] hole_notes& notes() { return notes_; }

    /** Keeps a text without what fills its holes, which are counted from `begin` on; null: there
        is no more room. */
    [[nodiscard]] const kept_text* keep(
        std::string_view text, std::size_t begin, std::span<const text_hole> holes, bool needs_comma
    );

private:
    void forget(const std::shared_ptr<const rubric>& next);

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
