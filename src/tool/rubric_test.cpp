// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "errors.hpp"
#include "loading.hpp"
#include "output.hpp"

namespace bontot::tool {

outcome run_rubric_test(const request& asked)
{
    const bontot_language in = asked.language();
    const options_handle options = make_options(asked);
    const rubric_handle rubric = load_rubric(asked, options.get());
    text_handle report;
    error_handle error;
    std::size_t failed = 0;
    const bontot_status status =
        bontot_rubric_test(made(report), &failed, rubric.get(), options.get(), made(error));
    expect_ok(status, error, {asked.rubric, {}}, in);
    put_text(view_of(report), in);
    return failed == 0 ? outcome::done : outcome::failed;
}

} // namespace bontot::tool
