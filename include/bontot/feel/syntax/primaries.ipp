// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_PRIMARIES_IPP
#define BONTOT_FEEL_SYNTAX_PRIMARIES_IPP

#include <bontot/feel/symbols.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>

#include <bontot/feel/code/code.hpp>
#include <bontot/feel/syntax/compiler.hpp>
#include <bontot/feel/syntax/lexer.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

namespace bontot::feel::detail {

operand compiler::parse_postfix()
{
    return parse_postfix_rest(parse_primary());
}

/** Reads paths and filters after an operand. */
operand compiler::parse_postfix_rest(operand base)
{
    for (;;) {
        if (at(sign::dot)) {
            base = parse_path(base);
        } else if (at(sign::open_bracket) && !(in_high_end_ && ends_value())) {
            base = parse_filter(base);
        } else {
            return base;
        }
    }
}

operand compiler::parse_path(const operand& base)
{
    advance();
    const std::size_t place = now_.begin;
    const string name = parse_field_name(base.content);
    std::size_t hint = 0;
    const type found = field_type(base, name, place, hint);
    operand made = finish_operand(base, found);
    made.slot = no_slot;
    emit(opcode::path, 0, names_.symbols().intern(name), hint);
    return made;
}

/** Reads a field's name: the longest that the type has, else words up to something else. */
string compiler::parse_field_name(const type& base)
{
    const type content = base.is(type::shape::list) ? base.element() : base;
    std::size_t end = std::string_view::npos;
    std::string_view name;
    std::uint32_t place = 0;
    match_field(content, [&](std::uint32_t each, std::size_t each_end) {
        const std::string_view each_name = content.fields()[each].name;
        const bool is_better =
            each_name.size() > name.size() || (each_name.size() == name.size() && each < place);
        if (!is_better) return;
        end = each_end;
        name = each_name;
        place = each;
    });
    if (name.empty()) return parse_plain_name();
    go_to(end);
    return string(name, allocator<char>(source_memory_));
}

operand compiler::parse_primary()
{
    switch (now_.what) {
    case sign::number:
        return parse_number();
    case sign::text:
        return parse_text();
    case sign::at:
        return parse_at_literal();
    case sign::input:
        return parse_input();
    case sign::word:
        return parse_word();
    case sign::open:
        return parse_open();
    case sign::open_bracket:
        return parse_bracket();
    case sign::close_bracket:
        if (!ends_value()) return parse_bracket();
        break;
    case sign::open_brace:
        return parse_context();
    default:
        break;
    }
    fail_here("\xFF"
              "feel_want_value");
    return begin_operand();
}

operand compiler::parse_word()
{
    const operand made = begin_operand();
    const std::string_view word = lexer_.text(now_);
    if (word == "true" || word == "false") {
        emit_constant(value::boolean(word == "true"));
        advance();
        return finish_operand(made, type::boolean());
    }
    if (word == "null") {
        emit(opcode::null, 1);
        advance();
        return finish_operand(made, type::null());
    }
    if (word == "if") return parse_if();
    if (word == "for") return parse_for();
    if (word == "some" || word == "every") return parse_quantified(word == "every");
    if (word == "function") {
        fail(message::feel_unsupported, now_.begin, {word});
        return made;
    }
    if (!is_keyword(word)) return parse_name();
    fail_here("\xFF"
              "feel_want_value");
    return made;
}

operand compiler::parse_input()
{
    operand made = begin_operand();
    if (!has_input_) {
        add_issue(message::feel_input_misplaced, now_.begin, {});
        emit(opcode::null, 1);
    } else {
        used_input_ = true;
        emit(opcode::copy, 1, 0);
    }
    advance();
    return finish_operand(made, input_);
}

/** Reads brackets around an expression, a range that begins open, or a comparison as a value. */
operand compiler::parse_open()
{
    const operand made = begin_operand();
    advance();
    if (comparison_here()) {
        const operand test = parse_comparison_test();
        expect(sign::close, ")");
        return finish_operand(made, test.content);
    }
    const bool outer = std::exchange(in_high_end_, false);
    operand inner = parse_expression();
    in_high_end_ = outer;
    if (at(sign::dots)) return parse_range_rest(made, inner, true);
    expect(sign::close, ")");
    inner.begin = made.begin;
    inner.end = now_.begin;
    return inner;
}

/** Reads a list or a range after `[`, or a range after `]`. */
operand compiler::parse_bracket()
{
    const operand made = begin_operand();
    const bool is_open = at(sign::close_bracket);
    const bool outer = std::exchange(in_high_end_, false);
    advance();
    operand all = made;
    if (!is_open && at(sign::close_bracket)) {
        advance();
        emit_list(0, made.code);
        all = finish_operand(made, type::list_of(type::null(), source_memory_));
    } else {
        const operand first = parse_expression();
        if (at(sign::dots)) {
            all = parse_range_rest(made, first, is_open);
        } else if (is_open) {
            fail_here("..");
        } else {
            all = parse_list(made, first);
        }
    }
    in_high_end_ = outer;
    return all;
}

/** Reads the rest of a list after its first element. */
operand compiler::parse_list(operand made, const operand& first)
{
    type element = first.content;
    std::size_t count = 1;
    while (take(sign::comma)) {
        const operand next = parse_expression();
        element = types_.join(element, next.content);
        ++count;
    }
    expect(sign::close_bracket, "]");
    if (failed_) return made;
    emit_list(count, made.code);
    return finish_operand(made, type::list_of(element, source_memory_));
}

operand compiler::parse_context()
{
    const operand made = begin_operand();
    advance();
    const bool outer = std::exchange(in_high_end_, false);
    const std::size_t outer_scopes = scopes_.size();
    vector<type_field> fields{allocator<type_field>(source_memory_)};
    vector<symbol> keys{allocator<symbol>(source_memory_)};
    std::set<symbol, std::less<symbol>, allocator<symbol>> known{
        std::less<symbol>(), allocator<symbol>(source_memory_)};
    bool has_repeated = false;
    while (!at(sign::close_brace) && !failed_) {
        if (!keys.empty()) expect(sign::comma, ",");
        const std::size_t place = now_.begin;
        const string key = parse_key();
        expect(sign::colon, ":");
        const operand entry = parse_expression();
        const symbol name = names_.symbols().intern(key);
        const bool is_repeated = !known.insert(name).second;
        if (is_repeated && is_strict()) add_issue(message::feel_repeated_key, place, {key});
        has_repeated = has_repeated || is_repeated;
        keys.push_back(name);
        fields.push_back({key, entry.content});
        // later entries read earlier ones by their names; a scope without one is a filter's
        if (key.empty()) continue;
        scopes_.push({key, static_cast<std::uint32_t>(depth_ - 1), entry.content});
    }
    scopes_.shrink(outer_scopes);
    expect(sign::close_brace, "}");
    in_high_end_ = outer;
    if (failed_) return made;
    if (!has_repeated) return finish_context(made, keys, std::move(fields));
    emit(opcode::drop_to_null, 1 - static_cast<int>(keys.size()), keys.size());
    return finish_operand(made, type::null());
}

operand
compiler::finish_context(const operand& made, const vector<symbol>& keys, vector<type_field> fields)
{
    const auto change = 1 - static_cast<int>(keys.size());
    emit(opcode::make_context, change, data_->keys.size(), keys.size());
    data_->keys.insert(data_->keys.end(), keys.begin(), keys.end());
    return finish_operand(made, type::context_of(std::move(fields)));
}

/** Reads a key: a text, or anything up to the colon as it is written. */
string compiler::parse_key()
{
    string key{allocator<char>(source_memory_)};
    if (at(sign::text)) {
        if (read_text(key)) advance();
        return key;
    }
    if (!at(sign::word))
        fail_here("\xFF"
                  "feel_want_name");
    while (at(sign::word)) {
        if (!key.empty()) key += ' ';
        key += lexer_.text(now_);
        advance();
    }
    return key;
}

} // namespace bontot::feel::detail

#endif
