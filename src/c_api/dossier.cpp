// SPDX-License-Identifier: BSL-1.0
#include "building.hpp"

#include <bontot/rubric_id.hpp>

#include <bontot/base/nearest.hpp>

using namespace bontot::c_api;
using bontot::feel::value;

namespace {

void set_slot(bontot_dossier* dossier, std::size_t slot, const value& given)
{
    require(dossier, "dossier");
    const auto count = dossier->content->sheet->facts.size();
    if (slot >= count) refuse_index(bontot::message::dossier_no_slot, slot);
    const auto index = static_cast<std::uint32_t>(slot);
    build(dossier, [&](bontot::dossier_builder& to) { return to.set_fact(index, given); });
}

/** Sets a fact where that takes no more than a look; if not, nothing has happened.

    @param set What sets the slot of a dossier, or returns false.
*/
template <class Function>
bool set_at_once(
    bontot_dossier* dossier, std::size_t slot, bontot_error** error, const Function& set
) noexcept
{
    if (dossier == nullptr || slot >= dossier->content->slots.size()) return false;
    // What the committee gives, and what comes from results, the builder looks at.
    const bool is_plain = dossier->building.trusted == bontot::trust::all;
    if (!is_plain || !dossier->content->derived.empty()) return false;
    if (!set(*dossier->content, static_cast<std::uint32_t>(slot))) return false;
    dossier->is_changed = true;
    if (error != nullptr) *error = nullptr;
    return true;
}

bontot::dossier_options reading_of(const bontot_options* options)
{
    return options == nullptr ? bontot::dossier_options() : options->reading;
}

} // namespace

bontot_status bontot_dossier_rubric_id(
    bontot_text** out, const char* json, size_t length, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        const shared_memory source = memory_of(options);
        const bontot::reading_limits limits =
            options == nullptr ? bontot::reading_limits() : options->reading.limits;
        auto read = bontot::read_rubric_id(text_in(json, length, "json"), limits, *source);
        if (!read) throw refusal{BONTOT_BAD_INPUT, read.error()};
        if (read->empty()) refuse(BONTOT_NOT_FOUND, bontot::message::api_no_rubric_named, {});
        *out = make_handle<bontot_text>(source, std::move(*read));
    });
}

bontot_status bontot_dossier_load(
    bontot_dossier** out, const bontot_rubric* rubric, const char* json, size_t length,
    const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(rubric, "rubric");
        const shared_memory source = memory_of(options);
        auto read = bontot::read_dossier(
            rubric->sheet, text_in(json, length, "json"), reading_of(options), *source
        );
        if (!read) throw refusal{BONTOT_BAD_INPUT, read.error()};
        *out = make_handle<bontot_dossier>(source, keep_with(std::move(*read), source));
    });
}

bontot_status bontot_dossier_read(
    bontot_dossier* dossier, const char* json, size_t length, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(dossier, "dossier");
        const std::string_view text = text_in(json, length, "json");
        const shared_memory& source = dossier->source;
        if (!dossier->spare) {
            const auto& sheet = dossier->content->sheet;
            auto made = bontot::make_shared_in<bontot::dossier>(*source, sheet, *source);
            dossier->spare = keep_with(std::move(made), source);
        }
        accept(bontot::read_dossier_into(*dossier->spare, text, reading_of(options)));
        std::swap(dossier->content, dossier->spare);
        dossier->is_changed = false;
        dossier->building = {};
    });
}

bontot_status bontot_dossier_new(
    bontot_dossier** out, const bontot_rubric* rubric, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(rubric, "rubric");
        const shared_memory source = memory_of(options);
        auto made = bontot::make_shared_in<bontot::dossier>(*source, rubric->sheet, *source);
        bontot::set_unit(*made, {}, {});
        auto* const built =
            make_handle<bontot_dossier>(source, keep_with(std::move(made), source), true);
        const bontot::dossier_options given = reading_of(options);
        built->building = {given.trusted, given.allow_other_rubric};
        *out = built;
    });
}

bontot_status bontot_dossier_reset(bontot_dossier* dossier, bontot_error** error)
{
    return guarded(error, [&] {
        require(dossier, "dossier");
        bontot::dossier& content = *dossier->content;
        // Room for the empty contexts of unit and period is there once the rest is forgotten.
        content.clear();
        bontot::set_unit(content, {}, {});
        dossier->is_changed = true;
    });
}

