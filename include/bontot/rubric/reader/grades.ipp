// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_GRADES_IPP
#define BONTOT_RUBRIC_READER_GRADES_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/known_ids.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/reader/reading.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

void rubric_reading::read_gates(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    if (is_too_long(at, most_items)) return;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end)
        read_gate(i);
}

void rubric_reading::read_gate(std::uint32_t at)
{
    if (!expect_object(at, {"id", "label", "clause", "when", "effect"})) return;
    gate_rule gate;
    gate.id = id_of(at);
    if (!gate.id.empty()) refuse_repeated(at, gate.id, gate_ids_.note(gate.id, out_.gates.size()));
    gate.label = label_of(at, "label", false);
    if (gate.label.vi.empty()) gate.label = bilingual{gate.id, gate.id};
    gate.clause = text_of(at, "clause");
    gate.when = compile(require(at, "when"), gives::boolean);
    const std::uint32_t effect = require(at, "effect");
    if (effect != absent) read_gate_effect(effect, gate);
    out_.gates.push_back(gate);
}

void rubric_reading::read_gate_effect(std::uint32_t at, gate_rule& gate)
{
    const names effects = {"void", "not_good", "grade_at_most", "grade_down", "grade_is"};
    if (!expect_object(at, effects)) return;
    if (doc[at].count != 1) {
        if (!doc[at].cut_off) faults.add(message::rubric_one_effect, at);
        return;
    }
    const std::uint32_t value = at + 1;
    const auto found = std::find(effects.begin(), effects.end(), doc[value].key);
    if (found == effects.end()) return;
    gate.effect = static_cast<gate_effect>(found - effects.begin());
    if (gate.effect == gate_effect::grade_down) {
        gate.target = static_cast<std::uint32_t>(integer_of(value, 1, 1).value_or(1));
        return;
    }
    const std::optional<std::string_view> id = text(value);
    if (!id) return;
    if (gate.effect == gate_effect::not_good) {
        gate.target = criterion_named(value, *id);
    } else if (gate.effect == gate_effect::void_node) {
        gate.target = out_.find_node(*id);
        if (gate.target == none && nodes_known_) refuse_target(value, *id, out_.nodes);
    } else {
        for (std::uint32_t i = 0; i < out_.grades.size(); ++i) {
            if (out_.grades[i].id == *id) gate.target = i;
        }
        if (gate.target == none && grades_known_) refuse_target(value, *id, out_.grades);
    }
}

void rubric_reading::read_grades(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    if (doc[at].count == 0 && !doc[at].cut_off) faults.add(message::rubric_no_grades, at);
    if (is_too_long(at, most_grades)) return;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        read_grade(i, doc[i].end >= doc[at].end && !doc[at].cut_off);
    }
}

void rubric_reading::read_grade(std::uint32_t at, bool is_last)
{
    const bool is_object = expect_object(
        at, {"id", "label", "clause", "min_total", "above_total", "min_points", "min_share",
             "no_zero_criterion", "good_criteria", "requires", "quota"}
    );
    if (!is_object) return;
    grade_rule grade;
    grade.id = id_of(at);
    const auto times =
        std::count_if(out_.grades.begin(), out_.grades.end(), [&grade](const grade_rule& other) {
            return other.id == grade.id;
        });
    if (!grade.id.empty()) refuse_repeated(at, grade.id, static_cast<std::size_t>(times));
    grade.label = label_of(at, "label", false);
    if (grade.label.vi.empty()) grade.label = bilingual{grade.id, grade.id};
    grade.clause = text_of(at, "clause");
    read_grade_points(at, grade);
    grade.precondition = compile(find(at, "requires"), gives::boolean);
    grade.quota = read_quota(find(at, "quota"), is_last && !doc[at].cut_off);
    for (const std::string_view key :
         {"min_total", "above_total", "min_points", "min_share", "no_zero_criterion",
          "good_criteria", "requires"}) {
        const std::uint32_t condition = find(at, key);
        if (is_last && condition != absent && !doc[at].cut_off) {
            faults.add_key(message::rubric_last_grade, condition);
        }
    }
    out_.grades.push_back(grade);
}

void rubric_reading::read_grade_points(std::uint32_t at, grade_rule& grade)
{
    grade.min_total = number_of(find(at, "min_total"));
    grade.above_total = number_of(find(at, "above_total"));
    grade.min_points = read_criterion_bounds(find(at, "min_points"));
    grade.min_share = read_criterion_bounds(find(at, "min_share"));
    grade.no_zero_criterion = boolean(find(at, "no_zero_criterion")).value_or(false);
    read_good_criteria(find(at, "good_criteria"), grade);
}

/** Reads which criteria must be good: "all", so many, or a list of them. */
void rubric_reading::read_good_criteria(std::uint32_t at, grade_rule& grade)
{
    if (at == absent) return;
    if (doc[at].kind == json_kind::array) {
        read_named_criteria(at, grade);
        return;
    }
    std::uint32_t with_rule = 0;
    for (std::uint32_t i = 0; i < out_.nodes.size(); i = out_.nodes[i].end) {
        if (out_.nodes[i].good) ++with_rule;
    }
    if (doc[at].kind == json_kind::text && doc[at].text == "all") {
        grade.good_criteria = with_rule;
        return;
    }
    if (!nodes_known_) return;
    const std::optional<std::int64_t> count = integer_of(at, 1, with_rule);
    if (count) grade.good_criteria = static_cast<std::uint32_t>(*count);
}

void rubric_reading::read_named_criteria(std::uint32_t at, grade_rule& grade)
{
    auto criteria = list_of<std::uint32_t>();
    if (doc[at].count == 0 && !doc[at].cut_off) faults.add(message::rubric_no_choices, at);
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const std::optional<std::string_view> id = text(i);
        const std::uint32_t node = id ? criterion_named(i, *id) : none;
        if (node == none) continue;
        if (!out_.nodes[node].good) {
            faults.add(message::rubric_never_good, i, {shown(*id)});
        } else {
            criteria.push_back(node);
        }
    }
    grade.named_criteria = keep(criteria);
}

std::span<const criterion_bound> rubric_reading::read_criterion_bounds(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::object, message::want_object)) return {};
    auto bounds = list_of<criterion_bound>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const std::uint32_t node = criterion_named(i, doc[i].key);
        const std::optional<number> least = number_of(i);
        if (node != none && least) bounds.push_back(criterion_bound{node, *least});
    }
    return keep(bounds);
}

/** Reads checks, or the consistencies, which have no severity. */
void rubric_reading::read_checks(std::uint32_t at, vector<check_rule>& checks, bool with_severity)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    if (is_too_long(at, most_items)) return;
    known_ids ids(source());
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const bool is_object =
            with_severity ? expect_object(i, {"id", "clause", "assert", "severity", "message"})
                          : expect_object(i, {"id", "clause", "assert", "message"});
        if (!is_object) continue;
        check_rule check;
        check.id = id_of(i);
        if (!check.id.empty()) refuse_repeated(i, check.id, ids.note(check.id, checks.size()));
        check.clause = text_of(i, "clause");
        check.assertion = compile(require(i, "assert"), gives::boolean, with_severity);
        check.text = label_of(i, "message", false);
        if (check.text.vi.empty()) check.text = bilingual{check.id, check.id};
        const std::uint32_t severity = find(i, "severity");
        if (severity != absent && with_severity) {
            const auto which = word_of(severity, {"info", "warning", "error"});
            if (which) check.severity = static_cast<check_severity>(*which);
        }
        checks.push_back(check);
    }
}

} // namespace bontot::detail

#endif
