// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_REFERENCE_EXCEPTION_READING_HPP
#define BONTOT_REFERENCE_EXCEPTION_READING_HPP

#include <bontot/reference.hpp>

#include <bontot/rubric/fact_reading.hpp>

#include <cstdint>

namespace bontot::detail {

/** Reads exceptions, which dossiers and references may carry. */
class exception_reading : public fact_reading
{
protected:
    using fact_reading::fact_reading;

    /** Reads what an exception lifts, why, and who allowed it. */
    exception_record read_exception(std::uint32_t at);
};

} // namespace bontot::detail

#endif
