// SPDX-License-Identifier: BSL-1.0
// The built-in sheet of a community learning centre: evidence, the ceiling, the grid, the bands.

#include "support/builtin.hpp"

namespace builtin_learning_centre_unit {

namespace {

using bontot_test::builtin;
using bontot_test::builtin_dossier;
using bontot_test::fact_list;
using bontot_test::scores;
using bontot_test::show;

/** The marks of a centre that has all points: 10 + 20 + 20 + 20 + 30. */
constexpr const char* full_marks =
    "1.1 = 4; 1.2 = 3; 1.3 = 3; 2.1 = 5; 2.2 = 5; 2.3 = 5; 2.4 = 5; 3.1 = 5; 3.2 = 5; 3.3 = 5;"
    "3.4 = 5; 4.1 = 2; 4.2 = 3; 4.3 = 3; 4.4 = 3; 4.5 = 3; 4.6 = 3; 4.7 = 3; 5.4 = 2; 5.5 = 3";

constexpr const char* full_facts = "premises.own = true; results_shown.first = 9;"
                                   "results_shown.second = 8; results_shown.third = 8";

constexpr const char* all_lines =
    "'1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4', '3.1', '3.2', '3.3', '3.4', '4.1', '4.2',"
    "'4.3', '4.4', '4.5', '4.6', '4.7', '5.1', '5.2', '5.3', '5.4', '5.5'";

std::string document(const std::string& lines, const char* status = "submitted")
{
    return "{'id': 'MC', 'supports': [" + lines + "], 'kind': 'report', 'status': '" + status +
           "'}";
}

std::string centre_json(
    const char* marks, const char* facts = "", const std::string& evidence = document(all_lines)
)
{
    // Marks are plain numbers here: of the one role that marks.
    std::string by_role;
    const std::string members = fact_list(full_marks).set(marks).members();
    std::size_t at = 0;
    while (at < members.size()) {
        const std::size_t colon = members.find(": ", at);
        const std::size_t end = std::min(members.find(',', at), members.size());
        by_role += members.substr(at, colon + 2 - at) +
                   "{'self': " + members.substr(colon + 2, end - colon - 2) + "}" +
                   members.substr(end, 1);
        at = end + 1;
    }
    return builtin_dossier(
        fact_list(full_facts).set(facts), "2025-01-01", "2025-12-31",
        "'marks': {" + by_role + "}, 'evidence': [" + evidence + "]"
    );
}

scores
centre(const char* marks, const char* facts = "", const std::string& evidence = document(all_lines))
{
    const auto read =
        bontot::read_dossier(builtin("tthtcd-2025"), centre_json(marks, facts, evidence));
    BOOST_TEST_REQUIRE(!!read, show(read.error()));
    return scores(**read);
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_builtin_learning_centre)

BOOST_AUTO_TEST_CASE(all_points)
{
    const scores got = centre("");
    BOOST_TEST(got.total() == "100");
    BOOST_TEST(got.grade() == "tu-85");
    constexpr const char* maxima[][2] = {
        {"1", "10"}, {"2", "20"}, {"3", "20"}, {"4", "20"}, {"5", "30"}};
    for (const auto& each : maxima)
        BOOST_TEST(got.max(each[0]) == each[1]);
}

/** No suitable evidence: 0 points; what it would have is possible still. */
BOOST_AUTO_TEST_CASE(evidence)
{
    const scores none = centre("", "", "");
    BOOST_TEST(none.total() == "0..100");
    BOOST_TEST(none.grade() == "duoi-50");
    BOOST_TEST(none.shown("5.1") == "0..9 unproven");
    const scores one = centre("", "", document("'1.1', '2.1'"));
    BOOST_TEST(one.points("1") == "4..10");
    BOOST_TEST(one.shown("1.2") == "0..3 unproven");
    BOOST_TEST(one.total() == "9..100");
    const scores rejected = centre("", "", document(all_lines, "rejected"));
    BOOST_TEST(rejected.total() == "0..100");
    const scores false_one = centre("", "", document(all_lines, "false"));
    BOOST_TEST(false_one.total() == "0");
    // Evidence is asked for points only.
    BOOST_TEST(centre("1.2 = 0", "", "").shown("1.2") == "0 unmet");
}

/** No premises of its own: at most 3.5 for 2.1. */
BOOST_AUTO_TEST_CASE(ceiling)
{
    constexpr struct
    {
        const char* mark;
        const char* own;
        const char* points;
    } test_cases[] = {
        {"2.1 = 5", "premises.own = true", "5"},    {"2.1 = 5", "premises.own = false", "3.5"},
        {"2.1 = 4", "premises.own = false", "3.5"}, {"2.1 = 3.5", "premises.own = false", "3.5"},
        {"2.1 = 3", "premises.own = false", "3"},   {"2.1 = 5", "premises.own = -", "3.5..5"},
        {"2.1 = 3", "premises.own = -", "3"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.mark << " " << tc.own)
        {
            BOOST_TEST(centre(tc.mark, tc.own).points("2.1") == tc.points);
        }
    }
    BOOST_TEST(centre("", "premises.own = false").total() == "98.5");
}

BOOST_AUTO_TEST_CASE(grid)
{
    for (const char* mark : {"2.2 = 4.7", "2.2 = 0.25", "4.1 = 1.9"}) {
        const auto read = bontot::read_dossier(builtin("tthtcd-2025"), centre_json(mark));
        BOOST_TEST_REQUIRE(!read);
        BOOST_TEST(show(read.error()).substr(0, 17) == "dossier_mark_grid");
    }
    BOOST_TEST(centre("2.2 = 4.5").points("2") == "19.5");
}

/** 84.5 and 85 lie next to each other on the grid. */
BOOST_AUTO_TEST_CASE(bands)
{
    constexpr struct
    {
        const char* marks;
        const char* total;
        const char* grade;
    } test_cases[] = {
        {"3.1 = 0; 3.2 = 0; 3.3 = 0", "85", "tu-85"},
        {"3.1 = 0; 3.2 = 0; 3.3 = 0; 1.1 = 3.5", "84.5", "tu-70"},
        {"3.1 = 0; 3.2 = 0; 3.3 = 0; 3.4 = 0; 2.2 = 0; 2.3 = 0", "70", "tu-70"},
        {"3.1 = 0; 3.2 = 0; 3.3 = 0; 3.4 = 0; 2.2 = 0; 2.3 = 0; 1.1 = 3.5", "69.5", "tu-50"},
        {"3.1 = 0; 3.2 = 0; 3.3 = 0; 3.4 = 0; 2.1 = 0; 2.2 = 0; 2.3 = 0; 2.4 = 0; 1.1 = 0; 1.2 = 0;"
         "1.3 = 0",
         "50", "tu-50"},
        {"3.1 = 0; 3.2 = 0; 3.3 = 0; 3.4 = 0; 2.1 = 0; 2.2 = 0; 2.3 = 0; 2.4 = 0; 1.1 = 0; 1.2 = 0;"
         "1.3 = 0; 4.1 = 1.5",
         "49.5", "duoi-50"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.total)
        {
            const scores got = centre(tc.marks);
            BOOST_TEST(got.total() == tc.total);
            BOOST_TEST(got.grade() == tc.grade);
        }
    }
}

/** The text says nine kinds and the list names eight: both can be entered, nine is told. */
BOOST_AUTO_TEST_CASE(kinds)
{
    const scores nine = centre("", "results_shown.first = 9");
    BOOST_TEST(nine.points("5.1") == "9");
    BOOST_TEST(nine.check(0) == "no");
    const scores eight = centre("", "results_shown.first = 8");
    BOOST_TEST(eight.points("5.1") == "8");
    BOOST_TEST(eight.check(0) == "yes");
    BOOST_TEST(centre("", "results_shown.first = 4").points("5") == "25");
    BOOST_TEST(centre("", "results_shown.second = 3").points("5") == "25");
    BOOST_TEST(centre("", "results_shown.third = 3").points("5") == "25");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace builtin_learning_centre_unit
