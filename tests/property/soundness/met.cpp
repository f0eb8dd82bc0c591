// SPDX-License-Identifier: BSL-1.0
#include "met.hpp"

#include <bontot/words/result.hpp>

namespace soundness {

using bontot::truth;

namespace {

constexpr const char* score_kinds[] = {"group",     "condition",    "choice",
                                       "steps",     "proportional", "deductions",
                                       "additions", "mark",         "formula"};
constexpr const char* policies[] = {"full", "rescale", "share", "drop", "zero"};
constexpr const char* criterion_kinds[] = {"base", "bonus", "penalty"};
constexpr const char* effects[] = {"void", "not_good", "grade_at_most", "grade_down", "grade_is"};
constexpr const char* truths[] = {"no", "yes", "open"};
constexpr const char* modes[] = {"half_even", "half_up", "half_down", "up", "down"};

template <class Enum>
std::size_t index_of(Enum what)
{
    return static_cast<std::size_t>(what);
}

void note_evidence(const bontot::rubric& sheet, const bontot::evidence_rule& rule, coverage& met)
{
    met.met(
        rule.proportional_when_short ? "evidence short: proportional" : "evidence short: unproven"
    );
    if (!rule.kinds.empty()) met.met("evidence of kinds");
    if (rule.within_period) met.met("evidence within the period");
    if (rule.due_days_after_period) met.met("evidence due");
    if (rule.status == bontot::evidence_status::verified) met.met("evidence verified asked");
    if (rule.at_least == bontot::none) {
        met.met("evidence without a number");
    } else if (sheet.programs[rule.at_least].variables().empty()) {
        met.met("evidence with a fixed number");
    } else {
        met.met("evidence with a computed number");
    }
}

void note_node(const bontot::rubric& sheet, const bontot::rubric_node& node, coverage& met)
{
    met.met(std::string("score ") + score_kinds[index_of(node.score.kind)]);
    met.met(std::string("criterion kind ") + criterion_kinds[index_of(node.kind)]);
    met.met("depth " + std::to_string(node.depth));
    if (node.applies != bontot::none) {
        met.met(std::string("policy ") + policies[index_of(node.not_applicable)]);
    }
    if (node.precondition != bontot::none) met.met("requires");
    if (!node.ceilings.empty()) met.met("at_most");
    if (node.highest) met.met("combine highest");
    if (node.least > bontot::number(0)) met.met("min above 0");
    if (node.rounding) met.met(std::string("rounding ") + modes[index_of(node.rounding->mode)]);
    if (node.evidence) note_evidence(sheet, *node.evidence, met);
    const bool is_parent = node.score.kind == bontot::score_kind::group && node.depth > 0;
    if (is_parent && node.evidence) met.met("evidence of a parent");
    if (node.good && node.good->min_points) met.met("good by points");
    if (node.good && node.good->precondition != bontot::none) met.met("good by a condition");
    for (const bontot::choice_option& each : node.score.options) {
        if (each.voids) met.met("option that voids");
    }
    for (const bontot::event_line& each : node.score.events)
        met.met(each.cap ? "events with a cap" : "events without a cap");
}

void note_grade(const bontot::grade_rule& grade, coverage& met)
{
    if (grade.min_total) met.met("grade min_total");
    if (grade.above_total) met.met("grade above_total");
    if (!grade.min_points.empty()) met.met("grade min_points");
    if (!grade.min_share.empty()) met.met("grade min_share");
    if (grade.no_zero_criterion) met.met("grade no_zero_criterion");
    if (grade.good_criteria) met.met("grade good_criteria");
    if (!grade.named_criteria.empty()) met.met("grade good_criteria by name");
    if (grade.precondition != bontot::none) met.met("grade requires");
}

} // namespace

void expect_all(coverage& met)
{
    for (const char* each : score_kinds)
        met.expect(std::string("score ") + each);
    for (const char* each : criterion_kinds)
        met.expect(std::string("criterion kind ") + each);
    for (const char* each : policies) {
        met.expect(std::string("policy ") + each);
        met.expect(std::string("not applicable, ") + each);
    }
    for (const char* each : {"half_even", "half_up", "up", "down"}) {
        met.expect(std::string("rounding ") + each);
        met.expect(std::string("rounding of the total ") + each);
    }
    for (const char* each : effects) {
        for (const char* fired : truths)
            met.expect(std::string(each) + " fired before: " + fired);
        met.expect(std::string(each) + " fired after: yes");
    }
    for (std::size_t i = 0; i <= index_of(bontot::node_state::partly); ++i) {
        const std::string state(bontot::detail::state_word(static_cast<bontot::node_state>(i)));
        met.expect("state before: " + state);
        met.expect("state after: " + state);
    }
    for (const char* each :
         {"depth 0",
          "depth 1",
          "depth 2",
          "depth 3",
          "depth 4",
          "requires",
          "at_most",
          "combine highest",
          "min above 0",
          "evidence short: proportional",
          "evidence short: unproven",
          "evidence of kinds",
          "evidence within the period",
          "evidence due",
          "evidence verified asked",
          "evidence without a number",
          "evidence with a fixed number",
          "evidence with a computed number",
          "evidence of a parent",
          "good by points",
          "good by a condition",
          "option that voids",
          "events with a cap",
          "events without a cap",
          "grade min_total",
          "grade above_total",
          "grade min_points",
          "grade min_share",
          "grade no_zero_criterion",
          "grade good_criteria",
          "grade good_criteria by name",
          "grade requires",
          "total min",
          "total max",
          "grades on: total",
          "grades on: base",
          "grades on: share",
          "good before: yes",
          "good before: no",
          "good before: open",
          "check before: yes",
          "check before: no",
          "check before: open",
          "several grades reachable",
          "one grade reachable",
          "inconsistent dossier",
          "inconsistent completion",
          "all completions of a dossier",
          "some completions of a dossier",
          "missing number",
          "missing boolean",
          "missing text",
          "missing date",
          "missing choice",
          "missing field of a member",
          "missing members",
          "missing history",
          "missing results",
          "missing field of results",
          "fact of the committee",
          "fact from results",
          "several roles",
          "a gate lifted that fires",
          "a mark that overrides",
          "as of an earlier role",
          "missing field of history",
          "missing part of the unit",
          "missing mark",
          "missing evidence list",
          "evidence added",
          "evidence verified"}) {
        met.expect(each);
    }
}

void note_rubric(const bontot::rubric& sheet, coverage& met)
{
    for (const bontot::rubric_node& each : sheet.nodes)
        note_node(sheet, each, met);
    for (const bontot::grade_rule& each : sheet.grades)
        note_grade(each, met);
    for (const bontot::fact_spec& each : sheet.facts) {
        if (each.by_committee) met.met("fact of the committee");
        if (each.from_results) met.met("fact from results");
    }
    if (sheet.roles.size() > 1) met.met("several roles");
    if (sheet.total.min) met.met("total min");
    if (sheet.total.max) met.met("total max");
    constexpr const char* bases[] = {"total", "base", "share"};
    met.met(std::string("grades on: ") + bases[index_of(sheet.total.grades_on)]);
    if (sheet.total.rounding) {
        met.met(
            std::string("rounding of the total ") + modes[index_of(sheet.total.rounding->mode)]
        );
    }
}

void note_result(const bontot::result& about, const std::string& when, coverage& met)
{
    const bontot::rubric& sheet = *about.sheet;
    for (std::size_t i = 0; i < sheet.nodes.size(); ++i) {
        const bontot::node_result& node = about.nodes[i];
        met.met("state " + when + ": " + std::string(bontot::detail::state_word(node.state)));
        if (sheet.nodes[i].good) met.met("good " + when + ": " + truths[index_of(node.good)]);
        if (node.state == bontot::node_state::not_applicable) {
            met.met(
                std::string("not applicable, ") + policies[index_of(sheet.nodes[i].not_applicable)]
            );
        }
    }
    for (std::size_t i = 0; i < sheet.gates.size(); ++i) {
        const std::string effect = effects[index_of(sheet.gates[i].effect)];
        met.met(effect + " fired " + when + ": " + truths[index_of(about.gates[i])]);
    }
    if (about.by_exception) met.met("a gate lifted that fires");
    for (const bontot::mark_record& each : about.marks) {
        if (sheet.roles[each.role].overrides) met.met("a mark that overrides");
    }
    if (about.as_of != bontot::none && about.as_of + 1 < sheet.roles.size()) {
        met.met("as of an earlier role");
    }
    for (const truth each : about.checks)
        met.met("check " + when + ": " + truths[index_of(each)]);
    met.met(about.reachable.size() > 1 ? "several grades reachable" : "one grade reachable");
}

} // namespace soundness
