// SPDX-License-Identifier: BSL-1.0
// What a result says beside its points: of whom, gates, findings, what is missing, roles.
#include "result_content.hpp"

#include <bontot/words/result.hpp>

using namespace bontot::c_api;

namespace {

bontot_about about_out(bontot::wait::kind what)
{
    switch (what) {
    case bontot::wait::kind::node:
        return BONTOT_ABOUT_NODE;
    case bontot::wait::kind::good:
        return BONTOT_ABOUT_GOOD;
    case bontot::wait::kind::gate:
        return BONTOT_ABOUT_GATE;
    case bontot::wait::kind::grade:
        return BONTOT_ABOUT_GRADE;
    case bontot::wait::kind::check:
        return BONTOT_ABOUT_CHECK;
    }
    return -1;
}

std::string_view id_of(const bontot::rubric& sheet, bontot::wait::kind what, std::uint32_t index)
{
    switch (what) {
    case bontot::wait::kind::node:
    case bontot::wait::kind::good:
        return sheet.nodes[index].id;
    case bontot::wait::kind::gate:
        return sheet.gates[index].id;
    case bontot::wait::kind::grade:
        return sheet.grades[index].id;
    case bontot::wait::kind::check:
        return sheet.checks[index].id;
    }
    return {};
}

std::string_view id_of(const bontot::rubric& sheet, const bontot::missing_item& item)
{
    switch (item.what) {
    case bontot::missing_item::kind::fact:
        return sheet.facts[item.index].id;
    case bontot::missing_item::kind::member_field:
        return sheet.member_facts[item.index].id;
    case bontot::missing_item::kind::part:
        return bontot::detail::part_word(sheet, item.index);
    case bontot::missing_item::kind::evidence:
    case bontot::missing_item::kind::mark:
        return sheet.nodes[item.index].id;
    }
    return {};
}

/** Returns a text of a result; NULL when there is none. */
const char*
text_of(const bontot_result* result, std::string_view bontot::result::*text, std::size_t* length)
{
    const bontot::result* const content = content_of(result);
    return content == nullptr ? no_text(length) : text_out(content->*text, length);
}

const bontot::gate_rule* gate_of(const bontot_result* result, std::size_t gate)
{
    const bontot::result* const content = content_of(result);
    const bool is_there = content != nullptr && gate < content->sheet->gates.size();
    return is_there ? &content->sheet->gates[gate] : nullptr;
}

/** Returns the exception of a gate that fired or may, or null. */
const bontot::exception_record* lift_of(const bontot_result* result, std::size_t gate)
{
    if (gate_of(result, gate) == nullptr) return nullptr;
    if (result->content.gates[gate] == bontot::truth::no) return nullptr;
    return result->content.exception_of(static_cast<std::uint32_t>(gate));
}

const bontot::finding* finding_of(const bontot_result* result, std::size_t finding)
{
    return entry_of(result, &bontot::result::findings, finding);
}

const bontot::missing_item* missing_of(const bontot_result* result, std::size_t item)
{
    return entry_of(result, &bontot::result::missing, item);
}

/** Returns one of those that wait for an item; null, and how many there are, beyond the last. */
const bontot::wait*
wait_of(const bontot_result* result, std::size_t item, std::size_t which, std::size_t& count)
{
    count = 0;
    if (missing_of(result, item) == nullptr) return nullptr;
    const auto places = result->content.waits_for(item);
    count = places.size();
    return which < places.size() ? &result->content.waits[places[which]] : nullptr;
}

const bontot::column* column_of(const bontot_result* result, std::size_t column)
{
    return entry_of(result, &bontot::result::columns, column);
}

const bontot::number* figure_of(const bontot::column_points& points, bontot_figure figure)
{
    if (figure == BONTOT_POINTS) return &points.points;
    return figure == BONTOT_POSSIBLE ? &points.possible : nullptr;
}

const char* grade_out(const bontot_result* result, std::uint32_t grade, std::size_t* length)
{
    return text_out(result->content.sheet->grades[grade].id, length);
}

} // namespace

const char* bontot_result_rubric_id(const bontot_result* result, size_t* length)
{
    const bontot::result* const content = content_of(result);
    return content == nullptr ? no_text(length) : text_out(content->sheet->id, length);
}

const char* bontot_result_rubric_version(const bontot_result* result, size_t* length)
{
    const bontot::result* const content = content_of(result);
    return content == nullptr ? no_text(length) : text_out(content->sheet->version, length);
}

const char*
bontot_result_rubric_label(const bontot_result* result, bontot_language language, size_t* length)
{
    const bontot::result* const content = content_of(result);
    if (content == nullptr) return no_text(length);
    return text_out(content->sheet->label.in(language_of(language)), length);
}

