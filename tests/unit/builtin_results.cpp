// SPDX-License-Identifier: BSL-1.0
// What bon-tot-2023 takes from results: the meetings rated good of the months, and the grades of
// its members. The dossier full.json without those facts and with these results scores the same.

#include "support/builtin.hpp"

#include <fstream>
#include <iterator>

namespace builtin_results_unit {

namespace {

using bontot_test::builtin;
using bontot_test::quoted;
using bontot_test::scores;
using bontot_test::show;

std::string full_dossier()
{
    std::ifstream file(BONTOT_TEST_DATA "/dossiers/full.json", std::ios::binary);
    BOOST_TEST_REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/** Takes every occurrence of a text out; returns how many there were. */
int take_out(std::string& from, const std::string& what)
{
    int count = 0;
    for (std::size_t at = from.find(what); at != std::string::npos; at = from.find(what)) {
        from.erase(at, what.size());
        ++count;
    }
    return count;
}

void add_results(std::string& to, const std::string& results)
{
    const std::string after = "\"format\": \"bontot-dossier/1\",";
    to.insert(to.find(after) + after.size(), quoted("'results': [" + results + "],"));
}

std::string meeting(const char* rubric, const char* month, const char* grade)
{
    const std::string day = std::string(month) + "-";
    return std::string("{'unit': 'CB-DAYDU', 'rubric': '") + rubric + "', 'from': '" + day +
           "01', 'to': '" + day + "28', 'grade': '" + grade + "', 'points': 90}";
}

/** Ten months rated good in the year, under either sheet; two are not; two do not count. */
std::string months()
{
    std::string out = meeting("sinh-hoat-an-phu-2025", "2022-12", "tot");
    for (const char* month : {"01", "02", "03", "04", "05"})
        out += ", " + meeting("sinh-hoat-hd42-2025", ("2023-" + std::string(month)).c_str(), "tot");
    for (const char* month : {"07", "08", "09", "10", "11"}) {
        out +=
            ", " + meeting("sinh-hoat-an-phu-2025", ("2023-" + std::string(month)).c_str(), "tot");
    }
    out += ", " + meeting("sinh-hoat-hd42-2025", "2023-06", "kha");
    out += ", " + meeting("sinh-hoat-an-phu-2025", "2023-12", "kem");
    return out + ", " + meeting("tthtcd-2025", "2023-12", "tot");
}

std::string member(const char* id, const char* year, const char* grade)
{
    const std::string day = std::string(year) + "-";
    return std::string("{'unit': '") + id +
           "', 'rubric': 'xep-loai-dang-vien-366-2025', 'from': '" + day + "01-01', 'to': '" + day +
           "12-31', 'grade': '" + grade + "', 'points': 80}";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_builtin_results)

/** 10 of 11 meetings are rated good: 3.7 has 27/11. */
BOOST_AUTO_TEST_CASE(meetings_rated_good)
{
    std::string json = full_dossier();
    BOOST_TEST_REQUIRE(take_out(json, "    \"meetings.rated_good\": 10,\n") == 1);
    add_results(json, months());
    const auto read = bontot::read_dossier(builtin("bon-tot-2023"), json);
    BOOST_TEST_REQUIRE(!!read, show(read.error()));
    const scores got(**read);
    BOOST_TEST(got.points("3.7") == "2.454545454545");
    BOOST_TEST(got.total() == "85.707575757576");
}

BOOST_AUTO_TEST_CASE(a_fact_and_results)
{
    std::string json = full_dossier();
    add_results(json, months());
    const auto read = bontot::read_dossier(builtin("bon-tot-2023"), json);
    BOOST_TEST_REQUIRE(!read);
    BOOST_TEST(show(read.error()) == "dossier_fact_and_results at /facts/meetings.rated_good");
}

/** Excellent, five good, completed, and one of whom the year's result is missing. */
BOOST_AUTO_TEST_CASE(grades_of_members)
{
    std::string json = full_dossier();
    int taken = 0;
    for (const char* grade : {"excellent", "good", "completed"})
        taken += take_out(json, std::string("\"grade\": \"") + grade + "\", ");
    BOOST_TEST_REQUIRE(taken == 8);
    std::string results = member("DV-01", "2023", "xuat-sac");
    for (const char* id : {"DV-02", "DV-03", "DV-04", "DV-05", "DV-06", "DV-07"})
        results += ", " + member(id, "2023", "tot");
    const std::string known = results + ", " + member("DV-08", "2022", "tot") + ", " +
                              member("DV-08", "2023", "hoan-thanh");

    std::string complete = json;
    add_results(complete, known);
    const auto read = bontot::read_dossier(builtin("bon-tot-2023"), complete);
    BOOST_TEST_REQUIRE(!!read, show(read.error()));
    const scores got(**read);
    BOOST_TEST(got.points("4.3") == "4.5"); // 7 of 8: (0.875 - 0.5) / 0.5 * 6
    BOOST_TEST(got.points("4.4") == "4");
    BOOST_TEST(got.total() == "85.707575757576");

    // Without a result of the year the grade of DV-08 is not known: 7/8 or 8/8, none failed or one.
    std::string open = json;
    add_results(open, results + ", " + member("DV-08", "2022", "tot"));
    const auto read_open = bontot::read_dossier(builtin("bon-tot-2023"), open);
    BOOST_TEST_REQUIRE(!!read_open, show(read_open.error()));
    const scores less(**read_open);
    BOOST_TEST(less.state("4.3") == "unknown");
    BOOST_TEST(less.state("4.4") == "unknown");

    std::string failed = json;
    add_results(failed, results + ", " + member("DV-08", "2023", "khong-hoan-thanh"));
    const auto read_failed = bontot::read_dossier(builtin("bon-tot-2023"), failed);
    BOOST_TEST_REQUIRE(!!read_failed, show(read_failed.error()));
    BOOST_TEST(scores(**read_failed).points("4.4") == "2"); // one that is not completed: 4 - 2
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace builtin_results_unit
