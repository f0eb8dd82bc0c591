// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_RUN_MACHINE_VALUES_IPP
#define BONTOT_FEEL_RUN_MACHINE_VALUES_IPP

#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/builtins/table.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/feel/code/machine.hpp>
#include <bontot/feel/run/machine_values.hpp>
#include <bontot/feel/run/run.hpp>
#include <bontot/feel/values/arithmetic.hpp>
#include <bontot/feel/values/compare.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::feel::detail {

value machine::make_list(std::span<const value> elements)
{
    value* const place = room<value>(elements.size());
    if (!place || !spend(elements.size())) return value::null();
    std::uninitialized_copy(elements.begin(), elements.end(), place);
    return value::list({place, elements.size()});
}

value machine::make_text(std::string_view characters)
{
    char* const place = room<char>(characters.size());
    if (!place) return value::null();
    std::copy(characters.begin(), characters.end(), place);
    return value::text({place, characters.size()});
}

value machine::take_built(std::size_t first)
{
    const value made = make_list(std::span<const value>(building()).subspan(first));
    building().resize(first);
    return made;
}

value machine::run(const value* input)
{
    prepare(input);
    while (next_ < code_.code.size() && work_.spend(1))
        execute(code_.code[next_++]);
    working_.steps_ += working_.limits_.max_steps - work_.left();
    // a limit that is reached at the very last step counts as reached
    if (next_ < code_.code.size() || work_.left() == 0) {
        working_.limit_reached_ = true;
        return value::null();
    }
    return peek();
}

void machine::prepare(const value* input)
{
    if (working_.stack_.size() < code_.stack_size) working_.stack_.resize(code_.stack_size);
    working_.building_.clear();
    working_.loops_.clear();
    working_.collectors_.clear();
    top_ = working_.stack_.data();
    if (input) push(*input);
}

void machine::execute(const instruction& what)
{
    switch (what.operation) {
    case opcode::constant:
        push(code_.constants[what.wide]);
        break;
    case opcode::null:
        push(value::null());
        break;
    case opcode::load:
        push(what.wide < variables_.size() ? variables_[what.wide] : value::unknown());
        break;
    case opcode::copy:
        push(working_.stack_[what.wide]);
        break;
    case opcode::drop_to_null:
        pop(what.wide);
        push(value::null());
        break;
    case opcode::leave:
        replace(what.wide + 1, peek());
        break;
    default:
        if (what.operation <= opcode::as_test) {
            execute_operator(what);
        } else if (what.operation <= opcode::is_known) {
            execute_maker(what);
        } else {
            execute_loop(what);
        }
    }
}

void machine::execute_operator(const instruction& what)
{
    switch (what.operation) {
    case opcode::negate:
        replace(1, detail::negate(peek()));
        break;
    case opcode::invert:
        replace(1, negation(peek()));
        break;
    case opcode::as_test:
        if (!peek().is(kind::boolean) && !peek().is_unknown()) replace(1, value::null());
        break;
    case opcode::between: {
        conjunction inside;
        inside.add(less(peek(1), peek(2), true, work_));
        inside.add(less(peek(2), peek(0), true, work_));
        replace(3, inside.result());
        break;
    }
    case opcode::in:
        replace(what.wide + 1, in_any(what.wide));
        break;
    case opcode::any_of: {
        disjunction any;
        for (std::size_t i = 0; i < what.wide; ++i)
            any.add(peek(i));
        replace(what.wide, any.result());
        break;
    }
    default:
        replace(2, binary(what.operation, peek(1), peek(0)));
    }
}

/** Returns the work of a power beyond a step; small exponents take no more. */
[[nodiscard]] inline std::uint64_t power_work(const value& exponent)
{
    constexpr int small = 3;           // bits, as 7 has
    constexpr std::uint64_t a_bit = 8; // two multiplications of wide numbers
    const auto times =
        exponent.is(kind::number) ? exponent.as_number().to_int64() : std::optional<std::int64_t>();
    if (!times) return 0;
    const auto bits = static_cast<std::uint64_t>(*times);
    const int width = static_cast<int>(std::bit_width(*times < 0 ? std::uint64_t{0} - bits : bits));
    return width > small ? static_cast<std::uint64_t>(width - small) * a_bit : 0;
}

value machine::binary(opcode operation, const value& a, const value& b)
{
    switch (operation) {
    case opcode::add:
        return add_values(a, b);
    case opcode::subtract:
        return detail::subtract(a, b);
    case opcode::multiply:
        return detail::multiply(a, b);
    case opcode::divide:
        return detail::divide(a, b);
    case opcode::power:
        return spend(power_work(b)) ? raise(a, b) : value::null();
    case opcode::equal:
        return equal(a, b, work_);
    case opcode::different:
        return negation(equal(a, b, work_));
    case opcode::less:
        return less(a, b, false, work_);
    case opcode::less_equal:
        return less(a, b, true, work_);
    case opcode::greater:
        return less(b, a, false, work_);
    case opcode::greater_equal:
        return less(b, a, true, work_);
    case opcode::both: {
        conjunction both;
        both.add(a);
        both.add(b);
        return both.result();
    }
    default: {
        disjunction either;
        either.add(a);
        either.add(b);
        return either.result();
    }
    }
}

value machine::add_values(const value& a, const value& b)
{
    if (!a.is(kind::text) || !b.is(kind::text)) return detail::add(a, b);
    const std::string_view first = a.as_text();
    const std::string_view second = b.as_text();
    char* const place = room<char>(first.size() + second.size());
    if (!place) return value::null();
    std::copy(first.begin(), first.end(), place);
    std::copy(second.begin(), second.end(), place + first.size());
    return value::text({place, first.size() + second.size()});
}

