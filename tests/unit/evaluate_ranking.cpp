// SPDX-License-Identifier: BSL-1.0
// What a result says for a cohort: the grades below, the facts that part ties (design 8).

#include "support/sheets.hpp"

#include <bontot/result_summary.hpp>

namespace evaluate_ranking_unit {

namespace {

using bontot_test::dossier_parts;
using bontot_test::make_dossier;
using bontot_test::make_rubric;
using bontot_test::one_line;
using bontot_test::quoted;
using bontot_test::scores;
using bontot_test::sheet_parts;

/** `top` has a quota; `mid` asks for a flag and for something that may have no value. */
sheet_parts with_quota(const std::string& more = {})
{
    return {
        .criteria = one_line("'score': {'formula': 'n'}"),
        .grades = "{'id': 'top', 'min_total': 8, 'quota': {'count': 1}}, "
                  "{'id': 'mid', 'min_total': 5, 'requires': 'flag'}, "
                  "{'id': 'low', 'min_total': 2, 'requires': '1 / k > 0'}, {'id': 'rest'}",
        .facts = "{'id': 'n', 'type': 'number', 'min': 0, 'max': 10}, "
                 "{'id': 'k', 'type': 'number'}, {'id': 'flag', 'type': 'boolean'}",
        .more = more};
}

/** Returns the member `ranking` of a result's JSON, with ' for ". */
std::string ranking_of(const sheet_parts& sheet, const dossier_parts& dossier)
{
    const std::string json = bontot_test::score(sheet, dossier).json();
    const std::size_t from = json.find("\"ranking\":");
    const std::size_t to = json.find(",\"criteria\"");
    if (from == std::string::npos || from > to) return {};
    std::string out = json.substr(from + 10, to - from - 10);
    std::replace(out.begin(), out.end(), '"', '\'');
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_ranking)

BOOST_AUTO_TEST_CASE(every_grade_is_looked_at)
{
    constexpr struct
    {
        const char* facts;
        const char* expected;
    } test_cases[] = {
        {"'n': 9, 'flag': true, 'k': 1", "{'top':true,'mid':true,'low':true,'rest':true}"},
        {"'n': 9, 'flag': false, 'k': 1", "{'top':true,'mid':false,'low':true,'rest':true}"},
        {"'n': 9, 'k': -1", "{'top':true,'mid':null,'low':false,'rest':true}"},
        {"'n': 9, 'k': 0", "{'top':true,'mid':null,'low':null,'rest':true}"}, // no value
        {"'n': 6, 'flag': true", "{'top':false,'mid':true,'low':null,'rest':true}"},
        {"'n': 1", "{'top':false,'mid':false,'low':false,'rest':true}"},
        {"'flag': true, 'k': 1", "{'top':null,'mid':null,'low':null,'rest':true}"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.facts)
        {
            const std::string expected = "{'grades':" + std::string(tc.expected) + "}";
            BOOST_TEST(ranking_of(with_quota(), {tc.facts}) == expected);
        }
    }
}

/** The grades below are no news about the unit: nothing waits for them, nobody need look. */
BOOST_AUTO_TEST_CASE(looking_below_decides_nothing)
{
    sheet_parts without = with_quota();
    const std::string quota = ", 'quota': {'count': 1}";
    without.grades.erase(without.grades.find(quota), quota.size());
    for (const char* facts : {"'n': 9", "'n': 9, 'k': 0", "'n': 6", "'n': 6, 'k': 0", "'k': 0"}) {
        BOOST_TEST_CONTEXT(facts)
        {
            std::string json = bontot_test::score(with_quota(), {facts}).json();
            const std::size_t from = json.find("\"ranking\":");
            json.erase(from, json.find("\"criteria\"") - from);
            BOOST_TEST(json == bontot_test::score(without, {facts}).json());
        }
    }
}

BOOST_AUTO_TEST_CASE(facts_of_the_chain)
{
    const std::string chain =
        "'cohort': {'tie_chain': ['total', '-fact:k', 'criterion:C', 'fact:n']}";
    sheet_parts sheet = with_quota(chain);
    sheet.grades = "{'id': 'rest'}";
    BOOST_TEST(ranking_of(sheet, {"'n': 2.50"}) == "{'facts':{'k':null,'n':2.5}}");
    sheet.more = "'cohort': {'tie_chain': ['criterion:C', 'total']}";
    BOOST_TEST(ranking_of(sheet, {"'n': 2.50"}) == "");
}

BOOST_AUTO_TEST_CASE(who_the_unit_is)
{
    const auto sheet = make_rubric(with_quota());
    const auto dossier = make_dossier(sheet, {"'n': 9", ""});
    bontot::set_unit(*dossier, "U", "Name", "cell", "north");
    scores got(*dossier);
    BOOST_TEST(got.get().unit_kind == "cell");
    BOOST_TEST(got.get().unit_group == "north");
    const std::string unit =
        quoted("'unit':{'id':'U','name':'Name','kind':'cell','group':'north'}");
    BOOST_TEST(got.json().find(unit) != std::string::npos);
}

/** A summary says the same, of a result in memory and of its JSON. */
BOOST_AUTO_TEST_CASE(summaries)
{
    const sheet_parts sheet = with_quota("'cohort': {'tie_chain': ['total', '-fact:k', 'fact:n']}");
    const auto dossier = make_dossier(make_rubric(sheet), {"'n': 9.50"});
    bontot::set_unit(*dossier, "U", "Name", "cell", "north");
    const scores got(*dossier);
    const auto read = bontot::read_result_summary(got.json());
    BOOST_TEST_REQUIRE(read.has_value());
    const bontot::result_summary direct = bontot::summarize(got.get());
    for (const bontot::result_summary* each : {&*read, &direct}) {
        BOOST_TEST(each->unit_kind == "cell");
        BOOST_TEST(each->unit_group == "north");
        std::string grades;
        for (const bontot::grade_summary& grade : each->grades)
            grades += std::string(grade.id) + "=" + bontot_test::show(grade.holds) + " ";
        BOOST_TEST(grades == "top=yes mid=open low=open rest=yes ");
        BOOST_TEST_REQUIRE(each->tie_facts.size() == 2U);
        BOOST_TEST(each->tie_facts[0].id == "k");
        BOOST_TEST(!each->tie_facts[0].value.has_value());
        BOOST_TEST(each->tie_facts[1].id == "n");
        BOOST_TEST(bontot_test::show(each->tie_facts[1].value.value()) == "9.5");
    }
}

BOOST_AUTO_TEST_CASE(faults_in_a_summary)
{
    const auto errors_of = [](const std::string& ranking) {
        std::string json = bontot_test::score(with_quota(), {"'n': 9"}).json();
        const std::size_t from = json.find("\"ranking\":");
        json.replace(from + 10, json.find(",\"criteria\"") - from - 10, quoted(ranking));
        const auto read = bontot::read_result_summary(json);
        return read ? std::string() : bontot_test::show(read.error());
    };
    BOOST_TEST(errors_of("{}") == "");
    BOOST_TEST(errors_of("[]") == "reading_wrong_type at /ranking");
    BOOST_TEST(errors_of("{'grade': 1}") == "reading_unknown_key_near at /ranking/grade");
    BOOST_TEST(errors_of("{'grades': ['top']}") == "reading_wrong_type at /ranking/grades");
    BOOST_TEST(
        errors_of("{'grades': {'top': 1}, 'facts': {'n': 'x', 'k': null, 'm': true}}") ==
        "reading_wrong_type at /ranking/grades/top, reading_wrong_type at /ranking/facts/n, "
        "reading_wrong_type at /ranking/facts/m"
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_ranking_unit
