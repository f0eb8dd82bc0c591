// SPDX-License-Identifier: BSL-1.0
// Three-valued answers of comparisons and connectives, from the ranges of their operands.
#ifndef BONTOT_LINT_LOGIC_HPP
#define BONTOT_LINT_LOGIC_HPP

#include <bontot/feel/value.hpp>

#include <bontot/lint/range.hpp>

namespace bontot::detail {

/** What is neither true nor false within a condition: null, unknown, a wrong type. */
inline bool may_lack_truth(const lint_range& a)
{
    return !a.is_only(lint_range::yes | lint_range::no);
}

inline lint_range negation_of(const lint_range& a)
{
    return lint_range::truth(a.may(lint_range::no), a.may(lint_range::yes), may_lack_truth(a));
}

lint_range both_of(const lint_range& a, const lint_range& b);

inline lint_range either_of(const lint_range& a, const lint_range& b)
{
    return negation_of(both_of(negation_of(a), negation_of(b)));
}

/** Returns `a < b`, or `a <= b`. */
lint_range less_of(const lint_range& a, const lint_range& b, bool or_equal);

/** Returns `a = b`. */
lint_range equal_of(const lint_range& a, const lint_range& b);

/** Returns whether a value lies within a range with these bounds; none: it is open there. */
lint_range within_of(
    const lint_range& a, const lint_range* low, bool low_open, const lint_range* high,
    bool high_open
);

/** Returns `a in test` where the test is written out. */
lint_range in_constant(const lint_range& a, const feel::value& test, int depth = 0);

} // namespace bontot::detail

#endif
