// SPDX-License-Identifier: BSL-1.0
#include "figures.hpp"
#include "guard.hpp"

#include <bontot/write_ranking.hpp>

using namespace bontot::c_api;

namespace {

const bontot::ranking_place* place_of(const bontot_ranking* ranking, std::size_t place)
{
    const bool is_there = ranking != nullptr && place < ranking->content.places.size();
    return is_there ? &ranking->content.places[place] : nullptr;
}

const bontot::cohort_entry* unit_at(const bontot_ranking* ranking, std::size_t place)
{
    const bontot::ranking_place* const found = place_of(ranking, place);
    return found == nullptr ? nullptr : &ranking->content.entry_of(*found);
}

const bontot::quota_line* quota_of(const bontot_ranking* ranking, std::size_t quota)
{
    const bool is_there = ranking != nullptr && quota < ranking->content.quotas.size();
    return is_there ? &ranking->content.quotas[quota] : nullptr;
}

const bontot::movement* movement_of(const bontot_ranking* ranking, std::size_t movement)
{
    const bool is_there = ranking != nullptr && movement < ranking->content.movements.size();
    return is_there ? &ranking->content.movements[movement] : nullptr;
}

/** Returns the id of a grade that is a member of something, if that is there. */
template <class Thing, class Member>
const char*
grade_out(const bontot_ranking* ranking, const Thing* thing, Member member, std::size_t* length)
{
    if (thing == nullptr) return no_text(length);
    return text_out(ranking->units->sheet().grades[thing->*member].id, length);
}

const bontot::number*
total_of(const bontot_ranking* ranking, std::size_t place, bontot_figure figure)
{
    const bontot::cohort_entry* const entry = unit_at(ranking, place);
    if (entry == nullptr) return nullptr;
    if (figure == BONTOT_POINTS) return &entry->points;
    return figure == BONTOT_POSSIBLE ? &entry->possible : nullptr;
}

} // namespace

bontot_status bontot_rank(
    bontot_ranking** out, const bontot_cohort* cohort, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(cohort, "cohort");
        const shared_memory source = memory_of(options);
        bontot::vector<std::string_view> raised{bontot::allocator<std::string_view>(*source)};
        bontot::ranking_options how;
        if (options != nullptr) {
            raised.assign(options->raised.begin(), options->raised.end());
            how = {raised, options->is_raised_everywhere};
        }
        auto ranked = bontot::rank(*cohort->content, how, *source);
        if (!ranked) throw refusal{BONTOT_BAD_INPUT, ranked.error()};
        *out = make_handle<bontot_ranking>(source, cohort->content, std::move(*ranked));
    });
}

size_t bontot_ranking_place_count(const bontot_ranking* ranking)
{
    return ranking == nullptr ? 0 : ranking->content.places.size();
}

const char* bontot_ranking_unit(const bontot_ranking* ranking, size_t place, size_t* length)
{
    const bontot::cohort_entry* const entry = unit_at(ranking, place);
    return entry == nullptr ? no_text(length) : text_out(entry->unit_id, length);
}

const char* bontot_ranking_unit_name(const bontot_ranking* ranking, size_t place, size_t* length)
{
    const bontot::cohort_entry* const entry = unit_at(ranking, place);
    return entry == nullptr ? no_text(length) : text_out(entry->unit_name, length);
}

const char* bontot_ranking_group(const bontot_ranking* ranking, size_t place, size_t* length)
{
    const bontot::cohort_entry* const entry = unit_at(ranking, place);
    return entry == nullptr ? no_text(length) : text_out(entry->unit_group, length);
}

size_t bontot_ranking_rank(const bontot_ranking* ranking, size_t place)
{
    const bontot::ranking_place* const found = place_of(ranking, place);
    return found == nullptr ? 0 : found->rank;
}

size_t bontot_ranking_rank_possible(const bontot_ranking* ranking, size_t place)
{
    const bontot::ranking_place* const found = place_of(ranking, place);
    return found == nullptr ? 0 : found->rank_possible;
}

int32_t bontot_ranking_tied(const bontot_ranking* ranking, size_t place)
{
    const bontot::ranking_place* const found = place_of(ranking, place);
    if (found == nullptr) return -1;
    return found->is_tied ? 1 : 0;
}

bontot_status bontot_ranking_total(
    const bontot_ranking* ranking, size_t place, bontot_figure figure, bontot_number* out
)
{
    return number_out(total_of(ranking, place, figure), out);
}

bontot_status bontot_ranking_total_text(
    const bontot_ranking* ranking, size_t place, bontot_figure figure, char* buffer, size_t room
)
{
    return digits_out(total_of(ranking, place, figure), buffer, room);
}

const char* bontot_ranking_grade(const bontot_ranking* ranking, size_t place, size_t* length)
{
    return grade_out(ranking, unit_at(ranking, place), &bontot::cohort_entry::grade, length);
}

