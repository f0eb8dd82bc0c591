// SPDX-License-Identifier: BSL-1.0

#include "builtin_rubrics.hpp"
#include "support/counting_memory.hpp"
#include "support/reading.hpp"
#include "support/summaries.hpp"

#include <fstream>
#include <iterator>

namespace result_summary_unit {

namespace {

using bontot::language;
using bontot::message;
using bontot_test::read_summary;
using bontot_test::score;
using bontot_test::scores;
using bontot_test::show;
using reading::fault;

std::string file_text(const std::string& name)
{
    std::ifstream file(std::string(BONTOT_TEST_DATA) + "/dossiers/" + name, std::ios::binary);
    BOOST_TEST_REQUIRE(file.is_open());
    return {std::istreambuf_iterator<char>(file), {}};
}

/** Writes a result, reads it again, and compares with what is summarized at once. */
void check_round_trip(const bontot::result& about)
{
    const bontot::result_summary direct = summarize(about);
    for (const language in : {language::vi, language::en}) {
        std::string json;
        append_json(json, about, in);
        const bontot::result_summary read = read_summary(json);
        BOOST_TEST(show(read, in) == show(direct, in));
        // One language stands for both.
        BOOST_TEST(show(read, language::vi) == show(read, language::en));
    }
}

/** A sheet with what the writer can say: penalties, gates, checks, nested lines, evidence. */
const bontot_test::sheet_parts rich_sheet = {
    .criteria =
        "{'id': 'A', 'label': {'vi': 'Mot', 'en': 'One'}, 'max': 20, 'good': {'min_points': 8},"
        " 'clause': 'I', 'indicators': ["
        "  {'id': 'A.1', 'max': 10, 'indicators': ["
        "    {'id': 'A.1.1', 'max': 4, 'score': {'condition': 'flag'}},"
        "    {'id': 'A.1.2', 'max': 6, 'clause': 'I.2', 'score': {'choice': {'fact': 'level',"
        "     'options': [{'is': 'high', 'points': 6}, {'is': 'mid', 'points': '2.5'},"
        "     {'is': 'low', 'points': 0}]}}}]},"
        "  {'id': 'A.2', 'max': 10, 'score': {'proportional': {'value': 'n / 3', 'from': [0, 1],"
        "   'points': [0, 10]}}, 'at_most': [{'when': 'm > 5', 'points': 3}],"
        "   'evidence': {'kinds': ['report']}}]},"
        "{'id': 'P', 'kind': 'penalty', 'min': -5, 'max': 0, 'indicators': ["
        "  {'id': 'P.1', 'min': -5, 'max': 0, 'score': {'deductions': ["
        "   {'count': 'c', 'each': 1}]}}]},"
        "{'id': 'M', 'max': 4, 'indicators': [{'id': 'M.1', 'max': 4, 'score': {'mark': {}}}]}",
    .gates = "{'id': 'g1', 'when': 'other', 'effect': {'void': 'A.2'}},"
             "{'id': 'g2', 'when': 'n > 9', 'effect': {'grade_down': 1}}",
    .checks = "{'id': 'k1', 'severity': 'info', 'assert': 'm < 9',"
              " 'message': {'vi': 'Sai', 'en': 'Wrong'}}"};

struct dossier_case
{
    const char* name;
    const char* facts;
    const char* more;
};

constexpr dossier_case rich_dossiers[] = {
    {"nothing", "", ""},
    {"all", "'flag': true, 'level': 'mid', 'n': 1, 'm': 6, 'c': 2, 'other': false",
     "'marks': {'M.1': {'committee': 3}}, 'evidence': [{'id': 'E', 'supports': ['A.2'],"
     " 'kind': 'report'}]"},
    {"voided", "'flag': false, 'level': 'low', 'n': 10, 'm': 10, 'c': 9, 'other': true",
     "'members': []"},
};

/** A text in the format, with slots for faults. */
std::string result_text(const reading::parts& given)
{
    static const std::string text = R"({
$format$
"rubric": {"id": "r", "version": "1"},
$unit$
"period": $period$,
"total": $total$,
"grade": $grade$,
"grade_possible": "good", "reachable": ["good"], "completeness": 1,
"criteria": [
{"id": "1", $kind$ "points": 5, "possible": 5, "max": 5, "state": "met", "indicators": [
{"id": "1.1", "points": 5, "possible": 5, "max": 5, "state": "met", "facts": {$facts$},
"evidence": [], "missing": [] $line$}
]}
$criteria$
],
"gates": [{"id": "g", "fired": null} $gates$],
"checks": [$checks$]
$tail$
})";
    return reading::filled(
        text, given,
        {{"format", R"("format": "bontot-result/1",)"},
         {"unit", R"("unit": {"id": "u"},)"},
         {"period", R"({"from": "2026-01-01", "to": "2026-12-31"})"},
         {"total", R"({"points": 5, "possible": 5, "max": 5})"},
         {"grade", R"({"id": "good", "label": "Good", "by_exception": false})"},
         {"kind", R"("kind": "base",)"},
         {"facts", ""},
         {"line", ""},
         {"criteria", ""},
         {"gates", ""},
         {"checks", ""},
         {"tail", ""}}
    );
}

