// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_RUN_MACHINE_LOOPS_IPP
#define BONTOT_FEEL_RUN_MACHINE_LOOPS_IPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/code/code.hpp>
#include <bontot/feel/code/machine.hpp>
#include <bontot/feel/values/checked.hpp>
#include <bontot/feel/values/frames.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace bontot::feel::detail {

void machine::execute_loop(const instruction& what)
{
    switch (what.operation) {
    case opcode::each:
        if (begin_loop(peek())) break;
        pop();
        next_ = what.wide;
        break;
    case opcode::each_between:
        if (begin_loop_between(peek(1), peek(), false, false)) break;
        pop(2);
        next_ = what.wide;
        break;
    case opcode::each_next:
        each_next(what);
        break;
    case opcode::filter:
        filter_begin(what);
        break;
    case opcode::filter_next:
        filter_next(what);
        break;
    case opcode::choose:
        replace(3, choose(peek(2), peek()));
        break;
    default:
        execute_collector(what);
    }
}

void machine::execute_collector(const instruction& what)
{
    switch (what.operation) {
    case opcode::gather_one:
        building().push_back(peek());
        pop();
        break;
    case opcode::gather_end:
        gather_end();
        break;
    case opcode::quantify_one:
        quantify_one();
        break;
    case opcode::quantify_end:
        quantify_end();
        break;
    default: {
        collector fresh;
        fresh.first = building().size();
        fresh.is_every = what.flags != 0;
        working_.collectors_.push_back(fresh);
    }
    }
}

value machine::item(const loop_frame& loop) const
{
    if (loop.what == loop_frame::over::list) return loop.items[loop.done];
    const std::int64_t at = loop.first + loop.step * static_cast<std::int64_t>(loop.done);
    if (loop.what == loop_frame::over::numbers) return value::number(bontot::number(at));
    const std::optional<bontot::date> day = date_of_day_number(at);
    return day ? value::date(*day) : value::null();
}

/** Enters a loop of `for`, `some` or `every`; returns false when there is no item. */
bool machine::begin_loop(const value& domain)
{
    if (domain.is(kind::range)) {
        const range_value& range = domain.as_range();
        const bool is_whole = range.form == range_form::interval && range.has_low && range.has_high;
        if (is_whole) {
            return begin_loop_between(range.low, range.high, range.low_open, range.high_open);
        }
    }
    const bool is_refused = domain.is_unknown() || domain.is_null() || domain.is(kind::range);
    if (is_refused) {
        refuse_domain(domain);
        return false;
    }
    loop_frame fresh;
    // a single value stands for a list of itself; it lies on the stack below its item
    fresh.items = domain.is(kind::list) ? domain.as_list().data() : &domain;
    fresh.count = domain.is(kind::list) ? domain.as_list().size() : 1;
    if (fresh.count == 0) return false;
    working_.loops_.push_back(fresh);
    push(item(fresh));
    return true;
}

/** Returns the number by which a loop counts: the number itself, or that of a day. */
[[nodiscard]] inline std::optional<std::int64_t> loop_bound(const value& bound)
{
    if (bound.is(kind::date)) return day_number(bound.as_date());
    return bound.is(kind::number) ? bound.as_number().to_int64() : std::optional<std::int64_t>();
}

bool machine::begin_loop_between(
    const value& first, const value& last, bool open_low, bool open_high
)
{
    const bool is_unknown = first.is_unknown() || last.is_unknown();
    const std::optional<std::int64_t> from = loop_bound(first);
    const std::optional<std::int64_t> to = loop_bound(last);
    if (is_unknown || !from || !to || first.kind() != last.kind()) {
        refuse_domain(is_unknown ? value::unknown() : value::null());
        return false;
    }
    loop_frame fresh;
    fresh.what = first.is(kind::date) ? loop_frame::over::days : loop_frame::over::numbers;
    fresh.first = *from;
    fresh.step = *from <= *to ? 1 : -1;
    const auto low = static_cast<std::uint64_t>(*from);
    const auto high = static_cast<std::uint64_t>(*to);
    const std::uint64_t distance = *from <= *to ? high - low : low - high;
    const std::uint64_t left_out = (open_low ? 1U : 0U) + (open_high ? 1U : 0U);
    if (distance >= static_cast<std::uint64_t>(most_integer)) {
        work_.stop(); // nobody lives to see its end
        return false;
    }
    if (distance < left_out) return false;
    if (open_low) fresh.first += fresh.step;
    fresh.count = distance + 1 - left_out;
    working_.loops_.push_back(fresh);
    push(item(fresh));
    return true;
}

