// SPDX-License-Identifier: BSL-1.0
// Intervals (design 7.2): whatever fills what is missing scores within what was said before. The
// smallest cases in which one rule meets another; tests/property/soundness tries the many.

#include "support/sheets.hpp"

namespace evaluate_soundness_unit {

namespace {

using bontot_test::dossier_parts;
using bontot_test::one_line;
using bontot_test::score;
using bontot_test::sheet_parts;

/** A dossier and what is shown of the node in question. */
struct told
{
    dossier_parts dossier;
    const char* shown;
};

struct pair_case
{
    const char* name;
    sheet_parts sheet;
    const char* node;
    told before;
    std::vector<told> after;
};

void check_pairs(const std::vector<pair_case>& cases)
{
    for (const pair_case& tc : cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            BOOST_TEST(score(tc.sheet, tc.before.dossier).shown(tc.node) == tc.before.shown);
            for (const told& each : tc.after)
                BOOST_TEST(score(tc.sheet, each.dossier).shown(tc.node) == each.shown);
        }
    }
}

/** A criterion `C` of 10 points with the lines given. */
std::string criterion(const std::string& lines, const std::string& rules = "'max': 10")
{
    return "{'id': 'C', " + rules + ", 'indicators': [" + lines + "]}";
}

const std::string three = "{'id': 'K', 'max': 3, 'score': {'formula': '3'}}";
const std::string voiding = "'score': {'choice': {'fact': 'level', 'options': [{'is': 'high', "
                            "'points': 5}, {'is': 'low', 'points': 0, 'void': true}]}}}";
const std::string false_document =
    "'evidence': [{'id': 'E', 'supports': ['L'], 'status': 'false'}]";

const std::string overriding_mark =
    "'marks': {'L': {'final': {'points': 4, 'reason': 'so decided'}}}";

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_soundness)

/** A completion may leave a line without a value: then it is uncovered, from its least to its most.
 */
