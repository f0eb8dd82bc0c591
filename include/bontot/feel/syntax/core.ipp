// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_CORE_IPP
#define BONTOT_FEEL_SYNTAX_CORE_IPP

#include <bontot/feel/environment.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/text.hpp>

#include <bontot/base/utf8.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/feel/run/machine_values.hpp>
#include <bontot/feel/syntax/compiler.hpp>
#include <bontot/feel/syntax/lexer.hpp>
#include <bontot/feel/values/unicode.hpp>

#include <boost/system/result.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace bontot::feel::detail {

compiler::compiler(std::string_view source, environment& names, const compile_options& options)
    : names_(names), options_(options), source_memory_(names.source()),
      data_(make_shared_in<program_data>(source_memory_, source_memory_)), lexer_(source),
      issues_(allocator<issue>(source_memory_)), scopes_(source_memory_),
      texts_(allocator<literal_text>(source_memory_)), types_(source_memory_)
{}

void compiler::compile_expression()
{
    if (!check_source()) return;
    go_to(0);
    const operand whole = parse_expression();
    if (!at(sign::end))
        fail_here("\xFF"
                  "feel_want_end");
    data_->result = whole.content;
}

bool compiler::check_source()
{
    const std::string_view source = lexer_.source();
    if (source.size() > options_.max_length) {
        fail(message::feel_too_long, 0, {std::to_string(options_.max_length)});
        return false;
    }
    for (std::size_t i = 0; i < source.size();) {
        const std::optional<code_point> found = decode(source, i);
        if (!found) {
            fail(message::feel_not_utf8, i, {});
            return false;
        }
        i += found->length;
    }
    return true;
}

/** Cuts what is too long to be shown, between two characters. */
[[nodiscard]] inline std::string_view shortened(std::string_view text)
{
    if (text.size() <= most_shown) return text;
    std::size_t end = most_shown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
        --end;
    return text.substr(0, end);
}

void compiler::add_issue(
    message what, std::size_t at, std::initializer_list<std::string_view> arguments
)
{
    if (is_full()) return;
    issue made;
    made.code = what;
    made.offset = at;
    made.arguments = vector<string>(allocator<string>(source_memory_));
    for (const std::string_view each : arguments)
        made.arguments.emplace_back(shortened(each), allocator<char>(source_memory_));
    const auto place = std::upper_bound(
        issues_.begin(), issues_.end(), at,
        [](std::size_t offset, const issue& each) { return offset < each.offset; }
    );
    issues_.insert(place, std::move(made)); // in the order of the text
}

/** Reports what makes further reading useless: it alone is shown, and reading ends. */
void compiler::fail(message what, std::size_t at, std::initializer_list<std::string_view> arguments)
{
    if (failed_) return;
    failed_ = true;
    if (what != message::feel_unsupported) issues_.clear();
    add_issue(what, at, arguments);
    now_.what = sign::end;
}

void compiler::fail_here(std::string_view wanted)
{
    if (failed_) return;
    if (at(sign::end)) return fail(message::feel_unexpected_end, now_.begin, {wanted});
    fail(message::feel_syntax, now_.begin, {lexer_.text(now_), wanted});
}

void compiler::fail_lexer(const token& bad)
{
    fail(lexer_.fault(), bad.begin, {lexer_.text(bad)});
}

/** Fills in the columns, which are counted once from the left. */
void compiler::finish_columns()
{
    std::size_t counted = 0;
    std::size_t column = 1;
    for (issue& each : issues_) {
        column += count_code_points(lexer_.source().substr(counted, each.offset - counted));
        counted = each.offset;
        each.column = column;
    }
}

boost::system::result<program, issue_list> compiler::finish()
{
    if (!issues_.empty()) {
        finish_columns();
        return std::move(issues_);
    }
    program_data& made = *data_;
    made.source.assign(lexer_.source());
    made.symbols = names_.share_symbols();
    made.has_simple_tests = made.is_unary_tests && all_tests_simple_;
    if (!made.has_simple_tests) made.tests.clear();
    for (const variable_reference& each : made.references)
        made.variables.push_back(each.slot);
    std::sort(made.variables.begin(), made.variables.end());
    const auto variables_end = std::unique(made.variables.begin(), made.variables.end());
    made.variables.erase(variables_end, made.variables.end());
    std::sort(made.fields.begin(), made.fields.end());
    made.fields.erase(std::unique(made.fields.begin(), made.fields.end()), made.fields.end());
    return program(std::shared_ptr<const program_data>(std::move(data_)));
}

