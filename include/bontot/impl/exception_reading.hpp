// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_EXCEPTION_READING_HPP
#define BONTOT_IMPL_EXCEPTION_READING_HPP

#include <bontot/reference.hpp>

#include <bontot/impl/fact_reading.hpp>

namespace bontot::detail {

/** Reads exceptions, which dossiers and references may carry. */
class exception_reading : public fact_reading
{
protected:
    using fact_reading::fact_reading;

    /** Reads what an exception lifts, why, and who allowed it. */
    exception_record read_exception(std::uint32_t at)
    {
        exception_record out;
        const std::uint32_t gate_at = require(at, "gate");
        const std::optional<std::string_view> gate = text(gate_at);
        if (gate) {
            nearest meant(*gate);
            for (std::uint32_t i = 0; i < sheet_.gates.size(); ++i) {
                if (sheet_.gates[i].id == *gate) out.gate = i;
                meant.offer(sheet_.gates[i].id);
            }
            if (out.gate == none)
                faults.add(
                    message::dossier_unknown_gate, gate_at, {shown(*gate), suggestion(meant)}
                );
        }
        out.reason = required_text(at, "reason");
        out.authority = required_text(at, "authority");
        out.day = known_date_of(at, "date");
        return out;
    }
};

} // namespace bontot::detail

#endif
