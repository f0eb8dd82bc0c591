// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_DIFF_IPP
#define BONTOT_WRITE_TEXT_DIFF_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/rubric_diff.hpp>
#include <bontot/text.hpp>
#include <bontot/write_rubric_diff.hpp>
#include <bontot/write_text.hpp>

#include <bontot/words/plain.hpp>
#include <bontot/write/text/diff.hpp>
#include <bontot/write/text/page.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

void diff_text::write_change()
{
    const comparison& moved = about_.last();
    string unit(moved.after.unit_id);
    if (!moved.after.unit_name.empty()) {
        unit += "  ";
        unit += moved.after.unit_name;
    }
    const grade_rule& old = about_.before().grades[about_.last_grade_before()];
    const grade_rule& young = about_.after().grades[about_.last_grade_after()];
    string right =
        filled(message::text_compare_move, {shown(moved.points.before), shown(moved.points.after)});
    right += " (";
    right += signed_words(moved.points.difference);
    right += ')';
    page_.line(
        0,
        filled(
            message::text_diff_change,
            {unit, old.label.in(in_), young.label.in(in_), say(move_message(about_.last_move()))}
        ),
        right, move_style(about_.last_move())
    );
    for (const diff_cause& each : about_.last_causes())
        write_cause(each);
}

void diff_text::write_counts()
{
    page_.paragraph(
        0, filled(message::text_diff_rubrics, {name_of(about_.before()), name_of(about_.after())})
    );
    page_.paragraph(
        0,
        filled(
            message::text_diff_counts,
            {count_words(about_.dossiers()), count_words(about_.count(grade_move::up)),
             count_words(about_.count(grade_move::down)),
             count_words(about_.count(grade_move::same)),
             count_words(about_.count(grade_move::other))}
        ),
        text_style::strong
    );
    if (about_.refused() > 0) tell(message::text_diff_refused, about_.refused());
    if (about_.open() > 0) tell(message::text_diff_open, about_.open());
    if (about_.dossiers() > 0) write_matrix();
    write_passed_over(false);
    write_passed_over(true);
}

string diff_text::shown(const number& value) const
{
    string out;
    append_number_words(out, value, in_);
    return out;
}

string diff_text::signed_words(const number& value) const
{
    string out(value > number(0) ? "+" : "");
    append_number_words(out, value, in_);
    return out;
}

message diff_text::move_message(grade_move move)
{
    constexpr message words[] = {
        message::text_diff_same, message::text_diff_up, message::text_diff_down,
        message::text_diff_other};
    return words[static_cast<std::size_t>(move)];
}

text_style diff_text::move_style(grade_move move)
{
    if (move == grade_move::up) return text_style::good;
    return move == grade_move::down ? text_style::bad : text_style::strong;
}

string diff_text::name_of(const rubric& sheet)
{
    string out(sheet.id);
    out += ' ';
    out += sheet.version;
    return out;
}

void diff_text::write_cause(const diff_cause& cause)
{
    string name(cause.id);
    const std::string_view label = cause.label.in(in_);
    if (!label.empty() && label != cause.id) {
        if (!name.empty()) name += "  ";
        name += label;
    }
    string words = name;
    using kind = diff_cause::kind;
    if (cause.what == kind::remainder) words = filled(message::text_diff_remainder, {name});
    if (cause.what == kind::total) words = say(message::text_diff_total);
    if (cause.what == kind::good) words = filled(message::text_diff_good, {name});
    if (cause.what == kind::grade) words = filled(message::text_diff_grade, {label});
    if (cause.what == kind::gate) words = filled(message::text_diff_gate, {name});
    if (!cause.clause.empty()) {
        words += " (";
        words += filled(message::text_diff_clause, {cause.clause});
        words += ')';
    }
    page_.line(4, words, cause.difference.is_zero() ? string() : signed_words(cause.difference));
}

void diff_text::write_matrix()
{
    const auto& before = about_.before().grades;
    const auto& after = about_.after().grades;
    std::size_t first = 0;
    for (const grade_rule& each : before)
        first = std::max(first, display_width(each.id));
    vector<std::size_t> widths;
    std::size_t whole = first;
    for (const grade_rule& each : after) {
        widths.push_back(std::max<std::size_t>(display_width(each.id), 6) + 2);
        whole += widths.back();
    }
    page_.gap();
    page_.paragraph(0, say(message::text_diff_matrix), text_style::strong);
    if (whole + 2 > text_page::width) {
        write_pairs();
        return;
    }
    string head;
    append_cell(head, {}, first, false);
    for (std::size_t j = 0; j < after.size(); ++j)
        append_cell(head, after[j].id, widths[j], true);
    page_.verbatim(2, head);
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        string row;
        append_cell(row, before[i].id, first, false);
        for (std::uint32_t j = 0; j < after.size(); ++j) {
            const std::uint64_t count = about_.count(i, j);
            append_cell(row, count == 0 ? string("-") : count_words(count), widths[j], true);
        }
        page_.verbatim(2, row);
    }
}

void diff_text::write_pairs()
{
    const auto& before = about_.before().grades;
    const auto& after = about_.after().grades;
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        for (std::uint32_t j = 0; j < after.size(); ++j) {
            if (about_.count(i, j) == 0) continue;
            page_.line(
                2, filled(message::text_compare_move, {before[i].id, after[j].id}),
                count_words(about_.count(i, j))
            );
        }
    }
}

void diff_text::append_cell(string& out, std::string_view text, std::size_t width, bool right)
{
    const std::size_t used = display_width(text);
    const std::size_t blanks = used < width ? width - used : 0;
    if (right) out.append(blanks, ' ');
    out += text;
    if (!right) out.append(blanks, ' ');
}

void diff_text::write_passed_over(bool by_after)
{
    string list;
    for (const passed_over_count& each : about_.passed_over()) {
        if (each.by_after != by_after || each.dossiers == 0) continue;
        if (!list.empty()) list += ", ";
        list += filled(message::text_diff_passed, {each.name, count_words(each.dossiers)});
    }
    if (list.empty()) return;
    page_.gap();
    string words(say(by_after ? message::text_diff_passed_after : message::text_diff_passed_before)
    );
    words += ": ";
    words += list;
    page_.paragraph(0, words);
}

void write_change_text(string& out, const rubric_diff& about, const text_options& options)
{
    diff_text(out, about, options).write_change();
}

void write_text(string& out, const rubric_diff& about, const text_options& options)
{
    diff_text(out, about, options).write_counts();
}

} // namespace bontot::detail

#endif
