// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_DECIDE_IPP
#define BONTOT_LINT_DECIDE_IPP

#include <bontot/date.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/json/writer.hpp>
#include <bontot/lint/linting.hpp>
#include <bontot/lint/search.hpp>
#include <bontot/lint/space.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** Returns all that an expression can give; nothing at all when the assumptions cannot hold. */
lint_range linting::decide(std::uint32_t program, assumptions given)
{
    if (budget_.is_spent()) return lint_range::anything();
    lint_space space(sheet_, index_, budget_, source_);
    const std::uint32_t root = space.add(program);
    if (root == no_term) return lint_range::anything();
    for (const std::uint32_t each : given)
        space.assume(each);
    lint_range out;
    const bool is_seen =
        space.each_case([&](const vector<lint_range>& ranges) { out = join(out, ranges[root]); });
    return is_seen ? out : lint_range::anything();
}

/** Tells of a condition that always holds, or never. */
void linting::look_at_condition(
    std::uint32_t program, const string& pointer, message always, message never,
    std::string_view role, assumptions given
)
{
    if (program == none) return;
    const lint_range value = decide(program, given);
    if (value.kinds == 0) return;
    if (value.is_only(lint_range::yes)) {
        show_example(tell(always, pointer, {role}), program);
    } else if (!value.may(lint_range::yes)) {
        show_ranges(tell(never, pointer, {role}), sheet_.programs[program]);
    }
}

void linting::look_at_consistency()
{
    for (std::size_t i = 0; i < sheet_.consistency.size(); ++i) {
        const std::uint32_t assertion = sheet_.consistency[i].assertion;
        const lint_range value = range_alone(assertion);
        const string pointer = path(path("consistency", i), "assert");
        if (value.is_only(lint_range::yes)) {
            show_ranges(
                tell(message::lint_consistency_always, pointer), sheet_.programs[assertion]
            );
        } else if (value.is_only(lint_range::no)) {
            show_ranges(tell(message::lint_consistency_never, pointer), sheet_.programs[assertion]);
        }
    }
}

/** Returns all that a rule can give when the rules themselves do not count. */
lint_range linting::range_alone(std::uint32_t program)
{
    if (budget_.is_spent()) return lint_range::anything();
    lint_space space(sheet_, index_, budget_, source_);
    space.forget_rules();
    const std::uint32_t root = space.add(program);
    lint_range out;
    if (root == no_term) return lint_range::anything();
    const bool is_seen =
        space.each_case([&](const vector<lint_range>& ranges) { out = join(out, ranges[root]); });
    return is_seen ? out : lint_range::anything();
}

void linting::look_at_checks()
{
    for (std::size_t i = 0; i < sheet_.checks.size(); ++i) {
        look_at_condition(
            sheet_.checks[i].assertion, path(path("checks", i), "assert"),
            message::lint_check_always, message::lint_check_never, {}
        );
    }
}

void linting::look_at_gates()
{
    for (std::uint32_t i = 0; i < sheet_.gates.size(); ++i) {
        const gate_rule& gate = sheet_.gates[i];
        const string pointer = path("gates", i);
        const std::size_t before = found_.size();
        look_at_condition(
            gate.when, path(pointer, "when"), message::lint_gate_always, message::lint_gate_never,
            {}
        );
        const bool is_at_most_best = gate.effect == gate_effect::grade_at_most && gate.target == 0;
        const bool is_about_grades = gate.effect == gate_effect::grade_at_most ||
                                     gate.effect == gate_effect::grade_down ||
                                     gate.effect == gate_effect::grade_is;
        const bool is_idle = is_at_most_best || (is_about_grades && sheet_.grades.size() == 1);
        if (is_idle) tell(message::lint_gate_idle, path(pointer, "effect"));
        const bool is_decided = found_.size() == before;
        if (is_decided && gate.effect == gate_effect::not_good) look_at_effect(i);
    }
}

/** Tells of a gate that makes a criterion not good which could not be good anyway. */
void linting::look_at_effect(std::uint32_t index)
{
    const gate_rule& gate = sheet_.gates[index];
    const rubric_node& criterion = sheet_.nodes[gate.target];
    if (!criterion.good || !criterion.good->min_points || has_override()) return;
    const number best = settle(reach_under(gate.target, gate.when).high);
    if (best >= *criterion.good->min_points) return;
    // What can not be reached at all is told at the criterion.
    if (reach_[gate.target].high < *criterion.good->min_points) return;
    const auto shown_best = to_text(best);
    const auto asked = to_text(*criterion.good->min_points);
    lint_finding& added = tell(
        message::lint_gate_without_effect, path(path("gates", index), "effect"),
        {criterion.id, shown_best.view(), asked.view()}
    );
    added.witness.value = best;
    added.node = gate.target;
    show_example(added, gate.when);
}

/** Shows the ranges of the facts that an expression reads. */
void linting::show_ranges(lint_finding& finding, const feel::program& of)
{
    for (const std::uint32_t slot : of.variables()) {
        lint_fact shown{string(sheet_.names.name(slot), source_), string(source_), {}, {}};
        if (slot < sheet_.facts.size()) {
            shown.least = sheet_.facts[slot].min;
            shown.most = sheet_.facts[slot].max;
        }
        finding.witness.facts.push_back(std::move(shown));
    }
}

/** Shows facts for which a condition holds, if some are found. */
void linting::show_example(lint_finding& finding, std::uint32_t program)
{
    lint_search search(sheet_, index_, budget_, room_);
    search.read(program);
    if (search.find([program](lint_search& at) { return at.run(program).is_true(); })) {
        show_facts(finding, search);
    }
}

void append_list(string& out, const feel::value& what, const feel::symbol_table& names);
void append_fields(string& out, const feel::value& what, const feel::symbol_table& names);

/** Appends a value as it stands in a dossier. */
inline void append_value(string& out, const feel::value& what, const feel::symbol_table& names)
{
    switch (what.kind()) {
    case feel::kind::boolean:
        out += what.as_boolean() ? "true" : "false";
        break;
    case feel::kind::number:
        append_plain(out, what.as_number());
        break;
    case feel::kind::text:
        append_json_text(out, what.as_text());
        break;
    case feel::kind::date:
        out += '"';
        append_date(out, what.as_date());
        out += '"';
        break;
    case feel::kind::list:
        append_list(out, what, names);
        break;
    case feel::kind::context:
        append_fields(out, what, names);
        break;
    default:
        out += "null";
    }
}

inline void append_list(string& out, const feel::value& what, const feel::symbol_table& names)
{
    out += '[';
    const char* comma = "";
    for (const feel::value& each : what.as_list()) {
        out += comma;
        append_value(out, each, names);
        comma = ", ";
    }
    out += ']';
}

inline void append_fields(string& out, const feel::value& what, const feel::symbol_table& names)
{
    out += '{';
    const char* comma = "";
    for (const feel::field& each : what.as_context()) {
        if (each.content.is_unknown()) continue;
        out += comma;
        append_json_text(out, names.text(each.name));
        out += ": ";
        append_value(out, each.content, names);
        comma = ", ";
    }
    out += '}';
}

void linting::show_facts(lint_finding& finding, const lint_search& found)
{
    for (const std::uint32_t slot : found.slots()) {
        lint_fact shown{string(sheet_.names.name(slot), source_), string(source_), {}, {}};
        append_value(shown.json, found[slot], sheet_.names.symbols());
        finding.witness.facts.push_back(std::move(shown));
    }
}

} // namespace bontot::detail

#endif
