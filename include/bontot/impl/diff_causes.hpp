// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DIFF_CAUSES_HPP
#define BONTOT_IMPL_DIFF_CAUSES_HPP

#include <bontot/rubric_diff.hpp>

#include <algorithm>

namespace bontot::detail {

/** Finds what a change of grade needs: why the worse of two results lacks the better one's grade.

    For each condition of that grade that fails, the fewest differences of
    points that make up what is short; where even the better result's points
    would not do, the condition itself.
*/
class cause_finding
{
public:
    /** @param worse The result with the worse grade; `falls` when it is the later one. */
    cause_finding(
        const comparison& moved, const result& better, const result& worse, bool falls,
        vector<diff_cause>& out
    )
        : moved_(moved), better_(better), worse_(worse), falls_(falls), out_(out)
    {}

    void run()
    {
        const grade_rule& wanted = better_.sheet->grades[better_.grade];
        rule_ = rule_of(*worse_.sheet, wanted.id);
        had_ = &wanted;
        if (rule_ == nullptr) {
            add_grade();
            return;
        }
        explain_total();
        for (const criterion_bound& bound : rule_->min_points)
            explain_points(bound.node, bound.least, bound_of(had_->min_points, bound.node));
        for (const criterion_bound& bound : rule_->min_share)
            explain_share(bound);
        if (rule_->no_zero_criterion) explain_zeros();
        explain_good();
        explain_gates();
        if (out_.empty()) add_grade();
        std::stable_sort(out_.begin(), out_.end(), [](const diff_cause& a, const diff_cause& b) {
            return abs(a.difference) > abs(b.difference);
        });
    }

private:
    /** Points that must reach a bar, under both rubrics. */
    struct bar
    {
        number have; /**< what the worse result has */
        number needs;
        number had;                   /**< what the better one has */
        std::optional<number> needed; /**< what it needed; nothing: there was no such bar */
        bool is_strict = false;       /**< the bar itself is not enough */
    };

    /** A difference that may explain what is short. */
    struct item
    {
        diff_cause cause;
        number loss; /**< how many points the worse result lacks by it */
    };

    static const grade_rule* rule_of(const rubric& sheet, std::string_view id)
    {
        for (const grade_rule& each : sheet.grades) {
            if (each.id == id) return &each;
        }
        return nullptr;
    }

    [[nodiscard]] std::optional<number>
    bound_of(std::span<const criterion_bound> bounds, std::uint32_t worse_node) const
    {
        for (const criterion_bound& each : bounds) {
            if (better_.sheet->nodes[each.node].id == worse_.sheet->nodes[worse_node].id)
                return each.least;
        }
        return {};
    }

    static bool reaches(const number& points, const bar& of, const number& target)
    {
        return of.is_strict ? points > target : points >= target;
    }

    /** Explains a bar that is not reached, by differences within a criterion, or anywhere. */
    void explain(const bar& of, std::string_view criterion, bool base_only = false)
    {
        if (reaches(of.have, of, of.needs)) return;
        number target = of.needs;
        if (!reaches(of.had, of, of.needs)) {
            add_grade();
            if (!of.needed || !reaches(of.had, of, *of.needed)) return;
            target = *of.needed;
        }
        number reached = of.have;
        for (const item& each : losses(criterion, base_only)) {
            if (reaches(reached, of, target)) break;
            add_cause(each.cause);
            reached = add(reached, each.loss).value_or(reached);
        }
    }

    /** Returns what the worse result lost within a criterion, or anywhere; the most first. */
    [[nodiscard]] vector<item> losses(std::string_view criterion, bool base_only) const
    {
        vector<item> out;
        const auto offer = [&](diff_cause::kind what, const number& difference, std::uint32_t at) {
            const number loss = falls_ ? -difference : difference;
            if (!(loss > number(0))) return;
            diff_cause cause;
            cause.what = what;
            cause.difference = difference;
            if (at != none) describe(cause, moved_.nodes[at]);
            out.push_back({cause, loss});
        };
        std::uint32_t top = 0;
        for (std::uint32_t i = 0; i < moved_.nodes.size(); ++i) {
            const node_comparison& node = moved_.nodes[i];
            if (node.parent == none) top = i;
            if (!criterion.empty() && moved_.nodes[top].id != criterion) continue;
            if (base_only && !is_base(moved_.nodes[top].id)) continue;
            const bool is_line = node.is_line;
            offer(
                is_line ? diff_cause::kind::line : diff_cause::kind::remainder,
                is_line ? node.points.difference : node.remainder, i
            );
        }
        if (criterion.empty()) offer(diff_cause::kind::total, moved_.remainder, none);
        std::stable_sort(out.begin(), out.end(), [](const item& a, const item& b) {
            return a.loss > b.loss;
        });
        return out;
    }

