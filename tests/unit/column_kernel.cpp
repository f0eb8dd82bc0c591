// SPDX-License-Identifier: BSL-1.0
// Tables scored by a plan: the same results as row by row, and which sheets have a plan.

#include "support/builtin.hpp"
#include "support/sheets.hpp"

#include <bontot/columns.hpp>

#include <bontot/table/plan.hpp>
#include <bontot/table/planner.hpp>

#include <cstdint>

namespace column_kernel_unit {

namespace {

using bontot::column_type;
using bontot::fact_column;
using bontot::rubric;
using bontot_test::make_rubric;
using bontot_test::one_line;
using bontot_test::sheet_parts;

constexpr std::size_t row_count = 3000;
constexpr std::size_t short_call = 100; // too few rows for a plan

/** Every fact of a sheet that a plan takes as a column of values that look random. */
class table
{
public:
    explicit table(const rubric& sheet, std::uint32_t seed)
        : state_(seed), amounts_(sheet.facts.size()), bytes_(amounts_.size()),
          known_(amounts_.size())
    {
        for (std::uint32_t slot = 0; slot < sheet.facts.size(); ++slot) {
            const bontot::fact_spec& fact = sheet.facts[slot];
            fact_column added;
            added.slot = slot;
            if (fact.type == bontot::fact_type::number) fill_amounts(added, fact);
            if (fact.type == bontot::fact_type::boolean) fill_truths(added);
            if (added.values == nullptr) continue;
            for (std::size_t i = 0; i < row_count; ++i)
                known_[slot].push_back(below(9) == 0 ? 0 : 1);
            if (below(5) != 0) added.valid_bytes = known_[slot].data();
            columns.push_back(added);
        }
    }

    std::vector<fact_column> columns;

private:
    std::uint32_t below(std::uint32_t count)
    {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 16U) % count;
    }

    /** A tenth of an integer fact's unit would be wrong; one value in 400 is out of range. */
    void fill_amounts(fact_column& column, const bontot::fact_spec& fact)
    {
        column.type = column_type::int64;
        column.scale = fact.integer ? 0 : 1 + static_cast<std::int32_t>(below(2));
        std::int64_t power = 1;
        for (std::int32_t i = 0; i < column.scale; ++i)
            power *= 10;
        const bontot::number low = fact.min.value_or(bontot::number(-20));
        const bontot::number high = fact.max.value_or(bontot::number(120));
        const std::int64_t least =
            *round(low, 0, bontot::rounding_mode::ceiling)->to_int64() * power;
        const std::int64_t most = *round(high, 0, bontot::rounding_mode::floor)->to_int64() * power;
        std::vector<std::int64_t>& to = amounts_[column.slot];
        for (std::size_t i = 0; i < row_count; ++i) {
            const auto width = static_cast<std::uint32_t>(most - least + 1);
            to.push_back(below(400) == 0 ? most + 1 : least + below(width));
        }
        column.values = to.data();
    }

    void fill_truths(fact_column& column)
    {
        column.type = column_type::boolean_bytes;
        for (std::size_t i = 0; i < row_count; ++i)
            bytes_[column.slot].push_back(static_cast<std::uint8_t>(below(2)));
        column.values = bytes_[column.slot].data();
    }

