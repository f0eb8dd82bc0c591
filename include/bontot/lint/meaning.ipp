// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_MEANING_IPP
#define BONTOT_LINT_MEANING_IPP

#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/feel/builtins/table.hpp>
#include <bontot/lint/arithmetic.hpp>
#include <bontot/lint/logic.hpp>
#include <bontot/lint/meaning.hpp>
#include <bontot/lint/term.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot::detail {

lint_range range_of_fact(const fact_spec& fact)
{
    switch (fact.type) {
    case fact_type::number: {
        lint_range out = lint_range::between(fact.min, fact.max, fact.integer);
        close_bounds(out);
        return out;
    }
    case fact_type::boolean:
        return lint_range::of(lint_range::yes | lint_range::no);
    case fact_type::date: {
        lint_range out = lint_range::of(lint_range::days);
        out.whole = true;
        return out;
    }
    case fact_type::choice:
    case fact_type::text:
        break;
    }
    lint_range out = lint_range::of(lint_range::texts);
    if (fact.choices.size() == 1) out.text = fact.choices.front();
    return out;
}

lint_range lint_meaning::operator()(std::size_t index, std::span<const lint_range> ranges) const
{
    const lint_term& term = terms_[index];
    const view of{terms_.operands(term), ranges};
    switch (term.operation) {
    case opcode::constant:
        return lint_range::exactly(term.constant);
    case opcode::null:
    case opcode::drop_to_null:
        return lint_range::of(lint_range::null);
    case opcode::load:
        return of_variable(term.wide);
    case opcode::path:
        return of_path(term, of[0]);
    case opcode::call:
        return of_call(term, of);
    case opcode::make_list:
    case opcode::gather_end:
    case opcode::filter_next:
    case opcode::choose:
        return of_list(term, of);
    case opcode::quantify_end:
        return of_quantifier(term, of[1]);
    case opcode::if_end:
        return of_choice(of[0], of[1], of[2]);
    default:
        return of_operator(term, of);
    }
}

lint_range lint_meaning::of_variable(std::uint32_t slot) const
{
    if (slot < sheet_.facts.size()) return range_of_fact(sheet_.facts[slot]);
    const bool is_context = slot == sheet_.reserved_slot(rubric::unit) ||
                            slot == sheet_.reserved_slot(rubric::period_of);
    return lint_range::of(is_context ? lint_range::others : lint_range::lists);
}

lint_range lint_meaning::of_quantifier(const lint_term& term, const lint_range& body)
{
    const bool is_every = term.flags != 0;
    return lint_range::truth(
        is_every || body.may(lint_range::yes), !is_every || body.may(lint_range::no), true
    );
}

lint_range lint_meaning::of_choice(const lint_range& when, const lint_range& a, const lint_range& b)
{
    lint_range out;
    if (when.may(lint_range::yes | lint_range::others)) out = join(out, a);
    if (!when.is_only(lint_range::yes)) out = join(out, b);
    if (when.may(lint_range::others)) out.kinds |= lint_range::others;
    return out;
}

bool lint_meaning::is_of_members(const lint_term& list) const
{
    const lint_term* at = &list;
    while (at->operation == opcode::filter_next || at->operation == opcode::choose)
        at = &terms_[terms_.operands(*at)[0]];
    return at->operation == opcode::load && at->wide == sheet_.reserved_slot(rubric::members);
}

lint_range lint_meaning::of_operator(const lint_term& term, const view& of) const
{
    switch (term.operation) {
    case opcode::negate:
        return negative(of[0]);
    case opcode::add:
        return sum_of(of[0], of[1]);
    case opcode::subtract:
        return difference_of(of[0], of[1]);
    case opcode::multiply:
        return product_of(of[0], of[1]);
    case opcode::divide:
        return quotient_of(of[0], of[1]);
    default:
        return of_condition(term, of);
    }
}

lint_range lint_meaning::of_condition(const lint_term& term, const view& of) const
{
    switch (term.operation) {
    case opcode::equal:
        return equal_of(of[0], of[1]);
    case opcode::different:
        return negation_of(equal_of(of[0], of[1]));
    case opcode::less:
        return less_of(of[0], of[1], false);
    case opcode::less_equal:
        return less_of(of[0], of[1], true);
    case opcode::greater:
        return less_of(of[1], of[0], false);
    case opcode::greater_equal:
        return less_of(of[1], of[0], true);
    case opcode::between:
        return both_of(less_of(of[1], of[0], true), less_of(of[0], of[2], true));
    case opcode::both:
        return both_of(of[0], of[1]);
    case opcode::either:
        return either_of(of[0], of[1]);
    case opcode::invert:
        return negation_of(of[0]);
    case opcode::in:
        return of_in(term, of);
    case opcode::any_of: {
        lint_range out = lint_range::of(lint_range::no);
        for (std::size_t i = 0; i < of.size(); ++i)
            out = either_of(out, of[i]);
        return out;
    }
    case opcode::as_test:
        return lint_range::truth(
            of[0].may(lint_range::yes), of[0].may(lint_range::no), may_lack_truth(of[0])
        );
    case opcode::is_known:
        return lint_range::truth(true, true, false); // what is missing is not looked at
    default:
        return lint_range::anything(); // items, powers, ranges, the input
    }
}

