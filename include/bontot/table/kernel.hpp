// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_KERNEL_HPP
#define BONTOT_TABLE_KERNEL_HPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/dossier/completing.hpp>
#include <bontot/evaluate/evaluate.hpp>
#include <bontot/evaluate/evaluation.hpp>
#include <bontot/number/fixed_point.hpp>
#include <bontot/number/uint128.hpp>
#include <bontot/table/block.hpp>
#include <bontot/table/lines.hpp>
#include <bontot/table/outputs.hpp>
#include <bontot/table/plan.hpp>
#include <bontot/table/rows.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace bontot::detail {

/** Scores blocks by a plan: all rows of a line at once, and the grade by the row's signature.

    What it can not do (a row that is wrong, a signature that was not met
    before, a figure that does not fit) it hands to the scorer of rows.
*/
class column_kernel
{
public:
    column_kernel(
        const column_plan& plan, const rubric& sheet, const column_writer& writer, row_scorer& rows,
        memory& source
    )
        : plan_(plan), sheet_(sheet), writer_(writer), out_(writer.outputs()), rows_(rows),
          lines_(plan, source), buffers_(allocator<point_block>(source)),
          of_node_(allocator<std::uint32_t>(source)),
          signature_(column_block_rows, 0, allocator<std::uint64_t>(source)),
          open_(column_block_rows, 0, allocator<std::int64_t>(source)),
          is_special_(column_block_rows, 0, allocator<std::uint8_t>(source)),
          goods_(plan.answer_count, not_met, allocator<std::uint8_t>(source)),
          seen_(most_seen, decided(), allocator<decided>(source))
    {
        of_node_.assign(sheet.nodes.size(), none);
        std::uint32_t count = first_free_buffer;
        for (std::uint32_t i = 0; i < sheet.nodes.size(); ++i) {
            const rubric_node& rule = sheet.nodes[i];
            if (is_kept_apart(i)) of_node_[i] = count++;
            const bool is_base = rule.parent == none && rule.kind == criterion_kind::base;
            if (is_base) printed_ = sum(printed_, rule.max);
        }
        buffers_.resize(count);
    }

    /** Tells whether completeness is a share of points: of a sheet without any it is of criteria.
     */
    [[nodiscard]] bool has_points() const { return !printed_.is_zero(); }

    /** Scores a block, unless a column has a form there that the plan does not take. */
    bool score(const column_block& block)
    {
        if (!lines_.takes(block)) return false;
        add_up(block);
        find_signatures(block);
        find_special(block);
        write_figures(block);
        write_completeness(block);
        for (std::size_t i = 0; i < block.row_count; ++i)
            finish_row(block, i);
        return true;
    }

private:
    /** What the evaluator decided about the first row of a key: goods and the rest of the bits. */
    struct decided
    {
        std::uint64_t key = 0;
        std::uint32_t grade = none; /**< none: nothing is here */
        std::uint32_t grade_possible = none;
    };

    static constexpr std::size_t most_seen = 4096; // a power of two
    static constexpr std::size_t most_probes = 8;
    static constexpr std::uint8_t not_met = 3; // beside the three truths
    static constexpr std::uint32_t base_buffer = 0;
    static constexpr std::uint32_t extra_buffer = 1;
    static constexpr std::uint32_t first_free_buffer = 2;

    /** Tells whether the points of a node are wanted by themselves: a parent's, or to be told. */
    [[nodiscard]] bool is_kept_apart(std::uint32_t index) const
    {
        const bool is_asked =
            std::any_of(out_.nodes.begin(), out_.nodes.end(), [index](const node_output& each) {
                return each.node == index;
            });
        return is_asked || sheet_.nodes[index].parent == none ||
               sheet_.nodes[index].score.kind == score_kind::group;
    }

    point_block& buffer_above(std::uint32_t index)
    {
        const rubric_node& rule = sheet_.nodes[index];
        if (rule.parent != none) return buffers_[of_node_[rule.parent]];
        return buffers_[rule.kind == criterion_kind::base ? base_buffer : extra_buffer];
    }

