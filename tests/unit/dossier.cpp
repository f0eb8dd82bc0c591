// SPDX-License-Identifier: BSL-1.0

#include "support/reading.hpp"

#include <bontot/dossier.hpp>
#include <bontot/evaluate.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace dossier_unit {

namespace {

using bontot::message;
using reading::dossier_text;
using reading::fault;
using reading::row;

const reading::rubric_ptr& small_rubric()
{
    static const reading::rubric_ptr sheet = reading::good_rubric(reading::rubric_text());
    return sheet;
}

/** The small sheet with what people and committees give: roles, gates, facts from elsewhere. */
const reading::rubric_ptr& wide_rubric()
{
    static const reading::rubric_ptr sheet = reading::good_rubric(reading::rubric_text(
        {{"head", R"("roles": ["committee", {"id": "final", "overrides": true}],)"},
         {"mark", R"({"step": "0.5", "comment": "below_max"})"},
         {"facts", R"j(,
          {"id": "g.average", "type": "number", "given_by": "committee"},
          {"id": "r.good", "type": "number", "max": 2,
           "from_results": {"rubrics": ["month-*"], "value": "count(results[grade = \"good\"])"}},
          {"id": "grade", "of": "member", "type": "choice", "choices": ["good", "poor"],
           "from_results": {"rubrics": ["person"], "value": "results[-1].grade"}})j"},
         {"gates", R"({"id": "g1", "when": "a.b", "effect": {"not_good": "1"}})"}}
    ));
    return sheet;
}

/** The number of a fact, as it was read. */
std::string number_in(const bontot::dossier& given, std::string_view id)
{
    const bontot::feel::value& value = given.slots[given.sheet->find_fact(id)];
    if (value.is_unknown()) return "unknown";
    return std::string(to_text(value.as_number()).view());
}

const row dossier_rows[] = {
    // The head.
    {"wrong format",
     {{"format", R"("format": @@"bontot-rubric/1",)"}},
     {{message::reading_wrong_format, "/format"}}},
    {"unknown key",
     {{"tail", ",\n@@\"factz\": 1,\n@@\"score\": 2"}},
     {{message::reading_unknown_key_near, "/factz"}, {message::reading_unknown_key, "/score"}}},
    {"unit missing", {{"unit", ""}}, {{message::reading_missing_key, ""}}},
    {"unit without an id",
     {{"unit", R"("unit": @@{"name": "Cell"},)"}},
     {{message::reading_missing_key, "/unit"}}},
    {"unit id of 10,000 characters",
     {{"unit", R"("unit": {"id": @@")" + std::string(10000, 'i') + R"("},)"}},
     {{message::reading_bad_id, "/unit/id"}}},
    {"unit id empty",
     {{"unit", R"("unit": {"id": @@""},)"}},
     {{message::reading_bad_id, "/unit/id"}}},
    {"unit of another kind",
     {{"unit", R"("unit": {"id": "x", "kind": @@"union"},)"}},
     {{message::dossier_unit_kind, "/unit/kind"}}},
    {"period missing", {{"period", ""}}, {{message::reading_missing_key, ""}}},
    {"period reversed",
     {{"period", R"("period": @@{"from": "2026-12-31", "to": "2026-01-01"},)"}},
     {{message::dossier_period_reversed, "/period"}}},
    {"period a day short",
     {{"period", R"("period": @@{"from": "2026-01-01", "to": "2026-12-30"},)"}},
     {{message::dossier_period_length, "/period"}}},
    {"period a day long",
     {{"period", R"("period": @@{"from": "2026-01-01", "to": "2027-01-01"},)"}},
     {{message::dossier_period_length, "/period"}}},
    {"no such day",
     {{"period", R"("period": {"from": @@"2026-13-01", "to": @@"31/12/2026"},)"}},
     {{message::reading_bad_date, "/period/from"}, {message::reading_bad_date, "/period/to"}}},
    {"another rubric",
     {{"rubric", R"("rubric": {"id": @@"big", "version": "9"},)"}},
     {{message::dossier_other_rubric, "/rubric/id"}}},
    {"another version",
     {{"rubric", R"("rubric": {"id": "small", "version": @@"1.0.1"},)"}},
     {{message::dossier_other_version, "/rubric/version"}}},

    // Facts.
    {"unknown fact",
     {{"facts", R"(@@"weather": 1,)"
                "\n"
                R"(@@"a.lesat": 2)"}},
     {{message::dossier_unknown_fact, "/facts/weather"},
      {message::dossier_unknown_fact_near, "/facts/a.lesat"}}},
    {"out of range",
     {{"facts", "\"a.n\": @@101,\n\"a.least\": @@4.9,\n\"a.most\": @@9.6"}},
     {{message::dossier_out_of_range, "/facts/a.n"},
      {message::dossier_below_range, "/facts/a.least"},
      {message::dossier_above_range, "/facts/a.most"}}},
    {"not whole", {{"facts", R"("a.n": @@1.5)"}}, {{message::dossier_not_integer, "/facts/a.n"}}},
    {"a number in words",
     {{"facts", R"("a.n": @@"ten")"}},
     {{message::reading_wrong_type, "/facts/a.n"}}},
    {"a truth for a number",
     {{"facts", R"("a.n": @@true)"}},
     {{message::reading_wrong_type, "/facts/a.n"}}},
    {"a list for a number",
     {{"facts", R"("a.n": @@[1])"}},
     {{message::reading_wrong_type, "/facts/a.n"}}},
    {"an object for a number",
     {{"facts", R"("a.n": @@{"x": 1})"}},
     {{message::reading_wrong_type, "/facts/a.n"}}},
    {"a number for a truth",
     {{"facts", R"("a.b": @@1)"}},
     {{message::reading_wrong_type, "/facts/a.b"}}},
    {"a number for a date",
     {{"facts", R"("a.d": @@20260101)"}},
     {{message::reading_wrong_type, "/facts/a.d"}}},
    {"a number for a text",
     {{"facts", R"("a.t": @@5)"}},
     {{message::reading_wrong_type, "/facts/a.t"}}},
    {"a number for a choice",
     {{"facts", R"("a.c": @@1)"}},
     {{message::reading_wrong_type, "/facts/a.c"}}},
    {"no such choice",
     {{"facts", R"("a.c": @@"middle")"}},
     {{message::dossier_unknown_choice, "/facts/a.c"}}},
    {"another case of letters",
     {{"facts", R"("a.c": @@"High")"}},
     {{message::dossier_unknown_choice, "/facts/a.c"}}},
    {"no such date",
     {{"facts", R"("a.d": @@"2026-02-29")"}},
     {{message::reading_bad_date, "/facts/a.d"}}},
    {"a date as it is printed",
     {{"facts", R"("a.d": @@"28/02/2026")"}},
     {{message::reading_bad_date, "/facts/a.d"}}},
    {"sixteen thousand or sixteen",
     {{"facts", R"("a.m": @@"16.000")"}},
     {{message::number_ambiguous, "/facts/a.m"}}},
    {"minus sixteen thousand",
     {{"facts", R"("a.m": @@"-16.000")"}},
     {{message::number_ambiguous, "/facts/a.m"}}},
    {"beyond all numbers",
     {{"facts", "\"a.m\": @@1e999999999,\n\"a.n\": @@-1e999999999,\n\"a.least\": @@\"1e7000\""}},
     {{message::number_out_of_range, "/facts/a.m"},
      {message::number_out_of_range, "/facts/a.n"},
      {message::number_out_of_range, "/facts/a.least"}}},
    {"a fact twice",
     {{"facts", "\"a.n\": 1,\n@@\"a.n\": 1"}},
     {{message::json_repeated_key, "/facts/a.n"}}},
    {"a fact twice, one escaped",
     {{"facts", "\"a.n\": 1,\n@@\"\\u0061.n\": 2"}},
     {{message::json_repeated_key, "/facts/a.n"}}},
    {"a fact three times",
     {{"facts", "\"a.n\": 1,\n@@\"a.n\": 1,\n@@\"a.n\": 1"}},
     {{message::json_repeated_key, "/facts/a.n"}, {message::json_repeated_key, "/facts/a.n"}}},
    {"a repeated key of the unit",
     {{"unit", R"("unit": {"id": "x", "name": "a", @@"name": "b"},)"}},
     {{message::json_repeated_key, "/unit/name"}}},
    {"a repeated key of a member",
     {{"members", R"({"id": "x", "age": 20, @@"age": 21})"}},
     {{message::json_repeated_key, "/members/0/age"}}},
    {"a repeated key of a mark",
     {{"marks", R"("1.2": {"committee": 1, @@"committee": 2})"}},
     {{message::json_repeated_key, "/marks/1.2/committee"}}},
    {"a repeated key that is not known anyway",
     {{"tail", ",\n\"guide\": {\"x\": {\"y\": 1,\n@@\"y\": 2}}"}},
     {{message::json_repeated_key, "/guide/x/y"}}},
    {"a key that a pointer escapes",
     {{"facts", R"(@@"a/b~c": 1)"}},
     {{message::dossier_unknown_fact, "/facts/a~1b~0c"}}},
    {"an empty key", {{"facts", R"(@@"": 1)"}}, {{message::dossier_unknown_fact, "/facts/"}}},

    // Members.
    {"no members list", {{"members", "@@5"}}, {{message::reading_wrong_type, "/members/0"}}},
    {"a member without an id",
     {{"members", "@@{\"age\": 20}"}},
     {{message::reading_missing_key, "/members/0"}}},
    {"a member twice",
     {{"members", "{\"id\": \"x\"},\n{\"id\": \"y\"},\n{\"id\": @@\"x\"}"}},
     {{message::reading_repeated_id, "/members/2/id"}}},
    {"a member's unknown fact",
     {{"members", "{\"id\": \"x\",\n@@\"agee\": 20,\n@@\"weather\": 1}"}},
     {{message::dossier_unknown_fact_near, "/members/0/agee"},
      {message::dossier_unknown_fact, "/members/0/weather"}}},
    {"a member's age",
     {{"members", "{\"id\": \"x\",\n\"age\": @@17}"}},
     {{message::dossier_out_of_range, "/members/0/age"}}},
    {"a member's rank",
     {{"members", "{\"id\": \"x\",\n\"rank\": @@\"chief\"}"}},
     {{message::dossier_unknown_choice, "/members/0/rank"}}},

    // History, marks, evidence.
    {"history without an end",
     {{"history", "@@{\"from\": \"2025-01-01\"}"}},
     {{message::reading_missing_key, "/history/0"}}},
    {"history with more",
     {{"history", "{\"from\": \"2025-01-01\", \"to\": \"2025-12-31\",\n@@\"point\": 1}"}},
     {{message::reading_unknown_key_near, "/history/0/point"}}},
    {"a mark of nothing",
     {{"marks", "@@\"1.7\": {\"committee\": 1},\n@@\"nothing\": {\"committee\": 1}"}},
     {{message::dossier_unknown_node_near, "/marks/1.7"},
      {message::dossier_unknown_node, "/marks/nothing"}}},
    {"a mark of a condition",
     {{"marks", "@@\"1.1\": {\"committee\": 1}"}},
     {{message::dossier_not_marked, "/marks/1.1"}}},
    {"a mark of another role",
     {{"marks", "\"1.2\": {@@\"comittee\": 1}"}},
     {{message::dossier_unknown_role, "/marks/1.2/comittee"}}},
    {"a mark above the maximum",
     {{"marks", "\"1.2\": {\"committee\": {\"points\": @@10.5}}"}},
     {{message::dossier_mark_range, "/marks/1.2/committee/points"}}},
    {"a mark off the grid",
     {{"marks", "\"1.2\": {\"committee\": @@7.25}"}},
     {{message::dossier_mark_grid, "/marks/1.2/committee"}}},
    {"a mark without points",
     {{"marks", "\"1.2\": {\"committee\": @@{\"comment\": \"x\"}}"}},
     {{message::reading_missing_key, "/marks/1.2/committee"}}},
    {"evidence for nothing",
     {{"evidence", "{\"id\": \"e\", \"supports\": [\"1.1\", @@\"1.8\", @@\"elsewhere\"]}"}},
     {{message::dossier_unknown_node_near, "/evidence/0/supports/1"},
      {message::dossier_unknown_node, "/evidence/0/supports/2"}}},
    {"evidence twice",
     {{"evidence", "{\"id\": \"e\", \"supports\": []},\n{\"id\": @@\"e\", \"supports\": []}"}},
     {{message::reading_repeated_id, "/evidence/1/id"}}},
    {"evidence of an unknown status",
     {{"evidence", "{\"id\": \"e\", \"supports\": [], \"status\": @@\"lost\"}"}},
     {{message::reading_unknown_word, "/evidence/0/status"}}},
    {"evidence issued on no day",
     {{"evidence", "{\"id\": \"e\", \"supports\": [], \"issued\": @@\"2026-00-10\"}"}},
     {{message::reading_bad_date, "/evidence/0/issued"}}},
    {"evidence without what it supports",
     {{"evidence", "@@{\"id\": \"e\"}"}},
     {{message::reading_missing_key, "/evidence/0"}}},

    // Consistency: the place is that of the first fact of the rule.
    {"more than there are",
     {{"facts", "\"a.n\": 2,\n\"a.m\": @@3"}},
     {{message::dossier_inconsistent, "/facts/a.m"}}},
};

std::set<std::string>& told()
{
    static std::set<std::string> codes;
    return codes;
}

const row wide_rows[] = {
    {"marks that need words",
     {{"marks", R"("1.1": {@@"committee": 1, "final": @@4},
                   "1.2": {"committee": @@9.5, "final": {"points": 9, "reason": "r", "comment": "c"}})"}},
     {{message::dossier_role_overrides_not, "/marks/1.1/committee"},
      {message::dossier_mark_reason, "/marks/1.1/final"},
      {message::dossier_mark_comment, "/marks/1.2/committee"}}},
    {"marks that need none",
     {{"marks", R"("1.1": {"final": {"points": 4, "reason": "r", "by": "B", "date": "2027-01-02"}},
                   "1.2": {"committee": 10})"}},
     {}},
    {"a criterion is not marked",
     {{"marks", R"(@@"1": {"final": {"points": 4, "reason": "r"}})"}},
     {{message::dossier_not_marked, "/marks/1"}}},
    {"an override beyond the line",
     {{"marks", R"("1.1": {"final": {"points": @@10.5, "reason": "r"}})"}},
     {{message::dossier_mark_range, "/marks/1.1/final/points"}}},
    {"exceptions",
     {{"marks", ""},
      {"tail", R"(, "exceptions": [{"gate": @@"g2", "reason": @@"", "authority": "a"},
                  @@{"gate": "g1", "reason": "r"},
                  {"gate": "g1", "reason": "r", "authority": "a", "date": @@"2027"}])"}},
     {{message::dossier_unknown_gate, "/exceptions/0/gate"},
      {message::reading_empty_text, "/exceptions/0/reason"},
      {message::reading_missing_key, "/exceptions/1"},
      {message::reading_bad_date, "/exceptions/2/date"}}},
    {"results in short",
     {{"marks", ""},
      {"tail", R"(, "results": [@@{"unit": "U"}, {"unit": "U", "rubric": "r", "grade": @@1},
                  {"unit": "U", "rubric": "r", @@"total": 1}, @@"x"])"}},
     {{message::reading_missing_key, "/results/0"},
      {message::reading_wrong_type, "/results/1/grade"},
      {message::reading_unknown_key, "/results/2/total"},
      {message::reading_wrong_type, "/results/3"}}},
    {"results that are whole",
     {{"marks", ""},
      {"tail", R"(, "results": [@@{"format": @@"bontot-result/2", "unit": {"id": "U"},
                  "rubric": @@{}, "grade": {"id": "g"}, "grade_possible": "g"}])"}},
     {{message::reading_missing_key, "/results/0"},
      {message::reading_wrong_format, "/results/0/format"},
      {message::reading_missing_key, "/results/0/rubric"}}},
    {"a fact and results",
     {{"facts", R"(@@"r.good": 1)"},
      {"marks", ""},
      {"members", R"({"id": "DV-01", @@"grade": "good"})"},
      {"tail", R"(, "results": [{"unit": "U", "rubric": "month-1"},
                  {"unit": "DV-01", "rubric": "person"}])"}},
     {{message::dossier_fact_and_results, "/facts/r.good"},
      {message::dossier_fact_and_results, "/members/0/grade"}}},
    {"results that give no value of the fact",
     {{"marks", ""},
      {"tail", R"(, "results": @@[{"unit": "U", "rubric": "month-1", "grade": "good"},
                  {"unit": "U", "rubric": "month-1", "grade": "good"},
                  {"unit": "U", "rubric": "month-2", "grade": "good"}])"}},
     {{message::dossier_above_range, "/results"}}},
    {"results of members that give no choice",
     {{"marks", ""},
      {"tail", R"(, "results": @@[{"unit": "DV-01", "rubric": "person", "grade": "best"}])"}},
     {{message::dossier_unknown_choice, "/results"}}},
};

void run(const row& each, const reading::rubric_ptr& sheet, const bontot::dossier_options& options)
{
    BOOST_TEST_CONTEXT(each.name)
    {
        const reading::marked_text marked(dossier_text(each.given));
        std::vector<reading::place> marks = marked.marks;
        if (marks.empty()) marks.push_back({});
        const bontot::error_list errors = reading::dossier_errors(sheet, marked.text, options);
        BOOST_TEST(reading::show(errors) == reading::show(each.faults, marks));
        reading::remember(told(), errors);
    }
}

void run(const row& each)
{
    run(each, small_rubric(), {});
}

bontot::error_list one_error(const reading::parts& given)
{
    const bontot::error_list errors = reading::dossier_errors(small_rubric(), dossier_text(given));
    BOOST_TEST_REQUIRE(errors.size() == 1U, reading::show(errors));
    return errors;
}

bool tells(const bontot::error_list& errors, std::string_view words)
{
    for (const bontot::diagnostic& each : errors) {
        for (const auto in : {bontot::language::vi, bontot::language::en}) {
            if (reading::sentence(each, in).find(words) != std::string::npos) return true;
        }
    }
    return false;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_dossier)

BOOST_AUTO_TEST_CASE(the_small_dossier_is_good)
{
    const reading::dossier_ptr given = reading::good_dossier(small_rubric(), dossier_text());
    BOOST_TEST(given->unit_id == "CB-1");
    BOOST_TEST(given->unit_name == "Cell");
    BOOST_TEST((given->from == bontot::make_date(2026, 1, 1)));
    BOOST_TEST(number_in(*given, "a.n") == "40");
    BOOST_TEST(number_in(*given, "a.m") == "1.5");
    BOOST_TEST(number_in(*given, "a.least") == "unknown");
    BOOST_TEST(given->marks.size() == 1U);
    BOOST_TEST(given->evidence.size() == 1U);
    BOOST_TEST(check_dossier(*given).empty());
}

BOOST_AUTO_TEST_CASE(every_fault_has_its_place)
{
    for (const row& each : dossier_rows)
        run(each);
}

BOOST_AUTO_TEST_CASE(every_fault_of_a_wide_sheet_has_its_place)
{
    for (const row& each : wide_rows)
        run(each, wide_rubric(), {});
}

BOOST_AUTO_TEST_CASE(what_a_unit_can_not_say_about_itself)
{
    bontot::dossier_options options;
    options.trusted = bontot::trust::committee;
    const row strict{
        "all of it",
        {{"facts", R"(@@"g.average": 1, "a.b": true)"},
         {"marks", ""},
         {"evidence", R"({"id": "e", "supports": ["1.1"], "status": @@"verified"},
                         {"id": "f", "supports": ["1.1"], "status": "submitted"})"},
         {"tail", R"(, @@"exceptions": [{"gate": "g1", "reason": "r", "authority": "a"}])"}},
        {{message::dossier_committee_only, "/facts/g.average"},
         {message::dossier_committee_only, "/evidence/0/status"},
         {message::dossier_committee_only, "/exceptions"}}};
    run(strict, wide_rubric(), options);
    const row plain{
        "nothing of it",
        {{"facts", R"("g.average": null)"}, {"marks", ""}, {"tail", R"(, "exceptions": [])"}},
        {}};
    run(plain, wide_rubric(), options);
}

BOOST_AUTO_TEST_CASE(too_many_members)
{
    std::string facts;
    for (int i = 0; i < 4900; ++i)
        facts += ",\n{\"id\": \"f" + std::to_string(i) + R"(", "of": "member", "type": "text"})";
    const reading::rubric_ptr sheet =
        reading::good_rubric(reading::rubric_text({{"facts", facts}}));
    std::string members = "{}";
    for (int i = 0; i < 2100; ++i)
        members += ",{}";
    const bontot::error_list errors =
        reading::dossier_errors(sheet, dossier_text({{"members", members}}));
    BOOST_TEST_REQUIRE(errors.size() == 1U);
    BOOST_TEST((errors[0].code == message::dossier_too_many_members));
    BOOST_TEST(errors[0].pointer == "/members");
    BOOST_TEST(errors[0].line == 12U);
    BOOST_TEST(errors[0].column == 12U);
    reading::remember(told(), errors);
}

