// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_COMPLETING_HPP
#define BONTOT_DOSSIER_COMPLETING_HPP

#include <bontot/dossier.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/scratch.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/rubric/field_symbols.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace bontot::detail {

/** Makes a two-language text of the rubric the argument of a message. */
string bilingual_argument(const bilingual& text);

/** Says in a dossier what another one says; texts and lists stay where they lie. */
void borrow_dossier(dossier& out, const dossier& given);

/** Room for the contexts `unit` and `period`: what takes memory, before anything is changed. */
class head_room
{
public:
    explicit head_room(dossier& out)
        : out_(out), unit_(out.store.make_array<feel::field>(unit_size)),
          period_(out.store.make_array<feel::field>(period_size))
    {}

    /** Gives FEEL what the dossier says of unit and period by now. */
    void fill() noexcept;

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
std::array<feel::field, 7>
fields_of_document(const field_symbols& names, const evidence_record& record);

feel::value context_of_document(dossier& out, const evidence_record& record);

/** Gives FEEL the list `evidence`, if the rubric reads it. */
void complete_evidence(dossier& out);

/** Tells every consistency rule that does not hold; one that waits for facts is passed over. */
void check_consistency(
    const dossier& given, const json_document* document, feel::scratch& scratch, diagnosis& faults
);

} // namespace bontot::detail

#endif
