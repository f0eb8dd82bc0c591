// SPDX-License-Identifier: BSL-1.0

#include "support/reading.hpp"

#include <bontot/evaluate.hpp>
#include <bontot/rubric.hpp>

#include <boost/test/unit_test.hpp>

#include <cstring>
#include <string>
#include <vector>

namespace rubric_unit {

namespace {

using bontot::message;
using reading::fault;
using reading::row;

const char* const line_pointer = "/criteria/0/indicators/2";

std::string line(const std::string& rest)
{
    return ",\n" + rest;
}

/** A third indicator with a score. */
std::string scored(const std::string& score)
{
    return line(R"({"id": "1.3", "max": 10, "score": )" + score + "}");
}

std::string under(const std::string& rest)
{
    return line_pointer + rest;
}

std::string under_score(const std::string& rest)
{
    return under("/score" + rest);
}

/** Rows for every message about a rubric; the fault stands where the mark is. */
const row rubric_rows[] = {
    // The head.
    {"wrong format",
     {{"format", R"("format": @@"bontot-rubric/2",)"}},
     {{message::reading_wrong_format, "/format"}}},
    {"format is no text",
     {{"format", R"("format": @@1,)"}},
     {{message::reading_wrong_type, "/format"}}},
    {"format missing", {{"format", ""}}, {{message::reading_missing_key, ""}}},
    {"id with a blank",
     {{"id", R"("id": @@"a b", "version": "1",)"}},
     {{message::reading_bad_id, "/id"}}},
    {"id empty", {{"id", R"("id": @@"", "version": "1",)"}}, {{message::reading_bad_id, "/id"}}},
    {"id with a NUL",
     {{"id", R"("id": @@"a\u0000b", "version": "1",)"}},
     {{message::reading_bad_id, "/id"}}},
    {"id of 10,000 characters",
     {{"id", R"("id": @@")" + std::string(10000, 'i') + R"(", "version": "1",)"}},
     {{message::reading_bad_id, "/id"}}},
    {"version missing", {{"id", R"("id": "small",)"}}, {{message::reading_missing_key, ""}}},
    {"label missing", {{"label", ""}}, {{message::reading_missing_key, ""}}},
    {"label in a third language",
     {{"label", R"("label": {"vi": "V", @@"fr": "F"},)"}},
     {{message::reading_unknown_key, "/label/fr"}}},
    {"unknown key with a near one",
     {{"head", R"("roles": ["committee"], @@"ratings": 1, @@"check": [],)"}},
     {{message::reading_unknown_key, "/ratings"}, {message::reading_unknown_key_near, "/check"}}},
    {"unknown period",
     {{"head", R"("roles": ["committee"], "period": @@"week",)"}},
     {{message::reading_unknown_word, "/period"}}},
    {"no such day",
     {{"head", R"("roles": ["committee"], "valid_from": @@"2026-02-30",)"}},
     {{message::reading_bad_date, "/valid_from"}}},
    {"no date at all",
     {{"head", R"("roles": ["committee"], "valid_from": @@20260101,)"}},
     {{message::reading_wrong_type, "/valid_from"}}},
    {"day of the source",
     {{"head", R"("roles": ["committee"], "source": {"document": "1", "issued": @@"1/2/2026"},)"}},
     {{message::reading_bad_date, "/source/issued"}}},
    {"empty unit kind",
     {{"head", R"("roles": ["committee"], "applies_to": {"unit_kinds": ["cell", @@""]},)"}},
     {{message::reading_empty_text, "/applies_to/unit_kinds/1"}}},
    {"a role twice",
     {{"head", R"("roles": ["self", {"id": "final", "overrides": true}, @@"self"],)"}},
     {{message::reading_repeated_id, "/roles/2"}}},
    {"a role that is neither an id nor an object",
     {{"head", R"("roles": ["self", @@1],)"}},
     {{message::reading_wrong_type, "/roles/1"}}},
    {"a role without a name",
     {{"head", R"("roles": [@@"", {"id": @@"a b"}],)"}, {"mark", "@@{}"}},
     {{message::reading_bad_id, "/roles/0"},
      {message::reading_bad_id, "/roles/1/id"},
      {message::rubric_no_role, "/criteria/0/indicators/1/score/mark"}}},
    {"a comment at another time",
     {{"mark", R"({"step": 1, "comment": @@"always"})"}},
     {{message::reading_unknown_word, "/criteria/0/indicators/1/score/mark/comment"}}},
    {"a mark without roles",
     {{"head", ""}, {"mark", "@@{}"}},
     {{message::rubric_no_role, "/criteria/0/indicators/1/score/mark"}}},
    {"rounding twice",
     {{"head",
       R"("roles": ["committee"], "rounding": [{"at": "total", "step": 1}, @@{"at": "total", "step": 1}],)"}},
     {{message::rubric_rounding_twice, "/rounding/1"}}},
    {"rounding to nothing",
     {{"head", R"("roles": ["committee"], "rounding": [{"at": "total", "step": @@0}],)"}},
     {{message::rubric_bad_step, "/rounding/0/step"}}},
    {"rounding beyond 12 decimals",
     {{"head",
       R"("roles": ["committee"], "rounding": [{"at": "total", "step": @@"0.0000000000001"}],)"}},
     {{message::rubric_bad_step, "/rounding/0/step"}}},
    {"rounding at nowhere",
     {{"head", R"("roles": ["committee"], "rounding": [{"at": @@"line", "step": 1}],)"}},
     {{message::reading_unknown_word, "/rounding/0/at"}}},
    {"total reversed",
     {{"head", R"("roles": ["committee"], "total": @@{"min": 5, "max": 4},)"}},
     {{message::rubric_range_reversed, "/total"}}},
    {"grades on something else",
     {{"head", R"("roles": ["committee"], "total": {"grades_on": @@"half"},)"}},
     {{message::reading_unknown_word, "/total/grades_on"}}},
    {"an example that expects what there is not",
     {{"tail", R"(, "examples": [{"dossier": {}, "expect": {"points": 1, "grade": @@"topp",
                  "nodes": {@@"1.11": 2}}}, {"dossier": @@1, "expect": @@{}}, @@{"dossier": {}}])"}},
     {{message::rubric_unknown_target, "/examples/0/expect/grade"},
      {message::rubric_unknown_target, "/examples/0/expect/nodes/1.11"},
      {message::reading_wrong_type, "/examples/1/dossier"},
      {message::rubric_expects_nothing, "/examples/1/expect"},
      {message::reading_missing_key, "/examples/2"}}},
    {"an object where a list belongs",
     {{"head", R"("roles": ["committee"], "rounding": @@{},)"}},
     {{message::reading_wrong_type, "/rounding"}}},

