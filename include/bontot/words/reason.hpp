// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WORDS_REASON_HPP
#define BONTOT_WORDS_REASON_HPP

#include <bontot/date.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/words/kept_texts.hpp>
#include <bontot/words/plain.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Renders reasons, and whatever else of a rubric or result is told in words, in one language. */
class teller
{
public:
    /** Tells of a result, with its facts' values.

        @param notes Where to note what follows the facts' values, or null.
    */
    teller(const result& about, language in, hole_notes* notes = nullptr)
        : facts_(about.facts), sheet_(*about.sheet), in_(in), notes_(notes)
    {}

    /** Tells of a rubric alone: expressions are shown as they are written. */
    teller(const rubric& sheet, language in) : sheet_(sheet), in_(in) {}

    /** Returns a message with its places filled. */
    [[nodiscard]] string filled(message code, std::initializer_list<std::string_view> with) const
    {
        return filled_words(code, in_, with);
    }

    /** Returns a number as people write it. */
    [[nodiscard]] string shown(const number& value) const;

    /** Appends a number as people write it: with a comma in Vietnamese. */
    template <class String>
    void append_number(String& out, const number& value) const
    {
        append_number_words(out, value, in_);
    }

    /** Appends a fact's value as people write it: dates day first in Vietnamese. */
    template <class String>
    void append_value(String& out, const feel::value& given) const
    {
        switch (given.kind()) {
        case feel::kind::number:
            append_number(out, given.as_number());
            break;
        case feel::kind::boolean:
            out += message_text(given.as_boolean() ? message::word_yes : message::word_no, in_);
            break;
        case feel::kind::text:
            out += given.as_text();
            break;
        case feel::kind::date:
            append_day(out, given.as_date());
            break;
        case feel::kind::unknown:
            out += message_text(message::word_unknown, in_);
            break;
        default:
            feel::append_text(out, given, sheet_.names.symbols());
            break;
        }
    }

    template <class String>
    void append_day(String& out, const date& day) const
    {
        append_day_words(out, day, in_);
    }

    /** Appends the sentence of a reason. */
    template <class String>
    void append_reason(String& out, const reason& why) const
    {
        append_message_with(out, why.code, in_, [&](std::size_t place) {
            if (place >= reason::most_arguments) return;
            const std::size_t begin = out.size();
            append_argument(out, why.arguments[place]);
            const bool follows =
                why.code == message::reason_proportional && place == reason::proportional_points;
            if (follows) note(text_hole::kind::points_words, none, begin, out.size());
        });
    }

    /** Appends an expression with its facts' values in place of their names. */
    template <class String>
    void append_worked(String& out, std::uint32_t index, bool with_labels) const
    {
        if (index == none) return;
        const feel::program& program = sheet_.programs[index];
        const std::string_view source = program.source();
        std::size_t at = 0;
        for (const feel::variable_reference& each : program.references()) {
            if (each.slot >= facts_.size() || each.offset < at) continue;
            out += source.substr(at, each.offset - at);
            at = each.offset + each.length;
            const fact_spec& fact = sheet_.facts[each.slot];
            if (with_labels) out += fact.label.in(in_);
            if (with_labels) out += " (";
            append_fact(out, each.slot);
            if (with_labels) out += ')';
        }
        out += source.substr(at);
    }

    /** Appends a unary test in words: `[0.9..1)` is "from 0.9 to below 1". */
    template <class String>
    void append_test(String& out, std::uint32_t index) const
    {
        const feel::program& program = sheet_.programs[index];
        if (!program.has_simple_tests()) {
            const std::string_view source[] = {program.source()};
            append_message(out, message::test_other, in_, source);
            return;
        }
        bool is_first = true;
        for (const feel::simple_test& each : program.tests()) {
            if (!is_first) {
                out += ' ';
                out += message_text(message::test_or, in_);
                out += ' ';
            }
            is_first = false;
            append_simple_test(out, each);
        }
    }

private:
    void note(text_hole::kind what, std::uint32_t slot, std::size_t begin, std::size_t end) const
    {
        if (notes_ != nullptr) notes_->note({what, slot, begin, end});
    }

    template <class String>
    void append_fact(String& out, std::uint32_t slot) const
    {
        const std::size_t begin = out.size();
        append_value(out, facts_[slot]);
        const bool is_told_by_case = facts_[slot].kind() == feel::kind::boolean;
        if (!is_told_by_case) note(text_hole::kind::value_words, slot, begin, out.size());
    }

    template <class String>
    void append_argument(String& out, const reason_argument& what) const
    {
        switch (what.what) {
        case reason_argument::kind::nothing:
            break;
        case reason_argument::kind::amount:
            append_number(out, what.amount);
            break;
        case reason_argument::kind::expression:
            append_worked(out, what.index, true);
            break;
        case reason_argument::kind::worked:
            append_result(out, what);
            break;
        case reason_argument::kind::role:
            out += sheet_.roles[what.index].label.in(in_);
            break;
        case reason_argument::kind::test:
            append_test(out, what.index);
            break;
        case reason_argument::kind::words:
            out += what.words;
            break;
        }
    }

    /** A lone fact by its label, anything else worked out: "38 / 40 = 0.95". */
    template <class String>
    void append_result(String& out, const reason_argument& what) const
    {
        const std::optional<std::uint32_t> slot = sheet_.programs[what.index].single_variable();
        if (slot && *slot < sheet_.facts.size()) {
            out += sheet_.facts[*slot].label.in(in_);
            out += ": ";
            append_fact(out, *slot);
            return;
        }
        append_worked(out, what.index, false);
        out += " = ";
        append_number(out, settle(what.amount));
    }

    template <class String>
    void append_simple_test(String& out, const feel::simple_test& test) const
    {
        append_message_with(out, test_message(test), in_, [&](std::size_t place) {
            if (test.what == feel::simple_test::form::text) {
                if (place == 0) out += test.text;
            } else if (place == 1 || !test.has_low) {
                if (test.has_high) append_number(out, test.high);
            } else {
                append_number(out, test.low);
            }
        });
    }

    static message test_message(const feel::simple_test& test);

    std::span<const feel::value> facts_;
    const rubric& sheet_;
    language in_;
    hole_notes* notes_ = nullptr;
};

} // namespace bontot::detail

#endif
