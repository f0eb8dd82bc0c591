// SPDX-License-Identifier: BSL-1.0

#include "support/sheets.hpp"

#include <bontot/examples.hpp>

namespace examples_unit {

namespace {

using bontot_test::make_rubric;
using bontot_test::quoted;
using bontot_test::show;

std::string example(const std::string& facts, const std::string& expectation, std::string more = {})
{
    return "{'label': {'vi': 'vi du', 'en': 'example'}, 'dossier': {'format': 'bontot-dossier/1',"
           "'rubric': {'id': 'test', 'version': '1'}, 'unit': {'id': 'U'},"
           "'period': {'from': '2026-01-01', 'to': '2026-12-31'}, 'facts': {" +
           facts + "}}, 'expect': {" + expectation + "}" + std::move(more) + "}";
}

/** One line of n points; x comes from the committee. */
bontot_test::rubric_ptr sheet_with(const std::string& examples)
{
    return make_rubric(
        {.criteria = bontot_test::one_line("'score': {'formula': 'n + avg'}"),
         .facts = std::string(bontot_test::plain_facts) +
                  ",{'id': 'avg', 'type': 'number', 'min': 0, 'max': 1, 'given_by': 'committee'}",
         .more = "'examples': [" + examples + "]"}
    );
}

std::string report(const std::string& examples)
{
    const auto sheet = sheet_with(examples);
    std::string out;
    append_example_report(out, *sheet, test_examples(sheet), bontot::language::en);
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_examples)

BOOST_AUTO_TEST_CASE(what_is_expected_is_found)
{
    BOOST_TEST(
        report(
            example(
                "'n': 7, 'avg': '0.5'", "'points': '7.50', 'grade': 'mid', 'nodes': {'L': 7.5}"
            ) +
            "," + example("'avg': 1", "'points': 0, 'possible': 10, 'grade_possible': 'top'") +
            "," +
            example(
                "'n': 7", "'points': 8, 'grade': 'top'",
                ", 'reference': {'format': 'bontot-reference/1', 'facts': {'avg': 1}}"
            )
        ) == "PASS  /examples/0  example\n"
             "PASS  /examples/1  example\n"
             "PASS  /examples/2  example\n"
             "3 examples passed, 0 failed\n"
    );
    BOOST_TEST(report("") == "0 examples passed, 0 failed\n");
}

BOOST_AUTO_TEST_CASE(what_differs_is_told)
{
    BOOST_TEST(
        report(example(
            "'n': 4, 'avg': 0", "'points': 5, 'possible': 6, 'grade': 'mid', 'grade_possible': "
                                "'top', 'nodes': {'C': 4, 'L': 5}"
        )) == "FAIL  /examples/0  example\n"
              "    the total: 5 expected, 4 found\n"
              "    the possible total: 6 expected, 4 found\n"
              "    the points of L: 5 expected, 4 found\n"
              "    the grade: mid expected, rest found\n"
              "    the possible grade: top expected, rest found\n"
              "0 examples passed, 1 failed\n"
    );
}

BOOST_AUTO_TEST_CASE(a_faulty_example_fails_and_the_others_go_on)
{
    BOOST_TEST(
        report(
            example("'n': 11", "'points': 5") + "," +
            example(
                "", "'points': 5", ", 'reference': {'format': 'bontot-reference/1', 'fact': 1}"
            ) +
            "," + example("'n': 1, 'avg': 1", "'points': 2")
        ) == "FAIL  /examples/0  example\n"
             "    /facts/n: The fact n is 11, but must be from 0 to 10.\n"
             "FAIL  /examples/1  example\n"
             "    /fact: There is no key \"fact\" here; did you mean \"facts\"?\n"
             "PASS  /examples/2  example\n"
             "1 examples passed, 2 failed\n"
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace examples_unit
