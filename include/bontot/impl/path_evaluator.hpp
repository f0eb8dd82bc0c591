// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_PATH_EVALUATOR_HPP
#define BONTOT_IMPL_PATH_EVALUATOR_HPP

#include <bontot/impl/evaluate.hpp>

namespace bontot::detail {

/** Evaluates single nodes and conditions of a dossier that changes, by the rules of evaluation.

    Gates that fired when it was made stand; the others are taken not to fire.
*/
class path_evaluator
{
public:
    /** @param seen What says which gates fired and which were lifted. */
    path_evaluator(const dossier& given, const result& seen, result& room, std::uint32_t as_of)
        : sheet_(*given.sheet), seen_(seen), room_(room), run_(given, room, as_of)
    {
        run_.prepare();
        room.exceptions.clear();
        for (std::uint32_t i = 0; i < sheet_.gates.size(); ++i) {
            const bool fires = seen.gates[i] == truth::yes && seen.exception_of(i) == nullptr;
            room.gates[i] = fires ? truth::yes : truth::no;
        }
    }

    [[nodiscard]] const rubric& sheet() const { return sheet_; }
    [[nodiscard]] truth gate(std::size_t index) const { return room_.gates[index]; }
    [[nodiscard]] bool is_lifted(std::uint32_t gate) const
    {
        return seen_.exception_of(gate) != nullptr;
    }

    /** Evaluates a line as if nothing above it mattered. */
    outcome line(std::uint32_t index)
    {
        clear();
        room_.nodes.renew(index);
        outcome out = run_.leaf(index);
        run_.finish(index, out);
        return out;
    }

    /** Returns what a line has at worst, by itself. */
    number line_points(std::uint32_t index) { return line(index).points.low; }

    /** Returns what the rules of a line give before evidence; nothing when they do not decide it,
       or when it voids its parent. */
    std::optional<number> before_evidence(std::uint32_t index)
    {
        clear();
        const rubric_node& rule = sheet_.nodes[index];
        scored score{{rule.least, rule.max}};
        const bool applies = rule.applies == none || run_.value_of(rule.applies).is_true();
        if (!applies || !run_.hold_precondition(index, score)) return {};
        if (score.sure == certainty::waiting) return {};
        score = run_.score_of(index);
        if (score.sure != certainty::uncovered) run_.apply_ceilings(index, score);
        if (score.sure == certainty::uncovered || score.voids != truth::no) return {};
        return rounded(index, clamped(score.points.low, rule.least, rule.max));
    }

    /** Tells whether a node's `requires` is known not to hold. */
    bool requires_fails(std::uint32_t index)
    {
        const std::uint32_t condition = sheet_.nodes[index].precondition;
        if (condition == none) return false;
        const feel::value value = value_of(condition);
        return !value.is_true() && !value.is_unknown();
    }

    /** Tells whether a parent's own `requires` holds, and no ceiling of it is open. */
    bool holds_rules(std::uint32_t index)
    {
        const rubric_node& rule = sheet_.nodes[index];
        if (rule.precondition != none && !value_of(rule.precondition).is_true()) return false;
        for (const ceiling_rule& ceiling : rule.ceilings) {
            const feel::value value = value_of(ceiling.when);
            if (value.is_unknown() || value.is_null()) return false;
        }
        return true;
    }

    /** Returns a parent's points by its own `requires`, `at_most` and `evidence`, at worst. */
    number limited(std::uint32_t index, const number& points)
    {
        clear();
        const rubric_node& rule = sheet_.nodes[index];
        scored score;
        run_.decide(index, score, [&points] {
            return scored{{points, points}, certainty::known, truth::no};
        });
        if (score.sure == certainty::uncovered) return rule.least;
        return clamped(score.points.low, rule.least, rule.max);
    }

    /** Finishes a parent with these points or one that does not apply: rounding and voids by gates.
     */
    outcome finish(std::uint32_t index, outcome out)
    {
        clear();
        room_.nodes.renew(index);
        run_.finish(index, out);
        return out;
    }

