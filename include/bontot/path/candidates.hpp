// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_CANDIDATES_HPP
#define BONTOT_PATH_CANDIDATES_HPP

#include <bontot/dossier.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/feel/code/code.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot::detail {

/** Values of a fact at which some expressions may change what they say.

    They are guesses from the numbers and texts that the expressions hold and
    the other facts that they read; whoever uses them tries each.
*/
class path_candidates
{
public:
    path_candidates(const dossier& given, std::span<const std::uint32_t> programs, memory& source)
        : given_(given), sheet_(*given.sheet), programs_(programs),
          constants_(allocator<number>(source)), others_(allocator<number>(source)),
          values_(allocator<feel::value>(source))
    {}

    /** Notes a number of a rule that is not in an expression. */
    void note(const number& constant) { constants_.push_back(constant); }

    /** Returns the values to try for a fact, the nearest to what it is first. */
    const vector<feel::value>& of(std::uint32_t slot);

private:
    template <class Function>
    void each_constant(const Function& function) const
    {
        for (const std::uint32_t each : programs_) {
            const feel::program& program = sheet_.programs[each];
            if (program.data() == nullptr) continue;
            for (const feel::value& constant : program.data()->constants)
                function(constant);
            for (const feel::simple_test& test : program.tests()) {
                if (test.has_low) function(feel::value::number(test.low));
                if (test.has_high) function(feel::value::number(test.high));
            }
        }
    }

    template <class Function>
    void each_other(std::uint32_t slot, const Function& function) const
    {
        for (const std::uint32_t program : programs_) {
            for (const std::uint32_t other : sheet_.programs[program].variables()) {
                if (other != slot && other < sheet_.facts.size()) function(given_.slots[other]);
            }
        }
    }

    void add_numbers(std::uint32_t slot);

    void add_from_others(const fact_spec& fact);

    void add_number(const fact_spec& fact, const number& value);

    /** Puts the nearest first, and of two that are as near the smaller; each once. */
    void sort_numbers(const number& from);

    void add_dates(std::uint32_t slot);

    static constexpr std::size_t most_values = 256;
    static constexpr int most_tens = 10;

    const dossier& given_;
    const rubric& sheet_;
    std::span<const std::uint32_t> programs_;
    vector<number> constants_;
    vector<number> others_;
    vector<feel::value> values_;
};

} // namespace bontot::detail

#endif
