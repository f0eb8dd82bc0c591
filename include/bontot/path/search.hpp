// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_SEARCH_HPP
#define BONTOT_PATH_SEARCH_HPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/path/front.hpp>
#include <bontot/path/model.hpp>
#include <bontot/path/target.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace bontot::detail {

/** Finds the lines to raise with the least total effort.

    A node's front says what each effort gives at most: of a parent it is
    joined from those of its children, which is exact because a parent's
    points never fall when a child's rise. With the least effort known, the
    lines are decided one by one in their order, each taken when what is
    decided, it, and the fronts of what comes after still lead there.
*/
class path_search
{
public:
    path_search(const path_model& model, const path_target& target, memory& source)
        : model_(model), sheet_(model.sheet()), target_(target), source_(source),
          siblings_(model.sheet().nodes.size(), fronts_of(), allocator<fronts_of>(source)),
          criteria_(allocator<counted>(source)), rest_(allocator<counted>(source)),
          frames_(allocator<frame>(source)),
          chosen_(model.sheet().nodes.size(), false, allocator<bool>(source))
    {}

    /** Returns the least total effort, or nothing: no lines lead there. */
    std::optional<std::int64_t> least_effort();

    /** Chooses the lines, once the least effort is known; by node. */
    const vector<bool>& choose();

private:
    /** By how many good criteria: the front of what else there is. One for as many as are counted
        stands for that many or more; what lies behind the end is empty. */
    using counted = vector<front>;

    /** The fronts of a parent's children. */
    struct fronts_of
    {
        vector<front> given; /**< what each child gives; empty: nothing */
        vector<front> rest;  /**< what it and its later siblings give together */
    };

    /** A parent that the search is within. */
    struct frame
    {
        std::uint32_t node = none;
        std::size_t child = 0; /**< which child is looked at */
        bool rises = false;
        std::optional<number> together; /**< of the children before */
    };

    /** What is decided of the criteria before the one that is looked at. */
    struct counted_prefix
    {
        number sum;
        std::uint32_t good = 0;
    };

    [[nodiscard]] front single(std::int64_t effort, const number& points) const;

    // ---- The fronts of nodes ----

    front node_front(std::uint32_t index);

    front parent_front(std::uint32_t index);

    /** Returns a parent's front while none of its children voids it. */
    front open_front(std::uint32_t index);

    [[nodiscard]] bool voids(std::uint32_t index) const;

    [[nodiscard]] bool all_voiders_rise(std::uint32_t index) const;

    [[nodiscard]] front risen(std::uint32_t line) const
    {
        return single(model_.effort(line), model_.node(line).most);
    }

    front closed_front(std::uint32_t index, const front& together, bool rises) const;

    front risen_front(std::uint32_t index, const front& together) const;

    front given_front(std::uint32_t child, const front& points) const
    {
        return mapped(points, [&](const number& each) { return model_.given(child, each); });
    }

    /** Joins what siblings give; an empty front gives nothing. */
    front beside(std::uint32_t parent, const front& a, const front& b) const;

    // ---- The criteria together ----

    void prepare();

    /** Returns empty fronts of at most so many good criteria. */
    [[nodiscard]] counted none_counted(std::size_t good) const;

    [[nodiscard]] counted nothing_beside() const;

    /** Sorts a criterion's front by whether it is good then, without what fails for itself; the
        points are what it gives to the total. */
    [[nodiscard]] counted split(std::uint32_t criterion, const front& own) const;

    [[nodiscard]] counted sums(const counted& a, const counted& b) const;

    /** Returns the last stretch of criteria that are simply added, and what comes before it. */
    [[nodiscard]] counted up_to_last(const counted& from) const;

    std::optional<std::int64_t> cheapest() const;

    /** Calls a function with the fronts whose good criteria are enough together. */
    template <class Function>
    void each_pair(const counted& a, const counted& b, const Function& function) const
    {
        for (std::size_t i = 0; i < a.size(); ++i) {
            for (std::size_t j = 0; j < b.size(); ++j) {
                const bool is_enough = i + j >= target_.counted();
                if (is_enough && !a[i].empty() && !b[j].empty()) function(a[i], b[j]);
            }
        }
    }

    /** Tells whether any two of them hold the total within the effort that is left. */
    [[nodiscard]] bool leads_there(const counted& left, const counted& right) const;

    // ---- The choice, line by line ----

    /** Tells whether a node's front, with what is decided and what comes after, leads there. */
    bool is_feasible(std::uint32_t index, front own) const;

    [[nodiscard]] const front& after(const frame& in) const
    {
        return siblings_[in.node].rest[in.child + 1];
    }

    /** Adds what the criteria before give. */
    [[nodiscard]] counted shifted(const counted& from) const;

    void take_criterion(std::uint32_t index);

    /** Decides a node and all below it; returns the points that it has then. */
    number take(std::uint32_t index);

    void raise(std::uint32_t index);

    number take_parent(std::uint32_t index);

    static constexpr std::int64_t beyond_any_cap = std::int64_t{1} << 40;

    const path_model& model_;
    const rubric& sheet_;
    const path_target& target_;
    memory& source_;
    std::int64_t cap_ = 0;
    std::optional<std::int64_t> least_;
    vector<fronts_of> siblings_; /**< by parent */
    vector<counted> criteria_;
    vector<counted> rest_;          /**< of a criterion and those after it in its stretch */
    std::size_t first_of_last_ = 0; /**< where the last stretch of simply added criteria begins */
    vector<frame> frames_;
    counted_prefix prefix_;
    std::size_t place_ = 0;
    std::int64_t left_ = 0;
    vector<bool> chosen_;
};

} // namespace bontot::detail

#endif
