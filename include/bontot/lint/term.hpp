// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_TERM_HPP
#define BONTOT_LINT_TERM_HPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/code/code.hpp>

#include <cstddef>
#include <cstdint>
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
    std::uint32_t add(const feel::program& program);

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
    [[nodiscard]] bool has(std::size_t count);

    vector<lint_term> terms_;
    vector<std::uint32_t> operands_;
    vector<std::uint32_t> stack_;
    vector<loop> loops_;
    std::size_t open_items_ = 0;
    bool is_followed_ = true;
};

} // namespace bontot::detail

#endif
