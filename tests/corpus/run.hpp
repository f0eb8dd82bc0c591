// SPDX-License-Identifier: BSL-1.0
// One case under way: its rubric, its options, and how a call is refused.
#ifndef BONTOT_TESTS_CORPUS_RUN_HPP
#define BONTOT_TESTS_CORPUS_RUN_HPP

#include "builtin_rubrics.hpp"
#include "corpus/cases.hpp"

#include <bontot/bontot.hpp>

#include <bontot/json/diagnosis.hpp>

#include <initializer_list>

namespace corpus {

using shared_rubric = std::shared_ptr<const bontot::rubric>;

/** Leaves a case with a status other than ok. */
struct refusal
{
    const char* status;
    bontot::error_list errors;
};

[[noreturn]] inline void
refuse(const char* status, bontot::message code, std::initializer_list<view> arguments)
{
    bontot::diagnostic fault;
    fault.code = code;
    for (const view each : arguments)
        fault.arguments.emplace_back(each);
    bontot::error_list errors;
    errors.push_back(std::move(fault));
    throw refusal{status, std::move(errors)};
}

inline void accept(bontot::error_list errors)
{
    if (!errors.empty()) throw refusal{"bad_input", std::move(errors)};
}

template <class T>
T accepted(bontot::result_of<T> read)
{
    if (!read) throw refusal{"bad_input", read.error()};
    return std::move(*read);
}

inline std::string number_text(std::size_t number)
{
    return std::to_string(number);
}

inline std::string number_text(const bontot::number& amount)
{
    return std::string(bontot::to_text(amount).view());
}

/** Appends all entries of an error. */
inline void append_errors(std::string& out, const bontot::error_list& errors)
{
    for (const bontot::diagnostic& each : errors) {
        std::string sentences[2];
        append_diagnostic(sentences[0], each, bontot::language::vi);
        append_diagnostic(sentences[1], each, bontot::language::en);
        std::string pointer(each.pointer);
        for (char& c : pointer) {
            if (static_cast<unsigned char>(c) < 0x20) c = '?';
        }
        append_line(
            out, {std::string(message_code(each.code)), pointer, number_text(each.offset),
                  number_text(each.line), number_text(each.column),
                  number_text(each.expression_column), sentences[0], sentences[1]}
        );
    }
}

inline shared_rubric read_sheet(view named)
{
    if (named.substr(0, 5) == "file:")
        return accepted(bontot::read_rubric(corpus_case::content(named)));
    std::string known;
    for (const auto& each : bontot::detail::builtin_rubrics()) {
        if (each.id == named) return accepted(bontot::read_rubric(each.json));
        if (!known.empty()) known += ", ";
        known += each.id;
    }
    refuse("not_found", bontot::message::api_no_builtin, {named, known});
}

/** Finds what has an id, or refuses with the ids that there are. */
template <class Items>
std::uint32_t find_id(const Items& items, view id, bontot::message code)
{
    std::string known;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (items[i].id == id) return i;
        if (!known.empty()) known += ", ";
        known += items[i].id;
    }
    refuse("not_found", code, {id, known});
}

inline bontot::date date_in(view text)
{
    const auto day = text.size() == 10 ? bontot::parse_date(text) : std::nullopt;
    if (!day) {
        refuse("bad_input", bontot::message::reading_bad_date, {bontot::detail::shown(text)});
    }
    return *day;
}

/** What every operation begins with. */
struct run
{
    explicit run(const corpus_case& given)
        : of(given), in(given.is_english() ? bontot::language::en : bontot::language::vi)
    {
        layout.in = in;
        layout.colour = of.option("colour").has_value();
        reading.allow_other_rubric = of.option("other_rubric").has_value();
        if (of.option("trust") == "committee") reading.trusted = bontot::trust::committee;
        if (of.rubric() != "-") rubric = read_sheet(of.rubric());
        if (const auto given_reference = of.option("reference")) {
            committee =
                accepted(bontot::read_reference(rubric, corpus_case::content(*given_reference)));
            reading.committee = committee.get();
        }
    }
    run(const run&) = delete;
    run& operator=(const run&) = delete;

    [[nodiscard]] std::string text(std::size_t which) const
    {
        return of.input(which).value_or(std::string());
    }
    [[nodiscard]] bool has_format(view name) const
    {
        return of.option("format").value_or("json") == name;
    }

    [[nodiscard]] std::shared_ptr<bontot::dossier>
    dossier(const shared_rubric& with, view json) const
    {
        return accepted(bontot::read_dossier(with, json, reading));
    }

    [[nodiscard]] std::uint32_t role(const bontot::rubric& with, view option) const
    {
        const auto id = of.option(option);
        return id ? find_id(with.roles, *id, bontot::message::api_no_role) : bontot::none;
    }

    [[nodiscard]] bontot::result
    evaluated(const bontot::dossier& given, view role_option = "as_of") const
    {
        bontot::result about;
        bontot::evaluate(given, about, role(*given.sheet, role_option));
        return about;
    }

    /** Writes what has JSON and text, in the format of the case. */
    template <class Thing>
    void append(std::string& to, const Thing& thing) const
    {
        if (has_format("text")) {
            append_text(to, thing, layout);
        } else {
            append_json(to, thing, in);
        }
    }

    const corpus_case& of;
    bontot::language in;
    bontot::text_options layout;
    bontot::dossier_options reading;
    shared_rubric rubric;
    std::shared_ptr<const bontot::reference> committee;
    std::string out;
};

inline void append_result(const run& r, std::string& to, const bontot::result& about)
{
    if (r.has_format("summary")) {
        append_summary(to, about);
    } else {
        r.append(to, about);
    }
}

} // namespace corpus

#endif