const char*
bontot_ranking_grade_possible(const bontot_ranking* ranking, size_t place, size_t* length)
{
    return grade_out(
        ranking, unit_at(ranking, place), &bontot::cohort_entry::grade_possible, length
    );
}

bontot_place_state bontot_ranking_state(const bontot_ranking* ranking, size_t place)
{
    const bontot::ranking_place* const found = place_of(ranking, place);
    if (found == nullptr) return -1;
    switch (found->state) {
    case bontot::place_state::kept:
        return BONTOT_PLACE_KEPT;
    case bontot::place_state::moves:
        return BONTOT_PLACE_MOVES;
    case bontot::place_state::undecided:
        return BONTOT_PLACE_UNDECIDED;
    case bontot::place_state::open:
        return BONTOT_PLACE_OPEN;
    }
    return -1;
}

const char* bontot_ranking_proposed(const bontot_ranking* ranking, size_t place, size_t* length)
{
    return grade_out(ranking, place_of(ranking, place), &bontot::ranking_place::proposed, length);
}

const char*
bontot_ranking_proposed_possible(const bontot_ranking* ranking, size_t place, size_t* length)
{
    return grade_out(
        ranking, place_of(ranking, place), &bontot::ranking_place::proposed_possible, length
    );
}

size_t bontot_ranking_quota_count(const bontot_ranking* ranking)
{
    return ranking == nullptr ? 0 : ranking->content.quotas.size();
}

const char* bontot_ranking_quota_grade(const bontot_ranking* ranking, size_t quota, size_t* length)
{
    return grade_out(ranking, quota_of(ranking, quota), &bontot::quota_line::grade, length);
}

const char* bontot_ranking_quota_group(const bontot_ranking* ranking, size_t quota, size_t* length)
{
    const bontot::quota_line* const line = quota_of(ranking, quota);
    if (line == nullptr || line->group == bontot::none) return no_text(length);
    return text_out(ranking->content.groups[line->group].name, length);
}

size_t
bontot_ranking_quota_units(const bontot_ranking* ranking, size_t quota, bontot_quota_figure figure)
{
    const bontot::quota_line* const line = quota_of(ranking, quota);
    if (line == nullptr) return BONTOT_NONE;
    switch (figure) {
    case BONTOT_QUOTA_BASE:
        return line->base;
    case BONTOT_QUOTA_ALLOWED:
        return line->allowed;
    case BONTOT_QUOTA_HELD:
        return line->held;
    case BONTOT_QUOTA_KEPT:
        return line->kept;
    case BONTOT_QUOTA_MOVED:
        return line->moved;
    case BONTOT_QUOTA_UNDECIDED:
        return line->undecided;
    case BONTOT_QUOTA_OPEN:
        return line->open;
    default:
        return BONTOT_NONE;
    }
}

bontot_status
bontot_ranking_quota_share(const bontot_ranking* ranking, size_t quota, bontot_number* out)
{
    const bontot::quota_line* const line = quota_of(ranking, quota);
    return number_out(line == nullptr ? nullptr : &line->share, out);
}

size_t bontot_ranking_movement_count(const bontot_ranking* ranking)
{
    return ranking == nullptr ? 0 : ranking->content.movements.size();
}

size_t bontot_ranking_movement_place(const bontot_ranking* ranking, size_t movement)
{
    const bontot::movement* const found = movement_of(ranking, movement);
    return found == nullptr ? BONTOT_NONE : found->place;
}

size_t bontot_ranking_movement_quota(const bontot_ranking* ranking, size_t movement)
{
    const bontot::movement* const found = movement_of(ranking, movement);
    return found == nullptr ? BONTOT_NONE : found->quota;
}

int32_t bontot_ranking_movement_undecided(const bontot_ranking* ranking, size_t movement)
{
    const bontot::movement* const found = movement_of(ranking, movement);
    if (found == nullptr) return -1;
    return found->is_undecided ? 1 : 0;
}

const char*
bontot_ranking_movement_to(const bontot_ranking* ranking, size_t movement, size_t* length)
{
    return grade_out(ranking, movement_of(ranking, movement), &bontot::movement::to, length);
}

const char*
bontot_ranking_movement_to_possible(const bontot_ranking* ranking, size_t movement, size_t* length)
{
    return grade_out(
        ranking, movement_of(ranking, movement), &bontot::movement::to_possible, length
    );
}

bontot_status bontot_ranking_write(
    bontot_text** out, const bontot_ranking* ranking, bontot_format format,
    const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(ranking, "ranking");
        if (format != BONTOT_JSON && format != BONTOT_TEXT) {
            refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"format"});
        }
        write_text(out, options, [&](bontot::string& text) {
            if (format == BONTOT_JSON) {
                bontot::append_json(text, ranking->content);
            } else {
                const bool colour = options != nullptr && options->colour;
                bontot::append_text(text, ranking->content, {language_of(options), colour});
            }
        });
    });
}

void bontot_ranking_free(bontot_ranking* ranking)
{
    free_handle(ranking);
}
