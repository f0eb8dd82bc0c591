// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_PATH_TEXT_HPP
#define BONTOT_IMPL_PATH_TEXT_HPP

#include <bontot/path.hpp>
#include <bontot/write_text.hpp>

#include <bontot/detail/text_page.hpp>
#include <bontot/impl/path_words.hpp>

namespace bontot::detail {

/** Writes a path for the person who has to walk it: what to do, in numbered steps. */
template <class String>
class path_text
{
public:
    path_text(String& out, const path& about, const text_options& options)
        : page_(out, page_width, options.colour), about_(about), sheet_(*about.sheet),
          in_(options.in), words_(about, options.in)
    {}

    void write()
    {
        write_outcome();
        string unit(
            about_.before.unit_name.empty() ? about_.before.unit_id : about_.before.unit_name
        );
        page_.paragraph(0, titled(message::text_unit, unit));
        page_.paragraph(0, titled(message::path_now, standing(about_.before)));
        const bool is_evaluated =
            about_.outcome == path_outcome::found || about_.outcome == path_outcome::conflict;
        if (is_evaluated) page_.paragraph(0, titled(message::path_then, standing(about_.after)));
        write_steps();
        write_falls();
        write_obstacles();
    }

private:
    static constexpr std::size_t page_width = 100;

    [[nodiscard]] std::string_view say(message code) const { return message_text(code, in_); }

    [[nodiscard]] string titled(message title, std::string_view words) const
    {
        string out(say(title));
        out += ": ";
        out += words;
        return out;
    }

    void title(message code)
    {
        page_.gap();
        page_.paragraph(0, say(code), text_style::strong);
    }

    void write_outcome()
    {
        constexpr message codes[] = {
            message::path_reached, message::path_found, message::path_conflict,
            message::path_forbidden};
        const string count = words_.shown(number(about_.steps.size()));
        const string effort = words_.shown(number(about_.effort));
        const string words = words_.filled(
            codes[static_cast<std::size_t>(about_.outcome)],
            {words_.grade_label(about_.grade), count, effort}
        );
        const bool is_good =
            about_.outcome == path_outcome::reached || about_.outcome == path_outcome::found;
        page_.paragraph(
            0, titled(message::path_title, words), is_good ? text_style::strong : text_style::bad
        );
    }

    [[nodiscard]] string standing(const result& side) const
    {
        if (side.max.is_zero()) return string(words_.grade_label(side.grade));
        return words_.filled(
            message::path_standing, {words_.grade_label(side.grade), words_.shown(side.points)}
        );
    }

    void write_steps()
    {
        if (about_.steps.empty()) return;
        title(message::path_steps);
        std::size_t count = 0;
        for (const path_step& each : about_.steps)
            write_step(++count, each);
    }

    void write_step(std::size_t place, const path_step& step)
    {
        string left = words_.shown(number(place));
        left += ". ";
        left += name_of(step);
        string right;
        if (step.effort > 0) {
            const string move = words_.filled(
                message::path_move, {words_.shown(step.points), words_.shown(step.after)}
            );
            right += move;
            right += "  ";
            right +=
                words_.filled(message::path_gain, {words_.shown(path_words::difference_of(step))});
            if (step.effort > 1) {
                right += "  ";
                right += words_.filled(message::path_effort, {words_.shown(number(step.effort))});
            }
        }
        page_.line(2, left, right);
        for (std::uint32_t i = 0; i < step.change_count; ++i)
            page_.paragraph(6, words_.change(about_.changes[step.first_change + i]));
        if (step.is_open) page_.paragraph(6, words_.open_words(step), text_style::bad);
        if (step.change_count == 0 && !step.is_open)
            page_.paragraph(6, say(message::path_with_others), text_style::faint);
    }

    [[nodiscard]] string name_of(const path_step& step) const
    {
        if (step.effort == 0) return words_.purpose_of(step);
        string out(sheet_.nodes[step.index].id);
        out += "  ";
        out += sheet_.nodes[step.index].label.in(in_);
        return out;
    }

    void write_falls()
    {
        if (about_.falls.empty()) return;
        title(message::path_falls);
        for (const path_fall& each : about_.falls) {
            string name(sheet_.nodes[each.node].id);
            name += "  ";
            name += sheet_.nodes[each.node].label.in(in_);
            const string move = words_.filled(
                message::path_move, {words_.shown(each.points), words_.shown(each.after)}
            );
            page_.line(2, name, move, text_style::bad);
        }
    }

    void write_obstacles()
    {
        if (about_.obstacles.empty()) return;
        title(message::path_obstacles);
        for (const path_obstacle& each : about_.obstacles)
            page_.paragraph(2, words_.obstacle(each));
    }

    text_page<String> page_;
    const path& about_;
    const rubric& sheet_;
    language in_;
    path_words words_;
};

} // namespace bontot::detail

#endif
