// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_MEANING_HPP
#define BONTOT_LINT_MEANING_HPP

#include <bontot/rubric.hpp>

#include <bontot/feel/code/code.hpp>
#include <bontot/lint/range.hpp>
#include <bontot/lint/term.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot::detail {

/** Returns what a fact of a complete dossier may be. */
lint_range range_of_fact(const fact_spec& fact);

/** Works out the range of each term from those of its operands: everything that running it with
    values in these ranges can give. */
class lint_meaning
{
public:
    lint_meaning(const rubric& sheet, const lint_terms& terms) : sheet_(sheet), terms_(terms) {}

    [[nodiscard]] lint_range
    operator()(std::size_t index, std::span<const lint_range> ranges) const;

private:
    using opcode = feel::detail::opcode;

    /** The ranges of a term's operands. */
    struct view
    {
        std::span<const std::uint32_t> places;
        std::span<const lint_range> ranges;
        [[nodiscard]] const lint_range& operator[](std::size_t i) const
        {
            return ranges[places[i]];
        }
        [[nodiscard]] std::size_t size() const { return places.size(); }
    };

    [[nodiscard]] lint_range of_variable(std::uint32_t slot) const;

    [[nodiscard]] lint_range of_operator(const lint_term& term, const view& of) const;
    [[nodiscard]] lint_range of_condition(const lint_term& term, const view& of) const;
    [[nodiscard]] lint_range of_path(const lint_term& term, const lint_range& base) const;
    [[nodiscard]] lint_range of_list(const lint_term& term, const view& of) const;
    [[nodiscard]] lint_range of_in(const lint_term& term, const view& of) const;
    [[nodiscard]] lint_range of_call(const lint_term& term, const view& of) const;
    [[nodiscard]] lint_range of_sum(const lint_range& list) const;
    [[nodiscard]] lint_range
    of_extreme(const lint_term& list, bool is_least, std::span<const lint_range> ranges) const;

    static lint_range of_quantifier(const lint_term& term, const lint_range& body);

    static lint_range of_choice(const lint_range& when, const lint_range& a, const lint_range& b);

    /** Returns whether a term is the list of members, or some of them. */
    [[nodiscard]] bool is_of_members(const lint_term& list) const;

    const rubric& sheet_;
    const lint_terms& terms_;
};

} // namespace bontot::detail

#endif
