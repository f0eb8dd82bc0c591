// SPDX-License-Identifier: BSL-1.0
// Ranges of results. Rounding keeps order, so the bounds of operands bound what is rounded too.
#ifndef BONTOT_LINT_ARITHMETIC_HPP
#define BONTOT_LINT_ARITHMETIC_HPP

#include <bontot/number.hpp>

#include <bontot/lint/range.hpp>

#include <optional>

namespace bontot::detail {

using lint_bound = std::optional<number>;

lint_range negative(const lint_range& a);

lint_range sum_of(const lint_range& a, const lint_range& b);

lint_range difference_of(const lint_range& a, const lint_range& b);

inline bool is_never_negative(const lint_range& a)
{
    return a.low && *a.low >= number(0);
}

lint_range product_of(const lint_range& a, const lint_range& b);

lint_range quotient_of(const lint_range& a, const lint_range& b);

lint_range magnitude_of(const lint_range& a);

/** Rounding to whole numbers down or up. */
lint_range rounded_of(const lint_range& a, rounding_mode mode);

/** The least of both, or the greatest. */
lint_range extreme_of(const lint_range& a, const lint_range& b, bool is_least);

} // namespace bontot::detail

#endif
