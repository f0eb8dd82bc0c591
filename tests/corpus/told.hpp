// SPDX-License-Identifier: BSL-1.0
// The operations that tell a rubric, or a result, as lines of fields.
#ifndef BONTOT_TESTS_CORPUS_TOLD_HPP
#define BONTOT_TESTS_CORPUS_TOLD_HPP

#include "corpus/run.hpp"

namespace corpus {

inline constexpr const char* fact_types[] = {"number", "boolean", "text", "date", "choice"};
inline constexpr const char* kinds[] = {"base", "bonus", "penalty"};
inline constexpr const char* states[] = {
    "voided", "not_applicable", "uncovered", "unknown", "unproven", "met", "unmet", "partly"};
inline constexpr const char* truths[] = {"no", "yes", "open"};
inline constexpr const char* outcomes[] = {"fail", "pass", "unknown"};
inline constexpr const char* severities[] = {"info", "warning", "error"};

template <class Enum, std::size_t Count>
std::string word(const char* const (&words)[Count], Enum which)
{
    return words[static_cast<std::size_t>(which)];
}

inline std::string node_id(const bontot::rubric& sheet, std::uint32_t node)
{
    return node == bontot::none ? "-" : std::string(sheet.nodes[node].id);
}

inline void tell_rubric(run& r)
{
    const bontot::rubric& sheet = *r.rubric;
    const auto vi = [](const bontot::bilingual& label) {
        return std::string(label.in(bontot::language::vi));
    };
    const auto en = [](const bontot::bilingual& label) {
        return std::string(label.in(bontot::language::en));
    };
    append_line(
        r.out, {"rubric", std::string(sheet.id), std::string(sheet.version), vi(sheet.label),
                en(sheet.label)}
    );
    for (std::size_t i = 0; i < sheet.facts.size(); ++i) {
        const bontot::fact_spec& fact = sheet.facts[i];
        append_line(
            r.out, {"fact", number_text(i), std::string(fact.id), word(fact_types, fact.type),
                    vi(fact.label), en(fact.label)}
        );
    }
    for (const bontot::role_spec& role : sheet.roles)
        append_line(r.out, {"role", std::string(role.id), vi(role.label), en(role.label)});
    for (const bontot::grade_rule& grade : sheet.grades)
        append_line(r.out, {"grade", std::string(grade.id), vi(grade.label), en(grade.label)});
    for (const bontot::rubric_node& node : sheet.nodes)
        append_line(r.out, {"node", std::string(node.id), node_id(sheet, node.parent)});
}

inline void tell_grade(run& r, const bontot::result& about)
{
    const bontot::rubric& sheet = *about.sheet;
    append_line(
        r.out, {"total", number_text(about.points), number_text(about.possible),
                number_text(about.max), number_text(about.completeness)}
    );
    const bontot::grade_rule& grade = sheet.grades[about.grade];
    append_line(
        r.out,
        {"grade", std::string(grade.id), std::string(grade.label.in(r.in)),
         std::string(sheet.grades[about.grade_possible].id), about.by_exception ? "yes" : "no"}
    );
    const bool has_roles = about.as_of != bontot::none;
    append_line(r.out, {"as_of", has_roles ? std::string(sheet.roles[about.as_of].id) : "-"});
    for (const std::uint32_t each : about.reachable)
        append_line(r.out, {"reachable", std::string(sheet.grades[each].id)});
}

inline void tell_node(run& r, const bontot::result& about, std::uint32_t index)
{
    const bontot::rubric_node& rule = about.sheet->nodes[index];
    const bontot::node_result& node = about.nodes[index];
    std::string why;
    append_reason(why, about, index, r.in);
    append_line(
        r.out, {"node", std::string(rule.id), node_id(*about.sheet, rule.parent),
                std::string(rule.label.in(r.in)),
                rule.parent == bontot::none ? word(kinds, rule.kind) : "-",
                word(states, node.state), rule.good ? word(truths, node.good) : "-",
                number_text(node.points), number_text(node.possible), number_text(node.max), why}
    );
}

inline void tell_figures(run& r)
{
    const auto given = r.dossier(r.rubric, r.text(0));
    const bontot::result about = r.evaluated(*given);
    tell_grade(r, about);
    for (std::uint32_t i = 0; i < about.nodes.size(); ++i)
        tell_node(r, about, i);
    for (std::size_t i = 0; i < about.checks.size(); ++i) {
        const bontot::check_rule& rule = r.rubric->checks[i];
        append_line(
            r.out, {"check", std::string(rule.id), word(outcomes, about.checks[i]),
                    word(severities, rule.severity), std::string(rule.text.in(r.in))}
        );
    }
}

} // namespace corpus

#endif
