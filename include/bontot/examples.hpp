// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EXAMPLES_HPP
#define BONTOT_EXAMPLES_HPP

#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/append_through.hpp>
#include <bontot/base/id_order.hpp>

#include <cstdint>
#include <memory>
#include <span>

namespace bontot {

struct example_outcome;

} // namespace bontot

namespace bontot::detail {

void write_example_report(
    string& out, const rubric& sheet, std::span<const example_outcome> outcomes, language in
);

} // namespace bontot::detail

namespace bontot {

/** Something that an example expects and that evaluating its dossier does not give. */
struct example_difference
{
    enum class kind : std::uint8_t
    {
        points,
        possible,
        node, /**< the points of a criterion or indicator */
        grade,
        grade_possible
    };

    kind what = kind::points;
    std::uint32_t node = none;
    number expected; /**< of points */
    number found;
    std::uint32_t expected_grade = none; /**< of grades: indices in the rubric */
    std::uint32_t found_grade = none;
};

/** What became of one example of a rubric. */
struct example_outcome
{
    error_list errors; /**< why its reference or dossier can not be read */
    vector<example_difference> differences;

    [[nodiscard]] bool passed() const { return errors.empty() && differences.empty(); }
};

/** Evaluates the examples of a rubric.

    @return One outcome an example, in order.

    @par Exception safety
    Memory allocations may throw; nothing else does.
*/
[[nodiscard]] vector<example_outcome>
test_examples(const std::shared_ptr<const rubric>& sheet, memory& source = default_memory());

/** Appends what became of the examples as text for people: a line each, and what differs. */
template <class String>
void append_example_report(
    String& out, const rubric& sheet, std::span<const example_outcome> outcomes, language in
)
{
    detail::append_through(out, [&](string& text) {
        detail::write_example_report(text, sheet, outcomes, in);
    });
}

} // namespace bontot

#endif