    // Facts.
    {"given by somebody else",
     {{"facts", line(R"j({"id": "x", "type": "number", "given_by": @@"province"})j")}},
     {{message::reading_unknown_word, "/facts/12/given_by"}}},
    {"a fact of members given by the committee",
     {{"facts",
       line(R"j({"id": "x", "of": "member", "type": "number", @@"given_by": "committee"})j")}},
     {{message::rubric_member_given, "/facts/12/given_by"}}},
    {"a fact with two sources",
     {{"facts", line(R"j({"id": "x", "type": "number", "given_by": "committee",
                        @@"from_results": {"rubrics": ["r"], "value": "count(results)"}})j")}},
     {{message::rubric_two_sources, "/facts/12/from_results"}}},
    {"a value from results that reads other facts",
     {{"facts", line(R"j({"id": "x", "type": "number",
                        "from_results": {"rubrics": ["r"], "value": @@"count(results) + a.n"}})j"
                )}},
     {{message::rubric_results_only, "/facts/12/from_results/value"}}},
    {"a value from results of another type",
     {{"facts", line(R"j({"id": "x", "type": "boolean",
                        "from_results": {"rubrics": @@[], "value": @@"count(results)"}})j")}},
     {{message::rubric_no_choices, "/facts/12/from_results/rubrics"},
      {message::rubric_source_type, "/facts/12/from_results/value"}}},
    {"a source without a value",
     {{"facts", line(R"j({"id": "x", "type": "boolean", "from_results": @@{"rubrics": ["r"]}})j")}},
     {{message::reading_missing_key, "/facts/12/from_results"}}},
    {"fact without a type",
     {{"facts", line(R"(@@{"id": "x"})")}},
     {{message::reading_missing_key, "/facts/12"}}},
    {"fact of an unknown type",
     {{"facts", line(R"({"id": "x", "type": @@"amount"})")}},
     {{message::reading_unknown_word, "/facts/12/type"}}},
    {"fact of whom",
     {{"facts", line(R"({"id": "x", "of": @@"unit", "type": "number"})")}},
     {{message::reading_unknown_word, "/facts/12/of"}}},
    {"fact is no object", {{"facts", line("@@5")}}, {{message::reading_wrong_type, "/facts/12"}}},
    {"integer is no truth",
     {{"facts", line(R"({"id": "x", "type": "number", "integer": @@"yes"})")}},
     {{message::reading_wrong_type, "/facts/12/integer"}}},
    {"range reversed",
     {{"facts", line(R"({"id": "x", "type": "number", "min": 5, "max": @@4})")}},
     {{message::rubric_range_reversed, "/facts/12/max"}}},
    {"range of a text",
     {{"facts", line(R"({"id": "x", "type": "text", @@"min": 5, @@"max": 6, @@"integer": true})")}},
     {{message::rubric_key_for_type, "/facts/12/min"},
      {message::rubric_key_for_type, "/facts/12/max"},
      {message::rubric_key_for_type, "/facts/12/integer"}}},
    {"choices of a number",
     {{"facts", line(R"({"id": "x", "type": "number", @@"choices": ["a"]})")}},
     {{message::rubric_key_for_type, "/facts/12/choices"}}},
    {"no choices",
     {{"facts", line(R"({"id": "x", "type": "choice", "choices": @@[]})")}},
     {{message::rubric_no_choices, "/facts/12/choices"}}},
    {"choices missing",
     {{"facts", line(R"(@@{"id": "x", "type": "choice"})")}},
     {{message::reading_missing_key, "/facts/12"}}},
    {"id in capitals",
     {{"facts", line(R"({"id": @@"X.y", "type": "number"})")}},
     {{message::rubric_bad_fact_id, "/facts/12/id"}}},
    {"id with a keyword",
     {{"facts", line(R"({"id": @@"x.not.y", "type": "number"})")}},
     {{message::rubric_bad_fact_id, "/facts/12/id"}}},
    {"id that ends in a dot",
     {{"facts", line(R"({"id": @@"x.", "type": "number"})")}},
     {{message::rubric_bad_fact_id, "/facts/12/id"}}},
    {"dotted id of a member's fact",
     {{"facts", line(R"({"id": @@"x.y", "of": "member", "type": "number"})")}},
     {{message::rubric_bad_fact_id, "/facts/12/id"}}},
    {"fact id of 10,000 characters",
     {{"facts", line(R"({"id": @@")" + std::string(10000, 'x') + R"(", "type": "number"})")}},
     {{message::rubric_bad_fact_id, "/facts/12/id"}}},
    {"reserved name",
     {{"facts", line(R"({"id": @@"results.x", "type": "number"})")}},
     {{message::rubric_reserved_name, "/facts/12/id"}}},
    {"reserved name of a member's fact",
     {{"facts", line(R"({"id": @@"id", "of": "member", "type": "text"})")}},
     {{message::rubric_reserved_name, "/facts/12/id"}}},
    {"id that begins another",
     {{"facts", line(R"({"id": @@"a", "type": "number"})")}},
     {{message::rubric_prefix_id, "/facts/12/id"}}},
    {"id that another begins",
     {{"facts", line(R"({"id": @@"a.n.x", "type": "number"})")}},
     {{message::rubric_prefix_id, "/facts/12/id"}}},
    {"id twice",
     {{"facts", line(R"({"id": @@"a.n", "type": "number"})")}},
     {{message::reading_repeated_id, "/facts/12/id"}}},

    // Criteria and indicators.
    {"criterion without a maximum",
     {{"criteria", line(R"(@@{"id": "2", "indicators": []})")}},
     {{message::reading_missing_key, "/criteria/1"}}},
    {"criterion without indicators",
     {{"criteria", line(R"(@@{"id": "2", "max": 5})")}},
     {{message::reading_missing_key, "/criteria/1"}}},
    {"criterion of an unknown kind",
     {{"criteria", line(R"({"id": "2", "max": 5, "kind": @@"extra", "indicators": []})")}},
     {{message::reading_unknown_word, "/criteria/1/kind"}}},
    {"penalty above 0",
     {{"criteria",
       line(R"({"id": "2", "max": @@5, "min": -5, "kind": "penalty", "indicators": []})")}},
     {{message::rubric_penalty_max, "/criteria/1/max"}}},
    {"penalty without a least",
     {{"criteria", line(R"(@@{"id": "2", "kind": "penalty", "indicators": []})")}},
     {{message::reading_missing_key, "/criteria/1"}}},
    {"too many points",
     {{"criteria", line(R"({"id": "2", "max": @@1000000001, "indicators": []})")}},
     {{message::rubric_points_range, "/criteria/1/max"}}},
    {"points beyond 12 decimals",
     {{"criteria", line(R"({"id": "2", "max": @@"1.0000000000001", "indicators": []})")}},
     {{message::rubric_points_range, "/criteria/1/max"}}},
    {"maximum below the least",
     {{"criteria", line(R"({"id": "2", "max": @@5, "min": 6, "indicators": []})")}},
     {{message::rubric_range_reversed, "/criteria/1/max"}}},
    {"maximum ambiguous",
     {{"criteria", line(R"({"id": "2", "max": @@"16.000", "indicators": []})")}},
     {{message::number_ambiguous, "/criteria/1/max"}}},
    {"maximum beyond all numbers",
     {{"criteria", line(R"({"id": "2", "max": @@1e999999999, "indicators": []})")}},
     {{message::number_out_of_range, "/criteria/1/max"}}},
    {"good without a rule",
     {{"criteria", line(R"({"id": "2", "max": 5, "good": @@{}, "indicators": []})")}},
     {{message::rubric_good_empty, "/criteria/1/good"}}},
    {"id of a criterion twice",
     {{"criteria", line(R"({"id": @@"1.1", "max": 5, "indicators": []})")}},
     {{message::reading_repeated_id, "/criteria/1/id"}}},
    {"neither score nor children",
     {{"indicators", line(R"(@@{"id": "1.3", "max": 1})")}},
     {{message::rubric_score_or_children, line_pointer}}},
    {"both score and children",
     {{"indicators",
       line(R"(@@{"id": "1.3", "max": 1, "score": {"condition": "a.b"}, "indicators": []})")}},
     {{message::rubric_score_or_children, line_pointer}}},
    {"too deep",
     {{"indicators",
       line(
           R"({"id": "x2", "max": 1, "indicators": [{"id": "x3", "max": 1, "indicators": [{"id": "x4", "max": 1, "indicators": [{"id": "x5", "max": 1, "indicators": [@@{"id": "x6", "max": 1, "score": {"condition": "a.b"}}]}]}]}]})"
       )}},
     {{message::rubric_too_deep, under("/indicators/0/indicators/0/indicators/0/indicators/0")}}},
    {"effort of 0",
     {{"indicators",
       line(R"({"id": "1.3", "max": 1, "effort": @@0, "score": {"condition": "a.b"}})")}},
     {{message::reading_not_integer, under("/effort")}}},
    {"effort with a fraction",
     {{"indicators",
       line(R"({"id": "1.3", "max": 1, "effort": @@1.5, "score": {"condition": "a.b"}})")}},
     {{message::reading_not_integer, under("/effort")}}},
    {"combined somehow",
     {{"indicators",
       line(R"({"id": "1.3", "max": 1, "combine": @@"mean", "score": {"condition": "a.b"}})")}},
     {{message::reading_unknown_word, under("/combine")}}},
    {"evidence of an unknown status",
     {{"indicators",
       line(
           R"({"id": "1.3", "max": 1, "score": {"condition": "a.b"}, "evidence": {"status": @@"seen", "at_least": @@true}})"
       )}},
     {{message::reading_unknown_word, under("/evidence/status")},
      {message::reading_wrong_type, under("/evidence/at_least")}}},
    {"ceiling above the maximum",
     {{"indicators",
       line(
           R"({"id": "1.3", "max": 1, "score": {"condition": "a.b"}, "at_most": [{"when": "a.b", "points": @@2}]})"
       )}},
     {{message::rubric_points_outside, under("/at_most/0/points")}}},

    // Scores.
    {"no score", {{"indicators", scored("@@{}")}}, {{message::rubric_one_score, under_score("")}}},
    {"two scores",
     {{"indicators", scored(R"(@@{"condition": "a.b", "formula": "a.n"})")}},
     {{message::rubric_one_score, under_score("")}}},
    {"unknown score",
     {{"indicators", scored(R"({@@"formulas": "a.n"})")}},
     {{message::reading_unknown_key_near, under_score("/formulas")}}},
    {"an expression that is no text",
     {{"indicators", scored(R"({"condition": @@5})")}},
     {{message::reading_wrong_type, under_score("/condition")}}},
    {"a number for a condition",
     {{"indicators", scored(R"({"condition": @@"a.n"})")}},
     {{message::expression_not_boolean, under_score("/condition")}}},
    {"a condition for a number",
     {{"indicators", scored(R"({"formula": @@"a.b"})")}},
     {{message::expression_not_number, under_score("/formula")}}},
    {"choice of no fact",
     {{"indicators",
       scored(R"({"choice": {"fact": @@"a.cc", "options": [{"is": "high", "points": 1}]}})")}},
     {{message::rubric_unknown_fact, under_score("/choice/fact")}}},
    {"choice of a number",
     {{"indicators",
       scored(R"({"choice": {"fact": @@"a.n", "options": [{"is": "high", "points": 1}]}})")}},
     {{message::rubric_not_choice, under_score("/choice/fact")}}},
    {"no such option",
     {{"indicators",
       scored(R"({"choice": {"fact": "a.c", "options": [{"is": @@"hihg", "points": 1}]}})")}},
     {{message::rubric_unknown_option, under_score("/choice/options/0/is")}}},
    {"an option twice",
     {{"indicators",
       scored(
           R"({"choice": {"fact": "a.c", "options": [{"is": "low", "points": 1}, {"is": @@"low", "points": 2}]}})"
       )}},
     {{message::reading_repeated_id, under_score("/choice/options/1/is")}}},
    {"no options",
     {{"indicators", scored(R"({"choice": {"fact": "a.c", "options": @@[]}})")}},
     {{message::rubric_no_choices, under_score("/choice/options")}}},
    {"an option above the maximum",
     {{"indicators",
       scored(R"({"choice": {"fact": "a.c", "options": [{"is": "low", "points": @@11}]}})")}},
     {{message::rubric_points_outside, under_score("/choice/options/0/points")}}},
    {"no steps",
     {{"indicators", scored(R"({"steps": {"value": "a.n", "table": @@[]}})")}},
     {{message::rubric_empty_table, under_score("/steps/table")}}},
    {"a step below the least",
     {{"indicators",
       scored(R"({"steps": {"value": "a.n", "table": [{"when": "> 1", "points": @@-1}]}})")}},
     {{message::rubric_points_outside, under_score("/steps/table/0/points")}}},
    {"a step without a test",
     {{"indicators", scored(R"({"steps": {"value": "a.n", "table": [@@{"points": 1}]}})")}},
     {{message::reading_missing_key, under_score("/steps/table/0")}}},
    {"an empty range",
     {{"indicators",
       scored(R"({"proportional": {"value": "a.n", "from": @@[1, "1.0"], "points": [0, 1]}})")}},
     {{message::rubric_empty_range, under_score("/proportional/from")}}},
    {"three ends",
     {{"indicators",
       scored(R"({"proportional": {"value": "a.n", "from": [0, 1], "points": @@[0, 1, 2]}})")}},
     {{message::rubric_pair, under_score("/proportional/points")}}},
    {"no events",
     {{"indicators", scored(R"({"deductions": @@[]})")}},
     {{message::rubric_empty_table, under_score("/deductions")}}},
    {"negative events",
     {{"indicators", scored(R"({"additions": [{"count": "a.n", "each": @@-1, "cap": @@-2}]})")}},
     {{message::rubric_points_range, under_score("/additions/0/each")},
      {message::rubric_points_range, under_score("/additions/0/cap")}}},
    {"a grid of 0",
     {{"indicators", scored(R"({"mark": {"step": @@0}})")}},
     {{message::rubric_bad_step, under_score("/mark/step")}}},

    // Gates, grades, checks.
    {"gate without an effect",
     {{"gates", R"({"id": "g1", "when": "a.b", "effect": @@{}})"}},
     {{message::rubric_one_effect, "/gates/0/effect"}}},
    {"gate with two effects",
     {{"gates", R"({"id": "g1", "when": "a.b", "effect": @@{"void": "1.1", "not_good": "1"}})"}},
     {{message::rubric_one_effect, "/gates/0/effect"}}},
    {"gate on nothing",
     {{"gates", R"({"id": "g1", "when": "a.b", "effect": {"void": @@"1.9"}})"}},
     {{message::rubric_unknown_target, "/gates/0/effect/void"}}},
    {"gate on no criterion",
     {{"gates", R"({"id": "g1", "when": "a.b", "effect": {"not_good": @@"1.1"}})"}},
     {{message::rubric_unknown_criterion, "/gates/0/effect/not_good"}}},
    {"gate on no grade",
     {{"gates", R"({"id": "g1", "when": "a.b", "effect": {"grade_is": @@"tip"}})"}},
     {{message::rubric_unknown_target, "/gates/0/effect/grade_is"}}},
    {"two grades down",
     {{"gates", R"({"id": "g1", "when": "a.b", "effect": {"grade_down": @@2}})"}},
     {{message::reading_not_integer, "/gates/0/effect/grade_down"}}},
    {"a gate twice",
     {{"gates", "{\"id\": \"g\", \"when\": \"a.b\", \"effect\": {\"void\": \"1\"}},\n"
                R"({"id": @@"g", "when": "a.b", "effect": {"void": "1"}})"}},
     {{message::reading_repeated_id, "/gates/1/id"}}},
    {"points of no criterion",
     {{"grades", R"({"id": "good", "min_points": {"7": @@5}},)"}},
     {{message::rubric_unknown_criterion, "/grades/1/min_points/7"}}},
    {"good criteria that are not",
     {{"criteria", line(R"({"id": "2", "max": 1, "indicators": []})")},
      {"grades", R"({"id": "good", "good_criteria": ["1", @@"2", @@"3", @@4]}, )"
                 R"({"id": "fair", "good_criteria": @@[]},)"}},
     {{message::rubric_never_good, "/grades/1/good_criteria/1"},
      {message::rubric_unknown_criterion, "/grades/1/good_criteria/2"},
      {message::reading_wrong_type, "/grades/1/good_criteria/3"},
      {message::rubric_no_choices, "/grades/2/good_criteria"}}},
    {"more good criteria than there are",
     {{"grades", R"({"id": "good", "good_criteria": @@2},)"}},
     {{message::reading_not_integer, "/grades/1/good_criteria"}}},
    {"good criteria in words",
     {{"grades", R"({"id": "good", "good_criteria": @@"some"},)"}},
     {{message::reading_wrong_type, "/grades/1/good_criteria"}}},
    {"a grade twice",
     {{"grades", R"({"id": @@"top", "min_total": 1},)"}},
     {{message::reading_repeated_id, "/grades/1/id"}}},
    {"a check of unknown severity",
     {{"checks", R"({"id": "k1", "assert": "a.b", "severity": @@"grave"})"}},
     {{message::reading_unknown_word, "/checks/0/severity"}}},
    {"severity of a consistency",
     {{"consistency", R"({"id": "c1", "assert": "a.b", @@"severity": "error"})"}},
     {{message::reading_unknown_key, "/consistency/0/severity"}}},
    {"a check without an assertion",
     {{"checks", R"(@@{"id": "k1"})"}},
     {{message::reading_missing_key, "/checks/0"}}},
    {"a check twice",
     {{"checks", "{\"id\": \"k\", \"assert\": \"a.b\"},\n{\"id\": @@\"k\", \"assert\": \"a.b\"}"}},
     {{message::reading_repeated_id, "/checks/1/id"}}},
    {"is known outside of checks",
     {{"consistency", R"j({"id": "c1", "assert": "@@is known(a.n)"})j"}},
     {{message::feel_is_known_misplaced, "/consistency/0/assert", 1}}},

    // Expressions: the place is within the text, behind whatever stands before it.
    {"unknown name at the start",
     {{"checks", R"({"id": "k1", "assert": "@@nothing = 1"})"}},
     {{message::feel_unknown_name, "/checks/0/assert", 1}}},
    {"unknown name further on",
     {{"checks", R"({"id": "k1", "assert": "a.n > @@nothing"})"}},
     {{message::feel_unknown_name, "/checks/0/assert", 7}}},
    {"behind Vietnamese letters",
     {{"checks", "{\"id\": \"k1\", \"assert\": \"a.t = \\\"\u0111\u1ed1\\\" and @@nothing = 1\"}"}},
     {{message::feel_unknown_name, "/checks/0/assert", 16}}},
    {"behind JSON escapes of Vietnamese letters",
     {{"checks", R"({"id": "k1", "assert": "a.t = \"\u0111\u1ED1\" and @@nothing = 1"})"}},
     {{message::feel_unknown_name, "/checks/0/assert", 16}}},
    {"behind an escaped pair of surrogates",
     {{"checks", R"({"id": "k1", "assert": "a.t = \"\ud83D\uDe00\" and @@nothing = 1"})"}},
     {{message::feel_unknown_name, "/checks/0/assert", 15}}},
    {"behind an escaped line break",
     {{"checks", R"({"id": "k1", "assert": "a.b\n\tand\r\n @@nothing = 1"})"}},
     {{message::feel_unknown_name, "/checks/0/assert", 12}}},
    {"behind escaped ASCII",
     {{"checks", R"({"id": "k1", "assert": "\u0061.b \u0061nd @@nothing = 1"})"}},
     {{message::feel_unknown_name, "/checks/0/assert", 9}}},
    {"an escape is the fault",
     {{"checks", R"({"id": "k1", "assert": "a.b and @@\u006eothing = 1"})"}},
     {{message::feel_unknown_name, "/checks/0/assert", 9}}},
    {"behind the mark of a text within a text",
     {{"checks", R"({"id": "k1", "assert": "a.t = \"\\u0111\" and @@nothing = 1"})"}},
     {{message::feel_unknown_name, "/checks/0/assert", 20}}},
    {"a number that runs into a letter",
     {{"checks", R"({"id": "k1", "assert": "a.n > @@1\u0111"})"}},
     {{message::feel_bad_number, "/checks/0/assert", 7}}},
    {"ends too early",
     {{"checks", R"({"id": "k1", "assert": "a.b and@@"})"}},
     {{message::feel_unexpected_end, "/checks/0/assert", 8}}},
    {"a type that can not be right",
     {{"checks", R"({"id": "k1", "assert": "a.b @@= a.n"})"}},
     {{message::feel_not_comparable, "/checks/0/assert", 5}}},
    {"a choice that is none",
     {{"checks", R"({"id": "k1", "assert": "a.c = @@\"hihg\""})"}},
     {{message::feel_unknown_choice_near, "/checks/0/assert", 7}}},
    {"a field of members",
     {{"checks", R"j({"id": "k1", "assert": "count(members[@@disciplin = true]) = 0"})j"}},
     {{message::feel_unknown_name_near, "/checks/0/assert", 15}}},
    {"a test of a step",
     {{"indicators",
       scored(R"({"steps": {"value": "a.n", "table": [{"when": "> @@nothing", "points": 1}]}})")}},
     {{message::feel_unknown_name, under_score("/steps/table/0/when"), 3}}},
};

