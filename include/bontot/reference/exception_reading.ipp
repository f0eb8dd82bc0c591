// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_REFERENCE_EXCEPTION_READING_IPP
#define BONTOT_REFERENCE_EXCEPTION_READING_IPP

#include <bontot/message.hpp>
#include <bontot/reference.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/nearest.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/reference/exception_reading.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

exception_record exception_reading::read_exception(std::uint32_t at)
{
    exception_record out;
    const std::uint32_t gate_at = require(at, "gate");
    const std::optional<std::string_view> gate = text(gate_at);
    if (gate) {
        out.gate = sheet_.find_gate(*gate);
        if (out.gate == none && !faults.is_full()) {
            nearest meant(*gate);
            for (const gate_rule& each : sheet_.gates)
                meant.offer(each.id);
            faults.add(message::dossier_unknown_gate, gate_at, {shown(*gate), suggestion(meant)});
        }
    }
    out.reason = required_text(at, "reason");
    out.authority = required_text(at, "authority");
    out.day = known_date_of(at, "date");
    return out;
}

} // namespace bontot::detail

#endif
