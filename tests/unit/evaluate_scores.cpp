// SPDX-License-Identifier: BSL-1.0
// The eight kinds of score (design 5.3) over known, missing and null values.

#include "support/sheets.hpp"

namespace evaluate_scores_unit {

namespace {

using bontot_test::check_lines;
using bontot_test::dossier_errors;
using bontot_test::line_case;
using bontot_test::one_line;
using bontot_test::rubric_errors;
using bontot_test::score;
using bontot_test::scores;

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_scores)

BOOST_AUTO_TEST_CASE(condition)
{
    constexpr line_case test_cases[] = {
        {"holds", "'score': {'condition': 'n > 3'}", "'n': 4", "10 met"},
        {"does not hold", "'score': {'condition': 'n > 3'}", "'n': 3", "0 unmet"},
        {"absent", "'score': {'condition': 'n > 3'}", "", "0..10 unknown"},
        {"JSON null is absent", "'score': {'condition': 'n > 3'}", "'n': null", "0..10 unknown"},
        {"unknown spreads through =", "'score': {'condition': 'n + 1 = n + 1'}", "",
         "0..10 unknown"},
        {"false and unknown", "'score': {'condition': 'flag and n > 3'}", "'flag': false",
         "0 unmet"},
        {"true and unknown", "'score': {'condition': 'flag and n > 3'}", "'flag': true",
         "0..10 unknown"},
        {"true or unknown", "'score': {'condition': 'flag or n > 3'}", "'flag': true", "10 met"},
        {"if with the same outcome", "'score': {'condition': 'if n > 3 then flag else flag'}",
         "'flag': true", "10 met"},
        {"division by 0", "'score': {'condition': 'n / m > 1'}", "'n': 1, 'm': 0",
         "0..10 uncovered"},
        {"what is absent over 0 is unknown", "'score': {'condition': 'n / m > 1'}", "'m': 0",
         "0..10 unknown"},
        {"text", "'score': {'condition': 'word = \\'yes\\''}", "'word': 'yes'", "10 met"},
        {"date", "'score': {'condition': 'day <= period.to'}", "'day': '2026-12-31'", "10 met"},
        {"day after", "'score': {'condition': 'day <= period.to'}", "'day': '2027-01-01'",
         "0 unmet"},
    };
    check_lines(test_cases);
}

BOOST_AUTO_TEST_CASE(members)
{
    constexpr const char* none_blamed =
        "'score': {'condition': 'count(members[blamed = true]) = 0'}";
    constexpr const char* faults =
        "'score': {'deductions': [{'count': 'sum(members.faults)', 'each': 1}]}";
    const line_case test_cases[] = {
        {"nobody", none_blamed, "", "10 met", "'members': [{'id': 'A', 'blamed': false}]"},
        {"an empty list is complete", none_blamed, "", "10 met", "'members': []"},
        {"one", none_blamed, "", "0 unmet",
         "'members': [{'id': 'A', 'blamed': false}, {'id': 'B', 'blamed': true}]"},
        {"a field is absent", none_blamed, "", "0..10 unknown", "'members': [{'id': 'A'}]"},
        {"no list", none_blamed, "", "0..10 unknown"},
        // 10 - (1 + 2) = 7
        {"counts add up", faults, "", "7 partly",
         "'members': [{'id': 'A', 'faults': 1}, {'id': 'B', 'faults': 2}]"},
    };
    check_lines(test_cases);
}

BOOST_AUTO_TEST_CASE(choice)
{
    constexpr const char* levels =
        "'score': {'choice': {'fact': 'level', 'options': [{'is': 'high', 'points': 9},"
        "{'is': 'mid', 'points': 5}, {'is': 'low', 'points': 1}]}}";
    const line_case test_cases[] = {
        {"first", levels, "'level': 'high'", "9 partly"},
        {"second", levels, "'level': 'mid'", "5 partly"},
        {"the lowest is above 0", levels, "'level': 'low'", "1 partly"},
        // Any completion names one option: between 1 and 9, and both are reached.
        {"absent", levels, "", "1..9 unknown"},
    };
    check_lines(test_cases);
}

/** P holds L (a choice that may void) of 10 and K of 10, which is full. */
std::string voiding_sheet(const std::string& parent, const std::string& options)
{
    return "{'id': 'C', 'max': 30, 'indicators': [{'id': 'P', 'max': 20, " + parent +
           "'indicators': [{'id': 'L', 'max': 10, 'score': {'choice': {'fact': 'level', "
           "'options': [" +
           options +
           "]}}}, {'id': 'K', 'max': 10, 'score': {'formula': '10'}}]},"
           "{'id': 'Q', 'max': 10, 'score': {'formula': '4'}}]}";
}

BOOST_AUTO_TEST_CASE(choice_voids_parent)
{
    constexpr const char* options = "{'is': 'high', 'points': 9}, {'is': 'mid', 'points': 5},"
                                    "{'is': 'low', 'points': 1, 'void': true}";
    constexpr struct
    {
        const char* name;
        const char* parent;
        const char* facts;
        const char* expected;
        const char* criterion;
    } test_cases[] = {
        // 9 + 10 = 19, and 4 of Q
        {"not voided", "", "'level': 'high'", "19 partly", "23"},
        {"voided", "", "'level': 'low'", "0 voided", "4"},
        {"voided whatever its min", "'min': 3, ", "'level': 'low'", "0 voided", "4"},
        // Lower end 0; best 9 + 10.
        {"absent: the lower end is 0", "", "", "0..19 unknown", "4..23"},
        {"absent: the lower end is 0 under a min", "'min': 3, ", "", "0..19 unknown", "4..23"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const scores got = score({.criteria = voiding_sheet(tc.parent, options)}, {tc.facts});
            BOOST_TEST(got.shown("P") == tc.expected);
            BOOST_TEST(got.points("C") == tc.criterion);
        }
    }
}

BOOST_AUTO_TEST_CASE(choice_voids_criterion)
{
    const std::string options = "{'is': 'high', 'points': 10},"
                                "{'is': 'low', 'points': 0, 'void': true}";
    const std::string sheet =
        "{'id': 'C', 'max': 14, 'indicators': [{'id': 'L', 'max': 10, 'score': {'choice': "
        "{'fact': 'level', 'options': [" +
        options + "]}}}, {'id': 'K', 'max': 4, 'score': {'formula': '4'}}]}";
    BOOST_TEST(score({.criteria = sheet}, {"'level': 'high'"}).shown("C") == "14 met");
    BOOST_TEST(score({.criteria = sheet}, {"'level': 'low'"}).shown("C") == "0 voided");
    BOOST_TEST(score({.criteria = sheet}, {"'level': 'low'"}).total() == "0");
    BOOST_TEST(score({.criteria = sheet}, {}).total() == "0..14");
}

/** A line that does not apply, or asks for what is not held, chooses nothing and voids nothing. */
BOOST_AUTO_TEST_CASE(choice_that_does_not_apply_voids_nothing)
{
    const std::string sheet =
        "{'id': 'C', 'max': 14, 'indicators': [{'id': 'L', 'max': 10, 'applies': 'flag',"
        "'not_applicable': 'zero', 'score': {'choice': {'fact': 'level', 'options': ["
        "{'is': 'low', 'points': 0, 'void': true}]}}},"
        "{'id': 'K', 'max': 4, 'score': {'formula': '4'}}]}";
    const scores got = score({.criteria = sheet}, {"'level': 'low', 'flag': false"});
    BOOST_TEST(got.points("C") == "4");
}

BOOST_AUTO_TEST_CASE(steps)
{
    constexpr const char* bands =
        "'score': {'steps': {'value': 'n', 'table': ["
        "{'when': '>= 8', 'points': 10}, {'when': '[5..8)', 'points': 6},"
        "{'when': '(2..5)', 'points': 3}, {'when': '< 2', 'points': 0}]}}";
    constexpr const char* first = "'score': {'steps': {'value': 'n', 'table': ["
                                  "{'when': '>= 5', 'points': 4}, {'when': '>= 8', 'points': 10},"
                                  "{'when': '-', 'points': 1}]}}";
    constexpr const char* later = "'score': {'steps': {'value': 'n', 'table': ["
                                  "{'when': '>= 8', 'points': 10}, {'when': '>= 5', 'points': 4},"
                                  "{'when': '-', 'points': 1}]}}";
    constexpr const char* ratio =
        "'score': {'steps': {'value': 'n / m', 'table': [{'when': '>= 1', 'points': 10},"
        "{'when': '[0.9..1)', 'points': 7}, {'when': '< 0.9', 'points': 0}]}}";
    const line_case test_cases[] = {
        {"closed lower bound", bands, "'n': 8", "10 met"},
        {"open upper bound", bands, "'n': 7", "6 partly"},
        {"5 is in [5..8)", bands, "'n': 5", "6 partly"},
        {"5 is not in (2..5)", bands, "'n': 4", "3 partly"},
        {"gap", bands, "'n': 2", "0..10 uncovered"},
        {"last", bands, "'n': 1", "0 unmet"},
        {"absent", bands, "", "0..10 unknown"},
        {"the first match wins", first, "'n': 9", "4 partly"},
        {"the order of rows decides", later, "'n': 9", "10 met"},
        {"any other", first, "'n': 3", "1 partly"},
        {"ratio at the bound", ratio, "'n': 9, 'm': 10", "7 partly"},
        {"ratio below", ratio, "'n': 8, 'm': 9", "0 unmet"},
        {"ratio without a value", ratio, "'n': 8, 'm': 0", "0..10 uncovered"},
    };
    check_lines(test_cases);
}

BOOST_AUTO_TEST_CASE(steps_over_other_types)
{
    constexpr const char* level =
        "'score': {'steps': {'value': 'level', 'table': [{'when': '\\'high\\', \\'mid\\'',"
        "'points': 10}, {'when': 'not(\\'high\\')', 'points': 2}]}}";
    constexpr const char* truth =
        "'score': {'steps': {'value': 'flag', 'table': ["
        "{'when': 'true', 'points': 8}, {'when': 'false', 'points': 3}]}}";
    constexpr const char* date =
        "'score': {'steps': {'value': 'day', 'table': [{'when': '<= date(\\'2026-03-31\\')',"
        "'points': 10}, {'when': '> date(\\'2026-03-31\\')', 'points': 4}]}}";
    const line_case test_cases[] = {
        {"one of two", level, "'level': 'mid'", "10 met"},
        {"negated", level, "'level': 'low'", "2 partly"},
        {"true", truth, "'flag': true", "8 partly"},
        {"false", truth, "'flag': false", "3 partly"},
        {"last day", date, "'day': '2026-03-31'", "10 met"},
        {"day after", date, "'day': '2026-04-01'", "4 partly"},
    };
    check_lines(test_cases);
}

BOOST_AUTO_TEST_CASE(steps_of_an_absent_fact_with_a_range)
{
    constexpr const char* covered =
        "'score': {'steps': {'value': 'k', 'table': [{'when': '>= 8', 'points': 9},"
        "{'when': '[5..8)', 'points': 6}, {'when': '< 5', 'points': 0}]}}";
    constexpr const char* one_row =
        "'score': {'steps': {'value': 'k', 'table': [{'when': '> 10', 'points': 10},"
        "{'when': '>= 5', 'points': 6}, {'when': '< 5', 'points': 0}]}}";
    constexpr const char* open_end =
        "'score': {'steps': {'value': 'k', 'table': [{'when': '>= 10', 'points': 10},"
        "{'when': '(5..10)', 'points': 6}, {'when': '<= 5', 'points': 2}]}}";
    constexpr const char* gap = "'score': {'steps': {'value': 'k', 'table': [{'when': '>= 8', "
                                "'points': 9}, {'when': '<= 6', 'points': 4}]}}";
    constexpr const char* no_range =
        "'score': {'steps': {'value': 'x', 'table': [{'when': '>= 8', 'points': 9},"
        "{'when': '[5..8)', 'points': 6}, {'when': '< 5', 'points': 1}]}}";
    const line_case test_cases[] = {
        // k is 5..10: the last row can not be.
        {"two of three rows", covered, "", "6..9 unknown"},
        {"the bounds of the range are in it", open_end, "", "2..10 unknown"},
        // 7 fits no row, and then people decide between 0 and 10.
        {"a gap within the range", gap, "", "0..10 unknown"},
    };
    check_lines(test_cases);
    // What can not differ is decided, whatever the state says.
    BOOST_TEST(score({.criteria = one_line(one_row)}, {}).points("L") == "6");
    // Without a range every row can be reached: sound is 1..9 or wider.
    const scores wide = score({.criteria = one_line(no_range)}, {});
    BOOST_TEST((wide.at("L").points <= bontot::number(1)));
    BOOST_TEST((wide.at("L").possible >= bontot::number(9)));
}

BOOST_AUTO_TEST_CASE(proportional)
{
    constexpr const char* rising =
        "'score': {'proportional': {'value': 'n', 'from': [2, 6], 'points': [0, 10]}}";
    constexpr const char* falling =
        "'score': {'proportional': {'value': 'n', 'from': [2, 6], 'points': [10, 0]}}";
    constexpr const char* turned =
        "'score': {'proportional': {'value': 'n', 'from': [6, 2], 'points': [0, 10]}}";
    constexpr const char* above_least =
        "'score': {'proportional': {'value': 'n', 'from': [2, 6], 'points': [4, 10]}}";
    constexpr const char* thirds =
        "'score': {'proportional': {'value': 'n', 'from': [0, 3], 'points': [0, 10]}}";
    constexpr const char* ranged =
        "'score': {'proportional': {'value': 'k', 'from': [0, 10], 'points': [0, 10]}}";
    constexpr const char* ranged_falling =
        "'score': {'proportional': {'value': 'k', 'from': [0, 10], 'points': [10, 0]}}";
    constexpr const char* unranged =
        "'score': {'proportional': {'value': 'x', 'from': [0, 10], 'points': [4, 9]}}";
    constexpr const char* ratio =
        "'score': {'proportional': {'value': 'n / m', 'from': ['0.5', 1], 'points': [0, 10]}}";
    const line_case test_cases[] = {
        {"lower end", rising, "'n': 2", "0 unmet"},
        {"a quarter", rising, "'n': 3", "2.5 partly"},
        {"upper end", rising, "'n': 6", "10 met"},
        {"clamped below", rising, "'n': 0", "0 unmet"},
        {"clamped above", rising, "'n': 9", "10 met"},
        {"falling", falling, "'n': 3", "7.5 partly"},
        {"falling, clamped below", falling, "'n': 0", "10 met"},
        {"falling, clamped above", falling, "'n': 9", "0 unmet"},
        // (3 - 6) / (2 - 6) = 3/4
        {"turned range", turned, "'n': 3", "7.5 partly"},
        {"turned range, clamped", turned, "'n': 9", "0 unmet"},
        {"clamped to its own points", above_least, "'n': 0", "4 partly"},
        // 4 + 6 * 1/4
        {"between its own points", above_least, "'n': 3", "5.5 partly"},
        {"one third", thirds, "'n': 1", "3.333333333333 partly"},
        {"two thirds", thirds, "'n': 2", "6.666666666667 partly"},
        // (9/10 - 1/2) / (1/2) = 0.8
        {"ratio", ratio, "'n': 9, 'm': 10", "8 partly"},
        {"no value", ratio, "'n': 9, 'm': 0", "0..10 uncovered"},
        {"absent: the hull of its ends", above_least, "", "4..10 unknown"},
        {"absent without a range", unranged, "", "4..9 unknown"},
        {"absent within 5..10", ranged, "", "5..10 unknown"},
        {"absent within 5..10, falling", ranged_falling, "", "0..5 unknown"},
        {"a quotient of something absent", ratio, "'m': 10", "0..10 unknown"},
    };
    check_lines(test_cases);
}

BOOST_AUTO_TEST_CASE(deductions)
{
    constexpr const char* two = "'score': {'deductions': [{'count': 'n', 'each': 2, 'cap': 6},"
                                "{'count': 'm', 'each': '0.5'}]}";
    constexpr const char* ranged = "'score': {'deductions': [{'count': 'k', 'each': 1}]}";
    constexpr const char* endless = "'score': {'deductions': [{'count': 'c', 'each': 1}]}";
    constexpr const char* capped = "'score': {'deductions': [{'count': 'c', 'each': 1, 'cap': 3}]}";
    constexpr const char* ratio = "'score': {'deductions': [{'count': 'n / m', 'each': 1}]}";
    const line_case test_cases[] = {
        {"none", two, "'n': 0, 'm': 0", "10 met"},
        // 10 - 2 * 1 - 0.5 * 2 = 7
        {"both", two, "'n': 1, 'm': 2", "7 partly"},
        // 2 * 5 is capped at 6
        {"capped", two, "'n': 5, 'm': 0", "4 partly"},
        // 10 - 6 - 0.5 * 10 = -1
        {"clamped at 0", two, "'n': 5, 'm': 10", "0 unmet"},
        // m gives 1; n gives 0 to 6
        {"absent, capped", two, "'m': 2", "3..9 unknown"},
        // n gives 2; m 0 to 5
        {"absent, up to its max", two, "'n': 1", "3..8 unknown"},
        // 6 + 5 is more than 10
        {"both absent", two, "", "0..10 unknown"},
        // k is 5..10
        {"absent, from its min", ranged, "", "0..5 unknown"},
        {"absent without a max", endless, "", "0..10 unknown"},
        {"absent without a max, capped", capped, "", "7..10 unknown"},
        {"no value", ratio, "'n': 1, 'm': 0", "0..10 uncovered"},
    };
    check_lines(test_cases);
}

BOOST_AUTO_TEST_CASE(additions)
{
    constexpr const char* two = "'score': {'additions': [{'count': 'n', 'each': 1, 'cap': 3},"
                                "{'count': 'm', 'each': 2}]}";
    constexpr const char* ranged = "'score': {'additions': [{'count': 'k', 'each': 1, 'cap': 7}]}";
    constexpr const char* endless = "'score': {'additions': [{'count': 'c', 'each': 1}]}";
    constexpr const char* ratio = "'score': {'additions': [{'count': 'n / m', 'each': 1}]}";
    const line_case test_cases[] = {
        {"none", two, "'n': 0, 'm': 0", "0 unmet"},
        {"below the cap", two, "'n': 2, 'm': 1", "4 partly"},
        // 3 of 5, and 2
        {"capped", two, "'n': 5, 'm': 1", "5 partly"},
        // 3 + 18
        {"clamped at the max", two, "'n': 5, 'm': 9", "10 met"},
        {"absent, capped", two, "'m': 1", "2..5 unknown"},
        // 2 + 2 * 0, 2 + 2 * 10
        {"absent, clamped", two, "'n': 2", "2..10 unknown"},
        // k is 5..10, of which 7 count
        {"absent, from its min to its cap", ranged, "", "5..7 unknown"},
        {"absent without a max", endless, "", "0..10 unknown"},
        {"no value", ratio, "'n': 1, 'm': 0", "0..10 uncovered"},
    };
    check_lines(test_cases);
}

BOOST_AUTO_TEST_CASE(mark)
{
    constexpr const char* half = "'score': {'mark': {'step': '0.5'}}";
    const line_case test_cases[] = {
        {"given", half, "", "7.5 partly", "'marks': {'L': {'committee': 7.5}}"},
        {"with a comment", half, "", "7.5 partly",
         "'marks': {'L': {'committee': {'points': '7.5', 'comment': 'why'}}}"},
        {"the most", half, "", "10 met", "'marks': {'L': {'committee': 10}}"},
        {"the least", half, "", "0 unmet", "'marks': {'L': {'committee': 0}}"},
        {"absent", half, "", "0..10 unknown"},
        {"null is absent", half, "", "0..10 unknown", "'marks': {'L': {'committee': null}}"},
        {"without a grid", "'score': {'mark': {}}", "", "7.37 partly",
         "'marks': {'L': {'committee': 7.37}}"},
    };
    check_lines(test_cases);
}

BOOST_AUTO_TEST_CASE(mark_errors)
{
    constexpr struct
    {
        const char* name;
        const char* marks;
        bool is_wrong;
    } test_cases[] = {
        {"on the grid", "'L': {'committee': '7.5'}", false},
        {"off the grid", "'L': {'committee': '7.25'}", true},
        {"above the maximum", "'L': {'committee': '10.5'}", true},
        {"below the least", "'L': {'committee': '-0.5'}", true},
        {"a node that is not there", "'Z': {'committee': 1}", true},
        {"a role that is not there", "'L': {'chair': 1}", true},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const std::string errors = dossier_errors(
                {.criteria = one_line("'score': {'mark': {'step': '0.5'}}")},
                {"", "'marks': {" + std::string(tc.marks) + "}"}
            );
            BOOST_TEST(errors.empty() != tc.is_wrong, errors);
        }
    }
}