    [[nodiscard]] bool is_base(std::string_view criterion) const
    {
        for (const rubric* sheet : {worse_.sheet.get(), better_.sheet.get()}) {
            const std::uint32_t node = sheet->find_node(criterion);
            if (node != none) return sheet->nodes[node].kind == criterion_kind::base;
        }
        return false;
    }

    /** The label and clause of the rubric with the worse grade, if it has the node. */
    void describe(diff_cause& cause, const node_comparison& node) const
    {
        const bool is_after =
            falls_ ? node.where != presence::before_only : node.where == presence::after_only;
        const node_side& told = is_after ? node.after : node.before;
        cause.id = node.id;
        cause.label = told.label;
        cause.clause = told.clause;
    }

    void add_cause(const diff_cause& cause)
    {
        const auto is_same = [&](const diff_cause& each) {
            return each.what == cause.what && each.id == cause.id &&
                   each.difference == cause.difference;
        };
        if (std::none_of(out_.begin(), out_.end(), is_same)) out_.push_back(cause);
    }

    /** The grade's own conditions: of the rubric under which it is not reached, if that has it. */
    void add_grade()
    {
        const grade_rule& told = rule_ != nullptr ? *rule_ : *had_;
        add_cause({diff_cause::kind::grade, told.id, told.label, told.clause, number(0)});
    }

    [[nodiscard]] static number base_points(const result& of)
    {
        const rubric& sheet = *of.sheet;
        number out;
        for (std::uint32_t i = 0; i < sheet.nodes.size(); i = sheet.nodes[i].end) {
            if (sheet.nodes[i].kind == criterion_kind::base)
                out = add(out, of.nodes[i].points).value_or(out);
        }
        return out;
    }

    [[nodiscard]] static number counted(const result& of)
    {
        return of.sheet->total.grades_on == grade_basis::base ? base_points(of) : of.points;
    }

    /** Returns how many points a condition on the total comes to. */
    [[nodiscard]] static number in_points(const result& of, const number& least)
    {
        if (of.sheet->total.grades_on != grade_basis::share) return least;
        return multiply(least, of.max).value_or(least);
    }

    void explain_total()
    {
        const auto explain_one = [this](
                                     const std::optional<number>& least,
                                     const std::optional<number>& before, bool is_strict
                                 ) {
            if (!least) return;
            bar of{counted(worse_), in_points(worse_, *least), counted(better_), {}, is_strict};
            if (before) of.needed = in_points(better_, *before);
            explain(of, {}, worse_.sheet->total.grades_on == grade_basis::base);
        };
        explain_one(rule_->min_total, had_->min_total ? had_->min_total : had_->above_total, false);
        explain_one(
            rule_->above_total, had_->above_total ? had_->above_total : had_->min_total, true
        );
    }

    /** Returns the better result's criterion of the same id, or a null pointer. */
    [[nodiscard]] const node_result* better_node(std::uint32_t worse_node) const
    {
        const std::uint32_t there = better_.sheet->find_node(worse_.sheet->nodes[worse_node].id);
        return there == none ? nullptr : &better_.nodes[there];
    }

    void explain_points(
        std::uint32_t node, const number& least, const std::optional<number>& needed,
        bool is_strict = false
    )
    {
        const node_result* const there = better_node(node);
        const number had = there == nullptr ? number(0) : there->points;
        explain(
            {worse_.nodes[node].points, least, had, needed, is_strict}, worse_.sheet->nodes[node].id
        );
    }

