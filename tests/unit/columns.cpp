// SPDX-License-Identifier: BSL-1.0
// A table of facts scored: what each row gives, what is wrong with rows and with tables.

#include "support/counting_memory.hpp"
#include "support/sheets.hpp"

#include <bontot/columns.hpp>
#include <bontot/evaluate.hpp>

#include <bontot/table/block.hpp>

#include <cstring>

namespace columns_unit {

namespace {

using bontot::column_outputs;
using bontot::column_report;
using bontot::column_type;
using bontot::fact_column;
using bontot::row_status;
using bontot::rubric;

/** Two criteria: A has n points, B ten if the flag is set, or 2.5 for a day in May. */
std::shared_ptr<const rubric> two_criteria(const std::string& consistency = "")
{
    return bontot_test::make_rubric(
        {.criteria = "{'id': 'A', 'max': 10, 'indicators': [{'id': 'A1', 'max': 10, 'score': "
                     "{'formula': 'n'}}]},"
                     "{'id': 'B', 'max': 10, 'indicators': [{'id': 'B1', 'max': 10, 'score': "
                     "{'formula': 'if flag then 10 else if day.month = 5 then 2.5 else 0'}}]}",
         .grades = "{'id': 'top', 'min_total': 15}, {'id': 'mid', 'min_total': 5}, {'id': 'rest'}",
         .consistency = consistency}
    );
}

fact_column column_of(
    const rubric& sheet, std::string_view fact, column_type type, const void* values,
    const std::uint8_t* valid_bytes = nullptr
)
{
    fact_column out;
    out.slot = sheet.find_fact(fact);
    out.type = type;
    out.values = values;
    out.valid_bytes = valid_bytes;
    return out;
}

/** Arrays for all results of so many rows, which hold what no result is. */
struct arrays
{
    explicit arrays(const rubric& sheet, std::size_t rows)
        : points(rows, -77), possible(points), completeness(points), grade(rows, -77),
          grade_possible(grade), status(rows, 9)
    {
        for (std::uint32_t i = 0; i < sheet.nodes.size(); ++i) {
            node_points.emplace_back(rows, -77);
            node_possible.emplace_back(rows, -77);
        }
        for (std::uint32_t i = 0; i < sheet.nodes.size(); ++i)
            nodes.push_back({i, node_points[i].data(), node_possible[i].data()});
    }

    column_outputs outputs(std::int32_t scale)
    {
        column_outputs out;
        out.scale = scale;
        out.points = points.data();
        out.possible = possible.data();
        out.completeness = completeness.data();
        out.grade = grade.data();
        out.grade_possible = grade_possible.data();
        out.status = status.data();
        out.nodes = nodes;
        return out;
    }

    /** Returns "total..possible grade..grade_possible", or "-" for a row without results. */
    [[nodiscard]] std::string row(std::size_t at) const
    {
        const auto is = [&](row_status which) { return status[at] == static_cast<int>(which); };
        if (is(row_status::no_fit)) return "-no_fit";
        if (is(row_status::wrong)) return "-";
        BOOST_TEST(is(row_status::scored));
        const auto range = [](auto low, auto high) {
            const std::string first = std::to_string(low);
            return low == high ? first : first + ".." + std::to_string(high);
        };
        return range(points[at], possible[at]) + " " + range(grade[at], grade_possible[at]);
    }