BOOST_AUTO_TEST_CASE(formula)
{
    constexpr line_case test_cases[] = {
        {"product", "'score': {'formula': 'n * 1.5'}", "'n': 4", "6 partly"},
        {"clamped at the max", "'score': {'formula': 'n * 1.5'}", "'n': 10", "10 met"},
        {"clamped at the least", "'score': {'formula': 'n - 5'}", "'n': 1", "0 unmet"},
        {"absent", "'score': {'formula': 'n * 1.5'}", "", "0..10 unknown"},
        {"no value", "'score': {'formula': 'n / m'}", "'n': 1, 'm': 0", "0..10 uncovered"},
        {"settled to 12 decimals", "'score': {'formula': '1 / 3'}", "", "0.333333333333 partly"},
        // The twelfth decimal is even: a tie stays down.
        {"settled half-even, down", "'score': {'formula': '0.0000000000025'}", "",
         "0.000000000002 partly"},
        {"settled half-even, up", "'score': {'formula': '0.0000000000035'}", "",
         "0.000000000004 partly"},
        // Settled, it is the maximum.
        {"met once settled", "'score': {'formula': '9.9999999999999'}", "", "10 met"},
        {"unmet once settled", "'score': {'formula': '0.0000000000001'}", "", "0 unmet"},
    };
    check_lines(test_cases);
}

