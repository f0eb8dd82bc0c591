// SPDX-License-Identifier: BSL-1.0
#include "errors.hpp"
#include "loading.hpp"
#include "named_rubric.hpp"

namespace bontot::tool {

rubric_handle find_named_rubric(const request& asked, const input& from)
{
    const bontot_language in = asked.language();
    const options_handle options = make_options(asked);
    text_handle id;
    error_handle error;
    const bontot_status named = bontot_dossier_rubric_id(
        made(id), from.text.data(), from.text.size(), options.get(), made(error)
    );
    if (named == BONTOT_NOT_FOUND) {
        refuse_input(from.name, phrase::rubric_not_named, in, {builtin_ids()});
    }
    expect_ok(named, error, source_of(from, asked), in);
    rubric_handle out;
    const bontot_status found =
        bontot_rubric_builtin(made(out), view_of(id).data(), options.get(), made(error));
    if (found == BONTOT_NOT_FOUND) {
        refuse_input(from.name, phrase::rubric_not_built_in, in, {builtin_ids()});
    }
    expect_ok(found, error, {from.name, {}}, in);
    return out;
}

} // namespace bontot::tool
