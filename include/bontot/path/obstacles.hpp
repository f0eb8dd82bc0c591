// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_OBSTACLES_HPP
#define BONTOT_PATH_OBSTACLES_HPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/path.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/path/model.hpp>
#include <bontot/path/target.hpp>

#include <cstdint>
#include <optional>

namespace bontot::detail {

/** Names what stands between a dossier and a grade. */
class path_obstacles
{
public:
    /** @param at_best Judges what the lines could have, not what they have. */
    path_obstacles(const path_model& model, std::uint32_t grade, bool at_best, path& out);

    /** @param limit The best grade that the gates leave. */
    void name(std::uint32_t limit);

private:
    /** Finds what the grade asks of each criterion. */
    void index_by_node();

    [[nodiscard]] number points_of(std::uint32_t index) const;

    void look_at(std::uint32_t program);

    [[nodiscard]] bool holds(std::uint32_t program) const
    {
        return program == none || holds_[program];
    }

    void
    add(path_obstacle::kind what, std::uint32_t index, const number& asked = {},
        const number& best = {})
    {
        out_.obstacles.push_back({what, index, settle(asked), settle(best)});
    }

    template <class Function>
    void name_gates(const Function& is_meant)
    {
        for (std::uint32_t i = 0; i < sheet_.gates.size(); ++i) {
            if (model_.rules().gate(i) != truth::no && is_meant(sheet_.gates[i])) {
                add(path_obstacle::kind::gate, i);
            }
        }
    }

    /** Names what is open, and was taken kindly. */
    void name_open();

    void name_criterion(std::uint32_t index);

    void name_total();

    void name_good();

    void name_not_good(std::uint32_t index);

    /** Names the lines that lost points and cannot be changed any more. */
    void name_fixed(std::uint32_t criterion);

    const path_model& model_;
    const rubric& sheet_;
    std::uint32_t grade_index_;
    const grade_rule& grade_;
    bool at_best_;
    path& out_;
    vector<number> points_; /**< by criterion */
    assumed_conditions holds_;
    path_target target_;
    vector<std::optional<number>> asked_; /**< by node: the points that are asked of it */
    bool is_short_ = false;               /**< some points are too few */
};

} // namespace bontot::detail

#endif