std::set<std::string>& told()
{
    static std::set<std::string> codes;
    return codes;
}

void run(const row& each)
{
    BOOST_TEST_CONTEXT(each.name)
    {
        const reading::marked_text marked(reading::rubric_text(each.given));
        // A missing key is told of the object, which may begin the text.
        std::vector<reading::place> marks = marked.marks;
        if (marks.empty()) marks.push_back({});
        const bontot::error_list errors = reading::rubric_errors(marked.text);
        BOOST_TEST(reading::show(errors) == reading::show(each.faults, marks));
        reading::remember(told(), errors);
    }
}

std::string list_of(std::size_t count, const std::string& before, const std::string& after)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += ",\n";
        out += before + std::to_string(i) + after;
    }
    return out;
}

/** What is too long or empty as a whole. */
std::vector<row> long_rows()
{
    std::vector<row> out;
    const std::string lines =
        list_of(4997, R"({"id": "x)", R"(", "max": 1, "score": {"condition": "a.b"}})");
    out.push_back(
        {"5001 nodes",
         {{"indicators",
           ",\n" + lines + R"(, @@{"id": "y", "max": 1, "score": {"condition": "a.b"}})"}},
         {{message::rubric_too_many, "/criteria/0/indicators/4999"}}}
    );
    const std::string grades = list_of(31, R"({"id": "x)", R"(", "min_total": 1})");
    out.push_back({"33 grades", {{"grades", grades + ","}}, {}});
    return out;
}

