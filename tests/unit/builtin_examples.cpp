// SPDX-License-Identifier: BSL-1.0
// Every built-in rubric's own examples give what they expect; the sums are in
// tests/data/examples/WORKED.md.

#include "support/builtin.hpp"

#include <bontot/examples.hpp>

namespace builtin_examples_unit {

BOOST_AUTO_TEST_SUITE(test_builtin_examples)

BOOST_AUTO_TEST_CASE(all_pass)
{
    constexpr struct
    {
        const char* rubric;
        std::size_t count;
    } test_cases[] = {
        {"sinh-hoat-an-phu-2025", 3},
        {"sinh-hoat-hd42-2025", 3},
        {"xep-loai-to-chuc-366-2025", 5},
        {"xep-loai-dang-vien-366-2025", 4},
        {"tthtcd-2025", 2},
    };
    for (const auto& tc : test_cases) {
        const auto sheet = bontot_test::builtin(tc.rubric);
        std::string report;
        append_example_report(report, *sheet, test_examples(sheet), bontot::language::en);
        BOOST_TEST_CONTEXT(tc.rubric << "\n" << report)
        {
            BOOST_TEST(sheet->examples.size() == tc.count);
            const std::string last = std::to_string(tc.count) + " examples passed, 0 failed\n";
            BOOST_TEST(report.size() >= last.size());
            BOOST_TEST(report.substr(report.size() - last.size()) == last);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace builtin_examples_unit
