// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_TERM_IPP
#define BONTOT_LINT_TERM_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>

#include <bontot/feel/code/code.hpp>
#include <bontot/lint/term.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot::detail {

std::uint32_t lint_terms::add(const feel::program& program)
{
    const feel::detail::program_data* const data = program.data();
    if (data == nullptr || data->code.size() > most_code) return no_term;
    stack_.clear();
    loops_.clear();
    is_followed_ = true;
    if (program.is_unary_tests()) push(make(feel::detail::opcode::copy, {}));
    for (const feel::detail::instruction& each : data->code) {
        follow(each, *data);
        if (!is_followed_ || terms_.size() > most_terms) return no_term;
    }
    return stack_.empty() ? no_term : stack_.back();
}

bool lint_terms::has(std::size_t count)
{
    is_followed_ = is_followed_ && stack_.size() >= count;
    return is_followed_;
}

void lint_terms::follow(const instruction& what, const feel::detail::program_data& data)
{
    switch (what.operation) {
    case opcode::constant: {
        lint_term made;
        made.operation = opcode::constant;
        made.constant = data.constants[what.wide];
        push(intern(made, {}));
        break;
    }
    case opcode::null:
        push(make(opcode::null, {}));
        break;
    case opcode::load: {
        lint_term made;
        made.operation = opcode::load;
        made.wide = what.wide;
        push(intern(made, {}));
        break;
    }
    case opcode::copy:
        if (has(what.wide + std::size_t{1})) push(stack_[what.wide]);
        break;
    case opcode::arrange:
        arrange(what, data);
        break;
    case opcode::if_then:
    case opcode::if_else:
        break; // the branches follow each other; if_end chooses
    default:
        follow_operator(what);
    }
}

void lint_terms::follow_operator(const instruction& what)
{
    switch (what.operation) {
    case opcode::negate:
    case opcode::invert:
    case opcode::as_test:
    case opcode::path:
    case opcode::is_known:
        return combine(what, 1);
    case opcode::between:
    case opcode::if_end:
    case opcode::choose:
        return combine(what, 3);
    case opcode::in:
        return combine(what, what.wide + std::size_t{1});
    case opcode::any_of:
    case opcode::make_list:
    case opcode::drop_to_null:
        return combine(what, what.wide);
    case opcode::call:
        return combine(what, what.narrow);
    case opcode::make_range: {
        const bool has_two = (what.flags & feel::detail::range_has_low) != 0 &&
                             (what.flags & feel::detail::range_has_high) != 0;
        return combine(what, has_two ? 2 : 1);
    }
    case opcode::leave:
        if (!has(what.wide + std::size_t{1})) return;
        stack_[stack_.size() - 1 - what.wide] = stack_.back();
        drop(what.wide);
        return;
    default:
        break;
    }
    const bool is_binary = what.operation >= opcode::add && what.operation <= opcode::either;
    if (is_binary) return combine(what, 2);
    follow_loop(what);
}

void lint_terms::follow_loop(const instruction& what)
{
    switch (what.operation) {
    case opcode::gather:
    case opcode::quantify:
        loops_.push_back(loop());
        break;
    case opcode::filter:
    case opcode::each: {
        if (!has(1)) return;
        ++open_items_;
        const std::uint32_t domain = stack_.back();
        push(make(opcode::each, {&domain, 1}));
        break;
    }
    case opcode::filter_next:
        if (!has(3)) return;
        --open_items_;
        stack_.erase(stack_.end() - 2); // the item
        combine(what, 2);
        break;
    case opcode::gather_one:
    case opcode::quantify_one:
        if (!has(1) || loops_.empty()) return;
        loops_.back().body = stack_.back();
        stack_.pop_back();
        break;
    case opcode::each_next:
        next_item(what);
        break;
    case opcode::gather_end:
    case opcode::quantify_end:
        end_loop(what);
        break;
    default:
        is_followed_ = false; // each_between, make_context, probe and jump
    }
}

/** Takes off an item and the list it is of; of loops within loops the outermost list is kept. */
void lint_terms::next_item(const instruction& what)
{
    if (!has(2) || what.narrow != 1 || loops_.empty()) {
        is_followed_ = false;
        return;
    }
    --open_items_;
    stack_.pop_back();
    loops_.back().first = stack_.back();
    stack_.pop_back();
}

void lint_terms::end_loop(const instruction& what)
{
    if (loops_.empty() || loops_.back().body == no_term || loops_.back().first == no_term) {
        is_followed_ = false;
        return;
    }
    push(loops_.back().first);
    push(loops_.back().body);
    loops_.pop_back();
    combine(what, 2);
}

void lint_terms::arrange(const instruction& what, const feel::detail::program_data& data)
{
    constexpr std::size_t most = 16;
    if (!has(what.flags) || what.flags > most) return;
    std::uint32_t written[most];
    std::copy(stack_.end() - what.flags, stack_.end(), written);
    drop(what.flags);
    for (std::size_t i = 0; i < what.narrow; ++i) {
        const std::uint8_t from = data.arrangements[what.wide + i];
        push(from == 255 ? make(opcode::null, {}) : written[from]);
    }
}

/** Replaces the topmost terms by one that works on them. */
void lint_terms::combine(const instruction& what, std::size_t count)
{
    if (!has(count)) return;
    lint_term made;
    made.operation = what.operation;
    made.flags = what.flags;
    const bool is_named = what.operation == opcode::path || what.operation == opcode::call;
    if (is_named) made.wide = what.wide;
    const vector<std::uint32_t> operands(
        stack_.end() - static_cast<std::ptrdiff_t>(count), stack_.end(), stack_.get_allocator()
    );
    drop(count);
    push(intern(made, operands));
}

std::uint32_t lint_terms::make(opcode operation, std::span<const std::uint32_t> operands)
{
    lint_term made;
    made.operation = operation;
    return intern(made, operands);
}

/** Returns the place of a term, an old one if there is an equal one. */
std::uint32_t lint_terms::intern(lint_term made, std::span<const std::uint32_t> operands)
{
    made.in_loop = open_items_ > 0;
    made.first = static_cast<std::uint32_t>(operands_.size());
    made.count = static_cast<std::uint32_t>(operands.size());
    operands_.insert(operands_.end(), operands.begin(), operands.end());
    for (std::uint32_t i = 0; i < terms_.size(); ++i) {
        if (!is_same(terms_[i], made)) continue;
        operands_.erase(operands_.begin() + made.first, operands_.end());
        terms_[i].in_loop = terms_[i].in_loop && made.in_loop;
        return i;
    }
    terms_.push_back(made);
    return static_cast<std::uint32_t>(terms_.size() - 1);
}

bool lint_terms::is_same(const lint_term& a, const lint_term& b) const
{
    const bool is_alike =
        a.operation == b.operation && a.flags == b.flags && a.wide == b.wide && a.count == b.count;
    if (!is_alike) return false;
    const auto of_a = operands(a);
    const auto of_b = operands(b);
    if (!std::equal(of_a.begin(), of_a.end(), of_b.begin())) return false;
    return a.operation != opcode::constant || is_same_constant(a.constant, b.constant);
}

bool lint_terms::is_same_constant(const feel::value& a, const feel::value& b)
{
    const bool is_plain = !a.is(feel::kind::list) && !a.is(feel::kind::context);
    return a.kind() == b.kind() && is_plain && feel::equals(a, b).is_true();
}

} // namespace bontot::detail

#endif