BOOST_AUTO_TEST_CASE(every_message_about_dossiers_is_told)
{
    for (const row& each : dossier_rows)
        run(each);
    for (const row& each : wide_rows)
        run(each, wide_rubric(), {});
    told().insert("dossier_committee_only");        // has a test of its own above
    told().insert("dossier_contradicts_reference"); // in reference.cpp
    // What only a dossier that is built field by field can meet.
    bontot::dossier built(small_rubric());
    reading::remember(told(), set_fact(built, 99, bontot::feel::value::boolean(true)));
    reading::remember(told(), set_fact(built, 0, bontot::feel::value::boolean(true)));
    told().insert("dossier_too_many_members"); // has a test of its own above
    reading::check_all_told(told(), {"dossier_"});
}

BOOST_AUTO_TEST_CASE(all_at_once_in_the_order_of_their_places)
{
    run(
        {"many",
         {{"format", R"("format": @@"x",)"},
          {"rubric", R"("rubric": {"id": "small", "version": @@"2"},)"},
          {"unit", R"("unit": {"id": "U", @@"nam": "Cell"},)"},
          {"period", R"("period": {"from": @@"2026-02-30", "to": "2026-12-31"},)"},
          {"facts", "\"a.n\": @@-1,\n@@\"a.n\": 2,\n@@\"a.x\": 3"},
          {"marks", R"("1.2": {"committee": @@11})"},
          {"members", R"({"id": "x", "age": @@"old"})"},
          {"history", R"({"from": "2025-01-01", "to": @@"2025"})"},
          {"evidence", R"({"id": "e", "supports": @@"1.1"})"}},
         {{message::reading_wrong_format, "/format"},
          {message::dossier_other_version, "/rubric/version"},
          {message::reading_unknown_key_near, "/unit/nam"},
          {message::reading_bad_date, "/period/from"},
          {message::dossier_out_of_range, "/facts/a.n"},
          {message::json_repeated_key, "/facts/a.n"},
          {message::dossier_unknown_fact_near, "/facts/a.x"},
          {message::dossier_mark_range, "/marks/1.2/committee"},
          {message::reading_wrong_type, "/members/0/age"},
          {message::reading_bad_date, "/history/0/to"},
          {message::reading_wrong_type, "/evidence/0/supports"}}}
    );
}

