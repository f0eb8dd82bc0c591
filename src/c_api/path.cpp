// SPDX-License-Identifier: BSL-1.0
// Paths to a grade.
#include "building.hpp"
#include "figures.hpp"

#include <bontot/write_path.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/words/result.hpp>
#include <bontot/write/path_words.hpp>

using namespace bontot::c_api;

namespace {

const bontot::path_step* step_of(const bontot_path* path, std::size_t step)
{
    const bool is_there = path != nullptr && step < path->content.steps.size();
    return is_there ? &path->content.steps[step] : nullptr;
}

/** Returns the place of a change among all, or bontot::none. */
std::size_t place_of(const bontot_path* path, std::size_t step, std::size_t change)
{
    const bontot::path_step* const of = step_of(path, step);
    const bool is_there = of != nullptr && change < of->change_count;
    return is_there ? of->first_change + change : bontot::none;
}

const bontot::result* result_of(const bontot_path* path, bontot_side side)
{
    if (path == nullptr) return nullptr;
    const bontot::path_outcome outcome = path->content.outcome;
    const bool is_evaluated =
        outcome == bontot::path_outcome::found || outcome == bontot::path_outcome::conflict;
    if (side == BONTOT_BEFORE) return &path->content.before;
    return side == BONTOT_AFTER && is_evaluated ? &path->content.after : nullptr;
}

/** Returns the index of what has an id, or refuses with the ids that there are. */
template <class Items>
std::uint32_t find_id(const Items& items, std::string_view id, bontot::message code)
{
    bontot::string known;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (items[i].id == id) return i;
        if (!known.empty()) known += ", ";
        known += items[i].id;
    }
    const std::string_view brief = bontot::is_valid_utf8(id) ? bontot::detail::shown(id) : "?";
    refuse(BONTOT_NOT_FOUND, code, {brief, known});
}

/** Appends a value as people type it; nothing for what is unknown. */
void append_value(bontot::string& out, const bontot::feel::value& value)
{
    switch (value.kind()) {
    case bontot::feel::kind::number:
        append_plain(out, value.as_number());
        break;
    case bontot::feel::kind::boolean:
        out += value.as_boolean() ? "true" : "false";
        break;
    case bontot::feel::kind::text:
        out += value.as_text();
        break;
    case bontot::feel::kind::date:
        append_date(out, value.as_date());
        break;
    default:
        break;
    }
}

/** Returns what each step is about. */
bontot::vector<bontot::string> step_names(const bontot::path& path, bontot::memory& source)
{
    bontot::vector<bontot::string> out{bontot::allocator<bontot::string>(source)};
    for (const bontot::path_step& each : path.steps) {
        bontot::string at{bontot::allocator<char>(source)};
        bontot::detail::append_waiting_name(at, *path.sheet, each.what, each.index);
        out.push_back(std::move(at));
    }
    return out;
}

bontot::vector<change_texts> texts_of_changes(const bontot::path& path, bontot::memory& source)
{
    const bontot::allocator<char> in(source);
    bontot::vector<change_texts> out{bontot::allocator<change_texts>(source)};
    for (const bontot::path_change& each : path.changes) {
        change_texts texts{bontot::string(in), bontot::string(in), bontot::string(in)};
        bontot::detail::append_item_name(texts.item, *path.sheet, bontot::detail::item_of(each));
        append_value(texts.before, each.from);
        append_value(texts.after, each.to);
        out.push_back(std::move(texts));
    }
    return out;
}

} // namespace

bontot_status bontot_path_to(
    bontot_path** out, const bontot_dossier* dossier, const char* grade, size_t grade_length,
    const char* role, size_t role_length, const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(dossier, "dossier");
        const bontot::rubric& sheet = *dossier->content->sheet;
        std::uint32_t to = bontot::none;
        std::uint32_t as_of = bontot::none;
        const auto wanted = text_if_given(grade, grade_length, "grade");
        const auto by = text_if_given(role, role_length, "role");
        if (wanted) to = find_id(sheet.grades, *wanted, bontot::message::api_no_grade);
        if (by) as_of = find_id(sheet.roles, *by, bontot::message::api_no_role);
        const whole from(*dossier);
        const shared_memory source = memory_of(options);
        bontot::path found(*source);
        bontot::path_to(from.content(), to, found, as_of);
        auto steps = step_names(found, *source);
        auto changes = texts_of_changes(found, *source);
        *out = make_handle<bontot_path>(
            source, std::move(found), std::move(steps), std::move(changes)
        );
    });
}

bontot_outcome bontot_path_outcome(const bontot_path* path)
{
    if (path == nullptr) return -1;
    switch (path->content.outcome) {
    case bontot::path_outcome::reached:
        return BONTOT_PATH_REACHED;
    case bontot::path_outcome::found:
        return BONTOT_PATH_FOUND;
    case bontot::path_outcome::conflict:
        return BONTOT_PATH_CONFLICT;
    case bontot::path_outcome::forbidden:
        return BONTOT_PATH_FORBIDDEN;
    }
    return -1;
}

const char* bontot_path_grade(const bontot_path* path, size_t* length)
{
    if (path == nullptr) return no_text(length);
    return text_out(path->content.sheet->grades[path->content.grade].id, length);
}

int32_t bontot_path_effort(const bontot_path* path)
{
    return path == nullptr ? -1 : static_cast<int32_t>(path->content.effort);
}

