// SPDX-License-Identifier: BSL-1.0
// Roles and marks (design 5.4 and 7.3): whose mark counts, overrides, columns side by side.

#include "support/sheets.hpp"

namespace evaluate_roles_unit {

namespace {

using bontot_test::make_dossier;
using bontot_test::make_rubric;
using bontot_test::scores;
using bontot_test::sheet_parts;
using bontot_test::show;

/** M is marked by three roles; R has n points when `flag` holds, and asks for a report. */
sheet_parts marked_sheet()
{
    return {
        .criteria = "{'id': 'C', 'max': 20, 'indicators': ["
                    "{'id': 'M', 'max': 10, 'score': {'mark': {'step': '0.5'}}},"
                    "{'id': 'R', 'max': 10, 'score': {'formula': 'n'}, 'requires': 'flag',"
                    " 'applies': 'other', 'not_applicable': 'zero',"
                    " 'at_most': [{'when': 'm > 5', 'points': 3}],"
                    " 'evidence': {'kinds': ['report']}}]}",
        .grades = "{'id': 'top', 'min_total': 18}, {'id': 'mid', 'min_total': 10}, {'id': 'rest'}",
        .roles = "'self', {'id': 'appraised', 'label': {'vi': 'tham dinh', 'en': 'appraisal'}},"
                 "{'id': 'final', 'overrides': true}",
    };
}

scores marked(const char* marks, const char* facts, std::uint32_t as_of = bontot::none)
{
    const std::string more = "'marks': {" + std::string(marks) + "}";
    return scores(*make_dossier(make_rubric(marked_sheet()), {facts, more}), as_of);
}

std::string as_of(const scores& got)
{
    return std::string(got.get().sheet->roles[got.get().as_of].id);
}

/** Shows the columns as "self: 8..18 rest/mid". */
std::string columns(const scores& got)
{
    const bontot::rubric& sheet = *got.get().sheet;
    std::string out;
    for (const bontot::column& each : got.get().columns) {
        if (!out.empty()) out += ", ";
        out += std::string(sheet.roles[each.role].id) + ": ";
        out += show(each.total.points, each.total.possible) + " ";
        out += std::string(sheet.grades[each.grade].id);
        const bontot::column_points& m =
            got.get().column_nodes[each.first_node + sheet.find_node("M")];
        out += " M=" + show(m.points, m.possible);
    }
    return out;
}

/** R does not apply: it gives 0. */
constexpr const char* without_r = "'other': false";

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_roles)

BOOST_AUTO_TEST_CASE(the_last_role_that_marked_counts)
{
    constexpr std::uint32_t all = bontot::none;
    constexpr struct
    {
        const char* marks;
        std::uint32_t as_of;
        const char* expected;
        const char* role;
    } test_cases[] = {
        {"", all, "0..10 unknown", "self"},
        {"'M': {'self': 8}", all, "8 partly", "self"},
        {"'M': {'self': 8, 'appraised': '7.5'}", all, "7.5 partly", "appraised"},
        {"'M': {'appraised': '7.5', 'self': 8}", all, "7.5 partly", "appraised"},
        {"'M': {'self': 8, 'appraised': '7.5'}", 0, "8 partly", "self"},
        {"'M': {'self': 8, 'appraised': '7.5'}", 1, "7.5 partly", "appraised"},
        // The appraisal has not marked: that is not missing.
        {"'M': {'self': 8}", 1, "8 partly", "self"},
        // As of the self-assessment, a mark of the appraisal alone is not there yet.
        {"'M': {'appraised': '7.5'}", 0, "0..10 unknown", "self"},
        {"'M': {'self': 8, 'final': {'points': 10, 'reason': 'r'}}", all, "10 met", "final"},
        {"'M': {'self': null, 'appraised': {'points': 0}}", all, "0 unmet", "appraised"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.marks << " as of " << tc.as_of)
        {
            const scores got = marked(tc.marks, without_r, tc.as_of);
            BOOST_TEST(got.shown("M") == tc.expected);
            BOOST_TEST(as_of(got) == tc.role);
        }
    }
}

BOOST_AUTO_TEST_CASE(an_override_stands_in_place_of_the_rules)
{
    constexpr const char* final_6 =
        "'M': {'self': 8}, 'R': {'final': {'points': 6, 'reason': 'r'}}";
    constexpr struct
    {
        const char* name;
        const char* facts;
        const char* expected;
        const char* total;
    } test_cases[] = {
        {"whatever is required, proven and at most", "'other': true, 'flag': false, 'm': 6",
         "6 partly", "14"},
        {"whatever is missing", "'other': true", "6 partly", "14"},
        {"where the line does not apply, nothing is overridden", "'other': false",
         "0 not_applicable", "8"},
        {"where it may apply", "", "0..6 unknown", "8..14"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const scores got = marked(final_6, tc.facts);
            BOOST_TEST(got.shown("R") == tc.expected);
            BOOST_TEST(got.total() == tc.total);
        }
    }
    // As of the self-assessment the override is not there: n is 9, but nothing proves it.
    const scores before = marked(final_6, "'other': true, 'flag': true, 'm': 1, 'n': 9", 0);
    BOOST_TEST(before.shown("R") == "0..9 unproven");
}

BOOST_AUTO_TEST_CASE(roles_stand_side_by_side)
{
    BOOST_TEST(columns(marked("'M': {'self': 8}", without_r)) == "");
    BOOST_TEST(
        columns(marked("'M': {'self': '9.5', 'appraised': 8}", without_r)) ==
        "self: 9.5 rest M=9.5, appraised: 8 rest M=8"
    );
    const char* const three =
        "'M': {'self': '9.5', 'appraised': 8}, 'R': {'final': {'points': 10, 'reason': 'r'}}";
    BOOST_TEST(
        columns(marked(three, "'other': true")) ==
        "self: 9.5..19.5 rest M=9.5, appraised: 8..18 rest M=8, final: 18 top M=8"
    );
    BOOST_TEST(
        columns(marked(three, "'other': true", 1)) ==
        "self: 9.5..19.5 rest M=9.5, appraised: 8..18 rest M=8"
    );
}

BOOST_AUTO_TEST_CASE(one_result_serves_dossiers_with_and_without_columns)
{
    const auto sheet = make_rubric(marked_sheet());
    const auto many =
        make_dossier(sheet, {without_r, "'marks': {'M': {'self': 1, 'appraised': 2}}"});
    const auto one = make_dossier(sheet, {without_r, "'marks': {'M': {'self': 3}}"});
    bontot::result result;
    bontot::evaluate(*many, result);
    BOOST_TEST(result.columns.size() == 2U);
    bontot::evaluate(*one, result);
    BOOST_TEST(result.columns.empty());
    BOOST_TEST(show(result.points, result.possible) == "3");
    bontot::evaluate(*many, result);
    BOOST_TEST(result.columns.size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_was_said_is_told)
{
    const scores got = marked(
        "'M': {'self': 8, 'appraised': {'points': 7, 'comment': 'late', 'by': 'B',"
        " 'date': '2027-01-02'}}, 'R': {'final': {'points': 6, 'reason': 'flood'}}",
        "'other': true"
    );
    const std::string json = got.json();
    BOOST_TEST(
        json.find(R"("marks":{"self":{"points":8},"appraised":{"points":7,"comment":"late",)"
                  R"("by":"B","date":"2027-01-02"}})") != std::string::npos
    );
    BOOST_TEST(json.find(R"("text":"marked 7 points by appraisal")") != std::string::npos);
    BOOST_TEST(
        json.find("final decides 6 points in place of the rules: flood") != std::string::npos
    );
    BOOST_TEST(json.find(R"("as_of":"final")") != std::string::npos);
    BOOST_TEST(
        json.find(R"("columns":[{"role":"self","points":8,"possible":18,"grade":"rest",)"
                  R"("grade_possible":"top","nodes":{"C":{"points":8,"possible":18})"
        ) != std::string::npos
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_roles_unit
