// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_TESTS_IPP
#define BONTOT_FEEL_SYNTAX_TESTS_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/feel/value.hpp>

#include <bontot/feel/code/code.hpp>
#include <bontot/feel/syntax/compiler.hpp>
#include <bontot/feel/syntax/lexer.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace bontot::feel::detail {

/** Returns the range flags of the comparison sign here, if there is one. */
std::optional<unsigned> compiler::comparison_here() const
{
    switch (now_.what) {
    case sign::less:
        return unsigned{range_has_high} | range_high_open;
    case sign::less_equal:
        return range_has_high;
    case sign::greater:
        return unsigned{range_has_low} | range_low_open;
    case sign::greater_equal:
        return range_has_low;
    case sign::equal:
        return range_equal;
    case sign::different:
        return range_different;
    default:
        return {};
    }
}

/** Reads a comparison without its left side, such as `>= 5`: a range value. */
operand compiler::parse_comparison_test()
{
    const operand made = begin_operand();
    if (!enter()) return made;
    const unsigned flags = comparison_here().value_or(range_equal);
    advance();
    const operand end = parse_binary(binding::sum);
    leave();
    if (failed_) return made;
    emit_range(flags, end.code);
    return finish_operand(made, type::range_of(end.content, source_memory_));
}

/** Reads `..`, the high end and the closing bracket of a range. */
operand compiler::parse_range_rest(operand made, const operand& low, bool low_open)
{
    const std::size_t place = now_.begin;
    advance();
    const bool outer = std::exchange(in_high_end_, true);
    const operand high = parse_expression();
    in_high_end_ = outer;
    unsigned flags = unsigned{range_has_low} | range_has_high;
    if (low_open) flags |= range_low_open;
    if (take(sign::close) || take(sign::open_bracket)) {
        flags |= range_high_open;
    } else {
        expect(
            sign::close_bracket, "\xFF"
                                 "feel_want_bracket"
        );
    }
    if (failed_) return made;
    const bool has_null = low.content.is(type::shape::null) || high.content.is(type::shape::null);
    if (!has_null) check_order(low, high, place);
    emit_range(flags, made.code);
    return finish_operand(
        made, type::range_of(types_.join(low.content, high.content), source_memory_)
    );
}

/** Returns whether no expression can follow the bracket here.

    So `[` closes a range, as in `[1..5[`, and `]` does not begin one, as in `[1, ]`.
*/
bool compiler::ends_value() const
{
    lexer look = lexer_;
    const token next = look.read(now_.end);
    switch (next.what) {
    case sign::number:
    case sign::text:
    case sign::at:
    case sign::input:
    case sign::open:
    case sign::open_bracket:
    case sign::open_brace:
    case sign::minus:
        return false;
    case sign::word: {
        const std::string_view word = look.text(next);
        const bool begins_value = word == "true" || word == "false" || word == "null" ||
                                  word == "if" || word == "for" || word == "some" ||
                                  word == "every";
        return is_keyword(word) && !begins_value;
    }
    default:
        return true;
    }
}

operand compiler::parse_in(const operand& left)
{
    advance();
    std::size_t tests = 1;
    if (comparison_here()) {
        check_test(left, parse_comparison_test());
    } else if (at(sign::open)) {
        tests = parse_in_list(left);
    } else {
        check_test(left, parse_binary(binding::sum));
    }
    emit(opcode::in, -static_cast<int>(tests), tests);
    operand made = finish_operand(left, type::boolean());
    made.slot = no_slot;
    return made;
}

/** Reads tests in brackets after `in`, or an operand that begins with a bracket; returns how many.
 */
std::size_t compiler::parse_in_list(const operand& left)
{
    const operand made = begin_operand();
    const bool outer = std::exchange(in_high_end_, false);
    std::size_t tests = 0;
    operand last;
    bool is_value = false;
    advance();
    do {
        is_value = !comparison_here();
        last = is_value ? parse_expression() : parse_comparison_test();
        if (is_value && tests == 0 && at(sign::dots)) {
            in_high_end_ = outer;
            last = parse_range_rest(made, last, true);
            check_test(left, parse_binary_rest(parse_postfix_rest(last), binding::sum));
            return 1;
        }
        if (tests > 0 || at(sign::comma)) check_test(left, last);
        ++tests;
    } while (take(sign::comma));
    expect(sign::close, ")");
    in_high_end_ = outer;
    if (tests > 1) return tests;
    if (is_value) last = parse_binary_rest(parse_postfix_rest(last), binding::sum);
    check_test(left, last);
    return tests;
}

