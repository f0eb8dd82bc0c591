// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_CALLS_IPP
#define BONTOT_FEEL_SYNTAX_CALLS_IPP

#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>

#include <bontot/base/nearest.hpp>
#include <bontot/feel/builtins/table.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/feel/syntax/calls.hpp>
#include <bontot/feel/syntax/compiler.hpp>
#include <bontot/feel/syntax/lexer.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bontot::feel::detail {

std::string_view parameter_name(std::string_view names, std::size_t n)
{
    for (; n > 0 && !names.empty(); --n) {
        const std::size_t comma = names.find(',');
        names = comma == std::string_view::npos ? std::string_view() : names.substr(comma + 1);
    }
    return names.substr(0, names.find(','));
}

/** Returns the place of a parameter, or nothing. */
[[nodiscard]] inline std::optional<std::size_t>
parameter_index(const builtin& what, std::string_view name)
{
    for (std::size_t i = 0;; ++i) {
        const std::string_view each = parameter_name(what.parameters, i);
        if (each.empty()) return {};
        if (each == name) return i;
    }
}

/** Returns the longest name of a built-in that stands here before an opening bracket. */
std::string_view compiler::find_function(std::size_t& end, bool& is_supported) const
{
    std::string_view best;
    const auto offer = [&](std::string_view name, bool supported) {
        if (name.size() <= best.size()) return;
        const std::size_t found = match_name(name, now_.begin);
        if (found == std::string_view::npos) return;
        const std::size_t next = lexer_.skip_blanks(found);
        if (next >= lexer_.source().size() || lexer_.source()[next] != '(') return;
        best = name;
        end = found;
        is_supported = supported;
    };
    for (const builtin& each : builtins)
        offer(each.name, true);
    offer("is known", true);
    for (const std::string_view each : unsupported_builtins)
        offer(each, false);
    return best;
}

operand compiler::parse_call(std::string_view name, std::size_t end)
{
    operand made = begin_operand();
    call_site call(source_memory_);
    call.name = name;
    call.begin = now_.begin;
    go_to(end);
    advance();
    if (name == "is known") return parse_is_known(made);
    parse_arguments(call);
    if (failed_) return made;
    const std::size_t index = find_overload(call);
    if (index < std::size(builtins)) return emit_call(made, call, index);
    report_arguments(call);
    const auto count = static_cast<int>(call.arguments.size());
    emit(opcode::drop_to_null, 1 - count, call.arguments.size());
    return finish_operand(made, type::any());
}

operand compiler::parse_is_known(operand made)
{
    if (!options_.allow_is_known) add_issue(message::feel_is_known_misplaced, made.begin, {});
    call_site call(source_memory_);
    call.name = "is known";
    call.begin = made.begin;
    parse_arguments(call);
    if (failed_) return made;
    const bool fits = call.arguments.size() == 1 && call.names.empty();
    if (!fits) {
        const std::string count = std::to_string(call.arguments.size());
        add_issue(message::feel_wrong_argument_count, made.begin, {"is known", "1", "1", count});
    }
    const auto change = 1 - static_cast<int>(call.arguments.size());
    emit(fits ? opcode::is_known : opcode::drop_to_null, change, call.arguments.size());
    return finish_operand(made, type::boolean());
}

/** Reads arguments after the opening bracket, all with names or none. */
void compiler::parse_arguments(call_site& call)
{
    const bool outer = std::exchange(in_high_end_, false);
    while (!at(sign::close) && !failed_) {
        if (!call.arguments.empty()) expect(sign::comma, ",");
        std::size_t end = now_.begin;
        token look = now_;
        while (look.what == sign::word) {
            end = look.end;
            look = lexer_.read(end);
        }
        const bool is_named = at(sign::word) && look.what == sign::colon;
        if (is_named != !call.names.empty() && !call.arguments.empty()) {
            fail_here(
                is_named ? "\xFF"
                           "feel_want_value"
                         : "\xFF"
                           "feel_want_name"
            );
        }
        if (is_named) {
            call.name_places.push_back(now_.begin);
            call.names.push_back(parse_key());
            expect(sign::colon, ":");
        }
        call.arguments.push_back(parse_expression());
    }
    expect(sign::close, ")");
    in_high_end_ = outer;
}

void compiler::report_unknown_function(const string& name, std::size_t begin)
{
    if (is_full()) return;
    bontot::detail::nearest guess(name);
    for (const builtin& each : builtins)
        guess.offer(each.name);
    if (guess.best().empty()) {
        add_issue(message::feel_unknown_function, begin, {name});
    } else {
        add_issue(message::feel_unknown_function_near, begin, {name, guess.best()});
    }
}

operand compiler::parse_unknown_function(const string& name, std::size_t begin)
{
    operand made = begin_operand();
    report_unknown_function(name, begin);
    call_site call(source_memory_);
    advance();
    parse_arguments(call);
    const auto count = static_cast<int>(call.arguments.size());
    emit(opcode::drop_to_null, 1 - count, call.arguments.size());
    return finish_operand(made, type::any());
}

