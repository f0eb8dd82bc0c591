// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_SIGNATURES_IPP
#define BONTOT_FEEL_SYNTAX_SIGNATURES_IPP

#include <bontot/feel/type.hpp>
#include <bontot/message.hpp>

#include <bontot/feel/builtins/table.hpp>
#include <bontot/feel/syntax/calls.hpp>
#include <bontot/feel/syntax/compiler.hpp>
#include <bontot/feel/syntax/signatures.hpp>
#include <bontot/feel/syntax/types.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace bontot::feel::detail {

/** Returns whether every element of a list, or the value itself, may be of a kind. */
template <class Predicate>
[[nodiscard]] bool may_all_be(const type& what, Predicate may)
{
    const type element = what.is(shape::list) ? what.element() : what;
    const bool is_empty = what.is(shape::list) && element.is(shape::null);
    return element.is_any() || is_empty || may(element);
}

/** Returns whether a type may be what a letter of @ref builtin::kinds asks for. */
[[nodiscard]] inline bool fits_kind(const type& what, char wanted)
{
    if (what.is_any()) return true;
    switch (wanted) {
    case 'n':
        return what.is(shape::number);
    case 's':
        return what.is(shape::text);
    case 'b':
        return what.is(shape::boolean);
    case 'd':
        return what.is(shape::date);
    case 'D':
        return what.is(shape::date) || what.is(shape::text);
    case 'x':
        return what.is(shape::number) || what.is(shape::days_duration) ||
               what.is(shape::months_duration);
    case 'l':
        return what.is(shape::list);
    case 'N':
        return may_all_be(what, [](const type& t) { return t.is(shape::number); });
    case 'B':
        return may_all_be(what, [](const type& t) { return t.is(shape::boolean); });
    case 'O':
        return may_all_be(what, has_order);
    default:
        return true;
    }
}

[[nodiscard]] inline std::string_view kind_message(char wanted)
{
    switch (wanted) {
    case 'n':
        return "\xFF"
               "feel_type_number";
    case 's':
        return "\xFF"
               "feel_type_text";
    case 'b':
        return "\xFF"
               "feel_type_boolean";
    case 'd':
    case 'D':
        return "\xFF"
               "feel_type_date";
    case 'x':
        return "\xFF"
               "feel_want_amount";
    case 'N':
        return "\xFF"
               "feel_want_numbers";
    case 'B':
        return "\xFF"
               "feel_want_boolean";
    case 'O':
        return "\xFF"
               "feel_want_ordered";
    default:
        return "\xFF"
               "feel_type_list";
    }
}

/** Reports arguments that can not be what the built-in asks for. */
void compiler::check_arguments(const call_site& call, const builtin& what)
{
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const operand& given = call.arguments[i];
        const std::size_t last = what.kinds.size() - 1;
        const char wanted = what.kinds[std::min(i, last)];
        // a separator of `number` may be left out by null
        const bool may_be_null = i >= what.least && given.content.is(shape::null);
        if (may_be_null || fits_kind(given.content, wanted)) continue;
        std::string_view name = parameter_name(what.parameters, i);
        if (name.empty()) name = parameter_name(what.parameters, last);
        add_issue(
            message::feel_wrong_argument, given.begin,
            {call.name, name, kind_message(wanted), type_message(given.content)}
        );
    }
    const bool has_element =
        call.arguments.size() == 2 && (call.name == "list contains" || call.name == "index of");
    if (!has_element) return;
    operand element = call.arguments[0];
    element.content = element.content.element();
    check_equality(element, call.arguments[1], call.arguments[1].begin);
}

/** Returns the type of a call's result. */
type compiler::call_type(const call_site& call, const builtin& what)
{
    const type first = call.arguments.empty() ? type() : call.arguments[0].content;
    switch (what.result) {
    case 'n':
        return type::number();
    case 's':
        return type::text();
    case 'b':
        return type::boolean();
    case 'd':
        return type::date();
    case 'm':
        return type::months_duration();
    case 'N':
        return type::list_of(type::number(), source_memory_);
    case 'l':
        return type::list_of(type::any(), source_memory_);
    case '=':
        return first;
    case 'e':
    case '+': {
        type element = elements_of(first);
        for (std::size_t i = 1; i < call.arguments.size(); ++i) {
            // the further arguments of append are elements, whatever they are
            const type& next = call.arguments[i].content;
            const bool is_element = call.name == "append";
            element = types_.join(element, is_element ? next : elements_of(next));
        }
        return what.result == 'e' ? element : type::list_of(element, source_memory_);
    }
    default:
        return type::any();
    }
}

} // namespace bontot::feel::detail

#endif
