// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_LINT_TERM_HPP
#define BONTOT_IMPL_LINT_TERM_HPP

#include <bontot/feel.hpp>
#include <bontot/feel/detail/code.hpp>
#include <bontot/memory.hpp>

#include <initializer_list>
#include <span>

namespace bontot::detail {

/** One operation of an expression and the terms that it works on.

    The operation is the instruction that gives its value, with these readings:
    `copy` is the input of unary tests, `each` an item of its operand, `if_end` a choice
    between its second and third operand, `filter_next` and `choose` a filter,
    `quantify_end` and `gather_end` a loop whose last operand is its body.
*/
struct lint_term
{
    feel::detail::opcode operation = feel::detail::opcode::null;
    std::uint8_t flags = 0;
    bool in_loop = false; /**< it has a value for each item, not one */
    std::uint32_t wide = 0;
    std::uint32_t first = 0; /**< of its operands */
    std::uint32_t count = 0;
    feel::value constant;
};

/** Where nothing stands. */
inline constexpr std::uint32_t no_term = 0xFFFFFFFF;

/** The trees behind some programs, found by following their code once without running it.

    Every term stands behind its operands, so that a walk from the front needs no recursion,
    and equal terms are one, within one program and between several.
*/
class lint_terms
{
public:
    explicit lint_terms(memory& source)
        : terms_(allocator<lint_term>(source)), operands_(allocator<std::uint32_t>(source)),
          stack_(allocator<std::uint32_t>(source)), loops_(allocator<loop>(source))
    {}

    /** Adds a program; returns the term that it gives, or @ref no_term when it is too large
        or does what is not followed here. */
    std::uint32_t add(const feel::program& program)
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

    [[nodiscard]] std::size_t size() const { return terms_.size(); }
    [[nodiscard]] const lint_term& operator[](std::size_t index) const { return terms_[index]; }

    /** @par Object lifetimes The span lives until a program is added. */
    [[nodiscard]] std::span<const std::uint32_t> operands(const lint_term& of) const
    {
        return std::span<const std::uint32_t>(operands_).subspan(of.first, of.count);
    }

private:
    using opcode = feel::detail::opcode;
    using instruction = feel::detail::instruction;

    /** Bounds the search for equal terms. */
    static constexpr std::size_t most_code = 2000;
    static constexpr std::size_t most_terms = 3000;

    struct loop
    {
        std::uint32_t first = no_term; /**< the list that it goes through */
        std::uint32_t body = no_term;
    };

    void follow(const instruction& what, const feel::detail::program_data& data);
    void follow_operator(const instruction& what);
    void follow_loop(const instruction& what);
    void next_item(const instruction& what);
    void end_loop(const instruction& what);
    void arrange(const instruction& what, const feel::detail::program_data& data);
    void combine(const instruction& what, std::size_t count);
    std::uint32_t make(opcode operation, std::span<const std::uint32_t> operands);
    std::uint32_t intern(lint_term made, std::span<const std::uint32_t> operands);
    [[nodiscard]] bool is_same(const lint_term& a, const lint_term& b) const;
    static bool is_same_constant(const feel::value& a, const feel::value& b);

    void push(std::uint32_t term) { stack_.push_back(term); }
    void drop(std::size_t count)
    {
        stack_.erase(stack_.end() - static_cast<std::ptrdiff_t>(count), stack_.end());
    }
    [[nodiscard]] bool has(std::size_t count)
    {
        is_followed_ = is_followed_ && stack_.size() >= count;
        return is_followed_;
    }

    vector<lint_term> terms_;
    vector<std::uint32_t> operands_;
    vector<std::uint32_t> stack_;
    vector<loop> loops_;
    std::size_t open_items_ = 0;
    bool is_followed_ = true;
};

inline void lint_terms::follow(const instruction& what, const feel::detail::program_data& data)
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

inline void lint_terms::follow_operator(const instruction& what)
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

inline void lint_terms::follow_loop(const instruction& what)
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
inline void lint_terms::next_item(const instruction& what)
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

inline void lint_terms::end_loop(const instruction& what)
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

inline void lint_terms::arrange(const instruction& what, const feel::detail::program_data& data)
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
inline void lint_terms::combine(const instruction& what, std::size_t count)
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

inline std::uint32_t lint_terms::make(opcode operation, std::span<const std::uint32_t> operands)
{
    lint_term made;
    made.operation = operation;
    return intern(made, operands);
}

/** Returns the place of a term, an old one if there is an equal one. */
inline std::uint32_t lint_terms::intern(lint_term made, std::span<const std::uint32_t> operands)
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

inline bool lint_terms::is_same(const lint_term& a, const lint_term& b) const
{
    const bool is_alike =
        a.operation == b.operation && a.flags == b.flags && a.wide == b.wide && a.count == b.count;
    if (!is_alike) return false;
    const auto of_a = operands(a);
    const auto of_b = operands(b);
    if (!std::equal(of_a.begin(), of_a.end(), of_b.begin())) return false;
    return a.operation != opcode::constant || is_same_constant(a.constant, b.constant);
}

inline bool lint_terms::is_same_constant(const feel::value& a, const feel::value& b)
{
    const bool is_plain = !a.is(feel::kind::list) && !a.is(feel::kind::context);
    return a.kind() == b.kind() && is_plain && feel::equals(a, b).is_true();
}

} // namespace bontot::detail

#endif
