// SPDX-License-Identifier: BSL-1.0
// What a committee gives for its units (design 6.2): values, exceptions, what it found about
// evidence.

#include "support/sheets.hpp"

namespace reference_unit {

namespace {

using bontot_test::dossier_json;
using bontot_test::dossier_parts;
using bontot_test::make_rubric;
using bontot_test::quoted;
using bontot_test::rubric_ptr;
using bontot_test::scores;
using bontot_test::sheet_parts;
using bontot_test::show;

/** L has as many points as the committee's `avg`; E asks for a verified report. */
sheet_parts given_sheet()
{
    return {
        .criteria = "{'id': 'C', 'max': 20, 'indicators': ["
                    "{'id': 'L', 'max': 10, 'score': {'formula': 'avg'}},"
                    "{'id': 'E', 'max': 10, 'score': {'condition': 'flag'},"
                    " 'evidence': {'kinds': ['report'], 'status': 'verified'}}]}",
        .grades = "{'id': 'top', 'min_total': 15}, {'id': 'rest'}",
        .gates = "{'id': 'g', 'when': 'other', 'effect': {'grade_at_most': 'rest'}}",
        .facts = std::string(bontot_test::plain_facts) +
                 ",{'id': 'avg', 'type': 'number', 'min': 0, 'max': 10, 'given_by': 'committee'},"
                 "{'id': 'note', 'type': 'text', 'given_by': 'committee'}",
    };
}

std::string reference_json(const std::string& more)
{
    return quoted("{'format': 'bontot-reference/1', 'rubric': {'id': 'test'}" + more + "}");
}

std::string reference_errors(const std::string& more)
{
    const auto read = bontot::read_reference(make_rubric(given_sheet()), reference_json(more));
    return read ? std::string() : show(read.error());
}

/** Reads a dossier of unit U, group "north", with a reference; its errors or its result. */
struct outcome
{
    std::string errors;
    std::string line;
    std::string proven;
    std::string grade;
    bool by_exception = false;
};

outcome evaluate_with(const std::string& reference, const dossier_parts& parts)
{
    const rubric_ptr sheet = make_rubric(given_sheet());
    const auto given = bontot::read_reference(sheet, reference_json(reference));
    BOOST_TEST_REQUIRE(!!given, "the reference has errors: " << show(given.error()));
    std::string text = dossier_json(parts);
    const std::string unit = R"("unit": {"id": "U")";
    text.replace(text.find(unit), unit.size(), unit + R"(, "group": "north")");
    bontot::dossier_options options;
    options.committee = given->get();
    const auto read = bontot::read_dossier(sheet, text, options);
    if (!read) return {show(read.error()), {}, {}, {}};
    const scores got(**read);
    return {{}, got.points("L"), got.shown("E"), got.grade(), got.get().by_exception};
}

constexpr const char* report =
    "'evidence': [{'id': 'MC', 'supports': ['E'], 'kind': 'report', 'status': 'submitted'}]";

} // namespace

BOOST_AUTO_TEST_SUITE(test_reference)

BOOST_AUTO_TEST_CASE(the_value_nearest_to_the_unit_counts)
{
    constexpr struct
    {
        const char* name;
        const char* reference;
        const char* facts;
        const char* expected;
    } test_cases[] = {
        {"nothing is given", "", "", "0..10"},
        {"for all units", ", 'facts': {'avg': 3}", "", "3"},
        {"for its group", ", 'facts': {'avg': 3}, 'groups': {'north': {'avg': 4}}", "", "4"},
        {"for another group", ", 'facts': {'avg': 3}, 'groups': {'south': {'avg': 4}}", "", "3"},
        {"for it alone",
         ", 'units': {'U': {'avg': '5.5'}}, 'groups': {'north': {'avg': 4}}, 'facts': {'avg': 3}",
         "", "5.5"},
        {"for another unit", ", 'units': {'V': {'avg': 5}}", "", "0..10"},
        {"null is not given", ", 'units': {'U': {'avg': null}}, 'facts': {'avg': 3}", "", "3"},
        {"the dossier alone", "", "'avg': 6", "6"},
        {"both say the same", ", 'facts': {'avg': 6}", "'avg': '6.0'", "6"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const outcome got = evaluate_with(tc.reference, {tc.facts});
            BOOST_TEST(got.errors == "");
            BOOST_TEST(got.line == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_contradicts_the_dossier_is_an_error)
{
    const outcome other = evaluate_with(", 'facts': {'avg': 3}", {"'avg': 6"});
    BOOST_TEST(other.errors == "dossier_contradicts_reference at /facts/avg");
    const outcome period = evaluate_with(
        ", 'period': {'from': '2025-01-01', 'to': '2025-12-31'}, 'facts': {'avg': 3}", {"'n': 1"}
    );
    BOOST_TEST(period.errors == "reference_other_period at /period");
}

BOOST_AUTO_TEST_CASE(an_exception_lifts_a_gate)
{
    constexpr struct
    {
        const char* name;
        const char* unit;
        const char* other; /**< the gate's condition */
        const char* grade;
        bool by_exception;
    } test_cases[] = {
        {"no exception, the gate fires", "V", "true", "rest", false},
        {"lifted", "U", "true", "top", true},
        {"lifted, though it does not fire", "U", "false", "top", false},
        {"lifted, and it is not known whether it fires", "U", "null", "top", false},
        {"open without an exception", "V", "null", "rest", false},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const std::string exception =
                ", 'facts': {'avg': 9}, 'exceptions': [{'unit': '" + std::string(tc.unit) +
                "', 'gate': 'g', 'reason': 'flood', 'authority': 'committee'}],"
                "'evidence': [{'unit': 'U', 'id': 'MC', 'status': 'verified'}]";
            const outcome got = evaluate_with(
                exception, {"'flag': true, 'other': " + std::string(tc.other), report}
            );
            BOOST_TEST(got.errors == "");
            BOOST_TEST(got.grade == tc.grade);
            BOOST_TEST(got.by_exception == tc.by_exception);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_committee_says_what_a_document_is_worth)
{
    constexpr struct
    {
        const char* name;
        const char* evidence;
        const char* expected;
    } test_cases[] = {
        {"nothing is said", "", "0..10 unproven"},
        {"verified", "{'unit': 'U', 'id': 'MC', 'status': 'verified', 'by': 'x'}", "10 met"},
        {"rejected", "{'unit': 'U', 'id': 'MC', 'status': 'rejected'}", "0..10 unproven"},
        {"false", "{'unit': 'U', 'id': 'MC', 'status': 'false'}", "0 unproven"},
        {"of another unit", "{'unit': 'V', 'id': 'MC', 'status': 'verified'}", "0..10 unproven"},
        {"of another document", "{'unit': 'U', 'id': 'M', 'status': 'verified'}", "0..10 unproven"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const outcome got = evaluate_with(
                ", 'evidence': [" + std::string(tc.evidence) + "]", {"'flag': true", report}
            );
            BOOST_TEST(got.proven == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(feel_sees_the_status_that_the_committee_gives)
{
    sheet_parts parts = given_sheet();
    parts.checks = "{'id': 'k', 'assert': 'count(evidence[status = \\'verified\\']) = 1'}";
    std::string text = bontot_test::rubric_json(parts);
    const auto sheet = bontot::read_rubric(text);
    BOOST_TEST_REQUIRE(!!sheet, show(sheet.error()));
    const auto given = bontot::read_reference(
        *sheet, reference_json(", 'evidence': [{'unit': 'U', 'id': 'MC', 'status': 'verified'}]")
    );
    bontot::dossier_options options;
    options.committee = given->get();
    const auto read = bontot::read_dossier(*sheet, dossier_json({"", report}), options);
    BOOST_TEST(scores(**read).check(0) == "yes");
}

BOOST_AUTO_TEST_CASE(faults_of_a_reference)
{
    constexpr struct
    {
        const char* more;
        const char* expected;
    } test_cases[] = {
        {", 'facts': {'n': 1}", "reference_not_given at /facts/n"},
        {", 'groups': {'g': {'avgg': 1}}", "dossier_unknown_fact_near at /groups/g/avgg"},
        {", 'units': {'U': {'avg': 11}}", "dossier_out_of_range at /units/U/avg"},
        {", 'exceptions': [{'unit': 'U', 'gate': 'h', 'reason': 'r', 'authority': ''}]",
         "dossier_unknown_gate at /exceptions/0/gate, reading_empty_text at "
         "/exceptions/0/authority"},
        {", 'evidence': [{'unit': 'U', 'id': 'M', 'status': 'submitted'}]",
         "reading_unknown_word at /evidence/0/status"},
        {", 'evidence': [{'id': 'M', 'status': 'false', 'date': '1/1/2027'}]",
         "reading_missing_key at /evidence/0, reading_bad_date at /evidence/0/date"},
        {", 'fact': {}", "reading_unknown_key_near at /fact"},
        {", 'period': {'from': '2026-01-01'}", "reading_missing_key at /period"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.more)
        {
            BOOST_TEST(reference_errors(tc.more) == tc.expected);
        }
    }
    const auto other = bontot::read_reference(
        make_rubric(given_sheet()),
        quoted("{'format': 'bontot-dossier/1', 'rubric': {'id': 'best', 'version': '2'}}")
    );
    BOOST_TEST(
        show(other.error()) ==
        "reading_wrong_format at /format, reference_other_rubric at /rubric/id"
    );
    const auto version = bontot::read_reference(
        make_rubric(given_sheet()),
        quoted("{'format': 'bontot-reference/1', 'rubric': {'id': 'test', 'version': '2'}}")
    );
    BOOST_TEST(show(version.error()) == "reference_other_rubric at /rubric/version");
}

BOOST_AUTO_TEST_CASE(a_dossier_that_is_built_takes_all_or_nothing)
{
    const rubric_ptr sheet = make_rubric(given_sheet());
    const auto given = bontot::read_reference(
        sheet, reference_json(", 'facts': {'avg': 9, 'note': 'seen'}, 'exceptions': ["
                              "{'unit': 'U', 'gate': 'g', 'reason': 'r', 'authority': 'a'}]")
    );
    bontot::dossier built(sheet);
    set_unit(built, "U", "Unit");
    const std::uint32_t average = sheet->find_fact("avg");
    const std::uint32_t note = sheet->find_fact("note");
    BOOST_TEST(set_fact(built, average, bontot::feel::value::number(8)).empty());
    BOOST_TEST(
        show(apply_reference(built, **given)) == "dossier_contradicts_reference at /facts/avg"
    );
    BOOST_TEST(built.slots[note].is_unknown());
    BOOST_TEST(built.exceptions.empty());
    BOOST_TEST(set_fact(built, average, bontot::feel::value::unknown()).empty());
    BOOST_TEST(apply_reference(built, **given).empty());
    BOOST_TEST(built.slots[note].as_text() == "seen");
    BOOST_TEST(built.exceptions.size() == 1U);
    bontot::dossier of_another_sheet(make_rubric(given_sheet()));
    BOOST_TEST(
        show(apply_reference(of_another_sheet, **given)) == "reference_other_rubric at /rubric"
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace reference_unit
