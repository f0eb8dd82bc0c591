// SPDX-License-Identifier: BSL-1.0
// Builds dossiers piece by piece from JSON that Boost.JSON read, and compares with what the library
// reads from the same JSON: the results byte for byte, or the errors. Prints what is wrong, and
// nothing else; returns the number of failures.
#include "feeder.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

std::string text_out(const text_handle& text)
{
    std::size_t length = 0;
    const char* const data = bontot_text_data(text.get(), &length);
    return data == nullptr ? std::string() : std::string(data, length);
}

/** What comes of a dossier: its result as JSON and its path to the next grade, or errors. */
std::string outcome_of(const bontot_dossier* dossier)
{
    result_handle result;
    error_handle error;
    text_handle text;
    CHECK(bontot_result_new(made(result), nullptr, nullptr) == BONTOT_OK);
    if (bontot_evaluate(result.get(), dossier, made(error)) != BONTOT_OK) {
        faults found;
        collect(found, error.get());
        return codes(found);
    }
    CHECK(
        bontot_result_write(made(text), result.get(), BONTOT_JSON, nullptr, nullptr) == BONTOT_OK
    );
    std::string out = text_out(text);
    path_handle path;
    const bontot_status status =
        bontot_path_to(made(path), dossier, nullptr, 0, nullptr, 0, nullptr, nullptr);
    CHECK(status == BONTOT_OK);
    CHECK(bontot_path_write(made(text), path.get(), BONTOT_JSON, nullptr, nullptr) == BONTOT_OK);
    return out + text_out(text);
}

rubric_handle rubric_of(std::string_view text)
{
    rubric_handle out;
    error_handle error;
    bontot_rubric_load(made(out), text.data(), text.size(), nullptr, made(error));
    for (std::size_t i = 0; i < bontot_error_count(error.get()); ++i) {
        std::fprintf(
            stderr, "%s: %s\n", bontot_error_pointer(error.get(), i),
            bontot_error_message(error.get(), i, BONTOT_EN)
        );
    }
    CHECK(out != nullptr);
    return out;
}

int compared = 0;

/** Compares a dossier that was read with one that was built; `into` was used before. */
void compare(
    const bontot_rubric* rubric, const std::string& text, bontot_dossier* into,
    const std::string& name
)
{
    dossier_handle read;
    error_handle error;
    const bontot_status status =
        bontot_dossier_load(made(read), rubric, text.data(), text.size(), nullptr, made(error));
    CHECK(bontot_dossier_reset(into, nullptr) == BONTOT_OK);
    feeder pieces(rubric, into);
    pieces.feed(json::parse(text).as_object());
    faults found;
    collect(found, error.get());
    bool is_same = found == pieces.found();
    // A fault that has to do with several parts shows when the dossier is evaluated.
    if (status != BONTOT_OK && pieces.found().empty()) is_same = codes(found) == outcome_of(into);
    if (status == BONTOT_OK) is_same = is_same && outcome_of(read.get()) == outcome_of(into);
    ++compared;
    if (is_same) return;
    ++failures;
    std::fprintf(
        stderr, "%s: read:%s\n%s: built:%s\n%s\n", name.c_str(), shown(found).c_str(), name.c_str(),
        shown(pieces.found()).c_str(), outcome_of(into).c_str()
    );
}

std::string file_text(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    CHECK(file.good());
    return std::string(std::istreambuf_iterator<char>(file), {});
}

dossier_handle empty_dossier(const bontot_rubric* rubric, const bontot_options* options = nullptr)
{
    dossier_handle out;
    CHECK(bontot_dossier_new(made(out), rubric, options, nullptr) == BONTOT_OK);
    return out;
}

