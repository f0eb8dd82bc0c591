// SPDX-License-Identifier: BSL-1.0
// Everything that goes to standard error, and ends the command.
#ifndef BONTOT_TOOL_ERRORS_HPP
#define BONTOT_TOOL_ERRORS_HPP

#include "handles.hpp"
#include "hidden_values.hpp"
#include "phrases.hpp"
#include "request.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace bontot::tool {

/** A text that errors are about; without text, places in it mean nothing and are not shown. */
struct error_source
{
    std::string_view name;
    std::string_view text;
    std::size_t first_line = 1; /**< the number of its first line in what has the name */
    std::string_view note = {}; /**< stands before each message */
    bool shows_values = false;  /**< whether its lines are quoted with their values */
};

/** Appends the line of a text in which a byte stands, and a caret below it. Without something that
    hides, the line is shown in full. */
void append_excerpt(
    std::string& out, std::string_view text, std::size_t offset, hidden_values* hiding = nullptr
);

/** Writes to standard error, whatever becomes of it. */
void complain(std::string_view text);

/** Appends one entry: `name:line:column: message [code] (pointer)`, the line, a caret. What hides
    values is of the same text; who appends many entries gives all the same one. */
void append_entry(
    std::string& out, const bontot_error* error, std::size_t entry, const error_source& about,
    hidden_values& hiding, bontot_language in
);

/** Appends what is wrong with an input as a whole: `name: message [code]`. */
void append_refusal(
    std::string& out, std::string_view name, phrase why, bontot_language in,
    std::initializer_list<std::string_view> with
);

/** Shows one entry. */
void show_entry(
    const bontot_error* error, std::size_t entry, const error_source& about, bontot_language in
);

/** Shows all entries. */
void show_errors(const bontot_error* error, const error_source& about, bontot_language in);

/** Shows what is wrong with an input as a whole and stops. */
[[noreturn]] void refuse_input(
    std::string_view name, phrase why, bontot_language in,
    std::initializer_list<std::string_view> with = {}
);

/** Stops after a call that failed: with `stopped` where its entries say why, else with
    `failed_call`. Several threads may meet the same want of memory; it is told where they end. */
[[noreturn]] void stop_after(bontot_status status);

/** Tells that a call failed for a reason that no entry says. */
void tell_broken(bontot_status status, bontot_language in);

/** Returns if a call went well, else shows its errors and stops. */
void expect_ok(
    bontot_status status, const error_handle& error, const error_source& about, bontot_language in
);

/** The same for calls that read no text. */
void expect_ok(bontot_status status, bontot_language in);

} // namespace bontot::tool

#endif
