// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_FAMILY_IPP
#define BONTOT_EVALUATE_FAMILY_IPP

#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>
#include <bontot/evaluate/family.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace bontot::detail {

family::family(const rubric& sheet, std::span<const outcome> children, std::uint32_t assumed)
    : sheet_(sheet), children_(children), assumed_(assumed)
{
    each_child([this](const rubric_node& rule, const outcome& child, bool applies) {
        any_applies_ = any_applies_ || applies;
        if (applies && child.max > number(0)) {
            ++sharing_;
            highest_sharing_ = most_of(highest_sharing_, child.max);
        }
        measure(rule, child, applies);
    });
}

interval family::points(const rubric_node& above, bool is_total) const
{
    interval total;
    interval highest;
    bool has_highest = false;
    each_child([&](const rubric_node& rule, const outcome& child, bool applies) {
        const std::optional<interval> given = share_of(rule, child, applies);
        if (!given) return;
        total = {sum(total.low, given->low), sum(total.high, given->high)};
        highest =
            has_highest
                ? interval{most_of(highest.low, given->low), most_of(highest.high, given->high)}
                : *given;
        has_highest = true;
    });
    return closed(above, above.highest ? highest : total, is_total);
}

std::optional<interval>
family::share_of(const rubric_node& rule, const outcome& child, bool applies) const
{
    if (applies) return shared(child);
    if (rule.not_applicable == not_applicable_policy::full) return interval{rule.max, rule.max};
    if (rule.not_applicable == not_applicable_policy::zero) return interval{};
    return {};
}

interval family::closed(const rubric_node& above, interval out, bool is_total) const
{
    const interval printed = printed_max(above);
    // What is divided by an open maximum is not bounded by its two ends.
    const bool is_divided = is_rescaled_ || !shared_max_.is_zero();
    if (dropped_.low != dropped_.high && is_divided) return {above.least, printed.high};
    const number remaining = remaining_max(above);
    if (is_rescaled_ && remaining > number(0)) {
        const number& by = printed.high;
        out = {scaled(out.low, by, remaining), scaled(out.high, by, remaining)};
    }
    if (is_total) return out;
    return {
        clamped(out.low, above.least, printed.low), clamped(out.high, above.least, printed.high)};
}

interval family::printed_max(const rubric_node& above) const
{
    const number floor = most_of(above.least, number(0));
    interval out{difference(above.max, dropped_.high), difference(above.max, dropped_.low)};
    if (above.highest) {
        const number low = least_of(above.max, highest_left_.low);
        const number high = least_of(above.max, highest_left_.high);
        out.low = dropped_.high.is_zero() ? above.max : low;
        out.high = dropped_.low.is_zero() ? above.max : high;
    }
    return {most_of(out.low, floor), most_of(out.high, floor)};
}

number family::remaining_max(const rubric_node& above) const
{
    if (sharing_ == 0) return above.highest ? highest_left_.high : remaining_;
    if (!above.highest) return sum(remaining_, shared_max_);
    const number share = divide(shared_max_, number(sharing_)).value_or(number(0));
    return most_of(highest_left_.high, sum(highest_sharing_, share));
}

void family::keep(const number& max_low, const number& max)
{
    remaining_ = sum(remaining_, max);
    highest_left_ = {most_of(highest_left_.low, max_low), most_of(highest_left_.high, max)};
}

void family::measure(const rubric_node& rule, const outcome& child, bool applies)
{
    if (applies) {
        keep(child.max_low, child.max);
        drop({difference(rule.max, child.max), difference(rule.max, child.max_low)});
        return;
    }
    switch (rule.not_applicable) {
    case not_applicable_policy::full:
    case not_applicable_policy::zero:
        keep(rule.max, rule.max);
        break;
    case not_applicable_policy::drop:
        drop({rule.max, rule.max});
        break;
    case not_applicable_policy::share:
        shared_max_ = sum(shared_max_, rule.max);
        break;
    case not_applicable_policy::rescale:
        is_rescaled_ = true;
        break;
    }
}

interval family::shared(const outcome& child) const
{
    if (shared_max_.is_zero() || sharing_ == 0 || child.max <= number(0)) return child.points;
    // (max + M / n) / max is (n * max + M) / (n * max): one division, so one rounding.
    const number count(sharing_);
    const number own = multiply(count, child.max).value_or(child.max);
    const number grown = sum(own, shared_max_);
    return {scaled(child.points.low, grown, own), scaled(child.points.high, grown, own)};
}

number family::scaled(const number& points, const number& by, const number& over)
{
    const std::optional<number> product = multiply(points, by);
    const std::optional<number> out = product ? divide(*product, over) : std::nullopt;
    return out.value_or(points);
}

} // namespace bontot::detail

#endif
