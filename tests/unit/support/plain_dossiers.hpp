// SPDX-License-Identifier: BSL-1.0
// Dossiers that the quick reader takes, and others: what stands in the slots of one that has
// everything.
#ifndef BONTOT_TESTS_UNIT_SUPPORT_PLAIN_DOSSIERS_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_PLAIN_DOSSIERS_HPP

#include "reading.hpp"

#include <cstddef>
#include <string>

namespace bontot_test {

/** The sheet of the readers' tests, where every type of fact is, with all that people and
    committees give, and facts that results say; it reads the evidence.

    @param facts More facts.
*/
inline reading::rubric_ptr sheet_with(const std::string& facts = {})
{
    return reading::good_rubric(reading::rubric_text(
        {{"head", "\"applies_to\": {\"unit_kinds\": [\"cell\"]}, \"period\": \"year\", \"roles\": "
                  "[\"committee\", {\"id\": \"final\", \"overrides\": true}, \"\xC3\xA0\"],"},
         {"mark", R"({"step": "0.5", "comment": "below_max"})"},
         {"facts", R"j(,
          {"id": "r.good", "type": "number", "max": 2,
           "from_results": {"rubrics": ["month-*"], "value": "count(results[grade = \"good\"])"}},
          {"id": "joined", "of": "member", "type": "date"},
          {"id": "grade", "of": "member", "type": "choice", "choices": ["good", "poor"],
           "from_results": {"rubrics": ["person"], "value": "results[-1].grade"}})j" +
                       facts},
         {"gates", R"({"id": "g1", "when": "a.b", "effect": {"not_good": "1"}},
                      {"id": "g2", "when": "a.b", "effect": {"not_good": "1"}})"},
         {"checks", R"({"id": "k", "assert": "count(evidence[kind = \"report\"]) > 0"},
                       {"id": "l", "assert": "count(history[grade = \"top\"]) > 0"},
                       {"id": "m", "assert": "count(results[grade = \"top\"]) > 0"})"}}
    ));
}

/** A dossier that has nothing unusual, with every key that evidence may have. */
inline std::string plain_text(const reading::parts& given = {})
{
    const reading::parts evidence = {
        {"evidence",
         R"({"id": "MC-01", "supports": ["1.1", "1.2"], "kind": "report", "number": "12-BC/CB",
             "issuer": "UBND", "issued": "2026-12-05", "submitted": "2027-01-05", "title": "x",
             "uri": "file:x", "sha256": "00", "status": "verified"},
            {"supports": [], "id": "MC-02", "kind": null, "issued": null, "status": null})"}};
    reading::parts all = evidence;
    all.insert(all.end(), given.begin(), given.end());
    return reading::dossier_text(all);
}

/** A dossier with something in every part. */
inline const std::string& full_text()
{
    static const std::string text = plain_text(
        {{"marks",
          R"("1.2": {"final": {"points": "8.5", "reason": "r", "comment": "c", "by": "B",
                               "date": "2026-12-31"}, "committee": 10},
             "1.1": {"final": {"points": 2.5, "reason": "r", "comment": null, "by": null}})"},
         {"members",
          R"({"id": "DV-02", "age": 18, "rank": null, "joined": "2020-02-29", "remark": null},
             {"id": "DV-01", "disciplined": true, "age": "120", "rank": "reserve", "remark": ""})"},
         {"history",
          R"({"to": "2025-12-31", "from": "2025-01-01", "points": "9.50", "grade": "top"},
             {"from": "2024-01-01", "to": "2024-12-31", "rubric": null, "points": null})"},
         {"tail",
          R"(, "results": [
                 {"unit": "U", "rubric": "month-2", "from": "2026-02-01", "to": "2026-02-28",
                  "grade": "good", "points": 9},
                 {"format": "bontot-result/1", "unit": {"id": "U", "name": "n"},
                  "rubric": {"version": "1", "id": "month-1"}, "nodes": [{"id": "1", "x": [1, -2.5]}],
                  "period": {"from": "2026-01-01", "to": "2026-01-31"}, "grade": {"id": "good"},
                  "grade_possible": "good", "total": {"points": 8, "possible": 8.0, "max": 10}},
                 {"unit": "DV-01", "rubric": "person", "grade": "poor"}],
             "exceptions": [
                 {"gate": "g1", "reason": "r", "authority": "a", "date": "2026-03-01"},
                 {"date": null, "authority": "b", "reason": "s", "gate": "g2"}],
             "guide": {"a.n": "how many", "deep": [{}, [], {"x": [true, null, {"y": -1.5}]}]})"}}
    );
    return text;
}

