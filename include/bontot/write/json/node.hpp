// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_NODE_HPP
#define BONTOT_WRITE_JSON_NODE_HPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/text_buffer.hpp>
#include <bontot/json/writer.hpp>
#include <bontot/words/kept_texts.hpp>
#include <bontot/words/reason.hpp>
#include <bontot/words/result.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Writes criteria and indicators of a result, and what the rest of it is made of. */
class node_json
{
public:
    /** Writes of a result.

        @param kept What is known of results of this rubric, or null.
    */
    node_json(text_buffer& out, const result& about, language in, kept_texts* kept)
        : json_(out), about_(about), sheet_(*about.sheet), in_(in), kept_(kept),
          teller_(about, in, kept == nullptr ? nullptr : &kept->notes())
    {}

    /** Returns how many parts there are that are the same in all results of a rubric. */
    static std::size_t part_count(const rubric& sheet)
    {
        return first_node_part + sheet.nodes.size();
    }

protected:
    // The parts: the head, then of each node its beginning.
    static constexpr std::size_t head_part = 0;
    static constexpr std::size_t first_node_part = 1;

    /** Writes what is the same in all results of a rubric, or the same of it again. */
    template <class Function>
    void part(std::size_t which, const Function& write)
    {
        const kept_text** const known = kept_ == nullptr ? nullptr : &kept_->part(which);
        if (known != nullptr && *known != nullptr) {
            json_.out().append_padded((*known)->text, (*known)->size);
            json_.continue_with((*known)->needs_comma);
            return;
        }
        const std::size_t begin = json_.out().size();
        write();
        if (known != nullptr) *known = keep(begin, {});
    }

    /** Writes a text that says something; an empty one is left out. */
    void write_words(json_key key, std::string_view words)
    {
        if (!words.empty()) json_.text(key, words);
    }

    void write_day(json_key key, const std::optional<date>& day)
    {
        if (day) json_.text_by(key, [&](auto& out) { append_date(out, *day); });
    }

    /** Writes a node, or a line of a case that was met before with what differs filled in. */
    void write_node(std::uint32_t index);

    void write_item_name(json_key key, const missing_item& item)
    {
        json_.text_by(key, [&](auto& out) { append_item_name(out, sheet_, item); });
    }

    /** Writes a fact; of a boolean the case of its line tells the value. */
    void write_fact(std::uint32_t slot);

    static std::string_view truth_word(truth what);

    void write_truth(json_key key, truth what) { json_.raw(key, truth_word(what)); }

private:
    const kept_text* keep(std::size_t begin, std::span<const text_hole> holes);

    [[nodiscard]] bool has_marks(std::uint32_t index) const;

    void fill(const kept_text& line, std::uint32_t index);

    void fill_hole(const text_hole& hole, const node_result& node);

    void write_anew(std::uint32_t index);

    /** The points and what follows them; of a proportional line they follow the fact's value. */
    void write_figures(const rubric_node& rule, const node_result& node);

    /** Notes a hole that ends here. */
    void note(text_hole::kind what, std::uint32_t slot, std::size_t begin)
    {
        if (kept_ != nullptr) kept_->notes().note({what, slot, begin, json_.out().size()});
    }

    /** The first reason, and as notes what changed the points after it. */
    void write_reasons(const node_result& node);

    void write_line(std::uint32_t index);

    /** What each role marked a line with; left out where nobody did. */
    void write_marks(std::uint32_t index);

    void append_value(const feel::value& given);

protected:
    json_writer<text_buffer> json_;
    const result& about_;
    const rubric& sheet_;
    language in_;
    kept_texts* kept_;
    teller teller_;
};

} // namespace bontot::detail

#endif
