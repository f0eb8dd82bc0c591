// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_OPERATORS_IPP
#define BONTOT_FEEL_SYNTAX_OPERATORS_IPP

#include <bontot/feel/type.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/message.hpp>

#include <bontot/feel/code/code.hpp>
#include <bontot/feel/syntax/compiler.hpp>
#include <bontot/feel/syntax/lexer.hpp>
#include <bontot/feel/values/arithmetic.hpp>

#include <cstddef>
#include <optional>

namespace bontot::feel::detail {

/** Reads any expression: this and comparisons as values are where nesting goes deeper. */
operand compiler::parse_expression()
{
    operand made = begin_operand();
    if (!enter()) return made;
    made = parse_binary(binding::disjunction);
    leave();
    return made;
}

operand compiler::parse_binary(binding least)
{
    return parse_binary_rest(parse_unary(), least);
}

/** Returns the operator that stands here and how it binds. */
std::optional<opcode> compiler::operator_here(binding& how) const
{
    const auto found = [&](binding binds, opcode what) {
        how = binds;
        return std::optional<opcode>(what);
    };
    switch (now_.what) {
    case sign::plus:
        return found(binding::sum, opcode::add);
    case sign::minus:
        return found(binding::sum, opcode::subtract);
    case sign::times:
        return found(binding::product, opcode::multiply);
    case sign::over:
        return found(binding::product, opcode::divide);
    case sign::power:
        return found(binding::power, opcode::power);
    case sign::equal:
        return found(binding::comparison, opcode::equal);
    case sign::different:
        return found(binding::comparison, opcode::different);
    case sign::less:
        return found(binding::comparison, opcode::less);
    case sign::less_equal:
        return found(binding::comparison, opcode::less_equal);
    case sign::greater:
        return found(binding::comparison, opcode::greater);
    case sign::greater_equal:
        return found(binding::comparison, opcode::greater_equal);
    default:
        break;
    }
    if (at_word("and")) return found(binding::conjunction, opcode::both);
    if (at_word("or")) return found(binding::disjunction, opcode::either);
    if (at_word("between")) return found(binding::comparison, opcode::between);
    if (at_word("in")) return found(binding::comparison, opcode::in);
    return {};
}

/** Reads operators that bind at least so tightly, all from left to right, after an operand. */
operand compiler::parse_binary_rest(operand left, binding least)
{
    binding how = binding::none;
    std::optional<opcode> what = operator_here(how);
    while (what && how >= least) {
        left = parse_operator(left, *what, how);
        what = operator_here(how);
    }
    if (at_word("instance")) fail(message::feel_unsupported, now_.begin, {"instance of"});
    return left;
}

operand compiler::parse_operator(const operand& left, opcode what, binding how)
{
    if (what == opcode::between) return parse_between(left);
    if (what == opcode::in) return parse_in(left);
    const std::size_t place = now_.begin;
    advance();
    const auto tighter = static_cast<binding>(static_cast<int>(how) + 1);
    const operand right = parse_binary(tighter);
    operand made = finish_operand(left, operator_type(what, left, right, place));
    made.slot = no_slot;
    emit(what, -1);
    return made;
}

operand compiler::parse_between(const operand& left)
{
    const std::size_t place = now_.begin;
    advance();
    const operand low = parse_binary(binding::sum);
    expect_word("and");
    const operand high = parse_binary(binding::sum);
    check_order(left, low, place);
    check_order(left, high, place);
    emit(opcode::between, -2);
    operand made = finish_operand(left, type::boolean());
    made.slot = no_slot;
    return made;
}

/** Reads a row of minus signs, which bind more tightly than any operator, and its operand. */
operand compiler::parse_unary()
{
    operand made = begin_operand();
    std::size_t count = 0;
    while (take(sign::minus))
        ++count;
    const operand inner = parse_postfix();
    if (count == 0) return inner;
    const bool fits = inner.content.is_any() || inner.content.is(type::shape::number) ||
                      inner.content.is(type::shape::days_duration) ||
                      inner.content.is(type::shape::months_duration);
    if (!fits)
        report_wrong_type(
            inner,
            "\xFF"
            "feel_want_amount",
            "-"
        );
    for (std::size_t i = 0; i < count; ++i)
        fold_negation(inner.code);
    return finish_operand(made, inner.content);
}

/** Negates the value whose code begins at a place, at once when it is a constant. */
void compiler::fold_negation(std::size_t code)
{
    const value* const constant = code + 1 == data_->code.size() ? constant_at(code) : nullptr;
    if (!constant || !(constant->is(kind::number) || is_duration(*constant))) {
        emit(opcode::negate, 0);
        return;
    }
    data_->constants[data_->code[code].wide] = negate(*constant);
}

} // namespace bontot::feel::detail

#endif
