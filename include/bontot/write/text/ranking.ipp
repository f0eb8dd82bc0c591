// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_RANKING_IPP
#define BONTOT_WRITE_TEXT_RANKING_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/ranking.hpp>
#include <bontot/rubric.hpp>
#include <bontot/write_text.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/sorted.hpp>
#include <bontot/words/quota.hpp>
#include <bontot/write/text/page.hpp>
#include <bontot/write/text/ranking.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace bontot::detail {

void ranking_text::write()
{
    write_head();
    for (const ranking_group& group : about_.groups)
        write_group(group);
    write_quotas();
    write_movements(false);
    write_movements(true);
    write_open();
    page_.gap();
    page_.paragraph(0, say(message::ranking_proposal), text_style::faint);
}

void ranking_text::titled(message title, std::string_view words)
{
    string out(say(title));
    out += ": ";
    out += words;
    page_.paragraph(0, out);
}

void ranking_text::write_head()
{
    page_.paragraph(0, say(message::ranking_title), text_style::strong);
    string name(sheet_.label.in(in_));
    name += " [";
    name += sheet_.id;
    name += ' ';
    name += sheet_.version;
    name += ']';
    titled(message::text_rubric, name);
    if (about_.of->from() && about_.of->to()) {
        string period;
        teller_.append_day(period, *about_.of->from());
        period += " - ";
        teller_.append_day(period, *about_.of->to());
        titled(message::text_period, period);
    }
    std::uint32_t open = 0;
    for (const ranking_group& group : about_.groups)
        open += group.end - group.first_open;
    string count = shown(static_cast<std::uint32_t>(about_.places.size()));
    if (open > 0) {
        count += " (";
        count += teller_.filled(message::ranking_of_them_open, {shown(open)});
        count += ')';
    }
    titled(message::ranking_units, count);
    titled(message::ranking_chain, chain_words(sheet_, in_));
}

void ranking_text::write_group(const ranking_group& group)
{
    page_.gap();
    if (group.name.empty() && about_.groups.size() == 1) {
        page_.paragraph(0, say(message::ranking_all), text_style::strong);
    } else if (group.name.empty()) {
        page_.paragraph(0, say(message::ranking_no_group), text_style::strong);
    } else {
        page_.paragraph(
            0, teller_.filled(message::ranking_group, {group.name}), text_style::strong
        );
    }
    lines_drawn_ = 0;
    for (std::uint32_t i = group.first; i < group.first_open; ++i) {
        draw_lines(i);
        write_place(about_.places[i]);
    }
}

void ranking_text::draw_lines(std::uint32_t place)
{
    const ranking_place& here = about_.places[place];
    if (here.state != place_state::moves) return;
    const std::uint32_t own = about_.entry_of(here).grade;
    if ((lines_drawn_ & (1U << own)) != 0) return;
    lines_drawn_ |= 1U << own;
    for (const std::uint32_t each : lines_of(own, here.group)) {
        const quota_line& line = about_.quotas[each];
        string words("---- ");
        words += teller_.filled(message::ranking_line, {grade(line.grade), shown(line.allowed)});
        words += " ----";
        page_.paragraph(2, words, text_style::faint);
    }
}

vector<std::uint32_t> ranking_text::lines_of(std::uint32_t grade, std::uint32_t group) const
{
    vector<std::uint32_t> out{allocator<std::uint32_t>(lines_.get_allocator())};
    const auto key_of = [](const line_place& each) { return std::pair(each.grade, each.group); };
    for (const std::uint32_t meant : {group, none}) {
        for (const line_place& each : all_equal(lines_, std::pair(grade, meant), key_of))
            out.push_back(each.quota);
        if (group == none) break;
    }
    std::sort(out.begin(), out.end());
    return out;
}

void ranking_text::write_place(const ranking_place& place)
{
    const cohort_entry& entry = about_.entry_of(place);
    string left = shown(place.rank_possible);
    if (place.rank != place.rank_possible) {
        left += '-';
        left += shown(place.rank);
    }
    if (place.is_tied) left += '=';
    constexpr std::size_t rank_width = 6;
    if (left.size() < rank_width) left.append(rank_width - left.size(), ' ');
    left += ' ';
    left += unit(entry);
    string right = points(entry);
    right += "  ";
    right += outcome(place);
    const text_style styles[] = {text_style::plain, text_style::bad, text_style::strong};
    page_.line(2, left, right, styles[static_cast<std::size_t>(place.state)]);
}