/** A parent adds its children unsettled: three settled thirds would be 0.999999999999. */
BOOST_AUTO_TEST_CASE(thirds_add_up)
{
    const char* const third = "'max': 3, 'score': {'formula': 'n / 3'}";
    const std::string line(third);
    const std::string sheet = "{'id': 'C', 'max': 9, 'indicators': [{'id': 'A', " + line +
                              "}, {'id': 'B', " + line + "}, {'id': 'D', " + line + "}]}";
    const scores got = score({.criteria = sheet}, {"'n': 1"});
    BOOST_TEST(got.shown("A") == "0.333333333333 partly");
    BOOST_TEST(got.points("C") == "1");
    BOOST_TEST(got.total() == "1");
}

BOOST_AUTO_TEST_CASE(one_third_of_3_three_times_is_3)
{
    const std::string line = "'max': 3, 'score': {'proportional': {'value': 'n / m', "
                             "'from': [0, 1], 'points': [0, 3]}}";
    const std::string sheet = "{'id': 'C', 'max': 9, 'indicators': [{'id': 'A', " + line +
                              "}, {'id': 'B', " + line + "}, {'id': 'D', " + line + "}]}";
    const scores got = score(
        {.criteria = sheet, .grades = "{'id': 'top', 'min_total': 3}, {'id': 'rest'}"},
        {"'n': 1, 'm': 3"}
    );
    BOOST_TEST(got.points("A") == "1");
    BOOST_TEST(got.points("C") == "3");
    BOOST_TEST(got.total() == "3");
    BOOST_TEST(got.grade() == "top");
}

