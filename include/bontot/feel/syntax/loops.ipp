// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_LOOPS_IPP
#define BONTOT_FEEL_SYNTAX_LOOPS_IPP

#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>

#include <bontot/feel/code/code.hpp>
#include <bontot/feel/syntax/compiler.hpp>
#include <bontot/feel/syntax/lexer.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace bontot::feel::detail {

operand compiler::parse_if()
{
    const operand made = begin_operand();
    const bool outer = std::exchange(in_high_end_, false);
    advance();
    check_condition(parse_expression());
    expect_word("then");
    const std::size_t to_else = emit(opcode::if_then, 0);
    const operand yes = parse_expression();
    expect_word("else");
    const std::size_t to_end = emit(opcode::if_else, 0);
    if (failed_) return made;
    aim(to_else);
    const operand no = parse_expression();
    if (failed_) return made;
    emit(opcode::if_end, -2);
    aim(to_end);
    in_high_end_ = outer;
    return finish_operand(made, types_.join(yes.content, no.content));
}

operand compiler::parse_for()
{
    const operand made = begin_operand();
    const bool outer = std::exchange(in_high_end_, false);
    const std::size_t outer_scopes = scopes_.size();
    vector<std::size_t> loops{allocator<std::size_t>(source_memory_)};
    ++fors_;
    advance();
    emit(opcode::gather, 0);
    parse_iterators(loops, "return");
    const operand body = parse_expression();
    --fors_;
    in_high_end_ = outer;
    if (failed_) return made;
    emit(opcode::gather_one, -1);
    close_loops(loops, outer_scopes);
    emit(opcode::gather_end, 1);
    return finish_operand(made, type::list_of(body.content, source_memory_));
}

operand compiler::parse_quantified(bool is_every)
{
    const operand made = begin_operand();
    const bool outer = std::exchange(in_high_end_, false);
    const std::size_t outer_scopes = scopes_.size();
    vector<std::size_t> loops{allocator<std::size_t>(source_memory_)};
    advance();
    data_->code[emit(opcode::quantify, 0)].flags = is_every ? 1 : 0;
    parse_iterators(loops, "satisfies");
    const operand test = parse_expression();
    in_high_end_ = outer;
    if (failed_) return made;
    check_condition(test);
    emit(opcode::quantify_one, -1);
    close_loops(loops, outer_scopes);
    emit(opcode::quantify_end, 1);
    return finish_operand(made, type::boolean());
}

/** Reads `x in list, y in 1..3` and the word after it, and begins a loop for each. */
void compiler::parse_iterators(vector<std::size_t>& loops, std::string_view until)
{
    do
        parse_iterator(loops);
    while (take(sign::comma));
    expect_word(until);
}

void compiler::parse_iterator(vector<std::size_t>& loops)
{
    const string name = parse_plain_name();
    expect_word("in");
    const operand domain = parse_expression();
    opcode how = opcode::each;
    type element;
    if (take(sign::dots)) {
        const operand last = parse_expression();
        element = types_.join(domain.content, last.content);
        how = opcode::each_between;
        check_order(domain, last, last.begin);
    } else {
        element = iterated_type(domain);
    }
    loops.push_back(emit(how, 1));
    scope made{name, static_cast<std::uint32_t>(depth_ - 1), element, domain.slot};
    if (how == opcode::each_between) made.slot = no_slot;
    scopes_.push(std::move(made));
}

/** Ends loops from the innermost to the outermost. */
void compiler::close_loops(const vector<std::size_t>& loops, std::size_t outer_scopes)
{
    for (std::size_t i = loops.size(); i > 0; --i) {
        const std::size_t begin = loops[i - 1];
        const bool has_two = data_->code[begin].operation == opcode::each_between;
        emit(opcode::each_next, has_two ? -3 : -2, begin + 1, has_two ? 2 : 1);
        aim(begin);
    }
    scopes_.shrink(outer_scopes);
}

/** Returns the type of what a loop goes through. */
type compiler::iterated_type(const operand& domain)
{
    const type& content = domain.content;
    if (content.is(type::shape::list)) return content.element();
    if (content.is_any()) return content;
    if (content.is(type::shape::range)) {
        const type element = content.element();
        const bool is_counted =
            element.is_any() || element.is(type::shape::number) || element.is(type::shape::date);
        if (is_counted) return element;
    }
    if (is_strict()) {
        const std::string_view found = type_message(content);
        add_issue(message::feel_not_iterable, domain.begin, {found});
    }
    return content;
}

/** Reads a filter: a condition on each item, or the place of one item. */
operand compiler::parse_filter(const operand& base)
{
    const bool outer = std::exchange(in_high_end_, false);
    const type& content = base.content;
    const type element = content.is(type::shape::list) ? content.element() : content;
    const std::size_t begin = emit(opcode::filter, 1);
    scope item;
    item.place = static_cast<std::uint32_t>(depth_ - 1);
    item.content = element;
    item.slot = base.slot;
    scopes_.push(std::move(item));
    advance();
    const operand test = parse_expression();
    expect(sign::close_bracket, "]");
    in_high_end_ = outer;
    if (failed_) return base;
    finish_filter(begin, test, scopes_.back().is_used);
    scopes_.shrink(scopes_.size() - 1);
    const bool is_place = test.content.is(type::shape::number);
    if (!is_place && !test.content.is_any()) check_condition(test);
    operand made = finish_operand(base, element);
    if (test.content.is(type::shape::boolean))
        made.content = type::list_of(element, source_memory_);
    if (test.content.is_any()) made.content = type::any();
    return made;
}

/** Ends a filter; a condition that does not look at the item is not asked for each one. */
void compiler::finish_filter(std::size_t begin, const operand& test, bool is_used)
{
    if (!is_used) {
        data_->code[begin].operation = opcode::null;
        emit(opcode::choose, -2);
        return;
    }
    emit(opcode::filter_next, -2, begin + 1);
    data_->code[begin].flags = test.content.is(type::shape::number) ? 1 : 0;
    aim(begin);
}

} // namespace bontot::feel::detail

#endif