BOOST_AUTO_TEST_CASE(inconsistent_facts_are_told_with_everything_else)
{
    run(
        {"an unknown fact and a contradiction",
         {{"facts", "\"a.n\": 2,\n\"a.m\": @@3,\n@@\"weather\": 1"}},
         {{message::dossier_inconsistent, "/facts/a.m"},
          {message::dossier_unknown_fact, "/facts/weather"}}}
    );
}

BOOST_AUTO_TEST_CASE(a_fault_is_told_once)
{
    run(
        {"a member's id is a number",
         {{"members", "{\"id\": @@5}"}},
         {{message::reading_wrong_type, "/members/0/id"}}}
    );
    run(
        {"repeated before what is too much",
         {{"tail", ",\n@@\"facts\": {}\n}\n@@{"}},
         {{message::json_repeated_key, "/facts"}, {message::json_extra_data, ""}}}
    );
}

BOOST_AUTO_TEST_CASE(after_a_syntax_error_all_up_to_it)
{
    run(
        {"in the members",
         {{"facts", "\"a.n\": @@-1,\n@@\"weather\": 2"}, {"members", "@@nope"}},
         {{message::dossier_out_of_range, "/facts/a.n"},
          {message::dossier_unknown_fact, "/facts/weather"},
          {message::json_syntax, ""}}}
    );
    run(
        {"a repeated key in what is not closed",
         {{"facts", "\"a.n\": 1,\n@@\"a.n\": 2,\n@@?"}},
         {{message::json_repeated_key, "/facts/a.n"}, {message::json_syntax, ""}}}
    );
}

