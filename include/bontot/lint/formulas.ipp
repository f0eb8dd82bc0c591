// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_FORMULAS_IPP
#define BONTOT_LINT_FORMULAS_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/lint/linting.hpp>
#include <bontot/lint/logic.hpp>
#include <bontot/lint/meaning.hpp>
#include <bontot/lint/search.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace bontot::detail {

/** Returns what a program works out before one of its instructions: what it then stands on. */
inline feel::program beginning_of(const feel::program& what, std::size_t end, memory& source)
{
    const feel::detail::program_data& from = *what.data();
    const auto out = make_shared_in<feel::detail::program_data>(source, source);
    out->code.assign(from.code.begin(), from.code.begin() + static_cast<std::ptrdiff_t>(end));
    out->constants = from.constants;
    out->keys = from.keys;
    out->arrangements = from.arrangements;
    out->stack_size = from.stack_size;
    out->symbols = from.symbols;
    return feel::program(std::shared_ptr<const feel::detail::program_data>(out));
}

/** Returns the places of divisions that are worked out once, not for each item of a list. */
inline vector<std::size_t> divisions_of(const feel::program& what, memory& source)
{
    using feel::detail::opcode;
    vector<std::size_t> out{allocator<std::size_t>(source)};
    int loops = 0;
    const auto& code = what.data()->code;
    for (std::size_t i = 0; i < code.size(); ++i) {
        switch (code[i].operation) {
        case opcode::filter:
        case opcode::each:
        case opcode::each_between:
            ++loops;
            break;
        case opcode::filter_next:
        case opcode::each_next:
            --loops;
            break;
        case opcode::divide:
            if (loops == 0) out.push_back(i);
            break;
        default:
            break;
        }
    }
    return out;
}

/** Looks at the expressions of a node. */
void linting::look_at_formulas_of(std::uint32_t index)
{
    const rubric_node& rule = sheet_.nodes[index];
    const string& at = paths_[index];
    vector<std::uint32_t> guards{allocator<std::uint32_t>(source_)};
    for (std::uint32_t i = rule.parent; i != none; i = sheet_.nodes[i].parent)
        guards.push_back(sheet_.nodes[i].applies);
    look_at_formula(rule.applies, path(at, "applies"), false, guards);
    guards.push_back(rule.applies);
    look_at_formula(rule.precondition, path(at, "requires"), false, guards);
    guards.push_back(rule.precondition);
    for (std::size_t i = 0; i < rule.ceilings.size(); ++i) {
        look_at_formula(rule.ceilings[i].when, path(path(at, "at_most", i), "when"), false, guards);
    }
    if (rule.evidence) {
        look_at_formula(
            rule.evidence->at_least, path(path(at, "evidence"), "at_least"), false, guards
        );
    }
    if (rule.good) {
        look_at_formula(rule.good->precondition, path(path(at, "good"), "requires"), false, {});
    }
    look_at_score_formulas(index, guards);
}

void linting::look_at_score_formulas(std::uint32_t index, const vector<std::uint32_t>& guards)
{
    const score_rule& score = sheet_.nodes[index].score;
    const string at = path(paths_[index], "score");
    switch (score.kind) {
    case score_kind::condition:
        return look_at_formula(score.value, path(at, "condition"), false, guards);
    case score_kind::steps:
        return look_at_formula(score.value, path(path(at, "steps"), "value"), true, guards);
    case score_kind::proportional:
        return look_at_formula(score.value, path(path(at, "proportional"), "value"), false, guards);
    case score_kind::formula:
        return look_at_formula(score.value, path(at, "formula"), false, guards);
    case score_kind::deductions:
    case score_kind::additions:
        break;
    default:
        return;
    }
    const bool deducts = score.kind == score_kind::deductions;
    for (std::size_t i = 0; i < score.events.size(); ++i) {
        const string event = path(at, deducts ? "deductions" : "additions", i);
        look_at_formula(score.events[i].count, path(event, "count"), false, guards);
    }
}

/** Looks at the expressions of gates, grades, checks and consistency rules. */
void linting::look_at_other_formulas()
{
    const vector<std::uint32_t> nothing{allocator<std::uint32_t>(source_)};
    for (std::size_t i = 0; i < sheet_.gates.size(); ++i)
        look_at_formula(sheet_.gates[i].when, path(path("gates", i), "when"), false, nothing);
    for (std::size_t i = 0; i < sheet_.grades.size(); ++i) {
        look_at_formula(
            sheet_.grades[i].precondition, path(path("grades", i), "requires"), false, nothing
        );
    }
    for (std::size_t i = 0; i < sheet_.checks.size(); ++i) {
        look_at_formula(
            sheet_.checks[i].assertion, path(path("checks", i), "assert"), false, nothing
        );
    }
    // A rule without a value refuses nothing, so that its divisions do no harm.
    for (std::size_t i = 0; i < sheet_.consistency.size(); ++i) {
        look_at_products(
            sheet_.consistency[i].assertion, path(path("consistency", i), "assert"), false
        );
    }
}