/** The examples of the built-in rubrics, and the dossiers of the tests. */
void compare_files(const std::filesystem::path& data)
{
    for (std::size_t i = 0; i < bontot_builtin_count(); ++i) {
        const std::string id = bontot_builtin_id(i);
        rubric_handle rubric;
        CHECK(bontot_rubric_builtin(made(rubric), id.c_str(), nullptr, nullptr) == BONTOT_OK);
        const dossier_handle into = empty_dossier(rubric.get());
        const auto sources = data / ".." / ".." / "src" / "rubrics";
        const json::value sheet = json::parse(file_text(sources / (id + ".json")));
        if (const json::value* const examples = sheet.as_object().if_contains("examples")) {
            for (const json::value& each : examples->as_array())
                compare(rubric.get(), json::serialize(each.at("dossier")), into.get(), id);
        }
        for (const auto& entry : std::filesystem::directory_iterator(data / "dossiers")) {
            const std::string name = entry.path().filename().string();
            if (entry.path().extension() != ".json" || name.find("errors") != name.npos) continue;
            const std::string text = file_text(entry.path());
            if (json::parse(text).at("rubric").at("id").as_string() == id)
                compare(rubric.get(), text, into.get(), name);
        }
    }
    const int all = 22; // 17 examples and 5 dossiers
    CHECK(compared == all);
}

constexpr std::string_view everything = R"json({
"format": "bontot-rubric/1", "id": "all", "version": "1", "label": {"en": "All"},
"applies_to": {"unit_kinds": ["cell", "board"]}, "period": "year",
"roles": ["self", {"id": "final", "overrides": true}],
"facts": [
 {"id": "n", "type": "number", "min": 0, "max": 100},
 {"id": "whole", "type": "number", "integer": true},
 {"id": "b", "type": "boolean"}, {"id": "t", "type": "text"}, {"id": "d", "type": "date"},
 {"id": "c", "type": "choice", "choices": ["x", "y"]},
 {"id": "avg", "type": "number", "given_by": "committee"},
 {"id": "months", "type": "number", "min": 0, "max": 3, "from_results": {"rubrics": ["m-*"],
  "value": "count(results[grade = \"tot\"])"}},
 {"id": "score", "of": "member", "type": "number", "min": 0, "max": 10},
 {"id": "ok", "of": "member", "type": "boolean"}, {"id": "post", "of": "member", "type": "text"},
 {"id": "joined", "of": "member", "type": "date"},
 {"id": "rank", "of": "member", "type": "choice", "choices": ["a", "b"]},
 {"id": "rated", "of": "member", "type": "number", "from_results": {"rubrics": ["person"],
  "value": "count(results)"}}],
"consistency": [{"id": "k", "assert": "n <= 90", "message": {"en": "too many"}}],
"criteria": [{"id": "1", "max": 60, "good": {"min_points": 10}, "indicators": [
 {"id": "1.1", "max": 10, "score": {"formula": "n / 10"}},
 {"id": "1.2", "max": 10, "score": {"condition":
  "b and t = \"x\" and d >= date(\"2026-01-01\") and c = \"x\" and whole > 0"}},
 {"id": "1.3", "max": 10, "score": {"formula": "months"}},
 {"id": "1.4", "max": 10, "score": {"condition":
  "every m in members satisfies m.ok and m.rated >= 1 and m.score > 2 and m.rank = \"a\""}},
 {"id": "1.5", "max": 10, "score": {"condition":
  "streak(for y in history return y.grade = \"good\") >= 2 and sum(history.points) > 100"}},
 {"id": "1.6", "max": 5, "score": {"condition":
  "count(evidence[kind = \"report\" and status = \"verified\" and issuer = \"us\"]) > 0"},
  "evidence": {"kinds": ["report"], "at_least": 1, "within": "period"}},
 {"id": "1.7", "max": 5, "score": {"condition": "unit.kind = \"cell\" and unit.group = \"G\""}}]},
 {"id": "2", "max": 40, "indicators": [
 {"id": "2.1", "max": 20, "score": {"mark": {"step": "0.5", "comment": "below_max"}}},
 {"id": "2.2", "max": 20, "score": {"formula": "avg"}}]}],
"gates": [{"id": "g", "when": "not(b)", "effect": {"grade_at_most": "rest"}},
 {"id": "h", "when": "n < 5", "effect": {"void": "1.1"}}],
