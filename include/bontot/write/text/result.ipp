// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_RESULT_IPP
#define BONTOT_WRITE_TEXT_RESULT_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>
#include <bontot/write_text.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/words/reason.hpp>
#include <bontot/words/result.hpp>
#include <bontot/write/text/page.hpp>
#include <bontot/write/text/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

void result_text::write()
{
    write_grade();
    write_total();
    write_head();
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
        write_criterion(i);
    }
    write_gates();
    write_checks();
    write_findings();
    write_missing();
}

string result_text::titled(message title, std::string_view words) const
{
    string out(say(title));
    out += ": ";
    out += words;
    return out;
}

void result_text::write_grade()
{
    string words = titled(message::text_grade, sheet_.grades[about_.grade].label.in(in_));
    if (about_.grade_possible != about_.grade) {
        const auto best = sheet_.grades[about_.grade_possible].label.in(in_);
        words += " (";
        words += teller_.filled(message::text_grade_possible, {best});
        words += ')';
    }
    if (about_.by_exception) {
        words += ", ";
        words += say(message::text_by_exception);
    }
    page_.paragraph(0, words, text_style::strong);
}

void result_text::write_total()
{
    string words;
    if (about_.max.is_zero()) {
        words = say(message::text_no_points);
    } else if (about_.points == about_.possible) {
        words = teller_.filled(
            message::text_of_max, {teller_.shown(about_.points), teller_.shown(about_.max)}
        );
    } else {
        words = teller_.filled(
            message::text_interval, {teller_.shown(about_.points), teller_.shown(about_.possible),
                                     teller_.shown(about_.max)}
        );
    }
    page_.paragraph(0, titled(message::text_total, words), text_style::strong);
    for (const column& each : about_.columns)
        write_column(each);
}

void result_text::write_column(const column& as_of)
{
    string words(sheet_.roles[as_of.role].label.in(in_));
    words += ": ";
    words += shown_interval(as_of.total);
    words += ", ";
    words += sheet_.grades[as_of.grade].label.in(in_);
    page_.paragraph(2, words, text_style::faint);
}

string result_text::shown_interval(const column_points& of) const
{
    string out = teller_.shown(of.points);
    if (of.points == of.possible) return out;
    out += "..";
    out += teller_.shown(of.possible);
    return out;
}

string result_text::marks_of(std::uint32_t index) const
{
    string out;
    std::size_t count = 0;
    for (const mark_record& each : about_.marks_of(index)) {
        if (++count > 1) out += ", ";
        out += sheet_.roles[each.role].label.in(in_);
        out += ' ';
        teller_.append_number(out, each.points);
    }
    return count > 1 ? out : string();
}

void result_text::write_head()
{
    string unit(about_.unit_name.empty() ? about_.unit_id : about_.unit_name);
    if (!about_.unit_name.empty()) {
        unit += " [";
        unit += about_.unit_id;
        unit += ']';
    }
    page_.paragraph(0, titled(message::text_unit, unit));
    if (about_.from && about_.to) {
        string period;
        teller_.append_day(period, *about_.from);
        period += " - ";
        teller_.append_day(period, *about_.to);
        page_.paragraph(0, titled(message::text_period, period));
    }
    string rubric_name(sheet_.label.in(in_));
    rubric_name += " [";
    rubric_name += sheet_.id;
    rubric_name += ' ';
    rubric_name += sheet_.version;
    rubric_name += ']';
    page_.paragraph(0, titled(message::text_rubric, rubric_name));
    const number percent = multiply(about_.completeness, number(100)).value_or(about_.completeness);
    string complete = teller_.shown(round(percent, 1, rounding_mode::half_up).value_or(percent));
    complete += " %";
    page_.paragraph(0, titled(message::text_completeness, complete));
}

string result_text::standing(std::uint32_t index) const
{
    const node_result& node = about_.nodes[index];
    string out;
    if (!node.max.is_zero()) {
        out += teller_.shown(node.points);
        out += " / ";
        out += teller_.shown(node.max);
    }
    const number lost = subtract(node.max, node.possible).value_or(number(0));
    const number open = subtract(node.possible, node.points).value_or(number(0));
    if (lost > number(0))
        append_part(out, teller_.filled(message::text_lost, {teller_.shown(lost)}));
    if (open > number(0))
        append_part(out, teller_.filled(message::text_may_lose, {teller_.shown(open)}));
    if (sheet_.nodes[index].good) {
        constexpr message words[] = {
            message::text_not_good, message::text_good, message::text_good_open};
        append_part(out, say(words[static_cast<std::size_t>(node.good)]));
    }
    return out;
}

void result_text::append_part(string& out, std::string_view part)
{
    if (!out.empty()) out += "  ";
    out += part;
}

string result_text::name_of(std::uint32_t index) const
{
    string out(sheet_.nodes[index].id);
    out += "  ";
    out += sheet_.nodes[index].label.in(in_);
    return out;
}

void result_text::write_criterion(std::uint32_t index)
{
    page_.gap();
    const truth good = about_.nodes[index].good;
    const bool is_judged = sheet_.nodes[index].good.has_value();
    const text_style style = !is_judged          ? text_style::strong
                             : good == truth::no ? text_style::bad
                                                 : text_style::good;
    page_.line(0, name_of(index), standing(index), style);
    write_reasons(index, 4);
    std::size_t full = 0;
    std::size_t told = 0;
    for (std::uint32_t i = index + 1; i < sheet_.nodes[index].end; ++i) {
        if (is_full(i)) {
            full += sheet_.nodes[i].score.kind == score_kind::group ? 0U : 1U;
        } else {
            write_line(i);
            ++told;
        }
    }
    if (full == 0) return;
    const string count = teller_.shown(number(full));
    const string words = told == 0 ? string(say(message::text_all_full))
                                   : teller_.filled(message::text_others_full, {count});
    page_.paragraph(2, words, text_style::faint);
}