/** So many elements of a list. */
template <class Function>
std::string list_of(std::size_t count, const Function& element)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += ", ";
        out += element(i);
    }
    return out;
}

/** Members whose ids stand in no order. */
inline std::string members_text(std::size_t count)
{
    return list_of(count, [](std::size_t i) {
        return "{\"id\": \"" + std::to_string(i * 7919 % 100003) + "\"}";
    });
}

/** Entries of the history, the later ones first. */
inline std::string history_text(std::size_t count)
{
    return list_of(count, [&](std::size_t i) {
        const std::string year = std::to_string(2000 + count - i);
        return "{\"from\": \"" + year + "-01-01\", \"to\": \"" + year + "-12-31\"}";
    });
}

/** A value within so many lists and objects in turn. */
inline std::string nested(std::size_t count)
{
    if (count == 0) return "1";
    const std::string within = nested(count - 1);
    return count % 2 == 0 ? "{\"x\": " + within + "}" : "[" + within + "]";
}

/** A row: what stands in the slots of the plain dossier. */
struct plain_row
{
    const char* name;
    reading::parts given;
};

/** Dossiers that have nothing unusual. */
inline const plain_row plain_rows[] = {
    {"as it is", {}},
    {"facts in another order, and null",
     {{"facts", R"("a.m": 1.5, "a.c": null, "a.n": 40, "a.d": null, "a.t": null, "a.b": null)"}}},
    {"no facts", {{"facts", ""}}},
    {"numbers in their short forms",
     {{"facts", R"("a.n": 0, "a.m": -0.5, "a.least": 123456789012345.678, "a.most": "9.5")"}}},
    {"letters beyond ASCII, composed and not",
     {{"facts",
       "\"a.t\": \"Chi b\xE1\xBB\x99 a\xCC\x80 \xC3\x90 \xF0\x9F\x98\x80 \xE0\xA0\x80\""}}},
    {"a choice", {{"facts", R"("a.c": "low")"}}},
    {"keys in another order",
     {{"format", ""},
      {"unit", R"("unit": {"kind": "cell", "parent": null, "id": "CB-1", "group": "g"},)"},
      {"period", R"("period": {"to": "2026-12-31", "from": "2026-01-01"},)"},
      {"tail", R"(, "format": "bontot-dossier/1")"}}},
    {"no rubric named", {{"rubric", ""}}},
    {"a rubric without its version", {{"rubric", R"("rubric": {"id": "small"},)"}}},
    {"what is rare, unknown",
     {{"tail", R"(, "guide": null, "results": null, "exceptions": null)"}}},
    {"no evidence", {{"evidence", ""}}},
    {"numbers of documents as they are printed",
     {{"evidence",
       "{\"id\": \"1\", \"supports\": [], \"number\": \"12 \xE2\x80\x93 BC//\xC4\x90\xC3\xA0\"}"}}},
    {"ids in no order",
     {{"evidence", R"({"id": "10", "supports": []}, {"id": "2", "supports": []})"}}},
    {"no marks", {{"marks", ""}}},
    {"a line without marks", {{"marks", R"("1.2": {})"}}},
    {"marks that say nothing",
     {{"marks", R"("1.2": {"committee": null, "final": {"points": null, "by": "B"}})"}}},
    {"marks at the ends", {{"marks", R"("1.2": {"committee": {"points": 0, "comment": "c"}})"}}},
    {"marks in texts",
     {{"marks", R"("1.2": {"committee": {"comment": "c", "points": "1e0"}, "final": null})"}}},
    {"a mark of many decimals",
     {{"marks", R"("1.1": {"final": {"points": 0.1234567890125, "reason": "r"}})"}}},
    {"marks that stand for rules",
     {{"marks", R"("1.1": {"final": {"points": 0.25, "reason": "r"}}, "1.2": {"committee": 10})"}}},
    {"a role's letters, composed and not",
     {{"marks", "\"1.2\": {\"\xC3\xA0\": 10}, \"1.1\": {\"final\": null}"}}},
    {"a role that is to be composed", {{"marks", "\"1.2\": {\"a\xCC\x80\": 10}"}}},
    {"no members", {{"members", ""}}},
    {"members in no order", {{"members", members_text(100)}}},
    {"a member without a name", {{"members", R"({"id": ""}, {"age": 20, "id": "x"})"}}},
    {"facts of members in another order",
     {{"members",
       R"({"remark": "x", "rank": "reserve", "id": "1", "joined": null, "age": 40.0,
           "grade": "good"}, {"disciplined": null, "id": "0"}, {"id": "2", "age": "18"})"}}},
    {"letters of members", {{"members", "{\"id\": \"a\xCC\x80\", \"remark\": \"a\xCC\x80\"}"}}},
    {"no history", {{"history", ""}}},
    {"history in another order", {{"history", history_text(64)}}},
    {"history of one day, in its own order",
     {{"history",
       R"({"from": "2025-01-01", "to": "2025-12-31", "grade": "b"},
          {"from": "2025-01-01", "to": "2025-01-31", "grade": "c"},
          {"from": "2025-01-01", "to": "2025-12-31", "grade": "a"},
          {"from": "2024-01-01", "to": "2023-12-31", "points": "1E2"})"}}},
    {"no results", {{"tail", R"(, "results": [])"}}},
    {"results without days, and out of order",
     {{"tail",
       R"(, "results": [{"unit": "U", "rubric": "r", "from": "2026-02-01"},
          {"rubric": "r", "unit": "U", "to": "2026-02-01", "points": "7"},
          {"unit": "U", "rubric": "r", "from": null, "to": null, "grade": null, "points": null}])"}}},
    {"results that say facts",
     {{"tail",
       R"(, "results": [{"unit": "U", "rubric": "month-1", "grade": "good"},
          {"unit": "U", "rubric": "month-2", "grade": "good"},
          {"unit": "DV-01", "rubric": "person", "grade": "poor"}])"}}},
    {"a fact and results of something else",
     {{"facts", R"("r.good": 1)"},
      {"tail", R"(, "results": [{"unit": "DV-01", "rubric": "person", "grade": "poor"}])"}}},
    {"a whole result that is open",
     {{"tail",
       R"(, "results": [{"format": "bontot-result/1", "unit": {"id": "U"}, "rubric": {"id": "r"},
          "period": null, "grade": {"id": "a"}, "grade_possible": "b",
          "total": {"points": "1", "possible": 2}}])"}}},
    {"no exceptions", {{"tail", R"(, "exceptions": [])"}}},
    {"a gate lifted twice",
     {{"tail", R"(, "exceptions": [{"gate": "g1", "reason": "r", "authority": "a"},
                                   {"gate": "g1", "reason": "s", "authority": "a"}])"}}},
    {"a guide", {{"tail", R"(, "guide": {})"}}},
    {"a guide that is a text", {{"tail", R"(, "guide": "x")"}}},
    {"a guide with quotes", {{"tail", R"(, "guide": ["\"\\\/\b\f\n\r\t", "\\", "a\"", ""])"}}},
    {"a guide with letters and quotes", {{"tail", ", \"guide\": \"\xE1\xBB\x99\\\"\xC4\x91\\n\""}}},
    {"a deep guide", {{"tail", ", \"guide\": " + nested(63)}}},
    {"names alike in different objects",
     {{"tail", R"(, "guide": {"b": {"b": 1, "a": {"b": 2, "a": 3}}, "a": [{"b": 1}, {"b": 1}]})"}}},
};

/** Dossiers that are wrong, or unusual. */
inline const plain_row other_rows[] = {
    {"a key that is not known", {{"tail", R"(, "guid": null)"}}},
    {"a key twice", {{"tail", R"(, "format": "bontot-dossier/1")"}}},
    {"another format", {{"format", R"("format": "bontot-dossier/2",)"}}},
    {"no format", {{"format", ""}}},
    {"no unit", {{"unit", ""}}},
    {"no period", {{"period", ""}}},
    {"a unit without an id", {{"unit", R"("unit": {"name": "x"},)"}}},
    {"an empty id", {{"unit", R"("unit": {"id": ""},)"}}},
    {"a unit of another kind", {{"unit", R"("unit": {"id": "x", "kind": "union"},)"}}},
    {"another rubric", {{"rubric", R"("rubric": {"id": "big"},)"}}},
    {"another version", {{"rubric", R"("rubric": {"id": "small", "version": "2"},)"}}},
    {"a version that is null", {{"rubric", R"("rubric": {"id": "small", "version": null},)"}}},
    {"a period of another length",
     {{"period", R"("period": {"from": "2026-01-01", "to": "2026-11-30"},)"}}},
    {"a period without its end", {{"period", R"("period": {"from": "2026-01-01"},)"}}},
    {"no such day", {{"facts", R"("a.d": "2026-02-29")"}}},
    {"more than a day", {{"facts", R"("a.d": "2026-02-281")"}}},
    {"a day and its time", {{"facts", R"("a.d": "2026-02-28T00:00")"}}},
    {"less than a day", {{"facts", R"("a.d": "2026-02-2")"}}},
    {"a year of five digits", {{"facts", R"("a.d": "12026-02-28")"}}},
    {"an unknown fact", {{"facts", R"("a.x": 1)"}}},
    {"a fact twice", {{"facts", R"("a.n": 1, "a.n": 1)"}}},
    {"a fact twice, null", {{"facts", R"("a.n": null, "a.d": null, "a.n": null)"}}},
    {"a number with an exponent", {{"facts", R"("a.n": 1e1)"}}},
    {"a number with a leading zero", {{"facts", R"("a.n": 01)"}}},
    {"a number of 19 digits", {{"facts", R"("a.least": 1234567890123456789)"}}},
    {"a number that ends at its point", {{"facts", R"("a.n": 1.)"}}},
    {"a number of two meanings", {{"facts", R"("a.n": "1.000")"}}},
    {"a number in words", {{"facts", R"("a.n": "ten")"}}},
    {"a number and something", {{"facts", R"("a.n": 101null)"}}},
    {"below its range", {{"facts", R"("a.n": -1)"}}},
    {"above its range", {{"facts", R"("a.n": 101)"}}},
    {"not whole", {{"facts", R"("a.n": 1.5)"}}},
    {"a truth for a number", {{"facts", R"("a.n": true)"}}},
    {"a number for a truth", {{"facts", R"("a.b": 1)"}}},
    {"a word cut short", {{"facts", R"("a.b": tru)"}}},
    {"another choice", {{"facts", R"("a.c": "middle")"}}},
    {"an escape", {{"facts", R"("a.t": "a\u0062c")"}}},
    {"a control character", {{"facts", "\"a.t\": \"a\tb\""}}},
    {"no UTF-8", {{"facts", "\"a.t\": \"a\xC0\xAF\""}}},
    {"a surrogate", {{"facts", "\"a.t\": \"a\xED\xA0\x80\""}}},
    {"an overlong letter", {{"facts", "\"a.t\": \"a\xE0\x80\xAF\""}}},
    {"half a letter", {{"facts", "\"a.t\": \"a\xE1\xBB\""}}},
    {"a comma too many", {{"facts", R"("a.n": 1,)"}}},
    {"inconsistent", {{"facts", R"("a.n": 1, "a.m": 2)"}}},
    {"a document without an id", {{"evidence", R"({"supports": []})"}}},
    {"a document that supports nothing it says", {{"evidence", R"({"id": "x"})"}}},
    {"a line that is not there", {{"evidence", R"({"id": "x", "supports": ["9.9"]})"}}},
    {"a status that is not known",
     {{"evidence", R"({"id": "x", "supports": [], "status": "verif"})"}}},
    {"a title that is a number", {{"evidence", R"({"id": "x", "supports": [], "title": 1})"}}},
    {"a document's key twice", {{"evidence", R"({"id": "x", "id": "x", "supports": []})"}}},
    {"two documents of one id",
     {{"evidence",
       R"({"id": "b", "supports": []}, {"id": "a", "supports": []}, {"id": "b", "supports": []})"}}},
    {"marks that are a list", {{"tail", R"(, "marks": [])"}}},
    {"a mark of a line that is not there", {{"marks", R"("9.9": {"committee": 1})"}}},
    {"a mark of a line that has others below it",
     {{"marks", R"("1": {"final": {"points": 1, "reason": "r"}})"}}},
    {"a line's marks twice", {{"marks", R"("1.2": {}, "1.2": {})"}}},
    {"a line's marks that are no object", {{"marks", R"("1.2": null)"}}},
    {"a role that is not there", {{"marks", R"("1.2": {"board": null})"}}},
    {"a role that does not override", {{"marks", R"("1.1": {"committee": 1})"}}},
    {"a role's mark twice", {{"marks", R"("1.2": {"committee": 10, "committee": 10})"}}},
    {"a role's mark twice, null", {{"marks", R"("1.2": {"committee": null, "committee": null})"}}},
    {"two names of one role", {{"marks", "\"1.2\": {\"a\xCC\x80\": 10, \"\xC3\xA0\": 10}"}}},
    {"a mark above the maximum", {{"marks", R"("1.2": {"committee": 10.5})"}}},
    {"a mark below the least",
     {{"marks", R"("1.2": {"committee": {"points": -0.5, "comment": "c"}})"}}},
    {"a mark off the grid",
     {{"marks", R"("1.2": {"committee": {"points": 7.25, "comment": "c"}})"}}},
    {"a mark without its comment", {{"marks", R"("1.2": {"committee": 9.5})"}}},
    {"a mark with an empty comment",
     {{"marks", R"("1.2": {"committee": {"points": 9.5, "comment": ""}})"}}},
    {"a mark without its reason", {{"marks", R"("1.1": {"final": {"points": 1}})"}}},
    {"a mark of two meanings", {{"marks", R"("1.2": {"committee": "1.000"})"}}},
    {"a mark without points", {{"marks", R"("1.2": {"committee": {"comment": "c"}})"}}},
    {"a mark in a list", {{"marks", R"("1.2": {"committee": [10]})"}}},
    {"a mark's comment that is a number",
     {{"marks", R"("1.2": {"committee": {"points": null, "comment": 1}})"}}},
    {"a mark's unknown key", {{"marks", R"("1.2": {"committee": {"points": 10, "who": "B"}})"}}},
    {"a mark's key twice",
     {{"marks", R"("1.2": {"committee": {"points": 10, "by": null, "by": null}})"}}},
    {"a mark of no day", {{"marks", R"("1.2": {"committee": {"points": 10, "date": "2026"}})"}}},
    {"members that are an object", {{"tail", R"(, "members": {})"}}},
    {"a member that is null", {{"members", "null"}}},
    {"a member without an id", {{"members", R"({"age": 20})"}}},
    {"a member that says nothing", {{"members", "{}"}}},
    {"a member whose id is null", {{"members", R"({"id": null})"}}},
    {"a member twice", {{"members", R"({"id": "b"}, {"id": "a"}, {"id": "b"})"}}},
    {"two members without names", {{"members", R"({"id": ""}, {"id": ""})"}}},
    {"a member's fact twice", {{"members", R"({"id": "a", "age": null, "age": null})"}}},
    {"a member's id twice", {{"members", R"({"id": "a", "id": "a"})"}}},
    {"a member's unknown fact", {{"members", R"({"id": "a", "a.n": 1})"}}},
    {"a member too young", {{"members", R"({"id": "a", "age": 17})"}}},
    {"a member not whole", {{"members", R"({"id": "a", "age": 20.5})"}}},
    {"a member of no rank", {{"members", R"({"id": "a", "rank": "other"})"}}},
    {"a member of no day", {{"members", R"({"id": "a", "joined": "2026-02-29"})"}}},
    {"more members than usual", {{"members", members_text(4097)}}},
    {"history that is an object", {{"tail", R"(, "history": {})"}}},
    {"history without its end", {{"history", R"({"from": "2025-01-01"})"}}},
    {"history whose end is null", {{"history", R"({"from": "2025-01-01", "to": null})"}}},
    {"history of an unknown key",
     {{"history", R"({"from": "2025-01-01", "to": "2025-12-31", "unit": "U"})"}}},
    {"history of two meanings",
     {{"history", R"({"from": "2025-01-01", "to": "2025-12-31", "points": "1.000"})"}}},
    {"history that is no object", {{"history", "1"}}},
    {"much history in another order", {{"history", history_text(65)}}},
    {"results that are an object", {{"tail", R"(, "results": {})"}}},
    {"a result without its unit", {{"tail", R"(, "results": [{"rubric": "r"}])"}}},
    {"a result of no unit", {{"tail", R"(, "results": [{"unit": "", "rubric": "r"}])"}}},
    {"a result of no rubric", {{"tail", R"(, "results": [{"unit": "U", "rubric": ""}])"}}},
    {"a result of an unknown key",
     {{"tail", R"(, "results": [{"unit": "U", "rubric": "r", "total": 1}])"}}},
    {"a result that says late that it is whole",
     {{"tail",
       R"(, "results": [{"unit": {"id": "U"}, "format": "bontot-result/1", "rubric": {"id": "r"},
          "grade": {"id": "a"}, "grade_possible": "b", "total": {"points": 1, "possible": 2}}])"}}},
    {"a whole result of another format",
     {{"tail",
       R"(, "results": [{"format": "bontot-result/2", "unit": {"id": "U"}, "rubric": {"id": "r"},
          "grade": {"id": "a"}, "grade_possible": "b", "total": {"points": 1, "possible": 2}}])"}}},
    {"a whole result without its grade",
     {{"tail",
       R"(, "results": [{"format": "bontot-result/1", "unit": {"id": "U"}, "rubric": {"id": "r"},
          "grade": {}, "grade_possible": "b", "total": {"points": 1, "possible": 2}}])"}}},
    {"a whole result without its best grade",
     {{"tail",
       R"(, "results": [{"format": "bontot-result/1", "unit": {"id": "U"}, "rubric": {"id": "r"},
          "grade": {"id": "a"}, "total": {"points": 1, "possible": 2}}])"}}},
    {"a whole result without its unit",
     {{"tail",
       R"(, "results": [{"format": "bontot-result/1", "unit": {"id": ""}, "rubric": {"id": "r"},
          "grade": {"id": "a"}, "grade_possible": "b", "total": {"points": 1, "possible": 2}}])"}}},
    {"a whole result without its rubric",
     {{"tail",
       R"(, "results": [{"format": "bontot-result/1", "unit": {"id": "U"}, "rubric": {"x": {}},
          "grade": {"id": "a"}, "grade_possible": "b", "total": {"points": 1, "possible": 2}}])"}}},
    {"a whole result without its points",
     {{"tail",
       R"(, "results": [{"format": "bontot-result/1", "unit": {"id": "U"}, "rubric": {"id": "r"},
          "grade": {"id": "a"}, "grade_possible": "b", "total": {"points": 1}}])"}}},
    {"a whole result whose points are null",
     {{"tail",
       R"(, "results": [{"format": "bontot-result/1", "unit": {"id": "U"}, "rubric": {"id": "r"},
          "grade": {"id": "a"}, "grade_possible": "b", "total": {"points": null, "possible": 2}}])"}}},
    {"a whole result with a name twice",
     {{"tail",
       R"(, "results": [{"format": "bontot-result/1", "unit": {"id": "U"}, "rubric": {"id": "r"},
          "grade": {"id": "a"}, "grade_possible": "b", "total": {"points": 1, "possible": 2},
          "z": 1, "y": 2, "z": 3}])"}}},
    {"a whole result with a unit's name twice",
     {{"tail",
       R"(, "results": [{"format": "bontot-result/1", "unit": {"id": "U", "x": 1, "x": 2},
          "rubric": {"id": "r"}, "grade": {"id": "a"}, "grade_possible": "b",
          "total": {"points": 1, "possible": 2}}])"}}},
    {"a fact and results that say it",
     {{"facts", R"("r.good": 1)"},
      {"tail", R"(, "results": [{"unit": "U", "rubric": "month-1"}])"}}},
    {"a member's fact and results that say it",
     {{"members", R"({"id": "DV-01", "grade": "good"})"},
      {"tail", R"(, "results": [{"unit": "DV-01", "rubric": "person"}])"}}},
    {"results that say no value of the fact",
     {{"tail", R"(, "results": [{"unit": "U", "rubric": "month-1", "grade": "good"},
                  {"unit": "U", "rubric": "month-1", "grade": "good"},
                  {"unit": "U", "rubric": "month-2", "grade": "good"}])"}}},
    {"results of members that say no choice",
     {{"tail", R"(, "results": [{"unit": "DV-01", "rubric": "person", "grade": "best"}])"}}},
    {"exceptions that are an object", {{"tail", R"(, "exceptions": {})"}}},
    {"an exception from no gate",
     {{"tail", R"(, "exceptions": [{"gate": "g9", "reason": "r", "authority": "a"}])"}}},
    {"an exception without its gate",
     {{"tail", R"(, "exceptions": [{"reason": "r", "authority": "a"}])"}}},
    {"an exception without a reason",
     {{"tail", R"(, "exceptions": [{"gate": "g1", "reason": "", "authority": "a"}])"}}},
    {"an exception of nobody",
     {{"tail", R"(, "exceptions": [{"gate": "g1", "reason": "r", "authority": ""}])"}}},
    {"an exception of no day",
     {{"tail",
       R"(, "exceptions": [{"gate": "g1", "reason": "r", "authority": "a", "date": "2027"}])"}}},
    {"a guide with a name twice", {{"tail", R"(, "guide": {"b": 1, "a": 2, "b": 3})"}}},
    {"a guide with a name twice within", {{"tail", R"(, "guide": [{"x": {"a": 1, "a": 2}}])"}}},
    {"a guide with a letter's number", {{"tail", R"(, "guide": "a\u0062")"}}},
    {"a guide with half a letter's number", {{"tail", R"(, "guide": "\ud800")"}}},
    {"a guide with an escape that is none", {{"tail", R"(, "guide": "a\x")"}}},
    {"a guide with a control character", {{"tail", ", \"guide\": \"a\\\"\tb\""}}},
    {"a guide that is no UTF-8", {{"tail", ", \"guide\": \"a\\\"\xC0\xAF\""}}},
    {"a guide that ends in an escape", {{"tail", R"(, "guide": "a\")"}}},
    {"a guide with a name that has an escape", {{"tail", R"(, "guide": {"a\n": 1})"}}},
    {"a guide that ends early", {{"tail", R"(, "guide": {"a": )"}}},
    {"a guide with a comma too many", {{"tail", R"(, "guide": [1,])"}}},
    {"a guide of no words", {{"tail", R"(, "guide": nothing)"}}},
    {"a guide that is too deep", {{"tail", ", \"guide\": " + nested(64)}}},
};

} // namespace bontot_test

#endif