void linting::look_at_formula(
    std::uint32_t program, const string& pointer, bool is_compared,
    const vector<std::uint32_t>& guards
)
{
    if (program == none) return;
    look_at_products(program, pointer, is_compared);
    look_at_divisors(program, pointer, guards);
}

/** Tells of a division that is by 0 for some facts and then leaves all without a value. */
void linting::look_at_divisors(
    std::uint32_t program, const string& pointer, const vector<std::uint32_t>& guards
)
{
    const feel::program& what = sheet_.programs[program];
    if (!what.is_valid() || !may_divide_by_zero(what)) return;
    for (const std::size_t at : divisions_of(what, source_)) {
        if (budget_.is_spent()) return;
        feel::program divisor;
        lint_search search(sheet_, index_, budget_, room_);
        search.read(program);
        for (const std::uint32_t each : guards)
            search.read(each);
        const bool is_found = search.find([&](lint_search& tried) {
            if (!divisor.is_valid()) divisor = beginning_of(what, at, source_);
            const feel::value by = tried.run(divisor);
            if (!by.is(feel::kind::number) || !by.as_number().is_zero()) return false;
            if (!tried.run(program).is_null()) return false;
            return std::all_of(guards.begin(), guards.end(), [&](std::uint32_t each) {
                return tried.holds(each);
            });
        });
        if (!is_found) continue;
        show_facts(tell(message::lint_divisor_zero, pointer, {shown(what.source())}), search);
        return;
    }
}

/** Returns whether the range of some divisor holds 0. */
bool linting::may_divide_by_zero(const feel::program& what)
{
    lint_terms terms(source_);
    const auto size = what.data()->code.size();
    if (!budget_.spend(size * size / 16 + 1) || terms.add(what) == no_term) return true;
    const lint_meaning meaning(sheet_, terms);
    vector<lint_range> ranges(terms.size(), lint_range(), allocator<lint_range>(source_));
    for (std::size_t i = 0; i < terms.size(); ++i)
        ranges[i] = meaning(i, ranges);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i].operation != feel::detail::opcode::divide) continue;
        const lint_range& by = ranges[terms.operands(terms[i])[1]];
        if (equal_of(by, lint_range::between(number(0), number(0))).may(lint_range::yes))
            return true;
    }
    return false;
}

/** Returns whether dividing by a term may need rounding: not by 2, 5, 10, 100 and so on. */
inline bool is_inexact_divisor(const lint_term& by)
{
    const bool is_number = by.operation == feel::detail::opcode::constant &&
                           by.constant.is(feel::kind::number) && !by.constant.as_number().is_zero();
    if (!is_number) return true;
    constexpr int most_digits = 15; // of a quotient that leaves room for the dividend's own
    const auto share = divide(number(1), by.constant.as_number());
    return !share || round(*share, most_digits, rounding_mode::half_even) != *share;
}

/** Returns whether a term is a quotient times something, or a sum with one. */
inline bool is_scaled_quotient(const lint_terms& terms, std::uint32_t index, bool is_in_product)
{
    using feel::detail::opcode;
    // Down the left side, which can be long, by a loop; to the right by calls, which are few.
    while (true) {
        const lint_term& term = terms[index];
        const auto of = terms.operands(term);
        switch (term.operation) {
        case opcode::divide:
            if (is_in_product && is_inexact_divisor(terms[of[1]])) return true;
            break;
        case opcode::multiply:
            is_in_product = true;
            if (is_scaled_quotient(terms, of[1], true)) return true;
            break;
        case opcode::add:
        case opcode::subtract:
            if (is_scaled_quotient(terms, of[1], is_in_product)) return true;
            break;
        case opcode::negate:
            break;
        default:
            return false;
        }
        index = of[0];
    }
}

/** Tells of a comparison with a product of a quotient, which is rounded before it is compared. */
void linting::look_at_products(std::uint32_t program, const string& pointer, bool is_compared)
{
    using feel::detail::opcode;
    const feel::program& what = sheet_.programs[program];
    const auto size = what.data() == nullptr ? 0 : what.data()->code.size();
    lint_terms terms(source_);
    if (!budget_.spend(size * size / 16 + 1)) return;
    const std::uint32_t root = terms.add(what);
    if (root == no_term) return;
    bool is_found = is_compared && is_scaled_quotient(terms, root, false);
    for (std::size_t i = 0; i < terms.size() && !is_found; ++i) {
        const opcode operation = terms[i].operation;
        const bool compares = (operation >= opcode::equal && operation <= opcode::in);
        if (!compares) continue;
        for (const std::uint32_t each : terms.operands(terms[i]))
            is_found = is_found || is_scaled_quotient(terms, each, false);
    }
    if (is_found) tell(message::lint_product_of_quotient, pointer, {shown(what.source())});
}

} // namespace bontot::detail

#endif
