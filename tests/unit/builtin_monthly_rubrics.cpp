// SPDX-License-Identifier: BSL-1.0
// The built-in sheets of monthly meetings, worked out by hand: every step from both sides of its
// bounds, the holes of the real form, and what leaves a denominator or a maximum.

#include "support/builtin.hpp"

namespace builtin_monthly_rubrics_unit {

namespace {

using bontot_test::builtin;
using bontot_test::builtin_dossier;
using bontot_test::fact_list;
using bontot_test::scores;
using bontot_test::show;

/** A month of 100 points: 22 due, all present, 12 spoke, 19 of 20 targets met. */
constexpr const char* full_month =
    "roster.total = 24; roster.exempt = 1; roster.special_duty = 1; cell.only_secretary = false;"
    "meeting.minutes = 90; meeting.thematic_held = true; meeting.ideology_minutes = 20;"
    "attendance.present = 22; attendance.absent_unexcused = 0; attendance.absent_running = 0;"
    "opinions.speakers = 12; targets.set = 20; targets.met = 19;"
    "prepare.content = true; prepare.direction = true; prepare.pre_meeting = true;"
    "prepare.notified = true; prepare.uploaded = true;"
    "hold.process = true; hold.regular = true; hold.thematic = true; hold.praise = true;"
    "hold.minutes = true; hold.digital = true;"
    "chair.flexible = true; chair.direction = true; chair.democratic = true;"
    "chair.concluded = true;"
    "principle.centralism = true; principle.criticism = true; principle.quality = true;"
    "principle.feedback = true;"
    "close.concluded = true; close.approved = true; close.uploaded = true";

std::string month_json(const char* changes)
{
    return builtin_dossier(fact_list(full_month).set(changes), "2025-11-01", "2025-11-30");
}

scores month(const char* changes)
{
    const auto read = bontot::read_dossier(builtin("sinh-hoat-an-phu-2025"), month_json(changes));
    BOOST_TEST_REQUIRE(!!read, show(read.error()));
    return scores(**read);
}

struct line_row
{
    const char* changes;
    const char* expected; /**< as scores::shown */
};

void check_line(const char* node, std::initializer_list<line_row> rows)
{
    for (const line_row& row : rows) {
        BOOST_TEST_CONTEXT(row.changes)
        {
            BOOST_TEST(month(row.changes).shown(node) == row.expected);
        }
    }
}

/** A month under the central frame: 35 points, and those for the content and the outcome. */
scores frame(const std::string& content, const std::string& outcome, const char* facts = "")
{
    const std::string marks =
        "'1.1': {'observer': 5}, '2.1': {'observer': 5}, '3.1': {'observer': 5}, '4.1': "
        "{'observer': 5}, '4.2': {" +
        content + "}, '4.3': {'observer': 5}, '5.1': {'observer': 5}, '6.1': {" + outcome +
        "}, '7.1': {'observer': 5}";
    const auto read = bontot::read_dossier(
        builtin("sinh-hoat-hd42-2025"),
        builtin_dossier(fact_list(facts), "2025-11-01", "2025-11-30", "'marks': {" + marks + "}")
    );
    BOOST_TEST_REQUIRE(!!read, show(read.error()));
    return scores(**read);
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_builtin_monthly_rubrics)

BOOST_AUTO_TEST_CASE(an_phu_full_month)
{
    const scores got = month("");
    BOOST_TEST(got.total() == "100");
    BOOST_TEST(got.total_max() == "100");
    BOOST_TEST(got.grade() == "tot");
    BOOST_TEST(got.findings() == "");
    BOOST_TEST(got.missing() == "");
}

/** Of 90 minutes: short by 15 at most, by 30 at most, exactly half, less; 45 < t < 60 fits none. */
BOOST_AUTO_TEST_CASE(an_phu_time_under_30_members)
{
    check_line(
        "1", {{"meeting.minutes = 91", "5 met"},
              {"meeting.minutes = 90", "5 met"},
              {"meeting.minutes = 89", "4 partly"},
              {"meeting.minutes = 75", "4 partly"},
              {"meeting.minutes = 74", "3 partly"},
              {"meeting.minutes = 60", "3 partly"},
              {"meeting.minutes = 45", "2 partly"},
              {"meeting.minutes = 44; meeting.ideology_minutes = 15", "1 partly"},
              {"meeting.minutes = 0; meeting.ideology_minutes = 0", "1 partly"}}
    );
    for (const char* minutes : {"meeting.minutes = 59", "meeting.minutes = 46"}) {
        BOOST_TEST_CONTEXT(minutes)
        {
            const scores got = month(minutes);
            BOOST_TEST(got.shown("1.1") == "1..5 uncovered");
            BOOST_TEST(got.points("1") == "1..5");
            BOOST_TEST(got.total() == "96..100");
            BOOST_TEST(got.findings() == "reason_no_step at 1.1");
        }
    }
}

/** Of 120 minutes, from exactly 30 members; 60 < t < 90 fits none. */
BOOST_AUTO_TEST_CASE(an_phu_time_from_30_members)
{
    const std::string thirty =
        "roster.total = 30; attendance.present = 28; opinions.speakers = 15;";
    constexpr struct
    {
        const char* minutes;
        const char* expected;
    } test_cases[] = {
        {"121", "5 met"},         {"120", "5 met"},         {"119", "4 partly"},
        {"105", "4 partly"},      {"104", "3 partly"},      {"100", "3 partly"},
        {"90", "3 partly"},       {"89", "1..5 uncovered"}, {"75", "1..5 uncovered"},
        {"61", "1..5 uncovered"}, {"60", "2 partly"},       {"59", "1 unmet"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.minutes)
        {
            const scores got = month((thirty + "meeting.minutes = " + tc.minutes).c_str());
            BOOST_TEST(got.shown("1.2") == tc.expected);
            BOOST_TEST(got.state("1.1") == "not_applicable");
        }
    }
}

/** Of exactly 30 the form's words disagree: 120 minutes are asked, and check k1 says so. */
BOOST_AUTO_TEST_CASE(an_phu_exactly_30_members)
{
    const std::string present =
        "attendance.present = 20; opinions.speakers = 15; meeting.minutes = 119;";
    const scores below = month((present + "roster.total = 29").c_str());
    BOOST_TEST(below.points("1") == "5");
    BOOST_TEST(below.check(0) == "yes");
    const scores exactly = month((present + "roster.total = 30").c_str());
    BOOST_TEST(exactly.points("1") == "4");
    BOOST_TEST(exactly.check(0) == "no");
    const scores above = month((present + "roster.total = 31").c_str());
    BOOST_TEST(above.points("1") == "4");
    BOOST_TEST(above.check(0) == "yes");
    const scores either_way = month((present + "roster.total = 30; meeting.minutes = 120").c_str());
    BOOST_TEST(either_way.points("1") == "5");
    BOOST_TEST(either_way.check(0) == "yes");
    const scores unknown_size = month((present + "roster.total = -").c_str());
    BOOST_TEST(unknown_size.points("1") == "4..5");
}

/** 20 are due: 22 less one exempt and one on special duty. */
BOOST_AUTO_TEST_CASE(an_phu_attendance)
{
    const std::string due = "roster.total = 22; opinions.speakers = 12; attendance.present = ";
    constexpr struct
    {
        const char* present;
        const char* expected;
    } test_cases[] = {
        {"20", "4 met"},    {"18", "4 met"},
        {"17", "3 partly"}, {"15", "3 partly"},
        {"14", "2 partly"}, {"13", "2 partly"},
        {"12", "1 unmet"},  {"19; attendance.absent_unexcused = 1", "1 unmet"}, // whatever the rate
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.present)
        {
            BOOST_TEST(month((due + tc.present).c_str()).shown("2.1") == tc.expected);
        }
    }
    check_line(
        "2.2",
        {{"attendance.absent_running = 0", "1 met"}, {"attendance.absent_running = 1", "0 unmet"}}
    );
}

/** 18 of 24 are 75 %, of 22 81.8 %, of 20 90 %. */
BOOST_AUTO_TEST_CASE(an_phu_exempt_members_leave_the_denominator)
{
    const std::string present = "attendance.present = 18;";
    constexpr struct
    {
        const char* left_out;
        const char* points;
    } test_cases[] = {
        {"roster.exempt = 0; roster.special_duty = 0", "3"},
        {"roster.exempt = 1; roster.special_duty = 1", "3"},
        {"roster.exempt = 4; roster.special_duty = 0", "4"},
        {"roster.exempt = 0; roster.special_duty = 4", "4"},
        {"roster.exempt = 0; roster.special_duty = 3", "3"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.left_out)
        {
            BOOST_TEST(month((present + tc.left_out).c_str()).points("2.1") == tc.points);
        }
    }
}

BOOST_AUTO_TEST_CASE(an_phu_cell_with_only_a_secretary)
{
    check_line(
        "3.3", {{"prepare.pre_meeting = false", "0 unmet"},
                {"prepare.pre_meeting = -", "0..2 unknown"},
                {"prepare.pre_meeting = -; cell.only_secretary = true", "2 not_applicable"},
                {"prepare.pre_meeting = false; cell.only_secretary = true", "2 not_applicable"},
                {"prepare.pre_meeting = false; cell.only_secretary = -", "0..2 unknown"}}
    );
    BOOST_TEST(month("prepare.pre_meeting = -; cell.only_secretary = true").total() == "100");
}

/** Without a thematic session the maximum is 95 and the bands stay where they are. */
BOOST_AUTO_TEST_CASE(an_phu_month_without_a_thematic_session)
{
    const scores got = month("meeting.thematic_held = false; hold.thematic = -");
    BOOST_TEST(got.total() == "95");
    BOOST_TEST(got.total_max() == "95");
    BOOST_TEST(got.max("4") == "25");
    BOOST_TEST(got.grade() == "tot");
    BOOST_TEST(got.check(1) == "no");
    // 95 - 6 = 89: 93.7 % of what could be had, and below 90 all the same.
    const scores less = month("meeting.thematic_held = false; hold.thematic = -; hold.process = "
                              "false; hold.digital = false");
    BOOST_TEST(less.total() == "89");
    BOOST_TEST(less.grade() == "kha");
    const scores held = month("hold.thematic = false");
    BOOST_TEST(held.total() == "95");
    BOOST_TEST(held.total_max() == "100");
}

/** Of 20 present; exactly half fits no step. */
BOOST_AUTO_TEST_CASE(an_phu_opinions)
{
    const std::string present = "attendance.present = 20; opinions.speakers = ";
    constexpr struct
    {
        const char* spoke;
        const char* expected;
    } test_cases[] = {
        {"20", "5 met"},   {"11", "5 met"},       {"10", "2..5 uncovered"}, {"9", "4 partly"},
        {"8", "4 partly"}, {"7", "3 partly"},     {"6", "3 partly"},        {"5", "2 unmet"},
        {"0", "2 unmet"},  {"-", "2..5 unknown"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.spoke)
        {
            const scores got = month((present + tc.spoke).c_str());
            BOOST_TEST(got.shown("4.5") == tc.expected);
            const bool is_half = std::string_view(tc.spoke) == "10";
            BOOST_TEST(got.findings() == (is_half ? "reason_no_step at 4.5" : ""));
        }
    }
}

BOOST_AUTO_TEST_CASE(an_phu_results_and_ideology)
{
    check_line(
        "7.1", {{"targets.met = 20", "30 met"},
                {"targets.met = 18", "30 met"},
                {"targets.met = 17", "27 partly"},
                {"targets.met = 16", "27 partly"},
                {"targets.met = 15", "24 partly"},
                {"targets.met = 14", "24 partly"},
                {"targets.met = 13", "20 partly"},
                {"targets.met = 12", "20 partly"},
                {"targets.met = 11", "15 partly"},
                {"targets.met = 10", "15 partly"},
                {"targets.met = 9", "10 unmet"},
                {"targets.met = 0", "10 unmet"}}
    );
    check_line(
        "4.7", {{"meeting.ideology_minutes = 14", "0 unmet"},
                {"meeting.ideology_minutes = 15", "1 met"},
                {"meeting.ideology_minutes = 30", "1 met"},
                {"meeting.ideology_minutes = 31", "0 unmet"}}
    );
}

/** Toggles: each false takes exactly its line's points off 100. */
BOOST_AUTO_TEST_CASE(an_phu_toggles)
{
    constexpr struct
    {
        const char* fact;
        const char* total;
    } test_cases[] = {
        {"prepare.content", "97"},     {"prepare.direction", "98"},
        {"prepare.pre_meeting", "98"}, {"prepare.notified", "99"},
        {"prepare.uploaded", "98"},    {"hold.process", "95"},
        {"hold.regular", "90"},        {"hold.thematic", "95"},
        {"hold.praise", "98"},         {"hold.minutes", "99"},
        {"hold.digital", "99"},        {"chair.flexible", "98"},
        {"chair.direction", "96"},     {"chair.democratic", "97"},
        {"chair.concluded", "99"},     {"principle.centralism", "99"},
        {"principle.criticism", "98"}, {"principle.quality", "99"},
        {"principle.feedback", "99"},  {"close.concluded", "98"},
        {"close.approved", "98"},      {"close.uploaded", "99"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.fact)
        {
            BOOST_TEST(month((std::string(tc.fact) + " = false").c_str()).total() == tc.total);
        }
    }
}

/** 30 is lost with no targets met but 10, 10 with the regular content, and so on. */
BOOST_AUTO_TEST_CASE(an_phu_bands)
{
    constexpr struct
    {
        const char* changes;
        const char* total;
        const char* grade;
    } test_cases[] = {
        {"hold.regular = false", "90", "tot"},
        {"hold.regular = false; close.uploaded = false", "89", "kha"},
        {"targets.met = 9; hold.regular = false", "70", "kha"},
        {"targets.met = 9; hold.regular = false; close.uploaded = false", "69", "trung-binh"},
        {"targets.met = 9; hold.regular = false; hold.process = false; hold.thematic = false;"
         "chair.direction = false; chair.democratic = false; prepare.content = false",
         "50", "trung-binh"},
        {"targets.met = 9; hold.regular = false; hold.process = false; hold.thematic = false;"
         "chair.direction = false; chair.democratic = false; prepare.content = false;"
         "hold.minutes = false",
         "49", "kem"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.changes)
        {
            const scores got = month(tc.changes);
            BOOST_TEST(got.total() == tc.total);
            BOOST_TEST(got.grade() == tc.grade);
        }
    }
}

/** The lines that can not be 0: 1 + 1 + 2 + 10. */
BOOST_AUTO_TEST_CASE(an_phu_worst_month)
{
    fact_list facts(full_month);
    facts.set("meeting.minutes = 0; meeting.ideology_minutes = 0; attendance.present = 1;"
              "attendance.absent_unexcused = 21; attendance.absent_running = 3;"
              "opinions.speakers = 0; targets.met = 0");
    for (const char* toggle :
         {"prepare.content",     "prepare.direction", "prepare.pre_meeting", "prepare.notified",
          "prepare.uploaded",    "hold.process",      "hold.regular",        "hold.thematic",
          "hold.praise",         "hold.minutes",      "hold.digital",        "chair.flexible",
          "chair.direction",     "chair.democratic",  "chair.concluded",     "principle.centralism",
          "principle.criticism", "principle.quality", "principle.feedback",  "close.concluded",
          "close.approved",      "close.uploaded"}) {
        facts.set(std::string(toggle) + " = false");
    }
    const auto read = bontot::read_dossier(
        builtin("sinh-hoat-an-phu-2025"), builtin_dossier(facts, "2025-11-01", "2025-11-30")
    );
    BOOST_TEST_REQUIRE(!!read, show(read.error()));
    const scores got(**read);
    BOOST_TEST(got.total() == "14");
    BOOST_TEST(got.grade() == "kem");
}

BOOST_AUTO_TEST_CASE(an_phu_contradictions)
{
    constexpr struct
    {
        const char* changes;
        const char* errors;
    } test_cases[] = {
        {"roster.exempt = 23; attendance.present = -; opinions.speakers = -",
         "dossier_inconsistent at /facts/roster.exempt"},
        {"attendance.present = 23", "dossier_inconsistent at /facts/attendance.present"},
        {"attendance.absent_unexcused = 1", "dossier_inconsistent at /facts/attendance.present"},
        {"opinions.speakers = 23", "dossier_inconsistent at /facts/opinions.speakers"},
        {"targets.met = 21", "dossier_inconsistent at /facts/targets.met"},
        {"meeting.ideology_minutes = 91",
         "dossier_inconsistent at /facts/meeting.ideology_minutes"},
        {"attendance.absent_running = 25",
         "dossier_inconsistent at /facts/attendance.absent_running"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.changes)
        {
            const auto read =
                bontot::read_dossier(builtin("sinh-hoat-an-phu-2025"), month_json(tc.changes));
            BOOST_TEST_REQUIRE(!read);
            BOOST_TEST(show(read.error()) == tc.errors);
        }
    }
}

BOOST_AUTO_TEST_CASE(hd42_bands)
{
    constexpr struct
    {
        const char* content;
        const char* outcome;
        const char* total;
        const char* grade;
    } test_cases[] = {
        {"25", "30", "90", "tot"},       {"25", "29.99", "89.99", "kha"},
        {"25", "10", "70", "kha"},       {"25", "9.99", "69.99", "trung-binh"},
        {"15", "0", "50", "trung-binh"}, {"14.99", "0", "49.99", "kem"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.total)
        {
            const scores got = frame(
                "'observer': " + std::string(tc.content), "'observer': " + std::string(tc.outcome)
            );
            BOOST_TEST(got.total() == tc.total);
            BOOST_TEST(got.total_max() == "100");
            BOOST_TEST(got.grade() == tc.grade);
        }
    }
    constexpr const char* maxima[][2] = {{"1", "5"},  {"2", "5"},    {"3", "10"},
                                         {"4", "40"}, {"4.2", "25"}, {"4.3", "10"},
                                         {"5", "5"},  {"6", "30"},   {"7", "5"}};
    for (const auto& each : maxima)
        BOOST_TEST(frame("", "").max(each[0]) == each[1]);
}

/** Observer, committee of the cell, vote of the cell, upper committee: the last one counts. */
BOOST_AUTO_TEST_CASE(hd42_roles)
{
    constexpr struct
    {
        const char* outcome;
        const char* total;
    } test_cases[] = {
        {"'observer': 20", "80"},
        {"'committee': 21, 'observer': 20", "81"},
        {"'cell': 22, 'committee': 21, 'observer': 20", "82"},
        {"'upper': 19, 'cell': 22, 'committee': 21, 'observer': 20", "79"},
        {"", "60..90"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.outcome)
        {
            BOOST_TEST(frame("'observer': 25", tc.outcome).total() == tc.total);
        }
    }
}

BOOST_AUTO_TEST_CASE(hd42_checks)
{
    constexpr struct
    {
        const char* facts;
        const char* checks;
    } test_cases[] = {
        {"report.days = 2; report.uploaded = true", "yes yes"},
        {"report.days = 3; report.uploaded = true", "no yes"},
        {"report.days = 0; report.uploaded = false", "yes no"},
        {"", "open open"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.facts)
        {
            const scores got = frame("'observer': 25", "'observer': 30", tc.facts);
            BOOST_TEST(got.check(0) + " " + got.check(1) == tc.checks);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace builtin_monthly_rubrics_unit
