// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_READING_IPP
#define BONTOT_DOSSIER_READER_READING_IPP

#include <bontot/dossier/reader/reading.hpp>
#include <bontot/rubric/fact_check.hpp>

#include <cstdint>

namespace bontot::detail {

void dossier_reading::add(const given_fault& fault, std::uint32_t at)
{
    const auto& named = fault.arguments;
    faults.add(fault.code, at, {named[0], named[1], named[2], named[3]});
}

} // namespace bontot::detail

#endif