/** Compiles tests against an input, which is the first value on the stack. */
void compiler::compile_tests(const type& input, bool negated)
{
    data_->is_unary_tests = true;
    data_->result = type::boolean();
    has_input_ = true;
    input_ = input;
    depth_ = 1;
    if (!check_source()) return;
    go_to(0);
    const bool has_not = at_word("not") && lexer_.read(now_.end).what == sign::open;
    is_misread_ = negated && !has_not;
    if (is_misread_) return;
    if (negated) {
        all_tests_simple_ = false;
        advance();
        advance();
    }
    parse_tests(input);
    if (negated) {
        if (!take(sign::close)) is_misread_ = true;
        emit(opcode::invert, 0);
        if (!at(sign::end) || failed_) is_misread_ = true;
        return;
    }
    if (!at(sign::end))
        fail_here("\xFF"
                  "feel_want_end");
}

void compiler::parse_tests(const type& input)
{
    operand what;
    what.content = input;
    std::size_t count = 0;
    const bool is_dash = at(sign::minus) && lexer_.read(now_.end).what == sign::end;
    if (is_dash) {
        advance();
        emit_constant(value::boolean(true));
        data_->tests.push_back(simple_test());
        return;
    }
    do {
        parse_unary_test(what);
        ++count;
    } while (take(sign::comma));
    if (count > 1) emit(opcode::any_of, 1 - static_cast<int>(count), count);
}

/** Compiles one test: a condition when it uses `?`, else what the input is compared with. */
void compiler::parse_unary_test(const operand& input)
{
    const std::size_t start = emit(opcode::copy, 1, 0);
    used_input_ = false;
    const operand test = comparison_here() ? parse_comparison_test() : parse_expression();
    if (failed_) return;
    const bool is_boolean_input = input.content.is_any() || input.content.is(type::shape::boolean);
    const bool is_condition =
        used_input_ || (test.content.is(type::shape::boolean) && !is_boolean_input);
    if (is_condition) {
        check_condition(test);
        all_tests_simple_ = false;
        emit(opcode::leave, -1, 1);
        emit(opcode::as_test, 0);
        return;
    }
    check_test(input, test);
    const bool is_alone = data_->code.size() == start + 2;
    if (is_alone && constant_at(start + 1)) {
        note_test(test);
    } else {
        all_tests_simple_ = false;
    }
    emit(opcode::in, -1, 1);
}

/** Tells a test that compares with a literal. */
void compiler::note_test(const operand& test)
{
    const value& constant = *constant_at(test.code);
    simple_test made;
    if (constant.is(kind::number)) {
        made.what = simple_test::form::interval;
        made.has_low = made.has_high = true;
        made.low = made.high = constant.as_number();
    } else if (constant.is(kind::text)) {
        made.what = simple_test::form::text;
        made.text = constant.as_text();
    } else if (constant.is(kind::range)) {
        return note_range(constant.as_range());
    } else {
        all_tests_simple_ = false;
        return;
    }
    data_->tests.push_back(made);
}

void compiler::note_range(const range_value& range)
{
    simple_test made;
    made.what = simple_test::form::interval;
    const bool is_equal = range.form == range_form::equal;
    made.has_low = is_equal || range.has_low;
    made.has_high = is_equal || range.has_high;
    const value& high = is_equal ? range.low : range.high;
    const bool is_text = is_equal && range.low.is(kind::text);
    const bool is_simple = range.form != range_form::different &&
                           (!made.has_low || range.low.is(kind::number)) &&
                           (!made.has_high || high.is(kind::number));
    if (is_text) {
        made = simple_test();
        made.what = simple_test::form::text;
        made.text = range.low.as_text();
    } else if (is_simple) {
        made.low_open = range.low_open;
        made.high_open = range.high_open;
        if (made.has_low) made.low = range.low.as_number();
        if (made.has_high) made.high = high.as_number();
    } else {
        all_tests_simple_ = false;
        return;
    }
    data_->tests.push_back(made);
}

} // namespace bontot::feel::detail

#endif