BOOST_AUTO_TEST_CASE(null_is_unknown)
{
    const reading::dossier_ptr given = reading::good_dossier(
        small_rubric(),
        dossier_text(
            {{"facts", R"("a.n": null, "a.d": null, "a.t": null, "a.b": null, "a.c": null)"},
             {"marks", R"("1.2": {"committee": null})"},
             {"members", R"({"id": "x", "age": null, "rank": null})"}}
        )
    );
    for (std::size_t i = 0; i < given->sheet->facts.size(); ++i)
        BOOST_TEST(given->slots[i].is_unknown());
    BOOST_TEST(given->marks.empty());
    const std::string lists = R"({"format": "bontot-dossier/1", "unit": {"id": "U"},
"period": {"from": "2026-01-01", "to": "2026-12-31"},
"members": null, "history": null, "evidence": null})";
    const reading::dossier_ptr bare = reading::good_dossier(small_rubric(), lists);
    BOOST_TEST(!bare->evidence_given);
    for (const auto each : {bontot::rubric::members, bontot::rubric::history})
        BOOST_TEST(bare->slots[bare->sheet->reserved_slot(each)].is_unknown());
    // An absent field and null are the same (design 4.3), in records too.
    const char* const records[][2] = {
        {"history", R"({"from": "2025-01-01", "to": "2025-12-31", "points": null, "grade": null})"},
        {"evidence",
         R"({"id": "e", "supports": [], "issued": null, "submitted": null, "kind": null})"},
        {"marks", R"("1.2": {"committee": {"points": null}})"},
    };
    for (const auto& each : records) {
        const bontot::error_list errors =
            reading::dossier_errors(small_rubric(), dossier_text({{each[0], each[1]}}));
        BOOST_TEST(reading::show(errors) == "");
    }
}