/** Further texts of faults. */
constexpr const char* second_line =
    R"(, {"id": @@"1.1", "kind": "base", "points": 1, "possible": 1, "max": 1, "state": "met",
"facts": {}, "evidence": [], "missing": []})";

const reading::row faulty[] = {
    {"wrong format",
     {{"format", R"("format": @@"bontot-dossier/1",)"}},
     {{message::reading_wrong_format, "/format"}}},
    {"unknown keys",
     {{"tail", R"(, @@"totals": 1)"}, {"line", R"(, @@"score": 1)"}},
     {{message::reading_unknown_key, "/criteria/0/indicators/0/score"},
      {message::reading_unknown_key_near, "/totals"}}},
    {"no unit", {{"unit", ""}}, {{message::reading_missing_key, ""}}},
    {"an empty id",
     {{"unit", R"("unit": {"id": @@""},)"}},
     {{message::reading_bad_id, "/unit/id"}}},
    {"period reversed",
     {{"period", R"(@@{"from": "2026-12-31", "to": "2026-01-01"})"}},
     {{message::dossier_period_reversed, "/period"}}},
    {"no such day",
     {{"period", R"({"from": @@"2026-02-30", "to": "2026-12-31"})"}},
     {{message::reading_bad_date, "/period/from"}}},
    {"points that are no number",
     {{"total", R"({"points": @@"many", "possible": @@null, "max": @@[]})"}},
     {{message::reading_wrong_type, "/total/points"},
      {message::reading_wrong_type, "/total/possible"},
      {message::reading_wrong_type, "/total/max"}}},
    {"points of 13 decimals, and too many",
     {{"total", R"({"points": @@0.1234567890123, "possible": 5, "max": @@1000000000000001})"}},
     {{message::result_figure_range, "/total/points"},
      {message::result_figure_range, "/total/max"}}},
    {"fewer points possible than sure",
     {{"total", R"({"points": 5, "possible": @@4, "max": 5})"}},
     {{message::result_reversed, "/total/possible"}}},
    {"no grade",
     {{"grade", R"(@@{"by_exception": @@1})"}},
     {{message::reading_missing_key, "/grade"},
      {message::reading_wrong_type, "/grade/by_exception"}}},
    {"a criterion without a kind",
     {{"criteria", R"(, @@{"id": "2", "points": 1, "possible": 1, "max": 1, "state": "met",
"indicators": []}, @@7)"}},
     {{message::reading_missing_key, "/criteria/1"}, {message::reading_wrong_type, "/criteria/2"}}},
    {"a kind below a criterion",
     {{"line", R"(, @@"kind": "base")"}},
     {{message::reading_unknown_key, "/criteria/0/indicators/0/kind"}}},
    {"no such words",
     {{"kind", R"("kind": @@"basic",)"},
      {"checks", R"({"id": "k", "outcome": @@"maybe", "severity": @@"mild", "text": ""})"}},
     {{message::reading_unknown_word, "/criteria/0/kind"},
      {message::reading_unknown_word, "/checks/0/outcome"},
      {message::reading_unknown_word, "/checks/0/severity"}}},
    {"an id twice",
     {{"criteria", second_line}, {"gates", R"(, {"id": @@"g", "fired": true})"}},
     {{message::reading_repeated_id, "/criteria/1/id"},
      {message::reading_repeated_id, "/gates/1/id"}}},
    {"a line's parts are no lists",
     {{"line", R"(, "reason": @@"so", "notes": @@{}, "marks": @@[])"}},
     {{message::reading_wrong_type, "/criteria/0/indicators/0/reason"},
      {message::reading_wrong_type, "/criteria/0/indicators/0/notes"},
      {message::reading_wrong_type, "/criteria/0/indicators/0/marks"}}},
    {"facts that have no value",
     {{"facts", R"("a": @@null, "b": @@[1], "c": 1e6000, "d": @@1e7000)"}},
     {{message::reading_wrong_type, "/criteria/0/indicators/0/facts/a"},
      {message::reading_wrong_type, "/criteria/0/indicators/0/facts/b"},
      {message::number_out_of_range, "/criteria/0/indicators/0/facts/d"}}},
    {"marks",
     {{"line",
       R"(, "marks": {"self": @@{@@"point": 1}, "final": {"points": 1, "date": @@"now"}})"}},
     {{message::reading_missing_key, "/criteria/0/indicators/0/marks/self"},
      {message::reading_unknown_key_near, "/criteria/0/indicators/0/marks/self/point"},
      {message::reading_bad_date, "/criteria/0/indicators/0/marks/final/date"}}},
    {"lists that are not kept",
     {{"tail", R"(, "findings": [@@1, {"code": @@2, "at": ""}],
"missing": [@@{"item": "a"}, {"item": "b", "worth": 1, "lines": [@@1], "also": @@""}],
"columns": [{"role": "r", "points": 2, "possible": @@1, "grade": "g", "grade_possible": "g",
"nodes": {"1": @@{"points": 1}}}])"}},
     {{message::reading_wrong_type, "/findings/0"},
      {message::reading_wrong_type, "/findings/1/code"},
      {message::reading_missing_key, "/missing/0"},
      {message::reading_wrong_type, "/missing/1/lines/0"},
      {message::reading_wrong_type, "/missing/1/also"},
      {message::result_reversed, "/columns/0/possible"},
      {message::reading_missing_key, "/columns/0/nodes/1"}}},
    {"fired",
     {{"gates", R"(, {"id": "h", "fired": @@1, "lifted": @@true})"}},
     {{message::reading_wrong_type, "/gates/1/fired"},
      {message::reading_wrong_type, "/gates/1/lifted"}}},
};

bontot::error_list errors_of(const std::string& text)
{
    const reading::exact_text exact(text);
    auto read = bontot::read_result_summary(exact.view());
    bontot::error_list out;
    if (!read) out = read.error();
    reading::check_hygiene(text, out);
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_result_summary)

BOOST_AUTO_TEST_CASE(says_what_the_result_says)
{
    // A.1 = 4 + 2.5, A.2 = 1/3 of 10 (at most 3, proven), P = -2, M = 3.
    const scores got = score(rich_sheet, {rich_dossiers[1].facts, rich_dossiers[1].more});
    const bontot::result_summary what = summarize(got.get());
    BOOST_TEST(what.rubric_id == "test");
    BOOST_TEST(what.unit_id == "U");
    BOOST_TEST(show(what.from) == "2026-01-01");
    BOOST_TEST(show(what.points) == "10.5");
    BOOST_TEST(show(what.max) == "24");
    BOOST_TEST(what.grade == "top");
    BOOST_TEST(what.as_of == "committee");
    BOOST_TEST_REQUIRE(what.nodes.size() == 9U);
    const std::uint32_t line = what.find_node("A.1.2");
    BOOST_TEST_REQUIRE((line != bontot::none));
    BOOST_TEST(
        show(what.nodes[line], language::en) ==
        "A.1.2 'A.1.2' I.2 parent 1 end 4 depth 2 base line 2.5 2.5 6 partly; choice: the level "
        "chosen is \"mid\": 2.5 points; level=\"mid\"; evidence ; missing \n"
    );
    const bontot::node_summary& criterion = what.nodes[0];
    BOOST_TEST(criterion.label.vi == "Mot");
    BOOST_TEST(criterion.label.en == "One");
    BOOST_TEST((criterion.good == bontot::truth::yes));
    BOOST_TEST(criterion.end == 5U);
    BOOST_TEST(!criterion.is_line);
    const bontot::fact_summary* const count = what.find_fact("c");
    BOOST_TEST_REQUIRE(count);
    BOOST_TEST(show(count->amount) == "2");
    BOOST_TEST(!what.find_fact("x"));
    BOOST_TEST_REQUIRE(what.gates.size() == 2U);
    BOOST_TEST((what.gates[0].fired == bontot::truth::no));
    BOOST_TEST_REQUIRE(what.checks.size() == 1U);
    BOOST_TEST((what.checks[0].outcome == bontot::truth::yes));
    BOOST_TEST(what.checks[0].text.vi == "Sai");
}

BOOST_AUTO_TEST_CASE(leaves_sentences_out)
{
    const scores got = score(rich_sheet, {rich_dossiers[1].facts, rich_dossiers[1].more});
    const bontot::result_summary what = summarize(got.get(), bontot::sentences::left_out);
    const bontot::node_summary& line = what.nodes[what.find_node("A.1.2")];
    BOOST_TEST_REQUIRE(line.reasons.size() == 1U);
    BOOST_TEST(line.reasons[0].code == "choice");
    BOOST_TEST(line.reasons[0].text.vi.empty());
    BOOST_TEST(line.reasons[0].text.en.empty());
}

BOOST_AUTO_TEST_CASE(outlives_the_result)
{
    bontot::result_summary kept;
    {
        const scores got = score(rich_sheet, {rich_dossiers[1].facts, rich_dossiers[1].more});
        kept = summarize(got.get());
    }
    BOOST_TEST(kept.nodes[0].label.en == "One");
    BOOST_TEST(kept.unit_id == "U");
}

BOOST_AUTO_TEST_CASE(reads_what_was_written)
{
    for (const dossier_case& tc : rich_dossiers) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            check_round_trip(score(rich_sheet, {tc.facts, tc.more}).get());
        }
    }
    for (const char* const name : {"example", "full", "missing-third", "disciplined", "pilot"}) {
        BOOST_TEST_CONTEXT(name)
        {
            const std::string id =
                name == std::string("pilot") ? "bon-tot-pilot-2023" : "bon-tot-2023";
            for (const auto& each : bontot::detail::builtin_rubrics()) {
                if (each.id != id) continue;
                const auto sheet = reading::good_rubric(each.json);
                const std::string text = file_text(std::string(name) + ".json");
                check_round_trip(scores(*reading::good_dossier(sheet, text)).get());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(reads_every_key)
{
    const bontot::result_summary what = read_summary(result_text({
        {"unit", R"("unit": {"id": "u", "name": "U", "kind": "cell", "group": "g"},)"},
        {"grade", R"({"id": "good", "label": "Good", "by_exception": true})"},
        {"facts", R"("a": "x", "b": true, "c": 1.50, "d": 1e3)"},
        {"line", R"(, "reason": {"code": "mark", "text": "five"}, "clause": "c",
"notes": [{"code": "ceiling", "text": "no more"}],
"marks": {"self": {"points": 4, "comment": "k", "reason": "r", "by": "b", "date": "2026-05-01"},
"final": {"points": "5"}})"},
        {"gates", R"(, {"id": "h", "fired": true,
"lifted": {"reason": "why", "authority": "who", "date": "2027-01-02"}})"},
        {"checks", R"({"id": "k", "outcome": "unknown", "severity": "info", "text": "t"})"},
        {"tail",
         R"(, "engine": "9", "as_of": "final", "findings": [{"code": "no_value", "at": "1.1",
"expression": "1 / 0"}],
"missing": [{"item": "a", "label": "A", "worth": 0.5, "lines": ["1.1"], "also": ["b"],
"decides": ["gate:g"]}],
"columns": [{"role": "self", "points": 4, "possible": 4, "grade": "rest",
"grade_possible": "rest", "nodes": {"1.1": {"points": 4, "possible": 4}}}])"},
    }));
    BOOST_TEST(
        show(what, language::en) ==
        "9 r 1; u 'U' cell g; 2026-01-01..2026-12-31 as of final\n"
        "5 5 5 good 'Good' good by exception reachable good 1\n"
        "1 ''  parent 4294967295 end 2 depth 0 base 5 5 5 met; evidence ; missing \n"
        "1.1 '' c parent 0 end 2 depth 1 base line 5 5 5 met; mark: five; ceiling: no more; "
        "a=\"x\"; b=true; c=1.5; d=1000; evidence ; missing ; self 4 'k' 'r' b 2026-05-01; "
        "final 5 '' ''  \n"
        "gate g open\n"
        "gate h yes lifted 'why' 'who' 2027-01-02\n"
        "check k open info t\n"
    );
}

