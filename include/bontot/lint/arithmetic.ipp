// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_ARITHMETIC_IPP
#define BONTOT_LINT_ARITHMETIC_IPP

#include <bontot/number.hpp>
#include <bontot/result.hpp>

#include <bontot/lint/arithmetic.hpp>

#include <initializer_list>

namespace bontot::detail {

template <class Operation>
lint_bound on_bounds(const lint_bound& a, const lint_bound& b, const Operation& operation)
{
    if (!a || !b) return {};
    return operation(*a, *b);
}

/** The result of an operation on numbers: null as well where an operand is no number. */
inline lint_range with_nulls(lint_range result, std::initializer_list<const lint_range*> operands)
{
    for (const lint_range* each : operands) {
        if (!each->may(lint_range::numbers)) result.kinds = lint_range::null;
        const bool is_other = !each->is_only(lint_range::numbers | lint_range::null);
        if (is_other) return lint_range::anything();
        if (each->may(lint_range::null)) result.kinds |= lint_range::null;
    }
    return result;
}

lint_range negative(const lint_range& a)
{
    lint_range out = a;
    out.low.reset();
    out.high.reset();
    if (a.high) out.low = -*a.high;
    if (a.low) out.high = -*a.low;
    out.low_open = a.high_open;
    out.high_open = a.low_open;
    return with_nulls(out, {&a});
}

lint_range sum_of(const lint_range& a, const lint_range& b)
{
    const auto added = [](const number& x, const number& y) { return bontot::add(x, y); };
    return with_nulls(
        lint_range::between(
            on_bounds(a.low, b.low, added), on_bounds(a.high, b.high, added), a.whole && b.whole
        ),
        {&a, &b}
    );
}

lint_range difference_of(const lint_range& a, const lint_range& b)
{
    const auto taken = [](const number& x, const number& y) { return bontot::subtract(x, y); };
    return with_nulls(
        lint_range::between(
            on_bounds(a.low, b.high, taken), on_bounds(a.high, b.low, taken), a.whole && b.whole
        ),
        {&a, &b}
    );
}

/** The least and most of an operation over all pairs of bounds; open when one is not finite. */
template <class Operation>
lint_range over_corners(const lint_range& a, const lint_range& b, const Operation& operation)
{
    lint_range out = lint_range::of(lint_range::numbers);
    bool is_first = true;
    for (const lint_bound* x : {&a.low, &a.high}) {
        for (const lint_bound* y : {&b.low, &b.high}) {
            const lint_bound at = on_bounds(*x, *y, operation);
            if (!at) return lint_range::of(lint_range::numbers);
            if (is_first || *at < *out.low) out.low = at;
            if (is_first || *at > *out.high) out.high = at;
            is_first = false;
        }
    }
    return out;
}

lint_range product_of(const lint_range& a, const lint_range& b)
{
    const auto times = [](const number& x, const number& y) { return bontot::multiply(x, y); };
    lint_range out = over_corners(a, b, times);
    if (!out.low && is_never_negative(a) && is_never_negative(b)) {
        out.low = on_bounds(a.low, b.low, times);
    }
    out.whole = a.whole && b.whole;
    return with_nulls(out, {&a, &b});
}

/** A quotient by what is never negative; the divisor's least above 0 counts. */
inline lint_range quotient_of_positive(const lint_range& a, const lint_range& b)
{
    const auto over = [](const number& x, const number& y) { return bontot::divide(x, y); };
    lint_range divisor = b;
    if (divisor.low->is_zero()) {
        divisor.low.reset();
        if (b.whole) divisor.low = number(1);
    }
    lint_range out = over_corners(a, divisor, over);
    if (out.low || !is_never_negative(a)) return out;
    out.low = on_bounds(a.low, divisor.high, over);
    if (!out.low) out.low = number(0);
    out.high = on_bounds(a.high, divisor.low, over);
    return out;
}

lint_range quotient_of(const lint_range& a, const lint_range& b)
{
    const number zero(0);
    const bool may_be_zero = (!b.low || *b.low < zero || (b.low->is_zero() && !b.low_open)) &&
                             (!b.high || *b.high > zero || (b.high->is_zero() && !b.high_open));
    lint_range out = lint_range::of(lint_range::numbers);
    if (b.low && b.high && b.low->is_zero() && b.high->is_zero()) {
        out = lint_range::of(lint_range::null);
    } else if (is_never_negative(b)) {
        out = quotient_of_positive(a, b);
    } else if (b.high && *b.high < zero) {
        out = negative(quotient_of_positive(a, negative(b)));
    }
    if (may_be_zero) out.kinds |= lint_range::null;
    return with_nulls(out, {&a, &b});
}

lint_range magnitude_of(const lint_range& a)
{
    if (!a.is_only(lint_range::numbers | lint_range::null)) return lint_range::anything();
    if (is_never_negative(a)) return a;
    const lint_range turned = negative(a);
    if (is_never_negative(turned)) return turned;
    lint_range out = join(a, turned);
    out.low = number(0);
    out.low_open = false;
    return out;
}

lint_range rounded_of(const lint_range& a, rounding_mode mode)
{
    const auto at = [mode](const lint_bound& bound) {
        return bound ? round(*bound, 0, mode) : lint_bound();
    };
    return with_nulls(lint_range::between(at(a.low), at(a.high), true), {&a});
}

lint_range extreme_of(const lint_range& a, const lint_range& b, bool is_least)
{
    const auto pick = [](const lint_bound& x, const lint_bound& y, bool lesser) {
        if (!x || !y) return lint_bound();
        return (*x < *y) == lesser ? x : y;
    };
    // Where one has no bound, the least is still not above the other's.
    const auto either = [](const lint_bound& x, const lint_bound& y, bool lesser) {
        if (!x || !y) return x ? x : y;
        return (*x < *y) == lesser ? x : y;
    };
    lint_range out = lint_range::between(
        is_least ? pick(a.low, b.low, true) : either(a.low, b.low, false),
        is_least ? either(a.high, b.high, true) : pick(a.high, b.high, false), a.whole && b.whole
    );
    return with_nulls(out, {&a, &b});
}

} // namespace bontot::detail

#endif