BOOST_AUTO_TEST_CASE(numbers_are_exact)
{
    struct
    {
        const char* written;
        const char* expected;
    } test_cases[] = {
        {"\"16.00\"", "16"},
        {"90.00", "90"},
        {"1e400", "1E+400"},
        {"-1e400", "-1E+400"},
        {"0.1", "0.1"},
        {"12345678901234567890.5", "12345678901234567890.5"},
        {"\"12345678901234567890.5\"", "12345678901234567890.5"},
        {"9223372036854775808", "9223372036854775808"},
        {"16.000", "16"},
        {"\"16.0000\"", "16"},
        {"\"1.6e4\"", "16000"},
        {"\"0.125e0\"", "0.125"},
        {"1e-400", "1E-400"},
        {"-0.0", "0"},
    };
    const reading::rubric_ptr sheet = reading::good_rubric(reading::rubric_text(
        {{"facts", ",\n{\"id\": \"x\", \"type\": \"number\"}"}, {"consistency", ""}}
    ));
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.written)
        {
            const reading::dossier_ptr given = reading::good_dossier(
                sheet, dossier_text({{"facts", "\"x\": " + std::string(tc.written)}})
            );
            bontot::number expected;
            const bool is_read =
                bontot::number::parse(tc.expected, expected) == bontot::number_status::ok;
            BOOST_TEST_REQUIRE(is_read);
            BOOST_TEST((given->slots[sheet->find_fact("x")].as_number() == expected));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_ambiguous_number_shows_both_readings)
{
    const bontot::error_list errors = one_error({{"facts", R"("a.m": "16.000")"}});
    for (const auto in : {bontot::language::vi, bontot::language::en}) {
        const std::string words = reading::sentence(errors[0], in);
        BOOST_TEST(words.find("\"16.000\"") != std::string::npos);
        BOOST_TEST(words.find("16000") != std::string::npos);
        BOOST_TEST(words.find(" 16 ") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(periods)
{
    struct
    {
        const char* name;
        const char* period;
        const char* from;
        const char* to;
        bool is_good;
    } test_cases[] = {
        {"a year", "year", "2026-01-01", "2026-12-31", true},
        {"a leap year", "year", "2024-01-01", "2024-12-31", true},
        {"a year from March", "year", "2025-03-01", "2026-02-28", true},
        {"a leap year from March", "year", "2023-03-01", "2024-02-29", true},
        {"a year from March, a day short", "year", "2023-03-01", "2024-02-28", false},
        {"a quarter", "quarter", "2026-04-01", "2026-06-30", true},
        {"a quarter over the year's end", "quarter", "2025-12-01", "2026-02-28", true},
        {"half a year", "half_year", "2026-07-01", "2026-12-31", true},
        {"a month", "month", "2026-02-01", "2026-02-28", true},
        {"a month from its 15th", "month", "2026-01-15", "2026-02-14", true},
        {"a month for a quarter", "quarter", "2026-02-01", "2026-02-28", false},
        {"one day", "month", "2026-02-01", "2026-02-01", false},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const reading::rubric_ptr sheet = reading::good_rubric(reading::rubric_text(
                {{"head",
                  R"("roles": ["committee"], "period": ")" + std::string(tc.period) + "\","}}
            ));
            const std::string period = R"("period": {"from": ")" + std::string(tc.from) +
                                       R"(", "to": ")" + std::string(tc.to) + "\"},";
            const bontot::error_list errors =
                reading::dossier_errors(sheet, dossier_text({{"period", period}}));
            BOOST_TEST(errors.empty() == tc.is_good);
            bontot::dossier built(sheet);
            const auto from = bontot::parse_date(tc.from);
            const auto to = bontot::parse_date(tc.to);
            BOOST_TEST(set_period(built, *from, *to).empty() == tc.is_good);
            BOOST_TEST(built.from.has_value() == tc.is_good);
        }
    }
}

