// SPDX-License-Identifier: BSL-1.0
// The planted faults of all files lint_*.cpp, so that one test can see that no kind is left out.
#ifndef BONTOT_TESTS_UNIT_SUPPORT_LINT_CASES_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_LINT_CASES_HPP

#include "lint_sheets.hpp"

#include <vector>

namespace bontot_test {

using lint_cases = std::vector<lint_case>;

// lint_points.cpp
lint_cases lint_maxima();
lint_cases lint_what_a_line_can_give();
lint_cases lint_what_a_penalty_can_take();
lint_cases lint_totals_and_grades();
lint_cases lint_grades_behind_others();
lint_cases lint_gates_that_change_nothing();

// lint_conditions.cpp
lint_cases lint_gates_and_checks();
lint_cases lint_consistency_rules();
lint_cases lint_conditions_of_lines();

// lint_steps.cpp
lint_cases lint_gaps();
lint_cases lint_rows();
lint_cases lint_choices();

// lint_facts.cpp
lint_cases lint_facts_and_labels();
lint_cases lint_formulas();

/** Checks that each fault is found, and nothing else; and nothing in the sound twins. */
inline void check_lint(const lint_cases& cases)
{
    for (const lint_case& tc : cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            BOOST_TEST(lint_of(tc.fault) == tc.found);
            BOOST_TEST(lint_of(tc.sound) == "");
        }
    }
}

} // namespace bontot_test

using namespace bontot_test;

#endif
