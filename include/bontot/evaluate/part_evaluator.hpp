// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_PART_EVALUATOR_HPP
#define BONTOT_EVALUATE_PART_EVALUATOR_HPP

#include <bontot/dossier.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace bontot::detail {

/** Evaluates single nodes and conditions of a dossier that changes, by the rules of evaluation.

    Gates that fired when it was made stand; the others are taken not to fire.
*/
class part_evaluator
{
public:
    /** @param seen What says which gates fired and which were lifted. */
    part_evaluator(const dossier& given, const result& seen, result& room, std::uint32_t as_of);

    [[nodiscard]] const rubric& sheet() const { return sheet_; }
    [[nodiscard]] truth gate(std::size_t index) const { return room_.gates[index]; }
    [[nodiscard]] bool is_lifted(std::uint32_t gate) const
    {
        return seen_.exception_of(gate) != nullptr;
    }

    /** Evaluates a line as if nothing above it mattered. */
    outcome line(std::uint32_t index);

    /** Returns what a line has at worst, by itself. */
    number line_points(std::uint32_t index) { return line(index).points.low; }

    /** Returns what the rules of a line give before evidence; nothing when they do not decide it,
       or when it voids its parent. */
    std::optional<number> before_evidence(std::uint32_t index);

    /** Tells whether a node's `requires` is known not to hold. */
    bool requires_fails(std::uint32_t index);

    /** Tells whether a parent's own `requires` holds, and no ceiling of it is open. */
    bool holds_rules(std::uint32_t index);

    /** Returns a parent's points by its own `requires`, `at_most` and `evidence`, at worst. */
    number limited(std::uint32_t index, const number& points);

    /** Finishes a parent with these points or one that does not apply: rounding and voids by gates.
     */
    outcome finish(std::uint32_t index, outcome out);

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
    [[nodiscard]] bool is_overridden(std::uint32_t index) const;

    /** Returns the mark of a line that counts, or null. */
    [[nodiscard]] const mark_record* mark_of(std::uint32_t index) const
    {
        return run_.mark_of(index);
    }

    [[nodiscard]] number rounded(std::uint32_t index, const number& points) const;

    /** Returns what the grades read when the criteria give this sum; nothing: no maximum to divide
        by. */
    [[nodiscard]] std::optional<number> graded(const number& sum, const number& max) const;

    /** Returns how many steps expressions took so far. */
    [[nodiscard]] std::uint64_t steps() const { return room_.working.steps(); }

    /** Runs an expression; the value lives until the next call. */
    feel::value value_of(std::uint32_t program);

    /** Returns the documents that a line or parent still lacks by number; nothing: it is not known,
        or documents do not help. */
    std::optional<std::int64_t> documents_lacking(std::uint32_t index);

    /** Returns how many documents count for a line. */
    [[nodiscard]] std::int64_t have(std::uint32_t index);

    /** Tells whether a false document supports a line: no other makes up for it. */
    [[nodiscard]] bool has_false_document(std::uint32_t index);

private:
    void clear();

    const rubric& sheet_;
    const result& seen_;
    result& room_;
    evaluation run_;
};

} // namespace bontot::detail

#endif
