// SPDX-License-Identifier: BSL-1.0
// What a rubric says of the facts of units, and of members.
#include "figures.hpp"
#include "guard.hpp"

#include <bontot/rubric/uses.hpp>

using namespace bontot::c_api;

namespace {

using fact_list = bontot::vector<bontot::fact_spec>;

const bontot::fact_spec* at(const fact_list* facts, std::size_t index)
{
    return facts != nullptr && index < facts->size() ? &(*facts)[index] : nullptr;
}

const bontot::fact_spec* fact_at(const bontot_rubric* rubric, std::size_t slot)
{
    return at(rubric == nullptr ? nullptr : &rubric->sheet->facts, slot);
}

const bontot::fact_spec* field_at(const bontot_rubric* rubric, std::size_t field)
{
    return at(rubric == nullptr ? nullptr : &rubric->sheet->member_facts, field);
}

const char* id_of(const bontot::fact_spec* fact, std::size_t* length)
{
    return fact == nullptr ? no_text(length) : text_out(fact->id, length);
}

const char* label_of(const bontot::fact_spec* fact, bontot_language language, std::size_t* length)
{
    if (fact == nullptr) return no_text(length);
    return text_out(fact->label.in(language_of(language)), length);
}

const char* unit_of(const bontot::fact_spec* fact, bontot_language language, std::size_t* length)
{
    if (fact == nullptr) return no_text(length);
    return text_out(fact->unit.in(language_of(language)), length);
}

bontot_fact_type type_of(const bontot::fact_spec* fact)
{
    if (fact == nullptr) return -1;
    switch (fact->type) {
    case bontot::fact_type::number:
        return BONTOT_FACT_NUMBER;
    case bontot::fact_type::boolean:
        return BONTOT_FACT_BOOLEAN;
    case bontot::fact_type::text:
        return BONTOT_FACT_TEXT;
    case bontot::fact_type::date:
        return BONTOT_FACT_DATE;
    case bontot::fact_type::choice:
        return BONTOT_FACT_CHOICE;
    }
    return -1;
}

bontot_status
bound_of(const bontot::fact_spec* fact, bontot_bound bound, char* buffer, std::size_t room)
{
    return fact == nullptr ? BONTOT_MISUSE : bound_out(fact->min, fact->max, bound, buffer, room);
}

std::int32_t is_integer(const bontot::fact_spec* fact)
{
    return fact == nullptr ? -1 : std::int32_t{fact->integer};
}

std::int32_t is_from_results(const bontot::fact_spec* fact)
{
    return fact == nullptr ? -1 : std::int32_t{fact->from_results.has_value()};
}

std::size_t choice_count(const bontot::fact_spec* fact)
{
    return fact == nullptr ? 0 : fact->choices.size();
}

const char* choice_at(const bontot::fact_spec* fact, std::size_t choice, std::size_t* length)
{
    const bool is_there = choice < choice_count(fact);
    return is_there ? text_out(fact->choices[choice], length) : no_text(length);
}

} // namespace

size_t bontot_rubric_fact_count(const bontot_rubric* rubric)
{
    return rubric == nullptr ? 0 : rubric->sheet->facts.size();
}

size_t bontot_rubric_fact_slot(const bontot_rubric* rubric, const char* id, size_t length)
{
    if (rubric == nullptr || id == nullptr) return BONTOT_NONE;
    const std::uint32_t slot = rubric->sheet->find_fact(id_in(id, length));
    return slot == bontot::none ? BONTOT_NONE : slot;
}

const char* bontot_rubric_fact_id(const bontot_rubric* rubric, size_t slot, size_t* length)
{
    return id_of(fact_at(rubric, slot), length);
}

const char* bontot_rubric_fact_label(
    const bontot_rubric* rubric, size_t slot, bontot_language language, size_t* length
)
{
    return label_of(fact_at(rubric, slot), language, length);
}

bontot_fact_type bontot_rubric_fact_type(const bontot_rubric* rubric, size_t slot)
{
    return type_of(fact_at(rubric, slot));
}