string ranking_text::outcome(const ranking_place& place) const
{
    const std::uint32_t own = about_.entry_of(place).grade;
    string out(grade(own));
    if (place.state == place_state::kept) return out;
    if (place.state == place_state::moves) {
        out += " -> ";
        out += grades(place.proposed_possible, place.proposed);
    } else {
        out = grades(place.proposed_possible, place.proposed);
        out += " ?";
    }
    return out;
}

string ranking_text::grades(std::uint32_t best, std::uint32_t worst) const
{
    string out(grade(best));
    if (worst == best) return out;
    out += " - ";
    out += grade(worst);
    return out;
}

string ranking_text::unit(const cohort_entry& entry)
{
    string out(entry.unit_name.empty() ? entry.unit_id : entry.unit_name);
    if (entry.unit_name.empty()) return out;
    out += " [";
    out += entry.unit_id;
    out += ']';
    return out;
}

string ranking_text::points(const cohort_entry& entry) const
{
    string out = teller_.shown(entry.points);
    if (entry.points == entry.possible) return out;
    out += " - ";
    out += teller_.shown(entry.possible);
    return out;
}

void ranking_text::write_quotas()
{
    bool has_title = false;
    for (const quota_line& line : about_.quotas) {
        if (line.held == 0 && line.open == 0) continue;
        title_once(message::ranking_quotas, has_title);
        page_.paragraph(2, line_words(line));
    }
}

string ranking_text::line_words(const quota_line& line) const
{
    const quota_rule& rule = *sheet_.grades[line.grade].quota;
    string out(grade(line.grade));
    if (about_.groups.size() > 1) {
        out += " (";
        out += line.group == none ? string(say(message::ranking_over_all))
                                  : group_name(about_.groups[line.group]);
        out += ')';
    }
    out += ": ";
    out += teller_.filled(message::ranking_at_most, {shown(line.allowed)});
    if (rule.base != quota_base::fixed) {
        out += ", ";
        out += teller_.filled(
            message::ranking_share_of, {percent_words(line.share, teller_), base_words(line, rule)}
        );
        if (rule.after_moves) {
            out += ", ";
            out += say(message::ranking_counted_after);
        }
    }
    out += "; ";
    out += teller_.filled(
        message::ranking_quota_stands,
        {shown(line.held), shown(line.kept), shown(line.moved), shown(line.undecided)}
    );
    if (line.open > 0) {
        out += "; ";
        out += teller_.filled(message::ranking_quota_open, {shown(line.open)});
    }
    return out;
}

string ranking_text::base_words(const quota_line& line, const quota_rule& rule) const
{
    const string base = shown(line.base);
    if (rule.base == quota_base::all) return teller_.filled(message::ranking_base_all, {base});
    const message code = rule.base == quota_base::next ? message::ranking_base_next
                                                       : message::ranking_base_or_better;
    return teller_.filled(code, {base, grade(line.grade + 1)});
}

string ranking_text::group_name(const ranking_group& group) const
{
    if (group.name.empty()) return string(say(message::ranking_no_group));
    return teller_.filled(message::ranking_group, {group.name});
}

void ranking_text::write_movements(bool undecided)
{
    bool has_title = false;
    for (const movement& each : about_.movements) {
        if (each.is_undecided != undecided) continue;
        title_once(undecided ? message::ranking_undecided : message::ranking_movements, has_title);
        const cohort_entry& entry = about_.entry_of(about_.places[each.place]);
        string words = unit(entry);
        words += ": ";
        words += grade(about_.quotas[each.quota].grade);
        words += undecided ? " ? " : " -> ";
        words += grades(each.to_possible, each.to);
        page_.paragraph(2, words);
    }
}

void ranking_text::write_open()
{
    bool has_title = false;
    for (const ranking_place& place : about_.places) {
        if (place.state != place_state::open) continue;
        title_once(message::ranking_open, has_title);
        const cohort_entry& entry = about_.entry_of(place);
        string right = points(entry);
        right += "  ";
        right += grades(entry.grade_possible, entry.grade);
        page_.line(2, unit(entry), right);
    }
}

void ranking_text::title_once(message title, bool& has_title)
{
    if (has_title) return;
    has_title = true;
    page_.gap();
    page_.paragraph(0, say(title), text_style::strong);
}

void write_text(string& out, const ranking& about, const text_options& options)
{
    ranking_text(out, about, options).write();
}

} // namespace bontot::detail

#endif
