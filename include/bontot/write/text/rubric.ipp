// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_RUBRIC_IPP
#define BONTOT_WRITE_TEXT_RUBRIC_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/write_rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/words/quota.hpp>
#include <bontot/write/text/rubric.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

void rubric_text::write()
{
    string title(sheet_.label.in(in_));
    title += " [";
    title += sheet_.id;
    title += ' ';
    title += sheet_.version;
    title += ']';
    page_.paragraph(0, title);
    write_source();
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i)
        write_node(i);
    write_gates();
    write_grades();
    write_checks();
}

void rubric_text::write_source()
{
    string words(message_text(message::show_source, in_));
    words += ": ";
    words += sheet_.source.document;
    for (const std::string_view each : {sheet_.source.issuer, sheet_.source.issued}) {
        if (each.empty()) continue;
        words += ", ";
        words += each;
    }
    page_.paragraph(0, words);
    if (!sheet_.source.note.vi.empty()) page_.paragraph(0, sheet_.source.note.in(in_));
}

void rubric_text::write_node(std::uint32_t index)
{
    const rubric_node& node = sheet_.nodes[index];
    if (node.depth == 0) page_.gap();
    string name(node.id);
    name += "  ";
    name += node.label.in(in_);
    const std::size_t indent = 2 * std::size_t{node.depth};
    page_.line(indent, name, teller_.shown(node.max));
    if (node.good) write_good(*node.good);
    if (node.applies != none) {
        page_.paragraph(
            indent + 4, teller_.filled(message::show_applies, {source_of(node.applies)})
        );
    }
    if (node.precondition != none) {
        page_.paragraph(
            indent + 4, teller_.filled(message::show_requires, {source_of(node.precondition)})
        );
    }
    write_score(node, indent + 4);
    write_evidence(node, indent + 4);
}

void rubric_text::write_good(const good_rule& rule)
{
    string words(message_text(message::show_good, in_));
    words += ' ';
    if (rule.min_points)
        words += teller_.filled(message::show_min_points, {teller_.shown(*rule.min_points)});
    if (rule.min_points && rule.precondition != none) words += "; ";
    if (rule.precondition != none) {
        words += teller_.filled(message::show_requires, {source_of(rule.precondition)});
    }
    page_.paragraph(4, words);
}

void rubric_text::write_score(const rubric_node& node, std::size_t indent)
{
    const score_rule& score = node.score;
    const std::string_view value = source_of(score.value);
    switch (score.kind) {
    case score_kind::group:
        break;
    case score_kind::condition:
        page_.paragraph(indent, teller_.filled(message::show_score_condition, {value}));
        break;
    case score_kind::choice:
        write_choice(score, indent);
        break;
    case score_kind::steps:
        write_steps(score, indent);
        break;
    case score_kind::proportional:
        page_.paragraph(
            indent, teller_.filled(
                        message::show_score_proportional,
                        {value, teller_.shown(score.from[0]), teller_.shown(score.from[1]),
                         teller_.shown(score.points[0]), teller_.shown(score.points[1])}
                    )
        );
        break;
    case score_kind::deductions:
    case score_kind::additions:
        write_events(score, indent);
        break;
    case score_kind::mark:
        page_.paragraph(indent, teller_.filled(message::show_score_mark, {role_names()}));
        break;
    case score_kind::formula:
        page_.paragraph(indent, teller_.filled(message::show_score_formula, {value}));
        break;
    }
}

string rubric_text::role_names() const
{
    string out;
    for (const role_spec& each : sheet_.roles) {
        if (!out.empty()) out += ", ";
        out += each.label.in(in_);
    }
    return out;
}

void rubric_text::write_choice(const score_rule& score, std::size_t indent)
{
    string list;
    for (const choice_option& each : score.options) {
        if (!list.empty()) list += "; ";
        list += each.is;
        list += ": ";
        list += teller_.shown(each.points);
    }
    const std::string_view label = sheet_.facts[score.fact].label.in(in_);
    page_.paragraph(indent, teller_.filled(message::show_score_choice, {label, list}));
}

void rubric_text::write_steps(const score_rule& score, std::size_t indent)
{
    string list;
    for (const step_row& each : score.steps) {
        if (!list.empty()) list += "; ";
        teller_.append_test(list, each.when);
        list += ": ";
        list += teller_.shown(each.points);
    }
    page_.paragraph(
        indent, teller_.filled(message::show_score_steps, {source_of(score.value), list})
    );
}

void rubric_text::write_events(const score_rule& score, std::size_t indent)
{
    const message code = score.kind == score_kind::deductions ? message::show_score_deductions
                                                              : message::show_score_additions;
    for (const event_line& each : score.events) {
        string words = teller_.filled(code, {source_of(each.count), teller_.shown(each.each)});
        if (each.cap) {
            words += ' ';
            words += teller_.filled(message::show_cap, {teller_.shown(*each.cap)});
        }
        page_.paragraph(indent, words);
    }
}