"grades": [{"id": "good", "min_total": 50}, {"id": "rest"}],
"checks": [{"id": "c1", "assert": "whole > 3", "severity": "warning"}]})json";

constexpr std::string_view whole = R"json({
"format": "bontot-dossier/1", "rubric": {"id": "all", "version": "1"},
"unit": {"id": "U/~1", "name": "Name", "kind": "cell", "group": "G", "parent": "P"},
"period": {"from": "2026-01-01", "to": "2026-12-31"},
"facts": {"n": 80.5, "whole": 4, "b": false, "t": "x", "d": "2026-02-03", "c": "x", "avg": 7.25},
"marks": {"2.1": {"self": {"points": 19.5, "comment": "nearly", "by": "A", "date": "2027-01-02"},
 "final": {"points": 20, "reason": "all"}}, "1.1": {"final": {"points": 9, "reason": "seen"}}},
"members": [{"id": "A", "score": 3.5, "ok": true, "post": "p", "joined": "2020-01-01", "rank": "a"},
 {"id": "B", "score": "4", "ok": true, "rank": "a", "post": null}],
"history": [{"from": "2025-01-01", "to": "2025-12-31", "rubric": "all", "grade": "good", "points": 60},
 {"from": "2024-01-01", "to": "2024-12-31", "grade": "good", "points": 55.5},
 {"from": "2023-01-01", "to": "2023-12-31", "grade": "rest"}],
"results": [{"unit": "m2", "rubric": "m-1", "from": "2026-02-01", "to": "2026-02-28", "grade": "tot"},
 {"unit": "m1", "rubric": "m-1", "from": "2026-01-01", "to": "2026-01-31", "grade": "tot", "points": 9},
 {"unit": "A", "rubric": "person"}, {"unit": "B", "rubric": "person", "grade": "good"}],
"exceptions": [{"gate": "g", "reason": "flood", "authority": "board", "date": "2027-01-01"}],
"evidence": [{"id": "E1", "supports": ["1.6", "2"], "kind": "report", "number": "12 - BC/CB",
 "issuer": "us", "issued": "2026-12-05", "submitted": "2026-12-20", "title": "T", "uri": "u",
 "sha256": "s", "status": "verified"}, {"id": "E2", "supports": [], "kind": "minutes"}]})json";

/** Replaces a part of the dossier that says everything. */
std::string with(std::string_view part, std::string_view other)
{
    std::string out(whole);
    const std::size_t at = out.find(part);
    CHECK(at != out.npos);
    return out.replace(at, part.size(), other);
}

struct change
{
    const char* part;
    const char* other;
};