bool result_text::is_full(std::uint32_t index) const
{
    const node_result& node = about_.nodes[index];
    const bool is_quiet = node.state == node_state::met ||
                          node.state == node_state::not_applicable ||
                          node.state == node_state::partly || node.state == node_state::unmet;
    return is_quiet && node.points == node.max;
}

void result_text::write_line(std::uint32_t index)
{
    const std::size_t indent = 2 * std::size_t{sheet_.nodes[index].depth};
    page_.line(indent, name_of(index), standing(index));
    write_reasons(index, indent + 4);
    const string marks = marks_of(index);
    if (!marks.empty()) page_.paragraph(indent + 4, marks, text_style::faint);
    string needs;
    for (const wait& each : about_.waits_of(index)) {
        if (!needs.empty()) needs += "; ";
        append_item_label(needs, about_, about_.missing[each.item], in_);
    }
    if (needs.empty()) return;
    page_.paragraph(indent + 4, teller_.filled(message::text_needs, {needs}), text_style::faint);
}

void result_text::write_reasons(std::uint32_t index, std::size_t indent)
{
    const node_result& node = about_.nodes[index];
    for (std::size_t i = 0; i < node.reasons.size(); ++i) {
        string words;
        if (i == 0) {
            words += say(state_message(node.state));
            words += ": ";
        }
        teller_.append_reason(words, node.reasons[i]);
        page_.paragraph(indent, words, text_style::faint);
    }
}

void result_text::write_gates()
{
    bool has_title = false;
    for (std::size_t i = 0; i < sheet_.gates.size(); ++i) {
        if (about_.gates[i] == truth::no) continue;
        title_once(message::text_gates, has_title);
        const bool fired = about_.gates[i] == truth::yes;
        const exception_record* const lifted = about_.exception_of(static_cast<std::uint32_t>(i));
        string words(sheet_.gates[i].label.in(in_));
        words += ": ";
        words +=
            lifted != nullptr
                ? teller_.filled(message::text_gate_lifted, {lifted->reason, lifted->authority})
                : string(say(fired ? message::text_gate_fired : message::text_gate_open));
        const bool is_bad = fired && lifted == nullptr;
        page_.paragraph(2, words, is_bad ? text_style::bad : text_style::plain);
    }
}

void result_text::write_checks()
{
    bool has_title = false;
    constexpr message outcomes[] = {
        message::text_check_fail, message::text_check_pass, message::text_check_unknown};
    for (std::size_t i = 0; i < sheet_.checks.size(); ++i) {
        const truth outcome = about_.checks[i];
        if (outcome == truth::yes) continue;
        title_once(message::text_checks, has_title);
        string words(say(outcomes[static_cast<std::size_t>(outcome)]));
        words += ": ";
        words += sheet_.checks[i].text.in(in_);
        page_.paragraph(2, words, outcome == truth::no ? text_style::bad : text_style::plain);
    }
}

void result_text::write_findings()
{
    bool has_title = false;
    for (const finding& each : about_.findings) {
        title_once(message::text_findings, has_title);
        string words;
        append_waiting_name(words, sheet_, each.what, each.index);
        if (each.program != none) {
            words += ": ";
            teller_.append_worked(words, each.program, true);
        }
        page_.paragraph(2, words);
    }
}

void result_text::write_missing()
{
    bool has_title = false;
    for (std::uint32_t i = 0; i < about_.missing.size(); ++i) {
        title_once(message::text_missing, has_title);
        const missing_item& item = about_.missing[i];
        string label;
        append_item_label(label, about_, item, in_);
        const string worth = teller_.shown(settle(item.worth));
        const bool has_worth = !item.worth.is_zero();
        page_.line(
            2, label, has_worth ? teller_.filled(message::text_missing_worth, {worth}) : string()
        );
        write_waits(i);
    }
}

void result_text::write_waits(std::uint32_t item)
{
    string lines;
    string decides;
    string also;
    for (const std::uint32_t place : about_.waits_for(item)) {
        const wait& each = about_.waits[place];
        string& list = each.what == wait::kind::node ? lines : decides;
        if (!list.empty()) list += ", ";
        append_waiting_name(list, sheet_, each.what, each.index);
    }
    each_other_item(about_, item, [&](std::uint32_t other) {
        if (!also.empty()) also += "; ";
        append_item_label(also, about_, about_.missing[other], in_);
    });
    string words;
    if (!lines.empty()) append_part(words, teller_.filled(message::text_missing_lines, {lines}));
    if (!decides.empty())
        append_part(words, teller_.filled(message::text_missing_decides, {decides}));
    if (!also.empty()) append_part(words, teller_.filled(message::text_missing_also, {also}));
    page_.paragraph(6, words, text_style::faint);
}

void result_text::title_once(message title, bool& has_title)
{
    if (has_title) return;
    has_title = true;
    page_.gap();
    page_.paragraph(0, say(title), text_style::strong);
}

void write_text(string& out, const result& about, const text_options& options)
{
    result_text(out, about, options).write();
}

void write_reason(string& out, const result& about, std::uint32_t node, language in)
{
    const teller sentences(about, in);
    const node_result& decided = about.nodes[node];
    for (std::size_t i = 0; i < decided.reasons.size(); ++i) {
        if (i > 0) out += "; ";
        sentences.append_reason(out, decided.reasons[i]);
    }
}

void write_missing(string& out, const result& about, const missing_item& item, language in)
{
    append_item_label(out, about, item, in);
}

} // namespace bontot::detail

#endif
