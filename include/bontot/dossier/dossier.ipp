// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_DOSSIER_IPP
#define BONTOT_DOSSIER_DOSSIER_IPP

#include <bontot/dossier.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>

#include <cstring>

namespace bontot {

void dossier::clear() noexcept
{
    store.clear();
    unit_id = unit_name = unit_kind = unit_group = unit_parent = {};
    from.reset();
    to.reset();
    // All zeros is unknown. A fill makes each value in parts and waits to copy it as a whole.
    std::memset(static_cast<void*>(slots.data()), 0, slots.size() * sizeof(feel::value));
    evidence.clear();
    marks.clear();
    exceptions.clear();
    passed_over.clear();
    evidence_given = false;
    working.clear();
    for (vector<feel::value>& each : lists)
        each.clear();
    member_ids.clear();
    document_ids.clear();
    derived.clear();
    results_pending = false;
}

} // namespace bontot

#endif