bontot_status bontot_dossier_set_unit(
    bontot_dossier* dossier, const char* id, size_t id_length, const char* name, size_t name_length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(dossier, "dossier");
        const std::string_view unit_id = utf8_in(id, id_length, "id");
        const std::string_view unit_name = utf8_in(name, name_length, "name");
        build(dossier, [&](bontot::dossier_builder& to) {
            return to.set_unit(unit_id, unit_name);
        });
    });
}

bontot_status bontot_dossier_set_period(
    bontot_dossier* dossier, const char* from, size_t from_length, const char* to, size_t to_length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(dossier, "dossier");
        const std::string_view first = text_in(from, from_length, "from");
        const std::string_view last = text_in(to, to_length, "to");
        build(dossier, [&](bontot::dossier_builder& into) { return into.set_period(first, last); });
    });
}

bontot_status bontot_dossier_set_unit_field(
    bontot_dossier* dossier, bontot_unit_field field, const char* text, size_t length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(dossier, "dossier");
        const std::string_view given = utf8_in(text, length, "text");
        build(dossier, [&](bontot::dossier_builder& to) {
            switch (field) {
            case BONTOT_UNIT_KIND:
                return to.set_unit_kind(given);
            case BONTOT_UNIT_GROUP:
                to.set_unit_group(given);
                break;
            case BONTOT_UNIT_PARENT:
                to.set_unit_parent(given);
                break;
            default:
                refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"field"});
            }
            return bontot::error_list();
        });
    });
}

bontot_status bontot_dossier_set_number(
    bontot_dossier* dossier, size_t slot, bontot_number number, bontot_error** error
)
{
    const auto set = [&number](bontot::dossier& built, std::uint32_t index) {
        return bontot::set_plain_number(built, index, number.coefficient, number.scale);
    };
    const bool is_number = number.scale >= 0 && number.scale <= most_scale;
    if (is_number && set_at_once(dossier, slot, error, set)) return BONTOT_OK;
    return guarded(error, [&] { set_slot(dossier, slot, value::number(number_in(number))); });
}

bontot_status bontot_dossier_set_boolean(
    bontot_dossier* dossier, size_t slot, int32_t truth, bontot_error** error
)
{
    const auto set = [truth](bontot::dossier& built, std::uint32_t index) {
        return bontot::set_plain_fact(built, index, value::boolean(truth != 0));
    };
    if (set_at_once(dossier, slot, error, set)) return BONTOT_OK;
    return guarded(error, [&] { set_slot(dossier, slot, value::boolean(truth != 0)); });
}

bontot_status bontot_dossier_set_text(
    bontot_dossier* dossier, size_t slot, const char* text, size_t length, bontot_error** error
)
{
    return guarded(error, [&] {
        set_slot(dossier, slot, value::text(utf8_in(text, length, "text")));
    });
}

bontot_status bontot_dossier_set_date(
    bontot_dossier* dossier, size_t slot, const char* text, size_t length, bontot_error** error
)
{
    return guarded(error, [&] {
        set_slot(dossier, slot, date_value(text_in(text, length, "text")));
    });
}

bontot_status bontot_dossier_clear(bontot_dossier* dossier, size_t slot, bontot_error** error)
{
    return guarded(error, [&] { set_slot(dossier, slot, value::unknown()); });
}

bontot_status bontot_dossier_set(
    bontot_dossier* dossier, const char* id, size_t id_length, const char* text, size_t length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(dossier, "dossier");
        const std::string_view wanted = utf8_in(id, id_length, "id");
        const std::string_view given = utf8_in(text, length, "text");
        const bontot::rubric& sheet = *dossier->content->sheet;
        const std::uint32_t slot = sheet.find_fact(wanted);
        if (slot == bontot::none) {
            bontot::detail::nearest meant(wanted);
            for (const bontot::fact_spec& each : sheet.facts)
                meant.offer(each.id);
            const std::string_view brief = bontot::detail::shown(wanted);
            const bontot::message code = meant.best().empty()
                                             ? bontot::message::dossier_unknown_fact
                                             : bontot::message::dossier_unknown_fact_near;
            refuse(BONTOT_NOT_FOUND, code, {brief, meant.best()});
        }
        set_slot(dossier, slot, typed_value(sheet.facts[slot], given));
    });
}

bontot_status bontot_dossier_apply(
    bontot_dossier* dossier, const bontot_reference* reference, bontot_error** error
)
{
    return guarded(error, [&] {
        require(dossier, "dossier");
        require(reference, "reference");
        dossier->is_changed = true;
        accept(bontot::apply_reference(*dossier->content, *reference->content));
    });
}

void bontot_dossier_free(bontot_dossier* dossier)
{
    free_handle(dossier);
}
