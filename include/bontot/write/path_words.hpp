// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_PATH_WORDS_HPP
#define BONTOT_WRITE_PATH_WORDS_HPP

#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/path.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/lint/arithmetic.hpp>
#include <bontot/lint/linting.hpp>
#include <bontot/words/reason.hpp>

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace bontot::detail {

[[nodiscard]] std::string_view outcome_word(path_outcome outcome);

[[nodiscard]] std::string_view obstacle_word(path_obstacle::kind what);

/** Returns a change as what a result calls missing. */
[[nodiscard]] inline missing_item item_of(const path_change& change)
{
    return {change.what, change.index, {}};
}

/** Tells a path's steps and obstacles in sentences of one language. */
class path_words
{
public:
    path_words(const path& about, language in)
        : about_(about), sheet_(*about.sheet), in_(in), teller_(about.before, in)
    {}

    [[nodiscard]] string shown(const number& value) const { return teller_.shown(value); }

    [[nodiscard]] string filled(message code, std::initializer_list<std::string_view> with) const
    {
        return teller_.filled(code, with);
    }

    [[nodiscard]] std::string_view grade_label(std::uint32_t grade) const
    {
        return sheet_.grades[grade].label.in(in_);
    }

    /** Returns what is changed: "Tasks completed: 36 -> 40". */
    [[nodiscard]] string change(const path_change& what) const;

    /** Returns a step in one sentence. */
    [[nodiscard]] string step(const path_step& what) const;

    /** Says of a step without facts what it takes. */
    [[nodiscard]] string open_words(const path_step& what) const
    {
        return filled(message::path_open, {need(what)});
    }

    [[nodiscard]] static number difference_of(const path_step& what)
    {
        return subtract(what.after, what.points).value_or(number(0));
    }

    /** Returns what a step without a line is for, or nothing. */
    [[nodiscard]] string purpose_of(const path_step& what) const;

    [[nodiscard]] string obstacle(const path_obstacle& what) const;

private:
    [[nodiscard]] string value(const feel::value& given) const;

    [[nodiscard]] string documents(const path_change& what) const;

    static void append_part(string& out, std::string_view part);

    [[nodiscard]] string expression(std::uint32_t program) const;

    /** Returns what has to hold for a step of which no facts were found. */
    [[nodiscard]] string need(const path_step& what) const;

    /** Returns the expression that decides a line; of a table the row that gives most, too. */
    [[nodiscard]] string rule_words(const rubric_node& line) const;

    [[nodiscard]] string node(std::uint32_t index) const;

    [[nodiscard]] message at_best(message as_it_is, message best) const
    {
        return about_.outcome == path_outcome::forbidden ? best : as_it_is;
    }

    [[nodiscard]] message total_message() const;

    [[nodiscard]] string gate(std::uint32_t index) const;

    [[nodiscard]] string condition(std::uint32_t criterion) const;

    const path& about_;
    const rubric& sheet_;
    language in_;
    teller teller_;
};

} // namespace bontot::detail

#endif
