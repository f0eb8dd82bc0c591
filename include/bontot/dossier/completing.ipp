// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_COMPLETING_IPP
#define BONTOT_DOSSIER_COMPLETING_IPP

#include <bontot/date.hpp>
#include <bontot/dossier.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/run.hpp>
#include <bontot/feel/scratch.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/completing.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/field_symbols.hpp>
#include <bontot/rubric/known_value.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bontot::detail {

string bilingual_argument(const bilingual& text)
{
    string out("\xFE");
    out += text.vi;
    out += '\xFE';
    out += text.en;
    return out;
}

void borrow_dossier(dossier& out, const dossier& given)
{
    out.store.clear();
    out.unit_id = given.unit_id;
    out.unit_name = given.unit_name;
    out.unit_kind = given.unit_kind;
    out.unit_group = given.unit_group;
    out.unit_parent = given.unit_parent;
    out.from = given.from;
    out.to = given.to;
    out.slots.assign(given.slots.begin(), given.slots.end());
    out.evidence.assign(given.evidence.begin(), given.evidence.end());
    out.marks.assign(given.marks.begin(), given.marks.end());
    out.exceptions.assign(given.exceptions.begin(), given.exceptions.end());
    out.evidence_given = given.evidence_given;
}

void head_room::fill() noexcept
{
    const rubric& sheet = *out_.sheet;
    const feel::field unit[unit_size] = {
        {sheet.symbols.id, known_text(out_.unit_id)},
        {sheet.symbols.kind, known_text(out_.unit_kind)},
        {sheet.symbols.group, known_text(out_.unit_group)}};
    const feel::field period[period_size] = {
        {sheet.symbols.from, known_date(out_.from)}, {sheet.symbols.to, known_date(out_.to)}};
    std::uninitialized_copy_n(unit, unit_size, unit_);
    std::uninitialized_copy_n(period, period_size, period_);
    out_.slots[sheet.reserved_slot(rubric::unit)] = feel::value::context(unit_, unit_size);
    out_.slots[sheet.reserved_slot(rubric::period_of)] = feel::value::context(period_, period_size);
}

std::array<feel::field, 7>
fields_of_document(const field_symbols& names, const evidence_record& record)
{
    const std::string_view status = evidence_status_words[static_cast<std::size_t>(record.status)];
    return {{
        {names.id, known_text(record.id)},
        {names.kind, known_text(record.kind)},
        {names.number, known_text(record.number)},
        {names.issuer, known_text(record.issuer)},
        {names.issued, known_date(record.issued)},
        {names.submitted, known_date(record.submitted)},
        {names.status, known_text(status)},
    }};
}

feel::value context_of_document(dossier& out, const evidence_record& record)
{
    const auto fields = fields_of_document(out.sheet->symbols, record);
    return feel::value::context(out.store.copy(std::span<const feel::field>(fields)));
}

void complete_evidence(dossier& out)
{
    if (!out.sheet->reads_evidence) return;
    const std::size_t count = out.evidence.size();
    feel::value* const records = out.store.make_array<feel::value>(count);
    for (std::size_t i = 0; i < count; ++i)
        records[i] = context_of_document(out, out.evidence[i]);
    out.slots[out.sheet->reserved_slot(rubric::evidence)] =
        feel::value::list(std::span<const feel::value>(records, count));
}

/** Where in its text a dossier says what expressions read. */
class said_places
{
public:
    said_places(const json_document& document, const rubric& sheet, memory& source)
        : sheet_(sheet),
          facts_(sheet.facts.size(), std::uint32_t{absent}, allocator<std::uint32_t>(source))
    {
        for (std::uint32_t i = 1; i < document[0].end; i = document[i].end) {
            if (document[i].key == "members" && members_ == absent) members_ = i;
            if (document[i].key != "facts") continue;
            for (std::uint32_t j = i + 1; j < document[i].end; j = document[j].end) {
                const std::uint32_t slot = sheet.find_fact(document[j].key);
                if (slot != none && facts_[slot] == absent) facts_[slot] = j;
            }
        }
    }

    /** Returns the place of the first thing that a program reads and the text says. */
    [[nodiscard]] std::uint32_t of(const feel::program& program) const
    {
        for (const feel::variable_reference& each : program.references()) {
            std::uint32_t place = absent;
            if (each.slot < facts_.size()) place = facts_[each.slot];
            if (each.slot == sheet_.reserved_slot(rubric::members)) place = members_;
            if (place != absent) return place;
        }
        return absent;
    }

private:
    const rubric& sheet_;
    vector<std::uint32_t> facts_; /**< by slot */
    std::uint32_t members_ = absent;
};

void check_consistency(
    const dossier& given, const json_document* document, feel::scratch& scratch, diagnosis& faults
)
{
    std::optional<said_places> places;
    for (const check_rule& rule : given.sheet->consistency) {
        if (faults.is_full()) return;
        const feel::program& program = given.sheet->programs[rule.assertion];
        scratch.clear();
        if (!feel::run(program, given.slots, scratch).is_false()) continue;
        const string text = bilingual_argument(rule.text);
        if (document != nullptr && !places)
            places.emplace(*document, *given.sheet, given.store.source());
        const std::uint32_t at = places ? places->of(program) : absent;
        if (at != absent) {
            faults.add(message::dossier_inconsistent, at, {text, rule.id});
        } else {
            faults.add_at(message::dossier_inconsistent, 0, {text, rule.id});
        }
    }
}

} // namespace bontot::detail

namespace bontot {

void set_unit(
    dossier& built, std::string_view id, std::string_view name, std::string_view kind,
    std::string_view group
)
{
    std::string_view kept[] = {id, name, kind, group};
    for (std::string_view& each : kept)
        each = built.store.copy(each);
    detail::head_room room(built);
    built.unit_id = kept[0];
    built.unit_name = kept[1];
    built.unit_kind = kept[2];
    built.unit_group = kept[3];
    room.fill();
}

error_list set_period(dossier& built, const date& from, const date& to)
{
    detail::diagnosis faults(built.store.source());
    if (const auto fault = detail::check_period(from, to, built.sheet->period_months)) {
        detail::add_at_pointer(faults, *fault, {});
        return faults.take({});
    }
    detail::head_room room(built);
    built.from = from;
    built.to = to;
    room.fill();
    return faults.take({});
}

error_list check_dossier(const dossier& built)
{
    detail::diagnosis faults(built.store.source());
    feel::scratch scratch(built.store.source());
    detail::check_consistency(built, nullptr, scratch, faults);
    return faults.take({});
}

error_list set_fact(dossier& built, std::uint32_t slot, const feel::value& given)
{
    if (set_plain_fact(built, slot, given))
        return error_list(allocator<diagnostic>(built.store.source()));
    const rubric& sheet = *built.sheet;
    detail::diagnosis faults(built.store.source());
    if (slot >= sheet.facts.size()) {
        faults.add_at(message::dossier_no_slot, 0, {std::to_string(slot)});
        return faults.take({});
    }
    const fact_spec& fact = sheet.facts[slot];
    feel::value kept;
    if (const auto fault = detail::check_value(built.store, fact, given, kept)) {
        detail::add_at_pointer(faults, *fault, string("/facts/") + string(fact.id));
    } else {
        built.slots[slot] = kept;
    }
    return faults.take({});
}

} // namespace bontot

#endif