BOOST_AUTO_TEST_CASE(another_rubric_can_be_allowed)
{
    bontot::dossier_options options;
    options.allow_other_rubric = true;
    for (const char* const rubric :
         {R"("rubric": {"id": "big", "version": "9"},)",
          R"("rubric": {"id": "small", "version": "1.0.1"},)"}) {
        BOOST_TEST(
            !reading::dossier_errors(small_rubric(), dossier_text({{"rubric", rubric}})).empty()
        );
        const bontot::error_list errors =
            reading::dossier_errors(small_rubric(), dossier_text({{"rubric", rubric}}), options);
        BOOST_TEST(reading::show(errors) == "");
    }
    BOOST_TEST(
        reading::show(reading::dossier_errors(small_rubric(), dossier_text({{"rubric", ""}}))) == ""
    );
}

BOOST_AUTO_TEST_CASE(a_broken_rule_is_said_in_both_languages)
{
    const bontot::error_list errors = one_error({{"facts", "\"a.n\": 2,\n\"a.m\": 3"}});
    const std::string vi = reading::sentence(errors[0], bontot::language::vi);
    const std::string en = reading::sentence(errors[0], bontot::language::en);
    BOOST_TEST(vi.find("Qua nhieu.") != std::string::npos);
    BOOST_TEST(vi.find("Too many.") == std::string::npos);
    BOOST_TEST(en.find("Too many.") != std::string::npos);
    BOOST_TEST(en.find("Qua nhieu.") == std::string::npos);
    BOOST_TEST(en.find("c1") != std::string::npos);
    // A rule that waits for a fact is passed over.
    reading::good_dossier(small_rubric(), dossier_text({{"facts", "\"a.m\": 3"}}));
}

