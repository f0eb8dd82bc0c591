// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_RANGE_IPP
#define BONTOT_LINT_RANGE_IPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/lint/range.hpp>

#include <cstdint>
#include <optional>

namespace bontot::detail {

lint_range lint_range::of(unsigned what)
{
    lint_range out;
    out.kinds = static_cast<std::uint8_t>(what);
    return out;
}

lint_range lint_range::truth(bool may_be_true, bool may_be_false, bool may_be_null)
{
    unsigned out = 0;
    if (may_be_true) out |= yes;
    if (may_be_false) out |= no;
    if (may_be_null) out |= null;
    return of(out);
}

lint_range lint_range::between(
    const std::optional<number>& least, const std::optional<number>& most, bool is_whole
)
{
    lint_range out = of(numbers);
    out.low = least;
    out.high = most;
    out.whole = is_whole;
    return out;
}

bool lint_range::has_no_number() const
{
    if (!low || !high) return false;
    return *high < *low || (*high == *low && (low_open || high_open));
}

lint_range lint_range::exactly(const feel::value& what)
{
    switch (what.kind()) {
    case feel::kind::null:
        return of(null);
    case feel::kind::boolean:
        return of(what.as_boolean() ? yes : no);
    case feel::kind::number:
        return between(what.as_number(), what.as_number(), what.as_number().is_integer());
    case feel::kind::text: {
        lint_range out = of(texts);
        out.text = what.as_text();
        return out;
    }
    case feel::kind::date: {
        const number day(day_number(what.as_date()));
        lint_range out = between(day, day, true);
        out.kinds = days;
        return out;
    }
    case feel::kind::list: {
        lint_range out = of(lists);
        out.is_empty = what.as_list().empty();
        return out;
    }
    default:
        return of(others);
    }
}

void close_bounds(lint_range& of)
{
    if (!of.whole) return;
    if (of.low) {
        const bool is_passed = of.low_open && of.low->is_integer();
        const auto up = round(*of.low, 0, rounding_mode::ceiling);
        of.low = is_passed ? bontot::add(*of.low, number(1)) : up;
    }
    if (of.high) {
        const bool is_passed = of.high_open && of.high->is_integer();
        of.high = is_passed ? bontot::subtract(*of.high, number(1)) : whole_below(*of.high);
    }
    of.low_open = of.high_open = false;
}

lint_range join(const lint_range& a, const lint_range& b)
{
    constexpr unsigned measured = lint_range::numbers | lint_range::days | lint_range::lists;
    if (a.kinds == 0) return b;
    if (b.kinds == 0) return a;
    lint_range out = a.may(measured) ? a : b;
    out.kinds = a.kinds | b.kinds;
    out.text = a.may(lint_range::texts) ? a.text : b.text;
    if (a.may(lint_range::texts) && b.may(lint_range::texts) && a.text != b.text) out.text.reset();
    if (!a.may(measured) || !b.may(measured)) return out;
    out.whole = a.whole && b.whole;
    out.has_numbers = a.has_numbers && b.has_numbers;
    out.is_empty = a.is_empty && b.is_empty;
    const bool is_b_lower = !b.low || (a.low && *b.low < *a.low);
    if (is_b_lower) out.low = b.low;
    out.low_open = is_b_lower ? b.low_open : a.low_open;
    if (a.low && b.low && *a.low == *b.low) out.low_open = a.low_open && b.low_open;
    const bool is_b_higher = !b.high || (a.high && *b.high > *a.high);
    if (is_b_higher) out.high = b.high;
    out.high_open = is_b_higher ? b.high_open : a.high_open;
    if (a.high && b.high && *a.high == *b.high) out.high_open = a.high_open && b.high_open;
    return out;
}

lint_range meet(const lint_range& a, const lint_range& b)
{
    lint_range out = a;
    out.kinds = a.kinds & b.kinds;
    out.whole = a.whole || b.whole;
    if (!out.text) out.text = b.text;
    const bool texts_differ = a.text && b.text && *a.text != *b.text;
    if (texts_differ) out.kinds &= static_cast<std::uint8_t>(~lint_range::texts);
    if (b.low && (!out.low || *b.low > *out.low)) {
        out.low = b.low;
        out.low_open = b.low_open;
    } else if (b.low && out.low && *b.low == *out.low) {
        out.low_open = out.low_open || b.low_open;
    }
    if (b.high && (!out.high || *b.high < *out.high)) {
        out.high = b.high;
        out.high_open = b.high_open;
    } else if (b.high && out.high && *b.high == *out.high) {
        out.high_open = out.high_open || b.high_open;
    }
    close_bounds(out);
    if (out.has_no_number()) {
        out.kinds &= static_cast<std::uint8_t>(~(lint_range::numbers | lint_range::days));
    }
    return out;
}

bool may_be_below(const lint_range& a, const lint_range& b, bool or_equal)
{
    if (!a.low || !b.high || *a.low < *b.high) return true;
    return or_equal && *a.low == *b.high && !a.low_open && !b.high_open;
}

} // namespace bontot::detail

#endif
