// SPDX-License-Identifier: BSL-1.0
// Rules 9, 30, 34 to 36 and 43 of real scoring sheets (docs/rules.md): what others than the unit
// say - committees, markers, the years before, members and sub-units, other sheets.

#include "support/sheets.hpp"

namespace field_rules_people_unit {

namespace {

using bontot_test::dossier_errors;
using bontot_test::dossier_json;
using bontot_test::dossier_parts;
using bontot_test::make_rubric;
using bontot_test::one_line;
using bontot_test::plain_facts;
using bontot_test::quoted;
using bontot_test::score;
using bontot_test::scores;
using bontot_test::sheet_parts;
using bontot_test::show;

scores
score_with(const sheet_parts& parts, const std::string& reference, const dossier_parts& dossier)
{
    const auto sheet = make_rubric(parts);
    const auto committee = bontot::read_reference(sheet, quoted(reference));
    BOOST_TEST_REQUIRE(!!committee, show(committee.error()));
    bontot::dossier_options options;
    options.committee = committee->get();
    options.trusted = bontot::trust::committee;
    const auto read = bontot::read_dossier(sheet, dossier_json(dossier), options);
    BOOST_TEST_REQUIRE(!!read, show(read.error()));
    return scores(**read);
}

std::string result(const char* unit, const char* rubric, const char* year, const char* grade)
{
    const std::string day = std::string(year) + "-";
    return std::string("{'unit': '") + unit + "', 'rubric': '" + rubric + "', 'from': '" + day +
           "01-01', 'to': '" + day + "12-31', 'grade': '" + grade + "', 'points': 80}";
}

/** Years from 2021 with these grades. */
std::string history(std::initializer_list<const char*> grades)
{
    std::string out;
    int year = 2021;
    for (const char* grade : grades) {
        const std::string day = std::to_string(year++) + "-";
        out += std::string(out.empty() ? "" : ", ") + "{'from': '" + day + "01-01', 'to': '" + day +
               "12-31', 'grade': '" + grade + "'}";
    }
    return "'history': [" + out + "]";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_field_rules_people)

/** Against an average that the committee gives: 10 points for it, 2 for each point above. */
BOOST_AUTO_TEST_CASE(rule_09_external_reference_value)
{
    const sheet_parts sheet{
        .criteria = "{'id': 'C', 'max': 20, 'indicators': [{'id': 'L', 'max': 20, 'score': "
                    "{'formula': 'max(0, min(20, 10 + 2 * (x - average)))'}}]}",
        .facts = std::string(plain_facts) +
                 ", {'id': 'average', 'type': 'number', 'min': 0, 'max': 100, 'given_by': "
                 "'committee'}"};
    const std::string reference =
        "{'format': 'bontot-reference/1', 'facts': {'average': 60}, 'units': {'V': {'average': "
        "50}}}";
    BOOST_TEST(score_with(sheet, reference, {"'x': 62.5"}).points("L") == "15");
    BOOST_TEST(score_with(sheet, reference, {"'x': 57"}).points("L") == "4");
    BOOST_TEST(score_with(sheet, reference, {"'x': 99"}).points("L") == "20");
    // Without the committee's figure the line waits for it.
    BOOST_TEST(score(sheet, {"'x': 62.5"}).shown("L") == "0..20 unknown");
}

/** Force majeure: the gate is lifted, with reason and authority, and the result says so. */
BOOST_AUTO_TEST_CASE(rule_30_knock_out_with_a_human_exception)
{
    const sheet_parts sheet{
        .criteria = one_line("'score': {'formula': 'n'}"),
        .gates = "{'id': 'late', 'when': 'flag', 'effect': {'grade_is': 'rest'}},"
                 "{'id': 'fraud', 'when': 'other', 'effect': {'grade_is': 'rest'}}"};
    const std::string exception =
        "'exceptions': [{'gate': 'late', 'reason': 'flood', 'authority': 'standing committee', "
        "'date': '2026-12-20'}]";
    const scores without = score(sheet, {"'n': 9, 'flag': true, 'other': false"});
    BOOST_TEST(without.grade() == "rest");
    BOOST_TEST(!without.get().by_exception);
    const scores lifted = score(sheet, {"'n': 9, 'flag': true, 'other': false", exception});
    BOOST_TEST(lifted.grade() == "top");
    BOOST_TEST(lifted.get().by_exception);
    BOOST_TEST(lifted.gate(0) == "yes"); // it did fire
    // An exception is from one gate, and none of another.
    const scores other = score(sheet, {"'n': 9, 'flag': true, 'other': true", exception});
    BOOST_TEST(other.grade() == "rest");
    // Where nothing fired there is nothing to lift.
    BOOST_TEST(
        !score(sheet, {"'n': 9, 'flag': false, 'other': false", exception}).get().by_exception
    );
    const std::string from_committee =
        "{'format': 'bontot-reference/1', 'exceptions': [{'unit': 'U', 'gate': 'late', 'reason': "
        "'flood', 'authority': 'standing committee', 'date': '2026-12-20'}]}";
    BOOST_TEST(score_with(sheet, from_committee, {"'n': 9, 'flag': true, 'other': false"})
                   .get()
                   .by_exception);
    BOOST_TEST(
        dossier_errors(sheet, {"'n': 9", "'exceptions': [{'gate': 'late', 'reason': 'flood'}]"}) !=
        ""
    );
}

/** Self, committee, upper committee; the last mark counts; an override says why. */
BOOST_AUTO_TEST_CASE(rule_34_several_score_sources)
{
    const sheet_parts sheet{
        .criteria = "{'id': 'C', 'max': 10, 'indicators': [{'id': 'L', 'max': 6, 'score': {'mark': "
                    "{'step': '0.5', 'comment': 'below_max'}}}, {'id': 'F', 'max': 4, 'score': "
                    "{'condition': 'flag'}}]}"};
    std::string json = bontot_test::rubric_json(sheet);
    const std::string plain_roles = R"("roles": ["committee"])";
    json.replace(
        json.find(plain_roles), plain_roles.size(),
        R"("roles": ["self", "committee", {"id": "upper", "overrides": true}])"
    );
    const auto read_sheet = bontot::read_rubric(json);
    BOOST_TEST_REQUIRE(!!read_sheet, show(read_sheet.error()));
    constexpr struct
    {
        const char* marks;
        const char* total; /**< or what is wrong */
    } test_cases[] = {
        {"'L': {'self': 6}", "10"},
        {"'L': {'committee': {'points': 4.5, 'comment': 'late'}, 'self': 6}", "8.5"},
        {"'L': {'self': 6, 'upper': {'points': 3, 'comment': 'no plan', 'reason': 'checked'}}",
         "7"},
        {"'L': {'self': 6}, 'F': {'upper': {'points': 1, 'reason': 'checked on the spot', 'by': "
         "'NV', 'date': '2026-12-30'}}",
         "7"},
        {"", "4..10"},
        {"'L': {'self': 5}", "dossier_mark_comment at /marks/L/self"},
        {"'F': {'upper': 1}", "dossier_mark_reason at /marks/F/upper"},
        {"'F': {'self': 1}", "dossier_role_overrides_not at /marks/F/self"},
        {"'L': {'judge': 6}", "dossier_unknown_role at /marks/L/judge"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.marks)
        {
            const auto read = bontot::read_dossier(
                *read_sheet,
                dossier_json({"'flag': true", "'marks': {" + std::string(tc.marks) + "}"})
            );
            BOOST_TEST((read ? scores(**read).total() : show(read.error())) == tc.total);
        }
    }
    // As of an earlier role, later marks do not count.
    const auto read = bontot::read_dossier(
        *read_sheet, dossier_json(
                         {"'flag': true", "'marks': {'L': {'self': 6, 'committee': "
                                          "{'points': 2, 'comment': 'x'}}}"}
                     )
    );
    BOOST_TEST_REQUIRE(!!read, show(read.error()));
    bontot::result out;
    evaluate(**read, out, 0);
    BOOST_TEST(show(out.points) == "10");
    evaluate(**read, out);
    BOOST_TEST(show(out.points) == "6");
}

/** Five years running; one bad quarter; a period of a month is exactly that long. */
BOOST_AUTO_TEST_CASE(rule_35_periods_and_streaks)
{
    const sheet_parts award{
        .criteria = one_line("'score': {'formula': 'n'}"),
        .grades = "{'id': 'award', 'requires': 'streak(for y in history return y.grade = "
                  "\\'top\\') >= 5'}, {'id': 'none'}"};
    const auto grade = [&](std::initializer_list<const char*> years) {
        return score(award, {"'n': 1", history(years)}).grade();
    };
    BOOST_TEST(grade({"top", "top", "top", "top", "top"}) == "award");
    BOOST_TEST(grade({"low", "top", "top", "top", "top"}) == "none");
    BOOST_TEST(grade({"top", "top", "top", "top", "low"}) == "none");
    BOOST_TEST(grade({"low", "top", "top", "top", "top", "top"}) == "award");
    BOOST_TEST(grade({"top", "top", "top", "low", "top", "top"}) == "none");

    const sheet_parts year{
        .criteria = one_line("'score': {'formula': 'n'}"),
        .grades = "{'id': 'top', 'min_total': 8, 'requires': 'count(results[grade = \\'bad\\']) = "
                  "0'}, {'id': 'rest'}"};
    const std::string quarters = "{'unit': 'U', 'rubric': 'quarter', 'from': '2026-01-01', 'to': "
                                 "'2026-03-31', 'grade': 'fair', 'points': 70}";
    BOOST_TEST(score(year, {"'n': 9", "'results': [" + quarters + "]"}).grade() == "top");
    BOOST_TEST(
        score(
            year, {"'n': 9", "'results': [" + quarters +
                                 ", {'unit': 'U', 'rubric': 'quarter', 'from': "
                                 "'2026-04-01', 'to': '2026-06-30', 'grade': 'bad', "
                                 "'points': 40}]"}
        )
            .grade() == "rest"
    );
    BOOST_TEST(
        dossier_errors(
            {.criteria = one_line("'score': {'formula': 'n'}"), .more = "'period': 'month'"},
            {"'n': 1"}
        ) == "dossier_period_length at /period"
    );
}

/** At least 70 % of the members good or better; who is not ranked yet leaves it open. */
BOOST_AUTO_TEST_CASE(rule_36_hierarchy)
{
    const sheet_parts sheet{
        .criteria = one_line("'score': {'formula': 'n'}"),
        .grades = "{'id': 'top', 'min_total': 8, 'requires': 'count(members[grade in (\\'xs\\', "
                  "\\'tot\\')]) >= 0.7 * count(members)'}, {'id': 'rest'}",
        .facts = std::string(plain_facts) +
                 ", {'id': 'grade', 'of': 'member', 'type': 'choice', 'choices': ['xs', 'tot', "
                 "'ht'], 'from_results': {'rubrics': ['member-*'], 'value': "
                 "'results[-1].grade'}}"};
    const auto rated = [&](const std::string& results) {
        return score(
                   sheet, {"'n': 9", "'members': [{'id': 'A'}, {'id': 'B'}, {'id': 'D'}], "
                                     "'results': [" +
                                         results + "]"}
        )
            .reachable();
    };
    const std::string a = result("A", "member-2026", "2026", "xs");
    const std::string b = result("B", "member-2026", "2026", "tot");
    // 3 of 3; 2 of 3 are 66.7 %; D is not ranked yet, or only by another sheet.
    BOOST_TEST(rated(a + ", " + b + ", " + result("D", "member-2026", "2026", "tot")) == "top");
    BOOST_TEST(rated(a + ", " + b + ", " + result("D", "member-2026", "2026", "ht")) == "rest");
    BOOST_TEST(rated(a + ", " + b) == "top rest");
    BOOST_TEST(rated(a + ", " + b + ", " + result("D", "cell-2026", "2026", "tot")) == "top rest");
}

/** Monthly meetings feed a line of the year's sheet; giving the figure as well is an error. */
BOOST_AUTO_TEST_CASE(rule_43_nested_sheet)
{
    const sheet_parts sheet{
        .criteria = one_line("'score': {'proportional': {'value': 'good_months', 'from': [0, 4], "
                             "'points': [0, 10]}}"),
        .facts = std::string(plain_facts) +
                 ", {'id': 'good_months', 'type': 'number', 'integer': true, 'min': 0, 'max': 12, "
                 "'from_results': {'rubrics': ['monthly-*'], 'value': 'count(results[grade = "
                 "\\'tot\\'])'}}"};
    const std::string results = "'results': [" + result("U", "monthly-a", "2026", "tot") + ", " +
                                result("U", "monthly-b", "2026", "tot") + ", " +
                                result("U", "monthly-b", "2026", "kha") + ", " +
                                result("U", "yearly", "2026", "tot") + "]";
    BOOST_TEST(score(sheet, {"", results}).points("L") == "5"); // 2 of 4
    BOOST_TEST(score(sheet, {"'good_months': 3"}).points("L") == "7.5");
    BOOST_TEST(
        dossier_errors(sheet, {"'good_months': 2", results}) ==
        "dossier_fact_and_results at /facts/good_months"
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace field_rules_people_unit
