// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_COMPARISON_IPP
#define BONTOT_WRITE_TEXT_COMPARISON_IPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/write_text.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/compare/compare.hpp>
#include <bontot/words/plain.hpp>
#include <bontot/words/result.hpp>
#include <bontot/write/text/comparison.hpp>
#include <bontot/write/text/page.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

void comparison_text::write()
{
    write_grade();
    page_.paragraph(
        0, titled(message::text_total, moved_words(about_.points, about_.possible)),
        text_style::strong
    );
    if (!about_.max.difference.is_zero()) page_.paragraph(4, max_words(about_.max));
    write_unit();
    page_.paragraph(0, titled(message::text_compare_before, side_words(about_.before)));
    page_.paragraph(0, titled(message::text_compare_after, side_words(about_.after)));
    const auto count = static_cast<std::uint32_t>(about_.nodes.size());
    for (std::uint32_t i = 0; i < count; i = about_.nodes[i].end)
        write_criterion(i);
    if (!about_.remainder.is_zero() || !about_.possible_remainder.is_zero()) {
        page_.gap();
        page_.line(
            0, say(message::text_compare_total_remainder),
            difference_words(about_.remainder, about_.possible_remainder)
        );
    }
    write_gates();
    write_checks();
}

string comparison_text::titled(message title, std::string_view words) const
{
    string out(say(title));
    out += ": ";
    out += words;
    return out;
}

string comparison_text::shown(const number& value) const
{
    string out;
    append_number_words(out, value, in_);
    return out;
}

string comparison_text::signed_words(const number& value) const
{
    string out(value > number(0) ? "+" : "");
    append_number_words(out, value, in_);
    return out;
}

string comparison_text::interval_words(const number& points, const number& possible) const
{
    if (points == possible) return shown(points);
    return filled(message::text_compare_range, {shown(points), shown(possible)});
}

string comparison_text::difference_words(const number& points, const number& possible) const
{
    string out = signed_words(points);
    if (points == possible) return out;
    out += "; ";
    out += filled(message::text_compare_possible, {signed_words(possible)});
    return out;
}

string comparison_text::moved_words(
    const moved_figure& points, const moved_figure& possible, presence where
) const
{
    const string nowhere(say(message::text_compare_not_there));
    const string before =
        where == presence::after_only ? nowhere : interval_words(points.before, possible.before);
    const string after =
        where == presence::before_only ? nowhere : interval_words(points.after, possible.after);
    string out = filled(message::text_compare_move, {before, after});
    out += " (";
    out += difference_words(points.difference, possible.difference);
    out += ')';
    return out;
}

string comparison_text::max_words(const moved_figure& max) const
{
    return filled(
        message::text_compare_max,
        {filled(message::text_compare_move, {shown(max.before), shown(max.after)})}
    );
}

void comparison_text::write_grade()
{
    const string before = grade_words(about_.before);
    const string after = grade_words(about_.after);
    const string words = about_.is_grade_changed()
                             ? filled(message::text_compare_move, {before, after})
                             : filled(message::text_compare_same, {after});
    page_.paragraph(0, titled(message::text_grade, words), text_style::strong);
}

string comparison_text::grade_words(const compared_result& side) const
{
    string out = grade_label(side.grade);
    if (side.grade_possible != side.grade) {
        out += " (";
        out += filled(message::text_grade_possible, {grade_label(side.grade_possible)});
        out += ')';
    }
    return out;
}

string comparison_text::grade_label(std::string_view id) const
{
    for (const compared_result* side : {&about_.after, &about_.before}) {
        if (side->grade == id && !side->grade_label.in(in_).empty())
            return string(side->grade_label.in(in_));
    }
    return string(id);
}

void comparison_text::write_unit()
{
    const string before = unit_words(about_.before);
    const string after = unit_words(about_.after);
    const bool is_same = about_.before.unit_id == about_.after.unit_id;
    page_.paragraph(
        0, titled(
               message::text_unit,
               is_same ? after : filled(message::text_compare_move, {before, after})
           )
    );
}

string comparison_text::unit_words(const compared_result& side)
{
    string out(side.unit_name.empty() ? side.unit_id : side.unit_name);
    if (side.unit_name.empty()) return out;
    out += " [";
    out += side.unit_id;
    out += ']';
    return out;
}

