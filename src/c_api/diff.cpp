// SPDX-License-Identifier: BSL-1.0
// One set of dossiers under an old and a new rubric.
#include "guard.hpp"

#include <bontot/write_rubric_diff.hpp>

using namespace bontot::c_api;

namespace {

bontot_move move_out(bontot::grade_move move)
{
    switch (move) {
    case bontot::grade_move::same:
        return BONTOT_MOVE_SAME;
    case bontot::grade_move::up:
        return BONTOT_MOVE_UP;
    case bontot::grade_move::down:
        return BONTOT_MOVE_DOWN;
    case bontot::grade_move::other:
        return BONTOT_MOVE_OTHER;
    }
    return -1;
}

void require_format(bontot_format format)
{
    if (format != BONTOT_JSON && format != BONTOT_TEXT)
        refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"format"});
}

bontot::text_options layout_of(const bontot_options* options)
{
    return {language_of(options), options != nullptr && options->colour};
}

} // namespace

bontot_status bontot_diff_new(
    bontot_diff** out, const bontot_rubric* before, const bontot_rubric* after,
    const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(before, "before");
        require(after, "after");
        const shared_memory source = memory_of(options);
        bontot::dossier_options reading =
            options == nullptr ? bontot::dossier_options() : options->reading;
        reading.committee = nullptr; // a reference is read with one of the two rubrics
        *out = make_handle<bontot_diff>(
            source, bontot::rubric_diff(before->sheet, after->sheet, reading, *source)
        );
    });
}

bontot_status
bontot_diff_add(bontot_diff* diff, const char* json, size_t length, bontot_error** error)
{
    return guarded(error, [&] {
        require(diff, "diff");
        accept(diff->content.add(text_in(json, length, "json")));
    });
}

bontot_status bontot_diff_add_dossiers(
    bontot_diff* diff, const bontot_dossier* before, const bontot_dossier* after,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(diff, "diff");
        require(before, "before");
        require(after, "after");
        const bool is_theirs = before->content->sheet.get() == &diff->content.before() &&
                               after->content->sheet.get() == &diff->content.after();
        if (!is_theirs) refuse(BONTOT_MISUSE, bontot::message::api_other_rubric, {});
        accept(diff->content.add(*before->content, *after->content));
    });
}

bontot_side bontot_diff_refused_by(const bontot_diff* diff)
{
    if (diff == nullptr || diff->content.has_last() || diff->content.refused() == 0) return -1;
    return diff->content.is_refused_by_after() ? BONTOT_AFTER : BONTOT_BEFORE;
}

bontot_move bontot_diff_last_move(const bontot_diff* diff)
{
    if (diff == nullptr || !diff->content.has_last()) return -1;
    return move_out(diff->content.last_move());
}

bontot_status bontot_diff_write_last(
    bontot_text** out, const bontot_diff* diff, bontot_format format, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(diff, "diff");
        require_format(format);
        if (!diff->content.has_last())
            refuse(BONTOT_NOT_FOUND, bontot::message::api_no_last_dossier, {});
        write_text(out, options, [&](bontot::string& text) {
            if (format == BONTOT_JSON) {
                bontot::append_change_json(text, diff->content, language_of(options));
            } else {
                bontot::append_change_text(text, diff->content, layout_of(options));
            }
        });
    });
}

uint64_t bontot_diff_count(const bontot_diff* diff, bontot_move move)
{
    if (diff == nullptr) return 0;
    switch (move) {
    case BONTOT_MOVE_SAME:
        return diff->content.count(bontot::grade_move::same);
    case BONTOT_MOVE_UP:
        return diff->content.count(bontot::grade_move::up);
    case BONTOT_MOVE_DOWN:
        return diff->content.count(bontot::grade_move::down);
    case BONTOT_MOVE_OTHER:
        return diff->content.count(bontot::grade_move::other);
    default:
        return 0;
    }
}

uint64_t bontot_diff_refused_count(const bontot_diff* diff)
{
    return diff == nullptr ? 0 : diff->content.refused();
}

bontot_status bontot_diff_write(
    bontot_text** out, const bontot_diff* diff, bontot_format format, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(diff, "diff");
        require_format(format);
        write_text(out, options, [&](bontot::string& text) {
            if (format == BONTOT_JSON) {
                bontot::append_json(text, diff->content, language_of(options));
            } else {
                bontot::append_text(text, diff->content, layout_of(options));
            }
        });
    });
}

void bontot_diff_free(bontot_diff* diff)
{
    free_handle(diff);
}
