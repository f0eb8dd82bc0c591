// SPDX-License-Identifier: BSL-1.0
#include "building.hpp"

using namespace bontot::c_api;

namespace {

bontot::reference::scope scope_in(bontot_scope whom)
{
    switch (whom) {
    case BONTOT_FOR_ALL:
        return bontot::reference::scope::all;
    case BONTOT_FOR_GROUP:
        return bontot::reference::scope::group;
    case BONTOT_FOR_UNIT:
        return bontot::reference::scope::unit;
    default:
        refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"whom"});
    }
}

/** Fills a reference with a function that takes its builder and returns what is wrong. */
template <class Change>
void fill(bontot_reference* reference, const Change& change)
{
    require(reference, "reference");
    constexpr long own = 2; // the handle's two; any other is that of options
    const bool is_free = reference->building && reference->content.use_count() == own;
    if (!is_free) refuse(BONTOT_MISUSE, bontot::message::api_reference_fixed, {});
    bontot::reference_builder builder(*reference->building);
    accept(change(builder));
}

/** Gives a fact what a function makes of its rule. */
template <class Make>
void set_fact(
    bontot_reference* reference, bontot_scope whom, std::string_view name, std::size_t slot,
    const Make& make_value
)
{
    require(reference, "reference");
    const auto& facts = reference->content->sheet->facts;
    const std::uint32_t fact = index_in(slot, facts.size(), bontot::message::dossier_no_slot);
    const bontot::reference::scope scope = scope_in(whom);
    const std::string_view of = scope == bontot::reference::scope::all ? "" : name;
    fill(reference, [&](bontot::reference_builder& to) {
        return to.set_fact(scope, of, fact, make_value(facts[fact]));
    });
}

} // namespace

bontot_status bontot_reference_load(
    bontot_reference** out, const bontot_rubric* rubric, const char* json, size_t length,
    const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(rubric, "rubric");
        const shared_memory source = memory_of(options);
        const bontot::reading_limits limits =
            options == nullptr ? bontot::reading_limits() : options->reading.limits;
        auto read =
            bontot::read_reference(rubric->sheet, text_in(json, length, "json"), limits, *source);
        if (!read) throw refusal{BONTOT_BAD_INPUT, read.error()};
        *out = make_handle<bontot_reference>(source, keep_with(std::move(*read), source));
    });
}

bontot_status bontot_reference_new(
    bontot_reference** out, const bontot_rubric* rubric, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(rubric, "rubric");
        const shared_memory source = memory_of(options);
        auto made = keep_with(
            bontot::make_shared_in<bontot::reference>(*source, rubric->sheet, *source), source
        );
        std::shared_ptr<const bontot::reference> content = made;
        *out = make_handle<bontot_reference>(source, std::move(content), std::move(made));
    });
}

bontot_status bontot_reference_set_period(
    bontot_reference* reference, const char* from, size_t from_length, const char* to,
    size_t to_length, bontot_error** error
)
{
    return guarded(error, [&] {
        const std::string_view first = text_in(from, from_length, "from");
        const std::string_view last = text_in(to, to_length, "to");
        fill(reference, [&](bontot::reference_builder& into) {
            return into.set_period(first, last);
        });
    });
}

bontot_status bontot_reference_set_number(
    bontot_reference* reference, bontot_scope whom, const char* name, size_t name_length,
    size_t slot, bontot_number number, bontot_error** error
)
{
    return guarded(error, [&] {
        const std::string_view given = utf8_in(name, name_length, "name");
        const auto amount = bontot::feel::value::number(number_in(number));
        set_fact(reference, whom, given, slot, [&](const bontot::fact_spec&) { return amount; });
    });
}

bontot_status bontot_reference_set(
    bontot_reference* reference, bontot_scope whom, const char* name, size_t name_length,
    size_t slot, const char* text, size_t length, bontot_error** error
)
{
    return guarded(error, [&] {
        const std::string_view given = utf8_in(name, name_length, "name");
        const std::string_view typed = utf8_in(text, length, "text");
        set_fact(reference, whom, given, slot, [&](const bontot::fact_spec& fact) {
            return typed_value(fact, typed);
        });
    });
}

bontot_status bontot_reference_add_exception(
    bontot_reference* reference, const char* unit, size_t unit_length, size_t gate,
    const char* reason, size_t reason_length, const char* authority, size_t authority_length,
    const char* date, size_t date_length, bontot_error** error
)
{
    return guarded(error, [&] {
        require(reference, "reference");
        bontot::allowed_exception given;
        given.unit = utf8_in(unit, unit_length, "unit");
        given.reason = utf8_in(reason, reason_length, "reason");
        given.authority = utf8_in(authority, authority_length, "authority");
        given.day = text_in(date, date_length, "date");
        const auto count = reference->content->sheet->gates.size();
        given.gate = index_in(gate, count, bontot::message::api_no_entry);
        fill(reference, [&](bontot::reference_builder& to) { return to.add_exception(given); });
    });
}

bontot_status bontot_reference_add_finding(
    bontot_reference* reference, const char* unit, size_t unit_length, const char* document,
    size_t document_length, const char* status, size_t status_length, bontot_error** error
)
{
    return guarded(error, [&] {
        const std::string_view of = utf8_in(unit, unit_length, "unit");
        const std::string_view id = utf8_in(document, document_length, "document");
        const std::string_view word = utf8_in(status, status_length, "status");
        fill(reference, [&](bontot::reference_builder& to) {
            return to.add_finding(of, id, word);
        });
    });
}

void bontot_reference_free(bontot_reference* reference)
{
    free_handle(reference);
}
