// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "display.hpp"
#include "loading.hpp"
#include "output.hpp"
#include "phrases.hpp"

#include <algorithm>
#include <array>

namespace bontot::tool {

namespace {

/** One check as it is shown. */
struct row
{
    bontot_truth truth;
    bontot_severity severity;
    std::string_view outcome;
    std::string_view severity_word;
    std::string id;
    std::string text;
};

phrase outcome_phrase(bontot_truth truth)
{
    if (truth == BONTOT_YES) return phrase::check_pass;
    return truth == BONTOT_NO ? phrase::check_fail : phrase::check_unknown;
}

phrase severity_phrase(bontot_severity severity)
{
    if (severity == BONTOT_ERROR) return phrase::severity_error;
    return severity == BONTOT_WARNING ? phrase::severity_warning : phrase::severity_info;
}

row row_of(const bontot_result* scored, std::size_t check, bontot_language in)
{
    const bontot_truth truth = bontot_result_check_outcome(scored, check);
    const bontot_severity severity = bontot_result_check_severity(scored, check);
    std::string text = shown(bontot_result_check_message(scored, check, in, nullptr));
    // The message says what is wrong: of a check that passed, it is not so.
    if (truth == BONTOT_YES) text = say(phrase::check_not_so, in, {text});
    return {
        truth,
        severity,
        say(outcome_phrase(truth), in),
        say(severity_phrase(severity), in),
        shown(bontot_result_check_id(scored, check, nullptr)),
        std::move(text)};
}

std::string_view colour_of(const row& shown_row)
{
    if (shown_row.truth == BONTOT_YES) return "\x1b[32m";
    return shown_row.truth == BONTOT_NO ? "\x1b[31m" : "\x1b[33m";
}

template <class Word>
std::size_t widest(const std::vector<row>& rows, Word word)
{
    std::size_t width = 0;
    for (const row& each : rows)
        width = std::max(width, width_of(each.*word));
    return width;
}

void append_rows(std::string& out, const std::vector<row>& rows, bool has_colour)
{
    constexpr std::size_t gap = 2;
    constexpr std::size_t most_id = 30;
    const std::size_t outcome_width = widest(rows, &row::outcome) + gap;
    const std::size_t severity_width = widest(rows, &row::severity_word) + gap;
    const std::size_t id_width = std::min(widest(rows, &row::id), most_id) + gap;
    for (const row& each : rows) {
        if (has_colour) out += colour_of(each);
        append_padded(out, each.outcome, outcome_width);
        if (has_colour) out += "\x1b[0m";
        append_padded(out, each.severity_word, severity_width);
        append_padded(out, shown(each.id, most_id - gap - 1), id_width);
        append_wrapped(out, each.text, outcome_width + severity_width + id_width);
        out += '\n';
    }
}

/** How many passed, failed, are unknown; those that are for information aside if asked. */
std::array<std::size_t, 3> counts_of(const std::vector<row>& rows, bontot_severity least)
{
    std::array<std::size_t, 3> out{};
    for (const row& each : rows) {
        if (each.severity < least) continue;
        out[each.truth == BONTOT_YES ? 0U : each.truth == BONTOT_NO ? 1U : 2U] += 1;
    }
    return out;
}

std::string text_of(const std::vector<row>& rows, const request& asked)
{
    const bontot_language in = asked.language();
    if (rows.empty()) return std::string(say(phrase::check_none, in));
    std::string out;
    append_rows(out, rows, wants_colour(asked));
    const auto [passed, failed, open] = counts_of(rows, BONTOT_INFO);
    out +=
        say(phrase::check_summary, in,
            {std::to_string(passed), std::to_string(failed), std::to_string(open)});
    return out;
}

} // namespace

outcome run_check(const request& asked)
{
    const options_handle options = make_options(asked);
    const result_handle scored = score(asked, options.get());
    std::vector<row> rows;
    for (std::size_t i = 0; i < bontot_result_check_count(scored.get()); ++i)
        rows.push_back(row_of(scored.get(), i, asked.language()));
    if (asked.format == "json") {
        put_result(asked, scored.get(), options.get());
    } else {
        put_text(text_of(rows, asked), asked.language());
    }
    const auto [passed, failed, open] = counts_of(rows, BONTOT_WARNING);
    if (failed > 0) return outcome::failed;
    return open > 0 ? outcome::unknown : outcome::done;
}

} // namespace bontot::tool
