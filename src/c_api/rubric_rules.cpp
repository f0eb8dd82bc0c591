// SPDX-License-Identifier: BSL-1.0
// What a rubric says of its gates, checks and rules of consistency.
#include "guard.hpp"
#include "kinds.hpp"

using namespace bontot::c_api;

namespace {

const bontot::gate_rule* gate_at(const bontot_rubric* rubric, std::size_t gate)
{
    const bool is_there = rubric != nullptr && gate < rubric->sheet->gates.size();
    return is_there ? &rubric->sheet->gates[gate] : nullptr;
}

const bontot::check_rule* check_at(const bontot_rubric* rubric, std::size_t check)
{
    const bool is_there = rubric != nullptr && check < rubric->sheet->checks.size();
    return is_there ? &rubric->sheet->checks[check] : nullptr;
}

const bontot::check_rule* rule_at(const bontot_rubric* rubric, std::size_t rule)
{
    const bool is_there = rubric != nullptr && rule < rubric->sheet->consistency.size();
    return is_there ? &rubric->sheet->consistency[rule] : nullptr;
}

const char* id_of(const bontot::check_rule* rule, std::size_t* length)
{
    return rule == nullptr ? no_text(length) : text_out(rule->id, length);
}

const char* text_of(const bontot::check_rule* rule, bontot_language language, std::size_t* length)
{
    if (rule == nullptr) return no_text(length);
    return text_out(rule->text.in(language_of(language)), length);
}

} // namespace

size_t bontot_rubric_gate_count(const bontot_rubric* rubric)
{
    return rubric == nullptr ? 0 : rubric->sheet->gates.size();
}

size_t bontot_rubric_gate_find(const bontot_rubric* rubric, const char* id, size_t length)
{
    if (rubric == nullptr || id == nullptr) return BONTOT_NONE;
    return index_of(rubric->sheet->gates, id_in(id, length));
}

const char* bontot_rubric_gate_id(const bontot_rubric* rubric, size_t gate, size_t* length)
{
    const bontot::gate_rule* const found = gate_at(rubric, gate);
    return found == nullptr ? no_text(length) : text_out(found->id, length);
}

const char* bontot_rubric_gate_label(
    const bontot_rubric* rubric, size_t gate, bontot_language language, size_t* length
)
{
    const bontot::gate_rule* const found = gate_at(rubric, gate);
    if (found == nullptr) return no_text(length);
    return text_out(found->label.in(language_of(language)), length);
}

const char* bontot_rubric_gate_clause(const bontot_rubric* rubric, size_t gate, size_t* length)
{
    const bontot::gate_rule* const found = gate_at(rubric, gate);
    return found == nullptr ? no_text(length) : text_out(found->clause, length);
}

bontot_effect bontot_rubric_gate_effect(const bontot_rubric* rubric, size_t gate)
{
    const bontot::gate_rule* const found = gate_at(rubric, gate);
    if (found == nullptr) return -1;
    switch (found->effect) {
    case bontot::gate_effect::void_node:
        return BONTOT_VOIDS_NODE;
    case bontot::gate_effect::not_good:
        return BONTOT_NOT_GOOD;
    case bontot::gate_effect::grade_at_most:
        return BONTOT_GRADE_AT_MOST;
    case bontot::gate_effect::grade_down:
        return BONTOT_GRADE_DOWN;
    case bontot::gate_effect::grade_is:
        return BONTOT_GRADE_IS;
    }
    return -1;
}

size_t bontot_rubric_gate_target(const bontot_rubric* rubric, size_t gate)
{
    const bontot::gate_rule* const found = gate_at(rubric, gate);
    return found == nullptr ? BONTOT_NONE : found->target;
}

size_t bontot_rubric_check_count(const bontot_rubric* rubric)
{
    return rubric == nullptr ? 0 : rubric->sheet->checks.size();
}

const char* bontot_rubric_check_id(const bontot_rubric* rubric, size_t check, size_t* length)
{
    return id_of(check_at(rubric, check), length);
}

const char* bontot_rubric_check_message(
    const bontot_rubric* rubric, size_t check, bontot_language language, size_t* length
)
{
    return text_of(check_at(rubric, check), language, length);
}

const char* bontot_rubric_check_clause(const bontot_rubric* rubric, size_t check, size_t* length)
{
    const bontot::check_rule* const found = check_at(rubric, check);
    return found == nullptr ? no_text(length) : text_out(found->clause, length);
}

bontot_severity bontot_rubric_check_severity(const bontot_rubric* rubric, size_t check)
{
    const bontot::check_rule* const found = check_at(rubric, check);
    return found == nullptr ? -1 : severity_out(found->severity);
}

size_t bontot_rubric_rule_count(const bontot_rubric* rubric)
{
    return rubric == nullptr ? 0 : rubric->sheet->consistency.size();
}

const char* bontot_rubric_rule_id(const bontot_rubric* rubric, size_t rule, size_t* length)
{
    return id_of(rule_at(rubric, rule), length);
}

const char* bontot_rubric_rule_message(
    const bontot_rubric* rubric, size_t rule, bontot_language language, size_t* length
)
{
    return text_of(rule_at(rubric, rule), language, length);
}