const std::string demo = R"j({
  "format": "bontot-rubric/1",
  "id": "demo-2026", "version": "1.0.0",
  "label": {"vi": "B\u1ed9 ti\u00eau ch\u00ed m\u1eabu", "en": "Demonstration rubric"},
  "source": {"document": "01-HD/\u0110U", "issued": "2026-01-05", "issuer": "\u0110\u1ea3ng \u1ee7y m\u1eabu", "uri": "",
             "note": {"vi": "M\u1eb7c \u0111\u1ecbnh.", "en": "Points are this project's defaults."}},
  "applies_to": {"unit_kinds": ["cell"]}, "period": "year", "valid_from": "2026-01-01",
  "roles": ["appraised"],
  "rounding": [{"at": "total", "step": "0.01", "mode": "half_up"}],
  "total": {"min": 0, "max": 105, "grades_on": "total"},
  "facts": [
    {"id": "tasks.assigned", "type": "number", "integer": true, "min": 1, "max": 10000, "unit": {"vi": "vi\u1ec7c", "en": "tasks"},
     "label": {"vi": "S\u1ed1 nhi\u1ec7m v\u1ee5 \u0111\u01b0\u1ee3c giao", "en": "Tasks assigned"}},
    {"id": "tasks.completed", "type": "number", "integer": true, "min": 0, "max": 10000, "label": {"vi": "Ho\u00e0n th\u00e0nh", "en": "Tasks completed"}},
    {"id": "tasks.overdue", "type": "number", "integer": true, "min": 0, "max": 10000, "label": {"vi": "Qu\u00e1 h\u1ea1n", "en": "Tasks overdue"}},
    {"id": "workers.count", "type": "number", "integer": true, "min": 0, "label": {"vi": "Ng\u01b0\u1eddi lao \u0111\u1ed9ng", "en": "Workers"}},
    {"id": "workers.income_trend", "type": "choice", "choices": ["rose", "held", "fell"], "label": {"vi": "Thu nh\u1eadp", "en": "Income"}},
    {"id": "province.average", "type": "number", "label": {"vi": "Trung b\u00ecnh", "en": "Provincial average"}},
    {"id": "disciplined", "of": "member", "type": "boolean", "label": {"vi": "B\u1ecb k\u1ef7 lu\u1eadt", "en": "Disciplined"}}
  ],
  "consistency": [{"id": "c1", "assert": "tasks.completed <= tasks.assigned",
                   "message": {"vi": "Nhi\u1ec1u h\u01a1n.", "en": "More completed than assigned."}}],
  "criteria": [
    {"id": "1", "label": {"vi": "Nhi\u1ec7m v\u1ee5 ch\u00ednh tr\u1ecb", "en": "Political task"}, "max": 60, "kind": "base", "clause": "1",
     "good": {"min_points": 48},
     "indicators": [
       {"id": "1.1", "label": {"vi": "Ho\u00e0n th\u00e0nh", "en": "Completed"}, "max": 40, "clause": "1\u00b61",
        "score": {"steps": {"value": "tasks.completed / tasks.assigned",
                            "table": [{"when": ">= 1", "points": 40}, {"when": "[0.9..1)", "points": 30}, {"when": "< 0.9", "points": 0}]}},
        "evidence": {"kinds": ["report"], "at_least": 1, "status": "submitted", "within": "period", "short": "unproven"}},
       {"id": "1.2", "label": {"vi": "Kh\u00f4ng t\u1ed3n \u0111\u1ecdng", "en": "Nothing overdue"}, "max": 10, "effort": null,
        "score": {"deductions": [{"count": "tasks.overdue", "each": "0.5", "cap": 10}]}},
       {"id": "1.3", "label": {"vi": "Thu nh\u1eadp", "en": "Workers' income"}, "max": 10,
        "applies": "workers.count > 0", "not_applicable": "full",
        "score": {"choice": {"fact": "workers.income_trend",
                             "options": [{"is": "rose", "points": 10}, {"is": "held", "points": 8}, {"is": "fell", "points": 0}]}}}
     ]},
    {"id": "2", "label": {"vi": "\u0110\u1ea3ng vi\u00ean", "en": "Members"}, "max": 40, "kind": "base", "good": {"min_points": 30},
     "indicators": [
       {"id": "2.1", "label": {"vi": "Kh\u00f4ng b\u1ecb k\u1ef7 lu\u1eadt", "en": "None disciplined"}, "max": 20, "effort": null,
        "score": {"condition": "count(members[disciplined = true]) = 0"}},
       {"id": "2.2", "label": {"vi": "C\u1ea5p \u1ee7y ch\u1ea5m", "en": "Marked"}, "max": 20, "score": {"mark": {"step": "0.5"}}}
     ]},
    {"id": "3", "label": {"vi": "\u0110i\u1ec3m th\u01b0\u1edfng", "en": "Bonus"}, "max": 5, "kind": "bonus",
     "indicators": [{"id": "3.1", "label": {"vi": "V\u01b0\u1ee3t trung b\u00ecnh", "en": "Above average"}, "max": 5,
       "score": {"proportional": {"value": "tasks.completed / tasks.assigned - province.average", "from": [0, "0.1"], "points": [0, 5]}}}]}
  ],
  "gates": [{"id": "g1", "label": {"vi": "C\u00f3 \u0111\u1ea3ng vi\u00ean b\u1ecb k\u1ef7 lu\u1eadt", "en": "A member disciplined"},
             "when": "count(members[disciplined = true]) > 0", "effect": {"not_good": "2"}}],
  "grades": [
    {"id": "excellent", "label": {"vi": "Xu\u1ea5t s\u1eafc", "en": "Excellent"}, "min_total": 90, "good_criteria": "all", "no_zero_criterion": true},
    {"id": "good", "label": {"vi": "T\u1ed1t", "en": "Good"}, "min_total": 70, "min_points": {"2": 20}},
    {"id": "other", "label": {"vi": "C\u00f2n l\u1ea1i", "en": "Other"}}
  ],
  "checks": [{"id": "k1", "severity": "warning", "assert": "tasks.overdue = 0", "message": {"vi": "C\u00f2n vi\u1ec7c qu\u00e1 h\u1ea1n.", "en": "Tasks are overdue."}}]
})j";