const char* bontot_path_side_grade(const bontot_path* path, bontot_side side, size_t* length)
{
    const bontot::result* const result = result_of(path, side);
    if (result == nullptr) return no_text(length);
    return text_out(result->sheet->grades[result->grade].id, length);
}

bontot_status
bontot_path_total_text(const bontot_path* path, bontot_side side, char* buffer, size_t room)
{
    const bontot::result* const result = result_of(path, side);
    return digits_out(result == nullptr ? nullptr : &result->points, buffer, room);
}

size_t bontot_path_step_count(const bontot_path* path)
{
    return path == nullptr ? 0 : path->content.steps.size();
}

const char* bontot_path_step_at(const bontot_path* path, size_t step, size_t* length)
{
    return step_of(path, step) == nullptr ? no_text(length) : text_out(path->steps[step], length);
}

int32_t bontot_path_step_effort(const bontot_path* path, size_t step)
{
    const bontot::path_step* const found = step_of(path, step);
    return found == nullptr ? -1 : found->effort;
}

int32_t bontot_path_step_is_open(const bontot_path* path, size_t step)
{
    const bontot::path_step* const found = step_of(path, step);
    return found == nullptr ? -1 : int32_t{found->is_open};
}

bontot_status bontot_path_step_points_text(
    const bontot_path* path, size_t step, bontot_side side, char* buffer, size_t room
)
{
    const bontot::path_step* const found = step_of(path, step);
    if (found == nullptr || found->effort == 0) return BONTOT_MISUSE;
    const bontot::number gain = bontot::detail::path_words::difference_of(*found);
    switch (side) {
    case BONTOT_BEFORE:
        return digits_out(&found->points, buffer, room);
    case BONTOT_AFTER:
        return digits_out(&found->after, buffer, room);
    case BONTOT_DIFFERENCE:
        return digits_out(&gain, buffer, room);
    default:
        return BONTOT_MISUSE;
    }
}

size_t bontot_path_change_count(const bontot_path* path, size_t step)
{
    const bontot::path_step* const found = step_of(path, step);
    return found == nullptr ? 0 : found->change_count;
}

const char*
bontot_path_change_item(const bontot_path* path, size_t step, size_t change, size_t* length)
{
    const std::size_t place = place_of(path, step, change);
    return place == bontot::none ? no_text(length) : text_out(path->changes[place].item, length);
}

const char* bontot_path_change_value(
    const bontot_path* path, size_t step, size_t change, bontot_side side, size_t* length
)
{
    const std::size_t place = place_of(path, step, change);
    const bool is_side = side == BONTOT_BEFORE || side == BONTOT_AFTER;
    if (place == bontot::none || !is_side) return no_text(length);
    const bontot::path_change& found = path->content.changes[place];
    const bool is_before = side == BONTOT_BEFORE;
    if ((is_before ? found.from : found.to).is_unknown()) return no_text(length);
    const change_texts& texts = path->changes[place];
    return text_out(is_before ? texts.before : texts.after, length);
}

size_t bontot_path_change_times(const bontot_path* path, size_t step, size_t change)
{
    const std::size_t place = place_of(path, step, change);
    return place == bontot::none ? 0 : path->content.changes[place].count;
}

bontot_status bontot_path_step_text(
    bontot_text** out, const bontot_path* path, size_t step, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(path, "path");
        const bontot::path_step* const found = step_of(path, step);
        if (found == nullptr) refuse_index(bontot::message::api_no_entry, step);
        write_text(out, options, [&](bontot::string& text) {
            text += bontot::detail::path_words(path->content, language_of(options)).step(*found);
        });
    });
}

size_t bontot_path_fall_count(const bontot_path* path)
{
    return path == nullptr ? 0 : path->content.falls.size();
}

const char* bontot_path_fall_at(const bontot_path* path, size_t fall, size_t* length)
{
    if (fall >= bontot_path_fall_count(path)) return no_text(length);
    return text_out(path->content.sheet->nodes[path->content.falls[fall].node].id, length);
}

size_t bontot_path_obstacle_count(const bontot_path* path)
{
    return path == nullptr ? 0 : path->content.obstacles.size();
}

const char* bontot_path_obstacle_code(const bontot_path* path, size_t obstacle)
{
    if (obstacle >= bontot_path_obstacle_count(path)) return nullptr;
    return bontot::detail::obstacle_word(path->content.obstacles[obstacle].what).data();
}

bontot_status bontot_path_obstacle_text(
    bontot_text** out, const bontot_path* path, size_t obstacle, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(path, "path");
        if (obstacle >= path->content.obstacles.size())
            refuse_index(bontot::message::api_no_entry, obstacle);
        write_text(out, options, [&](bontot::string& text) {
            const bontot::detail::path_words words(path->content, language_of(options));
            text += words.obstacle(path->content.obstacles[obstacle]);
        });
    });
}

bontot_status bontot_path_write(
    bontot_text** out, const bontot_path* path, bontot_format format, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(path, "path");
        if (format != BONTOT_JSON && format != BONTOT_TEXT) {
            refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"format"});
        }
        const bontot::language in = language_of(options);
        const bool colour = options != nullptr && options->colour;
        write_text(out, options, [&](bontot::string& text) {
            if (format == BONTOT_JSON) {
                bontot::append_json(text, path->content, in);
            } else {
                bontot::append_text(text, path->content, bontot::text_options{in, colour});
            }
        });
    });
}

void bontot_path_free(bontot_path* path)
{
    free_handle(path);
}
