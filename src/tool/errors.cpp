// SPDX-License-Identifier: BSL-1.0
#include "display.hpp"
#include "errors.hpp"
#include "system.hpp"

#include <cstdio>

namespace bontot::tool {

namespace {

constexpr std::size_t most_pointer = 200; // columns
constexpr std::size_t most_name = 200;

void append_place(
    std::string& out, const bontot_error* error, std::size_t entry, std::size_t first_line
)
{
    out += ':';
    out += std::to_string(bontot_error_line(error, entry) + first_line - 1);
    out += ':';
    out += std::to_string(bontot_error_column(error, entry));
}

/** " (/facts/x; column 3 of the expression)", or nothing. */
void append_details(
    std::string& out, const bontot_error* error, std::size_t entry, bontot_language in
)
{
    const std::string pointer = shown(bontot_error_pointer(error, entry), most_pointer);
    if (pointer.empty()) return;
    const std::size_t column = bontot_error_expression_column(error, entry);
    out += " (";
    out += pointer;
    if (column != 0) {
        out += "; ";
        out += say(phrase::expression_column, in, {std::to_string(column)});
    }
    out += ')';
}

} // namespace

void append_excerpt(
    std::string& out, std::string_view text, std::size_t offset, hidden_values* hiding
)
{
    constexpr std::size_t indent = 2;
    const excerpt found = excerpt_at(text, offset, page_width - indent, hiding);
    if (found.line.empty()) return;
    out.append(indent, ' ');
    out += found.line;
    out += '\n';
    out.append(indent + found.column, ' ');
    out += "^\n";
}

void complain(std::string_view text)
{
    std::fflush(stdout);
    static_cast<void>(write_text(stderr, text)); // nowhere is left to tell it
}

void append_entry(
    std::string& out, const bontot_error* error, std::size_t entry, const error_source& about,
    hidden_values& hiding, bontot_language in
)
{
    const bool has_place = about.text.data() != nullptr && bontot_error_line(error, entry) != 0;
    out += shown(about.name, most_name);
    if (has_place) append_place(out, error, entry, about.first_line);
    out += ": ";
    if (!about.note.empty()) {
        out += about.note;
        out += ": ";
    }
    out += shown(bontot_error_message(error, entry, in));
    out += " [";
    out += bontot_error_code(error, entry);
    out += ']';
    append_details(out, error, entry, in);
    out += '\n';
    if (!has_place) return;
    const std::size_t offset = bontot_error_offset(error, entry);
    append_excerpt(out, about.text, offset, about.shows_values ? nullptr : &hiding);
}

void append_refusal(
    std::string& out, std::string_view name, phrase why, bontot_language in,
    std::initializer_list<std::string_view> with
)
{
    out += shown(name, most_name);
    out += ": ";
    out += say(why, in, with);
    out += " [";
    out += code_of(why);
    out += "]\n";
}

void show_entry(
    const bontot_error* error, std::size_t entry, const error_source& about, bontot_language in
)
{
    std::string out;
    hidden_values hiding(about.text);
    append_entry(out, error, entry, about, hiding, in);
    complain(out);
}

void show_errors(const bontot_error* error, const error_source& about, bontot_language in)
{
    hidden_values hiding(about.text);
    for (std::size_t i = 0; i < bontot_error_count(error); ++i) {
        std::string out;
        append_entry(out, error, i, about, hiding, in);
        complain(out);
    }
}

void refuse_input(
    std::string_view name, phrase why, bontot_language in,
    std::initializer_list<std::string_view> with
)
{
    std::string out;
    append_refusal(out, name, why, in, with);
    complain(out);
    throw stopped{outcome::bad_input};
}

void stop_after(bontot_status status)
{
    if (status == BONTOT_BAD_INPUT || status == BONTOT_NOT_FOUND) throw stopped{outcome::bad_input};
    throw failed_call{status};
}

void tell_broken(bontot_status status, bontot_language in)
{
    if (status != BONTOT_NO_MEMORY) {
        complain("bontot: " + say(phrase::internal, in, {bontot_status_name(status)}) + "\n");
        return;
    }
    // Put together piece by piece, for there may be no memory for the whole.
    complain("bontot: ");
    complain(say(phrase::no_memory, in));
    complain("\n");
}

void expect_ok(
    bontot_status status, const error_handle& error, const error_source& about, bontot_language in
)
{
    if (status == BONTOT_OK) return;
    const bool is_about_input = status == BONTOT_BAD_INPUT || status == BONTOT_NOT_FOUND;
    if (is_about_input && error) show_errors(error.get(), about, in);
    stop_after(status);
}

void expect_ok(bontot_status status, bontot_language in)
{
    expect_ok(status, nullptr, {}, in);
}

} // namespace bontot::tool