constexpr change changes[] = {
    {"\"id\": \"E1\"", "\"id\": \"E1\""}, // none
    // Right ones.
    {"\"facts\": {", "\"facts\": {\"months\": null, "},
    {"\"status\": \"verified\"", "\"status\": \"rejected\""},
    {"\"status\": \"verified\"", "\"status\": null"},
    {"\"issuer\": \"us\"", "\"issuer\": \"them\""},
    {"{\"id\": \"B\", \"score\": \"4\", \"ok\": true", "{\"id\": \"\", \"score\": 4, \"ok\": null"},
    {"\"unit\": \"B\", \"rubric\": \"person\"", "\"unit\": \"B\", \"rubric\": \"m-7\""},
    {"\"b\": false", "\"b\": true"},
    {"\"b\": false", "\"b\": null"},
    {"\"history\": [", "\"history\": null, \"guide\": ["},
    {"\"supports\": []", "\"supports\": [\"1\"]"},
    // A unit or a period that is wrong.
    {"\"id\": \"U/~1\"", "\"id\": \"\""},
    {"\"kind\": \"cell\"", "\"kind\": \"army\""},
    {"\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"",
     "\"from\": \"2026-01-01\", \"to\": \"2025-12-31\""},
    {"\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"",
     "\"from\": \"2026-01-01\", \"to\": \"2026-12-30\""},
    {"\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"",
     "\"from\": \"2026-01-32\", \"to\": \"soon\""},
    // Facts.
    {"\"n\": 80.5", "\"n\": 100.5"},
    {"\"whole\": 4", "\"whole\": 4.5"},
    {"\"c\": \"x\"", "\"c\": \"z\""},
    {"\"n\": 80.5", "\"n\": 90.5"},
    {"\"facts\": {", "\"facts\": {\"months\": 1, "},
    // Marks.
    {"\"points\": 19.5", "\"points\": 20.5"},
    {"\"points\": 19.5", "\"points\": 19.25"},
    {"\"comment\": \"nearly\", ", ""},
    {"\"reason\": \"all\"", "\"comment\": \"all\""},
    {"\"1.1\": {\"final\"", "\"1.1\": {\"self\""},
    {"\"1.1\": {\"final\"", "\"1\": {\"final\""},
    {"\"date\": \"2027-01-02\"", "\"date\": \"2027-02-30\""},
    // Members.
    {"\"id\": \"B\"", "\"id\": \"A\""},
    {"\"score\": 3.5", "\"score\": 11"},
    {"\"rank\": \"a\"", "\"rank\": \"c\""},
    {"\"rank\": \"a\"}", "\"rated\": 2}"},
    // The past.
    {"\"from\": \"2024-01-01\"", "\"from\": \"2024-01-00\""},
    {"\"unit\": \"m2\"", "\"unit\": \"\""},
    {"\"rubric\": \"person\"", "\"rubric\": \"\""},
    {"\"to\": \"2026-02-28\"", "\"to\": \"2026-02-29\""},
    // The derived fact is at most 3.
    {"\"results\": [", "\"results\": [{\"unit\": \"x\", \"rubric\": \"m-2\", \"grade\": \"tot\"},"
                       "{\"unit\": \"y\", \"rubric\": \"m-2\", \"grade\": \"tot\"},"},
    // Exceptions and documents.
    {"\"reason\": \"flood\"", "\"reason\": \"\""},
    {"\"authority\": \"board\", \"date\": \"2027-01-01\"", "\"authority\": \"\", \"date\": \"1\""},
    {"\"id\": \"E2\"", "\"id\": \"E1\""},
    {"\"issued\": \"2026-12-05\"", "\"issued\": \"2026-13-05\""},
    {"\"submitted\": \"2026-12-20\"", "\"submitted\": \"20/12/2026\""},
    {"\"status\": \"verified\"", "\"status\": \"lost\""},
};

/** Values that the rubric refuses. */
void refuse_values(const bontot_rubric* rubric, bontot_dossier* into)
{
    const bontot_number many{101, 0};
    const bontot_number odd{3, 1};
    const std::size_t line = bontot_rubric_node_find(rubric, "2.1", 3);
    const auto refused = [](bontot_status status) { CHECK(status == BONTOT_BAD_INPUT); };
    refused(bontot_dossier_set_number(into, 0, many, nullptr));
    refused(bontot_dossier_set_unit(into, "", 0, "x", 1, nullptr));
    refused(bontot_dossier_set_period(into, "2026-01-01", 10, "", 0, nullptr));
    refused(bontot_dossier_set_mark(into, line, 0, odd, "x", 1, "", 0, "", 0, "", 0, nullptr));
    refused(bontot_dossier_add_member(nullptr, into, "A", 1, nullptr));
    refused(bontot_dossier_add_member(nullptr, into, "\xFF", 1, nullptr));
    refused(bontot_dossier_set_member_number(into, 0, 0, many, nullptr));
    refused(bontot_dossier_add_evidence(nullptr, into, "E1", 2, nullptr));
    refused(bontot_dossier_set_evidence(into, 0, BONTOT_EVIDENCE_STATUS, "x", 1, nullptr));
    refused(bontot_dossier_add_exception(into, 1, "", 0, "x", 1, "", 0, nullptr));
    refused(bontot_dossier_add_history(into, "x", 1, "x", 1, "", 0, "", 0, nullptr, nullptr));
    refused(bontot_dossier_add_result(into, "", 0, "m-1", 3, "", 0, "", 0, "", 0, nullptr, nullptr)
    );
}