const std::string demo_dossier = R"({
  "format": "bontot-dossier/1",
  "rubric": {"id": "demo-2026", "version": "1.0.0"},
  "unit": {"id": "CB-001", "name": "Chi b\u1ed9 T\u1ed5ng h\u1ee3p", "kind": "cell", "group": "van-phong", "parent": "DB-01"},
  "period": {"from": "2026-01-01", "to": "2026-12-31"},
  "facts": {"tasks.assigned": 40, "tasks.completed": 40, "tasks.overdue": 1, "workers.count": 0, "province.average": 0.93},
  "marks": {"2.2": {"appraised": {"points": 17.5, "comment": "..."}}},
  "members": [{"id": "DV-01", "disciplined": false}, {"id": "DV-02", "disciplined": false}],
  "history": [{"from": "2025-01-01", "to": "2025-12-31", "rubric": "xep-loai-to-chuc-366-2025", "grade": "excellent", "points": 93}],
  "evidence": [{"id": "MC-01", "supports": ["1.1"], "kind": "report", "number": "12-BC/CB", "issuer": "Chi b\u1ed9", "issued": "2026-12-05",
                "submitted": "2026-12-20", "title": "B\u00e1o c\u00e1o n\u0103m", "uri": "", "sha256": "", "status": "submitted"}]
})";