/** Notes that there is nothing to go through: null, or unknown. */
void machine::refuse_domain(const value& domain)
{
    const value cause = domain.is_unknown() ? domain : value::null();
    working_.collectors_.back().all.add(cause);
    working_.collectors_.back().any.add(cause);
}

void machine::each_next(const instruction& what)
{
    loop_frame& loop = working_.loops_.back();
    ++loop.done;
    if (loop.done < loop.count && !working_.collectors_.back().is_decided) {
        replace(1, item(loop));
        next_ = what.wide;
        return;
    }
    working_.loops_.pop_back();
    pop(1U + what.narrow);
}

void machine::gather_end()
{
    const collector done = working_.collectors_.back();
    working_.collectors_.pop_back();
    const value refused = done.all.result();
    if (refused.is_true()) {
        push(take_built(done.first));
    } else {
        building().resize(done.first);
        push(refused);
    }
}

void machine::quantify_one()
{
    collector& current = working_.collectors_.back();
    current.all.add(peek());
    current.any.add(peek());
    current.is_decided = current.is_every ? current.all.is_false() : current.any.is_true();
    pop();
}

void machine::quantify_end()
{
    const collector& done = working_.collectors_.back();
    push(done.is_every ? done.all.result() : done.any.result());
    working_.collectors_.pop_back();
}

void machine::filter_begin(const instruction& what)
{
    const value& base = peek();
    const bool is_list = base.is(kind::list);
    if (base.is_unknown() || base.is_null() || (is_list && base.as_list().empty())) {
        const bool is_place = what.flags != 0;
        const bool stays = !is_list || !is_place;
        if (!stays) replace(1, value::null());
        next_ = what.wide;
        return;
    }
    loop_frame fresh;
    fresh.items = is_list ? base.as_list().data() : &base;
    fresh.count = is_list ? base.as_list().size() : 1;
    fresh.kept = building().size();
    working_.loops_.push_back(fresh);
    push(item(fresh));
}

void machine::filter_next(const instruction& what)
{
    loop_frame& loop = working_.loops_.back();
    const value test = peek();
    if (test.is(kind::number) && loop.done == 0) {
        const std::span<const value> items(loop.items, static_cast<std::size_t>(loop.count));
        const value found = element_at(items, test.as_number());
        working_.loops_.pop_back();
        replace(3, found);
        return;
    }
    if (test.is_true()) building().push_back(peek(1));
    loop.found_unknown = loop.found_unknown || test.is_unknown();
    pop();
    ++loop.done;
    if (loop.done < loop.count && !loop.found_unknown) {
        replace(1, item(loop));
        next_ = what.wide;
        return;
    }
    filter_end();
}

void machine::filter_end()
{
    const loop_frame done = working_.loops_.back();
    working_.loops_.pop_back();
    const value kept = done.found_unknown ? value::unknown() : take_built(done.kept);
    building().resize(done.kept);
    replace(2, kept);
}

/** Returns the element at a place from 1, or from the end when negative; else null. */
value machine::element_at(std::span<const value> items, const bontot::number& place) const
{
    const std::optional<std::int64_t> at = place.to_int64();
    const auto size = static_cast<std::int64_t>(items.size());
    if (!at || *at == 0 || *at > size || *at < -size) return value::null();
    return items[static_cast<std::size_t>(*at > 0 ? *at - 1 : size + *at)];
}

value machine::choose(const value& base, const value& test)
{
    if (base.is_unknown() || test.is_unknown()) return value::unknown();
    if (base.is_null()) return base;
    const bool is_list = base.is(kind::list);
    const std::span<const value> items =
        is_list ? base.as_list() : std::span<const value>(&base, 1);
    if (test.is(kind::number)) return element_at(items, test.as_number());
    if (!test.is_true()) return test.is_false() ? value::list({}) : value::null();
    return is_list ? base : make_list(items);
}

} // namespace bontot::feel::detail

#endif