/** The total adds the criteria unsettled too. */
BOOST_AUTO_TEST_CASE(thirds_of_criteria_add_up)
{
    std::string sheet;
    for (const char* id : {"A", "B", "D"}) {
        sheet += sheet.empty() ? "" : ", ";
        sheet += "{'id': '" + std::string(id) + "', 'max': 1, 'indicators': [{'id': '" + id +
                 ".1', 'max': 1, 'score': {'formula': 'n / 3'}}]}";
    }
    const scores got = score({.criteria = sheet}, {"'n': 1"});
    BOOST_TEST(got.points("A") == "0.333333333333");
    BOOST_TEST(got.total() == "1");
}

BOOST_AUTO_TEST_CASE(penalty)
{
    constexpr struct
    {
        const char* name;
        const char* line;
        const char* facts;
        const char* expected;
        const char* total;
    } test_cases[] = {
        {"none", "'deductions': [{'count': 'n', 'each': 2}]", "'n': 0", "0 met", "9"},
        // from 0: -2 * 2
        {"from 0", "'deductions': [{'count': 'n', 'each': 2}]", "'n': 2", "-4 partly", "5"},
        {"down to its min", "'deductions': [{'count': 'n', 'each': 2}]", "'n': 4", "-6 unmet", "3"},
        {"capped", "'deductions': [{'count': 'n', 'each': 2, 'cap': 3}]", "'n': 4", "-3 partly",
         "6"},
        {"absent", "'deductions': [{'count': 'n', 'each': 2, 'cap': 3}]", "", "-3..0 unknown",
         "6..9"},
        {"condition holds", "'condition': 'flag'", "'flag': true", "0 met", "9"},
        {"condition does not hold", "'condition': 'flag'", "'flag': false", "-6 unmet", "3"},
        {"formula", "'formula': '0 - n'", "'n': 1", "-1 partly", "8"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const std::string sheet =
                "{'id': 'B', 'max': 10, 'indicators': [{'id': 'B1', 'max': 10, 'score': "
                "{'formula': '9'}}]}, {'id': 'C', 'kind': 'penalty', 'min': -8, 'indicators': ["
                "{'id': 'L', 'min': -6, 'score': {" +
                std::string(tc.line) + "}}]}";
            const scores got = score({.criteria = sheet}, {tc.facts});
            BOOST_TEST(got.shown("L") == tc.expected);
            BOOST_TEST(got.total() == tc.total);
            BOOST_TEST(got.total_max() == "10");
        }
    }
}

