// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_EVALUATE_FAMILY_HPP
#define BONTOT_IMPL_EVALUATE_FAMILY_HPP

#include <bontot/impl/evaluation.hpp>

namespace bontot::detail {

/** Above this many children of which it is open whether they apply, cases are not tried one by one.
 */
inline constexpr std::uint32_t most_open_children = 10;

/** The children of one parent in one case: who applies is decided.

    Bit n of `assumed` says whether the n-th open child applies.
*/
class family
{
public:
    family(const rubric& sheet, std::span<const outcome> children, std::uint32_t assumed)
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

    [[nodiscard]] bool any_applies() const { return any_applies_; }
    [[nodiscard]] bool is_rescaled() const { return is_rescaled_; }

    /** Returns the parent's points: sum or highest, rescaled; clamped, unless it is the total. */
    [[nodiscard]] interval points(const rubric_node& above, bool is_total) const
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

    /** Returns what a child gives to its parent; nothing when its policy takes it out. */
    [[nodiscard]] std::optional<interval>
    share_of(const rubric_node& rule, const outcome& child, bool applies) const
    {
        if (applies) return shared(child);
        if (rule.not_applicable == not_applicable_policy::full) return interval{rule.max, rule.max};
        if (rule.not_applicable == not_applicable_policy::zero) return interval{};
        return {};
    }

    /** Returns the parent's points from the sum, or the highest, of what its children give;
        clamped, unless it is the total. */
    [[nodiscard]] interval closed(const rubric_node& above, interval out, bool is_total) const
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
            clamped(out.low, above.least, printed.low),
            clamped(out.high, above.least, printed.high)};
    }

private:
    /** The parent's maximum, less what was dropped; it never falls below what is left to give.

        Where only the highest counts, it is no more than the highest that is left.
    */
    [[nodiscard]] interval printed_max(const rubric_node& above) const
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

    /** The maxima that remain to rescale by. What is shared out has gone to the siblings. */
    [[nodiscard]] number remaining_max(const rubric_node& above) const
    {
        if (sharing_ == 0) return above.highest ? highest_left_.high : remaining_;
        if (!above.highest) return sum(remaining_, shared_max_);
        const number share = divide(shared_max_, number(sharing_)).value_or(number(0));
        return most_of(highest_left_.high, sum(highest_sharing_, share));
    }

    template <class Function>
    void each_child(const Function& function) const
    {
        std::uint32_t assumed = assumed_;
        for (const outcome& child : children_) {
            const rubric_node& rule = sheet_.nodes[child.node];
            bool applies = child.applies == truth::yes;
            if (child.applies == truth::open) {
                applies = (assumed & 1U) != 0;
                assumed >>= 1U;
            }
            function(rule, child, applies);
        }
    }

    void keep(const number& max_low, const number& max)
    {
        remaining_ = sum(remaining_, max);
        highest_left_ = {most_of(highest_left_.low, max_low), most_of(highest_left_.high, max)};
    }

    void measure(const rubric_node& rule, const outcome& child, bool applies)
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

    void drop(const interval& amount)
    {
        dropped_ = {sum(dropped_.low, amount.low), sum(dropped_.high, amount.high)};
    }

    /** A sibling's points with its share of what does not apply: points * (max + share) / max. */
    [[nodiscard]] interval shared(const outcome& child) const
    {
        if (shared_max_.is_zero() || sharing_ == 0 || child.max <= number(0)) return child.points;
        // (max + M / n) / max is (n * max + M) / (n * max): one division, so one rounding.
        const number count(sharing_);
        const number own = multiply(count, child.max).value_or(child.max);
        const number grown = sum(own, shared_max_);
        return {scaled(child.points.low, grown, own), scaled(child.points.high, grown, own)};
    }

    static number scaled(const number& points, const number& by, const number& over)
    {
        const std::optional<number> product = multiply(points, by);
        const std::optional<number> out = product ? divide(*product, over) : std::nullopt;
        return out.value_or(points);
    }

    const rubric& sheet_;
    std::span<const outcome> children_;
    std::uint32_t assumed_;
    bool any_applies_ = false;
    bool is_rescaled_ = false;
    std::uint32_t sharing_ = 0;
    number remaining_;
    interval highest_left_;  /**< the greatest maximum of what applies, or counts all the same */
    number highest_sharing_; /**< of those that take a share */
    interval dropped_;
    number shared_max_;
};

} // namespace bontot::detail

#endif