/** Numbers of what is not there. */
void refuse_indices(const bontot_rubric* rubric, bontot_dossier* into)
{
    const bontot_number odd{3, 1};
    const std::size_t line = bontot_rubric_node_find(rubric, "2.1", 3);
    const auto refused = [](bontot_status status) { CHECK(status == BONTOT_NOT_FOUND); };
    refused(bontot_dossier_set_mark(into, 99, 0, odd, "", 0, "", 0, "", 0, "", 0, nullptr));
    refused(bontot_dossier_set_mark(into, line, 2, odd, "", 0, "", 0, "", 0, "", 0, nullptr));
    refused(bontot_dossier_set_member_boolean(into, 2, 1, 1, nullptr));
    refused(bontot_dossier_set_member_boolean(into, 0, 6, 1, nullptr));
    refused(bontot_dossier_add_support(into, 2, 0, nullptr));
    refused(bontot_dossier_add_support(into, 0, 99, nullptr));
    refused(bontot_dossier_add_exception(into, 2, "x", 1, "x", 1, "", 0, nullptr));
}

/** What no host should pass. */
void refuse_misuse(bontot_dossier* into)
{
    const auto refused = [](bontot_status status) { CHECK(status == BONTOT_MISUSE); };
    refused(bontot_dossier_set_evidence(into, 0, 9, "x", 1, nullptr));
    refused(bontot_dossier_set_unit_field(into, 3, "x", 1, nullptr));
    refused(bontot_dossier_give(into, 7, nullptr));
    refused(bontot_dossier_remove(into, -1, nullptr));
    refused(bontot_dossier_add_member(nullptr, into, nullptr, 1, nullptr));
    refused(bontot_dossier_add_result_of(into, nullptr, nullptr));
    refused(bontot_dossier_give(nullptr, BONTOT_PART_MEMBERS, nullptr));
    refused(bontot_dossier_reset(nullptr, nullptr));
}

/** What is refused leaves the dossier as it was. */
void test_refused(const bontot_rubric* rubric)
{
    const dossier_handle into = empty_dossier(rubric);
    feeder pieces(rubric, into.get());
    pieces.feed(json::parse(whole).as_object());
    CHECK(pieces.found().empty());
    const std::string before = outcome_of(into.get());
    refuse_values(rubric, into.get());
    refuse_indices(rubric, into.get());
    refuse_misuse(into.get());
    CHECK(before == outcome_of(into.get()));
}

/** What is removed is as if it had never been given; what is given again counts. */
void test_removed(const bontot_rubric* rubric)
{
    const json::object all = json::parse(whole).as_object();
    constexpr std::string_view parts[] = {"facts",   "marks",   "members",   "evidence",
                                          "history", "results", "exceptions"};
    for (bontot_part part = BONTOT_PART_FACTS; part <= BONTOT_PART_EXCEPTIONS; ++part) {
        json::object less = all;
        less.erase(parts[part]);
        const dossier_handle into = empty_dossier(rubric);
        const dossier_handle without = empty_dossier(rubric);
        feeder(rubric, into.get()).feed(all);
        feeder(rubric, without.get()).feed(less);
        const std::string before = outcome_of(into.get());
        CHECK(bontot_dossier_remove(into.get(), part, nullptr) == BONTOT_OK);
        CHECK(outcome_of(into.get()) == outcome_of(without.get()));
        json::object again = all;
        for (const std::string_view each : parts) {
            if (each != parts[part]) again.erase(each);
        }
        feeder(rubric, into.get()).feed(again);
        CHECK(outcome_of(into.get()) == before);
    }
}

