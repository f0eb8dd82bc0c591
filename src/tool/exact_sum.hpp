// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_EXACT_SUM_HPP
#define BONTOT_TOOL_EXACT_SUM_HPP

#include <bontot/bontot.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace bontot::tool {

/** Adds up points without losing anything: figures of a result have at most 12 decimals and a
    thousand million before the point, so that nine thousand million of them fit. */
class exact_sum
{
public:
    void add(const bontot_number& amount);

    /** Adds a figure as the library writes it, "-12.5". */
    void add_text(std::string_view digits);

    void add(const exact_sum& other);

    /** Returns a sum that is as much below zero as this is above. */
    [[nodiscard]] exact_sum negated() const;

    [[nodiscard]] bool operator<(const exact_sum& other) const;
    [[nodiscard]] bool is_zero() const { return whole_ == 0 && rest_ == 0; }

    /** Returns the sum over a count, rounded half away from zero to two decimals: "61.34". */
    [[nodiscard]] std::string mean(std::uint64_t count) const;

private:
    void carry();

    std::int64_t whole_ = 0;
    std::int64_t rest_ = 0; /**< in units of 10^-12, from 0 to below one whole */
};

} // namespace bontot::tool

#endif
