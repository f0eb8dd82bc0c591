// SPDX-License-Identifier: BSL-1.0
// Lint as a whole: no kind without planted faults, witnesses that are so, claims that hold for
// many dossiers, places in the text, and bounded work.

#include "builtin_rubrics.hpp"
#include "support/lint_cases.hpp"
#include "support/sheets.hpp"

#include <map>

namespace lint_unit {

namespace {

using bontot::language;
using bontot::lint_finding;

lint_cases all_cases()
{
    lint_cases out;
    for (const lint_cases& some :
         {lint_maxima(), lint_what_a_line_can_give(), lint_what_a_penalty_can_take(),
          lint_totals_and_grades(), lint_grades_behind_others(), lint_gates_that_change_nothing(),
          lint_gates_and_checks(), lint_consistency_rules(), lint_conditions_of_lines(),
          lint_gaps(), lint_rows(), lint_choices(), lint_facts_and_labels(), lint_formulas()})
        out.insert(out.end(), some.begin(), some.end());
    return out;
}

/** Counts how many sheets have a fault of a kind planted. */
std::map<std::string, int> planted_faults()
{
    std::map<std::string, int> out;
    for (const lint_case& tc : all_cases()) {
        std::map<std::string, bool> in_sheet;
        const std::string found = tc.found;
        for (std::size_t at = 0; at < found.size();) {
            in_sheet[found.substr(at, found.find(' ', at) - at)] = true;
            const std::size_t comma = found.find(", ", at);
            at = comma == std::string::npos ? found.size() : comma + 2;
        }
        for (const auto& each : in_sheet)
            ++out[each.first];
    }
    return out;
}

/** Makes a dossier of a witness. */
std::string dossier_of(const bontot::lint_witness& witness)
{
    std::string facts;
    std::string more;
    for (const bontot::lint_fact& each : witness.facts) {
        const bool is_part = each.name == "members" || each.name == "history";
        if (each.name == "unit" || each.name == "period") continue;
        std::string& into = is_part ? more : facts;
        into += (is_part || into.empty() ? "" : ", ");
        if (is_part) into += ", ";
        into += "\"" + std::string(each.name) + "\": " + std::string(each.json);
    }
    return "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"A\"}, \"period\": {\"from\": "
           "\"2023-01-01\", \"to\": \"2023-12-31\"}, \"facts\": {" +
           facts + "}" + more + "}";
}

/** Numbers that are the same on every run. */
class dice
{
public:
    std::uint32_t below(std::uint32_t end)
    {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>(state_ >> 33U) % end;
    }

private:
    std::uint64_t state_ = 20231109;
};

std::string number_within(const bontot::fact_spec& fact, dice& thrown)
{
    const std::int64_t low = fact.min ? fact.min->to_int64().value_or(0) : -3;
    const std::int64_t high = fact.max ? fact.max->to_int64().value_or(low) : low + 30;
    const auto width = static_cast<std::uint32_t>(high - low + 1);
    const std::int64_t whole = low + thrown.below(width);
    const bool has_part = !fact.integer && whole < high && thrown.below(2) == 0;
    return std::to_string(whole) + (has_part ? "." + std::to_string(thrown.below(100)) : "");
}

std::string value_within(const bontot::fact_spec& fact, dice& thrown)
{
    switch (fact.type) {
    case bontot::fact_type::boolean:
        return thrown.below(2) == 0 ? "true" : "false";
    case bontot::fact_type::choice: {
        const auto which = thrown.below(static_cast<std::uint32_t>(fact.choices.size()));
        return "\"" + std::string(fact.choices[which]) + "\"";
    }
    case bontot::fact_type::date:
        return "\"2023-0" + std::to_string(1 + thrown.below(9)) + "-15\"";
    default:
        return number_within(fact, thrown);
    }
}

/** A complete dossier of a sheet: facts, members, and marks at the ends or between them. */
std::string any_dossier(const bontot::rubric& sheet, dice& thrown)
{
    std::string facts;
    for (const bontot::fact_spec& each : sheet.facts) {
        facts += (facts.empty() ? "\"" : ", \"") + std::string(each.id) +
                 "\": " + value_within(each, thrown);
    }
    std::string members;
    for (std::uint32_t n = thrown.below(4); n > 0; --n) {
        members += (members.empty() ? "{\"id\": \"" : ", {\"id\": \"") + std::to_string(n) + "\"";
        for (const bontot::fact_spec& each : sheet.member_facts)
            members += ", \"" + std::string(each.id) + "\": " + value_within(each, thrown);
        members += "}";
    }
    std::string marks;
    for (const bontot::rubric_node& each : sheet.nodes) {
        if (each.score.kind != bontot::score_kind::mark) continue;
        const bontot::number step = each.score.mark_step.value_or(bontot::number(1));
        const bontot::number end = each.max.is_zero() ? each.least : each.max;
        const std::string most = show(*round_to_multiple(end, step, bontot::rounding_mode::down));
        marks += (marks.empty() ? "\"" : ", \"") + std::string(each.id) +
                 "\": {\"committee\": " + (thrown.below(2) == 0 ? most : "0") + "}";
    }
    return "{\"format\": \"bontot-dossier/1\", \"unit\": {\"id\": \"A\"}, \"period\": {\"from\": "
           "\"2023-01-01\", \"to\": \"2023-12-31\"}, \"facts\": {" +
           facts + "}, \"members\": [" + members + "], \"marks\": {" + marks + "}}";
}

/** Says what of a result contradicts a finding; empty when nothing does. */
std::string contradiction(const bontot::result& got, const lint_finding& finding)
{
    const bontot::rubric& sheet = *got.sheet;
    const std::string_view code = lint_code(finding);
    const std::string_view pointer = finding.what.pointer;
    const auto index_in = [pointer](std::string_view list) {
        return static_cast<std::size_t>(std::atoi(pointer.data() + list.size() + 2));
    };
    const bool is_yes = code.ends_with("_always");
    if (pointer.starts_with("/gates/") && (is_yes || code == "gate_never")) {
        const bool fired = got.gates[index_in("gates")] == bontot::truth::yes;
        return fired == is_yes ? "" : "gate";
    }
    if (pointer.starts_with("/checks/") && (is_yes || code == "check_never")) {
        const bool passed = got.checks[index_in("checks")] == bontot::truth::yes;
        return passed == is_yes ? "" : "check";
    }
    const bool is_about_grade = pointer.starts_with("/grades/") && code.starts_with("grade_");
    if (is_about_grade && got.reachable.size() == 1) {
        return got.grade != index_in("grades") ? "" : "grade";
    }
    const bool is_about_line = code == "max_unreachable" && finding.node != bontot::none;
    if (is_about_line && got.nodes[finding.node].state != bontot::node_state::uncovered) {
        const bool is_full = got.nodes[finding.node].points == sheet.nodes[finding.node].max;
        return is_full ? "line" : "";
    }
    return "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_lint)

BOOST_AUTO_TEST_CASE(every_kind_has_two_planted_faults)
{
    const std::map<std::string, int> planted = planted_faults();
    std::size_t kinds = 0;
    for (const bontot::detail::message_texts& each : bontot::detail::message_table) {
        const std::string_view code = each.code;
        if (!code.starts_with("lint_")) continue;
        ++kinds;
        const auto found = planted.find(std::string(code.substr(5)));
        BOOST_TEST((found != planted.end() && found->second >= 2), code);
    }
    BOOST_TEST(kinds == planted.size());
}

/** A witness is a dossier that the rubric accepts and cannot score. */
BOOST_AUTO_TEST_CASE(witnesses_of_what_is_not_covered_are_so)
{
    int seen = 0;
    for (const lint_case& tc : all_cases()) {
        const auto sheet = read_sheet(lint_json(tc.fault));
        for (const lint_finding& each : bontot::lint(*sheet)) {
            const std::string_view code = lint_code(each);
            const bool is_gap =
                code == "step_gap" || code == "choice_gap" || code == "divisor_zero";
            if (!is_gap || each.node == bontot::none) continue;
            const auto dossier = bontot::read_dossier(sheet, dossier_of(each.witness));
            BOOST_TEST_REQUIRE(dossier.has_value(), tc.name << ": " << dossier_of(each.witness));
            bontot::result got;
            evaluate(**dossier, got);
            BOOST_TEST((got.nodes[each.node].state == bontot::node_state::uncovered), tc.name);
            ++seen;
        }
    }
    BOOST_TEST(seen >= 12);
}

/** No dossier contradicts what lint says, of the faulty sheets and of the sound ones. */
BOOST_AUTO_TEST_CASE(claims_hold_for_any_dossier)
{
    dice thrown;
    int scored = 0;
    for (const lint_case& tc : all_cases()) {
        const auto sheet = read_sheet(lint_json(tc.fault));
        const bontot::lint_findings findings = bontot::lint(*sheet);
        for (int i = 0; i < 60; ++i) {
            const std::string json = any_dossier(*sheet, thrown);
            const auto dossier = bontot::read_dossier(sheet, json);
            if (!dossier) continue; // it breaks a consistency rule
            bontot::result got;
            evaluate(**dossier, got);
            ++scored;
            for (const lint_finding& each : findings) {
                const std::string wrong = contradiction(got, each);
                BOOST_TEST(wrong == "", tc.name << ": " << lint_code(each) << " and " << json);
            }
        }
    }
    BOOST_TEST(scored > 3000);
}

BOOST_AUTO_TEST_CASE(sentences_and_witnesses)
{
    const lint_parts parts{
        .lines = "{@L, 'max': 10, 'score': {'steps': {'value': 'a / b', 'table': ["
                 "{'when': '> 0.5', 'points': 10}, {'when': '< 0.5', 'points': 0}]}}}",
        .facts = "{@a, 'type': 'number', 'integer': true, 'min': 0, 'max': 100},"
                 "{@b, 'type': 'number', 'integer': true, 'min': 2, 'max': 2}"};
    const bontot::lint_findings found = bontot::lint(*read_sheet(lint_json(parts)));
    BOOST_TEST_REQUIRE(found.size() == 1U);
    std::string text;
    append_diagnostic(text, found[0].what, language::en);
    BOOST_TEST(text == "No row of this table fits the value 0.5: people would have to decide.");
    BOOST_TEST(witness_of(found[0]) == "the value 0.5; a = 1; b = 2");
    BOOST_TEST((found[0].severity == bontot::check_severity::error));
    BOOST_TEST((found[0].node == 1U));

    const lint_parts never{
        .facts = "{@n, 'type': 'number', 'min': 0, 'max': 9}, {@x, 'type': 'number', 'min': 1}",
        .gates = "{@g, 'when': 'n > 9 and x > 3', 'effect': {'void': 'L'}}"};
    const bontot::lint_findings ranges = bontot::lint(*read_sheet(lint_json(never)));
    BOOST_TEST_REQUIRE(ranges.size() == 1U);
    BOOST_TEST(witness_of(ranges[0]) == "n from 0 to 9; x from 1 on");
    text.clear();
    append_diagnostic(text, ranges[0].what, language::vi);
    BOOST_TEST(text.find("không bao giờ đúng") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(words_within_sentences_are_in_the_language)
{
    const lint_parts parts{
        .lines = "{@L, 'max': 10, 'applies': 'n >= 0', 'score': {'mark': {}}}",
        .facts = "{@n, 'type': 'number', 'min': 0}"};
    const bontot::lint_findings found = bontot::lint(*read_sheet(lint_json(parts)));
    BOOST_TEST_REQUIRE(found.size() == 1U);
    std::string text;
    append_diagnostic(text, found[0].what, language::en);
    BOOST_TEST(
        text == "This condition (when the item applies) always holds: it tells no units apart."
    );
    text.clear();
    append_diagnostic(text, found[0].what, language::vi);
    BOOST_TEST(text.find("điều kiện áp dụng") != std::string::npos);
}

/** Lines and columns are those of the value that the pointer names. */
BOOST_AUTO_TEST_CASE(places_in_the_text)
{
    std::string json = lint_json(
        {.facts = "{@n, 'type': 'number', 'min': 0}",
         .gates = "{@g, 'when':\n  'n >= 0', 'effect': {'void': 'L'}}",
         .grades = "{@top,\n\n   'min_total': 11}, {@rest}"}
    );
    const auto sheet = read_sheet(json);
    const bontot::lint_findings found = bontot::lint(*sheet, json);
    BOOST_TEST(
        show(found) == "gate_always /gates/0/when, grade_total_unreachable /grades/0/min_total"
    );
    BOOST_TEST(found[0].what.line == 2U);
    BOOST_TEST(found[0].what.column == 3U);
    BOOST_TEST(json.substr(found[0].what.offset, 8) == "\"n >= 0\"");
    BOOST_TEST(found[1].what.line == 4U);
    BOOST_TEST(json.substr(found[1].what.offset, 2) == "11");
    BOOST_TEST(bontot::lint(*sheet)[0].what.line == 0U);
}

BOOST_AUTO_TEST_CASE(keys_are_escaped_in_pointers)
{
    const lint_parts parts{
        .criteria = "{@a/b~c, 'max': 10, 'indicators': [{@L, 'max': 10, 'score': {'mark': {}}}]}",
        .grades = "{@top, 'min_points': {'a/b~c': 11}}, {@rest}"};
    const std::string json = lint_json(parts);
    const bontot::lint_findings found = bontot::lint(*read_sheet(json), json);
    BOOST_TEST(show(found) == "grade_points_unreachable /grades/0/min_points/a~1b~0c");
    BOOST_TEST(json.substr(found[0].what.offset, 2) == "11");
}

/** What a person in a role that overrides can give makes every grade possible. */
BOOST_AUTO_TEST_CASE(overriding_roles_reach_everything)
{
    const std::string lines = "{@L, 'max': 10, 'score': {'formula': 'n'}}";
    const std::string n = "{@n, 'type': 'number', 'min': 0, 'max': 7}";
    BOOST_TEST(
        lint_of({.lines = lines, .facts = n}) == "max_unreachable /criteria/0/indicators/0/score, "
                                                 "grade_total_unreachable /grades/0/min_total"
    );
    std::string json = lint_json({.lines = lines, .facts = n});
    const std::string roles = "\"roles\": [\"committee\"]";
    json.replace(
        json.find(roles), roles.size(), "\"roles\": [{\"id\": \"final\", \"overrides\": true}]"
    );
    BOOST_TEST(
        show(bontot::lint(*read_sheet(json))) == "max_unreachable /criteria/0/indicators/0/score"
    );
}

/** The findings that the built-in rubrics deserve, with the reason. */
BOOST_AUTO_TEST_CASE(built_in_rubrics_have_no_unexplained_finding)
{
    // fact_twice: a whole of several shares (tasks completed, active members, meetings held), and
    // the members' grade, of which 4.3 counts the good and 4.4 the failed.
    // gate_without_effect: the sheet names the gate by itself; the line loses the 6 points that
    // keep criterion 4 below 20.
    const std::map<std::string_view, std::string> known = {
        {"bon-tot-2023", "fact_twice /facts/1, fact_twice /facts/9, fact_twice /facts/31, "
                         "fact_twice /facts/51, gate_without_effect /gates/2/effect"},
        // The sheet leaves these lengths and this share open, as its note says: people decide.
        // The length of the meeting and who came are each a part of two lines.
        {"sinh-hoat-an-phu-2025", "fact_twice /facts/4, fact_twice /facts/7, "
                                  "step_gap /criteria/0/indicators/0/score/steps/table, "
                                  "step_gap /criteria/0/indicators/1/score/steps/table, "
                                  "step_gap /criteria/3/indicators/4/score/steps/table"},
    };
    for (const auto& each : bontot::detail::builtin_rubrics()) {
        const auto expected = known.find(each.id);
        BOOST_TEST_CONTEXT(each.id)
        {
            const auto sheet = read_sheet(std::string(each.json));
            BOOST_TEST(
                show(bontot::lint(*sheet)) == (expected == known.end() ? "" : expected->second)
            );
        }
    }
}

/** Many lines, each over many facts and constants: bounded work, whatever can be decided. */
BOOST_AUTO_TEST_CASE(work_is_bounded)
{
    std::string facts;
    std::string condition = "true";
    for (int i = 0; i < 40; ++i) {
        const std::string n = std::to_string(i);
        facts += (i == 0 ? "{@n" : ", {@n") + n + ", 'type': 'number'}";
        condition += " and (n" + n + " > " + n + " or n" + n + " < n0 / n1 + " + n + ")";
    }
    std::string lines;
    for (int i = 0; i < 1000; ++i) {
        lines += (i == 0 ? "{@L" : ", {@L") + std::to_string(i) +
                 ", 'max': 1, 'score': {'condition': '" + condition + "'}}";
    }
    const std::string json = lint_json({.lines = lines, .facts = facts});
    const auto sheet = read_sheet(json);
    // Unbounded, this would take minutes, and pass the time that a test may take.
    BOOST_TEST(!bontot::lint(*sheet, json).empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace lint_unit
