// SPDX-License-Identifier: BSL-1.0
// Results feed results (design 8.3): what a rubric reads of results and history, and in which
// order.

#include "support/sheets.hpp"

namespace evaluate_results_unit {

namespace {

using bontot_test::dossier_parts;
using bontot_test::scores;
using bontot_test::sheet_parts;

/** L has as many points as the fact `good`, which monthly results give; P is good members. */
sheet_parts fed_sheet()
{
    return {
        .criteria =
            "{'id': 'C', 'max': 20, 'indicators': ["
            "{'id': 'L', 'max': 10, 'score': {'formula': 'good'}},"
            "{'id': 'P', 'max': 10, 'score': {'formula': 'count(members[rank = \\'fine\\'])'}}]}",
        .checks = "{'id': 'running', 'assert': 'streak(for y in history return y.grade = "
                  "\\'good\\') >= 2'},"
                  "{'id': 'months', 'assert': 'count(results) = 3'}",
        .facts = std::string(bontot_test::plain_facts) +
                 ",{'id': 'good', 'type': 'number', 'min': 0, 'max': 10, 'from_results':"
                 " {'rubrics': ['month-*', 'special'], 'value':"
                 " 'count(results[grade = \\'good\\'])'}},"
                 "{'id': 'rank', 'of': 'member', 'type': 'choice', 'choices': ['fine', 'poor'],"
                 " 'from_results': {'rubrics': ['person'], 'value':"
                 " 'if results[-1].grade = \\'good\\' then \\'fine\\' else \\'poor\\''}}",
    };
}

std::string month(const char* rubric, const char* grade, const char* from = "2026-01-01")
{
    return "{'unit': 'U', 'rubric': '" + std::string(rubric) + "', 'from': '" + from +
           "', 'grade': " + grade + "}";
}

scores fed(const std::string& results, const std::string& facts = "")
{
    return bontot_test::score(fed_sheet(), dossier_parts{facts, "'results': [" + results + "]"});
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_results)

BOOST_AUTO_TEST_CASE(a_fact_from_results)
{
    const struct
    {
        const char* name;
        std::string results;
        const char* facts;
        const char* expected;
    } test_cases[] = {
        {"two of three months",
         month("month-1", "'good'") + "," + month("month-2", "'poor'") + "," +
             month("special", "'good'"),
         "", "2"},
        {"results of other rubrics are not counted",
         month("month-1", "'good'") + "," + month("months", "'good'"), "", "1"},
        {"no results of these rubrics: as given", month("year", "'good'"), "'good': 4", "4"},
        {"no results of these rubrics, and not given", month("year", "'good'"), "", "0..10"},
        {"a month whose grade is open", month("month-1", "'good'") + "," + month("month-2", "null"),
         "", "0..10"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            BOOST_TEST(fed(tc.results, tc.facts).points("L") == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(whole_results)
{
    const auto whole = [](const char* grade, const char* best) {
        return "{'format': 'bontot-result/1', 'engine': '0.1.0', 'rubric': {'id': 'month-1',"
               " 'version': '1'}, 'unit': {'id': 'U'}, 'period': {'from': '2026-03-01', 'to':"
               " '2026-03-31'}, 'total': {'points': 9, 'possible': 9, 'max': 10}, 'grade': {'id': "
               "'" +
               std::string(grade) + "', 'label': 'x'}, 'grade_possible': '" + best + "'}";
    };
    BOOST_TEST(fed(whole("good", "good")).points("L") == "1");
    BOOST_TEST(fed(whole("poor", "poor")).points("L") == "0");
    // An open result proves neither grade.
    BOOST_TEST(fed(whole("poor", "good")).points("L") == "0..10");
}

BOOST_AUTO_TEST_CASE(a_fact_of_members_from_their_results)
{
    const std::string members =
        "'members': [{'id': 'A'}, {'id': 'B'}, {'id': 'D', 'rank': 'fine'}], 'results': ["
        "{'unit': 'B', 'rubric': 'person', 'grade': 'good', 'from': '2026-01-01'},"
        "{'unit': 'A', 'rubric': 'person', 'grade': 'good', 'from': '2025-01-01'},"
        "{'unit': 'B', 'rubric': 'person', 'grade': 'poor', 'from': '2025-01-01'},"
        "{'unit': 'A', 'rubric': 'person', 'grade': 'poor', 'from': '2026-01-01'}]";
    // The latest result of A is poor, that of B is good; of D the dossier speaks itself.
    BOOST_TEST(bontot_test::score(fed_sheet(), {"'good': 0", members}).points("P") == "2");
}

BOOST_AUTO_TEST_CASE(history_stands_in_the_order_of_time)
{
    constexpr struct
    {
        const char* history; /**< grades with their years, as written */
        const char* expected;
    } test_cases[] = {
        {"", "no"},
        {"2024 good, 2025 good", "yes"},
        {"2025 good, 2024 good, 2023 poor", "yes"},
        {"2024 good, 2025 poor, 2023 good", "no"},
        {"2025 good, 2024 poor, 2023 good", "no"},
        {"2025 none, 2024 good", "open"},
        {"2025 poor, 2024 none", "no"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.history)
        {
            std::string list;
            const std::string text = tc.history;
            for (std::size_t at = 0; at < text.size();) {
                const std::size_t end = std::min(text.find(", ", at), text.size());
                const std::string year = text.substr(at, 4);
                const std::string grade = text.substr(at + 5, end - at - 5);
                if (!list.empty()) list += ",";
                list += "{'from': '" + year + "-01-01', 'to': '" + year + "-12-31'";
                if (grade != "none") list += ", 'grade': '" + grade + "'";
                list += "}";
                at = end + 2;
            }
            const scores got = bontot_test::score(fed_sheet(), {"", "'history': [" + list + "]"});
            BOOST_TEST(got.check(0) == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(results_are_a_list_of_their_own)
{
    BOOST_TEST(
        fed(month("a", "'x'") + "," + month("b", "'x'") + "," + month("c", "'x'")).check(1) == "yes"
    );
    BOOST_TEST(fed(month("a", "'x'")).check(1) == "no");
    const scores without = bontot_test::score(fed_sheet(), {"", ""});
    BOOST_TEST(without.check(1) == "open");
    BOOST_TEST(without.decides("results") == "check:months");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_results_unit
