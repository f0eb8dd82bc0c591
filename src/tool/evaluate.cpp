// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "errors.hpp"
#include "evaluate_lines.hpp"
#include "loading.hpp"

namespace bontot::tool {

outcome run_evaluate(const request& asked)
{
    if (has_lines(asked, asked.file)) return evaluate_lines(asked);
    const bool is_about_lines = asked.jobs != 1 || !asked.errors.empty() || asked.stop_on_error;
    if (is_about_lines) refuse_input(asked.file, phrase::lines_only, asked.language());
    const options_handle options = make_options(asked);
    const result_handle scored = score(asked, options.get());
    put_result(asked, scored.get(), options.get());
    return outcome::done;
}

} // namespace bontot::tool