    std::uint32_t state_;
    std::vector<std::vector<std::int64_t>> amounts_;
    std::vector<std::vector<std::uint8_t>> bytes_;
    std::vector<std::vector<std::uint8_t>> known_;
};

/** The results of all rows, one list after the other. */
struct results
{
    results(
        const std::shared_ptr<const rubric>& sheet, const table& given, std::int32_t scale,
        std::size_t rows_a_call
    )
        : figures((sheet->nodes.size() * 2 + 3) * row_count, -7), grades(2 * row_count, -7),
          status(row_count, 9)
    {
        std::int64_t* next = figures.data();
        const auto take = [&next] { return std::exchange(next, next + row_count); };
        std::vector<bontot::node_output> nodes;
        for (std::uint32_t i = 0; i < sheet->nodes.size(); ++i)
            nodes.push_back({i, take(), take()});
        bontot::column_outputs out;
        out.scale = scale;
        out.points = take();
        out.possible = take();
        out.completeness = take();
        out.grade = grades.data();
        out.grade_possible = grades.data() + row_count;
        out.status = status.data();
        out.nodes = nodes;
        const bontot::date first{2026, 1, 1};
        const bontot::date last = sheet->period_months == 1   ? bontot::date{2026, 1, 31}
                                  : sheet->period_months == 3 ? bontot::date{2026, 3, 31}
                                  : sheet->period_months == 6 ? bontot::date{2026, 6, 30}
                                                              : bontot::date{2026, 12, 31};
        for (std::size_t at = 0; at < row_count; at += rows_a_call) {
            const std::size_t count = std::min(rows_a_call, row_count - at);
            const auto done = evaluate_columns(sheet, {given.columns, first, last}, at, count, out);
            BOOST_TEST_REQUIRE(!!done, bontot_test::show(done.error()));
            errors += done->error_count;
            for (const bontot::diagnostic& each : done->errors)
                text.append(message_code(each.code)).append(each.pointer).append("\n");
        }
    }

    std::vector<std::int64_t> figures;
    std::vector<std::int32_t> grades;
    std::vector<std::uint8_t> status;
    std::uint64_t errors = 0;
    std::string text;
};

bool has_plan(const std::shared_ptr<const rubric>& sheet)
{
    const table given(*sheet, 1);
    bontot::dossier built(sheet);
    bontot::set_unit(built, {}, {});
    bontot::detail::column_plan plan(bontot::default_memory());
    return bontot::detail::column_planner(built, given.columns, plan).run();
}

void check_same(const std::shared_ptr<const rubric>& sheet, std::int32_t scale, std::uint32_t seed)
{
    const table given(*sheet, seed);
    const results planned(sheet, given, scale, row_count);
    const results by_row(sheet, given, scale, short_call);
    for (std::size_t i = 0; i < row_count; ++i) {
        BOOST_TEST_REQUIRE(planned.status[i] == by_row.status[i], "row " << i);
        for (std::size_t at = i; at < planned.figures.size(); at += row_count)
            BOOST_TEST_REQUIRE(planned.figures[at] == by_row.figures[at], "row " << i);
        for (std::size_t at = i; at < planned.grades.size(); at += row_count)
            BOOST_TEST_REQUIRE(planned.grades[at] == by_row.grades[at], "row " << i);
    }
    BOOST_TEST(planned.errors == by_row.errors);
    // A call lists the first 1,000 errors.
    BOOST_TEST(planned.text == by_row.text.substr(0, planned.text.size()));
}

/** One line of each kind, parents in parents, both kinds of conditions of a criterion. */
const sheet_parts wide_sheet{
    .criteria =
        "{'id': 'A', 'max': 40, 'good': {'min_points': 12, 'requires': 'flag'}, 'indicators': ["
        " {'id': 'A1', 'max': 10, 'score': {'condition': 'flag'}},"
        " {'id': 'A2', 'max': 10, 'score': {'steps': {'value': 'x', 'table': ["
        "  {'when': '>= 80', 'points': 10}, {'when': '[50.55..60)', 'points': 7.5},"
        "  {'when': '< 50.5', 'points': 3}]}}},"
        " {'id': 'A3', 'max': 20, 'indicators': ["
        "  {'id': 'A31', 'max': 20, 'score': {'proportional': {'value': 'n', 'from': [0, 8],"
        "   'points': [0, 20]}}},"
        "  {'id': 'A32', 'max': 5, 'score': {'condition': 'n > 3 and other and not(flag)'}},"
        "  {'id': 'A33', 'max': 5, 'min': -5, 'score': {'formula': 'if flag then -5 else 5'}}]}]},"
        "{'id': 'B', 'max': 30, 'good': {'min_points': 9}, 'indicators': ["
        " {'id': 'B1', 'max': 10, 'requires': 'k >= 7', 'score': {'condition': 'other'},"
        "  'at_most': [{'when': 'k = 9', 'points': 4}]},"
        " {'id': 'B2', 'max': 10, 'score': {'condition': 'm < 5'}, 'evidence': {}},"
        " {'id': 'B3', 'max': 10, 'score': {'mark': {}}},"
        " {'id': 'B4', 'max': 10, 'score': {'proportional': {'value': 'h', 'from': [1, 0],"
        "  'points': [0, 10]}}}]},"
        "{'id': 'P', 'max': 5, 'kind': 'bonus', 'indicators': [{'id': 'P1', 'max': 5,"
        " 'score': {'condition': 'c > 50'}}]},"
        "{'id': 'Q', 'max': 0, 'min': -5, 'kind': 'penalty', 'indicators': [{'id': 'Q1', 'max': 0,"
        " 'min': -5, 'score': {'formula': 'if other then -5 else 0'}}]}",
    .grades = "{'id': 'top', 'min_total': 40, 'good_criteria': 'all', 'min_share': {'A': 0.5}},"
              "{'id': 'mid', 'above_total': 30, 'good_criteria': ['A'], 'min_points': {'B': 10}},"
              "{'id': 'low', 'no_zero_criterion': true, 'requires': 'c < 100'}, {'id': 'rest'}",
    .gates = "{'id': 'g1', 'when': 'x < 0', 'effect': {'grade_at_most': 'mid'}},"
             "{'id': 'g2', 'when': 'm = 10', 'effect': {'grade_down': 1}},"
             "{'id': 'g3', 'when': 'n = 1', 'effect': {'not_good': 'B'}}",
    .consistency = "{'id': 'k', 'assert': 'n < 10 or flag', 'message': {'vi': 'v', 'en': 'e'}}",
    .more = "'total': {'min': 1, 'max': 66}"};

} // namespace

