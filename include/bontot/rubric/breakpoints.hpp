// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_BREAKPOINTS_HPP
#define BONTOT_RUBRIC_BREAKPOINTS_HPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/rubric/fact_check.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

/** The least and the most that a number fact may be: of an integer the whole numbers within. */
struct fact_range
{
    explicit fact_range(const fact_spec& fact);

    std::optional<number> low;
    std::optional<number> high;
};

/** The numbers with which programs compare a value, and so the few values of a fact among which
    is every answer that the programs can give. */
class breakpoints
{
public:
    /** Takes note of a program's literals.

        @return Whether all answers can be told: the program only compares, and there is room.
    */
    bool add(const feel::program& what);

    /** Returns the numbers that were found, in no order. */
    [[nodiscard]] std::span<const number> found() const { return {at_, count_}; }

    /** Calls a function with each telling value of a fact; none where texts or dates are endless.

        @return Whether there was any.
    */
    template <class Function>
    bool each_value(const fact_spec& fact, const Function& function)
    {
        switch (fact.type) {
        case fact_type::number:
            return fact.integer ? each_integer(fact, function) : each_number(fact, function);
        case fact_type::boolean:
            function(feel::value::boolean(false));
            function(feel::value::boolean(true));
            return true;
        case fact_type::choice:
            for (const std::string_view each : fact.choices)
                function(feel::value::text(each));
            return !fact.choices.empty();
        case fact_type::text:
        case fact_type::date:
            break;
        }
        return false;
    }

    /** Takes note of a number; false when there is no room. */
    bool add(const number& at);

private:
    static constexpr std::size_t most = 48;

    bool add(const feel::value& literal);
    /** Each break, what lies between two of them, and what lies beyond the first and the last. */
    template <class Function>
    bool each_number(const fact_spec& fact, const Function& function)
    {
        const fact_range range(fact);
        const std::size_t given = count_;
        number inner[most + 2];
        std::size_t inside = 0;
        if (range.low) inner[inside++] = *range.low;
        for (std::size_t i = 0; i < given; ++i) {
            if (is_within(range, at_[i])) inner[inside++] = at_[i];
        }
        if (range.high) inner[inside++] = *range.high;
        std::sort(inner, inner + inside);
        const number one(1);
        if (inside == 0) inner[inside++] = number(0);
        if (!range.low) function(feel::value::number(subtract(inner[0], one).value_or(inner[0])));
        for (std::size_t i = 0; i < inside; ++i) {
            function(feel::value::number(inner[i]));
            if (i + 1 == inside) break;
            const std::optional<number> twice = bontot::add(inner[i], inner[i + 1]);
            const std::optional<number> middle = twice ? divide(*twice, number(2)) : twice;
            if (middle) function(feel::value::number(*middle));
        }
        const number& last = inner[inside - 1];
        if (!range.high) function(feel::value::number(bontot::add(last, one).value_or(last)));
        return true;
    }

    /** The whole numbers at the ends, and at and beside each break. */
    template <class Function>
    bool each_integer(const fact_spec& fact, const Function& function)
    {
        const fact_range range(fact);
        bool is_any = false;
        const auto offer = [&](const std::optional<number>& whole) {
            if (!whole || !is_within(range, *whole)) return;
            is_any = true;
            function(feel::value::number(*whole));
        };
        const number one(1);
        offer(range.low);
        offer(range.high);
        if (!range.low && !range.high) offer(number(0));
        for (std::size_t i = 0; i < count_; ++i) {
            const auto below = round_to_multiple(at_[i], one, rounding_mode::floor);
            const auto above = round_to_multiple(at_[i], one, rounding_mode::ceiling);
            if (!below || !above) continue;
            offer(below);
            offer(above);
            offer(subtract(*above, one));
            offer(bontot::add(*below, one));
        }
        return is_any;
    }

    static bool is_within(const fact_range& range, const number& at)
    {
        return (!range.low || at >= *range.low) && (!range.high || at <= *range.high);
    }

    number at_[most];
    std::size_t count_ = 0;
};

} // namespace bontot::detail

#endif
