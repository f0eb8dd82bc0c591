// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_COMPLETING_HPP
#define BONTOT_IMPL_DOSSIER_COMPLETING_HPP

#include <bontot/dossier.hpp>

#include <bontot/detail/fact_check.hpp>
#include <bontot/detail/json_reading.hpp>
#include <bontot/detail/known_value.hpp>
#include <bontot/impl/dossier_checks.hpp>

#include <array>
#include <memory> // std::uninitialized_copy_n
#include <new>

namespace bontot::detail {

/** Makes a two-language text of the rubric the argument of a message. */
inline string bilingual_argument(const bilingual& text)
{
    string out("\xFE");
    out += text.vi;
    out += '\xFE';
    out += text.en;
    return out;
}

/** Says in a dossier what another one says; texts and lists stay where they lie. */
inline void borrow_dossier(dossier& out, const dossier& given)
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

/** Room for the contexts `unit` and `period`: what takes memory, before anything is changed. */
class head_room
{
public:
    explicit head_room(dossier& out)
        : out_(out), unit_(out.store.make_array<feel::field>(unit_size)),
          period_(out.store.make_array<feel::field>(period_size))
    {}

    /** Gives FEEL what the dossier says of unit and period by now. */
    void fill() noexcept
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
        out_.slots[sheet.reserved_slot(rubric::period_of)] =
            feel::value::context(period_, period_size);
    }

private:
    static constexpr std::size_t unit_size = 3;
    static constexpr std::size_t period_size = 2;

    dossier& out_;
    feel::field* unit_;
    feel::field* period_;
};

/** Gives FEEL the contexts `unit` and `period`. */
inline void complete_slots(dossier& out)
{
    head_room(out).fill();
}

/** Returns what FEEL reads of a document. */
inline std::array<feel::field, 7>
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

inline feel::value context_of_document(dossier& out, const evidence_record& record)
{
    const auto fields = fields_of_document(out.sheet->symbols, record);
    return feel::value::context(out.store.copy(std::span<const feel::field>(fields)));
}

/** Gives FEEL the list `evidence`, if the rubric reads it. */
inline void complete_evidence(dossier& out)
{
    if (!out.sheet->reads_evidence) return;
    const std::size_t count = out.evidence.size();
    feel::value* const records = out.store.make_array<feel::value>(count);
    for (std::size_t i = 0; i < count; ++i)
        records[i] = context_of_document(out, out.evidence[i]);
    out.slots[out.sheet->reserved_slot(rubric::evidence)] =
        feel::value::list(std::span<const feel::value>(records, count));
}

/** Returns the value in the text that an expression reads first, or @ref absent. */
inline std::uint32_t
place_of(const json_document& document, const rubric& sheet, const feel::program& program)
{
    for (const feel::variable_reference& each : program.references()) {
        const bool is_fact = each.slot < sheet.facts.size();
        const bool is_member = each.slot == sheet.reserved_slot(rubric::members);
        if (!is_fact && !is_member) continue;
        for (std::uint32_t i = 1; i < document[0].end; i = document[i].end) {
            if (is_member && document[i].key == "members") return i;
            if (is_member || document[i].key != "facts") continue;
            for (std::uint32_t j = i + 1; j < document[i].end; j = document[j].end) {
                if (document[j].key == sheet.facts[each.slot].id) return j;
            }
        }
    }
    return absent;
}

/** Tells every consistency rule that does not hold; one that waits for facts is passed over. */
inline void check_consistency(
    const dossier& given, const json_document* document, feel::scratch& scratch, diagnosis& faults
)
{
    for (const check_rule& rule : given.sheet->consistency) {
        const feel::program& program = given.sheet->programs[rule.assertion];
        scratch.clear();
        if (!feel::run(program, given.slots, scratch).is_false()) continue;
        const string text = bilingual_argument(rule.text);
        const std::uint32_t at =
            document != nullptr ? place_of(*document, *given.sheet, program) : absent;
        if (at != absent) {
            faults.add(message::dossier_inconsistent, at, {text, rule.id});
        } else {
            faults.add_at(message::dossier_inconsistent, 0, {text, rule.id});
        }
    }
}

} // namespace bontot::detail

namespace bontot {

inline void set_unit(
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

inline error_list set_period(dossier& built, const date& from, const date& to)
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

inline error_list check_dossier(const dossier& built)
{
    detail::diagnosis faults(built.store.source());
    feel::scratch scratch(built.store.source());
    detail::check_consistency(built, nullptr, scratch, faults);
    return faults.take({});
}

inline bool set_plain_fact(dossier& built, std::uint32_t slot, const feel::value& given) noexcept
{
    const vector<fact_spec>& facts = built.sheet->facts;
    if (slot >= facts.size()) return false;
    const fact_spec& fact = facts[slot];
    // Made where they stay: what was written a moment ago in parts is slow to copy as a whole.
    void* const place = &built.slots[slot];
    if (given.is(feel::kind::boolean) && fact.type == fact_type::boolean) {
        ::new (place) feel::value(feel::value::boolean(given.as_boolean()));
    } else if (given.is(feel::kind::number) && fact.quick.surely_has(given.as_number())) {
        ::new (place) feel::value(feel::value::number(given.as_number()));
    } else if (given.is_unknown()) {
        ::new (place) feel::value();
    } else {
        return false;
    }
    return true;
}

inline bool
set_plain_number(dossier& built, std::uint32_t slot, std::int64_t coefficient, int scale) noexcept
{
    const vector<fact_spec>& facts = built.sheet->facts;
    if (slot >= facts.size() || !facts[slot].quick.surely_has(coefficient, scale)) return false;
    void* const place = &built.slots[slot];
    ::new (place) feel::value(feel::value::number(number::scaled(coefficient, scale)));
    return true;
}

inline error_list set_fact(dossier& built, std::uint32_t slot, const feel::value& given)
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
