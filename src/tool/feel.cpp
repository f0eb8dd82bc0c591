// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "errors.hpp"
#include "input.hpp"
#include "loading.hpp"
#include "output.hpp"

namespace bontot::tool {

namespace {

/** Shows each entry with the text that it is about: the facts, or the expression, which is shown
    in full. */
void show_feel_errors(
    const bontot_error* error, const input& expression, const input& facts, const request& asked
)
{
    for (std::size_t i = 0; i < bontot_error_count(error); ++i) {
        const std::string_view code = bontot_error_code(error, i);
        const bool is_about_facts =
            bontot_error_expression_column(error, i) == 0 && !code.starts_with("feel_");
        const bool is_private = is_about_facts && !facts.name.empty();
        error_source about = source_of(is_private ? facts : expression, asked);
        if (!is_private) about.shows_values = true;
        show_entry(error, i, about, asked.language());
    }
}

} // namespace

outcome run_feel(const request& asked)
{
    const bontot_language in = asked.language();
    const options_handle options = make_options(asked);
    if (asked.expression == "-" && asked.facts == "-") refuse_input("-", phrase::input_twice, in);
    const input expression =
        asked.expression == "-" ? read_input("-", in) : input{"<expression>", asked.expression};
    const input facts = asked.facts.empty() ? input() : read_input(asked.facts, in);
    text_handle value;
    error_handle error;
    const bontot_status status = bontot_feel_evaluate(
        made(value), expression.text.data(), expression.text.size(),
        asked.facts.empty() ? nullptr : facts.text.data(), facts.text.size(), options.get(),
        made(error)
    );
    if (status == BONTOT_BAD_INPUT && error)
        show_feel_errors(error.get(), expression, facts, asked);
    if (status != BONTOT_OK) stop_after(status);
    put_text(view_of(value), in);
    return outcome::done;
}

} // namespace bontot::tool
