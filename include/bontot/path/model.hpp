// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_MODEL_HPP
#define BONTOT_PATH_MODEL_HPP

#include <bontot/arena.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/evaluate/family.hpp>
#include <bontot/evaluate/part_evaluator.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace bontot::detail {

/** A node as the search sees it. */
struct path_node
{
    outcome now;           /**< as it stands; what is open applies */
    number most;           /**< of a line: what it rises to */
    bool can_rise = false; /**< a line, or a parent by its own rules */
    bool is_fixed = false; /**< its points are those of `now`, whatever lies below */
    bool has_rules = false;
    std::uint32_t family = none; /**< of a parent: the place in the model's families */
    std::uint32_t voiders = 0;   /**< children that void it as they stand */
};

/** The lines of a dossier, what each has and could have, and how they add up.

    In the model what is open is decided kindly where no line could: nodes of
    which it is open whether they apply do, and open gates do not fire.
*/
class path_model
{
public:
    path_model(part_evaluator& rules, memory& source);

    [[nodiscard]] const rubric& sheet() const { return sheet_; }
    [[nodiscard]] part_evaluator& rules() const { return rules_; }
    [[nodiscard]] const path_node& node(std::uint32_t index) const { return nodes_[index]; }

    /** Returns the criteria in the order of the total: base ones, then bonus and penalty. */
    [[nodiscard]] std::span<const std::uint32_t> criteria() const { return top_; }
    [[nodiscard]] std::size_t base_count() const { return base_count_; }

    /** Returns the maximum of the total, less what was dropped. */
    [[nodiscard]] const number& max() const { return max_; }

    /** Returns what it takes to raise a node; to give what is missing takes 1 where nothing can be
        changed any more. */
    [[nodiscard]] int effort(std::uint32_t index) const
    {
        return sheet_.nodes[index].effort.value_or(1);
    }

    /** Returns what a child with these points gives to its parent, or nothing. */
    [[nodiscard]] std::optional<number> given(std::uint32_t child, const number& points) const;

    /** Returns a parent's points from the sum, or the highest, of what its children give.

        @param rises Whether its own rules are taken as fulfilled.
    */
    [[nodiscard]] number closed(std::uint32_t index, const number& together, bool rises) const;

    /** Returns the sum of the base criteria as the total takes it. */
    [[nodiscard]] number base_closed(const number& together) const
    {
        return families_[base_family_].closed(root_, {together, together}, true).low;
    }

    /** Tells whether closing the base criteria changes no sum between two bounds. */
    [[nodiscard]] bool is_base_plain(const number& low, const number& high) const;

    [[nodiscard]] number together(std::uint32_t parent, const number& a, const number& b) const
    {
        return sheet_.nodes[parent].highest ? most_of(a, b) : sum(a, b);
    }

private:
    void add_base_family();

    outcome build(std::uint32_t index);

    outcome line(std::uint32_t index);

    /** Tells whether a line waits for what can be given though nothing of it can be changed. */
    [[nodiscard]] static bool can_be_completed(const outcome& out);

    outcome parent(std::uint32_t index);

    std::span<const outcome> build_children(std::uint32_t index);

    [[nodiscard]] number sum_of(std::uint32_t index, std::span<const outcome> children) const;

    /** Returns points within the ceilings that hold now, and within the node's range. */
    [[nodiscard]] number most_by_rules(number points, std::uint32_t index) const;

    part_evaluator& rules_;
    const rubric& sheet_;
    arena store_;
    vector<path_node> nodes_;
    vector<family> families_;
    vector<std::uint32_t> top_;
    std::size_t base_count_ = 0;
    std::uint32_t base_family_ = none;
    number max_;
    rubric_node root_; /**< the base criteria as children of one node, as evaluation has them */
};

} // namespace bontot::detail

#endif
