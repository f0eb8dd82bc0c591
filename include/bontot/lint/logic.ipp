// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_LOGIC_IPP
#define BONTOT_LINT_LOGIC_IPP

#include <bontot/feel/value.hpp>
#include <bontot/result.hpp>

#include <bontot/lint/logic.hpp>

namespace bontot::detail {

lint_range both_of(const lint_range& a, const lint_range& b)
{
    const bool a_stays = a.may(lint_range::yes) || may_lack_truth(a);
    const bool b_stays = b.may(lint_range::yes) || may_lack_truth(b);
    const bool lacks = (may_lack_truth(a) && b_stays) || (may_lack_truth(b) && a_stays);
    return lint_range::truth(
        a.may(lint_range::yes) && b.may(lint_range::yes),
        a.may(lint_range::no) || b.may(lint_range::no), lacks
    );
}

lint_range less_of(const lint_range& a, const lint_range& b, bool or_equal)
{
    constexpr unsigned measured = lint_range::numbers | lint_range::days;
    const unsigned common = a.kinds & b.kinds & measured;
    const bool is_clear = common != 0 && a.is_only(common) && b.is_only(common);
    const bool is_one_kind = common == lint_range::numbers || common == lint_range::days;
    if (is_clear && is_one_kind) {
        return lint_range::truth(
            may_be_below(a, b, or_equal), may_be_below(b, a, !or_equal), false
        );
    }
    if (a.is_only(lint_range::null) || b.is_only(lint_range::null)) {
        return lint_range::of(lint_range::null);
    }
    const bool is_measured = common == lint_range::numbers &&
                             a.is_only(common | lint_range::null) &&
                             b.is_only(common | lint_range::null);
    if (!is_measured) return lint_range::truth(true, true, true);
    return lint_range::truth(may_be_below(a, b, or_equal), may_be_below(b, a, !or_equal), true);
}

lint_range equal_of(const lint_range& a, const lint_range& b)
{
    const bool is_number = a.is_only(lint_range::numbers) && b.is_only(lint_range::numbers);
    const bool is_day = a.is_only(lint_range::days) && b.is_only(lint_range::days);
    if (is_number || is_day) {
        const bool may_be = may_be_below(a, b, true) && may_be_below(b, a, true);
        const bool must_be = may_be && a.is_point() && b.is_point();
        return lint_range::truth(may_be, !must_be, false);
    }
    if (a.is_only(lint_range::texts) && b.is_only(lint_range::texts)) {
        if (!a.text || !b.text) return lint_range::truth(true, true, false);
        return lint_range::truth(*a.text == *b.text, *a.text != *b.text, false);
    }
    constexpr unsigned truth = lint_range::yes | lint_range::no;
    if (a.is_only(truth) && b.is_only(truth)) {
        const unsigned common = a.kinds & b.kinds;
        const bool is_point = (a.kinds == b.kinds) && (a.kinds != truth);
        return lint_range::truth(common != 0, !is_point, false);
    }
    if (a.is_only(lint_range::null) && b.is_only(lint_range::null)) {
        return lint_range::of(lint_range::yes);
    }
    return lint_range::truth(true, true, true);
}

lint_range within_of(
    const lint_range& a, const lint_range* low, bool low_open, const lint_range* high,
    bool high_open
)
{
    lint_range out = lint_range::of(lint_range::yes);
    if (low != nullptr) out = both_of(out, less_of(*low, a, !low_open));
    if (high != nullptr) out = both_of(out, less_of(a, *high, !high_open));
    return out;
}

lint_range in_constant(const lint_range& a, const feel::value& test, int depth)
{
    constexpr int deepest = 8;
    if (test.is(feel::kind::range)) {
        const feel::range_value& range = test.as_range();
        const lint_range low = lint_range::exactly(range.low);
        const lint_range high = lint_range::exactly(range.high);
        if (range.form == feel::range_form::equal) return equal_of(a, low);
        if (range.form == feel::range_form::different) return negation_of(equal_of(a, low));
        return within_of(
            a, range.has_low ? &low : nullptr, range.low_open, range.has_high ? &high : nullptr,
            range.high_open
        );
    }
    if (!test.is(feel::kind::list)) return equal_of(a, lint_range::exactly(test));
    if (depth > deepest || a.may(lint_range::lists)) return lint_range::truth(true, true, true);
    lint_range out = lint_range::of(lint_range::no);
    for (const feel::value& each : test.as_list()) {
        lint_range one = in_constant(a, each, depth + 1);
        if (may_lack_truth(one)) one = lint_range::truth(one.may(lint_range::yes), true, false);
        out = either_of(out, one);
    }
    return out;
}

} // namespace bontot::detail

#endif
