// SPDX-License-Identifier: BSL-1.0
// Which documents count, and what too few of them do (design 6.1 and 7.2).

#include "support/sheets.hpp"

namespace evaluate_evidence_unit {

namespace {

using bontot_test::check_lines;
using bontot_test::line_case;
using bontot_test::one_line;
using bontot_test::score;
using bontot_test::scores;

/** A line that has 8 of 10 points once it is proven. */
std::string eight(const std::string& evidence)
{
    return "'score': {'formula': '8'}, 'evidence': {" + evidence + "}";
}

struct document_case
{
    const char* name;
    const char* rule;
    const char* documents;
    const char* expected;
    const char* facts = "";
};

/** Each document stands with id and `supports` left out when it is about L. */
void check_documents(std::span<const document_case> cases)
{
    for (const document_case& tc : cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const std::string more = "'evidence': [" + std::string(tc.documents) + "]";
            const scores got = score({.criteria = one_line(eight(tc.rule))}, {tc.facts, more});
            BOOST_TEST(got.shown("L") == tc.expected);
        }
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_evidence)

BOOST_AUTO_TEST_CASE(kind)
{
    constexpr document_case test_cases[] = {
        {"none", "'kinds': ['report']", "", "0..8 unproven"},
        {"the kind", "'kinds': ['report']", "{'id': 'E', 'supports': ['L'], 'kind': 'report'}",
         "8 partly"},
        {"another kind", "'kinds': ['report']", "{'id': 'E', 'supports': ['L'], 'kind': 'minutes'}",
         "0..8 unproven"},
        {"one of two kinds", "'kinds': ['report', 'minutes']",
         "{'id': 'E', 'supports': ['L'], 'kind': 'minutes'}", "8 partly"},
        {"of another line", "'kinds': ['report']",
         "{'id': 'E', 'supports': ['C'], 'kind': 'report'}", "0..8 unproven"},
    };
    check_documents(test_cases);
    // Without any list of evidence it is the same: missing.
    const scores got = score({.criteria = one_line(eight("'kinds': ['report']"))}, {});
    BOOST_TEST(got.shown("L") == "0..8 unproven");
}

BOOST_AUTO_TEST_CASE(within_the_period)
{
    constexpr const char* within = "'kinds': ['report'], 'within': 'period'";
    constexpr const char* any_day = "'kinds': ['report']";
    constexpr struct
    {
        const char* day;
        bool is_within;
    } test_cases[] = {
        {"2025-12-31", false}, {"2026-01-01", true},  {"2026-06-30", true},
        {"2026-12-31", true},  {"2027-01-01", false},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.day)
        {
            const std::string more =
                "'evidence': [{'id': 'E', 'supports': ['L'], 'kind': 'report', 'issued': '" +
                std::string(tc.day) + "'}]";
            BOOST_TEST(
                score({.criteria = one_line(eight(within))}, {"", more}).shown("L") ==
                (tc.is_within ? "8 partly" : "0..8 unproven")
            );
            BOOST_TEST(
                score({.criteria = one_line(eight(any_day))}, {"", more}).shown("L") == "8 partly"
            );
        }
    }
}

BOOST_AUTO_TEST_CASE(status)
{
    constexpr struct
    {
        const char* asked;
        const char* given;
        const char* expected;
    } test_cases[] = {
        {"submitted", "submitted", "8 partly"},     {"submitted", "verified", "8 partly"},
        {"verified", "submitted", "0..8 unproven"}, {"verified", "verified", "8 partly"},
        {"submitted", "rejected", "0..8 unproven"}, {"verified", "rejected", "0..8 unproven"},
        {"submitted", "false", "0 unproven"},       {"verified", "false", "0 unproven"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.given << " where " << tc.asked << " is asked")
        {
            const std::string rule =
                eight("'kinds': ['report'], 'status': '" + std::string(tc.asked) + "'");
            const std::string more =
                "'evidence': [{'id': 'E', 'supports': ['L'], 'kind': 'report', 'status': '" +
                std::string(tc.given) + "'}]";
            BOOST_TEST(score({.criteria = one_line(rule)}, {"", more}).shown("L") == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(false_evidence_leaves_the_least)
{
    const std::string line = "'min': 2, " + eight("'kinds': ['report']");
    const scores got = score(
        {.criteria = one_line(line)},
        {"", "'evidence': [{'id': 'E', 'supports': ['L'], 'kind': 'report', 'status': 'false'}]"}
    );
    BOOST_TEST(got.points("L") == "2");
}

/** The period ends on 2026-12-31; ten days are given. */
BOOST_AUTO_TEST_CASE(late)
{
    constexpr const char* due = "'kinds': ['report'], 'due_days_after_period': 10";
    constexpr document_case test_cases[] = {
        {"on the last day", due,
         "{'id': 'E', 'supports': ['L'], 'kind': 'report', 'submitted': '2027-01-10'}", "8 partly"},
        {"a day late", due,
         "{'id': 'E', 'supports': ['L'], 'kind': 'report', 'submitted': '2027-01-11'}",
         "0 unproven"},
        {"late, and one in time", due,
         "{'id': 'E', 'supports': ['L'], 'kind': 'report', 'submitted': '2027-01-11'},"
         "{'id': 'F', 'supports': ['L'], 'kind': 'report', 'submitted': '2027-01-01'}",
         "8 partly"},
        {"no days given", "'kinds': ['report']",
         "{'id': 'E', 'supports': ['L'], 'kind': 'report', 'submitted': '2029-01-01'}", "8 partly"},
        {"due with the period", "'kinds': ['report'], 'due_days_after_period': 0",
         "{'id': 'E', 'supports': ['L'], 'kind': 'report', 'submitted': '2027-01-01'}",
         "0 unproven"},
    };
    check_documents(test_cases);
}

BOOST_AUTO_TEST_CASE(at_least)
{
    constexpr const char* two = "{'id': 'E', 'supports': ['L'], 'kind': 'report', 'number': '1'},"
                                "{'id': 'F', 'supports': ['L'], 'kind': 'report', 'number': '2'}";
    constexpr document_case test_cases[] = {
        {"two of two", "'at_least': 2", two, "8 partly"},
        {"two of one", "'at_least': 1", two, "8 partly"},
        {"two of three", "'at_least': 3", two, "0..8 unproven"},
        {"two of three, unproven", "'at_least': 3, 'short': 'unproven'", two, "0..8 unproven"},
        // 8 * 2/3 = 16/3
        {"two of three, in proportion", "'at_least': 3, 'short': 'proportional'", two,
         "5.333333333333..8 unproven"},
        {"none of three, in proportion", "'at_least': 3, 'short': 'proportional'", "",
         "0..8 unproven"},
        {"as many as a fact says", "'at_least': 'n'", two, "8 partly", "'n': 2"},
        {"fewer than a fact says", "'at_least': 'n'", two, "0..8 unproven", "'n': 3"},
        {"an expression", "'at_least': 'n - 1'", two, "8 partly", "'n': 3"},
        {"an expression, in proportion", "'at_least': 'n + 1', 'short': 'proportional'", two,
         "4..8 unproven", "'n': 3"},
        {"0 are asked", "'at_least': 'n'", "", "8 partly", "'n': 0"},
        {"nobody knows how many", "'at_least': 'n'", two, "0..8 unknown"},
    };
    check_documents(test_cases);
}

BOOST_AUTO_TEST_CASE(unknown_at_least_waits_for_the_fact)
{
    const scores got = score({.criteria = one_line(eight("'at_least': 'n'"))}, {});
    BOOST_TEST(got.points("L") == "0..8");
    BOOST_TEST(got.lines("n") == "L");
}

/** Evidence is asked only where the points exceed the least. */
BOOST_AUTO_TEST_CASE(nothing_to_prove)
{
    constexpr line_case test_cases[] = {
        {"0 points", "'score': {'formula': '0'}, 'evidence': {'kinds': ['report']}", "", "0 unmet"},
        {"the least", "'min': 2, 'score': {'formula': '2'}, 'evidence': {'kinds': ['report']}", "",
         "2 unmet"},
        {"requires fails",
         "'requires': 'flag', 'score': {'formula': '8'}, 'evidence': {'kinds': ['report']}",
         "'flag': false", "0 unmet"},
        {"a ceiling of 0",
         "'at_most': [{'when': 'flag', 'points': 0}], 'score': {'formula': '8'},"
         "'evidence': {'kinds': ['report']}",
         "'flag': true", "0 unmet"},
        {"above the least",
         "'min': 2, 'score': {'formula': '3'}, 'evidence': {'kinds': "
         "['report']}",
         "", "2..3 unproven"},
    };
    check_lines(test_cases);
    const scores got = score({.criteria = one_line(test_cases[0].line)}, {});
    BOOST_TEST(got.missing() == "");
}

/** Ceilings come before evidence: half of 4, not half of 8. */
BOOST_AUTO_TEST_CASE(ceiling_before_evidence)
{
    const std::string line = "'at_most': [{'when': 'flag', 'points': 4}], " +
                             eight("'kinds': ['report'], 'at_least': 2, 'short': 'proportional'");
    const scores got = score(
        {.criteria = one_line(line)},
        {"'flag': true", "'evidence': [{'id': 'E', 'supports': ['L'], 'kind': 'report'}]"}
    );
    BOOST_TEST(got.shown("L") == "2..4 unproven");
}

BOOST_AUTO_TEST_CASE(over_an_unknown_score)
{
    const std::string line = "'score': {'choice': {'fact': 'level', 'options': ["
                             "{'is': 'high', 'points': 9}, {'is': 'mid', 'points': 6},"
                             "{'is': 'low', 'points': 3}]}}, 'evidence': {'kinds': ['report']}";
    const std::string report = "'evidence': [{'id': 'E', 'supports': ['L'], 'kind': 'report'}]";
    BOOST_TEST(score({.criteria = one_line(line)}, {}).shown("L") == "0..9 unknown");
    BOOST_TEST(score({.criteria = one_line(line)}, {"", report}).shown("L") == "3..9 unknown");
}

BOOST_AUTO_TEST_CASE(one_document_for_several_lines)
{
    const std::string line = "'max': 5, 'score': {'formula': '4'}, 'evidence': {'kinds': "
                             "['report']}}";
    const std::string sheet = "{'id': 'C', 'max': 10, 'indicators': [{'id': 'A', " + line +
                              ", {'id': 'B', " + line + "]}";
    const scores both = score(
        {.criteria = sheet},
        {"", "'evidence': [{'id': 'E', 'supports': ['A', 'B'], 'kind': 'report'}]"}
    );
    BOOST_TEST(both.points("C") == "8");
    const scores one = score(
        {.criteria = sheet}, {"", "'evidence': [{'id': 'E', 'supports': ['A'], 'kind': 'report'}]"}
    );
    BOOST_TEST(one.points("C") == "4..8");
    BOOST_TEST(one.shown("A") == "4 partly");
    BOOST_TEST(one.shown("B") == "0..4 unproven");
}

/** A document is the same as another when type, number, issuer and date are: it counts once. */
BOOST_AUTO_TEST_CASE(the_same_document_twice)
{
    constexpr struct
    {
        const char* name;
        const char* second;
        bool is_same;
    } test_cases[] = {
        {"all four alike",
         "'kind': 'report', 'number': '12-BC/CB', 'issuer': 'CB', 'issued': '2026-03-01'", true},
        {"the number printed another way",
         "'kind': 'report', 'number': '12 - BC//CB', 'issuer': 'CB', 'issued': '2026-03-01'", true},
        {"another number",
         "'kind': 'report', 'number': '13-BC/CB', 'issuer': 'CB', 'issued': '2026-03-01'", false},
        {"another issuer",
         "'kind': 'report', 'number': '12-BC/CB', 'issuer': 'DU', 'issued': '2026-03-01'", false},
        {"another day",
         "'kind': 'report', 'number': '12-BC/CB', 'issuer': 'CB', 'issued': '2026-04-01'", false},
        {"another kind",
         "'kind': 'minutes', 'number': '12-BC/CB', 'issuer': 'CB', 'issued': '2026-03-01'", false},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const std::string more =
                "'evidence': [{'id': 'E', 'supports': ['L'], 'kind': 'report', 'number': "
                "'12-BC/CB', 'issuer': 'CB', 'issued': '2026-03-01'},"
                "{'id': 'F', 'supports': ['L'], " +
                std::string(tc.second) + "}]";
            const auto sheet =
                bontot_test::make_rubric({.criteria = one_line(eight("'at_least': 2"))});
            const auto read = bontot::read_dossier(sheet, bontot_test::dossier_json({"", more}));
            // The reader may refuse the second; if it does not, the line is short of one.
            const std::string shown = read ? scores(**read).shown("L") : "refused";
            if (tc.is_same) {
                BOOST_TEST(shown != "8 partly");
            } else {
                BOOST_TEST(shown == "8 partly");
            }
        }
    }
}

/** What a result names as a line's evidence is what counted. */
BOOST_AUTO_TEST_CASE(evidence_named)
{
    const scores got = score(
        {.criteria = one_line(eight("'kinds': ['report']"))},
        {"", "'evidence': [{'id': 'E', 'supports': ['L'], 'kind': 'minutes'},"
             "{'id': 'F', 'supports': ['L'], 'kind': 'report'},"
             "{'id': 'G', 'supports': ['L'], 'kind': 'report', 'status': 'rejected'}]"}
    );
    const bontot::node_result& line = got.at("L");
    BOOST_TEST_REQUIRE(line.evidence_count == 1U);
    BOOST_TEST(got.get().evidence[line.first_evidence] == "F");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace evaluate_evidence_unit