    /** Adds up lines and parents from the last node to the first: children before their parent. */
    void add_up(const column_block& block)
    {
        const std::size_t count = block.row_count;
        for (point_block& each : buffers_)
            each.clear(count);
        std::size_t line = plan_.lines.size();
        for (auto i = static_cast<std::uint32_t>(sheet_.nodes.size()); i-- > 0;) {
            const rubric_node& rule = sheet_.nodes[i];
            const bool is_line = rule.score.kind != score_kind::group;
            const bool is_apart = of_node_[i] != none;
            point_block& own = is_apart ? buffers_[of_node_[i]] : buffer_above(i);
            if (is_line) lines_.add(block, plan_.lines[--line], own);
            if (!is_apart) continue;
            if (!is_line) own.clamp(count, rule.ends.low, rule.ends.high);
            buffer_above(i).add_all(count, own);
        }
        point_block& base = buffers_[base_buffer];
        point_block& total = buffers_[extra_buffer];
        std::copy_n(base.open.begin(), count, open_.begin());
        total.add_all(count, base);
        if (!sheet_.total.max && !sheet_.total.min) return;
        constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();
        std::int64_t least = -far;
        std::int64_t most = far;
        // The planner knows both to be whole steps.
        if (sheet_.total.min) to_fixed(*sheet_.total.min, fixed_interval::scale, least);
        if (sheet_.total.max) to_fixed(*sheet_.total.max, fixed_interval::scale, most);
        base.clamp(count, least, most);
        total.clamp(count, least, most);
    }

    [[nodiscard]] const point_block& figure(const plan_bound& bound) const
    {
        switch (bound.what) {
        case plan_figure::total:
            return buffers_[extra_buffer];
        case plan_figure::base_total:
            return buffers_[base_buffer];
        case plan_figure::node:
            break;
        }
        return buffers_[of_node_[bound.node]];
    }

    void find_signatures(const column_block& block)
    {
        std::fill_n(signature_.begin(), block.row_count, std::uint64_t{0});
        std::uint64_t* const out = signature_.data();
        for (const plan_bound& each : plan_.bounds) {
            const std::int64_t* const low = figure(each).low.data();
            const std::int64_t* const open = figure(each).open.data();
            for (std::size_t i = 0; i < block.row_count; ++i) {
                const std::uint64_t reached =
                    (low[i] >= each.least ? 1U : 0U) | (low[i] + open[i] >= each.least ? 2U : 0U);
                out[i] |= reached << each.shift;
            }
        }
        for (const plan_cases& each : plan_.conditions)
            lines_.gather_bits(block, each, out);
    }

    /** Finds the rows that the scorer of rows tells about: wrong cells, broken rules. */
    void find_special(const column_block& block)
    {
        std::copy_n(block.wrong, block.row_count, is_special_.begin());
        for (const plan_cases& each : plan_.rules)
            lines_.mark_broken(block, each, is_special_.data());
        const std::int64_t step = step_of_scale();
        if (step == 1) return;
        each_figure([&](const std::int64_t* low, const std::int64_t* more, std::int64_t*) {
            for (std::size_t i = 0; i < block.row_count; ++i)
                if ((low[i] + more[i]) % step != 0) is_special_[i] = 1;
        });
    }

    [[nodiscard]] std::int64_t step_of_scale() const
    {
        return static_cast<std::int64_t>(power_of_ten_64(fixed_interval::scale - out_.scale));
    }

    /** Calls a function with points, how much is to be added to each, and the array of the caller's
        that they go to. */
    template <class Function>
    void each_figure(const Function& function) const
    {
        const auto both = [&](const point_block& of, std::int64_t* points, std::int64_t* possible) {
            if (points != nullptr) function(of.low.data(), nothing_.data(), points);
            if (possible != nullptr) function(of.low.data(), of.open.data(), possible);
        };
        both(buffers_[extra_buffer], out_.points, out_.possible);
        for (const node_output& each : out_.nodes)
            both(buffers_[of_node_[each.node]], each.points, each.possible);
    }

