// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_TYPES_IPP
#define BONTOT_FEEL_SYNTAX_TYPES_IPP

#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>

#include <bontot/base/nearest.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/feel/syntax/compiler.hpp>
#include <bontot/feel/syntax/lexer.hpp>
#include <bontot/feel/syntax/types.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::feel::detail {

/** Returns the argument that names a type in the reader's language. */
std::string_view type_message(const type& what)
{
    switch (what.form()) {
    case shape::null:
        return "\xFF"
               "feel_type_null";
    case shape::boolean:
        return "\xFF"
               "feel_type_boolean";
    case shape::number:
        return "\xFF"
               "feel_type_number";
    case shape::text:
        return "\xFF"
               "feel_type_text";
    case shape::date:
        return "\xFF"
               "feel_type_date";
    case shape::days_duration:
        return "\xFF"
               "feel_type_days_duration";
    case shape::months_duration:
        return "\xFF"
               "feel_type_months_duration";
    case shape::list:
        return "\xFF"
               "feel_type_list";
    case shape::context:
        return "\xFF"
               "feel_type_context";
    case shape::range:
        return "\xFF"
               "feel_type_range";
    default:
        return "\xFF"
               "feel_type_any";
    }
}

/** What an operator gives for operands of two types. */
struct operator_rule
{
    opcode operation;
    shape left;
    shape right;
    shape result;
};

// clang-format off
inline constexpr operator_rule operator_rules[] = {
    {opcode::add, shape::number, shape::number, shape::number},
    {opcode::add, shape::text, shape::text, shape::text},
    {opcode::add, shape::date, shape::days_duration, shape::date},
    {opcode::add, shape::date, shape::months_duration, shape::date},
    {opcode::add, shape::days_duration, shape::date, shape::date},
    {opcode::add, shape::months_duration, shape::date, shape::date},
    {opcode::add, shape::days_duration, shape::days_duration, shape::days_duration},
    {opcode::add, shape::months_duration, shape::months_duration, shape::months_duration},
    {opcode::subtract, shape::number, shape::number, shape::number},
    {opcode::subtract, shape::date, shape::date, shape::days_duration},
    {opcode::subtract, shape::date, shape::days_duration, shape::date},
    {opcode::subtract, shape::date, shape::months_duration, shape::date},
    {opcode::subtract, shape::days_duration, shape::days_duration, shape::days_duration},
    {opcode::subtract, shape::months_duration, shape::months_duration, shape::months_duration},
    {opcode::multiply, shape::number, shape::number, shape::number},
    {opcode::multiply, shape::days_duration, shape::number, shape::days_duration},
    {opcode::multiply, shape::months_duration, shape::number, shape::months_duration},
    {opcode::multiply, shape::number, shape::days_duration, shape::days_duration},
    {opcode::multiply, shape::number, shape::months_duration, shape::months_duration},
    {opcode::divide, shape::number, shape::number, shape::number},
    {opcode::divide, shape::days_duration, shape::number, shape::days_duration},
    {opcode::divide, shape::months_duration, shape::number, shape::months_duration},
    {opcode::divide, shape::days_duration, shape::days_duration, shape::number},
    {opcode::divide, shape::months_duration, shape::months_duration, shape::number},
    {opcode::power, shape::number, shape::number, shape::number},
    {opcode::both, shape::boolean, shape::boolean, shape::boolean},
    {opcode::either, shape::boolean, shape::boolean, shape::boolean},
};
// clang-format on
[[nodiscard]] inline type plain_type(shape what)
{
    switch (what) {
    case shape::boolean:
        return type::boolean();
    case shape::number:
        return type::number();
    case shape::text:
        return type::text();
    case shape::date:
        return type::date();
    case shape::days_duration:
        return type::days_duration();
    case shape::months_duration:
        return type::months_duration();
    default:
        return type::any();
    }
}

/** Returns what an operator gives, and reports operands for which it gives nothing. */
type compiler::operator_type(opcode what, const operand& a, const operand& b, std::size_t at)
{
    if (what >= opcode::equal && what <= opcode::greater_equal) {
        const bool is_equality = what == opcode::equal || what == opcode::different;
        is_equality ? check_equality(a, b, at) : check_order(a, b, at);
        return type::boolean();
    }
    std::optional<shape> result;
    for (const operator_rule& each : operator_rules) {
        const bool fits =
            each.operation == what && may_be(a.content, each.left) && may_be(b.content, each.right);
        if (!fits) continue;
        result = !result || *result == each.result ? each.result : shape::any;
    }
    if (result) return plain_type(*result);
    if (is_strict() && !failed_) {
        const std::string_view operation = lexer_.text(lexer_.read(at));
        add_issue(
            message::feel_wrong_operands, at,
            {operation, type_message(a.content), type_message(b.content)}
        );
    }
    return type::any();
}

void compiler::report_wrong_type(
    const operand& what, std::string_view wanted, std::string_view operation
)
{
    if (!is_strict() || failed_) return;
    add_issue(
        message::feel_wrong_operand, what.begin, {operation, type_message(what.content), wanted}
    );
}

void compiler::check_condition(const operand& what)
{
    if (may_be(what.content, shape::boolean) || !is_strict() || failed_) return;
    add_issue(message::feel_not_condition, what.begin, {type_message(what.content)});
}