const char* bontot_result_unit(const bontot_result* result, size_t* length)
{
    return text_of(result, &bontot::result::unit_id, length);
}

const char* bontot_result_unit_name(const bontot_result* result, size_t* length)
{
    return text_of(result, &bontot::result::unit_name, length);
}

const char* bontot_result_unit_kind(const bontot_result* result, size_t* length)
{
    return text_of(result, &bontot::result::unit_kind, length);
}

const char* bontot_result_unit_group(const bontot_result* result, size_t* length)
{
    return text_of(result, &bontot::result::unit_group, length);
}

bontot_status bontot_result_period_text(
    const bontot_result* result, bontot_bound bound, char* buffer, size_t room
)
{
    const bontot::result* const content = content_of(result);
    if (content == nullptr || (bound != BONTOT_LEAST && bound != BONTOT_MOST)) return BONTOT_MISUSE;
    return day_out(bound == BONTOT_LEAST ? content->from : content->to, buffer, room);
}

size_t bontot_result_node_evidence_count(const bontot_result* result, size_t node)
{
    const bontot::result* const content = content_of(result);
    const bool is_there = content != nullptr && node < content->nodes.size();
    return is_there ? content->nodes[node].evidence_count : 0;
}

const char* bontot_result_node_evidence(
    const bontot_result* result, size_t node, size_t document, size_t* length
)
{
    if (document >= bontot_result_node_evidence_count(result, node)) return no_text(length);
    const bontot::result& content = result->content;
    return text_out(content.evidence[content.nodes[node].first_evidence + document], length);
}

size_t bontot_result_gate_count(const bontot_result* result)
{
    const bontot::result* const content = content_of(result);
    return content == nullptr ? 0 : content->sheet->gates.size();
}

const char* bontot_result_gate_id(const bontot_result* result, size_t gate, size_t* length)
{
    const bontot::gate_rule* const rule = gate_of(result, gate);
    return rule == nullptr ? no_text(length) : text_out(rule->id, length);
}

const char* bontot_result_gate_label(
    const bontot_result* result, size_t gate, bontot_language language, size_t* length
)
{
    const bontot::gate_rule* const rule = gate_of(result, gate);
    if (rule == nullptr) return no_text(length);
    return text_out(rule->label.in(language_of(language)), length);
}

bontot_truth bontot_result_gate_fired(const bontot_result* result, size_t gate)
{
    if (gate_of(result, gate) == nullptr) return -1;
    return truth_out(result->content.gates[gate]);
}

const char* bontot_result_gate_lift_reason(const bontot_result* result, size_t gate, size_t* length)
{
    const bontot::exception_record* const lift = lift_of(result, gate);
    return lift == nullptr ? no_text(length) : text_out(lift->reason, length);
}

const char*
bontot_result_gate_lift_authority(const bontot_result* result, size_t gate, size_t* length)
{
    const bontot::exception_record* const lift = lift_of(result, gate);
    return lift == nullptr ? no_text(length) : text_out(lift->authority, length);
}

bontot_status bontot_result_gate_lift_date_text(
    const bontot_result* result, size_t gate, char* buffer, size_t room
)
{
    if (gate_of(result, gate) == nullptr) return BONTOT_MISUSE;
    const bontot::exception_record* const lift = lift_of(result, gate);
    return day_out(lift == nullptr ? std::nullopt : lift->day, buffer, room);
}

size_t bontot_result_finding_count(const bontot_result* result)
{
    const bontot::result* const content = content_of(result);
    return content == nullptr ? 0 : content->findings.size();
}

const char* bontot_result_finding_code(const bontot_result* result, size_t finding)
{
    const bontot::finding* const found = finding_of(result, finding);
    return found == nullptr ? nullptr : bontot::detail::reason_code(found->code).data();
}

bontot_about bontot_result_finding_about(const bontot_result* result, size_t finding)
{
    const bontot::finding* const found = finding_of(result, finding);
    return found == nullptr ? -1 : about_out(found->what);
}

const char* bontot_result_finding_id(const bontot_result* result, size_t finding, size_t* length)
{
    const bontot::finding* const found = finding_of(result, finding);
    if (found == nullptr) return no_text(length);
    return text_out(id_of(*result->content.sheet, found->what, found->index), length);
}

const char*
bontot_result_finding_expression(const bontot_result* result, size_t finding, size_t* length)
{
    const bontot::finding* const found = finding_of(result, finding);
    if (found == nullptr || found->program == bontot::none) return no_text(length);
    return text_out(result->content.sheet->programs[found->program].source(), length);
}

