// SPDX-License-Identifier: BSL-1.0

#include "support/sheets.hpp"

#include <bontot/write_summary.hpp>

namespace write_summary_unit {

namespace {

using bontot_test::quoted;
using bontot_test::show;

const bontot_test::sheet_parts sheet = {
    .criteria = "{'id': 'C', 'max': 10, 'indicators': ["
                " {'id': 'C.1', 'max': 4, 'score': {'condition': 'flag'}},"
                " {'id': 'C.2', 'max': 6, 'score': {'proportional': {'value': 'n', 'from': [0, 10],"
                "  'points': [0, 6]}}}]},"
                "{'id': 'P', 'kind': 'penalty', 'min': -5, 'max': 0, 'indicators': ["
                " {'id': 'P.1', 'min': -5, 'max': 0, 'score': {'deductions': ["
                "  {'count': 'c', 'each': '0.5'}]}}]}"};

std::string head(const std::string& unit)
{
    return "{'format': 'bontot-dossier/1', 'unit': {'id': '" + unit + "', 'name': 'Not told'},";
}

std::string summary_of(const std::string& json)
{
    const auto given = bontot::read_dossier(make_rubric(sheet), quoted(json));
    BOOST_TEST_REQUIRE(!!given, show(given.error()));
    bontot::result scored;
    evaluate(**given, scored);
    std::string out;
    append_summary(out, scored);
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(write_summary)

BOOST_AUTO_TEST_CASE(figures)
{
    // C = 4 + 6 * 5 / 10; P = -0.5 * 3; from 5 points on the grade is mid.
    const std::string decided = summary_of(
        head("U-1") + "'period': {'from': '2026-01-01', 'to': '2026-03-31'},"
                      "'facts': {'flag': true, 'n': 5, 'c': 3}}"
    );
    BOOST_TEST(
        decided ==
        quoted("{'format':'bontot-summary/1','unit':'U-1','rubric':{'id':'test','version':'1'},"
               "'period':{'from':'2026-01-01','to':'2026-03-31'},"
               "'total':{'points':5.5,'possible':5.5,'max':10},'grade':'mid',"
               "'grade_possible':'mid','criteria':{'C':{'points':7,'possible':7},"
               "'P':{'points':-1.5,'possible':-1.5}}}")
    );
}

BOOST_AUTO_TEST_CASE(open_figures)
{
    // n may be anything from 0 to 10; without points taken off, 4..10 in all.
    const std::string open = summary_of(
        head("U\\\\2") + "'period': {'from': '2026-01-01', 'to': '2026-12-31'},"
                         "'facts': {'flag': true, 'c': 0}}"
    );
    BOOST_TEST(
        open ==
        quoted("{'format':'bontot-summary/1','unit':'U\\\\2','rubric':{'id':'test','version':'1'},"
               "'period':{'from':'2026-01-01','to':'2026-12-31'},"
               "'total':{'points':4,'possible':10,'max':10},'grade':'rest',"
               "'grade_possible':'top','criteria':{'C':{'points':4,'possible':10},"
               "'P':{'points':0,'possible':0}}}")
    );
}

BOOST_AUTO_TEST_CASE(appends)
{
    const auto given = bontot::read_dossier(
        make_rubric(sheet),
        quoted(
            head("U") + "'period': {'from': '2026-01-01', 'to': '2026-12-31'}, 'facts': {'c': 9}}"
        )
    );
    BOOST_TEST_REQUIRE(!!given, show(given.error()));
    bontot::result scored;
    evaluate(**given, scored);
    bontot::string out("x");
    append_summary(out, scored);
    BOOST_TEST(std::string_view(out).substr(0, 2) == "x{");
    BOOST_TEST(std::string_view(out).back() == '}');
    BOOST_TEST(out.find('\n') == bontot::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace write_summary_unit