BOOST_AUTO_TEST_CASE(tells_all_faults)
{
    std::set<std::string> told;
    for (const reading::row& tc : faulty) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const reading::marked_text marked(result_text(tc.given));
            const bontot::error_list errors = errors_of(marked.text);
            reading::remember(told, errors);
            BOOST_TEST(reading::show(errors) == reading::show(tc.faults, marked.marks));
        }
    }
    reading::check_all_told(told, {"result_", "want_fact"});
}

BOOST_AUTO_TEST_CASE(bounds_depth_and_number)
{
    std::string deep = R"({"id": "x", "points": 0, "possible": 0, "max": 0, "state": "met",
"facts": {}, "evidence": [], "missing": []})";
    for (int level = 5; level > 0; --level) {
        deep = R"({"id": "n)" + std::to_string(level) +
               R"(", "points": 0, "possible": 0, "max": 0, "state": "met", "indicators": [)" +
               deep + "]}";
    }
    deep.insert(1, R"("kind": "base", )");
    const bontot::error_list too_deep = errors_of(result_text({{"criteria", "," + deep}}));
    BOOST_TEST_REQUIRE(too_deep.size() == 1U);
    BOOST_TEST((too_deep[0].code == message::rubric_too_deep));

    std::string many;
    for (int i = 0; i < 5000; ++i) {
        many += R"(, {"id": "n)" + std::to_string(i) +
                R"(", "kind": "base", "points": 0, "possible": 0, "max": 0, "state": "met",)"
                R"("facts": {}, "evidence": [], "missing": []})";
    }
    const bontot::error_list too_many = errors_of(result_text({{"criteria", many}}));
    BOOST_TEST_REQUIRE(too_many.size() == 1U);
    BOOST_TEST((too_many[0].code == message::rubric_too_many));
}

BOOST_AUTO_TEST_CASE(keeps_its_memory)
{
    const scores got = score(rich_sheet, {rich_dossiers[1].facts, rich_dossiers[1].more});
    const std::string json = got.json();
    for (std::size_t fails_at = 0;; ++fails_at) {
        counting_memory source;
        source.fails_at = fails_at;
        bool done = false;
        try {
            const auto read = bontot::read_result_summary(json, {}, source);
            const auto direct = summarize(got.get(), bontot::sentences::told, source);
            done = true;
        } catch (const std::bad_alloc&) {
        }
        BOOST_TEST_REQUIRE(source.bytes == 0U);
        BOOST_TEST_REQUIRE(source.blocks == 0U);
        if (done) break;
        BOOST_TEST_REQUIRE(fails_at < 10000U);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace result_summary_unit
