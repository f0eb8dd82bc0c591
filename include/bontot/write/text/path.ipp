// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_PATH_IPP
#define BONTOT_WRITE_TEXT_PATH_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/write_text.hpp>

#include <bontot/write/path_words.hpp>
#include <bontot/write/text/page.hpp>
#include <bontot/write/text/path.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

void path_text::write()
{
    write_outcome();
    string unit(about_.before.unit_name.empty() ? about_.before.unit_id : about_.before.unit_name);
    page_.paragraph(0, titled(message::text_unit, unit));
    page_.paragraph(0, titled(message::path_now, standing(about_.before)));
    const bool is_evaluated =
        about_.outcome == path_outcome::found || about_.outcome == path_outcome::conflict;
    if (is_evaluated) page_.paragraph(0, titled(message::path_then, standing(about_.after)));
    write_steps();
    write_falls();
    write_obstacles();
}

string path_text::titled(message title, std::string_view words) const
{
    string out(say(title));
    out += ": ";
    out += words;
    return out;
}

void path_text::title(message code)
{
    page_.gap();
    page_.paragraph(0, say(code), text_style::strong);
}

void path_text::write_outcome()
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

string path_text::standing(const result& side) const
{
    if (side.max.is_zero()) return string(words_.grade_label(side.grade));
    return words_.filled(
        message::path_standing, {words_.grade_label(side.grade), words_.shown(side.points)}
    );
}

void path_text::write_steps()
{
    if (about_.steps.empty()) return;
    title(message::path_steps);
    std::size_t count = 0;
    for (const path_step& each : about_.steps)
        write_step(++count, each);
}

void path_text::write_step(std::size_t place, const path_step& step)
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
        right += words_.filled(message::path_gain, {words_.shown(path_words::difference_of(step))});
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

string path_text::name_of(const path_step& step) const
{
    if (step.effort == 0) return words_.purpose_of(step);
    string out(sheet_.nodes[step.index].id);
    out += "  ";
    out += sheet_.nodes[step.index].label.in(in_);
    return out;
}

void path_text::write_falls()
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

void path_text::write_obstacles()
{
    if (about_.obstacles.empty()) return;
    title(message::path_obstacles);
    for (const path_obstacle& each : about_.obstacles)
        page_.paragraph(2, words_.obstacle(each));
}

void write_text(string& out, const path& about, const text_options& options)
{
    path_text(out, about, options).write();
}

} // namespace bontot::detail

#endif
