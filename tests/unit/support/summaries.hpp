// SPDX-License-Identifier: BSL-1.0
// Shows summaries of results as texts that can be compared.
#ifndef BONTOT_TESTS_UNIT_SUPPORT_SUMMARIES_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_SUMMARIES_HPP

#include "sheets.hpp"

#include <bontot/result_summary.hpp>

namespace bontot_test {

inline std::string show(const bontot::fact_summary& fact)
{
    const std::string id(fact.id);
    if (fact.what == bontot::fact_summary::type::number) return id + "=" + show(fact.amount);
    if (fact.what == bontot::fact_summary::type::boolean)
        return id + (fact.holds ? "=true" : "=false");
    return id + "=\"" + std::string(fact.words) + "\"";
}

inline std::string show(const std::optional<bontot::date>& day)
{
    std::string out;
    if (day) append_date(out, *day);
    return out;
}

template <class List>
std::string joined(const List& texts)
{
    std::string out;
    for (const auto& each : texts) {
        if (!out.empty()) out += ' ';
        out += std::string_view(each);
    }
    return out;
}

inline std::string show(const bontot::node_summary& node, bontot::language in)
{
    std::string out = std::string(node.id) + " '" + std::string(node.label.in(in)) + "' " +
                      std::string(node.clause) + " parent " + std::to_string(node.parent) +
                      " end " + std::to_string(node.end) + " depth " + std::to_string(node.depth);
    out += " " + std::string(bontot::detail::kind_word(node.kind)) + (node.is_line ? " line" : "");
    out += " " + show(node.points) + " " + show(node.possible) + " " + show(node.max);
    out += " " + std::string(bontot::detail::state_word(node.state));
    if (node.good) out += " good " + show(*node.good);
    for (const bontot::reason_summary& each : node.reasons)
        out += "; " + std::string(each.code) + ": " + std::string(each.text.in(in));
    for (const bontot::fact_summary& each : node.facts)
        out += "; " + show(each);
    out += "; evidence " + joined(node.evidence) + "; missing " + joined(node.missing);
    for (const bontot::mark_summary& each : node.marks) {
        out += "; " + std::string(each.role) + " " + show(each.points) + " '" +
               std::string(each.comment) + "' '" + std::string(each.reason) + "' " +
               std::string(each.by) + " " + show(each.day);
    }
    return out + "\n";
}

/** Shows all that a summary says, in one language. */
inline std::string show(const bontot::result_summary& what, bontot::language in)
{
    std::string out = std::string(what.engine) + " " + std::string(what.rubric_id) + " " +
                      std::string(what.rubric_version) + "; " + std::string(what.unit_id) + " '" +
                      std::string(what.unit_name) + "' " + std::string(what.unit_kind) + " " +
                      std::string(what.unit_group) + "; " + show(what.from) + ".." + show(what.to) +
                      " as of " + std::string(what.as_of) + "\n";
    out += show(what.points) + " " + show(what.possible) + " " + show(what.max) + " " +
           std::string(what.grade) + " '" + std::string(what.grade_label.in(in)) + "' " +
           std::string(what.grade_possible) + (what.by_exception ? " by exception" : "") +
           " reachable " + joined(what.reachable) + " " + show(what.completeness) + "\n";
    for (const bontot::node_summary& each : what.nodes)
        out += show(each, in);
    for (const bontot::gate_summary& each : what.gates) {
        out += "gate " + std::string(each.id) + " " + show(each.fired);
        if (each.is_lifted)
            out += " lifted '" + std::string(each.lifted_reason) + "' '" +
                   std::string(each.lifted_authority) + "' " + show(each.lifted_day);
        out += "\n";
    }
    for (const bontot::check_summary& each : what.checks) {
        out += "check " + std::string(each.id) + " " + show(each.outcome) + " " +
               std::string(bontot::detail::severity_word(each.severity)) + " " +
               std::string(each.text.in(in)) + "\n";
    }
    return out;
}

inline bontot::result_summary read_summary(const std::string& json)
{
    auto read = bontot::read_result_summary(json);
    BOOST_TEST_REQUIRE(!!read, "the result has errors: " << show(read.error()));
    return std::move(*read);
}

} // namespace bontot_test

#endif
