// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_REFERENCE_IPP
#define BONTOT_DOSSIER_READER_REFERENCE_IPP

#include <bontot/dossier.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/reference.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/nearest.hpp>
#include <bontot/dossier/completing.hpp>
#include <bontot/dossier/reader/reference.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace bontot::detail {

void reference_giving::give()
{
    if (from_.sheet != out_.sheet) {
        add(message::reference_other_rubric, "rubric", {}, {from_.sheet->id, out_.sheet->id});
        return;
    }
    const bool has_both = from_.from && from_.to && out_.from && out_.to;
    if (has_both && (*from_.from != *out_.from || *from_.to != *out_.to)) {
        add(message::reference_other_period, "period", {}, {});
        return;
    }
    if (contradicts()) return;
    give_facts();
    for (const reference::given_exception& each : from_.exceptions) {
        if (each.unit != out_.unit_id) continue;
        exception_record own = each.content;
        own.reason = out_.store.copy(own.reason);
        own.authority = out_.store.copy(own.authority);
        out_.exceptions.push_back(own);
    }
    for (const reference::given_status& each : from_.evidence) {
        if (each.unit == out_.unit_id) give_status(each);
    }
}

bool reference_giving::is_for_us(const reference::given_fact& given) const
{
    switch (given.whom) {
    case reference::scope::all:
        return true;
    case reference::scope::group:
        return given.name == out_.unit_group;
    case reference::scope::unit:
        return given.name == out_.unit_id;
    }
    return false;
}

const feel::value* reference_giving::value_of(std::uint32_t slot) const
{
    const reference::given_fact* nearest = nullptr;
    for (const reference::given_fact& each : from_.facts) {
        if (each.slot != slot || !is_for_us(each)) continue;
        if (nearest == nullptr || each.whom >= nearest->whom) nearest = &each;
    }
    return nearest == nullptr ? nullptr : &nearest->content;
}

bool reference_giving::contradicts()
{
    bool found = false;
    for (std::uint32_t slot = 0; slot < out_.sheet->facts.size(); ++slot) {
        const feel::value* const given = value_of(slot);
        const feel::value& content = out_.slots[slot];
        if (given == nullptr || content.is_unknown()) continue;
        if (feel::equals(content, *given).is_true()) continue;
        const std::string_view id = out_.sheet->facts[slot].id;
        add(message::dossier_contradicts_reference, "facts", id, {id});
        found = true;
    }
    return found;
}

void reference_giving::give_facts()
{
    for (std::uint32_t slot = 0; slot < out_.sheet->facts.size(); ++slot) {
        const feel::value* const given = value_of(slot);
        if (given == nullptr) continue;
        // A choice lies in the rubric, any other text in the reference.
        const bool is_text = out_.sheet->facts[slot].type == fact_type::text;
        out_.slots[slot] = is_text ? feel::value::text(out_.store.copy(given->as_text())) : *given;
    }
}

void reference_giving::give_status(const reference::given_status& given)
{
    for (std::size_t i = 0; i < out_.evidence.size(); ++i) {
        evidence_record& record = out_.evidence[i];
        if (record.id != given.document) continue;
        record.status = given.status;
        if (!out_.sheet->reads_evidence) return;
        show_status(i, evidence_status_words[static_cast<std::size_t>(given.status)]);
        return;
    }
}

void reference_giving::show_status(std::size_t index, std::string_view word)
{
    const std::uint32_t slot = out_.sheet->reserved_slot(rubric::evidence);
    const auto old = out_.slots[slot].as_list();
    vector<feel::value> list(old.begin(), old.end(), allocator<feel::value>(out_.store.source()));
    const auto fields = list[index].as_context();
    vector<feel::field> changed(
        fields.begin(), fields.end(), allocator<feel::field>(out_.store.source())
    );
    const feel::symbol status = out_.sheet->symbols.status;
    for (feel::field& each : changed) {
        if (each.name == status) each.content = feel::value::text(word);
    }
    list[index] = feel::value::context(out_.store.copy(std::span<const feel::field>(changed)));
    out_.slots[slot] = feel::value::list(out_.store.copy(std::span<const feel::value>(list)));
}

void reference_giving::add(
    message code, std::string_view part, std::string_view key,
    std::initializer_list<std::string_view> arguments
)
{
    const std::uint32_t at = document_ == nullptr ? absent : place_of(part, key);
    if (at != absent) {
        faults_.add(code, at, arguments);
        return;
    }
    diagnostic& added = faults_.add_at(code, 0, arguments);
    added.pointer = string("/") + string(part);
    if (!key.empty()) added.pointer += string("/") + string(key);
}

std::uint32_t reference_giving::place_of(std::string_view part, std::string_view key) const
{
    const json_reading reading(*document_, faults_);
    const std::uint32_t at = reading.find(0, part);
    return at == absent || key.empty() ? at : reading.find(at, key);
}

} // namespace bontot::detail

namespace bontot {

error_list apply_reference(dossier& built, const reference& from)
{
    detail::diagnosis faults(built.store.source());
    detail::give_reference(built, from, nullptr, faults);
    return faults.take({});
}

} // namespace bontot

#endif