void rubric_text::write_evidence(const rubric_node& node, std::size_t indent)
{
    if (!node.evidence) return;
    string list;
    for (const std::string_view each : node.evidence->kinds) {
        if (!list.empty()) list += ", ";
        list += each;
    }
    page_.paragraph(indent, teller_.filled(message::show_evidence, {list}));
}

void rubric_text::write_gates()
{
    if (sheet_.gates.empty()) return;
    page_.gap();
    page_.paragraph(0, message_text(message::show_gates, in_));
    for (const gate_rule& gate : sheet_.gates) {
        string words(gate.id);
        words += "  ";
        words += gate.label.in(in_);
        words += ": ";
        words += teller_.filled(message::show_gate_when, {source_of(gate.when)});
        words += " -> ";
        words += effect_of(gate);
        page_.paragraph(2, words);
    }
}

string rubric_text::effect_of(const gate_rule& gate) const
{
    switch (gate.effect) {
    case gate_effect::void_node:
        return teller_.filled(message::show_effect_void, {sheet_.nodes[gate.target].id});
    case gate_effect::not_good:
        return teller_.filled(message::show_effect_not_good, {sheet_.nodes[gate.target].id});
    case gate_effect::grade_at_most:
        return teller_.filled(
            message::show_effect_at_most, {sheet_.grades[gate.target].label.in(in_)}
        );
    case gate_effect::grade_down:
        return teller_.filled(message::show_effect_down, {});
    case gate_effect::grade_is:
        break;
    }
    return teller_.filled(message::show_effect_is, {sheet_.grades[gate.target].label.in(in_)});
}

void rubric_text::write_grades()
{
    page_.gap();
    page_.paragraph(0, message_text(message::show_grades, in_));
    for (std::uint32_t i = 0; i < sheet_.grades.size(); ++i) {
        const grade_rule& grade = sheet_.grades[i];
        string words(grade.label.in(in_));
        words += " [";
        words += grade.id;
        words += "]: ";
        const string conditions = conditions_of(grade);
        words += conditions.empty() ? message_text(message::show_grade_last, in_)
                                    : std::string_view(conditions);
        page_.paragraph(2, words);
        if (grade.quota) page_.paragraph(6, quota_words(sheet_, i, in_, teller_));
    }
    const bool is_plain = sheet_.tie_chain.size() == 1 && sheet_.tie_chain[0].name == "total";
    if (is_plain && !has_quota(sheet_)) return;
    string chain(message_text(message::ranking_chain, in_));
    chain += ": ";
    chain += chain_words(sheet_, in_);
    page_.paragraph(2, chain);
}

string rubric_text::conditions_of(const grade_rule& grade) const
{
    string out;
    const auto also = [&out](std::string_view words) {
        if (!out.empty()) out += "; ";
        out += words;
    };
    const bool is_share = sheet_.total.grades_on == grade_basis::share;
    if (is_share && (grade.min_total || grade.above_total))
        also(message_text(message::show_share_of_max, in_));
    if (grade.min_total)
        also(teller_.filled(message::show_min_total, {teller_.shown(*grade.min_total)}));
    if (grade.above_total)
        also(teller_.filled(message::show_above_total, {teller_.shown(*grade.above_total)}));
    if (grade.good_criteria) {
        also(teller_.filled(
            message::show_good_criteria, {teller_.shown(number(*grade.good_criteria))}
        ));
    }
    for (const std::uint32_t each : grade.named_criteria)
        also(teller_.filled(message::show_named_good, {sheet_.nodes[each].id}));
    for (const criterion_bound& each : grade.min_points) {
        also(teller_.filled(
            message::show_criterion_points, {sheet_.nodes[each.node].id, teller_.shown(each.least)}
        ));
    }
    for (const criterion_bound& each : grade.min_share) {
        also(teller_.filled(
            message::show_criterion_share, {sheet_.nodes[each.node].id, teller_.shown(each.least)}
        ));
    }
    if (grade.no_zero_criterion) also(teller_.filled(message::show_no_zero, {}));
    if (grade.precondition != none) {
        also(teller_.filled(message::show_requires, {source_of(grade.precondition)}));
    }
    return out;
}

void rubric_text::write_checks()
{
    if (sheet_.checks.empty()) return;
    page_.gap();
    page_.paragraph(0, message_text(message::show_checks, in_));
    for (const check_rule& check : sheet_.checks) {
        string words(check.id);
        words += "  ";
        words += source_of(check.assertion);
        words += ": ";
        words += check.text.in(in_);
        page_.paragraph(2, words);
    }
}

void write_description(string& out, const rubric& sheet, language in)
{
    rubric_text(out, sheet, in).write();
}

} // namespace bontot::detail

#endif