/** Reports two values of which `=` can only say null. */
void compiler::check_equality(const operand& a, const operand& b, std::size_t at)
{
    if (!is_strict() || failed_) return;
    const bool fits = a.content.is_any() || b.content.is_any() || a.content.is(shape::null) ||
                      b.content.is(shape::null) || a.content.form() == b.content.form();
    if (!fits) {
        add_issue(
            message::feel_not_comparable, at, {type_message(a.content), type_message(b.content)}
        );
        return;
    }
    if (!a.content.choices().empty()) check_choice(a.content, b);
    if (!b.content.choices().empty()) check_choice(b.content, a);
}

bool has_order(const type& what)
{
    return what.is_any() || what.is(shape::number) || what.is(shape::text) ||
           what.is(shape::date) || what.is(shape::days_duration) || what.is(shape::months_duration);
}

/** Reports two values of which neither can be less than the other. */
void compiler::check_order(const operand& a, const operand& b, std::size_t at)
{
    if (!is_strict() || failed_) return;
    const bool is_same =
        a.content.is_any() || b.content.is_any() || a.content.form() == b.content.form();
    if (is_same && has_order(a.content) && has_order(b.content)) return;
    add_issue(message::feel_not_comparable, at, {type_message(a.content), type_message(b.content)});
}

/** Checks what a value is compared with after `in`, or in a unary test. */
void compiler::check_test(const operand& what, const operand& test)
{
    if (!is_strict() || failed_) return;
    const bool is_tested = test.content.is(shape::list) || test.content.is(shape::range);
    if (what.content.is(shape::range) || !is_tested) {
        check_equality(what, test, test.begin);
        return;
    }
    operand element = test;
    element.content = test.content.element();
    if (what.content.is(shape::list) && element.content.form() != shape::list) return;
    if (element.content.is(shape::range)) element.content = element.content.element();
    check_equality(what, element, test.begin);
}

/** Reports a text literal, or one in a list of literals, that is none of the choices. */
void compiler::check_choice(const type& choice, const operand& literal)
{
    std::size_t at = literal.begin;
    while (at < literal.end) {
        const token each = lexer_.read(at);
        if (each.what == sign::text) {
            const auto known = std::lower_bound(
                texts_.begin(), texts_.end(), each.begin,
                [](const literal_text& text, std::size_t sought) { return text.begin < sought; }
            );
            const bool is_known = known != texts_.end() && known->begin == each.begin;
            if (is_known) check_choice_text(choice, known->text, each.begin);
        }
        const bool is_plain = each.what == sign::text || each.what == sign::comma ||
                              each.what == sign::open_bracket || each.what == sign::close_bracket ||
                              each.what == sign::open || each.what == sign::close ||
                              each.what == sign::equal || each.what == sign::different;
        if (!is_plain) return;
        at = each.end;
    }
}

void compiler::check_choice_text(const type& choice, std::string_view text, std::size_t at)
{
    if (is_full() || choice.has_choice(text)) return;
    bontot::detail::nearest guess(text);
    for (const string& each : choice.choices())
        guess.offer(each);
    if (!guess.best().empty()) {
        add_issue(message::feel_unknown_choice_near, at, {text, guess.best()});
        return;
    }
    string all{allocator<char>(source_memory_)};
    for (const string& each : choice.choices()) {
        if (all.size() > most_shown) break; // the rest would be cut off
        if (!all.empty()) all += ", ";
        all += each;
    }
    add_issue(message::feel_unknown_choice, at, {text, all});
}

void compiler::note_field(std::uint32_t slot, std::string_view name)
{
    data_->fields.push_back({slot, names_.symbols().intern(name)});
}

[[nodiscard]] inline bool has_property(const type& what, std::string_view name)
{
    switch (what.form()) {
    case shape::date:
        return name == "year" || name == "month" || name == "day" || name == "weekday";
    case shape::days_duration:
        return name == "days" || name == "hours" || name == "minutes" || name == "seconds";
    case shape::months_duration:
        return name == "years" || name == "months";
    default:
        return false;
    }
}

/** Returns the type of a field, or of a list of fields, and reports one that is not there. */
type compiler::field_type(
    const operand& base, std::string_view name, std::size_t at, std::size_t& hint
)
{
    const bool is_list = base.content.is(shape::list);
    const type content = is_list ? base.content.element() : base.content;
    const std::ptrdiff_t index = content.field_index(name);
    type found;
    if (index >= 0) {
        hint = static_cast<std::size_t>(index);
        found = content.fields()[hint].content;
        if (base.slot != no_slot) note_field(base.slot, name);
    } else if (has_property(content, name)) {
        found = type::number();
    } else if (is_strict() && !failed_) {
        report_field(content, name, at);
    }
    return is_list ? type::list_of(found, source_memory_) : found;
}

void compiler::report_field(const type& content, std::string_view name, std::size_t at)
{
    if (content.is_any() || (content.is(shape::context) && content.is_open())) return;
    if (!content.is(shape::context)) {
        add_issue(message::feel_no_fields, at, {name, type_message(content)});
        return;
    }
    if (is_full()) return;
    bontot::detail::nearest guess(name);
    for (const type_field& each : content.fields())
        guess.offer(each.name);
    if (guess.best().empty()) {
        add_issue(message::feel_unknown_field, at, {name});
    } else {
        add_issue(message::feel_unknown_field_near, at, {name, guess.best()});
    }
}

} // namespace bontot::feel::detail

#endif
