// SPDX-License-Identifier: BSL-1.0
// Compares two results; a dossier is evaluated first.
#include "commands.hpp"
#include "errors.hpp"
#include "input.hpp"
#include "loading.hpp"
#include "output.hpp"

namespace bontot::tool {

namespace {

using summary_handle = std::unique_ptr<bontot_summary, handle_deleter<bontot_summary_free>>;
using comparison_handle =
    std::unique_ptr<bontot_comparison, handle_deleter<bontot_comparison_free>>;

/** What the command line says of one side. */
struct side
{
    const input& from;
    const std::string& rubric; /**< of this side alone; or empty */
    const std::string& as_of;
};

summary_handle evaluated(const request& asked, const side& given)
{
    const bontot_language in = asked.language();
    request mine = asked;
    if (!given.rubric.empty()) mine.rubric = given.rubric;
    mine.as_of = given.as_of;
    const options_handle options = make_options(mine);
    const result_handle result = score(mine, given.from, options.get());
    summary_handle out;
    error_handle error;
    const bontot_status status =
        bontot_summary_of(made(out), result.get(), options.get(), made(error));
    expect_ok(status, error, {given.from.name, {}}, in);
    return out;
}

/** Reads a result, or evaluates a dossier. */
summary_handle summary_of(const request& asked, const side& given, const bontot_options* options)
{
    const bontot_language in = asked.language();
    const std::string& text = given.from.text;
    summary_handle out;
    error_handle error;
    const bontot_status status =
        bontot_summary_load(made(out), text.data(), text.size(), options, made(error));
    if (status == BONTOT_BAD_INPUT && has_other_format(error.get())) return evaluated(asked, given);
    expect_ok(status, error, source_of(given.from, asked), in);
    if (!given.rubric.empty() || !given.as_of.empty() || asked.other_file.empty())
        refuse_input(given.from.name, phrase::compare_result, in);
    return out;
}

} // namespace

outcome run_compare(const request& asked)
{
    const bontot_language in = asked.language();
    // What both sides read can not come from there.
    expect_one_standard_input(
        {asked.file, asked.other_file, asked.before_rubric, asked.after_rubric, asked.rubric,
         asked.rubric, asked.reference, asked.reference},
        in
    );
    const options_handle options = make_options(asked);
    const input first = read_input(asked.file, in);
    const input second = asked.other_file.empty() ? first : read_input(asked.other_file, in);
    const summary_handle before =
        summary_of(asked, {first, asked.before_rubric, asked.before_as_of}, options.get());
    const summary_handle after =
        summary_of(asked, {second, asked.after_rubric, asked.after_as_of}, options.get());
    comparison_handle comparison;
    error_handle error;
    expect_ok(
        bontot_compare(made(comparison), before.get(), after.get(), options.get(), made(error)),
        error, {}, in
    );
    const bontot_format format = asked.format == "json" ? BONTOT_JSON : BONTOT_TEXT;
    text_handle text;
    expect_ok(
        bontot_comparison_write(made(text), comparison.get(), format, options.get(), made(error)),
        error, {}, in
    );
    put_text(view_of(text), in);
    return outcome::done;
}

} // namespace bontot::tool