std::string points_of(const bontot::result& out, std::string_view id)
{
    return std::string(to_text(out.nodes[out.sheet->find_node(id)].points).view());
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_rubric)

BOOST_AUTO_TEST_CASE(the_small_rubric_is_good)
{
    const reading::rubric_ptr sheet = reading::good_rubric(reading::rubric_text());
    BOOST_TEST(sheet->id == "small");
    BOOST_TEST(sheet->version == "1.0.0");
    BOOST_TEST(sheet->label.vi == "Nho");
    BOOST_TEST(sheet->label.en == "Small");
    BOOST_TEST(sheet->facts.size() == 8U);
    BOOST_TEST(sheet->member_facts.size() == 4U);
    BOOST_TEST(sheet->nodes.size() == 3U);
    BOOST_TEST(sheet->period_months == 12);
    BOOST_TEST(sheet->find_fact("a.most") == 7U);
    BOOST_TEST(sheet->find_fact("a") == bontot::none);
    BOOST_TEST(sheet->find_node("1.2") == 2U);
}

BOOST_AUTO_TEST_CASE(every_fault_has_its_place)
{
    for (const row& each : rubric_rows)
        run(each);
}

BOOST_AUTO_TEST_CASE(lists_are_bounded)
{
    for (const row& each : long_rows()) {
        if (!each.faults.empty()) {
            run(each);
            continue;
        }
        // 33 grades: the list begins on the line "grades".
        const bontot::error_list errors = reading::rubric_errors(reading::rubric_text(each.given));
        BOOST_TEST_REQUIRE(errors.size() == 1U);
        BOOST_TEST((errors[0].code == message::rubric_too_many));
        BOOST_TEST(errors[0].pointer == "/grades");
        BOOST_TEST(errors[0].column == 11U);
    }
    struct
    {
        const char* slot;
        const char* pointer;
        std::string items;
    } const hostile[] = {
        {"gates", "/gates",
         list_of(5001, R"({"id": "g)", R"(", "when": "a.b", "effect": {"grade_down": 1}})")},
        {"checks", "/checks", list_of(5001, R"({"id": "k)", R"(", "assert": "a.b"})")},
        {"consistency", "/consistency", list_of(5001, R"({"id": "k)", R"(", "assert": "a.b"})")},
        {"criteria", "/criteria",
         ",\n" + list_of(5001, R"({"id": "c)", R"(", "max": 1, "indicators": []})")},
    };
    for (const auto& each : hostile) {
        BOOST_TEST_CONTEXT(each.pointer)
        {
            // Their ids are compared with each other: without a bound, that has no end.
            const bontot::error_list errors =
                reading::rubric_errors(reading::rubric_text({{each.slot, each.items}}));
            BOOST_TEST(!errors.empty());
            if (errors.empty()) continue;
            BOOST_TEST((errors[0].code == message::rubric_too_many));
            BOOST_TEST(errors[0].pointer.compare(0, std::strlen(each.pointer), each.pointer) == 0);
        }
    }
    const std::string facts = list_of(4989, R"({"id": "x)", R"(", "type": "number"})");
    const bontot::error_list errors =
        reading::rubric_errors(reading::rubric_text({{"facts", ",\n" + facts}}));
    BOOST_TEST_REQUIRE(!errors.empty());
    BOOST_TEST((errors[0].code == message::rubric_too_many));
    BOOST_TEST(errors[0].pointer == "/facts");
    BOOST_TEST(errors[0].line == 6U);
    BOOST_TEST(errors[0].column == 10U);
}

