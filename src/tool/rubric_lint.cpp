// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "display.hpp"
#include "errors.hpp"
#include "loading.hpp"
#include "output.hpp"

#include <array>

namespace bontot::tool {

namespace {

using lint_handle = std::unique_ptr<bontot_lint, handle_deleter<bontot_lint_free>>;

phrase severity_phrase(bontot_severity severity)
{
    if (severity == BONTOT_ERROR) return phrase::severity_error;
    return severity == BONTOT_WARNING ? phrase::severity_warning : phrase::severity_info;
}

std::string_view colour_of(bontot_severity severity)
{
    if (severity == BONTOT_ERROR) return "\x1b[31m";
    return severity == BONTOT_WARNING ? "\x1b[33m" : "\x1b[36m";
}

/** Appends one finding: place, severity, sentence, code, pointer; the line; what shows it. */
void append_finding(
    std::string& out, const bontot_lint* lint, std::size_t index, const input& from,
    const request& asked
)
{
    constexpr std::size_t most_name = 200;  // columns
    constexpr std::size_t most_shown = 400; // of what shows it
    const bontot_language in = asked.language();
    const bontot_severity severity = bontot_lint_severity(lint, index);
    const bool has_colour = wants_colour(asked);
    out += shown(from.name, most_name);
    if (bontot_lint_line(lint, index) != 0) {
        out += ':' + std::to_string(bontot_lint_line(lint, index)) + ':' +
               std::to_string(bontot_lint_column(lint, index));
    }
    out += ": ";
    if (has_colour) out += colour_of(severity);
    out += say(severity_phrase(severity), in);
    if (has_colour) out += "\x1b[0m";
    out += ": " + shown(bontot_lint_message(lint, index, in, nullptr)) + " [";
    out += bontot_lint_code(lint, index);
    out += "] (" + shown(bontot_lint_pointer(lint, index, nullptr), most_name) + ")\n";
    if (bontot_lint_line(lint, index) != 0) {
        append_excerpt(out, from.text, bontot_lint_offset(lint, index));
    }
    const std::string witness = shown(bontot_lint_witness(lint, index, in, nullptr), most_shown);
    if (!witness.empty()) out += "  " + say(phrase::lint_shown, in, {witness}) + '\n';
}

/** How many findings there are of each severity. */
std::array<std::size_t, 3> counts_of(const bontot_lint* lint)
{
    std::array<std::size_t, 3> out{};
    for (std::size_t i = 0; i < bontot_lint_count(lint); ++i)
        ++out[static_cast<std::size_t>(bontot_lint_severity(lint, i))];
    return out;
}

std::string text_of(const bontot_lint* lint, const input& from, const request& asked)
{
    const bontot_language in = asked.language();
    if (bontot_lint_count(lint) == 0) return std::string(say(phrase::lint_none, in));
    std::string out;
    for (std::size_t i = 0; i < bontot_lint_count(lint); ++i)
        append_finding(out, lint, i, from, asked);
    const auto [infos, warnings, errors] = counts_of(lint);
    out +=
        say(phrase::lint_summary, in,
            {std::to_string(errors), std::to_string(warnings), std::to_string(infos)});
    return out;
}

} // namespace

outcome run_rubric_lint(const request& asked)
{
    const bontot_language in = asked.language();
    const options_handle options = make_options(asked);
    input from{asked.rubric, {}};
    const rubric_handle rubric = load_rubric(asked, options.get(), &from);
    lint_handle lint;
    error_handle error;
    const bontot_status status = bontot_rubric_lint(
        made(lint), rubric.get(), from.text.data(), from.text.size(), options.get(), made(error)
    );
    expect_ok(status, error, {from.name, {}}, in);
    if (asked.format == "json") {
        text_handle text;
        expect_ok(
            bontot_lint_write(made(text), lint.get(), options.get(), made(error)), error, {}, in
        );
        put_text(view_of(text), in);
    } else {
        put_text(text_of(lint.get(), from, asked), in);
    }
    const auto [infos, warnings, errors] = counts_of(lint.get());
    return warnings + errors == 0 ? outcome::done : outcome::failed;
}

} // namespace bontot::tool