size_t bontot_result_missing_count(const bontot_result* result)
{
    const bontot::result* const content = content_of(result);
    return content == nullptr ? 0 : content->missing.size();
}

bontot_missing bontot_result_missing_what(const bontot_result* result, size_t item)
{
    const bontot::missing_item* const found = missing_of(result, item);
    if (found == nullptr) return -1;
    switch (found->what) {
    case bontot::missing_item::kind::fact:
        return BONTOT_MISSING_FACT;
    case bontot::missing_item::kind::member_field:
        return BONTOT_MISSING_FIELD;
    case bontot::missing_item::kind::part:
        return BONTOT_MISSING_PART;
    case bontot::missing_item::kind::evidence:
        return BONTOT_MISSING_EVIDENCE;
    case bontot::missing_item::kind::mark:
        return BONTOT_MISSING_MARK;
    }
    return -1;
}

const char* bontot_result_missing_id(const bontot_result* result, size_t item, size_t* length)
{
    const bontot::missing_item* const found = missing_of(result, item);
    if (found == nullptr) return no_text(length);
    return text_out(id_of(*result->content.sheet, *found), length);
}

bontot_status bontot_result_missing_text(
    bontot_text** out, const bontot_result* result, size_t item, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        const bontot::result& content = require_content(result);
        const bontot::missing_item* const found = missing_of(result, item);
        if (found == nullptr) refuse_index(bontot::message::api_no_entry, item);
        write_text(out, options, [&](bontot::string& text) {
            bontot::detail::append_item_label(text, content, *found, language_of(options));
        });
    });
}

bontot_status
bontot_result_missing_worth(const bontot_result* result, size_t item, bontot_number* out)
{
    const bontot::missing_item* const found = missing_of(result, item);
    if (found == nullptr) return BONTOT_MISUSE;
    const bontot::number worth = bontot::settle(found->worth);
    return number_out(&worth, out);
}

bontot_status bontot_result_missing_worth_text(
    const bontot_result* result, size_t item, char* buffer, size_t room
)
{
    const bontot::missing_item* const found = missing_of(result, item);
    if (found == nullptr) return BONTOT_MISUSE;
    const bontot::number worth = bontot::settle(found->worth);
    return digits_out(&worth, buffer, room);
}

size_t bontot_result_wait_count(const bontot_result* result, size_t item)
{
    std::size_t count = 0;
    static_cast<void>(wait_of(result, item, BONTOT_NONE, count));
    return count;
}

bontot_about bontot_result_wait_about(const bontot_result* result, size_t item, size_t wait)
{
    std::size_t count = 0;
    const bontot::wait* const found = wait_of(result, item, wait, count);
    return found == nullptr ? -1 : about_out(found->what);
}

const char*
bontot_result_wait_id(const bontot_result* result, size_t item, size_t wait, size_t* length)
{
    std::size_t count = 0;
    const bontot::wait* const found = wait_of(result, item, wait, count);
    if (found == nullptr) return no_text(length);
    return text_out(id_of(*result->content.sheet, found->what, found->index), length);
}

size_t bontot_result_column_count(const bontot_result* result)
{
    const bontot::result* const content = content_of(result);
    return content == nullptr ? 0 : content->columns.size();
}

const char* bontot_result_column_role(const bontot_result* result, size_t column, size_t* length)
{
    const bontot::column* const found = column_of(result, column);
    if (found == nullptr) return no_text(length);
    return text_out(result->content.sheet->roles[found->role].id, length);
}

bontot_status bontot_result_column_total_text(
    const bontot_result* result, size_t column, bontot_figure figure, char* buffer, size_t room
)
{
    const bontot::column* const found = column_of(result, column);
    return digits_out(found == nullptr ? nullptr : figure_of(found->total, figure), buffer, room);
}

const char* bontot_result_column_grade(const bontot_result* result, size_t column, size_t* length)
{
    const bontot::column* const found = column_of(result, column);
    return found == nullptr ? no_text(length) : grade_out(result, found->grade, length);
}

const char*
bontot_result_column_grade_possible(const bontot_result* result, size_t column, size_t* length)
{
    const bontot::column* const found = column_of(result, column);
    return found == nullptr ? no_text(length) : grade_out(result, found->grade_possible, length);
}

bontot_status bontot_result_column_points_text(
    const bontot_result* result, size_t column, size_t node, bontot_figure figure, char* buffer,
    size_t room
)
{
    const bontot::column* const found = column_of(result, column);
    if (found == nullptr || node >= result->content.nodes.size()) return BONTOT_MISUSE;
    const auto& points = result->content.column_nodes[found->first_node + node];
    return digits_out(figure_of(points, figure), buffer, room);
}