BOOST_AUTO_TEST_CASE(a_rubric_has_criteria_and_a_last_grade)
{
    struct
    {
        const char* name;
        const char* text;
        std::vector<fault> faults;
    } test_cases[] = {
        {"no criteria",
         "{\"format\": \"bontot-rubric/1\", \"id\": \"x\", \"version\": \"1\",\n"
         "\"label\": {\"vi\": \"x\"},\n"
         "\"criteria\": @@[],\n"
         "\"grades\": @@[]}",
         {{message::rubric_no_criteria, "/criteria"}, {message::rubric_no_grades, "/grades"}}},
        {"nothing of both",
         "@@@@{\"format\": \"bontot-rubric/1\", \"id\": \"x\", \"version\": \"1\",\n"
         "\"label\": {\"vi\": \"x\"}}",
         {{message::reading_missing_key, ""}, {message::reading_missing_key, ""}}},
        {"a last grade with conditions",
         "{\"format\": \"bontot-rubric/1\", \"id\": \"x\", \"version\": \"1\",\n"
         "\"label\": {\"vi\": \"x\"},\n"
         "\"criteria\": [{\"id\": \"1\", \"max\": 1, \"indicators\": []}],\n"
         "\"grades\": [{\"id\": \"a\", @@\"min_total\": 1,\n"
         "@@\"requires\": \"true\"}]}",
         {{message::rubric_last_grade, "/grades/0/min_total"},
          {message::rubric_last_grade, "/grades/0/requires"}}},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const reading::marked_text marked(tc.text);
            const bontot::error_list errors = reading::rubric_errors(marked.text);
            BOOST_TEST(reading::show(errors) == reading::show(tc.faults, marked.marks));
            reading::remember(told(), errors);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_message_about_rubrics_is_told)
{
    if (told().empty()) {
        for (const row& each : rubric_rows)
            run(each);
    }
    for (const row& each : long_rows())
        reading::remember(
            told(),
            reading::rubric_errors(reading::marked_text(reading::rubric_text(each.given)).text)
        );
    for (const char* const text :
         {R"({"criteria": [], "grades": []})", R"({"grades": [{"id": "a", "min_total": 1}]})"})
        reading::remember(told(), reading::rubric_errors(text));
    reading::check_all_told(told(), {"rubric_", "expression_", "want_expression"});
}

BOOST_AUTO_TEST_CASE(places_by_hand)
{
    // No help from marks: line 3 is `"label": ...`, its column 11 the number.
    const std::string text = "{\"format\": \"bontot-rubric/1\", \"id\": \"x\",\n"
                             "\"version\": \"1\",\n"
                             "  \"label\": 5,\n"
                             "\t\"criteria\": [{\"id\": \"1\", \"max\": 1, \"indicators\": [\n"
                             "{\"id\": \"1.1\", \"max\": 1, \"score\":\n"
                             "{\"condition\": \"\u0111 = 1\"}}]}],\n"
                             "\"grades\": [{\"id\": \"a\"}]}";
    const bontot::error_list errors = reading::rubric_errors(text);
    BOOST_TEST_REQUIRE(errors.size() == 2U);
    BOOST_TEST((errors[0].code == message::reading_wrong_type));
    BOOST_TEST(errors[0].line == 3U);
    BOOST_TEST(errors[0].column == 12U);
    BOOST_TEST(errors[0].offset == 68U);
    BOOST_TEST((errors[1].code == message::feel_unknown_name));
    BOOST_TEST(errors[1].line == 6U);
    BOOST_TEST(errors[1].column == 16U);
    BOOST_TEST(errors[1].expression_column == 1U);
    BOOST_TEST(errors[1].pointer == "/criteria/0/indicators/0/score/condition");
}

BOOST_AUTO_TEST_CASE(all_at_once_in_the_order_of_their_places)
{
    run(
        {"many",
         {{"format", R"("format": @@"x",)"},
          {"label", R"("label": @@[],)"},
          {"head", R"("roles": ["committee"], "period": @@"week", @@"perod": 1,)"},
          {"facts", line(R"({"id": @@"A", "type": "number"})")},
          {"consistency", R"({"id": "c1", "assert": "@@what"})"},
          {"criteria", line(R"({"id": "2", "max": @@-1, "indicators": []})")},
          {"gates", R"({"id": "g", "when": "a.b", "effect": {"void": @@"zz"}})"},
          {"checks", R"({"id": "k", "assert": @@"a.n"})"},
          {"tail", ",\n@@\"id\": \"again\""}},
         {{message::reading_wrong_format, "/format"},
          {message::reading_wrong_type, "/label"},
          {message::reading_unknown_word, "/period"},
          {message::reading_unknown_key_near, "/perod"},
          {message::rubric_bad_fact_id, "/facts/12/id"},
          {message::feel_unknown_name, "/consistency/0/assert", 1},
          {message::rubric_range_reversed, "/criteria/1/max"},
          {message::rubric_unknown_target, "/gates/0/effect/void"},
          {message::expression_not_boolean, "/checks/0/assert"},
          {message::json_repeated_key, "/id"}}}
    );
}

BOOST_AUTO_TEST_CASE(a_fault_is_told_once)
{
    run(
        {"an end that is no number",
         {{"indicators",
           scored(R"({"proportional": {"value": "a.n", "from": [0, 1], "points": [@@"x", 1]}})")}},
         {{message::reading_wrong_type, under_score("/proportional/points/0")}}}
    );
    run(
        {"one end only",
         {{"indicators",
           scored(R"({"proportional": {"value": "a.n", "from": @@[1], "points": [0, 1]}})")}},
         {{message::rubric_pair, under_score("/proportional/from")}}}
    );
    run(
        {"ends that are no list",
         {{"indicators",
           scored(R"({"proportional": {"value": "a.n", "from": @@1, "points": [0, 1]}})")}},
         {{message::reading_wrong_type, under_score("/proportional/from")}}}
    );
    run(
        {"a maximum that is no number",
         {{"criteria", line(R"({"id": "2", "max": @@"x", "min": 5, "indicators": []})")}},
         {{message::reading_wrong_type, "/criteria/1/max"}}}
    );
    run(
        {"repeated before a syntax error",
         {{"tail", ",\n@@\"id\": \"again\"}\n@@x"}},
         {{message::json_repeated_key, "/id"}, {message::json_extra_data, ""}}}
    );
}

BOOST_AUTO_TEST_CASE(after_a_syntax_error_all_up_to_it)
{
    run(
        {"in the checks",
         {{"format", R"("format": @@"x",)"},
          {"checks", R"({"id": "k", "assert": @@"a.n"}, @@nope)"}},
         {{message::reading_wrong_format, "/format"},
          {message::expression_not_boolean, "/checks/0/assert"},
          {message::json_syntax, ""}}}
    );
}

BOOST_AUTO_TEST_CASE(a_syntax_error_makes_no_false_errors)
{
    struct
    {
        const char* name;
        std::string text;
        message code;
    } test_cases[] = {
        {"within the facts, which stand last",
         R"({"criteria": [{"id": "1", "max": 1, "indicators": [{"id": "1.1", "max": 1,
"score": {"condition": "a.b"}}]}], "grades": [{"id": "a"}], "facts": [
@@x)",
         message::json_syntax},
        {"after a grade", R"({"grades": [{"id": "a", "min_total": 1},
@@x)",
         message::json_syntax},
        {"at the first criterion", "{\"criteria\": [\n@@x", message::json_syntax},
        {"at the first grade", "{\"grades\": [\n@@x", message::json_syntax},
        {"at the end of a range",
         R"({"criteria": [{"id": "1", "max": 1, "indicators": [{"id": "1.1", "max": 1,
"score": {"proportional": {"value": "1", "from": [0,
@@x)",
         message::json_syntax},
        {"at the first step",
         R"({"criteria": [{"id": "1", "max": 1, "indicators": [{"id": "1.1", "max": 1,
"score": {"steps": {"value": "1", "table": [
@@x)",
         message::json_syntax},
        {"at the first choice", R"({"facts": [{"id": "a", "type": "choice", "choices": [
@@x)",
         message::json_syntax},
        {"before the good criteria",
         R"({"grades": [{"id": "a", "good_criteria": 1}, {"id": "b"}], "criteria": [
@@x)",
         message::json_syntax},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const reading::marked_text marked(tc.text);
            const bontot::error_list errors = reading::rubric_errors(marked.text);
            BOOST_TEST(reading::show(errors) == reading::show({{tc.code, ""}}, marked.marks));
        }
    }
}