BOOST_AUTO_TEST_SUITE(test_column_kernel)

BOOST_AUTO_TEST_CASE(the_same_as_row_by_row)
{
    const auto sheet = make_rubric(wide_sheet);
    BOOST_TEST(has_plan(sheet));
    for (std::uint32_t seed = 1; seed <= 6; ++seed)
        check_same(sheet, 12, seed);
    // Thirds of a total do not fit whole points; those rows say so.
    check_same(sheet, 2, 7);
    check_same(sheet, 0, 8);
}

BOOST_AUTO_TEST_CASE(grades_on_the_base)
{
    sheet_parts parts = wide_sheet;
    parts.more = "'total': {'grades_on': 'base'}";
    const auto sheet = make_rubric(parts);
    BOOST_TEST(has_plan(sheet));
    check_same(sheet, 12, 3);
}

BOOST_AUTO_TEST_CASE(built_in_rubrics)
{
    for (const bontot::detail::builtin_rubric& each : bontot::detail::builtin_rubrics())
        check_same(bontot_test::builtin(each.id), 12, 5);
}

/** What a plan can not add up goes row by row. */
BOOST_AUTO_TEST_CASE(which_sheets_have_a_plan)
{
    const auto planned = [](sheet_parts parts) { return has_plan(make_rubric(parts)); };
    const std::string line = one_line("'score': {'condition': 'flag'}");
    BOOST_TEST(planned({.criteria = line}));
    BOOST_TEST(
        planned({.criteria = one_line("'score': {'condition': 'day < period.to'}")}) == false
    );
    BOOST_TEST(planned({.criteria = one_line("'score': {'formula': 'n / m'}")}) == false);
    BOOST_TEST(
        planned({.criteria = one_line("'score': {'condition': 'flag'}, 'applies': 'other'")}) ==
        false
    );
    BOOST_TEST(
        planned({.criteria = line, .gates = "{'id': 'g', 'when': 'flag', 'effect': {'void': 'C'}}"}
        ) == false
    );
    BOOST_TEST(
        planned(
            {.criteria = line,
             .more = "'rounding': [{'at': 'total', 'step': 1, 'mode': 'half_up'}]"}
        ) == false
    );
    BOOST_TEST(planned({.criteria = line, .more = "'total': {'grades_on': 'share'}"}) == false);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace column_kernel_unit
