// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "display.hpp"
#include "errors.hpp"
#include "loading.hpp"
#include "output.hpp"

#include <algorithm>

namespace bontot::tool {

outcome run_rubrics(const request& asked)
{
    const options_handle options = make_options(asked);
    const bontot_language in = asked.language();
    std::size_t id_width = 0;
    for (std::size_t i = 0; i < bontot_builtin_count(); ++i)
        id_width = std::max(id_width, width_of(bontot_builtin_id(i)));
    std::string out;
    for (std::size_t i = 0; i < bontot_builtin_count(); ++i) {
        rubric_handle rubric;
        const char* const id = bontot_builtin_id(i);
        expect_ok(bontot_rubric_builtin(made(rubric), id, options.get(), nullptr), in);
        constexpr std::size_t version_width = 8;
        append_padded(out, id, id_width + 2);
        append_padded(out, bontot_rubric_version(rubric.get(), nullptr), version_width);
        append_wrapped(
            out, bontot_rubric_label(rubric.get(), in, nullptr), id_width + 2 + version_width
        );
        out += '\n';
    }
    put_text(out, in);
    return outcome::done;
}

namespace {

using writer = bontot_status (*)(
    bontot_text** out, const bontot_rubric* rubric, const bontot_options* options,
    bontot_error** error
);

outcome put_written(const request& asked, writer write)
{
    const options_handle options = make_options(asked);
    const rubric_handle rubric = load_rubric(asked, options.get());
    text_handle text;
    error_handle error;
    const bontot_status status = write(made(text), rubric.get(), options.get(), made(error));
    expect_ok(status, error, {asked.rubric, {}}, asked.language());
    put_text(view_of(text), asked.language());
    return outcome::done;
}

} // namespace

outcome run_show(const request& asked)
{
    return put_written(asked, bontot_rubric_describe);
}

outcome run_template(const request& asked)
{
    return put_written(asked, bontot_rubric_template);
}

} // namespace bontot::tool
