// SPDX-License-Identifier: BSL-1.0

#include "support/counting_memory.hpp"
#include "support/reading.hpp"
#include "support/summaries.hpp"

#include <bontot/version.h>
#include <bontot/write_comparison.hpp>

#include <array>

namespace compare_unit {

namespace {

using bontot::comparison;
using bontot::language;
using bontot::node_comparison;
using bontot::presence;
using bontot_test::dossier_parts;
using bontot_test::score;
using bontot_test::sheet_parts;
using bontot_test::show;

/** One side of a comparison: a sheet and a dossier. */
struct side
{
    sheet_parts sheet;
    dossier_parts dossier;
};

bontot::result_summary summary_of(const side& given)
{
    return summarize(score(given.sheet, given.dossier).get());
}

comparison compared(const side& before, const side& after)
{
    return compare(summary_of(before), summary_of(after));
}

/** "5 -> 8 (3)" */
std::string show(const bontot::moved_figure& figure)
{
    return show(figure.before) + " -> " + show(figure.after) + " (" + show(figure.difference) + ")";
}

const node_comparison&
node_of(const comparison& all, std::string_view id, presence where = presence::both)
{
    for (const node_comparison& each : all.nodes) {
        if (each.id == id && each.where == where) return each;
    }
    BOOST_FAIL("there is no node " << id);
    return all.nodes.front();
}

/** Criterion A of 20 with the lines A.1 and A.2 of 10, each of these rules. */
std::string
two_lines(const std::string& first, const std::string& second, const std::string& criterion = {})
{
    return "{'id': 'A', 'max': 20, " + criterion + "'indicators': [{'id': 'A.1', 'max': 10, " +
           first + "}, {'id': 'A.2', 'max': 10, " + second + "}]}";
}

const std::string counts_n = "'score': {'formula': 'n'}";
const std::string counts_m = "'score': {'formula': 'm'}";

/** What a parent does beside adding its lines; the dossiers are n = 3, m = 5 and n = 4, m = 9. */
struct remainder_case
{
    const char* name;
    std::string criteria;
    std::string more;
    const char* points;    /**< of A */
    const char* remainder; /**< of A */
    const char* total;
    const char* of_total;
    const char* facts_after = "'n': 4, 'm': 9";
};

const remainder_case remainder_cases[] = {
    // n + m = 8, then 13.
    {"a sum", two_lines(counts_n, counts_m), "", "8 -> 13 (5)", "0", "8 -> 13 (5)", "0"},
    // To the nearest 3: 9, then 12.
    {"rounding of a criterion", two_lines(counts_n, counts_m),
     "'rounding': [{'at': 'criterion', 'step': 3, 'mode': 'half_up'}]", "9 -> 12 (3)", "-2",
     "9 -> 12 (3)", "0"},
    {"rounding of the total", two_lines(counts_n, counts_m),
     "'rounding': [{'at': 'total', 'step': 3, 'mode': 'half_up'}]", "8 -> 13 (5)", "0",
     "9 -> 12 (3)", "-2"},
    {"a clamp of the total", two_lines(counts_n, counts_m), "'total': {'max': 10}", "8 -> 13 (5)",
     "0", "8 -> 10 (2)", "-3"},
    // The lines are (3, 5) and (4, 9): the highest rises by 4, the sum by 5.
    {"the highest", two_lines(counts_n, counts_m, "'combine': 'highest', "), "", "5 -> 9 (4)", "-1",
     "5 -> 9 (4)", "0"},
    // A.1 does not apply when n = 4: A.2's 9 of 10 becomes 18 of 20.
    {"rescaling",
     two_lines("'applies': 'n < 4', 'not_applicable': 'rescale', " + counts_n, counts_m), "",
     "8 -> 18 (10)", "9", "8 -> 18 (10)", "0"},
    // An option voids A: its lines have 0 and 9, A has 0.
    {"a void",
     two_lines(
         "'score': {'choice': {'fact': 'level', 'options': [{'is': 'high', 'points': 3}, "
         "{'is': 'low', 'points': 0, 'void': true}]}}",
         counts_m
     ),
     "", "8 -> 0 (-8)", "-9", "8 -> 0 (-8)", "0", "'n': 4, 'm': 9, 'level': 'low'"},
};

/** Numbers that look random and are the same everywhere. */
class numbers
{
public:
    std::uint32_t below(std::uint32_t bound)
    {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>(state_ >> 33U) % bound;
    }

private:
    std::uint64_t state_ = 20260101;
};

/** Sheets that do with points all that a sheet can; ids recur under other parents and kinds. */
const std::array<sheet_parts, 4> law_sheets = {{
    {.criteria =
         "{'id': 'A', 'max': 20, 'indicators': [{'id': 'A.1', 'max': 10, 'combine': 'highest',"
         "'indicators': [{'id': 'A.1.1', 'max': 10, 'score': {'formula': 'n / 3'}},"
         "{'id': 'A.1.2', 'max': 7, 'score': {'formula': 'm / 7'}}]},"
         "{'id': 'A.2', 'max': 10, 'applies': 'flag', 'not_applicable': 'share',"
         "'score': {'formula': 'k / 3'}},"
         "{'id': 'A.3', 'max': 5, 'score': {'condition': 'other'}}]},"
         "{'id': 'P', 'kind': 'penalty', 'min': -5, 'max': 0, 'indicators': [{'id': 'P.1',"
         "'min': -9, 'max': 0, 'score': {'deductions': [{'count': 'c', 'each': '0.7'}]}}]}",
     .gates = "{'id': 'g', 'when': 'n > 8', 'effect': {'void': 'A.1'}}"},
    {.criteria =
         "{'id': 'A', 'max': 20, 'indicators': [{'id': 'A.1', 'max': 10, 'applies': 'other',"
         "'not_applicable': 'rescale', 'indicators': [{'id': 'A.1.1', 'max': 5,"
         "'score': {'formula': 'm / 3'}}, {'id': 'A.9', 'max': 5, 'score': {'formula': 'n / 9'}}]},"
         "{'id': 'A.3', 'max': 10, 'score': {'proportional': {'value': 'n / 7', 'from': [0, 1],"
         "'points': [0, 10]}}}]},"
         "{'id': 'B', 'max': 10, 'indicators': [{'id': 'A.2', 'max': 10,"
         "'score': {'formula': 'k / 3'}}]}",
     .more = "'rounding': [{'at': 'criterion', 'step': '0.05', 'mode': 'half_even'},"
             "{'at': 'total', 'step': '0.3', 'mode': 'down'}], 'total': {'min': 0, 'max': 21}"},
    {.criteria =
         "{'id': 'A', 'max': 9, 'indicators': [{'id': 'A.2', 'max': 9, 'indicators': ["
         "{'id': 'A.1.2', 'max': 3, 'applies': 'flag', 'not_applicable': 'drop',"
         "'score': {'formula': 'm / 7'}}, {'id': 'A.2.2', 'max': 6, 'score': {'choice': {"
         "'fact': 'level', 'options': [{'is': 'high', 'points': 6}, {'is': 'mid', 'points': 2},"
         "{'is': 'low', 'points': 0, 'void': true}]}}}]}]},"
         "{'id': 'A.1', 'max': 3, 'applies': 'n > 3', 'not_applicable': 'zero', 'indicators': ["
         "{'id': 'A.1.1', 'max': 3, 'score': {'formula': 'm / 11'}}]}"},
    {.criteria = "{'id': 'A.1.1', 'max': 10, 'indicators': [{'id': 'A', 'max': 10,"
                 "'score': {'formula': 'n'}}]}",
     .more = "'rounding': [{'at': 'indicator', 'step': 4, 'mode': 'up'}]"},
}};

std::string random_facts(numbers& random)
{
    std::string out;
    const auto add = [&](const std::string& fact) {
        if (random.below(5) == 0) return; // missing
        out += (out.empty() ? "" : ", ") + fact;
    };
    const auto whole = [&](std::uint32_t bound) { return std::to_string(random.below(bound)); };
    add("'n': " + whole(11));
    add("'m': " + whole(11));
    add("'k': " + std::to_string(5 + random.below(6)));
    add("'c': " + whole(12));
    add(std::string("'flag': ") + (random.below(2) == 0 ? "true" : "false"));
    add(std::string("'other': ") + (random.below(2) == 0 ? "true" : "false"));
    constexpr const char* levels[] = {"high", "mid", "low"};
    add(std::string("'level': '") + levels[random.below(3)] + "'");
    return out;
}

using figure_of = bontot::moved_figure node_comparison::*;
using remainder_of = bontot::number node_comparison::*;

/** Checks that the differences of one figure add up. */
void check_sums(
    const comparison& all, figure_of figure, remainder_of remainder,
    const bontot::moved_figure& total, const bontot::number& of_total
)
{
    const auto plus = [](const bontot::number& a, const bontot::number& b) {
        return bontot::add(a, b).value();
    };
    bontot::number criteria = of_total;
    for (std::uint32_t i = 0; i < all.nodes.size(); ++i) {
        const node_comparison& node = all.nodes[i];
        BOOST_TEST((plus((node.*figure).before, (node.*figure).difference) == (node.*figure).after)
        );
        if (node.parent == bontot::none) criteria = plus(criteria, (node.*figure).difference);
        bontot::number children = node.*remainder;
        for (std::uint32_t j = i + 1; j < node.end; j = all.nodes[j].end) {
            BOOST_TEST(all.nodes[j].parent == i);
            children = plus(children, (all.nodes[j].*figure).difference);
        }
        if (node.is_line) {
            BOOST_TEST((node.*remainder).is_zero());
        } else {
            BOOST_TEST((children == (node.*figure).difference));
        }
    }
    BOOST_TEST((criteria == total.difference));
}

/** Checks that each side's nodes are all told, with their own figures. */
void check_whole(
    const comparison& all, const bontot::result_summary& before, const bontot::result_summary& after
)
{
    const auto check = [&](const bontot::result_summary& result, bool is_before) {
        std::size_t told = 0;
        for (const node_comparison& node : all.nodes) {
            if (node.where == (is_before ? presence::after_only : presence::before_only)) {
                BOOST_TEST((is_before ? node.points.before : node.points.after).is_zero());
                continue;
            }
            ++told;
            const std::uint32_t index = result.find_node(node.id);
            BOOST_TEST_REQUIRE((index != bontot::none));
            const bontot::number& points = is_before ? node.points.before : node.points.after;
            BOOST_TEST((points == result.nodes[index].points));
        }
        BOOST_TEST(told == result.nodes.size());
    };
    check(before, true);
    check(after, false);
}

std::string text_of(const comparison& all, language in)
{
    std::string out;
    append_text(out, all, {in, false});
    return out;
}

std::string json_of(const comparison& all, language in)
{
    std::string out;
    append_json(out, all, in);
    return out;
}

bool contains(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_compare)

BOOST_AUTO_TEST_CASE(tells_what_a_parent_does_itself)
{
    for (const remainder_case& tc : remainder_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const sheet_parts sheet{.criteria = tc.criteria, .more = tc.more};
            const comparison all =
                compared({sheet, {"'n': 3, 'm': 5, 'level': 'high'"}}, {sheet, {tc.facts_after}});
            const node_comparison& criterion = node_of(all, "A");
            BOOST_TEST(show(criterion.points) == tc.points);
            BOOST_TEST(show(criterion.remainder) == tc.remainder);
            BOOST_TEST(show(all.points) == tc.total);
            BOOST_TEST(show(all.remainder) == tc.of_total);
        }
    }
}

BOOST_AUTO_TEST_CASE(differences_add_up)
{
    numbers random;
    std::vector<bontot::result_summary> results;
    for (const sheet_parts& parts : law_sheets) {
        const auto sheet = bontot_test::make_rubric(parts);
        for (int i = 0; i < 12; ++i) {
            const auto dossier = bontot_test::make_dossier(sheet, {random_facts(random)});
            results.push_back(summarize(bontot_test::scores(*dossier).get()));
        }
    }
    std::size_t with_remainder = 0;
    std::size_t moved_elsewhere = 0;
    for (const auto& before : results) {
        for (const auto& after : results) {
            const comparison all = compare(before, after);
            check_sums(
                all, &node_comparison::points, &node_comparison::remainder, all.points,
                all.remainder
            );
            check_sums(
                all, &node_comparison::possible, &node_comparison::possible_remainder, all.possible,
                all.possible_remainder
            );
            check_whole(all, before, after);
            for (const node_comparison& node : all.nodes) {
                with_remainder += node.remainder.is_zero() ? 0U : 1U;
                moved_elsewhere += node.elsewhere == bontot::none ? 0U : 1U;
            }
        }
    }
    // The pairs do exercise the law.
    BOOST_TEST(with_remainder > 1000U);
    BOOST_TEST(moved_elsewhere > 1000U);
}

BOOST_AUTO_TEST_CASE(of_a_result_with_itself_nothing_moves)
{
    const side one{law_sheets[0], {"'n': 3, 'm': 5, 'flag': true"}};
    const comparison all = compared(one, one);
    for (const node_comparison& node : all.nodes)
        BOOST_TEST(!is_changed(node), "changed: " << node.id);
    BOOST_TEST(all.points.difference.is_zero());
    BOOST_TEST(!all.is_grade_changed());
    BOOST_TEST(all.gates.empty());
    BOOST_TEST(all.checks.empty());
    BOOST_TEST(contains(text_of(all, language::en), "nothing changed"));
    BOOST_TEST(contains(text_of(all, language::en), "(unchanged)"));
}

BOOST_AUTO_TEST_CASE(tells_why)
{
    const sheet_parts sheet{
        .criteria = "{'id': 'A', 'max': 20, 'good': {'min_points': 9}, 'indicators': ["
                    "{'id': 'A.1', 'max': 10, 'score': {'formula': 'n'},"
                    " 'evidence': {'kinds': ['report']}},"
                    "{'id': 'A.2', 'max': 10, 'score': {'mark': {}}}]}",
        .gates = "{'id': 'g', 'when': 'm > 5', 'effect': {'grade_down': 1}},"
                 "{'id': 'h', 'when': 'flag', 'effect': {'grade_down': 1}}",
        .checks = "{'id': 'k', 'severity': 'info', 'assert': 'm < 5',"
                  " 'message': {'vi': 'Nhieu', 'en': 'Many'}}"};
    const comparison all = compared(
        {sheet,
         {"'n': 4, 'm': 3", "'evidence': [{'id': 'E1', 'supports': ['A.1'], 'kind': 'report'}],"
                            "'marks': {'A.2': {'committee': 2}}"}},
        {sheet,
         {"'n': 7, 'm': 9, 'flag': true",
          "'evidence': [{'id': 'E2', 'supports': ['A.1'], 'kind': 'report'}],"
          "'marks': {'A.2': {'committee': 5}}"}}
    );
    const node_comparison& line = node_of(all, "A.1");
    BOOST_TEST(show(line.points) == "4 -> 7 (3)");
    BOOST_TEST_REQUIRE(line.facts.size() == 1U);
    BOOST_TEST(show(*line.facts[0].before) == "n=4");
    BOOST_TEST(show(*line.facts[0].after) == "n=7");
    BOOST_TEST(bontot_test::joined(line.before.evidence) == "E1");
    BOOST_TEST(bontot_test::joined(line.after.evidence) == "E2");
    BOOST_TEST_REQUIRE(line.after.reasons.size() == 1U);
    BOOST_TEST(line.after.reasons[0].text.en == "n: 7: 7 points");
    const node_comparison& criterion = node_of(all, "A");
    BOOST_TEST((criterion.before.good == bontot::truth::no));
    BOOST_TEST((criterion.after.good == bontot::truth::yes));
    // h was open and fired; g did not fire and does.
    BOOST_TEST_REQUIRE(all.gates.size() == 2U);
    BOOST_TEST(all.gates[0].id == "g");
    BOOST_TEST((all.gates[0].before == bontot::truth::no));
    BOOST_TEST((all.gates[0].after == bontot::truth::yes));
    BOOST_TEST((all.gates[1].before == bontot::truth::open));
    BOOST_TEST_REQUIRE(all.checks.size() == 1U);
    BOOST_TEST((all.checks[0].before == bontot::truth::yes));
    BOOST_TEST((all.checks[0].after == bontot::truth::no));
    const std::string text = text_of(all, language::vi);
    for (const char* part :
         {"n: 4 \u2192 7", "th\u00eam minh ch\u1ee9ng: E2", "b\u1edbt minh ch\u1ee9ng: E1", "Nhieu",
          "4 \u2192 7 (+3)", "2 \u2192 5 (+3)"})
        BOOST_TEST(contains(text, part), part << " is not in " << text);
}

BOOST_AUTO_TEST_CASE(of_two_rubrics)
{
    // A.1 goes, A.2 moves to B, A.3 is new, B.1 is worth more.
    const sheet_parts old{
        .criteria = two_lines(counts_n, counts_m) +
                    ", {'id': 'B', 'max': 5, 'indicators': [{'id': 'B.1', 'max': 5, 'score': "
                    "{'condition': 'flag'}}]}"};
    const sheet_parts young{
        .criteria = "{'id': 'A', 'max': 4, 'indicators': [{'id': 'A.3', 'max': 4,"
                    "'score': {'condition': 'n > 2'}}]},"
                    "{'id': 'B', 'max': 18, 'indicators': [{'id': 'B.1', 'max': 8,"
                    " 'score': {'condition': 'flag'}}, {'id': 'A.2', 'max': 10," +
                    counts_m + "}]}"};
    const dossier_parts dossier{"'n': 3, 'm': 5, 'flag': true"};
    const comparison all = compared({old, dossier}, {young, dossier});
    BOOST_TEST(show(all.points) == "13 -> 17 (4)");
    BOOST_TEST(show(all.max) == "25 -> 22 (-3)");
    BOOST_TEST(show(node_of(all, "A").points) == "8 -> 4 (-4)");
    BOOST_TEST(show(node_of(all, "A").remainder) == "0");
    BOOST_TEST(show(node_of(all, "A.1", presence::before_only).points) == "3 -> 0 (-3)");
    BOOST_TEST(show(node_of(all, "A.3", presence::after_only).points) == "0 -> 4 (4)");
    const node_comparison& gone = node_of(all, "A.2", presence::before_only);
    const node_comparison& come = node_of(all, "A.2", presence::after_only);
    BOOST_TEST_REQUIRE((gone.elsewhere != bontot::none));
    BOOST_TEST(&all.nodes[gone.elsewhere] == &come);
    BOOST_TEST(&all.nodes[come.elsewhere] == &gone);
    BOOST_TEST((node_of(all, "A.3", presence::after_only).elsewhere == bontot::none));
    BOOST_TEST(show(node_of(all, "B.1").max) == "5 -> 8 (3)");
    // n is read by A.1 there and by A.3 here: no line's fact has changed.
    BOOST_TEST(node_of(all, "A.1", presence::before_only).facts.empty());
    BOOST_TEST(node_of(all, "A.3", presence::after_only).facts.empty());
    const std::string text = text_of(all, language::en);
    for (const char* part :
         {"now part of B", "was part of A", "in the earlier result only",
          "in the later result only", "maximum: 5 \u2192 8"})
        BOOST_TEST(contains(text, part), part << " is not in " << text);
}

BOOST_AUTO_TEST_CASE(a_line_that_became_a_parent)
{
    const sheet_parts young{
        .criteria = "{'id': 'A', 'max': 20, 'indicators': [{'id': 'A.1', 'max': 10, 'indicators':"
                    "[{'id': 'A.1.1', 'max': 10, " +
                    counts_n + "}]}, {'id': 'A.2', 'max': 10, " + counts_m + "}]}"};
    const dossier_parts dossier{"'n': 3, 'm': 5"};
    const comparison all =
        compared({{.criteria = two_lines(counts_n, counts_m)}, dossier}, {young, dossier});
    const node_comparison& node = node_of(all, "A.1");
    BOOST_TEST(!node.is_line);
    BOOST_TEST(show(node.points) == "3 -> 3 (0)");
    // The line under it brings 3; what the line itself had before is gone.
    BOOST_TEST(show(node_of(all, "A.1.1", presence::after_only).points) == "0 -> 3 (3)");
    BOOST_TEST(show(node.remainder) == "-3");
}

BOOST_AUTO_TEST_CASE(biggest_moves_first)
{
    const sheet_parts sheet{
        .criteria = "{'id': 'A', 'max': 40, 'indicators': [{'id': 'A.1', 'max': 10, " + counts_n +
                    "}, {'id': 'A.2', 'max': 10, 'indicators': [{'id': 'A.2.1', 'max': 10, " +
                    counts_m +
                    "}]}, {'id': 'A.3', 'max': 10, 'score': {'formula': 'k'}},"
                    "{'id': 'A.4', 'max': 10, 'score': {'formula': '10 - n'}}]}"};
    const comparison all =
        compared({sheet, {"'n': 3, 'm': 9, 'k': 5"}}, {sheet, {"'n': 4, 'm': 2, 'k': 5"}});
    const std::string text = text_of(all, language::en);
    const std::size_t first = text.find("A.2.1");
    const std::size_t second = text.find("A.1  A.1");
    const std::size_t third = text.find("A.4  A.4");
    BOOST_TEST_REQUIRE(first != std::string::npos);
    BOOST_TEST_REQUIRE(second != std::string::npos);
    BOOST_TEST_REQUIRE(third != std::string::npos);
    BOOST_TEST(first < second);
    BOOST_TEST(second < third);
    BOOST_TEST(!contains(text, "A.3  A.3"));
    BOOST_TEST(contains(text, "the other lines are unchanged (1)"));
}

BOOST_AUTO_TEST_CASE(text_is_at_most_100_columns)
{
    const std::string words = "M\u1ed9t ti\u00eau ch\u00ed c\u00f3 t\u00ean r\u1ea5t d\u00e0i ";
    std::string label;
    for (int i = 0; i < 12; ++i)
        label += words;
    const sheet_parts sheet{
        .criteria = "{'id': 'A', 'label': {'vi': '" + label + "', 'en': '" + label +
                    "'}, 'max': 10, 'indicators': [{'id': 'A.1', 'label': {'vi': '" + label +
                    "', 'en': '" + label + "'}, 'max': 10, " + counts_n + "}]}"};
    const comparison all = compared({sheet, {"'n': 3"}}, {sheet, {""}});
    for (const language in : {language::vi, language::en}) {
        const std::string text = text_of(all, in);
        std::string_view rest = text;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
            BOOST_TEST(bontot::display_width(rest.substr(0, end)) <= 100U);
            rest.remove_prefix(end + 1);
        }
    }
}