lint_range lint_meaning::of_in(const lint_term& term, const view& of) const
{
    lint_range out = lint_range::of(lint_range::no);
    const auto places = terms_.operands(term);
    for (std::size_t i = 1; i < of.size(); ++i) {
        const lint_term& test = terms_[places[i]];
        lint_range one = lint_range::truth(true, true, true);
        if (test.operation == opcode::constant) {
            one = in_constant(of[0], test.constant);
        } else if (test.operation == opcode::make_range) {
            using namespace feel::detail;
            const auto ends = terms_.operands(test);
            const bool has_low = (test.flags & range_has_low) != 0;
            const bool has_high = (test.flags & range_has_high) != 0;
            const lint_range& low = of.ranges[ends.front()];
            const lint_range& high = of.ranges[ends.back()];
            const bool is_plain = (test.flags & (range_equal | range_different)) == 0;
            if (is_plain) {
                one = within_of(
                    of[0], has_low ? &low : nullptr, (test.flags & range_low_open) != 0,
                    has_high ? &high : nullptr, (test.flags & range_high_open) != 0
                );
            } else {
                one = equal_of(of[0], low);
                if ((test.flags & range_different) != 0) one = negation_of(one);
            }
        }
        out = either_of(out, one);
    }
    return out;
}

/** A field of a member, or of the unit or period; of a list of members, a list of it. */
lint_range lint_meaning::of_path(const lint_term& term, const lint_range&) const
{
    const lint_term& base = terms_[terms_.operands(term)[0]];
    const bool is_item = base.operation == opcode::each;
    const lint_term& list = is_item ? terms_[terms_.operands(base)[0]] : base;
    if (base.operation == opcode::load && base.wide == sheet_.reserved_slot(rubric::period_of)) {
        lint_range out = lint_range::of(lint_range::days);
        out.whole = true;
        return out;
    }
    if (!is_of_members(list)) return lint_range::anything();
    const std::uint32_t fact = sheet_.member_fact_of(term.wide);
    if (fact == none) return lint_range::anything();
    lint_range out = range_of_fact(sheet_.member_facts[fact]);
    if (is_item) return out;
    out.has_numbers = sheet_.member_facts[fact].type == fact_type::number;
    out.kinds = lint_range::lists;
    return out;
}

lint_range lint_meaning::of_list(const lint_term& term, const view& of) const
{
    lint_range out = lint_range::of(lint_range::lists);
    if (term.operation != opcode::filter_next) {
        out.is_empty = term.operation == opcode::make_list && of.size() == 0;
        const bool is_place = term.operation == opcode::choose;
        return is_place ? lint_range::anything() : out;
    }
    if (term.flags != 0 || !of[0].is_only(lint_range::lists)) return lint_range::anything();
    out = of[0];
    out.is_empty =
        of[0].is_empty || !of[1].may(lint_range::yes | lint_range::others | lint_range::numbers);
    if (of[1].may(lint_range::others | lint_range::numbers)) return lint_range::anything();
    return out;
}

lint_range lint_meaning::of_sum(const lint_range& list) const
{
    lint_range out = lint_range::of(lint_range::numbers | lint_range::null);
    if (!list.is_only(lint_range::lists) || !list.has_numbers) return out;
    if (is_never_negative(list)) out.low = number(0);
    if (list.high && *list.high <= number(0)) out.high = number(0);
    out.whole = list.whole;
    return out;
}

/** The least or greatest of numbers that are written one by one, or of a field of members. */
lint_range lint_meaning::of_extreme(
    const lint_term& list, bool is_least, std::span<const lint_range> ranges
) const
{
    lint_range out = lint_range::anything();
    if (list.operation != opcode::make_list || list.count == 0) return out;
    const auto places = terms_.operands(list);
    out = ranges[places[0]];
    for (const std::uint32_t each : places)
        out = extreme_of(out, ranges[each], is_least);
    return out;
}

lint_range lint_meaning::of_call(const lint_term& term, const view& of) const
{
    const feel::detail::builtin& what = feel::detail::builtins[term.wide];
    if (what.name == "count") {
        lint_range out = lint_range::between(number(0), {}, true);
        if (of[0].is_only(lint_range::lists) && of[0].is_empty) out.high = number(0);
        if (!of[0].is_only(lint_range::lists)) out.kinds |= lint_range::null;
        return out;
    }
    if (what.name == "not") return negation_of(of[0]);
    if (what.name == "abs") return magnitude_of(of[0]);
    const bool is_alone = of.size() == 1;
    if (is_alone && what.name == "floor") return rounded_of(of[0], rounding_mode::floor);
    if (is_alone && what.name == "ceiling") return rounded_of(of[0], rounding_mode::ceiling);
    const bool is_extreme = what.name == "min" || what.name == "max";
    if (is_extreme) {
        const lint_term& list = terms_[terms_.operands(term)[0]];
        const lint_range& all = of[0];
        if (!all.has_numbers) return of_extreme(list, what.name == "min", of.ranges);
        lint_range out = lint_range::between(all.low, all.high, all.whole);
        out.kinds |= lint_range::null;
        return out;
    }
    if (what.name == "sum") return of_sum(of[0]);
    if (what.name == "mean" && of[0].has_numbers) {
        lint_range out = lint_range::between(of[0].low, of[0].high);
        out.kinds |= lint_range::null;
        return out;
    }
    switch (what.result) {
    case 'n':
        return lint_range::of(lint_range::numbers | lint_range::null | lint_range::others);
    case 'b':
        return lint_range::truth(true, true, true);
    default:
        return lint_range::anything();
    }
}

} // namespace bontot::detail

#endif