    void explain_share(const criterion_bound& bound)
    {
        const auto part = [](const number& share, const number& max) {
            return multiply(share, max).value_or(max);
        };
        const node_result* const there = better_node(bound.node);
        std::optional<number> needed = bound_of(had_->min_share, bound.node);
        if (needed && there != nullptr) needed = part(*needed, there->max);
        explain_points(bound.node, part(bound.least, worse_.nodes[bound.node].max), needed);
    }

    void explain_zeros()
    {
        const rubric& sheet = *worse_.sheet;
        for (std::uint32_t i = 0; i < sheet.nodes.size(); i = sheet.nodes[i].end) {
            const bool is_counted = sheet.nodes[i].kind == criterion_kind::base &&
                                    worse_.nodes[i].state != node_state::not_applicable;
            const auto needed = had_->no_zero_criterion ? std::optional<number>(0) : std::nullopt;
            if (is_counted) explain_points(i, number(0), needed, true);
        }
    }

    void explain_good()
    {
        for (const std::uint32_t criterion : rule_->named_criteria)
            explain_not_good(criterion);
        if (!rule_->good_criteria) return;
        const rubric& sheet = *worse_.sheet;
        std::uint32_t good = 0;
        for (std::uint32_t i = 0; i < sheet.nodes.size(); i = sheet.nodes[i].end) {
            if (sheet.nodes[i].good && worse_.nodes[i].good == truth::yes) ++good;
        }
        if (good >= *rule_->good_criteria) return;
        const std::size_t before = out_.size();
        for (std::uint32_t i = 0; i < sheet.nodes.size(); i = sheet.nodes[i].end) {
            if (sheet.nodes[i].good) explain_not_good(i);
        }
        if (out_.size() == before) add_grade();
    }

    /** A criterion that must be good and surely is only under the other rubric. */
    void explain_not_good(std::uint32_t criterion)
    {
        if (worse_.nodes[criterion].good == truth::yes) return;
        const rubric_node& node = worse_.sheet->nodes[criterion];
        const std::uint32_t there = better_.sheet->find_node(node.id);
        const bool was_good = there != none && better_.sheet->nodes[there].good &&
                              better_.nodes[there].good == truth::yes;
        if (!was_good) return;
        const std::size_t before = out_.size();
        const good_rule& rule = *node.good;
        if (rule.min_points && worse_.nodes[criterion].points < *rule.min_points &&
            better_.nodes[there].points >= *rule.min_points) {
            explain_points(criterion, *rule.min_points, {});
        }
        if (out_.size() == before)
            add_cause({diff_cause::kind::good, node.id, node.label, node.clause, number(0)});
    }

    /** Gates that limit the grade under this rubric alone, or may. */
    void explain_gates()
    {
        const rubric& sheet = *worse_.sheet;
        for (std::uint32_t i = 0; i < sheet.gates.size(); ++i) {
            const gate_rule& gate = sheet.gates[i];
            const bool is_about_grade = gate.effect == gate_effect::grade_at_most ||
                                        gate.effect == gate_effect::grade_down ||
                                        gate.effect == gate_effect::grade_is;
            if (!is_about_grade || !is_in_force(worse_, i) || was_in_force(gate.id)) continue;
            add_cause({diff_cause::kind::gate, gate.id, gate.label, gate.clause, number(0)});
        }
    }

    static bool is_in_force(const result& of, std::uint32_t gate)
    {
        return of.gates[gate] != truth::no && of.exception_of(gate) == nullptr;
    }

    [[nodiscard]] bool was_in_force(std::string_view id) const
    {
        const rubric& sheet = *better_.sheet;
        for (std::uint32_t i = 0; i < sheet.gates.size(); ++i) {
            if (sheet.gates[i].id == id && is_in_force(better_, i)) return true;
        }
        return false;
    }

    const comparison& moved_;
    const result& better_;
    const result& worse_;
    bool falls_;
    vector<diff_cause>& out_;
    const grade_rule* rule_ = nullptr; /**< of the grade, in the rubric that refuses it */
    const grade_rule* had_ = nullptr;  /**< in the other */
};

} // namespace bontot::detail

#endif