BOOST_AUTO_TEST_CASE(ids_have_100_characters_at_most)
{
    std::string letters;
    for (int i = 0; i < 100; ++i)
        letters += "\u1ed1";
    reading::good_rubric(reading::rubric_text(
        {{"indicators", line(
                            R"({"id": ")" + std::string(100, 'i') +
                            R"(", "max": 1, "score": {"condition": "a.b"}})"
                        )}}
    ));
    // The message says characters, not bytes.
    const bontot::error_list errors = reading::rubric_errors(
        reading::rubric_text({{"id", R"("id": ")" + letters + R"(", "version": "1",)"}})
    );
    BOOST_TEST(reading::show(errors) == "");
    run(
        {"101 characters",
         {{"indicators", line(
                             R"({"id": @@")" + std::string(101, 'i') +
                             R"(", "max": 1, "score": {"condition": "a.b"}})"
                         )}},
         {{message::reading_bad_id, under("/id")}}}
    );
}

BOOST_AUTO_TEST_CASE(choices_and_literals_are_composed)
{
    // D with stroke as U+0110 in one place and as U+00D0 in another; o with marks apart and
    // composed.
    const reading::rubric_ptr sheet = reading::good_rubric(reading::rubric_text(
        {{"facts",
          line("{\"id\": \"x\", \"type\": \"choice\", \"choices\": [\"\u0110\u1ed1\", \"no\"]}")},
         {"indicators",
          scored("{\"choice\": {\"fact\": \"x\", \"options\": [{\"is\": \"\u00d0o\u0302\u0301\", "
                 "\"points\": 1}]}}")},
         {"checks", "{\"id\": \"k\", \"assert\": \"x = \\\"\u00d0o\u0301\u0302\\\"\"}"}}
    ));
    BOOST_TEST(sheet->facts.back().choices[0] == "\u0110\u1ed1");
}

BOOST_AUTO_TEST_CASE(numbers_are_exact)
{
    struct
    {
        const char* name;
        const char* written;
        const char* shown;
    } test_cases[] = {
        {"two decimals", "\"16.00\"", "16"},
        {"number with decimals", "90.00", "90"},
        {"beyond a double", "1e400", "1E+400"},
        {"no binary fraction", "0.1", "0.1"},
        {"beyond 64 bits", "12345678901234567890.5", "12345678901234567890.5"},
        {"34 digits", "1234567890123456789012345678901234", "1234567890123456789012345678901234"},
        {"number with three decimals", "16.000", "16"},
        {"minus zero", "-0", "0"},
        {"text with an exponent", "\"1.5e3\"", "1500"},
        {"four decimals", "\"16.0000\"", "16"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const reading::rubric_ptr sheet = reading::good_rubric(reading::rubric_text(
                {{"facts",
                  line(R"({"id": "x", "type": "number", "min": )" + std::string(tc.written) + "}")}}
            ));
            const auto& fact = sheet->facts.back();
            bontot::number expected;
            BOOST_TEST((bontot::number::parse(tc.shown, expected) == bontot::number_status::ok));
            BOOST_TEST_REQUIRE(fact.min.has_value());
            BOOST_TEST((*fact.min == expected));
        }
    }
    for (const char* const wrong :
         {"\"\"", "\" 5\"", "\"5 \"", "\"+5\"", "\"5.\"", "\".5\"", "\"0x10\"", "\"1,5\"",
          "\"NaN\"", "\"Infinity\"", "\"05\"", "\"1e\"", "true", "null", "[1]", "{}", "\"1_000\"",
          "\"\\u0661\""}) {
        run(
            {wrong,
             {{"facts",
               line(R"({"id": "x", "type": "number", "min": @@)" + std::string(wrong) + "}")}},
             {{message::reading_wrong_type, "/facts/12/min"}}}
        );
    }
    for (const char* const wide : {"1e999999999", "-1e999999999", "\"1e999999999\"", "1e6200"}) {
        run(
            {wide,
             {{"facts",
               line(R"({"id": "x", "type": "number", "min": @@)" + std::string(wide) + "}")}},
             {{message::number_out_of_range, "/facts/12/min"}}}
        );
    }
}

BOOST_AUTO_TEST_CASE(the_demonstration_gives_what_was_worked_out)
{
    const reading::rubric_ptr sheet = reading::good_rubric(demo);
    const reading::dossier_ptr given = reading::good_dossier(sheet, demo_dossier);
    bontot::result out;
    evaluate(*given, out);
    BOOST_TEST(points_of(out, "1.1") == "40");
    BOOST_TEST(points_of(out, "1.2") == "9.5"); // 10 - 0.5
    BOOST_TEST(points_of(out, "1.3") == "10");  // does not apply: full
    BOOST_TEST(points_of(out, "1") == "59.5");  // 40 + 9.5 + 10
    BOOST_TEST(points_of(out, "2.1") == "20");
    BOOST_TEST(points_of(out, "2.2") == "17.5");
    BOOST_TEST(points_of(out, "3.1") == "3.5");        // (1 - 0.93) / 0.1 * 5
    BOOST_TEST(to_text(out.points).view() == "100.5"); // 59.5 + 37.5 + 3.5
    BOOST_TEST(to_text(out.possible).view() == "100.5");
    BOOST_TEST(to_text(out.max).view() == "100");
    BOOST_TEST(out.sheet->grades[out.grade].id == "excellent");
    BOOST_TEST((out.checks.at(0) == bontot::truth::no));
}

BOOST_AUTO_TEST_CASE(cut_anywhere_it_is_an_error)
{
    const std::string text = reading::rubric_text(
        {{"checks",
          R"j({"id": "k", "assert": "count(members[age > 20]) > 1 and a.c = \"high\""})j"}}
    );
    reading::good_rubric(text);
    std::string wrong; // each cut that has other errors than that the text ends
    for (std::size_t size = 0; size < text.size(); ++size) {
        const bontot::error_list errors =
            reading::rubric_errors(std::string_view(text).substr(0, size));
        BOOST_TEST_REQUIRE(!errors.empty());
        BOOST_TEST(errors.back().offset == size);
        if (errors.size() == 1) continue;
        wrong += std::to_string(size) + ": " + reading::show(errors);
    }
    BOOST_TEST(wrong == "");
}

BOOST_AUTO_TEST_CASE(any_byte_changed_ends_well)
{
    const std::string text = reading::rubric_text();
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char byte : {'\0', '"', '9', '}', '\xC3', '\x80'}) {
            std::string changed = text;
            changed[at] = byte;
            reading::rubric_errors(changed);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace rubric_unit
