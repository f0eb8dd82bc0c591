// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_RANKING_HPP
#define BONTOT_WRITE_TEXT_RANKING_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/ranking.hpp>
#include <bontot/rubric.hpp>
#include <bontot/write_text.hpp>

#include <bontot/words/reason.hpp>
#include <bontot/write/text/page.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

/** Writes a ranking for people: each group in order, then the quotas, and who falls under them. */
class ranking_text
{
public:
    ranking_text(string& out, const ranking& about, const text_options& options)
        : page_(out, options.colour), about_(about), sheet_(about.of->sheet()), in_(options.in),
          teller_(sheet_, options.in), lines_(out.get_allocator())
    {
        for (std::uint32_t i = 0; i < about.quotas.size(); ++i)
            lines_.push_back({about.quotas[i].grade, about.quotas[i].group, i});
        std::sort(lines_.begin(), lines_.end());
    }

    void write();

private:
    [[nodiscard]] std::string_view say(message code) const { return message_text(code, in_); }
    [[nodiscard]] string shown(std::uint32_t count) const { return teller_.shown(number(count)); }

    [[nodiscard]] std::string_view grade(std::uint32_t index) const
    {
        return sheet_.grades[index].label.in(in_);
    }

    void titled(message title, std::string_view words);

    void write_head();

    void write_group(const ranking_group& group);

    /** Draws a quota's line above the first unit of the group that falls under it. */
    void draw_lines(std::uint32_t place);

    void write_place(const ranking_place& place);

    /** "Excellent", or with what is proposed: "Excellent -> Good", "Excellent or Good". */
    [[nodiscard]] string outcome(const ranking_place& place) const;

    /** "Good", or "Good - Other" where it is open. */
    [[nodiscard]] string grades(std::uint32_t best, std::uint32_t worst) const;

    [[nodiscard]] static string unit(const cohort_entry& entry);

    [[nodiscard]] string points(const cohort_entry& entry) const;

    void write_quotas();

    [[nodiscard]] string line_words(const quota_line& line) const;

    [[nodiscard]] string base_words(const quota_line& line, const quota_rule& rule) const;

    [[nodiscard]] string group_name(const ranking_group& group) const;

    /** Lists who falls, or, apart, whom people must decide about. */
    void write_movements(bool undecided);

    void write_open();

    void title_once(message title, bool& has_title);

    /** A quota, to be found by its grade and group. */
    struct line_place
    {
        std::uint32_t grade;
        std::uint32_t group;
        std::uint32_t quota;

        friend auto operator<=>(const line_place&, const line_place&) = default;
    };

    /** Returns the quotas of a grade for a group and over all, in their order. */
    [[nodiscard]] vector<std::uint32_t> lines_of(std::uint32_t grade, std::uint32_t group) const;

    text_page page_;
    const ranking& about_;
    const rubric& sheet_;
    language in_;
    teller teller_;
    vector<line_place> lines_;      /**< sorted */
    std::uint32_t lines_drawn_ = 0; /**< of this group: grades as bits */
};

} // namespace bontot::detail

#endif
