// SPDX-License-Identifier: BSL-1.0
// What to change to reach a grade.
#include "commands.hpp"
#include "errors.hpp"
#include "loading.hpp"
#include "output.hpp"

namespace bontot::tool {

namespace {

using path_handle = std::unique_ptr<bontot_path, handle_deleter<bontot_path_free>>;

/** Returns a text's bytes, or NULL for what was not given. */
const char* given(const std::string& text)
{
    return text.empty() ? nullptr : text.data();
}

} // namespace

outcome run_path(const request& asked)
{
    const bontot_language in = asked.language();
    const options_handle options = make_options(asked);
    const loaded_dossier from = load_dossier(asked, options.get());
    path_handle path;
    error_handle error;
    const bontot_status status = bontot_path_to(
        made(path), from.content.get(), given(asked.grade), asked.grade.size(), given(asked.as_of),
        asked.as_of.size(), options.get(), made(error)
    );
    expect_ok(status, error, {from.name, {}}, in);
    const bontot_format format = asked.format == "json" ? BONTOT_JSON : BONTOT_TEXT;
    text_handle text;
    expect_ok(
        bontot_path_write(made(text), path.get(), format, options.get(), made(error)), error, {}, in
    );
    put_text(view_of(text), in);
    const bontot_outcome found = bontot_path_outcome(path.get());
    const bool leads = found == BONTOT_PATH_REACHED || found == BONTOT_PATH_FOUND;
    return leads ? outcome::done : outcome::failed;
}

} // namespace bontot::tool