/** Returns the row of the table that fits the count and names of arguments, or one past all. */
std::size_t compiler::find_overload(const call_site& call) const
{
    for (std::size_t i = 0; i < std::size(builtins); ++i) {
        const builtin& what = builtins[i];
        if (what.name != call.name) continue;
        const std::size_t count = call.arguments.size();
        bool fits = count >= what.least && (what.most == any_count || count <= what.most);
        // at the first name that is no parameter, or stands twice, it does not fit
        for (std::size_t n = 0; n < call.names.size() && fits; ++n) {
            const auto place = parameter_index(what, call.names[n]);
            const auto first =
                std::find(call.names.begin(), call.names.end(), call.names[n]) - call.names.begin();
            fits = place && static_cast<std::size_t>(first) == n;
        }
        for (std::size_t n = 0; n < what.least && !call.names.empty() && fits; ++n) {
            const std::string_view needed = parameter_name(what.parameters, n);
            fits = std::find(call.names.begin(), call.names.end(), needed) != call.names.end();
        }
        if (fits) return i;
    }
    return std::size(builtins);
}

/** Reports why no row of the table fits. */
void compiler::report_arguments(const call_site& call)
{
    if (!is_strict()) return;
    std::size_t least = any_count;
    std::size_t most = 0;
    const builtin* only = nullptr;
    for (const builtin& each : builtins) {
        if (each.name != call.name) continue;
        only = &each;
        least = std::min<std::size_t>(least, each.least);
        most = std::max<std::size_t>(most, each.most);
    }
    if (!call.names.empty() && only) return report_names(call, *only);
    const std::string count = std::to_string(call.arguments.size());
    if (most == any_count) {
        const std::string fewest = std::to_string(least);
        add_issue(message::feel_too_few_arguments, call.begin, {call.name, fewest, count});
    } else {
        add_issue(
            message::feel_wrong_argument_count, call.begin,
            {call.name, std::to_string(least), std::to_string(most), count}
        );
    }
}

void compiler::report_names(const call_site& call, const builtin& what)
{
    for (std::size_t n = 0; n < call.names.size(); ++n) {
        const string& name = call.names[n];
        const auto first = std::find(call.names.begin(), call.names.end(), name);
        if (!parameter_index(what, name)) {
            add_issue(message::feel_wrong_argument_name, call.name_places[n], {call.name, name});
            return;
        }
        if (static_cast<std::size_t>(first - call.names.begin()) != n) {
            add_issue(message::feel_repeated_name, call.name_places[n], {name});
            return;
        }
    }
    for (std::size_t n = 0; n < what.least; ++n) {
        const std::string_view needed = parameter_name(what.parameters, n);
        if (std::find(call.names.begin(), call.names.end(), needed) == call.names.end()) {
            add_issue(message::feel_missing_argument, call.begin, {call.name, needed});
            return;
        }
    }
}

/** Writes code that puts named arguments in the order of the parameters. */
void compiler::arrange_arguments(call_site& call, const builtin& what)
{
    if (call.names.empty()) return;
    constexpr std::uint8_t left_out = 255;
    constexpr std::size_t most_parameters = 8;
    std::uint8_t order[most_parameters];
    std::fill(std::begin(order), std::end(order), left_out);
    std::size_t used = 0;
    for (std::size_t n = 0; n < call.names.size(); ++n) {
        const std::size_t place = *parameter_index(what, call.names[n]);
        order[place] = static_cast<std::uint8_t>(n);
        used = std::max(used, place + 1);
    }
    const std::size_t count = call.arguments.size();
    const auto change = static_cast<int>(used) - static_cast<int>(count);
    const std::size_t made = emit(opcode::arrange, change, data_->arrangements.size(), used);
    data_->code[made].flags = static_cast<std::uint8_t>(count);
    data_->arrangements.insert(data_->arrangements.end(), order, order + used);
    vector<operand> arranged(used, operand(), allocator<operand>(source_memory_));
    for (std::size_t i = 0; i < used; ++i) {
        if (order[i] != left_out) arranged[i] = call.arguments[order[i]];
    }
    call.arguments = std::move(arranged);
}

operand compiler::emit_call(operand made, call_site& call, std::size_t index)
{
    const builtin& what = builtins[index];
    arrange_arguments(call, what);
    if (is_strict()) check_arguments(call, what);
    const type result = call_type(call, what);
    std::size_t count = call.arguments.size();
    if (what.is_gathering && count > 1) {
        emit_list(count, made.code);
        count = 1;
    }
    emit(opcode::call, 1 - static_cast<int>(count), index, count);
    const bool keeps_elements = what.result == '=' && !call.arguments.empty();
    made.slot = keeps_elements ? call.arguments[0].slot : no_slot;
    return finish_operand(made, result);
}

} // namespace bontot::feel::detail

#endif