string comparison_text::side_words(const compared_result& side) const
{
    string out(side.rubric_id);
    if (!side.rubric_version.empty()) out += ' ';
    out += side.rubric_version;
    if (side.from && side.to) {
        out += ", ";
        append_day_words(out, *side.from, in_);
        out += " - ";
        append_day_words(out, *side.to, in_);
    }
    if (!side.as_of.empty()) {
        out += ", ";
        out += filled(message::text_compare_as_of, {side.as_of});
    }
    return out;
}

string comparison_text::name_of(const node_comparison& node) const
{
    string out(node.id);
    out += "  ";
    out += node.newest().label.in(in_);
    return out;
}

void comparison_text::write_criterion(std::uint32_t index)
{
    const node_comparison& criterion = about_.nodes[index];
    page_.gap();
    const bool is_less = criterion.points.difference < number(0);
    const bool is_more = criterion.points.difference > number(0);
    page_.line(
        0, name_of(criterion), moved_words(criterion.points, criterion.possible, criterion.where),
        is_more   ? text_style::good
        : is_less ? text_style::bad
                  : text_style::strong
    );
    write_change(criterion, 4);
    std::size_t unchanged = 0;
    const vector<item> items = items_of(index, unchanged);
    for (const item& each : items)
        write_item(each);
    if (unchanged == 0) return;
    const string count = shown(number(unchanged));
    const string words = items.empty() ? string(say(message::text_compare_nothing))
                                       : filled(message::text_compare_others, {count});
    page_.paragraph(2, words, text_style::faint);
}

vector<comparison_text::item>
comparison_text::items_of(std::uint32_t index, std::size_t& unchanged) const
{
    vector<item> out;
    for (std::uint32_t i = index; i < about_.nodes[index].end; ++i) {
        const node_comparison& node = about_.nodes[i];
        if (!node.remainder.is_zero() || !node.possible_remainder.is_zero())
            out.push_back({i, node.remainder, node.possible_remainder, true});
        if (i == index) continue;
        if (is_told(node)) {
            // The points of a parent are told by its lines and its remainder.
            const bool counts = node.is_line;
            out.push_back(
                {i, counts ? node.points.difference : number(),
                 counts ? node.possible.difference : number()}
            );
        } else if (node.is_line) {
            ++unchanged;
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const item& a, const item& b) {
        if (abs(a.points) != abs(b.points)) return abs(a.points) > abs(b.points);
        return abs(a.possible) > abs(b.possible);
    });
    return out;
}

bool comparison_text::is_told(const node_comparison& node)
{
    if (node.is_line) return is_changed(node);
    return node.where != presence::both || node.before.state != node.after.state ||
           !node.max.difference.is_zero();
}

void comparison_text::write_item(const item& each)
{
    const node_comparison& node = about_.nodes[each.index];
    if (each.is_remainder) {
        page_.line(
            2, filled(message::text_compare_remainder, {node.id}),
            difference_words(each.points, each.possible)
        );
        return;
    }
    page_.line(2, name_of(node), moved_words(node.points, node.possible, node.where));
    write_change(node, 6);
}

void comparison_text::write_change(const node_comparison& node, std::size_t indent)
{
    if (!is_changed(node)) return;
    write_place(node, indent);
    if (!node.max.difference.is_zero() && node.where == presence::both)
        faint(indent, max_words(node.max));
    if (tells_sides(node)) {
        write_side(message::text_compare_before, node.before, node.where, indent);
        write_side(message::text_compare_after, node.after, node.where, indent);
    }
    for (const fact_change& each : node.facts)
        write_fact(each, indent);
    for (const mark_change& each : node.marks)
        write_mark(each, indent);
    write_evidence(node, indent);
}

bool comparison_text::tells_sides(const node_comparison& node)
{
    return node.is_line || node.before.state != node.after.state ||
           node.before.good != node.after.good || !node.before.reasons.empty() ||
           !node.after.reasons.empty();
}

void comparison_text::write_place(const node_comparison& node, std::size_t indent)
{
    const bool is_gone = node.where == presence::before_only;
    string words;
    if (node.elsewhere != none) {
        const std::uint32_t parent = about_.nodes[node.elsewhere].parent;
        const std::string_view name =
            parent == none ? say(message::text_compare_whole) : about_.nodes[parent].id;
        words = filled(
            is_gone ? message::text_compare_moved_to : message::text_compare_moved_from, {name}
        );
    } else if (node.where != presence::both) {
        words = say(is_gone ? message::text_compare_only_before : message::text_compare_only_after);
    } else if (!about_.is_same_rubric() && node.before.label.in(in_) != node.after.label.in(in_)) {
        words = filled(message::text_compare_label, {node.before.label.in(in_)});
    }
    const std::string_view clause = node.newest().clause;
    if (!about_.is_same_rubric() && !clause.empty()) {
        if (!words.empty()) words += "; ";
        words += filled(message::text_compare_clause, {clause});
    }
    if (!words.empty()) faint(indent, words);
}