BOOST_AUTO_TEST_CASE(penalty_pool_is_capped)
{
    const std::string sheet =
        "{'id': 'B', 'max': 10, 'indicators': [{'id': 'B1', 'max': 10, 'score': {'formula': "
        "'9'}}]},"
        "{'id': 'C', 'kind': 'penalty', 'min': -8, 'indicators': ["
        "{'id': 'L', 'min': -6, 'score': {'deductions': [{'count': 'n', 'each': 1}]}},"
        "{'id': 'K', 'min': -6, 'score': {'deductions': [{'count': 'm', 'each': 1}]}}]}";
    const scores got = score({.criteria = sheet}, {"'n': 5, 'm': 5"});
    BOOST_TEST(got.points("C") == "-8");
    BOOST_TEST(got.total() == "1");
}

BOOST_AUTO_TEST_CASE(bonus_pool_is_capped)
{
    const std::string sheet =
        "{'id': 'B', 'max': 10, 'indicators': [{'id': 'B1', 'max': 10, 'score': {'formula': "
        "'9'}}]},"
        "{'id': 'C', 'kind': 'bonus', 'max': 5, 'indicators': ["
        "{'id': 'L', 'max': 4, 'score': {'additions': [{'count': 'n', 'each': 1}]}},"
        "{'id': 'K', 'max': 4, 'score': {'additions': [{'count': 'm', 'each': 1}]}}]}";
    constexpr struct
    {
        const char* name;
        const char* facts;
        const char* pool;
        const char* total;
    } test_cases[] = {
        {"none", "'n': 0, 'm': 0", "0", "9"},
        {"below the cap", "'n': 2, 'm': 1", "3", "12"},
        {"above the cap", "'n': 4, 'm': 3", "5", "14"},
        {"absent", "'m': 2", "2..5", "11..14"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const scores got = score({.criteria = sheet}, {tc.facts});
            BOOST_TEST(got.points("C") == tc.pool);
            BOOST_TEST(got.total() == tc.total);
            BOOST_TEST(got.total_max() == "10"); // the printed maximum is the base one
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_scores_unit