BOOST_AUTO_TEST_CASE(a_line_that_may_lack_a_value)
{
    const std::string lines[] = {
        "'score': {'condition': 'n / m > 1'}",
        "'score': {'formula': 'n / m'}",
        "'requires': 'n / m > 1', 'score': {'formula': '3'}",
        "'at_most': [{'when': 'n / m > 1', 'points': 2}], 'score': {'formula': '3'}",
        "'applies': 'n / m > 1', 'not_applicable': 'zero', 'score': {'formula': '3'}",
        "'score': {'steps': {'value': 'n / m', 'table': [{'when': '-', 'points': 3}]}}",
        "'score': {'proportional': {'value': 'n / m', 'from': [0, 1], 'points': [1, 3]}}",
        "'score': {'deductions': [{'count': 'n / m', 'each': 1, 'cap': 2}]}",
        "'score': {'additions': [{'count': 'n / m', 'each': 1, 'cap': 2}]}",
        // Rules that would bound a score that there is:
        "'score': {'additions': [{'count': 'n', 'each': 3}, {'count': 'n / m', 'each': 1}]}",
        "'at_most': [{'when': 'n = 1', 'points': 4}], 'score': {'formula': 'n / m'}",
        "'at_most': [{'when': 'n / m > 1', 'points': 4}], 'score': {'formula': '3'}",
        "'at_most': [{'when': 'n / m > 1', 'points': 4}, {'when': 'n = 1', 'points': 2}], "
        "'score': {'formula': '3'}",
    };
    for (const std::string& line : lines) {
        const sheet_parts sheet{.criteria = one_line(line)};
        BOOST_TEST_CONTEXT(line)
        {
            BOOST_TEST(score(sheet, {"'n': 1"}).shown("L") == "0..10 unknown");
            BOOST_TEST(score(sheet, {"'n': 1, 'm': 0"}).shown("L") == "0..10 uncovered");
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_reached_without_a_value)
{
    check_pairs({
        {"false evidence",
         {.criteria = one_line("'evidence': {}, 'score': {'formula': 'n / m'}")},
         "L",
         {{"'n': 1", false_document}, "0..10 unknown"},
         {{{"'n': 1, 'm': 0", false_document}, "0..10 uncovered"},
          {{"'n': 1, 'm': 1", false_document}, "0 unproven"}}},
        {"a mark that overrides",
         {.criteria = one_line("'applies': 'n / m > 1', 'not_applicable': 'zero', "
                               "'score': {'formula': '3'}"),
          .roles = "{'id': 'final', 'overrides': true}"},
         "L",
         {{"'n': 2", overriding_mark}, "0..10 unknown"},
         {{{"'n': 2, 'm': 0", overriding_mark}, "0..10 uncovered"},
          {{"'n': 2, 'm': 1", overriding_mark}, "4 partly"},
          {{"'n': 2, 'm': 2", overriding_mark}, "0 not_applicable"}}},
        {"the lines of a parent",
         {.criteria = criterion(
              "{'id': 'P', 'max': 10, 'applies': 'n / m > 1', 'indicators': [" + three + "]}"
          )},
         "P",
         {{"'n': 1"}, "0..10 unknown"},
         {{{"'n': 1, 'm': 0"}, "0..10 uncovered"},
          {{"'n': 2, 'm': 1"}, "3 partly"},
          {{"'n': 1, 'm': 1"}, "10 not_applicable"}}},
    });
}

BOOST_AUTO_TEST_CASE(an_option_voids_only_where_it_is_chosen)
{
    check_pairs({
        {"a line whose requires is open",
         {.criteria =
              criterion("{'id': 'L', 'max': 5, 'requires': 'flag', " + voiding + ", " + three)},
         "C",
         {{"'level': 'low'"}, "0..3 unknown"},
         {{{"'level': 'low', 'flag': false"}, "3 partly"},
          {{"'level': 'low', 'flag': true"}, "0 voided"}}},
        {"a parent that may not apply",
         {.criteria = criterion(
              "{'id': 'L', 'max': 5, " + voiding + ", " + three, "'max': 10, 'applies': 'flag'"
          )},
         "C",
         {{"'level': 'low'"}, "0..10 unknown"},
         {{{"'level': 'low', 'flag': false"}, "10 not_applicable"},
          {{"'level': 'low', 'flag': true"}, "0 voided"}}},
        {"a line that may not apply, voided by a gate",
         {.criteria =
              criterion("{'id': 'L', 'max': 5, 'applies': 'flag', " + voiding + ", " + three),
          .gates = "{'id': 'g', 'when': 'other', 'effect': {'void': 'L'}}"},
         "C",
         {{"'level': 'low', 'other': true"}, "0..3 unknown"},
         {{{"'level': 'low', 'other': true, 'flag': false"}, "3 partly"},
          {{"'level': 'low', 'other': true, 'flag': true"}, "0 voided"}}},
    });
}

/** P has 4 points, less 2 if K is dropped. */
BOOST_AUTO_TEST_CASE(a_maximum_that_may_shrink)
{
    const std::string dropped =
        "{'id': 'K', 'max': 2, 'applies': 'flag', 'not_applicable': 'drop', "
        "'score': {'formula': '0'}}";
    const auto parent = [&dropped](const char* points) {
        return "{'id': 'P', 'max': 4, 'indicators': [{'id': 'L', 'max': 4, 'score': {'formula': '" +
               std::string(points) + "'}}, " + dropped + "]}";
    };
    check_pairs({
        {"the clamp of the node above: 4 + 2 of 4, or 2 + 2 of 2",
         {.criteria = criterion(
              parent("4") + ", {'id': 'Q', 'max': 2, 'score': {'formula': '2'}}", "'max': 4"
          )},
         "C",
         {{}, "2..4 unknown"},
         {{{"'flag': true"}, "4 met"}, {{"'flag': false"}, "2 met"}}},
        {"rescaled: 2 * 10 / 4, or 2 * 8 / 2",
         {.criteria = criterion(
              parent("2") + ", {'id': 'R', 'max': 6, 'applies': 'other', 'not_applicable': "
                            "'rescale', 'score': {'formula': '0'}}"
          )},
         "C",
         {{"'other': false"}, "0..10 unknown"},
         {{{"'other': false, 'flag': true"}, "5 partly"},
          {{"'other': false, 'flag': false"}, "8 met"}}},
        {"more is dropped than there is",
         {.criteria = criterion(
              "{'id': 'L', 'max': 1, 'score': {'formula': '1'}}, " + dropped, "'max': 1"
          )},
         "C",
         {{}, "0..1 unknown"},
         {{{"'flag': true"}, "1 met"}, {{"'flag': false"}, "0 met"}}},
    });
}

BOOST_AUTO_TEST_CASE(grades_whose_criteria_may_shrink_or_not_apply)
{
    const struct
    {
        const char* name;
        std::string criteria;
        const char* grade;
        const char* true_grade;
        const char* false_grade;
    } test_cases[] = {
        {"4 are a fifth of 20, and two fifths of 10",
         criterion(
             "{'id': 'L', 'max': 10, 'score': {'formula': '4'}}, {'id': 'K', 'max': 10, 'applies': "
             "'flag', 'not_applicable': 'drop', 'score': {'formula': '0'}}",
             "'max': 20"
         ),
         "'min_share': {'C': '0.4'}", "rest", "top"},
        {"a criterion of 0 points that may not apply",
         criterion(
             "{'id': 'L', 'max': 10, 'score': {'formula': '0'}}",
             "'max': 10, 'applies': 'flag', 'not_applicable': 'zero'"
         ),
         "'no_zero_criterion': true", "rest", "top"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const std::string top = "{'id': 'top', " + std::string(tc.grade) + "}, {'id': 'rest'}";
            const sheet_parts sheet{.criteria = tc.criteria, .grades = top};
            BOOST_TEST(score(sheet, {}).reachable() == "top rest");
            BOOST_TEST(score(sheet, {"'flag': true"}).reachable() == tc.true_grade);
            BOOST_TEST(score(sheet, {"'flag': false"}).reachable() == tc.false_grade);
        }
    }
}

/** A parent that does not apply has dropped nothing, whatever its lines are. */
BOOST_AUTO_TEST_CASE(the_maximum_of_a_voided_parent)
{
    const sheet_parts sheet{
        .criteria =
            criterion("{'id': 'P', 'max': 6, 'indicators': [{'id': 'L', 'max': 4, 'applies': "
                      "'flag', 'not_applicable': 'drop', 'score': {'formula': '1'}}]}"),
        .gates = "{'id': 'g', 'when': 'other', 'effect': {'void': 'P'}}"};
    BOOST_TEST(score(sheet, {"'flag': false"}).max("P") == "6");
    BOOST_TEST(score(sheet, {"'flag': false, 'other': true"}).max("P") == "6");
}

/** A document in time that waits for verification may still count beside one that came late. */
BOOST_AUTO_TEST_CASE(late_evidence_and_evidence_that_waits)
{
    const sheet_parts sheet{
        .criteria = one_line("'evidence': {'status': 'verified', 'due_days_after_period': 10}, "
                             "'score': {'formula': '5'}")};
    const std::string late = "{'id': 'E1', 'supports': ['L'], 'submitted': '2027-02-01', "
                             "'status': 'verified'}";
    const std::string in_time =
        "{'id': 'E2', 'supports': ['L'], 'submitted': '2027-01-05', 'status': ";
    const struct
    {
        std::string documents;
        const char* expected;
    } test_cases[] = {
        {late, "0 unproven"},
        {late + ", " + in_time + "'submitted'}", "0..5 unproven"},
        {late + ", " + in_time + "'rejected'}", "0..5 unproven"},
        {late + ", " + in_time + "'verified'}", "5 partly"},
        {late + ", " + in_time + "'false'}", "0 unproven"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.documents)
        {
            const bontot_test::scores got =
                score(sheet, {"", "'evidence': [" + tc.documents + "]"});
            BOOST_TEST(got.shown("L") == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_soundness_unit
