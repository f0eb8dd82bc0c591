// SPDX-License-Identifier: BSL-1.0

#include "support/counting_memory.hpp"
#include "support/reading.hpp"
#include "support/sheets.hpp"

#include <bontot/write_rubric_diff.hpp>

namespace rubric_diff_unit {

namespace {

using bontot::diff_cause;
using bontot::grade_move;
using bontot::language;
using bontot::message;
using bontot::rubric_diff;
using bontot_test::make_rubric;
using bontot_test::sheet_parts;
using bontot_test::show;

/** Criterion A of 20 with A.1 and A.2, scored by these rules; "best" needs 12, "mid" 8. */
std::string
lines(const std::string& first, const std::string& second, const std::string& criterion = {})
{
    return "{'id': 'A', 'max': 20, 'clause': 'I', " + criterion +
           "'indicators': [{'id': 'A.1', 'clause': 'I.1', 'max': 10, 'score': " + first +
           "}, {'id': 'A.2', 'clause': 'I.2', 'max': 10, 'score': " + second + "}]}";
}

const std::string of_n = "{'formula': 'n'}";
const std::string of_m = "{'formula': 'm'}";
constexpr const char* three_grades =
    "{'id': 'best', 'min_total': 12}, {'id': 'mid', 'min_total': 8}, {'id': 'rest'}";

std::string show_causes(const rubric_diff& diff)
{
    constexpr const char* kinds[] = {"line", "remainder", "total", "good", "grade", "gate"};
    std::string out;
    for (const diff_cause& each : diff.last_causes()) {
        if (!out.empty()) out += ", ";
        out += kinds[static_cast<std::size_t>(each.what)];
        if (!each.id.empty()) out += " " + std::string(each.id);
        if (!each.clause.empty()) out += " [" + std::string(each.clause) + "]";
        if (!each.difference.is_zero()) out += " " + show(each.difference);
    }
    return out;
}

std::string show_move(grade_move move)
{
    constexpr const char* words[] = {"same", "up", "down", "other"};
    return words[static_cast<std::size_t>(move)];
}

struct cause_case
{
    const char* name;
    sheet_parts before;
    sheet_parts after;
    const char* facts;
    const char* expected; /**< "move: causes" */
};

/** The dossier has n = 6 and m = 7, unless the case says otherwise: 13 points by n and m. */
const cause_case cause_cases[] = {
    {"nothing changes",
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     "'n': 6, 'm': 7",
     "same: "},
    // 6 + 7 = 13; now 4 + 4 = 8: A.2 alone (3) leaves 11, with A.1 (2) it is 13.
    {"both lines are needed",
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     {.criteria = lines("{'formula': 'n - 2'}", "{'formula': 'm - 3'}"), .grades = three_grades},
     "'n': 6, 'm': 7",
     "down: line A.2 [I.2] -3, line A.1 [I.1] -2"},
    // 13; now 5 + 4 = 9: undoing A.2 (3) gives 12, which is enough.
    {"the largest is enough",
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     {.criteria = lines("{'formula': 'n - 1'}", "{'formula': 'm - 3'}"), .grades = three_grades},
     "'n': 6, 'm': 7",
     "down: line A.2 [I.2] -3"},
    // A line that rises can not be what a fall needs.
    {"a rise is no cause of a fall",
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     {.criteria = lines("{'formula': 'n + 3'}", "{'formula': 'm - 6'}"), .grades = three_grades},
     "'n': 6, 'm': 7",
     "down: line A.2 [I.2] -6"},
    // 9 before, 9 + 4 = 13 now.
    {"up",
     {.criteria = lines(of_n, "{'formula': 'm - 4'}"), .grades = three_grades},
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     "'n': 6, 'm': 7",
     "up: line A.2 [I.2] 4"},
    // The points stay, the bar rises.
    {"the bar",
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     {.criteria = lines(of_n, of_m),
      .grades = "{'id': 'best', 'min_total': 15, 'clause': 'II'}, {'id': 'mid'}"},
     "'n': 6, 'm': 7",
     "down: grade best [II]"},
    // 13 -> 11 and 12 -> 15: neither the old points nor the old bar alone would do.
    {"the bar and a line",
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     {.criteria = lines("{'formula': 'n - 2'}", of_m),
      .grades = "{'id': 'best', 'min_total': 15}, {'id': 'mid'}"},
     "'n': 6, 'm': 7",
     "down: line A.1 [I.1] -2, grade best"},
    {"a grade that is not there any more",
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     {.criteria = lines(of_n, of_m), .grades = "{'id': 'mid'}, {'id': 'rest'}"},
     "'n': 6, 'm': 7",
     "down: grade best"},
    {"grades that nobody ranks",
     {.criteria = lines(of_n, of_m), .grades = "{'id': 'gold'}"},
     {.criteria = lines(of_n, of_m), .grades = "{'id': 'first'}"},
     "'n': 6, 'm': 7",
     "other: grade gold"},
    // Rounded down to whole steps of 5: 10.
    {"rounding",
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     {.criteria = lines(of_n, of_m, "'rounding': {'step': 5, 'mode': 'down'}, "),
      .grades = three_grades},
     "'n': 6, 'm': 7",
     "down: remainder A [I] -3"},
    {"a clamp of the total",
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     {.criteria = lines(of_n, of_m), .grades = three_grades, .more = "'total': {'max': 9}"},
     "'n': 6, 'm': 7",
     "down: total -4"},
    {"a gate",
     {.criteria = lines(of_n, of_m), .grades = three_grades},
     {.criteria = lines(of_n, of_m),
      .grades = three_grades,
      .gates = "{'id': 'g', 'clause': 'III', 'when': 'flag', 'effect': {'grade_down': 1}}"},
     "'n': 6, 'm': 7, 'flag': true",
     "down: gate g [III]"},
    // B.1 gives 2 instead of 5, and 3 is asked for; A's fall is no matter.
    {"a bar of one criterion",
     {.criteria = lines(of_n, of_m) + ", {'id': 'B', 'max': 5, 'indicators': [{'id': 'B.1',"
                                      "'max': 5, 'score': {'formula': '5'}}]}",
      .grades = "{'id': 'best', 'min_points': {'B': 3}}, {'id': 'rest'}"},
     {.criteria = lines("{'formula': 'n - 5'}", of_m) +
                  ", {'id': 'B', 'max': 5, 'indicators': [{'id': 'B.1', 'max': 5, 'score':"
                  "{'formula': '2'}}]}",
      .grades = "{'id': 'best', 'min_points': {'B': 3}}, {'id': 'rest'}"},
     "'n': 6, 'm': 7",
     "down: line B.1 -3"},
    {"good by its points",
     {.criteria = lines(of_n, of_m, "'good': {'min_points': 12}, "),
      .grades = "{'id': 'best', 'good_criteria': 'all'}, {'id': 'rest'}"},
     {.criteria = lines(of_n, "{'formula': 'm - 4'}", "'good': {'min_points': 12}, "),
      .grades = "{'id': 'best', 'good_criteria': 'all'}, {'id': 'rest'}"},
     "'n': 6, 'm': 7",
     "down: line A.2 [I.2] -4"},
    {"good by a condition",
     {.criteria = lines(of_n, of_m, "'good': {'requires': 'n > 5'}, "),
      .grades = "{'id': 'best', 'good_criteria': 'all'}, {'id': 'rest'}"},
     {.criteria = lines(of_n, of_m, "'good': {'requires': 'n > 6'}, "),
      .grades = "{'id': 'best', 'good_criteria': 'all'}, {'id': 'rest'}"},
     "'n': 6, 'm': 7",
     "down: good A [I]"},
    {"a condition on facts",
     {.criteria = lines(of_n, of_m), .grades = "{'id': 'best'}, {'id': 'rest'}"},
     {.criteria = lines(of_n, of_m),
      .grades = "{'id': 'best', 'requires': 'n > 6'}, {'id': 'rest'}"},
     "'n': 6, 'm': 7",
     "down: grade best"},
    // A has 0 points now.
    {"no criterion of 0",
     {.criteria = lines(of_n, of_m),
      .grades = "{'id': 'best', 'no_zero_criterion': true}, {'id': 'rest'}"},
     {.criteria = lines("{'formula': 'n - 6'}", "{'formula': 'm - 7'}"),
      .grades = "{'id': 'best', 'no_zero_criterion': true}, {'id': 'rest'}"},
     "'n': 6, 'm': 7",
     "down: line A.2 [I.2] -7"},
    // A share of 0.6 of 20 is 12.
    {"a share of the maximum",
     {.criteria = lines(of_n, of_m),
      .grades = "{'id': 'best', 'min_total': '0.6'}, {'id': 'rest'}",
      .more = "'total': {'grades_on': 'share'}"},
     {.criteria = lines(of_n, "{'formula': 'm - 2'}"),
      .grades = "{'id': 'best', 'min_total': '0.6'}, {'id': 'rest'}",
      .more = "'total': {'grades_on': 'share'}"},
     "'n': 6, 'm': 7",
     "down: line A.2 [I.2] -2"},
};

std::string dossier_of(const std::string& facts, const std::string& more = {})
{
    return bontot_test::dossier_json({facts, more});
}

std::string text_of(const rubric_diff& diff, language in)
{
    std::string out;
    if (diff.has_last()) append_change_text(out, diff, {in, false});
    append_text(out, diff, {in, false});
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_rubric_diff)

BOOST_AUTO_TEST_CASE(causes)
{
    for (const cause_case& tc : cause_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            rubric_diff diff(make_rubric(tc.before), make_rubric(tc.after));
            BOOST_TEST(show(diff.add(dossier_of(tc.facts))) == "");
            BOOST_TEST_REQUIRE(diff.has_last());
            BOOST_TEST(show_move(diff.last_move()) + ": " + show_causes(diff) == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(counts)
{
    // Under the new rubric n counts double.
    rubric_diff diff(
        make_rubric({.criteria = lines(of_n, of_m), .grades = three_grades}),
        make_rubric({.criteria = lines("{'formula': 'n * 2'}", of_m), .grades = three_grades})
    );
    // 5 + 7 = 12 and more: best on both sides; 1 + 7 = 8, 9: mid; 4 + 5 = 9, then 13: up.
    // n missing: 7, rest or better.
    for (const char* facts :
         {"'n': 5, 'm': 7", "'n': 1, 'm': 7", "'n': 4, 'm': 5", "'n': 4, 'm': 5", "'m': 7"})
        BOOST_TEST(show(diff.add(dossier_of(facts))) == "");
    BOOST_TEST(diff.dossiers() == 5U);
    BOOST_TEST(diff.count(grade_move::same) == 3U);
    BOOST_TEST(diff.count(grade_move::up) == 2U);
    BOOST_TEST(diff.count(grade_move::down) == 0U);
    BOOST_TEST(diff.count(0, 0) == 1U);
    BOOST_TEST(diff.count(1, 1) == 1U);
    BOOST_TEST(diff.count(1, 0) == 2U);
    BOOST_TEST(diff.count(2, 2) == 1U);
    BOOST_TEST(diff.open() == 1U);
    BOOST_TEST(diff.refused() == 0U);
    const std::string text = text_of(diff, language::en);
    BOOST_TEST(
        text.find("Dossiers: 5; up 2, down 0, the same 3, not comparable 0") != std::string::npos,
        text
    );
    BOOST_TEST(text.find("  mid        2       1       -\n") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(refused)
{
    sheet_parts strict{.criteria = lines(of_n, of_m), .grades = three_grades};
    strict.consistency = "{'id': 'c1', 'assert': 'n <= m', 'message': {'en': 'Too many.'}}";
    rubric_diff diff(
        make_rubric({.criteria = lines(of_n, of_m), .grades = three_grades}), make_rubric(strict)
    );
    BOOST_TEST(show(diff.add(dossier_of("'n': 99, 'm': 1"))) == "dossier_out_of_range at /facts/n");
    BOOST_TEST(!diff.is_refused_by_after());
    BOOST_TEST(!diff.has_last());
    BOOST_TEST(show(diff.add(dossier_of("'n': 5, 'm': 1"))) == "dossier_inconsistent at /facts/n");
    BOOST_TEST(diff.is_refused_by_after());
    BOOST_TEST(show(diff.add("{")) == "json_incomplete at ");
    BOOST_TEST(show(diff.add(dossier_of("'n': 5, 'm': 5"))) == "");
    BOOST_TEST(diff.has_last());
    BOOST_TEST(diff.refused() == 3U);
    BOOST_TEST(diff.dossiers() == 1U);
}

BOOST_AUTO_TEST_CASE(what_one_rubric_does_not_know)
{
    const std::string facts = "{'id': 'n', 'type': 'number'}, ";
    const sheet_parts old{
        .criteria = "{'id': 'A', 'max': 20, 'indicators': [{'id': 'A.1', 'max': 10, 'score':"
                    "{'formula': 'n'}, 'evidence': {'kinds': ['report']}},"
                    "{'id': 'A.2', 'max': 10, 'score': {'mark': {}}}]}",
        .gates = "{'id': 'g', 'when': 'p', 'effect': {'grade_down': 1}}",
        .facts = facts + "{'id': 'p', 'type': 'boolean'},"
                         "{'id': 'blamed', 'of': 'member', 'type': 'boolean'}"};
    sheet_parts young{
        .criteria = "{'id': 'B', 'max': 20, 'indicators': [{'id': 'A.2', 'max': 10, 'score':"
                    "{'formula': 'q'}}]}",
        .facts = facts + "{'id': 'q', 'type': 'number'}"};
    rubric_diff diff(make_rubric(old), make_rubric(young));
    const std::string dossier = dossier_of(
        "'n': 3, 'p': false, 'q': 4",
        "'members': [{'id': 'm1', 'blamed': false}, {'id': 'm2', 'blamed': false}],"
        "'marks': {'A.2': {'committee': 5}},"
        "'evidence': [{'id': 'E', 'supports': ['A.1', 'B'], 'kind': 'report'}],"
        "'exceptions': [{'gate': 'g', 'reason': 'r', 'authority': 'a'}]"
    );
    BOOST_TEST(show(diff.add(dossier)) == "");
    BOOST_TEST(show(diff.add(dossier)) == "");
    std::string passed;
    for (const bontot::passed_over_count& each : diff.passed_over()) {
        passed += (each.by_after ? "after " : "before ") + std::string(each.name) + " " +
                  std::to_string(each.dossiers) + "; ";
    }
    BOOST_TEST(
        passed == "before evidence:B 2; before q 2; after evidence:A.1 2; after gate:g 2; "
                  "after mark:A.2 2; after members.blamed 2; after p 2; "
    );
    // What neither knows is a fault still.
    const bontot::error_list errors = diff.add(dossier_of("'n': 3, 'weather': 1"));
    BOOST_TEST(show(errors) == "dossier_unknown_fact at /facts/weather");
    const std::string text = text_of(diff, language::en);
    BOOST_TEST(
        text.find("The old rubric does not know, passed over: evidence:B (2), q") !=
            std::string::npos,
        text
    );
    BOOST_TEST(text.find("Could not be evaluated: 1") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(other_dossiers_know_no_other_rubric)
{
    const auto sheet = make_rubric({.criteria = lines(of_n, of_m)});
    const auto read = bontot::read_dossier(sheet, dossier_of("'n': 3, 'weather': 1"));
    BOOST_TEST_REQUIRE(!read);
    BOOST_TEST(show(read.error()) == "dossier_unknown_fact at /facts/weather");
}

BOOST_AUTO_TEST_CASE(json)
{
    rubric_diff diff(
        make_rubric({.criteria = lines(of_n, of_m), .grades = three_grades}),
        make_rubric(
            {.criteria = lines("{'formula': 'n - 1'}", "{'formula': 'm - 3'}"),
             .grades = three_grades}
        )
    );
    BOOST_TEST(show(diff.add(dossier_of("'n': 6, 'm': 7"))) == "");
    std::string change;
    append_change_json(change, diff, language::en);
    BOOST_TEST(
        change ==
        bontot_test::quoted(
            "{'format':'bontot-rubric-diff/1','unit':{'id':'U'},'move':'down',"
            "'grade':{'before':'best','after':'mid'},"
            "'grade_possible':{'before':'best','after':'mid'},"
            "'points':{'before':13,'after':9,'difference':-4},"
            "'causes':[{'kind':'line','id':'A.2','label':'A.2','clause':'I.2','difference':-3}]}"
        )
    );
    std::string counts;
    append_json(counts, diff, language::en);
    BOOST_TEST(
        counts == bontot_test::quoted(
                      "{'format':'bontot-rubric-diff/1','before':{'id':'test','version':'1'},"
                      "'after':{'id':'test','version':'1'},'dossiers':1,'up':0,'down':1,'same':0,"
                      "'other':0,'refused':0,'open':0,"
                      "'matrix':[{'before':'best','after':'mid','count':1}],'passed_over':[]}"
                  )
    );
}

BOOST_AUTO_TEST_CASE(text)
{
    rubric_diff diff(
        make_rubric({.criteria = lines(of_n, of_m), .grades = three_grades}),
        make_rubric(
            {.criteria = lines("{'formula': 'n - 1'}", "{'formula': 'm - 3'}"),
             .grades = three_grades}
        )
    );
    BOOST_TEST(show(diff.add(dossier_of("'n': 6, 'm': 7"))) == "");
    std::string change;
    append_change_text(change, diff, {language::en, false});
    BOOST_TEST(change.substr(0, 26) == "U: best \u2192 mid (down)    ");
    BOOST_TEST(change.find("13 \u2192 9 (-4)\n    A.2 (by I.2)") != std::string::npos, change);
    const std::string all = text_of(diff, language::vi);
    std::string_view rest = all;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
        BOOST_TEST(bontot::display_width(rest.substr(0, end)) <= 100U);
        rest.remove_prefix(end + 1);
    }
}

BOOST_AUTO_TEST_CASE(keeps_its_memory_and_its_counts)
{
    const auto before = make_rubric({.criteria = lines(of_n, of_m), .grades = three_grades});
    const auto after =
        make_rubric({.criteria = lines("{'formula': 'n - 5'}", of_m), .grades = three_grades});
    const std::string json = dossier_of("'n': 6, 'm': 7");
    for (std::size_t fails_at = 0;; ++fails_at) {
        counting_memory source;
        source.fails_at = fails_at;
        bool done = false;
        {
            std::optional<rubric_diff> diff;
            try {
                diff.emplace(before, after, bontot::dossier_options(), source);
                done = diff->add(json).empty();
            } catch (const std::bad_alloc&) {
                if (diff) {
                    BOOST_TEST(diff->dossiers() == 0U);
                    BOOST_TEST(!diff->has_last());
                }
            }
        }
        BOOST_TEST_REQUIRE(source.bytes == 0U);
        BOOST_TEST_REQUIRE(source.blocks == 0U);
        if (done) break;
        BOOST_TEST_REQUIRE(fails_at < 10000U);
    }
}

/** What a dossier brought before memory was out is neither told twice nor lost. */
BOOST_AUTO_TEST_CASE(passed_over_without_memory)
{
    const std::string facts = bontot_test::plain_facts;
    const sheet_parts young{.criteria = lines(of_n, of_m), .grades = three_grades, .facts = facts};
    sheet_parts old = young;
    for (const char* each : {"a0", "z0", "z1"})
        old.facts += std::string(", {'id': '") + each + "', 'type': 'number'}";
    const auto before = make_rubric(old);
    const auto after = make_rubric(young);
    const std::string first = dossier_of("'n': 6, 'm': 7, 'z0': 1");
    const std::string second = dossier_of("'n': 6, 'm': 7, 'z1': 1, 'z0': 1, 'a0': 1");
    for (std::size_t fails_at = 0;; ++fails_at) {
        counting_memory source;
        rubric_diff diff(before, after, bontot::dossier_options(), source);
        BOOST_TEST(diff.add(first).empty());
        source.calls = 0;
        source.fails_at = fails_at;
        bool has_thrown = false;
        try {
            BOOST_TEST(diff.add(second).empty());
        } catch (const std::bad_alloc&) {
            has_thrown = true;
        }
        source.fails_at = static_cast<std::size_t>(-1);
        BOOST_TEST(diff.add(second).empty());
        std::string passed;
        for (const bontot::passed_over_count& each : diff.passed_over())
            passed += std::string(each.name) + " " + std::to_string(each.dossiers) + "; ";
        BOOST_TEST(passed == (has_thrown ? "z0 2; a0 1; z1 1; " : "z0 3; a0 2; z1 2; "));
        if (!has_thrown) break;
        BOOST_TEST_REQUIRE(fails_at < 10000U);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace rubric_diff_unit
