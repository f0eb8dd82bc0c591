// SPDX-License-Identifier: BSL-1.0
#include "building.hpp"
#include "result_content.hpp"

#include <bontot/write_json.hpp>
#include <bontot/write_summary.hpp>
#include <bontot/write_text.hpp>

#include <bontot/json/diagnosis.hpp>

#include <limits>

using namespace bontot::c_api;

namespace {

const bontot::rubric_node* rule_of(const bontot_result* result, std::size_t node)
{
    const bontot::result* const content = content_of(result);
    const bool is_there = content != nullptr && node < content->sheet->nodes.size();
    return is_there ? &content->sheet->nodes[node] : nullptr;
}

const bontot::check_rule* check_of(const bontot_result* result, std::size_t check)
{
    const bontot::result* const content = content_of(result);
    const bool is_there = content != nullptr && check < content->sheet->checks.size();
    return is_there ? &content->sheet->checks[check] : nullptr;
}

const bontot::grade_rule& grade_of(const bontot::result& content, std::uint32_t grade)
{
    return content.sheet->grades[grade];
}

template <class Figures>
const bontot::number* figure_of(const Figures& figures, bontot_figure which)
{
    switch (which) {
    case BONTOT_POINTS:
        return &figures.points;
    case BONTOT_POSSIBLE:
        return &figures.possible;
    case BONTOT_MAX:
        return &figures.max;
    default:
        return nullptr;
    }
}

const bontot::number* total_of(const bontot_result* result, bontot_figure which)
{
    const bontot::result* const content = content_of(result);
    return content == nullptr ? nullptr : figure_of(*content, which);
}

const bontot::number* points_of(const bontot_result* result, std::size_t node, bontot_figure which)
{
    if (rule_of(result, node) == nullptr) return nullptr;
    return figure_of(result->content.nodes[node], which);
}

void evaluate(bontot_result* result, const bontot_dossier* dossier, std::uint32_t as_of)
{
    require(result, "result");
    require(dossier, "dossier");
    const whole from(*dossier);
    bontot::evaluate(from.content(), result->content, as_of);
}

} // namespace

bontot_status
bontot_result_new(bontot_result** out, const bontot_options* options, bontot_error** error)
{
    return guarded(error, [&] {
        require(out, "out");
        const shared_memory source = memory_of(options);
        *out = make_handle<bontot_result>(source, bontot::result(*source), *source);
    });
}

bontot_status
bontot_evaluate(bontot_result* result, const bontot_dossier* dossier, bontot_error** error)
{
    return guarded(error, [&] { evaluate(result, dossier, bontot::none); });
}

bontot_status bontot_evaluate_as_of(
    bontot_result* result, const bontot_dossier* dossier, const char* role, size_t length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(dossier, "dossier");
        const std::string_view id = text_in(role, length, "role");
        evaluate(result, dossier, role_named(*dossier->content->sheet, id));
    });
}

const char* bontot_result_as_of(const bontot_result* result, size_t* length)
{
    const bontot::result* const content = content_of(result);
    if (content == nullptr || content->as_of == bontot::none) return no_text(length);
    return text_out(content->sheet->roles[content->as_of].id, length);
}

bontot_status
bontot_result_total(const bontot_result* result, bontot_figure figure, bontot_number* out)
{
    return number_out(total_of(result, figure), out);
}

bontot_status bontot_result_total_text(
    const bontot_result* result, bontot_figure figure, char* buffer, size_t room
)
{
    return digits_out(total_of(result, figure), buffer, room);
}

double bontot_result_total_double(const bontot_result* result, bontot_figure figure)
{
    const bontot::number* const total = total_of(result, figure);
    return total == nullptr ? std::numeric_limits<double>::quiet_NaN() : total->to_double();
}

bontot_status
bontot_result_completeness_text(const bontot_result* result, char* buffer, size_t room)
{
    const bontot::result* const content = content_of(result);
    return digits_out(content == nullptr ? nullptr : &content->completeness, buffer, room);
}

const char* bontot_result_grade(const bontot_result* result, size_t* length)
{
    const bontot::result* const content = content_of(result);
    if (content == nullptr) return no_text(length);
    return text_out(grade_of(*content, content->grade).id, length);
}

const char*
bontot_result_grade_label(const bontot_result* result, bontot_language language, size_t* length)
{
    const bontot::result* const content = content_of(result);
    if (content == nullptr) return no_text(length);
    return text_out(grade_of(*content, content->grade).label.in(language_of(language)), length);
}

const char* bontot_result_grade_possible(const bontot_result* result, size_t* length)
{
    const bontot::result* const content = content_of(result);
    if (content == nullptr) return no_text(length);
    return text_out(grade_of(*content, content->grade_possible).id, length);
}

int32_t bontot_result_by_exception(const bontot_result* result)
{
    const bontot::result* const content = content_of(result);
    return content != nullptr && content->by_exception ? 1 : 0;
}

size_t bontot_result_reachable_count(const bontot_result* result)
{
    const bontot::result* const content = content_of(result);
    return content == nullptr ? 0 : content->reachable.size();
}

const char* bontot_result_reachable(const bontot_result* result, size_t index, size_t* length)
{
    const bontot::result* const content = content_of(result);
    if (content == nullptr || index >= content->reachable.size()) return no_text(length);
    return text_out(grade_of(*content, content->reachable[index]).id, length);
}