void compiler::go_to(std::size_t offset)
{
    if (failed_) return;
    now_ = lexer_.read(offset);
    if (at(sign::fault)) fail_lexer(now_);
}

bool compiler::at_word(std::string_view word) const
{
    return at(sign::word) && lexer_.text(now_) == word;
}

bool compiler::take(sign what)
{
    if (!at(what)) return false;
    advance();
    return true;
}

bool compiler::take_word(std::string_view word)
{
    if (!at_word(word)) return false;
    advance();
    return true;
}

void compiler::expect(sign what, std::string_view shown)
{
    if (!take(what)) fail_here(shown);
}

void compiler::expect_word(std::string_view word)
{
    if (!take_word(word)) fail_here(word);
}

/** Goes one level deeper; returns false when that is too deep. */
bool compiler::enter()
{
    const std::size_t limit = std::min(options_.max_depth, most_nesting);
    ++nesting_;
    if (nesting_ > limit) fail(message::feel_too_deep, now_.begin, {std::to_string(limit)});
    return !failed_;
}

std::size_t compiler::emit(opcode what, int change, std::size_t wide, std::size_t narrow)
{
    constexpr std::size_t most_narrow = 0xFFFF;
    const bool is_large = data_->code.size() >= most_code_of_a_byte * longest_source();
    if (narrow > most_narrow || depth_ > most_narrow || is_large) {
        fail(message::feel_too_large, now_.begin, {});
    }
    instruction made;
    made.operation = what;
    made.wide = static_cast<std::uint32_t>(wide);
    made.narrow = static_cast<std::uint16_t>(narrow);
    data_->code.push_back(made);
    depth_ = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(depth_) + change);
    // room for what an instruction puts on top before it takes things off
    data_->stack_size = std::max(data_->stack_size, depth_ + 2);
    return data_->code.size() - 1;
}

std::size_t compiler::emit_constant(const value& constant)
{
    data_->constants.push_back(constant);
    return emit(opcode::constant, 1, data_->constants.size() - 1);
}

/** Returns the constant that the instruction at a place loads, or nullptr. */
const value* compiler::constant_at(std::size_t code) const
{
    if (code >= data_->code.size()) return nullptr;
    const instruction& found = data_->code[code];
    return found.operation == opcode::constant ? &data_->constants[found.wide] : nullptr;
}

/** Returns the constant that the operand just compiled is, or nullptr. */
const value* compiler::sole_constant(const operand& what) const
{
    return what.code + 1 == data_->code.size() ? constant_at(what.code) : nullptr;
}

/** Makes a list of the values since `code`: at once when all are constants. */
void compiler::emit_list(std::size_t count, std::size_t code)
{
    vector<value> elements{allocator<value>(source_memory_)};
    while (elements.size() < count) {
        const value* const each = constant_at(code + elements.size());
        if (!each) break;
        elements.push_back(*each);
    }
    const bool is_constant = elements.size() == count && code + count == data_->code.size();
    if (!is_constant) {
        emit(opcode::make_list, 1 - static_cast<int>(count), count);
        return;
    }
    data_->code.resize(code);
    depth_ -= count;
    emit_constant(value::list(data_->texts.copy(std::span<const value>(elements))));
}

/** Makes a range of the values since `code`: at once when all are constants. */
void compiler::emit_range(unsigned flags, std::size_t code)
{
    const bool has_two = (flags & range_has_low) && (flags & range_has_high);
    const std::size_t count = has_two ? 2 : 1;
    const value* const low = constant_at(code);
    const value* const high = constant_at(code + count - 1);
    if (!low || !high || code + count != data_->code.size()) {
        const std::size_t made = emit(opcode::make_range, has_two ? -1 : 0);
        data_->code[made].flags = static_cast<std::uint8_t>(flags);
        return;
    }
    range_value* const place = data_->texts.make_array<range_value>(1);
    new (place) range_value;
    const bool fits = fill_range(*place, static_cast<std::uint8_t>(flags), *low, *high);
    data_->code.resize(code);
    depth_ -= count;
    emit_constant(fits ? value::range(place) : value::null());
}

operand compiler::begin_operand() const
{
    operand made;
    made.begin = now_.begin;
    made.code = data_->code.size();
    return made;
}

/** Ends an operand before the current token. */
operand compiler::finish_operand(operand made, const type& content) const
{
    made.end = now_.begin;
    made.content = content;
    return made;
}

} // namespace bontot::feel::detail

#endif