/** A dossier that was read is changed by the same calls as one that was built. */
void test_changed_after_reading(const bontot_rubric* rubric)
{
    dossier_handle read;
    CHECK(
        bontot_dossier_load(made(read), rubric, whole.data(), whole.size(), nullptr, nullptr) ==
        BONTOT_OK
    );
    const dossier_handle built = empty_dossier(rubric);
    feeder(rubric, built.get()).feed(json::parse(whole).as_object());
    for (bontot_dossier* each : {read.get(), built.get()}) {
        CHECK(
            bontot_dossier_add_result(
                each, "m3", 2, "m-1", 3, "", 0, "", 0, "tot", 3, nullptr, nullptr
            ) == BONTOT_OK
        );
        CHECK(bontot_dossier_add_member(nullptr, each, "C", 1, nullptr) == BONTOT_OK);
        CHECK(bontot_dossier_set_member_boolean(each, 2, 1, 0, nullptr) == BONTOT_OK);
        CHECK(
            bontot_dossier_set_evidence(each, 0, BONTOT_EVIDENCE_STATUS, "false", 5, nullptr) ==
            BONTOT_OK
        );
        CHECK(
            bontot_dossier_clear_mark(
                each, bontot_rubric_node_find(rubric, "1.1", 3), 1, nullptr
            ) == BONTOT_OK
        );
    }
    const std::string outcome = outcome_of(read.get());
    CHECK(outcome == outcome_of(built.get()));
    CHECK(outcome.find("\"months\":3") != outcome.npos); // derived anew
}

/** What a unit must not say itself, when the committee alone is believed. */
void test_trust(const bontot_rubric* rubric)
{
    options_handle options;
    CHECK(bontot_options_new(made(options)) == BONTOT_OK);
    CHECK(bontot_options_set_trust(options.get(), BONTOT_TRUST_COMMITTEE) == BONTOT_OK);
    dossier_handle read;
    error_handle error;
    CHECK(
        bontot_dossier_load(
            made(read), rubric, whole.data(), whole.size(), options.get(), made(error)
        ) == BONTOT_BAD_INPUT
    );
    const dossier_handle into = empty_dossier(rubric, options.get());
    feeder pieces(rubric, into.get());
    pieces.feed(json::parse(whole).as_object());
    faults found;
    collect(found, error.get());
    CHECK(found == pieces.found());
    CHECK(found.size() == 3); // the average, the exception, the status
}

/** A result in memory says what its JSON says. */
void test_result_of(const bontot_rubric* rubric)
{
    const dossier_handle first = empty_dossier(rubric);
    feeder(rubric, first.get()).feed(json::parse(whole).as_object());
    result_handle result;
    CHECK(bontot_result_new(made(result), nullptr, nullptr) == BONTOT_OK);
    const dossier_handle second = empty_dossier(rubric);
    CHECK(bontot_dossier_add_result_of(second.get(), result.get(), nullptr) == BONTOT_MISUSE);
    CHECK(bontot_evaluate(result.get(), first.get(), nullptr) == BONTOT_OK);
    text_handle text;
    CHECK(
        bontot_result_write(made(text), result.get(), BONTOT_JSON, nullptr, nullptr) == BONTOT_OK
    );
    json::object one = json::parse(whole).as_object();
    one["results"] = json::array{json::parse(text_out(text))};
    const std::string in_json = json::serialize(one);
    dossier_handle read;
    CHECK(
        bontot_dossier_load(made(read), rubric, in_json.data(), in_json.size(), nullptr, nullptr) ==
        BONTOT_OK
    );
    one.erase("results");
    feeder(rubric, second.get()).feed(one);
    CHECK(bontot_dossier_add_result_of(second.get(), result.get(), nullptr) == BONTOT_OK);
    CHECK(outcome_of(read.get()) == outcome_of(second.get()));
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2) return 100;
    compare_files(arguments[1]);
    const rubric_handle rubric = rubric_of(everything);
    if (rubric == nullptr) return 100;
    const dossier_handle into = empty_dossier(rubric.get());
    for (const change& each : changes)
        compare(rubric.get(), with(each.part, each.other), into.get(), each.other);
    test_refused(rubric.get());
    test_removed(rubric.get());
    test_changed_after_reading(rubric.get());
    test_trust(rubric.get());
    test_result_of(rubric.get());
    return failures < 100 ? failures : 99;
}