    std::vector<std::int64_t> points;
    std::vector<std::int64_t> possible;
    std::vector<std::int64_t> completeness;
    std::vector<std::int32_t> grade;
    std::vector<std::int32_t> grade_possible;
    std::vector<std::uint8_t> status;
    std::vector<std::vector<std::int64_t>> node_points;
    std::vector<std::vector<std::int64_t>> node_possible;
    std::vector<bontot::node_output> nodes;
};

column_report score(
    const std::shared_ptr<const rubric>& sheet, std::span<const fact_column> columns,
    const column_outputs& out, std::size_t rows
)
{
    auto done = evaluate_columns(sheet, {columns, {}, {}}, 0, rows, out);
    BOOST_TEST_REQUIRE(!!done, bontot_test::show(done.error()));
    return *done;
}

std::string refusal(
    const std::shared_ptr<const rubric>& sheet, std::span<const fact_column> columns,
    const column_outputs& out = {}
)
{
    const auto done = evaluate_columns(sheet, {columns, {}, {}}, 0, 1, out);
    return done ? "" : bontot_test::show(done.error());
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_columns)

BOOST_AUTO_TEST_CASE(rows)
{
    const auto sheet = two_criteria();
    const std::int64_t n[] = {7, 0, 5, 10};
    const std::uint8_t n_valid[] = {1, 1, 0, 1};
    const std::uint8_t flag[] = {1, 0, 0, 0};
    const std::uint8_t flag_valid[] = {1, 1, 1, 0};
    const std::int32_t day[] = {0, 120, 0, 0}; // 1970-01-01 and 1970-05-01
    const fact_column columns[] = {
        column_of(*sheet, "flag", column_type::boolean_bytes, flag, flag_valid),
        column_of(*sheet, "n", column_type::int64, n, n_valid),
        column_of(*sheet, "day", column_type::date32, day)};
    arrays out(*sheet, 4);
    const column_report report = score(sheet, columns, out.outputs(1), 4);
    BOOST_TEST(report.error_count == 0U);
    BOOST_TEST(report.wrong_rows == 0U);
    BOOST_TEST(out.row(0) == "170 0");
    BOOST_TEST(out.row(1) == "25 2");
    BOOST_TEST(out.row(2) == "0..100 2..1");   // n is missing
    BOOST_TEST(out.row(3) == "100..200 1..0"); // the flag is
    BOOST_TEST(out.completeness[0] == 1000000000000);
    BOOST_TEST(out.completeness[2] == 500000000000); // 12 decimals at any scale
    BOOST_TEST(out.node_points[sheet->find_node("B")][1] == 25);
    BOOST_TEST(out.node_points[sheet->find_node("A1")][3] == 100);
    BOOST_TEST(out.node_possible[sheet->find_node("B1")][3] == 100);
    BOOST_TEST(out.node_points[sheet->find_node("B1")][3] == 0);
}

/** Each array may be left out. */
BOOST_AUTO_TEST_CASE(some_results)
{
    const auto sheet = two_criteria();
    const std::int64_t n[] = {7, 11};
    const fact_column columns[] = {column_of(*sheet, "n", column_type::int64, n)};
    BOOST_TEST(score(sheet, columns, {}, 2).wrong_rows == 1U);
    std::int32_t grade[] = {5, 5};
    column_outputs out;
    out.grade_possible = grade;
    score(sheet, columns, out, 2);
    BOOST_TEST(grade[0] == 0); // 17 points are possible
    BOOST_TEST(grade[1] == -1);
    BOOST_TEST(score(sheet, {}, out, 2).wrong_rows == 0U);
    BOOST_TEST(grade[1] == 0);
}

BOOST_AUTO_TEST_CASE(wrong_rows)
{
    const auto sheet = two_criteria("{'id': 'c1', 'assert': 'n <= m', 'message': "
                                    "{'vi': 'n quá m', 'en': 'n exceeds m'}}");
    const std::int64_t n[] = {7, 11, 5, -1, 4};
    const std::int64_t m[] = {7, 10, 4, 11, 5};
    const fact_column columns[] = {
        column_of(*sheet, "n", column_type::int64, n),
        column_of(*sheet, "m", column_type::int64, m)};
    arrays out(*sheet, 5);
    const column_report report = score(sheet, columns, out.outputs(1), 5);
    BOOST_TEST(report.error_count == 4U);
    BOOST_TEST(report.wrong_rows == 3U);
    BOOST_TEST(
        bontot_test::show(report.errors) ==
        "dossier_out_of_range at /1/n, dossier_inconsistent at /2, "
        "dossier_out_of_range at /3/n, dossier_out_of_range at /3/m"
    );
    BOOST_TEST(report.errors[2].offset == 3U);
    std::string message;
    append_diagnostic(message, report.errors[0], bontot::language::en);
    BOOST_TEST(message == "The fact n is 11, but must be from 0 to 10.");
    message.clear();
    append_diagnostic(message, report.errors[1], bontot::language::en);
    BOOST_TEST(message == "The facts contradict each other: n exceeds m (rule c1)");
    BOOST_TEST(out.row(0) == "70..170 1..0");
    BOOST_TEST(out.row(1) == "-");
    BOOST_TEST(out.row(2) == "-");
    BOOST_TEST(out.row(3) == "-");
    BOOST_TEST(out.row(4) == "40..140 2..1");
    BOOST_TEST(out.points[1] == 0);
    BOOST_TEST(out.possible[2] == 0);
    BOOST_TEST(out.completeness[3] == 0);
    BOOST_TEST(out.grade[3] == -1);
    BOOST_TEST(out.grade_possible[1] == -1);
    BOOST_TEST(out.node_points[0][2] == 0);
}

/** Of many errors the first are listed, and all are counted. */
BOOST_AUTO_TEST_CASE(many_errors)
{
    const auto sheet = two_criteria("{'id': 'c1', 'assert': 'n <= m', 'message': "
                                    "{'vi': 'n quá m', 'en': 'n exceeds m'}}");
    std::vector<std::int64_t> n;
    for (std::int64_t i = 0; i < 3000; ++i)
        n.push_back(i % 2 == 0 ? 11 : 5);
    const std::vector<std::int64_t> m(3000, 4);
    const fact_column columns[] = {
        column_of(*sheet, "n", column_type::int64, n.data()),
        column_of(*sheet, "m", column_type::int64, m.data())};
    const column_report report = score(sheet, columns, {}, 3000);
    BOOST_TEST(report.error_count == 3000U);
    BOOST_TEST(report.wrong_rows == 3000U);
    BOOST_TEST_REQUIRE(report.errors.size() == bontot::most_column_errors);
    BOOST_TEST((report.errors[998].code == bontot::message::dossier_out_of_range));
    BOOST_TEST(report.errors[998].pointer == "/998/n");
    BOOST_TEST(report.errors[999].pointer == "/999");
}

/** A figure is never rounded to fit. */
BOOST_AUTO_TEST_CASE(figures_that_do_not_fit)
{
    const auto sheet = bontot_test::make_rubric(
        {.criteria = "{'id': 'C', 'max': 10000000, 'indicators': [{'id': 'L', 'max': 10000000, "
                     "'score': {'formula': 'x'}}]}"}
    );
    const std::int64_t x[] = {125, 12500, 922337200, 0};
    fact_column column = column_of(*sheet, "x", column_type::int64, x);
    column.scale = 2;
    arrays out(*sheet, 4);
    const fact_column columns[] = {column};
    column_report report = score(sheet, columns, out.outputs(1), 4);
    BOOST_TEST(out.row(0) == "-no_fit"); // 1.25
    BOOST_TEST(out.row(1) == "1250 0");
    BOOST_TEST(out.row(2) == "92233720 0");
    BOOST_TEST(report.error_count == 1U);
    BOOST_TEST(report.wrong_rows == 1U);
    BOOST_TEST(bontot_test::show(report.errors) == "columns_no_fit at /0");
    BOOST_TEST(out.grade[0] == -1);
    report = score(sheet, columns, out.outputs(12), 4);
    BOOST_TEST(out.points[0] == 1250000000000);
    BOOST_TEST(out.points[2] == 9223372000000000000); // the greatest is 9223372036854775807
    BOOST_TEST(report.error_count == 0U);
    const std::int64_t larger[] = {922337204, 1, 2, 3};
    const fact_column more[] = {[&] {
        fact_column other = column;
        other.values = larger;
        return other;
    }()};
    report = score(sheet, more, out.outputs(12), 4);
    BOOST_TEST(out.row(0) == "-no_fit");
    BOOST_TEST(bontot_test::show(report.errors) == "columns_no_fit at /0");
    // Of a node's figure, the pointer names the node.
    column_outputs nodes_only = out.outputs(1);
    nodes_only.points = nodes_only.possible = nullptr;
    nodes_only.nodes = nodes_only.nodes.subspan(1);
    report = score(sheet, columns, nodes_only, 1);
    BOOST_TEST(bontot_test::show(report.errors) == "columns_no_fit at /0/L");
}

/** Parts of a table give what the whole gives, and touch no other rows. */
BOOST_AUTO_TEST_CASE(parts_of_a_table)
{
    const auto sheet = two_criteria();
    std::vector<std::int64_t> n;
    std::vector<std::uint8_t> flags;
    for (std::size_t i = 0; i < 5000; ++i) {
        n.push_back(i % 97 == 96 ? -1 : static_cast<std::int64_t>(i * i % 11));
        flags.push_back(i % 3 == 0 ? 1 : 0);
    }
    const fact_column columns[] = {
        column_of(*sheet, "n", column_type::int64, n.data()),
        column_of(*sheet, "flag", column_type::boolean_bytes, flags.data())};
    arrays whole(*sheet, 5000);
    const column_report all = score(sheet, columns, whole.outputs(3), 5000);
    arrays parts(*sheet, 5000);
    const std::size_t starts[] = {100, 1500, 2524, 4000, 4999};
    std::uint64_t wrong = 0;
    for (std::size_t i = 0; i + 1 < std::size(starts); ++i) {
        const std::size_t count = starts[i + 1] - starts[i];
        const auto done =
            evaluate_columns(sheet, {columns, {}, {}}, starts[i], count, parts.outputs(3));
        BOOST_TEST_REQUIRE(!!done);
        wrong += done->wrong_rows;
        if (i == 1) BOOST_TEST(done->errors[0].pointer == "/1551/n"); // 97 * 16 - 1
    }
    BOOST_TEST(all.wrong_rows == 51U); // 96, 193, ... 4946
    BOOST_TEST(wrong == 50U);          // not that of row 96
    BOOST_TEST(parts.points[99] == -77);
    BOOST_TEST(parts.points[4999] == -77);
    for (std::size_t i = 100; i < 4999; ++i)
        BOOST_TEST_REQUIRE(parts.row(i) == whole.row(i));
}

BOOST_AUTO_TEST_CASE(the_period)
{
    const auto sheet = bontot_test::make_rubric(
        {.criteria =
             bontot_test::one_line("'score': {'condition': 'day in [period.from..period.to]'}"),
         .more = "'period': 'year'"}
    );
    const std::int32_t days[] = {20454, 20455, 20819, 20820}; // 2026 is 20454..20818
    const fact_column columns[] = {column_of(*sheet, "day", column_type::date32, days)};
    arrays out(*sheet, 4);
    const bontot::date from{2026, 1, 1};
    auto done =
        evaluate_columns(sheet, {columns, from, bontot::date{2026, 12, 31}}, 0, 4, out.outputs(0));
    BOOST_TEST_REQUIRE(!!done);
    BOOST_TEST(out.row(0) == "10 0");
    BOOST_TEST(out.row(2) == "0 2");
    done = evaluate_columns(sheet, {columns, from, bontot::date{2026, 12, 30}}, 0, 4, {});
    BOOST_TEST_REQUIRE(!done);
    BOOST_TEST(bontot_test::show(done.error()) == "dossier_period_length at ");
    score(sheet, columns, out.outputs(0), 4);
    BOOST_TEST(out.row(0) == "0..10 2..0");
}

BOOST_AUTO_TEST_CASE(wrong_tables)
{
    const auto sheet = two_criteria();
    alignas(8) const std::int64_t room[4] = {};
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(room);
    const auto with = [&](std::string_view fact, column_type type, auto change) {
        fact_column out = column_of(*sheet, fact, type, room);
        change(out);
        const fact_column columns[] = {out};
        return refusal(sheet, columns);
    };
    const auto none = [](fact_column&) {};
    const auto scale = [](std::int32_t to) { return [to](fact_column& c) { c.scale = to; }; };
    BOOST_TEST(with("n", column_type::int64, none) == "");
    BOOST_TEST(with("n", column_type::int64, [](fact_column& c) {
                   c.slot = 11;
               }) == "dossier_no_slot at /columns/0");
    const std::string type = "dossier_slot_type at /columns/0";
    BOOST_TEST(with("n", column_type::text32, none) == type);
    BOOST_TEST(with("n", column_type::boolean_bits, none) == type);
    BOOST_TEST(with("n", column_type::date32, none) == type);
    BOOST_TEST(with("flag", column_type::int8, none) == type);
    BOOST_TEST(with("day", column_type::int32, none) == type);
    BOOST_TEST(with("word", column_type::date32, none) == type);
    BOOST_TEST(with("level", column_type::float64, none) == type);
    BOOST_TEST(with("n", static_cast<column_type>(200), none) == type);
    BOOST_TEST(with("n", column_type::int64, scale(38)) == "");
    BOOST_TEST(with("n", column_type::int64, scale(39)) == "columns_scale at /columns/0");
    BOOST_TEST(with("n", column_type::int64, scale(-1)) == "columns_scale at /columns/0");
    BOOST_TEST(with("n", column_type::nothing, scale(-1)) == "columns_scale at /columns/0");
    BOOST_TEST(with("x", column_type::float64, scale(15)) == "");
    BOOST_TEST(with("x", column_type::float64, scale(16)) == "columns_scale at /columns/0");
    BOOST_TEST(with("n", column_type::int64, [](fact_column& c) {
                   c.values = nullptr;
               }) == "columns_null at /columns/0");
    BOOST_TEST(with("n", column_type::int64, [&](fact_column& c) {
                   c.values = bytes + 4;
               }) == "columns_misaligned at /columns/0");
    BOOST_TEST(with("n", column_type::int32, [&](fact_column& c) { c.values = bytes + 4; }) == "");
    BOOST_TEST(with("n", column_type::int8, [&](fact_column& c) {
                   c.valid_bits = c.valid_bytes = bytes;
               }) == "columns_two_masks at /columns/0");
    fact_column dictionary;
    const auto has_dictionary = [&](fact_column& c) { c.dictionary = &dictionary; };
    BOOST_TEST(
        with("word", column_type::int8, has_dictionary) == "columns_dictionary at /columns/0"
    );
    dictionary.type = column_type::text64;
    dictionary.values = bytes + 4;
    BOOST_TEST(
        with("word", column_type::int8, has_dictionary) == "columns_dictionary at /columns/0"
    );
    BOOST_TEST(with("n", column_type::int8, has_dictionary) == type);
    BOOST_TEST(with("word", column_type::text32, has_dictionary) == type);
    const fact_column twice[] = {
        column_of(*sheet, "n", column_type::int64, room),
        column_of(*sheet, "m", column_type::int8, room),
        column_of(*sheet, "n", column_type::int16, room)};
    BOOST_TEST(refusal(sheet, twice) == "columns_repeated at /columns/2");
}

BOOST_AUTO_TEST_CASE(wrong_outputs)
{
    const auto sheet = two_criteria();
    alignas(8) std::int64_t room[4] = {};
    auto* const shifted = reinterpret_cast<std::int64_t*>(reinterpret_cast<char*>(room) + 4);
    const bontot::node_output nodes[] = {
        {0, room, nullptr}, {4, nullptr, nullptr}, {1, nullptr, shifted}};
    column_outputs out;
    out.scale = 13;
    out.nodes = nodes;
    out.points = shifted;
    out.grade = reinterpret_cast<std::int32_t*>(reinterpret_cast<char*>(room) + 2);
    BOOST_TEST(
        refusal(sheet, {}, out) ==
        "columns_scale at /scale, api_no_node at /nodes/1, api_bad_argument at /nodes/2, "
        "api_bad_argument at /points, api_bad_argument at /grade"
    );
    BOOST_TEST(room[0] == 0);
}

/** Memory does not grow with the rows, and none is asked for after the first blocks. */
BOOST_AUTO_TEST_CASE(memory)
{
    const auto sheet = two_criteria("{'id': 'c1', 'assert': 'n <= 10', 'message': "
                                    "{'vi': 'n', 'en': 'n'}}");
    const std::size_t rows = 20 * bontot::detail::column_block_rows;
    const std::vector<std::int64_t> n(rows, 3);
    std::vector<std::int32_t> offsets;
    for (std::size_t i = 0; i <= rows; ++i)
        offsets.push_back(static_cast<std::int32_t>(3 * i));
    std::string words;
    for (std::size_t i = 0; i < rows; ++i)
        words += "E\xCC\x82"; // has to be composed
    fact_column word = column_of(*sheet, "word", column_type::text32, offsets.data());
    word.text = words.data();
    const fact_column columns[] = {column_of(*sheet, "n", column_type::int64, n.data()), word};
    arrays out(*sheet, rows);
    const auto calls_for = [&](std::size_t count) {
        counting_memory counted;
        const auto done =
            evaluate_columns(sheet, {columns, {}, {}}, 0, count, out.outputs(1), counted);
        BOOST_TEST(done->error_count == 0U);
        BOOST_TEST(counted.bytes == 0U);
        return counted.calls;
    };
    BOOST_TEST(calls_for(rows) == calls_for(2 * bontot::detail::column_block_rows));
}

/** Rows of every kind of fact give what the same dossiers give that are read from JSON. */
BOOST_AUTO_TEST_CASE(as_dossiers_from_json)
{
    const auto sheet = bontot_test::make_rubric(
        {.criteria =
             "{'id': 'C', 'max': 40, 'good': {'min_points': 10, 'requires': 'flag'}, 'indicators': "
             "["
             "{'id': 'A', 'max': 10, 'score': {'condition': 'n > 3 and word != \\'bad\\''}},"
             "{'id': 'B', 'max': 10, 'applies': 'other', 'not_applicable': 'share', 'score': "
             "{'steps': {'value': 'n / m', 'table': [{'when': '>= 1', 'points': 10}, "
             "{'when': '< 1', 'points': 3}]}}}, {'id': 'D', 'max': 10, 'score': {'choice': "
             "{'fact': 'level', 'options': [{'is': 'high', 'points': 9}, {'is': 'mid', 'points': "
             "4},"
             "{'is': 'low', 'points': 1, 'void': true}]}}}, {'id': 'E', 'max': 10, 'score': "
             "{'proportional': {'value': 'h', 'from': [0, 1], 'points': [10, 0]}}}]}",
         .gates =
             "{'id': 'g', 'when': 'day < date(\\'2026-06-01\\')', 'effect': {'grade_down': 1}}",
         .consistency = "{'id': 'c1', 'assert': 'n + m < 18', 'message': {'vi': 'n', 'en': 'n'}}"}
    );
    constexpr std::size_t rows = 1500;
    std::vector<std::int64_t> n, m, h;
    std::vector<std::uint8_t> flag, other, known[8];
    std::vector<std::int32_t> day, words{0}, levels{0};
    std::string word_text, level_text;
    std::vector<std::string> json;
    std::uint32_t state = 1;
    const auto any = [&state](std::uint32_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 16U) % below;
    };
    for (std::size_t i = 0; i < rows; ++i) {
        std::string facts;
        const auto put = [&](std::size_t fact, const char* id, const std::string& text) {
            known[fact].push_back(any(6) == 0 ? 0 : 1);
            if (known[fact].back() == 0) return;
            facts += (facts.empty() ? "'" : ", '") + std::string(id) + "': " + text;
        };
        n.push_back(any(12)); // up to 11, which is wrong
        put(0, "n", std::to_string(n.back()));
        m.push_back(any(11));
        put(1, "m", std::to_string(m.back()));
        h.push_back(any(101));
        put(2, "h", std::to_string(h.back()) + "e-2");
        flag.push_back(any(2) != 0);
        put(3, "flag", flag.back() != 0 ? "true" : "false");
        other.push_back(any(2) != 0);
        put(4, "other", other.back() != 0 ? "true" : "false");
        const std::uint32_t month = any(12);
        day.push_back(static_cast<std::int32_t>(day_number(*bontot::make_date(2026, month + 1, 9)))
        );
        std::string date;
        append_date(date, *bontot::make_date(2026, month + 1, 9));
        put(5, "day", "'" + date + "'");
        const char* const word = any(2) != 0 ? "bad" : "fine";
        word_text += word;
        words.push_back(static_cast<std::int32_t>(word_text.size()));
        put(6, "word", "'" + std::string(word) + "'");
        const char* const choices[] = {"high", "mid", "low", "lowest"};
        const char* const level = choices[any(10) % 4];
        level_text += level;
        levels.push_back(static_cast<std::int32_t>(level_text.size()));
        put(7, "level", "'" + std::string(level) + "'");
        json.push_back(bontot_test::dossier_json({facts}));
    }
    std::vector<fact_column> columns = {
        column_of(*sheet, "n", column_type::int64, n.data(), known[0].data()),
        column_of(*sheet, "m", column_type::int64, m.data(), known[1].data()),
        column_of(*sheet, "h", column_type::int64, h.data(), known[2].data()),
        column_of(*sheet, "flag", column_type::boolean_bytes, flag.data(), known[3].data()),
        column_of(*sheet, "other", column_type::boolean_bytes, other.data(), known[4].data()),
        column_of(*sheet, "day", column_type::date32, day.data(), known[5].data()),
        column_of(*sheet, "word", column_type::text32, words.data(), known[6].data()),
        column_of(*sheet, "level", column_type::text32, levels.data(), known[7].data())};
    columns[2].scale = 2;
    columns[6].text = word_text.data();
    columns[7].text = level_text.data();
    arrays out(*sheet, rows);
    const column_report report = score(sheet, columns, out.outputs(12), rows);
    std::size_t wrong = 0;
    bontot::result result;
    for (std::size_t i = 0; i < rows; ++i) {
        BOOST_TEST_CONTEXT("row " << i << ": " << json[i])
        {
            const auto read = bontot::read_dossier(sheet, json[i]);
            BOOST_TEST_REQUIRE(!!read == (out.row(i) != "-"));
            if (!read) {
                // In JSON by their places; here the cells come first.
                std::vector<bontot::message> wanted;
                for (const bontot::diagnostic& each : read.error())
                    wanted.push_back(each.code);
                std::vector<bontot::message> found;
                while (wrong < report.errors.size() && report.errors[wrong].offset == i)
                    found.push_back(report.errors[wrong++].code);
                std::sort(wanted.begin(), wanted.end());
                std::sort(found.begin(), found.end());
                BOOST_TEST((found == wanted));
                continue;
            }
            evaluate(**read, result);
            const auto same = [](std::int64_t figure, const bontot::number& wanted) {
                return bontot::number::scaled(figure, 12) == wanted;
            };
            BOOST_TEST(same(out.points[i], result.points));
            BOOST_TEST(same(out.possible[i], result.possible));
            BOOST_TEST(same(out.completeness[i], result.completeness));
            BOOST_TEST(out.grade[i] == static_cast<std::int32_t>(result.grade));
            BOOST_TEST(out.grade_possible[i] == static_cast<std::int32_t>(result.grade_possible));
            for (std::size_t node = 0; node < sheet->nodes.size(); ++node) {
                BOOST_TEST(same(out.node_points[node][i], result.nodes[node].points));
                BOOST_TEST(same(out.node_possible[node][i], result.nodes[node].possible));
            }
        }
    }
    BOOST_TEST(report.error_count < bontot::most_column_errors);
    BOOST_TEST(report.errors.size() == report.error_count);
    BOOST_TEST(wrong == report.errors.size());
    BOOST_TEST(wrong > 100U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace columns_unit
