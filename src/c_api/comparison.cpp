// SPDX-License-Identifier: BSL-1.0
// Summaries of results, and comparisons of two of them.
#include "figures.hpp"
#include "guard.hpp"

#include <bontot/write_comparison.hpp>

using namespace bontot::c_api;

namespace {

using bontot::node_comparison;

const node_comparison* node_of(const bontot_comparison* comparison, std::size_t node)
{
    const bool is_there = comparison != nullptr && node < comparison->content.nodes.size();
    return is_there ? &comparison->content.nodes[node] : nullptr;
}

const bontot::compared_result* result_of(const bontot_comparison* comparison, bontot_side side)
{
    if (comparison == nullptr) return nullptr;
    if (side == BONTOT_BEFORE) return &comparison->content.before;
    return side == BONTOT_AFTER ? &comparison->content.after : nullptr;
}

/** Returns one figure of a whole comparison or of a node of it. */
template <class Figures>
const bontot::number* figure_of(const Figures* all, bontot_figure which, bontot_side side)
{
    if (all == nullptr || which < BONTOT_POINTS || which > BONTOT_MAX) return nullptr;
    const bontot::moved_figure& figure = which == BONTOT_POINTS     ? all->points
                                         : which == BONTOT_POSSIBLE ? all->possible
                                                                    : all->max;
    switch (side) {
    case BONTOT_BEFORE:
        return &figure.before;
    case BONTOT_AFTER:
        return &figure.after;
    case BONTOT_DIFFERENCE:
        return &figure.difference;
    default:
        return nullptr;
    }
}

template <class Figures>
const bontot::number* remainder_of(const Figures* all, bontot_figure which)
{
    if (all == nullptr) return nullptr;
    if (which == BONTOT_POINTS) return &all->remainder;
    return which == BONTOT_POSSIBLE ? &all->possible_remainder : nullptr;
}

const bontot::comparison* whole_of(const bontot_comparison* comparison)
{
    return comparison == nullptr ? nullptr : &comparison->content;
}

} // namespace

bontot_status bontot_summary_of(
    bontot_summary** out, const bontot_result* result, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(result, "result");
        if (result->content.grade == bontot::none)
            refuse(BONTOT_MISUSE, bontot::message::api_not_evaluated, {});
        const shared_memory source = memory_of(options);
        *out = make_handle<bontot_summary>(
            source, bontot::summarize(result->content, bontot::sentences::told, *source)
        );
    });
}

bontot_status bontot_summary_load(
    bontot_summary** out, const char* json, size_t length, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        const shared_memory source = memory_of(options);
        const bontot::reading_limits limits =
            options == nullptr ? bontot::reading_limits() : options->reading.limits;
        auto read = bontot::read_result_summary(text_in(json, length, "json"), limits, *source);
        if (!read) throw refusal{BONTOT_BAD_INPUT, read.error()};
        *out = make_handle<bontot_summary>(source, std::move(*read));
    });
}

void bontot_summary_free(bontot_summary* summary)
{
    free_handle(summary);
}

bontot_status bontot_compare(
    bontot_comparison** out, const bontot_summary* before, const bontot_summary* after,
    const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(before, "before");
        require(after, "after");
        const shared_memory source = memory_of(options);
        *out = make_handle<bontot_comparison>(
            source, bontot::compare(before->content, after->content, *source)
        );
    });
}

const char*
bontot_comparison_grade(const bontot_comparison* comparison, bontot_side side, size_t* length)
{
    const bontot::compared_result* const result = result_of(comparison, side);
    return result == nullptr ? no_text(length) : text_out(result->grade, length);
}

int32_t bontot_comparison_grade_changed(const bontot_comparison* comparison)
{
    if (comparison == nullptr) return -1;
    return comparison->content.is_grade_changed() ? 1 : 0;
}

bontot_status bontot_comparison_total(
    const bontot_comparison* comparison, bontot_figure figure, bontot_side side, bontot_number* out
)
{
    return number_out(figure_of(whole_of(comparison), figure, side), out);
}

bontot_status bontot_comparison_total_text(
    const bontot_comparison* comparison, bontot_figure figure, bontot_side side, char* buffer,
    size_t room
)
{
    return digits_out(figure_of(whole_of(comparison), figure, side), buffer, room);
}

bontot_status bontot_comparison_remainder_text(
    const bontot_comparison* comparison, bontot_figure figure, char* buffer, size_t room
)
{
    return digits_out(remainder_of(whole_of(comparison), figure), buffer, room);
}

size_t bontot_comparison_node_count(const bontot_comparison* comparison)
{
    return comparison == nullptr ? 0 : comparison->content.nodes.size();
}

size_t bontot_comparison_node_parent(const bontot_comparison* comparison, size_t node)
{
    const node_comparison* const found = node_of(comparison, node);
    return found == nullptr || found->parent == bontot::none ? BONTOT_NONE : found->parent;
}

const char*
bontot_comparison_node_id(const bontot_comparison* comparison, size_t node, size_t* length)
{
    const node_comparison* const found = node_of(comparison, node);
    return found == nullptr ? no_text(length) : text_out(found->id, length);
}

const char* bontot_comparison_node_label(
    const bontot_comparison* comparison, size_t node, bontot_language language, size_t* length
)
{
    const node_comparison* const found = node_of(comparison, node);
    if (found == nullptr) return no_text(length);
    return text_out(found->newest().label.in(language_of(language)), length);
}

bontot_presence bontot_comparison_node_presence(const bontot_comparison* comparison, size_t node)
{
    const node_comparison* const found = node_of(comparison, node);
    if (found == nullptr) return -1;
    switch (found->where) {
    case bontot::presence::both:
        return BONTOT_IN_BOTH;
    case bontot::presence::before_only:
        return BONTOT_BEFORE_ONLY;
    case bontot::presence::after_only:
        return BONTOT_AFTER_ONLY;
    }
    return -1;
}

int32_t bontot_comparison_node_changed(const bontot_comparison* comparison, size_t node)
{
    const node_comparison* const found = node_of(comparison, node);
    if (found == nullptr) return -1;
    return bontot::is_changed(*found) ? 1 : 0;
}

bontot_status bontot_comparison_node_points(
    const bontot_comparison* comparison, size_t node, bontot_figure figure, bontot_side side,
    bontot_number* out
)
{
    return number_out(figure_of(node_of(comparison, node), figure, side), out);
}

bontot_status bontot_comparison_node_points_text(
    const bontot_comparison* comparison, size_t node, bontot_figure figure, bontot_side side,
    char* buffer, size_t room
)
{
    return digits_out(figure_of(node_of(comparison, node), figure, side), buffer, room);
}

bontot_status bontot_comparison_node_remainder_text(
    const bontot_comparison* comparison, size_t node, bontot_figure figure, char* buffer,
    size_t room
)
{
    return digits_out(remainder_of(node_of(comparison, node), figure), buffer, room);
}

bontot_status bontot_comparison_write(
    bontot_text** out, const bontot_comparison* comparison, bontot_format format,
    const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(comparison, "comparison");
        if (format != BONTOT_JSON && format != BONTOT_TEXT) {
            refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"format"});
        }
        write_text(out, options, [&](bontot::string& text) {
            const bontot::language in = language_of(options);
            if (format == BONTOT_JSON) {
                bontot::append_json(text, comparison->content, in);
            } else {
                const bool colour = options != nullptr && options->colour;
                bontot::append_text(text, comparison->content, {in, colour});
            }
        });
    });
}

void bontot_comparison_free(bontot_comparison* comparison)
{
    free_handle(comparison);
}