void comparison_text::write_side(
    message title, const node_side& side, presence where, std::size_t indent
)
{
    const bool is_before = title == message::text_compare_before;
    if (where == (is_before ? presence::after_only : presence::before_only)) return;
    string words(say(state_message(side.state)));
    if (side.good) {
        constexpr message goods[] = {
            message::text_not_good, message::text_good, message::text_good_open};
        words += ", ";
        words += say(goods[static_cast<std::size_t>(*side.good)]);
    }
    for (std::size_t i = 0; i < side.reasons.size(); ++i) {
        words += i == 0 ? ": " : "; ";
        words += side.reasons[i].text.in(in_);
    }
    faint(indent, titled(title, words));
}

void comparison_text::write_fact(const fact_change& change, std::size_t indent)
{
    string words(change.id);
    words += ": ";
    words +=
        filled(message::text_compare_move, {value_words(change.before), value_words(change.after)});
    faint(indent, words);
}

string comparison_text::value_words(const std::optional<fact_summary>& fact) const
{
    if (!fact) return string(say(message::word_unknown));
    if (fact->what == fact_summary::type::number) return shown(fact->amount);
    if (fact->what == fact_summary::type::boolean)
        return string(say(fact->holds ? message::word_yes : message::word_no));
    const std::optional<date> day =
        fact->words.size() == 10 ? parse_date(fact->words) : std::optional<date>();
    string out;
    if (!day) return string(fact->words);
    append_day_words(out, *day, in_);
    return out;
}

void comparison_text::write_mark(const mark_change& change, std::size_t indent)
{
    const auto words = [this](const std::optional<number>& points) {
        return points ? shown(*points) : string(say(message::text_compare_not_marked));
    };
    const string move =
        filled(message::text_compare_move, {words(change.before), words(change.after)});
    faint(indent, filled(message::text_compare_mark, {change.role, move}));
}

void comparison_text::write_evidence(const node_comparison& node, std::size_t indent)
{
    const auto tell = [&](message code, const auto& ids) {
        string list;
        for (const std::string_view each : ids) {
            if (!list.empty()) list += ", ";
            list += each;
        }
        if (!list.empty()) faint(indent, filled(code, {list}));
    };
    tell(
        message::text_compare_evidence_added,
        missing_from(node.after.evidence, node.before.evidence)
    );
    tell(
        message::text_compare_evidence_removed,
        missing_from(node.before.evidence, node.after.evidence)
    );
}

void comparison_text::write_gates()
{
    if (about_.gates.empty()) return;
    page_.gap();
    page_.paragraph(0, say(message::text_gates), text_style::strong);
    for (const gate_change& each : about_.gates) {
        string words(each.id);
        words += ": ";
        words += filled(
            message::text_compare_move,
            {fired_words(each.before, each.was_lifted), fired_words(each.after, each.is_lifted)}
        );
        page_.paragraph(2, words);
    }
}

string comparison_text::fired_words(const std::optional<truth>& fired, bool is_lifted) const
{
    if (!fired) return string(say(message::text_compare_not_there));
    constexpr message words[] = {
        message::text_compare_gate_not_fired, message::text_gate_fired, message::text_gate_open};
    string out(say(words[static_cast<std::size_t>(*fired)]));
    if (!is_lifted) return out;
    out += ", ";
    out += say(message::text_compare_lifted);
    return out;
}

void comparison_text::write_checks()
{
    if (about_.checks.empty()) return;
    page_.gap();
    page_.paragraph(0, say(message::text_checks), text_style::strong);
    constexpr message outcomes[] = {
        message::text_check_fail, message::text_check_pass, message::text_check_unknown};
    const auto outcome = [&](const std::optional<truth>& side) {
        return say(
            side ? outcomes[static_cast<std::size_t>(*side)] : message::text_compare_not_there
        );
    };
    for (const check_change& each : about_.checks) {
        string words =
            filled(message::text_compare_move, {outcome(each.before), outcome(each.after)});
        words += ": ";
        words += each.text.in(in_);
        page_.paragraph(2, words);
    }
}

void write_text(string& out, const comparison& about, const text_options& options)
{
    comparison_text(out, about, options).write();
}

} // namespace bontot::detail

#endif