value machine::in_any(std::size_t tests)
{
    const value what = peek(tests);
    disjunction any;
    for (std::size_t i = tests; i > 0; --i)
        any.add(is_in(what, peek(i - 1), work_));
    return any.result();
}

/** Returns what two branches share when nobody knows which one is taken. */
value machine::merge(const value& a, const value& b)
{
    // false as well when parts of the two are unknown, but null equals null
    return equal(a, b, work_).is_true() ? a : value::unknown();
}

void machine::execute_maker(const instruction& what)
{
    switch (what.operation) {
    case opcode::make_list:
        replace(what.wide, make_list(std::span<const value>(top_ - what.wide, what.wide)));
        break;
    case opcode::make_context:
        replace(what.narrow, make_context(what));
        break;
    case opcode::make_range: {
        const bool has_two = (what.flags & range_has_low) && (what.flags & range_has_high);
        replace(has_two ? 2 : 1, make_range(what));
        break;
    }
    case opcode::path:
        replace(1, path(peek(), what.wide, what.narrow));
        break;
    case opcode::probe:
        probe(what);
        break;
    case opcode::call: {
        const std::span<const value> arguments(top_ - what.narrow, what.narrow);
        replace(what.narrow, call_builtin(what.wide, *this, arguments));
        break;
    }
    case opcode::arrange:
        arrange(what);
        break;
    case opcode::is_known:
        replace(1, value::boolean(!peek().is_unknown()));
        break;
    default:
        execute_jump(what);
    }
}

void machine::execute_jump(const instruction& what)
{
    switch (what.operation) {
    case opcode::jump:
        next_ = what.wide;
        break;
    case opcode::if_then:
        if (peek().is_true() || peek().is_unknown()) break;
        push(value::null());
        next_ = what.wide;
        break;
    case opcode::if_else:
        if (peek(1).is_unknown()) break;
        replace(2, peek());
        next_ = what.wide;
        break;
    default:
        replace(3, peek(2).is_unknown() ? merge(peek(1), peek()) : peek());
    }
}

value machine::make_context(const instruction& what)
{
    field* const place = room<field>(what.narrow);
    if (!place) return value::null();
    for (std::size_t i = 0; i < what.narrow; ++i)
        new (place + i) field{code_.keys[what.wide + i], peek(what.narrow - 1 - i)};
    return value::context(place, what.narrow);
}

bool fill_range(range_value& range, std::uint8_t flags, const value& low, const value& high)
{
    if (flags & (range_equal | range_different)) {
        range.form = (flags & range_equal) ? range_form::equal : range_form::different;
        range.low = low;
        range.has_high = false;
        return true;
    }
    range.has_low = (flags & range_has_low) != 0;
    range.has_high = (flags & range_has_high) != 0;
    range.low_open = (flags & range_low_open) != 0;
    range.high_open = (flags & range_high_open) != 0;
    range.low = range.has_low ? low : value::null();
    range.high = range.has_high ? high : value::null();
    const auto fits = [](const value& end) {
        return end.is_null() || end.is_unknown() || is_ordered(end);
    };
    if (!fits(range.low) || !fits(range.high)) return false;
    return !is_ordered(range.low) || !is_ordered(range.high) ||
           range.low.kind() == range.high.kind();
}

value machine::make_range(const instruction& what)
{
    range_value* const place = room<range_value>(1);
    if (!place) return value::null();
    new (place) range_value;
    const bool has_two = (what.flags & range_has_low) && (what.flags & range_has_high);
    const bool fits = fill_range(*place, what.flags, peek(has_two ? 1 : 0), peek());
    return fits ? value::range(place) : value::null();
}

/** Returns a field of a context, of which many fields take more than a step. */
const value* machine::look_up(std::span<const field> fields, symbol name)
{
    constexpr std::size_t fields_of_step = 64;
    return spend(fields.size() / fields_of_step) ? find_field(fields, name) : nullptr;
}

value machine::path(const value& from, symbol name, std::size_t hint)
{
    switch (from.kind()) {
    case kind::unknown:
        return from;
    case kind::context: {
        const std::span<const field> fields = from.as_context();
        if (hint < fields.size() && fields[hint].name == name) return fields[hint].content;
        const value* const found = look_up(fields, name);
        return found ? *found : value::null();
    }
    case kind::date:
        return date_property(from.as_date(), name);
    case kind::days_duration:
    case kind::months_duration:
        return duration_property(from, name);
    case kind::list:
        return path_of_list(from.as_list(), name, hint);
    default:
        return value::null();
    }
}

value machine::path_of_list(std::span<const value> items, symbol name, std::size_t hint)
{
    value* const place = room<value>(items.size());
    if (!place || !spend(items.size())) return value::null();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool is_nested = items[i].is(kind::list);
        new (place + i) value(is_nested ? value::null() : path(items[i], name, hint));
    }
    return value::list({place, items.size()});
}

void machine::probe(const instruction& what)
{
    const value& item = working_.stack_[what.narrow];
    const value* const found =
        item.is(kind::context) ? look_up(item.as_context(), what.wide) : nullptr;
    if (found) {
        push(*found);
    } else {
        ++next_;
    }
}

/** Puts named arguments in the order of the parameters; 255 stands for one left out. */
void machine::arrange(const instruction& what)
{
    value written[16];
    std::copy(top_ - what.flags, top_, written);
    pop(what.flags);
    for (std::size_t i = 0; i < what.narrow; ++i) {
        const std::uint8_t from = code_.arrangements[what.wide + i];
        push(from == 255 ? value::null() : written[from]);
    }
}

} // namespace bontot::feel::detail

#endif
