// SPDX-License-Identifier: BSL-1.0
// Rule 40 of real scoring sheets (docs/rules.md): faults of the sheet itself are told before
// anybody fills it in.

#include "support/sheets.hpp"

#include <bontot/lint.hpp>

namespace field_rules_sheets_unit {

namespace {

using bontot_test::make_rubric;
using bontot_test::one_line;
using bontot_test::sheet_parts;

/** "code at pointer" of what lint finds, each with a blank behind it. */
std::string found_in(const sheet_parts& parts)
{
    std::string out;
    for (const bontot::lint_finding& each : bontot::lint(*make_rubric(parts))) {
        out += lint_code(each);
        out += " at ";
        out.append(each.what.pointer.data(), each.what.pointer.size());
        out += " ";
    }
    return out;
}

bool tells(const sheet_parts& parts, const std::string& finding)
{
    return found_in(parts).find(finding + " ") != std::string::npos;
}

const std::string steps =
    "{'id': 'B', 'max': 5, 'score': {'steps': {'value': 'h', 'table': [{'when': '> 0.5', 'points': "
    "5}, {'when': '< 0.5', 'points': 0}]}}}";

std::string above(const std::string& lines)
{
    return "{'id': 'C', 'max': 10, 'indicators': [" + lines + "]}";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_field_rules_sheets)

/** 4 + 5 of 10, so 9 at most and no grade from 10; half fits no row, of an overlap one is lost. */
BOOST_AUTO_TEST_CASE(rule_40_sheet_validation)
{
    const std::string toggle = "{'id': 'A', 'max': 4, 'score': {'condition': 'flag'}}, ";
    const sheet_parts short_by_one{
        .criteria = above(toggle + steps), .grades = "{'id': 'top', 'min_total': 10}, {'id': 'r'}"};
    BOOST_TEST(
        tells(short_by_one, "children_below_max at /criteria/0/max"), found_in(short_by_one)
    );
    BOOST_TEST(
        tells(short_by_one, "grade_total_unreachable at /grades/0/min_total"),
        found_in(short_by_one)
    );
    BOOST_TEST(
        tells(short_by_one, "step_gap at /criteria/0/indicators/1/score/steps/table"),
        found_in(short_by_one)
    );
    const sheet_parts overlap{
        .criteria = one_line("'score': {'steps': {'value': 'n', 'table': [{'when': '>= 5', "
                             "'points': 10}, {'when': '<= 5', 'points': 0}]}}")};
    BOOST_TEST(
        tells(overlap, "step_overlap at /criteria/0/indicators/0/score/steps/table/1"),
        found_in(overlap)
    );
    const sheet_parts no_base{
        .criteria = one_line("'score': {'formula': 'n'}"),
        .grades = "{'id': 'top', 'min_total': 8}, {'id': 'rest', 'quota': {'share': '0.2', 'of': "
                  "'next'}}"};
    BOOST_TEST(bontot_test::rubric_errors(no_base) == "quota_last at /grades/1/quota");
    const sheet_parts sound{
        .criteria = one_line("'score': {'steps': {'value': 'n', 'table': [{'when': '>= 5', "
                             "'points': 10}, {'when': '< 5', 'points': 0}]}}")};
    for (const char* code : {"children", "step_", "unreachable", "quota"})
        BOOST_TEST(found_in(sound).find(code) == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace field_rules_sheets_unit