    outcome summary(const rubric_node& above, std::span<const outcome> children)
    {
        return run_.summary_of(above, children);
    }

    static number seen(const rubric_node& rule, const outcome& out)
    {
        return settle(evaluation::seen_points(rule, out).low);
    }
    static number shown_max(const rubric_node& rule, const outcome& out)
    {
        return evaluation::shown_max(rule, out).high;
    }

    /** Tells whether somebody's mark stands in place of what a line's rules give. */
    [[nodiscard]] bool is_overridden(std::uint32_t index) const
    {
        const mark_record* mark = nullptr;
        return run_.overrides(index, mark);
    }

    /** Returns the mark of a line that counts, or null. */
    [[nodiscard]] const mark_record* mark_of(std::uint32_t index) const
    {
        return run_.mark_of(index);
    }

    [[nodiscard]] number rounded(std::uint32_t index, const number& points) const
    {
        const std::optional<rounding_rule>& rounding = sheet_.nodes[index].rounding;
        if (!rounding) return points;
        const number settled = settle(points);
        return round_to_multiple(settled, rounding->step, rounding->mode).value_or(settled);
    }

    /** Returns what the grades read when the criteria give this sum; nothing: no maximum to divide
        by. */
    [[nodiscard]] std::optional<number> graded(const number& sum, const number& max) const
    {
        const number total = run_.finish_total({sum, sum}).low;
        if (sheet_.total.grades_on != grade_basis::share) return total;
        if (max <= number(0)) return {};
        return settle(divide(total, max).value_or(total));
    }

    /** Runs an expression; the value lives until the next call. */
    feel::value value_of(std::uint32_t program)
    {
        clear();
        return run_.value_of(program);
    }

    /** Returns the documents that a line or parent still lacks by number; nothing: it is not known,
        or documents do not help. */
    std::optional<std::int64_t> documents_lacking(std::uint32_t index)
    {
        clear();
        const evidence_rule& rule = *sheet_.nodes[index].evidence;
        number asked(1);
        if (rule.at_least != none) {
            const feel::value value = run_.value_of(rule.at_least);
            if (value.kind() != feel::kind::number) return {};
            asked = value.as_number();
        }
        const number lacking = difference(asked, number(have(index)));
        return round(lacking, 0, rounding_mode::up).value_or(lacking).to_int64();
    }

    /** Returns how many documents count for a line. */
    [[nodiscard]] std::int64_t have(std::uint32_t index) const
    {
        const evidence_rule& rule = *sheet_.nodes[index].evidence;
        std::int64_t out = 0;
        for (const evidence_record& each : run_.given_.evidence) {
            const bool counts =
                supports(each, index) && run_.standing_of(rule, each) == document_standing::yes;
            if (counts && !run_.is_repeated(index, each)) ++out;
        }
        return out;
    }

    /** Tells whether a false document supports a line: no other makes up for it. */
    [[nodiscard]] bool has_false_document(std::uint32_t index) const
    {
        if (!sheet_.nodes[index].evidence) return false;
        for (const evidence_record& each : run_.given_.evidence) {
            if (supports(each, index) && each.status == evidence_status::false_evidence)
                return true;
        }
        return false;
    }

private:
    static bool supports(const evidence_record& record, std::uint32_t index)
    {
        const auto nodes = record.supports;
        return std::find(nodes.begin(), nodes.end(), index) != nodes.end();
    }

    void clear()
    {
        room_.store.clear();
        room_.working.clear();
        run_.tried_ = nullptr; // it lay in there
        room_.told.clear();
        room_.evidence.clear();
        room_.missing.clear();
        room_.waits.clear();
        room_.findings.clear();
    }

    const rubric& sheet_;
    const result& seen_;
    result& room_;
    evaluation run_;
};

} // namespace bontot::detail

#endif