BOOST_AUTO_TEST_CASE(nobodys_words_are_shown)
{
    struct
    {
        const char* name;
        reading::parts given;
        const char* secret;
    } test_cases[] = {
        {"a text where a number belongs", {{"facts", R"("a.n": "Secret")"}}, "Secret"},
        {"a text where a truth belongs", {{"facts", R"("a.b": "Secret")"}}, "Secret"},
        {"a text where a date belongs", {{"facts", R"("a.d": "Secret")"}}, "Secret"},
        {"a long number where a text belongs", {{"facts", R"("a.t": 4711)"}}, "4711"},
        {"a member's remark", {{"members", R"({"id": "x", "remark": 4711})"}}, "4711"},
        {"a member's age", {{"members", R"({"id": "x", "age": 4711})"}}, "4711"},
        {"a member's age with a fraction", {{"members", R"({"id": "x", "age": 47.11})"}}, "47.11"},
        {"a member's ambiguous age", {{"members", R"({"id": "x", "age": "47.110"})"}}, "47"},
        {"a member's rank", {{"members", R"({"id": "x", "rank": "Secret"})"}}, "Secret"},
        {"a member's truth", {{"members", R"({"id": "x", "disciplined": "Secret"})"}}, "Secret"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            BOOST_TEST(!tells(one_error(tc.given), tc.secret));
        }
    }
    // Numbers, dates and choices of the unit are shown.
    BOOST_TEST(tells(one_error({{"facts", R"("a.n": 4711)"}}), "4711"));
    BOOST_TEST(tells(one_error({{"facts", R"("a.d": "2026-02-30")"}}), "2026-02-30"));
    BOOST_TEST(tells(one_error({{"facts", R"("a.c": "middle")"}}), "middle"));
}

BOOST_AUTO_TEST_CASE(long_texts_are_cut_between_letters)
{
    // Three bytes a letter, with one byte before: 60 bytes end within a letter.
    for (const char* const before : {"", "x", "xx"}) {
        std::string letters = before;
        for (int i = 0; i < 500; ++i)
            letters += "\u1ed1";
        reading::dossier_errors(
            small_rubric(), dossier_text({{"facts", "\"a.c\": \"" + letters + "\""}})
        );
        reading::dossier_errors(
            small_rubric(), dossier_text({{"facts", "\"" + letters + "\": 1"}})
        );
        reading::dossier_errors(
            small_rubric(),
            dossier_text({{"unit", "\"unit\": {\"id\": \"U\", \"kind\": \"" + letters + "\"},"}})
        );
    }
    for (const char* const unit : {"U", "\u0110\u1ed1"}) {
        BOOST_TEST(
            reading::show(reading::dossier_errors(
                small_rubric(),
                dossier_text({{"unit", "\"unit\": {\"id\": \"" + std::string(unit) + "\"},"}})
            )) == ""
        );
    }
}

BOOST_AUTO_TEST_CASE(hostile_words_do_not_speak)
{
    // Line breaks, terminal sequences, and what the library marks its own arguments with.
    for (const char* const key :
         {R"(q\nq)", R"(\u001b[31m)", R"(\u0000)", R"(\u0001kind_null)", R"(\u0001zz)",
          R"(\u0002a\u0002b)", R"(\u007f)", R"({0})"}) {
        BOOST_TEST_CONTEXT(key)
        {
            const std::string member = "\"" + std::string(key) + "\": 1";
            const bontot::error_list errors =
                reading::dossier_errors(small_rubric(), dossier_text({{"facts", member}}));
            BOOST_TEST_REQUIRE(errors.size() == 1U);
            BOOST_TEST((errors[0].code == message::dossier_unknown_fact));
            for (const auto in : {bontot::language::vi, bontot::language::en})
                BOOST_TEST(reading::is_one_line(reading::sentence(errors[0], in)));
        }
    }
    BOOST_TEST(!tells(
        reading::dossier_errors(
            small_rubric(), dossier_text({{"facts", R"("\u0001kind_object": 1)"}})
        ),
        message_text(message::kind_object, bontot::language::en)
    ));
}

BOOST_AUTO_TEST_CASE(texts_are_composed)
{
    const std::string word = "\u0110\u1ed1";         // composed
    const std::string apart = "\u0110o\u0302\u0301"; // marks apart
    const std::string eth = "\u00d0o\u0301\u0302";   // U+00D0, marks in the other order
    const reading::rubric_ptr sheet = reading::good_rubric(reading::rubric_text(
        {{"head",
          "\"applies_to\": {\"unit_kinds\": [\"" + eth + "\"]}, \"roles\": [\"" + apart + "\"],"},
         {"facts", ",\n{\"id\": \"x\", \"type\": \"choice\", \"choices\": [\"" + apart +
                       "\"]},\n{\"id\": \"y\", \"of\": \"member\", \"type\": \"choice\", "
                       "\"choices\": [\"" +
                       word + "\"]}"},
         {"indicators", ",\n{\"id\": \"1.3\", \"max\": 1, \"score\": {\"condition\": \"a.t = \\\"" +
                            eth + "\\\"\"}}"}}
    ));
    for (const std::string& each : {word, apart, eth}) {
        BOOST_TEST_CONTEXT(each)
        {
            const reading::dossier_ptr given = reading::good_dossier(
                sheet, dossier_text(
                           {{"unit", R"("unit": {"id": "U"},)"},
                            {"facts", "\"x\": \"" + each + "\", \"a.t\": \"" + each + "\""},
                            {"marks", ""},
                            {"members", "{\"id\": \"m\", \"y\": \"" + each + "\"}"}}
                       )
            );
            BOOST_TEST(given->slots[sheet->find_fact("x")].as_text() == word);
            bontot::result out;
            evaluate(*given, out);
            BOOST_TEST((out.nodes[sheet->find_node("1.3")].state == bontot::node_state::met));
            const bontot::error_list kind = reading::dossier_errors(
                sheet, dossier_text(
                           {{"unit", "\"unit\": {\"id\": \"U\", \"kind\": \"" + each + "\"},"},
                            {"marks", ""}}
                       )
            );
            BOOST_TEST(reading::show(kind) == "");
            const bontot::error_list role = reading::dossier_errors(
                sheet, dossier_text(
                           {{"unit", R"("unit": {"id": "U"},)"},
                            {"marks", "\"1.2\": {\"" + each + "\": 1}"}}
                       )
            );
            BOOST_TEST(reading::show(role) == "");
        }
    }
}

