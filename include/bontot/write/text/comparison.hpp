// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_COMPARISON_HPP
#define BONTOT_WRITE_TEXT_COMPARISON_HPP

#include <bontot/compare.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/write_text.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/words/plain.hpp>
#include <bontot/write/text/page.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Writes a comparison for people to read: grade and total, then what moved, most first. */
class comparison_text
{
public:
    comparison_text(string& out, const comparison& about, const text_options& options)
        : page_(out, options.colour), about_(about), in_(options.in)
    {}

    void write();

private:
    /** What is told under a criterion: a line, or what an indicator above lines does itself. */
    struct item
    {
        std::uint32_t index = none;
        number points;
        number possible;
        bool is_remainder = false;
    };

    [[nodiscard]] std::string_view say(message code) const { return message_text(code, in_); }
    [[nodiscard]] string filled(message code, std::initializer_list<std::string_view> with) const
    {
        return filled_words(code, in_, with);
    }

    [[nodiscard]] string titled(message title, std::string_view words) const;

    [[nodiscard]] string shown(const number& value) const;

    [[nodiscard]] string signed_words(const number& value) const;

    /** "7", or "3..7" for what is open. */
    [[nodiscard]] string interval_words(const number& points, const number& possible) const;

    /** "+2", or "+2; possible -1" when the two moved differently. */
    [[nodiscard]] string difference_words(const number& points, const number& possible) const;

    /** "20 -> 22.5 (+2.5)" */
    [[nodiscard]] string moved_words(
        const moved_figure& points, const moved_figure& possible, presence where = presence::both
    ) const;

    [[nodiscard]] string max_words(const moved_figure& max) const;

    void write_grade();

    [[nodiscard]] string grade_words(const compared_result& side) const;

    /** The label where one of the results tells it, else the id. */
    [[nodiscard]] string grade_label(std::string_view id) const;

    void write_unit();

    [[nodiscard]] static string unit_words(const compared_result& side);

    [[nodiscard]] string side_words(const compared_result& side) const;

    [[nodiscard]] string name_of(const node_comparison& node) const;

    void write_criterion(std::uint32_t index);

    /** Returns what is told under a criterion, the biggest moves first. */
    [[nodiscard]] vector<item> items_of(std::uint32_t index, std::size_t& unchanged) const;

    /** A line that is changed; an indicator above lines when it became or ceased to be, or has
        another state or reason. */
    [[nodiscard]] static bool is_told(const node_comparison& node);

    void write_item(const item& each);

    void write_change(const node_comparison& node, std::size_t indent);

    /** Of what is the sum of its lines nothing need be said unless it became something else. */
    [[nodiscard]] static bool tells_sides(const node_comparison& node);

    void faint(std::size_t indent, std::string_view words)
    {
        page_.paragraph(indent, words, text_style::faint);
    }

    /** That it is new, gone, elsewhere or called otherwise, and by which clause. */
    void write_place(const node_comparison& node, std::size_t indent);

    void write_side(message title, const node_side& side, presence where, std::size_t indent);

    void write_fact(const fact_change& change, std::size_t indent);

    [[nodiscard]] string value_words(const std::optional<fact_summary>& fact) const;

    void write_mark(const mark_change& change, std::size_t indent);

    void write_evidence(const node_comparison& node, std::size_t indent);

    void write_gates();

    [[nodiscard]] string fired_words(const std::optional<truth>& fired, bool is_lifted) const;

    void write_checks();

    text_page page_;
    const comparison& about_;
    language in_;
};

} // namespace bontot::detail

#endif
