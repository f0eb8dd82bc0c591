// SPDX-License-Identifier: BSL-1.0
// The built-in rubrics over the dossiers of tests/data/dossiers, against the figures worked out by
// hand in WORKED.md there and in expected.tsv.

#include "support/builtin.hpp"
#include "support/fraction.hpp"

#include <fstream>
#include <iterator>
#include <sstream>

namespace builtin_rubrics_unit {

namespace {

using bontot_test::builtin;
using bontot_test::fraction;
using bontot_test::scores;
using bontot_test::settled;
using bontot_test::show;
using bontot_test::terms_of;

const std::string folder = BONTOT_TEST_DATA "/dossiers/";

std::string file_text(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    BOOST_TEST_REQUIRE(file.good(), path << " is not read");
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

scores score_file(std::string_view rubric, const std::string& name)
{
    auto read = bontot::read_dossier(builtin(rubric), file_text(folder + name + ".json"));
    BOOST_TEST_REQUIRE(!!read, show(read.error()));
    return scores(**read);
}

std::vector<std::string> fields_of(const std::string& row)
{
    std::vector<std::string> out(1);
    for (const char c : row) {
        if (c == '\t') {
            out.emplace_back();
        } else {
            out.back() += c;
        }
    }
    return out;
}

std::string with_commas(std::string text)
{
    std::replace(text.begin(), text.end(), ' ', ',');
    return text;
}

/** Compares one row of expected.tsv: dossier, node, points, possible, max, state, good. */
void check_row(const scores& got, const std::vector<std::string>& row)
{
    const std::string& node = row[1];
    if (node == "grade") {
        BOOST_TEST(got.grade() == row[2]);
        BOOST_TEST(got.grade_possible() == row[3]);
    } else if (node == "reachable") {
        BOOST_TEST(with_commas(got.reachable()) == row[2]);
    } else if (node == "completeness") {
        BOOST_TEST(got.completeness() == row[2]);
    } else if (node == "total") {
        BOOST_TEST(show(got.get().points) == row[2]);
        BOOST_TEST(show(got.get().possible) == row[3]);
        BOOST_TEST(got.total_max() == row[4]);
    } else {
        BOOST_TEST(show(got.at(node).points) == row[2]);
        BOOST_TEST(show(got.at(node).possible) == row[3]);
        BOOST_TEST(got.max(node) == row[4]);
        if (!row[5].empty()) BOOST_TEST(got.state(node) == row[5]);
        const std::string good = row[6] == "true"    ? "yes"
                                 : row[6] == "false" ? "no"
                                 : row[6] == "null"  ? "open"
                                                     : "";
        if (!good.empty()) BOOST_TEST(got.good(node) == good);
    }
}

/** The lines of one criterion added up by hand; `possible` is "" where it is the same. */
struct worked_sum
{
    const char* dossier;
    const char* criterion;
    const char* sum;
    const char* points;
    const char* possible_sum = "";
    const char* possible = "";
};

// clang-format off
constexpr worked_sum worked_sums[] = {
    // 1.2: 45/47 of 0.5..1, 3 points: 129/47
    {"example", "1", "4 + 129/47 + 2 + 1.5 + 1 + 1 + 2 + 1 + 1.5 + 2 + 2", "20.744680851064"},
    // 2.7: 11/12 of 0.5..1, 2 points: 5/3
    {"example", "2", "4 + 2 + 3 + 2 + 3 + 3 + 5/3 + 3 + 3", "24.666666666667"},
    // 3.1: 4 * 10/12 proven; 3.5: 6/7 * 2; 3.7 is missing
    {"example", "3", "10/3 + 2.25 + 2 + 1 + 12/7 + 2 + 0 + 2 + 1 + 1 + 2", "18.297619047619",
     "4 + 2.25 + 2 + 1 + 12/7 + 2 + 3 + 2 + 1 + 1 + 2", "21.964285714286"},
    {"example", "4", "6 + 3 + 4.8 + 4 + 2.4 + 1.6", "21.8"},
    {"full", "1", "5 + 2.7 + 1 + 2 + 1 + 2 + 2 + 0 + 2 + 0.75 + 2", "20.45"},
    // 2.3: 8/9 of 0.5..1, 3 points: 7/3
    {"full", "2", "4 + 2 + 7/3 + 2 + 3 + 3 + 5/3 + 3 + 3", "24"},
    // 3.1: 11/12 of 0.75..1, 4 points: 8/3; 3.4 and 3.7: 10/11 of 0.5..1, 2 and 3 points
    {"full", "3", "8/3 + 3 + 3 + 18/11 + 2 + 0 + 27/11 + 2 + 0.5 + 0.75 + 2", "20.007575757576"},
    {"full", "4", "6 + 2 + 4.5 + 4 + 3 + 1.75", "21.25"},
    {"disciplined", "1", "5 + 2.7 + 1 + 2 + 1 + 2 + 2 + 0 + 2 + 0.75 + 2", "20.45"},
    {"disciplined", "2", "4 + 2 + 7/3 + 2 + 3 + 3 + 5/3 + 3 + 0", "21"},
    {"disciplined", "3", "8/3 + 3 + 3 + 18/11 + 2 + 0 + 27/11 + 2 + 0.5 + 0.75 + 2",
     "20.007575757576"},
    {"disciplined", "4", "0 + 2 + 4.5 + 4 + 3 + 1.75", "15.25"},
    {"missing-third", "1", "0 + 0 + 2 + 1.5 + 0 + 2 + 1 + 0 + 0 + 2 + 0", "8.5",
     "3 + 3 + 2 + 2 + 0 + 2 + 1 + 2 + 2 + 2 + 2", "21"},
    {"missing-third", "2", "4 + 1.5 + 0 + 0 + 0 + 2 + 1 + 0 + 0", "8.5",
     "4 + 1.5 + 3 + 0 + 3 + 2 + 1 + 3 + 3", "20.5"},
    // 3.1: 4 * 8/12 proven
    {"missing-third", "3", "8/3 + 3 + 0 + 2 + 0 + 2 + 0 + 1 + 0 + 0.25 + 2", "12.916666666667",
     "4 + 3 + 3 + 2 + 2 + 2 + 3 + 1 + 1 + 0.25 + 2", "23.25"},
    {"missing-third", "4", "0 + 0 + 0 + 0 + 3 + 1", "4", "6 + 4 + 6 + 4 + 3 + 1", "24"},
};
// clang-format on

fraction sum_of(const char* terms)
{
    fraction out;
    for (const fraction& each : terms_of(terms))
        out = out + each;
    return out;
}

const char* possible_terms(const worked_sum& row)
{
    return *row.possible_sum == '\0' ? row.sum : row.possible_sum;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_builtin_rubrics)

BOOST_AUTO_TEST_CASE(every_row)
{
    std::istringstream table(file_text(folder + "expected.tsv"));
    std::string row;
    std::getline(table, row);
    BOOST_TEST_REQUIRE(row == "dossier\tnode\tpoints\tpossible\tmax\tstate\tgood");
    std::string last;
    std::unique_ptr<scores> got;
    std::size_t rows = 0;
    while (std::getline(table, row)) {
        const std::vector<std::string> fields = fields_of(row);
        BOOST_TEST_REQUIRE(fields.size() == 7U, row);
        if (fields[0] != last) {
            got = std::make_unique<scores>(score_file("bon-tot-2023", fields[0]));
            last = fields[0];
        }
        BOOST_TEST_CONTEXT(row)
        {
            check_row(*got, fields);
        }
        ++rows;
    }
    const std::string text = file_text(folder + "expected.tsv");
    const auto lines = std::count(text.begin(), text.end(), '\n');
    BOOST_TEST(rows + 1 == static_cast<std::size_t>(lines));
    // Four dossiers; each has 37 lines, 4 criteria, total, grade, reachable and completeness.
    BOOST_TEST(rows == 4U * (37U + 4U + 4U));
}

/** Line by line, and then the sum, in fractions that the library has no hand in. */
BOOST_AUTO_TEST_CASE(sums_of_criteria)
{
    for (const worked_sum& row : worked_sums) {
        BOOST_TEST_CONTEXT(row.dossier << " " << row.criterion)
        {
            const scores got = score_file("bon-tot-2023", row.dossier);
            const std::vector<fraction> points = terms_of(row.sum);
            const std::vector<fraction> possible = terms_of(possible_terms(row));
            BOOST_TEST_REQUIRE(points.size() == possible.size());
            for (std::size_t i = 0; i < points.size(); ++i) {
                const std::string id = std::string(row.criterion) + "." + std::to_string(i + 1);
                BOOST_TEST(show(got.at(id).points) == settled(points[i]));
                BOOST_TEST(show(got.at(id).possible) == settled(possible[i]));
            }
            const bool is_open = *row.possible != '\0';
            BOOST_TEST(settled(sum_of(row.sum)) == row.points);
            BOOST_TEST(show(got.at(row.criterion).points) == row.points);
            const char* const most = is_open ? row.possible : row.points;
            BOOST_TEST(settled(sum_of(possible_terms(row))) == most);
            BOOST_TEST(show(got.at(row.criterion).possible) == most);
        }
    }
}

/** The total adds the unsettled sums; the settled ones would give ...017 in the first. */
BOOST_AUTO_TEST_CASE(totals)
{
    constexpr struct
    {
        const char* dossier;
        const char* points;
        const char* possible;
    } test_cases[] = {
        {"example", "85.50896656535", "89.175633232016"},
        {"full", "85.707575757576", "85.707575757576"},
        {"disciplined", "76.707575757576", "76.707575757576"},
        {"missing-third", "33.916666666667", "88.75"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.dossier)
        {
            fraction points;
            fraction possible;
            for (const worked_sum& row : worked_sums) {
                if (std::string_view(row.dossier) != tc.dossier) continue;
                points = points + sum_of(row.sum);
                possible = possible + sum_of(possible_terms(row));
            }
            BOOST_TEST(settled(points) == tc.points);
            BOOST_TEST(settled(possible) == tc.possible);
            const scores got = score_file("bon-tot-2023", tc.dossier);
            BOOST_TEST(show(got.get().points) == tc.points);
            BOOST_TEST(show(got.get().possible) == tc.possible);
        }
    }
}

/** Gates g1, g2, g4 and checks k1 to k6, as WORKED.md says under each total. */
BOOST_AUTO_TEST_CASE(gates_and_checks)
{
    constexpr struct
    {
        const char* dossier;
        const char* gates;
        const char* checks;
    } test_cases[] = {
        {"example", "no no no", "yes no yes yes yes yes"},
        {"full", "no no no", "no yes yes yes yes yes"},
        {"disciplined", "no no yes", "no yes yes yes yes yes"},
        {"missing-third", "open open open", "yes no yes open no no"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.dossier)
        {
            const scores got = score_file("bon-tot-2023", tc.dossier);
            std::string gates;
            for (const bontot::truth each : got.get().gates)
                gates += (gates.empty() ? "" : " ") + show(each);
            std::string checks;
            for (const bontot::truth each : got.get().checks)
                checks += (checks.empty() ? "" : " ") + show(each);
            BOOST_TEST(gates == tc.gates);
            BOOST_TEST(checks == tc.checks);
            BOOST_TEST(got.findings() == "");
        }
    }
}

BOOST_AUTO_TEST_CASE(pilot)
{
    // Two excellent years before; nobody disciplined; nothing late: all three are good.
    const scores got = score_file("bon-tot-pilot-2023", "pilot");
    BOOST_TEST(got.grade() == "fit");
    BOOST_TEST(got.grade_possible() == "fit");
    BOOST_TEST(got.reachable() == "fit");
    for (const char* criterion : {"1", "2", "3"})
        BOOST_TEST(got.good(criterion) == "yes");
    BOOST_TEST(got.total() == "0");
    BOOST_TEST(got.total_max() == "0");
    BOOST_TEST(got.check(0) == "yes"); // two earlier years
    BOOST_TEST(got.missing() == "");
}

BOOST_AUTO_TEST_CASE(eight_errors)
{
    const auto read =
        bontot::read_dossier(builtin("bon-tot-2023"), file_text(folder + "eight-errors.json"));
    BOOST_TEST_REQUIRE(!read);
    std::istringstream table(file_text(folder + "eight-errors.expected.tsv"));
    std::string row;
    std::getline(table, row);
    std::size_t rows = 0;
    while (std::getline(table, row)) {
        const std::vector<std::string> fields = fields_of(row);
        BOOST_TEST_REQUIRE(fields.size() == 4U, row);
        bool is_found = false;
        for (const bontot::diagnostic& each : read.error()) {
            is_found = is_found || (std::string_view(each.pointer) == fields[1] &&
                                    std::to_string(each.line) == fields[2] &&
                                    std::to_string(each.column) == fields[3]);
        }
        BOOST_TEST(is_found, "nothing is told at " << row << " but " << show(read.error()));
        ++rows;
    }
    BOOST_TEST(rows == 8U);
    BOOST_TEST(read.error().size() == 8U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace builtin_rubrics_unit