BOOST_AUTO_TEST_CASE(reads_results_from_files_alike)
{
    const side before{law_sheets[0], {"'n': 3, 'm': 5, 'flag': true"}};
    const side after{law_sheets[1], {"'n': 4, 'm': 5, 'k': 7"}};
    const auto old = score(before.sheet, before.dossier);
    const auto young = score(after.sheet, after.dossier);
    for (const language in : {language::vi, language::en}) {
        std::string old_json;
        std::string young_json;
        append_json(old_json, old.get(), in);
        append_json(young_json, young.get(), in);
        const comparison read =
            compare(bontot_test::read_summary(old_json), bontot_test::read_summary(young_json));
        const comparison direct = compare(summarize(old.get()), summarize(young.get()));
        BOOST_TEST(json_of(read, in) == json_of(direct, in));
        BOOST_TEST(text_of(read, in) == text_of(direct, in));
    }
}

BOOST_AUTO_TEST_CASE(json)
{
    // A.1: 3 -> 4; the criterion to steps of 3: 3 -> 3, so that -1 is its own.
    const sheet_parts sheet{
        .criteria = "{'id': 'A', 'clause': 'I', 'max': 10, 'indicators': [{'id': 'A.1',"
                    "'max': 10, " +
                    counts_n + "}]}",
        .grades = "{'id': 'rest', 'label': {'vi': 'Con lai', 'en': 'Rest'}}",
        .more = "'rounding': [{'at': 'criterion', 'step': 3, 'mode': 'half_up'}]"};
    const comparison all = compared({sheet, {"'n': 3"}}, {sheet, {"'n': 4"}});
    std::string expected = bontot_test::quoted(
        "{'format':'bontot-comparison/1','engine':'" BONTOT_VERSION_STRING "',"
        "'before':{SIDE},'after':{SIDE},'grade_changed':false,"
        "'total':{'points':{'before':3,'after':3,'difference':0},"
        "'possible':{'before':3,'after':3,'difference':0},"
        "'max':{'before':10,'after':10,'difference':0},'remainder':{'points':0,'possible':0}},"
        "'criteria':[{'id':'A','label':'A','clause':'I','in':'both',"
        "'points':{'before':3,'after':3,'difference':0},"
        "'possible':{'before':3,'after':3,'difference':0},"
        "'max':{'before':10,'after':10,'difference':0},'remainder':{'points':-1,'possible':-1},"
        "'changed':true,'before':{'label':'A','clause':'I','state':'partly'},"
        "'after':{'label':'A','clause':'I','state':'partly','reason':{'code':'rounded',"
        "'text':'rounded from 4 to 3 (step 3)'}},'facts':{},'evidence':{'added':[],'removed':[]},"
        "'marks':{},'indicators':[{'id':'A.1','label':'A.1','in':'both',"
        "'points':{'before':3,'after':4,'difference':1},"
        "'possible':{'before':3,'after':4,'difference':1},"
        "'max':{'before':10,'after':10,'difference':0},'changed':true,"
        "'before':{'label':'A.1','state':'partly','reason':{'code':'formula',"
        "'text':'n: 3: 3 points'}},'after':{'label':'A.1','state':'partly',"
        "'reason':{'code':'formula','text':'n: 4: 4 points'}},"
        "'facts':{'n':{'before':3,'after':4}},'evidence':{'added':[],'removed':[]},'marks':{}}]}],"
        "'gates':[],'checks':[]}"
    );
    const std::string one_side = bontot_test::quoted(
        "'rubric':{'id':'test','version':'1'},'unit':{'id':'U'},"
        "'period':{'from':'2026-01-01','to':'2026-12-31'},'as_of':'committee',"
        "'grade':{'id':'rest','label':'Rest','by_exception':false},'grade_possible':'rest',"
        "'completeness':1"
    );
    for (std::size_t at = expected.find("SIDE"); at != std::string::npos;
         at = expected.find("SIDE"))
        expected.replace(at, 4, one_side);
    BOOST_TEST(json_of(all, language::en) == expected);
}

BOOST_AUTO_TEST_CASE(outlives_what_was_compared)
{
    comparison kept;
    {
        kept = compared({law_sheets[0], {"'n': 3"}}, {law_sheets[1], {"'n': 4, 'level': 'high'"}});
    }
    BOOST_TEST(!json_of(kept, language::vi).empty());
    BOOST_TEST(kept.nodes[0].id == "A");
}

BOOST_AUTO_TEST_CASE(keeps_its_memory)
{
    const bontot::result_summary before = summary_of({law_sheets[0], {"'n': 3, 'm': 5"}});
    const bontot::result_summary after = summary_of({law_sheets[1], {"'n': 4, 'm': 1"}});
    for (std::size_t fails_at = 0;; ++fails_at) {
        counting_memory source;
        source.fails_at = fails_at;
        bool done = false;
        try {
            const comparison all = compare(before, after, source);
            done = !all.nodes.empty();
        } catch (const std::bad_alloc&) {
        }
        BOOST_TEST_REQUIRE(source.bytes == 0U);
        BOOST_TEST_REQUIRE(source.blocks == 0U);
        if (done) break;
        BOOST_TEST_REQUIRE(fails_at < 10000U);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace compare_unit
