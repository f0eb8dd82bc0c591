// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_FAMILY_HPP
#define BONTOT_EVALUATE_FAMILY_HPP

#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>

#include <cstdint>
#include <optional>
#include <span>

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
    family(const rubric& sheet, std::span<const outcome> children, std::uint32_t assumed);

    [[nodiscard]] bool any_applies() const { return any_applies_; }
    [[nodiscard]] bool is_rescaled() const { return is_rescaled_; }

    /** Returns the parent's points: sum or highest, rescaled; clamped, unless it is the total. */
    [[nodiscard]] interval points(const rubric_node& above, bool is_total) const;

    /** Returns what a child gives to its parent; nothing when its policy takes it out. */
    [[nodiscard]] std::optional<interval>
    share_of(const rubric_node& rule, const outcome& child, bool applies) const;

    /** Returns the parent's points from the sum, or the highest, of what its children give;
        clamped, unless it is the total. */
    [[nodiscard]] interval closed(const rubric_node& above, interval out, bool is_total) const;

private:
    /** The parent's maximum, less what was dropped; it never falls below what is left to give.

        Where only the highest counts, it is no more than the highest that is left.
    */
    [[nodiscard]] interval printed_max(const rubric_node& above) const;

    /** The maxima that remain to rescale by. What is shared out has gone to the siblings. */
    [[nodiscard]] number remaining_max(const rubric_node& above) const;

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

    void keep(const number& max_low, const number& max);

    void measure(const rubric_node& rule, const outcome& child, bool applies);

    void drop(const interval& amount)
    {
        dropped_ = {sum(dropped_.low, amount.low), sum(dropped_.high, amount.high)};
    }

    /** A sibling's points with its share of what does not apply: points * (max + share) / max. */
    [[nodiscard]] interval shared(const outcome& child) const;

    static number scaled(const number& points, const number& by, const number& over);

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