    /** Completeness: a quotient, so of the rows in which something is open a number each. */
    void write_completeness(const column_block& block)
    {
        if (out_.completeness == nullptr) return;
        std::int64_t* const to = out_.completeness + block.first_row;
        constexpr auto one = static_cast<std::int64_t>(power_of_ten_64(most_figure_scale));
        for (std::size_t i = 0; i < block.row_count; ++i) {
            to[i] = one;
            if (open_[i] == 0) continue;
            const number open = from_fixed(open_[i], fixed_interval::scale);
            to_fixed(completeness_of(open, printed_), most_figure_scale, to[i]);
        }
    }

    void write_figures(const column_block& block) const
    {
        const std::int64_t step = step_of_scale();
        each_figure([&](const std::int64_t* low, const std::int64_t* more, std::int64_t* to) {
            to += block.first_row;
            for (std::size_t i = 0; i < block.row_count; ++i)
                to[i] = low[i] + more[i];
            for (std::size_t i = 0; i < block.row_count && step != 1; ++i)
                to[i] /= step;
        });
    }

    /** Gives a row the grade of its signature, or has the evaluator score it. */
    void finish_row(const column_block& block, std::size_t at)
    {
        std::uint64_t key = 0;
        if (is_special_[at] == 0 && find_key(signature_[at], key)) {
            const decided& its = seen_[place_of(key)];
            if (its.grade != none && its.key == key) {
                writer_.write_grades(block.first_row + at, its.grade, its.grade_possible);
                writer_.write_status(block.first_row + at, row_status::scored);
                return;
            }
        }
        const result* const scored = rows_.score_row(block, at);
        if (scored != nullptr && is_special_[at] == 0) learn(signature_[at], *scored);
    }

    /** Puts the answers of the criteria in the place of their bits; false: one is not known yet. */
    [[nodiscard]] bool find_key(std::uint64_t signature, std::uint64_t& out) const
    {
        std::uint64_t key = plan_.rest_shift < 64 ? signature >> plan_.rest_shift : 0;
        std::uint8_t all = 0;
        for (const plan_good& each : plan_.goods) {
            const std::uint8_t answer = goods_[each.first_answer + bits_of(signature, each)];
            all = std::max(all, answer);
            key = key << 2U | answer;
        }
        out = key;
        return all != not_met;
    }

    [[nodiscard]] static std::size_t bits_of(std::uint64_t signature, const plan_good& of)
    {
        const std::uint64_t mask = (std::uint64_t{1} << of.width) - 1;
        return static_cast<std::size_t>(signature >> of.shift & mask);
    }

    /** Returns where a key is or, if it is nowhere, where it would be put. */
    [[nodiscard]] std::size_t place_of(std::uint64_t key) const
    {
        constexpr std::uint64_t spread = 0x9E3779B97F4A7C15U;
        // The place is only where to look first: keys are compared.
        const auto home = static_cast<std::size_t>((key * spread) >> 52U);
        for (std::size_t i = 0; i < most_probes; ++i) {
            const std::size_t place = (home + i) % most_seen;
            if (seen_[place].grade == none || seen_[place].key == key) return place;
        }
        return home;
    }

    void learn(std::uint64_t signature, const result& scored)
    {
        for (const plan_good& each : plan_.goods) {
            const truth good = scored.nodes[each.node].good;
            goods_[each.first_answer + bits_of(signature, each)] = static_cast<std::uint8_t>(good);
        }
        std::uint64_t key = 0;
        if (find_key(signature, key))
            seen_[place_of(key)] = {key, scored.grade, scored.grade_possible};
    }

    const column_plan& plan_;
    const rubric& sheet_;
    const column_writer& writer_;
    const column_outputs& out_;
    row_scorer& rows_;
    line_adder lines_;
    vector<point_block> buffers_; /**< base total, total, then of nodes */
    vector<std::uint32_t> of_node_;
    vector<std::uint64_t> signature_;
    number printed_; /**< the maximum that completeness is of */
    std::array<std::int64_t, column_block_rows> nothing_{}; /**< zeros */
    vector<std::int64_t> open_; /**< points of the base criteria that are open */
    vector<std::uint8_t> is_special_;
    vector<std::uint8_t> goods_; /**< a truth each, or @ref not_met */
    vector<decided> seen_;
};

} // namespace bontot::detail

#endif
