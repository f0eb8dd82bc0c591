// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_HPP
#define BONTOT_LINT_HPP

#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/append_through.hpp>
#include <bontot/base/id_order.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot {

/** A value that a fact has in a witness, as it stands in a dossier. */
struct lint_fact
{
    string name; /**< a fact's id, or `members`, `history`, `unit`, `period` */
    string json; /**< its value as JSON; empty when it may be anything in its range */
    std::optional<number> least; /**< of a range */
    std::optional<number> most;
};

/** What shows that a finding is true. */
struct lint_witness
{
    std::optional<number> value; /**< in the gap, of both rows, the best that can be reached */
    vector<lint_fact> facts;     /**< a dossier that shows it, or the ranges that were looked at */
};

/** One thing in a rubric that is likely not meant so. */
struct lint_finding
{
    diagnostic what; /**< message, place, and what fills the message's places */
    check_severity severity = check_severity::warning;
    std::uint32_t node = none; /**< the criterion or indicator that it is about, or @ref none */
    lint_witness witness;
};

/** What lint found, in the order of the rubric; empty when there is nothing to say. */
using lint_findings = vector<lint_finding>;

/** Looks for faults in a rubric that was read without errors (design 5.8).

    Expressions are decided over the declared ranges of their facts and over complete dossiers
    that keep the consistency rules. What is said is so: where it cannot be decided, or where
    deciding it would take too long, nothing is said.

    @param sheet The rubric.
    @param json The text that the rubric was read from, for lines and columns; empty: there are
    none, and findings have a JSON Pointer alone. Not retained.
    @param source Where the findings live; must outlive them.

    @par Complexity
    Bounded: well under a second, whatever the rubric.

    @par Exception safety
    Strong guarantee. Memory allocations may throw.

    @par Thread safety
    **Any number of threads may look at one rubric at once.**
*/
[[nodiscard]] lint_findings
lint(const rubric& sheet, std::string_view json = {}, memory& source = default_memory());

/** Returns the stable name of a finding's kind, such as "step_gap". The text is static. */
[[nodiscard]] std::string_view lint_code(const lint_finding& finding) noexcept;

} // namespace bontot

namespace bontot::detail {

void write_witness(string& out, const lint_witness& witness, language in);

} // namespace bontot::detail

namespace bontot {

/** Appends what shows the finding in words: "the value 0.855; tasks.assigned = 200". */
template <class String>
void append_witness(String& out, const lint_witness& witness, language in)
{
    detail::append_through(out, [&](string& text) { detail::write_witness(text, witness, in); });
}

} // namespace bontot

#endif