BOOST_AUTO_TEST_CASE(unit_ids_have_100_characters_at_most)
{
    std::string letters;
    for (int i = 0; i < 100; ++i)
        letters += "\u1ed1";
    const auto unit = [](const std::string& id) {
        return dossier_text({{"unit", "\"unit\": {\"id\": \"" + id + "\"},"}});
    };
    BOOST_TEST(
        reading::show(reading::dossier_errors(small_rubric(), unit(std::string(100, 'i')))) == ""
    );
    BOOST_TEST(reading::show(reading::dossier_errors(small_rubric(), unit(letters))) == "");
    BOOST_TEST(!reading::dossier_errors(small_rubric(), unit(letters + "x")).empty());
    BOOST_TEST(!reading::dossier_errors(small_rubric(), unit(std::string(101, 'i'))).empty());
}

BOOST_AUTO_TEST_CASE(that_there_are_more_errors_stands_last)
{
    std::string supports;
    for (int i = 0; i < 1100; ++i)
        supports += (i == 0 ? "\"zz" : ", \"zz") + std::to_string(i) + "\"";
    const std::string text = R"({"format": "bontot-dossier/1", "unit": {"id": "U"},
"period": {"from": "2026-01-01", "to": "2026-12-31"},
"evidence": [{"id": "e", "supports": [)" +
                             supports + R"(]}],
"facts": {"weather": 1, "climate": 2}})";
    const bontot::error_list errors = reading::dossier_errors(small_rubric(), text);
    BOOST_TEST(errors.size() == 1001U);
    BOOST_TEST((errors.back().code == message::reading_more_errors));
}

BOOST_AUTO_TEST_CASE(built_field_by_field)
{
    using bontot::feel::value;
    bontot::dossier built(small_rubric());
    bontot::number amount;
    BOOST_TEST((bontot::number::parse("101", amount) == bontot::number_status::ok));
    struct
    {
        const char* name;
        std::uint32_t slot;
        value given;
        const char* code; // empty: it fits
    } test_cases[] = {
        {"a number", 0, value::number(bontot::number(7)), ""},
        {"a number out of range", 0, value::number(amount), "dossier_out_of_range"},
        {"a truth", 3, value::boolean(true), ""},
        {"a truth for a number", 0, value::boolean(true), "dossier_slot_type"},
        {"a choice", 4, value::text("low"), ""},
        {"no choice", 4, value::text("middle"), "dossier_unknown_choice"},
        {"a text", 2, value::text("words"), ""},
        {"a date", 1, value::date(*bontot::make_date(2026, 2, 28)), ""},
        {"a text for a date", 1, value::text("2026-02-28"), "dossier_slot_type"},
        {"no slot", 8, value::boolean(true), "dossier_no_slot"},
        {"null", 0, value::null(), "dossier_slot_type"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const value before =
                tc.slot < 8 ? built.slots[tc.slot] : value(); // stays when it does not fit
            const bontot::error_list errors = set_fact(built, tc.slot, tc.given);
            const std::string code =
                errors.empty() ? "" : std::string(message_code(errors[0].code));
            BOOST_TEST(code == tc.code);
            if (!errors.empty() && tc.slot < 8) {
                BOOST_TEST((built.slots[tc.slot].kind() == before.kind()));
                // There is no text, so there is no line in it (bontot.h).
                BOOST_TEST(errors[0].line == 0U);
            }
        }
    }
    BOOST_TEST(set_fact(built, 0, value::unknown()).empty());
    BOOST_TEST(built.slots[0].is_unknown());
    BOOST_TEST(set_fact(built, 0, value::number(bontot::number(2))).empty());
    BOOST_TEST(set_fact(built, 5, value::number(bontot::number(3))).empty());
    const bontot::error_list errors = check_dossier(built);
    BOOST_TEST_REQUIRE(errors.size() == 1U);
    BOOST_TEST((errors[0].code == message::dossier_inconsistent));
}

BOOST_AUTO_TEST_CASE(cut_anywhere_it_is_an_error)
{
    const std::string text = dossier_text();
    std::string wrong;
    for (std::size_t size = 0; size < text.size(); ++size) {
        const bontot::error_list errors =
            reading::dossier_errors(small_rubric(), std::string_view(text).substr(0, size));
        BOOST_TEST_REQUIRE(!errors.empty());
        BOOST_TEST(errors.back().offset == size);
        if (errors.size() == 1) continue;
        wrong += std::to_string(size) + ": " + reading::show(errors);
    }
    BOOST_TEST(wrong == "");
}

BOOST_AUTO_TEST_CASE(any_byte_changed_ends_well)
{
    const std::string text = dossier_text();
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char byte : {'\0', '"', '9', '}', ',', '\xC3', '\x80', '\xFF', '\\'}) {
            std::string changed = text;
            changed[at] = byte;
            reading::dossier_errors(small_rubric(), changed);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace dossier_unit