size_t bontot_result_node_count(const bontot_result* result)
{
    const bontot::result* const content = content_of(result);
    return content == nullptr ? 0 : content->nodes.size();
}

size_t bontot_result_node_find(const bontot_result* result, const char* id, size_t length)
{
    const bontot::result* const content = content_of(result);
    if (content == nullptr || id == nullptr) return BONTOT_NONE;
    const std::uint32_t node = content->sheet->find_node(id_in(id, length));
    return node == bontot::none ? BONTOT_NONE : node;
}

size_t bontot_result_node_parent(const bontot_result* result, size_t node)
{
    const bontot::rubric_node* const rule = rule_of(result, node);
    return rule == nullptr || rule->parent == bontot::none ? BONTOT_NONE : rule->parent;
}

const char* bontot_result_node_id(const bontot_result* result, size_t node, size_t* length)
{
    const bontot::rubric_node* const rule = rule_of(result, node);
    return rule == nullptr ? no_text(length) : text_out(rule->id, length);
}

const char* bontot_result_node_label(
    const bontot_result* result, size_t node, bontot_language language, size_t* length
)
{
    const bontot::rubric_node* const rule = rule_of(result, node);
    if (rule == nullptr) return no_text(length);
    return text_out(rule->label.in(language_of(language)), length);
}

bontot_kind bontot_result_node_kind(const bontot_result* result, size_t node)
{
    const bontot::rubric_node* const rule = rule_of(result, node);
    return rule == nullptr ? -1 : kind_out(rule->kind);
}

bontot_state bontot_result_node_state(const bontot_result* result, size_t node)
{
    if (rule_of(result, node) == nullptr) return -1;
    switch (result->content.nodes[node].state) {
    case bontot::node_state::voided:
        return BONTOT_VOIDED;
    case bontot::node_state::not_applicable:
        return BONTOT_NOT_APPLICABLE;
    case bontot::node_state::uncovered:
        return BONTOT_UNCOVERED;
    case bontot::node_state::unknown:
        return BONTOT_UNKNOWN;
    case bontot::node_state::unproven:
        return BONTOT_UNPROVEN;
    case bontot::node_state::met:
        return BONTOT_MET;
    case bontot::node_state::unmet:
        return BONTOT_UNMET;
    case bontot::node_state::partly:
        return BONTOT_PARTLY;
    }
    return -1;
}

bontot_truth bontot_result_node_good(const bontot_result* result, size_t node)
{
    const bontot::rubric_node* const rule = rule_of(result, node);
    if (rule == nullptr || !rule->good) return -1;
    return truth_out(result->content.nodes[node].good);
}

bontot_status bontot_result_node_points(
    const bontot_result* result, size_t node, bontot_figure figure, bontot_number* out
)
{
    return number_out(points_of(result, node, figure), out);
}

bontot_status bontot_result_node_points_text(
    const bontot_result* result, size_t node, bontot_figure figure, char* buffer, size_t room
)
{
    return digits_out(points_of(result, node, figure), buffer, room);
}

bontot_status bontot_result_node_reason(
    bontot_text** out, const bontot_result* result, size_t node, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        const bontot::result& content = require_content(result);
        if (node >= content.nodes.size()) refuse_index(bontot::message::api_no_node, node);
        write_text(out, options, [&](bontot::string& text) {
            bontot::append_reason(
                text, content, static_cast<std::uint32_t>(node), language_of(options)
            );
        });
    });
}

size_t bontot_result_check_count(const bontot_result* result)
{
    const bontot::result* const content = content_of(result);
    return content == nullptr ? 0 : content->checks.size();
}

const char* bontot_result_check_id(const bontot_result* result, size_t check, size_t* length)
{
    const bontot::check_rule* const rule = check_of(result, check);
    return rule == nullptr ? no_text(length) : text_out(rule->id, length);
}

const char* bontot_result_check_message(
    const bontot_result* result, size_t check, bontot_language language, size_t* length
)
{
    const bontot::check_rule* const rule = check_of(result, check);
    if (rule == nullptr) return no_text(length);
    return text_out(rule->text.in(language_of(language)), length);
}

bontot_truth bontot_result_check_outcome(const bontot_result* result, size_t check)
{
    if (check_of(result, check) == nullptr) return -1;
    return truth_out(result->content.checks[check]);
}

bontot_severity bontot_result_check_severity(const bontot_result* result, size_t check)
{
    const bontot::check_rule* const rule = check_of(result, check);
    return rule == nullptr ? -1 : severity_out(rule->severity);
}

bontot_status bontot_result_write(
    bontot_text** out, const bontot_result* result, bontot_format format,
    const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        const bontot::result& content = require_content(result);
        if (format != BONTOT_JSON && format != BONTOT_TEXT && format != BONTOT_SUMMARY) {
            refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"format"});
        }
        const bontot::language in = language_of(options);
        const bool colour = options != nullptr && options->colour;
        write_text(out, options, [&](bontot::string& text) {
            if (format == BONTOT_JSON) {
                result->writer.append_json(text, content, in);
            } else if (format == BONTOT_SUMMARY) {
                constexpr std::size_t usual_size = 600; // so that it seldom has to grow
                text.reserve(usual_size);
                bontot::append_summary(text, content);
            } else {
                bontot::append_text(text, content, bontot::text_options{in, colour});
            }
        });
    });
}

void bontot_result_free(bontot_result* result)
{
    free_handle(result);
}