const char* bontot_rubric_fact_unit(
    const bontot_rubric* rubric, size_t slot, bontot_language language, size_t* length
)
{
    return unit_of(fact_at(rubric, slot), language, length);
}

bontot_status bontot_rubric_fact_bound_text(
    const bontot_rubric* rubric, size_t slot, bontot_bound bound, char* buffer, size_t room
)
{
    return bound_of(fact_at(rubric, slot), bound, buffer, room);
}

int32_t bontot_rubric_fact_is_integer(const bontot_rubric* rubric, size_t slot)
{
    return is_integer(fact_at(rubric, slot));
}

int32_t bontot_rubric_fact_is_by_committee(const bontot_rubric* rubric, size_t slot)
{
    const bontot::fact_spec* const fact = fact_at(rubric, slot);
    return fact == nullptr ? -1 : int32_t{fact->by_committee};
}

int32_t bontot_rubric_fact_is_from_results(const bontot_rubric* rubric, size_t slot)
{
    return is_from_results(fact_at(rubric, slot));
}

int32_t bontot_rubric_fact_is_read(const bontot_rubric* rubric, size_t slot)
{
    if (fact_at(rubric, slot) == nullptr) return -1;
    const auto index = static_cast<std::uint32_t>(slot);
    return int32_t{bontot::detail::reads_fact(*rubric->sheet, index)};
}

size_t bontot_rubric_fact_choice_count(const bontot_rubric* rubric, size_t slot)
{
    return choice_count(fact_at(rubric, slot));
}

const char*
bontot_rubric_fact_choice(const bontot_rubric* rubric, size_t slot, size_t choice, size_t* length)
{
    return choice_at(fact_at(rubric, slot), choice, length);
}

size_t bontot_rubric_field_count(const bontot_rubric* rubric)
{
    return rubric == nullptr ? 0 : rubric->sheet->member_facts.size();
}

size_t bontot_rubric_field_find(const bontot_rubric* rubric, const char* id, size_t length)
{
    if (rubric == nullptr || id == nullptr) return BONTOT_NONE;
    return index_of(rubric->sheet->member_facts, id_in(id, length));
}

const char* bontot_rubric_field_id(const bontot_rubric* rubric, size_t field, size_t* length)
{
    return id_of(field_at(rubric, field), length);
}

const char* bontot_rubric_field_label(
    const bontot_rubric* rubric, size_t field, bontot_language language, size_t* length
)
{
    return label_of(field_at(rubric, field), language, length);
}

bontot_fact_type bontot_rubric_field_type(const bontot_rubric* rubric, size_t field)
{
    return type_of(field_at(rubric, field));
}

const char* bontot_rubric_field_unit(
    const bontot_rubric* rubric, size_t field, bontot_language language, size_t* length
)
{
    return unit_of(field_at(rubric, field), language, length);
}

bontot_status bontot_rubric_field_bound_text(
    const bontot_rubric* rubric, size_t field, bontot_bound bound, char* buffer, size_t room
)
{
    return bound_of(field_at(rubric, field), bound, buffer, room);
}

int32_t bontot_rubric_field_is_integer(const bontot_rubric* rubric, size_t field)
{
    return is_integer(field_at(rubric, field));
}

int32_t bontot_rubric_field_is_from_results(const bontot_rubric* rubric, size_t field)
{
    return is_from_results(field_at(rubric, field));
}

int32_t bontot_rubric_field_is_read(const bontot_rubric* rubric, size_t field)
{
    const bontot::fact_spec* const fact = field_at(rubric, field);
    if (fact == nullptr) return -1;
    return int32_t{bontot::detail::reads_member_fact(*rubric->sheet, fact->symbol)};
}

size_t bontot_rubric_field_choice_count(const bontot_rubric* rubric, size_t field)
{
    return choice_count(field_at(rubric, field));
}

const char*
bontot_rubric_field_choice(const bontot_rubric* rubric, size_t field, size_t choice, size_t* length)
{
    return choice_at(field_at(rubric, field), choice, length);
}
